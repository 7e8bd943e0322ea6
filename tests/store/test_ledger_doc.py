"""`docs/ledger.md` describes every table and field, and none that there is not."""

from __future__ import annotations

import dataclasses
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from ledger_samples import fill

from counterclaim.store import TABLES, open_writer
from counterclaim.store.export import TABLES as EXPORTS
from counterclaim.store.schema import CODECS, METADATA

DOC = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text()
EXPORTED, FILE = DOC.split("## The tables of the file")
SECTIONS = dict(re.findall(r"^### (\w+)\n(.*?)(?=^##|\Z)", EXPORTED.split("## The exported tables")[1], re.M | re.S))


def rows(text: str) -> dict[str, str]:
    return dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", text, re.M))


def test_every_exported_table_is_described_in_order() -> None:
    assert list(SECTIONS) == list(TABLES)


@pytest.mark.parametrize("name", EXPORTS)
def test_every_exported_field_is_described_in_order(name: str) -> None:
    assert tuple(rows(SECTIONS[name])) == EXPORTS[name]


def test_every_table_of_the_file_is_described() -> None:
    assert sorted(rows(FILE)) == sorted(METADATA.tables)


@pytest.mark.parametrize("name", METADATA.tables)
def test_every_column_that_no_export_has_is_described(name: str) -> None:
    exported = {"since" if field == "from" else field for field in EXPORTS.get(name, ())}
    words = set(re.findall(r"`(\w+)`", rows(FILE)[name]))
    beside = {column.name for column in METADATA.tables[name].columns} - exported
    assert beside <= words


@pytest.mark.parametrize("name", sorted(EXPORTS.keys() & CODECS.keys()))
def test_every_field_of_a_record_is_exported(name: str) -> None:
    fields = {field.name for field in dataclasses.fields(CODECS[name].cls)}
    assert {"from" if field == "since" else field for field in fields} == set(EXPORTS[name])


@pytest.mark.parametrize("sql", re.findall(r"^```sql\n(.*?)^```", DOC, re.M | re.S))
def test_the_queries_shown_run(tmp_path: Path, sql: str) -> None:
    with open_writer(tmp_path / "l.db") as writer:
        fill(writer)
    with closing(sqlite3.connect(tmp_path / "l.db")) as database:
        database.execute(sql)
