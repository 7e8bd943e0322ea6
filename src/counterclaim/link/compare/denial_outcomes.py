"""Outcomes of fighting: one account has a side take a place or advance on it, another has the attack beaten back.

"The Taliban captured the town" and "the army repelled the Taliban's attack on the town" cannot both be how one day
ended. Accounts are compared where they are of like date, name the same place, and tell of the same attacker.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.denial_parties import Party, can_be, names_in, party_of, share_name, skeleton
from counterclaim.link.compare.denial_questions import ask_of
from counterclaim.link.compare.denial_spans import known, sentence_end, sentence_start, shown
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.incidents.likeness import Likeness, reasons, set_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.when import published, windows
from counterclaim.records import Claim, Manner, Modality, Polarity, Slot, Span, Verdict, Who

_GAINS = frozenset("capture seize retake recapture overrun liberate conquer take reclaim wrest".split())
_ADVANCING = frozenset({"advance", "make", "gain", "achieve"})
_GROUND_WON = re.compile(r"\b(?:gains?|advances?|progress|ground|control)\b", re.I)
_LEAVING = frozenset({"withdraw", "retreat", "pull out", "pull back"})
_REVERSE = re.compile(r"\b(?:reverses?|setbacks?|defeats?)\b", re.I)
_FAILED = re.compile(
    r"\b(?:failed|unsuccessful|abortive|botched)\s+(?P<whose>(?:[\w-]+\s+){0,3}?)"
    r"(?:assault|attack|offensive|attempt|advance)\b",
    re.I,
)
_BEATING = re.compile(r"^(?:repel|repulse|foil|thwart|beat back|fend off|push back|drive back|hold off|fight off)$")
_GROUND = re.compile(
    r"\b(?:towns?|village|city|district|area|neighbou?rhood|base|airport|airbase|hill|bridge|road|highway|province|"
    r"crossing|island|port|control|stronghold|territory|positions?|suburb|farms?|camp|dam|factory|station)\b",
    re.I,
)
_ATTACK = re.compile(r"\b(?:attack|assault|offensive|advance|attempt|incursion|raid|ambush|infiltration)s?\b", re.I)
_BACK = re.compile(r"\bback\b.{0,40}\bfrom\b", re.I)
_HELD_BY = re.compile(
    r"\b(?:remain\w*|still|stay\w*)\s+(?:firmly |fully |entirely )?(?:is |are |was |were )?"
    r"(?:under (?:the )?(?:full )?(?:control|command)(?: of)?|in (?:the )?hands? of|in (?:our|its|their) hands|"
    r"controlled by|held by)"
    r"(?P<who>[^.,;]{0,60})",
    re.I,
)
_DAYS = 2
#: A sentence without a name goes on with the places named in as many characters before it.
_BEFORE = 250
_MOST = 200
_SCORE = 0.6
#: Likeness from which accounts of a place that many reports name are of one fight.
_ONE_FIGHT = 0.5
_FEW, _COMMON = 12.0, 0.12


@dataclass(frozen=True, slots=True)
class _Outcome:
    """How an attack on a place ended: `attacker` may be known only as not being `defender`."""

    claim: Claim
    taken: bool
    attacker: Party
    defender: Party
    shown: Span
    names: frozenset[str]
    telling: Telling


def compare_outcomes(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare accounts that a place was taken with accounts that the attack on it failed."""
    blocks: dict[tuple[str, int], list[_Outcome]] = defaultdict(list)
    for report in pile.annotations:
        day = published(pile, report)
        for outcome in _outcomes(pile, tellings, report) if day else ():
            for name in sorted(outcome.names):
                for window in windows(day.toordinal() if day else 0, _DAYS):
                    blocks[skeleton(name), window].append(outcome)
    likeness = Likeness(tellings, pile.frequency, len(pile.reports))
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        here = blocks[key][:_MOST]
        for yes in (o for o in here if o.taken):
            for no in (o for o in here if not o.taken):
                pile.look()
                pair = (yes.claim.id, no.claim.id)
                if pair not in seen:
                    seen.add(pair)
                    finding = _compare(pile, tellings, likeness, yes, no)
                    if finding is not None:
                        yield finding


def _outcomes(pile: Pile, tellings: Tellings, report: str) -> Iterator[_Outcome]:
    text = pile.reports[report].text
    for claim in pile.annotations[report].claims:
        statement = pile.statements[claim.statement]
        if claim.modality is not Modality.FACT or (
            statement.manner is not Manner.NARRATION and not known(pile, statement)
        ):
            continue
        voice = party_of(pile, report, statement.sources)
        told = _told(pile, claim, voice)
        if told is None:
            continue
        taken, attacker, defender = told
        sentence = Span.of(text, sentence_start(text, claim.trigger.start), sentence_end(text, claim.trigger.end))
        names = names_in(" ".join(w.span.text if w.span else w.name for w in (*claim.patient, *claim.place)))
        names |= {n for w in claim.place for n in names_in(pile.resolved(w).name)}
        names |= names_in(sentence.text) if not taken or claim.predicate not in _GAINS else frozenset()
        if not names - attacker.names - defender.names - voice.names:
            names |= names_in(text[max(0, sentence.start - _BEFORE) : sentence.start])
        names = frozenset(n for n in names if not share_name((n,), attacker.names | defender.names | voice.names))
        if names:
            evidence = shown(pile, statement, claim.spans[0])
            yield _Outcome(claim, taken, attacker, defender, evidence, names, tellings.of_claim(claim))


def _told(pile: Pile, claim: Claim, voice: Party) -> tuple[bool, Party, Party] | None:
    """Whether a claim has a place taken or an attack beaten back, by whom, and from whom."""
    verb = claim.predicate
    objects = " ".join(who.span.text if who.span else who.name for who in claim.patient)
    agent = party_of(pile, claim.report, claim.agent, voice)
    if verb in _GAINS and claim.agent and _ground(pile, claim, objects):
        if claim.polarity is Polarity.POSITIVE:
            return True, agent, Party.nobody()
        return (False, agent, Party.nobody()) if claim.polarity is Polarity.NEGATIVE else None
    if verb == "fall" and claim.polarity is Polarity.NEGATIVE and claim.patient:
        return False, Party.nobody(), voice
    advanced = verb in _ADVANCING and claim.agent and (verb == "advance" or _GROUND_WON.search(objects))
    if advanced or (verb.split()[0] in {"push", "drive"} and claim.agent and _BACK.search(claim.spans[0].text)):
        return claim.polarity is Polarity.POSITIVE, agent, Party.nobody()
    if claim.polarity is not Polarity.POSITIVE:
        return None
    if _BEATING.match(verb) and claim.agent and _ATTACK.search(objects):
        return False, _attacker(pile, claim, objects), agent
    if claim.agent and ((verb == "suffer" and _REVERSE.search(objects)) or verb in _LEAVING):
        return False, agent, Party.nobody()
    failed = _FAILED.search(claim.spans[0].text)
    if failed is not None and claim.trigger.start <= claim.spans[0].start + failed.end():
        attacker = _party_in(pile, claim, failed["whose"])
        return (False, attacker, Party.nobody()) if attacker else None
    held = _HELD_BY.search(claim.spans[0].text)
    if held is not None:
        who = held["who"].strip()
        holder = voice if re.match(r"(?:our|its|their)\b", who) or not who else _party_in(pile, claim, who)
        return (False, Party.nobody(), holder) if holder else None
    return None


def _ground(pile: Pile, claim: Claim, objects: str) -> bool:
    return bool(_GROUND.search(objects)) or any(
        entity.kind.value == "place" for who in claim.patient if (entity := pile.entity(who))
    )


def _attacker(pile: Pile, claim: Claim, objects: str) -> Party:
    """Whose attack it was: by the claim of the attack itself, else by the words before its noun."""
    for other in pile.annotations[claim.report].claims:
        if (
            claim.spans[0].covers(other.trigger)
            and other.id != claim.id
            and other.agent
            and _ATTACK.search(other.predicate)
        ):
            return party_of(pile, claim.report, other.agent)
    return _party_in(pile, claim, objects)


def _party_in(pile: Pile, claim: Claim, words: str) -> Party:
    party = party_of(pile, claim.report, [Who(None, words)])
    known = party.names or not all(_ATTACK.fullmatch(head) for head in party.heads)
    return party if known else Party.nobody()


def _telling(pile: Pile, tellings: Tellings, names: frozenset[str]) -> bool:
    """Whether one of some names is not in every report."""
    reports = len(pile.annotations)
    least = math.log((reports + 1) / (max(_FEW, _COMMON * reports) + 0.5))
    return any(tellings.lexicon.weight(name) >= least for name in names)


def _shared(yes: _Outcome, no: _Outcome) -> frozenset[str]:
    return frozenset(name for name in yes.names if share_name((name,), no.names))


def _compare(pile: Pile, tellings: Tellings, likeness: Likeness, yes: _Outcome, no: _Outcome) -> Finding | None:
    one, other = pile.statements[yes.claim.statement], pile.statements[no.claim.statement]
    same = yes.claim.report == no.claim.report
    if pile.holder_key(one) == pile.holder_key(other) or (same and one.manner is other.manner is Manner.NARRATION):
        return None
    if no.attacker:
        if not can_be(yes.attacker, no.attacker):
            return None
    elif can_be(yes.attacker, no.defender, near=False) or not no.defender:
        return None
    if no.defender and can_be(yes.attacker, no.defender, near=False):
        return None
    signs = likeness.signs(yes.telling, no.telling)
    if not same and (set_apart(yes.telling, no.telling) or signs.next_day or signs.other_day):
        return None
    if same and yes.telling.when != no.telling.when:
        return None
    if not same and not _telling(pile, tellings, _shared(yes, no)) and likeness.chance_of(signs) < _ONE_FIGHT:
        return None
    evidence = [pile.evidence(no.claim.report, no.shown), pile.evidence(yes.claim.report, yes.shown)]
    names = sorted(_shared(yes, no))
    why = [
        "One account has the place taken, the other has the attack beaten back or the place still held.",
        f"Both name {names[0].capitalize()}." if names else "Both name the same place.",
        *([] if same else reasons(signs)),
    ]
    return Finding(
        judge("compare", sorted([yes.claim.id, no.claim.id]), Verdict.CONFLICT, _SCORE, why, evidence, Slot.POLARITY),
        ask_of(pile, yes.claim),
        Answer(no.claim.id, other.id, "no", evidence[0]),
        Answer(yes.claim.id, one.id, "yes", evidence[1]),
    )
