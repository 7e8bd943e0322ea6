"""The layout of a text that has lines: which of them is the headline, the date line, a caption, a section head, page
furniture, or something printed twice. What is not clearly anything else is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.read.above import is_about, is_caption, is_date_line, lay_out_head, tells_when_or_who
from counterclaim.read.dateline import find_dateline
from counterclaim.read.furniture import OFFER, PHOTO, STAFF, is_closing, is_contact, is_furniture
from counterclaim.read.parts import Part, Role, bare, trimmed

#: Hard-wrapped text is seldom wider; the shortest paragraph style (one line each) mostly is.
_WIDEST_WRAP = 120
#: A paragraph of so many lines shows how wide it was wrapped.
_LINES = 3
#: A line set in by so many characters begins a paragraph.
_SET_IN = 2
#: Headlines are seldom longer; a longer line without an end mark is a paragraph that has lost it.
_LONGEST_HEADLINE = 160
_LONGEST_HEADING = 80
_LONGEST_DECK = 300
#: How many lines may stand below a story that has ended.
_TAIL = 6
#: A repeat shorter than this may be chance ("He said no.").
_SHORTEST_REPEAT = 20
_END = re.compile(r"[.!?…。！？؟।][\"'’”»)\]]*$")
_INNER_END = re.compile(r"[.!?][\"'’”]?\s+[\"'“‘]?[^\W\d_a-z]")


def blocks(text: str) -> list[tuple[int, int]]:
    """Where the lines of `text` start and end, the lines of a hard-wrapped paragraph taken together."""
    spans: list[tuple[int, int]] = []
    follows: list[bool] = []  # whether the line stands right below the one before
    at, below = 0, False
    for line in text.split("\n"):
        start, end = trimmed(text, at, at + len(line))
        if start < end:
            spans.append((start, end))
            follows.append(below)
        below = start < end
        at += len(line) + 1
    if max((end - start for start, end in spans), default=0) > _WIDEST_WRAP:
        return spans
    goes_on = _going_on(text, spans, follows)
    ended = sum(bool(_END.search(text[slice(*spans[index - 1])])) for index, on in enumerate(goes_on) if on)
    if ended * 2 > sum(goes_on):
        return spans  # short paragraphs, a line each: hard-wrapped lines mostly end inside of a sentence
    joined: list[tuple[int, int]] = []
    for span, on in zip(spans, goes_on, strict=True):
        if on:
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return joined


def _going_on(text: str, spans: Sequence[tuple[int, int]], follows: Sequence[bool]) -> list[bool]:
    """For each line whether it goes on with the one right above it, as lines of a wrapped paragraph do.

    How wide a paragraph was wrapped, its widest line shows where most of its lines are about as wide and begin in the
    middle of a sentence. Two lines alone show it as little as the head of a mail does; theirs is the width of the
    others, or of the text if there are none.
    """
    if not spans:
        return []
    starts = [index for index, below in enumerate(follows) if not below]
    found, open_, usual = [False] * len(spans), [], 0
    for first, stop in zip(starts, [*starts[1:], len(spans)], strict=True):
        width = max(end - start for start, end in spans[first:stop])
        full = [_goes_on(text, spans, index, width) for index in range(first + 1, stop)]
        low = sum(on and text[spans[first + 1 + n][0]].islower() for n, on in enumerate(full))
        if stop - first >= _LINES and sum(full) * 2 >= len(full) and low * 2 >= sum(full):
            found[first + 1 : stop], usual = full, max(usual, width)
        else:
            open_.append((first, stop))
    width = usual or max((end - start for start, end in spans), default=0)
    for first, stop in open_:
        if stop - first < _LINES or not usual:
            found[first + 1 : stop] = [_goes_on(text, spans, index, width) for index in range(first + 1, stop)]
    return found


def _goes_on(text: str, spans: Sequence[tuple[int, int]], index: int, width: int) -> bool:
    """Whether a line goes on with the one above it: there was no room left, and it is not set in as a new paragraph."""
    set_in = [text[text.rfind("\n", 0, start) + 1 : start] for start, _ in spans[index - 1 : index + 1]]
    return len(set_in[1]) < len(set_in[0]) + _SET_IN and _no_room(text, spans[index - 1], spans[index], width)


def unwrapped(text: str) -> str:
    """The text with a space for each line break inside a hard-wrapped paragraph; its length stays."""
    chars = list(text)
    for start, end in blocks(text):
        for at in range(start, end):
            if chars[at] == "\n":
                chars[at] = " "
    return "".join(chars)


def _no_room(text: str, above: tuple[int, int], below: tuple[int, int], width: int) -> bool:
    """Whether the first word of the line `below` would have made the line `above` wider than `width`."""
    if PHOTO.search(text[slice(*above)]):
        return False  # a caption has ended
    length = above[1] - above[0]
    word = text[below[0] : below[1]].split(None, 1)[0]
    return length * 2 > width and length + 1 + len(word) > width


def lay_out(text: str, title: str | None) -> list[Part]:
    """The parts of `text`, which has more than one block. `title` is the headline if it is known."""
    spans = blocks(text)
    lines = [text[start:end] for start, end in spans]
    prose = [_is_prose(line) for line in lines]
    head = _end_of_head(lines, prose, title)
    below = spans[head][0] if head < len(spans) else len(text)
    parts = lay_out_head(text, spans[:head], text[below:], title)
    headline = next((text[part.start : part.end] for part in parts if part.role is Role.HEADLINE), None)
    for index, (start, end) in enumerate(spans[head:], head):
        caption = index < 4 and is_caption(lines[index], index)
        parts.append(Part(start, end, Role.CAPTION if caption else _body_role(lines, prose, index, headline)))
    return _repeats(text, _offered(text, parts))


def _offered(text: str, parts: list[Part]) -> list[Part]:
    """The same parts with the headlines of other stories that a page offers behind its own ("Related stories") as
    furniture, like what announces them."""
    last = len(parts)
    while last and not _END.search(text[parts[last - 1].start : parts[last - 1].end]):
        last -= 1
    offers = (at for at in range(last, len(parts)) if OFFER.match(text, parts[at].start, parts[at].end))
    first = next(offers, len(parts))
    return parts[:first] + [Part(part.start, part.end, Role.FURNITURE) for part in parts[first:]]


def _end_of_head(lines: Sequence[str], prose: Sequence[bool], title: str | None) -> int:
    """How many lines stand above the story. A sentence or two below the headline belong to them where the page tells
    only then who wrote it and when."""
    head = prose.index(True) if True in prose else len(lines)
    if head == 0 and title is None:
        return head
    for index in range(min(head + 1, len(lines)), min(head + 4, len(lines) - 1)):
        between = [line for line, told in zip(lines[head:index], prose[head:index], strict=True) if told]
        if len(between) > 2 or any(len(line) > _LONGEST_DECK for line in between):
            break
        if tells_when_or_who(lines[index]) and True in prose[index:]:
            # Several days on lines of their own are a timeline's.
            timeline = sum(is_date_line(line) for line in lines[head:]) > 1
            return head if timeline else prose.index(True, index)
    return head


def _is_prose(line: str) -> bool:
    """Whether a line is a sentence or more, and no caption."""
    if is_caption(line, 0) or is_about(line):
        return len(line) > _LONGEST_HEADLINE * 2
    words = len(line.split())
    if len(line) > _LONGEST_HEADLINE or (len(line) > 60 and " " not in line):
        return True
    if _END.search(line) and not line.endswith(("?", "!")) and words > 7:
        return True
    return words > 11 and bool(_INNER_END.search(line))


def _body_role(lines: Sequence[str], prose: Sequence[bool], index: int, headline: str | None) -> Role:
    """What a line in or below the story is."""
    line = lines[index]
    if is_furniture(line) or (headline is not None and _echoes(line, headline)):
        return Role.FURNITURE
    if len(line) <= 300 and PHOTO.search(line):
        return Role.CAPTION
    last = index + 1 == len(lines)
    if last and index and is_contact(line):
        return Role.FURNITURE
    if index + _TAIL >= len(lines) and is_closing(line):
        return Role.CREDIT if STAFF.match(line.lstrip("([")) else Role.FURNITURE
    if index and not last and _is_heading(line) and (prose[index + 1] or len(lines[index + 1]) > _LONGEST_HEADING):
        return Role.HEADING
    return Role.DATE if index and last and is_date_line(line) else Role.BODY


def _echoes(line: str, headline: str) -> bool:
    """Whether a line below the story is the headline with a word or two of furniture ("… - Gallery Image")."""
    short, long = bare(headline), bare(line)
    return long.startswith(short + " ") and len(long[len(short) :].split()) <= 3 and len(short) >= _SHORTEST_REPEAT


def _is_heading(line: str) -> bool:
    """Whether a line can be the head of a section: short and without an end mark."""
    if len(line) > _LONGEST_HEADING or len(line.split()) > 12 or not any(char.isalpha() for char in line):
        return False
    return (
        not _END.search(line) and line[-1] not in ",;:\"'”’»-–—" and not re.match(r"[-–—•*·]|\d+[.)]\s|[\"“«‘]", line)
    )


def _repeats(text: str, parts: list[Part]) -> list[Part]:
    """The same parts with those marked that were printed before: the headline again, or a paragraph again with
    or without its dateline."""
    seen: set[str] = set()
    told: list[Part] = []
    for part in parts:
        if part.role not in (Role.HEADLINE, Role.DECK, Role.BODY, Role.HEADING, Role.CAPTION):
            told.append(part)
            continue
        dateline = find_dateline(text, part.start, part.end) if part.role is Role.BODY else None
        keys = {bare(text[part.start : part.end])}
        if dateline is not None:
            keys.add(bare(text[dateline.end : part.end]))
        again = any(key in seen and len(key) >= _SHORTEST_REPEAT for key in keys)
        told.append(Part(part.start, part.end, Role.REPEAT) if again else part)
        seen |= keys
    return told
