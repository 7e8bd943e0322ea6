"""Reading: reports, who and where, statements, incidents, the time line, figures, changes, processes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from counterclaim.apps.web.asking import Ask, Wished
from counterclaim.apps.web.marks import blocks, notes_of
from counterclaim.apps.web.pages.routing import Id, both, copies, marked, only
from counterclaim.records import Evidence

router = APIRouter()


@both(router, "/reports")
def reports(ask: Ask, wish: Wished) -> Response:
    """What was read, by date."""
    return ask.answer_list("reports", "reports", wish, "Reports")


@both(router, "/reports/{id}")
def report(
    ask: Ask,
    id_: Id,
    mark: Annotated[str | None, Query(description="The words to mark: start-end, in code points.")] = None,
) -> Response:
    """One report with its statements marked, and who says them."""
    found = ask.view.report(id_)
    statements = ask.view.statements(found.id)
    if ask.json:
        data = only(ask.rows("reports", [found])) | {"statements": ask.rows("statements", statements)}
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
        same_origin=copies(found, ask.view.reports()),
        blocks=blocks(found, notes, marked(mark, found), [figure.span.start for figure in figures]),
    )


@both(router, "/entities")
def entities(ask: Ask, wish: Wished) -> Response:
    """People, organisations, states, groups and places, the most mentioned first."""
    return ask.answer_list("entities", "entities", wish, "Who and where")


@both(router, "/entities/{id}")
def entity(ask: Ask, id_: Id, wish: Wished) -> Response:
    """One of them whole: spellings, roles, statements, disputes."""
    found = ask.view.find("entities", id_)
    statements = ask.view.statements(who=found.id)
    listing = ask.part(sorted(statements, key=lambda one: (one.said is None, one.said or "", one.id)), wish)
    differing = ask.view.disputes(who=found.id)
    data = only(ask.rows("entities", [found])) | {
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


@both(router, "/statements")
def statements(ask: Ask, wish: Wished) -> Response:
    """Who said what, through whom; the surest first if no order is asked for."""
    return ask.answer_list("statements", "statements", wish, "Statements")


@both(router, "/incidents")
def incidents(ask: Ask, wish: Wished) -> Response:
    """One happening each, as one or more reports tell it."""
    return ask.answer_list("incidents", "incidents", wish, "Incidents")


@both(router, "/incidents/{id}")
def incident(ask: Ask, id_: Id) -> Response:
    """One incident whole: figures by who gives them, differences, agreements."""
    found = ask.view.find("incidents", id_)
    claims = ask.view.records("claims", list(found.claims))
    return ask.moved(id_, found) or ask.answer(
        "incident.html",
        only(ask.rows("incidents", [found])),
        heading=found.label,
        section="/incidents",
        incident=found,
        figures=list(ask.view.records("figures", list(found.figures))),
        disputes=[one for one in ask.view.disputes() if one.incident == found.id],
        agreements=[one for one in ask.view.agreements() if one.incident == found.id],
        claimed=[Evidence.at(claim.report, span) for claim in claims for span in claim.spans],
    )


@both(router, "/timeline")
def timeline(ask: Ask, wish: Wished) -> Response:
    """What is said to have happened, by day."""
    return ask.answer_list("timeline", "claims", wish, "Time line")


@both(router, "/figures")
def figures(ask: Ask, wish: Wished) -> Response:
    """Counts with their bounds, and who gives them."""
    return ask.answer_list("figures", "figures", wish, "Figures")


@both(router, "/changes")
def changes(ask: Ask, wish: Wished) -> Response:
    """One speaker's different answers to one question at two dates."""
    return ask.answer_list("changes", "changes", wish, "Changes of position")


@both(router, "/processes")
def processes(ask: Ask, wish: Wished) -> Response:
    """Ceasefires, exchanges, talks: their states, and who says so."""
    return ask.answer_list("processes", "processes", wish, "Processes")
