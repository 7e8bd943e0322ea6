"""Disputes, near misses and search in the browser, as a reader and a program see them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urldefrag

import pytest
import small_ledger
from browsing import Browser, words
from small_ledger import (
    BERG,
    COUNT_DISPUTE,
    HERALD_REPORT,
    LINKS,
    NEAR_MISS,
    ROLES_DISPUTE,
    ROLES_JUDGEMENT,
    WIRE_REPORT,
)

from counterclaim.apps.asking import NONE_FOUND
from counterclaim.records import Status


@pytest.fixture(scope="module")
def browser(ledger: Path) -> Browser:
    return Browser(ledger)


def questions(page):  # type: ignore[no-untyped-def]
    return [words(row.find(".//h2")) for row in page.find_class("row")]


def test_the_first_page_has_each_dispute_with_its_answers(browser: Browser) -> None:
    second, first = browser.page("/").find_class("row")
    assert words(first.find(".//h2")) == ROLES_DISPUTE.question
    assert [words(answer) for answer in first.find_class("side-line")] == [
        "ATosk asked Arvel Anna Berg · 1 origin “Tosk had asked Arvel for a truce”",
        "BArvel asked Tosk Pavel Dorn · 1 origin “It was Arvel that asked us for a truce”",
    ]
    meta = words(second.find_class("meta")[0])
    assert meta == (
        "confirmed how many happened 2021-05-02 Sun said 2021-05-03 Mon to 2021-05-04 Tue 2 outlets score 0.74"
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("slot=count", [COUNT_DISPUTE]),
        ("status=confirmed", [COUNT_DISPUTE]),
        ("status=rejected", []),
        (f"who={BERG.id}", [ROLES_DISPUTE]),
        ("who=anna", [ROLES_DISPUTE]),
        ("place=oldbridge", [COUNT_DISPUTE]),
        ("outlet=tosk+wire&slot=roles", [ROLES_DISPUTE]),
        ("since=2021-05-04", [COUNT_DISPUTE, ROLES_DISPUTE]),
        ("until=2021-04", []),
        ("about=truce&who=&slot=", [ROLES_DISPUTE]),
        ("about=oldbridge", [COUNT_DISPUTE]),
    ],
)
def test_filters_choose_and_have_an_address(browser: Browser, query: str, found: list[object]) -> None:
    page = browser.page(f"/?{query}")
    expected = [dispute.question for dispute in found]  # type: ignore[attr-defined]
    assert questions(page) == expected
    assert browser.json(f"/disputes.json?{query}")["total"] == len(expected)
    if not expected:
        assert "Nothing here fits what was asked for" in words(page)


def test_what_can_be_chosen_has_counts_that_hold(browser: Browser) -> None:
    """Each link of the filters leads to a list that is as long as it says, with a way back."""
    page = browser.page("/")
    links = page.xpath("//*[@class='facet']//a")
    assert len(links) > 5
    for link in links:
        narrowed = browser.page(link.get("href"))
        assert len(narrowed.find_class("row")) == int(words(link.find_class("count")[0])), link.get("href")
        (off,) = narrowed.xpath("//*[@class='chips']//a/@href")
        assert off == "/"
        assert narrowed.xpath("//*[@class='facet']//a[@aria-current]/@href") == ["/"]


def test_filters_stay_in_the_form_and_can_be_taken_off_one_by_one(browser: Browser) -> None:
    page = browser.page("/?about=oldbridge&slot=count&until=2021-06")
    assert page.xpath("//input[@name='about']/@value") == ["oldbridge"]
    assert page.xpath("//input[@type='hidden'][@name='slot']/@value") == ["count"]
    chips = {words(chip): chip.get("href") for chip in page.find_class("chip")}
    assert chips == {
        "about: oldbridge ✕": "/?until=2021-06&slot=count",
        "what differs: how many ✕": "/?about=oldbridge&until=2021-06",
        "until 2021-06 ✕": "/?about=oldbridge&slot=count",
        "all off": "/",
    }


def test_an_entity_that_is_asked_for_is_shown_by_name(browser: Browser) -> None:
    page = browser.page(f"/?who={BERG.id}")
    assert "held by: Anna Berg ✕" in [words(chip) for chip in page.find_class("chip")]
    assert page.xpath("//form//input[@name='who']/@type") == ["hidden"]


def test_a_long_list_of_disputes_goes_on_at_the_next_page(browser: Browser) -> None:
    first = browser.page("/?limit=1")
    assert "1 to 1 of 2 questions" in words(first)
    (following,) = first.xpath("//a[@rel='next']/@href")
    assert questions(browser.page(following)) == [ROLES_DISPUTE.question]
    part = browser.json("/disputes.json?limit=1")
    assert part["next"] == "/disputes.json?start=1&limit=1"
    assert browser.json(part["next"])["next"] is None


@pytest.mark.parametrize("path", ["/?start=99", "/near-misses?start=99"])
def test_past_the_end_of_a_list_it_is_said_where_that_is(browser: Browser, path: str) -> None:
    assert re.search(r"The list ends at \d\.", words(browser.page(path)))


def test_rejected_disputes_come_last_whatever_their_score(tmp_path: Path) -> None:
    rejected = replace(ROLES_DISPUTE, status=Status.REJECTED)
    path = small_ledger.write(tmp_path / "l.db", replace(LINKS, disputes=(rejected, COUNT_DISPUTE)))
    page = Browser(path).page("/")
    assert questions(page) == [COUNT_DISPUTE.question, ROLES_DISPUTE.question]
    assert [row.get("class") for row in page.find_class("row")] == ["row confirmed", "row rejected"]


def test_a_question_that_names_neither_place_nor_day_has_them_beside_it(tmp_path: Path) -> None:
    bare = replace(COUNT_DISPUTE, question="How many people were killed?", status=Status.SUGGESTED)
    browser = Browser(small_ledger.write(tmp_path / "l.db", replace(LINKS, disputes=(bare,))))
    (row,) = browser.page("/").find_class("row")
    assert words(row.find_class("setting")[0]) == "Oldbridge, 2021-05-02 Sun"
    assert "happened" not in words(row.find_class("meta")[0])
    assert "Oldbridge, 2021-05-02 Sun" in words(browser.page("/review").find_class("setting")[0])


def test_two_numbers_are_not_drawn_in_the_list(browser: Browser) -> None:
    assert not browser.page("/").find_class("strip")


def test_choices_are_in_plain_words(browser: Browser) -> None:
    options = {
        one.get("value"): words(one) for one in browser.page("/near-misses").xpath("//select[@name='slot']/option")
    }
    assert (options["count"], options["agent"]) == ("how many", "who did it")
    assert "how many" in [words(one) for one in browser.page(f"/disputes/{COUNT_DISPUTE.id}").find_class("label")]


def test_nothing_found_to_differ_is_said(bare_ledger: Path, empty_ledger: Path) -> None:
    for ledger in (bare_ledger, empty_ledger):
        assert NONE_FOUND["disputes"] in words(Browser(ledger).page("/"))


def test_the_old_address_of_the_list_keeps_its_filters(browser: Browser) -> None:
    assert browser.ask("/disputes").headers["location"] == "/"
    assert browser.ask("/disputes?slot=count").headers["location"] == "/?slot=count"


def test_a_dispute_has_reasons_doubts_and_who_copies_whom(browser: Browser) -> None:
    shown = words(browser.page(f"/disputes/{ROLES_DISPUTE.id}"))
    assert all(reason in shown for reason in ROLES_DISPUTE.reasons)
    assert "The accounts differ on who did it to whom. 2 answers from 3 reports of 2 independent origins" in shown
    assert "the same origin as Coast Radio" in shown
    assert "no other report of this dispute has its words" in shown
    assert "It would be no dispute if each asked the other at another time" in shown


def test_the_answers_own_words_are_marked_in_their_evidence(browser: Browser) -> None:
    counts = browser.page(f"/disputes/{COUNT_DISPUTE.id}")
    assert [words(own) for own in counts.xpath("//mark//b")] == ["At least 31", "Twelve people"]
    roles = browser.page(f"/disputes/{ROLES_DISPUTE.id}")
    assert [words(own) for own in roles.xpath("//mark//b")] == ["Tosk", "Arvel", "Arvel"]


def test_the_same_words_of_one_origin_are_shown_once_and_cited_each(browser: Browser) -> None:
    page = browser.page(f"/disputes/{ROLES_DISPUTE.id}")
    assert [words(copies) for copies in page.find_class("copies")] == [
        "The same words in Coast Radio, 2021-05-04 Tue [2], of the same origin."
    ]
    assert [words(line)[:12] for line in page.xpath("//ol[@class='citations']/li/span")] == [
        "Arvel Herald",
        "Coast Radio,",
        "Tosk Wire, “",
    ]


def test_counts_are_drawn_as_they_were_given(browser: Browser) -> None:
    page = browser.page(f"/disputes/{COUNT_DISPUTE.id}")
    least, exact = page.xpath("//ul[contains(@class, 'axis-rows')][1]/li[@data-side]")
    assert words(least) == "Account Aat least 31 health ministry as of 2021-05-02 Sun"
    assert len(least.xpath(".//line[@class='open']")) == 1
    assert least.xpath(".//circle") == []
    assert words(exact) == "Account B12 police as of 2021-05-02 Sun"
    (dot,) = exact.xpath(".//circle/@cx")
    (edge,) = least.xpath(".//line[@class='bar']/@x1")
    assert 0 < float(dot.rstrip("%")) < float(edge.rstrip("%")) < 100
    assert page.xpath("//@style") == []
    assert browser.page(f"/disputes/{ROLES_DISPUTE.id}").xpath("//*[@id='numbers']") == []


def test_a_citation_has_all_that_is_needed_to_find_the_words_again(browser: Browser) -> None:
    page = browser.page(f"/disputes/{COUNT_DISPUTE.id}")
    first = words(page.xpath("//*[@id='w1']")[0])
    evidence = COUNT_DISPUTE.sides[0].evidence[0]
    for part in (
        "Arvel Herald, “Tosk asked for the truce, minister says”, 2021-05-03 Mon: “At least 31 civilians were killed",
        f"Report {HERALD_REPORT.id}, characters {evidence.start} to {evidence.end}.",
        f"SHA-256 {HERALD_REPORT.sha256}.",
        f"http://127.0.0.1:8000/reports/{HERALD_REPORT.id}?mark={evidence.start}-{evidence.end}#s{evidence.start}",
    ):
        assert part in first
    assert page.xpath("//button[@data-copy='#w1']/@hidden")  # a button that does nothing without its script


def test_evidence_leads_to_its_place_in_the_report(browser: Browser) -> None:
    for target in browser.page(f"/disputes/{COUNT_DISPUTE.id}").xpath("//mark/a"):
        address, fragment = urldefrag(target.get("href"))
        assert browser.page(address).xpath(f"//mark[@id='{fragment}']")


def test_near_misses_are_chosen_by_what_they_are(browser: Browser) -> None:
    page = browser.page("/near-misses")
    (row,) = page.find_class("row")
    first, second = (piece.text.split(maxsplit=1)[0] for piece in NEAR_MISS.evidence)
    assert words(row.find("h2")).startswith(f"“{first}")
    assert f" and “{second}" in words(row.find("h2"))
    assert NEAR_MISS.reasons[-1] in words(row)
    assert [words(row.find_class("label")[0]) for row in page.find_class("row")] == ["Both can hold"]
    assert browser.json("/near-misses.json?verdict=update")["total"] == 0
    assert browser.json("/near-misses.json?about=oldbridge&outlet=tosk&slot=count&verdict=compatible")["total"] == 1
    assert browser.json("/near-misses.json?about=bridge")["total"] == 0


def test_a_near_miss_says_why_it_is_no_dispute(browser: Browser) -> None:
    page = browser.page(f"/near-misses/{NEAR_MISS.id}")
    assert words(page.find("body/main/article/h1")) == "Why this is no dispute: both can hold"
    first, second = page.find_class("side")
    assert words(first.find("h3")) == "Account Ahealth ministry (via hospital staff)"
    assert words(second.find("h3")) == "Account BPavel Dorn"
    assert NEAR_MISS.reasons[0] in words(page)
    assert [words(own) for own in page.xpath("//mark//b")] == ["killed", "asked"]
    beside = page.xpath("//ul[@class='found']//a/@href")
    assert {f"/disputes/{ROLES_DISPUTE.id}", f"/disputes/{COUNT_DISPUTE.id}"} == set(beside)
    assert f"/near-misses/{NEAR_MISS.id}" in browser.page(f"/disputes/{COUNT_DISPUTE.id}").xpath("//a/@href")
    assert browser.json(f"/near-misses/{NEAR_MISS.id}.json")["id"] == NEAR_MISS.id


def test_a_conflict_is_no_near_miss(browser: Browser) -> None:
    assert browser.ask(f"/near-misses/{ROLES_JUDGEMENT.id}").status_code == 404


def test_search_finds_everything_and_leads_there(browser: Browser) -> None:
    page = browser.page("/search?q=oldbridge")
    assert [words(head) for head in page.xpath("//main//h2")] == [
        "Disputes",
        "Incidents",
        "Who and where",
        "Statements",
        "Reports",
    ]
    assert {words(mark).lower() for mark in page.xpath("//main//mark")} == {"oldbridge"}
    for target in page.xpath("//*[@class='found']//a/@href"):
        address, fragment = urldefrag(target)
        there = browser.page(address)
        assert not fragment or there.xpath(f"//*[@id='{fragment}']")


def test_search_as_json_has_counts_and_hits(browser: Browser) -> None:
    found = browser.json("/search.json?q=pavel+dorn&kind=statements")
    assert found["counts"]["entities"] == 1
    assert [hit["kind"] for hit in found["hits"]] == ["statements"] * found["counts"]["statements"]
    assert all(hit["address"].startswith(f"/reports/{WIRE_REPORT.id}") for hit in found["hits"])
    empty = browser.json("/search.json")
    assert (empty["hits"], set(empty["counts"].values())) == ([], {0})


@pytest.mark.parametrize("query", ["q=%22", "q=dorn&kind=times", "q=dorn&start=-1"])
def test_a_search_that_cannot_be_done_says_why(browser: Browser, query: str) -> None:
    answer = browser.ask(f"/search.json?{query}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad-request")


def test_what_is_searched_for_is_shown_as_text(browser: Browser) -> None:
    text = browser.ask("/search?q=%3Cscript%3Ealert").text
    assert "<script>alert" not in text
    assert 'value="&lt;script&gt;alert"' in text
    assert "<mark>script&gt;alert</mark>" in text


def test_no_page_weighs_much(browser: Browser) -> None:
    """With its sheets, scripts and icon, as they are sent without compression."""
    for path in ("/", f"/disputes/{COUNT_DISPUTE.id}", "/near-misses", "/search?q=oldbridge"):
        page = browser.page(path)
        parts = [path, *page.xpath("//link[@rel='stylesheet' or @rel='icon']/@href"), *page.xpath("//script/@src")]
        assert sum(len(browser.ask(part).content) for part in parts) < 150_000


def test_a_question_in_many_words_finds_what_it_asks_for(browser: Browser) -> None:
    found = browser.json("/search.json?q=who+was+the+Dorn")
    assert found["counts"] == browser.json("/search.json?q=dorn")["counts"]
    assert not found["any"]
    some = browser.json("/search.json?q=what+of+dorn+zzyzx")
    assert some["any"]
    assert some["counts"] == found["counts"]
    assert "has all of these words; what follows has some of them" in words(
        browser.page("/search?q=dorn+zzyzx").find(".//main")
    )
