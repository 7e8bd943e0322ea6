from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import small_ledger

from counterclaim.store import View, open_view


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small ledger, written once."""
    return small_ledger.write(tmp_path_factory.mktemp("apps") / "small.db")


@pytest.fixture(scope="session")
def bare_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the same reports and nothing linked."""
    return small_ledger.write(tmp_path_factory.mktemp("apps") / "bare.db", small_ledger.BARE_LINKS)


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger into which nothing was read."""
    return small_ledger.write(tmp_path_factory.mktemp("apps") / "empty.db", small_ledger.Links(origins={}), ())


@pytest.fixture
def view(ledger: Path) -> Iterator[View]:
    """The small ledger, open."""
    with open_view(ledger) as opened:
        yield opened
