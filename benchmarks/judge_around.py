"""Piles for the weigher to learn from (`models/pairs/train_around.py`): what a judge says of pairs a build would read.

    .venv/bin/python benchmarks/judge_around.py benchmarks/clusters/built_on_long.txt OUT.jsonl --judge JUDGE.onnx

The judge must not have learned from these clusters, or it is surer of them than of reports it has not seen. Each is
written twice: with the sentences that are read in a small pile, and with those of a larger one. Of a file that does not
end in `.txt` each line is a pile of its own: `reports` (name to `published` and `sentences`) and `clash` (report,
number, report, number of sentences that contradict each other).
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from judge_pairs import cut_and_marked

from counterclaim.evaluate.clusters import read_clusters
from counterclaim.link.compare.learned.candidates import OF_FEW, OF_MANY, nearest
from counterclaim.models.pairs.model import Encoder, Reader
from counterclaim.models.pairs.pieces import Passage

MODELS = Path("src") / "counterclaim" / "models" / "pairs"
#: A line of fewer letters tells nothing.
FEWEST = 12


def piles(path: Path) -> Iterator[dict[str, Any]]:
    """The piles of a file: their reports cut into sentences, and what contradicts each other."""
    if path.suffix != ".txt":
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())
        return
    for cluster in read_clusters(path):
        told, cut, marked = cut_and_marked(cluster)
        kept = {name: [(a, b) for a, b in places if b - a >= FEWEST] for name, places in cut.items()}
        asked: dict[int, list[tuple[str, int, str]]] = defaultdict(list)
        for name, places in kept.items():
            for n, at in enumerate(places):
                for number, answer, *_ in marked.get((name, *at), ()):
                    asked[number].append((name, n, answer))
        yield {
            "reports": {
                name: {"published": row["published"], "sentences": [row["text"][a:b] for a, b in kept[name]]}
                for name, row in told.items()
            },
            "clash": [
                [*one[:2], *other[:2]]
                for found in asked.values()
                for one, other in combinations(found, 2)
                if one[0] != other[0] and one[2] != other[2]
            ],
        }


def laid(pile: dict[str, Any], reader: Reader) -> Iterator[dict[str, Any]]:
    """A pile with what the reader says of the pairs that a build would read."""
    known = {
        name: [reader.know(Passage(told["published"], text, name)) for text in told["sentences"]]
        for name, told in pile["reports"].items()
    }
    clash = {frozenset(((a, n), (b, m))) for a, n, b, m in pile["clash"]}
    for near in (OF_FEW, OF_MANY):
        pairs = []
        for one, other in combinations(known, 2):
            for n, m in nearest(known[one], known[other], near):
                read = reader.read(known[one][n], known[other][m])
                yes = frozenset(((one, n), (other, m))) in clash
                pairs.append([one, n, other, m, read.likely, read.of_slot, yes])
        yield {"reports": pile["reports"], "pairs": pairs}


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--judge", type=Path, required=True)
    options = parser.parse_args()
    reader = Reader(Encoder.of((MODELS / "encoder.onnx").read_bytes()), options.judge.read_bytes())
    many = 0
    with options.out.open("w", encoding="utf-8") as out:
        for pile in piles(options.data):
            for row in laid(pile, reader):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                many += len(row["pairs"])
    print(f"{many} pairs")


if __name__ == "__main__":
    main()
