"""Light verbs: what is told stands in their noun ("launched a strike on X", "came under fire", "a blast occurred")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from counterclaim.annotate.claims.control import subject
from counterclaim.annotate.claims.fired import PROJECTILES, came_from
from counterclaim.annotate.claims.lexicon import (
    ASPECT,
    EVENT_NOUNS,
    HAPPEN,
    LIFE_TAKING,
    RECEIVE_VERBS,
    RECEIVED,
    SET_PHRASES,
    WEAK_NOUNS,
    Kind,
    is_light,
)
from counterclaim.annotate.claims.nominal import Acts, event_lemma, participants, unpacked
from counterclaim.annotate.claims.phrases import animate, by_phrase, conjuncts, is_time, pobj
from counterclaim.annotate.claims.polarity import negated_noun, verb_negated
from counterclaim.annotate.claims.roles import agents, passive, patients, prepositions

#: What a light verb's prepositions say of its noun: "carried out raids on X", "held talks with X".
_PATIENT = {
    Kind.ATTACK: frozenset({"on", "against", "upon", "at"}),
    Kind.DEED: frozenset({"on", "against", "of"}),
    Kind.FATE: frozenset[str](),
    Kind.ACT: frozenset({"against", "to"}),
    Kind.MUTUAL: frozenset({"with"}),
}
#: "The town saw heavy shelling".
_PLACE_OF = frozenset({"see", "witness", "experience"})
#: "No casualties were reported": verbs that tell of what their object names.
_TELLING_OF = frozenset({"report", "confirm", "record", "register", "describe", "document", "announce", "deny"})
_SUFFERED = frozenset({"damage", "injury"})
_ALSO = {"control": frozenset({"over"}), "siege": frozenset({"to"}), "damage": frozenset({"to"})}
#: "Signed an accord with the help of X".
_HELP = frozenset("help support backing assistance aid mediation aim view goal intention blessing approval".split())
_LIFE = frozenset({"life", "live"})


@dataclass(frozen=True, slots=True)
class Light:
    """A light verb read: the noun (or the verb, where both are one set phrase), what it is called, who takes part."""

    noun: Token
    name: str
    agents: tuple[Token, ...]
    patients: tuple[Token, ...]
    arguments: tuple[tuple[str, Token], ...]
    either: bool = False
    #: The word whose world it is, where that is not the verb's; the verb then tells something of its own as well.
    under: Token | None = None


def light_predicate(verb: Token, acts: Acts) -> Iterator[Light]:
    """What a verb tells through its noun; nothing where it tells something itself."""
    particle = next((f" {child.lower_}" for child in verb.children if child.dep_ == "prt"), "")
    lemma = verb.lemma_.lower() + particle
    lives = _lives(verb, lemma)
    if lives is not None:
        yield lives
        return
    if (received := _received(verb, lemma, acts)) is not None:
        yield received
        return
    if (blamed := _responsible(verb, lemma, acts)) is not None:
        yield blamed
        return
    if (held := _held_to(verb, lemma, acts) or _laid_at(verb, lemma, acts)) is not None:
        yield held
        return
    if (whose := _whose(verb, lemma, acts) or _from(verb, acts)) is not None:
        yield whose
        return
    done = [unpacked(noun) for noun in patients(verb)]
    if lemma in _TELLING_OF:
        yield from _told_of(verb, done, acts)
        return
    if lemma in _PLACE_OF and any(event_lemma(noun) for noun in done):
        if not any(map(animate, agents(verb))):
            yield from _happened(verb, done, acts)
        return
    if lemma == "take" and any(noun.lower_ == "place" for noun in done):
        yield from _happened(verb, [unpacked(noun) for noun in agents(verb)], acts)
    elif lemma in HAPPEN or lemma == "break out":
        yield from _happened(verb, done or [unpacked(noun) for noun in agents(verb)], acts)
    elif lemma in ASPECT and subject(verb) in patients(verb) and not passive(verb):
        # "The fighting went on between X and Y"; without X and Y the verb has the more to tell
        yield from (light for light in _happened(verb, done, acts) if light.agents or light.patients)
    else:
        yield from _made(verb, lemma, done, acts)


def _made(verb: Token, lemma: str, done: list[Token], acts: Acts) -> Iterator[Light]:
    """ "Carried out an attack on X"."""
    for noun in done:
        word = event_lemma(noun)
        if word is None or not is_light(lemma, word):
            continue
        name, kind = EVENT_NOUNS[word]
        own = participants(noun, acts)
        doers = agents(verb) or list(own.agents)
        if kind is Kind.FATE:
            continue
        wanted = _PATIENT[kind] | _ALSO.get(word, frozenset())
        beside = [n for p, n in prepositions(verb) if p in wanted and not is_time(n)]
        if passive(verb) and not beside:  # "were carried out by rebels on posts" hangs the posts on the rebels
            beside = [n for doer in doers for p, n in prepositions(doer) if p in _PATIENT[kind] and not is_time(n)]
        hit = [n for n in own.patients if n not in doers] or [n for n in beside if n.lemma_.lower() not in _HELP]
        if (lemma, word) == ("set", "fire"):
            hit = [n for p, n in (*prepositions(verb), *prepositions(noun)) if p == "to"]
        if kind is Kind.MUTUAL and not hit:  # "reached an agreement with X"
            hit = [n for p, n in prepositions(noun) if p == "with" and not is_time(n) and n.lemma_.lower() not in _HELP]
        yield Light(
            noun,
            SET_PHRASES.get((lemma, word), name),
            tuple(doers),
            tuple(n for n in hit if n not in doers),
            (*prepositions(verb), *((p, n) for p, n in prepositions(noun) if p != "of")),
        )


def _received(verb: Token, lemma: str, acts: Acts) -> Light | None:
    """ "Came under attack by X": the subject is whom it is done to."""
    nouns = [n for p, n in prepositions(verb) if p in RECEIVED.get(lemma, ())]
    if lemma in RECEIVE_VERBS:
        nouns = patients(verb)
    noun = next((n for n in nouns if (word := event_lemma(n)) and EVENT_NOUNS[word][1] in _DONE_TO), None)
    if noun is None:
        return None
    name = EVENT_NOUNS[event_lemma(noun) or ""][0]
    hit = agents(verb) or [n for n in patients(verb) if n != noun]
    own = participants(noun, acts)
    by = by_phrase(verb)
    doers = list(conjuncts(by)) if by is not None else [*own.agents]
    doers = doers or [n for p, n in (*prepositions(noun), *prepositions(verb)) if p == "from"]
    return Light(noun, name, tuple(doers), tuple(hit), tuple(prepositions(verb)))


_DONE_TO = frozenset({Kind.ATTACK, Kind.DEED})


def _responsible(verb: Token, lemma: str, acts: Acts) -> Light | None:
    """ "Was responsible for the attack", "was behind the attack": the subject did it."""
    if lemma != "be":
        return None
    if (done := _work_of(verb, acts)) is not None:
        return done
    preps = list(verb.children)
    for child in verb.children:
        if child.dep_ == "acomp" and child.lower_ == "responsible":
            preps.extend(child.children)
    for preposition in preps:
        wanted = "behind" if preposition.head == verb else "for"
        noun = pobj(preposition) if preposition.dep_ == "prep" and preposition.lower_ == wanted else None
        word = event_lemma(noun) if noun is not None else None
        if noun is not None and word is not None:
            own = participants(noun, acts)
            doers = agents(verb) or patients(verb)
            return Light(noun, EVENT_NOUNS[word][0], tuple(doers), own.patients, tuple(prepositions(noun)))
    return None


#: What an attack is called with whose it is: "was the work of mercenaries".
_DOING = frozenset("work doing handiwork deed fault responsibility crime".split())


def _work_of(verb: Token, acts: Acts) -> Light | None:
    """ "The explosion was the work of mercenaries", "the army's doing"."""
    named = next((c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in _DOING), None)
    if named is None:
        return None
    owners = [c for c in named.children if c.dep_ == "poss"] or [n for p, n in prepositions(named) if p == "of"]
    for noun in agents(verb) if owners else ():
        if (word := event_lemma(noun)) is not None:
            doers = [each for owner in owners for each in conjuncts(owner)]
            return Light(noun, EVENT_NOUNS[word][0], tuple(doers), participants(noun, acts).patients, ())
    return None


def _from(verb: Token, acts: Acts) -> Light | None:
    """ "The fire came from rebels", "the shells came from the army": they fired."""
    doers = came_from(verb)
    for noun in (agents(verb) or patients(verb)) if doers else ():
        word = event_lemma(noun)
        if word is not None and EVENT_NOUNS[word][1] in _DONE_TO:
            own = participants(noun, acts)
            return Light(noun, EVENT_NOUNS[word][0], tuple(doers), own.patients, tuple(prepositions(noun)))
        if noun.lemma_.lower() in PROJECTILES:
            return Light(verb, "fire", tuple(doers), (noun,), tuple(prepositions(verb)))
    return None


def _held_to(verb: Token, lemma: str, acts: Acts) -> Light | None:
    """ "Denied responsibility for the attack", "blamed the rebels for the attack": who did it or not."""
    under: Token | None = None
    if lemma in _ANSWERING:
        under = next((n for n in patients(verb) if n.lower_ == "responsibility"), None)
        doers = agents(verb)
    elif lemma == "blame" and not verb_negated(verb):
        doers = patients(verb)
    else:
        return None
    if (lemma != "blame" and under is None) or any(map(negated_noun, doers)):
        return None  # that nobody claims an attack says nothing of it
    for preposition, noun in (*prepositions(verb), *(prepositions(under) if under is not None else ())):
        word = event_lemma(noun) if preposition == "for" else None
        if word is not None and doers:
            hit = tuple(n for n in participants(noun, acts).patients if n not in doers)
            return Light(noun, EVENT_NOUNS[word][0], tuple(doers), hit, tuple(prepositions(noun)), under=under or verb)
    return None


#: Verbs with "responsibility": who says or is told to have it.
_ANSWERING = frozenset("claim deny accept admit assume bear reject disclaim".split())


def _laid_at(verb: Token, lemma: str, acts: Acts) -> Light | None:
    """ "Blamed the attack on the rebels", "attributed it to them", "claimed the attack": who did it."""
    if verb_negated(verb) or (lemma != "claim" and lemma not in _LAID):
        return None
    for noun in patients(verb):
        word = event_lemma(noun)
        if word is None or negated_noun(noun):
            continue
        name, kind = EVENT_NOUNS[word]
        if kind not in _DONE_TO and name != "explode":
            continue
        on = [n for p, n in prepositions(verb) if p == _LAID.get(lemma) and not is_time(n)]
        doers = agents(verb) if lemma == "claim" else [n for n in on if animate(n)]
        own = participants(noun, acts)
        if doers and not own.agents and not any(map(negated_noun, doers)):
            return Light(noun, name, tuple(doers), own.patients, tuple(prepositions(noun)), under=verb)
    return None


#: Verbs of blame that have what was done as their object, and the preposition before who did it.
_LAID = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to"}


def _whose(verb: Token, lemma: str, acts: Acts) -> Light | None:
    """ "The raid was Kenyan", "whether the jets were Kenyan or Ugandan": whose it was, or which of two."""
    named = next((c for c in verb.children if c.dep_ in {"acomp", "attr"} and c.pos_ != "NOUN" and acts(c)), None)
    if lemma != "be" or named is None:
        return None
    doers = [token for token in conjuncts(named) if acts(token)]
    open_ = any(child.lower_ == "or" for child in named.children) and len(doers) > 1
    for noun in patients(verb) if named.dep_ == "acomp" else agents(verb):
        if (word := event_lemma(noun)) is not None:
            own = participants(noun, acts)
            return Light(noun, EVENT_NOUNS[word][0], tuple(doers), own.patients, (), either=open_)
    return None


def _happened(verb: Token, subjects: list[Token], acts: Acts) -> Iterator[Light]:
    """ "Clashes erupted between X and Y": whoever took part, and not the clashes."""
    for noun in subjects:
        word = event_lemma(noun)
        if word is None or word == "fire":  # that broke out burns
            continue
        name, kind = EVENT_NOUNS[word]
        own = participants(noun, acts)
        by = by_phrase(verb)
        doers, hit = list(own.agents) or (list(conjuncts(by)) if by is not None else []), list(own.patients)
        for preposition, other in prepositions(verb):
            if preposition in {"between", "among"} and kind is Kind.MUTUAL:
                doers.append(other)
            elif preposition in _PATIENT[kind] - {"at"} and not own.patients and not is_time(other):
                hit.append(other)
        yield Light(noun, name, tuple(doers), tuple(hit), tuple(prepositions(verb)))


def _told_of(verb: Token, done: list[Token], acts: Acts) -> Iterator[Light]:
    """ "No casualties were reported", "described the fighting": there is nobody to say more of than that it was."""
    for noun in done:
        word = event_lemma(noun)
        if word is None or (word in WEAK_NOUNS and word not in _SUFFERED):
            continue
        own = participants(noun, acts)
        if not own.agents and not own.patients:
            yield Light(noun, EVENT_NOUNS[word][0], (), (), tuple(prepositions(noun)))


def _lives(verb: Token, lemma: str) -> Light | None:
    """ "Claimed the lives of 12", "lost their lives"."""
    noun = next((child for child in verb.children if child.dep_ == "dobj" and child.lemma_.lower() in _LIFE), None)
    if noun is None:
        return None
    if lemma == "lose":
        return Light(verb, "die", (), tuple(agents(verb)), tuple(prepositions(verb)))
    if lemma not in LIFE_TAKING:
        return None
    whose = [c for c in noun.children if c.dep_ == "poss"]
    whose += [n for p, n in prepositions(noun) if p == "of"]
    whose += [c for c in verb.children if c.dep_ == "dative"]
    return Light(verb, "kill", tuple(agents(verb)), tuple((whose[:1] if lemma == "cost" else whose) or [noun]), ())
