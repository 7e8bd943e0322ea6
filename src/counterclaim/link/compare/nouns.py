"""The nouns of an account: what a noun phrase is about, and which nouns speak of the same thing."""

from __future__ import annotations

import functools
import re

#: Phrases come again and again: of 84,000 that comparing the Syrian reports asks about, 10,000 are different ones.
_KEPT = 1 << 15
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ALIKE = {
    "force": "troop", "forces": "troop", "troops": "troop", "soldier": "troop", "soldiers": "troop", "army": "troop",
    "military": "troop", "serviceman": "troop", "servicemen": "troop", "unit": "troop", "units": "troop",
}  # fmt: skip
#: Plurals of one syllable more: "losses", "boxes", "churches". Of those in "ses" only these are: "houses" is not.
_ES = ("sses", "xes", "ches", "shes", "zzes")
_SES = frozenset(("buses", "viruses", "campuses", "gases"))
#: Nouns too general to carry a question of existence ("no reason", "no doubt", "no one").
_EMPTY = frozenset(
    """one thing way time reason doubt need point sign sense choice idea word question plan problem end place part
    information detail comment indication evidence proof report news word claim response answer change difference
    possibility chance hope option alternative people person day year life limit room case matter fact link right
    intention interest contact access alternative solution result progress confirmation casualty casualties""".split()
)
_LEADING = frozenset("a an the any no some such all these those this that his her its their our my so-called".split())


def without_s(word: str) -> str:
    """A word without the "'s" of an owner."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


@functools.lru_cache(_KEPT)
def head_noun(phrase: str) -> str:
    """The head of an English noun phrase in the singular, folded with the nouns that mean the same for us."""
    words = [
        w.lower()
        for w in _WORD.findall(re.split(r"\s(?:of|in|on|from|for|to|with|who|which|that)\s|,(?!\d)", phrase)[0])
    ]
    words = [w for w in words if w not in _LEADING]
    return singular(words[-1]) if words else ""


@functools.lru_cache(_KEPT)
def modifiers(phrase: str) -> frozenset[str]:
    """The words before the head: "foreign" in "any foreign fighters"."""
    words = [w.lower() for w in _WORD.findall(re.split(r"\s(?:of|in|on|from)\s|,(?!\d)", phrase)[0])]
    return frozenset(w for w in words[:-1] if w not in _LEADING)


@functools.lru_cache(_KEPT)
def singular(noun: str) -> str:
    """A noun's stem for comparing, not for showing."""
    if noun in _ALIKE:
        return _ALIKE[noun]
    if noun.endswith("ies") and len(noun) > 4:
        noun = noun[:-3] + "y"
    elif noun.endswith(_ES) or noun in _SES:
        noun = noun[:-2]
    elif noun.endswith("s") and not noun.endswith(("ss", "us", "is", "gas")):
        noun = noun[:-1]
    return _ALIKE.get(noun, noun)


def tells(noun: str) -> bool:
    """Whether a noun is telling enough to ask whether there is such a thing."""
    return len(noun) > 2 and noun not in _EMPTY
