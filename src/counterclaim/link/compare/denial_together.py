"""Which reports a denial is looked up in: those that tell its story, of like date."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.link.compare.pairs import of_one_story
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.when import published

#: What one report says is not so and another tells comes out within as many days.
_DAYS = 7


def told_together(pile: Pile, tellings: Tellings) -> Iterator[tuple[str, str]]:
    """Every two reports of one story that came out within a few days of each other, each once."""
    for one, other in of_one_story(pile, tellings):
        days = published(pile, one), published(pile, other)
        if days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= _DAYS:
            yield one, other
