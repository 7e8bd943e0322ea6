"""Questions in plain words: what was done, in the past tense, with the article of what is known."""

from __future__ import annotations

import re

from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.pile import Pile
from counterclaim.records import Claim

_PAST = {
    "hit": "hit", "strike": "struck", "shoot": "shot", "shoot down": "shot down", "blow up": "blew up",
    "blow": "blew up",
    "bring down": "brought down", "set": "set", "break": "broke", "drop": "dropped", "gun down": "gunned down",
    "take": "took", "overrun": "overran", "burn down": "burned down", "steal": "stole", "slay": "slew", "beat": "beat",
    "hold": "held", "cut": "cut", "lead": "led", "throw": "threw", "begin": "began", "raid": "raided", "down": "downed",
    "leave": "left", "tear": "tore", "burst": "burst", "shut": "shut", "light": "lit", "sink": "sank", "drive": "drove",
    "lay": "laid", "flee": "fled", "put": "put", "catch": "caught", "keep": "kept", "bind": "bound", "rig": "rigged",
    "bring": "brought", "bring back": "brought back", "find": "found", "hide": "hid", "give": "gave", "write": "wrote",
    "draw": "drew", "build": "built", "sell": "sold", "send": "sent", "dig": "dug", "win": "won", "pay": "paid",
    "get": "got", "make": "made", "put up": "put up", "fall": "fell", "ride": "rode", "carry": "carried",
    "kidnap": "kidnapped", "beat up": "beat up",
    "plan": "planned", "stab": "stabbed", "rob": "robbed", "ram": "rammed", "stop": "stopped", "flog": "flogged",
}  # fmt: skip
_NO_OBJECT = frozenset("it he she they them him her us we who which that this these those one some".split())
_COUNT = re.compile(
    r"^(?:(?:at least|more than|about|around|some|over|nearly|up to|as many as)\s+)?(?:\d[\d,.]*|dozens|scores|"
    r"hundreds|(?:a )?(?:large |small |great |unknown )?numbers?|many|several|\w+teen|twenty|thirty|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve)(?:\s+of)?\s+",
    re.I,
)
_LONGEST = 60


def past(verb: str) -> str:
    """The past tense of an English verb, with its particle ("shot down")."""
    if verb in _PAST:
        return _PAST[verb]
    first, _, rest = verb.partition(" ")
    if first in _PAST:
        done = _PAST[first]
    elif first.endswith("e"):
        done = first + "d"
    elif first.endswith("y") and first[-2:-1] not in "aeiou":
        done = first[:-1] + "ied"
    else:
        done = first + "ed"
    return f"{done} {rest}".strip()


def definite(words: str) -> str:
    """A noun phrase as what is known: "a market" is "the market"; empty for a pronoun or a long one."""
    words = " ".join(words.split()).strip(' ,.;:"“”')
    if not words or words.lower() in _NO_OBJECT or len(words) > _LONGEST:
        return ""
    return re.sub(r"^(?:an?|one|another)\s+(?=\w)", "the ", words, flags=re.I)


def uncounted(words: str) -> str:
    """A noun phrase without how many: "at least eleven people" is "people"."""
    return _COUNT.sub("", words)


def object_of(claim: Claim) -> str:
    """What a claim's deed was done to, in a few words; empty where that cannot be said."""
    for who in claim.patient:
        words = definite(who.span.text if who.span else who.name)
        if words:
            return words[:1].lower() + words[1:] if words.split()[0].lower() in _LOWERED else words
    return ""


_LOWERED = frozenset(
    "the at more about around some over nearly up dozens scores hundreds two three four five six".split()
)


def place_words(pile: Pile, *tellings: Telling) -> str:
    """ "in X" for the rarest place that all tellings share, or that one has in its own sentence and the others allow;
    empty where there is none."""
    if not any(telling.placed for telling in tellings):
        return ""
    shared = frozenset.intersection(*(telling.places for telling in tellings))
    own = [telling.places for telling in tellings if telling.placed] if not shared else []
    places = shared or (own[0] if len(own) == 1 and len(own[0]) == 1 else frozenset())
    best = min(places, key=lambda place: (pile.frequency[place], place), default=None)
    return f" in {pile.entities[best].name}" if best else ""
