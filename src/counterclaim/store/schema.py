"""The tables of a ledger as the present version needs them.

A table of records has one column for each field of its class (`codec.py`). The tables under "Beside the records"
hold what the store needs to know of them. `migrations/` brings the tables of an older ledger here; a test proves
that both agree. `docs/ledger.md` says what is in each column.
"""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Select,
    Table,
    Text,
    func,
    select,
)

from counterclaim.records import (
    Agreement,
    Change,
    Claim,
    Dispute,
    Entity,
    Figure,
    Incident,
    Judgement,
    KnownPlace,
    LocalEntity,
    Mention,
    Place,
    Process,
    Report,
    Statement,
    TimeExpression,
)
from counterclaim.records.known import KnownEntity
from counterclaim.store.codec import Codec, to_json

METADATA = MetaData()

#: The records found inside one report; each names it in `report`.
ANNOTATED: dict[str, type] = {
    "local_entities": LocalEntity,
    "mentions": Mention,
    "times": TimeExpression,
    "places": Place,
    "statements": Statement,
    "claims": Claim,
    "figures": Figure,
}
#: The records that linking finds across reports, but for judgements, which people make too.
LINKED: dict[str, type] = {
    "entities": Entity,
    "incidents": Incident,
    "disputes": Dispute,
    "agreements": Agreement,
    "changes": Change,
    "processes": Process,
}
#: The records that people give.
_BY_PEOPLE: dict[str, type] = {
    "judgements": Judgement,
    "known_entities": KnownEntity,
    "known_places": KnownPlace,
}
CODECS: dict[str, Codec[Any]] = {
    name: Codec(cls) for name, cls in ({"reports": Report} | ANNOTATED | LINKED | _BY_PEOPLE).items()
}


def _of_report(**options: Any) -> Column[str]:
    return Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, **options)


def _records(name: str, *further: Any) -> Table:
    """The table `name` with the columns of its records, those that belong to a report bound to it."""
    columns = [column for column in CODECS[name].columns() if not (name in ANNOTATED and column.name == "report")]
    if name in ANNOTATED:
        columns[1:1] = [_of_report()]
        columns.append(Column("position", Integer, nullable=False))
        further = (*further, Index(f"{name}_report", "report"))
    return Table(name, METADATA, *columns, *further)


ORIGINALS = Table(
    "originals",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("compressed", LargeBinary, nullable=False),
)
REPORTS = _records("reports", Column("digest", Text, nullable=False), Index("reports_published", "published", "id"))
LOCAL_ENTITIES = _records("local_entities")
MENTIONS = _records("mentions")
TIMES = _records("times")
PLACES = _records("places", Index("places_name", "name", "country", "latitude", "longitude", "precision", "report"))
STATEMENTS = _records("statements", Index("statements_confidence", "confidence", "report", "position"))
CLAIMS = _records(
    "claims", Index("claims_statement", "statement"), Index("claims_event", "report", "position", "event")
)
FIGURES = _records("figures")
ENTITIES = _records("entities")
INCIDENTS = _records("incidents", Index("incidents_since", "since", "id"))
DISPUTES = _records(
    "disputes",
    Index("disputes_incident", "incident"),
    # All that the list of disputes is chosen, ordered and counted by, so that no dispute is read for it.
    Index("disputes_listed", "status", "slot", "score", "id"),
)
AGREEMENTS = _records("agreements")
CHANGES = _records("changes")
PROCESSES = _records("processes")
JUDGEMENTS = _records(
    "judgements",
    Column("person", Boolean, nullable=False),
    Index("judgements_left", "left"),
    Index("judgements_right", "right"),
    Index("judgements_person", "person", "kind", "score", "id"),
)
KNOWN_ENTITIES = _records("known_entities")
KNOWN_PLACES = _records("known_places")

# Beside the records

SCHEMA_VERSION = Table(
    "schema_version",
    METADATA,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
)
META = Table("meta", METADATA, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))
KEPT_WORK = Table(
    "kept_work", METADATA, Column("key", Text, primary_key=True), Column("piece", LargeBinary, nullable=False)
)
REPORT_SOURCES = Table(
    "report_sources",
    METADATA,
    Column("id", Text, primary_key=True),
    _of_report(index=True),
    Column("path", Text),
    Column("row", Integer),
)
REJECTS = Table(
    "rejects",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("path", Text),
    Column("row", Integer),
    Column("reason", Text, nullable=False),
)
MARKERS = Table(
    "annotated",
    METADATA,
    _of_report(primary_key=True),
    Column("version", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text),
)
ORIGINS = Table("origins", METADATA, _of_report(primary_key=True), Column("origin", Text, nullable=False))
MEMBERS = Table(
    "members",
    METADATA,
    Column("local", Text, primary_key=True),
    Column("entity", Text, nullable=False),
    Index("members_entity", "entity", "local"),
)
INCIDENT_CLAIMS = Table(
    "incident_claims",
    METADATA,
    Column("claim", Text, primary_key=True),
    Column("incident", Text, nullable=False, index=True),
)
ANCHORED = Table(
    "anchored",
    METADATA,
    Column("judgement", Text, ForeignKey("judgements.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("linked", Boolean, nullable=False),
    Index("anchored_record", "record"),
)
ALIASES = Table(
    "aliases",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("alias", Text, primary_key=True),
    Column("record", Text, primary_key=True),
)
LOOKUP = Table(
    "lookup",
    METADATA,
    Column("record", Text, primary_key=True),
    _of_report(index=True),
    Column("kind", Text, nullable=False),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("words", Text, nullable=False),
    Index("lookup_kind_days", "kind", "first_day", "last_day", "record"),
)
LOOKUP_WHO = Table(
    "lookup_who",
    METADATA,
    Column("record", Text, nullable=False),
    Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), index=True),
    Column("role", Text, nullable=False),
    Column("entity", Text),
    Column("words", Text, nullable=False),
    Index("lookup_who_role_words", "role", "words", "record"),
    Index("lookup_who_entity", "entity", "role", "record"),
)
DATED = Table(
    "dated",
    METADATA,
    Column("claim", Text, primary_key=True),
    _of_report(index=True),
    Column("first_day", Text),
    Column("last_day", Text),
    Index("dated_days", "first_day", "last_day", "claim"),
)
SEARCH = Table(
    "search",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), index=True),
    Column("words", Text, nullable=False),
    Index("search_kind_record", "kind", "record"),
)
DISPUTE_FACETS = Table(
    "dispute_facets",
    METADATA,
    Column("dispute", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("value", Text),
    Column("words", Text, nullable=False),
    Column("first_day", Text),
    Column("last_day", Text),
    Index("dispute_facets_kind_value", "kind", "value", "dispute"),
    Index("dispute_facets_dispute", "dispute", "kind"),
    Index("dispute_facets_days", "kind", "first_day", "last_day", "value", "dispute"),
)

#: Where a report was met, and what linking says of it, is no part of what annotating it depends on.
_NOT_CONTENT = ("path", "row", "sha256", "origin")


def digest(report: Report) -> str:
    """A hash of all that annotating `report` can depend on."""
    row = CODECS["reports"].row(report)
    return hashlib.sha256(to_json({k: v for k, v in row.items() if k not in _NOT_CONTENT}).encode()).hexdigest()


def linked(name: str) -> Select[Any]:
    """The records of table `name` with what linking says of each beside what was found in its report."""
    table = METADATA.tables[name]
    if name == "reports":
        added, source = ORIGINS.c.origin, table.outerjoin(ORIGINS, ORIGINS.c.report == table.c.id)
    elif name == "statements":
        added, source = ORIGINS.c.origin, table.outerjoin(ORIGINS, ORIGINS.c.report == table.c.report)
    elif name == "claims":
        added, source = (
            INCIDENT_CLAIMS.c.incident,
            table.outerjoin(INCIDENT_CLAIMS, INCIDENT_CLAIMS.c.claim == table.c.id),
        )
    else:
        return select(*(table.c[field.name] for field in CODECS[name].fields))
    columns = [
        func.coalesce(table.c[field.name], added) if field.name == added.name else table.c[field.name]
        for field in CODECS[name].fields
    ]
    return select(*columns).select_from(source)
