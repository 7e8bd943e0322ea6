"""Units: what one report tells of one happening, over several sentences and in its headline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.pile import Pile
from counterclaim.records import Claim, Figure, Happened, PassageKind

#: Kinds of happening that a report tells apart although they are of one day and place: somebody is hurt or something
#: destroyed; somebody is held or let go; people march; somebody comes, goes or is kept from it.
_KINDS = {"ASSAULT": "harm", "PROTEST": "protest"}
_MODES = {
    "COERCE:arrest": "held",
    "COERCE:seize": "taken",
    "ASSAULT:seize": "harm",
    "ASSAULT:abduct": "held",
    "RETREAT:release": "held",
}
_COUNTED = {
    Happened.KILLED: "harm",
    Happened.INJURED: "harm",
    Happened.DESTROYED: "harm",
    Happened.CAPTURED: "held",
    Happened.MISSING: "held",
    Happened.ARRESTED: "held",
    Happened.RELEASED: "held",
}
#: Tellings of one report that stand no further apart than this, in characters, may go on telling of one happening.
_GOES_ON = 500
#: As far into a report, in characters, its lead reaches: what a headline tells of stands there.
_LEAD = 1200


def kinds_of(pile: Pile, telling: Telling) -> frozenset[str]:
    """The kinds of happening that a telling may be of; none where it does not say."""
    figure = pile.figures.get(telling.record)
    if figure is not None:
        return _of_figure(pile, figure)
    return _of_claim(pile.claims[telling.record])


def _of_figure(pile: Pile, figure: Figure) -> frozenset[str]:
    claim = pile.claims.get(figure.claim or "")
    counted = frozenset(_COUNTED[happened] for happened in figure.happened if happened in _COUNTED)
    return counted or (_of_claim(claim) if claim else frozenset())


def _of_claim(claim: Claim) -> frozenset[str]:
    if not claim.event:
        return frozenset()
    root = claim.event.partition(":")[0]
    return frozenset({_MODES.get(claim.event) or _KINDS.get(root, root)})


def units(pile: Pile, told: Sequence[Telling]) -> Iterator[list[Telling]]:
    """The tellings of each report, which stand in order, by the happening that they are of."""
    for report, here in groupby(told, key=lambda telling: telling.report):
        yield from _in_report(pile, report, list(here))


def _in_report(pile: Pile, report: str, told: Sequence[Telling]) -> Iterator[list[Telling]]:
    kinds = {telling.record: kinds_of(pile, telling) for telling in told}
    found: list[list[Telling]] = []
    for telling in told:
        home = _home(found, telling, kinds)
        if home is None:
            found.append([telling])
        else:
            home.append(telling)
    yield from _with_headlines(pile, report, found, kinds)


def _home(found: Sequence[list[Telling]], telling: Telling, kinds: dict[str, frozenset[str]]) -> list[Telling] | None:
    """The last unit that a telling goes on with."""
    nearest = max((unit[-1].span.start for unit in found), default=0)
    for unit in reversed(found):
        last = unit[-1]
        if telling.span.start - last.span.end > _GOES_ON:
            continue
        if last.sentence == telling.sentence:
            return unit
        if _one_kind(unit, telling, kinds) and _goes_on(unit, telling, next_to=last.span.start == nearest):
            return unit
    return None


def _one_kind(unit: Iterable[Telling], telling: Telling, kinds: dict[str, frozenset[str]]) -> bool:
    here = frozenset(kind for one in unit for kind in kinds[one.record])
    return not here or not kinds[telling.record] or not here.isdisjoint(kinds[telling.record])


def _goes_on(unit: Sequence[Telling], telling: Telling, *, next_to: bool) -> bool:
    """Whether a telling may go on with a unit: the same day and places, as far as it says them itself. A day that is
    carried on counts as its own unless it is `next_to` the unit, with no telling between."""
    last = unit[-1]
    places = frozenset(place for one in unit for place in one.places)
    same_place = not telling.placed or not places or not places.isdisjoint(telling.places)
    same_day = telling.when is None or last.when == telling.when or (telling.carried and next_to)
    other_means = bool(last.deeds and telling.deeds and last.deeds.isdisjoint(telling.deeds))
    return same_place and same_day and not other_means


def _with_headlines(
    pile: Pile, report: str, found: list[list[Telling]], kinds: dict[str, frozenset[str]]
) -> Iterator[list[Telling]]:
    """The units, with what headlines tell of put to what the lead tells of."""
    heads = [passage for passage in pile.reports[report].passages if passage.kind is PassageKind.HEADLINE]
    ends = heads[0].end if heads else 0
    head = [unit for unit in found if unit[-1].span.end <= ends]
    body = [unit for unit in found if unit[-1].span.end > ends]
    for unit in head:
        lead = next((one for one in body if one[0].span.start <= _LEAD and _is_lead(unit, one, kinds)), None)
        if lead is None:
            yield unit
        else:
            lead[:0] = unit
    yield from body


def _is_lead(head: Sequence[Telling], lead: Sequence[Telling], kinds: dict[str, frozenset[str]]) -> bool:
    one, other = (frozenset(kind for telling in unit for kind in kinds[telling.record]) for unit in (head, lead))
    return not one.isdisjoint(other)


def told_apart(pile: Pile, left: Iterable[Telling], right: Sequence[Telling]) -> bool:
    """Whether some report tells of the two as of two happenings: it sets them on two days, or counts those hit in one
    place and in another. A place alone says little, for a report names a town, its province and a street of it."""
    for one in left:
        for other in right:
            if one.report != other.report:
                continue
            counted = one.record in pile.figures and other.record in pile.figures
            placed = one.placed and other.placed and one.places and other.places
            if counted and placed and one.places.isdisjoint(other.places):
                return True
            own = not (one.carried or other.carried)
            if own and one.when and other.when and (one.when[1] < other.when[0] or other.when[1] < one.when[0]):
                return True
    return False


def own_days(members: Iterable[Telling]) -> list[date]:
    """The days that tellings give in their own sentence."""
    own = (telling.when for telling in members if telling.when and not telling.carried)
    return sorted({when[0] for when in own if when[0] == when[1]})


def days_of(members: Sequence[Telling]) -> list[date]:
    """The days that tellings give in their own sentence, else those carried from one before."""
    return own_days(members) or sorted({t.when[0] for t in members if t.when and t.when[0] == t.when[1]})
