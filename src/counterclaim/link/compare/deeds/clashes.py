"""Clashes: which side fell upon the other, where each has the other do it; and which of them broke the truce.

That both sides struck on one day is no dispute: both may have. A fight at one spot is one, though: by the army's
account rebels attacked its convoy there, by the rebels' an army column fell upon their positions. Two accounts are of
one fight where they name one spot and no other day, and nobody tells of both attacks. A truce is broken by whoever
broke it first, which each side says of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.link.compare.asking import place_words
from counterclaim.link.compare.deeds.described import described
from counterclaim.link.compare.deeds.doers import Doers, stretch
from counterclaim.link.compare.deeds.each_other import TRUCE, compare_each_other
from counterclaim.link.compare.deeds.initiatives import innermost
from counterclaim.link.compare.deeds.parties import Parties
from counterclaim.link.compare.deeds.party import Party, Sort, differ, may_be_one, same_side
from counterclaim.link.compare.deeds.told import evidence_at
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.nouns import without_s
from counterclaim.link.compare.pairs import few_reports, of_one_story, put_together
from counterclaim.link.compare.spots import rare, spots_in
from counterclaim.link.incidents.likeness import days_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Act, Claim, Manner, Modality, Polarity, Slot, Span, Statement, Who

#: What one side does to the other where they meet.
_FALL_UPON = (
    r"(?:attack(?:ed|s|ing)?|assault(?:ed|s|ing)?|ambush(?:ed|es|ing)?|raid(?:ed|s|ing)?|storm(?:ed|s|ing)?|"
    r"f(?:e|a)ll(?:s|ing)? (?:up)?on|set upon|open(?:ed|s|ing)? fire (?:on|at|upon)|fir(?:ed|es|ing) (?:on|at|upon)|"
    r"launch(?:ed|es|ing)? an? (?:\w+ )?(?:attack|assault|raid|offensive) (?:on|against))"
)
_WHOM = r"(?:(?:an?|the|its|their|our|his|her|some|two|three|several)\s+)?(?:[\w-]+\s+(?:of\s+(?:the\s+)?)?){0,4}$"
_ATTACKS = Sought(
    rf"^(?:['’]s|\)|\s*\([^()]*\))?(?:\s+(?:\w+\s+){{0,3}}|,?\s[^.;:]{{0,60}}?\b(?:which|who|that)\s[^.;:]{{0,50}}?)"
    rf"(?:had |have |has )?{_FALL_UPON}\s+{_WHOM}",
    re.I,
)
_SUFFERS = Sought(
    r"^\s+[^.;:]{0,40}?(?:\b(?:was|were|been|being)\s+(?:\w+\s+)?(?:attacked|assaulted|ambushed|raided|stormed|set "
    r"upon|"
    r"fired (?:on|at|upon)|shot at)\b[^.;:]{0,50}?\bby|\b(?:came|coming|come) under (?:\w+ )?(?:fire|"
    r"attack)[^.;:]{0,30}?"
    r"\b(?:from|by)|\b(?:ran|run|fell) into an ambush[^.;:]{0,20}?\b(?:by|of|laid by))\s+" + _WHOM,
    re.I,
)
_BREAKS = Sought(
    r"^(?:['’]s)?\s+(?:(?!\bthat\b|\bsaid\b|\bto\b)[^.;:]){0,30}?(?:of\s+)?\b(?:broke|broken|breaking|breaks|"
    r"violat(?:ed|es|ing)|breach(?:ed|es|ing)|"
    rf"buried)\s+(?:the|an?|this|its|their|that)?\s*(?:[\w'’-]+\s+){{0,4}}?{TRUCE}\b",
    re.I,
)
_BROKEN_BY = Sought(
    rf"(?:\b{TRUCE}\b[^.;:]{{0,30}}?\b(?:broken|violated|breached)|\b(?:violations?|breach(?:es)?)\s+of\s+(?:the|an?|"
    rf"this)\s+"
    rf"(?:[\w'’-]+\s+){{0,4}}?{TRUCE}\b[^.;:]{{0,20}}?)\s+by\s+(?:the\s+|an?\s+)?$",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|never|no|nor|neither|nobody|none|den(?:y|ies|ied)|if|whether|unless|would|could|may|might|should|will|"
    r"plan\w*|threaten\w*|warn\w*|tried|try)\b|n['’]t\b",
    re.I,
)
_JOINED = re.compile(r"\b(?:and|but|said|says|that|while)\b|,")
#: Verbs of a fight, as claims have them: not those of what comes from afar.
_VERBS = frozenset("attack assault ambush raid storm fire open shoot fall".split())
_HELD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
#: What was done in answer, or more than once, is no matter of who began.
_AGAIN = re.compile(
    r"\b(?:counter-?\w*|retak\w+|recaptur\w+|respon\w+|retaliat\w+|return(?:ed|ing) fire|in return|again|another|"
    r"repeatedly|times|daily|violations|breaches|earlier|previous(?:ly)?|last (?:week|month|year)|after (?:we|they|"
    r"it|he) had)\b",
    re.I,
)
_COUNTER = re.compile(r"\b(?:counter-?attack\w*|retook|retaken|recaptured|drove (?:them|it) (?:back|out))\b", re.I)
_OWN = re.compile(
    r"\b(?:us|we|(?:our|its|their|his) (?:[\w-]+ ){0,2}(?:positions?|posts?|forces|men|fighters|soldiers|troops|"
    r"units?|convoys?|headquarters|patrols?|combatants|camps?|bases?|lines|garrison|guards))\b",
    re.I,
)
#: Parts of a day; what is told of two of them is two fights.
_PARTS = {
    "early": re.compile(
        r"\b(?:dawn|morning|sunrise|first light|daybreak|a\.m\.|night|midnight|early|before light)", re.I
    ),
    "late": re.compile(r"\b(?:afternoon|noon|evening|dusk|sunset|nightfall|p\.m\.|night|midnight)", re.I),
}
#: A fight of two reports is told on the same day, or on two where it went through a night.
_A_NIGHT = 1
_BEFORE, _LEAD, _AFTER, _NEAR = 90, 40, 160, 1500
#: A name in more reports than these does not tell one spot from another.
_FEW, _SHARE = 5, 0.04


@dataclass(frozen=True, slots=True)
class Clash:
    """Who fell upon whom, or broke a truce (then `attacked` is nobody), by one account."""

    record: str
    statement: Statement
    attacker: Party
    attacked: Party | None
    span: Span
    telling: Telling
    voices: tuple[Party, ...]
    spots: frozenset[str]

    @property
    def told(self) -> bool:
        """Whether it is the voice of an outlet that is no party itself."""
        return self.statement.manner is Manner.NARRATION and not self.voices


def compare_clashes(pile: Pile, tellings: Tellings, parties: Parties) -> Iterator[Finding]:
    """Compare which side is said to have fallen upon the other, and which to have broken a truce."""
    reader = _Reader(pile, tellings, parties)
    broken: set[str] = set()
    for kind in ("fight", "truce"):
        found = {report: list(reader.of(report, kind)) for report in pile.annotations}
        for here in found.values():
            for at, left in enumerate(here):
                for right in here[at + 1 :]:
                    if right.span.start - left.span.start <= _NEAR:
                        pile.look()
                        if _differ(pile, left, right, found) and _crossed(left, right):
                            broken.update({left.statement.report} if kind == "truce" else ())
                            yield _finding(pile, left, right, kind, "One report gives both.", 0.7)
        for one, other in of_one_story(pile, tellings):
            for left in found[one]:
                for right in found[other]:
                    pile.look()
                    if _differ(pile, left, right, found) and _of_one(pile, left, right, kind):
                        score = 0.65 if _crossed(left, right) else 0.55
                        yield _finding(pile, left, right, kind, "Their reports tell one story.", score)
    yield from compare_each_other(pile, tellings, broken)


class _Reader:
    """Reads the clashes of reports."""

    def __init__(self, pile: Pile, tellings: Tellings, parties: Parties) -> None:
        self._pile, self._tellings, self._parties = pile, tellings, parties
        self._doers = Doers.in_(pile)
        self._read = {"fight": self._fights, "truce": self._breaches}

    def of(self, report: str, kind: str) -> Iterator[Clash]:
        """The clashes that a report tells."""
        text = self._pile.reports[report].text
        known = self._doers.of(report)
        if kind == "fight":
            yield from self._claimed(report)
        for span, party in known:
            start, stop = stretch(text, span, _BEFORE, _AFTER)
            yield from self._read[kind](report, span, party, start, stop)

    def _claimed(self, report: str) -> Iterator[Clash]:
        """The fights that claims tell, with both sides."""
        for claim in self._pile.annotations[report].claims:
            statement = self._pile.statements[claim.statement]
            if claim.predicate.split()[0] not in _VERBS or claim.modality not in _HELD or claim.agent_any:
                continue
            doers, whom = ([self._party(report, who, statement) for who in w] for w in (claim.agent, _whom(claim)))
            one, other = next(iter(doers), None), next(iter(whom), None)
            if other is None and any(who.span and _OWN.search(who.span.text) for who in _whom(claim)):
                other = self._own(report, statement)
            if one is None or other is None or len(doers) > 1 or same_side(one, other):
                continue
            spans = [who.span for who in (*claim.agent, *_whom(claim)) if who.span]
            start = min([claim.trigger.start, *(s.start for s in spans)])
            end = max([claim.trigger.end, *(s.end for s in spans)])
            words = Span.of(self._pile.reports[report].text, start, end)
            sentence = self._tellings.of_claim(claim).sentence
            if sentence.covers(words):
                yield from self._clash(report, statement, one, other, words, sentence.start)

    def _fights(self, report: str, span: Span, party: Party, start: int, stop: int) -> Iterator[Clash]:
        text = self._pile.reports[report].text
        statement = innermost(self._pile, report, span)
        if statement is None or stop <= span.end:
            return
        behind = list(self._doers.inside(report, Span.of(text, span.end, stop)))
        own = self._own(report, statement)
        behind += [(Span.of(text, span.end + m.start(), span.end + m.end()), own)
                   for m in _OWN.finditer(text[span.end:stop]) if own is not None]  # fmt: skip
        for other_span, other in sorted(behind, key=lambda item: item[0].start):
            between = text[span.end : other_span.start]
            words = Span.of(text, span.start, other_span.end)
            if same_side(party, other):
                continue
            if _ATTACKS.search(between):
                yield from self._clash(report, statement, party, other, words, start)
                return
            if _SUFFERS.search(between):
                yield from self._clash(report, statement, other, party, words, start)
                return

    def _breaches(self, report: str, span: Span, party: Party, start: int, stop: int) -> Iterator[Clash]:
        text = self._pile.reports[report].text
        before, after = text[start : span.start], text[span.end : stop]
        match, turned = _BREAKS.search(after), _BROKEN_BY.search(before)
        statement = innermost(self._pile, report, span)
        if statement is None or not (match or turned):
            return
        begin = span.start - (len(before) - turned.start() if turned else 0)
        words = Span.of(text, begin, span.end + (match.end() if match else 0))
        yield from self._clash(report, statement, party, None, words, start)

    def _clash(
        self, report: str, statement: Statement, attacker: Party, attacked: Party | None, words: Span, start: int
    ) -> Iterator[Clash]:
        text = self._pile.reports[report].text
        telling = self._tellings.at(report, words.start, words.end)
        lead = _JOINED.split(text[max(start, words.start - _LEAD) : words.start])[-1]
        if statement.act in (Act.DENY, Act.THREATEN, Act.DEMAND) or _NOT.search(words.text) or _NOT.search(lead):
            return
        if _AGAIN.search(telling.sentence.text) or _COUNTER.search(text, words.end, words.end + _AFTER):
            return
        inside = [c for c in self._pile.annotations[report].claims if words.overlaps(c.trigger)]
        if any(c.polarity is not Polarity.POSITIVE for c in inside):
            return
        voices = self._parties.voices(statement)
        mine = [c for c in inside if c.statement == statement.id]
        record = mine[-1].id if mine else statement.id
        spots = _spots(telling.sentence.text, (attacker, attacked))
        yield Clash(record, statement, attacker, attacked, words, telling, voices, spots)

    def _party(self, report: str, who: Who, statement: Statement) -> Party | None:
        party = self._parties.of(report, who, statement)
        folk = described(who, self._pile.reports[report].text) if party is None else None
        return folk if folk is not None and folk.sort is Sort.PEOPLE else party

    def _own(self, report: str, statement: Statement) -> Party | None:
        """Whose "our positions" are."""
        if statement.manner is Manner.NARRATION:
            return self._parties.issuer(report)
        return self._parties.voice(report, statement.sources[0]) if len(statement.sources) == 1 else None


def _whom(claim: Claim) -> tuple[Who, ...]:
    """Whom a claim has attacked: its patient, or whom it was opened fire on."""
    return claim.patient or tuple(a.who for a in claim.arguments if a.role in ("on", "at", "upon"))


def _spots(sentence: str, parties: Sequence[Party | None]) -> frozenset[str]:
    """The names in a sentence that may be of a spot."""
    taken = {name for party in parties if party for name in (*party.names, *party.shown.lower().split())}
    return frozenset(name for name in spots_in(sentence) if not set(name.lower().split()) & taken)


def _differ(pile: Pile, left: Clash, right: Clash, found: Mapping[str, Sequence[Clash]]) -> bool:
    """Whether two accounts have two sides begin, neither of them the speaker's own."""
    if left.statement.id == right.statement.id or pile.holder_key(left.statement) == pile.holder_key(right.statement):
        return False
    if any(same_side(one.attacker, voice) for one in (left, right) for voice in one.voices):
        return False
    texts = sorted({pile.reports[one.statement.report].text for one in (left, right)})
    turned = any(o.attacked and same_side(one.attacker, o.attacked) for one, o in ((left, right), (right, left)))
    if not turned and not differ((left.attacker,), (right.attacker,), texts):
        return False
    if left.attacked and right.attacked:
        ways = _may_be(left.attacker, right.attacked), _may_be(right.attacker, left.attacked)
        if not any(ways) or (not all(ways) and not (left.voices and right.voices)):
            return False
    return not any(_tells_both(one, other, found) for one, other in ((left, right), (right, left)))


def _may_be(one: Party, other: Party) -> bool:
    """Whether a party may be another: an army that no state is named of may be any state's."""
    bare = Sort.STATE in (one.sort, other.sort) and one.sort is other.sort and (one.inferred or other.inferred)
    return may_be_one(one, other) or bare or one.sort is other.sort is Sort.PEOPLE


def _tells_both(one: Clash, other: Clash, found: Mapping[str, Sequence[Clash]]) -> bool:
    """Whether the report of one tells in the same voice, or its own, that the other's attacker struck as well."""
    return any(
        same_side(clash.attacker, other.attacker) and (clash.told or clash.statement.sources == one.statement.sources)
        for clash in found[one.statement.report]
    )


def _crossed(left: Clash, right: Clash) -> bool:
    """Whether each side says it of the other."""
    return all(
        any(_may_be(one.attacker, voice) and voice.sort is not Sort.PEOPLE for voice in other.voices)
        for one, other in ((left, right), (right, left))
    )


def _of_one(pile: Pile, left: Clash, right: Clash, kind: str) -> bool:
    """Whether two reports tell of one fight, or of one truce."""
    apart = days_apart(left.telling.when, right.telling.when)
    if apart and apart > _A_NIGHT:
        return False
    if kind == "truce":
        return _crossed(left, right)
    if (left.told and right.told) or not any(_hurt(one) for one in (left, right)):
        return False
    hours = [{part for part, words in _PARTS.items() if words.search(c.telling.sentence.text)} for c in (left, right)]
    if hours[0] and hours[1] and hours[0].isdisjoint(hours[1]):
        return False
    shared = _shared(pile, left, right)
    places = {p for p in left.telling.places & right.telling.places if _is_spot(pile, p)}
    if left.spots and right.spots and not (shared or places):
        return False
    return bool(shared or places) or (put_together(pile) and _crossed(left, right) and apart == 0)


def _shared(pile: Pile, left: Clash, right: Clash) -> list[str]:
    """The names of spots that both accounts have and few reports."""
    return rare(pile, left.spots & right.spots)


def _hurt(clash: Clash) -> bool:
    """Whether whom it was done to says so."""
    return clash.attacked is not None and any(_may_be(voice, clash.attacked) for voice in clash.voices)


def _is_spot(pile: Pile, place: str) -> bool:
    most = max(_FEW, _SHARE * len(pile.reports))
    return few_reports(pile) or pile.frequency[place] <= most


def _side(party: Party) -> str:
    """What answers have in common by which one side began, whatever they call it."""
    nameless = party.sort.value if not party.names else party.shown
    return f"began: {min(party.states, default=party.entity or nameless)}"


def _finding(pile: Pile, left: Clash, right: Clash, kind: str, joined: str, score: float) -> Finding:
    evidence = [evidence_at(pile, one.statement, one.telling) for one in (left, right)]
    one, other = left.attacker.called, right.attacker.called
    sorts = [_side(clash.attacker) for clash in (left, right)]
    where = place_words(pile, left.telling, right.telling)
    if not where and kind == "fight":
        # an owner whom both name ("the Front's escort") joins two accounts, and is no place
        where = next((f" at {name}" for name in _shared(pile, left, right) if name == without_s(name)), "")
    if kind == "truce":
        why = f"By one account {one} broke the truce, by the other {other}."
        question, slot = f"Who broke the truce{where}: {one} or {other}?", Slot.AGENT
        words = one, other
    else:
        why = f"By one account {one} attacked, by the other {other} did."
        question, slot = f"Which side attacked the other{where}: {one} or {other}?", Slot.ROLES
        words = f"{one} attacked", f"{other} attacked"
    return conflict(
        slot, score, question, [why, joined],
        *(Answer(c.record, c.statement.id, w, e, sort=s)
          for c, w, e, s in zip((left, right), words, evidence, sorts, strict=True)),
    )  # fmt: skip
