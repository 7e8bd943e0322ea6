"""Deeds of violence as accounts tell them: who is said to have done what to whom, in whose words.

A deed is a claim with a doer that can be made out, or a statement that lays the blame on somebody without a claim of
its own ("The ministry blamed the rebels for the attack").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from counterclaim.link.compare.charges import kinds_of
from counterclaim.link.compare.deeds.claims import commits, done, held_by, hit_in, of_their_own, violent
from counterclaim.link.compare.deeds.described import described, dressed, group_named
from counterclaim.link.compare.deeds.doers import Doers
from counterclaim.link.compare.deeds.parties import Parties
from counterclaim.link.compare.deeds.party import Party, Sort, same_side
from counterclaim.link.compare.deeds.words import (
    ACCUSES,
    ALSO_MEANS,
    AND_BLAMED,
    BACK,
    BLAMES,
    CONDEMNS,
    DEFINITE,
    DONE,
    FIRED,
    FIRES,
    GOES_ON,
    MAYBE,
    NO_TARGET,
    ON,
    PRONOUNS,
    STRESSED,
    VIOLENT,
    VIOLENT_NOUN,
    folded,
    shots_in,
    targets_in,
)
from counterclaim.link.compare.nouns import head_noun, tells
from counterclaim.link.compare.pairs import few_reports, of_one_story
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import (
    Act,
    Claim,
    EntityKind,
    Evidence,
    Manner,
    Polarity,
    Span,
    Statement,
    Who,
)

#: Targets that are people, called by other words in every account.
_PEOPLE = frozenset(
    "gathering patrol peasant farmer brother sister father mother student grower protester demonstrator soldier troop "
    "officer policeman refugee journalist aid worker girl boy friend relative colleague neighbour neighbor mourner "
    "member commander leader seventy crowd column".split()
)
_BEFORE = 30
#: How far what was hit carries, in characters: about three sentences of news.
_CARRIES = 500
#: Whom words of blame are about stands no further from them than this, in characters.
_BESIDE = 60
#: A charge of fewer characters says nothing of what was done ("the rebels").
_SHORT = 30
#: A piece of evidence of more characters, or in which another sentence begins, is cut to the sentence.
_PLAIN = 300
_SENTENCES = re.compile(r"[.!?][\"”’]*\s+[\"“‘]?[A-Z]")
#: "The first to" stands no further before what somebody was the first to do, in characters.
_RANKED = 12
_NAMED = re.compile(r",?\s+((?:[A-Z][\w.’'-]*\s+){1,3}[A-Z][\w’'-]+)")


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed as one account tells it. `record` is its claim's or statement's id; `voices` and `keys` are of whoever
    says so; `targets`: what was hit; `blame`: laid at somebody's door in so many words; `points_back`: of what was told
    before; `lent`: what was hit was told before, of a deed that may be another."""

    record: str
    claim: Claim | None
    statement: Statement
    doers: tuple[Party, ...]
    telling: Telling
    span: Span
    kinds: frozenset[str]
    targets: frozenset[str]
    voices: tuple[Party, ...]
    keys: frozenset[str]
    blame: bool
    points_back: bool
    lent: bool = False

    @property
    def told(self) -> bool:
        """Whether it is the outlet's own voice."""
        return self.statement.manner is Manner.NARRATION

    @property
    def things(self) -> frozenset[str]:
        """What was hit, as far as it is no body of people, who are called by many names."""
        return self.targets - _PEOPLE

    @property
    def verb(self) -> str:
        """What was done, in one verb; empty where no claim says it."""
        return self.claim.predicate if self.claim is not None else ""

    @property
    def side(self) -> str:
        """What the doers have in common with those of one state that are called by other words; empty for others."""
        states = {state for party in self.doers for state in party.states}
        plain = len(states) == 1 and all(party.sort is Sort.STATE for party in self.doers)
        return f"state {min(states)}" if plain else ""

    @property
    def shown(self) -> str:
        """The doers in a few words."""
        joined = " or " if self.claim is None else " and "
        return joined.join(dict.fromkeys(party.shown for party in self.doers))


class Deeds:
    """Finds the deeds of a pile's reports."""

    def __init__(self, pile: Pile, tellings: Tellings, parties: Parties) -> None:
        self._pile, self._tellings, self._parties = pile, tellings, parties
        self.doers = Doers.in_(pile)
        self._denied: dict[str, list[tuple[Span, Party]]] = {}
        lands = (e.name.lower() for e in pile.entities.values() if e.kind in (EntityKind.PLACE, EntityKind.STATE))
        self._lands = frozenset(lands)

    def of(self, report: str) -> list[Deed]:
        """The deeds that a report tells, in the order of the text."""
        found = list(self._claimed(report))
        held = [deed.span for deed in found]
        worded = [deed for deed in self._worded(report) if not any(deed.span.overlaps(span) for span in held)]
        found += worded
        held += [deed.span for deed in worded]
        for statement in self._pile.annotations[report].statements:
            whole = _whole(self._pile, statement)
            if not any(whole.covers(span) for span in held):
                found.extend(self._blamed(statement, whole))
            if statement.act in (Act.DENY, Act.REFUSE):
                found.extend(self._turned(statement))
        found.sort(key=lambda deed: (deed.span.start, deed.record))
        once: dict[str, Deed] = {}
        for deed in found:
            once.setdefault(deed.record, deed)
        return [self._with_targets(deed) for deed in once.values()]

    def denied(self, report: str) -> list[tuple[Span, Party]]:
        """Who is said not to have done something violent, and where."""
        if report not in self._denied:
            found = []
            for claim in self._pile.annotations[report].claims:
                verb, statement = claim.predicate.split()[0], self._pile.statements[claim.statement]
                no = claim.polarity is Polarity.NEGATIVE or statement.act is Act.DENY
                if no and (violent(claim) or verb in DONE):
                    found += [
                        (span, party)
                        for span, party in self.doers.inside(report, self._tellings.of_claim(claim).sentence)
                        if abs(span.start - claim.trigger.start) <= _PLAIN // 2
                        and not any(who.span and who.span.overlaps(span) for who in claim.patient)
                    ]
            self._denied[report] = found
        return self._denied[report]

    def _with_targets(self, deed: Deed) -> Deed:
        """A deed that points back ("it", "the attack") or tells only what was fired, with what its sentence or those
        before it say was hit."""
        if deed.targets or not self._leaves_open(deed):
            return deed
        report = deed.statement.report
        here = targets_in(deed.telling.sentence.text) - ALSO_MEANS
        if here:
            return replace(deed, targets=here)
        claims = self._pile.annotations[report].claims
        past = [c for c in claims if violent(c) and 0 <= deed.span.start - c.trigger.end <= _CARRIES]
        for claim in sorted(past, key=lambda c: (-c.trigger.start, c.id)):
            targets = self._targets(claim, " ".join(span.text for span in claim.spans))
            if targets:
                return replace(deed, targets=targets, lent=not deed.points_back)
        return deed

    def _leaves_open(self, deed: Deed) -> bool:
        whom = [(who.span.text if who.span else who.name).lower() for who in deed.claim.patient] if deed.claim else []
        open_ = all(word in PRONOUNS or head_noun(word) in FIRED for word in whom)
        before = self._pile.reports[deed.statement.report].text[max(0, deed.span.start - _BEFORE) : deed.span.start]
        return deed.points_back or (open_ and (bool(whom) or bool(DEFINITE.search(before))))

    def _claimed(self, report: str) -> Iterator[Deed]:
        pile = self._pile
        for claim in pile.annotations[report].claims:
            statement = pile.statements[claim.statement]
            if not (done(claim) or commits(claim)) or not held_by(claim, statement):
                continue
            doers = [self._doer(report, of_their_own(who, claim), statement) for who in claim.agent]
            kept = tuple(party for party in doers if party is not None)
            if not kept or len(kept) != len(doers):
                continue  # one of them is nobody that can be made out
            if statement.act is Act.ACCUSE and self._speaks_of_itself(statement, kept):
                continue  # "accused the army of having attacked" has the accuser do it where the parse went wrong
            telling = self._tellings.of_claim(claim)
            words = " ".join(span.text for span in claim.spans)
            if not GOES_ON.search(words) and not self._condemns(claim):
                blame = statement.act is Act.ACCUSE or bool(BLAMES.search(words)) or self._stressed(claim)
                deed = self._deed(claim.id, claim, statement, kept, telling, claim.trigger, words, blame)
                suffered = any(who.span and who.span.start >= claim.trigger.end for who in claim.agent)
                yield replace(deed, targets=deed.targets | targets_in(telling.sentence.text)) if suffered else deed

    def _doer(self, report: str, who: Who, statement: Statement) -> Party | None:
        entity = self._pile.entity(who)
        if entity is not None and entity.kind is EntityKind.PERSON and self._is_body(report, who):
            return group_named(entity)
        if entity is not None:
            return self._parties.of(report, who, statement)
        plain = described(who, self._pile.reports[report].text)
        return plain if plain and dressed(who) else self._parties.of(report, who, statement) or plain

    def _is_body(self, report: str, who: Who) -> bool:
        """Whether this report has a body in what another took for a person's name."""
        local = next((e for e in self._pile.annotations[report].entities if e.id == who.entity), None)
        return local is not None and local.kind in (EntityKind.ORGANIZATION, EntityKind.GROUP)

    def _condemns(self, claim: Claim) -> bool:
        """Whether the doer by the parse is who condemns the deed."""
        text = self._pile.reports[claim.report].text
        starts = [who.span.end for who in claim.agent if who.span and who.span.end <= claim.trigger.start]
        return any(CONDEMNS.search(text, start, claim.trigger.start) for start in starts)

    def _speaks_of_itself(self, statement: Statement, doers: tuple[Party, ...]) -> bool:
        return any(same_side(voice, doer) for voice in self._parties.voices(statement) for doer in doers)

    def _stressed(self, claim: Claim) -> bool:
        """Whether the words for its doer set it against another account ("it was they who", "the army itself")."""
        text = self._pile.reports[claim.report].text
        spans = (who.span for who in claim.agent if who.span)
        return any(STRESSED.search(text[max(0, s.start - _BEFORE) : s.end + len(" themselves")]) for s in spans)

    def _blamed(self, statement: Statement, whole: Span) -> Iterator[Deed]:
        """A charge in words of blame, without a claim of what was done."""
        cue = statement.cue.text if statement.cue else ""
        if statement.act is Act.DENY or MAYBE.search(whole.text) or GOES_ON.search(whole.text):
            return
        tells = VIOLENT.search(whole.text) or VIOLENT_NOUN.search(whole.text) or BLAMES.search(whole.text)
        if not tells and (" for " in whole.text or ("accus" in cue.lower() and len(whole.text) > _SHORT)):
            return
        if statement.act is Act.ACCUSE and ACCUSES.search(cue):
            on = max((m.end() for m in ON.finditer(whole.text)), default=0) if "blam" in cue.lower() else 0
            if on and not (BACK.match(whole.text) or VIOLENT_NOUN.search(whole.text[:on])):
                return  # the delay, the failure of the talks
            accused = self.doers.first(statement.report, whole.start + on, min(whole.end, whole.start + on + _BESIDE))
        else:
            blame = BLAMES.search(whole.text)
            if blame is None:
                return
            before, past = whole.start + blame.start(), whole.start + blame.end()
            if blame.group().lower().endswith((" by", " of", " on", " to", " with")):
                accused = self.doers.first(statement.report, past, min(whole.end, past + _BESIDE))
            else:
                accused = self.doers.first(statement.report, max(whole.start, before - _BESIDE), before, backwards=True)
        if accused:
            telling = self._tellings.at(statement.report, whole.start, whole.end)
            yield self._deed(statement.id, None, statement, accused, telling, whole, whole.text, blame=True)

    def _worded(self, report: str) -> Iterator[Deed]:
        """Deeds whose doer no claim has: whose rockets, whose fire, "it was they who"."""
        claims = self._pile.annotations[report].claims
        for doer in self.doers.worded(report):
            if GOES_ON.search(doer.span.text):
                continue
            told = [c for c in claims if c.statement == doer.statement.id and doer.span.overlaps(c.trigger)]
            record = next((c.id for c in told if violent(c)), next((c.id for c in told), doer.statement.id))
            telling = self._tellings.at(report, doer.span.start, doer.span.end)
            words = telling.sentence.text
            deed = self._deed(
                record, None, doer.statement, (doer.party,), telling, doer.span, words, blame=doer.stressed
            )
            yield replace(
                deed, targets=deed.targets | hit_in(doer.span.text) | (targets_in(words) if doer.suffered else set())
            )

    def _turned(self, statement: Statement) -> Iterator[Deed]:
        """Whom somebody blames who denies it ("denied responsibility and blamed the rebels")."""
        text = self._pile.reports[statement.report].text
        start = (statement.cue or statement.content[0]).end
        stop = text.find(". ", start)
        stop = min(stop if stop >= 0 else len(text), start + _PLAIN)
        match = AND_BLAMED.search(text, start, stop)
        cues = self._pile.annotations[statement.report].statements
        if match is None or any(s.cue and s.cue.start < match.end(1) and match.start(1) < s.cue.end for s in cues):
            return
        accused = self.doers.first(statement.report, match.end(), min(stop, match.end() + _BESIDE))
        if accused:
            span = Span.of(text, match.start(1), stop)
            telling = self._tellings.at(statement.report, span.start, span.end)
            yield self._deed(statement.id, None, statement, accused, telling, span, span.text, blame=True)

    def _deed(
        self,
        record: str,
        claim: Claim | None,
        statement: Statement,
        doers: tuple[Party, ...],
        telling: Telling,
        span: Span,
        words: str,
        blame: bool,
    ) -> Deed:
        targets = self._targets(claim, words)
        return Deed(
            record,
            claim,
            statement,
            doers,
            telling,
            span,
            kinds_of(words) | shots_in(self._with_rank(claim, words)),
            targets,
            self._parties.voices(statement),
            frozenset(self._pile.key(who) for who in statement.sources),
            blame,
            points_back=blame and not targets and (len(words) <= _SHORT or bool(BACK.search(words))),
        )

    def _with_rank(self, claim: Claim | None, words: str) -> str:
        """The words of a claim with what stands right before them ("the first to fire")."""
        if claim is None:
            return words
        start = min(claim.trigger.start, claim.spans[0].start)
        return self._pile.reports[claim.report].text[max(0, start - _RANKED) : start] + words

    def _targets(self, claim: Claim | None, words: str) -> frozenset[str]:
        """What was hit: the heads of its patients, and what its words name of things that are hit."""
        whom = claim.patient if claim else ()
        if claim is not None and claim.predicate.split()[0] in FIRES:
            at = claim.predicate == "fire"  # "fired on the crowd", "fired rockets"
            whom = tuple(who for who in whom if at and head_noun(who.name) not in FIRED)
        named = [who for who in whom if not _is_place(self._pile, who)]
        heads = {folded(who.span.text if who.span else who.name) for who in named}
        heads = {noun for noun in heads if tells(noun) and noun not in NO_TARGET and noun not in self._lands}
        heads |= {name for who in whom for name in self._persons(claim.report, who)} if claim else set()
        return frozenset(heads) | (targets_in(words) - ALSO_MEANS)

    def _persons(self, report: str, who: Who) -> Iterator[str]:
        """The last names of the person that a patient is, or that stands right behind it ("a farmer, John Doe")."""
        pile, text = self._pile, self._pile.reports[report].text
        entity = pile.entity(who)
        if entity is not None and entity.kind is EntityKind.PERSON:
            yield entity.name.lower().split()[-1]
        match = _NAMED.match(text, who.span.end) if who.span else None
        if match is not None:
            for beside in pile.named_in(report, Span.of(text, match.start(1), match.end(1))):
                if beside.kind is EntityKind.PERSON:
                    yield beside.name.lower().split()[-1]


def _is_place(pile: Pile, who: Who) -> bool:
    """Whether it is a place or a state, in which much is hit."""
    entity = pile.entity(who)
    return entity is not None and entity.kind in (EntityKind.PLACE, EntityKind.STATE)


def _whole(pile: Pile, statement: Statement) -> Span:
    text = pile.reports[statement.report].text
    return Span.of(text, statement.content[0].start, max(piece.end for piece in statement.content))


def evidence_of(pile: Pile, deed: Deed) -> Evidence:
    """The words that tell a deed: with who says so where that stands beside them, else its sentence."""
    if deed.claim is None and not deed.told and not _whole(pile, deed.statement).covers(deed.span):
        return pile.evidence(deed.statement.report, deed.span)
    return evidence_at(pile, deed.statement, deed.telling)


def evidence_at(pile: Pile, statement: Statement, telling: Telling) -> Evidence:
    """The words of a telling: its statement with who says so, where that is short and holds it, else its sentence."""
    if statement.manner is not Manner.NARRATION:
        full = pile.in_full(statement)
        if full.covers(telling.span) and len(full.text) <= _PLAIN and not _SENTENCES.search(full.text):
            return pile.evidence(statement.report, full)
    return pile.evidence(statement.report, telling.sentence)


def told_together(pile: Pile, tellings: Tellings) -> Iterator[tuple[str, str]]:
    """Every two reports of one story. A few were put together for it, also those that tell it weeks later."""
    return combinations(pile.annotations, 2) if few_reports(pile) else of_one_story(pile, tellings)
