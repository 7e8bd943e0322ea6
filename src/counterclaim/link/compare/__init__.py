"""Comparisons: each looks for pairs of records that answer one question, and says whether both can hold.

A comparison is a function from the pile and its tellings to findings. It makes its own candidates (never all pairs),
and every pair it looks at closely becomes a finding: a conflict, or a near miss with its reason. To add one, write a
file with such a function and name it in `COMPARISONS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from counterclaim.link.compare.accounts.compare import compare_accounts
from counterclaim.link.compare.causes.compare import compare_causes
from counterclaim.link.compare.counts.compare import compare_counts
from counterclaim.link.compare.deeds.agents import compare_agents
from counterclaim.link.compare.deeds.patients import compare_patients
from counterclaim.link.compare.deeds.roles import compare_roles
from counterclaim.link.compare.denials.answers import compare_answers
from counterclaim.link.compare.denials.brief import compare_brief
from counterclaim.link.compare.denials.compare import compare_denials
from counterclaim.link.compare.existence.compare import compare_existence
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.learned.compare import compare_by_reading
from counterclaim.link.compare.measures.compare import compare_measures
from counterclaim.link.compare.naming import compare_naming
from counterclaim.link.compare.naming_told import compare_names
from counterclaim.link.compare.places.compare import compare_places
from counterclaim.link.compare.quality import compare_quality
from counterclaim.link.compare.states.compare import compare_states
from counterclaim.link.compare.times.compare import compare_times
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile

COMPARISONS: tuple[Callable[[Pile, Tellings], Iterable[Finding]], ...] = (
    compare_roles,
    compare_existence,
    compare_denials,
    compare_brief,
    compare_answers,
    compare_agents,
    compare_patients,
    compare_places,
    compare_counts,
    compare_measures,
    compare_times,
    compare_causes,
    compare_quality,
    compare_names,
    compare_accounts,
)

__all__ = ["COMPARISONS", "Answer", "Finding", "compare_all"]


def compare_all(pile: Pile, tellings: Tellings, *, reading: bool = True) -> list[Finding]:
    """The findings of every comparison, one a judgement; without `reading` of rules alone."""
    found: dict[str, Finding] = {}
    for comparison in COMPARISONS:
        pile.comparing = comparison.__name__.removeprefix("compare_")
        for finding in comparison(pile, tellings):
            found.setdefault(finding.judgement.id, finding)
    pile.comparing = "states"
    for finding in compare_states(pile, tellings, list(found.values())):
        found.setdefault(finding.judgement.id, finding)
    if reading:
        pile.comparing = "reading"
        for finding in compare_by_reading(pile, tellings, list(found.values())):
            found.setdefault(finding.judgement.id, finding)
    pile.comparing = "naming"
    for finding in compare_naming(pile, list(found.values())):
        found.setdefault(finding.judgement.id, finding)
    return [found[key] for key in sorted(found)]
