"""Two numbers that are two states of one toll, as the reports themselves show.

One report gives the other's number as an earlier one; the injured of one have died in the other; or a headline says
that the toll mounts, and the lower number is left from before.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.link.compare.counts.beside import head, sentence_around
from counterclaim.link.compare.counts.count import Count
from counterclaim.link.compare.counts.sizes import size
from counterclaim.link.compare.counts.verdicts import Judged, named, opposed
from counterclaim.link.compare.counts.words import OVERTAKEN, RAISED
from counterclaim.link.pile import Pile
from counterclaim.records import Figure, Happened, Verdict

_BESIDE = {Happened.KILLED: Happened.INJURED, Happened.INJURED: Happened.KILLED}
#: Killed and injured of one happening are told no further apart than this, in characters.
_NEAR = 160
#: So few come to the same by chance.
_LEAST = 5
#: So many times more is a toll that a headline says to mount than the one left from before.
_MOUNTED = 2.0


def states(pile: Pile, left: Count, right: Count) -> Judged | None:
    """Why two counts are two states of one toll; None where nothing says so."""
    for check in (_given_as_earlier, _of_one_sum, _mounted):
        found = check(pile, left, right)
        if found is not None:
            return found
    return None


def _given_as_earlier(pile: Pile, left: Count, right: Count) -> Judged | None:
    """A report that gives both numbers, one as overtaken or the other as risen, explains the report that has one."""
    if left.figure.report == right.figure.report or opposed(pile, left, right):
        return None
    low, high = sorted((left, right), key=lambda count: size(count.figure))
    for one, other, told in ((high, low, OVERTAKEN), (low, high, RAISED)):
        for figure in pile.annotations[one.figure.report].figures:
            same = one.happened in figure.happened and size(figure) == size(other.figure)
            if same and told.search(sentence_around(pile, figure)):
                return Verdict.UPDATE, 0.6, ["One report gives both numbers, one of them as overtaken."]
    return None


def _of_one_sum(pile: Pile, left: Count, right: Count) -> Judged | None:
    """Two killed and ten injured, three killed and nine injured: one of the injured has died."""
    if left.figure.report == right.figure.report:
        return None
    for one in _totals(pile, left):
        for other in _totals(pile, right):
            if one == other >= _LEAST:
                return Verdict.UPDATE, 0.5, ["The killed and the injured of both come to the same."]
    return None


def _totals(pile: Pile, count: Count) -> Iterator[float]:
    """The killed and the injured together, of which a count gives the one or the other."""
    beside = _BESIDE.get(count.happened)
    for figure in pile.annotations[count.figure.report].figures:
        near = abs(figure.span.start - count.figure.span.start) <= _NEAR
        one_harm = beside in figure.happened and count.happened not in figure.happened
        if near and one_harm and _is_exact(figure) and _is_exact(count.figure):
            yield size(figure) + size(count.figure)


def _is_exact(figure: Figure) -> bool:
    return figure.low == figure.best == figure.high is not None


def _mounted(pile: Pile, left: Count, right: Count) -> Judged | None:
    """A report under the headline that the toll mounts, which gives a far higher number in its own voice first."""
    first, last = sorted((left, right), key=lambda count: count.figure.span.start)
    if first.figure.report != last.figure.report or named(pile, first) or not RAISED.search(head(pile, first)):
        return None
    if size(first.figure) >= _MOUNTED * size(last.figure):
        return Verdict.UPDATE, 0.5, ["The headline says that the toll was rising: the lower number is an earlier one."]
    return None
