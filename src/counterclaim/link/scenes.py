"""When and where a claim's happening is set, also where its own sentence does not say it again.

News tells one happening over several sentences and gives its day and place once. A scene therefore carries the last
day and places forward, as far as a reader would: until another time is named (also "in 2013": what follows is
background), and not over more than a few sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from counterclaim.link.pile import Pile
from counterclaim.records import Annotations, Claim, EntityKind, Span, TimeExpression
from counterclaim.records.timex import date_span

_JOINED = re.compile(r"\s*(?:,|,?\s*(?:and|or|as well as))\s+(?:again\s+)?(?:(?:on|in)\s+)?(?:the\s+)?")
#: What makes one time of two, within so many characters before the first.
_FROM, _OPENS = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.I), 15
#: How far a day or a place carries, in characters: about three sentences of news.
_CARRIES = 500
#: A place that more than this share of the reports name says little about which happening is meant.
_COMMON_PLACE = 0.12
#: In a small pile about one happening every report may name its place.
_SMALL = 12.0


@dataclass(frozen=True, slots=True)
class Scene:
    """When a claim's happening was, as first and last day, and its telling places; `carried` if the time comes from a
    sentence before, `placed` if the places stand in its own sentence. `named` are all places, also common ones, that
    its sentence names. `several`: it was on each of several days that are listed, and so is no one happening.

    `sentence` is the stretch of the report that the claim's own sentence takes up within its statement.
    """

    when: tuple[date, date] | None
    places: frozenset[str]
    carried: bool
    placed: bool
    named: frozenset[str]
    sentence: Span
    several: bool = False

    @classmethod
    def unknown(cls, sentence: Span) -> Scene:
        """The scene of words that no claim stands in."""
        return cls(None, frozenset(), carried=True, placed=False, named=frozenset(), sentence=sentence)

    @property
    def day(self) -> date | None:
        """The day, where it is known to the day."""
        return self.when[0] if self.when and self.when[0] == self.when[1] else None


def scenes_of(pile: Pile) -> dict[str, Scene]:
    """The scene of every claim of the pile, by its id."""
    found: dict[str, Scene] = {}
    for inside in pile.annotations.values():
        found.update(_report_scenes(pile, inside))
    return found


def _report_scenes(pile: Pile, annotations: Annotations) -> Iterator[tuple[str, Scene]]:
    when: tuple[date, date] | None = None
    day_at = place_at = -_CARRIES
    places: frozenset[str] = frozenset()
    most = max(_SMALL, _COMMON_PLACE * len(pile.reports))
    sentences = _Sentences(pile, annotations)
    listed = _listed(pile.reports[annotations.report].text, annotations.times)
    for claim in sorted(annotations.claims, key=lambda c: (c.trigger.start, c.id)):
        at = claim.trigger.start
        sentence = sentences.of(claim)
        several = claim.time_id in listed
        own, timed = (None, True) if several else _when([claim.time] if claim.time else sentence.times)
        if timed:
            when, day_at = own, at
        own_places = frozenset(place for place in sentence.places if pile.frequency[place] <= most)
        if own_places:
            places, place_at = own_places, at
        yield (
            claim.id,
            Scene(
                when if at - day_at <= _CARRIES else None,
                places if at - place_at <= _CARRIES else frozenset(),
                not timed,
                bool(own_places),
                sentence.places,
                sentence.span,
                several,
            ),
        )


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A stretch of a report with the times and the places that it names."""

    span: Span
    times: tuple[str, ...]
    places: frozenset[str]


class _Sentences:
    """The sentences of one report's claims, each looked at once, however many claims it makes."""

    def __init__(self, pile: Pile, annotations: Annotations) -> None:
        self._pile = pile
        self._times = annotations.times
        self._known: dict[tuple[int, int], _Sentence] = {}

    def of(self, claim: Claim) -> _Sentence:
        """The sentence of a claim, as far as its statement reaches."""
        statement = self._pile.statements[claim.statement]
        piece = next((p for p in statement.content if p.covers(claim.trigger)), claim.spans[0])
        text = self._pile.reports[claim.report].text
        start = max(piece.start, text.rfind(". ", piece.start, claim.trigger.start) + 2)
        stop = text.find(". ", claim.trigger.end, piece.end)
        end = stop + 1 if stop >= 0 else piece.end
        own = claim.spans[0]
        place = min(start, own.start), max(end, own.end)
        if place not in self._known:
            span = Span.of(text, *place)
            times = tuple(t.value for t in self._times if span.covers(t.span))
            self._known[place] = _Sentence(span, times, self._places(claim.report, span))
        return self._known[place]

    def _places(self, report: str, sentence: Span) -> frozenset[str]:
        line = (self._pile.reports[report].dateline or "").lower()
        return frozenset(
            entity.id
            for entity in self._pile.named_in(report, sentence)
            if entity.kind is EntityKind.PLACE and entity.name.lower() not in line
        )


def _listed(text: str, times: Iterable[TimeExpression]) -> frozenset[str]:
    """The times that are among several in a row ("on 14 June, 2 July and 19 July"), by id. Two days that follow each
    other may be one happening."""
    found: set[str] = set()
    for left, right in pairwise(sorted(times, key=lambda time: (time.span.start, time.span.end))):
        one, other = date_span(left.value), date_span(right.value)
        if not one or not other or max(one[0], other[0]) - min(one[1], other[1]) <= timedelta(days=1):
            continue
        before = text[max(0, left.span.start - _OPENS) : left.span.start]
        if _JOINED.fullmatch(text[left.span.end : right.span.start]) and not _FROM.search(before):
            found |= {left.id, right.id}
    return frozenset(found)


def _when(values: Iterable[str]) -> tuple[tuple[date, date] | None, bool]:
    """The time that a claim's sentence gives, and whether it speaks of any time at all. Of several times the one day
    among them is taken; of several days none, because it is not clear which is meant."""
    spans = {span for value in values if (span := date_span(value))}
    days = {span for span in spans if span[0] == span[1]}
    told = days or spans
    return (next(iter(told)) if len(told) == 1 else None), bool(spans)
