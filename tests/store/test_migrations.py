"""A ledger of any age opens, with the tables that the records of today need."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, Inspector, create_engine, inspect, text
from sqlalchemy.pool import StaticPool

from counterclaim.store import check, open_view, open_writer, sqlite
from counterclaim.store.migrations import Migration, known, migrate, version_of
from counterclaim.store.schema import METADATA

#: Ledgers as each version wrote them, as SQL: `tests/store/write_old_ledger.py` made them and says how to add one.
OLD = sorted((Path(__file__).parent / "old").glob("*.sql"))


def tables(inspector: Inspector) -> dict[str, object]:
    found: dict[str, object] = {}
    for name in inspector.get_table_names():
        if name.startswith("search_words"):  # the full-text index, which is the database's own affair
            continue
        found[name] = {
            "columns": sorted((c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns(name)),
            "key": inspector.get_pk_constraint(name)["constrained_columns"],
            "bound": sorted(
                (key["constrained_columns"], key["referred_table"], sorted(key["options"].items()))
                for key in inspector.get_foreign_keys(name)
            ),
            "indexes": sorted((index["name"], index["column_names"]) for index in inspector.get_indexes(name)),
        }
    return found


def test_migrated_tables_are_those_that_the_records_need() -> None:
    migrated, needed = (create_engine("sqlite://", poolclass=StaticPool) for _ in range(2))
    with migrated.begin() as connection:
        migrate(connection, known())
    METADATA.create_all(needed)
    assert tables(inspect(migrated)) == tables(inspect(needed))
    migrated.dispose()
    needed.dispose()


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [step.number for step in known()] == list(range(1, len(known()) + 1))


def test_there_is_an_old_ledger_for_every_version() -> None:
    assert [int(path.stem) for path in OLD] == [step.number for step in known()]


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
@pytest.mark.parametrize("first", ["view", "writer"])
def test_an_old_ledger_opens_with_all_that_was_in_it(tmp_path: Path, old: Path, first: str) -> None:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(old.read_text())
    if first == "writer":
        open_writer(path).close()
    expected = json.loads(old.with_suffix(".json").read_text())
    with open_view(path) as view:
        assert check(view) == []
        for name, rows in expected.items():
            found = list(view.table(name))
            assert [_as_known_then(row, known_row) for row, known_row in zip(found, rows, strict=True)] == rows


def _as_known_then(now: object, then: object) -> object:
    """A value of today with the fields alone that there were when the ledger was written."""
    if isinstance(now, dict) and isinstance(then, dict):
        return {field: _as_known_then(now[field], then[field]) for field in then}
    if isinstance(now, list) and isinstance(then, list) and len(now) == len(then):
        return [_as_known_then(a, b) for a, b in zip(now, then, strict=True)]
    return now


def _make(name: str):  # type: ignore[no-untyped-def]
    return lambda connection: connection.execute(text(f"CREATE TABLE {name} (id TEXT)"))


def _fail(connection: Connection) -> None:
    _make("half")(connection)
    connection.execute(text("CREATE TABLE half (id TEXT)"))


def test_only_the_steps_that_a_ledger_lacks_are_run(tmp_path: Path) -> None:
    steps = [*known(), Migration(len(known()) + 1, "one_more", _make("one_more"))]
    open_writer(tmp_path / "l.db").close()
    engine = sqlite.writing(tmp_path / "l.db")
    with engine.connect() as connection, connection.begin():
        for _ in range(2):
            migrate(connection, steps)
        assert version_of(connection) == steps[-1].number
        assert connection.scalar(text("SELECT count(*) FROM schema_version")) == len(steps)
    engine.dispose()


def test_a_step_that_fails_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    open_writer(path).close()
    engine = sqlite.writing(path)
    number = len(known())
    steps = [*known(), Migration(number + 1, "good", _make("good")), Migration(number + 2, "bad", _fail)]
    with pytest.raises(Exception, match="half already exists"), engine.begin() as connection:
        migrate(connection, steps)
    with engine.connect() as connection, connection.begin():
        assert version_of(connection) == number
        assert not {"good", "half"} & set(inspect(connection).get_table_names())
    engine.dispose()
