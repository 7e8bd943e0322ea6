"""Search over everything, and what disputes can be chosen by. Their rows are filled when the ledger is opened."""

from __future__ import annotations

from sqlalchemy import Column, Connection, ForeignKey, Index, Integer, MetaData, Table, Text

_FULL_TEXT = (
    "CREATE VIRTUAL TABLE search_words USING fts5(words, content='search', content_rowid='id')",
    "CREATE TRIGGER search_added AFTER INSERT ON search BEGIN"
    " INSERT INTO search_words (rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER search_removed AFTER DELETE ON search BEGIN"
    " INSERT INTO search_words (search_words, rowid, words) VALUES ('delete', old.id, old.words); END",
)


def apply(connection: Connection) -> None:
    """Makes the tables, and the full-text index of one of them."""
    metadata = MetaData()
    Table("reports", metadata, Column("id", Text, primary_key=True))
    search = Table(
        "search",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("kind", Text, nullable=False),
        Column("record", Text, nullable=False),
        Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), index=True),
        Column("words", Text, nullable=False),
        Index("search_kind_record", "kind", "record"),
    )
    facets = Table(
        "dispute_facets",
        metadata,
        Column("dispute", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("value", Text),
        Column("words", Text, nullable=False),
        Column("first_day", Text),
        Column("last_day", Text),
        Index("dispute_facets_kind_value", "kind", "value", "dispute"),
        Index("dispute_facets_dispute", "dispute", "kind"),
    )
    metadata.create_all(connection, [search, facets])
    if connection.dialect.name == "sqlite":
        for statement in _FULL_TEXT:
            connection.exec_driver_sql(statement)
