"""Stories: which reports are as wholes about the same happenings.

Two accounts of one happening may share no telling word in the sentences that differ ("It was ten past ten" against
"the first shell came down at twenty to nine"). What joins them is that their reports tell one story: they came out
within a few days, and their words, weighted by how few reports have them, are much the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from counterclaim.link.incidents.bags import Bag, Lexicon, cosine, strongest
from counterclaim.link.when import windows

#: How much of a report is read for its story, in characters: what follows is background.
_READ = 4000
#: Words by which a report is filed, and reports filed under one in one window; a word of more tells nothing.
_WORDS, _BLOCK = 60, 150
#: Reports further apart than this, in days, tell of one happening too seldom.
_DAYS = 20
#: Of the pairs of reports within four days that a reader set against each other, 85 % are at least so much alike (of
#: 1), and of all others 28 % (374 reports of one war).
_ALIKE = 0.08
#: The same for reports of one day or the next, and for those of more than a week.
_ALIKE_AT_ONCE, _AT_ONCE, _ALIKE_LATE, _LATE = 0.065, 1, 0.12, 9
#: Reports kept for each, the most alike first.
_MOST = 20


class Stories:
    """The reports of a pile that tell one story, two and two, with how much they are alike (0 to 1)."""

    def __init__(self, lexicon: Lexicon, published: Mapping[str, date | None], lengths: Mapping[str, int]) -> None:
        self._bags: dict[str, Bag] = {r: lexicon.bag(r, 0, min(_READ, length)) for r, length in lengths.items()}
        self._published = published
        self._alike: dict[tuple[str, str], float] = {}
        self._pairs = list(self._find())

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Every two reports of one story, in the order of the pile."""
        return self._pairs

    def alike(self, left: str, right: str) -> float:
        """How much two reports have in common."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._alike:
            self._alike[pair] = cosine(self._bags[left], self._bags[right])
        return self._alike[pair]

    def _find(self) -> Iterator[tuple[str, str]]:
        order = {report: number for number, report in enumerate(self._bags)}
        best: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for left, right in self._filed_together():
            alike = self.alike(left, right)
            if alike >= self._enough(left, right):
                best[left].append((-alike, right))
                best[right].append((-alike, left))
        kept = {
            (one, other) if order[one] < order[other] else (other, one)
            for one, others in best.items()
            for _, other in sorted(others)[:_MOST]
        }
        yield from sorted(kept, key=lambda pair: (order[pair[0]], order[pair[1]]))

    def _enough(self, left: str, right: str) -> float:
        days = self._published[left], self._published[right]
        between = abs((days[0] - days[1]).days) if days[0] and days[1] else _AT_ONCE + 1
        return _ALIKE_AT_ONCE if between <= _AT_ONCE else _ALIKE if between <= _LATE else _ALIKE_LATE

    def _filed_together(self) -> Iterator[tuple[str, str]]:
        """Every two reports of like date that share two of their most telling words."""
        blocks: dict[tuple[str, int], list[str]] = defaultdict(list)
        for report, bag in self._bags.items():
            day = self._published[report]
            for word in strongest(bag, _WORDS):
                for window in windows(day.toordinal(), _DAYS) if day else (-1,):
                    blocks[word, window].append(report)
        shared: Counter[tuple[str, str]] = Counter()
        for block in blocks.values():
            if len(block) <= _BLOCK:
                shared.update((one, other) for at, one in enumerate(block) for other in block[at + 1 :])
        for (one, other), many in shared.items():
            days = self._published[one], self._published[other]
            near = days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= _DAYS
            if many > 1 and near:
                yield one, other
