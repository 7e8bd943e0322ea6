"""Agents: accounts lay one deed at different doors.

Two charges of the same kind of deed are compared where they can be of one: in one report, where who is blamed by the
one is who speaks in the other ("A accuses B of the gas attack, B says it was C"); in two reports, where they are likely
of one happening, and each blames the other or both name what was hit. A charge against "rebels" and one against a named
armed group do not differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.charges import ARMED_GROUPS, TELLING, Charge, charges_of, kinds_of, shortened
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import head_noun, tells
from counterclaim.link.incidents.likeness import Likeness, reasons
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.when import published, windows
from counterclaim.records import Evidence, Slot, Verdict

#: Likeness from which two charges of two reports are taken for one happening.
_ONE_HAPPENING = 0.6
#: An answer to a charge stands in the same report no further from it than this, in characters.
_NEAR = 1500
#: Kinds of deed that somebody did, as against states that last.
_DEEDS = TELLING - {"ceasefire", "hold", "siege"}
#: What many deeds hit: it does not tell one from another.
_NO_TARGET = frozenset({"area", "city", "town", "civilian", "position", "troop", "village", "neighborhood", "district"})
#: Charges of reports further apart than this, in days, are not compared.
_DAYS = 4
#: Charges of one kind in one week that are looked at; more say that all of the pile is about such deeds.
_MOST = 400


@dataclass(frozen=True, slots=True)
class _Told:
    """A charge with its telling and the telling kinds of deed in its words."""

    charge: Charge
    telling: Telling
    kinds: frozenset[str]


def compare_agents(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare charges of one kind of deed against different actors."""
    likeness = Likeness(tellings, pile.frequency, len(pile.reports))
    blocks: dict[tuple[str, int], list[_Told]] = defaultdict(list)
    for report in pile.annotations:
        for told in _told(pile, tellings, report):
            for key in _keys(pile, told):
                blocks[key].append(told)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        here = blocks[key][:_MOST]
        for at, left in enumerate(here):
            for right in here[at + 1 :]:
                pair = (left.charge.record, right.charge.record)
                if pair not in seen and _differ(left.charge, right.charge):
                    seen.add(pair)
                    finding = _compare(pile, likeness, left, right)
                    if finding is not None:
                        yield finding


def _told(pile: Pile, tellings: Tellings, report: str) -> Iterator[_Told]:
    for charge in charges_of(pile, report):
        kinds = kinds_of(charge.span.text) & _DEEDS
        if kinds:
            yield _Told(charge, tellings.at(report, charge.span.start, charge.span.end), kinds)


def _keys(pile: Pile, told: _Told) -> Iterator[tuple[str, int]]:
    day = published(pile, told.telling.report)
    number = day.toordinal() if day else 0
    for kind in sorted(told.kinds):
        for window in windows(number, _DAYS):
            yield kind, window


def _differ(left: Charge, right: Charge) -> bool:
    """Whether two voices blame two actors."""
    if left.actor == right.actor or left.by & right.by or not left.by or not right.by:
        return False
    armed = ARMED_GROUPS in (left.actor, right.actor)
    return not armed or all(
        charge.actor == ARMED_GROUPS or charge.actor.startswith("state ") for charge in (left, right)
    )


def _compare(pile: Pile, likeness: Likeness, left: _Told, right: _Told) -> Finding | None:
    one, other = left.charge, right.charge
    if left.telling.report == right.telling.report:
        mutual = one.actor in other.by or other.actor in one.by
        near = abs(one.span.start - other.span.start) <= _NEAR
        return (
            _finding(pile, left, right, 0.8, mutual=True, joined=["One report gives both."])
            if mutual and near
            else None
        )
    days = published(pile, left.telling.report), published(pile, right.telling.report)
    if days[0] and days[1] and abs((days[0] - days[1]).days) > _DAYS:
        return None
    signs = likeness.signs(left.telling, right.telling)
    chance = likeness.chance_of(signs)
    if signs.surely_other_day or chance < _ONE_HAPPENING:
        return None
    mutual = one.actor in other.by and other.actor in one.by
    if not mutual and not _targets(pile, one) & _targets(pile, other):
        return None
    return _finding(pile, left, right, (0.9 if mutual else 0.7) * chance, mutual=mutual, joined=reasons(signs))


def _targets(pile: Pile, charge: Charge) -> frozenset[str]:
    """What was hit, by its noun."""
    claim = pile.claims.get(charge.record)
    patients = claim.patient if claim else ()
    nouns = {head_noun(who.span.text if who.span else who.name) for who in patients}
    return frozenset(noun for noun in nouns if tells(noun) and noun not in _NO_TARGET)


def _finding(pile: Pile, left: _Told, right: _Told, score: float, *, mutual: bool, joined: list[str]) -> Finding:
    sides = [(told, _evidence(pile, told.charge)) for told in (left, right)]
    kinds = " and ".join(sorted(left.kinds & right.kinds))
    why = [f"One blames {left.charge.accused}, the other {right.charge.accused} (kind of deed: {kinds})."]
    if mutual:
        why.append("Who is blamed by the one blames the other in return.")
    answers = [
        Answer(told.charge.record, told.charge.statement.id, told.charge.accused, found) for told, found in sides
    ]
    return Finding(
        judge(
            "compare",
            (left.charge.record, right.charge.record),
            Verdict.CONFLICT,
            score,
            [*why, *joined],
            [found for _, found in sides],
            Slot.AGENT,
        ),
        f"Who is behind this: “{shortened(left.charge.span.text)}”?",
        answers[0],
        answers[1],
    )


def _evidence(pile: Pile, charge: Charge) -> Evidence:
    return pile.evidence(charge.statement.report, charge.span if charge.plain else pile.in_full(charge.statement))
