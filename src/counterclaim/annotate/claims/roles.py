"""Who does what to whom, by the parse: agents, patients and further arguments of a verb.

Roles are PropBank's ARG0 and ARG1, by meaning: the subject of "die" is a patient. Labels are those of spaCy's English
models (ClearNLP style: nsubj, nsubjpass, agent, dobj, dative, prep, pobj …).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from counterclaim.annotate.claims.clues import is_conjunction
from counterclaim.annotate.claims.control import infinitive, subject
from counterclaim.annotate.claims.lexicon import (
    BELIEVED,
    EVENT_NOUNS,
    MOTION,
    NEEDS_OBJECT,
    NO_OBJECT,
    NO_OBJECT_OF,
    OBJECT_CONTROL,
    PATIENT_AFTER,
    UNACCUSATIVE,
)
from counterclaim.annotate.claims.phrases import (
    RELATIVE,
    TIME_NOUNS,
    animate,
    by_phrase,
    conjuncts,
    initials,
    is_time,
    pobj,
)

_OBJECTS = frozenset({"dobj", "obj", "attr", "oprd"})
#: What stands behind one of these as its object is the subject of the next clause, whose comma is lost.
_NEVER = frozenset({"wait", "sleep", "sit", "arrive", "erupt"})
_STATES = frozenset({"be", "become", "remain", "stay", "seem", "appear"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_WHERE = frozenset({"GPE", "LOC", "FAC"})


def passive(verb: Token) -> bool:
    """Whether the verb is in the passive ("was shelled", "the village shelled by …", "12 killed")."""
    deps = {child.dep_ for child in verb.children if not initials(child)}
    if deps & {"auxpass", "nsubjpass"}:
        return True
    if _direct(verb):
        return False
    if "agent" in deps:
        return True
    auxiliaries = [child for child in verb.children if child.dep_ == "aux"]
    if auxiliaries:  # "that the wounded be taken out": the parser takes "be" for any auxiliary
        return verb.tag_ == "VBN" and auxiliaries[-1].lower_ in {"be", "been", "being"}
    if verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and "nsubj" not in deps and verb.head.pos_ == "VERB":
        return passive(verb.head) and (verb.tag_ == "VBN" or verb.lemma_ in NEEDS_OBJECT)
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl", "relcl", "xcomp", "amod", "oprd"}:
        return True
    # A headline leaves the auxiliary out: "12 killed in Garissa".
    return verb.lemma_ in NEEDS_OBJECT and verb.tag_ in {"VBN", "VBD"} and not _shared_object(verb) and not _gap(verb)


def agents(verb: Token) -> list[Token]:
    """The heads of those who do it."""
    if passive(verb):
        doer = by_phrase(verb) or _shared_by(verb) or _by_below(verb) or _by_behind(verb) or _by_above(verb)
        return list(conjuncts(doer)) if doer is not None else []
    doer = subject(verb)
    if doer is None or doer.dep_ == "expl" or _undergoes(verb, doer):
        return []
    return list(conjuncts(doer))


def patients(verb: Token) -> list[Token]:
    """The heads of those it is done to, or who undergo it."""
    if passive(verb):
        done = subject(verb)
        return list(conjuncts(done)) if done is not None else []
    found = _direct(verb) or _shared_object(verb) or _gap(verb) or _prepositional(verb)
    if not found:
        done = subject(verb)
        found = [done] if done is not None and done.dep_ != "expl" and _undergoes(verb, done) else []
    return [each for noun in found for each in conjuncts(noun)]


def prepositions(verb: Token) -> Iterator[tuple[str, Token]]:
    """The further arguments: (preposition, head of its noun), also those of the direct object's particle."""
    for child in verb.children:
        if child.dep_ == "dative":
            noun = next((c for c in child.children if c.dep_ == "pobj"), None)
            yield "to", noun if noun is not None else child
        elif child.dep_ == "prep" and child.lower_ != "by":
            for noun in child.children:
                if noun.dep_ == "pobj":
                    for each in conjuncts(noun):
                        yield child.lower_, each


def _direct(verb: Token) -> list[Token]:
    """The direct object of a verb; that of a relative clause may be the noun which the clause describes."""
    for child in verb.children:
        if child.dep_ == "dobj" and (verb.lemma_ in _NEVER or is_conjunction(child)):
            continue
        if child.dep_ in _OBJECTS and (child.pos_ in _NOUNS or child.dep_ != "oprd"):
            if child.lower_ in RELATIVE and (described := _described(verb)) is not None:
                return [described]
            return [] if _next_headline(verb, child) else [child]
    return []


def _described(verb: Token) -> Token | None:
    """The noun that the clause of a verb describes: "a town that they tried to take"."""
    while verb.dep_ in {"xcomp", "ccomp"} and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


def _next_headline(verb: Token, noun: Token) -> bool:
    """Whether a number behind a verb is the subject of the next: "5 killed 20 wounded in Garissa"."""
    if verb.lemma_ not in NEEDS_OBJECT:
        return False
    after = noun.doc[min(noun.i + 1, len(noun.doc) - 1)]
    counted = noun.pos_ == "NUM" or any(child.dep_ == "nummod" for child in noun.children)
    harmed = {verb.lemma_, after.lemma_} <= NEEDS_OBJECT and verb.tag_ != "VBZ" and after.tag_ in {"VBN", "VBD"}
    return counted and harmed and not any(child.dep_ in {"agent", "auxpass"} for child in after.children)


def _shared_object(verb: Token) -> list[Token]:
    """The object of the verb coordinated right behind: "killed and wounded 12 people"."""
    if verb.lemma_ in UNACCUSATIVE:
        return []
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and not any(c.dep_ in _SUBJECTS for c in child.children):
            between = [t for t in verb.children if verb.i < t.i < child.i]
            if all(t.dep_ in {"cc", "punct"} for t in between) and child.i - verb.i <= _ADJACENT:
                return _direct(child) or _shared_object(child)
    return []


_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
#: "Killed and wounded", "shelled , bombed": words from one verb to the next.
_ADJACENT = 3


def _shared_by(verb: Token) -> Token | None:
    """The "by" of the verb coordinated right behind: "was looted and burned by the army"."""
    for child in verb.children:
        if child.dep_ == "conj" and 0 < child.i - verb.i <= _ADJACENT and passive(child):
            return by_phrase(child) or _shared_by(child)
    return None


def _by_below(verb: Token) -> Token | None:
    """The "by" of a passive that the parser hung below it: "was kept from entering the town by rebels"."""
    if verb.lemma_ not in OBJECT_CONTROL:
        return None
    for child in verb.children:
        below = child if child.dep_ == "xcomp" else next((c for c in child.children if c.dep_ == "pcomp"), None)
        if below is None or below.i < verb.i or child.dep_ not in {"xcomp", "prep"} or passive(below):
            continue
        for word in (below, *(noun for noun in _direct(below) if noun.lemma_.lower() not in EVENT_NOUNS)):
            doer = by_phrase(word)
            if doer is not None and animate(doer):
                return doer
    return None


def _by_behind(verb: Token) -> Token | None:
    """The "by" of a passive that the parser hung on its time or place: "was broken at dawn by the army"."""
    for child in verb.children:
        noun = pobj(child) if child.dep_ == "prep" and child.i > verb.i else child if child.dep_ == "npadvmod" else None
        while noun is not None and (is_time(noun) or noun.ent_type_ in _WHERE or noun.lower_ in TIME_NOUNS):
            doer = by_phrase(noun)
            if doer is not None:
                return doer if animate(doer) else None
            noun = next((below for below in map(pobj, noun.children) if below is not None), None)
    return None


def _by_above(verb: Token) -> Token | None:
    """The "by" of a passive that the parser hung on what is thought of it: "is known to have been shot, by rebels"."""
    head = verb.head
    if verb.dep_ != "xcomp" or head.lemma_ not in BELIEVED or not passive(head):
        return None
    doer = by_phrase(head)
    return doer if doer is not None and doer.i > verb.i else None


def _gap(verb: Token) -> list[Token]:
    """What a relative clause without a pronoun describes, where its verb wants an object: "the town they shelled"."""
    if verb.dep_ != "relcl" or infinitive(verb) or verb.head.lemma_ in NO_OBJECT_OF:
        return []
    if verb.lemma_ in UNACCUSATIVE | NO_OBJECT or verb.lemma_ in PATIENT_AFTER:
        return []
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    taken = any(
        t.lower_ in {"where", "when", "why", "whose"} or (t.lower_ in RELATIVE and t.dep_ != "mark")
        for t in verb.subtree
        if t.i < verb.i
    )
    clause = any(child.dep_ in {"ccomp", "xcomp"} for child in verb.children)
    return [verb.head] if subjects and not taken and not clause else []


def _prepositional(verb: Token) -> list[Token]:
    """What it is done to where the verb wants a preposition: "fired on the crowd", "clashed with the police"."""
    wanted = PATIENT_AFTER.get(verb.lemma_.lower(), frozenset())
    for child in _phrases(verb):
        if child.lower_ not in wanted or child.i < verb.i:
            continue
        noun = pobj(child) or _before_participle(child)
        if noun is not None and not is_time(noun):
            return [noun]
    return []


def _before_participle(preposition: Token) -> Token | None:
    """The noun behind a preposition that the parser took for the subject of a participle: "clashed with the rebels
    killing five"."""
    clause = next((c for c in preposition.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
    return next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause is not None else None


def _phrases(verb: Token) -> Iterator[Token]:
    """The prepositions of a verb, also one hung on a time before it: "clashed on Friday with the police"."""
    for child in verb.children:
        if child.dep_ == "prep":
            yield child
        noun = pobj(child) if child.dep_ == "prep" else child
        if noun is not None and noun.dep_ in {"pobj", "npadvmod"} and noun.i > verb.i and is_time(noun):
            yield from (below for below in noun.children if below.dep_ == "prep" and below.lower_ not in {"of", "in"})


def patient_preposition(verb: Token) -> Token | None:
    """The preposition before the patient, where the patient stands behind one."""
    if passive(verb) or _direct(verb) or _shared_object(verb) or _gap(verb):
        return None
    found = _prepositional(verb)
    return found[0].head if found else None


def _undergoes(verb: Token, doer: Token) -> bool:
    """Whether the subject of an active verb is whom it happens to."""
    lemma = verb.lemma_.lower()
    if any(child.dep_ in {"xcomp", "ccomp"} for child in verb.children) and lemma not in _STATES:
        return False  # "declined to leave"
    if _direct(verb) or _shared_object(verb) or _gap(verb) or _prepositional(verb):
        return False
    if lemma in _STATES or lemma in UNACCUSATIVE:
        return True
    return lemma in MOTION and not animate(doer)
