"""Causes: one account has a plane shot down, another has it fail; one blames a gas leak, another a bomb. By what means
something was done is in `means`, and why in `reasons`."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.link.compare.causes.deaths import compare_deaths
from counterclaim.link.compare.causes.means import compare_means
from counterclaim.link.compare.causes.mishaps import compare_mishaps
from counterclaim.link.compare.causes.reasons import compare_reasons
from counterclaim.link.compare.causes.struck import compare_struck
from counterclaim.link.compare.causes.words import RIVALS, causes_of
from counterclaim.link.compare.finding import Finding
from counterclaim.link.compare.sayings import Kind, Saying, compare_sayings
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import Slot

_QUESTIONS = {
    "plane": "What brought the plane down",
    "helicopter": "What brought the helicopter down",
    "drone": "What brought the drone down",
    "vessel": "What happened to the vessel",
    "fire": "What caused the fire",
    "blast": "What caused the blast",
    "collapse": "What caused it",
    "death": "What was the cause of death",
}


def compare_causes(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare what accounts give as the cause of one thing."""
    sayings = [saying for report in pile.annotations for saying in causes_of(pile, report)]
    yield from compare_sayings(pile, tellings, sayings, Kind(Slot.CAUSE, _rivals, _question, _why))
    yield from compare_struck(pile, tellings)
    yield from compare_mishaps(pile, tellings)
    yield from compare_deaths(pile, tellings)
    yield from compare_means(pile, tellings)
    yield from compare_reasons(pile, tellings)


def _rivals(left: Saying, right: Saying) -> bool:
    return left.topic in RIVALS.get(frozenset({left.answer, right.answer}), ())


def _question(left: Saying, right: Saying) -> str:
    return f"{_QUESTIONS[left.topic]}: {left.answer} or {right.answer}?"


def _why(left: Saying, right: Saying) -> str:
    return f"One gives {left.answer} as the cause, the other {right.answer}; of one {left.topic} both cannot hold."
