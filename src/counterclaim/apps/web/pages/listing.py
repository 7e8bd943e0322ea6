"""Long lists: the part of one that a page shows, counted and put in order by the database, with its filters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi.responses import Response

from counterclaim.apps.asking import FILTERS, NONE_FOUND, ORDERS
from counterclaim.apps.web.asking import PAGE, Asking, Field, Wish
from counterclaim.records import Happened, UsageError
from counterclaim.store.filters import Filter
from counterclaim.store.parts import part
from counterclaim.store.words import wanted_days

#: The filters of lists that only the pages have.
_FILTERS = {
    "events": ("who", "about", "since", "until", "outlet"),
    "places": ("about",),
    "entity": ("about", "since", "until", "outlet"),
}
_NONE_FOUND = {
    "events": "No events were found in these reports.",
    "places": "No places were found in these reports.",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of a list that is shown, and the addresses of the parts beside it."""

    items: list[Any]
    total: int
    start: int
    next: str | None
    previous: str | None

    @property
    def sentence(self) -> str:
        """Which part of the list this is; nothing where it is all of it."""
        if len(self.items) == self.total:
            return ""
        if not self.items:
            return f"The list ends at {self.total:,}."
        return f"{self.start + 1:,} to {self.start + len(self.items):,} of {self.total:,}."


def filter_of(what: str, wish: Wish, happened: Happened | None = None) -> Filter:
    """The filter that is wished for. Raises `UsageError` where the list has no such filter, or its dates do not fit."""
    asked = wish.asked
    fit = _FILTERS.get(what) or FILTERS[what]
    unfit = [name for name in asked.given() if name not in fit]
    if unfit:
        raise UsageError(f"{what} cannot be filtered by {' or '.join(unfit)}; they take {', '.join(fit)}")
    if wish.order is not None and what not in (*ORDERS, "entity"):
        raise UsageError(f"{what} have one order; {' and '.join(ORDERS)} can be sorted")
    since, until = (wanted_days(date) if date else None for date in (asked.since, asked.until))
    if since and until and since[0] > until[1]:
        raise UsageError(f"since {asked.since} is later than until {asked.until}; give the earlier date to since")
    return Filter(asked.who, asked.about, asked.since, asked.until, asked.outlet, happened)


def address(ask: Asking, **changed: str | int | None) -> str:
    """The address of this page with some of its query changed; None takes a part of it away."""
    kept = [pair for pair in ask.request.query_params.multi_items() if pair[1] and pair[0] not in changed]
    query = kept + [(key, str(value)) for key, value in changed.items() if value is not None]
    order = ["start", "sort", "limit"]  # the rest first, as it came
    query.sort(key=lambda pair: order.index(pair[0]) if pair[0] in order else -1)
    return f"{ask.request.url.path}{'?' + urlencode(query) if query else ''}"


def shown(ask: Asking, found: Sequence[Any], total: int, wish: Wish, limit: int | None = None) -> Shown:
    """The part `found` of a list of `total`, with the addresses before and after it."""
    most = limit or wish.limit
    end = wish.start + len(found)
    before = max(0, wish.start - most)
    return Shown(
        list(found),
        total,
        wish.start,
        address(ask, start=end) if found and end < total else None,
        address(ask, start=before or None) if wish.start else None,
    )


def part_of(ask: Asking, what: str, wish: Wish, chosen: Filter, order: str | None = None) -> Shown:
    """The part of a list that is wished for."""
    found = part(ask.view, what, chosen, order, wish.start, wish.limit)
    return shown(ask, found.records, found.total, wish)


def fields(what: str, wish: Wish, *further: Field) -> list[Field]:
    """The form of a list's filters."""
    if what not in _FILTERS:
        return [*wish.fields(what), *further]
    given = wish.asked.given()
    known = {field.name: field for field in Wish(wish.asked, 0, PAGE).fields("statements")}
    own = [known[name] for name in _FILTERS[what] if name in known]
    assert all(field.value == given.get(field.name) for field in own)
    return [*own, *further]


def nothing(what: str, given: dict[str, str]) -> str:
    """The sentence that stands where a list would."""
    if not given:
        return _NONE_FOUND.get(what) or NONE_FOUND[what]
    return f"Nothing here fits what was asked for ({', '.join(f'{name} {value}' for name, value in given.items())})."


def fetch(ask: Asking, *found: Iterable[Any]) -> None:
    """Makes ready the reports and statements that records name: a page that asks for two hundred one by one is ten
    times as slow."""
    several = [one for some in found for one in some]
    said = {one.statement for one in several if getattr(one, "statement", None) is not None}
    ask.lookup.fetch({one.report for one in several if hasattr(one, "report")}, said)
    told = (ask.lookup.statement(id_) for id_ in said)
    ask.lookup.fetch({one.report for one in told if one is not None})


def answer(
    ask: Asking, what: str, table: str, wish: Wish, listing: Shown, heading: str, *further: Field, **context: Any
) -> Response:
    """A list of the records of a kind: the template of its name, or JSON with the rows of its table."""
    if not ask.json:
        fetch(ask, listing.items)
    data = {
        what: ask.rows(table, listing.items),
        "total": listing.total,
        "start": listing.start,
        "next": listing.next,
    }
    given = wish.asked.given() | {field.name: field.value for field in further if field.value and field.any}
    return ask.answer(
        f"{what}.html",
        data,
        heading=heading,
        section=f"/{what}",
        listing=listing,
        asked=fields(what, wish, *further),
        nothing=nothing(what, given),
        **context,
    )
