"""What a careful reader found in the Syrian reports: `gold/syria.yaml`, group by group.

The gold gives places in the texts as they were collected; the words there are taken, since cleaning may have moved
them. A third of the groups is put aside (`aside.py`); copies, which stand in no group, are put aside by their pair.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from counterclaim.evaluate.aside import set_aside
from counterclaim.evaluate.gold import CURRENT_ISSUE, GoldDispute, GoldPair, GoldSide, Words, read_gold
from counterclaim.records import Slot, UnreadableInput


@dataclass(frozen=True, slots=True)
class GoldAgreement:
    """One claim as several reports make it. With `same_origin` they have it from one place, which is no agreement."""

    claim: str
    words: tuple[Words, ...]
    same_origin: bool


@dataclass(frozen=True, slots=True)
class GoldChange:
    """Who answered a question one way and later the other way."""

    who: str
    question: str
    earlier: Words
    later: Words


@dataclass(frozen=True, slots=True)
class GoldState:
    """A state of a process, since when (as partial as the gold knows it), who says so, and in what words."""

    state: str
    date: str | None
    claimed_by: str
    words: Words


@dataclass(frozen=True, slots=True)
class GoldProcess:
    """A ceasefire, an exchange, talks … and the states that reports give it."""

    kind: str
    name: str
    states: tuple[GoldState, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What the reader found in a group of reports on one event."""

    name: str
    disputes: tuple[GoldDispute, ...] = ()
    traps: tuple[GoldPair, ...] = ()
    agreements: tuple[GoldAgreement, ...] = ()
    changes: tuple[GoldChange, ...] = ()
    processes: tuple[GoldProcess, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The groups, and the pairs of reports (their keys) that are copies of one another or of a third."""

    groups: tuple[Group, ...]
    copies: tuple[tuple[str, str], ...] = ()

    @property
    def disputes(self) -> tuple[GoldDispute, ...]:
        """The disputes of all groups."""
        return tuple(gold for group in self.groups for gold in group.disputes)

    @property
    def traps(self) -> tuple[GoldPair, ...]:
        """The traps of all groups: passages that look like a dispute and are none."""
        return tuple(gold for group in self.groups for gold in group.traps)


def read_reading(data: Path, *, aside: bool = False) -> Reading:
    """What the reader found in the groups that are (or are not) put aside.

    Raises `UnreadableInput` if `data` does not hold the gold and the reports, or if these do not fit each other.
    """
    texts = {row["id"]: row["text"] for row in rows(data / "data" / "syria" / "reports.jsonl")}
    return read_gold(data / "gold" / "syria.yaml", lambda entries: reading_of(entries, texts, aside=aside))


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The reports as they were collected. Raises `UnreadableInput` if they cannot be read."""
    try:
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())
    except (OSError, ValueError) as error:
        raise UnreadableInput(f"The reports {path} cannot be read ({error}): give a folder that holds them.") from error


def reading_of(
    entries: Iterable[Mapping[str, Any]], texts: Mapping[str, str], *, aside: bool | None = False
) -> Reading:
    """The reading that the entries of the gold file give, with `texts` as they were collected, by the reports' ids:
    of the groups that are (or are not) put aside, or of all (None)."""
    groups, copies = [], []
    for entry in entries:
        if "group" in entry and aside in (None, set_aside(entry["group"])):
            groups.append(_group(entry, texts))
        for alike in entry.get("copies", ()):
            pairs = combinations(sorted(map(str, alike)), 2)
            copies += [pair for pair in pairs if aside in (None, set_aside("|".join(pair)))]
    return Reading(tuple(groups), tuple(copies))


def _group(entry: Mapping[str, Any], texts: Mapping[str, str]) -> Group:
    def words(piece: Mapping[str, Any]) -> Words:
        return Words(piece["report"], texts[piece["report"]][piece["start"] : piece["end"]], piece["start"])

    return Group(
        entry["group"],
        tuple(_dispute(gold, entry["group"], words) for gold in entry.get("disputes", ())),
        tuple(_trap(gold, words) for gold in entry.get("not_disputes", ())),
        tuple(
            GoldAgreement(gold["claim"], tuple(map(words, gold["evidence"])), gold["same_origin"])
            for gold in entry.get("agreements", ())
        ),
        tuple(
            GoldChange(gold["who"], gold["question"], words(gold["earlier"]), words(gold["later"]))
            for gold in entry.get("changes", ())
        ),
        tuple(
            GoldProcess(
                gold["kind"],
                gold["name"],
                tuple(
                    GoldState(
                        s["state"],
                        str(s["date"]) if s.get("date") else None,
                        str(s["claimed_by"]),
                        words(s),
                    )
                    for s in gold["states"]
                ),
            )
            for gold in entry.get("processes", ())
        ),
    )


def _dispute(gold: Mapping[str, Any], group: str, words: Callable[[Mapping[str, Any]], Words]) -> GoldDispute:
    sides = tuple(GoldSide(str(s["answer"]), ", ".join(map(str, s["holders"])), words(s)) for s in gold["sides"])
    question = f"{gold['question']} ({group})"
    return GoldDispute(question, Slot(gold["slot"]), sides, CURRENT_ISSUE, gold["strength"] == "hard")


def _trap(gold: Mapping[str, Any], words: Callable[[Mapping[str, Any]], Words]) -> GoldPair:
    left, right = words(gold["a"]), words(gold["b"])
    why = f"{gold['why']} ({left.report} {left.start}, {right.report} {right.start})"
    return GoldPair(why, None, left, right, CURRENT_ISSUE)
