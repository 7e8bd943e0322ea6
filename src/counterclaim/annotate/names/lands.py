"""States that no list has, known from how a report speaks of a land and its people."""

from __future__ import annotations

import re

from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.world import Country, country_named, country_of_demonym, unlisted_state

#: "Republic of X": a state's own name for itself.
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
    words |= {name.capitalize() if name.isupper() else name for name in _STATE_OF.findall(text)}
    states = {}
    for word in sorted(words - _CONTINENTS):
        organ = {noun.lower() for noun in re.findall(rf"\b{word}n\s+(\w+)", text)} & _ORGANS_OF_STATES
        people = word.endswith("ia") and f"{word}n" in words
        if (
            (people or (word.endswith("a") and organ and word in text) or _is_state_of(word, text))
            and not country_named(word)
            and not country_of_demonym(f"{word}n")
        ):
            state = unlisted_state(word)
            states.update({word: state, f"{word}n": state, f"{word}ns": state})
    return states


def _is_state_of(word: str, text: str) -> bool:
    """Whether a report calls a land a republic or the like ("Republic of X"), and that alone and not "of X Y"."""
    return any(name.lower() == word.lower() for name in _STATE_OF.findall(text))
