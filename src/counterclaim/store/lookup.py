"""The rows by which statements, claims and figures are found: where, when, whom and what they are about, and the days
of the time line.

They repeat what stands in the records, in the form in which a filter asks for it, and are made with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from counterclaim.records import Annotations, Claim, Entity, Figure, Mention, Report, Span, Statement, Who
from counterclaim.store.words import days, fold

Row = dict[str, Any]


def lookup_rows(report: Report, found: Annotations) -> Iterator[Row]:
    """One row of `lookup` for each statement, claim and figure."""
    said = {statement.id: statement.said or report.published for statement in found.statements}

    def row(record: Statement | Claim | Figure, kind: str, dates: Sequence[str | None], words: str) -> Row:
        range_ = next((known for date in dates if (known := days(date))), (None, None))
        return {
            "record": record.id,
            "report": report.id,
            "kind": kind,
            "first_day": range_[0],
            "last_day": range_[1],
            "words": fold(words),
        }

    for statement in found.statements:
        words = " ".join(span.text for span in statement.content)
        yield row(statement, "statements", [said[statement.id]], words)
    for claim in found.claims:
        words = " ".join(span.text for span in claim.spans)
        yield row(claim, "claims", [claim.time, said.get(claim.statement, report.published)], words)
    for figure in found.figures:
        period = "/".join(date for date in (figure.since, figure.until) if date)
        dates = [figure.as_of, period or None, said.get(figure.statement or "", report.published)]
        yield row(figure, "figures", dates, f"{figure.span.text} {figure.of or ''}")


def who_rows(report: Report, found: Annotations) -> Iterator[Row]:
    """One row of `lookup_who` for everybody whom a statement, claim or figure speaks of, in a role or by name."""

    def rows(record: str, whos: Iterable[tuple[str, Who]]) -> Iterator[Row]:
        for role, who in whos:
            words = fold(who.name)
            yield {"record": record, "report": report.id, "role": role, "entity": who.entity, "words": words}

    for statement in found.statements:
        roles = [("source", who) for who in statement.sources] + [("via", who) for who in statement.via]
        roles += [("addressee", who) for who in statement.addressee]
        yield from rows(statement.id, roles + _named_in(found.mentions, statement.content))
    for claim in found.claims:
        roles = [("agent", who) for who in claim.agent] + [("patient", who) for who in claim.patient]
        roles += [("place", who) for who in claim.place] + [("argument", part.who) for part in claim.arguments]
        yield from rows(claim.id, roles + _named_in(found.mentions, claim.spans))
    for figure in found.figures:
        parts = (("side", figure.side), ("by", figure.by), ("place", figure.place))
        yield from rows(figure.id, [(role, who) for role, who in parts if who is not None])


def dated_rows(found: Annotations) -> Iterator[Row]:
    """One row of `dated` for each claim with a time: the days on which it can have been, none where its time tells
    of no year ("on 16 November", "in the past")."""
    for claim in found.claims:
        if claim.time is not None:
            first, last = days(claim.time) or (None, None)
            yield {"claim": claim.id, "report": claim.report, "first_day": first, "last_day": last}


def name_rows(entities: Iterable[Entity]) -> Iterator[Row]:
    """One row of `lookup_who` for every spelling of every entity of the ledger."""
    for entity in entities:
        for words in dict.fromkeys(fold(name) for name in (entity.name, *entity.names)):
            yield {"record": entity.id, "report": None, "role": "name", "entity": None, "words": words}


def _named_in(mentions: Sequence[Mention], spans: Sequence[Span]) -> list[tuple[str, Who]]:
    """Who is mentioned within `spans`."""
    within = [mention for mention in mentions if any(span.covers(mention.span) for span in spans)]
    return [("content", Who(mention.entity, mention.span.text)) for mention in within]
