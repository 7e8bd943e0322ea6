"""The addresses: one function each, which answers with a page or, at the same address with `.json`, with JSON."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from fastapi.responses import RedirectResponse, Response

from counterclaim.apps.web.asking import Ask, Wished
from counterclaim.apps.web.marks import blocks, notes_of
from counterclaim.apps.wording import counted, outlet
from counterclaim.records import Evidence, Report

router = APIRouter()

Id = Annotated[str, Path(alias="id", description="An id, an alias of one, or a beginning that no other id has.")]
_MARK = re.compile(r"(\d{1,9})-(\d{1,9})")

Handler = Callable[..., Response]


def both(path: str, json_path: str | None = None) -> Callable[[Handler], Handler]:
    """Puts a handler at an address, and at the same one with `.json`, which OpenAPI describes."""

    def put(handler: Handler) -> Handler:
        summary = (handler.__doc__ or "").partition("\n")[0]
        router.add_api_route(
            json_path or f"{path}.json", handler, methods=["GET"], summary=summary, response_model=None
        )
        router.add_api_route(path, handler, methods=["GET", "HEAD"], include_in_schema=False, response_model=None)
        return handler

    return put


@both("/", "/disputes.json")
def disputes(ask: Ask, wish: Wished) -> Response:
    """Where accounts differ, by falling score."""
    counts = ask.view.counts()
    lead = f"What {counted(counts['reports'], 'report')} tell differently, and on which words that rests."
    return ask.answer_list("disputes", "disputes", wish, "Where accounts differ", lead=lead)


@router.get("/disputes", include_in_schema=False)
def disputes_by_name() -> Response:
    """The disputes are the first page."""
    return RedirectResponse("/", 307)


@both("/disputes/{id}")
def dispute(ask: Ask, id_: Id) -> Response:
    """One dispute whole, its sides beside each other."""
    found = ask.view.find("disputes", id_)
    cited = ask.lookup.cited(piece for side in found.sides for piece in side.evidence)
    return ask.moved(id_, found) or ask.answer(
        "dispute.html",
        _only(ask.rows("disputes", [found])),
        heading=found.question,
        section="/",
        dispute=found,
        cited=cited,
        copies={report.id: [outlet(other) for other in _copies(report, cited)] for report in cited},
    )


@both("/reports")
def reports(ask: Ask, wish: Wished) -> Response:
    """What was read, by date."""
    return ask.answer_list("reports", "reports", wish, "Reports")


@both("/reports/{id}")
def report(
    ask: Ask,
    id_: Id,
    mark: Annotated[str | None, Query(description="The words to mark: start-end, in code points.")] = None,
) -> Response:
    """One report with its statements marked, and who says them."""
    found = ask.view.report(id_)
    statements = ask.view.statements(found.id)
    if ask.json:
        data = _only(ask.rows("reports", [found])) | {"statements": ask.rows("statements", statements)}
        return ask.moved(id_, found) or ask.answer("report.html", data, heading="", section="")
    notes = notes_of(statements)
    figures = ask.view.figures(found.id)
    return ask.moved(id_, found) or ask.answer(
        "report.html",
        None,
        heading=found.title or "A report without a title",
        section="/reports",
        report=found,
        noted=bool(notes),
        same_origin=_copies(found, ask.view.reports()),
        blocks=blocks(found, notes, _asked(mark, found), [figure.span.start for figure in figures]),
    )


@both("/entities")
def entities(ask: Ask, wish: Wished) -> Response:
    """People, organisations, states, groups and places, the most mentioned first."""
    return ask.answer_list("entities", "entities", wish, "Who and where")


@both("/entities/{id}")
def entity(ask: Ask, id_: Id, wish: Wished) -> Response:
    """One of them whole: spellings, roles, statements, disputes."""
    found = ask.view.find("entities", id_)
    statements = ask.view.statements(who=found.id)
    listing = ask.part(sorted(statements, key=lambda one: (one.said is None, one.said or "", one.id)), wish)
    differing = ask.view.disputes(who=found.id)
    data = _only(ask.rows("entities", [found])) | {
        "statements": ask.rows("statements", listing.items),
        "disputes": [one.id for one in differing],
        "next": listing.next,
    }
    return ask.moved(id_, found) or ask.answer(
        "entity.html",
        data,
        heading=found.name,
        section="/entities",
        entity=found,
        listing=listing,
        disputes=differing,
        changes=[change for change in ask.view.changes() if change.who.entity == found.id],
    )


@both("/statements")
def statements(ask: Ask, wish: Wished) -> Response:
    """Who said what, through whom; the surest first if no order is asked for."""
    return ask.answer_list("statements", "statements", wish, "Statements")


@both("/incidents")
def incidents(ask: Ask, wish: Wished) -> Response:
    """One happening each, as one or more reports tell it."""
    return ask.answer_list("incidents", "incidents", wish, "Incidents")


@both("/incidents/{id}")
def incident(ask: Ask, id_: Id) -> Response:
    """One incident whole: figures by who gives them, differences, agreements."""
    found = ask.view.find("incidents", id_)
    claims = ask.view.records("claims", list(found.claims))
    return ask.moved(id_, found) or ask.answer(
        "incident.html",
        _only(ask.rows("incidents", [found])),
        heading=found.label,
        section="/incidents",
        incident=found,
        figures=list(ask.view.records("figures", list(found.figures))),
        disputes=[one for one in ask.view.disputes() if one.incident == found.id],
        agreements=[one for one in ask.view.agreements() if one.incident == found.id],
        claimed=[Evidence.at(claim.report, span) for claim in claims for span in claim.spans],
    )


@both("/timeline")
def timeline(ask: Ask, wish: Wished) -> Response:
    """What is said to have happened, by day."""
    return ask.answer_list("timeline", "claims", wish, "Time line")


@both("/figures")
def figures(ask: Ask, wish: Wished) -> Response:
    """Counts with their bounds, and who gives them."""
    return ask.answer_list("figures", "figures", wish, "Figures")


@both("/changes")
def changes(ask: Ask, wish: Wished) -> Response:
    """One speaker's different answers to one question at two dates."""
    return ask.answer_list("changes", "changes", wish, "Changes of position")


@both("/processes")
def processes(ask: Ask, wish: Wished) -> Response:
    """Ceasefires, exchanges, talks: their states, and who says so."""
    return ask.answer_list("processes", "processes", wish, "Processes")


@both("/near-misses")
def near_misses(ask: Ask, wish: Wished) -> Response:
    """Pairs that were compared and are no dispute, with the reason."""
    return ask.answer_list("near-misses", "judgements", wish, "Near misses")


def _only(found: list[dict[str, Any]]) -> dict[str, Any]:
    """The one row of one record; a page has none."""
    return found[0] if found else {}


def _copies(of: Report, among: list[Report]) -> list[Report]:
    """The other reports that have one origin with this one."""
    return [other for other in among if of.origin is not None and other.origin == of.origin and other.id != of.id]


def _asked(mark: str | None, report: Report) -> tuple[int, int] | None:
    """The place an address asks to be marked; none where it is not in the text."""
    match = _MARK.fullmatch(mark or "")
    if match is None:
        return None
    start, end = int(match[1]), int(match[2])
    return (start, end) if start < end <= len(report.text) else None
