"""Which figures are parts of which: "including 54 children", "11 of them", "among the dead were", and what adds up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from counterclaim.annotate.figures.counted import is_person, past_aside, singular
from counterclaim.annotate.figures.draft import Draft
from counterclaim.annotate.figures.lexicon import DONE_TO_FORMS, FATES, STATES
from counterclaim.annotate.names.words import REPORTING
from counterclaim.records import Happened

_PART = re.compile(
    r"\b(?:including|among\s+(?:them|those|whom|which)(?:\s+(?:killed|dead))?+|of\s+(?:whom|which|them)|comprising)\b(?!\s+in\b)",
    re.IGNORECASE,
)
_AMONG_TOTAL = re.compile(r"\b(?:was|were|are|is)?\s*\bamong\s+(?:the\s+)?$", re.IGNORECASE)
_OF_THE_DEAD = re.compile(
    r"\b(?:of|among)\s+(?:the|those)\s+(?:people\s+)?(?:\w+\s+)?(?:dead|killed|slain|victims|fatalities|wounded|injured)\b"
    r"|\b(?:the\s+)?(?:dead|victims|fatalities|wounded|injured)\s+(?:were|are|includ\w+)\b",
    re.IGNORECASE,
)
#: "Seven of the 12 miners".
_SOME_OF = re.compile(r"\s+of\s+(?:(?:the|these|those|its|their|our|his|her)\s+)?(?:some\s+|about\s+)?", re.IGNORECASE)
#: "Among the dead" speaks of a total given so many sentences before at most.
_NEAR = 3
#: A total with more parts than this has not been seen.
_MOST_PARTS = 4
_WERE = frozenset({"were", "are"})
#: Words that begin another clause, where a list of parts is over.
_CLAUSE_TAGS = frozenset({"VBD", "VBP", "VBZ", "VBG", "MD", "WRB"})


def find_total(text: str, draft: Draft, before: Sequence[Draft]) -> None:
    """Including 54 children and 39 women; 11 of them children; six civilians were among 22 people killed."""
    same = [other for other in before if other.sentence == draft.sentence]
    if draft.counted.anaphor and _speaks_of_some(draft):
        # "Killing scores of them" speaks of no total.
        if not draft.sure or draft.doc[max(0, draft.first - 1)].lower_ not in DONE_TO_FORMS:
            draft.part_of = _total_of_some(draft, before)
        return
    if same and _AMONG_TOTAL.search(text, same[-1].count.end, draft.count.start):
        for other in same:
            if other.part_of is None and (not other.happened or (not other.sure and other.happened == draft.happened)):
                other.part_of = draft
        return
    sentence = draft.doc[draft.first].sent
    markers = list(_PART.finditer(text, sentence.start_char, draft.count.start))
    if not markers or _new_clause(draft, markers[-1].end()):
        return
    totals = [other for other in same if other.count.end <= markers[-1].start() and other.part_of is None]
    if not totals and markers[-1].start() - sentence.start_char < 20 and before and _is_next(before[-1], draft):
        totals = [other for other in before if other.part_of is None and other.sentence == before[-1].sentence]
    draft.part_of = _last([other for other in totals if other.happened] or totals)


def some_of(text: str, drafts: Sequence[Draft]) -> None:
    """Seven of the 12 miners were killed: the seven are part of the twelve, to whom nothing need have happened but what
    is said beside them ("seven of the 12 captured miners")."""
    for part, whole in pairwise(drafts):
        noun, small, great = whole.counted.noun, part.count.best, whole.count.best
        if noun is None or small is None or great is None or not 1 < small < great:
            continue
        alike = part.counted.noun is not None and part.counted.last >= whole.counted.first
        if not alike or not _SOME_OF.fullmatch(text, part.count.end, whole.count.start):
            continue
        part.part_of = whole
        told = [t for t in noun.doc[whole.last + 1 : whole.counted.last + 2] if t.lower_ in STATES and t.tag_ != "VBD"]
        if told:
            whole.happened = (STATES[told[-1].lower_],)
        elif whole.happened == part.happened:
            whole.happened = FATES.get(singular(noun), ())


def _total_of_some(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """Those whom "dozens of them" are some of: the last who were counted, unless others were spoken of since."""
    totals = [other for other in before if other.part_of is None and other.happened]
    total = totals[-1] if totals else None
    if total is None or total.sentence == draft.sentence:
        return total
    if draft.sentence - total.sentence > _NEAR or not _may_hold(total, draft):
        return None
    # "Eleven of them were soldiers" says itself who they are: those between only tell of it.
    others = draft.counted.noun is None and _persons_between(total, draft)
    return None if others else total


def _persons_between(total: Draft, draft: Draft) -> bool:
    """Whether other persons, who do not only tell of it, are named in the sentences between two counts."""
    doc = draft.doc
    return any(
        token.tag_ in {"NNS", "NNPS"} and is_person(token) and not _tells(token)
        for token in doc[doc[total.end].sent.end : doc[draft.first].sent.start]
    )


def _tells(noun: Token) -> bool:
    return noun.dep_ == "nsubj" and noun.head.lemma_.lower() in REPORTING


def _may_hold(total: Draft, part: Draft) -> bool:
    """Whether one count can be part of another, as far as both have bounds."""
    most, least = total.count.high or total.count.best, part.count.low or part.count.best
    return most is None or least is None or most >= least


def _last(drafts: Sequence[Draft]) -> Draft | None:
    return drafts[-1] if drafts else None


def _is_next(earlier: Draft, later: Draft) -> bool:
    return later.sentence - earlier.sentence <= 1


def _new_clause(draft: Draft, marker_end: int) -> bool:
    """Whether another clause begins between "including" and the count."""
    for token in draft.doc[draft.doc[draft.first].sent.start : draft.first]:
        if token.idx >= marker_end and (token.tag_ in _CLAUSE_TAGS or token.lower_ in {";", "while", "as"}):
            return token.dep_ not in {"amod", "compound"}
    return False


def _speaks_of_some(draft: Draft) -> bool:
    """Whether a count is of some of those who were told of: "11 of them were children", "eleven were soldiers"."""
    at = past_aside(draft.doc, draft.last + 1, draft.doc[draft.last].sent.end)
    after = [token.lower_ for token in draft.doc[at : at + 2]]
    return after[1:] == ["them"] or after[1:] == ["whom"] or (bool(after) and after[0] in _WERE)


def find_total_before(text: str, draft: Draft, before: Sequence[Draft]) -> None:
    """Five siblings were among the dead; three of the dead were nurses; among those killed were six children."""
    if draft.part_of is not None or draft.count.best is None:
        return
    sentence = draft.doc[draft.first].sent
    opening = text[sentence.start_char : draft.count.start]
    closing = text[draft.count.end : min(sentence.end_char, draft.count.end + 60)]
    among = _OF_THE_DEAD.search(opening[-40:]) or _OF_THE_DEAD.search(closing)
    if among is None or (Happened.INJURED not in draft.happened and among[0].lower().endswith(("wounded", "injured"))):
        return  # "two of the wounded died": they were not among the dead before
    for other in reversed(before):
        if draft.sentence - other.sentence > _NEAR:
            return
        if other.sentence == draft.sentence:
            continue
        if other.part_of is None and set(other.happened) & set(draft.happened) and _holds(other, draft):
            draft.part_of = other
            return


def _holds(total: Draft, part: Draft) -> bool:
    """Whether one count is larger than another."""
    largest = total.count.best or total.count.low
    return largest is not None and part.count.best is not None and largest > part.count.best


def find_sums(drafts: Sequence[Draft]) -> None:
    """Counts that follow a total and add up to it: "killed 93 people, 54 civilians and 39 fighters"."""
    for index, total in enumerate(drafts):
        if total.part_of is not None or not total.count.best or total.count.best < 2:
            continue
        parts: list[Draft] = []
        left = total.count.best
        for draft in drafts[index + 1 : index + 1 + _MOST_PARTS]:
            apart = draft.sentence != total.sentence or draft.part_of is not None or not draft.count.best
            if apart or (draft.sure and set(draft.happened) != set(total.happened)):
                break
            parts.append(draft)
            left -= draft.count.best or 0
            if left <= 0:
                break
        if left == 0 and len(parts) > 1 and Happened.OTHER not in total.happened:
            for draft in parts:
                draft.part_of = total
