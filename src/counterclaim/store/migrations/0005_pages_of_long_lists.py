"""The days on which claims say that something happened, and the orders in which long lists are shown."""

from __future__ import annotations

from sqlalchemy import Column, Connection, ForeignKey, Index, MetaData, Table, Text

#: "2016-07", "2020-FA" and "201X" begin with the digits of a year; "XXXX-11-16" and "PAST_REF" tell of none.
_DAYS = """
INSERT INTO dated (claim, report, first_day, last_day)
SELECT claims.id, claims.report,
       CASE WHEN claims.time GLOB '[0-9]*' THEN lookup.first_day END,
       CASE WHEN claims.time GLOB '[0-9]*' THEN lookup.last_day END
FROM claims JOIN lookup ON lookup.record = claims.id
WHERE claims.time IS NOT NULL
"""
_INDEXES = (
    "CREATE INDEX claims_event ON claims (report, position, event)",
    "CREATE INDEX statements_confidence ON statements (confidence, report, position)",
    "CREATE INDEX places_name ON places (name, country, latitude, longitude, precision, report)",
    "CREATE INDEX reports_published ON reports (published, id)",
    "CREATE INDEX incidents_since ON incidents (since, id)",
    "CREATE INDEX disputes_incident ON disputes (incident)",
    'CREATE INDEX judgements_left ON judgements ("left")',
    'CREATE INDEX judgements_right ON judgements ("right")',
    "CREATE INDEX lookup_who_entity ON lookup_who (entity, role, record)",
    "DROP INDEX ix_lookup_who_entity",
    "DROP INDEX lookup_kind_days",
    "CREATE INDEX lookup_kind_days ON lookup (kind, first_day, last_day, record)",
    "CREATE INDEX members_entity ON members (entity, local)",
    "DROP INDEX ix_members_entity",
)


def apply(connection: Connection) -> None:
    """Makes the table of days, fills it from what is known, and makes the indexes."""
    metadata = MetaData()
    Table("reports", metadata, Column("id", Text, primary_key=True))
    dated = Table(
        "dated",
        metadata,
        Column("claim", Text, primary_key=True),
        Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
        Column("first_day", Text),
        Column("last_day", Text),
        Index("ix_dated_report", "report"),
        Index("dated_days", "first_day", "last_day", "claim"),
    )
    metadata.create_all(connection, [dated])
    connection.exec_driver_sql(_DAYS)
    for index in _INDEXES:
        connection.exec_driver_sql(index)
