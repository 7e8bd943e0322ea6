"""How far a denial reaches: whether it is of one happening or of any, and of the one that a charge is about."""

from __future__ import annotations

import re
from datetime import date

from counterclaim.link.compare.denials.charges import Assertion
from counterclaim.link.compare.denials.records import Denial
from counterclaim.link.compare.denials.spans import sentence_start
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.when import published
from counterclaim.records import EntityKind, Verdict
from counterclaim.records.timex import date_span

#: A denial that is dated so close before its report, in days, is of what was just said to have happened.
_JUST_NOW = 7
#: What happened so many days before such a denial is something else.
_LONG_AGO = 60
#: Denied for long and at any time, not on one occasion.
_SINCE = re.compile(r"\b(?:has|have)\s+(?:\w+\s+){0,2}?(?:denied|rejected|dismissed)\b", re.I)
_OFTEN = re.compile(r"\b(?:always|repeatedly|consistently|routinely|regularly)\s+(?:den|reject|dismiss)", re.I)
#: "Has denied that its planes carried out strikes": once, as against "has denied using".
_DID = re.compile(r"\b(?:had|was|were|did|[a-z]+ed)\b")
#: "Denied the accusations", "any role in the attack": what was said before.
_BACK = re.compile(
    r"\b(?:the|that|this|those|these|such)\s+(?:\w+\s+){0,2}?(?:accusation|allegation|charge|claim|report|attack|strike|"
    r"raid|incident|massacre|killing|bombing|shelling)s?\b",
    re.I,
)
_ALLEGED = re.compile(r"\b(?:allegedly|reportedly|purportedly)\s+(?:\w+\s+)?$", re.I)
_HEDGE = 30
_ONCE = frozenset({"attack", "kill", "weapon", "down", "destroy", "capture"})
#: A charge of many deeds.
_MANY = re.compile(r"\b(?:attacks|massacres|times|occasions|(?:has|have) been (?:responsible|using|behind))\b", re.I)
_THAT_ONE = re.compile(r"\bthat (?:\w+ )?(?:attack|strike|raid|incident|massacre|killing|bombing)\b", re.I)


def out_of_reach(pile: Pile, tellings: Tellings, denial: Denial, charge: Assertion) -> tuple[Verdict, str] | None:
    """Why a denial does not reach the happening that a charge is about; None where nothing says so."""
    there = tellings.of_claim(charge.claim)
    if denial.withheld:
        return Verdict.COMPATIBLE, denial.withheld
    if _told_as_alleged(pile, charge):
        return Verdict.COMPATIBLE, "The charge is told as alleged, on the word of nobody that is named."
    spoken, meant = _spoken(pile, denial), day_before(pile, charge) or (there.when[1] if there.when else None)
    if spoken and meant and (spoken - meant).days > _LONG_AGO:
        return Verdict.OTHER_INCIDENT, f"The denial is of {spoken}, the charge of what happened by {meant}."
    if is_general(denial) and not spoken and not _of_its_weapon(denial, charge) and _happened_once(pile, there, charge):
        return Verdict.COMPATIBLE, "The denial is of any such deed at any time, the charge of one happening."
    return None


def _spoken(pile: Pile, denial: Denial) -> date | None:
    """The day that a denial was spoken, where its words date it to the days before its report came out: it then answers
    what has just happened."""
    came_out = published(pile, denial.report)
    text = pile.reports[denial.report].text
    start, end = sentence_start(text, denial.shown.start), denial.shown.end
    inside = [t for t in pile.annotations[denial.report].times if start <= t.span.start < end]
    spans = [span for time in inside if (span := date_span(time.value)) is not None]
    days = [first for first, last in spans if first == last and came_out and 0 <= (came_out - first).days <= _JUST_NOW]
    return max(days, default=None)


def day_before(pile: Pile, charge: Assertion) -> date | None:
    """The last day that the sentence before a charge of "that attack" names."""
    if not _THAT_ONE.search(charge.shown.text):
        return None
    report = charge.claim.report
    text = pile.reports[report].text
    end = sentence_start(text, charge.shown.start)
    start = sentence_start(text, max(0, end - 3))
    inside = [t for t in pile.annotations[report].times if start <= t.span.start < end]
    return max((span[1] for time in inside if (span := date_span(time.value)) is not None), default=None)


def _told_as_alleged(pile: Pile, charge: Assertion) -> bool:
    at = charge.claim.trigger.start
    return bool(_ALLEGED.search(pile.reports[charge.claim.report].text[max(0, at - _HEDGE) : at]))


def is_general(denial: Denial) -> bool:
    """Whether somebody denies a deed at any time ("has repeatedly denied using", "have denied that they use"), and not
    what was said right before."""
    if denial.refers or _BACK.search(denial.words.text):
        return False
    once = _DID.search(denial.words.text)
    return bool(_OFTEN.search(denial.shown.text) or (not once and _SINCE.search(denial.shown.text)))


def _of_its_weapon(denial: Denial, charge: Assertion) -> bool:
    """Whether one report has a weapon used that somebody denies having used at all: one use is enough to differ."""
    return denial.report == charge.claim.report and bool(charge.weapons) and "weapon" in denial.kinds & charge.kinds


def _happened_once(pile: Pile, there: Telling, charge: Assertion) -> bool:
    """Whether a charge is of what happens once, on one day, or in a place that its own words name and that is no
    country; who supports or shelters somebody does so for long."""
    if not charge.kinds & _ONCE:
        return False
    one_day = there.when is not None and not there.carried and there.when[0] == there.when[1]
    return one_day or bool(narrow_places(pile, charge))


def theme_of(denial: Denial, charge: Assertion) -> tuple[str, ...]:
    """Which state denies that which state did a deed of which kind; nothing where either is no state's, since "the
    rebels" of two reports need not be the same."""
    accused = charge.party.actors or denial.party.actors
    deniers = denial.denier.actors
    if denial.fabricated or len(accused) != 1 or len(deniers) != 1:
        return ()
    weapons = denial.weapons or charge.weapons
    what = sorted(weapons) if "weapon" in denial.kinds | charge.kinds else sorted(denial.kinds & charge.kinds)
    often = ["at any time"] if is_general(denial) or _MANY.search(charge.shown.text) else []
    return (*sorted(deniers), *sorted(accused), *what, *often) if what else ()


def narrow_places(pile: Pile, charge: Assertion) -> list[str]:
    """The towns and the like that the words of a charge set it in."""
    found = pile.annotations[charge.claim.report]
    names = []
    for who in charge.claim.place:
        entity = pile.entity(who)
        if entity is None or entity.kind is not EntityKind.PLACE or who.span is None:
            continue
        place = next((p for p in found.places if p.span.overlaps(who.span)), None)
        if place is not None and place.precision != "country":
            names.append(entity.name)
    return names
