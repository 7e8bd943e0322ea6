"""Which reports a denial is looked up in: those that tell its story, of like date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from counterclaim.link.compare.denials.parties import Party, names_in
from counterclaim.link.compare.nouns import singular
from counterclaim.link.compare.pairs import few_reports, of_one_story
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_apart_out, within

#: What one report says is not so and another tells comes out within as many days.
_DAYS = 7
_NONE = frozenset({"not", "none", "neither", "nobody", "nor"})
#: What has not come off all the while differs with what came off on any day of it.
SINCE = re.compile(
    r"\b(?:since|(?:in|during|over) the (?:(?:past|last|whole|entire)|(?:\w+ )?(?:days|weeks|months))|"
    r"for (?:days|weeks|months)|"
    r"so far|never|any longer|at (?:any|no) time|throughout)\b",
    re.I,
)


def bare(party: Party) -> Party:
    """A party without the "names" that are only nouns and numbers at the beginning of a sentence."""
    names = {n for n in party.names if names_in(n.capitalize()) and singular(n) not in party.heads and n not in _NONE}
    return replace(party, names=frozenset(names))


def told_together(pile: Pile, tellings: Tellings, *, whole_week: bool = False) -> Iterator[tuple[str, str]]:
    """Every two reports of one story that came out within a few days of each other, each once; within a `whole_week`
    also of a small pile."""
    few = whole_week and few_reports(pile)
    for one, other in combinations(pile.annotations, 2) if few else of_one_story(pile, tellings):
        if within(days_apart_out(pile, one, other), _DAYS, unknown=False):
            yield one, other
