"""Disputes, near misses: where accounts differ, and what only looks like it."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from counterclaim.apps.web.asking import Ask, Wished
from counterclaim.apps.web.pages.routing import Id, both, copies, only
from counterclaim.apps.wording import counted, outlet

router = APIRouter()


@both(router, "/", "/disputes.json")
def disputes(ask: Ask, wish: Wished) -> Response:
    """Where accounts differ, by falling score."""
    counts = ask.view.counts()
    lead = f"What {counted(counts['reports'], 'report')} tell differently, and on which words that rests."
    return ask.answer_list("disputes", "disputes", wish, "Where accounts differ", lead=lead)


@router.get("/disputes", include_in_schema=False)
def disputes_by_name() -> Response:
    """The disputes are the first page."""
    return RedirectResponse("/", 307)


@both(router, "/disputes/{id}")
def dispute(ask: Ask, id_: Id) -> Response:
    """One dispute whole, its sides beside each other."""
    found = ask.view.find("disputes", id_)
    cited = ask.lookup.cited(piece for side in found.sides for piece in side.evidence)
    return ask.moved(id_, found) or ask.answer(
        "dispute.html",
        only(ask.rows("disputes", [found])),
        heading=found.question,
        section="/",
        dispute=found,
        cited=cited,
        copies={report.id: [outlet(other) for other in copies(report, cited)] for report in cited},
    )


@both(router, "/near-misses")
def near_misses(ask: Ask, wish: Wished) -> Response:
    """Pairs that were compared and are no dispute, with the reason."""
    return ask.answer_list("near-misses", "judgements", wish, "Near misses")
