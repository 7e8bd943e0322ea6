"""Which statement a claim is part of where one stands inside another, and what a claim answers inside its report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from counterclaim.records import Act, Claim, Manner, Modality, Polarity, Statement, Who

_DENYING = frozenset({Act.DENY, Act.REFUSE})
#: An answer stands no further from what it answers than this, in characters: some five sentences.
_NEAR = 800
#: Predicates that say too little for two claims to be about one thing.
_EMPTY = frozenset({"be", "have", "exist", "do", "make", "take", "get", "go", "come", "give", "say", "want", "know"})


def bearer(statement: Statement, by_id: Mapping[str, Statement]) -> Statement:
    """The statement that bears a claim made in `statement`, of those of its report by their ids.

    In "denied reports that it had attacked" nobody stands behind the reports: the claim is the denial's. So is what
    somebody is denied to have refused.
    """
    parent = by_id.get(statement.parent) if statement.parent else None
    if parent is None or parent.act not in _DENYING:
        return statement
    return parent if not statement.sources or statement.act is Act.REFUSE else statement


def answers_of(claims: Iterable[Claim], statements: Iterable[Statement]) -> dict[str, str]:
    """For each claim that answers an earlier one of its report, by its id, the id of what it answers.

    A denial or negative claim answers the same predicate said to be so by somebody else; a confirmation, the same
    said to be so or not so. They share somebody who takes part, and nobody in a role is known to be somebody else in
    the other; of who denies, the accused counts as well. Where nobody said just that, a denial answers what the denier
    is accused of nearby. Of several the nearest is answered.
    """
    by_id = {statement.id: statement for statement in statements}
    told = sorted(claims, key=lambda claim: (claim.trigger.start, claim.id))
    found: dict[str, str] = {}
    for i, claim in enumerate(told):
        if claim.predicate in _EMPTY or claim.modality in {Modality.CONDITION, Modality.COMMAND}:
            continue
        statement = by_id[claim.statement]
        answers = _what_it_answers(claim, statement)
        if answers is None:
            continue
        before = [c for c in told[:i] if claim.trigger.start - c.trigger.end <= _NEAR and c.polarity is answers]
        same = (c for c in reversed(before) if _answered(claim, statement, c, by_id))
        charges = (c for c in reversed(before) if _charged(claim, statement, c, by_id[c.statement]))
        answered = next(same, None) or next(charges, None)
        if answered is not None:
            found[claim.id] = answered.id
    return found


def _what_it_answers(claim: Claim, statement: Statement) -> Polarity | None:
    """The polarity of what a claim answers, None where it answers nothing: most claims only tell."""
    if claim.polarity is Polarity.NEGATIVE and claim.modality is not Modality.PLAN:
        return Polarity.POSITIVE
    if claim.polarity is Polarity.POSITIVE and statement.act is Act.DENY:
        return Polarity.NEGATIVE
    return claim.polarity if statement.act is Act.CONFIRM and claim.polarity is not Polarity.UNKNOWN else None


def _answered(claim: Claim, statement: Statement, earlier: Claim, by_id: Mapping[str, Statement]) -> bool:
    """Whether a claim can be the answer to an earlier one of somebody else."""
    other = by_id[earlier.statement]
    if earlier.predicate != claim.predicate or other.id == statement.id or _one_voice(statement, other):
        return False
    if earlier.modality in {Modality.PLAN, Modality.COMMAND, Modality.CONDITION}:
        return False
    if statement.manner is Manner.NARRATION and statement.act is not Act.DENY and other.manner is Manner.NARRATION:
        return False  # the outlet does not answer itself
    agents = _agree(claim.agent, earlier.agent)
    if agents is None and statement.act is Act.DENY:
        agents = _agree(statement.sources, earlier.agent)  # "denied it had": the denier is the one accused
    patients = _agree(claim.patient, earlier.patient)
    if statement.act is Act.CONFIRM and not patients:
        return False  # one army destroys many things
    return bool(agents or patients) and agents is not False and patients is not False


def _charged(claim: Claim, statement: Statement, earlier: Claim, other: Statement) -> bool:
    """Whether an earlier claim accuses the one whose denial this claim is of doing something."""
    if statement.act is not Act.DENY or other.act is not Act.ACCUSE or _one_voice(statement, other):
        return False
    deniers = {who.entity for who in statement.sources if who.entity}
    accused = {who.entity for who in earlier.agent if who.entity}
    return bool(deniers & accused) and _agree(claim.agent, earlier.agent) is not False


def _one_voice(one: Statement, other: Statement) -> bool:
    names = {who.entity or who.name for who in one.sources}
    return bool(names) and names == {who.entity or who.name for who in other.sources}


def _agree(ones: Sequence[Who], others: Sequence[Who]) -> bool | None:
    """Whether those in a role are partly the same; None where that is not known."""
    left, right = ({who.entity for who in whos if who.entity} for whos in (ones, others))
    if left and right:
        return bool(left & right)
    return bool(_heads(ones) & _heads(others)) or None


def _heads(whos: Sequence[Who]) -> frozenset[str]:
    return frozenset(who.name.lower().split()[-1] for who in whos if who.name.split())
