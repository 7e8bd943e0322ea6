"""Small hand-made reports and records for the tests of the scorers."""

from __future__ import annotations

import hashlib

from counterclaim.records import (
    Act,
    Dispute,
    Entity,
    EntityKind,
    Evidence,
    Manner,
    Report,
    Side,
    Slot,
    Span,
    Statement,
    Status,
    Who,
)


def report(key: str, text: str, *, path: str | None = None, row: int | None = None, **fields: object) -> Report:
    known = {
        name: None for name in Report.__dataclass_fields__ if name not in ("passages", "dates", "cleaning", "broken")
    }
    known |= {
        "id": f"report-{key}",
        "path": path or f"{key}_some_name.txt",
        "row": row,
        "key": key if row else None,
        "dates": (),
        "passages": (),
        "text": text,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "origin": f"origin-{key}",
    }
    return Report(**(known | fields))


def span(of: Report, words: str) -> Span:
    start = of.text.index(words)
    return Span(start, start + len(words), words)


def evidence(of: Report, words: str) -> Evidence:
    return Evidence.at(of.id, span(of, words))


def entity(name: str, *names: str, kind: EntityKind = EntityKind.PERSON) -> Entity:
    return Entity(f"entity-{name}", name, kind, (name, *names), None, (), 1, ())


def statement(
    of: Report, words: str, *sources: Who, manner: Manner = Manner.INDIRECT, via: tuple[Who, ...] = ()
) -> Statement:
    return Statement(f"s-{words}", of.id, None, manner, Act.ASSERT, sources, via, None, (span(of, words),))


def dispute(slot: Slot, *sides: list[Evidence], name: str = "d") -> Dispute:
    stands = tuple(Side(str(n), (), (), tuple(pieces), 1) for n, pieces in enumerate(sides))
    return Dispute(name, (), None, "How many?", slot, 0.9, ("because",), False, stands, Status.SUGGESTED, ())
