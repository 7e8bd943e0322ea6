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
from itertools import accumulate, islice

_DOUBLE = re.compile(r"''|``|‘‘|’’|,,(?=[\w(\[…'‘‚])|<<(?=\s?[\w(\[…'‘])|(?<=\S)>>|[\"＂“”„‟«»〝〞「」『』]")
#: A mark of which there are two is no single one.
_SINGLE = re.compile(r"[‚‛‹›]|(?<!‘)‘(?!‘)|(?<!’)’(?!’)|(?<!')'(?!')|(?<!`)`(?!`)")
_OPENING = frozenset({"“", "„", "«", "``", "‘‘", ",,", "<<", "〝", "‟", "「", "『"})
_CLOSING = frozenset({"”", "»", ">>", "’’", "〞", "」", "』"})
_BEFORE_OPENING = frozenset("([{-–—/:;…\u00a0‘'")
_AFTER_CLOSING = frozenset(")]}-–—/:;,.?!…\u00a0’'")
#: Words that begin with an apostrophe.
_ELISION = re.compile(r"['’‘](?:em|tis|twas|til|till|cause|bout|round|n|\d\ds)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bLt)(?<!\bMrs)(?<!\bGen)(?<!\bCol)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\b[A-Z])"
    r"[.?!…][\"”»'’)\]]*(?=\s+[\"“A-Z]|\s*$)"
)

_SPACE = re.compile(r"\s+")

#: An unclosed mark may not swallow the text: beyond this, and always in a text without paragraphs, it ends with its
#: sentence.
LONGEST_UNCLOSED = 1200
#: A paragraph longer than this, in characters, is no quotation that lost its marks.
LONGEST_UNMARKED = 1500
#: What stands before a stray closing mark was quoted only if it is this long.
SHORTEST_UNOPENED = 20
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|I|[Oo]ur|[Uu]s|[Mm]y|[Mm]e)\b")
#: Between single marks that do not stand where those of speech do, more than this is two apostrophes, no quotation.
LONGEST_SINGLE = 300
#: More than so many marks that open, with none that closes, are no quotations in a quotation.
MOST_INSIDE = 8
#: What stands before the closing mark of speech.
_ENDS_SPEECH = frozenset(',.?!…"”»’“')

#: ", he said." or ", the president told reporters" at the end of what may be a quotation without its mark.
_NAME = r"(?:he|she|they|[Tt]he(?:\s[\w-]+){1,3}|[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3})"
_SAID = r"(?:said|says|added|told|noted|stressed|explained|continued|concluded|wrote|warned|insisted|stated|argued)"
_CUE = re.compile(rf"\b{_SAID}\b")
_TAIL = re.compile(rf",?\s(?:{_NAME}\s(?:(?:also|then)\s)?{_SAID}|{_SAID}\s{_NAME})(?:\s[\w'’-]+){{0,8}}[.]?\s*$")
#: A tail is no longer than this; it is not looked for further from the end.
_LONGEST_TAIL = 160
#: "The president told reporters: " at the head of what may be a quotation without its marks.
_LEAD = re.compile(rf"[^.:?!]{{0,160}}\b{_SAID}\b[^.:?!]{{0,60}}:\s+(?=[A-Z])")


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
        leading = _leading_mark(text, following) if following is not None else None
        found.extend(_in_paragraph(_Line(text, start, end, leading, len(paragraphs) == 1)))
    return found


def find_unmarked(text: str, start: int, end: int) -> Quotation | None:
    """What reads as a quotation whose marks were lost, in a paragraph without any: what stands before a final "he
    said", after an initial "He told reporters:", or goes on after "We will go, he said."

    Only of sentences with a "we" or "I" in them: otherwise ", he said" reports its own sentence alone.
    """
    if end - start > LONGEST_UNMARKED:
        return None
    tail = _TAIL.search(text, max(start, end - _LONGEST_TAIL), end)
    if tail:
        whole = text[tail.start()] == "," and _SENTENCE_END.search(text, start, tail.start())
        first_person = _FIRST_PERSON.search(text, start, tail.start())
        return Quotation(start, tail.start() + 1, marked=False) if whole and first_person else None
    lead = _LEAD.match(text, start, end)
    if lead:
        return Quotation(lead.end(), end, marked=False) if _FIRST_PERSON.search(text, lead.end(), end) else None
    return _unmarked_after(text, start, end)


def _unmarked_after(text: str, start: int, end: int) -> Quotation | None:
    """What goes on after "We will go, he said.": sentences that all have a "we" or "I" in them."""
    sentences = _sentences(text, start, end)
    first = sentences[0]
    tail = _TAIL.search(text, max(first[0], first[1] - _LONGEST_TAIL), first[1])
    if tail is None or text[tail.start()] != "," or len(sentences) == 1:
        return None
    if not all(_FIRST_PERSON.search(text, *sentence) for sentence in (*sentences[1:], (start, tail.start()))):
        return None
    return Quotation(sentences[1][0], end, marked=False)


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences between two offsets, without the white space between them; at least one."""
    found = []
    for match in _SENTENCE_END.finditer(text, start, end):
        found.append((start, match.end()))
        space = _SPACE.match(text, match.end(), end)
        start = space.end() if space else match.end()
    return [*found, (start, end)] if start < end or not found else found


def _leading_mark(text: str, offset: int) -> re.Match[str] | None:
    return _DOUBLE.match(text, offset) or _SINGLE.match(text, offset)


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph from `start` to `end`. `leading` is the mark the next one begins with; `alone` says that the text
    has no other paragraph, so that its end is no sign of a quotation's end."""

    text: str
    start: int
    end: int
    leading: re.Match[str] | None
    alone: bool


def _in_paragraph(line: _Line) -> list[Quotation]:
    """The quotations of one paragraph: in double marks, and those in single ones that stand outside of them."""
    double = list(_paired(line, list(_marks(line.text, line.start, line.end))))
    single = list(_in_single_marks(line, strict=bool(double)))
    outer = [one for one in single if not any(q.start < one.start < q.end or q.start < one.end < q.end for q in double)]
    kept = [q for q in double if not any(one.start <= q.start and q.end <= one.end for one in outer)]
    return sorted([*kept, *outer], key=lambda q: q.start)


def _paired(line: _Line, marks: list[_Mark]) -> Iterator[Quotation]:
    """The quotations between double marks, and from or to those that have lost their partner."""
    position = 0
    last_end = line.start
    surplus = list(accumulate((1 if mark.opens else -1 for mark in reversed(marks)), initial=0))
    while position < len(marks):
        mark = marks[position]
        position += 1
        if not mark.opens:
            begin = _lost_opening(line, last_end, mark)
            if begin is not None:
                yield Quotation(begin, mark.end)
                last_end = mark.end
            continue
        closing, interrupting = _match(marks, position, surplus[len(marks) - position])
        if interrupting is not None and _holds_names(line, mark, marks, position):
            interrupting = None
        if closing is not None:
            last_end = marks[closing].end
            yield Quotation(mark.start, last_end)
            position = closing + 1
            continue
        limit = line.end if interrupting is None else marks[interrupting].start
        last_end, continues = _unclosed(line, mark, limit)
        yield Quotation(mark.start, last_end, continues)
        if interrupting is None:
            return
        position = interrupting


def _match(marks: list[_Mark], position: int, surplus: int) -> tuple[int | None, int | None]:
    """The mark that closes the one before `position`, past those nested in it; or, where there are too few closing
    marks for that, the next opening one, which shows that it was never closed. `surplus` is by how many the opening
    marks from `position` on outnumber the closing ones."""
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


def _holds_names(line: _Line, mark: _Mark, marks: list[_Mark], position: int) -> bool:
    """Whether a quotation that goes on in the next paragraph, with a mark like its own, holds what is marked from
    `position` on: it begins as speech does, and none of the others do."""
    alike = line.leading is not None and line.leading[0] == line.text[mark.start : mark.end]
    goes_on = alike and _begins_speech(line, mark.start)
    return goes_on and not any(
        _begins_speech(line, other.start) for other in islice(marks, position, None) if other.opens
    )


def _unclosed(line: _Line, mark: _Mark, limit: int) -> tuple[int, bool]:
    """Where a quotation ends that nothing closes, and whether the next paragraph goes on with it."""
    text = line.text
    short = limit - mark.start <= LONGEST_UNCLOSED
    sentences = _sentences(text, mark.end, limit)
    # Where neither the end of the paragraph nor its length bounds the quotation, its own sentence must.
    within_reach = sentences if short and (not line.alone or mark.start == line.start) else sentences[:1]
    for start, end in within_reach:
        tail = _TAIL.search(text, max(start, end - _LONGEST_TAIL), end)
        if tail:
            return tail.start() + (text[tail.start()] == ","), False
    if limit == line.end and line.leading is not None:
        return limit, True
    if line.alone or not short:
        limit = sentences[0][1]
    while limit > mark.end and text[limit - 1].isspace():
        limit -= 1
    return limit, False


def _lost_opening(line: _Line, last_end: int, mark: _Mark) -> int | None:
    """Where the quotation begins that a closing mark ends, if its opening one was lost: where the paragraph does, or
    with its sentence where another quotation or too much text stands before. A comma or a full stop stands before
    such a mark, and enough words for a sentence."""
    text = line.text
    if text[max(line.start, mark.start - 3) : mark.start].rstrip()[-1:] not in (",", ".", "?", "!"):
        return None
    whole = last_end == line.start and not line.alone and mark.start - line.start <= LONGEST_UNCLOSED
    near = max(last_end, mark.start - LONGEST_UNCLOSED)
    begin = line.start if whole else _sentences(text, near, mark.start)[-1][0]
    words = text[begin : mark.start].rstrip()
    if len(words) < SHORTEST_UNOPENED:
        return None
    # Where a cue stands before the mark, what it opens began behind that.
    return begin if whole or ((begin > last_end or last_end == line.start) and not _CUE.search(words)) else None


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """The double quotation marks of a paragraph, each read as opening or closing."""
    open_now = False
    doubles = list(_DOUBLE.finditer(text, start, end))
    german = any(m[0] in ("„", ",,") for m in doubles)
    for match in doubles:
        glyph = match[0]
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        left_free = before.isspace() or before in _BEFORE_OPENING
        begins_inner = after in "‘’'" and match.end() + 1 < end and text[match.end() + 1].isalnum()
        right_free = after.isspace() or (after in _AFTER_CLOSING and not (begins_inner and glyph in _CLOSING))
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


def _in_single_marks(line: _Line, strict: bool) -> Iterator[Quotation]:
    """Quotations in single marks. Apostrophes stand beside letters on both sides, or have no partner.

    `strict` asks for the marks of speech on both sides: in a paragraph with double ones, single ones are more often
    apostrophes.
    """
    text, position = line.text, line.start
    while position < line.end:
        mark = _SINGLE.search(text, position, line.end)
        if mark is None:
            return
        position = mark.end()
        if not _opens_single(line, mark):
            continue
        speech = _begins_speech(line, mark.start())
        closing = _closing_single(line, mark, speech)
        if closing is not None:
            if speech or not strict:
                if not strict or text[closing - 2] in _ENDS_SPEECH:
                    yield Quotation(mark.start(), closing)
                position = closing
        elif speech:
            goes_on = line.leading is not None and _SINGLE.match(line.leading[0]) is not None
            if goes_on or (not strict and _TAIL.search(text, max(mark.end(), line.end - _LONGEST_TAIL), line.end)):
                end, continues = _unclosed(line, _Mark(mark.start(), mark.end(), True), line.end)
                yield Quotation(mark.start(), end, continues)
                return


def _opens_single(line: _Line, mark: re.Match[str]) -> bool:
    """Whether a single mark stands where one opens: before a word and after none."""
    before = line.text[mark.start() - 1] if mark.start() > line.start else " "
    after = line.text[mark.end()] if mark.end() < line.end else " "
    beside = after.isalnum() or after in "[(…" or (mark[0] in "‹›" and after.isspace()) or bool(_DOUBLE.match(after))
    return (before.isspace() or before in "([{-–—") and beside and not _ELISION.match(line.text, mark.start(), line.end)


def _begins_speech(line: _Line, offset: int) -> bool:
    """Whether what stands before an opening mark lets speech begin: nothing, or the end of a clause."""
    before = offset - 1
    while before >= line.start and line.text[before].isspace():
        before -= 1
    return before < line.start or line.text[before] in ",:.?!—–"


def _closing_single(line: _Line, opening: re.Match[str], speech: bool) -> int | None:
    """Where the quotation ends that a single mark opens; None if nothing closes it.

    The mark in "the boys' club" may be an apostrophe: it is one if a mark that ends speech follows before another
    one opens.
    """
    text = line.text
    apostrophe: int | None = None
    inside = 0
    for mark in _SINGLE.finditer(text, opening.end() + 1, min(line.end, opening.end() + LONGEST_UNCLOSED)):
        follows = text[mark.end()] if mark.end() < line.end else " "
        before = text[mark.start() - 1]
        far = mark.end() - opening.start() > LONGEST_SINGLE
        if far and not speech:
            break
        if before.isspace() and follows.isalnum():
            inside += 1
            if apostrophe is not None or inside > MOST_INSIDE:
                break
            continue
        if follows.isalnum() or (before.isspace() and mark[0] not in "‹›"):
            continue
        if speech and before in _ENDS_SPEECH:
            return mark.end()
        if far:
            continue
        if before != "s" or not re.match(r"\s\w", text[mark.end() : mark.end() + 2]):
            return mark.end()
        if apostrophe is None:
            apostrophe = mark.end()
    return apostrophe
