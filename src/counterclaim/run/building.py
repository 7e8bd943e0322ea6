"""From reports to a ledger: read, annotate, link, each step committed as it goes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from counterclaim.read import read_gazetteer, read_known
from counterclaim.records import Document, RecordError, Rejected, UsageError
from counterclaim.run.annotating import annotate_pending
from counterclaim.run.linking import link_ledger
from counterclaim.run.pool import refuse_in_starting_worker
from counterclaim.run.steps import Progress, Steps, no_progress
from counterclaim.store import Writer, open_view, open_writer

Path = str | os.PathLike[str]

#: What is read is committed in portions of this size: reading itself is slow, and holds no lock on the ledger.
_DOCUMENTS, _BYTES = 64, 4_000_000
#: What SQLite keeps beside a ledger while it is open.
_BESIDE = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build did. `read` counts the reports met, `new` those of them that the ledger had not; `undated` and
    `other_languages` are of those read; `rejected` counts what could not be read or annotated this time;
    `annotated` the reports that annotators looked at; `disputes` is how many the whole ledger has now. `compared` is
    how many pairs of claims and figures linking looked at, `claims` how many of both the ledger has; these are None
    where nothing had to be linked."""

    read: int
    new: int
    undated: int
    other_languages: int
    rejected: int
    annotated: int
    disputes: int
    seconds: float
    compared: int | None = None
    claims: int | None = None


def build(
    paths: Path | Iterable[Path],
    ledger: Path,
    *,
    workers: int | None = None,
    columns: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    known: Path | None = None,
    gazetteer: Path | None = None,
    progress: Progress | None = None,
    steps: Steps | None = None,
) -> BuildSummary:
    """Reads the reports that `paths` name (files, folders, globs, `-` for `stdin`) into the ledger and links them.

    `workers` is how many processes annotate and link (all cores if None), `columns` maps a report's fields to the
    columns of tables, `known` names a file of known entities (`read.read_known`), which the ledger keeps for later
    builds until another one is given, `gazetteer` one of places (`read.read_gazetteer`), which is kept likewise
    (another list has all reports annotated anew), `progress` is told how far the build is. However a ledger was built,
    in one go or in parts, and whatever stopped it on the way, the same reports give the same ledger.

    Raises `NotALedger`, `NewerLedger` or `LedgerError` where the ledger cannot be used, `UsageError` for options
    that make no sense, `UnreadableInput` for a file of known entities or places that cannot be read, and
    `KeyboardInterrupt` with a sentence on Ctrl-C; what was finished by then is kept.
    """
    refuse_in_starting_worker()
    if workers is not None and workers < 1:
        raise UsageError(f"{workers} workers can do nothing; give 1 or more")
    names = _names(paths)
    started = time.monotonic()
    steps = steps or Steps.of_counterclaim()
    listed = None if known is None else read_known(known)
    places = None if gazetteer is None else read_gazetteer(gazetteer)
    tell = progress or no_progress
    try:
        with open_writer(ledger) as writer:
            if listed is not None:
                writer.know(listed)
            if places is not None:
                writer.keep_gazetteer(places)
            steps = steps.with_gazetteer(writer.gazetteer())
            reading = _Reading(writer, _ledger_files(ledger))
            reading.take(steps.read(names, columns=columns, stdin=stdin), tell)
            annotated, failed = annotate_pending(writer, steps, workers, tell)
            compared, claims = link_ledger(writer, steps, workers, tell, ledger)
    except KeyboardInterrupt:
        raise KeyboardInterrupt(
            f"stopped; what was finished is in {os.fspath(ledger)}, and the same command goes on from there"
        ) from None
    return BuildSummary(
        read=len(reading.read),
        new=reading.new,
        undated=len(reading.undated),
        other_languages=len(reading.other_languages),
        rejected=reading.rejected + failed,
        annotated=annotated,
        disputes=_disputes(ledger),
        seconds=time.monotonic() - started,
        compared=compared,
        claims=claims,
    )


def _names(paths: Path | Iterable[Path]) -> list[str]:
    """What is to be read, as names."""
    return [os.fspath(paths)] if isinstance(paths, str | os.PathLike) else [os.fspath(path) for path in paths]


def _disputes(ledger: Path) -> int:
    """How many disputes the whole ledger has."""
    with open_view(ledger) as view:
        return view.count("disputes")


@dataclass(slots=True)
class _Reading:
    """What was read so far in this build."""

    writer: Writer
    ledger_files: frozenset[str]
    read: set[str] = field(default_factory=set)
    undated: set[str] = field(default_factory=set)
    other_languages: set[str] = field(default_factory=set)
    new: int = 0
    rejected: int = 0

    def take(self, items: Iterable[Document | Rejected], tell: Progress) -> None:
        """Puts all `items` into the ledger."""
        portion: list[Document | Rejected] = []
        size = 0
        for item in items:
            if (
                isinstance(item, Rejected)
                and item.path is not None
                and os.path.realpath(item.path) in self.ledger_files
            ):
                continue  # the ledger lies in a folder that is read: it is no report, and nobody said it was
            portion.append(item)
            size += len(item.original) if isinstance(item, Document) else 0
            if len(portion) >= _DOCUMENTS or size >= _BYTES:
                self._keep(portion)
                tell("read", len(self.read), None)
                portion, size = [], 0
        self._keep(portion)
        tell("read", len(self.read), len(self.read))

    def _keep(self, portion: Sequence[Document | Rejected]) -> None:
        with self.writer.transaction():
            for item in portion:
                if isinstance(item, Document):
                    self._keep_report(item)
                else:
                    self._reject(item)

    def _keep_report(self, document: Document) -> None:
        report = document.report
        try:
            self.new += self.writer.add(document)
        except RecordError as error:
            self._reject(Rejected(report.path, report.row, str(error)))
            return
        self.read.add(report.id)
        if report.published is None:
            self.undated.add(report.id)
        if report.language not in (None, "en"):
            self.other_languages.add(report.id)

    def _reject(self, rejected: Rejected) -> None:
        self.writer.reject(rejected)
        self.rejected += 1


def _ledger_files(ledger: Path) -> frozenset[str]:
    real = os.path.realpath(ledger)
    return frozenset(real + end for end in _BESIDE)
