"""`counterclaim evaluate seeds DATA`: the five seed reports against what a careful reader found in them.

DATA holds `seeds/*.txt`, `gold/seeds.statements.json` and `gold/seeds.facts.yaml`. The gold is a part of what is
there, so what is found beside it counts neither for nor against.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from counterclaim.evaluate.gold import (
    CURRENT_ISSUE,
    Gold,
    GoldCourse,
    GoldDate,
    GoldFigure,
    GoldStatement,
    Words,
    disputes_of,
    read_gold,
    reports_of,
)
from counterclaim.evaluate.ledger import found_in
from counterclaim.evaluate.score import Scored, score

#: Processes are gathered from the issue on that builds them; the files do not say so themselves.
PROCESSES_FROM = 5

#: The gold's word for what happened, where the closed list has another.
_HAPPENED = {"held": "captured"}

#: The gold's approximate counts, as the bounds that `Figure` promises for them.
_BOUNDS: dict[str, tuple[float | None, float | None, float | None]] = {"dozens": (24, None, None)}


def evaluate_seeds(data: Path) -> Scored:
    """Build a ledger of the seeds, in a temporary folder, and score it."""
    statements = read_gold(data / "gold" / "seeds.statements.json", _statements)
    gold = read_gold(data / "gold" / "seeds.facts.yaml", lambda facts: _gold(facts, statements))
    return score("seeds", "Seeds: five reports on one conflict", gold, found_in(data / "seeds"))


def _statements(entries: Sequence[Mapping[str, Any]]) -> tuple[GoldStatement, ...]:
    return tuple(
        GoldStatement(
            (Words(entry["report"], entry["content"], entry["start"]),),
            tuple(entry["source"]),
            tuple(entry["via"] or ()),
            entry["kind"],
            CURRENT_ISSUE,
        )
        for entry in entries
    )


def _gold(facts: Mapping[str, Any], statements: tuple[GoldStatement, ...]) -> Gold:
    return Gold(
        reports=reports_of(facts["reports"]),
        statements=statements,
        dates=tuple(GoldDate(Words(r, text), str(value), CURRENT_ISSUE) for r, text, value in facts["dates"]),
        figures=tuple(_figure(*figure) for figure in facts["figures"]),
        disputes=disputes_of(facts["disputes"]),
        processes=tuple(_process(n, process) for n, process in enumerate(facts["processes"], 1)),
    )


def _figure(report: str, count: object, _how: str, happened: str, _of: str, _side: str) -> GoldFigure:
    low, best, high = (count, count, count) if isinstance(count, int) else _BOUNDS[str(count)]
    return GoldFigure(Words(report, str(count)), low, best, high, _HAPPENED.get(happened, happened), CURRENT_ISSUE)


def _process(number: int, entry: Mapping[str, Any]) -> GoldCourse:
    states = tuple((state, None if date is None else str(date)) for state, date, _ in entry["states"])
    return GoldCourse(f"{entry['kind']} {number}", entry["kind"], (), PROCESSES_FROM, states)
