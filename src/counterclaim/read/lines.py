"""The layout of a text that has lines: which of them is the headline, the date line, a caption, a section head, page
furniture, or something printed twice. What is not clearly anything else is a paragraph."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from counterclaim.read import dates
from counterclaim.read.dated import SMALL, WHERE, is_outlet, outlet_beside_date
from counterclaim.read.dateline import find_dateline
from counterclaim.read.furniture import LABEL, PHOTO, TIME, is_contact, is_format, is_furniture, is_month
from counterclaim.read.parts import Part, Role, bare, trimmed

#: Hard-wrapped text is seldom wider; the shortest paragraph style (one line each) mostly is.
_WIDEST_WRAP = 120
#: Headlines are seldom longer; a longer line without an end mark is a paragraph that has lost it.
_LONGEST_HEADLINE = 160
_LONGEST_HEADING = 80
#: A repeat shorter than this may be chance ("He said no.").
_SHORTEST_REPEAT = 20
_END = re.compile(r"[.!?…。！？؟।][\"'’”»)\]]*$")
_INNER_END = re.compile(r"[.!?][\"'’”]?\s+[\"'“‘]?[^\W\d_a-z]")
_BYLINE = re.compile(
    r"(?:by|from|author|written by|reporting by|byline|text)\s*:?\s+(?=(?-i:[^\W\d_a-z]))", re.IGNORECASE
)
_NAMED = re.compile(
    r"(?P<name>headline|title|subject|outlet|source|publisher|publication|newspaper|by|byline|author|url|link|published|date"
    r"|dateline)\s*:\s+(?=\S)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)
_NAMED_ROLES = {
    **dict.fromkeys(("headline", "title", "subject"), Role.HEADLINE),
    **dict.fromkeys(("outlet", "source", "publisher", "publication", "newspaper"), Role.MASTHEAD),
    **dict.fromkeys(("by", "byline", "author"), Role.BYLINE),
    **dict.fromkeys(("published", "date", "dateline"), Role.DATE),
}


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
    width = max((end - start for start, end in spans), default=0)
    if width > _WIDEST_WRAP:
        return spans
    goes_on = [
        index > 0 and follows[index] and _no_room(text, spans[index - 1], spans[index], width)
        for index in range(len(spans))
    ]
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


def _no_room(text: str, above: tuple[int, int], below: tuple[int, int], width: int) -> bool:
    """Whether the first word of the line `below` would have made the line `above` wider than `width`."""
    length = above[1] - above[0]
    word = text[below[0] : below[1]].split(None, 1)[0]
    return length * 2 > width and length + 1 + len(word) > width


def lay_out(text: str, title: str | None) -> list[Part]:
    """The parts of `text`, which has more than one block. `title` is the headline if it is known."""
    spans = blocks(text)
    lines = [text[start:end] for start, end in spans]
    prose = [_is_prose(line) for line in lines]
    head = prose.index(True) if True in prose else len(spans)
    parts: list[Part] = []
    headline: str | None = None
    for index, (start, end) in enumerate(spans):
        if index < head or (index < 4 and _is_caption(lines[index], index)):
            role = _head_role(lines[index], parts, headline, title)
        else:
            role = _body_role(lines, prose, index, headline)
        if role is Role.HEADLINE:
            headline = lines[index]
        parts.append(Part(start, end, role))
    return _repeats(text, _settle_head(text, parts))


def _is_prose(line: str) -> bool:
    """Whether a line is a sentence or more, and no caption."""
    if _is_caption(line, 0) or is_furniture(line) or _is_date_line(line) or _BYLINE.match(line):
        return len(line) > _LONGEST_HEADLINE * 2
    words = len(line.split())
    if len(line) > _LONGEST_HEADLINE or (len(line) > 60 and " " not in line):
        return True
    if _END.search(line) and not line.endswith(("?", "!")) and words > 7:
        return True
    return words > 11 and bool(_INNER_END.search(line))


def _is_caption(line: str, index: int) -> bool:
    """Whether a line describes a picture: it credits a photograph, or is one sentence that ends in a place and a
    date ("… visits the new bridge in Halm, May 3, 2031.")."""
    if len(line) > 300:
        return False
    if PHOTO.search(line):
        return True
    found = dates.find(line)
    if not found or index > 3 or len(line.split()) < 8 or _INNER_END.search(line[: found[-1].start]):
        return False
    before = line[: found[-1].start].rstrip()
    if outlet_beside_date(line):
        return False
    return before.endswith((",", ")", "–", "—")) and not line[found[-1].end :].strip(" .)")


def _is_date_line(line: str) -> bool:
    """Whether a line holds a date and hardly anything else: a label, a time, a place or name of up to four words."""
    if len(line) > 120:
        return False
    if is_month(line):
        return True
    found = dates.find(line)
    if not found:
        return False
    if outlet_beside_date(line):
        return True
    rest = line
    for date in reversed(found):
        time = TIME.match(rest, date.end)
        rest = rest[: date.start] + " | " + rest[time.end() if time else date.end :]
    pieces = [LABEL.sub(" ", piece) for piece in rest.split("|")]
    words = [word for piece in pieces for word in piece.split() if any(char.isalnum() for char in word)]
    if _BYLINE.match(line):
        return len(words) <= 8
    small = sum(word[0].islower() for word in words)
    return len(words) <= 4 and small <= 1 and not (line.endswith(".") and words)


def _head_role(line: str, before: Sequence[Part], headline: str | None, title: str | None) -> Role:
    """What a line above the story is. `headline` is the one that stands above it, `title` the one that is known."""
    seen = {part.role for part in before}
    named = _NAMED.match(line)
    if title is not None and bare(line) == bare(title):
        return Role.REPEAT if headline is not None and bare(headline) == bare(line) else Role.HEADLINE
    if headline is not None and bare(line) == bare(headline):
        return Role.REPEAT
    if _is_caption(line, len(before)):
        return Role.CAPTION
    if _is_date_line(line):
        return Role.DATE
    if named:
        return _NAMED_ROLES.get(named["name"].lower(), Role.FURNITURE)
    if _BYLINE.match(line) and len(line.split()) <= 12 and not _END.search(line):
        return Role.BYLINE
    if is_furniture(line) or is_format(line):
        return Role.FURNITURE
    if not before and (_ADDRESS.fullmatch(line) or (title is not None and _is_name(line))):
        return Role.MASTHEAD
    if headline is None:
        return Role.HEADLINE
    if _is_name(line) and seen & {Role.DATE, Role.BYLINE}:
        return Role.CREDIT
    return Role.DECK


def _is_name(line: str) -> bool:
    """Whether a line may be the name of an outlet or agency: up to four words, each with a capital but for small ones
    inside ("El Diario de Halm"); where it is may stand behind it in brackets."""
    words = WHERE.sub("", line).split()
    return 0 < len(words) <= 4 and all(word[0].isupper() or word in SMALL | {"&", "/"} for word in words)


def _settle_head(text: str, parts: list[Part]) -> list[Part]:
    """The same parts with the first line made the masthead where the headline turns out to be further down.

    It is one if it is a name and a date line or a longer line that reads like a headline comes between it and
    the story. (A headline of two or three words above a deck would be mistaken for one; none was met.)
    """
    parts = _letterhead(text, parts)
    head = [part for part in parts if part.role in (Role.HEADLINE, Role.DECK)]
    if len(head) < 2 or head[0] is not parts[0] or head[0].role is not Role.HEADLINE:
        return parts
    first, second = (text[part.start : part.end] for part in head[:2])
    below = parts[1].role is Role.DATE
    if (
        head[1].role is not Role.DECK
        or not _is_name(first)
        or not (below or len(first.split()) <= 3 < len(second.split()))
    ):
        return parts
    changed = {head[0]: Role.MASTHEAD, head[1]: Role.HEADLINE}
    return [Part(part.start, part.end, changed.get(part, part.role)) for part in parts]


def _letterhead(text: str, parts: list[Part]) -> list[Part]:
    """The same parts with the first lines made the masthead where they are in capitals and name a body ("REPUBLIC OF
    HALM / MINISTRY OF HEALTH"), and a line further down reads like the headline."""
    head = [part for part in parts if part.role in (Role.HEADLINE, Role.DECK)]
    letters = list(itertools.takewhile(lambda part: text[part.start : part.end].isupper(), head))
    below = head[len(letters) : len(letters) + 1]
    if not letters or not below or letters[0] is not parts[0] or len(text[below[0].start : below[0].end].split()) <= 3:
        return parts
    if not any(_is_body_in_capitals(text[part.start : part.end]) for part in letters):
        return parts
    changed = {**dict.fromkeys(letters, Role.MASTHEAD), below[0]: Role.HEADLINE}
    return [Part(part.start, part.end, changed.get(part, part.role)) for part in parts]


def _is_body_in_capitals(line: str) -> bool:
    """Whether a line is the name of a body ("MINISTRY OF HEALTH"), and not a headline that begins with one."""
    words = line.split()
    return len(words) <= 6 and is_outlet(line) and (is_outlet(words[-1].title()) or "OF" in words[1:3])


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
    if index and not last and _is_heading(line) and (prose[index + 1] or len(lines[index + 1]) > _LONGEST_HEADING):
        return Role.HEADING
    return Role.DATE if index and last and _is_date_line(line) else Role.BODY


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
