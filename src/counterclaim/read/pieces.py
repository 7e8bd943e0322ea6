"""A line above a story taken apart: "Harbour Courier - World - 4 March 2031" is an outlet, a section and a date.

A line is taken apart only where each piece of it says something about the report (who, when, where on the page). Where
one of them tells news, the line is a headline or a sentence, and stays whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counterclaim.read import dates
from counterclaim.read.bodies import SMALL, is_body, is_unit
from counterclaim.read.dated import OUTLETS, is_outlet
from counterclaim.read.dates import MONTH
from counterclaim.read.furniture import LABEL, TIME, is_aside, is_format, is_furniture, is_section
from counterclaim.read.parts import Role

_SEPARATOR = re.compile(r"\s+(?:[|•·»›>/]+|--?|–|—)\s+|\s*[|•·»›]\s*|\t+\s*|\s{2,}")
_YEARLESS = re.compile(
    rf"\b(?:{MONTH}\s*\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH})(?:,?\s*(?:at\s+)?\d{{1,2}}[.:]\d{{2}}(?:\s*[ap]\.?m\.?)?)?$",
    re.IGNORECASE,
)
#: What may stand around a date beside its label: what kind of text it dates, its period, the hour it was closed.
_AROUND = re.compile(
    r"(?:,?\s*\(?\b(?:based\s+on|covering|(?:reporting\s+)?period|data|information)\b.*$|\b(?:as\s+of|as\s+at|for|dated|of)\s*$"
    r"|\b\d{1,2}[.:]\d{2}(?:\s*(?:hours|hrs?|h|[ap]\.?m\.?))?\b,?|\(\s*\)|\[\s*\d{1,2}:\d{2}\s*\]|[$€£]\s?\d+(?:[.,]\d+)?)",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|from|author|written by|reporting by|byline)\b\s*:?\s+", re.IGNORECASE)
_ROLE = (
    r"(?:(?:our|a|the|own|staff|senior|chief|special|court|crime|political|labou?r|foreign|diplomatic|defen[cs]e|business"
    r"|economics|health|science|world|local|city|regional|national|war|security|news)\s+){0,3}"
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|journalists?|staff|agencies|bureau|wires)"
)
_ROLE_LINE = re.compile(
    rf"(?:by|from)?\s*(?:[\w.]+\s+){{0,2}}?{_ROLE}(?:\s*(?:and|&|,)\s*{_ROLE})?(?:\s+in\s+[\w ,]{{2,30}})?",
    re.IGNORECASE,
)
_ROLE_BEHIND = re.compile(rf"(?:,\s*(?:(?-i:[^\W\d_a-z])[\w ]{{2,30}}?\s+)?|\s+){_ROLE}\b(?P<rest>.*)$", re.IGNORECASE)
#: "South Asia correspondent Ann Lee".
_ROLE_BEFORE = re.compile(rf"(?:by\s+)?(?:(?-i:[A-Z])[\w-]+\s+){{0,3}}?{_ROLE}\s+(?=(?-i:[A-Z]))", re.IGNORECASE)
#: "Harbour Mercury staff and agencies" is nobody's name.
_CROWD = re.compile(r"\b(?:staff|agencies|wires|bureau)$", re.IGNORECASE)
_EDITED = re.compile(r"(?:edited|photograph\w*|additional reporting|translated|compiled)\s+by\b", re.IGNORECASE)
_GIVEN = r"(?:[^\W\d_a-z](?:[^\W\d_]|['’-])+|[^\W\d_a-z]\.)"
_PERSON = re.compile(
    rf"{_GIVEN}(?:\s+{_GIVEN}|\s+(?:de|van|von|der|al|bin|el|la|di|da)){{0,2}}\s+[^\W\d_a-z](?:[^\W\d_]|['’-])+"
)
#: Words that stand in names of places, bodies and rubrics, and in none of persons.
_NO_NAMES = OUTLETS | frozenset(
    """northern southern eastern western central upper lower north south east west port lake river mount saint san
    santa new old great greater united national people people's city district province region county republic front
    army police union party guard forces breaking special exclusive latest talks peace war attack crisis toll death
    deadly fire january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
_JOINTS = re.compile(r"\s*(?:,|&|\band\b|\bAND\b)\s*")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line, from `start` to `end` of it, and what it is there for."""

    start: int
    end: int
    role: Role


def take_apart(line: str, rest: str) -> list[Piece] | None:
    """The pieces of a line, or None where it is not made of such. `rest` is the text below it: whom that speaks of
    did not write it."""
    if len(line) > _LONGEST:
        return None
    spans = _split(line)
    roles = [_role(line[start:end], rest, first=start == 0, alone=len(spans) == 1) for start, end in spans]
    # "Ann Lee, Harbour Courier": whose writer it is prints the report, or gave it.
    writers = zip(roles[1:], roles, strict=False)
    roles[1:] = [Role.CREDIT if one is Role.MASTHEAD and above is Role.BYLINE else one for one, above in writers]
    if spans[0][0] == 0 and len(spans) > 1 and _is_name(line[slice(*spans[0])]):
        roles = _under_a_name(line, spans, roles)
    told = [role for role in roles if role is not None]
    if len(told) < len(roles) or not told:
        return None
    if set(told) == {Role.MASTHEAD} or set(told) == {Role.HEADLINE}:
        return None
    joined: list[Piece] = []
    for (start, end), role in zip(spans, told, strict=True):
        if joined and joined[-1].role is role:
            joined[-1] = Piece(joined[-1].start, end, role)
        else:
            joined.append(Piece(start, end, role))
    # What stands between two pieces belongs to the first.
    ends = [piece.start for piece in joined[1:]] + [len(line)]
    return [Piece(piece.start, end, piece.role) for piece, end in zip(joined, ends, strict=True)]


def _split(line: str) -> list[tuple[int, int]]:
    """Where the pieces of a line start and end: between separators, and where who wrote it follows a date."""
    spans, at = [], 0
    for gap in [*_SEPARATOR.finditer(line), None]:
        end = gap.start() if gap else len(line)
        if at < end:
            spans += _at_dates(line, at, end)
        at = gap.end() if gap else end
    return spans


def _at_dates(line: str, start: int, end: int) -> list[tuple[int, int]]:
    """A piece, cut where a name follows its date ("4 March 2031 by Ann Lee"), or a date its outlet and place, or the
    outlet of a writer the writer."""
    found = dates.find(line, start, end)
    if found:
        time = TIME.match(line, found[-1].end, end)
        stop = time.end() if time else found[-1].end
        behind = re.match(r"\s+(?=by\s)", line[stop:end])
        if behind:
            return [(start, stop), (stop + behind.end(), end)]
        return [(start, end)]
    words = line[start:end]
    if _YEARLESS.search(words):
        before, comma, _ = words.partition(", ")
        if comma and is_outlet(before):
            return [(start, start + len(before)), (start + len(before) + 2, end)]
    name = _BY.sub("", words, count=1)
    role, last = _ROLE_BEHIND.search(name), re.search(r", *(?P<rest>[^,]+)$", name)
    told = role or last
    outlet = told["rest"].strip(" ,") if told else ""
    if outlet and is_outlet(outlet) and person(name[: name.rindex(outlet)].rstrip(" ,"), ""):
        cut = start + words.rindex(outlet)
        return [(start, cut), (cut, end)]
    return [(start, end)]


def _role(words: str, rest: str, *, first: bool, alone: bool) -> Role | None:
    """What a piece is there for, or None where it may be news."""
    if is_furniture(words) or is_section(words) or is_aside(words.lstrip("•·*- ")):
        # An hour on a line of its own heads an entry of a live blog.
        return None if alone and words[0].isdigit() else Role.FURNITURE
    if _EDITED.match(words):
        return Role.FURNITURE
    if dates.find(words) or _YEARLESS.search(words):
        return _dated(words, alone=alone)
    if is_format(words):
        return Role.HEADLINE if is_issue(words) else Role.FURNITURE
    if by := _BY.match(words):
        named = words[by.end() :]
        return Role.BYLINE if named[:1].isupper() or _ROLE_LINE.fullmatch(named) else None
    if _ROLE_LINE.fullmatch(words) and len(words.split()) <= 6:
        return Role.FURNITURE
    if person(words, rest):
        return Role.BYLINE
    if is_outlet(words) or (first and is_body(words)):
        return Role.MASTHEAD
    return None


def _dated(words: str, *, alone: bool) -> Role | None:
    """What a piece with a date is: a date, where hardly anything else stands in it."""
    left = words
    for date in reversed(dates.find(words)):
        time = TIME.match(left, date.end)
        left = left[: date.start] + " | " + left[time.end() if time else date.end :]
    left = _YEARLESS.sub(" | ", left)
    pieces = [
        _AROUND.sub(" ", _AROUND.sub(" ", LABEL.sub(" ", piece))).strip(" ,;:()[]-–—.|") for piece in left.split("|")
    ]
    pieces = [piece for piece in pieces if piece and not is_format(piece) and not is_aside(piece)]
    count = sum(len(piece.split()) for piece in pieces)
    if not count:
        return Role.DATE
    if alone:
        return None
    small = sum(word[0].islower() for piece in pieces for word in piece.split())
    return Role.DATE if count <= 4 and small <= 1 else None


def _is_name(words: str) -> bool:
    """Whether words may be the name of an outlet: up to four, each with a capital but for small ones inside."""
    told = words.split()
    return 0 < len(told) <= 4 and all(word[0].isupper() or word[0].isdigit() or word in SMALL | {"&"} for word in told)


def _under_a_name(line: str, spans: list[tuple[int, int]], roles: list[Role | None]) -> list[Role | None]:
    """The roles of pieces that follow a name: a section of its pages ("Harbour Online » Crime", "The Anchor - World - 4
    March 2031") or the issue makes the name that of the outlet, whatever its words."""
    others = [line[start:end] for start, end in spans[1:]]
    below = re.search(r"[>»›/]" if not line.isupper() else r"[>»›/|]", line[spans[0][1] : spans[1][0]])
    if is_section(line[slice(*spans[0])]) and below:
        # "Reports / Halm": where on the site it stands.
        return [
            role or Role.FURNITURE if len(other.split()) <= 4 else role
            for other, role in zip(["", *others], roles, strict=True)
        ]
    outlet = is_outlet(line[slice(*spans[0])])
    trail = re.search(r"[>»›]", line[spans[0][1] : spans[1][0]]) is not None
    if roles[0] in (Role.FURNITURE, Role.DATE, Role.HEADLINE) or (
        roles[0] is Role.BYLINE and not is_section(others[0])
    ):
        return roles
    if trail and outlet and all(len(other.split()) <= 5 for other in others):
        return [Role.MASTHEAD, *(Role.FURNITURE for _ in others)]
    if is_section(others[0]) or (is_issue(others[0]) and (outlet or is_body(line[slice(*spans[0])]))):
        return [Role.MASTHEAD, *roles[1:]]
    return roles


def is_issue(words: str) -> bool:
    """Whether words name an issue of what comes out again and again ("Daily Bulletin No. 212"), which is its title."""
    return is_format(words) and bool(
        re.search(r"\b(?:report|bulletin|update|digest|brief\w*|sitrep|overview)\b", words, re.IGNORECASE)
    )


def is_role_line(line: str) -> bool:
    """Whether a line says what its writer is and nothing else ("Court Reporter", "From our staff in Halm")."""
    return bool(_ROLE_LINE.fullmatch(line)) and len(line.split()) <= 12


def person(line: str, rest: str) -> str | None:
    """Who wrote a report, where a line holds nothing but names of persons and what they are; None where it may name
    anything else. Whom the text (`rest`) speaks of is not its writer."""
    before = _ROLE_BEFORE.match(line)
    if before and (named := person(re.sub(r"\s+and\s+staff$", "", line[before.end() :]), "")):
        return named
    role = _ROLE_BEHIND.search(line)
    if role and (behind := role["rest"].strip(" ,")) and not is_outlet(behind) and not behind.startswith("in "):
        return None
    names = line[: role.start()] if role else re.sub(r"\s+in\s+[A-Z][\w' -]{2,30}$", "", line)
    if role and not role[0].startswith(",") and _CROWD.search(role[0]):
        return None
    if not role and "," in names and is_outlet(names.rpartition(",")[2].strip()):
        names = names.rpartition(",")[0]
    told = [name for name in _JOINTS.split(names.strip(" ,")) if name]
    if not told or len(told) > 4 or not all(_PERSON.fullmatch(name) for name in told):
        return None
    for name in told:
        words = [word.lower().strip(".") for word in name.split()]
        if len(words) > 3 and not role:
            return None
        if _NO_NAMES & set(words) or is_body(name) or is_unit(name) or any(map(is_section, name.title().split())):
            return None
        if not role and re.search(rf"\b{re.escape(words[-1])}\b", rest, re.IGNORECASE):
            return None
    return names.strip(" ,")
