"""The question that a denial and what it denies answer, as a reader would ask it: "Did the army shell the village?"."""

from __future__ import annotations

import re

from counterclaim.link.compare.denial_charges import Assertion, blamed_for, doers_of
from counterclaim.link.compare.denial_records import Denial
from counterclaim.link.compare.denial_scope import day_before, is_general
from counterclaim.link.compare.denial_spans import sentence_end
from counterclaim.link.compare.denial_words import cut, stems, trimmed, weapon_named
from counterclaim.link.compare.time_words import day_in_words
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import Claim, EntityKind, Who

_PRONOUN = re.compile(r"^(?:its|their|our|his|her|my|we|they|it|he|she|i|who|which|that|such)\b", re.I)
_BE = re.compile(r"\b(?:was|were|been|be|being|is|are|get|got)\s*(?:\w+ly\s*|also\s*)?$", re.I)
_NO = re.compile(r"^(?:no|any|not|never)\s+", re.I)
_LEAD = re.compile(r"^(?:that|by|for|of|with|any|in)\s+", re.I)
_DETERMINER = re.compile(
    r"\b(?:the|a|an|that|this|those|these|its|their|such|any|no|all)\s+(?:alleged\s+|suspected\s+)?$"
)
_DETERMINED = re.compile(r"(?:the|this|that|these|those|a|an)\s", re.I)
_INFINITIVE = re.compile(r"(?:\bto|\bnot|n['’]t|\bnever|\bdid|\bdoes|\bdo|\bwho|\bwhich|\bthat)\s+$")
_PREPOSITIONS = frozenset("on in at against near by from over across of during into as for around".split())
#: Predicates that say how it is, and not what was done.
_STATES = frozenset({"be", "have"})
_POSSESSIVE = frozenset("its their our his her my".split())
_MANY = re.compile(
    r"^(?:at least|more than|\d|dozens|hundreds|thousands|several|many|some|two|three|four|five)\b|"
    r"(?:people|children|men|women|(?<!s)s)$",
    re.I,
)
#: "Kenyan army" is asked about as "the Kenyan army".
_OF_A_LAND = re.compile(
    r"[A-Z]\w+(?:an|ish|ese|i|ch) (?:regime|government|army|military|navy|air force|forces|authorities)"
)
_SUCH = re.compile(r"\bsuch\b", re.I)
#: "Such weapons" are those named last before, within as many characters.
_ABOVE = 1500
_LONG_NAME = 60
#: "Was the army behind the attack?", "Did the army use chemical weapons?": of which day, a reader cannot tell.
_SAYS_LITTLE = re.compile(r"(?:behind (?:the|that|this) (?:\w+ )?\w+| use (?:\w+ )?\w+)\?$", re.I)
_MOST = 130


def ask(pile: Pile, denial: Denial, assertion: Assertion | None) -> str:
    """The question; the doer is named as fully as either passage does."""
    if denial.fabricated:
        return _ended(f"Did {_LEAD.sub('', cut(denial.words.text))} happen")
    doer = _doer(pile, denial, assertion)
    claims = [assertion.claim] if assertion else []
    claims += [denial.claim] if denial.claim else []
    weapon = _weapon(pile, denial, assertion)
    if doer and weapon:
        # Who denies that a weapon is used at all differs on that, and not on the one place of a charge.
        return _placed(pile, f"Did {doer} use {weapon}?", [] if is_general(denial) else claims)
    for claim in claims:
        question = _of_verb(pile, claim, doer)
        if question is not None:
            return _placed(pile, question, claims)
    for claim in claims:
        thing = _thing(pile, claim)
        if thing:
            question = f"Was {doer} behind {thing}?" if doer else f"Did {thing} happen?"
            return _placed(pile, question, claims)
    thing = _LEAD.sub("", cut(denial.words.text))
    return f"Was {doer} behind {thing}?" if doer else f"Is it so that {thing}?"


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


def ask_of(pile: Pile, claim: Claim) -> str:
    """The question whether a claim is so."""
    names = [name for who in claim.agent if (name := _name(pile, who))]
    question = _of_verb(pile, claim, " and ".join(names) or None)
    return _placed(pile, question, [claim]) if question else f"Is it so that {cut(claim.spans[0].text)}?"


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
        names = [name for who in doers_of(claim) if (name := _name(pile, who))]
        if names:
            return " and ".join(names)
    holders = denial.holders or pile.holders(denial.statement)
    own = next((who for who in denial.claim.agent if who.span), None) if denial.claim else None
    if own is not None and own.span is not None:
        first, _, belongs = own.span.text.partition(" ")
        if belongs and first.lower() in _POSSESSIVE:
            named = holders and holders[0].unnamed is None
            return f"{_lower(holders[0].name)}’s {belongs}" if named else f"the {belongs}"
    mine = denial.party == denial.denier or own is not None
    return _lower(holders[0].name) if holders and mine else None


def _name(pile: Pile, who: Who) -> str | None:
    """A name for a question; none for pronouns that nobody resolved."""
    entity = pile.entity(who)
    words = " ".join((who.span.text if who.span else who.name).split())
    if entity is not None and (_PRONOUN.match(words) or len(words) > _LONG_NAME or " " not in words):
        return entity.name
    if _PRONOUN.match(words) or len(words) > _LONG_NAME:
        return None
    return _lower(f"the {words}" if _OF_A_LAND.fullmatch(words) else words)


def _lower(words: str) -> str:
    words = " ".join(words.split())
    first = words.split(" ", 1)[0]
    return words[0].lower() + words[1:] if first in {"The", "A", "An", "Some", "Two", "Several"} else words


def _of_verb(pile: Pile, claim: Claim, doer: str | None) -> str | None:
    """The question by the claim's own verb; None where its word for the deed is a noun."""
    text = pile.reports[claim.report].text
    span, trigger = claim.spans[0], claim.trigger
    base = claim.predicate
    tail = cut(text[trigger.end : max(trigger.end, span.end)])
    if base in _STATES or _is_noun(claim, text, tail):
        return None
    if _BE.search(text[max(0, trigger.start - 30) : trigger.start]) and claim.patient:
        name = _NO.sub("", _name(pile, claim.patient[0]) or "")
        be = "Were" if _MANY.search(name) else "Was"
        return _ended(f"{be} {name} {trigger.text.lower()} {tail}") if name else None
    if not doer:
        return None
    after = [who for who in claim.patient if who.span and who.span.start >= trigger.end]
    if claim.patient and not after:
        tail = _name(pile, claim.patient[0]) or ""
    return _ended(f"Did {doer} {base} {_NO.sub('', tail)}")


def _is_noun(claim: Claim, text: str, tail: str) -> bool:
    """Whether the word for the deed is a noun ("the shelling of", "raids on"): a verb in its bare form stands only
    behind "to" or a negation, or takes an object."""
    word, base = claim.trigger.text.lower(), claim.predicate
    if base.split()[0] not in set(stems(word)) and not _irregular(base, word):
        return True
    before = text[max(0, claim.trigger.start - 12) : claim.trigger.start].lower()
    if _DETERMINER.search(before) or tail.startswith("of "):
        return True
    bare = word in {base, f"{base}s", f"{base}es"}
    return bare and not _INFINITIVE.search(before) and (not tail or tail.split()[0].lower() in _PREPOSITIONS)


def _irregular(base: str, word: str) -> bool:
    """Whether a word may be a form of a verb with another vowel: "shot", "fought", "struck"."""
    word = word.lower()
    return " " not in word and word[:1] == base[:1] and not word.endswith(("ing", "ment", "ion", "s")) and word != base


def _thing(pile: Pile, claim: Claim) -> str | None:
    """The deed as a noun phrase, as far as its sentence goes on."""
    text = pile.reports[claim.report].text
    blamed = blamed_for(claim)
    if blamed is not None:
        return cut(blamed) or None
    own = claim.spans[0].end
    stop = own if own > claim.trigger.end + 1 else sentence_end(text, claim.trigger.end)
    words = cut(text[claim.trigger.start : stop].split(" by ")[0])
    formed = claim.trigger.text.lower().endswith(("ed", "ing"))
    if not words or (formed and not _DETERMINED.match(words)):
        return None
    return words if _DETERMINED.match(words) else f"the {words}"


def _placed(pile: Pile, question: str, claims: list[Claim]) -> str:
    """The question with a place where it names none that the claims have."""
    names = [
        entity.name
        for claim in claims
        for who in claim.place
        if (entity := pile.entity(who)) and entity.kind is EntityKind.PLACE and entity.name in claim.spans[0].text
    ]
    if not names or any(name.lower() in question.lower() for name in names):
        return question
    return f"{question[:-1]} in {names[0]}?"


def _ended(words: str) -> str:
    words = " ".join(words.split())
    if len(words) > _MOST:
        words = trimmed(words[:_MOST].split()[:-1])
    return words.rstrip(" .,;:") + "?"
