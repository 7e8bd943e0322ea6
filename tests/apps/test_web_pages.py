"""The pages and the JSON at the same addresses, as a reader and a program see them."""

from __future__ import annotations

import json
from collections import deque
from pathlib import Path
from urllib.parse import urldefrag

import pytest
import small_ledger
from browsing import Browser, words
from small_ledger import AGREEMENT, BERG, COUNT_DISPUTE, HERALD_REPORT, INCIDENT, REPRINT, ROLES_DISPUTE

from counterclaim.apps.asking import NONE_FOUND
from counterclaim.store import View

LISTS = {
    "/disputes": "disputes",
    "/agreements": "agreements",
    "/reports": "reports",
    "/entities": "entities",
    "/statements": "statements",
    "/incidents": "incidents",
    "/timeline": "claims",
    "/figures": "figures",
    "/changes": "changes",
    "/processes": "processes",
    "/near-misses": "judgements",
}
SINGLE = {
    f"/disputes/{ROLES_DISPUTE.id}": "disputes",
    f"/disputes/{COUNT_DISPUTE.id}": "disputes",
    f"/incidents/{INCIDENT.id}": "incidents",
    f"/agreements/{AGREEMENT.id}": "agreements",
    f"/entities/{BERG.id}": "entities",
    f"/reports/{HERALD_REPORT.id}": "reports",
}


@pytest.fixture(scope="module")
def browser(ledger: Path) -> Browser:
    return Browser(ledger)


def test_every_link_and_every_mark_leads_somewhere(browser: Browser) -> None:
    """From the first page on, every address that a page names is there, and so is the place in it."""
    waiting, pages = deque(["/"]), {}
    fragments = set()
    while waiting:
        path = waiting.popleft()
        if "/original" in path:
            assert browser.ask(path).status_code == 200
            continue
        page = browser.page(path) if not path.endswith(".json") and ".json?" not in path else None
        pages[path] = page
        if page is None:
            browser.json(path)
            continue
        for target in page.xpath("//a/@href"):
            address, fragment = urldefrag(target)
            address = address or path
            assert address.startswith("/"), f"{target} on {path} leads away"
            if fragment:
                fragments.add((address, fragment))
            if address not in pages and address not in waiting:
                waiting.append(address)
    assert len(pages) > 40
    for address, fragment in sorted(fragments):
        assert pages[address].xpath(f"//*[@id='{fragment}']"), f"there is no #{fragment} on {address}"


def test_no_id_stands_twice_on_a_page(browser: Browser) -> None:
    for path in ["/", *LISTS, *SINGLE]:
        if path != "/disputes":
            ids = browser.page(path).xpath("//@id")
            assert len(ids) == len(set(ids)), path


@pytest.mark.parametrize(("path", "table"), LISTS.items())
def test_a_list_as_json_has_the_rows_of_the_export(browser: Browser, view: View, path: str, table: str) -> None:
    rows = {row["id"]: json.loads(json.dumps(row)) for row in view.table(table)}
    found = browser.json(f"{path}.json")
    given = found[path.strip("/")]
    assert found["total"] == len(given) > 0
    for row in given:
        expected = rows[row["id"]]
        assert list(row) == list(expected)
        assert row == expected | ({"path": row["path"]} if table == "reports" else {})


@pytest.mark.parametrize(("path", "table"), SINGLE.items())
def test_one_of_them_as_json_has_its_row(browser: Browser, view: View, path: str, table: str) -> None:
    expected = next(row for row in view.table(table) if row["id"] == path.rpartition("/")[2])
    found = browser.json(f"{path}.json")
    assert {name: found[name] for name in expected if name != "path"} == json.loads(
        json.dumps({name: value for name, value in expected.items() if name != "path"})
    )


def test_json_is_given_to_whoever_accepts_only_that(browser: Browser) -> None:
    by_header = browser.ask("/", accept="application/json")
    assert by_header.json() == browser.json("/disputes.json")
    assert "accept" in by_header.headers["vary"]
    assert browser.ask("/", accept="text/html,application/json").headers["content-type"].startswith("text/html")


def test_a_report_has_its_text_whole_and_its_statements_marked(browser: Browser) -> None:
    page = browser.page(f"/reports/{HERALD_REPORT.id}")
    article = page.find("body/main/article")
    texts = []
    for block in article.find_class("text"):
        for aside in (*block.find_class("ref"), *block.find_class("kind")):
            aside.drop_tree()
        texts.append(block.text_content())
    assert "\n\n".join(texts) == HERALD_REPORT.text
    assert [words(said) for said in article.find_class("st")] == [
        "Tosk had asked Arvel for a truce",
        "“Tosk asked us for a truce,”",
        "At least 31 civilians were killed in Oldbridge on Sunday",
    ]
    assert [words(note) for note in article.xpath(".//ul[@class='notes']/li")] == [
        "A1Anna Berg said (indirect)",
        "A2Anna Berg said (direct)",
        "B3health ministry (via hospital staff) said (indirect)",
    ]
    assert [words(dim) for dim in article.find_class("dim")] == ["Share this story on social media"]


def test_a_report_names_the_others_of_its_origin(browser: Browser) -> None:
    about = browser.page(f"/reports/{HERALD_REPORT.id}").find("body/main/dl")
    assert f"/reports/{REPRINT.id}" in about.xpath(".//a/@href")
    assert "the same as Coast Radio, 2021-05-04 Tue" in words(about)


def test_the_words_that_evidence_rests_on_are_marked_where_its_link_leads(browser: Browser) -> None:
    for target in browser.page(f"/disputes/{ROLES_DISPUTE.id}").xpath("//mark/a"):
        address, fragment = urldefrag(target.get("href"))
        (mark,) = browser.page(address).xpath(f"//mark[@id='{fragment}']")
        assert words(mark) == words(target)


@pytest.mark.parametrize("mark", ["5-2", "0-999999", "x", "1-1", "99999999999-3", ""])
def test_a_mark_that_is_not_in_the_text_marks_nothing(browser: Browser, mark: str) -> None:
    assert browser.page(f"/reports/{HERALD_REPORT.id}?mark={mark}").xpath("//mark") == []


def test_an_entity_has_roles_statements_and_disputes(browser: Browser) -> None:
    shown = words(browser.page(f"/entities/{BERG.id}"))
    assert "Foreign Minister of Arvel (seen from 2021-05-03 Mon)" in shown
    assert ROLES_DISPUTE.question in shown
    assert "Anna Berg (via Coast Radio) said: “Tosk had asked Arvel for a truce”" in shown


def test_an_incident_has_figures_by_who_gives_them(browser: Browser) -> None:
    page = browser.page(f"/incidents/{INCIDENT.id}")
    rows = [words(row) for row in page.xpath("//tbody/tr")]
    assert rows == [
        "at least 31 civilianskilled2021-05-02 Sunhealth ministry (via hospital staff) Arvel Herald",
        "12 peoplekilled2021-05-02 Sunpolice Tosk Wire",
    ]
    assert COUNT_DISPUTE.question in words(page)


@pytest.mark.parametrize("ending", ["", ".json"])
@pytest.mark.parametrize("id_", [ROLES_DISPUTE.aliases[0], ROLES_DISPUTE.id[:5]])
def test_an_alias_or_a_beginning_leads_to_the_record(browser: Browser, id_: str, ending: str) -> None:
    answer = browser.ask(f"/disputes/{id_}{ending}?a=b")
    assert answer.status_code == 307
    assert answer.headers["location"] == f"/disputes/{ROLES_DISPUTE.id}{ending}?a=b"


def test_a_long_list_goes_on_at_the_next_page(browser: Browser) -> None:
    seen, path = [], "/statements.json?limit=5"
    while path:
        part = browser.json(path)
        seen += [row["id"] for row in part["statements"]]
        path = part["next"] and part["next"]
    assert len(seen) == len(set(seen)) == part["total"] == 12
    page = browser.page("/statements?limit=5&own=yes")
    assert "1 to 5 of 12." in words(page)
    assert page.xpath("//a[@rel='next']/@href") == ["/statements?own=yes&start=5&limit=5"]


@pytest.mark.parametrize("path", [path for path in LISTS if path != "/disputes"])
def test_where_nothing_was_found_one_sentence_says_so(empty_ledger: Path, path: str) -> None:
    none = Browser(empty_ledger).page(path).find_class("none")
    assert [words(sentence) for sentence in none] == [NONE_FOUND[path.strip("/")]]


def test_what_fits_no_filter_is_said(browser: Browser) -> None:
    assert "Nothing here fits what was asked for (who nobody)." in words(browser.page("/?who=nobody"))


def test_openapi_describes_the_json(browser: Browser) -> None:
    described = browser.json("/openapi.json")
    assert {f"{path}.json" for path in LISTS} < set(described["paths"])
    assert all(path.endswith(".json") or list(of) == ["post"] for path, of in described["paths"].items())
    names = [parameter["name"] for parameter in described["paths"]["/figures.json"]["get"]["parameters"]]
    assert names[-9:] == ["who", "about", "since", "until", "outlet", "slot", "sort", "start", "limit"]
    assert small_ledger.ROLES_DISPUTE.id not in json.dumps(described)
