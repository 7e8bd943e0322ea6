"""`counterclaim evaluate chains DATA`: statements inside statements, who passed words on, told whom, where and when.

The labels lie in the repository, in `benchmarks/labels/chains_*.jsonl` (how they were made stands beside them); DATA
holds the texts: `data/polnear/train/text` and `data/syria/reports.jsonl`. A label file has all statements of a
sentence. They are paired one to one with those found there by the words of their contents inside the sentence
(Jaccard index of one half or more), the best pair first; what else is asked, is asked of the pairs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from counterclaim.annotate.names import name_entities
from counterclaim.annotate.parse import parse
from counterclaim.annotate.speech import find_speech
from counterclaim.annotate.statements import make_statements
from counterclaim.annotate.times import find_times
from counterclaim.evaluate.overlap import jaccard, word_starts
from counterclaim.evaluate.polnear import Counts, as_report
from counterclaim.evaluate.score import Scored
from counterclaim.evaluate.table import Table
from counterclaim.read import read
from counterclaim.records import (
    Annotations,
    Document,
    Hedge,
    Manner,
    Report,
    Span,
    Statement,
    UnreadableInput,
    Who,
)

#: Where the labels lie, seen from where the project is worked on.
LABELS = Path("benchmarks") / "labels"
CORPORA = ("polnear", "syria")

#: What is asked of the pairs. The first have precision and recall, as either side may have none; the others a share.
_SETS = ("parent", "via", "addressee", "setting", "said", "hedge", "unnamed")
_SHARES = ("source", "manner", "act", "condition kept")
_FOUND = ("statements", "nested", "outermost")
_OVER = "nested in plain sentences"

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A statement as a reader labelled it. Spans have become the places where their words begin.

    `said` stays a span, since it is compared with the time expression there. `spokesman` is true where `via` speaks
    for `source`, so that either may be taken for the speaker.
    """

    id: str
    parent: str | None
    source: tuple[Words, ...]
    via: tuple[Words, ...]
    addressee: tuple[Words, ...]
    content: Words
    setting: Words
    condition: Words
    said: tuple[int, int] | None
    unnamed: str | None
    manner: str
    act: str
    hedge: str
    spokesman: bool = False
    spoken_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One labelled sentence: where it stands in which text, and all its statements."""

    corpus: str
    id: str
    start: int
    end: int
    plain: bool
    statements: tuple[Labelled, ...]

    def holds(self, span: Span | None) -> bool:
        """Whether a span begins in the sentence."""
        return span is not None and self.start <= span.start < self.end

    def words(self, spans: Iterable[Span | None]) -> Words:
        """Where in the sentence the words of some spans begin."""
        places = word_starts(span for span in spans if span is not None)
        return frozenset(place for place in places if self.start <= place < self.end)


Tally = dict[str, Counts]


def evaluate_chains(data: Path, labels: Path = LABELS) -> Scored:
    """Annotate the labelled texts whole and score what was found in the labelled sentences.

    Raises `UnreadableInput` if labels or texts are not there or do not fit each other.
    """
    tallies: dict[str, list[Tally]] = {}
    for corpus in CORPORA:
        rows = sorted(_rows(labels / f"chains_{corpus}.jsonl"), key=lambda row: str(row["id"]))
        reports = _reports(corpus, data, (str(row["id"]) for row in rows))
        tallies[corpus] = []
        for key, group in groupby(rows, key=lambda row: str(row["id"])):
            found = statements_in(reports[key])
            tallies[corpus] += [score_sentence(read_sentence(row, reports[key].text), found) for row in group]
    return Scored(table_of(tallies), {})


def statements_in(report: Report) -> Annotations:
    """The statements and times of a report. Claims and figures, which take as long again, are not scored here."""
    parsed = parse(report)
    times = find_times(parsed)
    statements = make_statements(parsed, name_entities(parsed), find_speech(parsed), times)
    return Annotations(report.id, times=tuple(times), statements=tuple(statements))


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        raise UnreadableInput(f"The labels {path} cannot be read ({error}): run this where the project is.") from error


def _reports(corpus: str, data: Path, keys: Iterable[str]) -> dict[str, Report]:
    """The texts with these keys, as reports. PolNeAR's have no date or outlet."""
    wanted = set(keys)
    if corpus == "polnear":
        paths = {path.stem: path for path in (data / "data" / "polnear" / "train" / "text").glob("*.txt")}
        found = {key: as_report(paths[key].read_bytes().decode("utf-8")) for key in wanted & paths.keys()}
    else:
        documents = read([str(data / "data" / "syria" / "reports.jsonl")])
        found = {
            str(item.report.key): item.report
            for item in documents
            if isinstance(item, Document) and item.report.key in wanted
        }
    if missing := sorted(wanted - found.keys()):
        raise UnreadableInput(f"The text {missing[0]} of {corpus} is not in {data}: give the folder that holds data/.")
    return found


def read_sentence(row: Mapping[str, Any], text: str) -> Sentence:
    """A line of a label file, with the text that its offsets point into."""

    def words(pieces: Iterable[Sequence[int]]) -> Words:
        return word_starts(Span.of(text, start, end) for start, end in pieces)

    def each(pieces: Iterable[Sequence[int]]) -> tuple[Words, ...]:
        return tuple(words([piece]) for piece in pieces)

    statements = tuple(
        Labelled(
            id=entry["id"],
            parent=entry["parent"],
            source=each(entry["source"]),
            via=each(entry["via"]),
            addressee=each(entry["addressee"]),
            content=words(entry["content"]),
            setting=words([entry["setting"]] if entry["setting"] else []),
            condition=words([entry["condition"]] if entry["condition"] else []),
            said=(entry["said"][0], entry["said"][1]) if entry["said"] else None,
            unnamed=entry["unnamed"],
            manner=entry["manner"],
            act=entry["act"],
            hedge=entry["hedge"],
            spokesman=entry.get("spokesman", False),
            spoken_elsewhere=not entry["source"] and not entry["cue"],
        )
        for entry in row["statements"]
    )
    start, end = row["sentence"]
    return Sentence(row["corpus"], str(row["id"]), start, end, row["plain"], statements)


def score_sentence(sentence: Sentence, found: Annotations) -> Tally:
    """The counts of one sentence, by what is counted."""
    tally: Tally = {name: Counts() for name in (*_FOUND, _OVER, *_SETS, *_SHARES)}
    here = [s for s in found.statements if s.manner is not Manner.NARRATION and sentence.words(s.content)]
    pairs = _pairs(sentence, here)
    matched = {ours.id for _, ours in pairs}
    # A statement whose cue stands in another sentence is labelled there.
    ours = [s for s in here if s.id in matched or sentence.holds(s.cue)]
    unscored = {s.id for gold, s in pairs if gold.spoken_elsewhere}
    for name, nested in zip(_FOUND, (None, True, False), strict=True):
        golds = [g for g in sentence.statements if not g.spoken_elsewhere and nested in (None, g.parent is not None)]
        founds = [s for s in ours if s.id not in unscored and nested in (None, s.parent is not None)]
        recalled = {gold.id for gold, _ in pairs}
        tally[name] = Counts(
            sum(s.id in matched for s in founds), len(founds), sum(g.id in recalled for g in golds), len(golds)
        )
    if sentence.plain:
        tally[_OVER] = _share(sum(s.parent is not None for s in ours), len(ours))
    by_id = {s.id: s for s in found.statements}
    gold_of = {s.id: gold for gold, s in pairs}
    for gold, statement in pairs:
        if gold.spoken_elsewhere:
            continue
        parent = gold_of.get(statement.parent or "")
        right = gold.parent is not None and parent is not None and parent.id == gold.parent
        tally["parent"].add(_one(right, statement.parent is not None, gold.parent is not None))
        for name, counts in _compare(sentence, gold, statement, by_id, found).items():
            tally[name].add(counts)
    return tally


def _pairs(sentence: Sentence, here: Sequence[Statement]) -> list[tuple[Labelled, Statement]]:
    """One-to-one pairs, the best first; of equal ones first those that share a source, then the earlier."""
    candidates = [
        (alike, _same_source(sentence, gold, ours), -g, -o)
        for g, gold in enumerate(sentence.statements)
        for o, ours in enumerate(here)
        if (alike := jaccard(gold.content, sentence.words(ours.content))) >= 0.5
    ]
    golds: set[int] = set()
    founds: set[int] = set()
    pairs = []
    for _, _, g, o in sorted(candidates, reverse=True):
        if g not in golds and o not in founds:
            golds.add(g)
            founds.add(o)
            pairs.append((sentence.statements[-g], here[-o]))
    return pairs


def _compare(
    sentence: Sentence, gold: Labelled, ours: Statement, by_id: Mapping[str, Statement], found: Annotations
) -> Tally:
    """What the pair has right, by what is asked."""
    setting = sentence.words([ours.setting])
    hedged = gold.hedge != Hedge.NONE
    counts = {
        "source": _share(_same_source(sentence, gold, ours)),
        "manner": _share(gold.manner == ours.manner),
        "act": _share(gold.act == ours.act),
        "addressee": _overlapping(sentence, gold.addressee, ours.addressee),
        "setting": _one(bool(setting & gold.setting), bool(setting), bool(gold.setting)),
        "said": _one(_same_time(gold, ours, found), ours.said_from == "text", gold.said is not None),
        "hedge": _one(hedged and gold.hedge == ours.hedge, ours.hedge is not Hedge.NONE, hedged),
    }
    if not gold.spokesman:
        counts["via"] = _relays(sentence, gold, ours, by_id)
    if gold.source:
        kind = ours.sources[0].unnamed if ours.sources else None
        counts["unnamed"] = _one(kind == gold.unnamed, kind is not None, gold.unnamed is not None)
    if gold.condition:
        counts["condition kept"] = _share(gold.condition <= sentence.words(ours.content))
    return counts


def _same_source(sentence: Sentence, gold: Labelled, ours: Statement) -> bool:
    """Whether the sources share a word each; none in the sentence fits none in the sentence."""
    named = [words for who in ours.sources if (words := sentence.words([who.span]))]
    if not gold.source:
        return not named
    if gold.spokesman and len(named) == 1 and any(named[0] & words for words in gold.via):
        return True
    return len(named) == len(gold.source) and all(any(g & n for n in named) for g in gold.source)


def _relays(sentence: Sentence, gold: Labelled, ours: Statement, by_id: Mapping[str, Statement]) -> Counts:
    """Through whom. The chain may name the speakers of the statements around it too: the labels tell these by
    `parent`, so they do not count against it."""
    outer: list[Who] = []
    above = by_id.get(ours.parent or "")
    while above is not None:
        outer += [*above.sources, *above.via]
        above = by_id.get(above.parent or "")
    around = {who.span for who in outer}
    counted = [w for w in ours.via if w.span not in around or any(sentence.words([w.span]) & g for g in gold.via)]
    return _overlapping(sentence, gold.via, counted)


def _overlapping(sentence: Sentence, gold: Sequence[Words], ours: Iterable[Who]) -> Counts:
    named = [sentence.words([who.span]) for who in ours]
    return Counts(
        sum(any(g & n for g in gold) for n in named),
        len(named),
        sum(any(g & n for n in named) for g in gold),
        len(gold),
    )


def _same_time(gold: Labelled, ours: Statement, found: Annotations) -> bool:
    """Whether the statement's time has the value of a time expression at the labelled words."""
    if gold.said is None or ours.said_from != "text":
        return False
    start, end = gold.said
    return any(t.value == ours.said for t in found.times if t.span.start < end and start < t.span.end)


def _one(right: bool, found: bool, gold: bool) -> Counts:
    """The counts of one pair where either side may have nothing."""
    both = int(right and found and gold)
    return Counts(both, int(found), both, int(gold))


def _share(right: bool | int, of: int = 1) -> Counts:
    return Counts(int(right), of, int(right), of)


def table_of(tallies: Mapping[str, Sequence[Tally]]) -> Table:
    """The table over all sentences and by corpus. Its scores are `chains.CORPUS.WHAT`, with `.p`, `.r` and `.f1`
    where both sides may have none; in percent."""
    rows: list[tuple[object, ...]] = []
    scores: dict[str, float] = {}
    groups = {"all": [tally for each in tallies.values() for tally in each], **tallies}
    for corpus, group in groups.items():
        for name in (*_FOUND, *_SETS, *_SHARES, _OVER):
            total = Counts()
            for tally in group:
                total.add(tally[name])
            p, r, f1 = (round(figure, 1) for figure in total.scores())
            key = f"chains.{corpus}.{name.replace(' ', '_')}"
            if name in _FOUND or name in _SETS:
                scores |= {f"{key}.p": p, f"{key}.r": r, f"{key}.f1": f1}
                rows.append((corpus, name, p, r, f1, total.recalled, total.predicted, total.gold))
            else:
                scores[key] = p
                rows.append((corpus, name, None, None, p, total.recalled, None, total.gold))
    sentences = len(groups["all"])
    columns = ("of", "what", "P", "R", "F1 or %", "right", "found", "gold")
    return Table(f"Chains and nested statements in {sentences} sentences", columns, tuple(rows), scores)
