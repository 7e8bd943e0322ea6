"""Every page works where the browser runs no script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from counterclaim.apps.web.rendering import SECTIONS


@pytest.mark.parametrize("section", [address for address, _ in SECTIONS])
def test_a_section_can_be_read(visitor: Callable[..., Page], address: str, section: str):
    page = visitor(java_script_enabled=False)
    answer = page.goto(address + section)
    assert answer is not None
    assert answer.status == 200
    assert page.locator("main").inner_text().strip()


def test_disputes_are_filtered_and_opened(visitor: Callable[..., Page], address: str):
    page = visitor(java_script_enabled=False)
    page.goto(address)
    all_shown = page.locator("main h2 a").count()
    if not page.locator("input[name=about]").first.is_visible():
        page.locator("summary").first.click()
    page.locator("input[name=about]").first.fill("no report speaks of this")
    page.locator("input[name=about]").first.press("Enter")
    assert page.locator("main h2 a").count() < all_shown
    page.goto(address)
    question = page.locator("main h2 a").first.inner_text()
    page.locator("main h2 a").first.click()
    assert page.locator("h1").inner_text() == question


def test_evidence_leads_to_its_place_in_the_report(visitor: Callable[..., Page], address: str):
    page = visitor(java_script_enabled=False)
    page.goto(address)
    page.locator("main h2 a").first.click()
    page.locator('main a[href*="/reports/"][href*="mark="]').first.click()
    page.locator("mark").first.wait_for()  # the address is there before the page is
    assert "/reports/" in page.url


def test_everything_is_searched(visitor: Callable[..., Page], address: str):
    page = visitor(java_script_enabled=False)
    page.goto(address)
    page.locator("input[type=search]").first.fill("truce")
    page.locator("input[type=search]").first.press("Enter")
    assert "q=truce" in page.url
    assert "truce" in page.locator("main").inner_text().lower()
