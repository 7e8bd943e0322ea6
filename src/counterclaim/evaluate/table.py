"""What every scorer gives: a table to print, and the figures that the gate holds to their floors."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A scorer's answer.

    `rows` are printed under `columns`, in their order, one value a column (text, numbers, or None where a value
    is not defined). `scores` are the figures a floor can be set for, by a stable name such as
    `polnear.relation.f1`; shares are in percent. `more` are tables that are printed below it, for a closer look.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    scores: dict[str, float]
    more: tuple[Table, ...] = ()
