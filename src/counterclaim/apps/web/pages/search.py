"""Search over everything."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import Response

from counterclaim.apps.web.asking import Ask, Asking
from counterclaim.apps.web.own_words import Words
from counterclaim.apps.web.pages.routing import both
from counterclaim.apps.web.rendering import place
from counterclaim.apps.web.snippets import marked, pattern, snippet
from counterclaim.apps.wording import SLOTS, act, counted, day, names, outlet, period, setting, source, words
from counterclaim.records import Dispute, Entity, Incident, Report, Span, Statement
from counterclaim.store import Found
from counterclaim.store.search import KINDS

router = APIRouter()

#: How many of each kind are shown beside each other, and how many of one.
_OF_EACH, _OF_ONE = 5, 30
_NAMES = {
    "disputes": "Disputes",
    "incidents": "Incidents",
    "entities": "Who and where",
    "statements": "Statements",
    "reports": "Reports",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: where it is, its title and words with what was sought marked, and what it is."""

    address: str
    title: list[Words]
    words: list[Words]
    about: str
    status: str | None = None


@both(router, "/search")
def search(
    ask: Ask,
    q: Annotated[str, Query(description="Words, and phrases in quotation marks.")] = "",
    kind: Annotated[str | None, Query(description=f"Only one of: {', '.join(KINDS)}.")] = None,
    start: Annotated[int, Query(ge=0, description="How many to leave out at the beginning; of one kind.")] = 0,
) -> Response:
    """Reports, statements, disputes, entities and incidents that have all words of a query, the likeliest first; where
    there are none, those that have any of them (`any`)."""
    query, kind = q.strip(), kind or None
    found = Found((), dict.fromkeys(KINDS, 0))
    sought = re.compile("(?!)")
    if query:
        found = ask.view.search(query, kind, start=start, limit=_OF_ONE if kind else _OF_EACH)
        sought = pattern(found.terms)
    records = _records(ask, found)
    end = start + len(found.hits)
    next_ = (
        _address(query, kind, end, ask.request.url.path) if kind and found.hits and end < found.counts[kind] else None
    )
    if ask.json:
        hits = [_row(ask, hit.kind, records[hit.record], sought) for hit in found.hits]
        data = {"query": query, "counts": found.counts, "hits": hits, "start": start, "next": next_}
        data["any"] = found.any_of
        return ask.answer("", data, heading="", section="")
    return ask.answer(
        "search.html",
        None,
        heading=f"Search: {query}" if query else "Search",
        section="/search",
        query=query,
        kind=kind,
        kinds=_NAMES,
        counts=found.counts,
        any_of=found.any_of,
        total=sum(found.counts.values()),
        addresses={name: _address(query, name, 0) for name in (None, *KINDS)},
        sections_found={
            name: [_SHOWN[name](ask, records[hit.record], sought) for hit in found.hits if hit.kind == name]
            for name in KINDS
            if any(hit.kind == name for hit in found.hits)
        },
        start=start,
        next=next_,
    )


def _address(query: str, kind: str | None, start: int, path: str = "/search") -> str:
    asked: dict[str, str | int] = {"q": query} | ({"kind": kind} if kind else {}) | ({"start": start} if start else {})
    return f"{path}?{urlencode(asked)}"


def _records(ask: Asking, found: Found) -> dict[str, Any]:
    """The records that were found, by id."""
    return {
        record.id: record
        for name in KINDS
        for record in ask.view.records(name, [hit.record for hit in found.hits if hit.kind == name])
    }


def _row(ask: Asking, kind: str, record: Any, sought: re.Pattern[str]) -> dict[str, Any]:
    hit = _SHOWN[kind](ask, record, sought)
    title, text = ("".join(part.text for part in parts) for parts in (hit.title, hit.words))
    return {"kind": kind, "id": record.id, "address": hit.address, "title": title, "words": text, "about": hit.about}


def _dispute(ask: Asking, dispute: Dispute, sought: re.Pattern[str]) -> Hit:
    answers = "; ".join(f"{side.answer} ({names(side.holders) or 'holder not known'})" for side in dispute.sides[:6])
    incident = next(ask.view.records("incidents", [dispute.incident]), None) if dispute.incident else None
    where = setting(dispute.question, incident) if incident else ""
    about = ", ".join(filter(None, (where, f"accounts differ on {SLOTS[dispute.slot]}")))
    return Hit(
        f"/disputes/{dispute.id}", marked(dispute.question, sought), marked(answers, sought), about, dispute.status
    )


def _incident(_: Asking, incident: Incident, sought: re.Pattern[str]) -> Hit:
    about = f"{period(incident.since, incident.until)}, told by {counted(len(incident.reports), 'report')}"
    return Hit(f"/incidents/{incident.id}", marked(incident.label, sought), [], about)


def _entity(_: Asking, entity: Entity, sought: re.Pattern[str]) -> Hit:
    others = [name for name in entity.names if name != entity.name]
    best = sorted(others, key=lambda name: (sought.search(name) is None, others.index(name)))[:6]
    about = f"{entity.kind}, mentioned {counted(entity.mentions, 'time')}"
    return Hit(f"/entities/{entity.id}", marked(entity.name, sought), marked("; ".join(best), sought), about)


def _statement(ask: Asking, statement: Statement, sought: re.Pattern[str]) -> Hit:
    report = ask.lookup.report(statement.report)
    said = f"{source(statement, report)} {act(statement)}"
    where = f"/reports/{statement.report}?mark={statement.content[0].start}-{statement.content[0].end}"
    about = f"{outlet(report)}, {day(report.published if report else None)}"
    text = snippet(words(statement.content), sought)
    return Hit(f"{where}#s{statement.content[0].start}", marked(said, sought), text, about)


def _report(_: Asking, report: Report, sought: re.Pattern[str]) -> Hit:
    first = sought.search(report.text)
    address = f"/reports/{report.id}"
    if first is not None:
        address = place(Span.of(report.text, first.start(), first.end()), report.id)
    about = f"{outlet(report)}, {day(report.published)}"
    return Hit(address, marked(report.title or f"report {report.id[:10]}", sought), snippet(report.text, sought), about)


_SHOWN: Mapping[str, Callable[[Asking, Any, re.Pattern[str]], Hit]] = {
    "disputes": _dispute,
    "incidents": _incident,
    "entities": _entity,
    "statements": _statement,
    "reports": _report,
}
