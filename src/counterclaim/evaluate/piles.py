"""`counterclaim evaluate piles DATA`: invented piles of reports with a careful reader's gold, from many conflicts.

DATA is a YAML file or a folder of such; a folder that has none stands for the project's own, `benchmarks/piles`. A
file is a list of piles, each a few reports on one event (`id`, `outlet`, `date`, `title`, `text`) with `disputes`,
`not_disputes`, `agreements`, `changes` and `processes` as in `docs/labelling.md`, whose words are quoted (`report`,
`quote`). All piles of a file go into one ledger, as reports of many events do in life; the tables are those of
`evaluate disputes`, with a pile for a group. They are written by somebody who has not seen this program, and tell more
than gold of one conflict can of how it does on the next one; but an invented report is tidier than a real one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from counterclaim.evaluate.beside import score_beside
from counterclaim.evaluate.disputes import score_disputes
from counterclaim.evaluate.found import Found
from counterclaim.evaluate.gold import read_gold
from counterclaim.evaluate.ledger import found_in, read_ledger
from counterclaim.evaluate.reading import Reading, reading_of
from counterclaim.evaluate.score import Scored
from counterclaim.records import UnreadableInput

#: The project's own piles, seen from where it is worked on.
PILES = Path("benchmarks") / "piles"


def evaluate_piles(data: Path, ledger: Path | None = None) -> Scored:
    """Score what is found in the piles of each file, in `ledger` (of one file) or in one that is built for it.

    Raises `UnreadableInput` if a file is not laid out as it should be, or quotes what a report does not hold.
    """
    files = [data] if data.is_file() else sorted(data.glob("*.yaml")) or sorted(PILES.glob("*.yaml"))
    if not files:
        raise UnreadableInput(f"There are no piles in {data}: give a YAML file of them, or a folder that holds some.")
    return one_after_another([_evaluate(file, ledger) for file in files])


def one_after_another(parts: Sequence[Scored]) -> Scored:
    """What several files were scored as (at least one), with the tables of one below those of another."""
    first, *more = (table for part in parts for table in (part.table, *part.table.more))
    scores = {key: value for part in parts for key, value in part.table.scores.items()}
    cases = {key: value for part in parts for key, value in part.cases.items()}
    return Scored(replace(first, more=tuple(replace(table, more=()) for table in more), scores=scores), cases)


def score_file(reading: Reading, found: Found, *, name: str, what: str) -> Scored:
    """The tables of one file, whose scores begin with `name` and whose titles say `what` it holds."""
    disputes, beside = score_disputes(reading, found, name=name), score_beside(reading, found, name=name)
    table = replace(
        disputes.table,
        title=f"Disputes in {what}",
        more=(replace(beside.table, title=f"{beside.table.title} in {what}"),),
        scores=disputes.table.scores | beside.table.scores,
    )
    return Scored(table, disputes.cases | beside.cases)


def _evaluate(file: Path, ledger: Path | None) -> Scored:
    rows, reading = read_piles(file)
    if ledger is not None:
        found = read_ledger(ledger)
    else:
        with TemporaryDirectory(prefix="counterclaim-") as folder:
            found = found_in(write_rows(rows, Path(folder) / "piles.jsonl"))
    what = f"{file.stem}: {len(reading.groups)} piles of {len(rows)} invented reports"
    return score_file(reading, found, name=f"piles.{file.stem}", what=what)


def read_piles(path: Path) -> tuple[list[dict[str, str]], Reading]:
    """The reports of a file of piles, as rows to be built from, and what its reader found in them."""
    return read_gold(path, _parse)


def write_rows(rows: Iterable[Mapping[str, str]], path: Path) -> Path:
    """The rows as a file of lines of JSON that a build reads; its path is given back."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _parse(piles: Iterable[Mapping[str, Any]]) -> tuple[list[dict[str, str]], Reading]:
    rows, entries = [], []
    for pile in piles:
        for report in pile["reports"]:
            heading = f"{report['title']}\n\n" if report.get("title") else ""
            rows.append(
                {
                    "id": _key(pile, report["id"]),
                    "outlet": report["outlet"],
                    "published": str(report["date"]),
                    "title": report.get("title") or "",
                    "text": heading + report["text"],
                }
            )
    texts = {row["id"]: row["text"] for row in rows}
    for pile in piles:
        parts = ("disputes", "not_disputes", "agreements", "changes", "processes")
        entries.append({"group": pile["pile"], **{part: _placed(pile, pile.get(part) or [], texts) for part in parts}})
    return rows, reading_of(entries, texts, aside=None)


def _key(pile: Mapping[str, Any], report: str) -> str:
    return f"{pile['pile']} {report}"


def _placed(pile: Mapping[str, Any], entry: Any, texts: Mapping[str, str]) -> Any:
    """An entry of a pile with the places of its quotations, as the gold of real reports gives them."""
    if isinstance(entry, list):
        return [_placed(pile, piece, texts) for piece in entry]
    if not isinstance(entry, dict):
        return entry
    placed = {field: _placed(pile, value, texts) for field, value in entry.items()}
    if "quote" in entry:
        placed["report"] = _key(pile, entry["report"])
        placed["start"] = texts[placed["report"]].find(entry["quote"])
        placed["end"] = placed["start"] + len(entry["quote"])
        if placed["start"] < 0:
            raise ValueError(f"{placed['report']} does not hold {entry['quote']!r}")
    return placed
