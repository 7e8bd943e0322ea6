"""Nouns that tell of a happening, and who takes part in it by the words around the noun.

"The shelling of X by Y", "Y's attack on X", "Kenyan strikes on X", "clashes between X and Y". Which nouns these are is
a list of general English (`lexicon.EVENT_NOUNS`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from counterclaim.annotate.claims.lexicon import (
    ACTORS,
    EVENT_NOUNS,
    OF_OBJECT,
    OPPOSED,
    PACKS,
    PATIENT_AFTER,
    UNDERGONE,
    WEAK_NOUNS,
    Kind,
)
from counterclaim.annotate.claims.phrases import animate, by_phrase, conjuncts, is_time, pobj

#: Says of a word that stands before a noun whether it names somebody who acts ("Kenyan", "UN").
Acts = Callable[[Token], bool]

_TOWARDS = frozenset({"on", "against", "upon"})
_NEAR = _TOWARDS | {"by", "between"}
#: "Hurt in a strike on the way": nothing that is attacked.
_NO_TARGETS = frozenset("way basis grounds eve orders behalf suspicion occasion day anniversary road foot".split())
_BETWEEN = frozenset({"between", "among"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_CAN_NAME = frozenset({"NOUN", "PROPN", "VERB"})
#: Endings that make a word a noun whatever the tagger takes it for.
_NO_VERBS = frozenset({"airstrike", "air-strike", "counterattack", "offensive", "airdrop"})
_NOUN_ENDINGS = ("ment", "ments", "tion", "tions", "sion", "sions")


@dataclass(frozen=True, slots=True)
class Participants:
    """Heads of those who take part in a happening that a noun tells of."""

    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    used: frozenset[int] = frozenset()


def event_lemma(token: Token) -> str | None:
    """The noun of `EVENT_NOUNS` that a token is, or None."""
    if token.pos_ not in _CAN_NAME or token.dep_ == "prep":
        return None
    lemma = token.lemma_.lower()
    if lemma not in EVENT_NOUNS:  # the lemma of a word in capitals is the word
        lemma = token.lower_ if token.lower_ in EVENT_NOUNS else token.lower_.removesuffix("s")
        if lemma not in EVENT_NOUNS:
            return None
    if token.pos_ == "VERB":
        noun = (
            token.lower_.endswith(_NOUN_ENDINGS)
            or lemma in _NO_VERBS
            or _gerund_as_noun(token)
            or _behind_actor(token) is not None
        )
        return lemma if noun else None
    return lemma


def _gerund_as_noun(token: Token) -> bool:
    """Whether an "-ing" that the tagger takes for a verb has the company of a noun ("the shelling of …")."""
    if token.tag_ != "VBG":
        return False
    before = any(c.dep_ in {"det", "poss", "amod", "compound"} and c.i < token.i for c in token.children)
    of = any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children)
    return (before or of) and not any(c.dep_ in {"dobj", "nsubj", "aux"} for c in token.children)


def _behind_actor(token: Token) -> Token | None:
    """The noun that the parser took for the whole phrase in "killed in army shelling"."""
    if token.tag_ != "VBG" or token.i == 0 or any(c.dep_ in {"dobj", "nsubj", "aux"} for c in token.children):
        return None
    before = token.doc[token.i - 1]
    return before if before.dep_ == "pobj" and before.pos_ in {"NOUN", "PROPN"} and not is_time(before) else None


def unpacked(noun: Token) -> Token:
    """The event noun that a noun of number is of: "attacks" of "a series of attacks"; else the noun itself."""
    if noun.lemma_.lower() in PACKS and event_lemma(noun) is None:
        for child in noun.children:
            inner = pobj(child) if child.dep_ == "prep" and child.lower_ == "of" else None
            if inner is not None and event_lemma(unpacked(inner)) is not None:
                return unpacked(inner)
    return noun


def tells(token: Token) -> bool:
    """Whether an event noun tells of its happening of itself, not only under a light verb."""
    lemma = event_lemma(token)
    return lemma is not None and lemma not in WEAK_NOUNS


def participants(noun: Token, acts: Acts) -> Participants:
    """Who takes part in the happening that an event noun tells of."""
    lemma = event_lemma(noun)
    if lemma is None:
        return Participants()
    verb, kind = EVENT_NOUNS[lemma]
    around = _Around(noun, acts)
    owner, doer, of, towards = around.owner(), around.doer(), around.behind({"of"}), around.behind(_TOWARDS)
    actors = around.actors()
    if kind is Kind.MUTUAL:
        with_ = around.behind({"with"})
        first = doer or owner or around.behind(_BETWEEN) or actors or of
        return around.made(first or with_, with_ if first else [])
    if kind is Kind.FATE:
        return around.made([], of or owner or around.patients_before() or actors)
    if kind is Kind.ACT:
        wanted = PATIENT_AFTER.get(verb, frozenset()) | ({"to"} if lemma == "visit" else _TOWARDS)
        return around.made(doer or owner or of or actors, around.behind(wanted))
    if kind is Kind.ATTACK:
        at = {"at"} if verb in {"fire", "shoot"} else set()
        hit = around.behind(_TOWARDS | at)
        makers = doer or owner or actors
        if not makers and (hit or not OF_OBJECT & {lemma}):
            makers = [head for head in of if animate(head)]
        return around.made(makers, hit or (of if lemma in OF_OBJECT else []))
    undergone = verb in UNDERGONE and not doer and not of and not towards
    if undergone:
        return around.made([] if owner else actors, owner or around.patients_before())
    over = around.behind({"over"}) if lemma == "control" else []
    return around.made(doer or owner or actors, of or towards or over or around.patients_before())


class _Around:
    """The words around an event noun, by what they can be to it."""

    def __init__(self, noun: Token, acts: Acts) -> None:
        self.noun = noun
        self.acts = acts

    def made(self, agents: list[Token], patients: list[Token]) -> Participants:
        patients = [token for token in patients if token not in agents]
        return Participants(
            tuple(agents), tuple(patients), frozenset(token.i for heads in (agents, patients) for token in heads)
        )

    def owner(self) -> list[Token]:
        return [each for child in self.noun.children if child.dep_ == "poss" for each in conjuncts(child)]

    def doer(self) -> list[Token]:
        """Whom "by" names, also where the parser hangs it on the verb that the noun is the object of."""
        noun, by = self.noun, by_phrase(self.noun)
        verb = noun.head
        if by is None and noun.dep_ == "dobj" and not any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
            by = by_phrase(verb)
            by = by if by is not None and by.i > noun.i else None
        by = by or next(filter(None, (pobj(p) for p in self._next() if p.lower_ == "by")), None)
        return list(conjuncts(by)) if by is not None and not is_time(by) else []

    def _next(self) -> Iterator[Token]:
        """A preposition right behind the noun that the parser hung higher: "killed five in raids on the town"."""
        noun = self.noun
        if noun.dep_ == "pobj" and noun.i + 1 < noun.sent.end:
            after = noun.doc[noun.i + 1]
            if after.dep_ in {"prep", "agent"} and after.lower_ in _NEAR and after.head != noun:
                yield after

    def behind(self, prepositions: frozenset[str] | set[str]) -> list[Token]:
        found: list[Token] = []
        for child in self.noun.children:
            if child.dep_ == "prep" and child.i > self.noun.i:
                for preposition in (child, *(c for c in child.children if c.dep_ == "prep")):
                    if preposition.lower_ in prepositions and (head := pobj(preposition)) is not None:
                        found.extend(each for each in conjuncts(head) if not is_time(each))
        if not found:
            for preposition in self._next():
                head = pobj(preposition) if preposition.lower_ in prepositions else None
                if head is not None and head.lower_ not in _NO_TARGETS:
                    found.extend(each for each in conjuncts(head) if not is_time(each))
        return found

    def actors(self) -> list[Token]:
        """Who acts, by the words before the noun: the noun of a body if there is one ("Kenyan army shelling"), else
        a people or a state ("Kenyan and Ugandan strikes")."""
        before = [c for child in self._modifiers() for c in (child, *_named_with(child))]
        bodies = [t for t in before if t.lemma_.lower() in ACTORS and t.i < self.noun.i and not _opposed(t)]
        bodies = [t for t in bodies if t.tag_ not in {"VBN", "VBD"}]  # "forced displacement"
        if bodies:
            return [bodies[-1]]
        named = [token for token in before if self.acts(token) and not _opposed(token)]
        return [token for token in named if token.head not in named or token.dep_ == "conj"]

    def patients_before(self) -> list[Token]:
        return [c for c in self._modifiers() if c.lemma_.lower() in _UNDERGOERS]

    def _modifiers(self) -> Iterator[Token]:
        before = _behind_actor(self.noun) if self.noun.pos_ == "VERB" else None
        if before is not None:
            yield before
            yield from (c for c in before.children if c.dep_ in {"compound", "amod", "nmod"} and c.i < before.i)
        for child in self.noun.children:
            subject = child.dep_ == "nsubj" and self.noun.pos_ == "VERB"  # "Kenyan airstrikes" read as a clause
            if (subject or child.dep_ in _MODIFIERS - {"poss"}) and child.i < self.noun.i:
                yield child
                if child.tag_ not in {"VBN", "VBG"} and child.text != "backed":
                    yield from (c for c in child.children if c.dep_ in {"compound", "amod", "nmod"} and c.i < child.i)


def _opposed(token: Token) -> bool:
    """Whether a word stands behind "anti-" or the like: "anti-government protests"."""
    return token.i > 1 and token.doc[token.i - 1].text == "-" and token.doc[token.i - 2].lower_ in OPPOSED


#: Nouns before "deaths", "release", "withdrawal" for those to whom it happens.
_UNDERGOERS = frozenset("civilian prisoner hostage troop child refugee detainee worker journalist patient".split())


def _named_with(token: Token) -> Iterator[Token]:
    return (child for child in token.children if child.dep_ == "conj")
