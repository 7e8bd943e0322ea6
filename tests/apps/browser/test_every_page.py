"""Every page at three widths: it fits, and nothing complains."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from counterclaim.apps.web.rendering import SECTIONS

_WIDTHS = (360, 1280, 3840)


@pytest.mark.parametrize("section", [address for address, _ in SECTIONS])
def test_a_section_fits_at_every_width(visitor: Callable[..., Page], address: str, section: str):
    page = visitor()
    for width in _WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        answer = page.goto(address + section)
        assert answer is not None
        assert answer.status == 200
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{section} is wider than {width}"
