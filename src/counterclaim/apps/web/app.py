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
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

import counterclaim
from counterclaim.apps.web.asking import wants_json
from counterclaim.apps.web.guard import HEADERS, Guard, Names
from counterclaim.apps.web.openapi import DESCRIPTION, FAULTS, Fault, describe
from counterclaim.apps.web.pages import router
from counterclaim.apps.web.relinking import Relinking
from counterclaim.apps.web.rendering import render
from counterclaim.apps.web.tokens import Access
from counterclaim.records import CounterclaimError, UnknownId, UsageError

_LOG = logging.getLogger(__name__)


def create_app(ledger: str | os.PathLike[str], *, access: Access | None = None, names: Names | None = None) -> FastAPI:
    """The application that shows one ledger and takes what persons say of it. The ledger is opened anew for each
    request, and written to only by a judgement. `access` has the tokens that are asked for, none by default; `names`
    are those under which it answers, this machine's own by default."""
    app = FastAPI(
        title="Counterclaim",
        description=DESCRIPTION,
        version=counterclaim.__version__,
        docs_url=None,
        redoc_url=None,
        responses={status: {"model": Fault, "description": words} for status, words in FAULTS.items()},
    )
    app.state.ledger = ledger
    app.state.relinking = Relinking(os.fspath(ledger))
    app.include_router(router)
    app.mount("/static", StaticFiles(directory=str(files("counterclaim.apps.web") / "static")))
    # A page of a long list is 50 kB of much the same: a fifth of that goes over the wire.
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Guard, refuse=_error, access=access or Access(), names=names or Names())
    app.add_exception_handler(CounterclaimError, _on_purpose)
    app.add_exception_handler(HTTPException, _by_http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _unforeseen)
    describe(app)
    return app


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
    answer.raw_headers.extend(HEADERS)  # this one is made outside of the guard
    return answer


def _error(request: Request, status: int, message: str) -> Response:
    code = HTTPStatus(status).name.lower().replace("_", "-")
    if wants_json(request) or request.headers.get("content-type", "").startswith("application/json"):
        return JSONResponse({"error": {"code": code, "message": message}}, status)
    page = render("error.html", heading=HTTPStatus(status).phrase, section=None, json_address=None, message=message)
    return HTMLResponse(page, status)
