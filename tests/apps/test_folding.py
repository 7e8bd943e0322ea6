"""Near misses that are alike are one entry of the list, in the terminal and on the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import small_ledger
from browsing import Browser, words
from small_ledger import ANNOTATIONS, HERALD_REPORT, NEAR_MISS, REPRINT, WIRE_REPORT

from counterclaim.apps.cli.app import run
from counterclaim.records import Verdict

FIGURES = [ANNOTATIONS[report.id].figures[0].id for report in (HERALD_REPORT, REPRINT, WIRE_REPORT)]


def pair(number: int, left: str, right: str, verdict: Verdict = Verdict.UPDATE) -> small_ledger.Judgement:
    """A near miss of two figures; the lower its number, the likelier."""
    return replace(NEAR_MISS, id=f"{number:020x}", left=left, right=right, verdict=verdict, score=0.9 - number / 10)


PAIRS = (
    pair(1, FIGURES[0], FIGURES[2]),
    pair(2, FIGURES[1], FIGURES[2]),
    pair(3, FIGURES[0], FIGURES[1], Verdict.PART),
    NEAR_MISS,
)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with four near misses, of which two are alike."""
    return small_ledger.write(tmp_path / "near.db", replace(small_ledger.LINKS, judgements=PAIRS))


def printed(capsys: pytest.CaptureFixture[str], ledger: Path, *more: str) -> list[str]:
    """The lines of the list."""
    assert run(["show", str(ledger), "near-misses", *more]) == 0
    return capsys.readouterr().out.splitlines()


def test_numbers_set_aside_for_one_reason_are_one_entry(capsys: pytest.CaptureFixture[str], ledger: Path) -> None:
    lines = printed(capsys, ledger)
    heads = [line for line in lines if ", score " in line]
    assert [head[:10] for head in heads] == [PAIRS[0].id[:10], PAIRS[2].id[:10], NEAR_MISS.id[:10]]
    assert lines.count("  and 1 more pair of numbers of the killed: one brings the other up to date") == 1
    assert lines[-1] == "4 pairs, put together by what they count; --all prints each of them."


def test_all_of_them_are_printed_where_that_is_asked_for(capsys: pytest.CaptureFixture[str], ledger: Path) -> None:
    lines = printed(capsys, ledger, "--all")
    assert sum(", score " in line for line in lines) == len(PAIRS)
    assert not any("put together" in line or "more pair" in line for line in lines)
    assert run(["show", str(ledger), "disputes", "--all"]) == 2
    assert "disputes are never put together" in capsys.readouterr().err


def test_the_page_has_the_others_behind_the_first(ledger: Path) -> None:
    browser = Browser(ledger)
    page = browser.page("/near-misses")
    assert len(page.xpath("//li[@data-item]")) == 3
    (behind,) = page.xpath("//details[summary]")
    assert words(behind.xpath("summary")[0]).startswith("and 1 more pair of numbers of the killed")
    assert behind.xpath(".//a/@href") == [f"/near-misses/{PAIRS[1].id}"]
    assert len(browser.json("/near-misses.json")["near-misses"]) == len(PAIRS)
