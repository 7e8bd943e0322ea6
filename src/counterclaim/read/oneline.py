"""The layout of a block whose line breaks were lost: the date, the headline, the agency and the furniture that run
into the first sentence, and the furniture that runs out of the last one.

Only what is clear is cut off: a label with its date, words of furniture, the title letter by letter. In doubt it
belongs to the paragraph.
"""

from __future__ import annotations

import re

from counterclaim.read import dates
from counterclaim.read.dateline import find_dateline
from counterclaim.read.dates import Written
from counterclaim.read.furniture import (
    HEAD_PIECE,
    LABEL,
    OPENER,
    PUBLISHED_LABEL,
    STAFF,
    TAGS,
    TAIL_OFFER,
    TAIL_PIECE,
    TIME,
    UPDATED_LABEL,
    is_furniture,
)
from counterclaim.read.parts import Part, Role, part

#: How far into a block its head may reach, in characters.
HEAD = 400
#: A deck between the headline and the date has been seen with 170 characters.
_LONGEST_GAP = 250
_SKIPPED = re.compile(r"[\s)|•·:,.-]+")
_SEGMENT = re.compile(r"\s+[-|–—•]\s+|-\s(?=[^\W\d_a-z])")
_TITLE_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…][\"'’”»)\]]*(?=\s|$)")
_NAME = r"[^\W\d_a-z][\w'’.-]*"
_BY = re.compile(r"(?:[Bb]y|BY|[Ff]rom)\s+(?=[^\W\d_a-z])")
_BY_NAMES = re.compile(rf"by\s+{_NAME}(?:\s+(?:and\s+)?{_NAME}){{0,3}}?(?=\s+{OPENER.pattern})")
#: Words before a date that make it part of a sentence.
_INTO_SENTENCE = re.compile(
    r"\b(?:on|in|since|of|from|until|till|to|for|after|before|between|and|or|dated|early|late|around|during|taken|the"
    r"|through|as|at|by|this|that|last|next|until|with|mid|is|was|were)[\s(]*$",
    re.IGNORECASE,
)
_SMALL_NAME = re.compile(r"[a-z]+-[^\W\d_a-z]")
_LETTERS = re.compile(rf"[A-Z]{{2,5}}(?=\s{OPENER.pattern})")
_AGENCY = re.compile(r"[A-Z]{2,6}$")
_ENDS = re.compile(
    r"(?:(?<=[\s.\"”])|^)(?:--?|–|—)\s?(?:[A-Z]{2,12}|[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2})\s*$"
    r"|\((?:[Ww]ith|[Ss]ource:?)\s+[^()]{2,60}\)(?:\s+\w+)?\s*$"
)


def title_pattern(title: str) -> list[re.Pattern[str]]:
    """What finds copies of `title` whatever its case and punctuation: whole, then without the outlet's name that
    pages add to it ("… | Courier", "… - Region - World - Courier")."""
    ends = [len(title), *(match.start() for match in reversed(list(_SEGMENT.finditer(title))))]
    starts = [match.end() for match in _SEGMENT.finditer(title)]
    pieces = [title[:end] for end in ends] + [title[start:] for start in starts]
    patterns = []
    for piece in dict.fromkeys(pieces):
        words = _TITLE_WORD.findall(piece)
        if len(words) >= 3 or (piece == title and len(words) == 2):
            patterns.append(
                re.compile(r"[\"“‘'«(]?" + r"\W{1,4}".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)
            )
    return patterns


def alone(text: str, date: Written, start: int) -> bool:
    """Whether a date stands for itself and in no sentence of the block that begins at `start`."""
    before = text[start : date.start]
    after = text[date.end : date.end + 30].lstrip()
    if _INTO_SENTENCE.search(before) and not (PUBLISHED_LABEL.search(before) or UPDATED_LABEL.search(before)):
        return False
    if before.rstrip().endswith(","):
        return False
    return not re.match(r"[.,;]|\((?!updated)|(?!by\b|at\s+\d|updated\b)[a-z]", after)


class HeadCutter:
    """The beginning of a block, cut into parts as far as it is furniture. `at` is where the story begins."""

    def __init__(self, text: str, start: int, end: int, title: str | None) -> None:
        self.text, self.start, self.end = text, start, end
        self.reach = min(end, start + HEAD)
        self.titles = title_pattern(title) if title else []
        self.dates = dates.find(text, start, self.reach)
        self.at = start
        self.parts: list[Part] = []

    def cut(self) -> None:
        """Take piece after piece off the head, until none is left."""
        while self.at < self.reach:
            skipped = _SKIPPED.match(self.text, self.at, self.end)
            begin = skipped.end() if skipped and self.parts else self.at
            pieces = (self._title, self._date, self._furniture, self._names, self._gap, self._agency)
            if not any(piece(begin) for piece in pieces):
                break
        if self.parts and self.at < self.end:
            # Punctuation behind the last piece is its own, not the story's.
            rest = re.match(r"[\s.|)]*", self.text[self.at : self.end])
            stop = self.at + (rest.end() if rest else 0)
            self._take(self.at, stop, self.parts[-1].role)
        # A block that is all furniture by these rules is rather a short report.
        if self.at >= self.end and not (self._has(Role.HEADLINE) or self._has(Role.BODY)):
            self.at, self.parts = self.start, []

    def _take(self, start: int, end: int, role: Role) -> bool:
        """Cut off what ends at `end`; what was skipped before it joins the part before."""
        if self.parts and self.parts[-1].role is role and role is not Role.BODY:
            last = self.parts.pop()
            self.parts += part(self.text, last.start, end, role)
        else:
            if self.parts:
                last = self.parts.pop()
                self.parts += part(self.text, last.start, start, last.role)
            self.parts += part(self.text, self.at if not self.parts else start, end, role)
        self.at = end
        return True

    def _has(self, role: Role) -> bool:
        return any(part.role is role for part in self.parts)

    def _title_at(self, start: int) -> int | None:
        """Where a copy of the title that begins at `start` ends."""
        matches = (pattern.match(self.text, start, self.end) for pattern in self.titles)
        return max((match.end() for match in matches if match), default=None)

    def _title(self, start: int) -> bool:
        end = self._title_at(start)
        return end is not None and self._take(start, end, Role.REPEAT if self._has(Role.HEADLINE) else Role.HEADLINE)

    def _date(self, start: int) -> bool:
        label = LABEL.match(self.text, start, self.end)
        begin = label.end() if label else start
        date = next((date for date in self.dates if date.start == begin), None)
        if date is None or not alone(self.text, date, self.start):
            return False
        time = TIME.match(self.text, date.end, self.end)
        # What looks like a time may be the number that the headline begins with.
        timed = time is not None and not self._title_at(_past_space(self.text, date.end))
        return self._take(start, time.end() if time and timed else date.end, Role.DATE)

    def _furniture(self, start: int) -> bool:
        match = HEAD_PIECE.match(self.text, start, self.end)
        # Words such as "Video" may also begin the headline.
        return match is not None and match.end() > start and self._take(start, match.end(), Role.FURNITURE)

    def _names(self, start: int) -> bool:
        if not self._has(Role.DATE) and not self._has(Role.HEADLINE):
            return False
        match = _BY_NAMES.match(self.text, start, self.end)
        return match is not None and not self._ahead(start) and self._take(start, match.end(), Role.BYLINE)

    def _agency(self, start: int) -> bool:
        """An agency's letters right before the first sentence ("ANA At least …")."""
        match = _LETTERS.match(self.text, start, self.end) if self.parts else None
        return match is not None and not is_furniture(match.group()) and self._take(start, match.end(), Role.CREDIT)

    def _ahead(self, start: int) -> tuple[int, bool] | None:
        """The next copy of the title or date that stands alone, and whether it is a date."""
        stop = min(self.reach, start + _LONGEST_GAP)
        near = min(self.end, stop + HEAD)
        titles = [match.start() for pattern in self.titles if (match := pattern.search(self.text, start, near))]
        dated = [date.start for date in self.dates if date.start >= start and alone(self.text, date, self.start)]
        found = [(at, False) for at in titles if at < stop and not self._has(Role.HEADLINE)] + [
            (at, True) for at in dated if at < stop and not self._has(Role.DATE)
        ]
        return min(found, default=None)

    def _gap(self, start: int) -> bool:
        """What stands between here and the next date or title: an agency, names, or the deck."""
        ahead = self._ahead(start)
        if ahead is None or ahead[0] <= start:
            return False
        at, is_date = ahead
        gap = self.text[start:at].strip()
        words = gap.split()
        ended = _SENTENCE_END.search(gap)
        if _BY.match(gap) and len(words) <= 14 and not ended:
            return self._take(start, at, Role.BYLINE)
        if len(words) <= 3 and not ended:
            return self._take(start, at, Role.CREDIT if is_date and self._has(Role.HEADLINE) else Role.FURNITURE)
        if not is_date or not self._has(Role.HEADLINE):
            return False
        if len(words) <= 8 and not any(word[0].islower() for word in words):
            return self._take(start, at, Role.FURNITURE)
        agency = _AGENCY.search(gap) or re.search(rf"(?<=\s){_NAME}$", gap)
        if agency is None:
            return False
        split = start + len(self.text[start:at]) - len(self.text[start:at].lstrip()) + agency.start()
        self._take(start, split, Role.BODY)
        return self._take(split, at, Role.CREDIT)


def _past_space(text: str, at: int) -> int:
    """The first place from `at` on that is no white space."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def cut_tail(text: str, start: int, end: int) -> tuple[int, list[Part]]:
    """Where the story that begins at `start` ends, and the parts behind it up to `end`."""
    staff = STAFF.search(text, max(start, end - 400), end)
    if staff and (staff.start() == start or text[staff.start() - 2 : staff.start()] in (". ", "” ", '" ')):
        if staff.start() > start:
            return staff.start(), part(text, staff.start(), end, Role.CREDIT)
        return end, []
    offer = TAIL_OFFER.search(text, max(start + 1, end - 600), end)
    if offer:
        return offer.start(), part(text, offer.start(), end, Role.FURNITURE)
    sentence_ends = [match.end() for match in _SENTENCE_END.finditer(text, max(start, end - 1_000), end)]
    last = sentence_ends[-1] if sentence_ends else start
    agency = _ENDS.search(text, max(last - 80, start), end)
    if agency and agency.start() > start:
        # "(With Meridian)" closes a report; a piece of furniture may follow it.
        return agency.start(), part(text, agency.start(), end, Role.CREDIT)
    rest = text[last:end].strip()
    if not rest or last == start:
        return end, []
    piece = TAIL_PIECE.search(text, last, end)
    if piece:
        source = text[piece.start() : piece.end()].casefold().startswith(("source", "(source"))
        return piece.start(), part(text, piece.start(), end, Role.CREDIT if source else Role.FURNITURE)
    words = rest.split()
    # Names such as "de-Vries" are written small in front.
    if len(words) <= 5 and not any(word[0].islower() and not _SMALL_NAME.match(word) for word in words):
        return last, part(text, last, end, Role.FURNITURE)
    return end, []


def split_block(text: str, start: int, end: int, title: str | None, first: bool, final: bool) -> list[Part]:
    """The parts of the block of prose from `start` to `end`: the `first` one may have a head, the `final` one a
    tail."""
    head = HeadCutter(text, start, end, title)
    dateline = find_dateline(text, start, end) if first else None
    if first and not (dateline and dateline.date and text[start:end].split("(")[0].strip().isupper()):
        head.cut()  # of "HALM (5 April 2017) – …" nothing is cut off: it is read whole
    stop, tail = cut_tail(text, head.at, end) if final else (end, [])
    if not first:
        return part(text, head.at, stop, Role.BODY) + tail
    story = [piece for body in _tags(text, head.at, stop) for piece in _standfirst(text, body)]
    return head.parts + story + tail


def _tags(text: str, start: int, end: int) -> list[Part]:
    """The story, with a list of tags cut out where it is clear where the list ends."""
    tags = TAGS.search(text, start, min(end, start + 600))
    opener = OPENER.search(text, tags.end(), min(end, tags.end() + 200)) if tags else None
    if tags is None or opener is None or tags.start() == start:
        return part(text, start, end, Role.BODY)
    if _SENTENCE_END.search(text, tags.end(), opener.start()):
        return part(text, start, end, Role.BODY)
    return (
        part(text, start, tags.start(), Role.BODY)
        + part(text, tags.start(), opener.start(), Role.FURNITURE)
        + part(text, opener.start(), end, Role.BODY)
    )


def _standfirst(text: str, body: Part) -> list[Part]:
    """The story, cut where its first sentence is printed again right after itself."""
    if body.role is not Role.BODY or body.end - body.start < 80:
        return [body]
    again = text.find(text[body.start : body.start + 40], body.start + 40, body.end)
    if again < 0:
        return [body]
    once = text[body.start : again].rstrip()
    stem = once.rstrip(" .")
    if not text.startswith(stem, again):
        return [body]
    stop = again + len(stem)
    told = part(text, body.start, again, Role.BODY)
    if not _SENTENCE_END.match(text, stop, body.end):
        # The second time the sentence goes on; at least it begins anew here.
        return told + part(text, again, body.end, Role.BODY)
    stop += 1
    return told + part(text, again, stop, Role.REPEAT) + part(text, stop, body.end, Role.BODY)
