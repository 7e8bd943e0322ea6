"""Grounds for taking two deeds that are laid at different doors for one deed, weighed and in sentences.

News of one story tells of many deeds. What sets a dispute apart is that neither account tells of both: who says that
the army shelled the market does not also tell, as another deed, that the rebels did.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.link.compare.deeds.claims import SPOILS
from counterclaim.link.compare.deeds.party import Party, Sort, same_side
from counterclaim.link.compare.deeds.told import Deed, Deeds
from counterclaim.link.compare.deeds.words import FIRST_SHOT, GOES_ON, OPENS
from counterclaim.link.compare.pairs import alike, few_reports
from counterclaim.link.incidents.bags import cosine
from counterclaim.link.incidents.likeness import Likeness, Signs, reasons
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Happened, Span

#: Kinds of deed that tell nothing of which deed is meant, and kinds that a siege or a hold lasts for.
BARE = frozenset({"attack", "strike", "hold", "siege", "ceasefire", OPENS, FIRST_SHOT})
#: Words that set a sentence in the past of what its report is about.
_BEFORE = Sought(
    r"\b(?:previous(?:ly)?|earlier (?:this|in|attacks?)|in (?:19|20)\d\d|last (?:year|month)|at least (?:two|three|"
    r"four|"
    r"five|\w+teen) times|on (?:several|many|numerous) occasions|in the past|over the years|also (?:carried|been)|rare|"
    r"threat of|tactics|war crimes?|in recent)\b",
    re.I,
)
#: What joins two parties in one deed.
_WITH = re.compile(
    r"\b(?:and|or|with|alongside|by|and then)\s+(?:the\s+|its ally\s+|ally\s+|allied\s+)?$|[-/]\s*$", re.I
)
_AND = re.compile(r"\s*(?:[-/]|\band\b|\bor\b|\bas well as\b|\bwith\b)|-(?:backed|led)", re.I)
_BESIDE = 30
#: Who is said not to have done it stands no further than this from who is, in characters.
_ASIDE = 350
#: What a deed is done to stands behind these, and is a body of armed men by these words, so near behind its name.
_UPON = re.compile(
    r"\b(?:against|on|upon|at|kill(?:ed|ing)|wound(?:ed|ing)|target(?:ed|ing)|hit(?:ting)?|struck|attack(?:ed|ing)|"
    r"bomb(?:ed|ing)|shell(?:ed|ing)|ambush(?:ed|ing))\s+(?:[\w-]+\s+){0,4}$",
    re.I,
)
_FORCES = re.compile(
    r"\b(?:troops|soldiers|forces|army|fighters|militants|rebels|terrorists|insurgents|police\w*|militia\w*|"
    r"separatists|positions)\b",
    re.I,
)
_NEXT = 20
_OWN = re.compile(r"\b(?:own|themselves|itself|himself|friendly fire|by mistake)\b", re.I)
#: A toll of so many is of another deed than one that it is more than so many times as large as.
_MANY, _TIMES = 200, 10
#: What each sign of one deed weighs. Set by reading the pairs of 374 reports of one war from the top; the order of
#: these weights counts, not their size.
_WEIGHTS = {
    "target": 2.0,
    "first shot": 2.0,
    "other target": -1.0,
    "place and day": 1.5,
    "place": 0.8,
    "other places": -0.7,
    "own other places": -1.0,
    "kind": 1.0,
    "verb": 0.7,
    "means": 0.3,
    "other means": -0.7,
    "blame": 0.7,
    "mutual": 1.0,
    "days between": -0.5,
    "next day": -0.5,
    "other day": -1.5,
    "names the other": -1.5,
    "over time": -1.5,
    "recently": -0.7,
}
#: Words that two tellings share count up to this much, and by so much per cosine of 1.
_WORDS, _WORDS_MOST, _AROUND = 3.0, 1.5, 2.0
#: How much alike two reports are on an average, and what more than that weighs.
_STORY, _STORY_WEIGHT, _STORY_MOST = 0.1, 8.0, 1.5
#: Sentences of this likeness tell of like deeds.
_LIKE = 0.15


@dataclass(frozen=True, slots=True)
class Ground:
    """Why two deeds are taken for one: the sum of what speaks for it, whether any of it says which deed is meant, and
    the sentences."""

    weight: float
    telling: bool
    mutual: bool
    why: tuple[str, ...]


class Grounds:
    """Weighs pairs of deeds of a pile. `told` are the deeds of each report."""

    def __init__(self, pile: Pile, tellings: Tellings, deeds: Deeds, told: Mapping[str, Sequence[Deed]]) -> None:
        self._pile, self._tellings, self._deeds, self._told = pile, tellings, deeds, told
        self._likeness = Likeness.of(pile, tellings)

    def across(self, left: Deed, right: Deed) -> Ground | None:
        """The grounds for one deed in two reports; None where it is surely two."""
        signs = self._likeness.signs(left.telling, right.telling)
        late = signs.published_apart and not signs.same_day and not few_reports(self._pile)
        if signs.surely_other_day or late:
            return None
        if any(not deed.blame and _goes_on(deed.telling.sentence.text) for deed in (left, right)):
            return None
        if self._knows(left, right) or self._knows(right, left) or self.of_each_other(left, right):
            return None
        if _elsewhere(left, right):
            return None
        if self._other_toll(left, right) or self._other_toll(right, left):
            return None
        found = self._signs(left, right, signs)
        likeness = alike(self._pile, self._tellings, left.statement.report, right.statement.report)
        weight = sum(_WEIGHTS[name] for name in found)
        weight += min(_WORDS_MOST, _WORDS * signs.words) + min(1.0, _AROUND * signs.around)
        weight += max(-0.5, min(_STORY_MOST, (likeness - _STORY) * _STORY_WEIGHT))
        here = "place and day" in found and not _two_verbs(left, right)
        tells = bool(here or "kind" in found or ("verb" in found and found & {"place", "means"}))
        telling = bool(found & {"target", "first shot"}) or (
            "blame" in found and tells and not found & {"over time", "other day"}
        )
        return Ground(weight, telling, "mutual" in found, (*reasons(signs), *_sentences(found)))

    def _signs(self, left: Deed, right: Deed, signs: Signs) -> set[str]:
        found = _of_what(left, right)
        things = left.things & right.things
        if left.telling.places & right.telling.places:
            found.add("place and day" if signs.same_day else "place")
        own = left.telling.placed and right.telling.placed
        few = bool(things) and few_reports(self._pile)  # what a few reports on one story name is one thing
        if signs.other_places and (own or not few):
            found.add("own other places" if own else "other places")
        if (left.kinds & right.kinds) - BARE:
            found.add("kind")
        if left.verb and left.verb == right.verb:
            found.add("verb")
        if signs.deed or (signs.other_deed and not few):
            found.add("means" if signs.deed else "other means")
        if left.blame or right.blame or self.denies(left, right) or self.denies(right, left):
            found.add("blame")
        if mutual(left, right) and found & {"blame", "target"}:
            found.add("mutual")
        if signs.next_day or (signs.other_day and few):
            found.add("next day")  # a day that was carried on from another sentence
        elif signs.other_day:
            found.add("other day")
        if signs.published_within_three:
            found.add("days between")
        if self.names_other(left, right, joined="target" in found):
            found.add("names the other")
        if over_time(left) or over_time(right):
            found.add("recently" if things else "over time")
        return found

    def names_other(self, left: Deed, right: Deed, *, joined: bool = False) -> bool:
        """Whether the sentence of one also names the other's doers, who may have done it with them, or suffered it. Who
        lays the blame may name them; with `joined`, only "A and B", "A with B" counts."""
        return any(self._names(one, other, joined=joined) for one, other in ((left, right), (right, left)))

    def _names(self, one: Deed, other: Deed, *, joined: bool) -> bool:
        if one.blame or self.denies(one, other):
            return False
        for span, party in self._deeds.doers.inside(one.statement.report, one.telling.sentence):
            if one.span.covers(span):
                continue
            if joined and not self._joined(one.telling.sentence, span):
                continue
            spoken = any(same_side(party, known) for known in (*one.voices, *one.doers))
            if not spoken and any(_may_mean(party, doer) for doer in other.doers):
                return True
        return False

    @staticmethod
    def _joined(sentence: Span, span: Span) -> bool:
        """Whether a party stands beside another one ("… and their allies", "backed by …")."""
        at = span.start - sentence.start
        before, after = sentence.text[max(0, at - _BESIDE) : at], sentence.text[at + len(span.text) :][:_BESIDE]
        return bool(_WITH.search(before) or _AND.match(after))

    def of_each_other(self, left: Deed, right: Deed) -> bool:
        """Whether the forces that one deed was done to are the doers of the other: what each side did to the other. Not
        where it is said of these that they did it to their own."""
        return any(self._was_done_to(one, other) for one, other in ((left, right), (right, left)))

    def _was_done_to(self, one: Deed, other: Deed) -> bool:
        sentence = one.telling.sentence
        if _OWN.search(other.telling.sentence.text):
            return False
        for span, party in self._deeds.doers.inside(one.statement.report, sentence):
            at = span.start - sentence.start
            forces = _FORCES.search(sentence.text, at, at + len(span.text) + _NEXT)
            before = sentence.text[max(0, at - _BESIDE) : at]
            upon = forces and _UPON.search(before) and "blam" not in before.lower()
            if upon and any(_same_forces(party, doer) for doer in other.doers):
                return True
        return False

    def _other_toll(self, one: Deed, other: Deed) -> bool:
        """Whether one deed killed many, and the other's report has no toll that comes near it."""
        own = [n for n, span in self._tolls(one.statement.report) if one.telling.sentence.covers(span) and n >= _MANY]
        there = [n for n, _ in self._tolls(other.statement.report)]
        return bool(own and there) and not any(max(own) <= _TIMES * n and n <= _TIMES * max(own) for n in there)

    def _tolls(self, report: str) -> list[tuple[float, Span]]:
        figures = (f for f in self._pile.annotations[report].figures if Happened.KILLED in f.happened)
        return [(number, f.span) for f in figures if (number := f.best or f.low)]

    def denies(self, here: Deed, there: Deed) -> bool:
        """Whether an account says beside its own that the other's doers did it not."""
        for span, party in self._deeds.denied(here.statement.report):
            if abs(span.start - here.span.start) <= _ASIDE and any(same_side(party, doer) for doer in there.doers):
                return True
        return False

    def _knows(self, here: Deed, there: Deed) -> bool:
        """Whether the report of one tells the other's deed as well, in the same voice or its own: then it is two."""
        for deed in self._told[here.statement.report]:
            if deed.record == here.record or not _same_doers(deed, there) or not _resemble(deed, there):
                continue
            if deed.told or here.told or deed.statement.id == here.statement.id or deed.keys & here.keys:
                return True
        return False


def _elsewhere(left: Deed, right: Deed) -> bool:
    """Whether both say where the thing stood that they name, and not at one spot ("a bus near X", "a bus near Y")."""
    found = [_stood(deed.telling.sentence.text, deed.things) for deed in (left, right)]
    shared = found[0].keys() & found[1].keys()
    return bool(shared) and all(found[0][thing] != found[1][thing] for thing in shared)


def _stood(words: str, things: frozenset[str]) -> dict[str, str]:
    """Where each thing stood by some words, as the name right behind it."""
    found = {}
    for thing in things:
        match = re.search(rf"\b{re.escape(thing)}\w* (?:near|in|at|outside) (?:the )?([A-Z][\w’'-]{{2,}})", words)
        if match is not None:
            found[thing] = match[1].lower()
    return found


def _same_forces(one: Party, other: Party) -> bool:
    """Whether two parties are one, as "the troops" and "the government" are where no state is named."""
    nameless = one.sort is other.sort is Sort.STATE and not (one.states and other.states)
    return same_side(one, other) or nameless


def mutual(left: Deed, right: Deed) -> bool:
    """Whether who is blamed by the one speaks in the other."""
    return any(
        same_side(doer, voice)
        for one, other in ((left, right), (right, left))
        for doer in one.doers
        for voice in other.voices
    )


def _of_what(left: Deed, right: Deed) -> set[str]:
    """The signs of what was done."""
    found = {"first shot"} if of_first_shot(left, right) else set()
    if left.things & right.things:
        found.add("target")
    elif left.things and right.things:
        found.add("other target")
    return found


def _two_verbs(left: Deed, right: Deed) -> bool:
    """Whether two verbs say that something else was done: "burned the flag", "attacked the troops"."""
    if {left.verb, right.verb} & SPOILS:
        return True
    return bool(left.verb and right.verb) and left.verb != right.verb and not left.kinds & right.kinds


def of_first_shot(left: Deed, right: Deed) -> bool:
    """Whether both tell who opened fire, and one of them that it was first."""
    return OPENS in left.kinds & right.kinds and FIRST_SHOT in left.kinds | right.kinds


def over_time(deed: Deed) -> bool:
    """Whether a charge is of more than one deed, or of one long ago ("has been responsible for chlorine attacks")."""
    return deed.telling.cumulative or _long_ago(deed.telling.sentence.text)


@functools.lru_cache(maxsize=1 << 12)
def _goes_on(words: str) -> bool:
    return bool(GOES_ON.search(words))


@functools.lru_cache(maxsize=1 << 12)
def _long_ago(words: str) -> bool:
    return bool(_BEFORE.search(words))


def _may_mean(party: Party, doer: Party) -> bool:
    return same_side(party, doer) or {party.sort, doer.sort} <= {Sort.ARMED, Sort.GROUP}


def _same_doers(one: Deed, other: Deed) -> bool:
    return any(
        same_side(party, doer) or party.sort is doer.sort is Sort.ARMED for party in one.doers for doer in other.doers
    )


def _resemble(one: Deed, other: Deed) -> bool:
    if one.targets & other.targets or (one.kinds & other.kinds) - BARE:
        return True
    return cosine(one.telling.words, other.telling.words) >= _LIKE


def _sentences(found: set[str]) -> list[str]:
    told = []
    if "other target" in found:
        told.append("They do not name the same target.")
    if found & {"other places", "own other places"}:
        told.append("They do not name the same place.")
    if "names the other" in found:
        told.append("One of them names the other's doers too.")
    if "other day" in found:
        told.append("The days that they are set on lie apart.")
    return told
