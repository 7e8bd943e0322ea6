"""Lay the rules over each sentence, keep the longest match at each place, and give the expressions their days."""

from __future__ import annotations

import re

from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.times import clock, dates, lengths, periods, relative, told
from counterclaim.annotate.times.anchor import Anchor
from counterclaim.annotate.times.days import on_their_days, with_parts
from counterclaim.annotate.times.events import told_from_happenings
from counterclaim.annotate.times.rules import BEFORE_DATE, MONTH, Context, Rule
from counterclaim.records import TimeExpression, content_id

_RULES: tuple[Rule, ...] = (
    *dates.RULES,
    *periods.RULES,
    *relative.RULES,
    *told.RULES,
    *clock.RULES,
    *lengths.RULES,
)

#: Sentences without any of this hold no time; looking is ten times cheaper than laying all rules over them.
_WORTH_A_LOOK = re.compile(
    r"\d|(?i:day|week|month|year|hour|minute|second|decade|centur|night|noon|dawn|dusk|morning|evening|yesterday"
    r"|tomorrow|last|next|every|each|spring|summer|autumn|winter|fortnight|daily|recent|annual|january|february|march"
    r"|lately|[hnft]th\b|ieth\b|now\b|currently|present|moment|easter|christmas|pentecost|halloween|sunrise|sunset|ies\b|april|may|june|july|august|september|october|november|december)"
)

#: The end of a sentence that no sentence ends with: a month or weekday, or a day beside one.
_BROKEN_DATE = re.compile(
    rf"(?:\b(?:{MONTH}|{BEFORE_DATE})(?:\s*\d{{1,2}})?|\b\d{{1,2}}\s+{MONTH})[ \t]*$|\b{BEFORE_DATE}\d{{1,2}}[ ]*$"
)


def find_times(parsed: Parsed) -> list[TimeExpression]:
    """The time expressions of a report, in the order of the text, none overlapping another.

    Values are TIMEX3, resolved against the report's date and the tense of the governing verb, never against the
    clock; what does not follow from them is masked with `X`, as in `XXXX-11-16`.
    """
    report = parsed.report
    context = Context(parsed, Anchor.of(report.published))
    for start, end in _stretches(parsed):
        if _WORTH_A_LOOK.search(report.text, start, end):
            first = len(context.earlier)
            _add_pieces(start, end, context)
            context.earlier[first:] = with_parts(context.earlier[first:], report.text)
            context.earlier[first:] = on_their_days(context.earlier, first, context)
    return [
        TimeExpression(
            content_id("time", report.id, piece.start, piece.end),
            report.id,
            parsed.span(piece.start, piece.end),
            piece.type,
            piece.value,
        )
        for piece in told_from_happenings(context.earlier, context)
    ]


def _stretches(parsed: Parsed) -> list[tuple[int, int]]:
    """Where to look: the sentences, joined where the parser ended one in the middle of a date ("29 Apr | 2014")."""
    stretches: list[tuple[int, int]] = []
    for sentence in parsed.sentences:
        start, end = sentence.start_char, sentence.end_char
        if stretches and _BROKEN_DATE.search(parsed.report.text, stretches[-1][0], start) and stretches[-1][1] <= start:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return stretches


def _add_pieces(start: int, end: int, context: Context) -> None:
    """Add the pieces of one stretch to those before it: at each place those of the longest match with a time."""
    words = context.text[start:end].lower()
    matches = [
        (match.start(), -match.end(), order, rule, match)
        for order, rule in enumerate(_RULES)
        if not rule.needs or any(word in words for word in rule.needs)
        for match in rule.pattern.finditer(context.text, start, end)
    ]
    matches.sort(key=lambda found: found[:3])
    covered = start
    for begins, _, _, rule, match in matches:
        if begins < covered:
            continue
        for piece in rule.build(match, context):
            covered = piece.end
            context.earlier.append(piece)
