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
LONGEST_UNMARKED = 1500
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
    closes: bool


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
    marks = list(_marks(text, start, end))
    position = 0
    last_end = start
    while position < len(marks):
        mark = marks[position]
        position += 1
        if mark.start < last_end:
            continue
        if not mark.opens:
            opening = _lost_opening(text, last_end if last_end > start else start, mark)
            if opening is not None and last_end == start:
                yield Quotation(opening, mark.end)
                last_end = mark.end
            continue
        depth = 1
        closing = None
        interrupted = None
        for later in range(position, len(marks)):
            inner = marks[later]
            if inner.closes and not (inner.opens and depth == 0):
                depth -= 1
                if depth == 0:
                    closing = inner
                    position = later + 1
                    break
            elif inner.opens:
                if sum(m.closes for m in marks[later:]) <= sum(m.opens and not m.closes for m in marks[later:]):
                    interrupted = inner
                    position = later
                    break
                depth += 1
        if closing is not None:
            last_end = closing.end
            yield Quotation(mark.start, closing.end)
            continue
        limit = interrupted.start if interrupted else end
        stop, continues = _unclosed(text, mark, limit, goes_on and interrupted is None)
        last_end = stop
        yield Quotation(mark.start, stop, continues)
        if interrupted is None:
            return


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


def _lost_opening(text: str, start: int, mark: _Mark) -> int | None:
    """Where a quotation began whose opening mark is missing: at its paragraph's beginning, if a comma or a full
    stop stands before the closing mark."""
    if mark.start > start and text[: mark.start].rstrip()[-1:] in (",", ".", "?", "!") and mark.start - start > 20:
        return start
    return None


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
        yield _Mark(match.start(), match.end(), opens, not opens)


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
                yield _Mark(match.start(), match.end(), True, False)
                yield _Mark(other.start(), other.end(), False, True)
                last = other.end()
                break
