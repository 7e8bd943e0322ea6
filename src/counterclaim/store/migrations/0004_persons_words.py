"""What a person's judgement is fastened to, what it puts in the place of what was found, and what it is on now."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Connection, ForeignKey, Index, MetaData, Table, Text


def apply(connection: Connection) -> None:
    """Adds two columns to judgements and makes the table of what they are on."""
    connection.exec_driver_sql("ALTER TABLE judgements ADD COLUMN value TEXT")
    connection.exec_driver_sql("ALTER TABLE judgements ADD COLUMN anchors TEXT NOT NULL DEFAULT '[]'")
    metadata = MetaData()
    Table("judgements", metadata, Column("id", Text, primary_key=True))
    anchored = Table(
        "anchored",
        metadata,
        Column("judgement", Text, ForeignKey("judgements.id", ondelete="CASCADE"), primary_key=True),
        Column("kind", Text, primary_key=True),
        Column("record", Text, primary_key=True),
        Column("linked", Boolean, nullable=False),
        Index("anchored_record", "record"),
    )
    metadata.create_all(connection, [anchored])
