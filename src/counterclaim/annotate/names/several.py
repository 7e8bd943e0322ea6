"""Several people who speak as one: "the co-chairs of the Commission", "the three mediators".

Those of a named body are an entity of the report, called after it ("Commission co-chairs"). A plural description is
theirs where it has the same noun or one for the same task, and no other number.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from counterclaim.annotate.names.refer import Names
from counterclaim.records import EntityKind

#: Those who go between the sides of a conflict: reports call the same people by any of these.
_BETWEEN = frozenset("mediator co-chair cochair chair chairman chairperson envoy negotiator".split())
#: Posts whose bearers speak for a body together; its officials, diplomats or members do so one by one.
_POSTS = _BETWEEN | frozenset("leader minister ambassador representative guarantor".split())
_NUMBERS = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
_LONGEST_LIST = 12
_BETWEEN_ARTICLE_AND_NOUN = frozenset({"ADJ", "PROPN", "NOUN", "NUM", "CCONJ", "PUNCT"})
_PLURAL = frozenset({"NNS", "NNPS"})


def bearers(names: Names) -> Iterator[tuple[Token, str, str]]:
    """The nouns by which a report names the bearers of a post of a body ("the co-chairs of the Commission"), each with
    the body's id and the noun's singular."""
    for sentence in names.parsed.sentences:
        for token in sentence:
            post = _post(token)
            if post and token.i not in names._at and _article(token) is not None:
                body = _body(names, token)
                if body is not None:
                    yield token, body, post


def together(names: Names, head: Token) -> str | None:
    """The entity of several people that a plural description with this head means ("the three mediators"), or None if
    none was named before or two could be meant."""
    post, first = _post(head), _article(head)
    if not post or first is None or any(c.dep_ == "prep" for c in head.children):
        return None
    before = [w.lower_ for w in head.doc[first + 1 : head.i]]
    wanted = next((_NUMBERS[word] for word in before if word in _NUMBERS), None)
    told = [word for word in before if word not in _NUMBERS and word not in {"co", "-"}]
    fits = {
        entity
        for token, entity, other in names.bearers
        if token < head.i and not told and (other == post or {other, post} <= _BETWEEN)
        if wanted is None or _count(names, head.doc[token]) in {None, wanted}
    }
    return fits.pop() if len(fits) == 1 else None


def _post(token: Token) -> str:
    """The singular of a plural noun for a post, or ""; the parser may tear "co-chairs" apart."""
    if token.tag_ not in _PLURAL:
        return ""
    lemma = token.lemma_.lower()
    if lemma == "chair" and token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "co":
        return "co-chair"
    return lemma if lemma in _POSTS else ""


def _article(token: Token) -> int | None:
    """Where the "the" of a noun stands, over the words between; by the words alone, since lists of countries before a
    noun ("the U.S., Russian and French co-chairs") are often torn apart in the parse."""
    for i in range(token.i - 1, max(token.sent.start, token.i - _LONGEST_LIST) - 1, -1):
        word = token.doc[i]
        if word.lower_ in {"the", "these"}:
            return i
        if word.pos_ not in _BETWEEN_ARTICLE_AND_NOUN and word.lower_ != "co":
            return None
    return None


def _body(names: Names, token: Token) -> str | None:
    """The organisation that the bearers of a post belong to: "of the Commission", "Commission co-chairs"."""
    owners = [
        w for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for w in c.children if w.dep_ == "pobj"
    ]
    owners += [w for w in token.lefts if w.dep_ in {"compound", "poss", "nmod"}]
    for owner in owners:
        entity = names.at(owner)
        if entity is not None and names.entities[entity].kind is EntityKind.ORGANIZATION:
            return entity
    return None


def _count(names: Names, token: Token) -> int | None:
    """How many there are: by the number before the noun, or by the countries listed there ("the Kenyan and Ugandan
    envoys"); None where neither says."""
    first = _article(token)
    words = token.doc[token.left_edge.i if first is None else first : token.i]
    number = next((_NUMBERS[w.lower_] for w in words if w.lower_ in _NUMBERS), None)
    listed = {country.code for w in words if (country := names.country_at(w))}
    return number or (len(listed) if len(listed) > 1 else None)
