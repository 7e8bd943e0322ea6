"""Names of places that the model took for no names at all."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span, Token

from counterclaim.annotate.names import Names
from counterclaim.annotate.places.nearby import Nearby
from counterclaim.annotate.places.standing import (
    HYPHENS,
    JOINERS,
    KINDS,
    PLACE_LABELS,
    POSTS,
    Named,
    as_named,
    belongs_to_next,
    is_called_place,
    is_inside,
    is_listed,
    is_torn,
    says_nothing,
    stands_like_place,
)
from counterclaim.records import EntityKind

#: spaCy's labels of what is no name, and what it calls a date because it is one.
_NO_NAMES = frozenset("CARDINAL ORDINAL QUANTITY PERCENT MONEY".split())
_CALENDAR = frozenset({*calendar.day_name, *calendar.month_name, *calendar.month_abbr} - {""})
#: A name that was overlooked has no more words than this ("Ma'arrat al - Numan" has four).
_LONGEST = 5


def beginnings(names: Names) -> list[tuple[int, int]]:
    """The tokens in no name at which one may begin, each with the end of its sentence."""
    taken = {i for group in names.clusters for item in group.found for i in range(item.start, item.end)}
    return [
        (token.i, sentence.end)
        for sentence in names.parsed.sentences
        for token in sentence
        if _begins(token) and token.i not in taken
    ]


def overlooked(
    names: Names, begin: Collection[tuple[int, int]], taken: Collection[int], nearby: Nearby
) -> Iterator[Named]:
    """The places among the words that are in no name, given where they may `begin`; `taken` are the tokens in names."""
    doc = names.parsed.doc
    past = 0
    for start, limit in begin:
        if start < past:
            continue
        entity = names.at(doc[start])  # a single word that was found to name an entity once more
        if entity is not None and names.entities[entity].kind is EntityKind.PLACE:
            placed = stands_like_place(doc, start, start + 1)
            named: Named | None = as_named(names, start, start + 1, doc[start].text, placed)
        else:
            named = None if entity is not None else _at(names, start, limit, taken, nearby)
        if named is not None:
            yield named
            past = named.end


def _at(names: Names, start: int, limit: int, taken: Collection[int], nearby: Nearby) -> Named | None:
    """The longest run of words from `start` that stands like a place."""
    doc = names.parsed.doc
    if not may_begin(doc[start]):
        return None
    end = start
    ends = []
    while end < min(limit, start + _LONGEST) and end not in taken and goes_on(doc, start, end):
        end += 1
        if doc[end - 1].text[:1].isupper() and not is_torn(doc, end, limit):
            ends.append(end)
    for end in reversed(ends):
        if not _may_be_name(doc, start, end):
            continue
        name = doc[start:end].text
        placed = stands_like_place(doc, start, end) or (
            _is_proper(doc, start, end) and is_listed(doc, start, end, False)
        )
        if is_called_place(doc, start, end) or (placed and nearby.knows(name)):
            return as_named(names, start, end, name, True)
        inside = is_inside(doc, start) and end == ends[-1] and not _is_title(doc[start].sent)
        bare = _is_article(doc[start]) or nearby.has_many_spellings()
        if inside and (nearby.sounds(name) or (bare and _is_proper(doc, start, end) and _is_spot(doc, start, end))):
            return as_named(names, start, end, name, True)
    return None


def _begins(token: Token) -> bool:
    return token.text[:1].isupper() or _is_article(token)


def _is_article(token: Token) -> bool:
    """Whether a word is an article that a hyphen binds to a name ("al-Bab")."""
    text = token.text
    if text[:3] in {"al-", "el-"}:
        return True
    bound = text in JOINERS and token.i + 2 < len(token.doc) and not token.whitespace_
    return bound and token.nbor(1).text in HYPHENS and token.nbor(2).text[:1].isupper()


def may_begin(token: Token) -> bool:
    """Whether a name may begin at a token."""
    torn = token.i > 0 and token.nbor(-1).text in HYPHENS and not token.nbor(-1).whitespace_
    if torn or token.ent_type_ in _NO_NAMES or token.text in _CALENDAR or token.lower_ in POSTS:
        return False
    return _is_article(token) or (
        token.text[:1].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ"} and not token.is_stop
    )


def _may_be_name(doc: Doc, start: int, end: int) -> bool:
    last = doc[end - 1].lower_
    return not belongs_to_next(doc, start, end) and not says_nothing(doc[start:end].text) and last not in KINDS


def _is_proper(doc: Doc, start: int, end: int) -> bool:
    """Whether words are a name and nothing that is counted or goes on ("Section 12")."""
    after = doc[end] if end < len(doc) else None
    return all(token.pos_ == "PROPN" or token.is_punct for token in doc[start:end]) and (
        after is None or not (after.like_num or after.text in HYPHENS)
    )


def _is_spot(doc: Doc, start: int, end: int) -> bool:
    """Whether a name of which nothing is known is a place's when something is in it: to the model it is nothing else,
    and no noun follows ("in X Hospital")."""
    after = doc[end] if end < len(doc) and not doc[end].is_sent_start else None
    alone = after is None or not (after.text[:1].isupper() or after.pos_ in {"NOUN", "PROPN"})
    return alone and not doc[start:end].text.isupper() and doc[start].ent_type_ in {"", *PLACE_LABELS}


def _is_title(sentence: Span) -> bool:
    """Whether words are written with capitals whatever they are, so that these do not tell names."""
    words = [token for token in sentence if token.is_alpha and len(token) > 3]
    return 2 * sum(token.text[:1].isupper() for token in words) > len(words)


def goes_on(doc: Doc, start: int, i: int) -> bool:
    """Whether the token `i` is in a name that begins at `start` if those between are."""
    token = doc[i]
    return i == start or token.text[:1].isupper() or token.lower_ in JOINERS or token.text.startswith(("al-", "el-"))
