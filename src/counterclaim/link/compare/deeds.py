"""Deeds of violence as accounts tell them: who is said to have done what to whom, in whose words.

A deed is a claim with a doer that can be made out, or a statement that lays the blame on somebody without a claim of
its own ("The ministry blamed the rebels for the attack").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.link.compare.charges import CLASS_OF, kinds_of
from counterclaim.link.compare.nouns import head_noun, tells
from counterclaim.link.compare.parties import Parties, Party
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import (
    Act,
    Claim,
    EntityKind,
    Evidence,
    Manner,
    MentionForm,
    Modality,
    Polarity,
    Span,
    Statement,
    Who,
)

#: Words for what a deed hits that are in English news the same whoever tells it.
_TARGETS = re.compile(
    r"\b(market(?:place)?|hospital|clinic|school|wedding|funeral|bus|convoy|mosque|church|temple|hotel|plane|jet|"
    r"helicopter|airliner|camp|checkpoint|bridge|dam|port|harbou?r|station|factory|plant|embassy|consulate|airport|"
    r"airbase|prison|jail|bakery|tunnel|pipeline|ship|tanker|vessel|ferry|boat|train|cafe|restaurant|university|"
    r"college|orphanage|shelter|warehouse|depot|refinery|patrol|ambulance|museum|palace|parliament|monastery|barracks|"
    r"oilfield|gathering|procession|rally|theatre|theater|stadium|headquarters|cemetery|power line)s?\b",
    re.I,
)
_FOLD = {"marketplace": "market", "airliner": "plane", "jet": "plane", "theatre": "theater", "harbour": "harbor",
         "clinic": "hospital", "vessel": "ship", "jail": "prison", "consulate": "embassy"}  # fmt: skip
#: What many deeds hit: it does not tell one from another.
NO_TARGET = frozenset(
    "area city town civilian position troop village neighborhood neighbourhood district people person militant rebel "
    "terrorist fighter force attack rocket missile shell bomb airstrike strike mortar civilian part site target region "
    "province place house home building resident gunman child woman man weapon member headquarters them it he vehicle "
    "car truck range hundred dozen thousand score number monitor women children men guerrilla peasant "
    "guerilla separatist insurgent jihadist students student teacher "
    "worker resident people families family victim passenger extremist combatant".split()
)
_MAYBE = re.compile(r"\b(?:if|whether|would|could|should|unless|until|cannot|not clear|unclear)\b", re.I)
_HEDGED_NARRATION = re.compile(
    r"\b(?:accus\w+|alleg\w+|blam\w+|claim(?:s|ed)? (?:that|responsib\w+)|suspect\w*)\b", re.I
)
_ALWAYS_FORCE = frozenset(
    "poison assassinate loot burn sabotage sink abduct kidnap torch behead hijack torpedo".split()
)
_PLAIN_FORCE = frozenset({"attack", "kill", "down"})
_ACCUSES = re.compile(r"\b(?:accus|blam|point(?:ed|s|ing)? (?:the|a) finger|implicat)", re.I)
_HOLDS = frozenset({Modality.FACT, Modality.PRESUPPOSED})
#: Deeds that are told in passing, as what goes on: no one happening.
GOES_ON = re.compile(
    r"\b(?:repeatedly|regularly|routinely|in recent (?:days|weeks|months|years)|for (?:days|weeks|months|years)|"
    r"continu\w+|every day|daily|since (?:\d{4}|the (?:start|beginning))|(?:multiple|several|many|numerous) occasions|"
    r"(?:two|three|four|several|many|\d+) times|last year|previously|in the past|over the (?:past|last)|often|"
    r"usually|have all)\b",
    re.I,
)
#: Verbs of deeds that somebody may be blamed for.
_DONE = frozenset(
    "attack assault raid storm ambush strike hit target shell bomb bombard pound fire shoot airstrike launch use "
    "deploy "
    "employ drop kill massacre murder execute slaughter down blow destroy burn torch gas poison assassinate abduct "
    "kidnap loot sink sabotage detonate plant behead hijack seize demolish torpedo gun set explode bombing".split()
)
#: Words that point back to a deed: with a charge of these alone, the charge is of what was told before.
_BACK = re.compile(
    r"\b(?:it|this|the (?:attack|bombing|blast|explosion|strike|shelling|raid|killing|massacre|incident|shooting|"
    r"fire|ambush|crash|violence)s?|responsib\w+|that (?:attack|bombing|blast|strike|shelling|raid))\b",
    re.I,
)
#: Words of blame; whom they are about stands before them, or behind "by" and "of".
_BLAMES = re.compile(
    r"\b(?:responsible(?: for)?|(?:was|were|is|are|been|being) behind|to blame|(?:carried out|committed|perpetrated|"
    r"staged|conducted) by|the work of|(?:bears?|bore) (?:\w+ ){0,2}responsibility)\b",
    re.I,
)
#: "blamed the attack on …"
_ON = re.compile(r"^(?:the|this|that|an?|it)\b.*?\bon (?=\w)", re.I)
_AND_BLAMED = re.compile(
    r"\b(?:and|but|instead|,)\s+(?:has |have |instead |in turn )*(blam\w+|accus\w+)\s+(?:it on\s+)?", re.I
)
_ARMED = re.compile(
    r"\b(?:(?:[\w-]+ )?(?:rebels?|militants?|terrorists?|insurgents?|separatists?|jihadists?|guerrillas?|extremists?)|"
    r"opposition(?: (?:fighters|forces|groups))?|(?:terrorist|rebel|armed) groups?)\b",
    re.I,
)
#: Verbs whose object is what was used.
_FIRES = frozenset("fire launch use deploy employ drop set plant".split())
#: What the doers may have come in.
_ALSO_MEANS = frozenset({"plane", "helicopter", "ship", "boat", "train"})
#: "the", "that" before the noun of a deed, with a word between.
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those) (?:\w+ )?$", re.I)
_BEFORE = 30
_PRONOUNS = frozenset("it them this that".split())
#: What is fired at something else.
_FIRED = frozenset("shell rocket missile bomb mortar round shot grenade artillery torpedo projectile barrel".split())
#: How far what was hit carries, in characters: about three sentences of news.
_CARRIES = 500
#: Whom words of blame are about stands no further from them than this, in characters.
_BESIDE = 60
#: A charge of fewer characters says nothing of what was done ("the rebels").
_SHORT = 30
#: A piece of evidence of more characters is cut to the sentence.
_PLAIN = 300


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed as one account tells it. `record` is its claim's or statement's id; `voices` and `keys` are of whoever
    says so; `targets`: what was hit; `blame`: laid at somebody's door in so many words; `points_back`: of what was told
    before."""

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

    @property
    def told(self) -> bool:
        """Whether it is the outlet's own voice."""
        return self.statement.manner is Manner.NARRATION

    @property
    def shown(self) -> str:
        """The doers in a few words."""
        joined = " or " if self.claim is None else " and "
        return joined.join(dict.fromkeys(party.shown for party in self.doers))


class Deeds:
    """Finds the deeds of a pile's reports."""

    def __init__(self, pile: Pile, tellings: Tellings, parties: Parties) -> None:
        self._pile, self._tellings, self._parties = pile, tellings, parties

    def of(self, report: str) -> list[Deed]:
        """The deeds that a report tells, in the order of the text."""
        found = list(self._claimed(report))
        held = [deed.span for deed in found]
        for statement in self._pile.annotations[report].statements:
            whole = _whole(self._pile, statement)
            if not any(whole.covers(span) for span in held):
                found.extend(self._blamed(statement, whole))
            if statement.act in (Act.DENY, Act.REFUSE):
                found.extend(self._turned(statement))
        found.sort(key=lambda deed: (deed.span.start, deed.record))
        return [self._with_targets(deed) for deed in found]

    def _with_targets(self, deed: Deed) -> Deed:
        """A deed that points back ("it", "the attack") or tells only what was fired, with what its sentence or those
        before it say was hit."""
        if deed.targets or not self._leaves_open(deed):
            return deed
        report = deed.statement.report
        here = targets_in(deed.telling.sentence.text) - _ALSO_MEANS
        if here:
            return replace(deed, targets=here)
        claims = self._pile.annotations[report].claims
        past = [c for c in claims if _violent(c) and 0 <= deed.span.start - c.trigger.end <= _CARRIES]
        for claim in sorted(past, key=lambda c: (-c.trigger.start, c.id)):
            targets = self._targets(claim, " ".join(span.text for span in claim.spans))
            if targets:
                return replace(deed, targets=targets)
        return deed

    def _leaves_open(self, deed: Deed) -> bool:
        whom = [(who.span.text if who.span else who.name).lower() for who in deed.claim.patient] if deed.claim else []
        open_ = all(word in _PRONOUNS or head_noun(word) in _FIRED for word in whom)
        before = self._pile.reports[deed.statement.report].text[max(0, deed.span.start - _BEFORE) : deed.span.start]
        return deed.points_back or (open_ and (bool(whom) or bool(_DEFINITE.search(before))))

    def _claimed(self, report: str) -> Iterator[Deed]:
        pile = self._pile
        for claim in pile.annotations[report].claims:
            statement = pile.statements[claim.statement]
            verb = claim.predicate.split()[0]
            if not _violent(claim) or verb not in _DONE or not _held(claim, statement):
                continue
            doers = [self._parties.of(report, who, statement) for who in claim.agent]
            kept = tuple(party for party in doers if party is not None)
            if not kept or len(kept) != len(doers):
                continue  # one of them is nobody that can be made out
            telling = self._tellings.of_claim(claim)
            words = " ".join(span.text for span in claim.spans)
            if not GOES_ON.search(words):
                blame = statement.act is Act.ACCUSE or bool(_BLAMES.search(words))
                yield self._deed(claim.id, claim, statement, kept, telling, claim.trigger, words, blame)

    def _blamed(self, statement: Statement, whole: Span) -> Iterator[Deed]:
        """A charge in words of blame, without a claim of what was done."""
        cue = statement.cue.text if statement.cue else ""
        if statement.act is Act.DENY or _MAYBE.search(whole.text) or GOES_ON.search(whole.text):
            return
        if statement.act is Act.ACCUSE and _ACCUSES.search(cue):
            on = max((m.end() for m in _ON.finditer(whole.text)), default=0) if "blam" in cue.lower() else 0
            accused = self._named(statement.report, whole.start + on, min(whole.end, whole.start + on + _BESIDE))
        else:
            blame = _BLAMES.search(whole.text)
            if blame is None:
                return
            before, past = whole.start + blame.start(), whole.start + blame.end()
            if blame.group().lower().endswith((" by", " of")):
                accused = self._named(statement.report, past, min(whole.end, past + _BESIDE))
            else:
                accused = self._named(statement.report, max(whole.start, before - _BESIDE), before, backwards=True)
        if accused:
            telling = self._tellings.at(statement.report, whole.start, whole.end)
            yield self._deed(statement.id, None, statement, accused, telling, whole, whole.text, blame=True)

    def _turned(self, statement: Statement) -> Iterator[Deed]:
        """Whom somebody blames who denies it ("denied responsibility and blamed the rebels")."""
        text = self._pile.reports[statement.report].text
        start = (statement.cue or statement.content[0]).end
        stop = text.find(". ", start)
        stop = min(stop if stop >= 0 else len(text), start + _PLAIN)
        match = _AND_BLAMED.search(text, start, stop)
        cues = self._pile.annotations[statement.report].statements
        if match is None or any(s.cue and s.cue.start < match.end(1) and match.start(1) < s.cue.end for s in cues):
            return
        accused = self._named(statement.report, match.end(), min(stop, match.end() + _BESIDE))
        if accused:
            span = Span.of(text, match.start(1), stop)
            telling = self._tellings.at(statement.report, span.start, span.end)
            yield self._deed(statement.id, None, statement, accused, telling, span, span.text, blame=True)

    def _named(self, report: str, start: int, end: int, *, backwards: bool = False) -> tuple[Party, ...]:
        """The first (or last) party that is named between two characters; of "A or B" both."""
        if start >= end:
            return ()
        text = self._pile.reports[report].text
        near = Span.of(text, start, end)
        found = [
            Who(m.entity, m.span.text, m.span)
            for m in self._pile.annotations[report].mentions
            if m.entity and m.form is not MentionForm.PRONOUN and near.covers(m.span)
        ]
        armed = [Span.of(text, start + m.start(), start + m.end()) for m in _ARMED.finditer(near.text)]
        found = [w for w in found if w.span and not any(span.overlaps(w.span) for span in armed)]
        found += [Who(None, span.text, span) for span in armed]
        parties: list[tuple[Span, Party]] = []
        for who in sorted(found, key=lambda w: w.span.start if w.span else 0, reverse=backwards):
            party = self._parties.of(report, who)
            if party is None or who.span is None:
                continue
            if parties:
                one, other = sorted((parties[-1][0], who.span), key=lambda s: s.start)
                if not re.fullmatch(r"[^.;]{0,20}\bor\b[^.;]{0,20}", text[one.end : other.start]):
                    break
            parties.append((who.span, party))
        ordered = sorted(parties, key=lambda item: item[0].start)
        return tuple(party for _, party in ordered)

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
            kinds_of(words),
            targets,
            self._voices(statement),
            frozenset(self._pile.key(who) for who in statement.sources),
            blame,
            points_back=blame and not targets and (len(words) <= _SHORT or bool(_BACK.search(words))),
        )

    def _voices(self, statement: Statement) -> tuple[Party, ...]:
        if statement.manner is Manner.NARRATION:
            return ()
        found = (self._parties.voice(statement.report, who) for who in statement.sources)
        return tuple(party for party in found if party is not None)

    def _targets(self, claim: Claim | None, words: str) -> frozenset[str]:
        """What was hit: the heads of its patients, and what its words name of things that are hit."""
        fired = claim is not None and claim.predicate.split()[0] in _FIRES
        whom = claim.patient if claim and not fired else ()
        named = [who for who in whom if not _is_place(self._pile, who)]
        heads = {head_noun(who.span.text if who.span else who.name) for who in named}
        heads = {_FOLD.get(noun, noun) for noun in heads if tells(noun) and noun not in NO_TARGET}
        return frozenset(heads) | (targets_in(words) - _ALSO_MEANS)


def _is_place(pile: Pile, who: Who) -> bool:
    entity = pile.entity(who)
    return entity is not None and entity.kind is EntityKind.PLACE


def _violent(claim: Claim) -> bool:
    """Whether a claim is coded as an assault, or has no code and a verb that leaves no doubt."""
    verb = claim.predicate.split()[0]
    if claim.event is not None and verb not in _ALWAYS_FORCE:
        return claim.event.startswith("ASSAULT")
    return CLASS_OF.get(verb) in _PLAIN_FORCE or verb in _ALWAYS_FORCE


def _whole(pile: Pile, statement: Statement) -> Span:
    text = pile.reports[statement.report].text
    return Span.of(text, statement.content[0].start, max(piece.end for piece in statement.content))


def _held(claim: Claim, statement: Statement) -> bool:
    """Whether somebody says that these did it; "may have" counts only in a source's mouth."""
    if claim.polarity is not Polarity.POSITIVE or claim.agent_any or not claim.agent:
        return False
    words = statement.content[0].text if statement.manner is Manner.NARRATION else claim.spans[0].text
    if statement.manner is Manner.NARRATION and _HEDGED_NARRATION.search(claim.spans[0].text):
        return False
    if claim.modality in _HOLDS:
        return statement.act is not Act.DENY
    voiced = statement.manner is not Manner.NARRATION and statement.act in (Act.ASSERT, Act.ACCUSE)
    return claim.modality is Modality.HYPOTHESIS and voiced and not _MAYBE.search(words)


def targets_in(words: str) -> frozenset[str]:
    """What some words name of things that are hit: a market, a bus, a hospital."""
    found = (match.group(1).lower() for match in _TARGETS.finditer(words))
    return frozenset(_FOLD.get(noun, noun) for noun in found)


def blamed_for(deed: Deed) -> str:
    """What the words of a charge blame somebody for, as "the attack on the bus"; empty where they do not say it."""
    words = " ".join((deed.claim.spans[0] if deed.claim else deed.span).text.split())
    match = _BLAMES.search(words)
    said = words[match.end() :] if match else ""
    if match and match.group().lower().endswith((" by", " of")):
        said = re.split(r"\b(?:that|and|but)\b|[,.;]", words[: match.start()])[-1]
        said = re.sub(r"\s+(?:was|were|is|are|had been|has been|have been)$", "", said.strip())
    elif not match:
        said = words.partition(" for ")[2]
    said = re.split(r"\b(?:and|but|which|who|when|while|because)\b|[,;]|\. ", said.strip().removeprefix("for "))[0]
    said = re.sub(r"(?:\s+(?:on|in|at|of|by|to|from|for|with|the|a))+$", "", said.strip(" .\"“”'"))
    return said if _THING.match(said) and len(said) <= _BESIDE else ""


_THING = re.compile(r"(?:the|a|an|this|that|these|those|last|\w+day's)\s+\w", re.I)


def evidence_of(pile: Pile, deed: Deed) -> Evidence:
    """The words that tell a deed: with who says so where that stands beside them, else its sentence."""
    if deed.claim is None and not deed.told and not _whole(pile, deed.statement).covers(deed.span):
        return pile.evidence(deed.statement.report, deed.span)
    return evidence_at(pile, deed.statement, deed.telling)


def evidence_at(pile: Pile, statement: Statement, telling: Telling) -> Evidence:
    """The words of a telling: its statement with who says so, where that is short and holds it, else its sentence."""
    if statement.manner is not Manner.NARRATION:
        full = pile.in_full(statement)
        if full.covers(telling.span) and len(full.text) <= _PLAIN:
            return pile.evidence(statement.report, full)
    return pile.evidence(statement.report, telling.sentence)
