"""What the verb or noun above the counted says happened to them, by the parse, and their own clause."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.annotate.figures.counted import is_arm_or_attack, is_person, may_be_people, singular
from counterclaim.annotate.figures.lexicon import ACTORS, BUILDINGS, DEEDS, DONE_TO, DONE_TO_FORMS, STATES, UNDERGONE
from counterclaim.annotate.figures.phrases import told_after
from counterclaim.records import Happened

_VICTIMS = frozenset({"victim", "fatality", "casualty"})
_SOLE = frozenset({"single", "sole", "only", "lone"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: What follows "buried" of those who may be alive.
_UNDER = frozenset("under beneath underneath alive rubble debris ruins".split())


def told_by_clause(token: Token) -> tuple[Happened, ...]:
    """What the verb or noun above the counted token says."""
    if found := _from_clause(token):
        return found
    people, direct = is_person(token), True
    for _ in range(4):
        head, role = token.head, token.dep_
        if head == token:
            return ()
        lemma = head.lemma_.lower()
        if role in {"nsubjpass", "dobj"} and lemma in DONE_TO:
            done = _done(head, role)
            # "Sank a ship with 700 soldiers" does not say that these died.
            return done if direct or not people or done != (Happened.DESTROYED,) else ()
        if lemma == "lose" and role == "nsubjpass" and (lost := _lost(token)):
            return lost
        if role in _SUBJECTS and (told := _in_phrase(head, token)):
            return told
        if role == "nsubj":
            return _undergone(head)
        if role == "attr" and any(child.dep_ == "expl" for child in head.children):
            return (Happened.PRESENT,)
        if role == "pobj":
            if head.lower_ == "of" and head.head.lemma_.lower() in DEEDS:
                return (DEEDS[head.head.lemma_.lower()],)
            if head.lower_ not in {"of", "including", "among", "with"} or head.head == head:
                return ()
            token, direct = head.head, False
            continue
        if role not in {"conj", "appos", "nummod", "compound", "nmod", "quantmod", "amod"}:
            return ()
        if head.pos_ == "VERB":
            return _again(head) if token.like_num and role == "conj" else ()
        token = head
    return ()


def _done(verb: Token, role: str) -> tuple[Happened, ...]:
    """What a verb does to its object: 12 were killed, the camp holds 12,000."""
    lemma = verb.lemma_.lower()
    if lemma == "hold" and role == "dobj" and not any(_can_hold(child) for child in verb.children):
        return (Happened.PRESENT,)  # "The camp holds 12,000 refugees": none of them need be a captive.
    if lemma == "bury" and role == "nsubjpass" and may_be_alive(verb):
        return ()
    return (DONE_TO[lemma],)


def _again(verb: Token) -> tuple[Happened, ...]:
    """What a verb says of a count that shares it: "four people have died in the camp, and one more on the road"."""
    lemma, passive = verb.lemma_.lower(), any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    found = UNDERGONE.get(lemma) if not passive else DONE_TO.get(lemma)
    return (found,) if found is not None else ()


def may_be_alive(buried: Token) -> bool:
    """Whether those who are buried may be so under the ruins of a house."""
    after = buried.doc[buried.i + 1 : min(buried.i + 4, buried.sent.end)]
    return any(token.lower_ in _UNDER for token in after)


def _undergone(verb: Token) -> tuple[Happened, ...]:
    """What a verb says of its subject."""
    lemma = verb.lemma_.lower()
    if lemma in UNDERGONE:
        return (UNDERGONE[lemma],)
    if lemma in DONE_TO and verb.tag_ == "VBN" and not is_done_by(verb):
        return (DONE_TO[lemma],)
    return _complement(verb)


def _in_phrase(verb: Token, subject: Token) -> tuple[Happened, ...]:
    """What a verb and the words behind it say of its subject, however far before it that stands: "lost their lives"."""
    first = min((c.i for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i > subject.i), default=verb.i)
    words = str(verb.doc[first : min(verb.i + 12, verb.sent.end)].text_with_ws)
    return told_after(words, people=may_be_people(None if subject.like_num else subject))


def _lost(token: Token) -> tuple[Happened, ...]:
    """Seventeen houses were lost; nine men were lost."""
    if is_person(token):
        return (Happened.KILLED,)
    thing = is_arm_or_attack(token) or singular(token) in BUILDINGS
    return (Happened.DESTROYED,) if thing else ()


def _can_hold(subject: Token) -> bool:
    return subject.dep_ == "nsubj" and (is_person(subject) or singular(subject) in ACTORS)


def _from_clause(token: Token) -> tuple[Happened, ...]:
    """39 people who died in the attack; five men held there."""
    for child in token.children:
        lemma = child.lemma_.lower()
        if child.dep_ == "acl" and child.tag_ == "VBN" and lemma in DONE_TO:
            return (DONE_TO[lemma],)
        if child.dep_ in {"acl", "relcl"} and lemma in UNDERGONE:
            return (UNDERGONE[lemma],)
        if (
            child.dep_ == "relcl"
            and lemma in DONE_TO
            and any(c.dep_ == "nsubjpass" and c.tag_ in {"WP", "WDT"} for c in child.children)
        ):
            return (DONE_TO[lemma],)
        if (
            child.dep_ == "relcl"
            and lemma in DONE_TO
            and any(c.dep_ == "dobj" and c.i < child.i for c in child.children)
        ):
            return (DONE_TO[lemma],)  # "the twelve whom the rebels captured"
        if child.dep_ == "relcl" and any(c.dep_ in _SUBJECTS and c.tag_ in {"WP", "WDT"} for c in child.children):
            return _in_phrase(child, token)
    return ()


def _complement(verb: Token) -> tuple[Happened, ...]:
    """Twelve were dead; forty are missing; eight are among the dead."""
    for child in verb.children:
        if child.dep_ in {"acomp", "oprd", "attr"} and child.lower_ in STATES:
            return (STATES[child.lower_],)
        if child.dep_ == "attr" and is_sole_victim(child):
            return (Happened.KILLED,)
        if child.lower_ == "among" and (of := [STATES[n.lower_] for n in child.children if n.lower_ in STATES]):
            return (of[0],)
    return ()


def is_sole_victim(noun: Token) -> bool:
    """Whether a noun is "a single victim", "the only fatality"."""
    return noun.lemma_.lower() in _VICTIMS and any(child.lower_ in _SOLE for child in noun.children)


def is_one_grave(noun: Token) -> bool:
    """Whether each of the counted is the grave of one: no mass graves. (The lemmatizer makes "graf" of "graves".)"""
    return noun.lower_ == "graves" and not any(child.lower_ in {"mass", "common"} for child in noun.children)


def is_done_by(verb: Token) -> bool:
    """Whether whoever stands before `verb` does it rather than suffers it ("10 rebels killed 12 soldiers")."""
    if verb.pos_ == "ADJ" or verb.lower_ not in DONE_TO_FORMS:
        return False
    if verb.tag_ == "VBN" and not any(child.dep_ == "aux" for child in verb.children):
        return False
    return any(
        child.dep_ == "dobj"
        and child.i > verb.i
        and child.pos_ != "NUM"
        and not (child.i + 1 < verb.sent.end and child.nbor(1).lower_ in STATES)
        for child in verb.children
    )
