"""Which day a time of the day is on, where its own words do not say: "at noon", "in the morning", "at 6 a.m."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from counterclaim.annotate.times.clock import NO_DAY
from counterclaim.annotate.times.rules import PART, PART_VALUES, Context, Piece
from counterclaim.annotate.times.tense import governor
from counterclaim.records import TimexType

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?:T|$)")
#: What may stand between a time and its day: "noon on Wednesday", "6 a.m. (0300 GMT) Monday".
_BESIDE: Final = re.compile(
    r"(?:[\s,()]|(?i:\b(?:on|at|in|of|around|about|by|before|after|from|the|local|time|GMT)\b))*"
)
_MIDNIGHT: Final = "T24:00"
#: Within so many characters a time of day goes on with any day that was named, further on with those near the report's.
_NEAR: Final = 400
_RECENT: Final = 7
_PART_OF: Final = re.compile(rf"\b(?P<part>{PART})\s+of\s+(?:the\s+)?$")
_PART_AFTER: Final = re.compile(rf"\s+(?P<part>{PART})")


def with_parts(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """The pieces, of which those that a part of the day stands beside ("the night of 20 August") are times."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.type is TimexType.DATE and _DAY.fullmatch(piece.value):
            if match := _PART_OF.search(text, max(0, piece.start - 24), piece.start):
                piece = replace(piece, start=match.start())
            elif match := _PART_AFTER.match(text, piece.end):
                piece = replace(piece, end=match.end())
            if match:
                piece = replace(piece, type=TimexType.TIME, value=f"{piece.value}T{PART_VALUES[match['part'].lower()]}")
                while found and found[-1].end > piece.start:
                    found.pop()
        elif found and piece.start < found[-1].end:
            continue
        found.append(piece)
    return found


def on_their_days(pieces: list[Piece], first: int, context: Context) -> list[Piece]:
    """The pieces of a sentence, those of `pieces` from `first` on, with a day for each time that has none.

    That of the date beside it, or of one that dates the same verb, or of the one before it in the sentence; else the
    day that was named last before the sentence, and failing that the report's, if the sentence tells of the past.
    A habit ("at night they sleep") has no day.
    """
    here = pieces[first:]
    days = [piece for piece in here if _DAY.match(piece.value)]
    return [_on_day(piece, days, context, pieces[:first]) for piece in here]


def _on_day(piece: Piece, days: list[Piece], context: Context, earlier: list[Piece]) -> Piece:
    if not piece.value.startswith(NO_DAY + "T"):
        return piece
    day = _beside(piece, days, context.text) or _of_same_verb(piece, days, context)
    if day is None:
        before = [other for other in days if other.end <= piece.start and not _in_aside(other, context)]
        day = before[-1] if before else None
    value = None if day is None else day.value[:10]
    if value is None and _tells_of_past(piece, context):
        named = next((p for p in reversed(earlier) if _DAY.match(p.value)), None)
        told = context.anchor.day
        if named and told and piece.start - named.end > _NEAR and abs((told - _date(named)).days) > _RECENT:
            named = None  # a day of the background, told long before
        value = named.value[:10] if named else None if told is None else told.isoformat()
    told = context.anchor.day
    midnight = told is not None and value == told.isoformat() and piece.value.endswith(_MIDNIGHT)
    if midnight and told is not None and _tells_of_past(piece, context):  # that with which the day began
        value = (told - timedelta(days=1)).isoformat()
    return piece if value is None else replace(piece, value=value + piece.value[10:])


def _date(day: Piece) -> date:
    return date.fromisoformat(day.value[:10])


def _beside(piece: Piece, days: list[Piece], text: str) -> Piece | None:
    """The day that follows a time directly, or else that it follows."""
    for other in days:
        if piece.end <= other.start and _BESIDE.fullmatch(re.sub(r"\(\d{4} GMT\)", "", text[piece.end : other.start])):
            return other
    for other in days:
        if other.end <= piece.start and _BESIDE.fullmatch(text[other.end : piece.start]):
            return other
    return None


def _verb(piece: Piece, context: Context) -> int | None:
    tokens = context.tokens(piece.start, piece.end)
    verb = None if tokens is None else governor(tokens)[0]
    return None if verb is None else verb.i


def _of_same_verb(piece: Piece, days: list[Piece], context: Context) -> Piece | None:
    verb = _verb(piece, context)
    return None if verb is None else next((other for other in days if _verb(other, context) == verb), None)


def _in_aside(day: Piece, context: Context) -> bool:
    """Whether a day dates something told by the way: "the truce, which was agreed on Monday, began at noon"."""
    verb = _verb(day, context)
    return verb is not None and context.parsed.doc[verb].dep_ in {"relcl", "acl"}


def _tells_of_past(piece: Piece, context: Context) -> bool:
    tokens = context.tokens(piece.start, piece.end)
    verb = None if tokens is None else governor(tokens)[0]
    if verb is None:
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    return verb.tag_ == "VBD" or bool(helpers & {"was", "were", "had", "has", "have"})
