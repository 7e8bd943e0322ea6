"""What the counted had to do with it, where no harm was done to them: on board, in the crowd, seized, dropped.

One account says that 140 passengers sailed, the next that there were 300 people aboard. By what verb they are counted
differs with each account; what is counted is one thing where the words right beside both numbers are of one matter.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

#: Words of a crowd, and of being in one.
CROWD = (
    r"crowds?|turnout|attend\w*|took part|taken part|march\w*|rall(?:y|ies|ied)|demonstrat\w+|protesters|"
    r"gather(?:ed|ing)s?|"
    r"turned out"
)
#: What is told of people, as a question asks for it ("How many people were on board").
_OF_PEOPLE: Mapping[str, re.Pattern[str]] = {
    "on board": re.compile(
        r"\b(?:on board|aboard|carrying|had sailed|sailed with|crew of|(?:man|men|strong|member|person) crew|"
        r"crew (?:numbered|at|was|were)|with)\b",
        re.I,
    ),
    "rescued": re.compile(
        r"\b(?:rescu\w+|saved|brought ashore|ashore|picked up|pulled (?:from|out)|swam|surviv\w+)\b", re.I
    ),
    "among the attackers": re.compile(
        r"\b(?:attack\w*|assault\w*|raid\w*|storm\w*|ambush\w*|hold-?up|robb\w+|burst|broke) ?(?:in|into|out)?\b", re.I
    ),
    "in the crowd": re.compile(rf"\b(?:{CROWD}|taking part|participa\w+|took to the streets|joined)\b", re.I),
}
#: The same where two numbers stand near each other, of which one may have no noun.
_ALIKE: Mapping[str, re.Pattern[str]] = {
    "on board": re.compile(r"\b(?:on board|aboard|board(?:ed|ing)|passengers|carrying)\b", re.I),
    "in the crowd": _OF_PEOPLE["in the crowd"],
}
#: What is told of things that one account calls by the name the other gives them.
_OF_THINGS: Mapping[str, re.Pattern[str]] = {
    "seized": re.compile(
        r"\b(?:seiz\w+|confiscat\w+|impound\w+|found|recover\w+|discover\w+|uncovered|handed (?:to|over|in)|turned in|"
        r"given up|surrendered|laid down|collected)\b",
        re.I,
    ),
    "dropped": re.compile(r"\b(?:dropp\w+|released|employed|fell|fallen|struck|hit|landed|exploded)\b", re.I),
    "fired": re.compile(r"\b(?:fired|launched|shot|loosed)\b", re.I),
    "arrived": re.compile(
        r"\b(?:reach\w*|arriv\w*|enter\w*|got through|came (?:in|through)|crossed|deliver\w+|unloaded|"
        r"let (?:in|through))\b",
        re.I,
    ),
    "sent": re.compile(
        r"\b(?:left|leaves?|leaving|set (?:out|off)|depart\w*|sent|sends?|dispatch\w*|on (?:its|their) way|"
        r"head(?:ed|ing)|bound)\b",
        re.I,
    ),
    "involved": re.compile(
        r"\b(?:took part|taking part|attack\w*|assault\w*|support\w*|raid\w*|operation|involved|storm\w*)\b", re.I
    ),
}
#: Those who attack, by their names.
_ATTACKERS = frozenset(
    "gunman attacker assailant raider robber militant fighter rebel guerrilla terrorist insurgent bandit hijacker "
    "criminal intruder infiltrator".split()
)
#: What falls or is fired.
_AMMUNITION = frozenset(
    "bomb shell rocket missile mortar grenade torpedo projectile munition weapon warhead round shot".split()
)
#: How many there could be is not how many there were.
_NOT_THERE = re.compile(
    r"\b(?:could|can|capacity|licen[cs]ed|room for|designed|allowed|deployed|expected|need(?:s|ed)?)\b", re.I
)
#: So far before a number stands "with", in characters ("with some", "with at least").
_RIGHT_BEFORE = 12
_ATTACK = "among the attackers"
_FALLING = frozenset({"dropped", "fired"})
#: How a question asks for a matter, where it is no state that they were in.
_ASKED = {"arrived": "arrived", "involved": "took part"}
#: What goes on, so that a later and higher number is another state of it.
GOES_ON = frozenset({"arrived"})
#: Those who sail or fly a thing, and those whom it carries.
_CREW = frozenset("crew crewman crewmember sailor seaman airman pilot steward stewardess".split())
_CARRIED = frozenset(
    "passenger tourist pilgrim refugee migrant traveller traveler holidaymaker evacuee soldier".split()
)


@functools.lru_cache(maxsize=1 << 12)
def matter(before: str, number: str, after: str, noun: str, *, people: bool) -> str:
    """What the counted had to do with it, by the words right before and after their number; empty where none tell.
    `noun`: what is counted, in the singular; `people`: whether these can be people."""
    words = f"{before}{number}{after}"
    if _NOT_THERE.search(words):
        return ""
    matters = _OF_PEOPLE if people else _OF_THINGS
    at, end = len(before), len(before) + len(number)
    found = [
        (min(abs(told.start() - end), abs(at - told.end())), name, told)
        for name, pattern in matters.items()
        if (name in _FALLING) <= (noun in _AMMUNITION)
        for told in pattern.finditer(words)
    ]
    near = [(far, name) for far, name, told in found if not _of_others(name, noun, told) and _near(told, far)]
    return min(near)[1] if near else ""


def _of_others(name: str, noun: str, told: re.Match[str]) -> bool:
    """Whether a matter is one of others: of those who attack, or of all but them; "with 140 passengers"."""
    if told.group().lower() == "with":
        return noun not in _CREW | _CARRIED
    return noun not in _ATTACKERS if name == _ATTACK else name == "in the crowd" and noun in _ATTACKERS


def _near(told: re.Match[str], far: int) -> bool:
    """Whether a word that says little stands right before a number ("with 140 passengers")."""
    return told.group().lower() != "with" or far <= _RIGHT_BEFORE


def asked_for(matter: str) -> str:
    """ "were on board", "took part": a matter as a question asks for it."""
    return _ASKED.get(matter, f"were {matter}")


def crew_and_carried(one: str, other: str) -> bool:
    """Whether one noun counts the crew, and the other those who were carried."""
    return (one in _CREW and other in _CARRIED) or (one in _CARRIED and other in _CREW)


def told_alike(one: str, other: str) -> str:
    """Where both words around two numbers have the counted be, by whatever verb ("on board"); empty if they do not."""
    if _NOT_THERE.search(one) or _NOT_THERE.search(other):
        return ""
    return next((where for where, words in _ALIKE.items() if words.search(one) and words.search(other)), "")
