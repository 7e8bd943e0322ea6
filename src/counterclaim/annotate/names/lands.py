"""States that no list has, known from how a report speaks of a land and its people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.world import Country, country_named, country_of_capital, country_of_demonym, unlisted_state

_NAME = r"[A-Z]\w{3,}"
#: "Republic of X", and not "of X Y": a state's own name for itself.
_STATE_OF = re.compile(rf"\b(?i:republic|kingdom|sultanate|emirate|principality) (?i:of) ({_NAME})(?!\w|[ -][A-Z])")
#: "the breakaway X Republic": one that broke away is called by all of its name.
_BROKE_AWAY = re.compile(
    r"\b(?:breakaway|self-(?:proclaimed|declared|styled)|separatist|unrecogni[sz]ed|so-called) "
    r"[\"“‘']?((?:[A-Z][\w’'-]+ )+Republic)\b"
)
_MINISTRIES = (
    r"(?:foreign|defen[cs]e|interior|health|justice|finance|emergenc(?:y|ies)|information) (?:ministry|minister)"
)
#: What states have and cities, regions or people hardly ever.
_OF_STATES = rf"(?:{_MINISTRIES}|armed forces|air force|general staff|coast ?guard|prime minister|embassy|navy)"
#: What states have and a city may not be said to by the name of its people.
_OF_PEOPLES = (
    rf"(?:{_OF_STATES}|army|military|troops|soldiers|government|president|parliament|republic|ambassador|constitution)"
)
#: Whose ministry or army it is: "X's Foreign Ministry", "the army of X". A leader has troops, but no ministry.
_OWNS = re.compile(rf"\b({_NAME})['’]s? (?i:{_OF_STATES})\b")
_OWNED = re.compile(rf"\b(?i:{_OF_STATES}|ministry of (?:foreign affairs|defen[cs]e)) of ({_NAME})(?!\w|[ -][A-Z])")
#: What a leader has as well, so that it must also be a land that something is in.
_RULES = re.compile(rf"\b({_NAME})['’]s? (?i:government|army|president|parliament|troops|soldiers)\b")
_ARMY_OF = re.compile(rf"\b(?i:army|government) of ({_NAME})(?!\w|[ -][A-Z])")
_PEOPLES = re.compile(rf"\b({_NAME})\s+(?i:{_OF_PEOPLES})\b")
_CONTINENTS = frozenset({"Asia", "Africa", "America", "Eurasia", "Antarctica"})
#: What a people is called after its land by the rules of English: the land's last letters, and what takes their place.
_PEOPLE = (
    ("a", ("an",)),
    ("o", ("an", "oan")),
    ("e", ("ean", "ian")),
    ("y", ("ian",)),
    ("i", ("ian",)),
    ("", ("ian", "an", "i", "ese", "ish", "ic")),
)


def unlisted_states(parsed: Parsed) -> dict[str, Country]:
    """States that no list has ("Abkhazia"), by each word for them: a report that speaks of X-ia and of the X-ian (a
    regular demonym of English) speaks of a land and its people, and so does one that has an X-an army or government, a
    foreign ministry of X's, or a Republic of X."""
    words = {t.text for s in parsed.sentences for t in s if t.is_title and t.pos_ in {"PROPN", "ADJ", "NOUN"}}
    text = parsed.report.text
    names = {name.capitalize() if name.isupper() else name for name in _STATE_OF.findall(text)}
    people_named = {ent[-1].text for ent in parsed.doc.ents if ent.label_ == "PERSON" and len(ent) > 1}
    owners = {name for owns in (_OWNS, _OWNED) for name in owns.findall(text)}
    owners |= {
        name
        for name in {*_RULES.findall(text), *_ARMY_OF.findall(text)}
        if re.search(rf"\b(?:in|neighbou?ring) {name}\b(?!['’])", text)
    }
    owners -= people_named
    peoples = set(_PEOPLES.findall(text))
    states: dict[str, Country] = {}
    for word in sorted((words | names) - _CONTINENTS):
        called = [people for people in _peoples_of(word) if people in words]
        told = [people for people in called if people in peoples or word.endswith("ia")]
        known = word in names or word in owners or told
        if known and not _is_listed(word) and not any(map(country_of_demonym, called or [f"{word}n"])):
            people = (told or called or [f"{word}n" if word.endswith("a") else word])[0]
            state = unlisted_state(word, people)
            states.update({word: state, people: state, f"{people}s": state, f"{people} Republic": state})
    for name in set(_BROKE_AWAY.findall(text)) - states.keys():
        if not _is_listed(name):
            states[name] = states.get(name.removesuffix(" Republic")) or unlisted_state(name, name)
    return states


def _is_listed(word: str) -> bool:
    """Whether a name is a listed country's, its capital's or its people's."""
    return any(known(word) is not None for known in (country_named, country_of_capital, country_of_demonym))


def _peoples_of(land: str) -> Iterator[str]:
    """What the people of a land may be called: "Kestoran" of "Kestora" and "Kestoro", "Tarskian" of "Tarsk"."""
    for end, people in _PEOPLE:
        if land.endswith(end):
            stem = land.removesuffix(end)
            yield from (stem + last for last in people)
            return
