"""Worker processes that end with the build, whichever way it ends."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import ParamSpec, TypeVar

from counterclaim.records import UsageError
from counterclaim.run.worker import begin

P = ParamSpec("P")
T = TypeVar("T")

# Children are started anew rather than forked: the process that builds may have threads (a progress bar, a web
# server) and has the ledger open, and neither survives a fork.
_CONTEXT = multiprocessing.get_context("spawn")


class Pool:
    """Some worker processes, as a context manager. On an error or Ctrl-C they are ended at once."""

    def __init__(self, workers: int) -> None:
        # Only this process holds the hand of the leash: its end closes it, even by SIGKILL.
        self._leash, self._hand = _CONTEXT.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(workers, mp_context=_CONTEXT, initializer=begin, initargs=(self._leash,))
        self._lost = False

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # A worker that was started in the moment in which another was lost is one that Python's pool never ends, and
        # waits for. It can do nothing more either.
        if kind is not None or self._lost:
            self._hand.close()
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._hand.close()
        self._leash.close()

    def submit(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Has a worker call `function`. Raises `BrokenProcessPool` where a worker was lost before."""
        try:
            future = self._executor.submit(function, *args, **kwargs)
        except BrokenProcessPool:
            self._lost = True
            raise
        future.add_done_callback(self._done)
        return future

    def _done(self, future: Future[T]) -> None:
        if not future.cancelled() and isinstance(future.exception(), BrokenProcessPool):
            self._lost = True

    def works(self) -> bool:
        """Whether a worker can be started at all."""
        try:
            self.submit(os.getpid).result()
        except BrokenProcessPool:
            return False
        return True


def cores() -> int:
    """How many processes can run at once on this machine, as far as this one is allowed to."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def refuse_in_starting_worker() -> None:
    """Raises `UsageError` where this process is a worker that is only just loading its program.

    A worker loads the script that started the build. A script that builds as soon as it is loaded would build again
    in each of them.
    """
    if getattr(multiprocessing.current_process(), "_inheriting", False):
        raise UsageError(
            "a worker process loaded a script that builds a ledger as soon as it is loaded;"
            ' put the call below: if __name__ == "__main__":'
        )
