"""How a page is put at its addresses, and what several sections use."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Path
from fastapi.responses import Response

from counterclaim.records import Report

Id = Annotated[str, Path(alias="id", description="An id, an alias of one, or a beginning that no other id has.")]
_MARK = re.compile(r"(\d{1,9})-(\d{1,9})")

Handler = Callable[..., Response]


def both(router: APIRouter, path: str, json_path: str | None = None) -> Callable[[Handler], Handler]:
    """Puts a handler at an address, and at the same one with `.json`, which OpenAPI describes."""

    def put(handler: Handler) -> Handler:
        summary = (handler.__doc__ or "").partition("\n")[0]
        router.add_api_route(
            json_path or f"{path}.json", handler, methods=["GET"], summary=summary, response_model=None
        )
        router.add_api_route(path, handler, methods=["GET", "HEAD"], include_in_schema=False, response_model=None)
        return handler

    return put


def only(found: list[dict[str, Any]]) -> dict[str, Any]:
    """The one row of one record; a page has none."""
    return found[0] if found else {}


def copies(of: Report, among: list[Report]) -> list[Report]:
    """The other reports that have one origin with this one."""
    return [other for other in among if of.origin is not None and other.origin == of.origin and other.id != of.id]


def marked(mark: str | None, report: Report) -> tuple[int, int] | None:
    """The place (start, end) that an address asks to be marked; none where it is not in the text."""
    match = _MARK.fullmatch(mark or "")
    if match is None:
        return None
    start, end = int(match[1]), int(match[2])
    return (start, end) if start < end <= len(report.text) else None
