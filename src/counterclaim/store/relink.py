"""How links come in the place of earlier ones: the records, and the tables that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, delete, select

from counterclaim.records import Judgement, Links, content_id
from counterclaim.records.kept import Kept
from counterclaim.store import schema
from counterclaim.store.facets import refill_facets
from counterclaim.store.lookup import Row, name_rows
from counterclaim.store.packed import PREFIX
from counterclaim.store.rows import add_rows, chunks, distinct, each_row, replace_of_records, replace_rows
from counterclaim.store.schema import CODECS, LINKED, METADATA
from counterclaim.store.search import refill_links
from counterclaim.store.sqlite import listed


def replace_links(connection: Connection, links: Links, there: Set[str] = frozenset(), *, afresh: bool = True) -> None:
    """Puts `links` in the place of all links that programs made, in the transaction that `connection` is in. The
    judgements with the ids in `there` are known to be in the ledger as they are. Unless `afresh`, the tables by which
    records are found are as this version fills them, and are left as they are for records that stay as they were."""
    once: dict[str, Any] = {name: tuple(distinct(name, getattr(links, name))) for name in (*LINKED, "judgements")}
    links = replace(links, **once)
    judgements = schema.JUDGEMENTS
    by_people = set(connection.scalars(select(judgements.c.id).where(judgements.c.person)))
    by_programs = [judgement for judgement in links.judgements if judgement.id not in by_people]
    _replace_judgements(connection, by_programs, there)
    changed: dict[str, Set[str] | None] = {}
    for name in LINKED:
        rows = [CODECS[name].row(record) for record in getattr(links, name)]
        others = replace_rows(connection, METADATA.tables[name], rows)
        changed[name] = None if afresh else others
    replace_rows(connection, schema.ORIGINS, [{"report": r, "origin": o} for r, o in sorted(links.origins.items())])
    replace_rows(connection, schema.INCIDENT_CLAIMS, list(_incident_claims(links)))
    entities = changed["entities"]
    replace_of_records(connection, schema.MEMBERS.c.entity, _members(links), entities)
    for name, of_name in _aliases(links):
        replace_of_records(connection, schema.ALIASES.c.record, of_name, changed[name], schema.ALIASES.c.kind == name)
    names = name_rows(one for one in links.entities if entities is None or one.id in entities)
    replace_of_records(connection, schema.LOOKUP_WHO.c.record, names, entities, schema.LOOKUP_WHO.c.role == "name")
    refill_links(connection, links, changed)
    refill_facets(connection, links.disputes)


def _replace_judgements(connection: Connection, made: Sequence[Judgement], there: Set[str]) -> None:
    """Replaces the judgements of programs. A ledger of 6,000 reports has 300,000, of which a few more reports change
    some thousand: so those that are known to be there are neither read nor compared."""
    table, programs = schema.JUDGEMENTS, schema.JUDGEMENTS.c.person.is_(False)
    where = [programs]
    stay: Set[str] = frozenset()
    if there:
        old = {id_ for (id_,) in each_row(connection, select(table.c.id).where(programs))}
        stay = old & there & {judgement.id for judgement in made}
        where.append(table.c.id.in_(listed(sorted(old - stay))))
    rows = [CODECS["judgements"].row(one) | {"person": False} for one in made if one.id not in stay]
    replace_rows(connection, table, rows, *where)


def parts_of(kept: Kept) -> dict[str, str]:
    """A hash of the judgements that each piece of work gives, by its key."""
    return {key: content_id("judgements", *sorted(ids)) for key, ids in sorted(kept.gives.items())}


def keep_work(connection: Connection, kept: Kept) -> None:
    """Keeps the pieces of work that were used, and forgets all others but packed annotations (`packed.py`)."""
    table = schema.KEPT_WORK
    linked = select(table.c.key).where(~table.c.key.startswith(PREFIX))
    old = set(connection.scalars(linked)) - {key for key, piece in kept.used.items() if piece is None}
    for keys in chunks(sorted(old)):
        connection.execute(delete(table).where(table.c.key.in_(keys)))
    new = ({"key": key, "piece": piece} for key, piece in sorted(kept.used.items()) if piece is not None)
    add_rows(connection, table, list(new))


def _members(links: Links) -> Iterator[Row]:
    for entity in links.entities:
        for local in entity.members:
            yield {"local": local, "entity": entity.id}


def _incident_claims(links: Links) -> Iterator[Row]:
    """Each claim with its incident; with the first by id if linking put it into several."""
    incident_of: dict[str, str] = {}
    for incident in sorted(links.incidents, key=lambda one: one.id):
        for claim in incident.claims:
            incident_of.setdefault(claim, incident.id)
    for claim, incident_id in incident_of.items():
        yield {"claim": claim, "incident": incident_id}


def _aliases(links: Links) -> Iterator[tuple[str, Iterator[Row]]]:
    """The rows of `aliases`, by table."""
    for name, cls in LINKED.items():
        if any(field.name == "aliases" for field in fields(cls)):
            yield name, _aliases_of(name, getattr(links, name))


def _aliases_of(name: str, records: Iterable[Any]) -> Iterator[Row]:
    for record in records:
        for alias in dict.fromkeys(record.aliases):
            yield {"kind": name, "alias": alias, "record": record.id}
