"""Review in a real browser: by keyboard, by two at once, and with the tokens of a server for others."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from small_ledger import ROLES_DISPUTE

from counterclaim.records import Status
from counterclaim.store import Standing, open_view


def status(ledger: Path) -> Status:
    with open_view(ledger) as view:
        found: Status = view.find("disputes", ROLES_DISPUTE.id).status
        return found


def test_a_word_is_given_and_undone_without_a_mouse(
    visitor: Callable[..., Page], review_address: str, mine: Path
) -> None:
    page = visitor()
    page.goto(f"{review_address}/disputes/{ROLES_DISPUTE.id}")
    page.keyboard.press("y")
    expect(page.get_by_label("Why").first).to_be_focused()
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    name = page.locator("form[data-ruling] input[name=by]")
    expect(name).to_be_focused()
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    expect(page.locator(".word")).to_contain_text("Ada confirmed the dispute")
    assert status(mine) is Status.CONFIRMED
    page.keyboard.press("n")
    page.keyboard.type("They speak of two truces.")
    page.keyboard.press("Enter")
    expect(page.locator(".word").first).to_contain_text("They speak of two truces.")
    assert status(mine) is Status.REJECTED
    page.keyboard.press("u")
    expect(page.locator(".word").first).to_contain_text("undid a judgement")
    assert status(mine) is Status.CONFIRMED


def test_the_queue_is_walked_by_keyboard(visitor: Callable[..., Page], review_address: str) -> None:
    page = visitor()
    page.goto(f"{review_address}/review")
    first = page.locator("h2.question").inner_text()
    page.keyboard.press("j")
    expect(page).to_have_url(re.compile("at=1"))
    assert page.locator("h2.question").inner_text() != first
    page.keyboard.press("k")
    expect(page).to_have_url(re.compile("at=0"))
    expect(page.locator("h2.question")).to_have_text(first)
    page.keyboard.press("n")
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    expect(page.locator(".notice")).to_contain_text("Ada rejected")
    assert page.locator("h2.question").inner_text() != first
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()


def test_a_reason_is_filled_by_its_number_at_any_time(visitor: Callable[..., Page], review_address: str) -> None:
    page = visitor()
    page.goto(f"{review_address}/review")
    field = page.get_by_label("Why").first
    page.keyboard.press("3")
    expect(field).not_to_have_value("")
    third = field.input_value()
    page.keyboard.press("1")
    assert field.input_value() != third
    field.fill("")
    page.locator("form[data-ruling] button[data-key=y]").click()
    expect(page.locator("button.meant")).to_have_attribute("data-key", "y")
    page.keyboard.press("n")
    expect(page.locator("button.meant")).to_have_attribute("data-key", "n")
    expect(field).to_have_value("")
    page.keyboard.press("y")
    expect(page.locator("button.meant")).to_have_attribute("data-key", "y")
    expect(field).to_have_value("")
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    expect(page.locator(".notice")).to_contain_text("Ada")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_that_is_open_is_in_view(visitor: Callable[..., Page], review_address: str, width: int) -> None:
    page = visitor()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{review_address}/review")
    expect(page.locator("nav [aria-current]")).to_be_in_viewport(ratio=1)
    nav = page.locator(".top nav")
    assert width == 360 or nav.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_a_letter_in_a_field_is_a_letter(visitor: Callable[..., Page], review_address: str) -> None:
    page = visitor()
    page.goto(f"{review_address}/review")
    field = page.get_by_label("Why").first
    field.focus()
    page.keyboard.type("yn jk u?")
    expect(field).to_have_value("yn jk u?")


def test_two_reviewers_at_once(visitor: Callable[..., Page], review_address: str, mine: Path) -> None:
    pages = {name: visitor() for name in ("Ada", "Bo")}
    for page in pages.values():
        page.goto(f"{review_address}/disputes/{ROLES_DISPUTE.id}")
    for (name, page), key in zip(pages.items(), "yn", strict=True):
        form = page.locator("form[data-ruling]")
        form.get_by_label("Why").fill(f"{name} read them.")
        form.get_by_label("Your name").fill(name)
        form.locator(f"button[data-key={key}]").click()
    expect(pages["Bo"].locator(".word").first).to_contain_text("Bo rejected")
    expect(pages["Bo"].locator(".word").nth(1)).to_contain_text("Said while you looked")
    with open_view(mine) as view:
        assert [(word.judgement.by, word.standing) for word in view.words()] == [
            ("Bo", Standing.COUNTS),
            ("Ada", Standing.OVERRIDDEN),
        ]
