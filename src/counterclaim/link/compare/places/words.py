"""The words that set a happening somewhere: sites by their kind ("the bus station"), spots by their names."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from counterclaim.link.compare.wording import wording
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Claim, Place, Span

#: Words for sites, by the kind that each names.
_SITE_OF = {word: kind for kind, words in wording("sites")["sites"].items() for word in words}
_SITE = Sought(
    r"\b(?P<how>in|at|on|near|outside|inside|beside|in front of|behind|by|opposite|before|around|hit|struck|targeted"
    r"|shelled|bombed|attacked|stormed|of|against|close to)\s+"
    r"(?:(?:the|a|an|one|their|its|his|our|gate of|grounds of)\s+)*"
    r"(?P<mods>(?:(?!and\b|or\b|in\b|at\b|on\b|of\b|to\b|the\b|a\b|was\b|were\b|that\b|which\b|who\b|when\b)[\w’'-]+\s+){0,4}?)"
    rf"(?P<site>{'|'.join(sorted(_SITE_OF, key=len, reverse=True))})s?\b(?!\s+(?:of the (?:army|state)|"
    r"(?:forces|commander|director|official|spokesman|worker|staff)))",
    re.I,
)
SITE_WORDS = "|".join(sorted(_SITE_OF, key=len, reverse=True))
_ANY_SITE = Sought(rf"\b({'|'.join(sorted(_SITE_OF, key=len, reverse=True))})s?\b", re.I)
#: Kinds of site that may be names for one: a square with a market, a crossing with a bridge.
COMPATIBLE = tuple(frozenset(kinds) for kinds in wording("sites")["may_be_one"])
#: How far behind what happened its place may stand, in characters, and before it.
_BEHIND, _BEFORE = 140, 60
_LEVELS = re.compile(
    r"\b(?:(?P<village>villages?|hamlets?|settlements?)|(?P<quarter>districts?|neighbou?rhoods?|quarters?|suburbs?)"
    r"|(?P<town>towns?|city|cities)|(?P<wide>provinces?|governorates?|regions?|states?|oblasts?|count(?:y|ies)|departments?"
    r"|countryside|valley))\b",
    re.I,
)
_WHERE = Sought(r"\b(?:in|at|near|of|on|off|over|outside|inside|around|to|into|hit|struck|shelled|bombed|attacked|"
                    r"stormed|captured|between|and)\s+(?:the\s+|al-)?(?:[\w-]+\s+){0,3}$", re.I)  # fmt: skip
_SPELLING = 0.72
#: The same for their consonants.
_BONES = 0.75
#: Places nearer than this, in kilometres, may be named for one another.
_APART = 6.0


@dataclass(frozen=True, slots=True)
class Where:
    """A place: its `words`; the kind of `site`, or the `name` and `level` of a spot, with its point where known."""

    words: str
    site: str
    name: str
    level: str
    point: tuple[float, float] | None

    def named_in(self, text: str) -> bool:
        """Whether a text speaks of such a site, or names the place, as it may be spelled."""
        if self.site:
            return self.site in sites_of(text)
        return self.name.lower() in text.lower() or bare(self.name) in bare(text)

    def apart(self, other: Where) -> bool:
        """Whether the two lie apart, as far as the map tells."""
        return self.point is None or other.point is None or _distance(self.point, other.point) > _APART


@functools.lru_cache(1 << 12)
def bare(name: str) -> str:
    """A name without articles and what is spelled in several ways."""
    return re.sub(r"\b(?:al|el|the|as|ash|an|ad|az|ar)[- ]|\W", "", name.lower())


def one_name(left: str, right: str) -> bool:
    """Whether two names are spellings of one."""
    one, other = bare(left), bare(right)
    if one in other or other in one or SequenceMatcher(None, one, other, autojunk=False).ratio() > _SPELLING:
        return True
    bones = [re.sub(r"[aeiouyh']", "", name.replace("c", "k").replace("q", "k")) for name in (one, other)]
    return SequenceMatcher(None, bones[0], bones[1], autojunk=False).ratio() > _BONES and min(map(len, bones)) > 1


def site_in(sentence: str, start: int, stop: int) -> Where | None:
    """The site nearest behind what happened between two characters of a sentence, or before it."""
    behind = _SITE.search(sentence, start, min(len(sentence), stop + _BEHIND))
    before = list(_SITE.finditer(sentence, max(0, start - _BEFORE), start))
    match = behind or (before[-1] if before else None)
    if match is None or match["site"][0].isupper():
        return None  # part of a name
    kind = _SITE_OF[match["site"].lower()]
    words = " ".join(match.group().split())
    if match["how"].lower() in {
        "hit",
        "struck",
        "targeted",
        "shelled",
        "bombed",
        "attacked",
        "stormed",
        "of",
        "against",
    }:
        words = f"at {words.split(' ', 1)[1]}"
    return Where(words, kind, "", "site", None)


def kind_of(word: str) -> str:
    """The kind of site that a word names; the word itself where it is none."""
    word = word.lower()
    return (
        _SITE_OF.get(word)
        or _SITE_OF.get(word.removesuffix("s"))
        or ("funeral" if "mourning" in word or word == "tent" else word)
    )


@functools.lru_cache(1 << 12)
def sites_of(words: str) -> frozenset[str]:
    """The kinds of site that some words speak of."""
    return frozenset(_SITE_OF[match.group(1).lower()] for match in _ANY_SITE.finditer(words))


def spots_in(pile: Pile, report: str, sentence: Span, claim: Claim) -> Iterator[Where]:
    """The named places, smaller than a province, that a sentence sets a claim in."""
    text = pile.reports[report].text
    found = pile.annotations[report]
    spans = [p for p in found.places if sentence.covers(p.span)]
    own = [p for p in spans if any(who.span and who.span.overlaps(p.span) for who in (*claim.place, *claim.patient))]
    near = [p for p in spans if 0 <= p.span.start - claim.trigger.end <= _BEHIND // 2]
    for place in own or near[:1]:
        if place.precision in {"country", "region"} or not _WHERE.search(
            text[max(0, place.span.start - 60) : place.span.start]
        ):
            continue
        name = re.sub(r"^the ", "", place.span.text, flags=re.I)
        yield Where(f"in {place.span.text}", "", name, _level(text, place), _point(place))


def _level(text: str, place: Place) -> str:
    """What kind of place the words beside its name say that it is; a town where the map has it."""
    before, behind = text[max(0, place.span.start - 25) : place.span.start], text[place.span.end : place.span.end + 22]
    beside = _LEVELS.match(behind.lstrip(" ,").removeprefix("a ")) or next(
        (m for m in _LEVELS.finditer(before) if re.fullmatch(r"\s*(?:of\s+)?(?:the\s+)?", before[m.end() :])), None
    )
    if beside:
        return next(name for name, value in beside.groupdict().items() if value).replace("wide", "")
    return "town" if place.precision == "town" else ""


def _point(place: Place) -> tuple[float, float] | None:
    if place.latitude is None or place.longitude is None or place.precision != "town":
        return None
    return place.latitude, place.longitude


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    (a, b), (c, d) = ((math.radians(x), math.radians(y)) for x, y in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(half))
