"""Which answers to "who did it", or "who came first", are of one deed: each side of a dispute stands against every
other side of it.

Findings are of pairs, and a dispute is made of all pairs that hang together. Who is blamed for another town's attack
hangs on by one pair only; such an answer is left out, and its pair kept as a near miss.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from counterclaim.link.compare.finding import Finding
from counterclaim.link.groups import components
from counterclaim.records import Verdict

_APART = "Who is named here is not set against all others who are said to have done it."


def of_one_deed(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those with a conflict left as such where both answers are of the deed of the surest pair that they
    hang together with."""
    found = list(findings)
    conflicts = [f for f in found if f.judgement.verdict is Verdict.CONFLICT]
    answers = {a.record: a for f in conflicts for a in (f.left, f.right)}
    told: dict[tuple[str, str], str] = {}
    again = [(told.setdefault((a.words, a.evidence.text), a.record), a.record) for a in answers.values()]
    pairs = [(f.left.record, f.right.record) for f in conflicts] + [p for p in again if p[0] != p[1]]
    apart: set[str] = set()
    for group in components(sorted(answers), pairs):
        inside = [f for f in conflicts if f.left.record in group]
        side: dict[str, str] = {}
        for answer in (a for f in inside for a in (f.left, f.right)):
            side.setdefault(answer.record, answer.sort or answer.words)
        sides = _sides(inside, side)
        apart.update(f.judgement.id for f in inside if not {side[f.left.record], side[f.right.record]} <= sides)
    for finding in found:
        yield _left_out(finding) if finding.judgement.id in apart else finding


def _sides(findings: list[Finding], side: Mapping[str, str]) -> set[str]:
    """The two answers of the surest pair, and those that stand against both; `side` is that of each record."""
    against: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        left, right = side[finding.left.record], side[finding.right.record]
        against[left].add(right)
        against[right].add(left)
    best = max(findings, key=lambda f: (f.judgement.score, f.judgement.id))
    sides = {side[best.left.record], side[best.right.record]}
    for words in sorted(against, key=lambda one: (-len(against[one]), one)):
        if words not in sides and sides <= against[words]:
            sides.add(words)
    return sides


def _left_out(finding: Finding) -> Finding:
    judgement = finding.judgement
    reasons = (*judgement.reasons, _APART)
    return replace(finding, judgement=replace(judgement, verdict=Verdict.COMPATIBLE, reasons=reasons))
