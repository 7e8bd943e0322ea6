"""An index by which the words of people, and what is nearly a dispute, are found among all judgements."""

from __future__ import annotations

from sqlalchemy import Connection


def apply(connection: Connection) -> None:
    """Makes the index."""
    connection.exec_driver_sql("CREATE INDEX judgements_person ON judgements (person, kind, score, id)")
