"""Sums that do not add up: a report gives a total, and parts of it that come to more.

Only parts that cannot overlap are added: soldiers, fighters and civilians, not the women and children among them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from counterclaim.link.compare.counts.read import victims
from counterclaim.link.compare.counts.sizes import size
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.incidents.tellings import HARM
from counterclaim.link.pile import Pile
from counterclaim.records import Figure, Slot

#: Kinds of people of whom nobody is of two.
_DISJOINT = frozenset({"troops", "fighters", "civilians"})
#: A list stands no further behind its total than this, in characters.
_LISTED = 200
_SCORE = 0.8


def compare_sums(pile: Pile) -> Iterator[Finding]:
    """Compare totals with the sum of their parts."""
    parts: dict[str, list[Figure]] = defaultdict(list)
    for found in pile.annotations.values():
        here = {figure.id: figure for figure in found.figures}
        for figure in found.figures:
            total = figure.part_of or _listed_under(pile, figure, found.figures)
            if total in here and not figure.approximate and victims(figure) in _DISJOINT:
                parts[total or ""].append(figure)
    for total, added in parts.items():
        whole = pile.figures[total]
        kinds = [victims(part) for part in added]
        people = bool(HARM.intersection(whole.happened)) and whole.statement is not None
        if people and len(added) > 1 and len(set(kinds)) == len(kinds) and _exceed(whole, added):
            yield _finding(pile, whole, added)


def _listed_under(pile: Pile, part: Figure, figures: Sequence[Figure]) -> str | None:
    """The total that a colon of the same sentence lists a figure under: "20 dead: 12 soldiers and 10 civilians"."""
    text = pile.reports[part.report].text
    for whole in figures:
        between = text[whole.span.end : part.span.start]
        near = 0 < part.span.start - whole.span.end <= _LISTED and ". " not in between and "\n" not in between
        if near and between.count(":") == 1 and set(whole.happened) & set(part.happened):
            return whole.id
    return None


def _exceed(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts come to more than their total can be; "at least 20" can be anything above."""
    return whole.high is not None and not whole.approximate and sum(size(part) for part in parts) > whole.high


def _finding(pile: Pile, whole: Figure, parts: Sequence[Figure]) -> Finding:
    happened = whole.happened[0].value
    added = " and ".join(f"{size(part):,.0f} {victims(part)}" for part in parts)
    total = sum(size(part) for part in parts)
    sides = [
        # By its claim, so that the total's difference with another account stays a question of its own.
        _answer(pile, whole, whole.claim or whole.id, f"{size(whole):,.0f} {happened}"),
        _answer(pile, parts[0], parts[0].id, f"{added}: {total:,.0f} {happened}"),
    ]
    reasons = [
        f"The report gives a total of {size(whole):,.0f} {happened}.",
        f"Its parts come to {total:,.0f} ({added}).",
    ]
    return conflict(Slot.COUNT, _SCORE, f"Were {size(whole):,.0f} people {happened}, or {added}?", reasons, *sides)


def _answer(pile: Pile, figure: Figure, record: str, words: str) -> Answer:
    sentence = sentence_at(pile.reports[figure.report].text, figure.span.start, figure.span.end)
    return Answer(record, figure.statement or "", words, pile.evidence(figure.report, sentence))
