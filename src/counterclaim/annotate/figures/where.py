"""Where what a figure counts happened: where its own clause says so, or that of the same happening told before it.

Only words for being somewhere give a place: who attacked, who was attacked and whose something is, is a place at most
by name ("Kenya's raids on Ugandan villages"). No place is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from spacy.tokens import Token

from counterclaim.annotate.figures.counted import is_person, singular
from counterclaim.annotate.figures.dating import is_over_time
from counterclaim.annotate.figures.deeds import CountedTokens, is_attack, joined_to, opens_with
from counterclaim.annotate.figures.lexicon import ACTORS, ATTACKING, DONE_TO, UNDERGONE
from counterclaim.annotate.names import Names
from counterclaim.annotate.names.words import LOCATIVE, REPORTING
from counterclaim.annotate.parse import Parsed
from counterclaim.records import EntityKind, Figure, Happened, Who

_PLACES = frozenset({EntityKind.PLACE, EntityKind.STATE})
_LOCATIONS = frozenset({"GPE", "LOC", "FAC"})
_AT = (LOCATIVE - {"toward", "towards"}) | frozenset({"outside", "along", "over", "beside"})
#: A state after these is what an attack is aimed at ("raids on Kenya", "jets over Kenya") rather than where it is.
_NOT_OF_STATES = frozenset({"on", "over", "along", "across"})
#: What stands between such a word and the name of the place ("on the outskirts of", "in the town of").
_INTO_PHRASE = frozenset({"of", "in", "near", "at"})
_IN_PHRASE = frozenset({"pobj", "compound", "appos", "nmod", "prep", "conj"})
#: Parts of a state that are called by its name ("in Kenya's north").
_PARTS: Final = frozenset(
    "north south east west northeast northwest southeast southwest centre center capital coast region province "
    "district county state city town village countryside port interior".split()
)
_SETTLEMENTS = frozenset(
    "village town city district province county governorate suburb neighbourhood neighborhood port region hamlet "
    "municipality township camp island valley".split()
)
#: Prepositions after which a name without an article is mostly a place's.
_BESIDE = frozenset({"in", "near", "outside", "around"})
#: What lies between two states is in neither.
_EDGES = frozenset({"border", "frontier", "boundary"})
#: Conjunctions of a clause that tells how, or where, it came about.
_WHEN = frozenset({"when", "as", "while", "where"})
_AFTER = frozenset({"after", "before", "once"})
_OF_ATTACK = ATTACKING | DONE_TO.keys() | UNDERGONE.keys()
#: What goes on for so many sentences without naming its place again.
_NEAR = 2
_GOING_ON = frozenset({Happened.KILLED, Happened.INJURED, Happened.DESTROYED})
_THE = frozenset({"the", "this", "that"})
_ONE_MORE = frozenset({"a", "an", "another", "separate", "second"})


class Places:
    """Finds where it happened, figure by figure in the order of the text."""

    def __init__(self, parsed: Parsed, names: Names) -> None:
        self._parsed, self._names = parsed, names
        self._last: tuple[int, Who] | None = None
        self._sides: dict[str | None, bool] = {}

    def of(self, figure: Figure, counted: CountedTokens, governor: Token, sentence: int) -> Who | None:
        """The place of a figure in sentence number `sentence`, or None."""
        place = next(self._found(counted, governor), None)
        goes_on = bool(_GOING_ON.intersection(figure.happened))
        if place is not None:
            if goes_on or is_attack(counted.anchor):
                self._last = sentence, place
            return place
        if not goes_on or (_tells_another(figure, counted) and (self._last is None or sentence != self._last[0])):
            return None
        if self._last is not None and sentence - self._last[0] <= _NEAR:
            return self._last[1]
        return self._before(counted, sentence)

    def _before(self, counted: CountedTokens, sentence: int) -> Who | None:
        """Where the attack happened that the sentence before tells, if this one speaks of it ("in the attack")."""
        if not sentence or not any(is_attack(noun) and _has(noun, _THE) for noun in counted.anchor.sent):
            return None
        for token in reversed(self._parsed.sentences[sentence - 1]):
            if is_attack(token) or (token.pos_ == "VERB" and token.lemma_.lower() in ATTACKING):
                place = next(self._within(token, counted), None)
                if place is not None:
                    return place
        return None

    def _found(self, counted: CountedTokens, governor: Token) -> Iterator[Who]:
        """The places that the clause names, then those of the clauses that it is part of, the best first."""
        yield from self._within(counted.anchor, counted)
        clause = governor
        while True:
            yield from self._within(clause, counted)
            for other in joined_to(clause):
                if other.lemma_.lower() in _OF_ATTACK:
                    yield from self._within(other, counted)
            if clause.head == clause or _is_apart(clause):
                break
            clause = clause.head
            if clause.lemma_.lower() in REPORTING and clause.pos_ == "VERB":
                break
        yield from self._beside(counted)

    def _beside(self, counted: CountedTokens) -> Iterator[Who]:
        """The places in the words around a count up to those of another clause, whatever the parse: a text that lost
        its commas is often misread."""
        sent, doc = counted.anchor.sent, counted.anchor.doc
        after = doc[max(counted.last, counted.anchor.i) + 1 : sent.end]
        for words in (after, reversed(doc[sent.start : counted.first])):
            for token in takewhile(lambda t: not _is_of_other_clause(t), words):
                word = _preposition_of(token)
                entity = self._names.at(token) if word in _AT else None
                if (
                    entity is not None
                    and self._names.entities[entity].kind is EntityKind.PLACE
                    and not _is_based(token)
                ):
                    yield Who(entity, self._names.entities[entity].name, self._parsed.span_of(token))

    def _within(self, clause: Token, counted: CountedTokens) -> Iterator[Who]:
        """The places after a word for being somewhere in the phrase of a token, other happenings left out."""
        queue = [clause]
        found = []
        while queue:
            token = queue.pop(0)
            for child in token.children:
                if not _tells_same(child):
                    continue
                word = _word_before(child, token)
                who = self._place_in(child, word) if word in _AT else None
                if who is None and _is_target(child, token):
                    who = self._target(child)
                if who is not None:
                    found.append((child.i, who))
                queue.append(child)
        found.sort(key=lambda at: (at[0] < counted.first, abs(at[0] - counted.first)))
        yield from (who for _, who in found)

    def _place_in(self, noun: Token, preposition: str) -> Who | None:
        """The place that a noun phrase names ("the town of Jayrud", "Aleppo")."""
        if singular(noun) in _EDGES:
            return None
        found: Who | None = None
        queue = [noun]
        while queue:
            token = queue.pop(0)
            if (who := self._named(token, preposition)) is not None:
                if who.entity is None or self._names.entities[who.entity].kind is not EntityKind.STATE:
                    return who
                found = found or who  # "Kenya's Garissa county" is in Garissa
            queue.extend(child for child in token.children if self._goes_into(token, child))
        return found

    def _goes_into(self, token: Token, child: Token) -> bool:
        """Whether a word in a noun phrase may name the place that the phrase stands for."""
        if child.dep_ == "prep":
            return child.lower_ in _INTO_PHRASE
        if child.dep_ == "poss":
            return singular(token) in _PARTS
        if child.dep_ in {"compound", "nmod"} and self._names.at(token) is None:
            if is_person(token) or singular(token) in ACTORS:
                return False
            return not is_attack(token) or not self._is_side(child)  # "in the Lagos market blast"
        # A text without commas, or a name before a new clause, that the parser joins to a place is no part of it.
        return child.dep_ in _IN_PHRASE and (child.dep_ != "appos" or self._names.at(token) is None)

    def _target(self, noun: Token) -> Who | None:
        """The place that was attacked, unless its name stands for a side."""
        who = self._place_in(noun, "on")
        return None if who is None or self._is_side(noun) else who

    def _is_side(self, token: Token) -> bool:
        """Whether the name of a place stands for those who act in its name ("Geneva said", "Geneva's troops")."""
        entity = self._names.at(token)
        if entity is None or entity not in self._sides:
            acting = entity is not None and any(
                self._names.at(other) == entity and _acts(other) for other in self._parsed.doc
            )
            self._sides[entity] = acting
        return self._sides[entity]

    def _named(self, token: Token, preposition: str) -> Who | None:
        """The place that a word names."""
        entity = self._names.at(token)
        if _is_based(token):
            return None
        if entity is None:
            return Who(None, token.text, self._parsed.span_of(token)) if _is_settlement(token) else None
        local = self._names.entities[entity]
        placed = local.kind in _PLACES or token.ent_type_ in _LOCATIONS or _is_settlement(token)
        if not placed and not (local.kind is EntityKind.ORGANIZATION and _stands_as_place(token, preposition)):
            return None
        if local.kind is EntityKind.STATE and preposition in _NOT_OF_STATES:
            return None
        return Who(entity, local.name, self._parsed.span_of(token))


def _is_of_other_clause(token: Token) -> bool:
    """Whether a word shows that another clause, or somebody's words, begin or end with it."""
    told = token.lemma_.lower() in REPORTING and token.pos_ == "VERB"
    joins = token.dep_ == "cc" and token.head.pos_ in {"VERB", "AUX"}
    return told or joins or token.is_punct or token.tag_ in {"WP", "WDT", "WRB"} or token.dep_ == "mark"


def _preposition_of(token: Token) -> str:
    """The preposition before a name, with at most an article, adjectives or a noun for a town in between."""
    at, start = token.i - 1, token.sent.start
    if token.i + 1 < token.sent.end and singular(token.nbor(1)) in _EDGES:
        return ""
    while at > start and (token.doc[at].pos_ in {"DET", "ADJ"} or _opens_settlement(token.doc[at])):
        at -= 1
    return token.doc[at].lower_ if at >= start and at < token.i else ""


def _opens_settlement(token: Token) -> bool:
    """Whether a word belongs to "town of" or "villages of"."""
    return singular(token) in _SETTLEMENTS or (token.lower_ == "of" and singular(token.nbor(-1)) in _SETTLEMENTS)


def _is_settlement(token: Token) -> bool:
    """Whether a name is said to be that of a town or an area ("the village of Ashby")."""
    of = token.head
    return token.pos_ == "PROPN" and token.dep_ == "pobj" and of.lower_ == "of" and singular(of.head) in _SETTLEMENTS


def _stands_as_place(token: Token, preposition: str) -> bool:
    """Whether a name that is taken for a body's stands where only a place's does: "in Ashby", but not "in the FAO"."""
    plain = token.pos_ == "PROPN" and token.dep_ == "pobj" and not (token.is_upper or is_person(token))
    bare = not any(child.dep_ == "det" for child in token.children)
    return plain and bare and preposition in _BESIDE and singular(token) not in ACTORS


def _word_before(noun: Token, head: Token) -> str:
    """The preposition that a noun stands after, also where the parser took it for part of the verb."""
    if noun.dep_ == "pobj":
        return head.lower_
    loose = noun.dep_ in {"dobj", "npadvmod", "attr"} and noun.i > noun.sent.start
    return noun.nbor(-1).lower_ if loose else ""


def _is_target(noun: Token, head: Token) -> bool:
    """Whether a noun stands for what was attacked: "shelled the town", "the bombardment of the town"."""
    if noun.dep_ == "dobj":
        return head.pos_ == "VERB" and head.lemma_.lower() in ATTACKING
    return noun.dep_ == "pobj" and head.lower_ == "of" and is_attack(head.head)


def _acts(token: Token) -> bool:
    """Whether a name stands for whoever acts or speaks: before a noun for persons, or as the subject of saying."""
    head = token.head
    if token.dep_ in {"compound", "poss", "nmod", "amod"}:
        return is_person(head) or singular(head) in ACTORS
    return token.dep_ == "nsubj" and head.lemma_.lower() in REPORTING


def _is_based(token: Token) -> bool:
    """Whether a place only says where somebody else is from or who holds it ("Geneva-based")."""
    if token.i + 2 >= len(token.doc) or token.nbor(1).text != "-":
        return False
    return token.nbor(2).pos_ in {"VERB", "ADJ"} or token.nbor(2).tag_ in {"VBN", "VBD"}


def _is_apart(clause: Token) -> bool:
    """Whether a clause tells something else than the one above it ("met in Geneva after five were killed")."""
    if clause.dep_ in {"ccomp", "csubj", "parataxis"}:
        return True
    return clause.dep_ == "advcl" and opens_with(clause, _AFTER | _WHEN | {"since", "although", "because", "that"})


def _tells_same(child: Token) -> bool:
    """Whether what hangs on a clause tells where the same thing happened."""
    if child.dep_ in {"ccomp", "parataxis", "conj", "csubj"} and child.pos_ in {"VERB", "AUX"}:
        return False
    if child.dep_ == "nsubj" and child.pos_ in {"VERB", "AUX"}:
        return False
    if child.dep_ == "advcl":
        return child.lemma_.lower() in _OF_ATTACK or opens_with(child, _WHEN)
    if child.dep_ in {"relcl", "acl"}:
        return is_attack(child.head) or child.lemma_.lower() in _OF_ATTACK
    return True


def _tells_another(figure: Figure, counted: CountedTokens) -> bool:
    """Whether the sentence of a figure tells of an attack that was not told before, or of a toll over a long time."""
    sentence = counted.anchor.sent
    if (figure.since and figure.since != figure.until) or is_over_time(sentence.text):
        return True
    return any(is_attack(noun) and _has(noun, _ONE_MORE) for noun in sentence)


def _has(noun: Token, words: frozenset[str]) -> bool:
    return any(child.lower_ in words for child in noun.children)
