"""Names as they are compared: in Latin letters, without case, accents, articles, titles."""

from __future__ import annotations

import functools
import re
import unicodedata

from jellyfish import metaphone

#: What stands before or inside a name in several languages and is left out or written otherwise at will.
PARTICLES = frozenset(
    "al el ad as ash at az an ar ed er es esh ez ul ud bin ibn ben bint de da di du del la le van von der den".split()
)
#: Words that stand before a person's name for courtesy or rank and are no part of it, abbreviated or not.
TITLES = frozenset(
    """mr mrs ms miss sir dame dr prof professor gen general lt lieutenant col colonel maj major capt captain sgt
    sergeant brig brigadier adm admiral cmdr commander commodore cpl corporal insp inspector supt
    superintendent sen senator rep gov governor pres president sheikh shaikh imam
    rev reverend fr hon judge""".split()
)
#: British and American spellings, and words that names use in either of two forms.
_SPELLINGS = {
    "defence": "defense",
    "organisation": "organization",
    "centre": "center",
    "labour": "labor",
    "programme": "program",
    "theatre": "theater",
    "harbour": "harbor",
    "northern": "north",
    "southern": "south",
    "eastern": "east",
    "western": "west",
}
#: Words that initials and word order pass over.
SMALL = frozenset({"of", "for", "the", "and", "on", "in", "to", "against", "with", "by", "&"})
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
#: How outlets sign what they took from others ("Coast Herald and agencies").
AND_AGENCIES = re.compile(r"\s+and\s+agenc(?:y|ies)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^the\s+")


@functools.cache
def fold(name: str) -> str:
    """A name in Latin letters, without accents, case, dots or article. Other scripts are transliterated."""
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    if any(ord(c) > 0x24F and c.isalpha() for c in plain):
        from anyascii import anyascii  # half a megabyte of tables that most piles never need

        plain = anyascii(unicodedata.normalize("NFC", name))
    plain = plain.lower().replace(".", "").replace("’", "'").replace("ʼ", "'").replace("`", "'")
    return " ".join(re.sub(r"[^\w' ]+", " ", _ARTICLE.sub("", plain)).split())


@functools.cache
def call_of(name: str, *, person: bool = False) -> str:
    """What a name is gathered under: folded, without a possessive, a person's without a title before two words."""
    words = fold(_POSSESSIVE.sub("", AND_AGENCIES.sub("", name))).split()
    while person and len(words) > 2 and words[0] in TITLES:
        words = words[1:]
    return " ".join(_SPELLINGS.get(word, word) for word in words) or fold(name) or name.lower()


@functools.cache
def words_of(call: str) -> tuple[str, ...]:
    """The words of a call without particles, and without those that are written in front of the next ("ezzor")."""
    words = [word for word in call.split() if word not in PARTICLES]
    return tuple(words) or tuple(call.split())


def squeezed(call: str) -> str:
    """The letters of a call in one word."""
    return "".join(words_of(call))


@functools.cache
def sound(word: str) -> str:
    """How a word sounds (Metaphone, Philips 1990)."""
    return metaphone(word)


def sounds(call: str) -> tuple[str, ...]:
    """How each of its words sounds."""
    return tuple(sound(word) for word in words_of(call))


def initials(call: str) -> str:
    """The first letters of its words, small words passed over: what an acronym is made of."""
    return "".join(word[0] for word in call.split() if word not in SMALL)


def order_free(call: str) -> tuple[str, ...]:
    """Its words in alphabetical order, small words left out: "ministry of defense" is "defense ministry"."""
    return tuple(sorted(word for word in call.split() if word not in SMALL))
