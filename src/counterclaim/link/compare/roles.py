"""Swapped roles: one says that A proposed it to B, another that B proposed it to A."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.when import may_coincide, when_of
from counterclaim.records import Claim, Modality, Polarity, Slot, Verdict

_HELD = frozenset({Modality.FACT, Modality.PRESUPPOSED})


def compare_roles(pile: Pile, _tellings: Tellings) -> Iterator[Finding]:
    """Compare proposals of the same thing between the same two, who change places."""
    blocks: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in pile.claims.values():
        theme = next((a.who.name for a in claim.arguments if a.role == "theme"), None)
        if claim.predicate != "propose" or theme is None or claim.modality not in _HELD:
            continue
        if claim.polarity is Polarity.POSITIVE and len(claim.agent) == 1 and len(claim.patient) == 1:
            a, b = (pile.actor(claim.agent[0]), pile.actor(claim.patient[0]))
            if a and b and a != b:
                blocks[theme, min(a, b), max(a, b)].append(claim)
    for (theme, _, _), claims in sorted(blocks.items()):
        for i, left in enumerate(claims):
            for right in claims[i + 1 :]:
                if pile.actor(left.agent[0]) == pile.actor(right.patient[0]):
                    yield _swapped(pile, theme, left, right)


def _swapped(pile: Pile, theme: str, left: Claim, right: Claim) -> Finding:
    one, other = pile.statements[left.statement], pile.statements[right.statement]
    agent, patient = pile.resolved(left.agent[0]), pile.resolved(left.patient[0])
    reasons = [
        f"Both speak of a {theme} that one of {agent.name} and {patient.name} proposed to the other, "
        "and each gives the parts the other way round."
    ]
    verdict, score = Verdict.CONFLICT, 0.85
    if pile.holder_key(one) == pile.holder_key(other):
        verdict, score = Verdict.COMPATIBLE, 0.3
        reasons.append("Both are told by the same source, so they are taken for two proposals.")
    elif not may_coincide(when_of(pile, left), when_of(pile, right)):
        verdict, score = Verdict.OTHER_INCIDENT, 0.3
        reasons.append(f"They are dated {when_of(pile, left)} and {when_of(pile, right)}: two proposals.")
    elif left.time and right.time:
        score = 0.9
        reasons.append(f"Their dates, {left.time} and {right.time}, can be the same.")
    evidence = [pile.evidence(left.report, left.spans[0]), pile.evidence(right.report, right.spans[0])]
    return Finding(
        judge("compare", (left.id, right.id), verdict, score, reasons, evidence, Slot.ROLES),
        f"Who asked whom for a {theme}: {agent.name} or {patient.name}?",
        _answer(pile, left),
        _answer(pile, right),
    )


def _answer(pile: Pile, claim: Claim) -> Answer:
    agent, patient = pile.resolved(claim.agent[0]), pile.resolved(claim.patient[0])
    return Answer(
        claim.id, claim.statement, f"{agent.name} asked {patient.name}", pile.evidence(claim.report, claim.spans[0])
    )
