"""The index that the list of disputes is chosen, ordered and counted by; what they can be chosen by is filled anew."""

from __future__ import annotations

from sqlalchemy import Connection


def apply(connection: Connection) -> None:
    """Makes the index."""
    connection.exec_driver_sql("CREATE INDEX disputes_listed ON disputes (status, slot, score, id)")
