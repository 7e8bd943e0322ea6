"""`counterclaim evaluate example`: the bundled example against the gold beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from counterclaim import examples
from counterclaim.evaluate.gold import (
    Gold,
    GoldCourse,
    GoldDate,
    GoldEntity,
    GoldFigure,
    GoldPair,
    GoldStatement,
    Words,
    disputes_of,
    read_gold,
    reports_of,
    words_of,
)
from counterclaim.evaluate.ledger import found_in
from counterclaim.evaluate.score import Scored, score


def evaluate_example(reports: Path | None = None, gold: Path | None = None) -> Scored:
    """Build a ledger of the bundled example, in a temporary folder, and score it.

    `reports` and `gold` are a folder and a file laid out like those of the example, to be scored in its place.
    """
    expected = example_gold(gold or examples.gold_path())
    found = found_in(reports or examples.path())
    return score("example", "The bundled example: twelve reports on a dispute that was made up", expected, found)


def example_gold(path: Path) -> Gold:
    """The gold of the example. Raises `UnreadableInput` if the file is not laid out like it."""
    return read_gold(path, _gold)


def _gold(data: Mapping[str, Any]) -> Gold:
    return Gold(
        reports=reports_of(data["reports"]),
        entities=tuple(
            GoldEntity(entry["name"], entry["kind"], tuple(entry["names"]), entry["found_from"])
            for entry in data["entities"]
        ),
        statements=tuple(_statement(entry) for entry in data["statements"]),
        dates=tuple(GoldDate(words_of(entry), str(entry["value"]), entry["found_from"]) for entry in data["dates"]),
        figures=tuple(
            GoldFigure(
                words_of(entry), entry["low"], entry["best"], entry["high"], entry["happened"], entry["found_from"]
            )
            for entry in data["figures"]
        ),
        disputes=disputes_of(data["disputes"]),
        near_misses=tuple(
            GoldPair(entry["why"], entry["verdict"], words_of(entry["a"]), words_of(entry["b"]), entry["found_from"])
            for entry in data["near_misses"]
        ),
        changes=tuple(
            GoldCourse(
                f"{entry['who']}: {entry['question']}",
                "change",
                (words_of(entry["earlier"]), words_of(entry["later"])),
                entry["found_from"],
            )
            for entry in data["changes"]
        ),
        processes=tuple(_process(entry) for entry in data["processes"]),
    )


def _statement(entry: Mapping[str, Any]) -> GoldStatement:
    pieces = entry["content"] if isinstance(entry["content"], list) else [entry["content"]]
    return GoldStatement(
        tuple(Words(str(entry["report"]), piece) for piece in pieces),
        tuple(entry["source"]),
        tuple(entry.get("via", ())),
        entry["manner"],
        entry["found_from"],
    )


def _process(entry: Mapping[str, Any]) -> GoldCourse:
    return GoldCourse(
        entry["name"],
        entry["kind"],
        tuple(words_of(state) for state in entry["states"]),
        entry["found_from"],
        tuple((state["state"], str(state["date"])) for state in entry["states"]),
    )
