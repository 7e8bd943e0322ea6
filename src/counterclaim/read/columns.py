"""Which column of a table holds what: names that people commonly give, and the user's own mapping before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counterclaim.records import UsageError

#: For each field the names that its column commonly has, the likeliest first, without spaces or punctuation.
COMMON: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "key", "docid", "documentid", "articleid", "reportid", "storyid", "unitid", "uuid", "guid"),
    "outlet": (
        "outlet", "publisher", "source", "publication", "newspaper", "sourcename", "sitename", "site", "provider",
    ),
    "published": (
        "published", "publishedat", "publishedon", "datepublished", "publisheddate", "publicationdate",
        "dateofpublication", "publishdate", "pubdate", "date", "datetime", "timestamp",
    ),
    "title": ("title", "headline", "heading", "articletitle"),
    "text": (
        "text", "body", "content", "article", "fulltext", "articletext", "articlebody", "articlecontent",
        "bodytext", "maintext", "plaintext", "story",
    ),
    "url": ("url", "link", "href", "uri", "permalink", "weburl", "articleurl"),
    "byline": ("byline", "author", "authors", "writer"),
}  # fmt: skip

_OTHER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """The user's mapping from a report's fields to the columns of their tables; empty for the common names."""

    given: Mapping[str, str]

    def __post_init__(self) -> None:
        unknown = sorted(set(self.given) - set(COMMON))
        if unknown:
            raise UsageError(f"A report has no field {', '.join(unknown)}: map columns to {', '.join(COMMON)}.")

    def find(self, names: Iterable[str]) -> dict[str, str]:
        """For each field the one of the table's column `names` that holds it; fields without one are left out."""
        known: dict[str, str] = {}
        for name in names:
            known.setdefault(_plain(name), name)
        found = {}
        for field, common in COMMON.items():
            wanted = (self.given[field],) if field in self.given else common
            column = next((known[_plain(name)] for name in wanted if _plain(name) in known), None)
            if column is not None:
                found[field] = column
        return found

    def missing(self, names: Iterable[str]) -> str:
        """The sentence for a table without a column of text, naming the columns that it has."""
        shown = [name if len(name) <= 40 else name[:39] + "…" for name in names]
        there = ", ".join(shown[:20]) + (f" and {len(shown) - 20} more" if len(shown) > 20 else "")
        wanted = f'no column "{self.given["text"]}"' if "text" in self.given else "no column of text"
        return f"there is {wanted} in this table; it has {there or 'none'}: name the one to read as text"


def _plain(name: str) -> str:
    """A column name without case, spaces and punctuation."""
    return _OTHER.sub("", name.casefold())
