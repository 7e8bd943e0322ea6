"""Review as a person does it, without a script: the queue, a word, undoing it, two at once, joins and corrections."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from browsing import Browser, words
from lxml import html
from small_ledger import ANNOTATIONS, BERG, COUNT_DISPUTE, DORN, HERALD_REPORT, NEAR_MISS, ROLES_DISPUTE

from counterclaim.records import Status
from counterclaim.store import Standing, open_view

WHY = "I read both reports."


@pytest.fixture
def mine(ledger: Path, tmp_path: Path) -> Path:
    """The small ledger, to be judged."""
    return Path(shutil.copy(ledger, tmp_path / "l.db"))


@pytest.fixture
def ada(mine: Path) -> Browser:
    return Browser(mine)


def form(page: html.HtmlElement, act: str) -> dict[str, str]:
    """The hidden fields of the form on a page that says this."""
    for found in page.iter("form"):
        buttons = {button.get("value") for button in found.iter("button")}
        fields = {one.get("name"): one.get("value", "") for one in found.iter("input") if one.get("type") == "hidden"}
        if found.get("action") == "/judgements" and (act in buttons or fields.get("act") == act):
            return {"act": act, **fields}
    raise AssertionError(f"there is no form to {act} anything with")


def rule(browser: Browser, path: str, act: str, reason: str = WHY, by: str = "Ada") -> html.HtmlElement:
    """Opens a page, says something there, and gives the page that one is led back to."""
    answer = browser.send("/judgements", form(browser.page(path), act) | {"reason": reason, "by": by})
    assert answer.status_code == 303, answer.text
    return browser.page(answer.headers["location"])


def status(ledger: Path, id_: str) -> Status:
    with open_view(ledger) as view:
        found: Status = view.find("disputes", id_).status
        return found


def test_a_word_on_a_dispute_is_kept_with_name_reason_and_time(ada: Browser, mine: Path) -> None:
    page = rule(ada, f"/disputes/{ROLES_DISPUTE.id}", "confirm", "Both speak of <b>one</b> truce.")
    said = page.get_element_by_id("review").find_class("word")
    assert len(said) == 1
    assert "Ada confirmed the dispute" in words(said[0])
    assert "Both speak of <b>one</b> truce." in words(said[0])
    assert "UTC · counts" in words(said[0])
    assert "Kept, as the last word on it." in words(said[0])
    assert status(mine, ROLES_DISPUTE.id) is Status.CONFIRMED
    assert "✓" not in words(said[0]), "the sign is the style sheet's"


def test_the_name_is_asked_for_once(ada: Browser) -> None:
    path = f"/disputes/{ROLES_DISPUTE.id}"
    assert ada.page(path).xpath("//section[@id='review']//input[@name='by']")
    rule(ada, path, "confirm", by="  Ada   Bär ")
    page = ada.page(path)
    assert not page.xpath("//section[@id='review']//input[@name='by']")
    assert "As Ada Bär" in words(page.get_element_by_id("review"))
    answer = ada.send("/judgements", form(page, "reject") | {"reason": "I was wrong."})
    assert answer.status_code == 303
    page = ada.page(f"/review/name?back={path}")
    assert page.xpath("//input[@name='by']/@value") == ["Ada Bär"]
    assert ada.send("/review/name", {"by": "Bo", "back": path}).headers["location"] == path
    assert "As Bo" in words(ada.page(path).get_element_by_id("review"))


def test_a_judged_dispute_is_printed_with_who_judged_it(ada: Browser) -> None:
    page = rule(ada, f"/disputes/{ROLES_DISPUTE.id}", "reject", "Two truces.")
    (printed,) = page.find_class("ruled")
    assert words(printed).startswith("Ada rejected the dispute: “Who asked whom for a truce?”, 20")
    assert words(printed).endswith("UTC: “Two truces.”")
    assert not rule(ada, f"/disputes/{ROLES_DISPUTE.id}", "undo").find_class("ruled")


def test_the_queue_names_what_was_undone(ada: Browser) -> None:
    fields = form(ada.page("/review"), "reject") | {"reason": WHY, "by": "Ada"}
    page = ada.page(ada.send("/judgements", fields).headers["location"])
    page = ada.page(ada.send("/judgements", form(page, "undo")).headers["location"])
    notice = words(page.find_class("notice")[0])
    assert "Undone, and asked for again: Ada rejected the " in notice
    assert f"(“{WHY}”)" in notice
    assert "Put it back" in notice


def test_what_was_undone_is_asked_for_again(ada: Browser, mine: Path) -> None:
    def asked_for() -> set[str]:
        return {one["id"] for one in ada.json("/review.json")["review"]}

    before = asked_for()
    assert ROLES_DISPUTE.id in before
    for _ in range(2):
        rule(ada, f"/disputes/{ROLES_DISPUTE.id}", "reject")
        assert asked_for() == before - {ROLES_DISPUTE.id}
        rule(ada, f"/disputes/{ROLES_DISPUTE.id}", "undo")
        assert asked_for() == before


def test_undoing_takes_a_word_back_and_keeps_both(ada: Browser, mine: Path) -> None:
    path = f"/disputes/{ROLES_DISPUTE.id}"
    rule(ada, path, "reject")
    assert status(mine, ROLES_DISPUTE.id) is Status.REJECTED
    page = rule(ada, path, "undo")
    assert status(mine, ROLES_DISPUTE.id) is Status.SUGGESTED
    said = [words(one) for one in page.get_element_by_id("review").find_class("word")]
    assert len(said) == 2
    assert "undid a judgement" in said[0]
    assert "undone" in said[1]
    assert [words(one).count("Ada") for one in ada.page("/review/history").find_class("word")] == [1, 1]


def test_two_at_once_lose_nothing(mine: Path) -> None:
    path = f"/disputes/{ROLES_DISPUTE.id}"
    ada, bo = Browser(mine), Browser(mine)
    adas, bos = form(ada.page(path), "confirm"), form(bo.page(path), "reject")
    ada.send("/judgements", adas | {"reason": "They differ.", "by": "Ada"})
    answer = bo.send("/judgements", bos | {"reason": "They do not.", "by": "Bo"})
    assert len(parse_qs(urlsplit(answer.headers["location"]).query)["meanwhile"]) == 1
    page = bo.page(answer.headers["location"])
    said = [words(one) for one in page.get_element_by_id("review").find_class("word")]
    assert "Bo rejected" in said[0]
    assert "Said while you looked. Both are kept; yours, the later, counts." in said[1]
    assert "They differ." in said[1]
    assert status(mine, ROLES_DISPUTE.id) is Status.REJECTED
    with open_view(mine) as view:
        assert [word.standing for word in view.words()] == [Standing.COUNTS, Standing.OVERRIDDEN]


def test_the_queue_is_walked_and_shrinks(ada: Browser) -> None:
    queue = ada.json("/review.json")
    assert queue["total"] == len(queue["review"]) > 1
    weights = [one["weight"] for one in queue["review"]]
    assert weights == sorted(weights, reverse=True)
    seen = set()
    for at in range(queue["total"]):
        page = ada.page(f"/review?at={at}")
        seen.add(form(page, "confirm")["id"])
        assert page.xpath("//a[@rel='next']") or at == queue["total"] - 1
    assert seen == {one["id"] for one in queue["review"]}
    page = rule(ada, "/review?at=0", "confirm")
    assert "Kept." in words(page.find_class("notice")[0])
    assert ada.json("/review.json")["total"] == queue["total"] - 1
    assert queue["review"][0]["id"] not in {one["id"] for one in ada.json("/review.json")["review"]}


def test_what_a_person_confirmed_in_the_ledger_is_not_asked_again(ada: Browser) -> None:
    assert COUNT_DISPUTE.id not in {one["id"] for one in ada.json("/review.json")["review"]}


def test_a_near_miss_can_be_said_to_be_a_dispute_and_shows_when_it_is_linked(ada: Browser, mine: Path) -> None:
    answer = ada.send(
        "/judgements",
        json={"act": "confirm", "table": "near-misses", "id": NEAR_MISS.id, "reason": WHY, "by": "Ada"},
    )
    assert answer.status_code == 201
    assert {"table": "judgements", "id": NEAR_MISS.id} in answer.json()["on"]
    assert "1 word" in words(ada.page("/review").find_class("waiting")[0])
    assert ada.json("/review/history.json")["history"][0]["waits"]


def test_json_gives_the_judgement_as_an_export_has_it(ada: Browser) -> None:
    sent = {"act": "reject", "table": "disputes", "id": ROLES_DISPUTE.id, "reason": WHY, "by": "Ada", "seen": ""}
    answer = ada.send("/judgements", json=sent).json()
    judgement = answer["judgement"]
    assert (judgement["by"], judgement["reasons"], judgement["slot"]) == ("Ada", [WHY], "roles")
    assert {anchor["report"] for anchor in judgement["anchors"]} >= {HERALD_REPORT.id}
    assert all(anchor["sha256"] for anchor in judgement["anchors"])
    assert answer["meanwhile"] == []
    (row,) = ada.json("/review/history.json")["history"]
    assert row["standing"] == "counts"
    assert {key: row[key] for key in judgement} == judgement
    assert ada.send("/judgements", json=sent).json()["meanwhile"] == [judgement]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"act": "confirm", "table": "disputes", "id": ROLES_DISPUTE.id, "by": "Ada"}, "needs a reason"),
        ({"act": "confirm", "table": "disputes", "id": ROLES_DISPUTE.id, "reason": WHY}, "needs the name"),
        ({"act": "shout", "by": "Ada"}, 'there is no act "shout"'),
        ({"act": "confirm", "table": "reports", "id": "x", "reason": WHY, "by": "Ada"}, "nothing can be said of"),
        ({"act": "confirm", "table": "disputes", "id": "zz", "reason": WHY, "by": "Ada"}, 'there is no "zz"'),
        ({"act": "slot", "id": "x", "slot": "colour", "reason": WHY, "by": "Ada"}, 'there is no slot "colour"'),
        ({"act": ["confirm", 3]}, "takes words"),
        (["confirm"], "one JSON object"),
    ],
)
def test_what_cannot_be_said_is_refused_in_one_sentence(ada: Browser, fields: object, message: str) -> None:
    answer = ada.send("/judgements", json=fields)
    assert answer.status_code in (400, 404)
    assert message in answer.json()["error"]["message"]
    assert ada.json("/review/history.json")["total"] == 0


def test_a_speaker_is_corrected_on_the_page_of_the_statement(ada: Browser, mine: Path) -> None:
    statement = ANNOTATIONS[HERALD_REPORT.id].statements[1].id
    fields = form(ada.page(f"/statements/{statement}"), "speaker")
    answer = ada.send("/judgements", fields | {"value": "pavel dorn", "reason": WHY, "by": "Ada"})
    assert answer.status_code == 303, answer.text
    with open_view(mine) as view:
        assert [who.entity for who in view.find("statements", statement).sources] == [DORN.id]
        assert view.find("statements", statement) in view.statements(who="Pavel Dorn")


def test_a_misread_count_is_corrected_on_the_page_of_its_statement(ada: Browser, mine: Path) -> None:
    statement = ANNOTATIONS[HERALD_REPORT.id].statements[3].id
    page = ada.page(f"/statements/{statement}")
    (choice,) = [o.get("value") for o in page.iter("option") if "31/31/-" in words(o)]
    fields = form(page, "slot") | {"id": choice, "value": "13/13/13", "reason": "A slip.", "by": "Ada"}
    page = ada.page(ada.send("/judgements", fields).headers["location"])
    assert "Ada corrected how many to “13/13/13”" in words(page.find_class("word")[0])
    with open_view(mine) as view:
        assert [one.best for one in view.figures(HERALD_REPORT.id)] == [13]


def test_one_is_joined_with_another_by_name_and_split_by_member(ada: Browser, mine: Path) -> None:
    path = f"/entities/{BERG.id}"
    fields = form(ada.page(path), "join")
    assert ada.send("/judgements", fields | {"other": "nobody such", "reason": WHY, "by": "Ada"}).status_code == 404
    assert ada.send(
        "/judgements", fields | {"other": f"/entities/{DORN.id}", "reason": WHY, "by": "Ada"}
    ).status_code in (
        303,
        400,
    )


def test_orphaned_words_are_listed_with_what_they_rested_on(ada: Browser, mine: Path) -> None:
    rule(ada, f"/disputes/{ROLES_DISPUTE.id}", "confirm")
    assert "Nothing is orphaned" in words(ada.page("/review/orphaned"))
    from small_ledger import BARE_LINKS

    from counterclaim.store import open_writer

    with open_writer(mine) as writer:
        writer.relink(BARE_LINKS, state=writer.state(), version="another")
    (word,) = ada.page("/review/orphaned").find_class("word")
    assert "orphaned" in words(word)
    assert "“Tosk had asked Arvel for a truce”" in words(word) or "asked" in words(word)
    assert ada.json("/review/orphaned.json")["total"] == 1


@pytest.mark.parametrize(
    ("back", "to"),
    [
        ("/timeline?who=x", "/timeline"),
        ("//evil.example/", "/review"),
        ("/\\evil.example", "/review"),
        ("https://evil.example/", "/review"),
        ("", "/review"),
    ],
)
def test_nobody_is_led_elsewhere(ada: Browser, back: str, to: str) -> None:
    fields = {"act": "confirm", "table": "disputes", "id": ROLES_DISPUTE.id, "reason": WHY, "by": "Ada", "back": back}
    location = ada.send("/judgements", fields).headers["location"]
    assert urlsplit(location).path == to
    assert not urlsplit(location).netloc
