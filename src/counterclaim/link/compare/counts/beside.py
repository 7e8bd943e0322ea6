"""The words around a number: right beside it, in its sentence, before it in its report; and whether a report passes
to another happening between two of its numbers."""

from __future__ import annotations

from counterclaim.link.compare.counts.count import Count
from counterclaim.link.compare.counts.words import (
    AND_OTHERS,
    ANOTHER,
    ANOTHER_VOICE,
    LATER,
    RETOLD,
    SET_AT,
    SET_FIRST,
    own_toll,
)
from counterclaim.link.pile import Pile
from counterclaim.link.scenes import Scene
from counterclaim.records import Figure

#: How much of a report is its headline and the line below it, in characters.
_HEAD = 130


def around(count: Count) -> str:
    """The words right before a count, its figure, and those right after it ("two of those who died")."""
    return words_around(count.figure, count.scene)


def words_around(figure: Figure, scene: Scene, before: int = 20, after: int = 12) -> str:
    """So many characters before a figure, the figure, and after it, within its sentence."""
    text, start = scene.sentence.text, scene.sentence.start
    return text[max(0, figure.span.start - start - before) : max(0, figure.span.end - start + after)]


def lead_in(pile: Pile, first: Count, last: Count) -> str:
    """What stands in the report's sentence before the later of two of its numbers, who says it included."""
    text = pile.reports[last.figure.report].text
    start = max(text.rfind(". ", 0, last.figure.span.start) + 2, text.rfind("\n", 0, last.figure.span.start) + 1)
    return text[max(start, first.figure.span.end, last.figure.span.start - 220) : last.figure.span.end + 25]


def sentence_around(pile: Pile, figure: Figure) -> str:
    """The report's own sentence around a figure, who says it included."""
    text, at = pile.reports[figure.report].text, figure.span
    start = max(text.rfind(". ", 0, at.start) + 2, text.rfind("\n", 0, at.start) + 1, at.start - 250, 0)
    stop = text.find(". ", at.end)
    return text[start : min(stop if stop >= 0 else len(text), at.end + 250)]


def head(pile: Pile, count: Count) -> str:
    """The headline of a count's report, and the line below it."""
    report = pile.reports[count.figure.report]
    return f"{report.title or ''} . {report.text[:_HEAD]}"


def passes_on(pile: Pile, first: Count, last: Count) -> bool:
    """Whether a report passes to another happening between two of its numbers, by its words."""
    text = pile.reports[first.figure.report].text
    between = ANOTHER_VOICE.sub("", AND_OTHERS.sub("", text[first.figure.span.end : last.figure.span.start]))
    before = lead_in(pile, first, last)
    if ANOTHER.search(between) or _opens_elsewhere(pile, first, last):
        return True
    return bool(LATER.search(before)) and not RETOLD.search(before) and not own_toll(before)


def _opens_elsewhere(pile: Pile, first: Count, last: Count) -> bool:
    """ "In Ostrel, two died": whether the sentence of the later number begins with a place that the other's, which is
    set at one too, does not name."""
    before, here = (_own_line(pile, count.figure) for count in (first, last))
    opens = SET_FIRST.match(here)
    if opens is None or before == here or opens["place"] in before:
        return False
    # also behind a toll that names no place, where the report has not named this one before
    text = pile.reports[last.figure.report].text
    above = text[: max(0, text.rfind(here[:_HEAD], 0, last.figure.span.end + _HEAD))]
    return bool(SET_AT.search(before)) or opens["place"] not in above


def _own_line(pile: Pile, figure: Figure) -> str:
    """The sentence around a figure, without the paragraphs beside it."""
    lines = sentence_around(pile, figure).split("\n")
    return next((line for line in lines if figure.span.text in line), lines[-1])
