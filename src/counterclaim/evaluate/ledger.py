"""From reports, or from a ledger of them, to what the scorers compare."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from counterclaim.evaluate.found import Found
from counterclaim.records import InputError
from counterclaim.store import open_view


def found_in(reports: Path) -> Found:
    """What is found in a folder or file of reports, by way of a ledger that is thrown away afterwards.

    Raises `InputError` if one of them could not be used: figures without it would say too little.
    """
    from counterclaim.run import build  # loads the parser, which whoever reads a finished ledger does without

    with TemporaryDirectory(prefix="counterclaim-") as folder:
        ledger = Path(folder) / "evaluate.db"
        build([reports], ledger)
        with open_view(ledger) as view:
            refused = view.rejects()
        if refused:
            where = refused[0].path if refused[0].row is None else f"{refused[0].path}, row {refused[0].row}"
            raise InputError(
                f"{len(refused)} of the reports to be scored could not be used, as {where}: {refused[0].reason}."
            )
        return read_ledger(ledger)


def read_ledger(ledger: Path) -> Found:
    """What a ledger holds."""
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
            agreements=tuple(view.agreements()),
        )
