"""Two short reports with everything a ledger can hold about them, built by hand."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from counterclaim.records import (
    Act,
    Agreement,
    Annotations,
    Argument,
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
    Place,
    Polarity,
    Position,
    Process,
    ProcessKind,
    ProcessState,
    ProcessStep,
    PublishedFrom,
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
)
from counterclaim.store import Outcome, Writer

NORTH = "Orla Venn said her army killed 31 raiders near Tessaly on 3 May."
SOUTH = "President O. Venn claims 31 dead; officials in Tessaly say seven raiders died."


def report(id_: str, text: str, **fields: object) -> Report:
    original = text.encode()
    given = {
        "path": f"{id_}.txt",
        "row": None,
        "key": None,
        "url": None,
        "outlet": None,
        "title": None,
        "byline": None,
        "credit": None,
        "dateline": None,
        "published": None,
        "published_from": None,
        "dates": (),
        "language": "en",
        "sha256": hashlib.sha256(original).hexdigest(),
        "passages": (Passage(0, len(text), text, PassageKind.PARAGRAPH),),
    }
    return Report(**({"id": id_, "text": text} | given | fields))  # type: ignore[arg-type]


def document(found: Report) -> Document:
    return Document(found, found.text.encode())


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


north = report(
    "north-report",
    NORTH,
    outlet="Northern Post",
    published="2021-05-04",
    published_from=PublishedFrom.METADATA,
    dates=(DateCandidate("2021-05-04", "page", True, "it is the only one"),),
)
south = report("south-report", SOUTH, outlet="Southern Gazette", published="2021-05", language=None, cleaning=("ftfy",))

NORTH_FOUND = Annotations(
    north.id,
    entities=(
        LocalEntity("n-venn", north.id, "Orla Venn", EntityKind.PERSON, ("Orla Venn",), (), "ILV", 2),
        LocalEntity("n-tessaly", north.id, "Tessaly", EntityKind.PLACE, ("Tessaly",), (), None, 1),
    ),
    mentions=(
        Mention("n-m1", north.id, "n-venn", span(NORTH, "Orla Venn"), MentionForm.NAME),
        Mention("n-m2", north.id, "n-venn", span(NORTH, "her"), MentionForm.PRONOUN),
        Mention("n-m3", north.id, "n-tessaly", span(NORTH, "Tessaly"), MentionForm.NAME),
        Mention("n-m4", north.id, None, span(NORTH, "raiders"), MentionForm.NOMINAL),
    ),
    times=(TimeExpression("n-t1", north.id, span(NORTH, "3 May"), TimexType.DATE, "2021-05-03"),),
    places=(Place("n-p1", north.id, span(NORTH, "Tessaly"), "Tessaly", "ILV", 51.5, -0.25, "town"),),
    statements=(
        Statement(
            "n-s1",
            north.id,
            None,
            Manner.INDIRECT,
            Act.ASSERT,
            sources=(Who("n-venn", "Orla Venn", span(NORTH, "Orla Venn")),),
            via=(),
            cue=span(NORTH, "said"),
            content=(span(NORTH, "her army killed 31 raiders near Tessaly on 3 May"),),
            confidence=0.75,
        ),
    ),
    claims=(
        Claim(
            "n-c1",
            north.id,
            "n-s1",
            "ASSAULT",
            "kill",
            span(NORTH, "killed"),
            agent=(Who("n-venn", "her army"),),
            agent_any=False,
            patient=(Who(None, "31 raiders"),),
            place=(Who("n-tessaly", "Tessaly"),),
            arguments=(Argument("near", Who("n-tessaly", "Tessaly")),),
            time="2021-05-03",
            time_id="n-t1",
            figure="n-f1",
            polarity=Polarity.POSITIVE,
            modality=Modality.FACT,
            spans=(span(NORTH, "her army killed 31 raiders near Tessaly"),),
        ),
    ),
    figures=(
        Figure(
            "n-f1",
            north.id,
            "n-s1",
            "n-c1",
            span(NORTH, "31"),
            31.0,
            31.0,
            31.0,
            False,
            "raiders",
            (Happened.KILLED,),
            by=Who("n-venn", "her army"),
        ),
    ),
)

SOUTH_FOUND = Annotations(
    south.id,
    entities=(
        LocalEntity("s-venn", south.id, "O. Venn", EntityKind.PERSON, ("O. Venn",), ("President",), None, 1),
        LocalEntity("s-tessaly", south.id, "Tessaly", EntityKind.PLACE, ("Tessaly",), (), None, 1),
    ),
    mentions=(
        Mention("s-m1", south.id, "s-venn", span(SOUTH, "O. Venn"), MentionForm.NAME),
        Mention("s-m2", south.id, "s-tessaly", span(SOUTH, "Tessaly"), MentionForm.NAME),
    ),
    # In the order of the text, which is not that of the ids.
    statements=(
        Statement(
            "s-s9",
            south.id,
            None,
            Manner.INDIRECT,
            Act.ASSERT,
            sources=(Who("s-venn", "O. Venn"),),
            via=(),
            cue=span(SOUTH, "claims"),
            content=(span(SOUTH, "31 dead"),),
        ),
        Statement(
            "s-s1",
            south.id,
            None,
            Manner.INDIRECT,
            Act.ASSERT,
            sources=(Who(None, "officials in Tessaly", span(SOUTH, "officials in Tessaly"), Unnamed.OFFICIAL),),
            via=(),
            cue=span(SOUTH, "say"),
            content=(span(SOUTH, "seven raiders died"),),
            said="2021-05-06",
        ),
    ),
    claims=(
        Claim(
            "s-c1",
            south.id,
            "s-s1",
            None,
            "die",
            span(SOUTH, "died"),
            agent=(),
            agent_any=False,
            patient=(Who(None, "seven raiders"),),
            place=(),
            arguments=(),
            time=None,
            time_id=None,
            figure="s-f1",
            polarity=Polarity.POSITIVE,
            modality=Modality.FACT,
            spans=(span(SOUTH, "seven raiders died"),),
        ),
    ),
    figures=(
        Figure(
            "s-f1", south.id, "s-s1", "s-c1", span(SOUTH, "seven"), None, 7.0, 7.5, True, "raiders", (Happened.KILLED,)
        ),
    ),
)

_north_words = Evidence.at(north.id, span(NORTH, "killed 31 raiders"))
_south_words = Evidence.at(south.id, span(SOUTH, "seven raiders died"))
_VENN = Who("e-venn", "Orla Venn")

LINKS = Links(
    origins={north.id: "origin-1", south.id: "origin-2"},
    entities=(
        Entity(
            "e-venn",
            "Orla Venn",
            EntityKind.PERSON,
            ("Orla Venn", "O. Venn"),
            "ILV",
            (Role("President", Who("e-ilvane", "Ilvane"), since="2021-05"),),
            3,
            ("n-venn", "s-venn"),
            ("e-old", "e-vintage"),
        ),
        Entity("e-tessaly", "Tessaly", EntityKind.PLACE, ("Tessaly",), None, (), 2, ("n-tessaly", "s-tessaly")),
        Entity("e-ilvane", "Ilvane", EntityKind.STATE, ("Ilvane",), "ILV", (), 0, ()),
    ),
    judgements=(
        Judgement(
            "j-1",
            "compare",
            "n-c1",
            "s-c1",
            Verdict.CONFLICT,
            0.9,
            ("31 and 7 differ",),
            (_north_words, _south_words),
            "program 1",
            Slot.COUNT,
        ),
        Judgement(
            "j-2", "compare", "n-c1", "s-c1", Verdict.COMPATIBLE, 0.4, ("same place",), (_south_words,), "program 1"
        ),
        Judgement("j-3", "entity", "n-venn", "s-venn", Verdict.SAME, 0.8, ("same name",), (_north_words,), "program 1"),
    ),
    incidents=(
        Incident(
            "i-1",
            "fighting near Tessaly",
            ("ASSAULT",),
            "2021-05-03",
            None,
            Who("e-tessaly", "Tessaly"),
            ("n-c1", "s-c1"),
            (north.id, south.id),
            2,
            ("n-f1", "s-f1"),
        ),
    ),
    disputes=(
        Dispute(
            "d-1",
            ("d-old",),
            "i-1",
            "How many raiders were killed near Tessaly?",
            Slot.COUNT,
            0.9,
            ("31 and 7 differ",),
            False,
            (
                Side("31", (_VENN,), ("n-s1",), (_north_words,), 1),
                Side("7", (Who(None, "officials", None, Unnamed.OFFICIAL),), ("s-s1",), (_south_words,), 1),
            ),
            Status.SUGGESTED,
            ("j-1",),
        ),
        Dispute(
            "d-2",
            (),
            None,
            "When was it?",
            Slot.TIME,
            0.95,
            ("two days",),
            True,
            (
                Side("3 May", (_VENN,), ("n-s1",), (_north_words,), 1),
                Side("4 May", (_VENN,), ("n-s1",), (_north_words,), 1),
            ),
            Status.SUGGESTED,
            (),
        ),
    ),
    agreements=(Agreement("a-1", "i-1", "raiders were killed", (_north_words, _south_words), 2),),
    changes=(
        Change(
            "ch-1",
            _VENN,
            "Would she meet?",
            Position("2020", "no", (_north_words,)),
            Position("2021-05", "yes", (_south_words,)),
            0.5,
            ("opposite",),
            Status.SUGGESTED,
        ),
    ),
    processes=(
        Process(
            "p-1",
            ProcessKind.CEASEFIRE,
            "the May truce",
            (_VENN,),
            (ProcessStep(ProcessState.PROPOSED, "2021-05-03", (_VENN,), None, _VENN, (_north_words,)),),
        ),
    ),
)

PERSONS_WORD = Judgement(
    "j-person",
    "dispute",
    "d-1",
    "d-1",
    Verdict.CONFLICT,
    1.0,
    ("I called both",),
    (_north_words,),
    "ada",
    at="2021-06-01T10:00:00Z",
)

VERSION = "7"


def fill(writer: Writer) -> None:
    """Puts all of the above into a ledger."""
    for found in (north, south):
        writer.add(document(found))
    writer.annotate([Outcome(north, NORTH_FOUND), Outcome(south, SOUTH_FOUND)], VERSION)
    assert writer.relink(LINKS, state=writer.state(), version="3")


def moved(found: Report, path: str | None, row: int | None = None, **fields: object) -> Report:
    """The same report, met elsewhere."""
    return replace(found, path=path, row=row, **fields)  # type: ignore[arg-type]
