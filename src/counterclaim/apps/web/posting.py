"""What somebody sends to be added: a form or JSON, with the name of whoever sends it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from fastapi import Depends, Request
from fastapi.responses import Response

from counterclaim.records import UsageError

NAME_COOKIE = "counterclaim-name"
_A_YEAR = 365 * 24 * 3600
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Posted:
    """The fields that were sent, each with all its values, and whether as JSON."""

    fields: Mapping[str, tuple[str, ...]]
    json: bool
    name: str

    def one(self, field: str) -> str:
        """The value of a field; "" where it was not sent."""
        values = self.fields.get(field, ())
        return values[0].strip() if values else ""

    def several(self, field: str) -> tuple[str, ...]:
        """All values of a field."""
        return self.fields.get(field, ())

    def back(self) -> str:
        """The address to go back to: one of this server's own, the queue where none was given."""
        return own_address(self.one("back"))


def own_address(wanted: str) -> str:
    """An address of this server, which is `wanted` if that is one, and the queue's otherwise."""
    own = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and wanted.isprintable()
    return wanted if own and not urlsplit(wanted).netloc else "/review"


async def posted(request: Request) -> Posted:
    """Reads the body of a request. Raises `UsageError` for one that is neither a form nor JSON."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = await request.body()
    try:
        if kind == "application/json":
            fields = _of_json(json.loads(body))
        elif kind == "application/x-www-form-urlencoded":
            fields = _of_form(body.decode())
        else:
            raise UsageError("send a form (application/x-www-form-urlencoded) or JSON; files are not taken")
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise UsageError("what was sent cannot be read; send UTF-8, as a form or JSON") from None
    given = fields.get("by", ("",))[0]
    return Posted(fields, kind == "application/json", " ".join((given or name_of(request)).split()))


Sent = Annotated[Posted, Depends(posted)]


def _of_form(body: str) -> dict[str, tuple[str, ...]]:
    fields: dict[str, tuple[str, ...]] = {}
    for name, value in parse_qsl(body, keep_blank_values=True, max_num_fields=500):
        fields[name] = (*fields.get(name, ()), value)
    return fields


def _of_json(body: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(body, dict):
        raise UsageError("send one JSON object, with a field for each thing to be said")
    fields = {}
    for name, value in body.items():
        values = value if isinstance(value, list) else [] if value is None else [value]
        if not all(isinstance(one, str) for one in values):
            raise UsageError(f'the field "{name}" takes words, or a list of them')
        fields[name] = tuple(values)
    return fields


def name_of(request: Request) -> str:
    """The name under which this browser judged last; "" where it never did."""
    return " ".join(unquote(request.cookies.get(NAME_COOKIE, "")).split())[:_LONGEST_NAME]


def keep_name(answer: Response, name: str, *, secure: bool) -> None:
    """Has the browser keep a name, so that it is asked for once."""
    answer.set_cookie(
        NAME_COOKIE, quote(name, safe=""), max_age=_A_YEAR, httponly=True, samesite="strict", secure=secure
    )
