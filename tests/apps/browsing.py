"""A reader of the pages, without a network: requests go straight to the application."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx
from lxml import html

from counterclaim.apps.web import create_app


class Browser:
    """Asks one application for pages, one request at a time."""

    def __init__(self, ledger: Path) -> None:
        self._app = create_app(ledger)

    def ask(self, path: str, method: str = "GET", **headers: str) -> httpx.Response:
        """The answer to one request; redirects are not followed."""

        async def answer() -> httpx.Response:
            transport = httpx.ASGITransport(app=self._app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
                named = {name.replace("_", "-"): value for name, value in headers.items()}
                return await client.request(method, path, headers=named)

        return asyncio.run(answer())

    def page(self, path: str) -> html.HtmlElement:
        """The page at an address, parsed; it must be there."""
        answer = self.ask(path)
        assert answer.status_code == 200, (path, answer.text)
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        return html.document_fromstring(answer.text)

    def json(self, path: str) -> Any:
        """The JSON at an address; it must be there."""
        answer = self.ask(path)
        assert answer.status_code == 200, (path, answer.text)
        assert answer.headers["content-type"] == "application/json"
        return answer.json()


def words(element: html.HtmlElement) -> str:
    """What a reader sees of an element, on one line."""
    return " ".join(element.text_content().split())
