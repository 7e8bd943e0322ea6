"""Existence: one account speaks of something, another says that there is no such thing.

What is denied comes from "there are no …", "has no …", "no evidence of any …", "has not received any …"; what is
affirmed from accounts in which the thing does something, is used, counted, sent or taken for granted ("demanded that
the troops leave"). Of what somebody is said not to have, only accounts of the same owner speak. Losses that one side
counts and another denies are in `losses.py`, things that are only mentioned in `told.py`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass

from counterclaim.link.compare.denials.parties import Party, can_be, names_in, party_of, share_name
from counterclaim.link.compare.denials.spans import known, on_others_word, sentence_end, sentence_start, shown, told_by
from counterclaim.link.compare.existence.by_kind import compare_kinds
from counterclaim.link.compare.existence.losses import compare_losses
from counterclaim.link.compare.existence.told import told_of
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import head_noun, modifiers, tells
from counterclaim.link.compare.whole_questions import ask_whether
from counterclaim.link.compare.wording import wording
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_apart_out, published, windows, within
from counterclaim.records import Claim, EntityKind, Modality, Polarity, Slot, Span, Statement, Verdict, Who

_THERE = frozenset({"exist", "be", "see", "host"})
#: Who does not do these has none.
_OWNING = frozenset({"have", "possess", "own", "keep", "hold", "stockpile", "store", "maintain"})
_BRINGING_OUT = frozenset({"use", "fire", "deploy", "drop", "launch", "produce", "develop", "hide", "acquire", "buy"})
#: Verbs whose object is there.
_TOUCHING = _OWNING | _BRINGING_OUT | frozenset(
    """exist kill capture arrest send recruit train withdraw expel bring find station fight evacuate hire pay attack
    target hit bomb shell discover""".split()
)  # fmt: skip
#: Who is told to do these has what is to be given up.
_GIVING_UP = frozenset("release free withdraw return surrender dismantle destroy remove relinquish evacuate".split())
_HELD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
#: What two reports can differ on. Over 840 reports on other matters all twelve pairs on other nouns were wrong.
_THINGS = frozenset(noun for nouns in wording("things").values() for noun in nouns)
#: Two reports on one state of affairs lie no further apart than this, in days.
_NEAR = 31
#: Accounts that have a thing in one window of time; with more, all speak of such things, and the rest is not looked at.
_MOST = 400
#: In one report, an answer stands no further off than this, in characters.
_BESIDE = 1500


#: Score of what is only mentioned: no reader has judged such pairs yet but in piles made for it.
_MENTIONED = 0.6
_DEFINITE = re.compile(r"(?:the|these|those|such|its|their)\b", re.I)
_OTHERS = re.compile(r"(?:their|his|her|our|my|\w+ of (?:them|whom|these|those))\b", re.I)
#: Who could do without owning a thing may own it.
_WITHOUT = re.compile(r"\b(?:could|can|would|might|may)\b[^.;]{0,40}\bwithout\s+$", re.I)
#: What was there before is not denied.
_NO_LONGER = re.compile(r"\b(?:any (?:longer|more)|anymore|no longer)\b", re.I)
#: What somebody was told, nobody knows by whom, is not what the teller says.
_TOLD_SO = re.compile(r"\b(?:was|were|been|am|are|is) (?:told|assured|informed|promised|led to believe)\b", re.I)
#: What a place is without is said by the way ("from the sea side, where there are no houses").
_WHERE = re.compile(r"\b(?:where|in which)\s+(?:there\s*)?$", re.I)
_OF_IT = re.compile(r"\s(?:of|with|from) (?:it|them|him|her|whom|which)$", re.I)
_Block = tuple[str, int | str]


@dataclass(frozen=True, slots=True)
class _Thing:
    """A claim that speaks of a thing, with the words for it; `owner` is who is said (not) to have it."""

    claim: Claim
    who: Who
    noun: str
    owner: Party | None


def compare_existence(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare denials that there is such a thing with accounts that have it."""
    denied: dict[_Block, list[_Thing]] = defaultdict(list)
    affirmed: dict[_Block, list[_Thing]] = defaultdict(list)
    negative = [c for c in pile.claims.values() if c.polarity is Polarity.NEGATIVE and c.modality in _HELD]
    for thing in (found for claim in negative for found in _denied(pile, claim)):
        for block in _blocks(pile, thing):
            denied[block].append(thing)
    nouns = {noun for noun, _ in denied}
    positive = [c for c in pile.claims.values() if c.polarity is Polarity.POSITIVE]
    for thing in (found for claim in positive for found in _affirmed(pile, claim, nouns)):
        for block in _blocks(pile, thing):
            affirmed[block].append(thing)
    kinds = list(compare_kinds(pile, tellings))
    yield from kinds
    seen = {(finding.left.record, finding.right.record) for finding in kinds}
    for key in sorted(denied, key=str):
        for no in denied[key]:
            for yes in affirmed.get(key, ())[:_MOST]:
                pile.look()
                pair = (no.claim.id, yes.claim.id)
                if pair in seen or _one_voice(pile, no.claim, yes.claim):
                    continue
                seen.add(pair)
                finding = _compare(pile, no, yes)
                if finding is not None:
                    yield finding
    there = [thing for things in denied.values() for thing in things if thing.owner is None]
    named = {thing.claim.id: (thing.claim, head_words(thing, thing)) for thing in there}
    for claim, statement, words in told_of(pile, [named[key] for key in sorted(named)]):
        yield _mentioned(pile, claim, named[claim.id][1], statement, words)
    yield from compare_losses(pile, tellings)


def _blocks(pile: Pile, thing: _Thing) -> Iterator[_Block]:
    """What two claims share that are compared: the noun, and their report or a window of time."""
    day = published(pile, thing.claim.report)
    yield thing.noun, thing.claim.report
    for window in windows(day.toordinal(), _NEAR) if day else ():
        yield thing.noun, window


def _one_voice(pile: Pile, left: Claim, right: Claim) -> bool:
    return pile.holder_key(pile.statements[left.statement]) == pile.holder_key(pile.statements[right.statement])


def _denied(pile: Pile, claim: Claim) -> Iterator[_Thing]:
    if claim.predicate not in _THERE | _OWNING or not known(pile, pile.statements[claim.statement]):
        return
    text = pile.reports[claim.report].text
    start = sentence_start(text, claim.trigger.start)
    if _NO_LONGER.search(text, claim.trigger.end, sentence_end(text, claim.trigger.end)):
        return
    if _WITHOUT.search(text, start, claim.trigger.start):
        return
    if _TOLD_SO.search(text, start, claim.trigger.start) or _WHERE.search(text, start, claim.trigger.start):
        return
    for who in claim.patient:
        words = who.name.lower().split()
        if _OTHERS.match(who.name):
            continue
        # "there is no evidence of any foreign fighters": the thing stands behind the evidence
        noun = head_noun(who.name if " of " not in who.name else _behind(who.name))
        if tells(noun) and (claim.predicate != "be" or words[:1] == ["no"]):
            owner = party_of(pile, claim.report, claim.agent, _speaker(pile, claim))
            yield _Thing(claim, who, noun, owner if claim.predicate in _OWNING and owner else None)


def _speaker(pile: Pile, claim: Claim) -> Party:
    return party_of(pile, claim.report, pile.statements[claim.statement].sources)


def _behind(words: str) -> str:
    first, rest = words.split(" of ", 1)
    return rest if first.lower().split()[-1] in {"evidence", "sign", "trace", "proof", "kind", "sort"} else first


def _affirmed(pile: Pile, claim: Claim, nouns: Set[str]) -> Iterator[_Thing]:
    wanted = claim.modality is Modality.COMMAND
    seems = claim.modality is Modality.HYPOTHESIS and claim.predicate in _OWNING
    if claim.modality not in _HELD and not wanted and not seems:
        return
    if on_others_word(pile, pile.statements[claim.statement], claim.trigger.start):
        return
    counted = claim.figure is not None or claim.modality is Modality.PRESUPPOSED
    for who in claim.agent:
        noun = head_noun(who.span.text if who.span else who.name)
        if noun in nouns:
            yield _Thing(claim, who, noun, None)
    had = _OWNING | _BRINGING_OUT | (_GIVING_UP if wanted else frozenset())
    for who in claim.patient:
        noun = head_noun(who.span.text if who.span else who.name)
        if (
            noun in nouns
            and (not wanted or claim.predicate in _GIVING_UP)
            and (counted or wanted or claim.predicate in _TOUCHING)
        ):
            owner = party_of(pile, claim.report, claim.agent, _speaker(pile, claim))
            yield _Thing(claim, who, noun, owner if claim.predicate in had else None)


def _compare(pile: Pile, no: _Thing, yes: _Thing) -> Finding | None:
    """The finding on one pair, or None where nothing but the noun joins them."""
    same_report = no.claim.report == yes.claim.report
    if (no.owner is None and not _about_one_side(pile, no, yes)) or not _same_sort(pile, no, yes):
        return None
    if no.owner is not None and (yes.owner is not None or not same_report):
        owner = yes.owner or party_of(pile, yes.claim.report, [yes.who])
        if not can_be(no.owner, owner, near=same_report and yes.owner is not None):
            return None
    if same_report and abs(no.claim.trigger.start - yes.claim.trigger.start) > _BESIDE:
        return None
    joined = bool(_shared_places(pile, no, yes)) or no.owner is not None or _share_name(no, yes)
    if no.owner is not None and no.noun == "troop" and not _shared_places(pile, no, yes):
        return None  # every state has troops somewhere
    if not same_report and not (joined and no.noun in _THINGS and _near_in_time(pile, no.claim, yes.claim)):
        return None
    if same_report and yes.claim.modality is Modality.FACT and not _one_place(pile, no, yes):
        return None  # one report speaks of many such things
    thing = head_words(yes, no)
    statements = [pile.statements[c.statement] for c in (no.claim, yes.claim)]
    evidence = [
        pile.evidence(c.report, shown(pile, s, told_by(pile, s, c.spans[0], c.trigger.start)))
        for c, s in zip((no.claim, yes.claim), statements, strict=True)
    ]
    holder = ", ".join(who.name for who in pile.holders(statements[0])) or "A source"
    reasons = [
        f"{holder} says that there are no {thing}.",
        f"The other account has “{yes.who.span.text if yes.who.span else yes.who.name}”"
        + (" and takes them for granted." if yes.claim.modality is not Modality.FACT else " in it."),
    ]
    if same_report:
        reasons.append("One report sets the two against each other.")
    score = 0.6 + 0.15 * same_report + 0.1 * joined + 0.05 * (yes.claim.figure is not None)
    return Finding(
        judge(
            "compare",
            sorted([no.claim.id, yes.claim.id]),
            Verdict.CONFLICT,
            min(score, 0.95),
            reasons,
            evidence,
            Slot.EXISTENCE,
        ),
        _question(pile, no, yes, thing),
        Answer(no.claim.id, no.claim.statement, "no", evidence[0]),
        Answer(yes.claim.id, yes.claim.statement, "yes", evidence[1]),
    )


def _mentioned(pile: Pile, no: Claim, thing: str, yes: Statement, words: Span) -> Finding:
    """The finding on a thing that another account only mentions."""
    denial = pile.statements[no.statement]
    evidence = [pile.evidence(no.report, shown(pile, denial, no.spans[0])), pile.evidence(yes.report, words)]
    holder = ", ".join(who.name for who in pile.holders(denial)) or "A source"
    reasons = [f"{holder} says that there are no {thing}.", "The other account speaks of it as there."]
    whose = _Thing(no, no.patient[0], head_noun(thing), None)
    return Finding(
        judge("compare", sorted([no.id, yes.id]), Verdict.CONFLICT, _MENTIONED, reasons, evidence, Slot.EXISTENCE),
        _question(pile, whose, whose, thing),
        Answer(no.id, no.statement, "no", evidence[0]),
        Answer(yes.id, yes.id, "yes", evidence[1]),
    )


def _question(pile: Pile, no: _Thing, yes: _Thing, thing: str) -> str:
    """ "Are there mercenaries in Dorvik?", "Does Tosk have chemical weapons?"."""
    where = next(
        (
            entity.name
            for claim in (no.claim, yes.claim)
            for who in claim.place
            if (entity := pile.entity(who)) and entity.kind is EntityKind.PLACE
        ),
        None,
    )
    past = no.claim.trigger.text.lower() in {"was", "were", "had"}
    if no.owner is not None:
        entity = next((found for who in no.claim.agent if (found := pile.entity(who))), None)
        words = next((who.span.text if who.span else who.name for who in no.claim.agent), "")
        owner = entity.name if entity and (len(words.split()) == 1 or len(words) > len(entity.name)) else words
        owner = owner[:1].lower() + owner[1:] if owner.startswith("The ") else owner
        return f"{'Did' if past else 'Does'} {owner} have {thing}?"
    seen = no.claim.predicate in {"see", "find", "host"} and ask_whether(pile, no.claim)
    if seen:
        return seen
    plural = thing.split(" in ")[0].split(" of ")[0].endswith("s") or no.noun == "troop"
    be = ("Were" if past else "Are") if plural else ("Was" if past else "Is")
    asked = f"{be} there {thing}" if plural else f"{be} there any {thing}"
    return f"{asked} in {where}?" if where and where not in asked else f"{asked}?"


def head_words(yes: _Thing, no: _Thing) -> str:
    """How to name the thing in the question: as the denial does, without its "no"."""
    words = _OF_IT.sub("", no.who.span.text if no.who.span else no.who.name).split()
    while words and words[0].lower() in {"no", "not", "any", "a", "an", "the", "such", "single"}:
        words = words[1:]
    return " ".join(words) or yes.noun


def _same_sort(pile: Pile, no: _Thing, yes: _Thing) -> bool:
    """Whether what stands before the two nouns can be of one thing: "Russian mercenaries" are not "Arab" ones, and
    "the weapons" are those spoken of before."""
    mine = modifiers(no.who.name if " of " not in no.who.name else _behind(no.who.name)) - {"foreign"}
    theirs = modifiers(yes.who.span.text if yes.who.span else yes.who.name)
    if not mine or mine & theirs or share_name(mine, theirs):
        return True
    span = yes.who.span
    if theirs or span is None or not _DEFINITE.match(span.text):
        return False
    above = pile.reports[yes.claim.report].text[max(0, span.start - _BESIDE) : span.start]
    return head_words(yes, no).lower() in above.lower()


def _about_one_side(pile: Pile, no: _Thing, yes: _Thing) -> bool:
    """Whether both speak of the same side's: "Kenyan forces" are not "Iraqi troops"."""
    one, other = pile.side(no.who), pile.side(yes.who)
    if one and other:
        return one == other
    if one or other:
        return no.noun != "troop"
    return no.noun != "troop" or bool(modifiers(no.who.name) & modifiers(yes.who.name))


def _shared_places(pile: Pile, no: _Thing, yes: _Thing) -> frozenset[str]:
    """Places that both claims have."""
    places = [{pile.key(who) for who in c.place} | _named(pile, c) for c in (no.claim, yes.claim)]
    return frozenset(places[0] & places[1])


def _one_place(pile: Pile, no: _Thing, yes: _Thing) -> bool:
    """Whether one report has both at one place, or under one name, and the other thing is nobody else's."""
    words = yes.who.span.text if yes.who.span else yes.who.name
    return bool(_shared_places(pile, no, yes) or _share_name(no, yes)) and not _OTHERS.match(words)


def _share_name(no: _Thing, yes: _Thing) -> bool:
    """Whether both have a name in them, beside those that the thing itself is called by."""
    own = modifiers(no.who.name) | modifiers(yes.who.name)
    one, other = (names_in(thing.claim.spans[0].text) - own for thing in (no, yes))
    return share_name(one, other)


def _named(pile: Pile, claim: Claim) -> set[str]:
    """What takes part in a claim and can be where something is: a place or a state."""
    return {
        entity.id
        for who in (*claim.agent, *claim.patient)
        if (entity := pile.entity(who)) and entity.kind in {EntityKind.PLACE, EntityKind.STATE}
    }


def _near_in_time(pile: Pile, left: Claim, right: Claim) -> bool:
    return within(days_apart_out(pile, left.report, right.report), _NEAR, unknown=False)
