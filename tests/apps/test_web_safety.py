"""What pages must never do: run a report's text, name this machine's files, or answer another site."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from browsing import Browser, words
from small_ledger import HOSTILE, HOSTILE_REPORT, REPORTS

PATHS = ("/", "/reports", "/statements", f"/reports/{HOSTILE_REPORT.id}", "/nothing", "/figures?since=x")


@pytest.fixture(scope="module")
def browser(ledger: Path) -> Browser:
    return Browser(ledger)


@pytest.mark.parametrize("path", [*PATHS, "/disputes.json", "/static/style.css", "/reports/zz", "/disputes"])
def test_every_answer_has_the_headers(browser: Browser, path: str) -> None:
    headers = browser.ask(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "script-src 'self';" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", PATHS)
def test_no_page_has_a_script_a_style_of_its_own_or_anything_from_elsewhere(browser: Browser, path: str) -> None:
    text = browser.ask(path).text
    assert all(tag.startswith('<script src="/static/') for tag in re.findall("<script[^>]*>", text))
    assert re.findall("<script[^>]*>[^<]", text) == []
    assert "style=" not in text
    assert "http://" not in text
    assert "https://" not in text


def test_a_report_of_markup_is_shown_as_text(browser: Browser) -> None:
    page = browser.page(f"/reports/{HOSTILE_REPORT.id}")
    assert page.xpath("//main//script | //main//img | //main//i | //@onerror") == []
    assert words(page.find("body/main/h1")) == HOSTILE.partition("\n")[0]
    assert "<img src=x onerror=alert(1)> that \ufffd[31mnothing\ufffd[0m had happened." in words(page)


def test_what_is_asked_for_is_shown_as_text(browser: Browser) -> None:
    answer = browser.ask('/?who="><script>alert(1)</script>')
    assert answer.status_code == 200
    assert "alert(1)</script" not in answer.text


@pytest.mark.parametrize("path", ["/reports.json", *(f"/reports/{report.id}.json" for report in REPORTS)])
def test_no_folder_of_this_machine_is_named(browser: Browser, path: str) -> None:
    assert "in/" not in browser.ask(path).text


@pytest.mark.parametrize(
    ("path", "status", "code", "message"),
    [
        ("/nothing", 404, "not-found", "there is no such page"),
        ("/disputes/zz", 404, "not-found", 'there is no "zz" in disputes'),
        ("/figures?since=x", 400, "bad-request", '"x" is no date'),
        ("/figures?slot=count", 400, "bad-request", "figures cannot be filtered by slot"),
        ("/disputes?slot=colour", 400, "bad-request", 'there is no slot "colour"'),
        ("/figures?start=-1", 400, "bad-request", "start: "),
        ("/figures?limit=many", 400, "bad-request", "limit: "),
    ],
)
def test_errors_have_one_shape(browser: Browser, path: str, status: int, code: str, message: str) -> None:
    address, _, query = path.partition("?")
    answer = browser.ask(f"{address}.json?{query}")
    assert answer.status_code == status
    assert list(answer.json()) == ["error"]
    assert answer.json()["error"]["code"] == code
    assert message in answer.json()["error"]["message"]
    if address != "/disputes":
        page = browser.ask(path)
        assert page.status_code == status
        assert page.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(browser: Browser, method: str) -> None:
    for path in ("/", "/disputes.json", f"/reports/{HOSTILE_REPORT.id}"):
        assert browser.ask(path, method).status_code == 403, "it does not say that a page of ours sent it"
        assert browser.ask(path, method, origin="http://127.0.0.1:8000", content_length="0").status_code == 405


def test_a_page_may_be_asked_for_without_its_content(browser: Browser) -> None:
    answer = browser.ask("/", "HEAD")
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost:1", 200),
        ("localhost", 200),
        ("[::1]:8000", 200),
        ("[::1]", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example:8000", 421),
        ("", 421),
    ],
)
def test_only_this_machine_s_own_names_are_answered(browser: Browser, host: str, status: int) -> None:
    assert browser.ask("/disputes.json", host=host).status_code == status


def test_a_ledger_that_is_gone_is_said_without_its_path(ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(ledger, copy)
    browser = Browser(copy)
    assert browser.ask("/disputes.json").status_code == 200
    for part in tmp_path.iterdir():
        part.unlink()
    answer = browser.ask("/disputes.json")
    assert answer.status_code == 500
    assert str(tmp_path) not in answer.text
    assert answer.json()["error"]["message"].startswith("the ledger cannot be read")
