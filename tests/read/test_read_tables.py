"""JSON lines, lists of objects, CSV and TSV: a report a row, in any column names, and broken rows in between."""

from __future__ import annotations

import codecs
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from counterclaim.read import read
from counterclaim.records import Document, Rejected, Report, report_id

AllOf = Callable[..., tuple[list[Report], list[Rejected]]]

TEXT = "The minister said on Monday that the bridge was open again for everybody who lives there."
ROW = {
    "id": 7,
    "outlet": "Courier",
    "published": "2017-04-05",
    "title": "Bridge open",
    "text": TEXT,
    "url": "http://x/7",
}


def test_a_row_becomes_a_report_with_its_own_bytes(all_of: AllOf, tmp_path: Path) -> None:
    line = json.dumps(ROW)
    (first, second), rejected = all_of(f"{line}\n\n{line}\r\n", "rows.jsonl")
    assert not rejected
    assert (first.row, second.row) == (1, 3)
    assert (first.key, first.outlet, first.title, first.url, first.text) == (
        "7",
        "Courier",
        "Bridge open",
        "http://x/7",
        TEXT,
    )
    assert first.published == "2017-04-05"
    assert first.id == second.id == report_id("Courier", "7", "2017-04-05", "Bridge open", TEXT)
    assert first.sha256 == second.sha256 == hashlib.sha256(line.encode()).hexdigest()
    originals = [d.original for d in read([str(tmp_path / "rows.jsonl")]) if isinstance(d, Document)]
    assert originals == [line.encode()] * 2


@pytest.mark.parametrize(
    "names",
    [
        {"text": "text"},
        {"text": "body", "title": "headline", "outlet": "source", "published": "date", "url": "link"},
        {
            "text": "Article_Content",
            "title": "Article Title",
            "outlet": "Publisher",
            "published": "pubDate",
            "url": "URL",
        },
        {"text": "fullText", "outlet": "site-name", "published": "publishedAt", "id": "uuid", "byline": "authors"},
    ],
)
def test_columns_are_known_by_their_common_names(all_of: AllOf, names: dict[str, str]) -> None:
    row = {name: str(ROW.get(field, "Ann Lee")) for field, name in names.items()}
    ((report,), _) = all_of(json.dumps(row), "rows.jsonl")
    for field in names:
        value = {"id": report.key, "published": report.published}.get(field) or getattr(report, field)
        assert value == str(ROW.get(field, "Ann Lee"))


def test_the_users_mapping_goes_before_the_common_names(all_of: AllOf) -> None:
    row = {"text": "a summary", "article_html": TEXT, "where": "Herald", "outlet": "x"}
    ((report,), _) = all_of(json.dumps(row), "rows.jsonl", {"text": "article_html", "outlet": "where"})
    assert (report.text, report.outlet) == (TEXT, "Herald")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("\n".join(json.dumps({"summary": TEXT, "when": "2017", "no": n}) for n in range(5)), "rows.jsonl"),
        (json.dumps([{"summary": TEXT, "when": "2017", "no": n} for n in range(5)]), "rows.json"),
        (f'summary,when,no\n"{TEXT}",2017,1\n"{TEXT}",2017,2\n', "rows.csv"),
        (f"summary\twhen\tno\n{TEXT}\t2017\t1\n", "rows.tsv"),
    ],
)
def test_without_a_column_of_text_the_file_is_rejected_once_and_its_columns_named(
    all_of: AllOf, content: str, name: str
) -> None:
    reports, (reject,) = all_of(content, name)
    assert not reports
    assert reject.row is None
    assert "no column of text in this table; it has summary, when, no" in reject.reason


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.csv"])
def test_a_mapping_to_a_column_that_is_not_there_is_said(all_of: AllOf, name: str) -> None:
    content = json.dumps(ROW) if name.endswith("l") else f'id,text\n1,"{TEXT}"\n'
    _, (reject,) = all_of(content, name, {"text": "article_content"})
    assert 'no column "article_content"' in reject.reason
    assert "id" in reject.reason


BROKEN = [
    ('{"id": 2, "text": "cut of', "not valid JSON"),
    ("not JSON at all", "not valid JSON"),
    ("[" * 100_000, "nested too deeply"),
    ("[1, 2]", "no JSON object"),
    ('{"id": 2, "text": null}', "holds no text"),
    ('{"id": 2, "text": ["a", "b"]}', "holds no text"),
    ('{"id": 2, "text": "  "}', "no text in it"),
    ('{"id": 2, "summary": "short"}', "no column of text"),
    ('{"id": 2, "text": "' + "He said so. " * 90_000 + '"}', "longer than"),
    ("\x00\x01\x02", "not valid JSON"),
]


@pytest.mark.parametrize(("line", "words"), BROKEN)
def test_a_broken_line_in_the_middle_loses_nothing_else(all_of: AllOf, line: str, words: str) -> None:
    good = json.dumps(ROW)
    reports, (reject,) = all_of(f"{good}\n{line}\n{good}\n", "rows.jsonl")
    assert [report.row for report in reports] == [1, 3]
    assert reject.row == 2
    assert words in reject.reason


def test_a_broken_element_of_a_list_loses_nothing_else(all_of: AllOf) -> None:
    good = json.dumps(ROW)
    reports, (reject,) = all_of(f'[{good},\n {{"id": 2, "text": oops}},\n{good}]', "rows.json")
    assert [report.row for report in reports] == [1, 3]
    assert (reject.row, "not valid JSON" in reject.reason) == (2, True)


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([ROW, ROW]),
        json.dumps([ROW, ROW], indent=2),
        json.dumps(ROW) + "\n" + json.dumps(ROW) + "\n",
        json.dumps(ROW, indent=2) + "\n" + json.dumps(ROW, indent=2),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_lists_and_objects_in_any_layout_and_encoding(
    all_of: AllOf, tmp_path: Path, content: str, encoding: str
) -> None:
    reports, rejected = all_of(content.encode(encoding), "rows.json")
    assert [report.text for report in reports] == [TEXT, TEXT]
    assert not rejected
    for document in read([str(tmp_path / "rows.json")]):
        assert isinstance(document, Document)
        plain = "utf-16-le" if encoding.startswith("utf-16") else "utf-8"
        assert json.loads(document.original.decode(plain)) == ROW


def test_control_characters_and_lone_surrogates_do_no_harm(all_of: AllOf) -> None:
    line = '{"id": "a\\u0000b", "outlet": "Cou\\ud800rier", "text": "He said\\u0007 \\ud83d no \\ud83d\\ude00."}'
    ((report,), _) = all_of(line, "rows.jsonl")
    assert report.text == "He said\ufffd \ufffd no 😀."
    assert report.broken == 2
    assert (report.key, report.outlet) == ("a\ufffdb", "Cou\ufffdrier")
    repr(report).encode("utf-8")


def test_values_that_are_no_text_are_written_as_text(all_of: AllOf) -> None:
    row = {
        "source": {"id": None, "name": "Courier"},
        "authors": ["Ann Lee", "Bo Day"],
        "date": 1491350400,
        "text": TEXT,
    }
    ((report,), _) = all_of(json.dumps(row), "rows.jsonl")
    assert (report.outlet, report.byline, report.published) == ("Courier", "Ann Lee, Bo Day", "2017-04-05")


CSV = (
    "id,source,date,title,body\n"
    '1,Courier,2017-04-05,Bridge,"He said ""no"",\nand left the room."\n'
    '2,Herald,,,"She stayed there."\n'
)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (CSV, "rows.csv"),
        (CSV.replace("\n", "\r\n"), "rows.csv"),
        (CSV.replace('",\nand', '";\nand').replace(",", ";"), "rows.csv"),
        (CSV.replace('",\nand', '"|\nand').replace(",", "\t"), "rows.tsv"),
        (codecs.BOM_UTF8 + CSV.encode(), "rows.csv"),
        (CSV.encode("utf-16"), "rows.csv"),
        (CSV, "rows"),
    ],
)
def test_tables_with_any_separator(all_of: AllOf, content: str | bytes, name: str) -> None:
    (first, second), rejected = all_of(content, name)
    assert not rejected
    assert (first.row, first.key, first.outlet, first.published) == (1, "1", "Courier", "2017-04-05")
    assert first.text.endswith("\nand left the room.")
    assert (second.row, second.key, second.title, second.published, second.text) == (
        2,
        "2",
        None,
        None,
        "She stayed there.",
    )


def test_the_bytes_of_a_record_are_all_its_lines(all_of: AllOf, tmp_path: Path) -> None:
    all_of(CSV, "rows.csv")
    originals = [d.original for d in read([str(tmp_path / "rows.csv")]) if isinstance(d, Document)]
    assert originals == [
        b'1,Courier,2017-04-05,Bridge,"He said ""no"",\nand left the room."',
        b'2,Herald,,,"She stayed there."',
    ]


def test_long_fields_are_no_problem(all_of: AllOf) -> None:
    text = "He said so. " * 50_000
    ((report,), _) = all_of(f'id,text\n1,"{text}"\n', "rows.csv")
    assert len(report.text) == len(text)


def test_a_row_with_too_many_fields_is_rejected(all_of: AllOf) -> None:
    reports, (reject,) = all_of(f'id,text\n1,"{TEXT}"\n2,He said no, and left\n3,"{TEXT}"\n', "rows.csv")
    assert [report.key for report in reports] == ["1", "3"]
    assert reject.row == 2
    assert "3 fields where the header names 2" in reject.reason


def test_a_quotation_mark_that_never_closes_does_not_swallow_the_rest(all_of: AllOf) -> None:
    reports, (reject,) = all_of(f'id,text\n1,"{TEXT}"\n2,"He said no\n3,{TEXT}\n4,{TEXT}\n', "rows.csv")
    assert [report.key for report in reports] == ["1", "3", "4"]
    assert reject.row == 2
    assert "never closed" in reject.reason


def test_rows_in_another_encoding_than_the_first_ones_are_still_read(all_of: AllOf) -> None:
    plain = "".join(f'{n},"{TEXT}"\n' for n in range(1_000))
    reports, rejected = all_of(b"id,text\n" + plain.encode() + "x,“Später” – sagte er.\n".encode("cp1252"), "rows.csv")
    assert not rejected
    assert reports[-1].text == "“Später” – sagte er."


def test_large_tables_are_streamed(tmp_path: Path) -> None:
    with open(tmp_path / "rows.jsonl", "w", encoding="utf-8") as stream:
        for number in range(20_000):
            stream.write(json.dumps({"id": number, "text": TEXT * 10}) + "\n")
    first = next(read([str(tmp_path / "rows.jsonl")]))
    assert isinstance(first, Document)
    assert first.report.key == "0"
