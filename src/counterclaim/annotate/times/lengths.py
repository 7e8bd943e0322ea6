"""How long, and how often: durations ("six weeks", the "44-day" war) and sets ("every day", "daily")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from counterclaim.annotate.figures.numerals import NUMBER, read_number
from counterclaim.annotate.times.rules import UNIT_VALUES, WEEKDAY, Context, Piece, Rule, rule, weekday_number
from counterclaim.records import TimexType

_VAGUE = r"(?:a\s+)?(?<!as )(?:several|few|many|couple\s+of|couple|dozens?\s+of|some)"
#: A number of units, or an article or a vague word in its place.
COUNT: Final = rf"(?i:{NUMBER}(?:\s+and\s+a\s+half)?|{_VAGUE}|half\s+an?|an?|{NUMBER}\s*(?:-|to|or)\s*{NUMBER})"
_UNIT = r"(?:seconds|minute|hour|day|week|fortnight|month|year|decade|century|centurie)"

_PER = re.compile(r"(?i:\bonce|\btwice|\btimes|\bper|\beach)\s+$")
#: What makes "a year" a length of time; on its own it may be a rate ("20 strikes a day") or a name for some day.
_MEASURES = re.compile(
    r"(?i:\b(?:for|in|within|over|after|than|least|nearly|almost|about|around|just|only|some|another|lasted|lasting"
    r"|of|past|last|next|coming|under|during|spent|took|roughly|approximately|half|every|exactly))\s+$"
)


#: Ages, also in brackets: "12-year-old", "aged 14 years", "three children (5-8 years)".
_AGE_AFTER = re.compile(r"[\s-]+(?i:olds?\b|of\s+age)")
_AGE_BEFORE = re.compile(r"(?i:\baged?)(?:\s+of)?\s+$")


def read_count(words: str) -> float | None:
    """How many units; None where that is vague ("several", "two or three")."""
    low = " ".join(words.lower().split())
    if low in {"a", "an"}:
        return 1
    if low.startswith("half"):
        return 0.5
    if low.endswith("and a half"):
        whole = read_number(low.removesuffix("and a half").strip())
        return None if whole is None else whole + 0.5
    if low.endswith(("couple", "couple of")):
        return 2
    return read_number(words.strip())


def _length(count: float | None, unit: str) -> str:
    letters = UNIT_VALUES[unit]
    number = "X" if count is None else f"{count * (2 if unit == 'fortnight' else 1):g}"
    return f"P{letters[0]}{number}{letters[1:]}" if letters[0] == "T" else f"P{number}{letters}"


@rule(
    r"(?:(?<![\w-])(?i:the\s+)?(?P<which>(?i:past|last|next|coming|first))\s+)?"
    rf"(?<![\w.,$€£/-])(?P<count>{COUNT})[\s-]+(?P<unit>(?i:{_UNIT})s?)(?i:(?P<half>\s+and\s+a\s+half))?(?![\w])",
    needs="second minute hour day week fortnight month year decade centur",
)
def _duration(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Six weeks; the 44-day war; the past two years; a year and a half (no ages, and no rates)."""
    text, unit = context.text, match["unit"].lower()
    unit = unit if unit in UNIT_VALUES else unit.rstrip("s")
    before = text[max(0, match.start() - 16) : match.start()]
    after = text[match.end() : match.end() + 12]
    if (
        (_AGE_AFTER.match(after) and not _of_happening(match, context))
        or _AGE_BEFORE.search(before)
        or (before.endswith("(") and after.startswith(")"))
    ):
        return
    tokens = context.tokens(*match.span("which")) if match["which"] else None
    if tokens is not None and tokens[0].pos_ == "VERB":
        return  # "would last 72 hours"
    if match["count"][0].isupper() and match["unit"][0].isupper() and not context.starts_sentence(match.start()):
        return  # "the Six-Day War"
    unit_is_plural = match["unit"].lower() != unit
    single = match["count"].lower() in {"a", "an", "one"}
    if single and (_PER.search(before) or _is_rate(match, context)):
        yield Piece(match.start(), match.end(), TimexType.SET, _length(1, unit))
        return
    if single and (unit_is_plural or not (_measured(match, before, after))):
        return
    count = read_count(match["count"])
    if match["half"] and count is not None:
        count += 0.5
    yield Piece(match.start(), match.end(), TimexType.DURATION, _length(count, unit))


#: What may be called "five-year-old" without being anybody's age.
_HAPPENINGS: Final = frozenset(
    "administration agreement ban battle blockade campaign cease ceasefire coalition conflict crisis deal dispute "
    "embargo feud fighting government insurgency insurrection law occupation offensive operation process protest "
    "rebellion revolt revolution rule siege stalemate standoff strike struggle truce uprising war".split()
)


def _of_happening(match: re.Match[str], context: Context) -> bool:
    """Whether "five-year-old" tells how long something has gone on."""
    tokens = context.tokens(*match.span())
    if tokens is None:
        return False
    following = tokens.doc[tokens.end : tokens.end + 8]
    noun = next(
        (t for t in following if t.pos_ == "NOUN" and t.lower_ not in {"old", "olds"} and t.dep_ != "compound"), None
    )
    return noun is not None and noun.lemma_.lower() in _HAPPENINGS


def _measured(match: re.Match[str], before: str, after: str) -> bool:
    """Whether "a year" or "one day" is a length of time, by what stands around it."""
    return bool(
        match["which"]
        or match["half"]
        or _MEASURES.search(before)
        or "-" in match[0]
        or re.match(r"\s+(?i:after|before|since)\b", after)
        or ("day" not in match["unit"].lower() and re.match(r"\s+of\b", after))
    )


def _is_rate(match: re.Match[str], context: Context) -> bool:
    """Whether "a day" says how often: it hangs on a counted noun ("20 strikes a day")."""
    if match["count"].lower() == "one":
        return False
    tokens = context.tokens(*match.span())
    if tokens is None or tokens.root.dep_ != "npadvmod" or tokens.start == 0:
        return False
    noun = tokens[0].nbor(-1)
    return noun.pos_ == "NOUN" and any(child.dep_ == "nummod" for child in noun.children)


@rule(
    r"(?<![\w-])(?:(?i:the\s+))(?P<which>(?i:past|last|next|coming))\s+(?P<vague>(?i:few|several|couple\s+of)\s+)?"
    rf"(?P<unit>(?i:{_UNIT})s?)\b",
    rf"\b(?i:for|after|in|within|over|took|matter\s+of)\s+(?P<which>)(?P<vague>(?i:many\s+)?)(?P<unit>(?i:{_UNIT})s)\b",
    r"(?<![\w-])(?<!early )(?<!small )(?<!wee )(?<!late )(?P<which>)(?P<vague>)"
    rf"(?P<unit>(?i:{_UNIT})s)(?=\s+(?i:after|before|of|into)\b)",
    rf"(?<![\w-])(?P<which>)(?P<vague>)(?P<unit>(?i:{_UNIT})s?)-?(?i:long)\b",
    rf"(?<![\w-])(?P<which>)(?P<vague>)(?P<unit>(?i:{_UNIT})s?)(?=-old\s+(?:\w+\s+){{0,3}}(?:{'|'.join(sorted(_HAPPENINGS))})\b)",
    needs="second minute hour day week fortnight month year decade centur",
)
def _vague_duration(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The past week; the last few days; for months."""
    unit = match["unit"].lower()
    plural = unit.endswith("s") and unit not in UNIT_VALUES
    unit = unit if unit in UNIT_VALUES else unit.rstrip("s")
    start = match.start() if match["which"] else match.start("vague")
    yield Piece(start, match.end(), TimexType.DURATION, _length(None if plural else 1, unit))


@rule(
    rf"\b(?i:every|each)\s+(?P<unit>(?i:{_UNIT}|night|morning|evening))\b",
    rf"\b(?i:every)\s+(?P<count>(?i:other|few|several|{NUMBER}))\s+(?P<unit>(?i:{_UNIT})s?)\b",
    rf"\b(?i:every|each)\s+(?P<day>{WEEKDAY})\b",
    r"\b(?P<adverb>(?i:hourly|daily|weekly|monthly|yearly|annually|nightly))\b",
    rf"\b(?i:per)\s+(?P<unit>(?i:{_UNIT}))\b",
    needs="every each per hourly daily weekly monthly yearly annually nightly",
)
def _set(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Every day; each Friday; daily; per week."""
    groups = match.groupdict()
    if groups.get("count"):
        unit = match["unit"].lower()
        count = 2 if match["count"].lower() == "other" else read_number(match["count"])
        value = _length(count, unit if unit in UNIT_VALUES else unit.rstrip("s"))
    elif groups.get("day"):
        value = f"XXXX-WXX-{weekday_number(match['day']) + 1}"
    elif groups.get("adverb"):
        tokens = context.tokens(*match.span())
        if tokens is None or tokens.root.dep_ not in {"amod", "advmod"} or _is_of_paper(tokens.root, context):
            return
        letters = {"h": "T1H", "d": "1D", "w": "1W", "m": "1M", "y": "1Y", "a": "1Y", "n": "1D"}
        value = f"P{letters[match[0][0].lower()]}"
    else:
        unit = match["unit"].lower()
        value = _length(1, unit) if unit in UNIT_VALUES else "P1D"
    yield Piece(match.start(), match.end(), TimexType.SET, value)


_PAPERS: Final = frozenset("magazine newspaper paper publication newsletter tabloid".split())


def _is_of_paper(token: Token, context: Context) -> bool:
    """Whether "daily" names a newspaper."""
    named = token.text[0].isupper() and not context.starts_sentence(token.idx)
    return named or token.head.lemma_.lower() in _PAPERS


RULES: tuple[Rule, ...] = (*_duration, *_vague_duration, *_set)
