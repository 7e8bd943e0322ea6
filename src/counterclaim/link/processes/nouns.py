"""Phrases that name a process, where a report has them: "the September 12 truce", "a prisoner swap deal"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.sought import Sought
from counterclaim.records import ProcessKind

_CAPTIVES = r"prisoners?|captives?|hostages?|detainees?|bodies|body|population"
_KINDS: tuple[tuple[ProcessKind, str], ...] = (
    (
        ProcessKind.CEASEFIRE,
        r"cease-?fires?|truces?|armistices?|cessation of (?:hostilities|fighting|fire)|de-?escalation[\"”']? (?:zones?"
        r"|deal|agreement)"
        r"|(?:halt|pause|moratorium|lull) (?:in|of|to|on) (?:(?:the|all|its|their) )?(?:fighting|hostilities|bombing"
        r"|(?:air ?)?strikes|(?:air ?)?raids|bombardment|shelling|attacks|fire)"
        r"|humanitarian pauses?|(?:order|regime|day)s? of silence",
    ),
    (
        ProcessKind.EXCHANGE,
        rf"(?:{_CAPTIVES}) (?:exchanges?|swaps?)|(?:exchange|swap) of (?:all )?(?:{_CAPTIVES})"
        r"|(?<=\bthe )(?:exchange|swap)\b(?! of (?!prisoners)| rate|-)",
    ),
    (
        ProcessKind.TALKS,
        r"(?:peace )?(?:talks|negotiations)|peace (?:process|conference)"
        r"|(?:next|first|second|third|fourth|new|another|last|latest|further) (?:(?:round|session)s? of (?:peace )?"
        r"(?:talks|negotiations)|meetings?(?! of the (?:cabinet|parliament)))|(?:peace|national|political) dialogue",
    ),
    (ProcessKind.HOTLINE, r"hot ?-?lines?"),
    (ProcessKind.WITHDRAWAL, r"withdrawals?|pull-?outs?|pull-?backs?|disengagement|redeployments?"),
    (
        ProcessKind.DEPLOYMENT,
        r"deployment of (?:\w+ ){0,2}(?:troops|observers|peacekeepers|monitors|police"
        r"|forces)",
    ),
    (
        ProcessKind.CORRIDOR,
        r"(?:(?:humanitarian|safe|aid|transport|transit|land|evacuation|green) [\"“']?)?corridors?(?! of)|safe passage",
    ),
    (ProcessKind.EVACUATION, r"evacuations?"),
    (ProcessKind.DISARMAMENT, r"disarmament|demilitari[sz]ation|decommissioning of (?:\w+ )?(?:weapons|arms)"),
    (
        ProcessKind.MONITORING,
        r"(?-i:(?:monitoring|observer|verification|fact-finding) mission)"
        r"|system of monitoring|(?:monitoring|verification) mechanism",
    ),
    (ProcessKind.OTHER, r"(?:no-?fly|buffer|demilitari[sz]ed|safe) zones?"),
)
_NOUN = Sought("|".join(f"(?P<k{n}>\\b(?:{words})\\b)" for n, (_, words) in enumerate(_KINDS)), re.I)
#: What a process is written down in; the whole phrase still names the process.
_PAPER = re.compile(
    r"[”\"']?\s(?:deals?|agreements?|accords?|pacts?|arrangements?|regime|process)\b(?! (?:on|with)\b)", re.I
)
#: A strip of land that an army holds lets nobody out.
_HELD_STRIP = re.compile(r"\b(?:narrow|strategic|supply|territorial|military)\W+(?:\w+ )?corridor", re.I)
_WORD = re.compile(r"[\"“'\[]*[\w’'.\-]+[\"”'\]]*\s$")
_OPENING = re.compile(
    r"(?:an?|the|this|that|these|those|any|no|its|their|his|her|our|another|each|every|both|several"
    r"|[\w]+['’]s)\b",
    re.I,
)
#: Participles that stand before the noun ("the US-Russian brokered truce"); other words of these endings are verbs.
_PARTICIPLE = re.compile(
    r"\W*(?:[\w’']+-\w+|brokered|sponsored|backed|mediated|declared|announced|planned|proposed|negotiated|led"
    r"|limited"
    r"|so-called|besieged|unilateral|temporary|mooted|ongoing|existing|standing|lasting)\W*$",
    re.I,
)
#: Words that no phrase goes over when it is read backwards from its noun.
_STOP = re.compile(
    r"(?:of|to|for|by|in|on|at|and|or|but|from|with|under|after|before|despite|during|since|when|where|that|as"
    r"|while|into|over"
    r"|is|was|are|were|has|have|had|been|be|will|would|not|held|broke|struck|\w+ed|\w+ing"
    r"|(?:propose|accept|reject|extend|violate|breach|demand|offer|seek|break|hold|sign|urge|want|need|observe|maintain"
    r"|respect|renew|resume|begin|start|reopen|join|attend|host|call|ask|announce|declare|agree|suspend|postpone|delay"
    r"|cancel|abandon|refuse|decline|launch|complete|halt|quit|boycott|welcome|discuss|prolong|threaten)s?)$",
    re.I,
)
_MOST_WORDS = 6
_LENGTH = re.compile(r"\b(?P<many>\w+)[- ](?P<unit>hour|day|week|month|year)s?\b(?P<old>[- ]old\b)?(?!,? \d)", re.I)
_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_HOURS = {"hour": 1, "day": 24, "week": 168, "month": 720, "year": 8760}
#: "A week-long truce", "the month-old ceasefire": the unit stands where its number would.
_OF_ONE = re.compile(r"\b(?P<unit>hour|day|week|month|year)(?:-long|(?P<old>[- ]old))\b", re.I)
_EXCHANGED = (
    ("captives", re.compile(r"\b(?:prisoner|captive|hostage|detainee)", re.I)),
    ("bodies", re.compile(r"\b(?:bod(?:y|ies)|remains)\b", re.I)),
    ("population", re.compile(r"\bpopulation\b", re.I)),
)
#: A noun before the process noun that makes it another thing ("ceasefire monitors" are no ceasefire).
_OTHER_HEAD = re.compile(
    r"[”\"']?\s(?:monitors?|monitoring|centers?|centres?|committee|task force|table|point|team|efforts?|talks"
    r"|negotiations)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that names a process: its kind, its place in the report's text, and what its words say of it.

    `definite` if it is spoken of as known ("the truce"), `plural` if it names several, `new` if it says that it is
    not one spoken of before, `mark` what tells it from others of its kind: how long it is to last, or who is exchanged.
    """

    kind: ProcessKind
    start: int
    end: int
    text: str
    definite: bool
    plural: bool
    new: bool
    mark: str | None


def phrases(text: str, start: int, end: int) -> Iterator[Phrase]:
    """The phrases that name a process within a sentence of `text`."""
    for match in _NOUN.finditer(text, start, end):
        if _OTHER_HEAD.match(text, match.end(), end):
            continue
        kind = next(_KINDS[int(name[1:])][0] for name, words in match.groupdict().items() if words)
        paper = _PAPER.match(text, match.end(), end)
        first = _first(text, start, match.start())
        stop = paper.end() if paper else match.end()
        words = text[first:stop]
        opening = words.split()[0].lower().strip("\"“'[")
        if opening in {"no", "any"} or (kind is ProcessKind.CORRIDOR and _HELD_STRIP.search(words)):
            continue
        yield Phrase(
            kind,
            first,
            stop,
            words,
            definite=opening in {"the", "this", "that", "its", "their", "these", "those", "his", "her", "our"},
            plural=_is_plural(kind, words),
            new=bool(
                re.search(r"\b(?:new|another|second|third|fourth|fresh|next|local|previous|earlier)\b", words, re.I)
            ),
            mark=mark_of(kind, words),
        )


def mark_of(kind: ProcessKind, words: str) -> str | None:
    """What tells a process from others of its kind, of the words for it."""
    if kind is ProcessKind.EXCHANGE:
        return next((mark for mark, pattern in _EXCHANGED if pattern.search(words)), None)
    hours, old = _length(words)
    return f"{hours} hours" if hours and not old else None


def age_in_days(words: str) -> int | None:
    """How many days old a process is by the words for it ("the three-day-old truce"), where they say so to the day."""
    hours, old = _length(words)
    return hours // 24 if hours and old and 24 <= hours < _HOURS["month"] else None


def _length(words: str) -> tuple[int | None, bool]:
    """How many hours the words for a process name, and whether as its age."""
    length = _LENGTH.search(words)
    if length is not None:
        many = length["many"].lower()
        count = int(many) if many.isdigit() else _NUMBERS.index(many) if many in _NUMBERS else None
        return (count * _HOURS[length["unit"].lower()] if count else None), bool(length["old"])
    whole = _OF_ONE.search(words)
    return (_HOURS[whole["unit"].lower()], bool(whole["old"])) if whole else (None, False)


def _first(text: str, start: int, noun: int) -> int:
    """Where the phrase begins whose noun stands at `noun`: at its article, or at its first adjective without one."""
    at = noun
    for _ in range(_MOST_WORDS):
        while at > start and text[at - 1] in "\"“'[":
            at -= 1
        match = _WORD.search(text, max(start, at - 40), at)
        if match is None:
            break
        word = match.group().strip(" \"“”'[]\n").rstrip(".,")
        if _STOP.match(word) and not _PARTICIPLE.match(word):
            break
        if _OPENING.match(word):
            return match.start()
        if match.group().rstrip().endswith((".", "]")):
            break
        at = match.start()
    return at


_PLURALS = (
    r"fires|truces|armistices|zones|swaps|exchanges|s of \w+|outs|backs|withdrawals|corridors|evacuations"
    r"|deals|agreements|accords|pacts|arrangements"
)


def _is_plural(kind: ProcessKind, words: str) -> bool:
    if kind is ProcessKind.TALKS:
        return bool(re.match(r"(?:the )?(?:several|previous|past|earlier|many|two|three|four|five) \w*", words, re.I))
    if kind in {ProcessKind.CORRIDOR, ProcessKind.EVACUATION, ProcessKind.WITHDRAWAL}:
        return bool(re.match(r"(?:the )?(?:two|three|four|five|several|both|previous)\b(?!-)", words, re.I))
    return bool(
        re.search(rf"(?:{_PLURALS})\W*$", words, re.I)
        or re.match(r"(?:the )?(?:two|three|four|five|several|both|all|previous)\b(?!-)", words, re.I)
    )
