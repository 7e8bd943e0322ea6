"""From reports, or from a ledger of them, to what the scorers compare."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from counterclaim.evaluate.found import Found


def found_in(reports: Path) -> Found:
    """What is found in a folder or file of reports, by way of a ledger that is thrown away afterwards."""
    from counterclaim.run import build  # loads the parser, which whoever reads a finished ledger does without

    with TemporaryDirectory(prefix="counterclaim-") as folder:
        ledger = Path(folder) / "evaluate.db"
        build([reports], ledger)
        return read_ledger(ledger)


def read_ledger(ledger: Path) -> Found:
    """What a ledger holds."""
    from counterclaim.store import open_view

    with open_view(ledger) as view:
        return Found(
            reports={report.id: report for report in view.reports()},
            entities={entity.id: entity for entity in view.entities()},
            statements=tuple(view.statements()),
            times=tuple(view.times()),
            figures=tuple(view.figures()),
            disputes=tuple(view.disputes()),
            judgements=tuple(view.judgements()),
            changes=tuple(view.changes()),
            processes=tuple(view.processes()),
        )
