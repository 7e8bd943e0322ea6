"""The scores of many articles as tables: over all of them, by outlet, and the articles where least is right."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.evaluate.polnear.read import Article, Marked
from counterclaim.evaluate.polnear.score import MEASURES, SUBSETS, Counts, Score, score_article
from counterclaim.evaluate.table import Table

RESAMPLES = 1000
#: How many articles the table of the worst lists.
WORST = 20
#: An article with fewer attributions than this in the gold is not listed: one of them would move it too far.
ENOUGH_GOLD = 5

_RELATION = ("all", "relation")


def score_table(
    title: str, articles: Sequence[Article], predictions: dict[str, tuple[Marked, ...]], worst: int = WORST
) -> Table:
    """The table of `predictions` against the gold of `articles`; an article without predictions has none found.

    Its scores are `polnear.SUBSET.MEASURE` with `.p`, `.r` and `.f1`, in percent. The interval is that of F1 for
    articles drawn anew with replacement (95 %). `more` has relation by outlet, and the `worst` articles.
    """
    per_article = [score_article(a.text, a.gold, predictions.get(a.id, ())) for a in articles]
    rows = []
    scores: dict[str, float] = {}
    for subset in SUBSETS:
        for measure in MEASURES:
            counts = [score[subset, measure] for score in per_article]
            total = _total(counts)
            precision, recall, f1 = total.scores()
            low, high = _interval(counts)
            figures = [round(x, 1) for x in (precision, recall, f1, low, high)]
            rows.append((subset, measure, *figures, total.predicted, total.gold))
            name = f"polnear.{subset}.{measure.replace(' ', '_')}"
            scores |= {f"{name}.p": figures[0], f"{name}.r": figures[1], f"{name}.f1": figures[2]}
    columns = ("of", "measure", "P", "R", "F1", "F1 from", "F1 to", "predicted", "gold")
    more = [_by_outlet(articles, per_article), _worst(articles, per_article, worst)]
    return Table(title, columns, tuple(rows), scores, tuple(table for table in more if table.rows))


def _by_outlet(articles: Sequence[Article], per_article: Sequence[Score]) -> Table:
    """Relation by outlet, in the order of their names; articles without one come last."""
    by_outlet: defaultdict[str | None, list[Counts]] = defaultdict(list)
    for article, score in zip(articles, per_article, strict=True):
        by_outlet[article.outlet].append(score[_RELATION])
    rows = []
    for outlet in sorted(by_outlet, key=lambda name: (name is None, name or "")):
        total = _total(by_outlet[outlet])
        figures = [round(x, 1) for x in total.scores()]
        rows.append((outlet or "not known", len(by_outlet[outlet]), total.predicted, total.gold, *figures))
    columns = ("outlet", "articles", "predicted", "gold", "P", "R", "F1")
    return Table("Relation by outlet", columns, tuple(rows), {})


def _worst(articles: Sequence[Article], per_article: Sequence[Score], worst: int) -> Table:
    """The articles with the lowest F1 of relation, the lowest first; of two alike, that with more gold."""
    ranked = []
    for article, score in zip(articles, per_article, strict=True):
        counts = score[_RELATION]
        if counts.gold >= ENOUGH_GOLD:
            ranked.append((counts.scores()[2], -counts.gold, article.id, counts))
    ranked.sort(key=lambda item: item[:3])
    rows = tuple((id_, n.gold, n.predicted, n.found, round(f1, 1)) for f1, _, id_, n in ranked[:worst])
    title = f"Relation: the {len(rows)} worst articles with at least {ENOUGH_GOLD} attributions in the gold"
    return Table(title, ("article", "gold", "predicted", "right", "F1"), rows, {})


def _total(counts: Iterable[Counts]) -> Counts:
    total = Counts()
    for count in counts:
        total.add(count)
    return total


def _interval(counts: Sequence[Counts]) -> tuple[float, float]:
    """Where 95 % of the F1 scores lie if the articles are drawn anew with replacement; the same on every run."""
    draw = random.Random(0)
    f1 = sorted(_total(draw.choices(counts, k=len(counts))).scores()[2] for _ in range(RESAMPLES))
    return f1[int(RESAMPLES * 0.025)], f1[int(RESAMPLES * 0.975)]
