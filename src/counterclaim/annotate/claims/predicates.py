"""What a sentence tells of: its verbs and the nouns of happenings, each once, with who takes part.

A light verb and its noun are one predicate ("carried out an attack on X"): the noun names it, the verb says who did it
and whether it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from counterclaim.annotate.claims.clefts import singled_out, stands_for_none
from counterclaim.annotate.claims.control import subject
from counterclaim.annotate.claims.fired import fallen_on, landed_on, lit, put_to_death, set_alight, who_fired
from counterclaim.annotate.claims.headlines import headline_verbs
from counterclaim.annotate.claims.lexicon import BELIEVED, EVENT_NOUNS, HARM, HARM_IN, RAISING, Kind
from counterclaim.annotate.claims.light import light_predicate
from counterclaim.annotate.claims.nominal import Acts, event_lemma, participants, tells
from counterclaim.annotate.claims.phrases import (
    asks,
    asks_which,
    by_phrase,
    conjuncts,
    either,
    initials,
    pobj,
    set_against,
)
from counterclaim.annotate.claims.polarity import negated_noun
from counterclaim.annotate.claims.roles import agents, passive, patient_preposition, patients, prepositions

_NOT_TOLD = frozenset({"amod", "compound", "aux", "auxpass", "prep", "mark", "nmod", "case"})
_VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A happening or state. `trigger` is the word that names it, `world` the one whose negation, auxiliaries and
    clause say whether and when it is so: the light verb of a noun, else the trigger. `taken_for_granted`: a noun that
    nothing asserts."""

    trigger: Token
    name: str
    agents: tuple[Token, ...]
    patients: tuple[Token, ...]
    arguments: tuple[tuple[str, Token], ...]
    world: Token
    taken_for_granted: bool = False
    either: bool = False
    words: frozenset[int] = field(default_factory=frozenset)


def predicates(sentence: Iterable[Token], acts: Acts, is_event: Callable[[Token], bool]) -> list[Predicate]:
    """The predicates of a sentence in the order of their triggers. `acts` says of a word before a noun whether it
    names somebody who acts, `is_event` of a word whether it tells an event even if nobody is named in it."""
    tokens = list(sentence)
    found: dict[int, Predicate] = {}
    merged: set[int] = set()
    for token in tokens:
        if is_verb(token):
            for made in _of_light_verb(token, acts):
                merged |= {token.i} & made.words
                if made.trigger.i not in found or not found[made.trigger.i].agents:
                    found[made.trigger.i] = made
                merged |= made.words
    for line in headline_verbs(tokens):
        if line.verb.i not in found:
            found[line.verb.i] = Predicate(
                line.verb, line.lemma, line.agents, line.patients, (), line.verb, words=frozenset({line.verb.i})
            )
    for token in tokens:
        if token.i in merged or token.i in found:
            continue
        noun = event_lemma(token) is not None
        one = _of_noun(token, acts) if noun else _of_verb(token, acts) if is_verb(token) else None
        if one is None and token.dep_ not in _NOT_TOLD and not _named(token) and is_event(token):
            one = _of_event(token)
        if one is not None:
            found[token.i] = one
    return [found[i] for i in sorted(found)]


def is_verb(token: Token) -> bool:
    """Whether a token is a verb that tells something, not one that stands before a noun or helps another."""
    if token.pos_ not in _VERBS or event_lemma(token) is not None or initials(token):
        return False
    if token.lemma_ == "be" and any(c.dep_ == "acomp" and _only_frames(c) for c in token.children):
        return False  # "was unable to leave"
    clause = any(child.dep_ == "xcomp" for child in token.children)
    if clause and (token.lemma_ == "have" or _only_frames(token)):
        return False  # "had to disarm" claims the disarming, as an obligation
    if token.pos_ == "VERB":
        return token.dep_ not in _NOT_TOLD
    # "there are no troops", "he is a mercenary": the copula carries the claim
    return token.pos_ == "AUX" and token.lemma_ == "be" and token.dep_ not in {"aux", "auxpass"}


def _only_frames(verb: Token) -> bool:
    """Whether a word says no more of its infinitive than that it began, was tried, was possible or is believed."""
    if verb.pos_ == "ADJ":
        return verb.lemma_ in RAISING and any(child.dep_ == "xcomp" for child in verb.children)
    if any(child.dep_ in {"dobj", "obj"} for child in verb.children):
        return False
    if verb.lemma_ in RAISING:
        return True
    return verb.lemma_ in BELIEVED and passive(verb)


def _of_light_verb(verb: Token, acts: Acts) -> Iterator[Predicate]:
    for light in light_predicate(verb, acts):
        yield Predicate(
            light.noun,
            light.name,
            tuple(token for token in light.agents if not asks(token)),
            tuple(token for token in light.patients if not asks(token)),
            tuple((p, n) for p, n in light.arguments if n not in light.patients and n not in light.agents),
            light.under or verb,
            either=either([*light.agents]) or light.either,
            words=frozenset({light.noun.i} if light.under is not None else {verb.i, light.noun.i}),
        )


def _of_noun(noun: Token, acts: Acts) -> Predicate | None:
    lemma = event_lemma(noun)
    if lemma is None or noun.dep_ in {"compound", "amod", "nmod"}:
        return None
    part = participants(noun, acts)
    if not tells(noun) and not (part.agents and part.patients) and by_phrase(noun) is None:
        return None
    if not part.agents and not part.patients:
        return None
    others = tuple((p, n) for p, n in prepositions(noun) if n.i not in part.used and p != "of")
    return Predicate(
        noun,
        EVENT_NOUNS[lemma][0],
        part.agents,
        part.patients,
        others,
        noun,
        taken_for_granted=True,
        either=either([*part.agents]),
        words=frozenset({noun.i}),
    )


def _of_verb(verb: Token, acts: Acts) -> Predicate | None:
    doers, done = agents(verb), patients(verb)
    name = verb.lemma_.lower()
    if verb.lemma_ == "be":
        named = [child for child in verb.children if child.dep_ == "attr" and not set_against(child)]
        done = [c for child in named for c in conjuncts(child)] or done
        doers = [doer for doer in doers if not stands_for_none(verb, doer)]
        if any(child.dep_ == "expl" for child in verb.children):
            name, doers = "exist", []
            done = done or [noun for _, noun in prepositions(verb) if negated_noun(noun)]
    if verb.lemma_ == "leave" and (hurt := _left_behind(verb)):
        left = subject(verb)
        doers, done = list(conjuncts(left)) if left is not None else [], hurt
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt" and c.lower_ != "along"), None)
    name = "execute" if put_to_death(verb) else f"{name} {particle}" if particle else name
    if set_alight(verb):
        name, done = "burn", lit(verb) or done
    subjects = doers or done
    if not passive(verb) and (hit := landed_on(verb, subjects)):
        doers, done = subjects, hit
    elif hit := fallen_on(verb, subjects):
        name, doers, done = "attack", subjects, hit
    doers, done = who_fired(singled_out(verb, doers)), singled_out(verb, done)
    if not doers and name.split()[0] in HARM and (passive(verb) or verb.lemma_ in {"die", "perish"}):
        doers = _behind_harm(verb, acts)
    doers = [token for token in doers if token not in done]
    if not doers and not done:
        return None
    # "It is unclear who fired": nobody is named
    doers, done = [t for t in doers if not asks_which(t)], [t for t in done if not asks(t)]
    if not doers and not done and name == "be":
        return None
    preposition = patient_preposition(verb)
    arguments = tuple((p, n) for p, n in prepositions(verb) if preposition is None or n not in done)
    return Predicate(
        verb,
        name,
        tuple(doers),
        tuple(done),
        arguments,
        verb,
        either=either(doers),
        words=frozenset({verb.i}),
    )


def _left_behind(verb: Token) -> list[Token]:
    """Those who are dead, hurt or homeless after what "left 12 dead" tells."""
    for child in verb.children:
        if child.dep_ in {"ccomp", "oprd", "xcomp", "acomp", "dobj", "advmod", "prep"} and child.i > verb.i:
            inside = [c for c in child.children if c.dep_ in {"nsubj", "nummod"} and c.i < child.i]
            if child.lower_ in _LEFT and (inside or child.i - 1 > verb.i):
                before = child.doc[child.i - 1]
                return inside[:1] or ([before] if before.pos_ in {"NOUN", "PROPN", "NUM", "PRON"} else [])
    return []


_LEFT = frozenset({"dead", "wounded", "injured", "homeless", "missing", "stranded"})


def _named(token: Token) -> bool:
    """Whether a word is somebody's name, though the word tells an event elsewhere: "Amnesty"."""
    return token.pos_ == "PROPN" and token.ent_type_ in {"ORG", "PERSON", "GPE", "NORP"}


def _of_event(word: Token) -> Predicate:
    """An event of which only a word tells ("after the attack"): where and when it was."""
    taken = word.pos_ not in {"VERB", "AUX"}
    return Predicate(word, word.lemma_.lower(), (), (), (), word, taken, words=frozenset({word.i}))


def _behind_harm(verb: Token, acts: Acts) -> list[Token]:
    """Who did it, by whom the attack was in which it happened: "killed in a strike by X"."""
    beside = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.lemma_ in HARM]
    for child in (child for each in (verb, *beside) for child in each.children):
        if child.dep_ == "prep" and child.lower_ in HARM_IN and (noun := pobj(child)) is not None:
            for each in conjuncts(noun):
                lemma = event_lemma(each)
                if lemma is None or EVENT_NOUNS[lemma][1] is Kind.MUTUAL:
                    continue
                if (part := participants(each, acts)).agents:
                    return list(part.agents)
    return []


def nominal_doers(head: Token, acts: Acts) -> list[Token]:
    """Whose happening it is that did something: X in "strikes by X killed 12"."""
    return list(participants(head, acts).agents) if event_lemma(head) is not None else []
