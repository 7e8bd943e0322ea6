"""Sentences of two reports that the learned reader says cannot both hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import networkx

from counterclaim.link.compare.finding import Finding, conflict
from counterclaim.link.compare.learned.answers import Given, given
from counterclaim.link.compare.learned.bars import barred
from counterclaim.link.compare.learned.candidates import candidates
from counterclaim.link.compare.learned.passages import Sentence, sentences_of
from counterclaim.link.compare.learned.questions import ask
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.models.pairs import model
from counterclaim.records import Evidence, Slot, Verdict

#: How likely two sentences contradict each other, from which on they are shown. On 59 clusters that were kept from
#: training, 0.6, 0.68 and 0.75 find 113, 93 and 77 of 373 questions with 82, 84 and 87 of 100 shown ones marked; of the
#: look-alikes of three authors' long reports 22, 14 and 9 of 236 are shown.
SHOWN = 0.7

#: How many pairs of sentences two short reports have, and by what power of it contradictions are rarer in longer ones.
_SHORT, _LONGER = 36, 0.5

Clash = tuple[float, Slot, Given, Given]


def compare_by_reading(pile: Pile, tellings: Tellings, found: Sequence[Finding]) -> Iterator[Finding]:
    """What the reader finds that no rule found; `found` is what the rules gave."""
    if len(pile.annotations) < 2 or not few_reports(pile):
        return
    clashes = list(_clashes(pile, tellings, _Known(found)))
    sides = _sides(clashes)
    for likely, slot, *pair in clashes:
        left, right = (replace(g.answer(pile, slot), sort=sides.get((slot, g.record(slot)), "")) for g in pair)
        why = f"Read side by side by a trained model, the two sentences contradict each other ({likely:.2f})."
        yield conflict(slot, likely, ask(pile, slot, *pair), [why], left, right)


def _clashes(pile: Pile, tellings: Tellings, known: _Known) -> Iterator[Clash]:
    reader = model.load()
    told = {report: sentences_of(pile, report) for report in pile.annotations}
    for one, of_one, other, of_other, pairs in candidates(pile, tellings, told, reader):
        pile.look()
        read = reader.read(of_one, of_other)
        likely = _among(read.likely, pairs)
        if likely < SHOWN:
            continue
        slot = Slot(read.slot)
        left, right = given(pile, one, read.left), given(pile, other, read.right)
        if left is None or right is None or barred(pile, slot, left, right):
            continue
        if not known.between(one, other, slot):
            yield likely, slot, left, right


def _among(likely: float, pairs: int) -> float:
    """How likely two sentences contradict each other that were looked for among so many pairs of their reports. The
    reader learned from reports of half a dozen sentences; in longer ones pairs grow faster than what contradicts."""
    if not 0 < likely < 1:
        return likely
    odds: float = likely / (1 - likely) * (max(1.0, pairs / _SHORT) ** -_LONGER)
    return round(odds / (1 + odds), 3)


class _Known:
    """Which sentences rules have set against each other, and in which slot."""

    def __init__(self, found: Sequence[Finding]) -> None:
        self._between: dict[frozenset[str], list[tuple[Slot | None, Evidence, Evidence]]] = defaultdict(list)
        for finding in found:
            if finding.judgement.verdict is Verdict.CONFLICT:
                ends = finding.left.evidence, finding.right.evidence
                self._between[frozenset(end.report for end in ends)].append((finding.judgement.slot, *ends))

    def between(self, one: Sentence, other: Sentence, slot: Slot) -> bool:
        """Whether a conflict rests on words of both, or one in this slot on words of either: that is asked already."""
        for asked, *ends in self._between.get(frozenset((one.report, other.report)), ()):
            touched = [any(_in(end, sentence) for end in ends) for sentence in (one, other)]
            if all(touched) or (asked is slot and any(touched)):
                return True
        return False


def _in(evidence: Evidence, sentence: Sentence) -> bool:
    return (
        evidence.report == sentence.report and evidence.start < sentence.span.end and sentence.span.start < evidence.end
    )


def _sides(clashes: Sequence[Clash]) -> dict[tuple[Slot, str], str]:
    """The side of each record, where what hangs together has two: what contradicts the same is one answer."""
    graph: networkx.Graph[tuple[Slot, str]] = networkx.Graph()
    for _, slot, left, right in clashes:
        graph.add_edge((slot, left.record(slot)), (slot, right.record(slot)))
    sides = {}
    for part in networkx.connected_components(graph):
        if networkx.is_bipartite(graph.subgraph(part)):
            first = min(part)
            for record, colour in networkx.bipartite.color(graph.subgraph(part)).items():
                sides[record] = f"{first[1]} {colour}"
    return sides
