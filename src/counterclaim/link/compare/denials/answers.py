"""Answers: a claim that denies what another claim of its report says, of whatever kind the deed.

Which one it answers was found inside the report (`Claim.responds_to`), so that nothing has to be searched here. Denials
of accusations and of deeds of known kinds are in `denials.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.link.compare.charges import shortened
from counterclaim.link.compare.denials.charges import AHEAD, PLANNED, kinds_told
from counterclaim.link.compare.denials.folds import folded
from counterclaim.link.compare.denials.limits import not_of_all, of_another_cause, of_any_other
from counterclaim.link.compare.denials.spans import sentence_end, sentence_start, shown
from counterclaim.link.compare.denials.words import is_known
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.whole_questions import ask_anyhow, ask_whether
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.records import Act, Claim, Manner, Polarity, Slot, Statement, Verdict

_SCORE = 0.7
_ASKED = re.compile(r"[^.?!\n]*\?")


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
        if not _of_one_voice(pile, said, denial) and _is_answered(pile, claim, answered):
            yield _finding(pile, claim, answered)


def _of_one_voice(pile: Pile, said: Statement, denial: Statement) -> bool:
    """Whether one of those who deny it also says it, or nobody is known for either."""
    voices = [{pile.key(who) for who in pile.holders(statement)} for statement in (said, denial)]
    return not all(voices) or bool(voices[0] & voices[1])


def _is_answered(pile: Pile, no: Claim, yes: Claim) -> bool:
    """Whether a claim is denied, and not only of all, or of any that the other does not speak of; what is only asked is
    no answer."""
    text = pile.reports[yes.report].text
    sentences = [
        text[sentence_start(text, claim.trigger.start) : sentence_end(text, claim.trigger.end) + 1]
        for claim in (no, yes)
    ]
    before = sentences[0].partition(no.trigger.text)[0]
    start = yes.trigger.start
    if PLANNED.search(text, max(0, start - AHEAD), start) or _ASKED.match(text, yes.trigger.end):
        return False
    if not_of_all(f"{before} {no.spans[0].text}"):
        return False
    told = folded(sentences[1])
    return not (of_any_other(no.spans[0].text, told) or of_another_cause(sentences[0], told))


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
