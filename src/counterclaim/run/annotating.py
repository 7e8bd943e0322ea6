"""Annotating what is pending: shards to workers, each committed as soon as it is done, and none lost with a worker.

A shard is only a portion of work. What is found in a report does not depend on it, nor on how many workers there
are or in which order they finish.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool

from counterclaim.records import Annotations, RecordError, Report
from counterclaim.run.pool import Pool, cores
from counterclaim.run.steps import Progress, Steps
from counterclaim.run.worker import annotate_each
from counterclaim.store import Outcome, Pending, Writer

#: A worker takes half a second to two seconds for as much as this; that is what a killed build may lose of each.
SHARD_REPORTS, SHARD_CHARACTERS = 8, 40_000
#: With fewer reports than this, starting another process (two seconds, most of them to load the model) does not pay.
FEWEST_FOR_WORKERS = 10
#: Shards that wait for each worker, so that none is idle while the ledger is written to.
_AHEAD = 2

Shard = list[str]
_Found = list[tuple[Report, Annotations | str]]
_log = logging.getLogger(__name__)


def annotate_pending(writer: Writer, steps: Steps, workers: int | None, progress: Progress) -> tuple[int, int]:
    """Annotates all reports of the ledger that are not annotated by this version yet.

    Says how many it looked at and how many of these failed. Reports in other languages than English are marked.
    """
    pending = writer.pending(steps.annotate_version)
    readable = [report for report in pending if report.language in (None, "en")]
    others = [report.report for report in pending if report.language not in (None, "en")]
    for start in range(0, len(others), SHARD_REPORTS):
        reports = writer.reports(others[start : start + SHARD_REPORTS])
        writer.annotate(map(Outcome.other_language, reports), steps.annotate_version)
    job = _Annotating(writer, steps, progress, len(readable))
    job.run(list(shards(readable)), _processes(workers, len(readable)))
    return len(pending), job.failed


def shards(pending: Iterable[Pending]) -> Iterator[Shard]:
    """Portions of some reports each, as even as their lengths allow."""
    shard: Shard = []
    characters = 0
    for report in pending:
        if shard and (len(shard) == SHARD_REPORTS or characters + report.characters > SHARD_CHARACTERS):
            yield shard
            shard, characters = [], 0
        shard.append(report.report)
        characters += report.characters
    if shard:
        yield shard


def _processes(workers: int | None, reports: int) -> int:
    if reports < FEWEST_FOR_WORKERS:
        return 1
    return cores() if workers is None else workers


class _WorkerStartError(Exception):
    """The system, or the script that builds, does not let a worker start."""


class _Annotating:
    """One run over all that is pending."""

    def __init__(self, writer: Writer, steps: Steps, progress: Progress, total: int) -> None:
        self._writer = writer
        self._steps = steps
        self._progress = progress
        self._total = total
        self._done = 0
        self._raised: list[str] = []
        self._worker_started = False
        self.failed = 0

    def run(self, shards: Sequence[Shard], workers: int) -> None:
        """Annotates `shards`. What a worker is lost with is tried again in a new pool, then each report alone in a
        process of its own; what is lost or fails there as well is marked as failed."""
        if self._total:
            self._progress("annotate", 0, self._total)
        if workers == 1 or not shards:
            self._here(shards)
            return
        try:
            lost = self._round(shards, workers)
        except _WorkerStartError:
            _log.warning("no worker process can be started here, so this process annotates alone")
            self._here(shards)
            return
        lost = self._round(lost, workers)
        alone = [[report] for report in sorted({report for shard in lost for report in shard} | set(self._raised))]
        for (report,) in self._round(alone, 1, last=True):
            reason = "annotating this report ended the process that did it; please report it with the text"
            self._commit([Outcome.failed(found, reason) for found in self._writer.reports([report])])

    def _here(self, shards: Iterable[Shard]) -> None:
        """Annotates in this process, giving a report that fails a second chance."""
        for shard in shards:
            found = annotate_each(self._steps.annotate, self._writer.reports(shard))
            failed = [report for report, answer in found if isinstance(answer, str)]
            self._take([pair for pair in found if not isinstance(pair[1], str)])
            self._take(annotate_each(self._steps.annotate, failed), last=True)

    def _round(self, shards: Iterable[Shard], workers: int, *, last: bool = False) -> list[Shard]:
        """Has workers annotate `shards`; gives back those that were at work when a worker was lost.

        In the `last` round there is one at work at a time, so that what is lost is what lost the worker.
        """
        waiting = deque(shards)
        lost: list[Shard] = []
        while waiting:
            with Pool(workers) as pool:
                if not (self._worker_started or pool.works()):
                    raise _WorkerStartError
                self._worker_started = True
                at_work: dict[Future[_Found], Shard] = {}
                whole = True
                while whole and (waiting or at_work):
                    whole = self._submit(pool, waiting, at_work, 1 if last else _AHEAD * workers)
                    for future in wait(at_work, return_when=FIRST_COMPLETED).done:
                        shard = at_work.pop(future)
                        try:
                            found = future.result()
                        except BrokenProcessPool:
                            lost.append(shard)
                            whole = False
                        else:
                            self._take(found, last=last)
                lost.extend(at_work.values())
        return lost

    def _submit(self, pool: Pool, waiting: deque[Shard], at_work: dict[Future[_Found], Shard], at_once: int) -> bool:
        """Gives the pool work until `at_once` shards are at work; says whether the pool still takes any."""
        while waiting and len(at_work) < at_once:
            try:
                future = pool.submit(annotate_each, self._steps.annotate, self._writer.reports(waiting[0]))
            except BrokenProcessPool:
                return False
            at_work[future] = waiting.popleft()
        return True

    def _take(self, found: _Found, *, last: bool = False) -> None:
        """Commits what was found; a report that failed only if this was its `last` chance."""
        outcomes = []
        for report, answer in found:
            if isinstance(answer, Annotations):
                outcomes.append(Outcome(report, answer))
            elif last:
                outcomes.append(Outcome.failed(report, answer))
            else:
                self._raised.append(report.id)
        self._commit(outcomes)

    def _commit(self, outcomes: Sequence[Outcome]) -> None:
        try:
            self._writer.annotate(outcomes, self._steps.annotate_version)
        except RecordError as error:
            if len(outcomes) > 1:
                for outcome in outcomes:
                    self._commit([outcome])
                return
            outcomes = [Outcome.failed(outcomes[0].report, str(error))]
            self._writer.annotate(outcomes, self._steps.annotate_version)
        self._done += len(outcomes)
        self.failed += sum(outcome.reason is not None for outcome in outcomes)
        if outcomes:
            self._progress("annotate", self._done, self._total)
