"""Who is no party to an agreement on a plain fact: whoever does not say so, or answers a question over it otherwise."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.link.agreed.alike import Shared
from counterclaim.link.agreed.facts import Facts
from counterclaim.link.compare import Finding
from counterclaim.link.pile import Pile
from counterclaim.records import Slot, Verdict

#: Words for a deed of violence that somebody does to another; a blast or fire may come of itself.
_DONE = re.compile(
    r"\b(?:attack\w*|assault\w*|raid(?:s|ed|ing)?|str(?:ikes?|uck|iking)|air-?strikes?|bomb(?:s|ed|ing|ings|er|ers"
    r"|ardment|arded)?|shell(?:s|ed|ing)|massacre\w*|execut\w+|ambush\w*|target(?:ed|ing)|gunm[ae]n|shoot\w*|shot"
    r"|fired|rockets?|missiles?|mortars?|clash\w*|fighting|offensive|storm(?:ed|ing))\b",
    re.I,
)
#: What is asked about what was done, how and to what: who differ over it do not agree that it was done.
_OVER_THE_DEED = frozenset({Slot.CAUSE, Slot.PATIENT, Slot.EXISTENCE, Slot.POLARITY})


@dataclass(frozen=True, slots=True)
class Odds:
    """The pairs of statements that differ over what was done, and the incidents in which it is in dispute."""

    pairs: frozenset[tuple[str, str]]
    holders: frozenset[tuple[str, str, str]]
    pile: Pile
    incidents: Mapping[str, str]

    @classmethod
    def of(cls, pile: Pile, findings: Sequence[Finding], incidents: Mapping[str, str]) -> Odds:
        """What comparing found of a pile whose claims are of these incidents."""
        pairs: set[tuple[str, str]] = set()
        holders: set[tuple[str, str, str]] = set()
        for f in findings:
            if f.judgement.verdict is not Verdict.CONFLICT or f.judgement.slot not in _OVER_THE_DEED:
                continue
            ends = f.left.statement, f.right.statement
            found = {i for r in (f.left.record, f.right.record) if (i := incidents.get(r))}
            keys = [_key(pile, statement) for statement in ends]
            pairs |= {ends, ends[::-1]}
            for incident in found if all(keys) and keys[0] != keys[1] else ():
                holders |= {(incident, keys[0], keys[1]), (incident, keys[1], keys[0])}
        return cls(frozenset(pairs), frozenset(holders), pile, incidents)

    def agreed(self, told: Sequence[Facts], shared: Shared) -> list[Facts] | None:
        """The sentences of those who say it; None if they differ over the deed or are not of two reports."""
        bare = not (shared.means or shared.claimed)  # it will be called "an attack"
        kept = [fact for fact in told if not bare or fact.agents or _DONE.search(fact.sentence.text)]
        if any(self._apart(one, other) for n, one in enumerate(kept) for other in kept[n + 1 :]):
            return None
        return kept if len({fact.report for fact in kept}) > 1 else None

    def _apart(self, one: Facts, other: Facts) -> bool:
        """Whether two sentences differ over the deed, or those who say them do elsewhere of the same incident."""
        said = [{claim.statement for claim in fact.claims} for fact in (one, other)]
        if any((a, b) in self.pairs for a in said[0] for b in said[1]):
            return True
        keys = [{_key(self.pile, s) for s in each} for each in said]
        return any(
            (incident, a, b) in self.holders
            for incident in one.incidents & other.incidents
            for a in keys[0]
            for b in keys[1]
        )


def _key(pile: Pile, statement: str) -> str:
    """Who says it, the body that he speaks for counted as himself; "" for an outlet or nobody known."""
    for who in pile.statements[statement].sources:
        if actor := pile.actor(who):
            return actor
    return ""
