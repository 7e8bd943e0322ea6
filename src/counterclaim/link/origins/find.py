"""Find the copies in a pile of reports, step by step."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.link.groups import components
from counterclaim.link.judge import judge
from counterclaim.link.origins.align import Beside, Pair
from counterclaim.link.origins.copies import Copies, Passage
from counterclaim.link.origins.passages import DAYS, LONG_ENOUGH, Texts, day_of, one_passage, texts_of
from counterclaim.link.origins.quotations import same_quotations
from counterclaim.link.origins.sentences import Sentence, sentences_of
from counterclaim.records import Annotations, Evidence, Judgement, Report, Verdict

#: Share of the shorter report's sentences (or words) that stand in the longer one from which it is a copy of it.
COPY = 0.5
#: The same for two reports that are more than a week apart, which share more background.
_COPY_LATER = 0.8
#: Share of the longer report below which only a passage was copied: a digest holds many reports, which do not come
#: from one another.
_OF_LONGER = 0.2
#: Reports that share fewer words than this are copies only where they are the same word for word.
_SHORTEST = 20
#: Share of the shorter report's words that its sentences with neighbours in another have, from which the two are
#: put side by side.
_WORTH = 0.1
#: Each sentence leads to the first reports that have it; each report is put side by side with the best.
_FIRST = 8
_BEST = 12

Node = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Beside:
    """Two reports side by side, the earlier first: their `pairs` of sentences, those that count (`same`), out of
    how many sentences of the shorter report, and which share of it that is."""

    earlier: int
    later: int
    pairs: list[Pair]
    copy: bool
    share: float
    same: list[Pair]
    of: int
    in_earlier: bool


class _Pile:
    def __init__(self, reports: Sequence[Report]) -> None:
        self.reports = reports
        self.sentences = [sentences_of(report) for report in reports]
        self.texts: Texts = texts_of(reports, self.sentences)
        self.days = [day_of(report) for report in reports]

    def sentence(self, node: Node) -> Sentence:
        return self.sentences[node[0]][node[1]]

    def number(self, sentence: Sentence) -> int:
        return self.texts.number[sentence.words]

    def told(self, report: int) -> list[int]:
        """The sentences of a report that say where it comes from: neither headlines, which outlets write themselves,
        nor standing background, unless there is little else."""
        inside = self.sentences[report]
        body = [n for n, s in enumerate(inside) if not s.head] or list(range(len(inside)))
        own = [n for n in body if self.number(inside[n]) not in self.texts.standing]
        return own if 2 * self.words(report, own) >= self.words(report, body) else body

    def words(self, report: int, which: Sequence[int]) -> int:
        return sum(len(self.sentences[report][n].words) for n in which)


def find_copies(reports: Sequence[Report], annotations: Mapping[str, Annotations] | None = None) -> Copies:
    """Which of these reports, ordered by date, are copies, and which passages of them.

    `annotations`, by report id, add the quotations of one speaker in two reports. Time grows as the number of
    sentences.
    """
    pile = _Pile(list({report.id: report for report in reports}.values()))
    beside = list(_side_by_side(pile))
    links = [(pile.reports[b.earlier].id, pile.reports[b.later].id) for b in beside if b.copy]
    origins = {report: group[0] for group in components([r.id for r in pile.reports], links) for report in group}
    homes = _homes(pile, beside)
    judgements = [_copy(pile, b) for b in beside if b.copy]
    judgements.extend(_passages(pile, homes, origins))
    passages: dict[str, list[Passage]] = defaultdict(list)
    for (r, n), (home, _) in homes.items():
        sentence = pile.sentences[r][n]
        passages[pile.reports[r].id].append(Passage(sentence.start, sentence.end, pile.reports[home].id))
    if annotations:
        quoted, ruled = same_quotations(pile.reports, annotations)
        judgements.extend(ruled)
        for report, stretches in quoted.items():
            passages[report].extend(stretches)
    ordered = {r.id: tuple(sorted(passages[r.id], key=_by_place)) for r in pile.reports if passages.get(r.id)}
    return Copies(origins, tuple(judgements), ordered)


def _by_place(passage: Passage) -> tuple[int, int, str]:
    return passage.start, passage.end, passage.home


def _side_by_side(pile: _Pile) -> Iterator[_Beside]:
    """Every report beside the earlier ones that have most of its sentences."""
    totals = [sum(len(s.words) for s in inside) for inside in pile.sentences]
    for later, inside in enumerate(pile.sentences):
        votes: Counter[int] = Counter()
        for sentence in inside:
            number = pile.number(sentence)
            first = {r for near in (number, *pile.texts.near[number]) for r in pile.texts.where[near][:_FIRST]}
            for earlier in first:
                if earlier < later:
                    votes[earlier] += len(sentence.words)
        best = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_BEST]
        worth = [earlier for earlier, words in best if words >= _WORTH * min(totals[earlier], totals[later])]
        beside = Beside(inside if worth else ())
        for earlier in worth:
            yield _compare(pile, earlier, later, beside.align(pile.sentences[earlier]))


def _compare(pile: _Pile, earlier: int, later: int, pairs: list[Pair]) -> _Beside:
    told = [frozenset(pile.told(earlier)), frozenset(pile.told(later))]
    total = [pile.words(earlier, sorted(told[0])), pile.words(later, sorted(told[1]))]
    kept = [p for p in pairs if p.left in told[0] or p.right in told[1]]
    in_earlier = total[0] < total[1]
    side = 0 if in_earlier else 1
    same = [p for p in kept if (p.left if in_earlier else p.right) in told[side]]
    words = sum(
        pair.likeness * min(len(pile.sentences[earlier][pair.left].words), len(pile.sentences[later][pair.right].words))
        for pair in same
    )
    share = max(len(same) / max(1, len(told[side])), words / max(1, total[side]))
    days = pile.days[earlier], pile.days[later]
    apart = abs((days[0] - days[1]).days) if days[0] and days[1] else 0
    enough = share >= (COPY if apart <= DAYS else _COPY_LATER) and words >= _OF_LONGER * max(total)
    alike = [s.words for s in pile.sentences[earlier]] == [s.words for s in pile.sentences[later]]
    copy = enough and (words >= _SHORTEST or alike)
    return _Beside(earlier, later, pairs, copy, min(1.0, share), same, len(told[side]), in_earlier)


def _homes(pile: _Pile, beside: Sequence[_Beside]) -> dict[Node, Node]:
    """For every sentence that stands in two reports its first place, the reports in their order."""
    first: dict[int, Node] = {}
    links: list[tuple[Node, Node]] = []
    for r, inside in enumerate(pile.sentences):
        for n, sentence in enumerate(inside):
            if len(sentence.words) < LONG_ENOUGH:
                continue
            number = pile.number(sentence)
            links.extend((first[same], (r, n)) for same in pile.texts.same[number] if same in first)
            links.append((first.setdefault(number, (r, n)), (r, n)))
    for side in beside:
        links.extend(((side.earlier, p.left), (side.later, p.right)) for p in _taken(pile, side))
    nodes = sorted({node for link in links for node in link})
    named = {f"{r} {n}": (r, n) for r, n in nodes}
    found: dict[Node, Node] = {}
    for group in components(named, [(f"{a[0]} {a[1]}", f"{b[0]} {b[1]}") for a, b in links]):
        members = [named[name] for name in group]
        if len({r for r, _ in members}) > 1:
            found.update(dict.fromkeys(members, members[0]))
    return found


def _taken(pile: _Pile, side: _Beside) -> list[Pair]:
    """The pairs of two reports that are one passage: all in a copy; else those that are so by themselves, and where one
    of these is no standing background, edited ones that are long or beside one of them in both reports."""
    if side.copy:
        return side.pairs
    sure = [p for p in side.pairs if _alone(pile, side, p)]
    if all(pile.number(pile.sentence((side.later, p.right))) in pile.texts.standing for p in sure):
        return sure
    near = {(p.left + n, p.right + n) for p in sure for n in (-1, 0, 1)}
    return [p for p in side.pairs if (p.left, p.right) in near or _shared(pile, side, p) >= LONG_ENOUGH]


def _shared(pile: _Pile, side: _Beside, pair: Pair) -> float:
    """How many words the two sentences of a pair have in common."""
    left, right = pile.sentence((side.earlier, pair.left)), pile.sentence((side.later, pair.right))
    return pair.likeness * min(len(left.words), len(right.words))


def _alone(pile: _Pile, side: _Beside, pair: Pair) -> bool:
    return one_passage(pile.sentences[side.earlier][pair.left].words, pile.sentences[side.later][pair.right].words)


def _copy(pile: _Pile, side: _Beside) -> Judgement:
    left, right = pile.reports[side.earlier], pile.reports[side.later]
    shorter, longer = (left, right) if side.in_earlier else (right, left)
    pairs = [((side.earlier, pair.left), (side.later, pair.right)) for pair in side.same]
    reason = _reason(pile, side.of, shorter, longer, pairs)
    evidence = _evidence(pile, *pairs[0])
    return judge("copy", (left.id, right.id), Verdict.SAME, side.share, [reason], evidence)


def _passages(pile: _Pile, homes: Mapping[Node, Node], origins: Mapping[str, str]) -> Iterator[Judgement]:
    """What each report shares with those that had it first and of which it is no copy."""
    shared: dict[tuple[int, int], list[tuple[Node, Node]]] = defaultdict(list)
    for node, home in homes.items():
        if origins[pile.reports[node[0]].id] != origins[pile.reports[home[0]].id]:
            shared[home[0], node[0]].append((home, node))
    for (earlier, later), pairs in sorted(shared.items()):
        pairs.sort(key=lambda pair: pair[1])
        body = len(pile.sentences[later])
        left, right = pile.reports[earlier], pile.reports[later]
        reasons = [_reason(pile, body, right, left, pairs)]
        if all(pile.number(pile.sentences[r][n]) in pile.texts.standing for _, (r, n) in pairs):
            reasons.append("Reports of different weeks have these words: they are standing background.")
        yield judge(
            "copy of passage",
            (left.id, right.id),
            Verdict.PART,
            len(pairs) / body,
            reasons,
            [piece for pair in pairs for piece in _evidence(pile, *pair)],
        )


def _evidence(pile: _Pile, *nodes: Node) -> list[Evidence]:
    return [pile.sentence(node).evidence(pile.reports[node[0]]) for node in nodes]


def _reason(pile: _Pile, of: int, shorter: Report, longer: Report, pairs: Sequence[tuple[Node, Node]]) -> str:
    same, edited = len(pairs), sum(pile.sentence(a).words != pile.sentence(b).words for a, b in pairs)
    told = f"{same} of {of} sentences of {_name(shorter)}"
    if not edited:
        return f"{told} {'is' if same == 1 else 'are'} the same as in {_name(longer)}."
    edits = "edited" if edited == same else f"{edited} of them edited"
    return f"{told} also {'stands' if same == 1 else 'stand'} in {_name(longer)}, {edits}."


def _name(report: Report) -> str:
    """A report as a reason names it."""
    return " of ".join(part for part in (report.outlet or "a report", (report.published or "")[:10]) if part)
