"""Write what the tagger is trained on: `python -m counterclaim.evaluate.attribution.prepare DATA EXAMPLES`.

DATA is the folder of PolNeAR, EXAMPLES a file of JSON lines that `counterclaim.models.attribution.train` reads. Each
article of `train` gives two lines, as it is and damaged: its `id`, its `evidence` (see the tagger's `evidence.py`)
and its `gold`, [source, cue, content] as pieces of text. Takes about five minutes.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from counterclaim.annotate.parse import parse
from counterclaim.annotate.speech.evidence import evidence_of
from counterclaim.annotate.speech.finish import finish
from counterclaim.annotate.speech.rules import by_rules
from counterclaim.annotate.speech.scene import read_scene
from counterclaim.evaluate.attribution.damage import damage
from counterclaim.evaluate.polnear import Marked, as_report, read_articles


def example(article: str, text: str, gold: Iterable[Marked]) -> str:
    """One version of an article as a line of JSON."""
    scene = read_scene(parse(as_report(text)))
    evidence = evidence_of(scene, finish(scene, by_rules(scene)))
    marked = [[one.source, one.cue, one.content] for one in gold]
    return json.dumps({"id": article, "evidence": asdict(evidence), "gold": marked})


def main() -> None:
    """Read the command line and write the examples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("examples", type=Path)
    options = parser.parse_args()
    with options.examples.open("w", encoding="utf-8") as out:
        for article in read_articles(options.data, "train"):
            for text, gold in ((article.text, article.gold), damage(article.id, article.text, article.gold)):
                out.write(example(article.id, text, gold) + "\n")


if __name__ == "__main__":
    main()
