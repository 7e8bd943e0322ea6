"""Takes the README's pictures of the bundled example: `.venv/bin/python tests/apps/browser/take_pictures.py`."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import counterclaim
from conftest import CHROMIUM, OPTIONS, serving
from counterclaim import examples

PICTURES = Path(__file__).parents[3] / "docs" / "pictures"


def take(folder: Path) -> None:
    """Builds the example in `folder` and takes a picture of each page."""
    ledger = folder / "ilvane.db"
    counterclaim.build([os.fspath(examples.path())], ledger)
    with counterclaim.open(ledger) as view:
        counted = next(dispute for dispute in view.disputes(slot="count"))
        words = next(e.report for side in counted.sides for e in side.evidence)
    pages = {"disputes": "/", "dispute": f"/disputes/{counted.id}", "report": f"/reports/{words}"}
    with serving(ledger) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(OPTIONS))
        for name, path in pages.items():
            page = browser.new_page(viewport={"width": 1280, "height": 860})
            page.goto(address + path)
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        take(Path(made))
