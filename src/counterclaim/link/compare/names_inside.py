"""How the words for somebody stand inside a question: without the capital letter that only began a sentence, and
without half of a bracket."""

from __future__ import annotations

import re

from counterclaim.link.compare.deeds.words import ARMED_WORDS, PEOPLE_WORDS

#: Words that begin a phrase and are no name.
_SMALL = frozenset("The A An Some Several At More About Many Somebody Someone".split())
_PLURAL = re.compile(r"\w+(?:s|men)|\w+teen|\w+ty|Nine|Ten|One|Two|Three|Four|Five|Six|Seven|Eight|People")
#: Words that are no name where a small one follows them.
_ADJECTIVES = re.compile(
    r"(?:Military|Government|Opposition|Rebel|Security|Local|Armed|Civilian|Police|State|Army|Regime|Foreign|Medical|"
    r"Humanitarian|Supplies|Hospital|Artillery|Enemy|Masked|Unknown|Air|Heavy|Intense|Relief|Criminal|Shops|Schools|"
    r"\w{2,}(?:ary|tion|ment|ive|ous|ional))"
)
#: Nouns of people and things that a sentence begins with, in the plural, and numbers.
_COMMON = re.compile(
    r"(?:Officers|Units|Forces|Troops|Soldiers|Police(?:men)?|Gunmen|Fighters|Men|Women|People|Planes|Jets|Warplanes|"
    r"Aircraft|Helicopters|Tanks|Shells|Rockets|Supplies|Jets|Missiles|Children|Families|Members|Doctors|Residents|"
    r"Villagers|Guards|Civilians|Buses|Lorries|Trucks|Ships|Boats|Drones|Hundreds|Dozens|Thousands|Scores|One|Two|"
    r"Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|\w+teen|"
    r"(?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)ty)"
)


def lowered(words: str) -> str:
    """Words as they stand inside a sentence, where they only began one with a capital letter."""
    words = " ".join(words.split())
    first = words.split(" ", 1)[0]
    common = ARMED_WORDS.search(first.lower()) or PEOPLE_WORDS.search(first.lower()) or _COMMON.fullmatch(first)
    small = first in _SMALL or bool(_PLURAL.fullmatch(first) and common)
    follows = words[len(first) :].lstrip()[:1].islower()
    return words[0].lower() + words[1:] if small or (follows and _ADJECTIVES.fullmatch(first)) else words


def balanced(words: str) -> str:
    """Words without what belongs to a bracket that was opened before them ("… and Agencies) Rebel forces")."""
    if words.count(")") > words.count("("):
        words = words.rpartition(")")[2].strip()
    return words.partition(" (")[0] if words.count("(") > words.count(")") else words
