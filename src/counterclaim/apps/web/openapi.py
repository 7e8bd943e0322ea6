"""The description of the JSON: a schema for each table, one for lists, one for errors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel, TypeAdapter

from counterclaim.store import TABLES, Event
from counterclaim.store.schema import CODECS

DESCRIPTION = """Where the accounts of news reports differ. Every address of a page gives JSON with `.json` behind
it, or to a client that accepts `application/json` and no HTML. Rows are those of `counterclaim export`: the same fields
under the same names. Where other machines can reach the server, send its token as `Authorization: Bearer TOKEN`."""

FAULTS = {
    400: "What was asked for or sent makes no sense; the message says what does.",
    401: "The token of this server is needed.",
    403: "Judging takes the reviewing token, and a page of this server.",
    404: "There is no such page or record.",
    500: "The ledger cannot be read.",
}
#: Lists that are named otherwise than the table whose rows they have.
_LISTS: Mapping[str, str] = {"near-misses": "judgements", "timeline": "claims"}
_REF = "#/components/schemas/"


class What(BaseModel):
    """What went wrong: a code for programs, a sentence for people."""

    code: str
    message: str


class Fault(BaseModel):
    """The one shape of every error."""

    error: What


def describe(app: FastAPI) -> None:
    """Has `/openapi.json` describe the rows of every table at the addresses that give them."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _described(app: FastAPI) -> dict[str, Any]:
    made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    schemas = made.setdefault("components", {}).setdefault("schemas", {})
    schemas.update(_tables())
    for path, operations in made["paths"].items():
        if not path.endswith(".json") or "get" not in operations:
            continue
        schema = _schema_of(path.removesuffix(".json").strip("/").split("/"))
        content = operations["get"]["responses"].setdefault("200", {"description": "What was asked for."})
        if schema is not None:
            content["content"] = {"application/json": {"schema": schema}}
    return made


def _schema_of(parts: list[str]) -> dict[str, Any] | None:
    """The schema of what an address gives; None where it gives no rows of a table."""
    table = _LISTS.get(parts[0], parts[0])
    if table not in TABLES:
        return None
    if len(parts) == 1:
        return {
            "type": "object",
            "required": [parts[0], "total", "start", "next"],
            "properties": {
                parts[0]: {"type": "array", "items": {"$ref": _REF + table}},
                "total": {"type": "integer", "description": "How many there are in all."},
                "start": {"type": "integer", "description": "How many were left out at the beginning."},
                "next": {"type": ["string", "null"], "description": "The address of the next part."},
            },
        }
    if parts[1:] == ["{id}"]:
        return {"$ref": _REF + table}
    return None


def _tables() -> dict[str, Any]:
    """A schema for the rows of each table, and for what stands in them."""
    schemas: dict[str, Any] = {}
    for table, fields in TABLES.items():
        record = Event if table == "events" else CODECS[table].cls if table in CODECS else None
        if record is None:
            schemas[table] = {"type": "object", "properties": {field: {} for field in fields}}
            continue
        made = TypeAdapter(record).json_schema(ref_template=_REF + "{model}", mode="serialization")
        schemas.update(made.pop("$defs", {}))
        properties = {"from" if name == "since" else name: one for name, one in made.get("properties", {}).items()}
        schemas[table] = {
            "type": "object",
            "title": table,
            "description": made.get("description", ""),
            "required": list(fields),
            "properties": {field: properties.get(field, {}) for field in fields},
        }
    return schemas
