"""Existence: one account speaks of something, another says that there is no such thing.

What is denied comes from "there are no …", "we have no …", "no evidence of any …"; what is affirmed from accounts
in which the thing does something, is counted, or is taken for granted ("demanded the withdrawal of the troops").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import head_noun, modifiers, tells
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.when import published
from counterclaim.records import Claim, Modality, Polarity, Slot, Verdict, Who

_DENYING = frozenset({"exist", "have", "be", "see", "host"})
_HELD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
#: Two reports on one state of affairs lie no further apart than this, in days.
_NEAR = 31


@dataclass(frozen=True, slots=True)
class _Thing:
    """A claim that speaks of a thing, with the words for it."""

    claim: Claim
    who: Who
    noun: str


def compare_existence(pile: Pile, _tellings: Tellings) -> Iterator[Finding]:
    """Compare denials that there is such a thing with accounts that have it."""
    denied: dict[str, list[_Thing]] = defaultdict(list)
    affirmed: dict[str, list[_Thing]] = defaultdict(list)
    for claim in pile.claims.values():
        if claim.modality not in _HELD:
            continue
        if claim.polarity is Polarity.NEGATIVE:
            for thing in _denied(claim):
                denied[thing.noun].append(thing)
        else:
            for thing in _affirmed(claim):
                affirmed[thing.noun].append(thing)
    for noun in sorted(denied):
        for no in denied[noun]:
            for yes in affirmed.get(noun, ()):
                if pile.holder_key(pile.statements[yes.claim.statement]) != pile.holder_key(
                    pile.statements[no.claim.statement]
                ):
                    finding = _compare(pile, no, yes)
                    if finding is not None:
                        yield finding


def _denied(claim: Claim) -> Iterator[_Thing]:
    if claim.predicate in _DENYING:
        for who in claim.patient:
            words = who.name.lower().split()
            # "there is no evidence of any foreign fighters": the thing stands behind the evidence
            noun = head_noun(who.name if " of " not in who.name else _behind(who.name))
            if tells(noun) and (claim.predicate != "be" or words[:1] == ["no"]):
                yield _Thing(claim, who, noun)


def _behind(words: str) -> str:
    first, rest = words.split(" of ", 1)
    return rest if first.lower().split()[-1] in {"evidence", "sign", "trace", "proof", "kind", "sort"} else first


def _affirmed(claim: Claim) -> Iterator[_Thing]:
    counted = claim.figure is not None
    for who in (*claim.agent, *claim.patient):
        noun = head_noun(who.span.text if who.span else who.name)
        if tells(noun) and (counted or claim.modality is Modality.PRESUPPOSED or claim.predicate in {"exist", "fight"}):
            yield _Thing(claim, who, noun)


def _compare(pile: Pile, no: _Thing, yes: _Thing) -> Finding | None:
    """The finding on one pair, or None where nothing but the noun joins them."""
    same_report = no.claim.report == yes.claim.report
    shared = _shared_words(pile, no, yes)
    if not _about_one_side(pile, no, yes):
        return None
    if not same_report and not (shared and _near_in_time(pile, no.claim, yes.claim)):
        return None
    thing = head_words(yes, no)
    where = next((pile.resolved(who).name for claim in (no.claim, yes.claim) for who in claim.place), None)
    question = f"Are there {thing} in {where}?" if where else f"Are there {thing}?"
    holder = ", ".join(who.name for who in pile.holders(pile.statements[no.claim.statement])) or "A source"
    reasons = [
        f"{holder} says that there are no {thing}.",
        f"The other account has “{yes.who.span.text if yes.who.span else yes.who.name}”"
        + (" and takes them for granted." if yes.claim.modality is Modality.PRESUPPOSED else " in it."),
    ]
    if same_report:
        reasons.append("One report sets the two against each other.")
    score = 0.6 + 0.15 * same_report + 0.1 * bool(shared) + 0.05 * (yes.claim.figure is not None)
    return Finding(
        judge(
            "compare",
            sorted([no.claim.id, yes.claim.id]),
            Verdict.CONFLICT,
            min(score, 0.95),
            reasons,
            [pile.evidence(no.claim.report, no.claim.spans[0]), pile.evidence(yes.claim.report, yes.claim.spans[0])],
            Slot.EXISTENCE,
        ),
        question,
        _answer(pile, no.claim, "no"),
        _answer(pile, yes.claim, "yes"),
    )


def head_words(yes: _Thing, no: _Thing) -> str:
    """How to name the thing in the question: as the denial does, without its "no"."""
    words = (no.who.span.text if no.who.span else no.who.name).split()
    while words and words[0].lower() in {"no", "any", "a", "an", "the"}:
        words = words[1:]
    return " ".join(words) or yes.noun


def _answer(pile: Pile, claim: Claim, words: str) -> Answer:
    return Answer(claim.id, claim.statement, words, pile.evidence(claim.report, claim.spans[0]))


def _about_one_side(pile: Pile, no: _Thing, yes: _Thing) -> bool:
    """Whether both speak of the same side's: "Kenyan forces" are not "Iraqi troops"."""
    one, other = pile.side(no.who), pile.side(yes.who)
    if one and other:
        return one == other
    if one or other:
        return no.noun != "troop"
    return no.noun != "troop" and (
        modifiers(no.who.name) <= {"foreign"} or bool(modifiers(no.who.name) & modifiers(yes.who.name))
    )


def _shared_words(pile: Pile, no: _Thing, yes: _Thing) -> frozenset[str]:
    """Names of places that both claims have."""
    places = [{pile.resolved(who).name for who in c.place} for c in (no.claim, yes.claim)]
    return frozenset(places[0] & places[1])


def _near_in_time(pile: Pile, left: Claim, right: Claim) -> bool:
    a, b = published(pile, left.report), published(pile, right.report)
    return a is not None and b is not None and abs((a - b).days) <= _NEAR
