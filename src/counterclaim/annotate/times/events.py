"""Times that are told from a happening: "a week after the ministers met", "two days before Monday's attack".

They follow once the day of the happening is known: from a date inside the clause or phrase itself, or from an earlier
sentence that tells the same ("The ministers met on 10 October"). Where it is not known, "a week" stays a length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from spacy.tokens import Token

from counterclaim.annotate.times.anchor import months_from, years_from
from counterclaim.annotate.times.lengths import COUNT, read_count
from counterclaim.annotate.times.rules import Context, Piece
from counterclaim.records import TimexType
from counterclaim.records.timex import date_span

#: "In four days after" tells how long something took.
_NO_LENGTH: Final = "".join(rf"(?<!\b{word} )" for word in ("in", "for", "over", "within", "last", "past", "every"))
_FROM: Final = re.compile(
    rf"{_NO_LENGTH}\b(?:(?P<count>{COUNT})[\s-]+(?i:(?P<unit>day|week|month|year)s?)\s+"
    r"(?i:(?P<side>after|before|following|prior\s+to|in\s+advance\s+of|ahead\s+of))"
    r"|(?i:(?P<the>the\s+(?:day|week|month|year))\s+(?P<one>after|before|following))|(?i:the\s+(?P<eve>eve)\s+of))\b"
)
_WORTH_A_LOOK: Final = re.compile(r"(?:day|week|month|year)s? (?:after|before|following|prior|in adv|ahead)|eve of\b")
#: Verbs that may tell of anything: that they are the same says nothing.
_LIGHT: Final = frozenset("be have do make take get say tell come go give become begin start end".split())
_TELLING: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "compound", "amod", "poss"})


def told_from_happenings(pieces: Sequence[Piece], context: Context) -> list[Piece]:
    """The pieces of a whole report in its order, with those told from a happening resolved as far as it is dated."""
    found = list(pieces)
    for sentence in context.parsed.sentences:
        if not _WORTH_A_LOOK.search(context.text, sentence.start_char, sentence.end_char):
            continue
        for match in _FROM.finditer(context.text, sentence.start_char, sentence.end_char):
            value = _value(match, found, context)
            if value is not None:
                piece = Piece(match.start(), match.end(), TimexType.DATE, value)
                found = [other for other in found if other.end <= piece.start or other.start >= piece.end]
                found.append(piece)
    return sorted(found, key=lambda piece: piece.start)


def _value(match: re.Match[str], pieces: list[Piece], context: Context) -> str | None:
    count, unit, back = _told(match)
    if count is None or count != int(count):
        return None
    marker = context.tokens(match.end() - 1, match.end())
    if marker is None:
        return None
    base = _day_of_happening(marker[0], pieces, context)
    if base is None:
        return None
    return _moved(base, unit, -int(count) if back else int(count))


def _told(match: re.Match[str]) -> tuple[float | None, str, bool]:
    """How many, of what unit, and whether before the happening."""
    if match["eve"]:
        return 1, "day", True
    if match["the"]:
        return 1, match["the"].split()[-1].lower(), match["one"].lower() == "before"
    return read_count(match["count"]), match["unit"].lower(), match["side"].lower() not in {"after", "following"}


def _moved(base: str, unit: str, away: int) -> str | None:
    """The value that lies `away` units from `base`, no finer than the base is known and the unit tells."""
    span = date_span(base)
    if span is None:
        return None
    first, last = span
    try:
        if unit in {"day", "week"}:
            days = timedelta(days=away * (7 if unit == "week" else 1))
            return (first + days).isoformat() if first == last else None
        if unit == "month":
            return months_from(first, away) if (last - first).days < 31 else None
        return years_from(first, away) if (last - first).days < 366 else None
    except (OverflowError, ValueError):
        return None


def _day_of_happening(marker: Token, pieces: list[Piece], context: Context) -> str | None:
    """The date of what follows "after" or "before": one named in it, or in an earlier sentence that tells the same."""
    clause = marker.dep_ == "mark" and marker.head.i > marker.i
    head = marker.head if clause else next((c for c in marker.children if c.dep_ in {"pobj", "pcomp"}), None)
    if head is None:
        return None
    right = head.right_edge
    inside = _dates(pieces, marker.idx + len(marker), right.idx + len(right))
    if inside:
        return inside[0]
    values = {value for token in _same(head, marker.sent.start) for value in _of_clause(token, pieces)}
    return values.pop() if len(values) == 1 else None


def _dates(pieces: list[Piece], start: int, end: int) -> list[str]:
    return [
        piece.value
        for piece in pieces
        if start <= piece.start < end and piece.type in {TimexType.DATE, TimexType.TIME} and date_span(piece.value)
    ]


def _same(head: Token, before: int) -> Iterator[Token]:
    """The words before a sentence that tell the same as `head`: the same lemma, and somebody or something in common."""
    lemma = head.lemma_.lower()
    if lemma in _LIGHT or head.pos_ not in {"VERB", "NOUN"}:
        return
    about = _about(head)
    who = _taking_part(head)
    for token in head.doc[:before]:
        same = token.pos_ in {"VERB", "NOUN"} and _akin(token.lemma_.lower(), lemma) and about & _about(token)
        if same and (not who or token.pos_ == "NOUN" or who & _taking_part(token)):
            yield token


def _taking_part(verb: Token) -> frozenset[str]:
    """Who does a verb and to whom it is done, as lemmas: "minister" of "the foreign ministers met in Geneva"."""
    found = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "dobj"}]
    found += [below for child in verb.children if child.dep_ == "agent" for below in child.children]
    found += [other for token in found for other in token.conjuncts]
    return frozenset(token.lemma_.lower() for token in found)


def _akin(left: str, right: str) -> bool:
    """Whether two lemmas are the same, or one is made from the other ("meet", "meeting")."""
    short, long = sorted((left, right), key=len)
    return left == right or (
        len(short) > 3 and long.startswith(short) and long[len(short) :] in {"ing", "ment", "er", "ion"}
    )


def _about(head: Token) -> frozenset[str]:
    """Who and what a verb or noun is about, as lemmas."""
    return frozenset(
        token.lemma_.lower()
        for token in head.subtree
        if token is not head and token.dep_ in _TELLING and token.pos_ in {"NOUN", "PROPN", "ADJ"}
    )


def _of_clause(token: Token, pieces: list[Piece]) -> list[str]:
    """The dates that stand in the clause of a token, the clauses inside it left out."""
    verb = token
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    return [
        value
        for child in verb.children
        if child.dep_ in {"npadvmod", "prep", "tmod"}
        for value in _dates(pieces, child.left_edge.idx, child.right_edge.idx + len(child.right_edge))
    ]
