"""Agreements: what independent origins tell alike."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from counterclaim.apps.asking import records
from counterclaim.apps.web import whole
from counterclaim.apps.web.asking import Ask, Wished
from counterclaim.apps.web.pages.listing import answer, shown
from counterclaim.apps.web.pages.routing import Id, both, only
from counterclaim.records import Agreement
from counterclaim.store.agreed import Agreed, agreed

router = APIRouter()


@both(router, "/agreements")
def agreements(ask: Ask, wish: Wished) -> Response:
    """What independent origins tell alike, that which is told on more than one side first."""
    found: list[Agreed] = records(ask.view, "agreements", wish.asked, wish.order)
    part = found[wish.start : wish.start + wish.limit]
    ask.lookup.fetch(piece.report for one in part for piece in one.agreement.evidence)
    listing = shown(ask, [one.agreement for one in part], len(found), wish)
    return answer(ask, "agreements", "agreements", wish, listing, "Where independent origins agree", rows=part)


@both(router, "/agreements/{id}")
def agreement(ask: Ask, id_: Id) -> Response:
    """One agreement whole: who tells it, in which words, and which of the reports have one origin."""
    found: Agreement = ask.view.find("agreements", id_)
    if moved := ask.moved(id_, found):
        return moved
    if ask.json:
        return ask.answer("", only(ask.rows("agreements", [found])), heading="", section="/agreements")
    (one,) = agreed(ask.view, [found])
    cited = ask.lookup.cited(found.evidence)
    return ask.answer(
        "agreement.html",
        None,
        heading=found.claim,
        section="/agreements",
        agreed=one,
        incident=next(ask.view.records("incidents", [found.incident]), None) if found.incident else None,
        origins=whole.by_origin(cited),
    )
