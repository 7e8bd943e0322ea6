"""The steps that bring a ledger of any age to the present tables: one numbered module each, never edited again.

A step is a function `apply(connection)` in a module `NNNN_what_it_does.py`. It spells its tables out and imports
nothing of the store, so that it does the same in ten years. All steps that a ledger lacks run in one transaction:
a ledger is never left between two versions.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, column, func, insert, inspect, select, table

_VERSIONS = table("schema_version", column("version"), column("name"))


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: `apply` takes a ledger from version `number` - 1 to `number`."""

    number: int
    name: str
    apply: Callable[[Connection], None]


def known() -> list[Migration]:
    """Every step this version of Counterclaim has, in order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name[:4].isdigit())
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return [Migration(int(name[:4]), name, module.apply) for name, module in zip(names, modules, strict=True)]


def version_of(connection: Connection) -> int:
    """The version of the tables in a ledger; 0 where there are none yet."""
    if not inspect(connection).has_table("schema_version"):
        return 0
    return connection.scalar(select(func.max(_VERSIONS.c.version))) or 0


def migrate(connection: Connection, steps: Sequence[Migration]) -> None:
    """Runs those of `steps` that the ledger lacks, in the transaction that `connection` is in."""
    present = version_of(connection)
    for step in steps:
        if step.number > present:
            step.apply(connection)
            connection.execute(insert(_VERSIONS).values(version=step.number, name=step.name))
