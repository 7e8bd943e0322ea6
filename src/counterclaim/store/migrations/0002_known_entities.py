"""The entities that a user's file knows, kept so that later builds use them too."""

from __future__ import annotations

from sqlalchemy import Column, Connection, MetaData, Table, Text


def apply(connection: Connection) -> None:
    """Makes the table of known entities."""
    metadata = MetaData()
    Table(
        "known_entities",
        metadata,
        Column("id", Text, primary_key=True),
        Column("name", Text, nullable=False),
        Column("kind", Text),
        Column("names", Text, nullable=False),
        Column("country", Text),
        Column("roles", Text, nullable=False),
    )
    metadata.create_all(connection)
