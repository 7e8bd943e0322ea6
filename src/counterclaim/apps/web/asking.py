"""What a request asks for, and its answer: a page or JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from counterclaim.apps.asking import FILTERS, ORDERS, Asked, nothing_found, records
from counterclaim.apps.lookup import Lookup
from counterclaim.apps.ordering import Order
from counterclaim.apps.web.rendering import render
from counterclaim.apps.web.reviewing import box
from counterclaim.apps.web.rows import rows
from counterclaim.records import Slot, UsageError
from counterclaim.store import View, open_view

#: How many records a page shows unless it is asked for more.
PAGE = 50


def wants_json(request: Request) -> bool:
    """Whether JSON is asked for: by the address, or by a client that takes JSON and no HTML."""
    accepted = request.headers.get("accept", "")
    return request.url.path.endswith(".json") or ("application/json" in accepted and "text/html" not in accepted)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form of filters. `any` is what the choice is called that asks for nothing; None for no such."""

    name: str
    label: str
    value: str | None
    hint: str | None = None
    choices: tuple[str, ...] = ()
    any: str | None = "any"


_FIELDS = (
    Field("who", "Who", None, "name"),
    Field("about", "About", None, "words or a name"),
    Field("outlet", "Outlet", None, "name"),
    Field("since", "Since", None, "2020-11"),
    Field("until", "Until", None, "2020-11-16"),
    Field("slot", "Differs in", None, choices=tuple(Slot)),
)


@dataclass(frozen=True, slots=True)
class Wish:
    """The filters of a list, its order, and which part of it is to be shown."""

    asked: Asked
    start: int
    limit: int
    order: Order | None = None

    def fields(self, what: str) -> list[Field]:
        """The form with which this list is asked for."""
        given = self.asked.given()
        form = [replace(field, value=given.get(field.name)) for field in _FIELDS if field.name in FILTERS[what]]
        if what in ORDERS:
            first = ORDERS[what]
            choices = (first, *(order for order in Order if order is not first))
            form.append(Field("sort", "Sorted by", self.order, choices=choices, any=None))
        return form


def wish(
    who: Annotated[str | None, Query(description="Only what this person or body says or does.")] = None,
    about: Annotated[str | None, Query(description="Only what speaks of these words or names.")] = None,
    since: Annotated[str | None, Query(description="From this day, month or year on.")] = None,
    until: Annotated[str | None, Query(description="Up to this day, month or year.")] = None,
    outlet: Annotated[str | None, Query(description="Only what this outlet reports.")] = None,
    slot: Annotated[str | None, Query(description=f"Only differences in one of: {', '.join(Slot)}.")] = None,
    sort: Annotated[str | None, Query(description=f"Statements: by {', '.join(Order)}.")] = None,
    start: Annotated[int, Query(ge=0, description="How many to leave out at the beginning.")] = 0,
    limit: Annotated[int, Query(ge=1, le=1000, description="How many to give at most.")] = PAGE,
) -> Wish:
    """Reads a list's filters from the query; a field of a form that was left empty asks for nothing."""
    if slot and slot not in list(Slot):
        raise UsageError(f'there is no slot "{slot}"; it is one of {", ".join(Slot)}')
    if sort and sort not in list(Order):
        raise UsageError(f'nothing is sorted by "{sort}"; sort by {", ".join(Order)}')
    return Wish(
        Asked(who or None, about or None, since or None, until or None, outlet or None, Slot(slot) if slot else None),
        start,
        limit,
        Order(sort) if sort else None,
    )


@dataclass(frozen=True, slots=True)
class Listing:
    """The part of a list that is shown: `sentence` says which, where it is not all; `next` is where it goes on."""

    items: list[Any]
    total: int
    start: int
    next: str | None

    @property
    def sentence(self) -> str:
        """Which part of the list this is."""
        if len(self.items) == self.total:
            return ""
        return f"{self.start + 1:,} to {self.start + len(self.items):,} of {self.total:,}."


class Asking:
    """One request: the view it looks at, and how it wants to be answered."""

    def __init__(self, request: Request, view: View) -> None:
        self.request = request
        self.view = view
        self.lookup = Lookup(view)
        self.json = wants_json(request)

    def entity_name(self, id_: str) -> str:
        """The name of the ledger's entity with this id; the id itself where there is none, which may be a name."""
        return next((entity.name for entity in self.view.records("entities", [id_])), id_)

    def rows(self, table: str, found: Sequence[Any]) -> list[dict[str, Any]]:
        """Records of a table as JSON gives them; nothing for a page, which has the records."""
        return rows(self.view, table, found) if self.json else []

    def listing(self, what: str, wish_: Wish) -> Listing:
        """The records of a kind that are wished for, or the part of them that is."""
        return self.part(records(self.view, what, wish_.asked, wish_.order), wish_)

    def part(self, found: Sequence[Any], wish_: Wish) -> Listing:
        """The part of a list that is to be shown."""
        end = wish_.start + wish_.limit
        following = None
        if end < len(found):
            query: dict[str, str | int] = {**wish_.asked.given(), "start": end}
            if wish_.order is not None:
                query["sort"] = wish_.order
            if wish_.limit != PAGE:
                query["limit"] = wish_.limit
            following = f"{self.request.url.path}?{urlencode(query)}"
        return Listing(list(found[wish_.start : end]), len(found), wish_.start, following)

    def answer_list(self, what: str, table: str, wish_: Wish, heading: str, **context: Any) -> Response:
        """A list of the records of a kind: the template of its name, or JSON with the rows of its table."""
        listing = self.listing(what, wish_)
        data = {
            what: self.rows(table, listing.items),
            "total": listing.total,
            "start": listing.start,
            "next": listing.next,
        }
        return self.answer(
            f"{what.replace('-', '_')}.html",
            data,
            heading=heading,
            section="/" if what == "disputes" else f"/{what}",
            listing=listing,
            asked=wish_.fields(what),
            nothing=nothing_found(what, wish_.asked),
            **context,
        )

    def answer(self, template: str, data: Any, *, heading: str, section: str, **context: Any) -> Response:
        """`data` as JSON, or the page that `template` makes of `context`."""
        if self.json:
            return JSONResponse(data)
        url = self.request.url
        address = f"{'/disputes' if url.path == '/' else url.path}.json{'?' + url.query if url.query else ''}"
        page = render(
            template,
            heading=heading,
            section=section,
            json_address=address,
            report_of=self.lookup.report,
            statement_of=self.lookup.statement,
            review_of=partial(box, self.request, self.view),
            **context,
        )
        return HTMLResponse(page)

    def moved(self, id_: str, record: Any) -> Response | None:
        """A redirect to a record's own address where it was asked for by an alias or the beginning of its id."""
        if record.id == id_:
            return None
        url = self.request.url
        folder, _, last = url.path.rpartition("/")
        ending = ".json" if last.endswith(".json") else ""
        return RedirectResponse(f"{folder}/{record.id}{ending}{'?' + url.query if url.query else ''}", 307)


def asking(request: Request) -> Iterator[Asking]:
    """Opens the ledger for one request: each sees it as it is when it comes, also while a build goes on."""
    with open_view(request.app.state.ledger) as view:
        yield Asking(request, view)


Ask = Annotated[Asking, Depends(asking)]
Wished = Annotated[Wish, Depends(wish)]
