"""What a claim excepts: "no military support, apart from *buying equipment*"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from counterclaim.annotate.parse import Parsed
from counterclaim.records import Claim, Modality, Polarity, Span

#: Words that can only except.
_EXCEPT = frozenset({"except", "excepting", "excluding", "barring"})
#: Words that except beside a word for none or all: "besides killing five, it wounded two" only adds.
_BESIDES = frozenset({"besides", "save", "but"})
#: The first word of a phrase and the one that ends it.
_PHRASES = {"apart": "from", "aside": "from", "other": "than", "exception": "of"}
_ALL = frozenset(
    """no not n't nt never none nothing nobody nowhere neither any anything anyone anybody all every everything everyone
    everybody each whole entire without""".split()
)
_ENDS = frozenset({",", ";", ":", "–", "—", ".", "(", ")"})


def exceptions_of(parsed: Parsed, of_token: Mapping[int, Claim]) -> dict[str, Span]:
    """For each claim that excepts something, by its id, the words for what is excepted.

    `of_token` holds the claims by the index of their words.
    """
    found: dict[str, Span] = {}
    for sentence in parsed.sentences:
        for token in sentence:
            last = _marker(token)
            if last is None:
                continue
            claim = _claim_around(token, of_token)
            words = _excepted(parsed.doc, last) if claim is not None else None
            if claim is None or words is None or claim.id in found:
                continue
            if token.lower_ in _EXCEPT or token.lower_ == "exception" or _speaks_of_all(token, claim):
                found[claim.id] = parsed.span(*words)
    return found


def _marker(token: Token) -> Token | None:
    """The last word of a marker of exception that begins with a token, None where it is none."""
    doc, word = token.doc, token.lower_
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if word in _PHRASES:
        return after if after is not None and after.lower_ == _PHRASES[word] else None
    if word in _EXCEPT or (word in _BESIDES and token.dep_ == "prep"):
        if word == "but" and not any(child.dep_ == "pobj" and child.pos_ != "ADJ" for child in token.children):
            return None  # "no choice but to leave", "nothing but fair"
        return after if after is not None and after.lower_ == "for" else token
    return None


def _excepted(doc: Doc, last: Token) -> tuple[int, int] | None:
    """The characters of what stands behind the marker."""
    sentence = last.sent
    below = [child for child in last.children if child.dep_ in {"pobj", "pcomp", "prep"} and child.i > last.i]
    end = max((child.right_edge.i + 1 for child in below), default=sentence.end)
    stop = last.i + 1
    while stop < min(end, sentence.end) and doc[stop].text not in _ENDS:
        stop += 1
    if stop == last.i + 1:
        return None
    return doc[last.i + 1].idx, doc[stop - 1].idx + len(doc[stop - 1])


def _heads(token: Token) -> Iterator[Token]:
    while token.head != token:
        token = token.head
        yield token


def _claim_around(token: Token, of_token: Mapping[int, Claim]) -> Claim | None:
    """The claim of the clause that a marker stands in."""
    for head in _heads(token):
        claim = of_token.get(head.i)
        if claim is not None and claim.modality is not Modality.PRESUPPOSED:
            return claim
    return None


def _speaks_of_all(token: Token, claim: Claim) -> bool:
    """Whether the claim is negative, or its sentence speaks of all or none before what it excepts."""
    if claim.polarity is Polarity.NEGATIVE:
        return True
    near = [*_heads(token)][:2]
    return any(child.lower_ in _ALL for head in near for child in (head, *head.children))
