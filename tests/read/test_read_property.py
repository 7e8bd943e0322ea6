"""Whatever is read: nothing raises, and every offset fits the text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.read import read
from counterclaim.records import Document, Rejected

PIECES = st.sampled_from(
    "The|on|Monday|5 April 2017|April 5, 2017|03/04/2017|YEREVAN|(AFP)|-|By Ann Lee|Updated|Published:|said|killed 31"
    "|\n|\n\n|.|?|(Photo AP)|Tags|Read Also|Share|Title:|AFP|Sunday 24 Aug 2014|9999-12-31|0000-01-01|31 June 2015"
    "|“|”|Loading...|--|\ufffd|\0|\xa0|Reporting by X|\r\n|\u2028|5 ſep 2017|ſat 5 May 2017|â€™".split("|")
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map(" ".join))


def sound(results: Iterable[Document | Rejected]) -> list[Document | Rejected]:
    """`results`, each of them checked."""
    checked = list(results)
    assert checked
    for result in checked:
        if isinstance(result, Rejected):
            assert result.reason
            continue
        report, at = result.report, 0
        for passage in report.passages:
            assert report.text[passage.start : passage.end] == passage.text
            assert not report.text[at : passage.start].strip()
            at = passage.end
        assert not report.text[at:].strip()
        assert sum(date.taken for date in report.dates) == (report.published is not None)
        assert all(
            0 <= date.start < (date.end or 0) <= len(report.text) for date in report.dates if date.start is not None
        )
        repr(report).encode("utf-8")
    return checked


def from_bytes(data: bytes) -> list[Document | Rejected]:
    return sound(read(["-"], stdin=io.BytesIO(data)))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_comes_back_with_passages_that_cover_it(text: str) -> None:
    results = from_bytes(text.encode("utf-8", "surrogatepass"))
    usable = "".join(results[0].report.text.split()) if isinstance(results[0], Document) else None
    if usable is not None and text.isascii() and text.isprintable() and not text.startswith(("{", "[", "<")):
        assert usable == "".join(text.split())


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, st.one_of(st.none(), TEXTS, st.integers(), st.floats(), st.booleans()))
def test_any_row_comes_back_or_is_rejected_and_so_is_the_next(text: str, title: str, published: object) -> None:
    rows = [{"id": number, "title": title, "text": text, "published": published} for number in (1, 2)]
    as_lines = from_bytes("\n".join(map(json.dumps, rows)).encode())
    as_list = from_bytes(json.dumps(rows).encode())
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(rows[0])
    writer.writerows(row.values() for row in rows)
    from_bytes(table.getvalue().encode("utf-8", "surrogatepass"))
    assert len(as_lines) == len(as_list) == 2
    assert [type(result) for result in as_lines] == [type(result) for result in as_list]


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(
        [
            b"",
            b"<html><body><p>",
            b'{"text":"',
            b'{"text": "a b c"}\n',
            b"text,date\n",
            b"\xff\xfe",
            b"[",
            b'[{"text":"a"},',
        ]
    ),
    st.binary(),
)
def test_any_bytes_are_read_or_rejected(beginning: bytes, rest: bytes) -> None:
    from_bytes(beginning + rest)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_the_same_bytes_give_the_same_report(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    assert from_bytes(data) == from_bytes(data)
