"""States that no list has, known from how a report speaks of a land and its people."""

from __future__ import annotations

import re

from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.world import Country, country_named, country_of_demonym, unlisted_state

#: "Republic of X", and not "of X Y": a state's own name for itself.
_STATE_OF = re.compile(r"\b(?i:republic|kingdom|sultanate|emirate|principality) (?i:of) ([A-Z]\w{3,})(?!\w|[ -][A-Z])")
#: What states have and cities or regions hardly ever.
_ORGANS_OF_STATES = frozenset(
    "army navy military troops government president parliament republic embassy ambassador constitution".split()
)
_CONTINENTS = frozenset({"Asia", "Africa", "America", "Eurasia", "Antarctica"})


def unlisted_states(parsed: Parsed) -> dict[str, Country]:
    """States that no list has ("Abkhazia"), by each word for them: a report that speaks of X-ia and of the X-ian (a
    regular demonym of English) speaks of a land and its people, and so does one that has an X-an army or government, or
    a Republic of X."""
    words = {t.text for s in parsed.sentences for t in s if t.is_title and t.pos_ in {"PROPN", "ADJ", "NOUN"}}
    text = parsed.report.text
    names = _STATE_OF.findall(text)
    words |= {name.capitalize() if name.isupper() else name for name in names}
    called = {name.lower() for name in names}
    states = {}
    for word in sorted(words - _CONTINENTS):
        people = word.endswith("ia") and f"{word}n" in words
        if (
            (people or word.lower() in called or (word.endswith("a") and _has_organs(word, text)))
            and not country_named(word)
            and not country_of_demonym(f"{word}n")
        ):
            state = unlisted_state(word)
            states.update({word: state, f"{word}n": state, f"{word}ns": state})
    return states


def _has_organs(land: str, text: str) -> bool:
    """Whether a text speaks of an "X-an army", or another organ of a state X."""
    nouns = re.findall(rf"\b{re.escape(land)}n\s+(\w+)", text)
    return any(noun.lower() in _ORGANS_OF_STATES for noun in nouns)
