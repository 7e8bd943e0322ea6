"""Whether "he" or "she" can be said of somebody, by the words that the report has for them."""

from __future__ import annotations

import re

_MEN = frozenset(
    """man men boy father husband brother son uncle nephew grandfather grandson widower fiancé spokesman chairman
    businessman congressman policeman fireman fisherman cameraman salesman serviceman gunman king prince emir sultan
    duke mr sir lord""".split()
)
_WOMEN = frozenset(
    """woman women girl mother wife sister daughter aunt niece grandmother granddaughter widow fiancée spokeswoman
    chairwoman businesswoman congresswoman policewoman queen princess duchess actress mrs ms miss madam madame
    lady""".split()
)
_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_WORD = re.compile(r"[^\W\d_]+")
#: Whose somebody is stands before this, of what behind that: "the king's wife", "the wife of the king".
_WHOSE = re.compile(r"['’]s? ")
_BEHIND = re.compile(r" (?:of|for|to|from|with|at|in|who|whose)\b")


def may_be(pronoun: str, words: str) -> bool:
    """Whether nothing in the words for somebody ("the spokeswoman", "her husband") speaks against a pronoun."""
    against = _WOMEN if pronoun.lower() in _HE else _MEN if pronoun.lower() in _SHE else frozenset[str]()
    described = _BEHIND.split(_WHOSE.split(words.lower())[-1])[0]
    return against.isdisjoint(_WORD.findall(described))
