"""Whose deed a verb without a subject of its own is: coordination, participles, infinitives, relative clauses."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.annotate.claims.lexicon import (
    ACTORS,
    CALLED_ON,
    EVENT_NOUNS,
    HARM,
    OBJECT_CONTROL,
    OF_WILL,
    OF_WORD,
    PATIENT_AFTER,
    RESULTS,
    SET_OFF,
)
from counterclaim.annotate.claims.phrases import (
    RELATIVE,
    animate,
    begins_clause,
    by_phrase,
    initials,
    is_time,
    pobj,
)
from counterclaim.annotate.claims.relatives import stands_for

_OBJECTS = frozenset({"dobj", "obj", "dative"})
_VERBS = frozenset({"VERB", "AUX"})
_BODIES = frozenset({"NORP", "ORG"})
_PASSIVE = frozenset({"auxpass", "nsubjpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RANKS = frozenset({"first", "last", "ones"})
#: Verbs whose object is what was aimed at, and does nothing itself.
_AIMED = HARM | frozenset("strike target attack bomb shell raid storm pound bombard ambush".split())


def infinitive(verb: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def subject(verb: Token) -> Token | None:
    """The subject of a verb, also one that it shares with another or that a noun or relative pronoun stands for."""
    return _subject(verb, frozenset())


def _subject(verb: Token, seen: frozenset[int]) -> Token | None:
    if verb.i in seen:  # the parse is a tree, but a clause can point into the one it hangs on
        return None
    seen = seen | {verb.i}
    own = [child for child in verb.children if child.dep_ in _SUBJECTS] or _hung_lower(verb)
    if own:
        return _own(verb, own, seen)
    if verb.dep_ in {"ROOT", "ccomp", "conj"} and (before := _lost(verb)) is not None:
        return before
    head = verb.head
    if verb.dep_ in {"acl", "relcl"}:
        return _of_noun(verb, seen)
    if verb.dep_ == "pcomp":
        return _behind_preposition(verb, seen)
    if verb.dep_ in {"xcomp", "ccomp"}:
        return _controller(head, verb, seen) if infinitive(verb) or verb.dep_ == "xcomp" else None
    if verb.dep_ == "advcl":
        if verb.tag_ == "VBG" and verb.lemma_ in RESULTS and any(c.dep_ in _PASSIVE for c in head.children):
            return _behind_passive(head, seen)
        return _controller(head, verb, seen)
    if verb.dep_ == "conj" and head.pos_ in _VERBS:
        return _subject(head, seen)
    return None


def _hung_lower(verb: Token) -> list[Token]:
    """A subject that the parser hung on the auxiliary or on a participle ("people fleeing war were hit"), or took for
    an auxiliary itself."""
    for child in verb.children:
        if child.i > verb.i:
            break
        if initials(child):
            return [child]
        clause = child.dep_ in {"csubj", "csubjpass"} and child.tag_ == "VBG"
        if clause or child.dep_ in {"aux", "auxpass"}:
            found = [below for below in child.children if below.dep_ in _SUBJECTS and below.i < child.i]
            if found:
                return found
    return []


def _own(verb: Token, own: list[Token], seen: frozenset[int]) -> Token | None:
    """Whom a verb's own subject stands for."""
    first = own[0]
    # Two subjects: mostly an apposition that lost its comma, but where the second begins with a capital that is no
    # name's, or a date stands between them, a line ran into the sentence. Of 40 in the Syrian reports 14 are such.
    if len(own) > 1 and own[1].i < verb.i:
        begins = own[1].left_edge
        capital = begins.is_title and begins.pos_ not in {"PROPN", "PRON"}
        acts = animate(own[1]) or not animate(first)  # "men who left after the noon prayer opened fire"
        if capital or (acts and any(is_time(t) for t in verb.doc[first.i : own[1].i])):
            first = own[1]
    if first.lower_ in RELATIVE and verb.dep_ == "relcl":
        return stands_for(verb, first)
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.lemma_ in RESULTS:
        # "in the streets of Garissa killing five", "clashed with the rebels killing five"
        wanted = verb.head.lower_ in PATIENT_AFTER.get(verb.head.head.lemma_.lower(), ())
        if first.pos_ == "PROPN" or wanted:
            return _above(verb.head, seen) or first
    return None if _expletive(first) else first


def _of_noun(verb: Token, seen: frozenset[int]) -> Token | None:
    """Whose deed it is that a clause behind a noun tells."""
    if infinitive(verb):
        if verb.head.lower_ in _RANKS and verb.head.dep_ == "attr":  # "the police were the first to fire"
            return _subject(verb.head.head, seen)
        noun, would = verb.head, _who_would(verb.head, seen)
        thing = would == noun and noun.dep_ == "dobj" and noun.head.pos_ in _VERBS and not animate(noun)
        return (_subject(noun.head, seen) or would) if thing else would  # "took steps to end the siege"
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return _of_participle(verb, seen)
    return verb.head if verb.tag_ in {"VBN", "VBD"} or verb.dep_ == "relcl" else None


def _of_participle(verb: Token, seen: frozenset[int]) -> Token | None:
    """Whose deed an "-ing" behind a noun is: the noun's, but that of the clause where a comma is lost and the noun is
    only where or with what it was ("shelled the town with rockets killing five")."""
    noun = verb.head
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN", "NUM"} and verb.lemma_ in RESULTS:
        noun = noun.head
    if noun.dep_ == "pobj" and is_time(noun) and noun.head.head.pos_ in _VERBS:
        return _subject(noun.head.head, seen)  # "on Friday calling for talks"
    aimed = noun.dep_ == "dobj" and noun.head.lemma_ in _AIMED
    behind = noun.dep_ in {"pobj", "npadvmod"} or aimed
    if not behind or verb.lemma_ not in RESULTS or noun.head.lower_ == "by":
        return verb.head
    if noun.dep_ == "pobj":
        target = noun.head.head
        if target.dep_ == "dobj" and target.head.lemma_ in _AIMED:  # "hit the town with shells killing five"
            return _subject(target.head, seen)
        return _above(noun.head, seen, noun)
    passive = any(child.dep_ in _PASSIVE for child in noun.head.children)
    return _behind_passive(noun.head, seen) if passive else _subject(noun.head, seen)


def _above(preposition: Token, seen: frozenset[int], otherwise: Token | None = None) -> Token | None:
    """Who or what acts in the clause that a phrase with a preposition stands in."""
    above = preposition.head
    while above.head != above:
        if above.pos_ == "VERB":
            break
        if above.lemma_.lower() in EVENT_NOUNS:
            return above
        if above.dep_ != "pobj" or above.head.lower_ == "by":
            return otherwise
        above = above.head.head
    passive = any(child.dep_ in _PASSIVE for child in above.children)
    return _behind_passive(above, seen) if passive else _subject(above, seen) or otherwise


def _behind_passive(verb: Token, seen: frozenset[int]) -> Token | None:
    """What did it where a passive tells what it was done to: its "by", or what was fired or set off."""
    doer = by_phrase(verb)
    if doer is not None:
        return doer
    return _subject(verb, seen) if verb.lemma_ in SET_OFF else None


def _lost(verb: Token) -> Token | None:
    """The subject that the parser took into the phrase before it, where a comma is lost: "In the west rebels were
    attacked"."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"} and child.i < verb.i]
    first = min([verb, *helpers], key=lambda t: t.i)
    if first.tag_ not in {"VBD", "VBZ", "VBP"} or first.i == first.sent.start:
        return None
    noun = verb.doc[first.i - 1]
    if (joined := _joined(noun)) is not None:
        return joined
    if noun.pos_ not in {"NOUN", "PROPN"} or is_time(noun) or verb in noun.subtree:
        return None
    # "As they slept a blast hit", "denied the army was there"
    if noun.dep_ == "dobj" and verb in {noun.head.head if noun.head.dep_ == "advcl" else None, *_clauses(noun.head)}:
        return noun
    if noun.dep_ != "pobj":
        return None
    above = noun.head.head
    while noun.head.lower_ == "of" and above.pos_ == "NOUN" and above.dep_ == "pobj":
        noun, above = above, above.head.head
    # What is left of the phrase before is a place or a time, or the preposition wants this noun itself.
    return noun if noun.head.lower_ == "of" and above.pos_ == "PROPN" else None


def _joined(last: Token) -> Token | None:
    """The noun phrase up to `last` that the parser joined to the one before though a clause begins with it."""
    noun = last
    while noun.dep_ != "conj" and noun.head != noun and noun.head.right_edge == last and noun.head.pos_ not in _VERBS:
        noun = noun.head
    nominal = noun.pos_ in {"NOUN", "PROPN", "NUM", "PRON"} and noun.head.pos_ not in _VERBS
    return noun if noun.dep_ == "conj" and nominal and begins_clause(noun) else None


def _clauses(verb: Token) -> list[Token]:
    return [] if infinitive(verb) else [child for child in verb.children if child.dep_ == "ccomp"]


def _expletive(token: Token) -> bool:
    """Whether "it" stands for a clause that follows: "it was not clear whether …"."""
    clauses = ("ccomp", "xcomp", "csubj", "csubjpass", "advcl")
    beside = [token.head, *(child for child in token.head.children if child.dep_ in {"acomp", "attr"})]
    passive_or_be = token.dep_ == "nsubjpass" or token.head.lemma_ in {"be", "become", "remain", "seem", "appear"}
    return (
        token.lower_ == "it"
        and passive_or_be
        and any(child.dep_ in clauses for word in beside for child in word.children)
    )


def _controller(governor: Token, verb: Token, seen: frozenset[int]) -> Token | None:
    """Who does what an infinitive or participle under a verb or adjective tells."""
    if governor.pos_ in {"NOUN", "PROPN"}:
        return _who_would(governor, seen) if infinitive(verb) else governor
    if governor.dep_ in {"acomp", "oprd"} and governor.pos_ not in _VERBS:
        return _subject(governor.head, seen)
    lemma = governor.lemma_.lower()
    for child in governor.children:
        if child.dep_ == "prep" and child.lower_ in CALLED_ON.get(lemma, ()) and infinitive(verb):
            return pobj(child)
    word = next(
        (c for c in governor.children if c.dep_ in _OBJECTS and c.i < verb.i and c.lemma_.lower() in OF_WORD), None
    )
    if word is not None and infinitive(verb):
        return _who_would(word, seen)
    passive = any(child.dep_ in _PASSIVE for child in governor.children)
    if lemma in OBJECT_CONTROL and not passive:
        done = next((c for c in governor.children if c.dep_ in _OBJECTS and c.i < verb.i), None)
        if done is not None and (infinitive(verb) or verb.dep_ != "advcl"):
            return done
    return _subject(governor, seen)


def _behind_preposition(verb: Token, seen: frozenset[int]) -> Token | None:
    """ "Accused the army of closing the bridge": the clause hangs on the preposition, that on the verb."""
    governor = verb.head.head
    while governor.pos_ in {"ADJ", "ADV"} and governor.dep_ in {"advmod", "prep"}:
        governor = governor.head  # "stopped short of"
    if governor.pos_ in {"NOUN", "PROPN"} or initials(governor):
        would = _who_would(governor, seen)
        return would if would != governor or animate(governor) or initials(governor) else None
    return _controller(governor, verb, seen)


def _who_would(noun: Token, seen: frozenset[int]) -> Token | None:
    """Who is to do what an infinitive behind a noun tells: "their decision to leave", "the first to leave"."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None) or by_phrase(noun)
    if owner is None and noun.lemma_.lower() in OF_WILL:
        of = (pobj(child) for child in noun.children if child.dep_ == "prep" and child.lower_ == "of")
        owner = next((each for each in of if each is not None and animate(each)), None)
    if owner is None and noun.lemma_.lower() in OF_WILL | OF_WORD:
        before = (child for child in noun.children if child.dep_ in {"compound", "amod"})
        owner = next((c for c in before if c.ent_type_ in _BODIES or c.lemma_.lower() in ACTORS), None)
    if owner is not None:
        return owner
    if noun.lemma_.lower() in OF_WILL:
        given = next((child for child in noun.head.children if child.dep_ == "dative"), None)
        if given is not None and noun.dep_ == "dobj":  # "denied the army the chance to flee"
            return pobj(given) or given
        if noun.dep_ in {"dobj", "attr", "nsubjpass"} and noun.head.pos_ in _VERBS:
            return _subject(noun.head, seen)
        if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.pos_ in _VERBS:
            return _subject(noun.head.head, seen)
        return None
    if noun.lemma_.lower() in OF_WORD:
        own = noun.dep_ == "dobj" and noun.head.lemma_.lower() in {"make", "repeat", "renew"}
        return _subject(noun.head, seen) if own else None
    return noun
