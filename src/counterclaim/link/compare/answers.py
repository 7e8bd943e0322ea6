"""Answers: a claim that denies what another claim or statement of its report says.

Which one it answers was found inside the report (`Claim.responds_to`), so that nothing has to be searched here.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.link.compare.charges import shortened
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.records import Act, Claim, Evidence, Polarity, Slot, Statement, Verdict

_SCORE = 0.75


def compare_answers(pile: Pile, _tellings: Tellings) -> Iterator[Finding]:
    """Set each denial against what it answers."""
    for claim in pile.claims.values():
        if claim.responds_to is None or claim.polarity is not Polarity.NEGATIVE:
            continue
        answered = pile.claims.get(claim.responds_to)
        said = pile.statements.get(answered.statement if answered else claim.responds_to)
        if said is None or said.act is Act.DENY or (answered and answered.polarity is not Polarity.POSITIVE):
            continue
        # Of words that tell something else, only an accusation is surely what is denied.
        if said.act is not Act.ACCUSE and (answered is None or answered.predicate != claim.predicate):
            continue
        if pile.holder_key(said) != pile.holder_key(pile.statements[claim.statement]):
            yield _finding(pile, claim, answered, said)


def _finding(pile: Pile, no: Claim, yes: Claim | None, said: Statement) -> Finding:
    denial = pile.statements[no.statement]
    record = yes.id if yes else said.id
    evidence = [_evidence(pile, no, denial), _evidence(pile, yes, said)]
    denier = " and ".join(who.name for who in pile.holders(denial)) or "A source"
    voice = " and ".join(who.name for who in pile.holders(said)) or "A source"
    reasons = [
        f"{denier} says that it was not so: “{shortened(evidence[0].text)}”.",
        f"{voice} says: “{shortened(evidence[1].text)}”.",
        "One report gives both, the one as an answer to the other.",
    ]
    return Finding(
        judge("compare", sorted([no.id, record]), Verdict.CONFLICT, _SCORE, reasons, evidence, Slot.POLARITY),
        f"Is it so, as {voice} says: “{shortened(evidence[1].text)}”?",
        Answer(no.id, no.statement, "no", evidence[0]),
        Answer(record, said.id, "yes", evidence[1]),
    )


def _evidence(pile: Pile, claim: Claim | None, statement: Statement) -> Evidence:
    words = pile.in_full(statement)
    if claim is not None and not words.covers(claim.spans[0]):
        words = claim.spans[0]
    return pile.evidence(statement.report, words)
