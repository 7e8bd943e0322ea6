"""Whose deed it is where a sentence tells of what was fired: "shells fired by X killed five", "the fire came from X",
"rockets landed on the market"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from counterclaim.annotate.claims.phrases import animate, by_phrase, conjuncts, is_time, pobj

#: What is fired, thrown or dropped.
PROJECTILES = frozenset(
    """shell rocket missile mortar round shot bullet bomb shrapnel projectile grenade warhead artillery munition drone
    salvo barrage cannonball torpedo katyusha mine""".split()
)
_SET_OFF = frozenset("fire launch drop shoot lob throw hurl plant lay set guide fly send deliver release".split())
_LANDED = frozenset("fall land rain slam smash plough plow crash drop tear rip strike hit".split())
_ONTO = frozenset({"on", "upon", "onto", "into", "through"})
#: Whom and what people fall upon, though the word names nobody.
_FALLEN_ON = frozenset(
    """platoon company battalion brigade patrol column convoy garrison post outpost camp village town unit base
    position barrack barracks checkpoint squad caravan squadron settlement""".split()
)
_ALIGHT = frozenset({"alight", "ablaze", "afire", "aflame"})
_CAME = frozenset({"come", "originate", "emanate", "stem"})


def who_fired(doers: Sequence[Token]) -> list[Token]:
    """The doers, with whoever fired it in the place of what was fired: X in "shells fired by X killed five"."""
    return [each for doer in doers for each in _who_fired(doer)]


def _who_fired(doer: Token) -> list[Token]:
    if doer.lemma_.lower() in PROJECTILES:
        for clause in doer.children:
            told = clause.dep_ in {"acl", "relcl"} and clause.tag_ == "VBN" and clause.lemma_ in _SET_OFF
            by = by_phrase(clause) if told else None
            if by is not None:
                return list(conjuncts(by))
    return [doer]


def landed_on(verb: Token, subjects: Sequence[Token]) -> list[Token]:
    """What shells that fell, landed or slammed somewhere hit; nothing for other verbs and subjects."""
    if verb.lemma_ not in _LANDED or not any(noun.lemma_.lower() in PROJECTILES for noun in subjects):
        return []
    for child in verb.children:
        noun = pobj(child) if child.dep_ == "prep" and child.lower_ in _ONTO and child.i > verb.i else None
        if noun is not None and not is_time(noun):
            return list(conjuncts(noun))
    return []


def fallen_on(verb: Token, subjects: Sequence[Token]) -> list[Token]:
    """Whom people attack who "fell on" them."""
    if verb.lemma_ != "fall" or not subjects or not all(map(_people, subjects)):
        return []
    for child in verb.children:
        noun = pobj(child) if child.dep_ == "prep" and child.lower_ in {"on", "upon"} else None
        if noun is not None and not is_time(noun) and (noun.lemma_.lower() in _FALLEN_ON or _people(noun)):
            return list(conjuncts(noun))
    return []


def _people(noun: Token) -> bool:
    return animate(noun) and noun.pos_ != "NUM"


def came_from(verb: Token) -> list[Token]:
    """Whoever fire or shells came from; nobody where it is a place or a direction."""
    if verb.lemma_ not in _CAME:
        return []
    for child in verb.children:
        noun = pobj(child) if child.dep_ == "prep" and child.lower_ == "from" else None
        if noun is None or not _people(noun):
            continue
        bare = not any(c.dep_ == "det" for c in noun.children)
        if noun.pos_ == "NOUN" or noun.ent_type_ == "NORP" or (noun.pos_ == "PROPN" and not bare):
            return list(conjuncts(noun))
    return []


def put_to_death(verb: Token) -> bool:
    """Whether a verb tells that somebody was "put to death"."""
    return verb.lemma_ == "put" and any(
        child.dep_ == "prep" and child.lower_ == "to" and (noun := pobj(child)) is not None and noun.lower_ == "death"
        for child in verb.children
    )


def set_alight(verb: Token) -> bool:
    """Whether a verb tells that something was "set on fire" or "set light to"."""
    if verb.lemma_ != "set":
        return False
    for child in verb.children:
        noun = pobj(child) if child.dep_ == "prep" and child.lower_ == "on" else None
        if child.lower_ in _ALIGHT or (noun is not None and noun.lower_ == "fire") or _lit(child):
            return True
    return False


def lit(verb: Token) -> list[Token]:
    """What was "set light to", or the parser took for one thing with "alight" ("set the market alight")."""
    if not any(map(_lit, verb.children)):
        words = (c for c in verb.children if c.lower_ in _ALIGHT)
        return [noun for word in words for noun in word.children if noun.dep_ in {"compound", "nsubj", "nmod"}]
    found = (pobj(child) for child in verb.children if child.dep_ == "prep" and child.lower_ == "to")
    return [each for noun in found if noun is not None for each in conjuncts(noun)]


def _lit(child: Token) -> bool:
    return child.dep_ == "dobj" and child.lower_ == "light" and not any(child.children)
