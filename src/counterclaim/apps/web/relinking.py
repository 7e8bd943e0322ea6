"""Linking a ledger anew while it is served, so that joins, splits and corrections show without a stop."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from enum import StrEnum

_LOG = logging.getLogger(__name__)


class State(StrEnum):
    """What linking is doing."""

    IDLE = "idle"
    RUNNING = "running"
    FAILED = "failed"


class Relinking:
    """Links one ledger in a process of its own, one at a time: pages stay quick, and a server that is stopped leaves
    the ledger as it was."""

    def __init__(self, ledger: str) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()
        self._state = State.IDLE

    @property
    def state(self) -> State:
        """What it is doing, or how the last one ended."""
        return self._state

    def start(self) -> bool:
        """Begins, unless one is under way; whether it did."""
        with self._lock:
            if self._state is State.RUNNING:
                return False
            self._state = State.RUNNING
        threading.Thread(target=self._run, daemon=True).start()
        return True

    def _run(self) -> None:
        command = [sys.executable, "-m", "counterclaim", "link", self._ledger]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if done.returncode:
            _LOG.error("%s", done.stderr.decode(errors="replace").strip())
        self._state = State.FAILED if done.returncode else State.IDLE
