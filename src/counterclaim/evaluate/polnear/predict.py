"""PolNeAR's articles go through the annotator, and what it finds is scored."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from counterclaim.annotate.parse import parse
from counterclaim.annotate.speech import find_speech
from counterclaim.evaluate.polnear.read import Article, Marked, read_articles
from counterclaim.evaluate.polnear.tables import WORST, score_table
from counterclaim.evaluate.table import Table
from counterclaim.records import Passage, PassageKind, Report, UsageError, report_id


def evaluate_polnear(
    data: Path, split: str = "dev", limit: int | None = None, ids: Collection[str] | None = None, worst: int = WORST
) -> Table:
    """Annotate the articles of `split` and score what was found.

    `limit` keeps the first articles in the order of their ids, `ids` those named; `worst` is how many articles the
    last table lists. Raises `UnreadableInput` if `data` holds no such split, `UsageError` if nothing is left to score.
    """
    articles = read_articles(data, split, limit, ids)
    if not articles:
        raise UsageError(f"No article of {data / split} was chosen: give ids that stand in its folder text.")
    predictions = predict(articles)
    return score_table(f"PolNeAR {split}, {len(articles)} articles", articles, predictions, worst)


def as_report(text: str) -> Report:
    """A plain text as a report with one paragraph a line."""
    passages = tuple(
        Passage(line.start(), line.end(), line[0], PassageKind.PARAGRAPH)
        for line in re.finditer(r"[^\n]*\S[^\n]*", text)
    )
    return Report(
        id=report_id(None, None, None, None, text),
        path=None,
        row=None,
        key=None,
        url=None,
        outlet=None,
        title=None,
        byline=None,
        credit=None,
        dateline=None,
        published=None,
        published_from=None,
        dates=(),
        language="en",
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        passages=passages,
    )


def predict(articles: Iterable[Article]) -> dict[str, tuple[Marked, ...]]:
    """The attributions found in each article, by its id: the outermost ones, as PolNeAR marks no others."""
    return {article.id: tuple(_outermost(article.text)) for article in articles}


def _outermost(text: str) -> Iterator[Marked]:
    """The attributions of a text that stand inside no other."""
    for found in find_speech(parse(as_report(text))).attributions:
        if found.parent is None:
            source = tuple(piece for source in found.sources for piece in source)
            yield Marked(source, found.cue, found.content)
