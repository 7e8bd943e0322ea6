"""Reading: reports with what others say to them, their originals, statements, who and where."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from counterclaim.apps.asking import ORDERS
from counterclaim.apps.ordering import Order
from counterclaim.apps.web.around import asides, shelves
from counterclaim.apps.web.asking import Ask, Asking, Field, Wished
from counterclaim.apps.web.charts import bars
from counterclaim.apps.web.marks import Block, Mark, blocks, notes_of, parts
from counterclaim.apps.web.pages.listing import address, answer, fetch, fields, filter_of, part_of, shown
from counterclaim.apps.web.pages.routing import Id, both, marked, only
from counterclaim.apps.wording import bounds, day
from counterclaim.records import Dispute, MentionForm, Report, Statement, UsageError, Who
from counterclaim.store import beside
from counterclaim.store.parts import part as part_of_list

router = APIRouter()

#: What can be marked in a report beside statements, with its words.
SHOWN = {"names": "names", "times": "times", "figures": "figures", "places": "places"}
#: How many statements an entity's page shows of what others say of it.
_SAID_OF = 12
#: The orders of reports, as the page and the store call them.
_BY = {"oldest first": "date", "newest first": "newest"}


@both(router, "/reports")
def reports(
    ask: Ask,
    wish: Wished,
    by: Annotated[str | None, Query(description=f"In which order: {' or '.join(_BY)}.")] = None,
) -> Response:
    """What was read, by date."""
    order = by or "oldest first"
    listing = part_of(ask, "reports", wish, filter_of("reports", wish), _BY.get(order, order))
    field = Field("by", "Sorted by", order, choices=tuple(_BY), any=None)
    return answer(ask, "reports", "reports", wish, listing, "Reports", field)


@both(router, "/reports/{id}")
def report(
    ask: Ask,
    id_: Id,
    mark: Annotated[str | None, Query(description="The words to mark: start-end, in code points.")] = None,
    show: Annotated[list[str] | None, Query(description=f"What else to mark: {', '.join(SHOWN)}.")] = None,
    part: Annotated[int, Query(ge=1, description="Which part of a long report the page shows.")] = 1,
) -> Response:
    """One report with its statements marked, who says them, and what other reports say to it."""
    found = ask.view.report(id_)
    statements = ask.view.statements(found.id)
    if ask.json:
        data = only(ask.rows("reports", [found])) | {"statements": ask.rows("statements", statements)}
        return ask.moved(id_, found) or ask.answer("report.html", data, heading="", section="")
    wanted = _wanted(show)
    notes = notes_of(statements)
    figures = ask.view.figures(found.id)
    place = marked(mark, found)
    all_blocks = blocks(found, notes, place, [figure.span.start for figure in figures], _marks(ask, found, wanted))
    cut = parts(all_blocks)
    number = _part_with(cut, place[0]) if place else min(part, len(cut)) - 1 if cut else 0
    here = cut[number] if cut else []
    shared = beside.copying(ask.view, found.id)
    ask.lookup.fetch({id_ for one in shared for id_ in (one.left, one.right)})
    return ask.moved(id_, found) or ask.answer(
        "report.html",
        None,
        heading=found.title or "A report without a title",
        section="/reports",
        report=found,
        notes=notes,
        shows=[(name, words, name in wanted) for name, words in SHOWN.items()],
        mark=mark if place else None,
        same_origin=beside.same_origin(ask.view, found),
        shared=[(one, _other(one.left, one.right, found.id)) for one in shared],
        shelves=shelves(here, asides(ask.view, ask.lookup, found)),
        part=number + 1,
        parts=len(cut),
        part_address=lambda wanted_part: address(ask, part=wanted_part, mark=None),
    )


@router.get("/reports/{id}/original", include_in_schema=False)
def original(
    ask: Ask,
    id_: Id,
    download: Annotated[bool, Query(description="As a file, byte for byte.")] = False,
) -> Response:
    """The bytes that a report was read from, as plain text or as a file; never as a page."""
    found = ask.view.report(id_)
    kept = ask.view.original(found.id)
    headers = {"content-security-policy": "sandbox; default-src 'none'"}
    if download:
        headers["content-disposition"] = f'attachment; filename="{found.id}.bin"'
        return Response(kept, media_type="application/octet-stream", headers=headers)
    # Whatever the bytes are, they are shown as text; what is no UTF-8 is seen as U+FFFD, and is whole in the file.
    return Response(kept.decode("utf-8", "replace"), media_type="text/plain; charset=utf-8", headers=headers)


@both(router, "/statements")
def statements(
    ask: Ask,
    wish: Wished,
    own: Annotated[str | None, Query(description="Also what outlets say in their own voice: yes or no.")] = None,
) -> Response:
    """Who said what, through whom. If nothing else is asked for, a page has words of named and described speakers
    first and nothing in an outlet's own voice; JSON has all, the surest first."""
    if own not in (None, "", "yes", "no"):
        raise UsageError(f'own is yes or no, not "{own}"')
    with_own = own == "yes" or (ask.json and own != "no")
    chosen = replace(filter_of("statements", wish), own=with_own)
    order = wish.order or (Order.CONFIDENCE if ask.json else ORDERS["statements"])
    listing = part_of(ask, "statements", wish, chosen, order)
    field = Field("own", "In the outlet's own voice too", own or None, choices=("yes",), any="no")
    return answer(ask, "statements", "statements", wish, listing, "Statements", field)


@both(router, "/statements/{id}")
def statement(ask: Ask, id_: Id) -> Response:
    """One statement whole: who says it through whom, what it claims, and which accounts differ from it."""
    found = ask.view.find("statements", id_)
    claims = beside.claims_of(ask.view, found.id)
    figures = beside.figures_of(ask.view, found)
    data = only(ask.rows("statements", [found])) | {
        "claims": ask.rows("claims", claims),
        "figures": ask.rows("figures", figures),
    }
    if ask.json:
        return ask.moved(id_, found) or ask.answer("statement.html", data, heading="", section="")
    around = [one for one in ask.view.statements(found.report) if one.id != found.id]
    return ask.moved(id_, found) or ask.answer(
        "statement.html",
        data,
        heading="A statement",
        section="/statements",
        statement=found,
        report=ask.view.report(found.report),
        claims=claims,
        figures=figures,
        inside=[one for one in around if one.parent == found.id],
        parent=next((one for one in around if one.id == found.parent), None),
        answered=_answered(ask, [claim.responds_to for claim in claims]),
        disputes=beside.disputes_with(ask.view, found.id),
    )


@both(router, "/entities")
def entities(ask: Ask, wish: Wished) -> Response:
    """People, organisations, states, groups and places, the most mentioned first."""
    listing = part_of(ask, "entities", wish, filter_of("entities", wish))
    return answer(ask, "entities", "entities", wish, listing, "Who and where")


@both(router, "/entities/{id}")
def entity(ask: Ask, id_: Id, wish: Wished) -> Response:
    """One of them whole: spellings, roles, what they say and what others say of them, disputes, changes."""
    found = ask.view.find("entities", id_)
    moved = ask.moved(id_, found)
    if moved is not None:
        return moved
    by_them = replace(filter_of("entity", wish), who=found.id)
    said = part_of_list(ask.view, "statements", by_them, "date", wish.start, wish.limit)
    listing = shown(ask, said.records, said.total, wish)
    differing = [one for one in beside.disputes_with(ask.view, found.id) if _holds(one, found.id)]
    data = only(ask.rows("entities", [found])) | {
        "statements": ask.rows("statements", listing.items),
        "disputes": [one.id for one in differing],
        "next": listing.next,
    }
    if ask.json:
        return ask.answer("entity.html", data, heading="", section="")
    months = beside.months_of(ask.view, found.id)
    others = beside.said_of(ask.view, found.id, _SAID_OF)[:_SAID_OF]
    fetch(ask, listing.items, others)
    return ask.answer(
        "entity.html",
        data,
        heading=found.name,
        section="/entities",
        entity=found,
        listing=listing,
        asked=fields("entity", wish),
        opponents=_opponents(differing, found.id),
        disputes=differing,
        changes=beside.changes_of(ask.view, found.id),
        processes=beside.processes_of(ask.view, found.id),
        said_of=others,
        chart=bars([(f"{month}-01", f"{month}-28", count) for month, count in months.items()]),
    )


def _wanted(show: list[str] | None) -> set[str]:
    """What is to be marked, from "names,times" and from a form that gives each by itself."""
    wanted = {name for given in show or () for name in given.split(",") if name}
    if unknown := sorted(wanted - SHOWN.keys()):
        raise UsageError(f"{', '.join(unknown)} cannot be marked; {', '.join(SHOWN)} can")
    return wanted


def _marks(ask: Asking, report: Report, wanted: set[str]) -> list[Mark]:
    """What is marked beside statements, with what is known of each."""
    found: list[Mark] = []
    if "names" in wanted:
        mentions = [mention for mention in ask.view.mentions(report.id) if mention.form is MentionForm.NAME]
        ids = sorted({mention.entity for mention in mentions if mention.entity is not None})
        named = {one.id: f"{one.name} ({one.kind})" for one in ask.view.records("entities", ids)}
        found += [Mark(one.span, "name", named.get(one.entity or "", "not known who")) for one in mentions]
    if "times" in wanted:
        found += [Mark(one.span, "time", f"{one.type.lower()}: {day(one.value)}") for one in ask.view.times(report.id)]
    if "figures" in wanted:
        for figure in ask.view.figures(report.id):
            happened = ", ".join(figure.happened) or "what happened is not said"
            found.append(Mark(figure.span, "figure", f"{bounds(figure)} {figure.of or ''}: {happened}"))
    if "places" in wanted:
        for place in ask.view.places(report.id):
            where = "where it lies is not known"
            if place.latitude is not None and place.longitude is not None:
                where = f"{place.latitude:.3f}, {place.longitude:.3f} ({place.precision})"
            found.append(Mark(place.span, "place", f"{place.name}, {place.country or 'country not known'}: {where}"))
    return found


def _part_with(cut: list[list[Block]], start: int) -> int:
    """The number of the part in which the character at `start` stands."""
    return max((number for number, some in enumerate(cut) if some[0].start <= start), default=0)


def _other(left: str, right: str, this: str) -> str:
    return right if left == this else left


def _answered(ask: Asking, ids: list[str | None]) -> list[Statement]:
    """The statements that are answered, or whose claims are."""
    asked = sorted({id_ for id_ in ids if id_ is not None})
    through = [claim.statement for claim in ask.view.records("claims", asked)]
    return list(ask.view.records("statements", sorted({*asked, *through})))


def _holds(dispute: Dispute, entity: str) -> bool:
    return any(who.entity == entity for side in dispute.sides for who in side.holders)


def _opponents(disputes: list[Dispute], entity: str) -> list[tuple[Who, list[Dispute]]]:
    """Who gives other answers than this entity, and in which disputes; those with the most first."""
    found: dict[tuple[str | None, str], tuple[Who, list[Dispute]]] = {}
    for dispute in disputes:
        others = [side for side in dispute.sides if all(who.entity != entity for who in side.holders)]
        for who in {(who.entity, who.name): who for side in others for who in side.holders}.values():
            found.setdefault((who.entity, who.name), (who, []))[1].append(dispute)
    return sorted(found.values(), key=lambda pair: (-len(pair[1]), pair[0].name))
