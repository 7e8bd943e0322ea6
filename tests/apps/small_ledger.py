"""A small ledger written by hand: two states, three outlets and a hostile report, with one of everything to show.

Built through the store's writer as a build would, from records whose spans are looked up in the texts below, so
that a change of a text cannot leave a span behind.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from counterclaim.records import (
    Act,
    Agreement,
    Annotations,
    Change,
    Claim,
    DateCandidate,
    Dispute,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Figure,
    Happened,
    Hedge,
    Incident,
    Judgement,
    Links,
    LocalEntity,
    Manner,
    Mention,
    MentionForm,
    Modality,
    Passage,
    PassageKind,
    Polarity,
    Position,
    Process,
    ProcessKind,
    ProcessState,
    ProcessStep,
    PublishedFrom,
    Rejected,
    Report,
    Role,
    Side,
    Slot,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimexType,
    Unnamed,
    Verdict,
    Who,
    content_id,
    report_id,
)
from counterclaim.store import Outcome, open_writer

HERALD = """Tosk asked for the truce, minister says

OLDBRIDGE, 3 May 2021 - Foreign Minister Anna Berg said on Monday that Tosk had asked Arvel for a truce.

“Tosk asked us for a truce,” Berg told the Herald in an interview. “We said yes.”

At least 31 civilians were killed in Oldbridge on Sunday, the health ministry said, citing hospital staff.

Share this story on social media"""

WIRE = """Tosk never asked, spokesman says

“It was Arvel that asked us for a truce,” spokesman Pavel Dorn said. Dr. Dorn denied that Tosk had asked for anything.

Twelve people died in Oldbridge on Sunday, police said. The talks will go on on Friday."""

HOSTILE = """<script>alert("x")</script> & <b>bold</b>

Officials said <img src=x onerror=alert(1)> that \x1b[31mnothing\x1b[0m had happened."""


def _passages(text: str, kinds: list[PassageKind]) -> tuple[Passage, ...]:
    passages, at = [], 0
    for block, kind in zip(text.split("\n\n"), kinds, strict=True):
        start = text.index(block, at)
        at = start + len(block)
        passages.append(Passage(start, at, block, kind))
    return tuple(passages)


def _report(outlet: str, text: str, published: str | None, path: str, kinds: list[PassageKind], **more: str) -> Report:
    title = text.partition("\n")[0]
    dates = () if published is None else (DateCandidate(published, "metadata", True, "the only date given"),)
    return Report(
        id=report_id(outlet, None, published, title, text),
        path=path,
        row=None,
        key=None,
        url=None,
        outlet=outlet,
        title=title,
        byline=None,
        credit=more.get("credit"),
        dateline=None,
        published=published,
        published_from=None if published is None else PublishedFrom.METADATA,
        dates=dates,
        language="en",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        passages=_passages(text, kinds),
    )


_HEAD, _PARA = PassageKind.HEADLINE, PassageKind.PARAGRAPH
HERALD_REPORT = _report(
    "Arvel Herald", HERALD, "2021-05-03", "in/herald.txt", [_HEAD, _PARA, _PARA, _PARA, PassageKind.BOILERPLATE]
)
REPRINT = _report(
    "Coast Radio",
    HERALD,
    "2021-05-04",
    "in/coast.txt",
    [_HEAD, _PARA, _PARA, _PARA, PassageKind.BOILERPLATE],
    credit="Arvel Herald",
)
WIRE_REPORT = _report("Tosk Wire", WIRE, "2021-05-04", "in/wire.txt", [_HEAD, _PARA, _PARA])
HOSTILE_REPORT = _report('<i>"Outlet" & Co</i>', HOSTILE, None, "in/hostile.txt", [_HEAD, _PARA])
REPORTS = (HERALD_REPORT, REPRINT, WIRE_REPORT, HOSTILE_REPORT)


def span(report: Report, words: str, nth: int = 0) -> Span:
    """The `nth` place (from 0) at which `words` stand in a report."""
    at = -1
    for _ in range(nth + 1):
        at = report.text.index(words, at + 1)
    return Span(at, at + len(words), words)


def evidence(report: Report, words: str, nth: int = 0) -> Evidence:
    """Those words as evidence."""
    return Evidence.at(report.id, span(report, words, nth))


def local(report: Report, name: str, kind: EntityKind = EntityKind.PERSON) -> LocalEntity:
    """Somebody of one report."""
    return LocalEntity(content_id("entity", report.id, name), report.id, name, kind, (name,), (), None, 1)


def who(report: Report, name: str, words: str | None = None, nth: int = 0) -> Who:
    """An entity of one report where the report names it."""
    return Who(local(report, name).id, name, span(report, words or name, nth))


def statement(report: Report, words: str, cue: str | None, sources: tuple[Who, ...], **more: object) -> Statement:
    """A statement whose content is `words`."""
    content = (span(report, words, int(str(more.pop("nth", 0)))),)
    values: dict[str, object] = {
        "parent": None,
        "manner": Manner.INDIRECT,
        "act": Act.ASSERT,
        "via": (),
        "said": report.published,
        "said_from": "report" if report.published else None,
    } | more
    return Statement(
        id=content_id("statement", report.id, content[0].start, content[0].end),
        report=report.id,
        sources=sources,
        cue=span(report, cue) if cue else None,
        content=content,
        **values,  # type: ignore[arg-type]
    )


def claim(about: Statement, predicate: str, **more: object) -> Claim:
    """A claim over all words of a statement."""
    words = about.content[0]
    at = words.text.index(predicate)
    values: dict[str, object] = {
        "event": None,
        "agent": (),
        "agent_any": False,
        "patient": (),
        "place": (),
        "arguments": (),
        "time": None,
        "time_id": None,
        "figure": None,
        "polarity": Polarity.POSITIVE,
        "modality": Modality.FACT,
    } | more
    return Claim(
        id=content_id("claim", about.id, predicate),
        report=about.report,
        statement=about.id,
        predicate=predicate,
        trigger=Span(words.start + at, words.start + at + len(predicate), predicate),
        spans=(words,),
        **values,  # type: ignore[arg-type]
    )


def figure(about: Statement, words: str, low: float | None, best: float, high: float | None, of: str) -> Figure:
    """A count of the killed inside a statement."""
    at = about.content[0].start + about.content[0].text.index(words)
    return Figure(
        id=content_id("figure", about.id, words),
        report=about.report,
        statement=about.id,
        claim=content_id("claim", about.id, "killed" if "killed" in about.content[0].text else "died"),
        span=Span(at, at + len(words), words),
        low=low,
        best=best,
        high=high,
        approximate=False,
        of=of,
        happened=(Happened.KILLED,),
        as_of="2021-05-02",
    )


def _herald_like(report: Report) -> Annotations:
    berg, tosk, arvel = who(report, "Anna Berg"), who(report, "Tosk"), who(report, "Arvel")
    bridge = Who(local(report, "Oldbridge").id, "Oldbridge", span(report, "Oldbridge"))
    ministry = Who(local(report, "health ministry").id, "health ministry", span(report, "health ministry"))
    via = (Who(None, report.outlet or "", None),) if report is REPRINT else ()
    asked = statement(report, "Tosk had asked Arvel for a truce", "said", (berg,), via=via)
    quote = statement(
        report,
        "“Tosk asked us for a truce,”",
        "told",
        (Who(berg.entity, "Anna Berg", span(report, "Berg", 1)),),
        manner=Manner.DIRECT,
        setting=span(report, "in an interview"),
    )
    killed = statement(
        report,
        "At least 31 civilians were killed in Oldbridge on Sunday",
        "said",
        (ministry,),
        via=(Who(None, "hospital staff", span(report, "hospital staff"), Unnamed.GROUP),),
    )
    own = statement(
        report,
        "Tosk asked for the truce",
        None,
        (Who(None, report.outlet or ""),),
        manner=Manner.NARRATION,
    )
    count = figure(killed, "At least 31", 31, 31, None, "civilians")
    return Annotations(
        report.id,
        entities=(
            local(report, "Anna Berg"),
            local(report, "Tosk", EntityKind.STATE),
            local(report, "Arvel", EntityKind.STATE),
            local(report, "Oldbridge", EntityKind.PLACE),
            local(report, "health ministry", EntityKind.ORGANIZATION),
        ),
        mentions=(
            Mention(
                content_id("mention", report.id, 1), report.id, berg.entity, span(report, "Anna Berg"), MentionForm.NAME
            ),
        ),
        times=(
            TimeExpression(
                content_id("time", report.id, 1), report.id, span(report, "Sunday"), TimexType.DATE, "2021-05-02"
            ),
        ),
        statements=(own, asked, quote, killed),
        claims=(
            claim(asked, "asked", agent=(tosk,), patient=(arvel,)),
            claim(killed, "killed", place=(bridge,), figure=count.id, time="2021-05-02"),
        ),
        figures=(count,),
    )


def _wire() -> Annotations:
    dorn, tosk, arvel = (who(WIRE_REPORT, name) for name in ("Pavel Dorn", "Tosk", "Arvel"))
    police = Who(local(WIRE_REPORT, "police").id, "police", span(WIRE_REPORT, "police"))
    bridge = Who(local(WIRE_REPORT, "Oldbridge").id, "Oldbridge", span(WIRE_REPORT, "Oldbridge"))
    asked = statement(WIRE_REPORT, "“It was Arvel that asked us for a truce,”", "said", (dorn,), manner=Manner.DIRECT)
    denied = statement(WIRE_REPORT, "that Tosk had asked for anything", "denied", (dorn,), act=Act.DENY)
    died = statement(WIRE_REPORT, "Twelve people died in Oldbridge on Sunday", "said", (police,), nth=0)
    count = figure(died, "Twelve people", 12, 12, 12, "people")
    return Annotations(
        WIRE_REPORT.id,
        entities=(
            local(WIRE_REPORT, "Pavel Dorn"),
            local(WIRE_REPORT, "Tosk", EntityKind.STATE),
            local(WIRE_REPORT, "Arvel", EntityKind.STATE),
            local(WIRE_REPORT, "Oldbridge", EntityKind.PLACE),
            local(WIRE_REPORT, "police", EntityKind.ORGANIZATION),
        ),
        statements=(asked, denied, died),
        claims=(
            claim(asked, "asked", agent=(arvel,), patient=(tosk,)),
            claim(died, "died", place=(bridge,), figure=count.id, time="2021-05-02"),
        ),
        figures=(count,),
    )


def _hostile() -> Annotations:
    officials = Who(None, "Officials", span(HOSTILE_REPORT, "Officials"), Unnamed.OFFICIAL)
    nothing = statement(
        HOSTILE_REPORT,
        "<img src=x onerror=alert(1)> that \x1b[31mnothing\x1b[0m had happened",
        "said",
        (officials,),
        hedge=Hedge.DISTANCED,
    )
    return Annotations(HOSTILE_REPORT.id, statements=(nothing,), claims=(claim(nothing, "happened"),))


ANNOTATIONS = {
    HERALD_REPORT.id: _herald_like(HERALD_REPORT),
    REPRINT.id: _herald_like(REPRINT),
    WIRE_REPORT.id: _wire(),
    HOSTILE_REPORT.id: _hostile(),
}


def _entity(name: str, kind: EntityKind, *reports: Report, roles: tuple[Role, ...] = ()) -> Entity:
    members = tuple(local(report, name).id for report in reports)
    return Entity(members[0], name, kind, (name,), None, roles, len(members), members, members[1:])


_NEWS = (HERALD_REPORT, REPRINT, WIRE_REPORT)
_ARVEL = _entity("Arvel", EntityKind.STATE, *_NEWS)
_TOSK = _entity("Tosk", EntityKind.STATE, *_NEWS)
_OLDBRIDGE = _entity("Oldbridge", EntityKind.PLACE, *_NEWS)
_POLICE = _entity("police", EntityKind.ORGANIZATION, WIRE_REPORT)
_MINISTRY = _entity("health ministry", EntityKind.ORGANIZATION, HERALD_REPORT, REPRINT)
BERG = _entity(
    "Anna Berg",
    EntityKind.PERSON,
    HERALD_REPORT,
    REPRINT,
    roles=(Role("Foreign Minister", Who(_ARVEL.id, "Arvel"), "2021-05-03", None),),
)
DORN = _entity("Pavel Dorn", EntityKind.PERSON, WIRE_REPORT)
ENTITIES = (_ARVEL, _TOSK, _OLDBRIDGE, _POLICE, _MINISTRY, BERG, DORN)

_ASKED_HERE = evidence(HERALD_REPORT, "Tosk had asked Arvel for a truce")
_ASKED_THERE = evidence(WIRE_REPORT, "It was Arvel that asked us for a truce")
_KILLED = evidence(HERALD_REPORT, "At least 31 civilians were killed in Oldbridge on Sunday")
_DIED = evidence(WIRE_REPORT, "Twelve people died in Oldbridge on Sunday")
_HERALD_STATEMENTS = ANNOTATIONS[HERALD_REPORT.id].statements
_WIRE_STATEMENTS = ANNOTATIONS[WIRE_REPORT.id].statements

ROLES_JUDGEMENT = Judgement(
    content_id("judgement", "roles"),
    "compare",
    ANNOTATIONS[HERALD_REPORT.id].claims[0].id,
    ANNOTATIONS[WIRE_REPORT.id].claims[0].id,
    Verdict.CONFLICT,
    0.91,
    ("The same two are named, each in the other's place.",),
    (_ASKED_HERE, _ASKED_THERE),
    "link 1",
    Slot.ROLES,
)
NEAR_MISS = Judgement(
    content_id("judgement", "near"),
    "compare",
    ANNOTATIONS[HERALD_REPORT.id].claims[1].id,
    ANNOTATIONS[WIRE_REPORT.id].claims[0].id,
    Verdict.COMPATIBLE,
    0.2,
    ("One is about a truce, the other about people killed.",),
    (_KILLED, _ASKED_THERE),
    "link 1",
    Slot.COUNT,
)
ROLES_DISPUTE = Dispute(
    id=content_id("dispute", "roles"),
    aliases=(content_id("dispute", "roles, earlier"),),
    incident=None,
    question="Who asked whom for a truce?",
    slot=Slot.ROLES,
    score=0.91,
    reasons=("The same two are named, each in the other's place.", "Both speak of one truce in May 2021."),
    within_report=False,
    sides=(
        Side(
            "Tosk asked Arvel",
            (Who(BERG.id, "Anna Berg"),),
            (_HERALD_STATEMENTS[1].id, _HERALD_STATEMENTS[2].id),
            (_ASKED_HERE, evidence(REPRINT, "Tosk had asked Arvel for a truce")),
            1,
        ),
        Side("Arvel asked Tosk", (Who(DORN.id, "Pavel Dorn"),), (_WIRE_STATEMENTS[0].id,), (_ASKED_THERE,), 1),
    ),
    status=Status.SUGGESTED,
    judgements=(ROLES_JUDGEMENT.id,),
)
INCIDENT = Incident(
    id=content_id("incident", "oldbridge"),
    label="People killed in Oldbridge",
    events=("ASSAULT",),
    since="2021-05-02",
    until="2021-05-02",
    place=Who(_OLDBRIDGE.id, "Oldbridge"),
    claims=(ANNOTATIONS[HERALD_REPORT.id].claims[1].id, ANNOTATIONS[WIRE_REPORT.id].claims[1].id),
    reports=(HERALD_REPORT.id, WIRE_REPORT.id),
    origins=2,
    figures=(ANNOTATIONS[HERALD_REPORT.id].figures[0].id, ANNOTATIONS[WIRE_REPORT.id].figures[0].id),
)
COUNT_DISPUTE = Dispute(
    id=content_id("dispute", "count"),
    aliases=(),
    incident=INCIDENT.id,
    question="How many people were killed in Oldbridge on 2021-05-02?",
    slot=Slot.COUNT,
    score=0.74,
    reasons=("31 or more and 12 cannot both hold.",),
    within_report=False,
    sides=(
        Side("at least 31", (Who(_MINISTRY.id, "health ministry"),), (_HERALD_STATEMENTS[3].id,), (_KILLED,), 1),
        Side("12", (Who(_POLICE.id, "police"),), (_WIRE_STATEMENTS[2].id,), (_DIED,), 1),
    ),
    status=Status.CONFIRMED,
    judgements=(),
)
CHANGE = Change(
    id=content_id("change", "dorn"),
    who=Who(DORN.id, "Pavel Dorn"),
    question="Will the talks go on?",
    earlier=Position("2021-05-04", "yes", (evidence(WIRE_REPORT, "The talks will go on on Friday."),)),
    later=Position("2021-05-09", "no", (evidence(WIRE_REPORT, "denied that Tosk had asked for anything"),)),
    score=0.6,
    reasons=("He answers the same question differently five days later.",),
    status=Status.SUGGESTED,
)
PROCESS = Process(
    id=content_id("process", "truce"),
    kind=ProcessKind.CEASEFIRE,
    name="Truce between Arvel and Tosk",
    parties=(Who(_ARVEL.id, "Arvel"), Who(_TOSK.id, "Tosk")),
    states=(
        ProcessStep(
            ProcessState.PROPOSED,
            "2021-05",
            (Who(_TOSK.id, "Tosk"),),
            "if the shelling stops",
            Who(BERG.id, "Anna Berg"),
            (_ASKED_HERE,),
        ),
        ProcessStep(ProcessState.ACCEPTED, None, (Who(_ARVEL.id, "Arvel"),), None, None, (_ASKED_THERE,)),
    ),
)
AGREEMENT = Agreement(content_id("agreement", 1), INCIDENT.id, "People were killed in Oldbridge.", (_KILLED, _DIED), 2)
LINKS = Links(
    origins={
        HERALD_REPORT.id: HERALD_REPORT.id,
        REPRINT.id: HERALD_REPORT.id,
        WIRE_REPORT.id: WIRE_REPORT.id,
        HOSTILE_REPORT.id: HOSTILE_REPORT.id,
    },
    entities=ENTITIES,
    judgements=(ROLES_JUDGEMENT, NEAR_MISS),
    incidents=(INCIDENT,),
    disputes=(ROLES_DISPUTE, COUNT_DISPUTE),
    agreements=(AGREEMENT,),
    changes=(CHANGE,),
    processes=(PROCESS,),
)
REJECT = Rejected("in/picture.png", None, "it is a picture; give a text, a page or a table.")
BARE_LINKS = Links(origins={report.id: report.id for report in REPORTS})


def write(path: Path, links: Links = LINKS, reports: tuple[Report, ...] = REPORTS) -> Path:
    """Writes the ledger to `path`."""
    with open_writer(path) as writer:
        for report in reports:
            writer.add(Document(report, report.text.encode()))
        if reports:
            writer.reject(REJECT)
        writer.annotate([Outcome(report, ANNOTATIONS[report.id]) for report in reports], "by hand")
        writer.relink(links, state=writer.state(), version="by hand")
    return path
