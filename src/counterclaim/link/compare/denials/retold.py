"""Plain negations: what one account says is not so, and another tells without a "not", in whatever words.

"No lorry has reached the town" against "five lorries with medicine arrived"; "there is no hospital there" against "a
rocket hit the hospital". A clause in the negative is looked up among the clauses of others of those days by its telling
words, with words of one meaning folded into one: most of what is denied must be told by the other, and above all what
stands right behind the word that denies.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from counterclaim.link.compare.charges import shortened
from counterclaim.link.compare.denials.apart import (
    DAILY,
    answers_another,
    befallen_in,
    doers_of,
    of_such_a_thing,
    set_elsewhere,
    set_on_other_days,
    shares_little,
    verb_of,
)
from counterclaim.link.compare.denials.clauses import Clause, clauses_in
from counterclaim.link.compare.denials.folds import folded
from counterclaim.link.compare.denials.of_none import ask_of_none
from counterclaim.link.compare.denials.spans import shown
from counterclaim.link.compare.denials.together import SINCE, told_together
from counterclaim.link.compare.denials.weighing import (
    BASE,
    names_of,
    rings_of,
    shared_words,
    telling,
    weight_of,
    weights_of,
)
from counterclaim.link.compare.denials.whether_one import (
    BEING,
    NEXT,
    NONE,
    RARE,
    TWO,
    answers,
    claim_of,
    claims_of,
    gap,
    may_answer,
    may_be_one,
    of_one_thing,
)
from counterclaim.link.compare.existence.absent import speaks_of_none
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.compare.whole_questions import ask_anyhow, ask_whether, somewhere
from counterclaim.link.incidents.likeness import Likeness, reasons
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.records import Claim, Polarity, Slot, Span, Verdict

#: The share of what a denial says, by weight, that the other account has to tell.
_COVERED, _COVERED_BESIDE = 0.58, 0.45
#: The same where what is denied is named by a word that few reports have, and the other account has it in its clause.
_LEAST = 0.05
_ENOUGH = 0.3
#: By how much less what stands behind the word that denies tells than the whole.
_SUBJECT = 0.15
#: "Its planes do not target towns": not of one occasion.
_NOW = re.compile(r"\b(?:do|does|is|are) ?(?:not|n['’]t)\b", re.I)
#: From this sum on, and with so much less of what is denied, a pair that is no conflict is kept with the reason why.
_CLOSE, _SHORT = 0.4, 0.2
#: Of pairs of this kind in invented piles by three authors seven of ten were right, whatever they share.
_LEAST_SURE, _MOST_SURE = 0.55, 0.68
#: Answers to one denial that are shown.
_SHOWN = 3
#: Deeds that nouns tell of.
_DEEDS = frozenset(
    "attack shoot kill wound detain free enter leave talk contact agree burn destroy loot protest".split()
)
#: Reports so much alike (of 1) surely tell one story.
_ONE_STORY = 0.4
#: Who has not seen any tells of it, and not of himself.
_PERCEIVING = frozenset({"see", "hear", "notice", "find", "spot", "observe", "detect"})
#: A word that stands about twice in a pile stands in it seldom.
_SELDOM = 4.0
#: How sure it is that one clause tells what the other denies, the clause, what speaks for it, and what against it.
_Scored = tuple[float, Clause, tuple[str, ...], str]


def compare_retold(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare what is said not to be so with what others tell, in one report and in reports of one story."""
    weights = weights_of(pile)
    likeness = Likeness.of(pile, tellings)
    denied: dict[str, list[Clause]] = defaultdict(list)
    told: dict[str, dict[str, list[Clause]]] = {}
    for report in pile.annotations:
        filed = told.setdefault(report, defaultdict(list))
        for clause in clauses_in(pile, report):
            if clause.focus:
                denied[report].append(clause)
            else:
                for name in sorted(names_of(clause.words)):
                    filed[name].append(clause)
    beside: dict[str, list[str]] = {report: [report] for report in pile.annotations}
    for one, other in told_together(pile, tellings, whole_week=True):
        beside[one].append(other)
        beside[other].append(one)
    for report, found in denied.items():
        for no in found:
            # "There was not one weapon" of another report is compared in `existence`, by what is a kind of what.
            others = [report] if speaks_of_none(no.span.text) else beside[report]
            scored = (
                _score(pile, tellings, likeness, weights, no, yes)
                for other in others
                for name in sorted(names_of(no.focus[:2]))
                for yes in told[other].get(name, ())
            )
            yield from _best(pile, tellings, no, (entry for entry in scored if entry is not None))


def _best(pile: Pile, tellings: Tellings, no: Clause, answers: Iterable[_Scored]) -> Iterator[Finding]:
    """What others tell of what one clause denies: the best of each voice; where there is none, what came closest."""
    best: dict[str, _Scored] = {}
    close: list[_Scored] = []
    for scored in answers:
        if scored[3]:
            close.append(scored)
            continue
        holder = pile.holder_key(scored[1].statement)
        best[holder] = max(best.get(holder, scored), scored, key=_rank)
    ranked = sorted(best.values(), key=lambda s: (-s[0], s[1].report, s[1].span.start))
    shown = [scored for scored in ranked[:_SHOWN] if scored[0] >= _ENOUGH]
    for score, yes, why, _ in shown:
        yield _finding(pile, tellings, no, yes, max(_LEAST_SURE, score), why)
    nearest = max((*close, *best.values()), key=_rank, default=None)
    if not shown and nearest is not None and nearest[0] >= _CLOSE:
        score, yes, why, against = nearest
        reason = against or "Too little says that both are of one thing."
        yield _finding(pile, tellings, no, yes, min(score, _CLOSE), (*why, reason), Verdict.OTHER_INCIDENT)


def _rank(scored: _Scored) -> tuple[float, int, str]:
    return scored[0], -scored[1].span.start, scored[1].report


def _score(
    pile: Pile, tellings: Tellings, likeness: Likeness, weights: Mapping[str, float], no: Clause, yes: Clause
) -> _Scored | None:
    """How sure it is that one clause tells what the other denies; None where it does not."""
    same = no.report == yes.report
    pile.look()
    if not may_answer(pile, no, yes, same=same):
        return None
    rings = rings_of(pile, no, yes)
    shared, have, covered = shared_words(no.words, rings, weights)
    if len(no.behind) >= TWO and not no.denies and not _NOW.search(no.span.text):
        # who is said not to have done it may be called otherwise, and is looked at by itself
        told, _, behind = shared_words(no.behind, rings, weights)
        covered = max(covered, behind - _SUBJECT) if len(told) >= TWO else covered
    alike = 0.5 if same else min(1.0, tellings.stories.alike(no.report, yes.report) / _ONE_STORY)
    claims = [claim_of(pile, clause, no.focus[0], frozenset(shared)) for clause in (no, yes)]
    beside = same and gap(no, yes) <= NEXT
    rare = bool(no.focus[0] & rings[0]) and telling(no.focus[0], weights) >= RARE and not no.focus[0] & DAILY
    least = _LEAST if rare else _COVERED_BESIDE if beside else _COVERED
    if covered < least - _SHORT or not _by_one(pile, no, yes, claims):
        return None
    thing = few_reports(pile) and of_such_a_thing(pile, no, yes, rings)
    if not thing and not answers(no, yes, rings, len(shared), telling(no.focus[0], weights), alike):
        return None
    if not of_one_thing(pile, no, yes, claims, rings, shared):
        return None
    here, there = (tellings.at(c.report, c.span.start, c.span.end) for c in (no, yes))
    signs = likeness.signs(here, there)
    if same and answers_another(pile, no, yes, here, there):
        return None
    if set_on_other_days(pile, no, yes):
        return None
    if not same and no.focus[0] & DAILY and set_elsewhere(pile, here, there):
        return None
    seldom = weight_of(no.focus[0], weights) >= BASE + math.log((len(pile.annotations) + 1) / _SELDOM)
    if not same and not (thing and of_it(no, claims[1])) and shares_little(pile, shared, here, there, rare=seldom):
        return None
    against = "" if covered >= least else "Too little of what is denied is in the other account."
    if signs.surely_other_day and not same and not SINCE.search(no.sentence.text):
        against = f"They are of other days: {_dated(here)} and {_dated(there)}."
    chance = 0.5 if same else likeness.chance_of(signs)
    score = 0.1 + 0.4 * covered + 0.03 * min(have, 8) + 0.12 * chance + 0.12 * alike + 0.1 * same
    why = (
        f"Both speak of: {', '.join(sorted({name.lower() for name in shared}))}.",
        *(["One report gives both."] if same else reasons(signs)),
    )
    return min(_MOST_SURE, score), yes, why, against


def _by_one(pile: Pile, no: Clause, yes: Clause, claims: Sequence[Claim | None]) -> bool:
    """Whether the deed that is denied, or another of the same clause, can be of those who are said not to have done
    it."""
    others = [claims[1], *(claim for claim in claims_of(pile, yes) if claim is not claims[1])]
    others = [claim for claim in others if claim is None or names_of(verb_of(pile, claim)) & names_of(no.focus)]
    return any(may_be_one(pile, no, yes, claims[0], claim) for claim in others or [claims[1]])


def of_it(no: Clause, told: Claim | None) -> bool:
    """Whether what is denied is what the other account is about: who does it, or what it is done to."""
    return told is not None and bool(no.focus[0] & names_of(doers_of(told) + befallen_in(told)))


def _dated(telling: Telling) -> str:
    return telling.when[0].isoformat() if telling.when else "not dated"


def _finding(
    pile: Pile,
    tellings: Tellings,
    no: Clause,
    yes: Clause,
    score: float,
    why: Iterable[str],
    verdict: Verdict = Verdict.CONFLICT,
) -> Finding:
    shared = names_of(no.words)
    claims = [claim_of(pile, clause, no.focus[0], shared) for clause in (no, yes)]
    records = [claim.id if claim else clause.statement.id for claim, clause in zip(claims, (no, yes), strict=True)]
    evidence = [pile.evidence(c.report, shown(pile, c.statement, _trimmed(pile, c))) for c in (no, yes)]
    denier, voice = (" and ".join(w.name for w in pile.holders(c.statement)) or "A source" for c in (no, yes))
    told = [
        f"{denier} says that it is not so: “{shortened(no.span.text.strip(), 160)}”.",
        f"{voice} tells it: “{shortened(yes.span.text.strip(), 160)}”.",
        *why,
    ]
    here, there = (tellings.at(c.report, c.span.start, c.span.end) for c in (no, yes))
    question = somewhere(pile, _question(pile, no, yes, claims), here, there)
    if not question and verdict is Verdict.CONFLICT:
        verdict = Verdict.COMPATIBLE
        told.append("What they differ on cannot be asked in one whole sentence.")
    return Finding(
        judge("compare", sorted(records), verdict, score, told, evidence, _slot(no, claims)),
        question or ask_anyhow(yes.span.text),
        Answer(records[0], no.statement.id, "no", evidence[0]),
        Answer(records[1], yes.statement.id, "yes", evidence[1]),
    )


def _slot(no: Clause, claims: Sequence[Claim | None]) -> Slot:
    """That there is no such thing is of existence, but for deeds, which are or are not done."""
    deed = any(name.isupper() and name.lower() in _DEEDS for name in no.focus[0])
    claim = claims[0] or claims[1]
    there = (claim is None or claim.predicate in BEING) and not deed
    return Slot.EXISTENCE if there and NONE.search(no.span.text) else Slot.POLARITY


def _question(pile: Pile, no: Clause, yes: Clause, claims: Sequence[Claim | None]) -> str:
    """The question by the claim that tells most of what both speak of, or another of its clause; else by what is
    denied."""
    denied, told = claims
    inside = [c for c in pile.annotations[yes.report].claims if yes.span.covers(c.trigger) and c is not told]
    of_none = denied is not None and denied.predicate in _PERCEIVING
    plain = [c for c in ([told] if told else []) + inside if not (of_none and c.predicate in _PERCEIVING)]
    asked = [ask_whether(pile, claim) for claim in plain]
    question = next((q for q in asked if q and names_of(folded(q)) & no.focus[0]), "")
    if not question and of_none:
        question = ask_of_none(no.span.text, lambda thing: bool(names_of(folded(thing)) & no.focus[0]))
    if not question and denied is not None and denied.polarity is Polarity.NEGATIVE:
        question = ask_whether(pile, denied)
        question = question if names_of(folded(question)) & no.focus[0] else ""
    question = question or ask_of_none(no.span.text, lambda thing: bool(names_of(folded(thing)) & no.focus[0]))
    if not question and not no.denies:
        question = next((q for q in asked if q and names_of(folded(q)) & names_of(no.words)), "")
    return question


def _trimmed(pile: Pile, clause: Clause) -> Span:
    text = clause.span.text
    start = clause.span.start + len(text) - len(text.lstrip())
    return Span.of(pile.reports[clause.report].text, start, clause.span.start + len(text.rstrip()))
