"""`counterclaim evaluate clusters DATA`: clusters of short invented reports in which every contradiction is marked.

DATA is a text file of clusters or a folder of such; a folder that has none stands for the project's own,
`benchmarks/clusters`. A cluster is what a user may put together on one matter: five to nine short reports. Each is
built and linked by itself, so that this tells what somebody meets who tries the program on a handful of reports.

    %%%% a name of the cluster
    === Outlet | 2031-05-14
    The ferry sank on [[t1=fri: Friday night]], its owner said. [[n1=41: Forty-one people]] drowned.

`[[key=value: words]]` marks the words in which a report answers a question: the key is a letter for the slot and a
number for which question of its cluster it is. Two reports with one key and different values contradict each other;
with one value they agree; the value `?` can hold beside all others and is a trap. What is unmarked contradicts nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from counterclaim.evaluate.found import Found
from counterclaim.evaluate.gold import CURRENT_ISSUE, GoldDispute, GoldPair, GoldSide, Words
from counterclaim.evaluate.ledger import found_in
from counterclaim.evaluate.piles import one_after_another, score_file, write_rows
from counterclaim.evaluate.reading import GoldAgreement, Group, Reading
from counterclaim.evaluate.score import Scored
from counterclaim.records import Slot, UnreadableInput

#: The project's own clusters, seen from where it is worked on.
CLUSTERS = Path("benchmarks") / "clusters"
SLOTS = {
    "n": Slot.COUNT,
    "t": Slot.TIME,
    "p": Slot.PLACE,
    "a": Slot.AGENT,
    "w": Slot.PATIENT,
    "r": Slot.ROLES,
    "d": Slot.POLARITY,
    "e": Slot.EXISTENCE,
    "c": Slot.CAUSE,
    "m": Slot.NAMING,
    "q": Slot.QUALITY,
}
#: What can hold beside every other answer.
_OPEN = "?"
_CLUSTER = re.compile(r"(?m)^%%%% *(?P<name>\S.*?) *\n(?P<body>(?:(?!^%%%%).*\n?)*)")
_REPORT = re.compile(r"(?m)^=== *(?P<outlet>[^|\n]+?) *\| *(?P<day>\d{4}-\d\d-\d\d) *\n(?P<text>(?:(?!^===).*\n?)*)")
_MARK = re.compile(r"\[\[(?P<key>[a-z]\d+)=(?P<value>[^:\]]+): ?(?P<words>[^\]]+)\]\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that answer the question `key` of their cluster with `value`."""

    key: str
    value: str
    outlet: str
    words: Words


@dataclass(frozen=True, slots=True)
class Cluster:
    """The reports of a cluster as rows to be built from, and what is marked in them."""

    rows: tuple[dict[str, str], ...]
    group: Group


def evaluate_clusters(data: Path) -> Scored:
    """Score what is found in the clusters of each file, each cluster built by itself.

    Raises `UnreadableInput` if a file is not laid out as it should be.
    """
    files = [data] if data.is_file() else sorted(data.glob("*.txt")) or sorted(CLUSTERS.glob("*.txt"))
    if not files:
        raise UnreadableInput(
            f"There are no clusters in {data}: give a text file of them, or a folder that holds some."
        )
    return one_after_another([_evaluate(file) for file in files])


def read_clusters(path: Path) -> list[Cluster]:
    """The clusters of a file. Raises `UnreadableInput` if it cannot be read or a mark or heading of it is amiss."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"The clusters {path} cannot be read ({error}): name another file.") from error
    found = [_cluster(match["name"], match["body"]) for match in _CLUSTER.finditer(text)]
    if not found:
        raise UnreadableInput(f"{path} has no line that begins with %%%%: it is no file of clusters.")
    return found


def _evaluate(file: Path) -> Scored:
    clusters = read_clusters(file)
    reading, found = Reading(tuple(c.group for c in clusters), ()), _together(_found(clusters))
    what = f"{file.stem}: {len(clusters)} clusters of {sum(len(c.rows) for c in clusters)} short invented reports"
    return score_file(reading, found, name=f"clusters.{file.stem}", what=what)


def _found(clusters: Iterable[Cluster]) -> Iterator[Found]:
    with TemporaryDirectory(prefix="counterclaim-") as folder:
        for cluster in clusters:
            yield found_in(write_rows(cluster.rows, Path(folder) / "cluster.jsonl"))


def _together(parts: Iterable[Found]) -> Found:
    """What was found in several ledgers, as if in one: no two of them share a report."""
    every = list(parts)
    return Found(
        reports={key: report for part in every for key, report in part.reports.items()},
        entities={key: entity for part in every for key, entity in part.entities.items()},
        disputes=tuple(dispute for part in every for dispute in part.disputes),
        judgements=tuple(judgement for part in every for judgement in part.judgements),
        changes=tuple(change for part in every for change in part.changes),
        processes=tuple(process for part in every for process in part.processes),
        agreements=tuple(agreement for part in every for agreement in part.agreements),
    )


def _cluster(name: str, body: str) -> Cluster:
    rows, marks = [], []
    for number, report in enumerate(_REPORT.finditer(body), 1):
        key = f"{name} {number}"
        text, own = _unmarked(key, report["outlet"], report["text"].strip())
        rows.append({"id": key, "outlet": report["outlet"], "published": report["day"], "title": "", "text": text})
        marks += own
    if not rows:
        raise UnreadableInput(f"The cluster {name!r} has no report: each begins with === Outlet | YYYY-MM-DD.")
    return Cluster(tuple(rows), _group(name, marks))


def _unmarked(report: str, outlet: str, marked: str) -> tuple[str, list[Mark]]:
    """A report's text without its marks, and what they say of which words."""
    pieces, marks, at, long = [], [], 0, 0
    for match in _MARK.finditer(marked):
        if match["key"][0] not in SLOTS:
            raise UnreadableInput(f"{report!r} has a mark of no known kind, {match['key']!r}: see docs/labelling.md.")
        pieces += [marked[at : match.start()], match["words"]]
        long += match.start() - at
        marks.append(Mark(match["key"], match["value"].strip(), outlet, Words(report, match["words"], long)))
        long += len(match["words"])
        at = match.end()
    text = "".join((*pieces, marked[at:]))
    if "[[" in text or "]]" in text:
        raise UnreadableInput(f"{report!r} has a mark that is not laid out as [[key=value: words]]: correct it.")
    return text, marks


def _group(name: str, marks: Iterable[Mark]) -> Group:
    by_key: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_key[mark.key].append(mark)
    return Group(
        name,
        disputes=tuple(_disputes(name, by_key)),
        traps=tuple(_traps(name, by_key)),
        agreements=tuple(_agreements(name, by_key)),
    )


def _disputes(name: str, by_key: Mapping[str, list[Mark]]) -> Iterator[GoldDispute]:
    for key, marks in by_key.items():
        closed = [mark for mark in marks if mark.value != _OPEN]
        if len({mark.value for mark in closed}) > 1:
            sides = tuple(GoldSide(mark.value, mark.outlet, mark.words) for mark in closed)
            yield GoldDispute(f"{name}: {key}", SLOTS[key[0]], sides, CURRENT_ISSUE)


def _traps(name: str, by_key: Mapping[str, list[Mark]]) -> Iterator[GoldPair]:
    for key, marks in by_key.items():
        for at, left in enumerate(marks):
            for right in marks[at + 1 :]:
                if _OPEN in (left.value, right.value):
                    yield GoldPair(f"{name}: {key}, both can hold", None, left.words, right.words, CURRENT_ISSUE)


def _agreements(name: str, by_key: Mapping[str, list[Mark]]) -> Iterator[GoldAgreement]:
    for key, marks in by_key.items():
        for value in dict.fromkeys(mark.value for mark in marks if mark.value != _OPEN):
            words = tuple(mark.words for mark in marks if mark.value == value)
            if len({piece.report for piece in words}) > 1:
                yield GoldAgreement(f"{name}: {key} is {value}", words, same_origin=False)
