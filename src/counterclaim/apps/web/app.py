"""The application: pages, files, headers that keep a page to itself, and one shape for every error."""

from __future__ import annotations

import logging
import os
from http import HTTPStatus
from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counterclaim.apps.web.asking import wants_json
from counterclaim.apps.web.pages import router
from counterclaim.apps.web.rendering import render
from counterclaim.records import CounterclaimError, UnknownId, UsageError

_LOG = logging.getLogger(__name__)

_HEADERS = (
    # Nothing but this server's own files; no script in a page, so report text could not run if it got out.
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self';"
        b" form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"vary", b"accept"),
)
#: Names under which a browser on this machine reaches it. A page of another site whose name was made to lead here
#: (DNS rebinding) arrives under that name.
_OWN_NAMES = ("localhost", "127.0.0.1", "[::1]")


def create_app(ledger: str | os.PathLike[str]) -> FastAPI:
    """The application that shows one ledger. The ledger is opened anew for each request, and only read."""
    app = FastAPI(
        title="Counterclaim",
        description="Where the accounts of news reports differ. Rows are those of `counterclaim export`.",
        docs_url=None,
        redoc_url=None,
    )
    app.state.ledger = ledger
    app.include_router(router)
    app.mount("/static", StaticFiles(directory=str(files("counterclaim.apps.web") / "static")))
    app.add_middleware(_Guard)
    app.add_exception_handler(CounterclaimError, _on_purpose)
    app.add_exception_handler(HTTPException, _by_http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _unforeseen)
    return app


class _Guard:
    """Adds the headers to every answer, and refuses requests that come under another machine's name."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_HEADERS]
            await send(message)

        request = Request(scope)
        host = request.headers.get("host", "")
        name = host if host.endswith("]") else host.rpartition(":")[0] or host
        if name not in _OWN_NAMES:
            refusal = _error(request, 421, "This server answers only under this machine's own name (127.0.0.1).")
            await refusal(scope, receive, send_with_headers)
            return
        await self._app(scope, receive, send_with_headers)


def _on_purpose(request: Request, error: Exception) -> Response:
    if isinstance(error, UnknownId):
        return _error(request, 404, str(error))
    if isinstance(error, UsageError):
        return _error(request, 400, str(error))
    # Its sentence may name a file of this machine: it is for whoever started the server.
    _LOG.error("%s", error)
    return _error(request, 500, "the ledger cannot be read at the moment; the server's own output says why")


def _by_http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _error(request, status, "there is no such page" if status == 404 else HTTPStatus(status).phrase)


def _invalid(request: Request, error: Exception) -> Response:
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    words = "; ".join(f"{fault['loc'][-1]}: {fault['msg']}" for fault in faults)
    return _error(request, 400, words)


def _unforeseen(request: Request, error: Exception) -> Response:
    answer = _error(request, 500, "something went wrong that should not; the server's own output says what")
    answer.raw_headers.extend(_HEADERS)  # this one is made outside of the guard
    return answer


def _error(request: Request, status: int, message: str) -> Response:
    code = HTTPStatus(status).name.lower().replace("_", "-")
    if wants_json(request):
        return JSONResponse({"error": {"code": code, "message": message}}, status)
    page = render("error.html", heading=HTTPStatus(status).phrase, section=None, json_address=None, message=message)
    return HTMLResponse(page, status)
