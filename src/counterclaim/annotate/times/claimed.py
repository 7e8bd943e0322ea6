"""When it was: which time of a sentence is that of a predicate, or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

from counterclaim.annotate.located import Located
from counterclaim.records import TimeExpression, TimexType
from counterclaim.records.timex import date_span

#: Clauses that happen with the one above them, so that its time is theirs where they have none of their own.
_WITH_ABOVE: Final = frozenset({"conj", "advcl", "xcomp", "acl", "relcl"})
#: Clauses inside a clause, whose times are their own.
_INNER: Final = frozenset({"ccomp", "relcl", "advcl", "conj", "parataxis"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
#: Verbs that only carry out what their object names: "staged Friday's attack" was on Friday, "condemned" was not.
_LIGHT: Final = frozenset("carry commit conduct execute hold launch lead make mount perform stage".split())


def time_of(predicate: Token, times: Located[TimeExpression]) -> TimeExpression | None:
    """The date or time of what `predicate` tells, of those of its report; None where its sentence does not say.

    One in its own clause goes before one of the clause it belongs to; there, one that hangs on the verb before one
    that hangs on a noun, and one that names days before one that does not ("recently").
    """
    sentence = predicate.sent
    near = [
        time
        for time in times.begun_in(sentence.start_char, sentence.end_char)
        if time.type in {TimexType.DATE, TimexType.TIME}
    ]
    clause, beside = predicate, False
    while near:
        own = _clause(clause)
        found = [(time, tokens[0]) for time in near if (tokens := [t for t in own if _covers(time, t)])]
        if beside:
            found = [(time, token) for time, token in found if not _bounds(token)]
        ranked = sorted(
            ((rank, time) for time, token in found if (rank := _rank(time, token, clause)) is not None),
            key=lambda ranked: ranked[0],
        )
        if ranked:
            return _finest(ranked[0][1], [time for _, time in ranked])
        if clause.head == clause or clause.dep_ not in _WITH_ABOVE:
            return None
        beside = beside or (clause.dep_ == "conj" and any(child.dep_ in _SUBJECTS for child in clause.children))
        clause = clause.head
    return None


def _bounds(token: Token) -> bool:
    """Whether a time only bounds what it stands beside, and dates nothing else: "had fought since May"."""
    while token.dep_ in {"compound", "nummod", "amod", "det", "poss", "nmod"}:
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ in {"since", "until", "till"}


def _covers(time: TimeExpression, token: Token) -> bool:
    return time.span.start <= token.idx < time.span.end


def _clause(predicate: Token) -> list[Token]:
    """The tokens of a predicate's own clause, those of clauses inside it left out."""
    found, queue = [], [predicate]
    while queue:
        token = queue.pop()
        found.append(token)
        queue.extend(child for child in token.children if child.dep_ not in _INNER and not is_called(child))
    return sorted(found, key=lambda token: token.i)


def is_called(token: Token) -> bool:
    """Whether a clause says what somebody calls it, whose times are not those of what is told: "killed eight in what
    they called revenge for the raid two days before"."""
    return token.dep_ == "pcomp" and any(child.lower_ == "what" for child in token.children)


def _rank(time: TimeExpression, token: Token, clause: Token) -> tuple[bool, bool, int, str] | None:
    """How near a time is to a clause's verb, the nearest first; None if it dates another thing told there."""
    below, nouns = token, []
    while below.head != below and below != clause:
        if below.pos_ in {"NOUN", "PROPN"} and not _covers(time, below):
            nouns.append(below)
        below = below.head
    if nouns:
        names_it = token.dep_ in {"poss", "compound", "amod", "nmod", "nummod"} and nouns[0] == token.head
        if names_it and nouns[0].dep_ in {"dobj", "attr"} and clause.lemma_.lower() not in _LIGHT:
            return None
    return bool(nouns), date_span(time.value) is None, abs(time.span.start - clause.idx), time.id


def _finest(best: TimeExpression, others: Sequence[TimeExpression]) -> TimeExpression:
    """`best`, or the time of day on its day: "at noon on Tuesday"."""
    return max((time for time in others if time.value.startswith(best.value)), key=lambda time: len(time.value))
