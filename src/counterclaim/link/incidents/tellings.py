"""A telling: one claim or figure with all that decides whether another one tells of the same happening."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.link.incidents.bags import Bag, Lexicon
from counterclaim.link.incidents.stories import Stories
from counterclaim.link.once import Once
from counterclaim.link.pile import Pile
from counterclaim.link.scenes import Scene
from counterclaim.link.sought import Sought
from counterclaim.link.when import published
from counterclaim.records import Claim, Figure, Happened, Span

#: What happened to the counted, where it is an incident.
HARM = frozenset(
    {
        Happened.KILLED,
        Happened.INJURED,
        Happened.CAPTURED,
        Happened.MISSING,
        Happened.ARRESTED,
        Happened.RELEASED,
        Happened.DESTROYED,
    }
)
_DEEDS = {
    "air": r"air ?strikes?|air raids?|warplanes?|jets?|barrel bombs?|helicopters?|aircraft",
    "shelling": r"shell\w*|mortars?|rockets?|artillery|missiles?",
    "bomb": r"car bombs?|suicide|explosions?|blasts?|exploded|explosive|blew|detonat\w+",
    "ground": r"clash\w*|ambush\w*|fighting|battles?|offensive|gun ?(?:fire|battle)|stormed",
    "gas": r"gas|chemical|sarin|chlorine|toxic",
    "executed": r"execut\w+|beheaded|massacre\w*|shot dead",
}
_DEED = {name: Sought(rf"\b(?:{words})\b", re.I) for name, words in _DEEDS.items()}
_CUMULATIVE = Sought(
    r"\b(?:since|so far|in total|overall|over the past|in the past|past \w+ (?:days|weeks|months)|in all|every|per day|"
    r"the war|conflict|civil war|last (?:month|year)|this (?:month|year)|in recent|on average|to date)\b",
    re.I,
)
#: How far to each side of a telling words are taken as its surroundings, and how much of a report is its opening.
_AROUND, _OPENING = 250, 900


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim or figure (`record`) as what is told of a happening.

    `when` (first and last day) comes from its own sentence or, `carried`, from one before; `depth` is the share of the
    report that stands before it. `placed`: its own sentence names its places. `cumulative`: its sentence counts over a
    longer time. `part` numbers the happenings that its report tells of (`parts.py`), `where` are the places that its
    whole sentence names, `wide` the lands, and `afresh` says that its part is brought in as another happening.
    """

    record: str
    report: str
    span: Span
    sentence: Span
    when: tuple[date, date] | None
    carried: bool
    places: frozenset[str]
    placed: bool
    deeds: frozenset[str]
    cumulative: bool
    published: date | None
    depth: float
    around: Bag
    words: Bag
    where: frozenset[str] = frozenset()
    wide: frozenset[str] = frozenset()
    part: int = 0
    afresh: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """What the words of a sentence say of every telling in it."""

    deeds: frozenset[str]
    cumulative: bool
    bag: Bag


class Tellings:
    """Makes the tellings of a pile, and keeps what they share."""

    def __init__(self, pile: Pile, scenes: Mapping[str, Scene]) -> None:
        self._pile = pile
        self._made: dict[tuple[str, int, bool], Telling] = {}
        self._claims: dict[str, Sequence[Claim]] = {}
        self._sentences: dict[tuple[str, int, int], _Words] = {}
        self._published = {report: published(pile, report) for report in pile.annotations}
        self.scenes = scenes
        self.once = Once()
        self.lexicon = Lexicon({report: pile.reports[report].text for report in pile.annotations})
        self.openings = {report: self.lexicon.bag(report, 0, _OPENING) for report in pile.annotations}

    @functools.cached_property
    def stories(self) -> Stories:
        """Which reports tell one story."""
        lengths = {report: len(self._pile.reports[report].text) for report in self._published}
        return Stories(self.lexicon, self._published, lengths, self._pile.guests)

    def of_figure(self, figure: Figure) -> Telling | None:
        """The telling of a figure; None if nothing happened to what it counts."""
        if not HARM.intersection(figure.happened):
            return None
        over_time = figure.since != figure.until
        return self._telling(figure.id, figure.report, figure.span, self.scene_of(figure), over_time=over_time)

    def scene_of(self, figure: Figure) -> Scene:
        """The scene of a figure: that of its claim, or of the last claim before it with the figure's own sentence."""
        scene = self.scenes.get(figure.claim or "")
        return scene or self._scene_at(figure.report, figure.span)

    def _scene_at(self, report: str, span: Span) -> Scene:
        claims = self._in_order(report)
        here = [claim for claim in claims if claim.trigger.start < span.end and span.start < claim.trigger.end]
        before = [claim for claim in claims if claim.trigger.start <= span.start]
        nearest = (here or before[-1:] or claims[:1])[:1]
        sentence = self._sentence_at(report, span)
        return replace(self.scenes[nearest[0].id], sentence=sentence) if nearest else Scene.unknown(sentence)

    def _in_order(self, report: str) -> Sequence[Claim]:
        if report not in self._claims:
            claims = self._pile.annotations[report].claims
            self._claims[report] = sorted(claims, key=lambda claim: (claim.trigger.start, claim.id))
        return self._claims[report]

    def _sentence_at(self, report: str, span: Span) -> Span:
        """The stretch between full stops that a span stands in, no longer than `_AROUND` on either side."""
        text = self._pile.reports[report].text
        stop = text.find(". ", span.end)
        start = max(text.rfind(". ", 0, span.start) + 2, text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
        end = min(stop + 1 if stop >= 0 else len(text), span.end + _AROUND)
        line = text.find("\n", span.end)
        return Span.of(text, start if start > 1 else 0, min(end, line) if line >= 0 else end)

    def of_claim(self, claim: Claim) -> Telling:
        """The telling of a claim."""
        return self._telling(claim.id, claim.report, claim.trigger, self.scenes[claim.id], over_time=False)

    def at(self, report: str, start: int, end: int) -> Telling:
        """What stands between two characters of a report, as a telling: with the scene of the claim there, or of the
        last one before."""
        span = Span.of(self._pile.reports[report].text, start, end)
        return self._telling(f"{report} {start}", report, span, self._scene_at(report, span), over_time=False)

    def _telling(self, record: str, report: str, span: Span, scene: Scene, *, over_time: bool) -> Telling:
        key = record, span.end, over_time
        if key not in self._made:
            self._made[key] = self._new(record, report, span, scene, over_time=over_time)
        return self._made[key]

    def _new(self, record: str, report: str, span: Span, scene: Scene, *, over_time: bool) -> Telling:
        text = self._pile.reports[report].text
        words = self._words(report, scene.sentence)
        return Telling(
            record=record,
            report=report,
            span=span,
            sentence=scene.sentence,
            when=scene.when,
            carried=scene.carried,
            places=scene.places,
            placed=scene.placed,
            deeds=words.deeds,
            cumulative=over_time or words.cumulative,
            published=self._published[report],
            depth=span.start / max(1, len(text)),
            around=self.lexicon.bag(report, span.start - _AROUND, span.end + _AROUND),
            words=words.bag,
        )

    def _words(self, report: str, sentence: Span) -> _Words:
        """What the words of a sentence say, looked at once however many claims and figures it has."""
        key = report, sentence.start, sentence.end
        if key not in self._sentences:
            bag = self.lexicon.bag(report, sentence.start, sentence.end)
            self._sentences[key] = _Words(deeds_in(sentence.text), bool(_CUMULATIVE.search(sentence.text)), bag)
        return self._sentences[key]


def deeds_in(words: str) -> frozenset[str]:
    """The kinds of deed that some words speak of, by their means."""
    return frozenset(name for name, pattern in _DEED.items() if pattern.search(words))
