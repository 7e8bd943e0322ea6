"""Beats: the sentences of a report that tell of happenings, with what joins each to others or sets it apart."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise

from counterclaim.link.incidents.bags import WORD, Weights
from counterclaim.link.incidents.kinds import arrests, kinds_of
from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.incidents.where import Where
from counterclaim.link.pile import Pile
from counterclaim.link.sentences import in_its_sentence
from counterclaim.link.sought import Sought
from counterclaim.records import Evidence, TimeExpression
from counterclaim.records.timex import date_span

_DEED = (
    r"(?:attack|raid|strike|airstrike|blast|explosion|bombing|bombardment|shelling|clash|ambush|shooting|killing|"
    r"massacre|riot|"
    r"march|protest|demonstration|rally|siege|assault|incident|crash|collision|fire|abduction|kidnapping|fighting|"
    r"battle|"
    r"violence|operation|offensive|stampede|execution|bomb|rocket|mortar|missile|drone|mine|arrest|release|swap|"
    r"exchange)(?:s|es)?"
)
#: What is taken up again: "the blast", "Wednesday's attack", "of the dead", "their driver".
_AGAIN = Sought(
    rf"\b(?:the|this|that|these|those|its|their|his|her|\w+day['’]s)\s+(?:[\w-]+\s+){{0,3}}?{_DEED}\b|"
    r"\b(?:the|its|their)\s+(?:\w+\s+)?(?:toll|dead|victims|wounded|injured|bodies|survivors|casualties|attackers|"
    r"gunmen|assailants|"
    r"bombers?|kidnappers|hostages|captives|deaths)\b|\b(?:of|among) (?:them|the dead|those)\b|"
    r"^\W*(?:the (?:two|three|four|five|six|seven|eight|nine|ten|others?|rest)\b|they|he|she|their|his|her|it|its)\b",
    re.I,
)
#: What is brought in afresh.
_AFRESH = Sought(
    r"^\W*(?:also|meanwhile|elsewhere|separately|in (?:a |an )?(?:separate|another|other|unrelated)|"
    r"(?:\w+ )?(?:hours?|days?|weeks?|minutes) (?:later|earlier)|(?:on|later|earlier) (?:on )?the same day|"
    r"the same day|"
    r"further (?:north|south|east|west)|in the (?:north|south|east|west|capital)\b|across the (?:border|country))\b|"
    rf"\b(?:another|a (?:separate|second|third|similar|further|different)|other|"
    rf"(?:a )?new)\s+(?:[\w-]+\s+){{0,2}}?{_DEED}\b|"
    r"\belsewhere\b",
    re.I,
)
#: What is brought in for the first time: "a bomb exploded", "gunmen attacked".
_A_DEED = Sought(
    rf"\b(?:an?|gunmen|militants|warplanes|unidentified|unknown)\s+(?:[\w-]+\s+){{0,2}}?(?:{_DEED}|attacked|opened)\b",
    re.I,
)
_THERE = re.compile(
    r"\bthere\b(?! (?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|seem\w*|remain\w*)\b)"
)
_STOP = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“(]?[A-Z])")
#: What divides a sentence that tells of two happenings: "a day after twelve were killed in Ramot".
_AFTER = re.compile(
    r"\b(?:(?:\w+ )?(?:minutes?|hours?|days?|weeks?|months?) (?:after|before)|on the (?:same )?day (?:on which|when|"
    r"that|as)|"
    r"the (?:same )?day (?:that|as|on which)|on suspicion of|(?:in connection with|over) (?:the|an?|\w+day['’]s)|"
    r"suspected of|"
    r"(?:accused|convicted) of|charged with)\b",
    re.I,
)
_PLAIN = frozenset(
    "killed killing wounded injured people persons civilians soldiers police officers fighters according reported "
    "reports "
    "spokesman spokeswoman ministry minister government statement sources source monday tuesday wednesday thursday "
    "friday "
    "saturday sunday morning evening night which their there after before about would could other others against while "
    "where during since today yesterday least dozens several three seven eight eleven twelve attack attacks attacked "
    "january february march april august september october november december military forces".split()
)
_LONG_WORD, _STEM = 5, 6
#: In a pile of more reports than these a word that more than this share of them has joins no two sentences.
_FEW, _COMMON = 40, 0.05
#: What is longer, in characters, is a report whose paragraphs were lost.
_PARAGRAPH = 1200


@dataclass(slots=True)
class Beat:
    """What one sentence tells of one happening, or a part of it (`cut`) where it tells of two.

    `own` is the day or longer time that it gives itself, `carried` one that was given before; `where` are the places
    that
    it names, `near` those named last before in its paragraph, `wide` the lands. `again` takes up what was told before,
    `afresh` brings in something else, `new` brings in something ("a bomb"). `words` are the beginnings of those that
    tell.
    """

    tellings: list[Telling]
    kinds: frozenset[str]
    own: tuple[date, date] | None
    carried: tuple[date, date] | None
    where: frozenset[str]
    near: frozenset[str]
    wide: frozenset[str]
    paragraph: int
    arrest: bool
    cut: bool
    again: bool
    afresh: bool
    new: bool
    words: frozenset[str]
    counts: frozenset[tuple[str, float]]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.tellings[0].span.start


class Beats:
    """Makes the beats of the reports of a pile."""

    def __init__(self, pile: Pile, lexicon: Weights) -> None:
        self._pile = pile
        self._where = Where(pile)
        self._lexicon = lexicon
        self._tells = math.log(1 / _COMMON) if len(pile.reports) > _FEW else -math.inf

    def of(self, report: str, told: Sequence[Telling]) -> Iterator[Beat]:
        """The beats of what a report tells, in order."""
        text = self._pile.reports[report].text
        placed = [(self._sentence(report, text, telling), telling) for telling in told]
        for (start, end), of_sentence in groupby(placed, key=lambda item: item[0]):
            paragraph = self._paragraph(text, start)
            here = [telling for _, telling in of_sentence]
            for begin, stop in _clauses(text, start, end):
                within = [telling for telling in here if begin <= telling.span.start < stop]
                if (begin, stop) != (start, end):
                    within = [self._in_clause(telling, begin, stop, cut=begin > start) for telling in within]
                for tellings in _by_day(within):
                    yield self._beat(report, text, (begin, stop), paragraph, tellings, cut=begin > start)

    def _in_clause(self, telling: Telling, begin: int, stop: int, *, cut: bool) -> Telling:
        """A telling of a part of a sentence, without a day that only the rest of it gives."""
        if cut and telling.carried:
            return replace(telling, when=None, places=frozenset())
        given = (date_span(time.value) for time in self._times(telling.report, begin, stop))
        if telling.carried or telling.when in given:
            return telling
        return replace(telling, when=None, carried=True)

    def _given(self, report: str, paragraph: int, start: int, day: tuple[date, date]) -> bool:
        """Whether a paragraph gives a time before one of its sentences."""
        return any(date_span(t.value) == day for t in self._times(report, paragraph, start))

    def _times(self, report: str, start: int, end: int) -> list[TimeExpression]:
        return [t for t in self._pile.annotations[report].times if start <= t.span.start and t.span.end <= end]

    def _beat(
        self, report: str, text: str, at: tuple[int, int], paragraph: int, told: list[Telling], *, cut: bool
    ) -> Beat:
        words = text[at[0] : at[1]]
        own = next((t.when for t in told if t.when and not t.carried), None)
        carried = next((t.when for t in told if t.when), None)
        if own is None and carried is not None and self._given(report, paragraph, at[0], carried):
            own = carried
        figures = [self._pile.figures[t.record] for t in told if t.record in self._pile.figures]
        here = self._where.named(report, *at)
        before = self._near(report, text, paragraph, at[0])
        near = frozenset() if cut else before
        found = {word.lower() for word in WORD.findall(words) if len(word) >= _LONG_WORD}
        return Beat(
            told,
            frozenset(kind for t in told for kind in kinds_of(self._pile, t)),
            own,
            carried,
            here or (before if _THERE.search(words) else here),
            near,
            self._where.wide(report, *at),
            paragraph,
            any(arrests(self._pile, telling) for telling in told),
            cut,
            bool(_AGAIN.search(words)),
            bool(_AFRESH.search(words)),
            bool(_A_DEED.search(words)),
            frozenset(word[:_STEM] for word in found - _PLAIN if not self._is_common(word)),
            frozenset((h.value, f.best) for f in figures for h in f.happened if f.best),
        )

    @staticmethod
    def _paragraph(text: str, at: int) -> int:
        """Where the paragraph begins that a sentence stands in; of one that is too long to be one, the sentence."""
        begin = text.rfind("\n", 0, at + 1) + 1
        end = text.find("\n", at)
        return begin if (end if end >= 0 else len(text)) - begin <= _PARAGRAPH else at

    def _is_common(self, word: str) -> bool:
        """Whether so many reports have a word that it joins nothing; in a small pile that says little."""
        return self._lexicon.weight(word) < self._tells

    def _near(self, report: str, text: str, paragraph: int, start: int) -> frozenset[str]:
        """The places that the last sentence before in a paragraph names which names any."""
        stops = [paragraph, *(m.end() for m in _STOP.finditer(text, paragraph, start)), start]
        for begin, end in reversed(list(pairwise(stops))):
            if begin < end and (found := self._where.named(report, begin, end)):
                return found
        return frozenset()

    def _sentence(self, report: str, text: str, telling: Telling) -> tuple[int, int]:
        whole = in_its_sentence(Evidence.at(report, telling.span), text)
        line = self._pile.reports[report].dateline or ""
        at = text.find(line, whole.start, whole.end) if line else -1
        return (at + len(line) if at >= 0 and at + len(line) <= telling.span.start else whole.start), whole.end


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut where it turns to what was before or after."""
    cut = _AFTER.search(text, start, end)
    at = cut.start() if cut and cut.start() > start else end
    yield start, at
    if at < end:
        yield at, end


def _by_day(told: Sequence[Telling]) -> Iterator[list[Telling]]:
    """The tellings of a sentence by the day that each gives itself; one that gives none goes with the one before."""
    days = [telling.when if not telling.carried else None for telling in told]
    if not told:
        return
    if len({day for day in days if day}) < 2:
        yield list(told)
        return
    found: dict[tuple[date, date], list[Telling]] = {}
    last = next(day for day in days if day)
    for telling, day in zip(told, days, strict=True):
        last = day or last
        found.setdefault(last, []).append(telling)
    yield from found.values()
