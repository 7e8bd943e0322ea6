"""Whether what a predicate says is so, and in what world: polarity and modality.

`world_of(token, statement)` goes up the parse from a predicate, a verb or a noun, to where its statement begins, and
comes down again: each governing word changes what stands below it (`signatures.py`), each clause adds its own negation
(`polarity.py`) and modality (`modality.py`). All is as the statement's source has it: a denial is negative, an
accusation positive.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from counterclaim.annotate.claims import polarity as negation
from counterclaim.annotate.claims.clues import (
    UNSURE,
    be_to,
    cleft,
    definite,
    failed,
    has_relative,
    in_order,
    occurs,
    repeats,
    stands_before,
    too,
    unsure,
    yet,
)
from counterclaim.annotate.claims.falsehood import called_false
from counterclaim.annotate.claims.modality import asks_how, auxiliaries, has_subject, leaves_open, own_modality
from counterclaim.annotate.claims.signatures import (
    CLEARING,
    LIGHT,
    PREVENTING,
    TOLD,
    Effect,
    complement_of,
    form_of,
    noun_effect,
)
from counterclaim.annotate.claims.worlds import LEFT_OPEN, TAKEN, World, apply
from counterclaim.records import Act, Manner, Modality, Polarity, Statement

#: How what is told hangs on a noun for telling it, and before what it is about.
_CONTENTS = frozenset({"acl", "ccomp", "relcl"})
_ABOUT = frozenset({"of", "on", "about", "regarding", "concerning"})
#: What can be called false of what is told.
_TOLD = TOLD | frozenset({"news", "talk", "word", "version", "idea", "notion", "tale", "information", "footage"})
_NEGATIVE, _UNKNOWN = Polarity.NEGATIVE, Polarity.UNKNOWN
_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "oprd"})
#: How a word hangs on a cue that is between it and what was said: "found no *evidence* of".
_LEADING = frozenset({"prep", "pcomp", "pobj", "acomp", "attr", "dobj", "nsubjpass"})
_LATER = frozenset({"when", "once", "after", "until", "till", "before", "while", "as"})
_NOT_YET = frozenset({Modality.PLAN, Modality.HYPOTHESIS, Modality.COMMAND, Modality.CONDITION})
_CHARGING = frozenset({"accuse", "suspect", "blame", "charge", "convict"})
#: Verbs that deny what a report or claim says.
_DISMISSING = frozenset({"dismiss", "reject", "deny", "refute", "rebut", "dispute", "repudiate"})
_EXCEPTING = frozenset({"except", "apart", "aside", "besides", "other", "excluding", "save", "but"})


_OF_ACT = {
    Act.DEMAND: Effect.ORDERS,
    Act.CALL_FOR: Effect.ORDERS,
    Act.ASK: Effect.ORDERS,
    Act.PROMISE: Effect.INTENDS,
    Act.OFFER: Effect.INTENDS,
    Act.THREATEN: Effect.INTENDS,
    Act.AGREE: Effect.INTENDS,
    Act.DENY: Effect.DENIES,
    Act.REFUSE: Effect.DENIES,
}


def _of_act(act: Act, token: Token) -> Effect | None:
    """What a speech act does to its content; what is promised or asked for is so only in an infinitive or noun."""
    effect = _OF_ACT.get(act)
    return None if effect is Effect.INTENDS and form_of(token) == "that" else effect


def world_of(trigger: Token, statement: Statement) -> World:
    """The polarity and modality of the predicate that a token, verb or noun, names within a statement."""
    return _Reading(statement, trigger).world(trigger)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One statement's words, in which a predicate is read."""

    statement: Statement
    trigger: Token

    def world(self, token: Token) -> World:
        """The world of a token: what comes from above, and its own clause."""
        above = self._above(token)
        if token.pos_ in {"VERB", "AUX"}:
            return self._of_verb(token, above)
        if negation.negated_noun(token) or negation.joined_to_none(token):
            return above.flipped()
        # A noun that nothing asserts, of which the reader is to know: "the attack", "their withdrawal".
        return TAKEN if above == World() and token == self.trigger and self._is_given(token) else above

    def _of_verb(self, verb: Token, above: World) -> World:
        negated = negation.verb_negated(verb)
        negated = negated or (verb.dep_ == "conj" and negation.shared_negation(verb, verb.head))
        odd = negated ^ (negation.subject_negated(verb) and not repeats(verb)) ^ negation.object_negated(verb)
        found = above.flipped() if odd else above
        if any(child.dep_ == "mark" and child.lower_ == "unless" for child in verb.children):
            found = found.flipped()
        own = own_modality(verb, negated=odd, told=self._is_told(verb))
        if own is None or (found.polarity is _UNKNOWN and own is not Modality.CONDITION):
            return found
        return replace(found, modality=own)

    def _is_given(self, noun: Token) -> bool:
        asserted = noun.dep_ in {"dobj", "attr", "nsubjpass"} or (noun.dep_ == "nsubj" and occurs(noun.head))
        return definite(noun) and not asserted and noun.dep_ != "ROOT"

    def _is_told(self, verb: Token) -> bool:
        return self.statement.manner is not Manner.NARRATION or verb.dep_ == "ccomp"

    def _inside(self, token: Token) -> bool:
        return any(piece.start <= token.idx < piece.end for piece in self.statement.content)

    def _speaks_of(self, noun: Token) -> bool:
        """Whether the words that are called false are spoken of in the statement, and not the statement itself: what
        the paper reports is so by its report, whoever calls the report false."""
        return self._inside(noun) or not self.statement.sources

    def _above(self, token: Token) -> World:
        head = token.head
        outside = self._inside(self.trigger) and not self._inside(head)
        if head == token or outside:
            return self._from_cue(token)
        return self._below(token, head, self.world)

    def _from_cue(self, token: Token) -> World:
        """What the statement's own cue makes of its content."""
        statement = self.statement
        base = World()
        if not self._inside(token):  # the cue itself: that somebody denied it is so
            return base
        if leaves_open(token):
            return LEFT_OPEN
        doubtful = any(who.span and UNSURE & set(who.span.text.lower().split()) for who in statement.sources)
        if doubtful:
            base = World(modality=Modality.HYPOTHESIS)
        head = token.head
        cue = statement.cue
        # "Found no evidence that": the object's "no" is its own, and not also the cue's.
        own_no = token.dep_ == "dobj" and negation.negated_noun(token)
        if head != token and cue is not None and not own_no and (token.dep_ == "ccomp" or self._hangs_on_cue(token)):
            found = self._below(token, head, _own_world).known_as(base.modality)
            unsaid = found == World() and complement_of(head, form_of(token))[1] is None and token.pos_ == "VERB"
            return apply(_of_act(statement.act, token), found) if unsaid and head.pos_ == "VERB" else found
        if statement.manner is Manner.DIRECT or statement.cue is None or not self._heads(token):
            return base
        return apply(_of_act(statement.act, token), base)

    def _hangs_on_cue(self, token: Token) -> bool:
        cue = self.statement.cue
        above = token.head
        while cue is not None:
            if cue.start <= above.idx < cue.end:
                return True
            if above.pos_ in {"VERB", "AUX"} or above.head == above or above.dep_ not in _LEADING:
                return False
            above = above.head
        return False

    def _heads(self, token: Token) -> bool:
        """Whether the token is the first head in the content: later sentences of it are no longer governed."""
        return bool(token.sent.start_char <= self.statement.content[0].start < token.sent.end_char)

    def _below(self, token: Token, head: Token, world: Callable[[Token], World]) -> World:
        """What a head makes of what hangs on it."""
        kind = token.dep_
        if leaves_open(token):
            return LEFT_OPEN
        if kind == "conj":
            return self._beside(token, head)
        if kind == "ccomp" and stands_before(token, head):
            return World()
        content = kind in _CONTENTS and has_subject(token) and not has_relative(token)
        if content and head.lemma_.lower() in _TOLD and self._speaks_of(head) and called_false(head):
            return World(_NEGATIVE, denied=True)
        if asks_how(token):
            return _asked(token, head)
        if kind == "ccomp" and head.dep_ in {"dobj", "pobj", "nsubjpass"} and head.lemma_.lower() in TOLD:
            return self._under_noun(token, head, Effect.TELLS, world)  # "claims" taken for a verb
        if kind == "pcomp" or (kind in {"pobj", "advcl"} and head.dep_ == "prep"):
            return self._behind_preposition(token, head, world)
        if kind == "advcl" and form_of(token) != "ing":
            return self._adverbial(token, head, world)
        if kind in _CLAUSES or kind == "advcl":
            return self._complement(token, head, world)
        if kind in {"acl", "relcl"}:
            return self._of_noun(token, head, world)
        if kind in {"dobj", "nsubj", "nsubjpass", "attr", "appos", "nmod", "dative"}:
            return self._nominal(token, head, world)
        return World() if kind in {"parataxis", "dep", "intj"} else world(head)

    def _complement(self, token: Token, head: Token, world: Callable[[Token], World]) -> World:
        form = form_of(token)
        governor, effect = complement_of(head, form)
        above = world(head)
        if governor != head and negation.negated_noun(governor):
            above = world(governor)
        if effect is None and token.dep_ == "advcl":  # a participle: "shelled the town, killing five"
            return self._above(head).known_as(above.modality) if world == self.world else World()
        if too(governor) or (form == "inf" and yet(head, token)):
            return above.flipped()
        if effect is None and form == "inf" and token.dep_ == "xcomp":
            if above.modality is Modality.CONDITION:
                return above
            return above.known_as(Modality.COMMAND if head.lemma_ == "have" else be_to(head))
        if effect is Effect.SAYS and form == "that" and head.lemma_.lower() in TOLD | {"report"} and unsure(head):
            above = above.known_as(Modality.HYPOTHESIS)
        return apply(effect, above)

    def _adverbial(self, token: Token, head: Token, world: Callable[[Token], World]) -> World:
        if form_of(token) == "inf":
            _, effect = complement_of(head, "inf")
            if too(head) or any(child.dep_ == "acomp" and too(child) for child in head.children):
                return world(head).flipped()
            if effect is not None and not in_order(token) and head.pos_ == "ADJ":
                return apply(effect, world(head))
            if effect in {Effect.NEGATES, Effect.ORDERS} and not in_order(token):
                return apply(effect, world(head))
            return World(modality=Modality.PLAN)
        marks = {child.lower_ for child in token.children if child.dep_ in {"mark", "advmod"}}
        if "that" in marks and head.pos_ in {"ADJ", "AUX", "VERB"}:
            return apply(complement_of(head, "that")[1], world(head))
        later = bool(marks & _LATER) and world(head).modality in _NOT_YET and token.tag_ in {"VBZ", "VBP", "VBN"}
        return World(modality=Modality.PLAN) if later else World()

    def _behind_preposition(self, token: Token, preposition: Token, world: Callable[[Token], World]) -> World:
        word, governor = preposition.lower_, preposition.head
        if word == "without" or preposition.text.lower() == "sans":
            return World(_NEGATIVE)
        if word == "of" and governor.lemma_ in {"case", "event"} and governor.head.lower_ == "in":
            return World(modality=Modality.CONDITION)
        if governor.lower_ in _EXCEPTING or word in _EXCEPTING:
            return World()
        around = {governor.lower_, *(child.lower_ for child in preposition.children if child.i < preposition.i)}
        if word in {"of", "than", "from"} and around & {"instead", "short", "rather", "far"}:
            return World(_NEGATIVE)
        of_deed = token.dep_ == "pcomp" and governor.dep_ == "dobj" and word in {"of", "from", "for", "with"}
        if of_deed and governor.head.lemma_.lower() in PREVENTING | CLEARING | _CHARGING:
            governor = governor.head  # "accused the rebels of": the parser hangs it on the rebels
        if governor.pos_ in {"NOUN", "PROPN"}:
            told = word in _ABOUT and governor.lemma_.lower() in _TOLD
            if told and self._speaks_of(governor) and called_false(governor):
                return World(_NEGATIVE, denied=True)
            effect = noun_effect(governor)
            if effect is None:
                return world(governor) if word == "of" and token.dep_ == "pcomp" else World()
            return self._under_noun(token, governor, effect, world)
        above = world(governor)
        if word == "from" and governor.lemma_.lower() in PREVENTING and token.dep_ == "pcomp":
            return above.flipped()
        if word == "of" and governor.lemma_.lower() in CLEARING:
            return replace(above.flipped(), denied=True)
        if word == "against" and token.dep_ == "pcomp":
            return replace(above.flipped(), modality=Modality.COMMAND)
        if governor.pos_ == "ADJ":
            effect = complement_of(governor, "inf")[1]
            heard_of = effect is Effect.KNOWS and not definite(token) and above.polarity is _NEGATIVE
            return LEFT_OPEN if heard_of else apply(effect, above)  # "not aware of any attack"
        return self._prepositional(token, word, governor, above)

    def _prepositional(self, token: Token, word: str, verb: Token, above: World) -> World:
        lemma = verb.lemma_.lower()
        if word in {"for", "on", "upon"} and lemma in {"call", "ask", "push", "press", "appeal", "plead", "insist"}:
            return apply(Effect.ORDERS, above)
        if word in {"for", "of", "with"} and lemma in {"accuse", "blame", "charge", "convict"}:
            return apply(Effect.SAYS, above)
        if word in {"of", "with"} and lemma in {"suspect", "threaten", "dream", "warn", "talk", "speak", "hear"}:
            return apply(Effect.BELIEVES, above)
        if word in {"to", "on"} and lemma in {"commit", "agree", "pledge", "object"} and token.dep_ == "pcomp":
            return apply(Effect.INTENDS, above)
        if word in {"to", "in", "with", "of"} and token.dep_ == "pcomp":
            return apply(Effect.NEGATES, above) if lemma == "fail" else above
        if token.dep_ == "pobj" and word in {"in", "with", "into", "to"} and lemma in LIGHT and not definite(token):
            return above
        if word == "as":
            denied = token.lemma_.lower() in TOLD and lemma in _DISMISSING
            return apply(Effect.DENIES, above) if denied else above
        later = word in {"before", "after", "until"} and above.modality in _NOT_YET
        return World(modality=Modality.PLAN) if later else World()

    def _of_noun(self, token: Token, noun: Token, world: Callable[[Token], World]) -> World:
        """A clause that hangs on a noun: "a plan to attack", "reports that", "the army that shelled the town"."""
        form = form_of(token)
        content = any(child.dep_ == "mark" and child.lower_ == "that" for child in token.children)
        effect = noun_effect(noun)
        if token.dep_ == "acl" and (content or form == "inf"):
            if effect is None:
                # "the first to leave", "time to leave"; "no one to help"
                if form == "inf":
                    return world(noun).known_as(Modality.FACT if noun.lower_ in {"first", "last"} else Modality.PLAN)
                return world(noun)
            return self._under_noun(token, noun, effect, world)
        left_out = effect is Effect.TELLS and has_subject(token)  # "accusations it had attacked"
        if effect is not None and (content or left_out) and not has_relative(token):
            return self._under_noun(token, noun, effect, world)
        governor = noun.head
        if governor.lemma_ == "be" and noun.dep_ == "attr" and (cleft(governor) or noun.lower_ in {"one", "ones"}):
            return world(governor)
        there = governor.lemma_ in {"be", "have", "exist", "find", "see", "report", "leave", "know"}
        if negation.negated_noun(noun) and (there or noun.dep_ == "ROOT" or noun.lower_ in {"one", "nobody", "none"}):
            return World(_NEGATIVE)
        return World()

    def _under_noun(self, token: Token, noun: Token, effect: Effect, world: Callable[[Token], World]) -> World:
        above = world(noun)
        if unsure(noun) and above.polarity is Polarity.POSITIVE:
            above = above.known_as(Modality.HYPOTHESIS)
        if effect is Effect.INTENDS and failed(noun):
            return World(_NEGATIVE)
        if effect is Effect.KNOWS and token.pos_ in {"VERB", "AUX"} and noun.lemma_ in {"role", "part"}:
            return above
        if effect is Effect.INTENDS and token.pos_ == "NOUN" and noun.lemma_.lower() in {"move", "goal", "deal"}:
            return above
        return apply(effect, above)

    def _nominal(self, token: Token, head: Token, world: Callable[[Token], World]) -> World:
        """A noun for what happens, by its verb: "condemned the attack", "no attack took place"."""
        kind, lemma = token.dep_, head.lemma_.lower()
        if kind == "appos" or head.pos_ not in {"VERB", "AUX"}:
            return World()
        if kind == "nsubj":
            return _flip_back(token, world(head)) if occurs(head) else World()
        if kind == "attr":
            return _flip_back(token, world(head))
        above = world(head)
        told = token.lemma_.lower() in TOLD
        any_such = any(child.dep_ == "det" and child.lower_ == "any" for child in token.children)
        if (told or any_such) and lemma in _DISMISSING:
            return apply(Effect.DENIES, _flip_back(token, above))
        _, effect = complement_of(head, "obj")
        asked_for = noun_effect(token) in {Effect.INTENDS, Effect.ORDERS, Effect.KNOWS}
        held_to = token.lower_ == "responsibility"
        if effect in {Effect.DENIES, Effect.NEGATES} and asked_for and lemma != "rule" and not held_to:
            return TAKEN  # "rejected the demand": there was one
        if effect is not None:
            return apply(effect, _flip_back(token, above))
        if lemma in LIGHT or told or not definite(token):
            return _flip_back(token, above)
        return World()

    def _beside(self, token: Token, first: Token) -> World:
        """Coordination: what the first has from above holds of the second, unless the parser joined it too low."""
        if token.pos_ not in {"VERB", "AUX"} or first.pos_ not in {"VERB", "AUX"}:
            return self._above(first)
        above = first
        while above.dep_ == "conj" and above.head != above:
            above = above.head
        finite = token.tag_ in {"VBD", "VBZ", "VBP"} or auxiliaries(token) - auxiliaries(first) - {"to"}
        if finite and form_of(above) in {"inf", "ing"} and above.dep_ in {"xcomp", "pcomp", "acl", "advcl"}:
            return World() if has_subject(token) else self._past(above)
        return self._above(first)

    def _past(self, clause: Token) -> World:
        """What the verb has from above that a finite verb belongs to though the parser hung it on an infinitive."""
        head = clause.head
        while head.pos_ not in {"VERB", "AUX"} and head.head != head:
            head = head.head
        return self._above(head) if self._inside(head) or not self._inside(self.trigger) else World()


def _own_world(cue: Token) -> World:
    """The world of a cue: only its own negation, for who says it is another statement's business."""
    if cue.pos_ not in {"VERB", "AUX"}:
        below = cue
        while below.pos_ not in {"VERB", "AUX"} and below.head != below and below.dep_ in _LEADING:
            below = below.head
        odd = negation.negated_noun(cue) ^ (below != cue and negation.verb_negated(below))
    else:
        shared = cue.dep_ == "conj" and negation.shared_negation(cue, cue.head)
        odd = (negation.verb_negated(cue) or shared) ^ negation.subject_negated(cue)
    return World().flipped() if odd else World()


def _flip_back(noun: Token, above: World) -> World:
    """The world above a noun without what the noun itself negates: `world` counts it with the noun."""
    return above.flipped() if negation.negated_noun(noun) and not negation.idle(noun) else above


def _asked(token: Token, head: Token) -> World:
    effect = complement_of(head, "that")[1]
    return TAKEN if effect is not None else World()
