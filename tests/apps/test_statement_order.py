"""Statements in the order asked for, and how sure each is, on ledgers built by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from browsing import Browser, words
from hypothesis import given
from hypothesis import strategies as st
from small_ledger import ANNOTATIONS, HERALD_REPORT, WIRE_REPORT

from counterclaim.apps.cli.app import run
from counterclaim.apps.ordering import Order, ordered
from counterclaim.apps.wording import confidence, unsure
from counterclaim.records import Annotations, Document, Links, Manner, Report, Span, Statement
from counterclaim.store import Outcome, open_writer

ASKED, DENIED, DIED = ANNOTATIONS[WIRE_REPORT.id].statements
TRUCE, KILLED = ANNOTATIONS[HERALD_REPORT.id].statements[1], ANNOTATIONS[HERALD_REPORT.id].statements[3]
#: By falling confidence; the reports' ids put the Wire's text before or after the Herald's, whichever it is.
STATEMENTS = (
    replace(DENIED, confidence=0.97, said="2021-06"),
    replace(KILLED, confidence=0.61, said="2021-05-02"),
    replace(ASKED, confidence=0.42, said=None, said_from=None),
    replace(TRUCE, confidence=0.0, said="2020"),
    replace(DIED, confidence=None, said="2021-05-04"),
)
BY_CONFIDENCE = [one.id for one in STATEMENTS]
#: Of what was said at no known time the date is that of its report, as it is of what was said in it.
BY_DATE = [one.id for one in (TRUCE, KILLED, ASKED, DIED, DENIED)]


def write(path: Path, statements: Sequence[Statement], reports: Sequence[Report]) -> Path:
    """A ledger of these statements alone."""
    with open_writer(path) as writer:
        for report in reports:
            writer.add(Document(report, report.text.encode()))
        outcomes = []
        for report in reports:
            its_own = [one for one in statements if one.report == report.id]
            its_own.sort(key=lambda one: one.content[0].start)
            entities = ANNOTATIONS[report.id].entities
            outcomes.append(Outcome(report, Annotations(report.id, entities=entities, statements=tuple(its_own))))
        writer.annotate(outcomes, "by hand")
        origins = {report.id: report.id for report in reports}
        writer.relink(Links(origins=origins), state=writer.state(), version="by hand")
    return path


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger whose statements have confidences and dates."""
    return write(tmp_path_factory.mktemp("sorted") / "judged.db", STATEMENTS, (HERALD_REPORT, WIRE_REPORT))


def shown(capsys: pytest.CaptureFixture[str], ledger: Path, *arguments: str) -> list[str]:
    """The lines that `show` prints; it must have gone well."""
    assert run(["show", str(ledger), "statements", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def in_text_order() -> list[str]:
    return [one.id for one in sorted(STATEMENTS, key=lambda one: (one.report, one.content[0].start))]


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        ([], BY_CONFIDENCE),
        (["--sort", "confidence"], BY_CONFIDENCE),
        (["--sort", "date"], BY_DATE),
        (["--sort", "text"], in_text_order()),
        (["--sort", "date", "--limit", "2"], BY_DATE[:2]),
        (["--outlet", "wire"], [id_ for id_ in BY_CONFIDENCE if id_ in {ASKED.id, DENIED.id, DIED.id}]),
    ],
)
def test_the_terminal_lists_them_in_the_order_asked_for(
    capsys: pytest.CaptureFixture[str], judged: Path, arguments: list[str], ids: list[str]
) -> None:
    lines = [line for line in shown(capsys, judged, *arguments) if "  " in line]
    assert [line.split()[0] for line in lines] == [id_[:10] for id_ in ids]


@pytest.mark.parametrize(
    ("query", "ids"),
    [("", BY_CONFIDENCE), ("?sort=", BY_CONFIDENCE), ("?sort=date", BY_DATE), ("?sort=text", in_text_order())],
)
def test_the_page_and_its_json_have_that_order_too(judged: Path, query: str, ids: list[str]) -> None:
    browser = Browser(judged)
    found = browser.json(f"/statements.json{query}")["statements"]
    assert [row["id"] for row in found] == ids
    assert browser.page(f"/statements{query}").xpath("//ol[@class='line']/li/@id") == ids
    confidences = {one.id: one.confidence for one in STATEMENTS}
    assert {row["id"]: row["confidence"] for row in found} == confidences


def test_the_next_part_of_a_page_keeps_the_order(judged: Path) -> None:
    browser = Browser(judged)
    first = browser.json("/statements.json?sort=date&limit=2")
    second = browser.json(first["next"])
    assert [row["id"] for row in (*first["statements"], *second["statements"])] == BY_DATE[:4]


def test_the_form_shows_the_order_and_keeps_it(judged: Path) -> None:
    browser = Browser(judged)
    assert browser.page("/statements").xpath("//select[@name='sort']/option/text()") == [
        "speaker",
        "confidence",
        "text",
        "date",
    ]
    assert browser.page("/statements?sort=date").xpath("//select[@name='sort']/option[@selected]/text()") == ["date"]
    assert not browser.page("/figures").xpath("//select[@name='sort']")


def test_words_of_speakers_come_first_and_the_outlets_own_voice_last(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    narrated = next(one for one in ANNOTATIONS[HERALD_REPORT.id].statements if one.manner is Manner.NARRATION)
    few = (Span.of(HERALD_REPORT.text, KILLED.content[0].start, KILLED.content[0].start + 8),)
    short = replace(KILLED, id="f" * 20, content=few, confidence=1.0)
    statements = (replace(narrated, confidence=0.99), short, *STATEMENTS)
    ledger = write(tmp_path / "own.db", statements, (HERALD_REPORT, WIRE_REPORT))
    in_order = [*BY_CONFIDENCE, short.id, narrated.id]
    assert [line.split()[0] for line in shown(capsys, ledger) if "  " in line] == [id_[:10] for id_ in in_order]
    browser = Browser(ledger)
    listed = "//ol[@class='line']/li/@id"
    assert browser.page("/statements").xpath(listed) == in_order[:-1]
    assert browser.page("/statements?own=yes").xpath(listed) == in_order
    everything = [row["id"] for row in browser.json("/statements.json")["statements"]]
    assert everything[:2] == [short.id, narrated.id]
    assert narrated.id not in {row["id"] for row in browser.json("/statements.json?own=no")["statements"]}
    assert browser.ask("/statements?own=maybe").status_code == 400


def test_what_is_unsure_says_so_in_words(capsys: pytest.CaptureFixture[str], judged: Path) -> None:
    marked = [line.split()[0] for line in shown(capsys, judged) if line.endswith("unsure)")]
    assert marked == [ASKED.id[:10], TRUCE.id[:10]]
    page = Browser(judged).page("/statements")
    unsure_there = [item.get("id") for item in page.xpath("//ol[@class='line']/li") if "unsure" in words(item)]
    assert unsure_there == [ASKED.id, TRUCE.id]


@pytest.mark.parametrize(
    ("statement", "line"),
    [(ASKED, "  confidence: 0.42, unsure"), (DENIED, "  confidence: 0.97"), (DIED, None)],
)
def test_one_statement_whole_has_its_confidence(
    capsys: pytest.CaptureFixture[str], judged: Path, statement: Statement, line: str | None
) -> None:
    lines = [one for one in shown(capsys, judged, statement.id) if "confidence" in one]
    assert lines == ([] if line is None else [line])


def test_a_report_has_the_confidence_beside_each_statement(judged: Path) -> None:
    notes = Browser(judged).page(f"/reports/{WIRE_REPORT.id}").xpath("//ul[@class='notes']/li")
    assert [words(note).partition("(")[2] for note in notes] == [
        "direct, confidence 0.42, unsure)",
        "indirect, confidence 0.97)",
        "indirect)",
    ]


def test_other_lists_have_no_other_order(capsys: pytest.CaptureFixture[str], judged: Path) -> None:
    assert run(["show", str(judged), "figures", "--sort", "date"]) == 2
    assert "figures have one order; statements can be sorted" in capsys.readouterr().err
    assert run(["show", str(judged), "statements", ASKED.id, "--sort", "date"]) == 2
    assert "--sort chooses among many and an ID names one" in capsys.readouterr().err
    assert run(["show", str(judged), "statements", "--sort", "length"]) == 2
    assert "confidence" in capsys.readouterr().err
    browser = Browser(judged)
    assert browser.ask("/figures?sort=date").status_code == 400
    assert browser.ask("/statements?sort=length").status_code == 400


def test_without_confidences_the_order_is_that_of_the_text(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    statements = [replace(one, confidence=None) for one in STATEMENTS]
    ledger = write(tmp_path / "plain.db", statements, (HERALD_REPORT, WIRE_REPORT))
    assert shown(capsys, ledger) == shown(capsys, ledger, "--sort", "text")
    assert not [line for line in shown(capsys, ledger) if "unsure" in line]


@pytest.mark.parametrize(
    ("value", "said", "marked"),
    [
        (None, "", ""),
        (0.0, "0.00, unsure", "unsure"),
        (0.4999, "0.49, unsure", "unsure"),
        (0.5, "0.50", ""),
        (0.29, "0.29, unsure", "unsure"),
        (0.995, "0.99", ""),
        (1.0, "1.00", ""),
    ],
)
def test_a_confidence_in_words(value: float | None, said: str, marked: str) -> None:
    statement = replace(ASKED, confidence=value)
    assert (confidence(statement), unsure(statement)) == (said, marked)


@given(st.lists(st.one_of(st.none(), st.floats(0, 1)), max_size=8))
def test_by_confidence_nothing_is_lost_and_the_rest_falls(confidences: list[float | None]) -> None:
    statements = [replace(ASKED, id=str(number), confidence=value) for number, value in enumerate(confidences)]
    found = ordered(statements, Order.CONFIDENCE)
    assert sorted(one.id for one in found) == sorted(one.id for one in statements)
    for before, after in pairwise(found):
        if after.confidence is not None:
            assert before.confidence is not None
            assert before.confidence >= after.confidence
        if before.confidence == after.confidence:
            assert int(before.id) < int(after.id)
