"""The tables of the first ledgers."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

_TYPES = {"text": Text, "integer": Integer, "double": Double, "boolean": Boolean, "bytes": LargeBinary}

#: One word for each column: its name, its type where it is not text, and "?" where it may be empty. The first
#: column is the key. "report" is bound to the reports, and goes when its report goes.
_TABLES = {
    "schema_version": "version:integer name",
    "meta": "key value",
    "originals": "sha256 size:integer compressed:bytes",
    "reports": (
        "id path? row:integer? key? url? outlet? title? byline? credit? dateline? published? published_from? dates"
        " language? text sha256 passages cleaning broken:integer origin? digest"
    ),
    "report_sources": "id report path? row:integer?",
    "rejects": "id path? row:integer? reason",
    "annotated": "report version digest state reason?",
    "local_entities": "id report name kind names titles country? mentions:integer side? position:integer",
    "mentions": "id report entity? span form position:integer",
    "times": "id report span type value position:integer",
    "places": "id report span name country? latitude:double? longitude:double? precision? position:integer",
    "statements": (
        "id report parent? manner act sources via cue? content addressee setting? hedge said? said_from? origin?"
        " confidence:double? position:integer"
    ),
    "claims": (
        "id report statement event? predicate trigger agent agent_any:boolean patient place arguments time? time_id?"
        " figure? polarity modality spans condition_of? exception? responds_to? incident? position:integer"
    ),
    "figures": (
        "id report statement? claim? span low:double? best:double? high:double? approximate:boolean of? happened side?"
        " by? place? since? until? as_of? part_of? supersedes? position:integer"
    ),
    "lookup": "record report kind first_day? last_day? words",
    "lookup_who": "record report? role entity? words",
    "origins": "report origin",
    "entities": "id name kind names country? roles mentions:integer members aliases",
    "members": "local entity",
    "judgements": "id kind left right verdict score:double reasons evidence by slot? at? person:boolean",
    "incidents": "id label events since? until? place? claims reports origins:integer figures",
    "incident_claims": "claim incident",
    "disputes": "id aliases incident? question slot score:double reasons within_report:boolean sides status judgements",
    "agreements": "id incident? claim evidence origins:integer",
    "changes": "id who question earlier later score:double reasons status",
    "processes": "id kind name parties states",
    "aliases": "kind alias record",
}
_KEYS = {"lookup_who": (), "aliases": ("kind", "alias", "record")}
_INDEXES = {
    "report_sources": {"ix_report_sources_report": "report"},
    "local_entities": {"local_entities_report": "report"},
    "mentions": {"mentions_report": "report"},
    "times": {"times_report": "report"},
    "places": {"places_report": "report"},
    "statements": {"statements_report": "report"},
    "claims": {"claims_report": "report", "claims_statement": "statement"},
    "figures": {"figures_report": "report"},
    "lookup": {"ix_lookup_report": "report", "lookup_kind_days": "kind first_day last_day"},
    "lookup_who": {
        "ix_lookup_who_report": "report",
        "ix_lookup_who_entity": "entity",
        "lookup_who_role_words": "role words record",
    },
    "members": {"ix_members_entity": "entity"},
    "incident_claims": {"ix_incident_claims_incident": "incident"},
}


def apply(connection: Connection) -> None:
    """Makes every table of version 1."""
    metadata = MetaData()
    for name, columns in _TABLES.items():
        words = columns.split()
        keys = _KEYS.get(name, (words[0].split(":")[0],))
        Table(
            name,
            metadata,
            *(_column(name, word, keys) for word in words),
            *(Index(index, *over.split()) for index, over in _INDEXES.get(name, {}).items()),
        )
    metadata.create_all(connection)


def _column(table: str, word: str, keys: tuple[str, ...]) -> Column[object]:
    name, _, kind = word.rstrip("?").partition(":")
    bound = [ForeignKey("reports.id", ondelete="CASCADE")] if name == "report" else []
    key = name in keys
    return Column(
        name,
        _TYPES[kind or "text"],
        *bound,
        primary_key=key,
        nullable=word.endswith("?") and not key,
        autoincrement=False if table == "schema_version" else "auto",
    )
