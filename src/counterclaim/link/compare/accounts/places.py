"""Where it was: at two kinds of place that do not lie in one another, or inside and outside of one."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.accounts.alike import Pair, cores_fit, other_day
from counterclaim.link.compare.accounts.findings import asked, finding
from counterclaim.link.compare.accounts.read import STATES, Account, names_in
from counterclaim.link.compare.finding import Finding
from counterclaim.link.compare.nouns import singular
from counterclaim.link.compare.wording import wording
from counterclaim.link.pile import Pile
from counterclaim.records import Slot

_PHRASE = re.compile(
    r"\b(?P<how>in|at|on|from|inside|outside|within|into|beyond|onto|behind)\s+"
    r"(?P<where>(?:(?:the|a|an|his|her|their|our|its|my)\s+)?(?:(?!in\b|at\b|on\b|from\b|near\b|by\b|as\b|before\b|"
    r"after\b|when\b|while\b|with\b|and\b|who\b|which\b|where\b|to\b)[\w’'-]+\s*){1,6}?)"
    r"(?=[,.;]|\s(?:in|at|on|from|near|by|as|before|after|when|while|with|and|who|which|where|to|behind|two|three|four|five|six|some|about|\d+)\b|\s*$)",
    re.I,
)
_OUT = frozenset({"outside", "beyond"})
_IN = frozenset({"in", "inside", "within", "into"})
_WATERS = re.compile(r"\b(?P<whose>international|territorial|(?:\w+[’']s|[A-Z]\w+) (?:territorial )?)\s*waters?\b")
_OURS = re.compile(
    r"\b(?:(?P<our>our|its|their|own) (?:own )?(?:side|soil|territory|waters|land|airspace)|"
    r"(?P<name>[A-Z]\w+) (?:side|soil|territory|waters|land|airspace)|"
    r"(?P<name2>side of the (?:border|line|river)))\b"
)
#: Deeds that are done in one place; who enters or leaves is in two.
_MOVES = frozenset({"enter", "leave", "arrive", "go", "move", "travel", "march", "walk", "throw"})


#: Parts of what is named behind them ("the roof of the town hall").
_PART = re.compile(r"\b(?:roof|tower|windows?|balcony|top|gates?|back|front|floor|wing|yard|steps|direction|grounds)$")


@dataclass(frozen=True, slots=True)
class _Where:
    how: str
    words: str
    noun: str
    names: frozenset[str]
    sites: frozenset[str]


def compare_sites_told(pile: Pile, pair: Pair) -> Iterator[Finding]:
    """Compare where one thing was done."""
    left, right = pair.left, pair.right
    deeds = (left.kinds & right.kinds) - _MOVES - STATES
    if not (deeds or _died_of_it(left, right)) or other_day(left, right):
        return
    if not cores_fit(pair) or {left.phase, right.phase} & {"end"}:
        return
    for one in _wheres(left):
        for other in _wheres(right):
            if _apart(pair, one, other):
                words = f"{one.how} {one.words}", f"{other.how} {other.words}"
                question = asked(pile, pair, "Where", words)
                why = f"One says “{words[0]}”, the other “{words[1]}”."
                yield finding(pile, pair, Slot.PLACE, f"{question}: {words[0]} or {words[1]}?", words, why)
                return


def _died_of_it(left: Account, right: Account) -> bool:
    """Whether one tells that somebody died, the other that he was killed; who was shot may die elsewhere."""
    verbs = {left.claim.predicate, right.claim.predicate}
    return "die" in verbs and bool(verbs & {"kill", "murder", "assassinate", "execute"})


@functools.cache
def _sites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for site, nouns in wording("accounts")["sites"].items():
        for noun in nouns:
            found.setdefault(noun, set()).add(site)
    return {noun: frozenset(sites) for noun, sites in found.items()}


def _wheres(account: Account) -> list[_Where]:
    """Where the clause's deed was, by the phrases behind its verb."""
    found = []
    for match in _PHRASE.finditer(account.rest):
        words = " ".join(match["where"].split())
        parts = re.split(r"\sof\s", words.lower())
        of = (parts[1] if len(parts) > 1 and _PART.search(parts[0]) else parts[0]).split()
        nouns = [singular(word) for word in of[-1:]]
        last_two = " ".join(of[-2:])
        sites = _sites().get(last_two) or next((_sites()[noun] for noun in nouns if noun in _sites()), frozenset())
        found.append(_Where(match["how"].lower(), words, nouns[0] if nouns else "", names_in(f"x {words}"), sites))
    return found


def _apart(pair: Pair, one: _Where, other: _Where) -> bool:
    hows = one.how, other.how
    if _waters(one.words) and _waters(other.words):
        return _waters(one.words) != _waters(other.words) and "international" in {
            _waters(one.words), _waters(other.words)
        }  # fmt: skip
    if one.noun == other.noun and one.noun:
        return bool({*hows} & _OUT) and bool({*hows} & _IN) and not (one.names and other.names
                                                                     and one.names.isdisjoint(other.names))  # fmt: skip
    if _OURS.search(one.words) and _OURS.search(other.words):
        return pair.near
    if one.names & other.names or {*hows} & _OUT:
        return False
    return bool(one.sites and other.sites) and one.sites.isdisjoint(other.sites)


def _waters(words: str) -> str:
    match = _WATERS.search(words)
    return match["whose"].strip().lower() if match else ""
