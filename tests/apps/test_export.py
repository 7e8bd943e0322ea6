"""Whole tables as files: what each format must give back."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import small_ledger
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.apps.cli.app import TABLES, run
from counterclaim.apps.export.parquet import schema
from counterclaim.apps.export.writing import csv_lines, jsonl
from counterclaim.store import TABLES as FIELDS
from counterclaim.store import View

FORMATS = ("jsonl", "csv", "parquet")


def export(capsys: pytest.CaptureFixture[bytes], ledger: Path, *arguments: str) -> bytes:
    """The bytes on standard output; it must have gone well."""
    assert run(["export", str(ledger), *arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == b""
    return captured.out


@pytest.mark.parametrize("table", TABLES)
def test_json_lines_are_the_rows_of_the_store(
    capsysbinary: pytest.CaptureFixture[bytes], ledger: Path, view: View, table: str
) -> None:
    lines = export(capsysbinary, ledger, table).decode().splitlines()
    rows = [json.loads(line) for line in lines]
    assert rows == [json.loads(json.dumps(row)) for row in view.table(table)]
    assert all(tuple(row) == FIELDS[table] for row in rows)
    assert [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows] == lines


@pytest.mark.parametrize("table", TABLES)
def test_csv_has_the_same_rows_with_nested_values_as_json(
    capsysbinary: pytest.CaptureFixture[bytes], ledger: Path, view: View, table: str
) -> None:
    printed = export(capsysbinary, ledger, table, "--format", "csv").decode()
    header, *lines = csv.reader(io.StringIO(printed, newline=""))
    rows = list(view.table(table))
    assert tuple(header) == FIELDS[table]
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        for cell, value in zip(line, row.values(), strict=True):
            assert cell == "" if value is None else cell == value or json.loads(cell) == json.loads(json.dumps(value))


@pytest.mark.parametrize("table", TABLES)
def test_parquet_has_the_same_rows_with_their_structure(
    capsysbinary: pytest.CaptureFixture[bytes], ledger: Path, view: View, table: str
) -> None:
    read = pq.read_table(pa.BufferReader(export(capsysbinary, ledger, table, "--format", "parquet")))
    assert read.to_pylist() == list(view.table(table))
    assert read.schema.equals(schema(table))


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("format_", FORMATS)
def test_an_empty_table_has_its_columns_and_no_rows(
    capsysbinary: pytest.CaptureFixture[bytes], empty_ledger: Path, table: str, format_: str
) -> None:
    printed = export(capsysbinary, empty_ledger, table, "--format", format_)
    if format_ == "parquet":
        assert pq.read_table(pa.BufferReader(printed)).column_names == list(FIELDS[table])
    else:
        assert printed == (b"" if format_ == "jsonl" else (",".join(FIELDS[table]) + "\r\n").encode())


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_has_the_bytes_of_standard_output(
    capsysbinary: pytest.CaptureFixture[bytes], ledger: Path, tmp_path: Path, format_: str
) -> None:
    printed = export(capsysbinary, ledger, "reports", "--format", format_)
    out = tmp_path / "reports"
    out.write_text("what was there before")
    assert export(capsysbinary, ledger, "reports", "--format", format_, "--out", str(out)) == b""
    assert out.read_bytes() == printed
    assert list(tmp_path.iterdir()) == [out]


def test_a_file_that_cannot_be_written_gets_a_sentence(
    capsys: pytest.CaptureFixture[str], ledger: Path, tmp_path: Path
) -> None:
    assert run(["export", str(ledger), "reports", "--out", str(tmp_path / "missing" / "x.jsonl")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_an_export_that_fails_leaves_the_file_as_it_was(
    capsys: pytest.CaptureFixture[str], ledger: Path, tmp_path: Path
) -> None:
    out = tmp_path / "x.jsonl"
    out.write_text("what was there before")
    assert run(["export", str(ledger), "opinions", "--out", str(out)]) == 2
    assert "opinions" in capsys.readouterr().err
    assert out.read_text() == "what was there before"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_table_that_is_damaged_half_way_leaves_no_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, format_: str
) -> None:
    path = small_ledger.write(tmp_path / "damaged.db")
    with contextlib.closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE reports SET passages = '[' WHERE id = (SELECT max(id) FROM reports)")
    out = tmp_path / "reports"
    assert run(["export", str(path), "reports", "--format", format_, "--out", str(out)]) == 1
    assert "damaged" in capsys.readouterr().err
    assert [left.name for left in tmp_path.iterdir() if not left.name.startswith("damaged.db")] == []


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.lists(st.fixed_dictionaries({"id": st.text(), "value": VALUES}), max_size=4))
def test_what_is_spelled_can_be_read_again(rows: list[dict[str, Any]]) -> None:
    written = b"".join(jsonl(rows)).decode()
    assert [json.loads(line) for line in written.split("\n")[:-1]] == rows
    cells = list(csv.reader(io.StringIO(b"".join(csv_lines(("id", "value"), rows)).decode(), newline="")))
    assert [line[0] for line in cells[1:]] == [row["id"] for row in rows]
