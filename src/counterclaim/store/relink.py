"""How links come in the place of earlier ones: the records, and the tables that lead to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, delete, select

from counterclaim.records import Judgement, Links, content_id
from counterclaim.records.kept import Kept
from counterclaim.store import schema
from counterclaim.store.facets import refill_facets
from counterclaim.store.lookup import Row, name_rows
from counterclaim.store.rows import add_rows, chunks, distinct, replace_groups, replace_rows
from counterclaim.store.schema import CODECS, LINKED, METADATA
from counterclaim.store.search import refill_links
from counterclaim.store.sqlite import listed


def replace_links(connection: Connection, links: Links, there: Set[str] = frozenset()) -> None:
    """Puts `links` in the place of all links that programs made, in the transaction that `connection` is in. The
    judgements with the ids in `there` are known to be in the ledger as they are."""
    once: dict[str, Any] = {name: tuple(distinct(name, getattr(links, name))) for name in (*LINKED, "judgements")}
    links = replace(links, **once)
    judgements = schema.JUDGEMENTS
    by_people = set(connection.scalars(select(judgements.c.id).where(judgements.c.person)))
    by_programs = [judgement for judgement in links.judgements if judgement.id not in by_people]
    _replace_judgements(connection, by_programs, there)
    for name in LINKED:
        replace_rows(connection, METADATA.tables[name], [CODECS[name].row(record) for record in getattr(links, name)])
    replace_rows(connection, schema.ORIGINS, [{"report": r, "origin": o} for r, o in sorted(links.origins.items())])
    replace_rows(connection, schema.MEMBERS, list(_members(links)))
    replace_rows(connection, schema.INCIDENT_CLAIMS, list(_incident_claims(links)))
    replace_rows(connection, schema.ALIASES, list(_aliases(links)))
    named = schema.LOOKUP_WHO.c.role == "name"
    replace_groups(connection, schema.LOOKUP_WHO, "record", list(name_rows(links.entities)), named)
    refill_links(connection, links)
    refill_facets(connection, links.disputes)


def _replace_judgements(connection: Connection, made: Sequence[Judgement], there: Set[str]) -> None:
    """Replaces the judgements of programs. A ledger of 6,000 reports has 300,000, of which a few more reports change
    some thousand: so those that are known to be there are neither read nor compared."""
    table, programs = schema.JUDGEMENTS, schema.JUDGEMENTS.c.person.is_(False)
    where = [programs]
    stay: Set[str] = frozenset()
    if there:
        old = set(connection.scalars(select(table.c.id).where(programs)))
        stay = old & there & {judgement.id for judgement in made}
        where.append(table.c.id.in_(listed(sorted(old - stay))))
    rows = [CODECS["judgements"].row(one) | {"person": False} for one in made if one.id not in stay]
    replace_rows(connection, table, rows, *where)


def parts_of(kept: Kept) -> dict[str, str]:
    """A hash of the judgements that each piece of work gives, by its key."""
    return {key: content_id("judgements", *sorted(ids)) for key, ids in sorted(kept.gives.items())}


def keep_work(connection: Connection, kept: Kept) -> None:
    """Keeps the pieces of work that were used, and forgets all others."""
    table = schema.KEPT_WORK
    old = set(connection.scalars(select(table.c.key))) - {key for key, piece in kept.used.items() if piece is None}
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


def _aliases(links: Links) -> Iterator[Row]:
    for name, cls in LINKED.items():
        if any(field.name == "aliases" for field in fields(cls)):
            for record in getattr(links, name):
                for alias in dict.fromkeys(record.aliases):
                    yield {"kind": name, "alias": alias, "record": record.id}
