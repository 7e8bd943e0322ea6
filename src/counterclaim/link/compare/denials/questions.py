"""The question that a denial and what it denies answer, as a reader would ask it: "Did the army shell the village?"."""

from __future__ import annotations

import re

from counterclaim.link.compare.denials.charges import Assertion, blamed_for, doers_of
from counterclaim.link.compare.denials.of_none import ask_of_none
from counterclaim.link.compare.denials.records import Denial
from counterclaim.link.compare.denials.scope import day_before, is_general
from counterclaim.link.compare.denials.spans import sentence_end
from counterclaim.link.compare.denials.words import cut, weapon_named
from counterclaim.link.compare.names_inside import lowered
from counterclaim.link.compare.times.words import day_in_words
from counterclaim.link.compare.whole_questions import (
    ask_by_verb,
    be_of,
    ended,
    is_noun,
    name_of,
    of_the_speaker,
    placed,
)
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import Claim, EntityKind

_LEAD = re.compile(
    r"^(?:(?:that|by|for|of|with|in|having|(?:any |all )?(?:responsibility|involvement|role|part|complicity|blame)"
    r"(?: for| in| of)|any(?= \w+ing\b))\s+)+",
    re.I,
)
_DETERMINED = re.compile(r"(?:the|this|that|these|those|a|an)\s", re.I)
_POSSESSIVE = frozenset("its their our his her my".split())
_PHRASE = re.compile(r"(?:the|an?|any|\w+ing)\s", re.I)
#: What no noun phrase has in it, and what is no deed.
_NO_PHRASE = re.compile(
    r"\b(?:there|it|they|he|she|we|who|which|its|their|his|her|our|was|were|is|are|had|has|have|did|claims?|"
    r"accusations?|allegations?|charges?|reports?|suggestions?)\b",
    re.I,
)
_SUCH = re.compile(r"\bsuch\b", re.I)
#: Before a noun in small letters: "Syrias government".
_OWNER = re.compile(r"\b([A-Z][\w-]{3,})s(?=\s[a-z])")
_OWNERS = frozenset({EntityKind.STATE, EntityKind.PLACE, EntityKind.PERSON})
#: "Such weapons" are those named last before, within as many characters.
_ABOVE = 1500
#: "Was the army behind the attack?", "Did the army use chemical weapons?": of which day, a reader cannot tell.
_SAYS_LITTLE = re.compile(r"(?:behind (?:the|that|this) (?:\w+ )?\w+| use (?:\w+ )?\w+)\?$", re.I)


def ask(pile: Pile, denial: Denial, assertion: Assertion | None) -> str:
    """The question; the doer is named as fully as either passage does. Empty where none can be put in whole words."""
    return _with_owners(pile, _asked(pile, denial, assertion))


def _with_owners(pile: Pile, question: str) -> str:
    """A question in which "Dorvias army", of a text that has lost its apostrophes, is "Dorvia’s army"."""
    if not _OWNER.search(question):
        return question
    names = {e.name.split()[-1] for e in pile.entities.values() if e.kind in _OWNERS}
    return _OWNER.sub(lambda m: f"{m[1]}’s" if m[1] in names and f"{m[1]}s" not in names else m[0], question)


def _asked(pile: Pile, denial: Denial, assertion: Assertion | None) -> str:
    if denial.fabricated:
        return ended(f"Did {_LEAD.sub('', cut(denial.words.text))} happen")
    doer = _doer(pile, denial, assertion)
    claims = [assertion.claim] if assertion else []
    claims += [denial.claim] if denial.claim else []
    weapon = _weapon(pile, denial, assertion)
    if doer and weapon:
        # Who denies that a weapon is used at all differs on that, and not on the one place of a charge.
        return placed(pile, f"Did {doer} use {weapon}?", [] if is_general(denial) else claims)
    for claim in claims:
        question = ask_by_verb(pile, claim, doer, given=True)
        if question:
            return placed(pile, question, claims)
    for claim in claims:
        thing = _thing(pile, claim)
        if thing:
            question = f"{be_of(doer)} {doer} behind {thing}?" if doer else f"Did {thing} happen?"
            return placed(pile, question, claims) if ended(question[:-1]) else ""
    thing = _LEAD.sub("", cut(denial.words.text))
    if not doer or not _PHRASE.match(thing) or _NO_PHRASE.search(thing):
        return _of_none(denial)
    return ended(f"{be_of(doer)} {doer} behind {thing}")


def _of_none(denial: Denial) -> str:
    """ "Were there any talks?" of "no talks were held"."""
    own = denial.claim.trigger.text.lower() if denial.claim is not None else ""
    return ask_of_none(denial.words.text, lambda thing: bool(own) and own in thing.lower().split())


def on_its_day(pile: Pile, tellings: Tellings, question: str, denial: Denial, assertion: Assertion) -> str:
    """A short question with the day that a charge is about, where it names neither a day nor anything else that tells
    which of many deeds it is."""
    when = tellings.of_claim(assertion.claim).when
    if is_general(denial) or not _SAYS_LITTLE.search(question):
        return question
    before = day_before(pile, assertion)
    if before is not None:
        return f"{question[:-1]} in {before.year}?"
    return f"{question[:-1]} on {day_in_words(when[0])}?" if when and when[0] == when[1] else question


def _weapon(pile: Pile, denial: Denial, assertion: Assertion | None) -> str | None:
    """The weapon whose use is in dispute."""
    if ("weapon" not in denial.kinds and not denial.refers) or (assertion and "weapon" not in assertion.kinds):
        return None
    start = denial.words.start
    above = list(reversed(pile.reports[denial.report].text[max(0, start - _ABOVE) : start].split(". ")))
    other = [assertion.shown.text] if assertion else []
    such = _SUCH.search(denial.words.text)
    words = [denial.words.text, *above, *other] if such else [denial.words.text, *other, *above]
    return next((named for piece in words if (named := weapon_named(piece))), None)


def _doer(pile: Pile, denial: Denial, assertion: Assertion | None) -> str | None:
    for claim in ([assertion.claim] if assertion else []) + ([denial.claim] if denial.claim else []):
        names = [name for who in doers_of(claim) if (name := of_the_speaker(pile, claim, who) or name_of(pile, who))]
        if names:
            return " and ".join(names)
    holders = denial.holders or pile.holders(denial.statement)
    own = next((who for who in denial.claim.agent if who.span), None) if denial.claim else None
    if own is not None and own.span is not None:
        first, _, belongs = own.span.text.partition(" ")
        if belongs and first.lower() in _POSSESSIVE:
            named = holders and holders[0].unnamed is None
            return f"{lowered(holders[0].name)}’s {belongs}" if named else f"the {belongs}"
    mine = denial.party == denial.denier or own is not None
    return lowered(holders[0].name) if holders and mine else None


def _thing(pile: Pile, claim: Claim) -> str | None:
    """The deed as a noun phrase, as far as its sentence goes on."""
    text = pile.reports[claim.report].text
    blamed = blamed_for(claim)
    if blamed is not None:
        words = cut(blamed)
        return f"the {words}" if words and " " not in words else words or None
    own = claim.spans[0].end
    stop = own if own > claim.trigger.end + 1 else sentence_end(text, claim.trigger.end)
    words = cut(text[claim.trigger.start : stop].split(" by ")[0].split(" that ")[0])
    formed = claim.trigger.text.lower().endswith(("ed", "ing"))
    if (
        not words
        or _NO_PHRASE.search(words)
        or not is_noun(claim, text, "")
        or (formed and not _DETERMINED.match(words))
    ):
        return None
    return words if _DETERMINED.match(words) else f"the {words}"
