"""What stands around a verb or noun that may tell an event, by the parse: the slots that the lexicon asks about."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from counterclaim.annotate.claims.control import subject
from counterclaim.annotate.claims.phrases import by_phrase, conjuncts
from counterclaim.annotate.claims.roles import agents, passive, patients

#: Words that make another verb of the one before them; the parser calls them adverbs or prepositions as often.
_PARTICLES = frozenset("out down up off back away in aside over free home together".split())
_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl"})
_BEFORE = frozenset({"compound", "amod", "nmod", "poss"})
#: What the lemmatiser gives for "retook", "raged", "cordoned".
_MISREAD = {"retook": "retake", "rag": "rage", "cordone": "cordon"}
#: What a preposition may hang on instead of the verb.
_REACHED = frozenset({"dobj", "prt", "advmod", "attr", "prep", "acomp"})
#: What a verb and its object say together.
_WITH_OBJECT = frozenset({"place", "part", "tribute"})


def is_verb(token: Token) -> bool:
    """Whether a token is looked up among the verbs."""
    return bool(token.pos_ in {"VERB", "AUX"})


def plain_lemma(token: Token) -> str:
    """The lemma in lower case, with the known misreadings set right."""
    lemma = token.lemma_.lower()
    return _MISREAD.get(lemma, lemma)


def lemmas(token: Token) -> Iterator[str]:
    """The lemmas under which a word is looked up, the fullest first: "gun_down", "gun"."""
    lemma = plain_lemma(token)
    if is_verb(token):
        for child in token.children:
            near = child.i == token.i + 1 and child.dep_ in {"advmod", "prep", "oprd", "acomp"}
            particle = child.dep_ == "prt" or (near and child.lower_ in _PARTICLES)
            if particle or (child.dep_ == "dobj" and child.lower_ in _WITH_OBJECT):
                yield f"{lemma}_{child.lower_}"
    yield lemma
    if token.lower_ != lemma:
        yield token.lower_


def _subj(token: Token) -> list[Token]:
    if is_verb(token):
        return agents(token)
    doer = by_phrase(token)
    owners = [child for child in token.children if child.dep_ == "poss"]
    return [each for head in (*owners, *([doer] if doer is not None else ())) for each in conjuncts(head)]


def _obj(token: Token) -> list[Token]:
    if is_verb(token):
        return patients(token)
    return prepositions(token).get("of", [])


def _mod(token: Token) -> list[Token]:
    found = [child for child in token.children if child.dep_ in _BEFORE and child.i < token.i]
    return [*found, *(each for child in found for each in child.children if each.dep_ in _BEFORE)]


def _behind(token: Token) -> list[Token]:
    return [token.head] if token.dep_ in {"pobj", "dobj"} else []


def _clause(token: Token) -> list[Token]:
    """Clauses that say what is meant, agreed, asked …: "agreed to meet", "of closing the bridge", "that they leave"."""
    wanted = _CLAUSES if not is_verb(token) else frozenset({"xcomp", "ccomp"})
    found = []
    for child in token.children:
        if child.dep_ in wanted and (child.dep_ != "advcl" or any(c.dep_ == "aux" for c in child.children)):
            found.append(child)
        elif child.dep_ == "prep":
            found.extend(c for c in child.children if c.dep_ == "pcomp")
        elif child.dep_ == "advcl" and child.i > token.i and any(c.lower_ == "to" for c in child.children):
            found.append(child)  # "called on them to withdraw"
    for noun in patients(token) if is_verb(token) else ():
        if noun.i > token.i:  # "urged the army to withdraw", where the infinitive hangs on the noun
            found.extend(c for c in noun.children if c.dep_ == "acl" and any(g.lower_ == "to" for g in c.children))
    return [*found, *(c for head in found for c in head.children if c.dep_ == "conj")]


def _that(token: Token) -> list[Token]:
    return [child for child in _clause(token) if child.dep_ in {"ccomp", "acl"} and child.tag_ != "VBG"]


def _what(token: Token) -> list[Token]:
    nouns = [each for child in token.children if child.dep_ in {"prep", "dative"} for each in _nouns(child)]
    return [*_clause(token), *_obj(token), *nouns]


def _nouns(preposition: Token) -> Iterator[Token]:
    for noun in preposition.children:
        if noun.dep_ in {"pobj", "pcomp"}:  # "died in shelling", which the tagger may take for a verb
            yield from conjuncts(noun)


def prepositions(token: Token) -> dict[str, list[Token]]:
    """The nouns after each preposition of a word, of its object, or of its particle ("walked out of the talks")."""
    found: dict[str, list[Token]] = {}
    near = _REACHED if is_verb(token) else frozenset()
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"}:
            found.setdefault(child.lower_, []).extend(_nouns(child))
        if child.dep_ in near and child.i > token.i:
            for below in child.children:
                if below.dep_ == "prep":
                    found.setdefault(below.lower_, []).extend(_nouns(below))
    return found


_SLOTS: dict[str, Callable[[Token], list[Token]]] = {
    "subj": _subj,
    "obj": _obj,
    "mod": _mod,
    "behind": _behind,
    "clause": _clause,
    "that": _that,
    "what": _what,
}


def is_slot(name: str) -> bool:
    """Whether a name is that of a slot, not a preposition."""
    return name in _SLOTS


def fillers(token: Token, slot: str) -> list[Token]:
    """What fills a slot of a word. A name that is no slot is a preposition, and what follows it fills it."""
    found = _SLOTS.get(slot)
    return found(token) if found is not None else prepositions(token).get(slot, [])


def theme(token: Token) -> Token | None:
    """Who or what a verb without an object is about: its subject, in the active or the passive."""
    return subject(token) if is_verb(token) and not passive(token) else None
