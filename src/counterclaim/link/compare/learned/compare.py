"""Sentences of two reports that the learned reader says cannot both hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import networkx

from counterclaim.link.compare.finding import Finding, conflict
from counterclaim.link.compare.learned.answers import Given, given
from counterclaim.link.compare.learned.bars import barred, one_voice
from counterclaim.link.compare.learned.candidates import candidates
from counterclaim.link.compare.learned.passages import Sentence
from counterclaim.link.compare.learned.questions import ask
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.models.pairs import model, weigher
from counterclaim.models.pairs.around import Laid
from counterclaim.models.pairs.model import Read
from counterclaim.records import Evidence, Slot, Verdict

#: How likely two sentences contradict each other, from which on they are shown. Of the 402 questions of 51 clusters of
#: longer reports (`held_out_long.txt`) 0.4, 0.5 and 0.6 find 99, 73 and 52, with 68, 74 and 75 of 100 shown ones set
#: apart by the marks, in whatever slot. Fresh readers of 24 more reports called 10 of 12 from 0.56 to 0.63 wrong, and 9
#: of 30 of all others that were shown.
SHOWN = 0.64

#: The same of two short reports, of no more than so many pairs of sentences: of the 793 questions of clusters of such
#: (`held_out.txt`) 0.5 and 0.64 find 209 and 136, and of 100 shown ones 64 are known to be right either way.
SHORT, SHOWN_OF_SHORT = 50, 0.5

#: And how likely by the two sentences alone: of a report of one sentence nothing stands around it, and little is known.
ALONE = 0.4

#: Piles of more reports are compared by rules alone: over 374 Syrian ones, reading takes 45 s of CPU, and it has to be
#: done again whenever a report is added.
_MOST = 60

#: What contradicts each other is no likelier than this to be the same answer in other words.
_NOT_SAME = 0.35

#: The kind of judgement that says that one voice contradicts itself.
TURN = "turn"

Clash = tuple[float, Slot, Given, Given]


def compare_by_reading(pile: Pile, tellings: Tellings, found: Sequence[Finding]) -> Iterator[Finding]:
    """What the reader finds that no rule found, and what one voice says otherwise elsewhere; `found` is what the rules
    gave."""
    if not 1 < len(pile.annotations) <= _MOST:
        return
    known, clashes = _Known(found), []
    for one, other, read, likely, bar in _read(pile, tellings):
        clear = likely >= bar and read.likely >= ALONE and read.same <= _NOT_SAME
        clash = _clash(pile, one, other, read, likely) if clear else None
        if clash is None:
            continue
        if one_voice(pile, *clash[2:]):
            yield _turn(pile, clash)
        elif not known.between(one, other, clash[1]):
            clashes.append(clash)
    sides = _sides(clashes)
    for likely, slot, *pair in clashes:
        left, right = (replace(g.answer(pile, slot), sort=sides.get((slot, g.record(slot)), "")) for g in pair)
        yield conflict(slot, likely, ask(pile, slot, *pair), [_why(likely)], left, right)


def _read(pile: Pile, tellings: Tellings) -> Iterator[tuple[Sentence, Sentence, Read, float, float]]:
    """What the reader says of sentences of two reports, how likely they contradict each other, and how likely they have
    to."""
    reader = model.load()
    found = candidates(pile, tellings, reader)
    read = []
    for one, other in found.pairs:
        pile.look()
        read.append(reader.read(*(found.known[s.report][s.number] for s in (one, other))))
    laid = [
        Laid((one.report, one.number), (other.report, other.number), said.likely, said.of_slot)
        for (one, other), said in zip(found.pairs, read, strict=True)
    ]
    for (one, other), said, likely in zip(found.pairs, read, weigher.load().likely(found.known, laid), strict=True):
        short = len(found.known[one.report]) * len(found.known[other.report]) <= SHORT
        yield one, other, said, likely, SHOWN_OF_SHORT if short else SHOWN


def _clash(pile: Pile, one: Sentence, other: Sentence, read: Read, likely: float) -> Clash | None:
    slot = Slot(read.slot)
    left, right = given(pile, one, read.left), given(pile, other, read.right)
    if left is None or right is None or barred(pile, slot, left, right):
        return None
    return likely, slot, left, right


def _turn(pile: Pile, clash: Clash) -> Finding:
    """What one voice says twice, and cannot both hold; of whom and when is judged elsewhere (`link/turned.py`)."""
    likely, slot, *pair = clash
    ends = [replace(g.answer(pile, slot), words=g.said()) for g in pair]
    records, evidence = (ends[0].record, ends[1].record), [end.evidence for end in ends]
    made = judge(TURN, records, Verdict.UPDATE, likely, [_why(likely)], evidence, slot)
    return Finding(made, ask(pile, slot, *pair), *ends)


def _why(likely: float) -> str:
    return f"Read side by side by a trained model, the two sentences contradict each other ({likely:.2f})."


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
