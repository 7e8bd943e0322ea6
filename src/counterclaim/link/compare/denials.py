"""Polarity: one account says that somebody did it, the accused (or somebody else) that they did not.

Two ways to deny are read: a claim of the same happening in the negative ("we never hit any city"), and a statement
whose act is denial and whose content names the thing ("denied responsibility for the attack").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.compare.when import may_coincide, published
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.records import Act, Claim, Manner, Modality, Polarity, Slot, Statement, Verdict

_VIOLENCE = {
    "attack": "attack assault raid storm ambush strike hit target shell bomb bombard pound fire shoot airstrike launch",
    "use": "use deploy employ drop",
    "kill": "kill massacre murder execute slaughter",
    "violate": "violate break breach",
    "support": "support back arm fund finance supply",
    "capture": "capture seize take retake overrun control recapture",
    "down": "down shoot",
}
_CLASS_OF = {verb: name for name, verbs in _VIOLENCE.items() for verb in verbs.split()}
_BLAME = re.compile(
    r"\b(?:responsib\w+|involve\w*|accusation\w*|allegation\w*|charge\w*|claims?|reports?|role|link\w*|behind)\b", re.I
)
_DEED = re.compile(
    r"\b(chemical|gas|sarin|chlorine|cluster|barrel|air ?strikes?|air raids?|shelling|bombing|bombardment|attacks?|"
    r"massacre|killing\w*|strikes?|raids?|siege|ceasefire|truce|convoy|hospital|school|mosque|plane|jet|helicopter)\b",
    re.I,
)
#: Words of a deed that tell one from another; "attack" alone does not.
_TELLING = frozenset(
    """chemical gas sarin chlorine cluster barrel massacre siege ceasefire truce convoy hospital school mosque plane jet
    helicopter""".split()
)
_DAYS = 3


@dataclass(frozen=True, slots=True)
class _Deed:
    """A claim that somebody did something, reduced to what is compared."""

    claim: Claim
    actor: str
    kind: str


def compare_denials(pile: Pile) -> Iterator[Finding]:
    """Compare deeds that are asserted of somebody with the same deeds denied."""
    yield from _negated_claims(pile)
    yield from _denying_statements(pile)


def _deeds(pile: Pile) -> Iterator[_Deed]:
    for claim in pile.claims.values():
        kind = _CLASS_OF.get(claim.predicate.split()[0])
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
    """ "Damascus denied responsibility for the attack" against whoever says that it was Damascus."""
    by_report: dict[str, list[_Deed]] = defaultdict(list)
    for deed in _deeds(pile):
        if deed.claim.polarity is Polarity.POSITIVE:
            by_report[deed.claim.report].append(deed)
    for denial in pile.statements.values():
        if denial.act is not Act.DENY or denial.manner is Manner.NARRATION or not denial.sources:
            continue
        actors = {actor for who in denial.sources if (actor := pile.actor(who))}
        for deed in by_report.get(denial.report, ()):
            told = pile.statements[deed.claim.statement]
            if (
                deed.actor in actors
                and _denies(denial, deed.claim)
                and pile.holder_key(told) != pile.holder_key(denial)
            ):
                yield _denied(pile, denial, deed.claim)


def _denies(denial: Statement, claim: Claim) -> bool:
    """Whether the denial's words are about the claim's deed."""
    words = " ".join(piece.text for piece in denial.content)
    said = claim.spans[0].text
    about = {w.lower() for w in _DEED.findall(words)}
    shared = about & {w.lower() for w in _DEED.findall(said)}
    if shared & _TELLING:
        return True
    near = abs(denial.content[0].start - claim.spans[0].start) < 600
    return near and bool(shared or (_BLAME.search(words) and not about))


def _denied(pile: Pile, denial: Statement, claim: Claim) -> Finding:
    denier = pile.holders(denial)[0]
    piece = denial.content[0]
    reasons = [
        f"{denier.name} denies “{_short(piece.text)}”.",
        f"The other account says of {pile.resolved(claim.agent[0]).name}: “{_short(claim.spans[0].text)}”.",
        "One report gives both.",
    ]
    words = "no (denied)"
    record = next((c.id for c in pile.claims.values() if c.statement == denial.id), denial.id)
    return Finding(
        judge(
            "compare",
            sorted([record, claim.id]),
            Verdict.CONFLICT,
            0.75 if pile.statements[claim.statement].manner is not Manner.NARRATION else 0.65,
            reasons,
            [pile.evidence(denial.report, piece), pile.evidence(claim.report, claim.spans[0])],
            Slot.POLARITY,
        ),
        f"Did {denier.name} do it: “{_short(claim.spans[0].text)}”?",
        Answer(record, denial.id, words, pile.evidence(denial.report, piece)),
        Answer(claim.id, claim.statement, "yes", pile.evidence(claim.report, claim.spans[0])),
    )


def _short(words: str, most: int = 90) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"


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
