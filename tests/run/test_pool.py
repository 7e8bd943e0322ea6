"""Worker processes that end with the build."""

from __future__ import annotations

import multiprocessing
import os
import time
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection

import pytest

from counterclaim.run.pool import Pool
from counterclaim.run.worker import begin


def hold(leash: Connection) -> None:
    begin(leash)
    time.sleep(60)


def test_once_a_worker_is_lost_whoever_was_started_beside_it_is_ended_with_the_pool() -> None:
    """As Python's pool leaves one that was only just being started, and waits for it for ever."""
    with Pool(1) as pool:
        straggler = multiprocessing.get_context("spawn").Process(target=hold, args=(pool._leash,))
        straggler.start()
        with pytest.raises(BrokenProcessPool):
            pool.submit(os._exit, 1).result()
    straggler.join(20)
    assert straggler.exitcode == 1


def test_a_pool_whose_work_is_done_ends_by_itself() -> None:
    with Pool(1) as pool:
        assert pool.submit(os.getpid).result() != os.getpid()
