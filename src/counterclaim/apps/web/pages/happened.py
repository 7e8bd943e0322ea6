"""What happened, as it is told: the time line, incidents, figures, processes, changes of position, places, events."""

from __future__ import annotations

from itertools import accumulate
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query
from fastapi.responses import Response

from counterclaim.apps.asking import records
from counterclaim.apps.lookup import when_of
from counterclaim.apps.web import drawing
from counterclaim.apps.web.asking import PAGE, Ask, Asking, Field, Wish, Wished
from counterclaim.apps.web.charts import bars
from counterclaim.apps.web.pages.listing import Shown, address, answer, fetch, filter_of, part_of, shown
from counterclaim.apps.web.pages.routing import Id, both, only
from counterclaim.apps.web.telling import by_day, ongoing_of, tellings
from counterclaim.apps.wording import bounds
from counterclaim.records import Figure, Happened, Incident, UsageError
from counterclaim.store import TABLES, beside
from counterclaim.store.events import events_of
from counterclaim.store.parts import timeline as timeline_of
from counterclaim.store.parts import width

router = APIRouter()

#: How many processes or changes one page shows, how many states of processes, and how many figures of an incident,
#: unless asked for more: each takes much room.
_CARDS, _STATES = 12, 40
_ROWS = 40
#: How many figures the row of an incident names, and how many of its figures are looked at for it.
_FIGURES_OF_ROW, _LOOKED_AT = 4, 8
#: How many people are named where nobody changed a position.
_SPEAKERS = 8
_ORDERS = {"most told": "told", "date": "date"}


@both(router, "/timeline")
def timeline(ask: Ask, wish: Wished) -> Response:
    """What is said to have happened, by day."""
    part, counts = timeline_of(ask.view, filter_of("timeline", wish), wish.start, wish.limit)
    listing = shown(ask, part.records, part.total, wish)
    if ask.json:
        return answer(ask, "timeline", "claims", wish, listing, "Time line")
    incidents = _incidents_of(ask, [claim.incident for claim in listing.items])
    disputes, agreements = beside.of_incidents(ask.view, list(incidents))
    by_width = {kind: sum(one.claims for one in counts if width(one.range) == kind) for kind in ("day", "wide", "none")}
    return answer(
        ask,
        "timeline",
        "claims",
        wish,
        listing,
        "Time line",
        days=by_day(listing.items, incidents, disputes, agreements, ongoing_of(listing.items, ask.view.times)),
        chart=bars([(*one.range, one.claims) for one in counts if one.range], beside.days_that_differ(ask.view)),
        numbers=by_width,
        bar_address=lambda bar: address(ask, since=bar.since, until=bar.until, start=None),
        wide_address=address(ask, start=by_width["day"]),
        undated_address=address(ask, start=by_width["day"] + by_width["wide"]),
    )


@both(router, "/incidents")
def incidents(
    ask: Ask,
    wish: Wished,
    by: Annotated[str | None, Query(description=f"In which order: {' or '.join(_ORDERS)}.")] = None,
) -> Response:
    """One happening each, as one or more reports tell it; those told by the most independent origins first."""
    listing = part_of(ask, "incidents", wish, filter_of("incidents", wish), _ORDERS.get(by or "most told", by))
    return answer(
        ask,
        "incidents",
        "incidents",
        wish,
        listing,
        "Incidents",
        Field("by", "Sorted by", by or "most told", choices=tuple(_ORDERS), any=None),
        figures=_told_figures(ask, listing.items),
        compared={} if ask.json else beside.differing_and_alike(ask.view, [one.id for one in listing.items]),
        when={} if ask.json else {one.id: when_of(ask.lookup, one) for one in listing.items},
    )


@both(router, "/incidents/{id}")
def incident(ask: Ask, id_: Id, wish: Wished) -> Response:
    """One incident whole: who tells it, figures by who gives them, differences, agreements."""
    found = ask.view.find("incidents", id_)
    moved = ask.moved(id_, found)
    if moved is not None:
        return moved
    if ask.json:
        return ask.answer("incident.html", only(ask.rows("incidents", [found])), heading="", section="")
    part = list(found.claims)[wish.start : wish.start + wish.limit]
    claims = list(ask.view.records("claims", part))
    listing = shown(ask, claims, len(found.claims), wish)
    figures = list(ask.view.records("figures", list(found.figures)[:_ROWS]))
    rows, scale = drawing.strips(figures)
    disputes, agreements = beside.of_incidents(ask.view, [found.id])
    fetch(ask, claims, figures, [piece for one in agreements for piece in one.evidence[:4]])
    return ask.answer(
        "incident.html",
        None,
        heading=found.label,
        section="/incidents",
        incident=found,
        when=when_of(ask.lookup, found),
        figures=rows,
        scale=scale,
        figures_left_out=len(found.figures) - len(figures),
        disputes=disputes,
        agreements=agreements,
        listing=listing,
        tellings=tellings(ask.lookup, claims),
    )


@both(router, "/figures")
def figures(
    ask: Ask,
    wish: Wished,
    happened: Annotated[str | None, Query(description=f"Only of those: {', '.join(Happened)}.")] = None,
) -> Response:
    """Counts with their bounds, by day, and who gives them."""
    if happened and happened not in list(Happened):
        raise UsageError(f'nobody is counted as "{happened}"; it is one of {", ".join(Happened)}')
    what = Happened(happened) if happened else None
    listing = part_of(ask, "figures", wish, filter_of("figures", wish, what))
    field = Field("happened", "What happened", happened, choices=tuple(Happened))
    if ask.json:
        return answer(ask, "figures", "figures", wish, listing, "Figures", field)
    fetch(ask, listing.items)
    chart = drawing.points(ask.lookup, listing.items)
    return answer(ask, "figures", "figures", wish, listing, "Figures", field, chart=chart)


@both(router, "/changes")
def changes(ask: Ask, wish: Wished) -> Response:
    """One speaker's different answers to one question at two dates."""
    listing = _cards_shown(ask, "changes", wish)
    asked_for_none = not (ask.json or listing.total or wish.asked.given())
    speakers = beside.most_dated(ask.view, _SPEAKERS) if asked_for_none else []
    return answer(ask, "changes", "changes", wish, listing, "Changes of position", speakers=speakers)


@both(router, "/processes")
def processes(ask: Ask, wish: Wished) -> Response:
    """Ceasefires, exchanges, talks: their states, and who says so."""
    listing = _cards_shown(ask, "processes", wish)
    ask.lookup.fetch(piece.report for process in listing.items for step in process.states for piece in step.evidence)
    lanes = [] if ask.json else [drawing.lane(process) for process in listing.items]
    overview = None if ask.json else drawing.overview(listing.items)
    return answer(ask, "processes", "processes", wish, listing, "Processes", lanes=lanes, overview=overview)


@both(router, "/places")
def places(ask: Ask, wish: Wished) -> Response:
    """Places that reports name, with their coordinates, the most told of first; as JSON, each place they are named."""
    about = filter_of("places", wish).about
    found = beside.named_places(ask.view, about)
    if ask.json:
        names = sorted({place.name for place in found}) if about else None
        mentions, total = beside.places_named(ask.view, names, wish.start, wish.limit)
        return answer(ask, "places", "places", wish, shown(ask, mentions, total, wish), "Places")
    part = found[wish.start : wish.start + wish.limit]
    listing = shown(ask, part, len(found), wish)
    return answer(ask, "places", "places", wish, listing, "Places", chart=drawing.plotted(found))


@both(router, "/events")
def events(ask: Ask, wish: Wished) -> Response:
    """The claims that tell of an event, as event data has it (PLOVER): who did what to whom, where and when."""
    listing = part_of(ask, "events", wish, filter_of("events", wish), "date" if ask.json else "told")
    found = list(events_of(ask.view, listing.items))
    if ask.json:
        plain = [msgspec.json.decode(msgspec.json.encode(event)) for event in found]
        rows = [{field: event[field] for field in TABLES["events"]} for event in plain]
        data = {"events": rows, "total": listing.total, "start": listing.start, "next": listing.next}
        return ask.answer("events.html", data, heading="", section="")
    shown_events = Shown(found, listing.total, listing.start, listing.next, listing.previous)
    return answer(ask, "events", "events", wish, shown_events, "Events")


def _cards_shown(ask: Asking, what: str, wish: Wish) -> Shown:
    """The part of a list whose records take much room. There are hundreds of these, not tens of thousands."""
    found = records(ask.view, what, wish.asked)
    if what == "processes":
        found.sort(
            key=lambda process: (-len(process.states), min((s.date or "9" for s in process.states), default="9"))
        )
    limit = min(wish.limit, _CARDS) if wish.limit == PAGE and not ask.json else wish.limit
    if what == "processes" and limit == _CARDS:
        # As many as have about forty states together: a table row each, with the words it rests on.
        sizes = accumulate(len(process.states) for process in found[wish.start : wish.start + limit])
        limit = max(1, sum(size <= _STATES for size in sizes))
    return shown(ask, found[wish.start : wish.start + limit], len(found), wish, limit)


def _incidents_of(ask: Asking, ids: list[str | None]) -> dict[str, Incident]:
    asked = sorted({id_ for id_ in ids if id_ is not None})
    return {incident.id: incident for incident in ask.view.records("incidents", asked)}


def _told_figures(ask: Asking, incidents: list[Incident]) -> dict[str, list[Figure]]:
    """A few figures of each incident, those that say the same of those to whom the same happened once."""
    if ask.json:
        return {}
    ids = [figure for incident in incidents for figure in incident.figures[:_LOOKED_AT]]
    found = {figure.id: figure for figure in ask.view.records("figures", ids)}
    told: dict[str, list[Figure]] = {}
    for incident in incidents:
        once: dict[Any, Figure] = {}
        for figure in (found[id_] for id_ in incident.figures[:_LOOKED_AT] if id_ in found):
            once.setdefault((bounds(figure), figure.happened), figure)
        told[incident.id] = list(once.values())[:_FIGURES_OF_ROW]
    fetch(ask, *told.values())
    return told
