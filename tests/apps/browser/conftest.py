"""A real Chromium in front of a real server. Where there is no Chromium these tests skip."""

from __future__ import annotations

import contextlib
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from counterclaim.apps.web import create_app

#: The browser of the system: what Playwright would download is another one.
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
#: Run as root in a container, without a graphics card, and asking nobody for anything.
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CHROMIUM is None:
        here = Path(__file__).parent
        for item in items:
            if here in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="there is no Chromium on this machine (apt install chromium)"))


@contextlib.contextmanager
def serving(ledger: Path) -> Iterator[str]:
    """The address at which `ledger` is served, on a free port, while the context lasts."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(create_app(ledger), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the server ended before it began"
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)


@pytest.fixture(scope="session")
def address(ledger: Path) -> Iterator[str]:
    """Where the small ledger is served. It is for looking: whoever reviews serves a copy."""
    with serving(ledger) as found:
        yield found


@pytest.fixture
def mine(ledger: Path, tmp_path: Path) -> Path:
    """A copy of the small ledger, to be judged."""
    return Path(shutil.copy(ledger, tmp_path / "l.db"))


@pytest.fixture
def review_address(mine: Path) -> Iterator[str]:
    """Where that copy is served."""
    with serving(mine) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests; each has contexts of its own in it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(OPTIONS))
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page in a context of its own: a visitor with cookies, a window and settings of their own. What the
    console complains of, what fails and what other hosts are asked for fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(**settings: object) -> Page:
        context = chromium.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: said.type in ("error", "warning") and complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("requestfailed", lambda request: complaints.append(f"{request.url}: {request.failure}"))
        page.on(
            "request",
            lambda request: (
                request.url.startswith(("http://127.0.0.1", "data:", "about:")) or complaints.append(request.url)
            ),
        )
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
