"""Search over everything: the words of reports, statements, disputes, entities and incidents, each findable by its own.

`search` holds the words of a record without case, accents and punctuation. Its full-text index is the database's own
affair: for SQLite it is FTS5 (`sqlite.py`), kept by triggers, so that whoever writes to the table keeps the index.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, select

from counterclaim.records import Annotations, Dispute, Entity, Incident, Links, Report, UsageError
from counterclaim.store.rows import add_rows, all_records, replace_of_records
from counterclaim.store.schema import SEARCH
from counterclaim.store.spellings import spelled
from counterclaim.store.sqlite import words_matching
from counterclaim.store.words import fold

#: The kinds of records that are searched, in the order in which they are shown.
KINDS = ("disputes", "incidents", "entities", "statements", "reports")
_OF_REPORTS = ("reports", "statements")
#: Words that a question is put in and that tell nothing of what it asks for. "WHO" in capitals is a name.
_STOP = frozenset(
    "a about after all also an and any are as at be been before but by can could did do does for from had has have he"
    " her his how i if in into is it its many me more much my no not of on or our over she so some such than that the"
    " their them then there these they this to under up was we were what when where whether which while who whom whose"
    " why will with would you".split()
)
_TERM = re.compile(r'"([^"]*)"|(\S+)')

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that has what was looked for: its kind (a table) and id."""

    kind: str
    record: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the part of it that was asked for, and how many records of each kind there are. `terms` are
    the words that were looked for, with their spellings. `any_of`: no record has all of them, these have some."""

    hits: tuple[Hit, ...]
    counts: dict[str, int]
    terms: tuple[str, ...] = ()
    any_of: bool = False


def terms(query: str) -> list[str]:
    """What a user looks for: words, and phrases in quotation marks, without case and accents. All must be found, a
    word also as the beginning of one. Raises `UsageError` where there is no word in it."""
    found = [fold(phrase or word).strip() for phrase, word in _TERM.findall(query)]
    if not any(found):
        raise UsageError(f'"{query}" has no word to search for; give a name, or a few words')
    return [term for term in found if term]


def search(connection: Connection, query: str, kind: str | None, start: int, limit: int) -> Found:
    """The records that have all of `query`, the likeliest first; of one kind (of `KINDS`), or `limit` of each kind.

    A name is found by whatever spelling the ledger knows of it. Where no record has all words, those that only put a
    question ("who", "the") are left out; where none has the others either, records with any of them are found.
    Raises `UsageError` where there is no word in `query`, or no such kind.
    """
    if kind is not None and kind not in KINDS:
        raise UsageError(f'"{kind}" cannot be searched; search {", ".join(KINDS)}')
    for sought, any_of in _attempts(query):
        several = spelled(connection, sought)
        matching = words_matching(several, any_of=any_of).cte("matching")
        joined = SEARCH.join(matching, matching.c.id == SEARCH.c.id)
        numbers = select(SEARCH.c.kind, func.count()).select_from(joined).group_by(SEARCH.c.kind)
        counted = {row[0]: row[1] for row in connection.execute(numbers)}
        if counted:
            break
    hits: list[Hit] = []
    for one in KINDS if kind is None else (kind,):
        if counted.get(one):
            best = select(SEARCH.c.record).select_from(joined).where(SEARCH.c.kind == one)
            best = best.order_by(matching.c.rank, SEARCH.c.record).offset(start).limit(limit)
            hits.extend(Hit(one, record) for record in connection.scalars(best))
    looked_for = tuple(dict.fromkeys(words for spellings in several for words in spellings))
    return Found(tuple(hits), {one: counted.get(one, 0) for one in KINDS}, looked_for, any_of and bool(counted))


def _attempts(query: str) -> list[tuple[list[str], bool]]:
    """What is looked for, one after the other until something is found: words, and whether any of them is enough."""
    every = terms(query)
    telling = [
        term for term, word in zip(every, _as_written(query), strict=True) if word.isupper() or term not in _STOP
    ]
    attempts = [(every, False)]
    if telling and telling != every:
        attempts.append((telling, False))
    if len(telling) > 1:
        attempts.append((telling, True))
    return attempts


def _as_written(query: str) -> list[str]:
    return [phrase or word for phrase, word in _TERM.findall(query) if fold(phrase or word)]


def report_rows(report: Report, found: Annotations) -> Iterator[Row]:
    """The rows of `search` for a report and its statements."""
    parts = (report.title, report.outlet, report.byline, report.text)
    yield _row("reports", report.id, report.id, parts)
    for statement in found.statements:
        names = [who.name for who in (*statement.sources, *statement.via)]
        yield _row("statements", statement.id, report.id, [*names, *(span.text for span in statement.content)])


def refill_links(connection: Connection, links: Links, changed: Mapping[str, Set[str] | None]) -> None:
    """Puts the rows of what `links` holds in the place of earlier ones: of the records that are named in `changed`, by
    table, or of all of a table for which that is None."""
    for name, row_of in _OF_LINKS.items():
        some = changed[name]
        rows = (row_of(record) for record in getattr(links, name) if some is None or record.id in some)
        replace_of_records(connection, SEARCH.c.record, rows, some, SEARCH.c.kind == name)


def refill(connection: Connection) -> None:
    """Makes all rows anew from the records of the ledger: for one that was written before there was a search."""
    connection.execute(delete(SEARCH).where(SEARCH.c.kind.in_(_OF_REPORTS)))
    statements: dict[str, list[Any]] = {}
    for statement in all_records(connection, "statements"):
        statements.setdefault(statement.report, []).append(statement)
    for report in all_records(connection, "reports"):
        found = Annotations(report.id, statements=tuple(statements.get(report.id, ())))
        add_rows(connection, SEARCH, list(report_rows(report, found)))
    for name, row_of in _OF_LINKS.items():
        rows = [row_of(record) for record in all_records(connection, name)]
        replace_of_records(connection, SEARCH.c.record, rows, None, SEARCH.c.kind == name)


def _of_dispute(dispute: Dispute) -> Row:
    parts = [dispute.question]
    for side in dispute.sides:
        parts += [side.answer, *(who.name for who in side.holders), *(piece.text for piece in side.evidence)]
    return _row("disputes", dispute.id, None, parts)


def _of_incident(incident: Incident) -> Row:
    return _row("incidents", incident.id, None, [incident.label, incident.place.name if incident.place else None])


def _of_entity(entity: Entity) -> Row:
    titles = [role.title for role in entity.roles]
    return _row("entities", entity.id, None, dict.fromkeys([entity.name, *entity.names, *titles]))


_OF_LINKS: Mapping[str, Callable[[Any], Row]] = {
    "disputes": _of_dispute,
    "incidents": _of_incident,
    "entities": _of_entity,
}


def _row(kind: str, record: str, report: str | None, parts: Iterable[str | None]) -> Row:
    return {"kind": kind, "record": record, "report": report, "words": "".join(fold(part) for part in parts if part)}
