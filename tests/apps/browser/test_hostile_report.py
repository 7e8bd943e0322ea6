"""A report whose text is markup is shown as text, in a browser that would run it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from counterclaim.store import View


@pytest.fixture
def hostile(view: View) -> str:
    """The id of the report that begins with a script."""
    return next(report.id for report in view.reports() if report.text.startswith("<script>"))


def test_what_a_report_says_is_seen_and_not_run(visitor: Callable[..., Page], address: str, hostile: str):
    page = visitor()
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.goto(f"{address}/reports/{hostile}")
    page.wait_for_load_state("networkidle")
    assert '<script>alert("x")</script> & <b>bold</b>' in page.locator("main").inner_text()
    assert page.locator("main img").count() == 0
    assert said == []


@pytest.mark.parametrize("path", ["/", "/statements", "/search?q=script", "/reports"])
def test_nothing_of_it_runs_where_it_is_quoted(visitor: Callable[..., Page], address: str, path: str):
    page = visitor()
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    assert page.locator("main img[onerror]").count() == 0
    assert said == []


def test_a_script_that_got_into_a_page_would_not_run(chromium: Browser, address: str):
    page = chromium.new_page()  # no visitor: the console is to complain here
    page.goto(address)
    ran = page.evaluate(
        """() => new Promise(resolve => {
            document.addEventListener("securitypolicyviolation", () => resolve(false), {once: true});
            window.ran = () => resolve(true);
            const script = document.createElement("script");
            script.textContent = "window.ran()";
            document.body.append(script);
        })"""
    )
    page.close()
    assert ran is False
