"""Days: one happening that two accounts set on two days.

Days are the first thing by which two happenings are told apart, so that more has to join two that differ in them: the
reports tell one story, the deeds are of one kind, and what was done to is named the same ("the only hospital"), or
what began, ended or was signed ("the offensive"), or who was taken, freed or killed. A report that has such a deed on
both days tells of two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from counterclaim.link.compare.deed_words import targets_in
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.compare.time_words import sentence_at, span_in_words
from counterclaim.link.incidents.likeness import days_apart
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.link.when import published
from counterclaim.records import (
    Claim,
    EntityKind,
    Modality,
    Polarity,
    Slot,
    Span,
    Statement,
    TimeExpression,
    Verdict,
    Who,
)
from counterclaim.records.timex import date_span

Days = tuple[date, date]

#: Deeds by the verbs and nouns that tell of them.
_FAMILIES = {
    "begun": "begin start launch open commence erupt initiate mount outbreak beginning resume set break",
    "ended": "end expire finish conclude cease collapse lapse lift halt",
    "taken": "take capture seize overrun conquer fall enter storm retake recapture liberate regain reconquer control",
    "lost": "withdraw leave abandon retreat evacuate pull surrender flee depart cross arrive reach return",
    "killed": "kill assassinate murder execute behead die slay succumb shoot",
    "held": "arrest detain abduct kidnap capture disappear vanish imprison seize",
    "freed": "release free exchange swap hand deliver escape",
    "agreed": "sign agree announce declare accept approve ratify adopt initial",
    "met": "meet talk negotiate visit",
    "struck": "attack assault raid strike hit target shell bomb bombard pound airstrike bombing shelling blast explode "
    "explosion destroy burn torch down crash sink derail ambush shooting massacre land detonate blow",
}
_FAMILY_OF: dict[str, list[str]] = defaultdict(list)
for _family, _verbs in _FAMILIES.items():
    for _verb in _verbs.split():
        _FAMILY_OF[_verb].append(_family)
#: What begins and ends, by what it may also be called.
_COURSES = {
    "offensive": "offensive assault incursion operation operations campaign push advance attack invasion",
    "fighting": "fighting clashes battle battles violence hostilities war",
    "bombardment": "raids strikes bombing airstrikes bombardment shelling",
    "talks": "talks negotiations summit conference meeting round consultations",
    "siege": "siege blockade encirclement",
    "truce": "truce ceasefire cease-fire armistice lull pause",
    "protest": "protest protests demonstrations unrest riots strike sit-in uprising",
    "evacuation": "evacuation withdrawal pullout exodus departure",
    "deal": "deal agreement accord pact memorandum treaty",
    "exchange": "exchange swap release",
    "convoy": "convoy convoys aid",
}
_COURSE_OF = {noun: course for course, nouns in _COURSES.items() for noun in nouns.split()}
#: Families whose deeds are told apart by what went its course.
_OF_COURSES = frozenset({"begun", "ended", "agreed", "met"})
_HELD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
_DAY = re.compile(
    r"\d{4}|\d\d? \w+|\w+ \d\d?\b|\d(?:st|nd|rd|th)\b|\w+day\b|yesterday|today|\bfirst of\b|day (?:before|after)", re.I
)
_AGAIN = Sought(
    r"\b(?:again|another|second|third|also|previous(?:ly)?|earlier|late[rst]+|since|repeated\w*|new|fresh|further|other"
    r"|follow\w+|subsequent\w*|series|several|renewed)\b",
    re.I,
)
_NIGHT = re.compile(r"\b(?:night|overnight|midnight)\b", re.I)
#: Words under a picture.
_PICTURE = Sought(
    r"\b(?:view shows"
    r"|(?:people|residents|men|women|children|workers|members) (?:inspect|stand|walk|gather|search|look|sit|carry)"
    r"|(?:is|are) seen|pictured?|photo\w*|file|footage shows)\b",
    re.I,
)
#: What deeds are done from or with, as often as to.
_MEANS = frozenset({"plane", "helicopter", "ship", "boat", "tanker", "patrol"})
#: Nouns that many deeds are done to, so that they tell no two apart.
_COMMON = frozenset(
    "area city town village people person civilian position troop force army attack rocket missile shell bomb strike "
    "airstrike house home building fighter militant rebel terrorist soldier child woman man region province part site "
    "target it he she they them him number day time place resident country state government group which who that "
    "vehicle car dozen hundred thousand member neighborhood neighbourhood district other regime jihadist insurgent "
    "resident monitor monitoring observatory civil raid attacker militia police officer unit convoy "
    "extremist opposition coalition combatant gunman victim family body captive prisoner hostage leader "
    "commander source official".split()
)
#: Days further apart than this are two happenings'; a night belongs to two days.
_FAR, _FAR_STRUCK = 10, 3
#: A report that comes out so many days later looks back.
_LOOKS_BACK = 3
_NEAR = 3500
#: What points back to the sentence before, which ends no further from it than this, in characters.
_HAPPENS = frozenset("happen occur be take come".split())
_IT = frozenset("it this that".split())
_BACK = 60
_SCORE = 0.55


@dataclass(frozen=True, slots=True)
class _Dated:
    """A deed with its day: the `things` it was done to or that it is of, and `places`."""

    claim: Claim
    told: Statement
    families: frozenset[str]
    things: frozenset[str]
    named: frozenset[str]
    places: frozenset[str]
    when: Days
    sentence: Span
    again: bool


def compare_dates(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare the days of deeds in one report, and in two of one story."""
    found = {report: list(_dated(pile, tellings, report)) for report in pile.annotations}
    for here in found.values():
        for left, right in pairwise(here):
            if "back" in right.families and _of_the_same(pile, left, right):
                yield _finding(pile, left, right, "same", ["The second speaks of what the first has just told."])
        for left, right in combinations(here, 2):
            pile.look()
            voices = pile.holder_key(left.told) != pile.holder_key(right.told)
            near = right.sentence.start - left.sentence.start <= _NEAR
            if near and voices and not (left.again or right.again) and (thing := _one_deed(left, right)):
                yield _finding(pile, left, right, thing, ["One report gives both."])
    for one, other in tellings.stories.pairs():
        if pile.origins[one] == pile.origins[other]:
            continue
        alike = tellings.stories.alike(one, other)
        why = [f"The two reports tell one story (likeness {alike:.2f} of 1)."]
        for left in found[one]:
            for right in found[other]:
                pile.look()
                thing = _one_deed(left, right) if _could_tell(pile, left, right) else None
                if thing and not _both_days(found[one], right, thing) and not _both_days(found[other], left, thing):
                    yield _finding(pile, left, right, thing, why)


def _dated(pile: Pile, tellings: Tellings, report: str) -> Iterator[_Dated]:
    found = pile.annotations[report]
    text = pile.reports[report].text
    days = [t for t in found.times if _DAY.search(t.span.text) and date_span(t.value)]
    for claim in sorted(found.claims, key=lambda c: (c.trigger.start, c.id)):
        families = set(_FAMILY_OF.get(claim.predicate.lower().split()[0], ()))
        if (claim.event or "").startswith("ASSAULT"):
            families.add("struck")
        if not families and claim.predicate.lower() in _HAPPENS and any(w.name.lower() in _IT for w in _whom(claim)):
            families.add("back")
        if not families or claim.polarity is not Polarity.POSITIVE or claim.modality not in _HELD:
            continue
        sentence = sentence_at(text, claim.trigger.start, claim.trigger.end)
        when = _day_of(claim, [t for t in days if sentence.covers(t.span)])
        if when is None or when[0] != when[1] or _PICTURE.search(sentence.text):
            continue
        telling = tellings.of_claim(claim)
        whom = (*claim.patient, *(claim.agent if families & {"begun", "ended", "killed", "met", "lost"} else ()))
        nouns = {head_noun(who.span.text if who.span else who.name) for who in whom}
        courses = {c for who in whom for w in re.findall(r"[a-z-]+", (who.span.text if who.span else who.name).lower())
                   if (c := _COURSE_OF.get(w))}  # fmt: skip
        named = {e.id for who in whom if (e := pile.entity(who)) and e.kind in (EntityKind.PERSON, EntityKind.PLACE)}
        things = (
            (nouns | (targets_in(sentence.text) - _MEANS if "struck" in families else frozenset())) - _COMMON - {""}
        )
        if families & _OF_COURSES:  # what went its course
            things = courses
        yield _Dated(
            claim,
            pile.statements[claim.statement],
            frozenset(families),
            frozenset(things),
            frozenset(named),
            telling.places,
            when,
            sentence,
            bool(_AGAIN.search(sentence.text)),
        )


def _whom(claim: Claim) -> tuple[Who, ...]:
    return (*claim.patient, *claim.agent)


def _day_of(claim: Claim, times: list[TimeExpression]) -> Days | None:
    """The day that a claim's own words give it, where its sentence names that day."""
    own = date_span(claim.time) if claim.time else None
    return own if own and own in {date_span(t.value) for t in times} else None


def _one_deed(left: _Dated, right: _Dated) -> str | None:
    """What two dated deeds have in common if they are one deed on two days; None if they are not."""
    between = days_apart(left.when, right.when)
    families = left.families & right.families
    if not families or not between or between > (_FAR_STRUCK if "struck" in families else _FAR):
        return None
    if between == 1 and any(_NIGHT.search(d.sentence.text) for d in (left, right)):
        return None  # a night belongs to two days
    if left.places and right.places and left.places.isdisjoint(right.places):
        return None
    shared = sorted(left.things & right.things)
    return shared[0] if shared else None


def _of_the_same(pile: Pile, left: _Dated, right: _Dated) -> bool:
    """Whether another voice dates what was just told to another day ("Relatives said it happened on the 27th")."""
    gap = right.sentence.start - left.sentence.end
    between = days_apart(left.when, right.when)
    voices = pile.holder_key(left.told) != pile.holder_key(right.told)
    return voices and bool(between) and (between or 0) <= _FAR and 0 <= gap <= _BACK


def _could_tell(pile: Pile, left: _Dated, right: _Dated) -> bool:
    """Whether each report came out when both days had come: what was told before the other's day is another deed, but
    where the other looks back on it from days later."""
    out = published(pile, left.claim.report), published(pile, right.claim.report)
    first, last = sorted((left, right), key=lambda d: d.when[0])
    back = published(pile, last.claim.report)
    if back is not None and (back - last.when[0]).days >= _LOOKS_BACK and (last.when[0] - first.when[0]).days < 3:
        return True
    return all(day is None or day >= last.when[0] for day in out)


def _both_days(here: list[_Dated], other: _Dated, thing: str) -> bool:
    """Whether a report has such a deed on the other's day too."""
    return any(thing in d.things and d.families & other.families and not days_apart(d.when, other.when) for d in here)


def _finding(pile: Pile, left: _Dated, right: _Dated, thing: str, why: list[str]) -> Finding:
    dates = [span_in_words(d.when) for d in (left, right)]
    evidence = [pile.evidence(d.claim.report, d.sentence) for d in (left, right)]
    reasons = [f"Both speak of the {thing}; one has {dates[0]}, the other {dates[1]}.", *why]
    return Finding(
        judge("compare", (left.claim.id, right.claim.id), Verdict.CONFLICT, _SCORE, reasons, evidence, Slot.TIME),
        f"On which day was this, of the {thing}: {dates[0]} or {dates[1]}?",
        Answer(left.claim.id, left.told.id, dates[0], evidence[0]),
        Answer(right.claim.id, right.told.id, dates[1], evidence[1]),
    )
