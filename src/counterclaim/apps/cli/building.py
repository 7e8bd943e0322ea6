"""`counterclaim build` as a person sees it: how far it is on standard error, what came of it on standard output."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim.apps.cli.printer import Printer
from counterclaim.apps.wording import clean
from counterclaim.records import UsageError

if TYPE_CHECKING:
    from counterclaim.run import Progress

#: Without a terminal a line every ten seconds says that it goes on and fills no log.
_SECONDS_BETWEEN_LINES = 10.0
#: What is named of rejects after a build; `show LEDGER rejects` has them all.
_REJECTS = 10
_STAGES = {"read": "Reading reports", "annotate": "Finding who said what", "link": "Comparing accounts"}


def build_ledger(
    paths: Sequence[str],
    ledger: Path,
    *,
    columns: Sequence[str] = (),
    workers: int | None = None,
    known: Path | None = None,
    gazetteer: Path | None = None,
) -> bool:
    """Builds and prints a summary; whether anything was read.

    `columns` are of the form `field=name`, `known` is a file of known entities, `gazetteer` one of places. Raises
    `UsageError` for a column that is not of that form, and what `run.build` raises.
    """
    from counterclaim.annotate.places.index import is_made
    from counterclaim.run import build
    from counterclaim.store import open_view

    if not is_made():
        Printer(sys.stderr).line("The list of places is made now, for the first time; it takes about 20 seconds")
    with _progress() as tell:
        summary = build(
            paths,
            ledger,
            workers=workers,
            columns=_columns(columns),
            stdin=sys.stdin.buffer,
            known=known,
            gazetteer=gazetteer,
            progress=tell,
        )
    if summary.rejected:
        errors = Printer(sys.stderr)
        with open_view(ledger) as view:
            rejects = view.rejects()
        for reject in rejects[:_REJECTS]:
            row = f", row {reject.row}" if reject.row else ""
            errors.line(f"not used: {reject.path or 'standard input'}{row}: {reject.reason}")
        if len(rejects) > _REJECTS:
            errors.line(f"{len(rejects) - _REJECTS:,} more: counterclaim show {ledger} rejects")
    if summary.compared and summary.claims:
        there_are = summary.claims * (summary.claims - 1) // 2
        counted = f"{summary.compared:,} of the {there_are:,} pairs that {summary.claims:,} claims and figures make"
        Printer(sys.stderr).line(f"compared {counted}")
    out = Printer()
    for label, count in (
        ("read", summary.read),
        ("new", summary.new),
        ("undated", summary.undated),
        ("in other languages", summary.other_languages),
        ("rejected", summary.rejected),
        ("disputes", summary.disputes),
    ):
        out.line((f"{label}: ", "dim"), f"{count:,}")
    return summary.read > 0


def _columns(pairs: Sequence[str]) -> dict[str, str]:
    columns = {}
    for pair in pairs:
        field, equals, name = pair.partition("=")
        if not (field and equals and name):
            raise UsageError(f'--column takes FIELD=NAME, such as text=body, not "{pair}"')
        columns[field] = name
    return columns


@contextmanager
def _progress() -> Iterator[Progress]:
    """Shows how far a build is: as bars on a terminal, as a line now and then elsewhere."""
    if not Printer(sys.stderr).terminal:
        yield _Lines()
        return
    from rich import progress
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn

    bars = progress.Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    )
    tasks = {}

    def tell(stage: str, done: int, total: int | None) -> None:
        if stage not in tasks:
            tasks[stage] = bars.add_task(_STAGES.get(stage, stage), total=total)
        bars.update(tasks[stage], completed=done, total=total)

    with bars:
        yield tell


class _Lines:
    """How far a build is, in lines that a log can keep."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        now = time.monotonic()
        if done == 0 or (done != total and now - self._last < _SECONDS_BETWEEN_LINES):
            return
        self._last = now
        of = f" of {total:,}" if total is not None else ""
        sys.stderr.write(clean(f"{_STAGES.get(stage, stage)}: {done:,}{of}") + "\n")
