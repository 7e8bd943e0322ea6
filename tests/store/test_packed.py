"""A large ledger is loaded from one piece a report, which gives what its tables give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_samples import LINKS, NORTH_FOUND, fill, north
from sqlalchemy import text

from counterclaim.store import Outcome, Writer, open_writer, packed


@pytest.fixture
def writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Writer]:
    monkeypatch.setattr(packed, "MANY", 1)
    with open_writer(tmp_path / "ledger.db") as opened:
        fill(opened)
        yield opened


def run(writer: Writer, statement: str) -> None:
    with writer.transaction():
        writer._connection.execute(text(statement))


def test_pieces_give_what_the_tables_gave(writer: Writer) -> None:
    from_tables = writer.linkable().annotations
    run(writer, "DELETE FROM claims")
    assert writer.linkable().annotations == from_tables
    assert writer.relink(LINKS, state=writer.state(), version="3", kept=writer.linkable().kept)
    assert writer.linkable().annotations == from_tables


@pytest.mark.parametrize("damage", ["DELETE FROM kept_work", "UPDATE kept_work SET piece = x'00'"])
def test_lost_pieces_are_made_again(writer: Writer, damage: str) -> None:
    before = writer.linkable().annotations
    run(writer, damage)
    assert writer.linkable().annotations == before


def test_a_report_that_was_annotated_again_is_read_again(writer: Writer) -> None:
    before = writer.linkable().annotations
    writer.annotate([Outcome(north, replace(NORTH_FOUND, figures=()))], "8")
    after = writer.linkable().annotations
    assert before[north.id].figures
    assert after == before | {north.id: replace(before[north.id], figures=())}
