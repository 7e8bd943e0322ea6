"""The places that a user's file knows, kept so that later builds use them too."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Double, MetaData, Table, Text


def apply(connection: Connection) -> None:
    """Makes the table of known places."""
    metadata = MetaData()
    Table(
        "known_places",
        metadata,
        Column("id", Text, primary_key=True),
        Column("name", Text, nullable=False),
        Column("names", Text, nullable=False),
        Column("country", Text),
        Column("latitude", Double, nullable=False),
        Column("longitude", Double, nullable=False),
        Column("precision", Text),
    )
    metadata.create_all(connection)
