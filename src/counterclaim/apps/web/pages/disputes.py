"""Disputes and near misses: where accounts differ, and what only looks like it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import RedirectResponse, Response

from counterclaim.apps.asking import NONE_FOUND
from counterclaim.apps.folding import fold
from counterclaim.apps.web import whole
from counterclaim.apps.web.asking import PAGE, Ask, Asking
from counterclaim.apps.web.axis import Scale, by_size, scale
from counterclaim.apps.web.citing import citation
from counterclaim.apps.web.facets import address, given, groups, taken
from counterclaim.apps.web.pages.routing import Id, both, only
from counterclaim.apps.web.pairs import titles
from counterclaim.apps.web.rendering import place
from counterclaim.apps.wording import setting
from counterclaim.records import Dispute, Evidence, Incident, Side, Slot, Status, UsageError, Verdict
from counterclaim.store import DisputeWish
from counterclaim.store.beside import disputes_with
from counterclaim.store.facets import Said, said_of
from counterclaim.store.near_misses import NearMissWish, near_miss, near_misses, near_to
from counterclaim.store.parts import in_order
from counterclaim.store.words import wanted_days

router = APIRouter()

#: How many disputes the list shows unless it is asked for more: a page stays below 60 kB.
_ROWS = 25
#: How many answers a row of the list shows beside each other; the others are named below them.
_SHOWN = 4
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A dispute in the list: its sides in the order of the page, its incident, when it was told, and counts drawn.
    `setting` is where and when it happened, as far as the question does not say."""

    dispute: Dispute
    sides: list[Side]
    others: list[Side]
    incident: Incident | None
    said: Said | None
    scale: Scale | None
    setting: str


def dispute_wish(
    who: Annotated[str | None, Query(description="Only where this person or body holds an answer.")] = None,
    about: Annotated[str | None, Query(description="Only what speaks of these words or names.")] = None,
    place: Annotated[str | None, Query(description="Only what is said to have happened there.")] = None,
    since: Annotated[str | None, Query(description="From this day, month or year on.")] = None,
    until: Annotated[str | None, Query(description="Up to this day, month or year.")] = None,
    outlet: Annotated[str | None, Query(description="Only what this outlet reports.")] = None,
    slot: Annotated[str | None, Query(description=f"Only differences in one of: {', '.join(Slot)}.")] = None,
    status: Annotated[str | None, Query(description=f"Only those that are {', '.join(Status)}.")] = None,
) -> DisputeWish:
    """Reads the filters of disputes from the query; a field of a form that was left empty asks for nothing."""
    wish = DisputeWish(*(value or None for value in (who, about, place, since, until, outlet, slot, status)))
    if wish.since and wish.until and wanted_days(wish.since)[0] > wanted_days(wish.until)[1]:
        raise UsageError(f"since {since} is later than until {until}; give the earlier date to since")
    return wish


Start = Annotated[int, Query(ge=0, description="How many to leave out at the beginning.")]
Limit = Annotated[int, Query(ge=1, le=1000, description="How many to give at most.")]


@both(router, "/", "/disputes.json")
def disputes(
    ask: Ask, wish: Annotated[DisputeWish, Depends(dispute_wish)], start: Start = 0, limit: Limit = _ROWS
) -> Response:
    """Where accounts differ, by falling score."""
    choices = ask.view.choices(wish, start=start, limit=limit)
    found = in_order(ask.view.records("disputes", choices.ids), choices.ids)
    filters: dict[str, str | int] = dict(given(wish))
    end = start + len(found)
    more = filters | {"start": end} | ({"limit": limit} if limit != _ROWS else {})
    next_ = address(more, ask.request.url.path) if found and end < choices.total else None
    if ask.json:
        data = {
            "disputes": ask.rows("disputes", found),
            "total": choices.total,
            "start": start,
            "next": next_,
            "choices": {name: [asdict(choice) for choice in of] for name, of in choices.by.items()},
        }
        return ask.answer("", data, heading="", section="/")
    names = {id_: ask.entity_name(id_) for id_ in (wish.who, wish.place) if id_}
    wished = ", ".join(f"{name} {names.get(value, value)}" for name, value in given(wish).items())
    return ask.answer(
        "disputes.html",
        None,
        heading="Where accounts differ",
        section="/",
        rows=_rows(ask, found),
        choices=choices,
        groups=groups(wish, choices),
        taken=taken(wish, names),
        wish=wish,
        names=names,
        start=start,
        next=next_,
        nothing=_nothing("disputes", wished, choices.total),
        reports=ask.view.count("reports"),
    )


@router.get("/disputes", include_in_schema=False)
def disputes_by_name(ask: Ask) -> Response:
    """The disputes are the first page."""
    query = ask.request.url.query
    return RedirectResponse(f"/?{query}" if query else "/", 307)


@both(router, "/disputes/{id}")
def dispute(ask: Ask, id_: Id) -> Response:
    """One dispute whole, its sides beside each other."""
    found: Dispute = ask.view.find("disputes", id_)
    if moved := ask.moved(id_, found):
        return moved
    if ask.json:
        return ask.answer("", only(ask.rows("disputes", [found])), heading="", section="/")
    accounts = whole.accounts(ask.view, ask.lookup, found)
    cited = ask.lookup.cited(piece for side in found.sides for piece in side.evidence)
    near, near_total = near_to(ask.view, found, _NEAR)
    return ask.answer(
        "dispute.html",
        None,
        heading=found.question,
        section="/",
        dispute=found,
        accounts=accounts,
        incident=next(ask.view.records("incidents", [found.incident]), None) if found.incident else None,
        said=said_of(ask.view.connection, [found.id]).get(found.id),
        scale=whole.counts(found, accounts),
        tellings=whole.tellings(accounts),
        doubts=whole.doubts(found, accounts),
        settled_by=whole.settled_by(found),
        origins=whole.by_origin(cited),
        cited=cited,
        citations=[_cite(ask, piece.evidence) for account in accounts for piece in account.pieces],
        near=near,
        near_total=near_total,
        own_address=f"{_host(ask)}/disputes/{found.id}",
    )


@both(router, "/near-misses")
def near_miss_list(
    ask: Ask,
    about: Annotated[str | None, Query(description="Only what speaks of these words.")] = None,
    outlet: Annotated[str | None, Query(description="Only what this outlet reports.")] = None,
    slot: Annotated[str | None, Query(description=f"Only differences in one of: {', '.join(Slot)}.")] = None,
    verdict: Annotated[str | None, Query(description=f"Only those found to be: {', '.join(Verdict)}.")] = None,
    start: Start = 0,
    limit: Limit = PAGE,
) -> Response:
    """Pairs that were compared and are no dispute, with the reason."""
    wish = NearMissWish(about or None, outlet or None, slot or None, verdict or None)
    found = near_misses(ask.view, wish, start, limit)
    filters: dict[str, str] = {name: str(value) for name, value in asdict(wish).items() if value is not None}
    end = start + len(found.records)
    more = filters | {"start": str(end)} | ({"limit": str(limit)} if limit != PAGE else {})
    next_ = address(more, ask.request.url.path) if found.records and end < found.total else None
    data = {
        "near-misses": ask.rows("judgements", found.records),
        "total": found.total,
        "start": start,
        "next": next_,
    }
    if not ask.json:
        ask.lookup.fetch(piece.report for pair in found.records for piece in pair.evidence)
    wished = ", ".join(f"{name} {value}" for name, value in filters.items())
    others = {name: value for name, value in filters.items() if name != "verdict"}
    return ask.answer(
        "near_misses.html",
        data,
        heading="Near misses",
        section="/near-misses",
        found=found,
        wish=wish,
        start=start,
        next=next_,
        folds=[] if ask.json else fold(ask.view, found.records),
        titles={} if ask.json else titles(ask.view, found.records),
        addresses={
            choice.value: address(
                others if verdict == choice.value else others | {"verdict": choice.value}, "/near-misses"
            )
            for choice in found.verdicts
        },
        nothing=_nothing("near-misses", wished, found.total),
    )


@both(router, "/near-misses/{id}")
def one_near_miss(ask: Ask, id_: Id) -> Response:
    """One pair that was compared and is no dispute, and why not."""
    found = near_miss(ask.view, id_)
    if moved := ask.moved(id_, found):
        return moved
    if ask.json:
        return ask.answer("", only(ask.rows("judgements", [found])), heading="", section="/near-misses")
    accounts = whole.compared(ask.view, ask.lookup, found)
    statements = {account.statement.id for account in accounts if account.statement is not None}
    beside = {one.id: one for id_ in sorted(statements) for one in disputes_with(ask.view, id_)}
    return ask.answer(
        "near_miss.html",
        None,
        heading=f"Why this is no dispute: {whole.set_aside_for(found)}",
        section="/near-misses",
        pair=found,
        accounts=accounts,
        beside=list(beside.values())[:_NEAR],
        citations=[_cite(ask, piece) for piece in found.evidence],
        own_address=f"{_host(ask)}/near-misses/{found.id}",
    )


def _nothing(what: str, wished: str, total: int) -> str:
    """The sentence that stands where a list would, or the part of it that an address asks for."""
    if total:
        return f"The list ends at {total:,}."
    return f"Nothing here fits what was asked for ({wished})." if wished else NONE_FOUND[what]


def _rows(ask: Asking, found: list[Dispute]) -> list[Row]:
    said = said_of(ask.view.connection, [dispute.id for dispute in found])
    ids = sorted({dispute.incident for dispute in found if dispute.incident})
    incidents: dict[str, Incident] = {one.id: one for one in ask.view.records("incidents", ids)}
    rows = []
    for dispute in found:
        sides = by_size(dispute)
        # One answer more than fits is shown rather than named below: its name would take as much room.
        shown = len(sides) if len(sides) <= _SHOWN + 1 else _SHOWN
        drawn = scale([side.answer for side in sides]) if dispute.slot is Slot.COUNT else None
        incident = incidents.get(dispute.incident or "")
        where = setting(dispute.question, incident) if incident else ""
        rows.append(Row(dispute, sides[:shown], sides[shown:], incident, said.get(dispute.id), drawn, where))
    return rows


def _cite(ask: Asking, piece: Evidence) -> str:
    return citation(ask.lookup.report(piece.report), piece, f"{_host(ask)}{place(piece)}")


def _host(ask: Asking) -> str:
    return str(ask.request.base_url).rstrip("/")
