"""Web pages that were saved: one file, one report. trafilatura finds the article and what the page says of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from counterclaim.read.characters import clean
from counterclaim.read.columns import Columns
from counterclaim.read.decode import decode
from counterclaim.read.source import MAX_CHARACTERS, MAX_TEXT_BYTES, Item, Reader, Source
from counterclaim.records import Rejected

#: A page is mostly markup. The largest news pages with inlined pictures have about 10 MB.
_MAX_BYTES = 4 * MAX_TEXT_BYTES
_CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,200}charset|\?xml[^>]{0,100}encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE
)
_MARKUP = re.compile(
    rb"^(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
#: Line of an article: a sentence with its end mark. Menus and log-in forms have none.
_SENTENCE = re.compile(r"^(?=.{25}).*[.!?。！？؟।…]", re.MULTILINE)
#: The date a page gives for itself, never one that htmldate would have to search for, and never compared with
#: today (its default). It is asked for whole days, because with a time it gives the date of the last change.
_DATE = {"original_date": True, "extensive_search": False, "min_date": "1600-01-01", "max_date": "2100-12-31"}


def _items(source: Source, columns: Columns) -> Iterator[Item | Rejected]:
    """The one article of a page."""
    if source.size > _MAX_BYTES:
        yield source.rejected(f"the page is larger than {_MAX_BYTES // 1_000_000} MB: save the article alone")
        return
    with source.open() as stream:
        data = stream.read()
    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, declared.group(1).decode("ascii") if declared else None)
    markup = clean(decoded.text)
    found = _extract(markup.text)
    if found is None or not _SENTENCE.search(found.text):
        yield source.rejected("there is no article in this page: save the page of the report itself, or its text")
        return
    yield Item(
        text=found.text,
        original=data,
        cleaning=(decoded.said, *markup.steps, found.tool),
        outlet=found.outlet,
        published=found.published,
        title=found.title,
        url=found.url,
        byline=found.byline,
        dates_from="what the page says of itself",
    )


class _Article:
    """What trafilatura found in a page (`tree`, as lxml parsed it)."""

    def __init__(self, text: str, tree: Any, tool: str) -> None:
        from trafilatura.metadata import extract_metadata

        said = extract_metadata(tree, date_config=_DATE)
        self.text, self.tool = text, tool
        self.title: str | None = said.title
        self.byline: str | None = said.author
        self.url: str | None = said.url
        self.published: str | None = said.date
        # Without a name of its own a page is only known by its address, which is no outlet's name.
        self.outlet: str | None = said.sitename if said.sitename != said.hostname else None


def _extract(markup: str) -> _Article | None:
    """The article in `markup`, a paragraph a line; None if there is none."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "readability", "justext"):
        # Without any handler Python prints these libraries' complaints on standard error.
        logging.getLogger(name).addHandler(logging.NullHandler())
    # Always a tree: given a string that looks like an address, htmldate would fetch it.
    tree = trafilatura.load_html(markup)
    if tree is None:
        return None
    text = trafilatura.extract(tree, include_comments=False, date_extraction_params=_DATE)
    if not text or len(text) > MAX_CHARACTERS * 4:
        return None
    return _Article(text, tree, f"trafilatura {trafilatura.__version__}")


READER = Reader("web page", frozenset({".html", ".htm", ".xhtml"}), lambda head: bool(_MARKUP.match(head)), _items)
