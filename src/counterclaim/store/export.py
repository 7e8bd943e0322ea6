"""Records as the rows of an export: plain values, under the names that `docs/ledger.md` promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from counterclaim.records import Figure, Incident, Statement

if TYPE_CHECKING:
    from counterclaim.store.view import View

#: The tables of an export, each with its fields in order. "from" is what records call `since`: Python has the word.
TABLES: Mapping[str, tuple[str, ...]] = {
    name: tuple(fields.split())
    for name, fields in {
        "reports": (
            "id path row key outlet title byline credit dateline published published_from dates language text sha256"
            " origin passages url cleaning broken"
        ),
        "entities": "id name kind names country roles mentions members aliases",
        "mentions": "id report entity span form",
        "statements": (
            "id report parent manner act sources via cue content addressee setting hedge said said_from origin"
            " confidence"
        ),
        "claims": (
            "id statement event predicate agent patient place agent_any arguments time figure polarity modality"
            " condition_of exception responds_to incident spans report trigger time_id"
        ),
        "times": "id report span type value",
        "figures": (
            "id report statement claim span low best high approximate of happened side by place from until as_of"
            " part_of supersedes"
        ),
        "places": "id report span name country latitude longitude precision",
        "incidents": "id label events from until place claims reports origins figures",
        "disputes": "id aliases incident question slot score reasons within_report sides status judgements",
        "agreements": "id incident claim evidence origins",
        "changes": "id who question earlier later score reasons status",
        "processes": "id kind name parties states",
        "events": ("claim report type mode source target date place polarity modality claimed_by evidence"),
        "judgements": "id kind left right verdict score reasons by at slot evidence value anchors",
        "rejects": "path row reason id",
    }.items()
}
_BATCH = 1000


def table_rows(view: View, name: str) -> Iterator[dict[str, Any]]:
    """The rows of table `name`, every one with all its fields in their order."""
    records = _SPECIAL[name](view) if name in _SPECIAL else map(_plain, view.records(name))
    for record in records:
        if "since" in record:
            record["from"] = record.pop("since")
        yield {field: record[field] for field in TABLES[name]}


def _plain(value: Any) -> Any:
    """`value` as it is in JSON."""
    return msgspec.json.decode(msgspec.json.encode(value))


def _entities(view: View) -> Iterator[dict[str, Any]]:
    for entity in view.records("entities"):
        row = _plain(entity)
        row["roles"] = [
            {"title": r["title"], "of": r["of"], "from": r["since"], "until": r["until"]} for r in row["roles"]
        ]
        yield row


def _figures(view: View) -> Iterator[dict[str, Any]]:
    for figure in view.records("figures"):
        yield _plain(figure) | _bounds(figure)


def _bounds(figure: Figure) -> dict[str, float | int | None]:
    """The bounds of a figure, as whole numbers where they are: people are counted, not measured."""

    def whole(bound: float | None) -> float | int | None:
        return int(bound) if bound is not None and bound.is_integer() else bound

    return {"low": whole(figure.low), "best": whole(figure.best), "high": whole(figure.high)}


def _incidents(view: View) -> Iterator[dict[str, Any]]:
    """Incidents, each with its figures by who claims them."""
    incidents = view.records("incidents")
    while batch := list(islice(incidents, _BATCH)):
        claimed = _figures_by_who(view, batch)
        for incident in batch:
            row = _plain(incident)
            row["figures"] = [claimed[figure] for figure in incident.figures if figure in claimed]
            yield row


def _figures_by_who(view: View, incidents: Sequence[Incident]) -> dict[str, dict[str, Any]]:
    ids = sorted({figure for incident in incidents for figure in incident.figures})
    figures: list[Figure] = list(view.records("figures", ids))
    said = sorted({figure.statement for figure in figures if figure.statement is not None})
    statements: dict[str, Statement] = {statement.id: statement for statement in view.records("statements", said)}
    return {
        figure.id: {
            "figure": figure.id,
            "claimed_by": _plain(statements[figure.statement].sources) if figure.statement in statements else [],
            **_bounds(figure),
            "approximate": figure.approximate,
            "of": figure.of,
            "happened": [str(what) for what in figure.happened],
            "as_of": figure.as_of,
        }
        for figure in figures
    }


def _events(view: View) -> Iterator[dict[str, Any]]:
    return map(_plain, view.events())


def _rejects(view: View) -> Iterator[dict[str, Any]]:
    return (_plain(one) | {"id": one.id} for one in view.rejects())


_SPECIAL: Mapping[str, Callable[[View], Iterator[dict[str, Any]]]] = {
    "entities": _entities,
    "figures": _figures,
    "incidents": _incidents,
    "events": _events,
    "rejects": _rejects,
}
