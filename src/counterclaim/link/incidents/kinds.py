"""Kinds of happening, by what a claim or figure says was done."""

from __future__ import annotations

from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.pile import Pile
from counterclaim.records import Claim, Figure, Happened

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
#: What is done to suspects and demonstrators.
_ARREST = frozenset({"arrest", "detain", "charge"})


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


def arrests(pile: Pile, telling: Telling) -> bool:
    """Whether it is told that somebody is arrested, as by police, and not held by others."""
    figure, claim = pile.figures.get(telling.record), pile.claims.get(telling.record)
    arrested = figure is not None and Happened.ARRESTED in figure.happened
    return arrested or (claim is not None and claim.predicate in _ARREST)
