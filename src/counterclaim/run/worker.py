"""What happens in a process that annotates or links for a build."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection

from counterclaim.records import Annotations, Report

_REASON_LENGTH = 200


def begin(leash: Connection) -> None:
    """Makes this process end when the build does: when the other end of `leash` is closed or its process is gone.

    A worker does not hear Ctrl-C itself: the build does, and says one sentence instead of a traceback for each.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, args=(leash,), daemon=True).start()


def _follow(leash: Connection) -> None:
    try:
        leash.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)


def annotate_each(
    annotate: Callable[[Report], Annotations], reports: Sequence[Report]
) -> list[tuple[Report, Annotations | str]]:
    """What stands in each of `reports`, or why that could not be found out, in one sentence.

    Each report is annotated by itself, so that what is found cannot depend on which others are at hand.
    """
    return [(report, _annotate(annotate, report)) for report in reports]


def _annotate(annotate: Callable[[Report], Annotations], report: Report) -> Annotations | str:
    try:
        return annotate(report)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong with one report must not cost the others
        words = (str(error).splitlines() or [""])[0][:_REASON_LENGTH]
        return f"annotating this report failed ({type(error).__name__}: {words}); please report it with the text"


def do_errand(function: Callable[[bytes], bytes], packed: bytes) -> bytes:
    """What `function` gives for what was sent. What it leaves behind is gone before the next errand."""
    with nothing_collected():
        made = function(packed)
    gc.collect()
    return made


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Lets Python not look for rubbish meanwhile. Linking holds millions of records and drops nearly none of them:
    looking through them again and again takes 10 of the 23 s in which 6,000 reports are loaded."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


@contextmanager
def only_new_collected() -> Iterator[Callable[[], int]]:
    """Gives what drops the rubbish that was made since: it does not look through what was there before, which takes
    seconds for the records of a large ledger. One process that links 6,000 reports took 5.1 GB without it."""
    gc.freeze()
    try:
        yield gc.collect
    finally:
        gc.unfreeze()
