"""Answers: a claim that denies what another claim of its report says, of whatever kind the deed.

Which one it answers was found inside the report (`Claim.responds_to`), so that nothing has to be searched here. Denials
of accusations and of deeds of known kinds are in `denials.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.link.compare.charges import shortened
from counterclaim.link.compare.denials.charges import kinds_told
from counterclaim.link.compare.denials.spans import shown
from counterclaim.link.compare.denials.words import is_known
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.whole_questions import ask_anyhow, ask_whether
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.records import Act, Claim, Manner, Polarity, Slot, Verdict

_SCORE = 0.7


def compare_answers(pile: Pile, _tellings: Tellings) -> Iterator[Finding]:
    """Set each denial against what it answers."""
    for claim in pile.claims.values():
        answered = pile.claims.get(claim.responds_to or "")
        if answered is None or claim.polarity is not Polarity.NEGATIVE or answered.polarity is not Polarity.POSITIVE:
            continue
        said, denial = pile.statements[answered.statement], pile.statements[claim.statement]
        if said.act is Act.DENY or answered.predicate != claim.predicate or is_known(kinds_told(claim)):
            continue
        if Manner.NARRATION in {said.manner, denial.manner}:
            continue  # an outlet tells what happened; who answers it answers somebody else
        if pile.holder_key(said) != pile.holder_key(denial):
            yield _finding(pile, claim, answered)


def _finding(pile: Pile, no: Claim, yes: Claim) -> Finding:
    statements = [pile.statements[claim.statement] for claim in (no, yes)]
    evidence = [
        pile.evidence(claim.report, shown(pile, said, claim.spans[0]))
        for claim, said in zip((no, yes), statements, strict=True)
    ]
    denier, voice = (" and ".join(who.name for who in pile.holders(said)) or "A source" for said in statements)
    reasons = [
        f"{denier} says that it was not so: “{shortened(evidence[0].text)}”.",
        f"{voice} says: “{shortened(evidence[1].text)}”.",
        "One report gives both, the one as an answer to the other.",
    ]
    question = ask_whether(pile, yes) or ask_whether(pile, no)
    verdict = Verdict.CONFLICT if question else Verdict.COMPATIBLE
    return Finding(
        judge("compare", sorted([no.id, yes.id]), verdict, _SCORE, reasons, evidence, Slot.POLARITY),
        question or ask_anyhow(evidence[1].text),
        Answer(no.id, no.statement, "no", evidence[0]),
        Answer(yes.id, yes.statement, "yes", evidence[1]),
    )
