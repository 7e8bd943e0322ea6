"""Two accounts of one thing, compared in each slot."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from counterclaim.link.compare.accounts.alike import Pair, pairs_of_accounts
from counterclaim.link.compare.accounts.causes import compare_given_causes
from counterclaim.link.compare.accounts.contested import compare_contested
from counterclaim.link.compare.accounts.doers import compare_doers
from counterclaim.link.compare.accounts.places import compare_sites_told
from counterclaim.link.compare.accounts.targets import compare_targets
from counterclaim.link.compare.accounts.times import compare_times_told
from counterclaim.link.compare.accounts.turns import compare_turns
from counterclaim.link.compare.finding import Finding
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile

_SLOTS: tuple[Callable[[Pile, Pair], Iterator[Finding]], ...] = (
    compare_turns,
    compare_doers,
    compare_targets,
    compare_times_told,
    compare_sites_told,
    compare_given_causes,
)


def compare_accounts(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare what two voices tell of one thing, one finding for two statements and a slot."""
    seen: set[tuple[str, str, str]] = set()
    for pair in pairs_of_accounts(pile, tellings):
        for compare in _SLOTS:
            for found in compare(pile, pair):
                key = found.left.statement, found.right.statement, str(found.judgement.slot)
                if key not in seen:
                    seen.add(key)
                    yield found
    for found in compare_contested(pile, tellings):
        key = found.left.statement, found.right.statement, str(found.judgement.slot)
        if key not in seen:
            yield found
