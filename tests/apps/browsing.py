"""A reader of the pages, without a network: requests go straight to the application."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
from lxml import html

from counterclaim.apps.web import create_app


class Browser:
    """Asks one application for pages, one request at a time."""

    def __init__(self, ledger: Path, **options: Any) -> None:
        self._app = create_app(ledger, **options)
        self.cookies: dict[str, str] = {}

    def ask(self, path: str, method: str = "GET", **headers: str) -> httpx.Response:
        """The answer to one request; redirects are not followed."""

        async def answer() -> httpx.Response:
            transport = httpx.ASGITransport(app=self._app, raise_app_exceptions=False)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://127.0.0.1:8000", cookies=self.cookies
            ) as client:
                named = {name.replace("_", "-"): value for name, value in headers.items()}
                return await client.request(method, path, headers=named)

        found = _done(answer())
        self.cookies.update(dict(found.cookies))
        return found

    def send(
        self, path: str, fields: dict[str, str | list[str]] | None = None, *, json: Any = None, **headers: str
    ) -> httpx.Response:
        """The answer to a form of this server's own pages, or to JSON as a program sends it."""

        async def answer() -> httpx.Response:
            transport = httpx.ASGITransport(app=self._app, raise_app_exceptions=False)
            origin = {} if json is not None else {"origin": "http://127.0.0.1:8000"}
            named = origin | {name.replace("_", "-"): value for name, value in headers.items()}
            async with httpx.AsyncClient(
                transport=transport, base_url="http://127.0.0.1:8000", cookies=self.cookies
            ) as client:
                return await client.post(path, data=fields, json=json, headers=named)

        found = _done(answer())
        self.cookies.update(dict(found.cookies))
        return found

    def raw(self, path: str, body: str, **headers: str) -> httpx.Response:
        """The answer to a body sent as it is, with these headers and no other."""

        async def answer() -> httpx.Response:
            transport = httpx.ASGITransport(app=self._app, raise_app_exceptions=False)
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
                return await client.post(path, content=body.encode(), headers=named)

        return _done(answer())

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


def _done(answer: Coroutine[Any, Any, httpx.Response]) -> httpx.Response:
    """What a coroutine gives. It runs in a thread of its own: tests in a real browser keep a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, answer).result()


def words(element: html.HtmlElement) -> str:
    """What a reader sees of an element, on one line."""
    return " ".join(element.text_content().split())
