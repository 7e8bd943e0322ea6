"""Polarity: one account says that somebody did it, the accused (or somebody else) that they did not.

Two ways to deny are read: a claim of the same happening in the negative ("we never hit any city"), and a statement
whose act is denial and whose content names the thing ("denied responsibility for the attack").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.charges import CLASS_OF, TELLING, Charge, charges_of, kinds_of, shortened
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.when import may_coincide, published
from counterclaim.records import Act, Claim, Manner, Modality, Polarity, Slot, Statement, Verdict

_BLAME = re.compile(
    r"\b(?:responsib\w+|involve\w*|accusation\w*|allegation\w*|charge\w*|claims?|reports?|role|link\w*|behind)\b", re.I
)
_SELF = re.compile(r"^(?:responsibility for|being (?:behind|responsible for)|having|carrying out|committing)\s+", re.I)
#: "Will deny": a denial that somebody expects is none.
_TO_COME = re.compile(r"(?:will|would|may|might|could|can)\b", re.I)
#: What follows "and" with a verb in the past is mostly a deed of the accuser's.
_THEN = re.compile(r" and (?=\w+ed\b)")
_DAYS = 3
#: "Denied it", "denied that": a denial in fewer characters than this names nothing.
_PRONOUN = 6
#: A denial answers a charge that stands no further from it than this, in characters: some five sentences.
_NEAR = 800


@dataclass(frozen=True, slots=True)
class _Deed:
    """A claim that somebody did something, reduced to what is compared."""

    claim: Claim
    actor: str
    kind: str


def compare_denials(pile: Pile, _tellings: Tellings) -> Iterator[Finding]:
    """Compare deeds that are asserted of somebody with the same deeds denied."""
    yield from _negated_claims(pile)
    yield from _denying_statements(pile)


def _deeds(pile: Pile) -> Iterator[_Deed]:
    for claim in pile.claims.values():
        kind = CLASS_OF.get(claim.predicate.split()[0])
        if kind is None or claim.modality is not Modality.FACT:
            continue
        for who in claim.agent:
            actor = pile.actor(who)
            if actor is not None:
                yield _Deed(claim, actor, kind)


def _negated_claims(pile: Pile) -> Iterator[Finding]:
    blocks: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for deed in _deeds(pile):
        for who in deed.claim.patient:
            target = head_noun(who.span.text if who.span else who.name)
            blocks[deed.actor, deed.kind, target].append(deed.claim)
    for (_, kind, target), claims in sorted(blocks.items()):
        if not target:
            continue
        for no in (c for c in claims if c.polarity is Polarity.NEGATIVE):
            for yes in (c for c in claims if c.polarity is Polarity.POSITIVE):
                finding = _contradiction(pile, no, yes, f"{kind} {target}")
                if finding is not None:
                    yield finding


def _contradiction(pile: Pile, no: Claim, yes: Claim, deed: str) -> Finding | None:
    one, other = pile.statements[no.statement], pile.statements[yes.statement]
    if pile.holder_key(one) == pile.holder_key(other) or not _one_story(pile, no, yes):
        return None
    agent = pile.resolved(no.agent[0]).name
    reasons = [
        f"Both speak of {agent} and “{deed}”; one says that it was so, the other that it was not.",
        *(["One report gives both."] if no.report == yes.report else []),
    ]
    verdict, score = Verdict.CONFLICT, 0.7
    if not may_coincide(no.time, yes.time):
        verdict, score = Verdict.OTHER_INCIDENT, 0.3
        reasons.append(f"They are dated {no.time} and {yes.time}.")
    done = next((who for who in no.patient), None)
    question = f"Did {agent} {no.predicate} {_object(done.name if done else '')}?".replace(" ?", "?")
    return _finding(pile, no, yes, verdict, score, reasons, question)


def _object(words: str) -> str:
    return re.sub(r"^(?:any|no)\s+", "", words)


def _one_story(pile: Pile, left: Claim, right: Claim) -> bool:
    if left.report == right.report:
        return True
    a, b = published(pile, left.report), published(pile, right.report)
    near = a is not None and b is not None and abs((a - b).days) <= _DAYS
    places = [{pile.key(who) for who in claim.place} for claim in (left, right)]
    return near and bool(places[0] & places[1])


def _denying_statements(pile: Pile) -> Iterator[Finding]:
    """ "Nairobi denied responsibility for the attack" against whoever says that it was Nairobi."""
    by_report: dict[str, list[Statement]] = defaultdict(list)
    for statement in pile.statements.values():
        if statement.act is Act.DENY and not _TO_COME.match(statement.cue.text if statement.cue else ""):
            if statement.manner is Manner.NARRATION or not statement.sources:
                continue
            by_report[statement.report].append(statement)
    for report, denials in by_report.items():
        charges = list(charges_of(pile, report))
        for denial in denials:
            actors = {actor for who in denial.sources if (actor := pile.actor_in(report, who))}
            for charge in charges:
                if charge.actor in actors and not _same_voice(pile, charge, denial) and _denies(denial, charge):
                    yield _denied(pile, denial, charge)


def _same_voice(pile: Pile, charge: Charge, denial: Statement) -> bool:
    """Whether the charge is told by the denier, or inside the denial itself."""
    mine = {pile.key(who) for who in denial.sources}
    theirs = {pile.key(who) for who in charge.statement.sources}
    inside = any(piece.overlaps(charge.span) for piece in denial.content)
    return bool(mine & theirs) or inside or (denial.cue is not None and charge.span.covers(denial.cue))


def _denies(denial: Statement, charge: Charge) -> bool:
    """Whether the denial's words are about what the charge says: the same telling word, or, where the denial only
    says "responsibility" or "the accusations", a charge near it."""
    words = " ".join(piece.text for piece in denial.content)
    about, charged = kinds_of(words), kinds_of(charge.span.text)
    if about & charged & TELLING:
        return True
    if charge.statement.manner is Manner.NARRATION:
        return False
    near = abs(denial.content[0].start - charge.span.start) < _NEAR
    generic = (_BLAME.search(words) or len(words) < _PRONOUN) and not about & TELLING
    return near and bool(about & charged or (charged and generic))


def _question(charge: Charge, denier: str, voice: str) -> str:
    """The question that charge and denial answer, in the charge's words."""
    pieces = charge.statement.content
    if charge.statement.act is Act.ACCUSE and len(pieces) == 2 and len(pieces[0].text) <= 60:
        deed = _THEN.split(_SELF.sub("", pieces[1].text))[0]
        return f"Is {pieces[0].text} responsible for {shortened(deed)}?"
    return f"Is {denier} responsible for what {voice} says: “{shortened(charge.span.text)}”?"


def _denied(pile: Pile, denial: Statement, charge: Charge) -> Finding:
    denier = pile.holders(denial)[0]
    piece = denial.content[0]
    told = charge.statement.manner is Manner.NARRATION
    voice = " and ".join(who.name for who in pile.holders(charge.statement)) or "A source"
    reasons = [
        f"{denier.name} denies “{shortened(piece.text)}”.",
        f"{voice}{' tells' if told else ' says'}: “{shortened(charge.span.text)}”.",
        "One report gives both.",
    ]
    record = denial.id
    evidence = [
        pile.evidence(denial.report, pile.in_full(denial)),
        pile.evidence(
            denial.report, pile.in_full(charge.statement) if charge.record == charge.statement.id else charge.span
        ),
    ]
    return Finding(
        judge(
            "compare",
            sorted([record, charge.record]),
            Verdict.CONFLICT,
            charge.score - 0.1 * told,
            reasons,
            evidence,
            Slot.POLARITY,
        ),
        _question(charge, denier.name, voice),
        Answer(record, denial.id, "no", evidence[0]),
        Answer(charge.record, charge.statement.id, "yes", evidence[1]),
    )


def _finding(
    pile: Pile, no: Claim, yes: Claim, verdict: Verdict, score: float, reasons: list[str], question: str
) -> Finding:
    evidence = [pile.evidence(no.report, no.spans[0]), pile.evidence(yes.report, yes.spans[0])]
    return Finding(
        judge("compare", sorted([no.id, yes.id]), verdict, score, reasons, evidence, Slot.POLARITY),
        question,
        Answer(no.id, no.statement, "no", evidence[0]),
        Answer(yes.id, yes.statement, "yes", evidence[1]),
    )
