"""Pairs of sentences for the judge of pairs to learn from, beside scenes (`models/pairs/train.py --pairs`).

    .venv/bin/python benchmarks/judge_pairs.py clusters benchmarks/clusters/built_on.txt OUT.jsonl
    .venv/bin/python benchmarks/judge_pairs.py ledger LEDGER OUT.jsonl [--gold SHARED] [--half 0]

Of clusters: every two sentences of two reports that answer one question, and of the others those that share words and a
seventh of the rest; with whether two that are marked give one answer. Of a ledger of real reports: every two sentences
that a build would have the judge read. They contradict each other where the groups of gold that may be built on or most
readers' verdicts (`benchmarks/labels/disputes*.jsonl`) say so, else they are taken not to, which is nearly always true.
Reports of groups that are put aside are left out. With `--half`, both are of one half, by the hash of their ids,
so that the other half can be measured on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

from counterclaim.evaluate.clusters import Cluster, read_clusters
from counterclaim.evaluate.found import Found
from counterclaim.evaluate.gold import find_report
from counterclaim.evaluate.ledger import read_ledger
from counterclaim.evaluate.reading import read_reading
from counterclaim.link.compare.learned.candidates import candidates
from counterclaim.link.compare.learned.passages import sentences_of
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.origins import find_copies
from counterclaim.link.pile import Pile
from counterclaim.link.scenes import scenes_of
from counterclaim.link.sentences import sentences_in
from counterclaim.link.steps import in_order, link_entities, with_sides
from counterclaim.models.pairs import model
from counterclaim.models.pairs.pieces import Passage
from counterclaim.models.pairs.words import stems_in
from counterclaim.store import open_writer

LABELS = Path("benchmarks") / "labels"
#: Of pairs without a word in common one of so many is kept.
REST = 7

Row = tuple[Passage, Passage, tuple[str, ...], tuple[tuple[int, int], tuple[int, int]] | None, bool | None]


def cut_and_marked(
    cluster: Cluster,
) -> tuple[
    dict[str, dict[str, str]],
    dict[str, list[tuple[int, int]]],
    dict[tuple[str, int, int], list[tuple[int, str, str, tuple[int, int]]]],
]:
    """The reports of a cluster, where each of their sentences stands, and what is marked in a sentence: the number of
    the question, the answer, the slot, and its words as offsets in the sentence."""
    told = {row["id"]: row for row in cluster.rows}
    marked = defaultdict(list)
    cut = {name: list(sentences_in(row["text"], 0, len(row["text"]))) for name, row in told.items()}
    for number, dispute in enumerate(cluster.group.disputes):
        for side in dispute.sides:
            start = told[side.words.report]["text"].find(side.words.text)
            for a, b in cut[side.words.report]:
                if a <= start < b:
                    span = start - a, min(b, start + len(side.words.text)) - a
                    marked[side.words.report, a, b].append((number, side.answer, dispute.slot.value, span))
    return told, cut, marked


def of_clusters(path: Path) -> Iterator[Row]:
    """The pairs of a file of clusters."""
    for cluster in read_clusters(path):
        told, cut, marked = cut_and_marked(cluster)
        for one, other in combinations(told, 2):
            for left in ((one, *at) for at in cut[one]):
                for right in ((other, *at) for at in cut[other]):
                    passages = [Passage(told[r]["published"], told[r]["text"][a:b], r) for r, a, b in (left, right)]
                    asked = [(x, y) for x in marked[left] for y in marked[right] if x[0] == y[0]]
                    clash = [(x, y) for x, y in asked if x[1] != y[1]]
                    known = bool(asked) and not clash if marked[left] and marked[right] else None
                    if asked:
                        first = (clash or asked)[0]
                        slots = tuple(dict.fromkeys(x[2] for x, _ in clash))
                        yield passages[0], passages[1], slots, (first[0][3], first[1][3]), known
                    elif _kept(*passages):
                        yield passages[0], passages[1], (), None, known


def _kept(left: Passage, right: Passage) -> bool:
    both = f"{left.text} | {right.text}"
    return bool(stems_in(left.text) & stems_in(right.text)) or _number(both) % REST == 0


def _number(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def of_ledger(path: Path, gold: Path | None) -> Iterator[Row]:
    """The pairs of a ledger of real reports."""
    with open_writer(path) as writer:
        held = writer.linkable()
    ordered = in_order(held.reports)
    inside = with_sides(ordered, held.annotations)
    entities, _ = link_entities(ordered, inside, held.judged, held.known)
    pile = Pile.of(ordered, inside, {}, entities)
    pile.origins.update(find_copies(list(pile.reports.values()), pile.annotations).origins)
    found = read_ledger(path) if gold is not None else None
    labels, aside = _labels(found, gold) if found is not None and gold is not None else ({}, set())
    told = {report: sentences_of(pile, report) for report in pile.annotations if report not in aside}
    spans = {}
    for left, right in candidates(pile, Tellings(pile, scenes_of(pile)), model.load()).pairs:
        if not aside & {left.report, right.report}:
            spans[frozenset(((left.report, left.span.start), (right.report, right.span.start)))] = ()
    at = {(s.report, s.span.start): s for sentences in told.values() for s in sentences}
    for (one, other), slots in {**dict(_sentences(spans, told)), **dict(_sentences(labels, told))}.items():
        yield at[one].passage, at[other].passage, slots, None, None


def _sentences(
    pairs: Mapping[frozenset[tuple[str, int]], tuple[str, ...]], told: Mapping[str, list]
) -> Iterator[tuple[tuple[tuple[str, int], tuple[str, int]], tuple[str, ...]]]:
    """Pairs of places in reports as pairs of the sentences there."""
    for places, slots in pairs.items():
        whole = sorted(
            (report, s.span.start)
            for report, start in places
            for s in told.get(report, ())
            if s.span.start <= start < s.span.end
        )
        if len(whole) == 2 and whole[0][0] != whole[1][0]:
            yield (whole[0], whole[1]), slots


def _labels(found: Found, gold: Path) -> tuple[dict[frozenset[tuple[str, int]], tuple[str, ...]], set[str]]:
    """What gold and readers say of pairs of places, and the reports of groups that are put aside."""
    aside = set()
    for group in read_reading(gold, aside=True).groups:
        words = [s.words for d in group.disputes for s in d.sides] + [w for t in group.traps for w in (t.left, t.right)]
        aside |= {place.report for word in words if (place := found.place(word)) is not None}
    votes: dict[tuple[frozenset[tuple[str, int]], str], list[bool]] = defaultdict(list)
    for path in sorted(LABELS.glob("disputes*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            reports = [find_report(row[side]["report"], found.reports) for side in ("left", "right")]
            if all(reports):
                ends = ((report.id, row[s]["start"]) for report, s in zip(reports, ("left", "right"), strict=True))
                votes[frozenset(ends), row["slot"]].append(row["verdict"] == "right")
    labels: dict[frozenset[tuple[str, int]], tuple[str, ...]] = {}
    for (places, slot), said in votes.items():
        labels[places] = (slot,) if sum(said) * 2 >= len(said) else labels.get(places, ())
    for group in read_reading(gold).groups:
        for dispute in group.disputes:
            for one, other in combinations(dispute.sides, 2):
                ends = [found.place(side.words) for side in (one, other)]
                if one.answer != other.answer and all(ends):
                    labels[frozenset((e.report, e.start) for e in ends)] = (dispute.slot.value,)
    return labels, aside


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=["clusters", "ledger"])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--half", type=int, choices=[0, 1])
    options = parser.parse_args()
    rows = of_clusters(options.data) if options.kind == "clusters" else of_ledger(options.data, options.gold)
    many = clash = 0
    with options.out.open("w", encoding="utf-8") as out:
        for left, right, slots, at, same in rows:
            if options.half is not None and {_number(p.report) % 2 for p in (left, right)} != {options.half}:
                continue
            sides = {
                name: {"text": p.text, "published": p.published, "report": p.report}
                for name, p in (("left", left), ("right", right))
            }
            out.write(json.dumps({**sides, "slots": slots, "at": at, "same": same}, ensure_ascii=False) + "\n")
            many, clash = many + 1, clash + bool(slots)
    print(f"{many} pairs, {clash} of which contradict each other")


if __name__ == "__main__":
    main()
