"""Who may read, who may judge, and what other sites may not do."""

from __future__ import annotations

import json
import shutil
import stat
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browsing import Browser
from small_ledger import ROLES_DISPUTE

from counterclaim.apps.web.guard import Names
from counterclaim.apps.web.tokens import READING, REVIEWING, Access, Level, tokens_for
from counterclaim.records import CounterclaimError, UsageError
from counterclaim.store import open_view

READ, REVIEW = "r" * 24, "w" * 24
OWN = "http://127.0.0.1:8000"
WORD = {"act": "confirm", "table": "disputes", "id": ROLES_DISPUTE.id, "reason": "I read both.", "by": "Ada"}


@pytest.fixture
def guarded(ledger: Path) -> Browser:
    """A server that others can reach."""
    return Browser(ledger, access=Access(READ, REVIEW))


@pytest.mark.parametrize(
    "path", ["/", "/disputes.json", f"/disputes/{ROLES_DISPUTE.id}", "/review", "/openapi.json", "/x"]
)
@pytest.mark.parametrize("token", [None, "wrong", "", READ[:-1], READ + "r"])
def test_nothing_is_shown_without_the_token(guarded: Browser, path: str, token: str | None) -> None:
    answer = guarded.ask(path, **({} if token is None else {"authorization": f"Bearer {token}"}))
    assert answer.status_code == 401
    assert ROLES_DISPUTE.question not in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_the_style_sheet_of_the_page_that_refuses_is_open(guarded: Browser) -> None:
    assert guarded.ask("/static/style.css").status_code == 200


@pytest.mark.parametrize("token", [READ, REVIEW])
def test_a_program_sends_its_token_with_each_request(guarded: Browser, token: str) -> None:
    answer = guarded.ask("/disputes.json", authorization=f"Bearer {token}")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert guarded.cookies == {}


def test_a_browser_keeps_the_token_and_takes_it_out_of_the_address(guarded: Browser) -> None:
    answer = guarded.ask(f"/timeline?who=Berg&token={READ}")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/timeline?who=Berg"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert guarded.ask("/timeline?who=Berg").status_code == 200


def test_who_comes_from_another_site_is_led_on_by_a_page(guarded: Browser) -> None:
    """With a redirect a browser would not send the cookie, which it was just given, to whoever comes from elsewhere."""
    answer = guarded.ask(f"/?token={READ}", sec_fetch_site="cross-site")
    assert answer.status_code == 200
    assert READ not in answer.text
    assert "/" in guarded.page("/").xpath("//a/@href")


def test_a_wrong_token_in_the_address_is_refused_and_not_kept(guarded: Browser) -> None:
    assert guarded.ask("/?token=wrong").status_code == 401
    assert guarded.cookies == {}


def test_a_token_leads_to_no_other_host(guarded: Browser) -> None:
    location = guarded.ask(f"//evil.example/?token={READ}").headers["location"]
    assert urlsplit(location).netloc == ""


def test_reading_is_not_judging(guarded: Browser, ledger: Path) -> None:
    guarded.ask(f"/?token={READ}")
    assert not guarded.page(f"/disputes/{ROLES_DISPUTE.id}").xpath("//form[@action='/judgements']")
    answer = guarded.send("/judgements", WORD)
    assert answer.status_code == 403
    assert guarded.send("/judgements", json=WORD, authorization=f"Bearer {READ}").status_code == 403
    with open_view(ledger) as view:
        assert view.words() == []


def test_who_may_judge_may_read(ledger: Path, tmp_path: Path) -> None:
    mine = Path(shutil.copy(ledger, tmp_path / "l.db"))
    browser = Browser(mine, access=Access(READ, REVIEW))
    browser.ask(f"/review?token={REVIEW}")
    assert browser.page("/review").xpath("//form[@action='/judgements']")
    assert browser.send("/judgements", WORD).status_code == 303


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": OWN}, 303),
        ({"sec_fetch_site": "same-origin"}, 303),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9000"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": ""}, 403),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": "same-site"}, 403),
        ({}, 403),
    ],
)
def test_only_a_page_of_this_server_can_send_a_form(
    ledger: Path, tmp_path: Path, headers: dict[str, str], status: int
) -> None:
    browser = Browser(Path(shutil.copy(ledger, tmp_path / "l.db")))
    body = "&".join(f"{name}={value}" for name, value in WORD.items()).replace(" ", "+")
    answer = browser.raw("/judgements", body, content_type="application/x-www-form-urlencoded", **headers)
    assert answer.status_code == status


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x", ""])
def test_files_and_other_bodies_are_not_taken(ledger: Path, kind: str) -> None:
    answer = Browser(ledger).raw("/judgements", json.dumps(WORD), content_type=kind, origin=OWN)
    assert answer.status_code == 400


def test_a_body_that_is_too_long_is_not_read(ledger: Path) -> None:
    answer = Browser(ledger).raw("/judgements", "x" * 100_000, content_type="application/json")
    assert answer.status_code == 413
    assert list(answer.json()) == ["error"]


@pytest.mark.parametrize(
    ("host", "answered"),
    [
        ("news.example.org", True),
        ("NEWS.example.org:8000", True),
        ("192.0.2.7:8000", True),
        ("[2001:db8::1]:80", True),
        ("localhost:8000", True),
        ("evil.example", False),
        ("192.0.2.7.evil.example", False),
    ],
)
def test_a_server_for_others_answers_under_its_names_and_any_address(host: str, answered: bool) -> None:
    assert (host in Names.of_host("0.0.0.0", ["news.example.org"])) is answered


def test_tokens_are_made_once_and_kept_for_their_user_alone(tmp_path: Path) -> None:
    state = tmp_path / "state"
    made = tokens_for(tmp_path / "a.db", {}, state)
    assert made == tokens_for(tmp_path / "a.db", {}, state)
    assert made.read != made.review
    assert tokens_for(tmp_path / "b.db", {}, state) not in (made, None)
    assert stat.S_IMODE((state / "tokens.json").stat().st_mode) == 0o600
    assert made.level(made.read) is Level.READ
    assert made.level(made.review) is Level.REVIEW
    assert made.level(None) is Level.NOTHING


def test_tokens_of_the_environment_are_taken_as_they_are(tmp_path: Path) -> None:
    assert tokens_for(tmp_path / "a.db", {READING: READ, REVIEWING: REVIEW}, tmp_path) == Access(READ, REVIEW)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(UsageError, match="fewer than 16"):
        tokens_for(tmp_path / "a.db", {READING: "short", REVIEWING: REVIEW}, tmp_path)
    with pytest.raises(UsageError, match="are the same"):
        tokens_for(tmp_path / "a.db", {READING: READ, REVIEWING: READ}, tmp_path)


def test_tokens_that_cannot_be_kept_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "tokens.json").write_text("{")
    with pytest.raises(CounterclaimError, match=READING):
        tokens_for(tmp_path / "a.db", {}, tmp_path)


def test_openapi_describes_every_row_and_the_one_error(ledger: Path) -> None:
    browser = Browser(ledger)
    made = browser.json("/openapi.json")
    schemas = made["components"]["schemas"]
    row = browser.json("/disputes.json")["disputes"][0]
    assert set(row) == set(schemas["disputes"]["required"]) == set(schemas["disputes"]["properties"])
    assert "from" in schemas["figures"]["properties"]
    assert "since" not in schemas["figures"]["properties"]
    for path, operations in made["paths"].items():
        for operation in operations.values():
            fault = operation["responses"]["400"]["content"]["application/json"]["schema"]["$ref"]
            assert fault.endswith("/Fault"), path
            assert operation["summary"]
    assert set(schemas["Fault"]["properties"]) == {"error"}
    assert "post" in made["paths"]["/judgements"]
    text = json.dumps(made)
    for name in {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}:
        assert name in schemas, name
