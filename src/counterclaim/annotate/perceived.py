"""What somebody saw or heard, told on behind his words without a "he said": "The lamp was out, Doe said. He had seen no
boat."

Only he knows it, so it is his account and not the outlet's. Of what else is told in this tense behind somebody's words
("He had worked for the firm since 2000") the outlet tells half by itself: of five such sentences in 1,214 real reports
two were the speaker's, of those with such a verb all three in 1,900 reports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.annotate.names.described import unquoted
from counterclaim.annotate.names.gender import may_be
from counterclaim.annotate.narration import statement_id
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.sources import may_be_one
from counterclaim.records import Manner, Span, Statement, Who

_PERCEIVED = re.compile(
    r"(?P<who>He|She) (?:had|hadn['’]t)(?: (?:also|never|not|already|only|first|then|even|just|always|both|himself|"
    r"herself))* (?:seen|heard|felt|noticed|smell?ed|smelt|known|thought|believed|watched|recogni[sz]ed|feared|"
    r"expected)\b(?! (?:a|the|his|her) (?:doctor|lawyer|specialist|psychiatrist|therapist)\b)"
)

#: Of those not named, a body is "the coastguard", and one person "a clerk".
_ONE = re.compile(r"(?:an?|one|another)\s", re.I)


def perceived(parsed: Parsed, made: Sequence[Statement]) -> list[Statement]:
    """The statements of a report, those of the outlet that go on with what a speaker saw as the speaker's own."""
    said = [s for s in made if s.manner is not Manner.NARRATION and s.parent is None and len(s.sources) == 1]
    return [_told_on(parsed, s, said) if s.manner is Manner.NARRATION else s for s in made]


def _told_on(parsed: Parsed, statement: Statement, said: Sequence[Statement]) -> Statement:
    match = _PERCEIVED.match(statement.content[0].text)
    if match is None:
        return statement
    first = statement.content[0].start
    before = parsed.tokens(first, first + 1)[0].i - 1
    if before < 0:
        return statement
    paragraph, sentence = parsed.report.text.rfind("\n", 0, first) + 1, parsed.doc[before].sent.start_char
    who = _speaker(said, min(paragraph, sentence), first, match["who"])
    if who is None or who.span is None or (who.span.end < sentence and _others_named(parsed, who.span.end, first)):
        return statement
    if who.entity is None and not (_ONE.match(who.name) and may_be_one(parsed, who)):
        return statement
    pronoun = Span.of(parsed.report.text, first, first + len(match["who"]))
    changed = statement_id(statement.report, Manner.INDIRECT, None, statement.content, [pronoun])
    return replace(statement, manner=Manner.INDIRECT, sources=(replace(who, span=pronoun),), id=changed)


def _others_named(parsed: Parsed, start: int, end: int) -> bool:
    """Whether somebody is named outside of quotation marks between a speaker and a pronoun some sentences on."""
    between = parsed.doc.char_span(start, end, alignment_mode="contract")
    return between is not None and any(token.ent_type_ == "PERSON" for token in unquoted(between))


def _speaker(said: Sequence[Statement], start: int, end: int, pronoun: str) -> Who | None:
    """Who speaks last in a paragraph, or in the sentence before it, if the pronoun can be said of them."""
    heard = [
        (source.span, source)
        for source in (s.sources[0] for s in said)
        if source.span is not None and start <= source.span.start < end
    ]
    if not heard:
        return None
    span, who = max(heard, key=lambda one: one[0].start)
    return who if may_be(pronoun, span.text) and may_be(pronoun, who.name) else None
