"""The indexes that the list of disputes is chosen, ordered and counted by; what they can be chosen by is made anew."""

from __future__ import annotations

from sqlalchemy import Connection


def apply(connection: Connection) -> None:
    """Makes the indexes."""
    connection.exec_driver_sql("CREATE INDEX disputes_listed ON disputes (status, slot, score, id)")
    connection.exec_driver_sql(
        "CREATE INDEX dispute_facets_days ON dispute_facets (kind, first_day, last_day, value, dispute)"
    )
