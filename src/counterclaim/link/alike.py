"""Claims of two reports that say the same of one happening.

Two claims of one kind of deed are looked at if they share who, whom, where or their incident, and can be of one day.
What they share is weighed in `same_deed.py`; what both give must not differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.same_deed import DAYS, Told, Weights, kind_of, parts_of
from counterclaim.link.sought import Sought
from counterclaim.link.when import published
from counterclaim.records import Claim, Figure, Modality, Polarity

#: Claims of one block that are looked at; more say that all of the pile is about such deeds.
_MOST = 40
#: Predicates that tell no happening.
_EMPTY = frozenset(
    "be have do make take go get say tell see come give use need know keep let try want continue begin start find put "
    "exist become show help work think look set call happen remain seem report confirm add accuse deny claim believe "
    "include follow lead cause leave hold carry bring turn run come according describe note mention stress".split()
)
#: What is done again and again is no happening that two can tell of.
_HABIT = Sought(r"\b(?:regularly|repeatedly|consistently|often|routinely|usually|continu\w+|again and again)\b", re.I)


def alike_claims(
    pile: Pile, tellings: Tellings, incidents: Mapping[str, str]
) -> Iterator[tuple[list[Told], list[Told]]]:
    """Groups of claims that say the same, in the order of their first telling, and those of a group that say no more
    than the others do."""
    told = {t.claim.id: t for t in _tellings(pile, tellings)}
    order = sorted(told, key=lambda c: (pile.rank(told[c].claim.report), told[c].claim.trigger.start, c))
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for claim in order:
        for key in _keys(told[claim], incidents.get(claim)):
            blocks[key].append(claim)
    weights = Weights.of(pile, tellings, list(told.values()))
    seen: set[tuple[str, str]] = set()
    pairs: set[tuple[str, str]] = set()
    pile.comparing = "agreements"
    for key in sorted(blocks):
        for left, right in combinations(blocks[key][:_MOST], 2):
            if (left, right) in seen or told[left].claim.report == told[right].claim.report:
                continue
            seen.add((left, right))
            pile.look()
            one = incidents.get(left) is not None and incidents.get(left) == incidents.get(right)
            if weights.same(told[left], told[right], one=one):
                pairs.add((left, right))
    for group in _all_alike(order, pairs):
        members = [told[claim] for claim in group]
        yield members, [one for one in members if weights.plain(one, members)]


def _all_alike(order: Sequence[str], pairs: set[tuple[str, str]]) -> list[list[str]]:
    """Claims of which every two of two reports are a pair: each goes to the first group that it is alike with whole."""
    near: dict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        near[left].add(right)
        near[right].add(left)
    groups: list[list[str]] = []
    mine: dict[str, list[int]] = defaultdict(list)
    for claim in order:
        if not near[claim]:
            continue
        open_ = sorted({number for other in near[claim] for number in mine[other]})
        fitting = next((n for n in open_ if near[claim].issuperset(groups[n])), None)
        if fitting is None:
            groups.append([])
            fitting = len(groups) - 1
        groups[fitting].append(claim)
        mine[claim].append(fitting)
    return [group for group in groups if len(group) > 1]


def number_of(figure: Figure) -> float | None:
    """The number itself; None for "dozens" and for ranges."""
    if figure.best is not None:
        return figure.best
    exact = figure.low is not None and figure.high is None and not figure.approximate
    return figure.low if exact else None


def _tellings(pile: Pile, tellings: Tellings) -> Iterator[Told]:
    when = {report: published(pile, report) for report in pile.annotations}
    for claim in pile.claims.values():
        if not _is_told(claim):
            continue
        scene = tellings.scenes[claim.id]
        if _HABIT.search(scene.sentence.text):
            continue
        figure = pile.figures.get(claim.figure or "")
        named = {entity.id for who in claim.place if (entity := pile.entity(who))}
        yield Told(
            claim,
            when[claim.report],
            scene,
            kind_of(claim),
            parts_of(pile, claim.report, claim.agent),
            parts_of(pile, claim.report, claim.patient),
            (scene.places if scene.placed else frozenset()) | named,
            number_of(figure) if figure else None,
        )


def _is_told(claim: Claim) -> bool:
    """Whether a claim tells of a happening as one that was."""
    word = claim.predicate.split()[0]
    there = claim.modality is Modality.FACT or (
        claim.modality is Modality.PRESUPPOSED and claim.polarity is Polarity.POSITIVE
    )
    there = there and claim.polarity is not Polarity.UNKNOWN
    return there and not claim.agent_any and (claim.event is not None or word not in _EMPTY)


def _keys(told: Told, incident: str | None) -> Iterator[tuple[str, ...]]:
    """What a claim is filed under: its kind with whom or where, and its incident or the days it can be of."""
    shared = {("who", part) for part in told.agents} | {("whom", part.split()[-1]) for part in told.patients}
    shared |= {("where", place) for place in told.places | told.scene.places}
    days: set[date] = {told.day} if told.day else set()
    if not days and told.published is not None:
        days = {date.fromordinal(told.published.toordinal() - n) for n in range(DAYS + 1)}
    for role, part in sorted(shared):
        for day in sorted(map(str, days)):
            yield told.kind, role, part, day
    if incident is not None:
        yield told.kind, "incident", incident
