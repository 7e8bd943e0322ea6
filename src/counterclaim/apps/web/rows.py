"""Records as JSON, spelled as an export spells them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any, cast

from counterclaim.store import View
from counterclaim.store.export import table_rows

Row = dict[str, Any]


class _Chosen:
    """A view in which a table has only some of its records: exports are written for whole tables."""

    def __init__(self, view: View, table: str, ids: list[str]) -> None:
        self._view, self._table, self._ids = view, table, ids

    def records(self, name: str, ids: list[str] | None = None) -> Iterator[Any]:
        return self._view.records(name, self._ids if name == self._table and ids is None else ids)


def rows(view: View, table: str, records: Sequence[Any]) -> list[Row]:
    """The rows of these records of a table, in their order. Reports are named by their file alone: which folders
    this machine has is nobody's business."""
    ids = [record.id for record in records]
    found = {row["id"]: row for row in table_rows(cast(View, _Chosen(view, table, ids)), table)}
    if table == "reports":
        for row in found.values():
            row["path"] = PurePath(row["path"]).name if row["path"] else None
    return [found[id_] for id_ in ids]
