"""What the parser leaves unread in headlines: verbs that a capital turned into names, and "10 dead in …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
#: Verbs of news that a headline gives in the present, and under a capital look like names.
_VERBS = frozenset(
    """kill wound injure hit strike target destroy claim capture seize shell bomb attack launch foil repel down arrest
    detain free release retake recapture storm raid besiege liberate kidnap abduct execute behead reject deny accuse
    condemn sign accept break violate announce declare""".split()
)


@dataclass(frozen=True, slots=True)
class Headline:
    """A verb of a headline, its lemma, who does it and to whom."""

    verb: Token
    lemma: str
    agents: tuple[Token, ...]
    patients: tuple[Token, ...]


def headline_verbs(tokens: Sequence[Token]) -> Iterator[Headline]:
    """The verbs of a headline in title case ("Border Army Kills 20 Rebels"), and its dead ("10 dead in …")."""
    doer: Token | None = None
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.lower_ == "dead" and before.pos_ == "NUM" and after.pos_ not in _NOUNS:
            if not any(
                t.lemma_ == "leave" for t in tokens[max(0, before.i - tokens[0].i - 4) : before.i - tokens[0].i]
            ):
                yield Headline(token, "die", (), (before,))
            continue
        lemma = _lemma(token, before, after)
        if lemma is None:
            continue
        done = _object(tokens, token)
        if done is None:
            continue
        if doer is None and before.pos_ in _NOUNS and before.dep_ != "pobj":
            doer = before
        yield Headline(token, lemma, (doer,) if doer is not None else (), (done,))


def _lemma(token: Token, before: Token, after: Token) -> str | None:
    """The verb that a word in title case between a noun and an object is."""
    if not token.is_title or before.pos_ not in _NOUNS or not (before.is_title or before.is_upper):
        return None
    if token.pos_ == "VERB" and any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children):
        return None
    word = token.lower_
    plural = before.tag_ in {"NNS", "NNPS"}
    lemma = word if plural and word in _VERBS else word.removesuffix("s") if word.endswith("s") else None
    if lemma not in _VERBS or token.pos_ not in {"NOUN", "PROPN", "VERB"}:
        return None
    # "Missile Strikes on": a noun; "Kills 20", "Kills Over 100", "Hit Hospital": a verb
    return lemma if after.pos_ in {"NUM", "DET", "ADV"} or (after.is_title and lemma in {"kill", "destroy"}) else None


def _object(tokens: Sequence[Token], verb: Token) -> Token | None:
    """The head of the nouns behind a verb, up to a preposition or comma."""
    head: Token | None = None
    for token in tokens:
        if token.i <= verb.i:
            continue
        if token.pos_ in _NOUNS or (token.pos_ == "NUM" and head is None):
            head = token
        elif token.pos_ in {"DET", "ADJ", "NUM", "ADV"} or (token.lower_ == "over" and head is None):
            if head is not None and head.pos_ in _NOUNS:
                break
        else:
            break
    return head
