"""Stories: which reports are as wholes about the same happenings.

Two accounts of one happening may share no telling word in the sentences that differ ("It was ten past ten" against
"the first shell came down at twenty to nine"). What joins them is that their reports tell one story: they came out
within a few days, and their words, weighted by how few reports have them, are much the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from counterclaim.link.guests import Guests
from counterclaim.link.incidents.bags import Bag, Lexicon, cosine, strongest
from counterclaim.link.when import days_between, windows

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
#: In so few reports what all of them speak of tells as much as what one does: there it is how many words of five
#: letters or more two have in common, and such a pair counts as so much alike.
_FEW, _LONG_WORD, _IN_COMMON, _AS_ALIKE, _FEW_DAYS = 12, 5, 6, 0.15, 4
#: Reports kept for each, the most alike first. With 20, the Syrian reports gave two more disputes, neither of them
#: right, and a third more pairs where many reports come out in a week.
_MOST = 8


class Stories:
    """The reports of a pile that tell one story, two and two, with how much they are alike (0 to 1)."""

    def __init__(
        self,
        lexicon: Lexicon,
        published: Mapping[str, date | None],
        lengths: Mapping[str, int],
        guests: Guests | None = None,
    ) -> None:
        self._bags: dict[str, Bag] = {r: lexicon.bag(r, 0, min(_READ, length)) for r, length in lengths.items()}
        self._published = published
        self._alike: dict[tuple[str, str], float] = {}
        guests = guests or Guests()
        self._pairs = [pair for pair in self._find() if not guests.both(*pair)]

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Every two reports of one story, in the order of the pile; not those that another volume compares."""
        return self._pairs

    def alike(self, left: str, right: str) -> float:
        """How much two reports have in common."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._alike:
            one, other = self._bags[left], self._bags[right]
            long = sum(len(word) >= _LONG_WORD for word in one.keys() & other.keys())
            few = len(self._bags) <= _FEW and long >= _IN_COMMON
            self._alike[pair] = max(cosine(one, other), _AS_ALIKE if few else 0.0)
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

    def _apart(self, left: str, right: str) -> int:
        """How many days apart two reports came out; two where one of them does not say."""
        days = days_between(self._published[left], self._published[right])
        return _AT_ONCE + 1 if days is None else days

    def _enough(self, left: str, right: str) -> float:
        between = self._apart(left, right)
        return _ALIKE_AT_ONCE if between <= _AT_ONCE else _ALIKE if between <= _LATE else _ALIKE_LATE

    def _filed_together(self) -> Iterator[tuple[str, str]]:
        """Every two reports of like date that share two of their most telling words."""
        if len(self._bags) <= _FEW:
            yield from (
                (one, other) for one, other in combinations(self._bags, 2) if self._apart(one, other) <= _FEW_DAYS
            )
            return
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
            if many > 1 and self._apart(one, other) <= _DAYS:
                yield one, other
