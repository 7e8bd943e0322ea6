"""Whether one clause may answer another before their words are weighed: by when and where they stand, by who says them,
and by what deed they are of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from counterclaim.link.compare.denials.apart import (
    BEFALLS,
    BRINGS_ABOUT,
    DAILY,
    NOBODY,
    befallen_in,
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
    of_another_cause,
    of_another_person,
    of_any_other,
    of_its_name,
    of_news_to_me,
    of_some_only,
    of_the_speaker_alone,
    of_what_went_before,
    of_words_taken_back,
    pointed_elsewhere,
    without_before,
)
from counterclaim.link.compare.denials.parties import Party, can_be, names_in, party_of, share_name
from counterclaim.link.compare.denials.together import bare
from counterclaim.link.compare.denials.weighing import CONTEXT, names_of
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_apart_out, within
from counterclaim.records import Claim, Manner, Modality, PassageKind, Polarity

#: Predicates of what is there.
BEING = frozenset({"exist", "be", "have", "see", "possess", "own"})
_HAVING = frozenset({"have", "possess", "own", "carry", "keep", "hold"})
#: In one report, an answer stands no further off than this, in characters.
_BESIDE = 3000
NONE = re.compile(r"\b(?:no|any|without|not (?:a|an|one)|neither|none)\b", re.I)
_TOLD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
TWO = 2
#: How much one shared word has to tell (of 1): of a sentence right beside, as many characters off, and of any other,
#: where the reports are so much alike (of 1).
_SOME, NEXT, _RATHER, RARE, _SURE = 0.05, 150, 0.4, 0.55, 0.25
_AT_ONCE, _AT_ONCE_OF_FEW = 2, 4
_WITHOUT = re.compile(r"\W*without\b", re.I)
_GETS = frozenset({"receive", "get", "obtain"})
#: "F-16s" names no party.
_MODEL = re.compile(r"\d")
#: That there was no such thing may be answered further off in a report, in characters.
_FURTHER = 1200
_NONE_OF = re.compile(r"\b(?:none|neither) of\b", re.I)
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
    if denies_another_verb(pile, no, denied, rings) or of_another_thing(no, denied, rings):
        return False
    if of_other_things(no, denied, rings) or only_describes(no, yes, told):
        return False
    if any(of_another_doer(denied, c) for c in claims_of(pile, yes) if not (denied and _come_of(pile, denied, c))):
        return False
    if denied is not None and denied.predicate in BEING and told is not None and "USE" in names_of(verb_of(pile, told)):
        return False  # that there was no weapon is no answer to two that were dropped
    if denied is not None and not _befell(pile, no, denied, yes):
        return False
    if not without_before(no) or pointed_elsewhere(no, yes) or of_the_speaker_alone(pile, no, denied, yes):
        return False
    if no.report != yes.report and len(frozenset(shared)) < TWO and not _owned_alike(denied, rings):
        return False
    verbless = denied is None and no.denied_of_none and not no.denies and not _WITHOUT.match(no.span.text)
    if verbless and len(frozenset(shared)) < TWO:
        return False  # "no officers, no exchange": of none of these is anything told
    return not (
        of_another_person(pile, no, denied, told)
        or of_any_other(no.span.text, rings[:2])
        or of_its_name(no, yes)
        or of_news_to_me(no, yes)
        or of_what_went_before(pile, no, yes)
        or of_some_only(no.span.text, rings[:2])
        or of_another_cause(no.span.text, rings[:1])
    )


def _owned_alike(denied: Claim | None, rings: Sequence[frozenset[str]]) -> bool:
    """Whether the thing that is said to have none of a kind ("it had no papers") may be spoken of where the other
    account has it: what "it" is, nobody else knows, so that one word does not join the two."""
    if denied is None or denied.predicate not in _HAVING:
        return True
    owner = next((who.span.text.lower() for who in denied.agent if who.span), "")
    return owner != "it" or any(names_of(doers_of(denied)) & ring for ring in rings)


def may_answer(pile: Pile, no: Clause, yes: Clause, *, same: bool) -> bool:
    """Whether nothing speaks against one clause answering another before their words are looked at: when they came
    out, who says them, and where they stand."""
    if not same and names_of(no.focus) & DAILY and not _at_once(pile, no, yes):
        return False
    if any(
        p.kind is PassageKind.HEADLINE and p.start <= no.span.start < p.end for p in pile.reports[no.report].passages
    ):
        return False  # what a headline has none of, the report tells
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
    return not (_negated(pile, yes) or _only_says_so(no, yes) or of_words_taken_back(yes))


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


def _come_of(pile: Pile, denied: Claim, told: Claim) -> bool:
    """Whether what somebody did is what comes of having it done to him: who was set free came home."""
    return "FREE" in names_of(verb_of(pile, denied)) & names_of(verb_of(pile, told))


def _befell(pile: Pile, no: Clause, denied: Claim, yes: Clause) -> bool:
    """Whether the other account has it befall those of whom it is denied ("no policeman was hurt"), where that is all
    that is denied of them."""
    verb = names_of(folded(denied.trigger.text)) & BEFALLS
    if not verb or not no.denied_of_none:
        return True
    told = [c for c in claims_of(pile, yes) if names_of(folded(c.trigger.text)) & verb]
    return any(names_of(befallen_in(c)) & no.focus[0] for c in told)


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
        if told is not None and names_of(folded(told.trigger.text)) & BRINGS_ABOUT:
            deed |= names_of(befallen_in(told))  # "nobody warned" and "a warning was sent"
        both = names_of(verb_of(pile, denied)) & deed
        said = [folded(claim.trigger.text) for claim in (denied, told) if claim]
        own = said[0] + said[-1] if all(said) else verb_of(pile, denied)  # "got a letter", "there was a letter"
        # "were not marked classified" and "held classified files" share what their verbs have behind them
        if any(name.isupper() for name in both) or both & names_of(own):
            return True
    if no.denies and (denied is None or told is None):
        return True  # a deed denied by its noun
    text = no.span.text
    if _NONE_OF.search(text) or _of_another_verb(pile, no, denied, yes):
        return False  # that none of her letters was sealed says nothing of whether there were letters
    things = (folded(text[found.end() :])[:1] for found in NONE.finditer(text))
    return not no.focus[0] <= named and any(word & no.focus[0] for first in things for word in first)


def _of_another_verb(pile: Pile, no: Clause, denied: Claim | None, yes: Clause) -> bool:
    """Whether nothing of a kind is said to have been through what the other account does not tell of ("no messages were
    marked", and some were released); in few reports a verb may be told by another."""
    if denied is None or denied.predicate in BEING or not no.denied_of_none or few_reports(pile):
        return False
    return not names_of(folded(denied.trigger.text)) & names_of(yes.around)


def _at_once(pile: Pile, no: Clause, yes: Clause) -> bool:
    """Whether two reports came out so close together that what is done every day can be one deed."""
    most = _AT_ONCE_OF_FEW if few_reports(pile) else _AT_ONCE
    return within(days_apart_out(pile, no.report, yes.report), most, unknown=False)


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
    if denied is not None and (denied.predicate in _GETS) is not (told.predicate in _GETS):
        return True  # who gets nothing is given nothing, by whomever
    doers = names_of(doers_of(denied)) if denied is not None else frozenset()
    if doers & names_of(befallen_in(told)):
        return True  # who came home was set free
    other = bare(party_of(pile, told.report, told.agent, _speaker(pile, told)))
    other = replace(other, names=frozenset(name for name in other.names if not _MODEL.search(name)))
    alike = doers & names_of(doers_of(told))
    mine = any(name in yes.sentence.text.lower() for name in party.names)
    mine = mine or share_name(party.names, names_in(yes.sentence.text))
    named = not (party.names | party.actors | other.actors) or mine
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


def claims_of(pile: Pile, clause: Clause) -> list[Claim]:
    """The claims whose verbs stand in a clause."""
    return [c for c in pile.annotations[clause.report].claims if clause.span.covers(c.trigger)]


def claim_of(pile: Pile, clause: Clause, focus: frozenset[str], shared: frozenset[str]) -> Claim | None:
    """The claim of a clause that tells most of what both speak of."""

    def tells(claim: Claim) -> tuple[bool, bool, int, str]:
        names = {n for w in folded(claim.trigger.text) for n in w}
        return bool(names & focus), bool(names & shared), -claim.trigger.start, claim.id

    inside = [c for c in pile.annotations[clause.report].claims if clause.span.covers(c.trigger)]
    return max(inside, key=tells, default=None)
