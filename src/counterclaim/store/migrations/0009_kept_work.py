"""What linking worked out of parts of a large pile, so that a later build need not work it out again."""

from __future__ import annotations

from sqlalchemy import Column, Connection, LargeBinary, MetaData, Table, Text


def apply(connection: Connection) -> None:
    """Makes the table of what was worked out."""
    metadata = MetaData()
    Table(
        "kept_work",
        metadata,
        Column("key", Text, primary_key=True),
        Column("piece", LargeBinary, nullable=False),
    )
    metadata.create_all(connection)
