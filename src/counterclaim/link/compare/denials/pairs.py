"""Whether a denial can answer a charge: who is accused, of what kind of deed, and what sets the two apart."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from counterclaim.link.compare.deeds.victim_words import armed
from counterclaim.link.compare.denials.charges import Assertion
from counterclaim.link.compare.denials.folds import folded
from counterclaim.link.compare.denials.limits import of_another_cause
from counterclaim.link.compare.denials.parties import can_be, names_in, share_name, skeleton
from counterclaim.link.compare.denials.records import Denial
from counterclaim.link.compare.denials.spans import sentence_end
from counterclaim.link.compare.denials.words import alike, is_known, stems, things
from counterclaim.link.compare.nouns import head_noun, tells
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.when import may_coincide
from counterclaim.records import Claim, EntityKind, Span, Verdict, Who

#: A denial that only points back answers a charge that stands no further before it than this, in characters: some
#: five sentences. One that says what it denies may answer one from anywhere above it in a report of usual length.
_BEFORE, _ABOVE = 800, 5000
#: A charge that follows its denial stands no further from it than this.
_AFTER = 400
#: "The hacking", "what happened there": so few words say nothing of their own.
_BARE = 4
#: Words that a denial without a doer and a charge share where they are of one deed.
_MUCH = 2
#: Names as long as this that begin alike for so many letters may be one, misspelt.
_LONG_NAME, _SAME = 7, 5
#: A name that more reports have, or this share of them, does not tell one happening from another.
_FEW, _COMMON = 12.0, 0.12
_POINTED = re.compile(
    r"\b(?:that|this|those|these) (?:\w+ )?(?:attack|strike|raid|incident|massacre|killing|bombing)s?\b", re.I
)
#: What a rejected charge was about, where the denial says it.
_CHARGE_ABOUT = re.compile(
    r"\b(?:reports?|allegations?|accusations?|claims?|charges?|rumou?rs?)\b[^.;]{0,60}?\b"
    r"(?:about|concerning|regarding|over|against)\b((?: [\w'’-]+){1,6})",
    re.I,
)
#: Objects that leave open whom or what.
_ANYBODY = frozenset("anyone anybody anything nobody nothing none one them someone somebody".split())
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
#: Words of a charge that do not tell what it was about.
_SAYS_LITTLE = frozenset(
    """incident matter event issue case attack strike raid shelling bombing killing role involvement responsibility use
    conduct behaviour situation them their this that these those what country government army forces""".split()
)
_OWN_PART = re.compile(r"\b(?:responsib|involve|complicit|participat)\w*|\b(?:role|part|hand) in\b", re.I)
_WE = re.compile(r"(?:we|our)\b", re.I)
_CLAUSE = re.compile(r"\b(?:because|since|although|while|whereas)\b", re.I)
_DEFINITE = re.compile(r"(?:the|this|that|what|it|them)\b", re.I)
_ONCE = re.compile(r"\b(?:had not|did not|didn['’]t|hadn['’]t)\b", re.I)
_GOING_ON = re.compile(r"\b(?:have|has)\b", re.I)
#: Who "has withdrawn" did so once.
_OVER_AT_ONCE = frozenset({"withdraw", "capture", "agree", "cross", "deploy", "request", "down"})
_HABIT = re.compile(
    r"\b(?:regularly|routinely|often|frequently|constantly|every day|daily|for (?:months|years))\b", re.I
)
_AT_ALL = re.compile(r"\b(?:never|repeatedly|always|consistently|at all|ever)\b", re.I)
#: How far from the word for a deed its auxiliary may stand, in characters.
_AUXILIARY = 25

#: Why two passages that were compared are no conflict.
Reason = tuple[Verdict, str]


def refers_to(pile: Pile, denial: Denial, charge: Assertion) -> int | None:
    """How well a charge is what "the accusations" point to (0 best), None where it is not."""
    away = denial.shown.start - charge.claim.trigger.start
    if not charge.charged or not -_AFTER // 2 <= away <= _BEFORE:
        return None
    if denial.kinds and not of_one_kind(denial, charge, near=True):
        return None
    if not is_known(charge.kinds) and not _next_to(pile, denial, charge):
        return None
    aside = bool(denial.holders) and denial.words.covers(charge.claim.trigger)
    if not aside and _of_another_target(denial, charge):
        return None
    if can_be(denial.party, charge.party) or (aside and not charge.party):
        return 0 if away >= 0 else 1
    if _OWN_PART.search(denial.words.text):
        return None  # one's own part is denied in what one is accused of oneself
    # "Ethiopia rejected the accusations" against Eritrea, right behind them
    beside = 0 <= away <= _AFTER and not denial.stated and not denial.holders
    accused = charge.party and not can_be(charge.party, charge.voices)
    return 2 if beside and accused and _next_to(pile, denial, charge) else None


def _of_another_target(denial: Denial, charge: Assertion) -> bool:
    """Whether a denial names itself what the charge it rejects was about ("dismissed reports about an attack on a
    market"), and the charge has no word of that."""
    named = _CHARGE_ABOUT.search(denial.shown.text)
    words = {word.lower() for word in _LONG_WORD.findall(named[1])} if named else set()
    own = names_in(denial.shown.text) if named and share_name(names_in(named[1]), denial.denier.names) else set()
    words = {word[:5] for word in words if word.removesuffix("s") not in _SAYS_LITTLE and word not in own}
    told = charge.shown.text.lower()
    return bool(words) and not any(word in told for word in words)


def tells_of(pile: Pile, denial: Denial, charge: Assertion) -> int | None:
    """How well a charge of the same report tells of the deed that is denied (the lower, the more words they share)."""
    away = denial.shown.start - charge.claim.trigger.start
    if not -_AFTER <= away <= _ABOVE or not of_one_kind(denial, charge, near=True):
        return None
    if points_to_one(denial) and not (-_AFTER <= away <= _AFTER and _next_to(pile, denial, charge)):
        return None
    shared = len(denial.told & charge.told)
    if denial.fabricated or not denial.party:
        enough = _one_sentence(pile, denial, charge) or shared >= (1 if denial.fabricated else _MUCH)
        enough = enough or (denial.fabricated and _next_to(pile, denial, charge))
        return -shared if enough and charge.charged else None
    if can_be(denial.party, charge.party):
        return -shared
    # "We have not abducted any children": whoever speaks for those accused right before
    we = denial.claim is not None and any(who.span and _WE.match(who.span.text) for who in denial.claim.agent)
    answers = we and away >= 0 and charge.charged and bool(charge.party) and denial.kinds & charge.kinds
    return -shared if answers and _next_to(pile, denial, charge) else None


def is_beside(pile: Pile, denial: Denial, charge: Assertion) -> bool:
    """Whether a denial of having had a part in "the hacking" stands right behind a charge against who denies it,
    whatever either calls the deed."""
    away = denial.shown.start - charge.claim.trigger.start
    definite = not denial.stated and denial.claim is None and _DEFINITE.match(denial.words.text.strip())
    bare = len(denial.words.text.split()) <= _BARE
    return bool(definite and bare and charge.charged and away >= 0 and charge.party) and (
        can_be(denial.party, charge.party) and _next_to(pile, denial, charge)
    )


def may_be_charged(denial: Denial, charge: Assertion) -> bool:
    """Whether a charge can be against whom a denial is of, or names nobody and stands close by ("had been tortured":
    "denied that any prisoner had been mistreated")."""
    if charge.party:
        return can_be(denial.party, charge.party)
    return abs(charge.claim.trigger.start - denial.words.start) <= _AFTER


def points_to_one(denial: Denial) -> bool:
    """Whether a denial is of one deed that was spoken of before ("that attack")."""
    return bool(_POINTED.search(denial.words.text))


def _one_sentence(pile: Pile, denial: Denial, charge: Assertion) -> bool:
    first, last = sorted((denial.words.start, charge.claim.trigger.start))
    return last < sentence_end(pile.reports[denial.report].text, first)


def _next_to(pile: Pile, denial: Denial, charge: Assertion) -> bool:
    """Whether a charge stands in the sentence of a denial or in the one beside it."""
    text = pile.reports[denial.report].text
    first, last = sorted((denial.shown.start, charge.claim.trigger.start))
    return last <= sentence_end(text, min(len(text), sentence_end(text, first) + 2))


def of_one_kind(denial: Denial, charge: Assertion, *, near: bool = False) -> bool:
    """Whether both are of one kind of deed, and of one weapon where one is in dispute."""
    if "weapon" not in denial.kinds:
        return alike(denial.kinds, charge.kinds, near=near)
    known = denial.weapons and charge.weapons
    return "weapon" in charge.kinds and not (known and not denial.weapons & charge.weapons)


def one_voice(pile: Pile, denial: Denial, charge: Assertion) -> bool:
    """Whether who denies also tells the charge, or stands on the same side as who does."""
    if denial.statement.id == charge.statement.id and not denial.holders:
        return True
    deniers = {pile.key(who) for who in denial.holders or denial.statement.sources}
    voices = {pile.key(who) for who in charge.statement.sources}
    if denial.report == charge.claim.report and _misspelt(denial.denier.names, charge.voices.names):
        return True
    return bool(deniers & voices) or (charge.charged and bool(denial.denier.actors & charge.voices.actors))


def _misspelt(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether one report writes one long name in two ways ("Sharton", "Shartion")."""
    return any(
        min(len(one), len(other)) >= _LONG_NAME
        and one[:_SAME] == other[:_SAME]
        and abs(len(one) - len(other)) == 1
        and skeleton(one) == skeleton(other)
        for one in left
        for other in right
    )


def of_one_deed(denial: Denial, charge: Assertion) -> bool:
    """Whether two reports have the same do it; where the denial names nobody, whether both name what was done."""
    if denial.fabricated:
        return True
    if denial.party:
        return can_be(denial.party, charge.party, near=False)
    if "weapon" in denial.kinds:
        return bool(things(denial.words.text) & charge.told)
    names = names_in(denial.words.text)
    return bool({word for word in denial.told & charge.told if not share_name((word,), names)})


def sets_apart(
    pile: Pile, tellings: Tellings, denial: Denial, charge: Assertion, words: Span, others: Span
) -> Reason | None:
    """What keeps a denial and a charge of the same kind from being of one deed, by the names and things in two
    passages; None where nothing does."""
    one, other = names_beside(words, denial, charge), names_beside(others, denial, charge)
    if denial.fabricated:  # it is of no side, so that what all reports name stands in both
        one, other = (frozenset(n for n in names if _tells(tellings, n)) or names for names in (one, other))
    if one and other and not share_name(one, other) and not _same_actors(pile, denial, charge, words, others):
        names = " and ".join(min(found).capitalize() for found in (one, other))
        return Verdict.OTHER_INCIDENT, f"They name different places or people ({names})."
    objects = _objects(denial.claim), _objects(charge.claim)
    one_verb = denial.claim is not None and denial.claim.predicate == charge.claim.predicate
    across = denial.report != charge.claim.report
    if (
        (across or not denial.stated)
        and one_verb
        and objects[1]
        and objects[0]
        and not objects[0] & (objects[1] | set(stems(others.text)))
    ):
        return Verdict.OTHER_INCIDENT, f"One is of the {min(objects[0])}, the other of the {min(objects[1])}."
    if of_another_cause(denial.shown.text, folded(others.text)):
        return Verdict.COMPATIBLE, "Only the cause is denied, of which the other account says nothing."
    if not one_verb and _of_the_armed(charge.claim) and _of_the_armed(denial.claim) is False:
        return Verdict.OTHER_INCIDENT, "One is of what was done to armed men, the other to the unarmed or their houses."
    times = denial.claim.time if denial.claim and not denial.stated else None, charge.claim.time
    if not may_coincide(*times, slack=0):
        return Verdict.OTHER_INCIDENT, f"They are dated {times[0]} and {times[1]}."
    mine = things(denial.words.text)
    theirs = charge.told | things(charge.shown.text) | things(others.text)
    if not is_known(denial.kinds) and not mine & theirs:
        return Verdict.OTHER_INCIDENT, "Nothing but the verb is the same."
    beside = not across and abs(denial.shown.start - charge.claim.trigger.start) <= _AFTER
    if mine and "weapon" not in denial.kinds and not mine & theirs and not beside:
        telling = [name for name in one if _tells(tellings, name)]
        if not share_name(telling, names_in(charge.shown.text)):
            return Verdict.OTHER_INCIDENT, f"Nothing that the denial speaks of ({min(mine)}) is in the charge."
    text, trigger = pile.reports[charge.claim.report].text, charge.claim.trigger
    around = text[max(0, trigger.start - _AUXILIARY) : trigger.end + _AUXILIARY]
    habit = _HABIT.search(charge.shown.text) and not _AT_ALL.search(denial.shown.text)
    going_on = _GOING_ON.search(around) and not charge.kinds & _OVER_AT_ONCE
    if habit or (_ONCE.search(denial.shown.text) and going_on):
        return Verdict.COMPATIBLE, "What is denied happened once, the charge is of what has gone on for long."
    return None


def _same_actors(pile: Pile, denial: Denial, charge: Assertion, words: Span, others: Span) -> bool:
    """Whether both passages name one more actor, by whatever name ("Beijing", "China")."""
    one, other = (
        {pile.actor(Who(e.id, e.name)) for e in pile.named_in(report, span) if e.kind is not EntityKind.PLACE}
        for report, span in ((denial.report, words), (charge.claim.report, others))
    )
    return bool((one & other) - {None} - denial.party.actors - denial.denier.actors - charge.voices.actors)


def _objects(claim: Claim | None) -> frozenset[str]:
    found = (head_noun(who.span.text if who.span else who.name) for who in (claim.patient if claim else ()))
    return frozenset(noun for noun in found if tells(noun) and noun not in _ANYBODY)


def _of_the_armed(claim: Claim | None) -> bool | None:
    """Whether a deed was done to people under arms, or to the unarmed and their houses; None where it does not say."""
    return armed(" ".join(who.span.text if who.span else who.name for who in (claim.patient if claim else ())))


def names_beside(span: Span, denial: Denial, charge: Assertion) -> frozenset[str]:
    """The words of names in a passage, but for those of the parties and the voices."""
    parties = denial.party.names | denial.denier.names | charge.voices.names
    if denial.party:
        parties |= charge.party.names
    own = _CLAUSE.split(span.text)[0]
    return frozenset(name for name in names_in(own) if not share_name((name,), parties))


def shares_thing(denial: Denial, charge: Assertion) -> bool:
    """Whether both speak of one thing, beside names and the deed itself."""
    return bool(things(denial.words.text) & (charge.told | things(charge.shown.text)))


def share_telling_name(tellings: Tellings, one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two sets of names share one that not every report has."""
    return share_name([name for name in one if _tells(tellings, name)], other)


def _tells(tellings: Tellings, name: str) -> bool:
    reports = len(tellings.openings)
    most = max(_FEW, _COMMON * reports)
    return tellings.lexicon.weight(name) >= math.log((reports + 1) / (most + 0.5))
