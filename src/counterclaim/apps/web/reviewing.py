"""What a page needs to take a person's word on one record: what was said so far, and what can be said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import Request

from counterclaim.apps.web.posting import name_of
from counterclaim.apps.web.tokens import Level
from counterclaim.apps.wording import outlet
from counterclaim.records import Claim, Dispute, Entity, Figure, Incident, LocalEntity, Report, Slot, Statement, Who
from counterclaim.records.corrections import FIELDS
from counterclaim.store import View, Word

#: Of a large entity or incident no more parts are offered on the page; the others can be named in JSON.
_MOST = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be named in a form, and its words."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Yes:
    """What confirming and rejecting are called for one kind of record, and reasons that are often given."""

    question: str
    yes: str
    no: str
    reasons: tuple[str, ...]


ASKED: Mapping[str, Yes] = {
    "disputes": Yes(
        "Do these accounts differ?",
        "Yes, they differ",
        "No, they do not",
        (
            "Both speak of the same, and cannot both hold.",
            "They speak of two happenings.",
            "One is a part of the other.",
            "One is a later count.",
            "A report was misread.",
        ),
    ),
    "changes": Yes(
        "Did the position change?",
        "Yes, it changed",
        "No, it did not",
        ("The same question, another answer.", "Two questions.", "Said again in other words.", "A report was misread."),
    ),
    "near-misses": Yes(
        "Is this a dispute?",
        "Yes, it is one",
        "No, it is none",
        (
            "Both speak of the same, and cannot both hold.",
            "They speak of two happenings.",
            "Both can hold.",
            "A report was misread.",
        ),
    ),
    "names": Yes(
        "Do these two names mean one?",
        "Yes, one",
        "No, two",
        ("Another spelling of the name.", "A name and its short form.", "Two who are called alike.", "Two bodies."),
    ),
}


@dataclass(frozen=True, slots=True)
class Box:
    """What was said of one record of `table` so far, the latest first, and by whom more can be. `just` is the judgement
    that was given a moment ago, `meanwhile` those that came before it unseen."""

    table: str
    id: str
    words: tuple[Word, ...]
    may: bool
    by: str
    back: str
    asked: Yes | None
    record: Any
    view: View
    just: str = ""
    meanwhile: tuple[str, ...] = ()

    @property
    def seen(self) -> str:
        """What a form carries, so that a word that is given meanwhile is noticed."""
        return self.words[0].judgement.at or "" if self.words else ""

    def parts(self) -> list[Choice]:
        """What can be split off; nothing where there is only one part."""
        found = list(_PARTS[self.table](self.view, self.record))[:_MOST] if self.table in _PARTS else []
        return found if len(found) > (2 if self.table == "disputes" else 1) else []

    def others(self) -> list[Choice]:
        """Disputes on the same thing, which may be the same question."""
        if not isinstance(self.record, Dispute):
            return []
        same = [
            one
            for one in self.view.disputes(slot=self.record.slot.value)
            if one.id != self.id and one.incident == self.record.incident
        ]
        return [Choice(one.id, one.question) for one in same[:_MOST]]

    def people(self) -> list[str]:
        """Those whom the report of a statement names, who may have said it."""
        if not isinstance(self.record, Statement):
            return []
        named = {mention.entity for mention in self.view.mentions(self.record.report) if mention.entity}
        return sorted({entity.name for entity in self.view.records("entities", sorted(named))})

    def slots(self) -> list[Choice]:
        """The slots of the claims and figures of a statement."""
        return list(_slots(self.view, self.record)) if isinstance(self.record, Statement) else []


def box(request: Request, view: View, table: str, id_: str) -> Box:
    """The box for the record of `table` with this id."""
    record = next(view.records("judgements" if table in ("near-misses", "names") else table, [id_]), None)
    url = request.url
    return Box(
        table=table,
        id=id_,
        words=_words(view, record, id_),
        may=getattr(request.state, "level", Level.NOTHING) is Level.REVIEW,
        by=name_of(request),
        back=f"{url.path}{'?' + url.query if url.query else ''}",
        asked=ASKED.get(table),
        record=record,
        view=view,
        just=request.query_params.get("said", ""),
        meanwhile=tuple(request.query_params.getlist("meanwhile")),
    )


def _words(view: View, record: Any, id_: str) -> tuple[Word, ...]:
    """What was said of a record, the latest first; of a statement also what was said of its claims and figures."""
    ids = [id_]
    if isinstance(record, Statement):
        told: list[Claim | Figure] = [*view.claims(record.report), *view.figures(record.report)]
        ids += [one.id for one in told if one.statement == record.id]
    found = {word.judgement.id: word for one in ids for word in view.words(one)}
    return tuple(sorted(found.values(), key=lambda word: word.judgement.at or "", reverse=True))


def _answers(_: View, dispute: Dispute) -> Iterator[Choice]:
    yield from (Choice(side.answer, side.answer) for side in dispute.sides)


def _tellings(view: View, incident: Incident) -> Iterator[Choice]:
    figures: list[Figure] = list(view.records("figures", list(incident.figures[:_MOST])))
    claims: list[Claim] = list(view.records("claims", list(incident.claims[:_MOST])))
    outlets = _outlets(view, [*(one.report for one in figures), *(one.report for one in claims)])
    for figure in figures:
        yield Choice(figure.id, f"{outlets(figure.report)}: “{figure.span.text} {figure.of or ''}”")
    counted = {figure.claim for figure in figures}
    for claim in claims:
        if claim.id not in counted:
            words = claim.spans[0].text
            yield Choice(claim.id, f"{outlets(claim.report)}: “{words[:90]}{'…' if len(words) > 90 else ''}”")


def _members(view: View, entity: Entity) -> Iterator[Choice]:
    members: list[LocalEntity] = list(view.records("local_entities", list(entity.members[:_MOST])))
    outlets = _outlets(view, [local.report for local in members])
    for local in members:
        yield Choice(local.id, f"“{local.name}” in {outlets(local.report)}")


def _outlets(view: View, ids: list[str]) -> Callable[[str], str]:
    """What the reports with these ids are called, looked up at once."""
    reports: dict[str, Report] = {report.id: report for report in view.records("reports", sorted(set(ids)))}

    def called(id_: str) -> str:
        found = reports.get(id_)
        return f"{outlet(found)}, {found.published or 'undated'}" if found else "a report"

    return called


_PARTS: Mapping[str, Callable[[View, Any], Iterator[Choice]]] = {
    "disputes": _answers,
    "incidents": _tellings,
    "entities": _members,
}


def _slots(view: View, statement: Statement) -> Iterator[Choice]:
    for claim in view.claims(statement.report):
        if claim.statement == statement.id:
            for slot, field in FIELDS["claims"].items():
                yield Choice(f"{claim.id} {slot}", f"{claim.predicate}: {_SLOTS[slot]} ({_now(getattr(claim, field))})")
    for figure in view.figures(statement.report):
        if figure.statement == statement.id:
            bounds = "/".join("-" if one is None else f"{one:g}" for one in (figure.low, figure.best, figure.high))
            yield Choice(f"{figure.id} {Slot.COUNT}", f"“{figure.span.text}”: how many, low/best/high ({bounds})")


_SLOTS = {
    Slot.AGENT: "who did it",
    Slot.PATIENT: "to whom",
    Slot.PLACE: "where",
    Slot.TIME: "when",
    Slot.POLARITY: "positive or negative",
}


def _now(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(one.name for one in value if isinstance(one, Who)) or "not known"
    return str(value) if value else "not known"
