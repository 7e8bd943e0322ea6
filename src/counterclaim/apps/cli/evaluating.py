"""`counterclaim evaluate`: a scorer's table, printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from counterclaim.apps.cli.printer import Printer
from counterclaim.apps.wording import counted

if TYPE_CHECKING:
    from counterclaim.evaluate import Table


def evaluate(name: str, data: Path, options: dict[str, Any]) -> bool:
    """Runs the scorer `name` and prints its table; False where the gate found a figure below its floor.

    `options` are those that were given. Raises what `counterclaim.evaluate.run` raises.
    """
    from counterclaim.evaluate import run

    return print_table(Printer(), run(name, data, **options))


def print_table(printer: Printer, table: Table) -> bool:
    """Prints a scorer's table; False where it tells of a figure below its floor."""
    printer.line((table.title, "bold"))
    printer.grid(table.columns, [[_cell(value) for value in row] for row in table.rows])
    fallen = int(table.scores.get("gate.fallen", 0))
    if fallen:
        printer.line(f"{counted(fallen, 'figure')} fell below {'its floor' if fallen == 1 else 'their floors'}.")
    return not fallen


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.1f}" if isinstance(value, float) else str(value)
