"""PolNeAR: are the right words attributed to the right source? (Newell and others, LREC 2018)

The folder holds `train/` and `dev/`, each with `text/ID.txt` and `attributions/ID_ANNOTATOR.ann` (brat standoff).
An article that several people marked is scored against the first of them in the order of their ids.

What is compared is tokens, a token being a maximal run of word characters. Attributions are paired one to one,
the best pair first. *relation*, the figure that counts, is the share of attributions paired so that the contents
have a Jaccard index of at least one half and the sources share a token (or neither names one). *quoted* and
*indirect* are the attributions whose content does and does not hold a quotation mark; pairing is done on all.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from counterclaim.annotate.parse import parse
from counterclaim.annotate.speech import find_speech
from counterclaim.evaluate.table import Table
from counterclaim.records import Passage, PassageKind, Report, UnreadableInput, UsageError, report_id

Pieces = tuple[tuple[int, int], ...]

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"[\"“”«»‘]|(?<!\w)'(?=\w)")
_TEXT_BOUND = re.compile(r"(T\d+)\t\S+ ([\d ;]+)\t")
_ROLES = ("source", "cue", "content")

SUBSETS = ("all", "quoted", "indirect")
MEASURES = ("content", "content half", "source", "cue", "relation")
RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as pieces of an article's text (code points, end exclusive). `source` may be empty."""

    source: Pieces
    cue: Pieces
    content: Pieces


@dataclass(frozen=True, slots=True)
class Article:
    """One text of the corpus with the attributions that a person marked in it."""

    id: str
    text: str
    gold: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class _Tokens:
    """An attribution as sets of token numbers."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    quoted: bool

    def belongs(self, subset: str) -> bool:
        """Whether the attribution is counted in `subset`."""
        return subset == "all" or self.quoted == (subset == "quoted")


@dataclass(slots=True)
class Counts:
    """What precision and recall are made of; both may count hits of their own (token measures do)."""

    found: int = 0
    predicted: int = 0
    recalled: int = 0
    gold: int = 0

    def add(self, other: Counts) -> None:
        """Add the counts of another article."""
        self.found += other.found
        self.predicted += other.predicted
        self.recalled += other.recalled
        self.gold += other.gold

    def scores(self) -> tuple[float, float, float]:
        """Precision, recall and F1 in percent, 0 where there is nothing to divide by."""
        precision = self.found / self.predicted if self.predicted else 0.0
        recall = self.recalled / self.gold if self.gold else 0.0
        both = precision + recall
        return 100 * precision, 100 * recall, 200 * precision * recall / both if both else 0.0


Score = dict[tuple[str, str], Counts]


def evaluate_polnear(
    data: Path, split: str = "dev", limit: int | None = None, ids: Collection[str] | None = None
) -> Table:
    """Annotate the articles of `split` and score what was found.

    `limit` keeps the first articles in the order of their ids, `ids` those named. Raises `UnreadableInput` if
    `data` holds no such split, `UsageError` if nothing is left to score.
    """
    articles = read_articles(data, split, limit, ids)
    if not articles:
        raise UsageError(f"No article of {data / split} was chosen: give ids that stand in its folder text.")
    predictions = predict(articles)
    return score_table(f"PolNeAR {split}, {len(articles)} articles", articles, predictions)


def read_articles(
    data: Path, split: str, limit: int | None = None, ids: Collection[str] | None = None
) -> tuple[Article, ...]:
    """The articles of a split in the order of their ids. Raises `UnreadableInput` if there are none."""
    base = data / split
    paths = sorted((base / "text").glob("*.txt"))
    if not paths:
        raise UnreadableInput(f"There is no PolNeAR split at {base}: give the folder that holds train and dev.")
    chosen = [path for path in paths if ids is None or path.stem in ids][:limit]
    return tuple(_read_article(base, path) for path in chosen)


def _read_article(base: Path, path: Path) -> Article:
    """One article with the marks of its first annotator. Line ends stay as they are: offsets count them."""
    text = path.read_bytes().decode("utf-8")
    marked_by = sorted((base / "attributions").glob(f"{path.stem}_????.ann"))
    gold = read_annotations(marked_by[0].read_text(encoding="utf-8")) if marked_by else ()
    return Article(path.stem, text, gold)


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
    for found in find_speech(parse(as_report(text))):
        if found.parent is None:
            source = tuple(piece for source in found.sources for piece in source)
            yield Marked(source, found.cue, found.content)


def score_table(title: str, articles: Sequence[Article], predictions: dict[str, tuple[Marked, ...]]) -> Table:
    """The table of `predictions` against the gold of `articles`; an article without predictions has none found.

    Its scores are `polnear.SUBSET.MEASURE` with `.p`, `.r` and `.f1`, in percent. The interval is that of F1 for
    articles drawn anew with replacement (95 %).
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
    return Table(title, columns, tuple(rows), scores)


def score_article(text: str, gold: Iterable[Marked], predicted: Iterable[Marked]) -> Score:
    """The counts of one article, by subset and measure.

    `content` and `cue` compare the union of tokens; `content half` pairs by the Jaccard index alone; `source`
    compares the tokens of the sources of attributions whose contents were paired by most tokens shared.
    """
    token_at = _token_numbers(text)
    golds = [_tokens(marked, text, token_at, pad=0) for marked in gold]
    founds = [_tokens(marked, text, token_at, pad=1) for marked in predicted]
    by_half = _pairs(golds, founds, _jaccard, lambda g, p: _jaccard(g, p) >= 0.5)
    related = _pairs(golds, founds, _jaccard, lambda g, p: _jaccard(g, p) >= 0.5 and _same_source(g, p))
    by_overlap = _pairs(golds, founds, lambda g, p: (_shared(g, p), _jaccard(g, p)), lambda g, p: True)
    score: Score = {}
    for subset in SUBSETS:
        score[subset, "content"] = _union(golds, founds, subset, lambda a: a.content)
        score[subset, "cue"] = _union(golds, founds, subset, lambda a: a.cue)
        score[subset, "content half"] = _paired(golds, founds, by_half, subset)
        score[subset, "relation"] = _paired(golds, founds, related, subset)
        sources = Counts()
        for g, p in by_overlap:
            if golds[g].belongs(subset):
                one, other = golds[g].source, founds[p].source
                shared = len(one & other)
                sources.add(Counts(shared, len(other), shared, len(one)))
        score[subset, "source"] = sources
    return score


def _token_numbers(text: str) -> list[int]:
    """For each character the number of the token it stands in, -1 between tokens."""
    numbers = [-1] * len(text)
    for number, word in enumerate(_WORD.finditer(text)):
        numbers[word.start() : word.end()] = [number] * (word.end() - word.start())
    return numbers


def _tokens(marked: Marked, text: str, token_at: list[int], pad: int) -> _Tokens:
    """An attribution as token sets. It is quoted if its content holds a mark, or has one within `pad` characters."""

    def numbers(pieces: Pieces) -> frozenset[int]:
        return frozenset(n for start, end in pieces for n in token_at[start:end] if n >= 0)

    quoted = any(_MARK.search(text[max(0, start - pad) : end + pad]) for start, end in marked.content)
    return _Tokens(numbers(marked.source), numbers(marked.cue), numbers(marked.content), quoted)


def _shared(gold: _Tokens, found: _Tokens) -> int:
    return len(gold.content & found.content)


def _jaccard(gold: _Tokens, found: _Tokens) -> float:
    union = len(gold.content | found.content)
    return len(gold.content & found.content) / union if union else 0.0


def _same_source(gold: _Tokens, found: _Tokens) -> bool:
    return bool(gold.source & found.source) if gold.source else not found.source


def _pairs(
    golds: Sequence[_Tokens],
    founds: Sequence[_Tokens],
    rank: Callable[[_Tokens, _Tokens], float | tuple[float, float]],
    allowed: Callable[[_Tokens, _Tokens], bool],
) -> list[tuple[int, int]]:
    """One-to-one pairs of attributions whose contents share a token, the best first; earlier ones win a tie."""
    candidates = [
        (rank(gold, found), -g, -p)
        for g, gold in enumerate(golds)
        for p, found in enumerate(founds)
        if gold.content & found.content and allowed(gold, found)
    ]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for _, g, p in sorted(candidates, reverse=True):
        if -g not in taken_gold and -p not in taken_found:
            taken_gold.add(-g)
            taken_found.add(-p)
            pairs.append((-g, -p))
    return pairs


def _paired(golds: Sequence[_Tokens], founds: Sequence[_Tokens], pairs: list[tuple[int, int]], subset: str) -> Counts:
    """Counts where an attribution is one item: right if it was paired."""
    return Counts(
        found=sum(founds[p].belongs(subset) for _, p in pairs),
        predicted=sum(found.belongs(subset) for found in founds),
        recalled=sum(golds[g].belongs(subset) for g, _ in pairs),
        gold=sum(gold.belongs(subset) for gold in golds),
    )


def _union(
    golds: Sequence[_Tokens], founds: Sequence[_Tokens], subset: str, part: Callable[[_Tokens], frozenset[int]]
) -> Counts:
    """Counts where a token is one item: right if it stands in the same part of any attribution on the other side."""
    every_gold = frozenset[int]().union(*(part(gold) for gold in golds))
    every_found = frozenset[int]().union(*(part(found) for found in founds))
    some_gold = frozenset[int]().union(*(part(gold) for gold in golds if gold.belongs(subset)))
    some_found = frozenset[int]().union(*(part(found) for found in founds if found.belongs(subset)))
    return Counts(len(some_found & every_gold), len(some_found), len(some_gold & every_found), len(some_gold))


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
