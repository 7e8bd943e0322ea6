"""Where something is said to be, or not to be: by the kind of site, and by the names of places."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from counterclaim.link.compare.denials.parties import names_in
from counterclaim.link.compare.existence.kinds import Thing
from counterclaim.link.compare.places.words import SITE_WORDS, kind_of
from counterclaim.link.compare.wording import wording
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import EntityKind, Span

#: How far from a thing the word for where it is may stand, in characters, and how far before its sentence.
_NEAR, _ABOVE = 110, 300
ANY = "any"
#: Of a wide ground the name has to be the same as well.
WIDE = frozenset({"island", "village", "town", "quarter", "region", "hill"})


#: Vehicles are things as often as places.
_MOVING = frozenset({"vehicle", "plane"})
_INTO = re.compile(r"\b(?:in|inside|aboard|on|from|under|of)\s+(?:[\w’'-]+\s+){0,3}$", re.I)


#: Of what was told of before.
_BACK = re.compile(r"[\s\"“]*(?:that\s+)?(?:she|it)\b", re.I)
#: A few words before are looked for within as many characters, not from the start of a long sentence.
_NEAR_BEFORE = 120
_NAMED_BEFORE = re.compile(r"(?:[A-Z][\w’'-]+\s+){1,3}$")
_NAMED_BEHIND = re.compile(
    r"\s+(?:in|of|at)\s+(?:the\s+)?(?:town of |village of |city of )?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*"
)
_BREAK = re.compile(r"[,;:.](?!\d)|\b(?:but|while|who|which|that|when|because)\b")


@dataclass(frozen=True, slots=True)
class Where:
    """The kinds of site that stand beside a thing with their `words`, those of the lines `above` it, the `places` its
    sentence names, and a `phrase` for the site that a question can have ("in the hospital"), and the `names`
    that the sites beside it have ("the Karam barracks", "the school in Atta")."""

    words: Mapping[str, str]
    above: frozenset[str]
    places: frozenset[str]
    phrase: str
    names: frozenset[str]

    @property
    def sites(self) -> frozenset[str]:
        """The kinds of site, also "the area"."""
        return frozenset(self.words)

    @property
    def own(self) -> frozenset[str]:
        """The sites that are more than "the area"."""
        return self.sites - {ANY}


@functools.cache
def _grounds() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(rf"(?:{'|'.join(word.strip() for word in words.split(' | '))})s?", re.I)
        for kind, words in wording("kinds")["grounds"].items()
    }


@functools.cache
def _words() -> str:
    rows = wording("kinds")["grounds"].values()
    return "|".join([SITE_WORDS, *(word.strip() for words in rows for word in words.split(" | "))])


@functools.cache
def _any() -> Sought:
    return Sought(rf"\b(?:{_words()})s?\b", re.I)


@functools.cache
def _phrase() -> Sought:
    return Sought(
        r"\b(?P<how>in|inside|at|on|near|behind|under|beneath|beside|within|aboard|around|outside)\s+"
        r"(?:(?P<the>the|this|that|these|those|a|an|any|one|two|its|their|his|her|our|my)\s+)?"
        rf"(?P<what>(?:(?!and\b|or\b|in\b|at\b|on\b|of\b|was\b|were\b|had\b)[\w’'-]+\s+){{0,3}}?(?:{_words()})s?\b"
        r"(?:\s+(?:grounds|yard|building|compound|roof|hall))?"
        r"(?P<of>\s+of\s+(?:the\s+)?(?-i:[A-Z])[\w’'-]+)?)",
        re.I,
    )


@functools.lru_cache(1 << 13)
def _ground(word: str) -> str:
    return next((kind for kind, pattern in _grounds().items() if pattern.fullmatch(word)), "") or kind_of(word)


@functools.lru_cache(1 << 12)
def grounds_of(words: str) -> frozenset[str]:
    """The kinds of ground that some words speak of."""
    return frozenset(_worded(words))


def _worded(words: str) -> dict[str, str]:
    found = ((_ground(match.group().lower()), match) for match in _any().finditer(words))
    return {kind: at.group().lower() for kind, at in found if kind not in _MOVING or _INTO.search(words[: at.start()])}


def where(pile: Pile, report: str, sentence: Span, thing: Thing, said: Span) -> Where:
    """Where a sentence of a report sets a thing, as far as it is in the words that are `said` there."""
    text = pile.reports[report].text
    start = max(0, thing.start - _NEAR, said.start - sentence.start)
    stop = min(thing.end + _NEAR, said.end - sentence.start)
    beside = f"{sentence.text[start : thing.start]} ; {sentence.text[thing.end : stop]}"
    line = text.rfind("\n", 0, sentence.start) + 1
    above = text[max(line, sentence.start - _ABOVE) : sentence.start]
    places = frozenset(e.id for e in pile.named_in(report, said) if e.kind is EntityKind.PLACE)
    back = {ANY: "there"} if _BACK.match(said.text) else {}
    return Where(
        {**back, **_worded(beside)},
        grounds_of(above),
        places,
        _asked(sentence.text, thing, start, stop),
        _names(beside),
    )


def _names(words: str) -> frozenset[str]:
    found: set[str] = set()
    for match in _any().finditer(words):
        if _ground(match.group().lower()) not in _MOVING:
            before, behind = (
                _NAMED_BEFORE.search(words, max(0, match.start() - _NEAR_BEFORE), match.start()),
                _NAMED_BEHIND.match(words, match.end()),
            )
            found |= names_in(f"x {before.group() if before else ''} {behind.group() if behind else ''}")
    return frozenset(found)


def _asked(sentence: str, thing: Thing, start: int, stop: int) -> str:
    """The phrase for the nearest site behind a thing, or before it."""
    found = [m for m in _phrase().finditer(sentence, start, stop) if m.end() <= thing.start or m.start() >= thing.end]
    near = [
        m for m in found if _gap(m, thing) <= _NEAR and _fits(m) and not _BREAK.search(_between(sentence, m, thing))
    ]
    best = min(near, key=lambda m: (m.start() < thing.start, _gap(m, thing)), default=None)
    if best is None:
        return ""
    the = (best["the"] or "").lower()
    article = the if the in {"a", "an", "any", "two"} else "the"
    plain = best["what"][0].isupper() or best["how"].lower() == "aboard"
    return " ".join(f"{best['how'].lower()} {'' if plain and not the else article} {best['what']}".split())


def _gap(match: re.Match[str], thing: Thing) -> int:
    return match.start() - thing.end if match.start() >= thing.end else thing.start - match.end()


def _between(sentence: str, match: re.Match[str], thing: Thing) -> str:
    return sentence[thing.end : match.start()] if match.start() >= thing.end else sentence[match.end() : thing.start]


def _fits(match: re.Match[str]) -> bool:
    """Whether a phrase can stand in a question by itself."""
    return bool(match["of"]) or _ground(match["what"].split()[-1].lower()) != ANY or " " in match["what"]
