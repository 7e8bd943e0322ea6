"""The proof that a ledger holds together: every span is its words, every reference leads somewhere."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_type_hints

from sqlalchemy import select

from counterclaim.records import Evidence, LedgerError, Passage, Rejected, Span, Who
from counterclaim.store import schema
from counterclaim.store.codec import holds_records
from counterclaim.store.rows import natural_order
from counterclaim.store.schema import ANNOTATED, CODECS, METADATA
from counterclaim.store.sqlite import damages

if TYPE_CHECKING:
    from counterclaim.store.view import View

#: Which fields hold ids, and the tables in which these must be. "sides.statements" is the field of each side.
_REFERENCES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "mentions": {"entity": ("local_entities",)},
    "statements": {"parent": ("statements",)},
    "claims": {
        "statement": ("statements",),
        "figure": ("figures",),
        "time_id": ("times",),
        "condition_of": ("claims",),
        "responds_to": ("claims", "statements"),
        "incident": ("incidents",),
    },
    "figures": {
        "statement": ("statements",),
        "claim": ("claims",),
        "part_of": ("figures",),
        "supersedes": ("figures",),
    },
    "entities": {"members": ("local_entities",)},
    "incidents": {"claims": ("claims",), "reports": ("reports",), "figures": ("figures",)},
    "disputes": {"incident": ("incidents",), "sides.statements": ("statements",), "judgements": ("judgements",)},
    "agreements": {"incident": ("incidents",)},
}
#: Texts are asked for by report and come in the order of reports; links go back and forth among a few.
_TEXTS_AT_HAND = 512
_NESTED: dict[type, tuple[str, ...]] = {}


def check(view: View) -> list[str]:
    """What is wrong with a ledger, in a sentence each; nothing where all is well.

    Proves that the file is whole, that every original has the hash of its report, that every span and every piece
    of evidence is the words of its report, and that every id which a record names is there. What a person judged
    may speak of records that are gone: that is no fault of the ledger.
    """
    try:
        return damages(view.connection) or list(_Check(view).all())
    except LedgerError as error:
        return [str(error)]


class _Check:
    def __init__(self, view: View) -> None:
        self._connection = view.connection
        self._text = lru_cache(maxsize=_TEXTS_AT_HAND)(self._read_text)
        self._ids = {name: set(self._connection.scalars(select(METADATA.tables[name].c.id))) for name in CODECS}
        self._any = set().union(*self._ids.values())

    def all(self) -> Iterator[str]:
        yield from self._originals()
        for name in CODECS:
            yield from self._table(name)
        yield from self._stored_rejects()

    def _originals(self) -> Iterator[str]:
        reports, originals = schema.REPORTS.c, schema.ORIGINALS.c
        query = (
            select(reports.id, reports.sha256, originals.compressed)
            .join_from(schema.REPORTS, schema.ORIGINALS, originals.sha256 == reports.sha256, isouter=True)
            .order_by(reports.id)
        )
        for report, sha256, compressed in self._connection.execute(query):
            if compressed is None:
                yield f"The original of report {report} is not in the ledger."
                continue
            try:
                same = hashlib.sha256(zlib.decompress(compressed)).hexdigest() == sha256
            except zlib.error:
                same = False
            if not same:
                yield f"The original of report {report} is not what was read: its SHA-256 differs."

    def _table(self, name: str) -> Iterator[str]:
        codec, table = CODECS[name], METADATA.tables[name]
        query = select(*(table.c[field.name] for field in codec.fields)).order_by(*natural_order(name))
        for row in self._connection.execute(query):
            try:
                record = codec.record(codec.values(row))
            except LedgerError as error:
                yield _sentence(str(error))
                continue
            subject = f"{codec.cls.__name__} {record.id}"
            yield from self._parts(name, subject, record)
            yield from self._references(name, subject, record)

    def _parts(self, name: str, subject: str, record: Any) -> Iterator[str]:
        """Whether the words at every span of `record` are those of the report, and whether everybody is there."""
        own = record.id if name == "reports" else getattr(record, "report", None)
        for part in _parts(record):
            if isinstance(part, Who):
                if part.entity is not None and not self._is_entity(part.entity, name):
                    yield f"{subject} speaks of entity {part.entity}, which is not in the ledger."
                continue
            if isinstance(part, Evidence):
                report = part.report
            elif isinstance(part, Span | Passage) and own is not None:
                report = own
            else:
                continue
            text = self._text(report)
            if text is None and name == "judgements" and record.at is not None:
                continue  # a person's word that came from another ledger waits for its report
            if text is None:
                yield f"{subject} rests on report {report}, which is not in the ledger."
            elif text[part.start : part.end] != part.text:
                yield f'{subject} says that report {report} has "{part.text}" at {part.start}-{part.end}; it has not.'

    def _references(self, name: str, subject: str, record: Any) -> Iterator[str]:
        for field, targets in _REFERENCES.get(name, {}).items():
            for id_ in _values(record, field.split(".")):
                if not any(id_ in self._ids[target] for target in targets):
                    yield f"{subject} names {id_} as {field.split('.')[-1]}, which is not in the ledger."
        if name == "judgements" and record.at is None:
            for id_ in (record.left, record.right):
                if id_ not in self._any:
                    yield f"{subject} judges {id_}, which is not in the ledger."

    def _is_entity(self, id_: str, of: str) -> bool:
        """Whether a record of table `of` may name this entity: within a report, only one of that report's own."""
        return id_ in self._ids["local_entities"] or (of not in ANNOTATED and id_ in self._ids["entities"])

    def _stored_rejects(self) -> Iterator[str]:
        rejects = schema.REJECTS.c
        for id_, *row in self._connection.execute(select(rejects.id, rejects.path, rejects.row, rejects.reason)):
            if Rejected(*row).id != id_:
                yield f"Reject {id_} has not the id that its path, row and reason give."

    def _read_text(self, report: str) -> str | None:
        return self._connection.scalar(select(schema.REPORTS.c.text).where(schema.REPORTS.c.id == report))


def _parts(value: Any) -> Iterator[Any]:
    """All records within `value`, itself included."""
    if isinstance(value, tuple):
        for item in value:
            yield from _parts(item)
    elif value is not None:
        yield value
        for name in _nested(type(value)):
            yield from _parts(getattr(value, name))


def _nested(cls: type) -> tuple[str, ...]:
    """The fields of a record of `cls` that hold records."""
    if cls not in _NESTED:
        _NESTED[cls] = tuple(name for name, hint in get_type_hints(cls).items() if holds_records(hint))
    return _NESTED[cls]


def _values(record: Any, path: list[str]) -> Iterator[str]:
    """The ids at a field, or at a field of each part of a field."""
    value = getattr(record, path[0])
    values = value if isinstance(value, tuple) else () if value is None else (value,)
    if len(path) == 1:
        yield from values
    else:
        for item in values:
            yield from _values(item, path[1:])


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
