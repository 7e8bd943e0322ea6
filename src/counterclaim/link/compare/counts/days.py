"""One toll, dated two ways: the same large number of the same people killed in one place, days apart.

That two accounts give the same number says more for one happening than their days say against it, if the number is
large enough not to be met by chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.link.compare.counts.count import Count
from counterclaim.link.compare.counts.pairs import Pair
from counterclaim.link.compare.counts.places import Map
from counterclaim.link.compare.counts.questions import whom
from counterclaim.link.compare.counts.sizes import size
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.times.words import day_in_words, sentence_at
from counterclaim.link.pile import Pile
from counterclaim.records import Slot

#: A number from which on two accounts hardly share it by chance.
_LARGE = 20
#: A night belongs to two days; what is further apart than `_FAR` days is another happening.
_NIGHT, _FAR = 1, 5
#: So likely two counts must answer one question for their days to be compared.
_LIKELY = 0.3
_SCORE = 0.65


def dated_apart(pile: Pile, places: Map, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Pairs of one number that are set on different days."""
    for pair in pairs:
        left, right = pair.left, pair.right
        if pair.within or left.day is None or right.day is None or pair.chance < _LIKELY:
            continue
        one_number = left.victims == right.victims and size(left.figure) == size(right.figure) >= _LARGE
        apart = abs((left.day - right.day).days)
        exact = not (left.figure.approximate or right.figure.approximate)
        told = not (left.scene.carried and right.scene.carried)
        copied = pile.origins[left.figure.report] == pile.origins[right.figure.report]
        if one_number and exact and told and not copied and _NIGHT < apart <= _FAR:
            shared = sorted(places.names(left) & places.names(right))
            if shared:
                yield _finding(pile, left, right)


def _finding(pile: Pile, left: Count, right: Count) -> Finding:
    sides = _answer(pile, left), _answer(pile, right)
    number = f"{size(left.figure):,.0f} {whom(left, right)}"
    reasons = [
        f"Both tell of {number} {left.happened.value} in one place.",
        f"One sets it on {sides[0].words}, the other on {sides[1].words}.",
    ]
    return conflict(Slot.TIME, _SCORE, f"On which day were {number} {left.happened.value}?", reasons, *sides)


def _answer(pile: Pile, count: Count) -> Answer:
    figure = count.figure
    sentence = sentence_at(pile.reports[figure.report].text, figure.span.start, figure.span.end)
    words = day_in_words(count.day) if count.day else ""
    return Answer(figure.id, figure.statement or "", words, pile.evidence(figure.report, sentence))
