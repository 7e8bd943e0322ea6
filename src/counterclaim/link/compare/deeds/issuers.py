"""Outlets that are a party themselves: the communiqué of a front, the press service of a ministry.

What such a report tells in its own voice its issuer says, and "our positions" are the issuer's. An outlet is one that
its name calls so ("…, press service", "…, communiqué"), or that goes by the name of a body and of no paper.
"""

from __future__ import annotations

import re

from counterclaim.link.compare.deeds.party_words import nouns_of

_TAIL = re.compile(
    r"[\s,:;(–-]*\b(?:press (?:service|office|release|cent(?:er|re)|department|wing)|media (?:operations|office|"
    r"cent(?:er|re)|wing|department)|communiqu[eé]s?|statements?|information (?:office|service|department|branch|"
    r"bureau)|"
    r"official (?:site|page|website|channel)|page|bulletin|spokes(?:man|woman|person)|public (?:affairs|relations|"
    r"information))\b.*$",
    re.I,
)
_IN_BRACKETS = re.compile(r"\s*\(([^()]+)\)")
_BODIES = frozenset(
    "front army troop ministry police force command staff movement committee government brigade council navy guard"
    " militia component corps".split()
)
_PAPERS = frozenset(
    "news press daily post times radio tv television agency wire journal monitor observer online herald tribune"
    " gazette courier voice telegraph weekly evening morning review watch mirror star sun world today dispatch mail "
    "magazine channel broadcast digest reporter record chronicle network".split()
)


def issuers_in(outlet: str) -> tuple[str, ...]:
    """The names of the party that issues what an outlet publishes, as its name gives them, the longest first; none for
    a paper, an agency or a station."""
    plain = _TAIL.sub("", outlet).strip()
    inside = [match.strip() for match in _IN_BRACKETS.findall(outlet)]
    whole = _IN_BRACKETS.sub("", plain).strip(" ,")
    if plain != outlet.strip() and whole and not _is_paper(whole):
        return (whole, *(short for short in inside if short.isupper()))
    if _is_body(whole) and not _is_paper(whole):
        return (whole, *(short for short in inside if short.isupper()))
    return next(((name,) for name in inside if _is_body(name) and not _is_paper(name)), ())


def _is_body(name: str) -> bool:
    head = re.split(r"\s(?:of|for)\s", name)[0].split()
    return len(name.split()) > 1 and bool(head) and bool(nouns_of(head[-1]) & _BODIES)


def _is_paper(name: str) -> bool:
    return bool(nouns_of(name) & _PAPERS)
