"""The layout of a text that has lines: which of them is the headline, the date line, a caption, a section head, page
furniture, or something printed twice. What is not clearly anything else is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.read.above import is_about, is_caption, is_date_line, lay_out_head, tells_when_or_who
from counterclaim.read.dateline import find_dateline
from counterclaim.read.furniture import OFFER, PHOTO, STAFF, is_closing, is_contact, is_furniture
from counterclaim.read.parts import Part, Role, bare
from counterclaim.read.wrapped import blocks

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
