"""Linking what is annotated: parts of a large pile to workers, each kept in the ledger as soon as it is done.

What is found does not depend on how many workers there are, nor on which of them is done first: each part has a name
for all that it depends on (`records/kept.py`), and the parts are put together in the order of the pile.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from types import TracebackType

from counterclaim.records import LedgerError
from counterclaim.records.kept import Errands, Function
from counterclaim.run.pool import Pool, cores
from counterclaim.run.steps import Progress, Steps
from counterclaim.run.worker import do_errand, nothing_collected, only_new_collected
from counterclaim.store import Writer

Path = str | os.PathLike[str]
#: Links are refused when another build added reports while they were made. Three times in a row is no accident.
_LINK_TRIES = 3
_log = logging.getLogger(__name__)

_Packed = tuple[str, Callable[[], bytes]]


def link_ledger(
    writer: Writer, steps: Steps, workers: int | None, tell: Progress, ledger: Path
) -> tuple[int, int] | tuple[None, None]:
    """Links the ledger, unless it is linked as it now stands, with as many processes as `workers` (all cores if None).
    Says how many pairs were compared, of how many claims and figures."""
    for _ in range(_LINK_TRIES):
        if writer.linked() == (writer.state(), steps.link_version):
            return None, None
        with Processes(workers or cores(), tell) as processes, nothing_collected():
            linkable = writer.linkable()
            linkable.kept.doing = processes.begin
            links = steps.link(linkable.reports, linkable.annotations, linkable.judged, linkable.known, linkable.kept)
            fits = writer.relink(links, state=linkable.state, version=steps.link_version, kept=linkable.kept)
            if fits:
                processes.ended()
                found = linkable.annotations.values()
                return sum(links.compared.values()), sum(len(one.claims) + len(one.figures) for one in found)
    raise LedgerError(
        f"another build keeps adding reports to {os.fspath(ledger)}; run this one again when that has ended"
    )


class Processes:
    """Does errands of linking, in worker processes where there are several, as a context manager. On an error or Ctrl-C
    they are ended at once."""

    def __init__(self, workers: int, tell: Progress) -> None:
        self._workers = workers
        self._tell = tell
        self._open = ExitStack()
        self._done, self._total = 0, 1
        tell("link", 0, 1)

    def __enter__(self) -> Processes:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.__exit__(kind, error, trace)

    def ended(self) -> None:
        """Tells that all is done, what follows the errands too."""
        self._tell("link", self._total, self._total)

    def begin(self, function: Function, errands: Errands) -> Iterator[tuple[str, bytes]]:
        """Begins errands (`kept.Doing`): with several workers each of them is at work when this comes back."""
        waiting = deque(errands.items())
        self._total += len(waiting)
        if waiting:
            self._tell("link", self._done, self._total)
        if self._workers == 1 or not waiting:
            return self._here(function, waiting)
        pool = self._open.enter_context(Pool(min(self._workers, len(waiting))))
        if not pool.works():
            _log.warning("no worker process can be started here, so this process links alone")
            return self._here(function, waiting)
        at_work: dict[Future[bytes], _Packed] = {}
        self._submit(pool, function, waiting, at_work)
        return self._there(pool, function, waiting, at_work)

    def _here(self, function: Function, waiting: deque[_Packed]) -> Iterator[tuple[str, bytes]]:
        with only_new_collected() as collect:
            while waiting:
                key, packed = waiting.popleft()
                yield key, function(packed())
                self._one_more()
                collect()

    def _there(
        self, pool: Pool, function: Function, waiting: deque[_Packed], at_work: dict[Future[bytes], _Packed]
    ) -> Iterator[tuple[str, bytes]]:
        while at_work:
            for future in wait(at_work, return_when=FIRST_COMPLETED).done:
                errand = at_work.pop(future)
                try:
                    piece = future.result()
                except BrokenProcessPool:
                    waiting.append(errand)
                else:
                    yield errand[0], piece
                    self._one_more()
            self._submit(pool, function, waiting, at_work)
        # The memory of the workers is free before all is put together. What was lost with one is done here.
        self._open.close()
        yield from self._here(function, waiting)

    def _submit(
        self, pool: Pool, function: Function, waiting: deque[_Packed], at_work: dict[Future[bytes], _Packed]
    ) -> None:
        """Gives the pool work, one errand more than there are workers, while it takes any."""
        while waiting and len(at_work) <= self._workers:
            try:
                future = pool.submit(do_errand, function, waiting[0][1]())
            except BrokenProcessPool:
                return
            at_work[future] = waiting.popleft()

    def _one_more(self) -> None:
        self._done += 1
        self._tell("link", self._done, self._total)
