"""Numbers that a report gives side by side and does not add up: "four guards and a boy were killed" are five people.

Another account gives such a number at once. A total is made of exact numbers of people of different names, to whom one
sentence has the same happen, where the report gives no total itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.link.compare.counts.count import Count
from counterclaim.link.compare.counts.read import is_anybody, victims
from counterclaim.link.compare.counts.sizes import size
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.pile import Pile
from counterclaim.records import Happened

#: Between two numbers that are counted side by side, behind what the first of them counts.
_BESIDE = re.compile(
    r"(?:, (?:and |as well as )?| and | as well as |, along with | along with )(?:also |his |her |the |their )?"
)
#: Words for anybody are no part of a list ("nine people, two of them soldiers").
_ANYBODY = frozenset({"people", "civilians"})

Told = tuple[Telling, list[Count]]


def with_totals(pile: Pile, told: Sequence[Told]) -> list[Told]:
    """The counts of one report, and with the first of those that stand side by side their total."""
    every = sorted(((t, c) for t, counts in told for c in counts), key=lambda one: one[1].figure.span.start)
    made = {telling.record: list(counts) for telling, counts in told}
    at = 0
    while at < len(every):
        run = [every[at][1]]
        for _, count in every[at + 1 :]:
            if not _goes_on(pile, run[-1], count):
                break
            run.append(count)
        if len(run) > 1:
            total = sum(size(count.figure) for count in run)
            if not any(c.happened is run[0].happened and size(c.figure) == total for _, c in every):
                made[every[at][0].record].append(_total(run, total))
        at += len(run)
    return [(telling, made[telling.record]) for telling, _ in told]


def _goes_on(pile: Pile, one: Count, other: Count) -> bool:
    """Whether two counts stand side by side, each of people of its own, to whom the same happened."""
    of_people = (one.harm and one.happened is not Happened.DESTROYED) or bool(one.matter)
    same = one.happened is other.happened and one.matter == other.matter and one.scene.sentence == other.scene.sentence
    if not of_people or not same or not all(_can_be_part(count) for count in (one, other)):
        return False
    text = pile.reports[one.figure.report].text
    between = text[one.figure.span.end : other.figure.span.start]
    noun = f" {one.figure.of}" if not one.figure.span.text.endswith(one.figure.of or "") else ""
    named = [head_noun(count.figure.of or "") for count in (one, other)]
    return between.startswith(noun) and bool(_BESIDE.fullmatch(between[len(noun) :])) and named[0] != named[1]


def _can_be_part(count: Count) -> bool:
    """Whether a count is exact, and of people who have a name of their own."""
    figure = count.figure
    whole = figure.part_of is None and not count.part
    exact = figure.low == figure.best == figure.high is not None and not count.long and whole
    return exact and bool(figure.of) and not is_anybody(figure) and victims(figure) not in _ANYBODY


def _total(run: Sequence[Count], total: float) -> Count:
    """The counts of a list as one; its record is that of the smallest of them, which is hardly ever compared itself."""
    kinds = {count.victims for count in run}
    least = min(run, key=lambda count: (size(count.figure), count.figure.span.start))
    figure = replace(run[0].figure, id=least.figure.id, low=total, best=total, high=total, of=None)
    return replace(
        run[0],
        figure=figure,
        victims=kinds.pop() if len(kinds) == 1 else "people",
        apart=run[0].apart | kinds,
        added=tuple(size(count.figure) for count in run),
        part=False,
        part_of_like=False,
        whole=None,
        twins=(),
    )
