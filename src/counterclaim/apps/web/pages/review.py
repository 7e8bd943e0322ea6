"""Review: what a person's word would change most, one at a time; what was said so far; what lost its hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from counterclaim.apps.saying import deed
from counterclaim.apps.web.asking import PAGE, Ask
from counterclaim.apps.web.pages.routing import both
from counterclaim.apps.web.posting import Posted, Sent, keep_name, name_of, own_address
from counterclaim.apps.web.rendering import render
from counterclaim.apps.web.reviewing import box
from counterclaim.apps.web.rows import rows
from counterclaim.apps.web.tokens import Level
from counterclaim.apps.wording import setting
from counterclaim.records import Dispute, Slot, UsageError
from counterclaim.records.anchoring import UNDO
from counterclaim.store import Person, Said, Standing, View, Word, open_view, open_writer
from counterclaim.store.judging import called
from counterclaim.store.queue import Suggestion

router = APIRouter()

Start = Annotated[int, Query(ge=0, description="How many to leave out at the beginning.")]
Limit = Annotated[int, Query(ge=1, le=1000, description="How many to give at most.")]


@both(router, "/review")
def review(
    ask: Ask,
    at: Annotated[int, Query(ge=0, description="Which of the queue is shown, from 0.")] = 0,
    start: Start = 0,
    limit: Limit = PAGE,
) -> Response:
    """What nobody judged yet, that first where a word would change most."""
    queue = ask.view.queue()
    if ask.json:
        end = start + limit
        data = {
            "review": [_plain(one) for one in queue[start:end]],
            "total": len(queue),
            "start": start,
            "next": f"/review.json?start={end}&limit={limit}" if end < len(queue) else None,
        }
        return ask.answer("review.html", data, heading="", section="")
    words = ask.view.words()
    told = {word.judgement.id: word for word in words}
    query = ask.request.query_params
    notice = told.get(query.get("said", ""))
    at = min(at, len(queue) - 1) if queue else 0
    chosen = queue[at] if queue else None
    record, kind = _shown(ask.view, chosen)
    return ask.answer(
        "review.html",
        None,
        heading="Review",
        section="/review",
        chosen=chosen,
        record=record,
        kind=kind,
        at=at,
        total=len(queue),
        upcoming=[(n, one, *_shown(ask.view, one)) for n, one in enumerate(queue[at : at + 8], at)],
        waiting=sum(word.waits for word in words),
        linking=ask.request.app.state.relinking.state.value,
        orphaned=sum(word.standing is Standing.ORPHANED for word in words),
        may=ask.request.state.level is Level.REVIEW,
        here=f"/review?at={at}",
        notice=notice,
        undone=_undone(notice, told),
        setting=_setting(ask.view, record),
        notice_box=box(ask.request, ask.view, "judgements", notice.judgement.id) if notice else None,
        meanwhile=[told[id_] for id_ in query.getlist("meanwhile") if id_ in told],
    )


@both(router, "/review/history")
def history(
    ask: Ask,
    by: Annotated[str | None, Query(description="Only what this person said.")] = None,
    start: Start = 0,
    limit: Limit = PAGE,
) -> Response:
    """All that persons said, the latest first, and what became of it."""
    found = [word for word in ask.view.words() if not by or word.judgement.by.casefold() == by.strip().casefold()]
    return _words(ask, found, start, limit, "History: what persons said", "Nobody has said anything yet.", by)


@both(router, "/review/orphaned")
def orphaned(ask: Ask, start: Start = 0, limit: Limit = PAGE) -> Response:
    """What persons said of words that are no longer found, or no longer differ."""
    found = [word for word in ask.view.words() if word.standing is Standing.ORPHANED]
    nothing = "Nothing is orphaned: every word still rests on what it was said of."
    return _words(ask, found, start, limit, "Orphaned: words without their place", nothing, None)


def _words(ask: Ask, found: list[Word], start: int, limit: int, heading: str, nothing: str, by: str | None) -> Response:
    part = found[start : start + limit]
    end = start + limit
    path = ask.request.url.path.removesuffix(".json")
    more = {"start": str(end)} | ({"limit": str(limit)} if limit != PAGE else {}) | ({"by": by} if by else {})
    next_ = f"{path}{'.json' if ask.json else ''}?{urlencode(more)}" if end < len(found) else None
    judgements = rows(ask.view, "judgements", [word.judgement for word in part]) if ask.json else []
    data = {
        path.rpartition("/")[2]: [row | _state(word) for row, word in zip(judgements, part, strict=False)],
        "total": len(found),
        "start": start,
        "next": next_,
    }
    return ask.answer(
        "review_history.html",
        data,
        heading=heading,
        section="/review",
        words=part,
        next=next_,
        nothing=nothing,
        total=len(found),
        path=path,
        by=by,
    )


def _state(word: Word) -> dict[str, Any]:
    return {
        "standing": word.standing.value,
        "waits": word.waits,
        "later": list(word.later),
        "on": [{"table": table, "id": id_} for table, id_ in word.on],
    }


@router.post("/judgements", status_code=201, response_model=None, summary="Say something of a record.")
def judge(request: Request, sent: Sent) -> Response:
    """Adds what a person says. A form leads back to the page it was on; JSON gives the judgement."""
    ledger = request.app.state.ledger
    act = _ACTS.get(sent.one("act"))
    if act is None:
        raise UsageError(f'there is no act "{sent.one("act")}"; it is one of {", ".join(_ACTS)}')
    with open_view(ledger) as view:
        fields = _resolved(view, sent)
    with open_writer(ledger) as writer:
        said = act(writer.person(sent.name), fields)
    if sent.json:
        with open_view(ledger) as view:
            (row,) = rows(view, "judgements", [said.judgement])
            meanwhile = rows(view, "judgements", said.meanwhile)
        on = [{"table": table, "id": id_} for table, id_ in said.on]
        return JSONResponse({"judgement": row, "on": on, "meanwhile": meanwhile}, 201)
    answer = RedirectResponse(_with(sent.back(), said), 303)
    keep_name(answer, sent.name, secure=request.url.scheme == "https")
    return answer


@router.post("/review/link", status_code=202, response_model=None, summary="Link the ledger anew, in the background.")
def link(request: Request, sent: Sent) -> Response:
    """Begins to link the ledger anew, so that joins, splits and corrections show everywhere."""
    request.app.state.relinking.start()
    if sent.json:
        return JSONResponse({"linking": request.app.state.relinking.state.value}, 202)
    return RedirectResponse(sent.back(), 303)


@router.get("/review/name", include_in_schema=False)
def name(request: Request, back: str = "/review") -> Response:
    """Asks for the name under which a browser judges."""
    page = render(
        "review_name.html",
        heading="Who judges?",
        section="/review",
        json_address=None,
        back=own_address(back),
        by=name_of(request),
    )
    return HTMLResponse(page)


@router.post("/review/name", include_in_schema=False)
def keep(request: Request, sent: Sent) -> Response:
    """Keeps the name under which a browser judges."""
    if not sent.name:
        raise UsageError("a judgement needs the name of whoever makes it; give yours")
    answer = RedirectResponse(sent.back(), 303)
    keep_name(answer, sent.name, secure=request.url.scheme == "https")
    return answer


Fields = Mapping[str, Any]


def _confirm(person: Person, f: Fields) -> Said:
    return person.confirm(f["table"], f["id"], f["reason"], seen=f["seen"])


def _reject(person: Person, f: Fields) -> Said:
    return person.reject(f["table"], f["id"], f["reason"], seen=f["seen"])


def _join(person: Person, f: Fields) -> Said:
    return person.join(f["table"], f["id"], f["other"], f["reason"], seen=f["seen"])


def _split(person: Person, f: Fields) -> Said:
    return person.split(f["table"], f["id"], f["part"], f["reason"], seen=f["seen"])


def _speaker(person: Person, f: Fields) -> Said:
    return person.speaker(f["id"], f["value"], f["reason"], entity=f["entity"] or None, seen=f["seen"])


def _slot(person: Person, f: Fields) -> Said:
    if f["slot"] not in list(Slot):
        raise UsageError(f'there is no slot "{f["slot"]}"; it is one of {", ".join(Slot)}')
    slot = Slot(f["slot"])
    return person.slot(f["id"], slot, f["value"], f["reason"], entity=f["entity"] or None, seen=f["seen"])


def _mention(person: Person, f: Fields) -> Said:
    return person.mention(f["id"], f["entity"], f["reason"], seen=f["seen"])


def _name(person: Person, f: Fields) -> Said:
    return person.name(f["id"], f["value"], f["reason"], seen=f["seen"])


def _undo(person: Person, f: Fields) -> Said:
    return person.undo(f["id"], f["reason"] or "Undone.", seen=f["seen"])


_ACTS: Mapping[str, Callable[[Person, Fields], Said]] = {
    "confirm": _confirm,
    "reject": _reject,
    "join": _join,
    "split": _split,
    "speaker": _speaker,
    "slot": _slot,
    "mention": _mention,
    "name": _name,
    "undo": _undo,
}


def _resolved(view: View, sent: Posted) -> dict[str, Any]:
    """The fields of what was sent: a page names near misses and names as what they are, judgements; and somebody by
    name, where a program gives an id."""
    fields: dict[str, Any] = {
        name: sent.one(name) for name in ("table", "id", "other", "value", "entity", "slot", "reason")
    }
    fields["seen"] = sent.one("seen") if sent.several("seen") else None
    fields["part"] = sent.several("part")
    if fields["table"] in ("near-misses", "names"):
        fields["table"] = "judgements"
    if " " in fields["id"] and not fields["slot"]:  # a choice of a form: the record and its slot
        fields["id"], _, fields["slot"] = fields["id"].partition(" ")
    if fields["table"] == "entities" and fields["other"]:
        fields["other"] = _entity(view, fields["other"].rpartition("/")[2]) or fields["other"]
    elif fields["other"]:
        fields["other"] = fields["other"].rpartition("/")[2]
    if sent.one("act") in ("speaker", "slot") and fields["value"] and not fields["entity"]:
        fields["entity"] = _entity(view, fields["value"]) or ""
    return fields


def _entity(view: View, name: str) -> str | None:
    """The id of the only entity that is called so, or has that id; None where there is none or several."""
    known = next(view.records("entities", [name]), None)
    if known is not None:
        return str(known.id)
    same = called(view.connection, name)
    return same[0] if len(same) == 1 else None


def _shown(view: View, one: Suggestion | None) -> tuple[Any, str]:
    """The record of a suggestion, and what it is called here: disputes, changes, near-misses, names."""
    if one is None:
        return None, ""
    record = next(view.records(one.table, [one.id]), None)
    if one.table != "judgements":
        return record, one.table
    return record, "names" if record is not None and record.kind == "entity" else "near-misses"


def _setting(view: View, record: Any) -> str:
    """Where and when that is which a dispute is about, where its question does not tell."""
    if not isinstance(record, Dispute) or record.incident is None:
        return ""
    incident = next(view.records("incidents", [record.incident]), None)
    return setting(record.question, incident) if incident is not None else ""


def _undone(notice: Word | None, told: Mapping[str, Word]) -> str:
    """What was taken back a moment ago, in words; empty where that was something else than an undoing."""
    if notice is None or notice.judgement.kind != UNDO or notice.judgement.left not in told:
        return ""
    judgement = told[notice.judgement.left].judgement
    return f"{judgement.by} {deed(judgement)} (“{judgement.reasons[0]}”)"


def _plain(one: Suggestion) -> dict[str, Any]:
    return {"table": one.table, "id": one.id, "score": one.score, "hangs": one.hangs, "weight": round(one.weight, 4)}


def _with(address: str, said: Said) -> str:
    """An address with what was said in its query, for the page to tell of it."""
    parts = urlsplit(address)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in ("said", "meanwhile")]
    query.append(("said", said.judgement.id))
    query += [("meanwhile", one.id) for one in said.meanwhile]
    return urlunsplit(("", "", parts.path, urlencode(query), parts.fragment))
