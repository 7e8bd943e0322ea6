"""What PolNeAR holds: articles, and the attributions that people marked in them."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from counterclaim.records import UnreadableInput

#: The corpus's table of its articles, in the folder that holds the splits.
METADATA = "metadata.tsv"

Pieces = tuple[tuple[int, int], ...]

_TEXT_BOUND = re.compile(r"(T\d+)\t\S+ ([\d ;]+)\t")
_ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as pieces of an article's text (code points, end exclusive). `source` may be empty."""

    source: Pieces
    cue: Pieces
    content: Pieces


@dataclass(frozen=True, slots=True)
class Article:
    """One text of the corpus with the attributions that a person marked in it. `outlet` is None if not known."""

    id: str
    text: str
    gold: tuple[Marked, ...]
    outlet: str | None = None


def read_articles(
    data: Path, split: str, limit: int | None = None, ids: Collection[str] | None = None
) -> tuple[Article, ...]:
    """The articles of a split in the order of their ids.

    `limit` keeps the first of them, `ids` those named. Raises `UnreadableInput` if there are none, or if the table of
    their outlets cannot be used.
    """
    base = data / split
    paths = sorted((base / "text").glob("*.txt"))
    if not paths:
        raise UnreadableInput(f"There is no PolNeAR split at {base}: give the folder that holds train and dev.")
    outlets = _outlets(data / METADATA)
    chosen = [path for path in paths if ids is None or path.stem in ids][:limit]
    return tuple(_read_article(base, path, outlets.get(path.stem)) for path in chosen)


def _outlets(path: Path) -> dict[str, str]:
    """The outlet of each article, from the corpus's own table of them; empty if it did not come along."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        missing = {"filename", "publisher"}.difference(rows.fieldnames or ())
        if missing:
            raise UnreadableInput(f"{path} has no column {min(missing)}: give the table that PolNeAR 1.0 comes with.")
        return {row["filename"]: row["publisher"] for row in rows if row["publisher"]}


def _read_article(base: Path, path: Path, outlet: str | None) -> Article:
    """One article with the marks of its first annotator. Line ends stay as they are: offsets count them."""
    text = path.read_bytes().decode("utf-8")
    marked_by = sorted((base / "attributions").glob(f"{path.stem}_????.ann"))
    gold = read_annotations(marked_by[0].read_text(encoding="utf-8")) if marked_by else ()
    return Article(path.stem, text, gold, outlet)


def read_annotations(standoff: str) -> tuple[Marked, ...]:
    """The attributions of a brat standoff file, in its order; those without content are left out."""
    pieces: dict[str, list[tuple[int, int]]] = {}
    found = []
    for line in standoff.splitlines():
        if bound := _TEXT_BOUND.match(line):
            starts_ends = (piece.split() for piece in bound[2].split(";"))
            pieces[bound[1]] = [(int(start), int(end)) for start, end in starts_ends]
        elif re.match(r"E\d+\t", line):
            roles: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
            for argument in line.split("\t")[1].split():
                role, target = argument.split(":")
                roles[role.rstrip("0123456789").lower()] += pieces.get(target, [])
            if roles["content"]:
                found.append(Marked(*(tuple(roles[role]) for role in _ROLES)))
    return tuple(found)
