"""What keeps a plain negation and an account that shares its words from being of one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.link.compare.denials.clauses import Clause
from counterclaim.link.compare.denials.folds import folded, folds
from counterclaim.link.compare.denials.parties import names_in
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.pile import Pile
from counterclaim.records import Claim

#: What is done every day of a war.
DAILY = frozenset("ATTACK KILL WOUND USE WEAPON GAS TROOP SHOOT BURN".split())
NOBODY = frozenset({"one", "nobody", "none", "anyone", "no", "not", "neither"})
#: Words that tell of no one thing.
_GENERAL = frozenset({"number", "member", "public", "part", "side", "order", "figur"})


def only_named(no: Clause, shared: Iterable[str]) -> bool:
    """Whether all that both share is the one name that a denial begins with ("nor did the Red Cross report it"), or how
    many there were."""
    named = {name for word in names_in(no.span.text) for name in folds(word)}
    return (
        frozenset(shared) <= named | _GENERAL
        if len(no.focus) > 1 and no.focus[0] <= named
        else (frozenset(shared) <= _GENERAL)
    )


def of_another(no: Clause, denied: Claim | None, rings: Sequence[frozenset[str]]) -> bool:
    """Whether what is said not to have been attacked or hit is not what the other account tells of."""
    if denied is None or not no.focus[0] & DAILY or not denied.patient:
        return False
    words = " ".join(who.span.text if who.span else who.name for who in denied.patient)
    heads = folded(head_noun(words))
    return (
        bool(heads)
        and denied.patient[0].name.split()[0].lower() not in NOBODY
        and not any(word & (rings[0] | rings[1]) for word in heads)
    )


def set_elsewhere(pile: Pile, here: Telling, there: Telling) -> bool:
    """Whether two tellings of a pile of many stories are set in other places."""
    apart = here.places and there.places and not here.places & there.places
    return bool(apart) and not few_reports(pile)
