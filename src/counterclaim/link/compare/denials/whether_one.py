"""Whether one clause may answer another before their words are weighed: by when and where they stand, by who says them,
and by what deed they are of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from counterclaim.link.compare.denials.apart import (
    DAILY,
    NOBODY,
    denies_another_verb,
    doers_of,
    of_another,
    of_another_doer,
    of_another_thing,
    of_other_things,
    only_describes,
    only_named,
    speak_for_themselves,
    verb_of,
)
from counterclaim.link.compare.denials.clauses import Clause
from counterclaim.link.compare.denials.folds import folded, folds
from counterclaim.link.compare.denials.limits import (
    of_another_person,
    of_any_other,
    of_the_speaker_alone,
    pointed_elsewhere,
)
from counterclaim.link.compare.denials.parties import Party, can_be, names_in, party_of, share_name
from counterclaim.link.compare.denials.together import bare
from counterclaim.link.compare.denials.weighing import CONTEXT, names_of
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_apart_out, within
from counterclaim.records import Claim, Manner, Modality, PassageKind, Polarity

#: Predicates of what is there.
BEING = frozenset({"exist", "be", "have", "see", "possess", "own"})
#: In one report, an answer stands no further off than this, in characters.
_BESIDE = 3000
NONE = re.compile(r"\b(?:no|any|not (?:a|an|one)|neither|none)\b", re.I)
_TOLD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
TWO = 2
#: How much one shared word has to tell (of 1): of a sentence right beside, as many characters off, and of any other,
#: where the reports are so much alike (of 1).
_SOME, NEXT, _RATHER, RARE, _SURE = 0.05, 150, 0.4, 0.55, 0.25
_AT_ONCE = 2
#: That there was no such thing may be answered further off in a report, in characters.
_FURTHER = 1200
_SUCH = re.compile(r"\bno such\b", re.I)


def of_one_thing(
    pile: Pile,
    no: Clause,
    yes: Clause,
    claims: Sequence[Claim | None],
    rings: Sequence[frozenset[str]],
    shared: Iterable[str],
) -> bool:
    """Whether nothing in the words of two clauses says that they are of two deeds, things or persons."""
    denied, told = claims
    if only_named(no, shared) or of_another(no, denied, rings) or not one_predicate(pile, no, yes, claims, shared):
        return False
    if denies_another_verb(no, denied, rings) or of_another_thing(no, denied, rings):
        return False
    if of_other_things(no, denied, rings) or only_describes(no, yes, told) or of_another_doer(denied, told):
        return False
    if pointed_elsewhere(no, yes) or of_the_speaker_alone(pile, no, denied, yes):
        return False
    return not (of_another_person(pile, no, denied, told) or of_any_other(no.span.text, rings[:2]))


def may_answer(pile: Pile, no: Clause, yes: Clause, *, same: bool) -> bool:
    """Whether nothing speaks against one clause answering another before their words are looked at: when they came
    out, who says them, and where they stand."""
    if not same and names_of(no.focus) & DAILY and not _at_once(pile, no, yes):
        return False
    heads = pile.reports[yes.report]
    voices = ({who.name.casefold() for who in pile.holders(c.statement)} for c in (no, yes))
    if set.intersection(*voices):
        return False
    narrated = Manner.NARRATION in {no.statement.manner, yes.statement.manner}
    if (
        same
        and not no.denies
        and (narrated or gap(no, yes) > (_FURTHER if no.denied_of_none and not _SUCH.search(no.span.text) else NEXT))
    ):
        return False
    if any(p.kind is PassageKind.HEADLINE and p.start <= yes.span.start < p.end for p in heads.passages):
        return False
    if same and abs(no.span.start - yes.span.start) > _BESIDE:
        return False
    return not (_negated(pile, yes) or _only_says_so(no, yes))


def answers(
    no: Clause, yes: Clause, rings: Sequence[frozenset[str]], shared: int, telling: float, alike: float
) -> bool:
    """Whether what stands behind the word that denies is what the other tells: with the next word for it, or, where
    one word is all that both share, right beside it, or as a word that few reports have."""
    if not no.focus[0] & rings[0] and not (no.focus[0] & rings[1] and shared > TWO):
        return False
    beside = no.report == yes.report and gap(no, yes) <= NEXT
    rare = beside and telling >= _RATHER
    if len(no.focus) > 1 and not rare and not any(word & rings[1] for word in no.focus[1:]):
        return False
    if shared >= TWO:
        return True
    if no.elsewhere:
        return False
    if not no.focus[0] & rings[0]:
        return False
    if no.report == yes.report:
        return telling >= (_SOME if beside else RARE)
    return telling >= RARE and alike >= _SURE


def gap(no: Clause, yes: Clause) -> int:
    """How many characters lie between the sentences of two clauses of one report."""
    return max(no.sentence.start - yes.sentence.end, yes.sentence.start - no.sentence.end)


def one_predicate(pile: Pile, no: Clause, yes: Clause, claims: Sequence[Claim | None], shared: Iterable[str]) -> bool:
    """Whether both tell one deed, or there is said to be no such thing, and not all that both share is names.

    Over 840 reports on other matters, of 34 pairs that shared words and neither deed nor thing one was right.
    """
    named = {name for word in names_in(no.sentence.text) for name in folds(word)}
    if named.issuperset(shared):
        return False
    denied, told = claims
    if denied is not None:
        # "has not fired" and "shells fell" are of one deed; of "downed tools" no claim may be made
        deed = names_of(verb_of(pile, told)) | names_of(doers_of(told)) if told else names_of(yes.words)
        both = names_of(verb_of(pile, denied)) & deed
        said = [folded(claim.trigger.text) for claim in (denied, told) if claim]
        own = said[0] + said[-1] if all(said) else verb_of(pile, denied)  # "got a letter", "there was a letter"
        # "were not marked classified" and "held classified files" share what their verbs have behind them
        if any(name.isupper() for name in both) or both & names_of(own):
            return True
    if no.denies and (denied is None or told is None):
        return True  # a deed denied by its noun
    text = no.span.text
    things = (folded(text[found.end() :])[:1] for found in NONE.finditer(text))
    return not no.focus[0] <= named and any(word & no.focus[0] for first in things for word in first)


def _at_once(pile: Pile, no: Clause, yes: Clause) -> bool:
    """Whether two reports came out so close together that what is done every day can be one deed."""
    return within(days_apart_out(pile, no.report, yes.report), _AT_ONCE, unknown=False)


def may_be_one(pile: Pile, no: Clause, yes: Clause, denied: Claim | None, told: Claim | None) -> bool:
    """Whether two clauses can have the same do it: who is said not to have done what is done every day has to be
    named by the other account as well."""
    if denied is not None and denied.agent and denied.predicate not in BEING:
        party = bare(party_of(pile, denied.report, denied.agent, _speaker(pile, denied)))
    elif no.denies:
        party = party_of(pile, no.report, no.statement.sources)
    else:
        return True
    if not party or party.heads & NOBODY:
        return True
    we = denied is not None and speak_for_themselves(no, denied)
    if party.names and no.focus[0] <= DAILY and not we:
        text = pile.reports[yes.report].text
        start, end = max(0, yes.sentence.start - CONTEXT), yes.sentence.end + CONTEXT
        if not share_name(party.names, names_in(text[start:end])):
            return False
    if we or told is None or not told.agent or not names_of(verb_of(pile, told)) & names_of(no.focus):
        return True
    other = bare(party_of(pile, told.report, told.agent, _speaker(pile, told)))
    alike = denied is not None and names_of(doers_of(denied)) & names_of(doers_of(told))
    named = not (party.names | party.actors | other.actors) or share_name(party.names, names_in(yes.sentence.text))
    return not other or can_be(party, other) or bool(alike and named)


def _speaker(pile: Pile, claim: Claim) -> Party:
    return party_of(pile, claim.report, pile.statements[claim.statement].sources)


def _only_says_so(no: Clause, yes: Clause) -> bool:
    """Whether it is the other account's word for speaking that a denial shares ("has not acknowledged it"; "the army
    acknowledged that …")."""
    cue = yes.statement.cue
    return cue is not None and yes.span.overlaps(cue) and any(word & no.focus[0] for word in folded(cue.text))


def _negated(pile: Pile, clause: Clause) -> bool:
    """Whether a clause without a "not" is still not told as so: its claims are negated from outside, or conditions."""
    inside = [c for c in pile.annotations[clause.report].claims if clause.span.covers(c.trigger)]
    told = [c for c in inside if c.modality in _TOLD]
    return any(c.polarity is not Polarity.POSITIVE for c in inside) or bool(inside and not told)


def claim_of(pile: Pile, clause: Clause, focus: frozenset[str], shared: frozenset[str]) -> Claim | None:
    """The claim of a clause that tells most of what both speak of."""

    def tells(claim: Claim) -> tuple[bool, bool, int, str]:
        names = {n for w in folded(claim.trigger.text) for n in w}
        return bool(names & focus), bool(names & shared), -claim.trigger.start, claim.id

    inside = [c for c in pile.annotations[clause.report].claims if clause.span.covers(c.trigger)]
    return max(inside, key=tells, default=None)
