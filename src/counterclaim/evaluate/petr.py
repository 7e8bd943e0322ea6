"""What PETRARCH's own tests code, and how many of the roots are among those that were found.

The codes in these sentences are mostly those of WEIS, or made up for a test, and not CAMEO's. So there are two golds:
`read`, the roots that a reader took from the sentences (`benchmarks/labels/petr_roots.yaml`), and `crosswalk`, what
CAMEO's table makes of the numbers, which is reported beside it. Sentences that are no plain English and events
without a root are left out of both.

- A sentence is *right* if all roots coded in it are among those of its claims, whatever their polarity and modality.
  Who did it to whom is not asked: the actors are invented.
- *precision* is the share of the roots found that are coded. It is a lower bound: only one event of a sentence is
  coded as a rule, so "crowds trashed its embassy" counts against it.
- *by root* is the mean share right over the roots, since 59 of the 154 sentences of `read` are on ties restored.

A sentence belongs to the half for building or to the half for reporting by the SHA-256 of its id. Who works on the
coder may read the former.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import yaml

from counterclaim.evaluate.overlap import percent
from counterclaim.evaluate.table import Table
from counterclaim.records import UnreadableInput

#: The roots coded in a sentence, each with those that are as right.
Coded = tuple[frozenset[str], ...]

GOLDS = ("read", "crosswalk")
HALVES = ("build", "report")

_CROSSWALK_LINE = re.compile(r"(\d{3,4}): *([A-Z]+) *,")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A plain sentence of the tests, with what is coded in it by each gold. `key` is its id, and which of that id."""

    key: str
    text: str
    half: str
    gold: Mapping[str, Coded]


def half_of(identifier: str) -> str:
    """Which half a sentence belongs to."""
    return HALVES[int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 2]


def read_petr(folder: Path, labels: Path) -> tuple[Sentence, ...]:
    """The plain sentences with an event in either gold: of `PETR.UnitTest.records.xml` in `folder`, with the table of
    `CAMEO2PLOVER-2021.txt` there and what a reader says in `labels`.

    Raises `UnreadableInput` if one of the files is not there or not laid out as expected.
    """
    try:
        root = ElementTree.parse(folder / "PETR.UnitTest.records.xml").getroot()
        table = dict(_CROSSWALK_LINE.findall((folder / "CAMEO2PLOVER-2021.txt").read_text(encoding="utf-8")))
        not_plain = yaml.safe_load((labels / "petr_not_plain.yaml").read_text(encoding="utf-8"))
        read = yaml.safe_load((labels / "petr_roots.yaml").read_text(encoding="utf-8"))
        by_code = {"read": read["codes"], "crosswalk": {code: [name] for code, name in table.items()}}
        own = {key: tuple(map(frozenset, events)) for key, events in read["sentences"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ElementTree.ParseError, yaml.YAMLError) as error:
        raise UnreadableInput(
            f"The sentences of PETRARCH or what was read in them cannot be read ({error!r}): give a folder that holds "
            f"{folder.name}/ and run this in a clone of the project."
        ) from error
    found = []
    seen: Counter[str] = Counter()
    for element in root.iter("Sentence"):
        identifier = element.get("id", "")
        seen[identifier] += 1
        codes = [event.get("eventcode", "") for event in element.iter("EventCoding")]
        gold = {name: _coded(codes, by_code[name]) for name in GOLDS}
        gold["read"] = own.get(identifier, gold["read"])
        if identifier not in not_plain and any(gold.values()):
            key = identifier if seen[identifier] == 1 else f"{identifier} {seen[identifier]}"
            text = " ".join((element.findtext("Text") or "").split())
            found.append(Sentence(key, text, half_of(identifier), gold))
    return tuple(found)


def _coded(codes: Sequence[str], roots: Mapping[str, Sequence[str]]) -> Coded:
    """The roots of those codes that have one, each once."""
    return tuple(dict.fromkeys(frozenset(roots[code]) for code in codes if code in roots))


def is_right(coded: Coded, found: frozenset[str]) -> bool:
    """Whether every root that is coded was found."""
    return all(roots & found for roots in coded)


def score_petr(sentences: Sequence[Sentence], found: Mapping[str, frozenset[str]]) -> Table:
    """The table for both golds and halves. `found` has the roots of each sentence's claims, by its key."""
    rows: list[tuple[object, ...]] = []
    scores: dict[str, float] = {}
    for name in GOLDS:
        for half in (*HALVES, "all"):
            pairs = [
                (sentence.gold[name], found[sentence.key])
                for sentence in sentences
                if sentence.gold[name] and half in (sentence.half, "all")
            ]
            right = sum(is_right(coded, roots) for coded, roots in pairs)
            given = [any(root in each for each in coded) for coded, roots in pairs for root in roots]
            shares = percent(right, len(pairs)), percent(sum(given), len(given)), _by_root(pairs)
            rows.append((name, half, len(pairs), right, *shares))
            keys = ("right", "precision", "by_root")
            scores |= {
                f"events.petr.{name}.{half}.{key}": share
                for key, share in zip(keys, shares, strict=True)
                if share is not None
            }
    columns = ("gold", "half", "sentences", "right", "%", "precision %", "by root %")
    return Table("Roots in the plain sentences of PETRARCH's tests", columns, tuple(rows), scores)


def _by_root(pairs: Sequence[tuple[Coded, frozenset[str]]]) -> float | None:
    """The mean over the coded roots of the share of their events that were found."""
    events: dict[frozenset[str], list[bool]] = {}
    for coded, roots in pairs:
        for each in coded:
            events.setdefault(each, []).append(bool(each & roots))
    if not events:
        return None
    return round(100 * sum(sum(right) / len(right) for right in events.values()) / len(events), 1)


def wrong_of_build(sentences: Sequence[Sentence], found: Mapping[str, frozenset[str]], limit: int) -> Table:
    """The first sentences of the half for building that are wrong by the reader's gold, with their words."""
    rows = [
        (
            sentence.key,
            ", ".join(" or ".join(sorted(roots)) for roots in sentence.gold["read"]),
            ", ".join(sorted(found[sentence.key])) or "nothing",
            sentence.text,
        )
        for sentence in sentences
        if sentence.half == "build"
        and sentence.gold["read"]
        and not is_right(sentence.gold["read"], found[sentence.key])
    ]
    return Table("Wrong, in the half for building", ("sentence", "coded", "found", "text"), tuple(rows[:limit]), {})
