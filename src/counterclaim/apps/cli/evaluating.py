"""`counterclaim evaluate`: a scorer's table, printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from counterclaim.apps.cli.printer import Printer
from counterclaim.apps.wording import counted
from counterclaim.records import UsageError

if TYPE_CHECKING:
    from counterclaim.evaluate import Table

#: The scorers that each option is for.
OPTIONS: dict[str, tuple[str, ...]] = {
    "split": ("polnear",),
    "limit": ("polnear",),
    "worst": ("polnear", "events", "times"),
    "ledger": ("disputes", "piles"),
    "raise_floors": ("gate",),
}


def evaluate(name: str, data: Path, options: dict[str, Any]) -> bool:
    """Runs the scorer `name` and prints its table; False where the gate found a figure below its floor.

    `options` are those that were given. Raises `UsageError` for one that is for another scorer, and what
    `counterclaim.evaluate.run` raises.
    """
    from counterclaim.evaluate import NAMES, run

    unfit = next((option for option in options if name in NAMES and name not in OPTIONS.get(option, NAMES)), None)
    if unfit is not None:
        raise UsageError(f"--{unfit.replace('_', '-')} is for {' and '.join(OPTIONS[unfit])}, not for {name}")
    return print_table(Printer(), run(name, data, **options))


def print_table(printer: Printer, table: Table) -> bool:
    """Prints a scorer's table and those that belong to it; False where it tells of a figure below its floor."""
    for number, part in enumerate((table, *table.more)):
        if number:
            printer.line()
        printer.line((part.title, "bold"))
        printer.grid(part.columns, [[_cell(value) for value in row] for row in part.rows])
    fallen = int(table.scores.get("gate.fallen", 0))
    if fallen:
        printer.line(f"{counted(fallen, 'figure')} fell below {'its floor' if fallen == 1 else 'their floors'}.")
    return not fallen


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.1f}" if isinstance(value, float) else str(value)
