"""Parts: what one report tells of one happening, over several sentences and in its headline.

A report tells of more than one: what is new, what was done elsewhere on the same day, what happened years ago. A
reader goes by the paragraph, by days and places that are named, by what is taken up again ("the blast", "Wednesday's
attack") and what is brought in afresh ("elsewhere", "hours later", "another bomb"). So does this: sentence by sentence
each is put to the part that it fits best, or begins a new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from counterclaim.link.incidents.bags import Weights
from counterclaim.link.incidents.beats import Beat, Beats
from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.pile import Pile
from counterclaim.records import PassageKind

_A_FEW_DAYS = 3
#: So many reports name places before these say that two happenings are of two places.
_AGREED = 3
#: As far into a report, in characters, its lead reaches: what a headline tells of stands there.
_LEAD = 1200
#: From so much on a sentence goes on with a part, and what speaks for and against that.
_GOES_ON = 1.0
_BESIDE, _NEXT, _NEAR = 1.6, 0.9, 500
_DAY, _PLACE, _NUMBER, _TAKEN_UP, _FIRST, _NOTHING_ELSE = 0.6, 1.5, 1.0, 0.9, 0.6, 0.5
_NEW, _FRESH, _ELSEWHERE, _OTHER_MEANS, _ARRESTED, _LONG_AGO = 0.9, 2.0, 1.6, 1.2, 1.2, 1.0
_ANOTHER_PLACE = 0.5
_WORDS, _MANY_WORDS = 0.5, 3


class Part:
    """The beats of one happening, in order."""

    def __init__(self, beat: Beat) -> None:
        self.beats = [beat]

    def add(self, beat: Beat) -> None:
        """Goes on with a sentence."""
        self.beats.append(beat)

    @property
    def last(self) -> Beat:
        """The sentence that stands last of it."""
        return self.beats[-1]

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of happening."""
        return frozenset(kind for beat in self.beats for kind in beat.kinds)

    @property
    def arrest(self) -> bool:
        """Whether somebody is arrested in it."""
        return any(beat.arrest for beat in self.beats)

    @property
    def own(self) -> frozenset[tuple[date, date]]:
        """The times that its sentences give themselves."""
        return frozenset(beat.own for beat in self.beats if beat.own)

    @property
    def where(self) -> frozenset[str]:
        """The places that its sentences name."""
        return frozenset(place for beat in self.beats for place in beat.where)

    @property
    def tellings(self) -> list[Telling]:
        """All its tellings."""
        return [telling for beat in self.beats for telling in beat.tellings]


class Parts:
    """Cuts what the reports of a pile tell into parts."""

    def __init__(self, pile: Pile, lexicon: Weights) -> None:
        self._pile = pile
        self._beats = Beats(pile, lexicon)

    def numbered(self, told: Iterable[Telling]) -> Iterator[Telling]:
        """The tellings, which stand in order, each with the part of its report that it is of and the places it
        names."""
        for report, here in groupby(told, key=lambda telling: telling.report):
            found = self._in_report(report, list(here))
            numbered = [
                replace(t, part=number, where=beat.where or self._of(part), wide=beat.wide, afresh=part.beats[0].afresh)
                for number, part in enumerate(found)
                for beat in part.beats
                for t in beat.tellings
            ]
            yield from sorted(numbered, key=lambda telling: (telling.span.start, telling.record))

    @staticmethod
    def _of(part: Part) -> frozenset[str]:
        """The places near a part that names none."""
        return frozenset() if part.where else next((beat.near for beat in part.beats if beat.near), frozenset())

    def _in_report(self, report: str, told: Sequence[Telling]) -> list[Part]:
        heads = [p for p in self._pile.reports[report].passages if p.kind is PassageKind.HEADLINE]
        ends = heads[0].end if heads else 0
        beats = list(self._beats.of(report, told))
        found: list[Part] = []
        for beat in (beat for beat in beats if beat.start >= ends):
            home = _home(found, beat)
            if home is not None:
                home.add(beat)
            elif not _goes_on_long(beat):
                found.append(Part(beat))
        for beat in (beat for beat in reversed(beats) if beat.start < ends):
            lead = _lead(found, beat)
            if lead is None:
                found.insert(0, Part(beat))
            else:
                lead.beats.insert(0, beat)
        return found


def _home(found: Sequence[Part], beat: Beat) -> Part | None:
    """The part that a sentence goes on with best, if it does with any."""
    scored = [
        (fit, number)
        for number, part in enumerate(found)
        if (fit := _fit(part, beat, first=number == 0, nearest=_nearest(found, part))) is not None
    ]
    best = max(scored, default=(0.0, 0))
    return found[best[1]] if best[0] >= _GOES_ON else None


def _nearest(found: Sequence[Part], part: Part) -> bool:
    return part.last.start == max(other.last.start for other in found)


def _fit(part: Part, beat: Beat, *, first: bool, nearest: bool) -> float | None:
    """How well a sentence goes on with a part; None if it cannot."""
    if not _may_be_of(part, beat):
        return None
    own, where, last = part.own, part.where, part.last
    beside = last.paragraph == beat.paragraph and not beat.cut
    fit = _FIRST if first else 0.0
    if beside and nearest:
        fit += _BESIDE
    elif nearest and not beat.cut and beat.start - last.tellings[-1].span.end <= _NEAR:
        fit += _NEXT
    if beat.own:
        fit += _DAY if beat.own in own else 0.0
    if beat.where and where:
        sure = beat.new or beat.own or not beside
        fit += _PLACE if beat.where & where else -_ELSEWHERE * (1.0 if sure else 0.5)
    elif where and beat.near and not beside and not beat.near & where:
        fit -= _ELSEWHERE
    elif beat.where and not beside:
        fit -= _ANOTHER_PLACE
    if not beat.own and not beat.where and not beat.afresh and not beat.new:
        fit += _NOTHING_ELSE
    if not beside and own and all(map(_lasts, own)) and not beat.own:
        fit -= _LONG_AGO
    if beat.arrest != part.arrest and "held" in beat.kinds & part.kinds:
        fit -= _ARRESTED
    elsewhere = beat.where and where and not beat.where & where
    if not elsewhere and beat.counts & frozenset(count for one in part.beats for count in one.counts):
        fit += _NUMBER
    means, deeds = (
        frozenset(d for t in part.tellings for d in t.deeds),
        frozenset(d for t in beat.tellings for d in t.deeds),
    )
    if means and deeds and not means & deeds and not beat.again:
        fit -= _OTHER_MEANS
    if beat.again and (beside or not elsewhere):
        fit += _TAKEN_UP if nearest or first else _TAKEN_UP / 2
    fit += _WORDS * min(_MANY_WORDS, len(beat.words & frozenset(word for one in part.beats for word in one.words)))
    fit -= _FRESH if beat.afresh else 0.0
    return fit - (_NEW if beat.new and not beside else 0.0)


def _may_be_of(part: Part, beat: Beat) -> bool:
    """Whether neither days nor kinds of happening set a sentence apart from a part."""
    if beat.own and part.own and all(_far(beat.own, other) for other in part.own):
        return False
    if beat.own and not part.own and part.last.paragraph != beat.paragraph:
        carried = [one.carried for one in part.beats if one.carried]
        if _lasts(beat.own) or (carried and not beat.again and all(_far(beat.own, other) for other in carried)):
            return False
    if not beat.kinds or not part.kinds or beat.kinds & part.kinds:
        return True
    return part.last.paragraph == beat.paragraph and (
        (beat.again and not beat.arrest)
        or "protest" in beat.kinds | part.kinds
        or any(what in ("captured", "missing") for what, _ in beat.counts)
    )


def _goes_on_long(beat: Beat) -> bool:
    """Whether a sentence only goes on with what was told of a longer time, which is no happening."""
    given = [telling.when for telling in beat.tellings if not telling.carried]
    return beat.own is not None and _lasts(beat.own) and beat.own not in given


def _far(one: tuple[date, date], other: tuple[date, date]) -> bool:
    """Whether two times lie apart, or one is a day and the other a longer time."""
    apart = one[1] < other[0] or other[1] < one[0]
    return apart or _lasts(one) != _lasts(other)


def _lasts(time: tuple[date, date]) -> bool:
    """Whether a time is longer than a happening takes."""
    return (time[1] - time[0]).days > _A_FEW_DAYS


def _lead(found: Sequence[Part], head: Beat) -> Part | None:
    """The part near the beginning that a headline tells of: the one that shares most words with it, or the first."""
    near = [part for part in found if part.beats[0].start <= _LEAD and (not head.kinds or head.kinds & part.kinds)]
    near = [part for part in near if not (head.own and part.own) or head.own in part.own]

    def alike(part: Part) -> tuple[int, int]:
        words = frozenset(word for beat in part.beats for word in beat.words)
        counts = frozenset(count for beat in part.beats for count in beat.counts)
        return len(head.words & words) + 2 * len(head.counts & counts), -part.beats[0].start

    return max(near, key=alike, default=None)


def told_apart(left: Iterable[Telling], right: Sequence[Telling]) -> bool:
    """Whether some report tells of the two as of two happenings: in two parts of it that are of two days, of two
    places, or of which the later one is brought in as another one."""
    here = _parts_of(left)
    for key, (days, where, afresh, at) in _parts_of(right).items():
        for other, (other_days, other_where, other_afresh, other_at) in here.items():
            if key[0] != other[0] or key[1] == other[1]:
                continue
            if days and other_days and all(_far(one, two) for one in days for two in other_days):
                return True
            if where and other_where and not where & other_where:
                return True
            if afresh if at > other_at else other_afresh:
                return True
    return False


def elsewhere(left: Iterable[Telling], right: Iterable[Telling]) -> bool:
    """Whether reports set two happenings in places of which they share none; one report of each may be at odds on
    it."""
    one, other = ({(t.report, place) for t in told for place in t.where} for told in (left, right))
    if {place for _, place in one} & {place for _, place in other}:
        return False
    return bool(one and other) and len({report for report, _ in one} | {report for report, _ in other}) >= _AGREED


_Seen = tuple[set[tuple[date, date]], set[str], bool, int]


def _parts_of(told: Iterable[Telling]) -> Mapping[tuple[str, int], _Seen]:
    found: dict[tuple[str, int], _Seen] = {}
    for one in told:
        days, where, afresh, at = found.get((one.report, one.part), (set(), set(), one.afresh, one.span.start))
        if one.when and not one.carried:
            days.add(one.when)
        found[one.report, one.part] = days, where | one.where, afresh, min(at, one.span.start)
    return found
