"""Patients: accounts differ on whom or what a deed hit, the unarmed and their houses or armed men and theirs.

That an attack killed twelve rebels and four civilians is no dispute. It is one where the two count alike, where one
says of all of them what they were, where the one has a market struck and the other a headquarters, or where whoever did
it speaks of fighters and somebody else of civilians.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.link.compare.asking import place_words
from counterclaim.link.compare.deeds.party import Party, Sort, same_side
from counterclaim.link.compare.deeds.told import evidence_at, told_together
from counterclaim.link.compare.deeds.victims import Finder, Victims
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.compare.pairs import alike
from counterclaim.link.incidents.bags import cosine
from counterclaim.link.incidents.likeness import Likeness, Signs, days_apart, reasons
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import EntityKind, Slot, Verdict

#: In one report the two accounts stand no further apart than this, in characters.
_NEAR = 1500
#: What answers a count at once stands no further off than this, in characters.
_NEXT = 300
#: What each sign weighs that two accounts are of the same victims, and cannot both hold.
_WEIGHTS = {
    "all": 1.5,
    "one count": 1.5,
    "two sites": 1.2,
    "doer speaks": 1.0,
    "place and day": 1.5,
    "place": 0.8,
    "same day": 0.4,
    "other places": -1.5,
    "other names": -0.3,
    "other day": -1.5,
    "mixed": -1.5,
    "knows both": -1.5,
    "a fight": -0.8,
    "over time": -2.0,
    "long": -0.7,
    "days between": -0.8,
    "next day": -0.3,
}
_WORDS, _WORDS_MOST = 3.0, 1.0
#: Reports this much alike tell of one happening, so that who says of all the dead what they were need not name where.
_ONE_STORY = 0.1
_STORY, _STORY_WEIGHT, _STORY_MOST = 0.1, 6.0, 1.2
#: Weight from which a pair is looked at, and from which it is shown; within one report the days and places are mostly
#: one, so that more is asked.
_LOOKED_AT, _SHOWN, _SHOWN_WITHIN = 0.8, 1.2, 2.0
_LEAST, _STEP, _MOST = 0.5, 0.08, 0.8
_FIGHT = Sought(r"\b(?:clash\w*|battles?|fighting|fought|offensive|ambush\w*|counter-?attack\w*|firefight)\b", re.I)
_ELSEWHERE = re.compile(r"\b(?:elsewhere|separate(?:ly)?|another|meanwhile|other (?:strikes|raids|attacks))\b", re.I)
#: Of fewer, two reports often count as many.
_COUNTED = 3
#: Armed men by what they came for.
_CAME = re.compile(r"\b(?:gunm[ae]n|attackers?|assailants?|bombers?|raiders?)\b", re.I)
#: Sentences of this likeness tell of like deeds.
_LIKE = 0.15
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_DAYS = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September "
    "October November December"
).split()
#: A name in more reports than these does not tell one place from another.
_FEW, _SHARE = 5, 0.04
_CONDEMNS = re.compile(r"\b(?:condemn|denounc|critici|decri|deplor|accus|blam)", re.I)


@dataclass(frozen=True, slots=True)
class _Ground:
    weight: float
    found: frozenset[str]
    why: tuple[str, ...]


def compare_patients(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare whom or what a deed hit."""
    finder = Finder(pile, tellings)
    found = {report: finder.of(report) for report in pile.annotations}
    weigher = _Weigher(pile, tellings, found)
    for here in found.values():
        yield from _within(pile, here, weigher)
    for one, other in told_together(pile, tellings):
        for left in found[one]:
            for right in (victims for victims in found[other] if victims.armed != left.armed):
                pile.look()
                if _may_differ(left, right):
                    ground = weigher.across(left, right)
                    if ground is not None and ground.weight >= _LOOKED_AT:
                        yield _finding(pile, left, right, ground, shown=ground.weight >= _SHOWN)


def _within(pile: Pile, here: Sequence[Victims], weigher: _Weigher) -> Iterator[Finding]:
    for at, left in enumerate(here):
        for right in here[at + 1 :]:
            if right.span.start - left.span.start > _NEAR:
                break
            pile.look()
            if not _may_differ(left, right) or (left.told and right.told):
                continue
            ground = weigher.within(left, right)
            if ground is not None and ground.weight >= _LOOKED_AT:
                yield _finding(pile, left, right, ground, shown=ground.weight >= _SHOWN_WITHIN)


def _may_differ(left: Victims, right: Victims) -> bool:
    """Whether one has armed men and the other the unarmed, in two voices."""
    if left.armed == right.armed or left.fate != right.fate or left.statement.id == right.statement.id:
        return False
    armed, unarmed = (left, right) if left.armed else (right, left)
    if not (left.whole or right.whole) and (left.hurt != right.hurt or left.own or right.own):
        return False  # 18 policemen hurt beside seven demonstrators killed
    if armed.site and not unarmed.site:
        return False  # a depot may be hit and civilians die in it
    if left.doers and right.doers and not any(_may_be(one, other) for one in left.doers for other in right.doers):
        return False  # what each side hit of the other
    if left.site and right.site and _elsewhere(left.words, right.words):
        return False
    return left.told or right.told or not left.keys & right.keys


class _Weigher:
    """Weighs what speaks for two accounts being of the same victims."""

    def __init__(self, pile: Pile, tellings: Tellings, found: Mapping[str, Sequence[Victims]]) -> None:
        self._pile, self._tellings, self._found = pile, tellings, found
        bodies = (e for e in pile.entities.values() if e.kind is not EntityKind.PLACE)
        self._known = {part: False for e in bodies for part in e.name.split()} | dict.fromkeys(_DAYS, False)
        self._likeness = Likeness.of(pile, tellings)

    def across(self, left: Victims, right: Victims) -> _Ground | None:
        """The grounds in two reports; None where the two are surely not of the same victims."""
        signs = self._likeness.signs(left.telling, right.telling)
        if signs.surely_other_day or (signs.published_apart and not signs.same_day):
            return None
        found = _of_both(left, right) | _of_scene(left, right, signs)
        if signs.published_within_three or min(left.number or 0, right.number or 0) < _COUNTED:
            found.discard("one count")
        own = not (left.telling.carried or right.telling.carried) and not signs.place
        if own and days_apart(left.telling.when, right.telling.when) and not self._one_name(left, right):
            return None
        if any(v.armed and not v.whole and _CAME.search(v.words) for v in (left, right)):
            return None  # who came to attack dies as well as whom they attacked
        if self._knows_both(left, right):
            found.add("knows both")
        if not found & {"place", "place and day"} and self._one_name(left, right):
            found = found - {"other places", "other names"} | {"place"}
        story = alike(self._pile, self._tellings, left.statement.report, right.statement.report)
        weight = sum(_WEIGHTS[name] for name in found) + min(_WORDS_MOST, _WORDS * signs.words)
        weight += max(-0.5, min(_STORY_MOST, (story - _STORY) * _STORY_WEIGHT))
        weak = not found & {"one count", "two sites", "doer speaks", "all"}
        placed = bool(found & {"one count", "place", "place and day"})
        if weak or not (placed or ("all" in found and story >= _ONE_STORY and not signs.other_places)):
            weight = min(weight, _SHOWN - 1)
        return _Ground(weight, frozenset(found), (*_sentences(left, right, found), *reasons(signs)))

    def _one_name(self, left: Victims, right: Victims) -> bool:
        """Whether the sentences of both have a name that few reports have, be it known as a place or not."""
        shared = _names(left.telling.sentence.text) & _names(right.telling.sentence.text)
        return any(self._rare(name) for name in shared)

    def _rare(self, name: str) -> bool:
        if name not in self._known:
            texts = (report.text for report in self._pile.reports.values())
            most = max(_FEW, _SHARE * len(self._pile.reports))
            self._known[name] = sum(name in text for text in texts) <= most
        return self._known[name]

    def within(self, left: Victims, right: Victims) -> _Ground | None:
        """The grounds in one report, where the second account follows the first."""
        if any(v.told and v.number is None and v.telling.carried and not (v.whole or v.site) for v in (left, right)):
            return None  # what such attacks do to people, of no one attack
        found = _of_both(left, right)
        apart = days_apart(left.telling.when, right.telling.when)
        if any(_ELSEWHERE.search(v.telling.sentence.text) for v in (left, right)):
            return None
        own = not (left.telling.carried or right.telling.carried)
        if apart and own and not (left.whole and right.whole and apart == 1):
            return None
        if left.telling.places & right.telling.places or not (left.telling.placed and right.telling.placed):
            found.add("place")
        else:
            found.add("other places")
        if not (left.telling.placed and right.telling.placed and left.telling.places & right.telling.places):
            found.discard("two sites")
        if not apart:
            found.add("same day")
        strong = bool(found & {"one count", "two sites", "doer speaks"}) or (left.whole and right.whole)
        counted = any(v.number is not None and not v.whole for v in (left, right)) and "all" in found
        answers = counted and right.span.start - left.span.end < _NEXT
        if not strong and not answers and left.fate != "freed":
            return None
        weight = sum(_WEIGHTS[name] for name in found)
        return _Ground(weight, frozenset(found), (*_sentences(left, right, found), "One report gives both."))

    def _knows_both(self, left: Victims, right: Victims) -> bool:
        """Whether the report of one tells in the same voice, or its own, of what the other's deed hit as well."""
        return any(
            v.armed == other.armed
            and v.site == other.site
            and (v.told or one.told or v.keys & one.keys)
            and not v.telling.cumulative
            and (v.telling.when == one.telling.when or cosine(v.telling.words, other.telling.words) >= _LIKE)
            for one, other in ((left, right), (right, left))
            for v in self._found[one.statement.report]
            if not one.whole
        )


def _names(words: str) -> set[str]:
    """The words of a sentence that begin with a capital letter, without its first."""
    return {match.group() for match in _NAME.finditer(words) if match.start() > 0}


def _of_both(left: Victims, right: Victims) -> set[str]:
    """What the two accounts themselves say."""
    found = set()
    if left.whole or right.whole:
        found.add("all")
    if left.number is not None and left.number == right.number and left.number > 1:
        found.add("one count")
    if left.site and right.site:
        found.add("two sites")
    armed, unarmed = (left, right) if left.armed else (right, left)
    if _doer_speaks(armed, unarmed):
        found.add("doer speaks")
    if left.mixed or right.mixed:
        found.add("mixed")
    if left.telling.cumulative or right.telling.cumulative:
        found.add("long" if left.site and right.site else "over time")
    fights = [bool(_FIGHT.search(v.telling.sentence.text)) for v in (left, right)]
    if any(fights) and not found & {"all", "one count", "two sites"}:
        found.add("a fight")
    return found


def _of_scene(left: Victims, right: Victims, signs: Signs) -> set[str]:
    """What their days and places say."""
    found = set()
    if left.telling.places & right.telling.places:
        found.add("place and day" if signs.same_day else "place")
    elif signs.other_places and left.telling.placed and right.telling.placed:
        found.add("other names" if left.whole or right.whole else "other places")
    elif signs.same_day:
        found.add("same day")
    whole = left.whole or right.whole
    if signs.next_day or (signs.other_day and whole):
        found.add("next day" if whole else "days between")
    elif signs.other_day:
        found.add("other day")
    if signs.published_within_three:
        found.add("days between")
    return found


def _doer_speaks(armed: Victims, unarmed: Victims) -> bool:
    """Whether who did it says that the victims were armed, and does not speak in the other account."""
    if armed.statement.cue is not None and _CONDEMNS.search(armed.statement.cue.text):
        return False
    of_one_means = armed.telling.deeds & unarmed.telling.deeds or armed.statement.report == unarmed.statement.report
    if unarmed.number is not None and not (unarmed.doers or unarmed.whole or of_one_means):
        return False  # civilians may have died in the fire that came after
    doers = (*armed.doers, *unarmed.doers)
    forces = any(doer.sort in (Sort.STATE, Sort.COALITION) for doer in doers)
    mine = [v for v in armed.voices if any(_is(v, doer) for doer in doers) or (v.inferred and forces)]
    return bool(mine) and not any(same_side(voice, other) for voice in mine for other in unarmed.voices)


def _elsewhere(one: str, other: str) -> bool:
    """Whether two sites are called by names, and these by others ("Tarvo's market", "the garrison of Lubin")."""
    names = [{match.group() for match in _NAME.finditer(words)} for words in (one, other)]
    return all(names) and names[0].isdisjoint(names[1])


def _sort(victims: Victims) -> str:
    """What answers have in common that call one site by its noun ("market", "a livestock market"), or people alike."""
    side = "armed" if victims.armed else "unarmed"
    words = re.sub(
        r"^(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen) ", "", victims.words.lower()
    )
    return f"{side} {head_noun(victims.words) if victims.site else words}"


def _may_be(one: Party, other: Party) -> bool:
    if one.sort is other.sort is Sort.STATE and one.states and other.states and not one.states & other.states:
        return False
    return _is(one, other) or one.sort is other.sort or Sort.COALITION in (one.sort, other.sort)


def _is(voice: Party, doer: Party) -> bool:
    return same_side(voice, doer) or (voice.sort is doer.sort and voice.shown.lower() == doer.shown.lower())


def _sentences(left: Victims, right: Victims, found: set[str]) -> list[str]:
    armed, unarmed = (left, right) if left.armed else (right, left)
    told = [f"One speaks of “{armed.words}”, the other of “{unarmed.words}”."]
    if "all" in found:
        told.append("One says of all of them what they were.")
    if "one count" in found:
        told.append(f"Both count {left.number:g}.")
    if "doer speaks" in found:
        told.append("Whoever did it speaks of armed men, somebody else of civilians.")
    if found & {"mixed", "knows both"}:
        told.append("One of them has both among those who were hit.")
    if "other places" in found:
        told.append("They do not name the same place.")
    return told


def _finding(pile: Pile, left: Victims, right: Victims, ground: _Ground, *, shown: bool) -> Finding:
    evidence = [evidence_at(pile, v.statement, v.telling) for v in (left, right)]
    why = list(ground.why) if shown else [*ground.why, "Both may have been among them."]
    score = round(max(0.3, min(_MOST, _LEAST + _STEP * (ground.weight - _SHOWN))), 3)
    return Finding(
        judge(
            "compare",
            (left.record, right.record),
            Verdict.CONFLICT if shown else Verdict.COMPATIBLE,
            score if shown else 0.3,
            why,
            evidence,
            Slot.PATIENT,
        ),
        _question(left, right, place_words(pile, left.telling, right.telling)),
        Answer(left.record, left.statement.id, left.words, evidence[0], sort=_sort(left)),
        Answer(right.record, right.statement.id, right.words, evidence[1], sort=_sort(right)),
    )


def _question(left: Victims, right: Victims, where: str) -> str:
    if left.fate == "freed":
        return f"Who were those who were freed{where}?"
    doers = dict.fromkeys(doer.called for doer in (*left.doers, *right.doers))
    if left.site or right.site:
        return f"Whom or what did {next(iter(doers), 'the attack')} hit{where}?"
    by = f" by {next(iter(doers))}" if len(doers) == 1 else ""
    return f"Who were those killed{by}{where}?"
