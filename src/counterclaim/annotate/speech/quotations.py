"""Where quotations begin and end, whatever marks they are set in.

A mark's shape says less than its place: `"` and `''` open and close, typists take one for the other, and a mark
is often missing. So each is read as opening or closing by what stands beside it, one paragraph at a time. A
quotation that nothing closes goes on if the next paragraph opens with a mark again; otherwise it ends where its
speaker is named (", he said.") or with its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DOUBLE = re.compile(r"''|``|[\"“”„‟«»〝〞]")
_SINGLE = re.compile(r"[‘’‚‛'`]")
_OPENING = frozenset({"“", "„", "«", "``", "〝", "‟"})
_CLOSING = frozenset({"”", "»", "〞"})
_BEFORE_OPENING = frozenset("([{-–—/:;…\u00a0‘'")
_AFTER_CLOSING = frozenset(")]}-–—/:;,.?!…\u00a0’'")
_SENTENCE_END = re.compile(r"[.?!…][\"”»'’)\]]*(?=\s+[\"“A-Z]|\s*$)")

#: An unclosed mark in a text without paragraphs may not swallow the text: beyond this it ends with its sentence.
LONGEST_UNCLOSED = 1200
#: A paragraph longer than this, in characters, is no quotation that lost its marks.
LONGEST_UNMARKED = 1500
#: What stands before a stray closing mark was quoted only if it is this long.
SHORTEST_UNOPENED = 20
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|I|[Oo]ur|[Uu]s|[Mm]y|[Mm]e)\b")
#: Between single marks: more than this is two apostrophes, not a quotation.
LONGEST_SINGLE = 300

#: ", he said." or ", the president told reporters" at the end of what may be a quotation without its mark.
_NAME = r"(?:he|she|they|[Tt]he(?:\s[\w-]+){1,3}|[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3})"
_SAID = r"(?:said|says|added|told|noted|stressed|explained|continued|concluded|wrote|warned|insisted|stated|argued)"
_TAIL = re.compile(rf",?\s(?:{_NAME}\s(?:(?:also|then)\s)?{_SAID}|{_SAID}\s{_NAME})(?:\s[\w'’-]+){{0,8}}[.]?\s*$")
#: A tail is no longer than this; it is not looked for further from the end.
_LONGEST_TAIL = 160


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks, as offsets. `continues` if the next paragraph goes on with it; `marked` is
    False where its marks were lost and its end is inferred."""

    start: int
    end: int
    continues: bool = False
    marked: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool


def find_quotations(text: str, paragraphs: list[tuple[int, int]]) -> list[Quotation]:
    """The outermost quotations of each paragraph, in order."""
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else None
        goes_on = following is not None and bool(_leading_mark(text, following))
        found.extend(_in_paragraph(text, start, end, goes_on))
    return found


def find_unmarked(text: str, start: int, end: int) -> Quotation | None:
    """A paragraph that reads as a quotation whose marks were lost: it ends in "he said" or "the president said".

    Only of several sentences with a "we" or "I" in them: otherwise ", he said" reports its own sentence alone.
    """
    if end - start > LONGEST_UNMARKED:
        return None
    tail = _TAIL.search(text, max(start, end - _LONGEST_TAIL), end)
    if not tail or text[tail.start()] != ",":
        return None
    if not _SENTENCE_END.search(text, start, tail.start()) or not _FIRST_PERSON.search(text, start, tail.start()):
        return None
    return Quotation(start, tail.start() + 1, marked=False)


def _leading_mark(text: str, offset: int) -> re.Match[str] | None:
    return _DOUBLE.match(text, offset) or _SINGLE.match(text, offset)


def _in_paragraph(text: str, start: int, end: int, goes_on: bool) -> Iterator[Quotation]:
    """The quotations of one paragraph. `goes_on` if the next one begins with a mark."""
    marks = list(_marks(text, start, end))
    position = 0
    last_end = start
    while position < len(marks):
        mark = marks[position]
        position += 1
        if not mark.opens:
            if last_end == start and _lost_its_opening(text, start, mark):
                yield Quotation(start, mark.end)
                last_end = mark.end
            continue
        closing, interrupting = _match(marks, position)
        if closing is not None:
            last_end = marks[closing].end
            yield Quotation(mark.start, last_end)
            position = closing + 1
            continue
        limit = end if interrupting is None else marks[interrupting].start
        last_end, continues = _unclosed(text, mark, limit, goes_on and interrupting is None)
        yield Quotation(mark.start, last_end, continues)
        if interrupting is None:
            return
        position = interrupting


def _match(marks: list[_Mark], position: int) -> tuple[int | None, int | None]:
    """The mark that closes the one before `position`, past those nested in it; or, where there are too few closing
    marks for that, the next opening one, which shows that it was never closed."""
    surplus = sum(1 if mark.opens else -1 for mark in marks[position:])
    depth = 1
    for number in range(position, len(marks)):
        if marks[number].opens:
            if surplus >= 0:
                return None, number
            depth += 1
            surplus -= 1
        else:
            depth -= 1
            surplus += 1
            if depth == 0:
                return number, None
    return None, None


def _unclosed(text: str, mark: _Mark, limit: int, goes_on: bool) -> tuple[int, bool]:
    """Where a quotation ends that nothing closes, and whether the next paragraph goes on with it."""
    tail = _TAIL.search(text, max(mark.end, limit - _LONGEST_TAIL), limit)
    if tail:
        return tail.start() + (text[tail.start()] == ","), False
    if goes_on:
        return limit, True
    if limit - mark.start > LONGEST_UNCLOSED:
        stop = _SENTENCE_END.search(text, mark.end, limit)
        return (stop.end() if stop else limit), False
    while limit > mark.end and text[limit - 1].isspace():
        limit -= 1
    return limit, False


def _lost_its_opening(text: str, start: int, mark: _Mark) -> bool:
    """Whether a closing mark ends a quotation that began where the paragraph does: a comma or a full stop stands
    before it, and enough words for a sentence."""
    words = text[start : mark.start].rstrip()
    return len(words) >= SHORTEST_UNOPENED and words[-1] in ",.?!"


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """The quotation marks of a paragraph, each read as opening or closing."""
    open_now = False
    doubles = list(_DOUBLE.finditer(text, start, end))
    if not doubles:
        yield from _single_marks(text, start, end)
        return
    german = any(m[0] == "„" for m in doubles)
    for match in doubles:
        glyph = match[0]
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        left_free = before.isspace() or before in _BEFORE_OPENING
        right_free = after.isspace() or after in _AFTER_CLOSING
        if glyph in _CLOSING:
            opens = left_free and not right_free and not open_now
        elif glyph in _OPENING:
            opens = not (open_now and right_free and (not left_free or german))
        elif left_free != right_free:
            opens = left_free
        else:
            opens = not open_now
        open_now = opens
        yield _Mark(match.start(), match.end(), opens)


def _single_marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """Quotations in single marks, in a paragraph that has no double ones. Apostrophes stand beside letters on both
    sides, or have no partner."""
    last = start
    for match in _SINGLE.finditer(text, start, end):
        if match.start() < last:
            continue
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        if not (before.isspace() or before in "([{-–—") or not (after.isalnum() or after in "[…"):
            continue
        for other in _SINGLE.finditer(text, match.end() + 1, min(end, match.end() + LONGEST_SINGLE)):
            follows = text[other.end()] if other.end() < end else " "
            if not follows.isalnum() and not text[other.start() - 1].isspace():
                yield _Mark(match.start(), match.end(), True)
                yield _Mark(other.start(), other.end(), False)
                last = other.end()
                break
