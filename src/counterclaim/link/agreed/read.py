"""Sentences of two or more reports that the trained reader says give one question the same answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.link.agreed.plain import is_plain, numbers_in
from counterclaim.link.compare import Answer, Finding
from counterclaim.link.groups import components
from counterclaim.link.pile import Pile
from counterclaim.records import Evidence, Verdict


def read_alike(pile: Pile, findings: Sequence[Finding]) -> Iterator[tuple[str, str, list[tuple[Evidence, str]]]]:
    """What several reports say alike by the reader: the first record, a plain sentence, and the evidence with the
    statements that it is of."""
    read = [f for f in findings if is_read(f)]
    told: dict[str, Answer] = {a.record: a for f in read for a in (f.left, f.right)}
    order = sorted(told, key=lambda r: (pile.rank(told[r].evidence.report), told[r].evidence.start, r))
    for group in components(order, [(f.left.record, f.right.record) for f in read]):
        answers = [told[record] for record in group]
        shared = frozenset.intersection(*(numbers_in(a.evidence.text) for a in answers))
        plain = [a.words for a in answers if is_plain(a.words) and numbers_in(a.words) <= shared]
        if plain:
            words = min(plain, key=lambda clause: (len(clause), clause))
            sentence = words[:1].upper() + words[1:].rstrip(".") + "."
            yield group[0], sentence, [(a.evidence, a.statement) for a in answers]


def is_read(finding: Finding) -> bool:
    """Whether it is the reader who found two answers to be the same: rules do so of one slot."""
    judgement = finding.judgement
    return judgement.kind == "agree" and judgement.slot is None and judgement.verdict is Verdict.SAME
