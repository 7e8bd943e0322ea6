"""Single victims that no number counts: "killing a woman", "a child was killed", "including a nurse"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from counterclaim.annotate.figures.counted import Counted, counted_after, is_person
from counterclaim.annotate.figures.counts import Count
from counterclaim.annotate.figures.lexicon import DONE_TO_FORMS, FATES, STATES, UNDERGONE
from counterclaim.records import Happened

#: What a single person whom no number counts must have undergone.
VICTIM: Final = frozenset({Happened.KILLED, Happened.INJURED, Happened.CAPTURED, Happened.ARRESTED, Happened.MISSING})
_HARM_WORDS = frozenset(
    ({word for words in (STATES, DONE_TO_FORMS) for word, happened in words.items() if happened in VICTIM} - {"held"})
    | {"die", "dies", "death", "deaths", "killing", "injuries", "lives", "victim", "casualty", "fatality"}
)
#: A noun that stands for several, or for a role in general rather than one person.
_NOT_ONE = frozenset({"family", "staff", "police", "crew", "personnel", "element", "pair", "militia", "chief", *FATES})


def single_victims(sentence: Tokens) -> Iterator[tuple[Count, int, Counted]]:
    """Counts of one for an article and a person, in sentences that speak of dead or injured.

    Gives the count, the token of the article and what is counted; whether that person was a victim is for the
    caller to find out.
    """
    if not any(token.lower_ in _HARM_WORDS for token in sentence):
        return
    for token in sentence:
        if (
            token.lower_ not in {"a", "an", "another"}
            or token.i + 1 >= sentence.end
            or token.nbor(1).lower_ == "single"
        ):
            continue
        if sentence.doc[max(sentence.start, token.i - 2) : token.i].text.lower() in {"of them", "of whom"}:
            continue  # "one of them a child" is counted by its "one"
        counted = counted_after(sentence.doc, token.i, sentence.end, 1)
        if counted is None or counted.noun is None or counted.noun.tag_ not in {"NN", "NNP"}:
            continue
        if _acts(counted.noun):
            continue
        if is_person(counted.noun) and counted.noun.lemma_.lower() not in _NOT_ONE:
            end = counted.noun.idx + len(counted.noun)
            yield Count(token.idx, end, token.idx, 1.0, 1.0, 1.0), token.i, counted


def _acts(noun: Token) -> bool:
    """Whether the person does something in the same breath, as the source of the report does ("a monitor said")."""
    if noun.i + 1 >= noun.sent.end:
        return False
    following = noun.nbor(1)
    return bool(
        following.pos_ == "VERB"
        and following.tag_ in {"VBD", "VBZ", "VBP"}
        and following.lower_ not in STATES
        and following.lemma_.lower() not in UNDERGONE
    )
