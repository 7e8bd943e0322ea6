"""What a reader with a screen reader or without a mouse would stumble over, by axe-core."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from counterclaim.apps.web.rendering import SECTIONS
from counterclaim.store import View

_SERIOUS = {"serious", "critical"}


def _findings(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']} ({one['nodes'][0]['html'][:150]})" for one in found if one["impact"] in _SERIOUS
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("section", [address for address, _ in SECTIONS])
def test_axe_finds_nothing_serious_in_a_section(visitor: Callable[..., Page], address: str, section: str, scheme: str):
    page = visitor(color_scheme=scheme, bypass_csp=True)
    page.goto(address + section)
    assert _findings(page) == []


@pytest.mark.parametrize("table", ["disputes", "reports", "entities", "incidents", "statements"])
def test_axe_finds_nothing_serious_in_one_record(visitor: Callable[..., Page], address: str, view: View, table: str):
    page = visitor(bypass_csp=True)
    for record in list(view.records(table))[:3]:
        answer = page.goto(f"{address}/{table}/{record.id}")
        assert answer is not None
        assert answer.status == 200
        assert _findings(page) == []
