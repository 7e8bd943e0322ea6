"""What happened to the counted in the parse: the verb or noun that tells it, its subject, its "by", its attacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from counterclaim.annotate.figures.counted import singular
from counterclaim.annotate.figures.lexicon import (
    ATTACKS,
    AUTHORS_OF_ATTACKS,
    BRINGING,
    CAUSAL,
    CLAIM_FORMS,
    DEEDS,
    DONE_TO_FORMS,
    FROM_ACTORS,
    LEAVING,
    STATES,
)

_BEFORE_COUNT = frozenset("the a an another other some all his her its their these those of total further at".split())
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod", "poss", "det"})
_TELLING = frozenset(DONE_TO_FORMS) | CLAIM_FORMS | LEAVING


@dataclass(frozen=True, slots=True)
class CountedTokens:
    """A count and what it counts: the tokens from `first` to `last`, and the one that stands for them in the parse."""

    first: int
    last: int
    anchor: Token

    def holds(self, token: Token) -> bool:
        """Whether a token is part of what is counted."""
        return self.first <= token.i <= self.last


def governor_of(counted: CountedTokens) -> Token:
    """The verb or noun that tells what happened to those who are counted: the word right before them where it does,
    or else the nearest one above them."""
    doc, at = counted.anchor.doc, counted.first - 1
    start = counted.anchor.sent.start
    while at > start and doc[at].lower_ in _BEFORE_COUNT:
        at -= 1
    if at >= start and doc[at].lower_ in _TELLING and doc[at].pos_ in {"VERB", "NOUN"}:
        return doc[at]
    token = counted.anchor
    while token.head != token:
        token = token.head
        if (token.pos_ in {"VERB", "AUX"} and token.lower_ != "including") or token.lemma_.lower() in DEEDS:
            break
    return token


def is_attack(noun: Token) -> bool:
    """Whether a word is a noun for an attack or a weapon, also where the tagger takes it for a verb."""
    if noun.pos_ in {"NOUN", "PROPN"}:
        return singular(noun) in ATTACKS or noun.lower_ in ATTACKS
    if noun.tag_ not in {"VBG", "VBZ"} or noun.i == noun.sent.start or noun.lower_.removesuffix("s") not in ATTACKS:
        return False
    return noun.dep_ in {"pobj", "nsubj", "nsubjpass"} or noun.nbor(-1).pos_ in {"NOUN", "PROPN", "ADJ", "DET"}


def joined_to(governor: Token) -> list[Token]:
    """A verb with those that "and" joins to it, with what is said of both ("killed six and wounded ten in a raid")."""
    found, token = [governor], governor
    while token.dep_ == "conj" and token.head.pos_ in {"VERB", "NOUN", "ADJ", "AUX"}:
        token = token.head
        found.append(token)
    queue = list(found)
    while queue:
        for child in queue.pop().children:
            if child.dep_ == "conj" and child not in found and child.pos_ in {"VERB", "NOUN", "ADJ"}:
                found.append(child)
                queue.append(child)
    if governor.dep_ in {"oprd", "acomp", "ccomp", "xcomp"} and governor.head.lower_ in LEAVING:
        found.append(governor.head)
    return found


def by_phrase(verb: Token) -> Token | None:
    """The noun of a "by" phrase, or of "at the hands of"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ == "prep" and child.lower_ == "at":
            hands = next((c for c in child.children if c.dep_ == "pobj" and c.lower_ == "hands"), None)
            for of in hands.children if hands is not None else ():
                if of.dep_ == "prep":
                    return next((c for c in of.children if c.dep_ == "pobj"), None)
    return None


def circumstances(token: Token, causal: frozenset[str] = CAUSAL) -> Iterator[Token]:
    """The attacks in, by, during or after which it happened, those first that hang on the token itself."""
    queue = [token]
    while queue:
        at = queue.pop(0)
        for child in at.children:
            if child.dep_ == "prep" or (child.dep_ in {"pcomp", "agent"} and child.pos_ == "ADP"):
                queue.append(child)
            elif child.dep_ == "pobj":
                if at.lower_ in causal and is_attack(child):
                    yield child
                if at.lower_ == "with" and at.head.pos_ == "NOUN" and is_attack(at.head):
                    yield child
                queue.append(child)
            elif child.dep_ in {"conj", "appos"} and at.dep_ == "pobj" and at.head.lower_ in causal:
                if is_attack(child):
                    yield child
            elif child.lower_ in STATES and child.i > at.i:
                queue.append(child)  # a headline: "12 civilians dead in Kenyan raid"


def authors_of(attack: Token) -> Iterator[Token]:
    """Whoever is named behind the noun of an attack: "by X", "carried out by X", "belonging to X", "with X"."""
    for child in attack.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", *FROM_ACTORS.get(singular(attack), ())}:
            yield from (c for c in child.children if c.dep_ == "pobj")
        elif child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in AUTHORS_OF_ATTACKS:
            if (by := by_phrase(child)) is not None:
                yield by
            elif child.lemma_.lower() in {"belong", "blame"}:
                yield from (c for to in child.children if to.dep_ == "prep" for c in to.children if c.dep_ == "pobj")
    verb = attack.head
    if verb.pos_ == "VERB" and verb.lemma_.lower() in AUTHORS_OF_ATTACKS:
        if attack.dep_ == "dobj" and not is_passive(verb) and (subject := own_subject(verb)) is not None:
            yield subject
        elif attack.dep_ == "nsubjpass" and (by := by_phrase(verb)) is not None:
            yield by


def verb_of_deed(governor: Token) -> Token | None:
    """The verb that somebody does; for a noun ("leading to the death of five"), the one that brings it about."""
    if governor.pos_ in {"VERB", "AUX"}:
        return governor
    above = governor.head
    while above != above.head and above.pos_ in {"ADP", "NOUN"}:
        above = above.head
    return above if above.lemma_.lower() in BRINGING and governor.lemma_.lower() in DEEDS else None


def in_subject_of(verb: Token, counted: CountedTokens) -> bool:
    """Whether those who are counted are the subject of a verb, and so what they undergo or do."""
    subject = own_subject(verb)
    if subject is None or counted.first > verb.i:
        return False
    return subject.left_edge.i <= counted.anchor.i <= subject.right_edge.i


def own_subject(verb: Token) -> Token | None:
    """The subject that stands with a verb."""
    return next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "csubj"}), None)


def misread_subject(verb: Token) -> Token | None:
    """An attack right before a verb without a subject ("Kenyan shelling wounded four")."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    return before if before is not None and before.tag_ == "VBG" and is_attack(before) else None


def antecedent_of(subject: Token, verb: Token) -> Token:
    """What a relative pronoun stands for."""
    return verb.head if subject.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl" else subject


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive ("was shelled", "the town shelled by …")."""
    if any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in verb.children):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def takes_lives(verb: Token) -> bool:
    """Whether a verb that mostly reports tells of a loss: "claimed nine lives"."""
    return verb.lower_ in CLAIM_FORMS and verb.lemma_ != "lose" and any(c.dep_ == "dobj" for c in verb.children)


def opens_with(clause: Token, words: frozenset[str]) -> bool:
    """Whether one of these words opens a clause."""
    return any(child.dep_ in {"mark", "advmod"} and child.lower_ in words for child in clause.children)


def precedes_noun(token: Token) -> bool:
    """Whether a word can stand between an attack and whoever carried it out, who is named before it."""
    return token.pos_ in {"NOUN", "PROPN", "ADJ", "CCONJ"} or token.tag_ in {"POS", "VBN", "HYPH"}


def attacks_after(counted: CountedTokens, governor: Token) -> Iterator[Token]:
    """The attack in the words right behind what happened, whatever the parse ("killed in renewed … airstrikes")."""
    doc, stop = governor.doc, counted.anchor.sent.end
    for at in range(max(governor.i, counted.last) + 1, min(stop, max(governor.i, counted.last) + 3)):
        if doc[at].lower_ in CAUSAL and doc[at].pos_ == "ADP":
            for noun in doc[at + 1 : min(stop, at + 7)]:
                if is_attack(noun):
                    yield noun
                    return
                if not (precedes_noun(noun) or noun.pos_ in {"DET", "NUM"}):
                    return


def first_of_name(noun: Token) -> int:
    """Where the words before a noun that belong to it begin."""
    return min((c.left_edge.i for c in noun.children if c.i < noun.i and c.dep_ in _BEFORE_NOUN), default=noun.i)
