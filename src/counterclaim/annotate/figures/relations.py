"""How figures of a report hang together: parts of a total, what "others" stands for, what replaces what, since when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterclaim.annotate.figures.counted import is_person, singular
from counterclaim.annotate.figures.draft import Draft
from counterclaim.annotate.figures.lexicon import BY_SEX_OR_AGE
from counterclaim.annotate.parse import Parsed
from counterclaim.records import Happened, TimeExpression
from counterclaim.records.timex import date_span

_PART = re.compile(
    r"\b(?:including|among\s+(?:them|those|whom|which)(?:\s+(?:killed|dead))?+|of\s+(?:whom|which|them)|comprising)\b(?!\s+in\b)",
    re.IGNORECASE,
)
_AMONG_TOTAL = re.compile(r"\b(?:was|were|are|is)\s+among\s+(?:the\s+)?$", re.IGNORECASE)
_FROM_TO = re.compile(r"^\s+(?:\w+\s+){0,2}?to\s+$", re.IGNORECASE)
_RISE = re.compile(
    r"\b(?:ris|rose|rais|increas|climb|grew|grow|jump|updat|revis|went\s+up|up\b|fell|drop|toll)", re.IGNORECASE
)
_UP_FROM = re.compile(
    r"^[^.;]{0,40}?\b(?:up\s+)?from\s+(?:an\s+earlier\s+|a\s+previous\s+)?(?:\w+\s+){0,3}$", re.IGNORECASE
)
_EARLIER = re.compile(r"\b(?:earlier|previously|initial|initially|previous)\b", re.IGNORECASE)
_TOLL = re.compile(r"\b(?:toll|dead|killed|deaths|died)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)
_AS_OF = re.compile(r"\bas\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(
    r"\b(?:that|which|who|when|while|as\s+(?!of)|after|before|but|said|told)\b|[;:]", re.IGNORECASE
)

#: A toll given as an earlier one belongs to an account so many sentences before it at most.
_NEAR = 6

_HARM = frozenset({Happened.KILLED, Happened.INJURED})
#: Words that begin another clause, where a list of parts is over.
_CLAUSE_TAGS = frozenset({"VBD", "VBP", "VBZ", "VBG", "MD", "WRB"})


def relate(parsed: Parsed, drafts: Sequence[Draft], times: Sequence[TimeExpression]) -> None:
    """Fill in what drafts owe to one another. They stand in the order of the text."""
    text = parsed.report.text
    for index, draft in enumerate(drafts):
        draft.of = draft.name()
        _find_total(text, draft, drafts[:index])
    for draft in drafts:
        _inherit(draft)
    for earlier, later in _neighbours(drafts):
        _share(text, earlier, later)
    for index, draft in enumerate(drafts):
        _find_antecedent(draft, drafts[:index])
    for earlier, later in _neighbours(drafts):
        _find_superseded(parsed, earlier, later)
    _find_superseded_toll(parsed, drafts)
    for draft in drafts:
        _find_times(parsed, draft, times)


def _find_total(text: str, draft: Draft, before: Sequence[Draft]) -> None:
    """Including 54 children and 39 women; 11 of them children; six civilians were among 22 people killed."""
    same = [other for other in before if other.sentence == draft.sentence]
    if draft.counted.anaphor and draft.doc[draft.last + 2 : draft.last + 3].text.lower() in {"them", "whom"}:
        if not draft.sure:  # "killing scores of them" speaks of no total
            draft.part_of = _last([other for other in before if other.part_of is None and other.happened])
        return
    if same and _AMONG_TOTAL.search(text, same[-1].count.end, draft.count.start):
        for other in same:
            if other.part_of is None and not other.happened:
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


def _find_antecedent(draft: Draft, before: Sequence[Draft]) -> None:
    """What "32 others" and "wounded 40" count: those of the figure before, in the same sentence or the one before."""
    if not draft.is_bare:
        return
    reach = 1 if draft.counted.anaphor else 0
    for other in reversed(before):
        if draft.sentence - other.sentence > reach:
            return
        if other.of is None or (other.part_of is not None and draft.part_of is None):
            continue
        if other.count.best == 1 and draft.count.best != 1:
            if draft.counted.anaphor:
                noun = other.counted.noun
                draft.of = "people" if noun is not None and singular(noun) in BY_SEX_OR_AGE else other.of
            return
        if draft.counted.anaphor or (_HARM.intersection(draft.happened) and _HARM.intersection(other.happened)):
            draft.of = other.of
            return


def _inherit(draft: Draft) -> None:
    """A part shares what happened to its total; what befell others is no part of it ("seven killed, nine hurt")."""
    total = draft.part_of
    if total is None or not total.happened:
        return
    if not draft.sure:
        draft.happened = total.happened
    elif not set(draft.happened) & set(total.happened):
        draft.part_of = None


def _share(text: str, earlier: Draft, later: Draft) -> None:
    """Counts that "and" joins share what is said of both ("were 105 children and 76 women")."""
    between = text[earlier.doc[earlier.end].idx + len(earlier.doc[earlier.end]) : later.count.start]
    if between.strip().lower() in {"and", ",", "&", ", and", "as well as", "or"}:
        if not later.sure and earlier.happened and later.counted.noun is not None:
            later.happened, later.sure = earlier.happened, earlier.sure
        elif not earlier.happened and earlier.counted.noun is not None:
            earlier.happened = later.happened
        if later.counted.noun is not None and _lacks_its_noun(earlier):
            earlier.of = f"{earlier.of} {later.counted.noun.text}"


def _lacks_its_noun(draft: Draft) -> bool:
    """Whether the noun comes only with the next count ("30 regime and 39 rebel fighters")."""
    noun = draft.counted.noun
    return noun is not None and noun.tag_ == "NN" and draft.count.best != 1 and not is_person(noun)


def _neighbours(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    return ((a, b) for a, b in pairwise(drafts) if a.sentence == b.sentence)


def _find_superseded(parsed: Parsed, earlier: Draft, later: Draft) -> None:
    """The toll rose from 18 to 22; the toll rose to 22 from 18."""
    text = parsed.report.text
    sentence = earlier.doc[earlier.first].sent
    if not _RISE.search(text, sentence.start_char, sentence.end_char):
        return
    between = text[earlier.doc[earlier.end].idx + len(earlier.doc[earlier.end]) : later.count.start]
    lead = text[max(0, earlier.count.start - 8) : earlier.count.start].lower()
    if re.search(r"\bfrom\s+$", lead) and _FROM_TO.match(between):
        old, new = earlier, later
    elif _UP_FROM.match(between) and re.search(r"\b(?:to|at)\s+$", lead):
        old, new = later, earlier
    else:
        return
    new.supersedes = old
    old.happened = old.happened or new.happened
    new.happened = new.happened or old.happened
    old.of = old.of or new.of
    new.of = new.of or old.of


def _find_superseded_toll(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """The source earlier put the toll at 5: replaced by the last toll before it in the report."""
    for index, draft in enumerate(drafts):
        sentence = draft.doc[draft.first].sent
        words = parsed.report.text[sentence.start_char : draft.count.start]
        first = index == 0 or drafts[index - 1].sentence != draft.sentence
        if not (first and _EARLIER.search(words) and "toll" in words.lower() and Happened.KILLED in draft.happened):
            continue
        for other in reversed(drafts[:index]):
            if draft.sentence - other.sentence > _NEAR or draft.count.best is None:
                break
            if (
                Happened.KILLED in other.happened
                and other.part_of is None
                and (other.count.best or 0) > draft.count.best
            ):
                other.supersedes = draft
                break


def _find_times(parsed: Parsed, draft: Draft, times: Sequence[TimeExpression]) -> None:
    """Since when, or as of when, a figure holds, where its own clause says so with a date that is known."""
    text, sentence = parsed.report.text, draft.doc[draft.first].sent
    for time in times:
        if not draft.count.end < time.span.start < sentence.end_char or date_span(time.value) is None:
            continue
        between = text[draft.count.end : time.span.start]
        if _OTHER_CLAUSE.search(between) or _has_subject(draft, time):
            return
        if draft.since is None and _SINCE.search(between):
            draft.since = time.value
        elif draft.as_of is None and _AS_OF.search(between):
            draft.as_of = time.value


def _has_subject(draft: Draft, time: TimeExpression) -> bool:
    """Whether somebody else begins to act between the figure and the time."""
    for token in draft.doc[draft.end + 1 : draft.doc[draft.first].sent.end]:
        if token.idx >= time.span.start:
            return False
        if token.dep_ in {"nsubj", "nsubjpass"}:
            return True
    return False
