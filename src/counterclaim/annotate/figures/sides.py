"""On whose side those are who are counted: the state or body that their own words name ("six Kenyan soldiers")."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.annotate.figures.bodies import body_called
from counterclaim.annotate.figures.counted import MANY, is_person, singular
from counterclaim.annotate.figures.deeds import CountedTokens, is_attack
from counterclaim.annotate.figures.lexicon import ACTORS, ARMS_AND_ATTACKS, PERSONS
from counterclaim.annotate.names import Names
from counterclaim.annotate.parse import Parsed
from counterclaim.records import EntityKind, Who

_KINDS = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.STATE})
#: Bodies that persons belong to ("seven regime soldiers").
_BODIES = (
    ACTORS - PERSONS - frozenset("group patrol force unit squad state command column cell branch party side".split())
) | {"rebel"}
_LINKS = frozenset({"of", "from"})
_INSIDE = frozenset({"of", "-"})


def side_of(parsed: Parsed, names: Names, counted: CountedTokens, by: Who | None) -> Who | None:
    """The state or body that the words for the counted name; None where they name none, or only who did it."""
    if is_attack(counted.anchor):
        return None
    doc = counted.anchor.doc
    found = [who for token in doc[counted.first : _end(counted) + 1] if (who := _named(parsed, names, token, counted))]
    if by is not None and by.entity is not None:
        found = [who for who in found if who.entity != by.entity]
    known = [who for who in found if who.entity is not None]
    return next(iter(known or found), None)


def _end(counted: CountedTokens) -> int:
    """The last token of the words for the counted, with "from the army" or "of the 3rd brigade" behind them."""
    doc, at = counted.anchor.doc, max(counted.last, counted.anchor.i)
    stop = counted.anchor.sent.end
    if at + 1 < stop and doc[at + 1].lower_ in _LINKS:
        at += 1
        while at + 1 < stop and (doc[at + 1].pos_ in {"DET", "ADJ", "NOUN", "PROPN"} or doc[at + 1].text in _INSIDE):
            at += 1
    return min(at, stop - 1)


def _named(parsed: Parsed, names: Names, token: Token, counted: CountedTokens) -> Who | None:
    """The state or body that a token names, or whose name ends there."""
    number = token.like_num or token.lower_ in MANY
    if number or (token.i > counted.first and token.nbor(-1).text == "-"):
        return None
    country = names.country_at(token)
    if country is not None:
        entity = names.state_of(country)
        return Who(entity, names.entities[entity].name, parsed.span_of(token)) if entity else None
    named = names.at(token)
    if named is not None:
        local = names.entities[named]
        return Who(named, local.name, parsed.span_of(token)) if local.kind in _KINDS else None
    if token == counted.anchor or is_person(token):
        return None
    if token.pos_ == "PROPN" and _is_own_name(token):
        first = token
        while first.i - 1 >= counted.first and _is_own_name(first.nbor(-1)):
            first = first.nbor(-1)
        last = token
        while last.i + 1 < len(token.doc) and _is_own_name(last.nbor(1)) and last.nbor(1) != counted.anchor:
            last = last.nbor(1)
        span = parsed.span_of(token.doc[first.i : last.i + 1])
    elif token.pos_ in {"NOUN", "PROPN", "ADJ"} and singular(token) in _BODIES:
        span = parsed.span_of(token)
    else:
        return None
    body = body_called(names, span.text)
    return Who(body, names.entities[body].name if body else span.text, span)


def _is_own_name(token: Token) -> bool:
    """Whether a word is a name that nothing is known of ("ISIL fighters"), in a sentence that is no headline."""
    if token.pos_ not in {"PROPN", "ADJ"} or token.lower_ in ARMS_AND_ATTACKS or is_person(token):
        return False
    if token.is_upper and len(token) > 1:
        return True
    plain = [t for t in token.sent if t.pos_ in {"NOUN", "VERB", "ADJ"} and t.i != token.sent.start]
    return token.is_title and any(t.is_lower for t in plain)
