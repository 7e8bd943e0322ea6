"""Who did it to those who are counted, by the parse: "killed by X", "X's strikes killed", "killed in X's strikes".

What kills in news is mostly an attack or a weapon; who stands behind it is named before the noun ("Kenyan army
shelling", "rebel rockets"), behind it ("shelling by the army", "a bomb planted by the group") or nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from counterclaim.annotate.figures.counted import is_person, singular
from counterclaim.annotate.figures.deeds import (
    CountedTokens,
    antecedent_of,
    attacks_after,
    authors_of,
    by_phrase,
    circumstances,
    first_of_name,
    governor_of,
    in_subject_of,
    is_attack,
    is_passive,
    joined_to,
    misread_subject,
    opens_with,
    own_subject,
    precedes_noun,
    takes_lives,
    verb_of_deed,
)
from counterclaim.annotate.figures.lexicon import (
    ACTORS,
    ARMS_AND_ATTACKS,
    ATTACKING,
    DONE_TO,
    NO_DEEDS,
    NOT_BEHIND_ATTACKS,
    SERIES,
)
from counterclaim.annotate.names import Names
from counterclaim.annotate.world import country_of_demonym
from counterclaim.records import EntityKind

_KINDS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.STATE})
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that"})
_FOR = frozenset({"for", "of", "on"})
#: Conjunctions of a clause that tells how it came about ("were killed when police opened fire").
_WHEN = frozenset({"when", "after", "as", "while"})


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did it: the head and the words from `first` to `last`, as tokens. Without a head nobody is named, and
    `cause` is the noun of the attack or weapon that did it, if there is one."""

    head: Token | None = None
    first: int = 0
    last: int = 0
    cause: Token | None = None


NOBODY = Doer()


class Doers:
    """Finds who did it in a report whose names are known."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def of(self, counted: CountedTokens, victims: Set[int]) -> Doer:
        """Who did what happened to those who are counted, as far as their own sentence says so. `victims` are tokens
        that stand for those to whom something was done."""
        governor = governor_of(counted)
        cause: Token | None = None
        for found in self._candidates(governor, counted):
            if found.head is not None and not counted.holds(found.head) and found.head.i not in victims:
                return found
            cause = cause or found.cause
        return Doer(cause=cause)

    def directly(self, counted: CountedTokens, victims: Set[int]) -> Doer:
        """Who it is that did it, where the verb of the counted itself says so: "trapped by", "the army expelled"."""
        governor = governor_of(counted)
        found = list(self._behind(by_phrase(governor)))
        told = governor.lemma_.lower() in DONE_TO.keys() | ATTACKING | {"take", "hold", "force"}
        if told and governor.pos_ == "VERB" and not in_subject_of(governor, counted):
            found.extend(self._subject(governor, counted))
        named = (doer for doer in found if doer.head is not None and not counted.holds(doer.head))
        return next((doer for doer in named if doer.head is not None and doer.head.i not in victims), NOBODY)

    def told_in(self, sentence: Tokens) -> Doer:
        """Who is behind the last attack that a sentence tells, or nobody."""
        for token in reversed(sentence):
            if is_attack(token):
                found = self.behind(token)
            elif token.pos_ == "VERB" and token.lemma_.lower() in ATTACKING:
                found = next(self._agent(token), NOBODY)
            else:
                continue
            if found.head is not None and found.head.pos_ != "PRON":
                return found
        return NOBODY

    def answerable(self, sentence: Tokens) -> Iterator[Doer]:
        """Whoever a sentence says has claimed an attack, or is blamed for it or accused of it."""
        for verb in sentence:
            lemma = verb.lemma_.lower()
            if verb.pos_ != "VERB" or any(child.dep_ == "neg" for child in verb.children):
                continue
            named: Token | None = None
            objects = [child for child in verb.children if child.dep_ == "dobj"]
            if lemma == "claim" and any(noun.lemma_.lower() == "responsibility" for noun in objects):
                named = own_subject(verb)
            elif lemma in {"blame", "accuse"} and any(is_attack(noun) for noun in circumstances(verb, _FOR)):
                named = objects[0] if objects else own_subject(verb) if is_passive(verb) else None
            if named is not None and not any(child.lower_ == "no" for child in named.children):
                found = self.behind(named)
                if found.head is not None and found.head.pos_ != "PRON":
                    yield found

    def _candidates(self, governor: Token, counted: CountedTokens) -> Iterator[Doer]:
        """What may name the doer, the nearest first."""
        family = joined_to(governor)
        for verb in family:
            yield from self._behind(by_phrase(verb))
        doing = verb_of_deed(governor)
        # "A priest led the burial of eleven men".
        if doing is not None and governor.lemma_.lower() != "burial" and not in_subject_of(doing, counted):
            yield from self._subject(doing, counted)
        if governor.dep_ == "relcl" and is_attack(governor.head):
            yield self.behind(governor.head)  # "a massacre during which 108 people were killed"
        seen = set()
        for verb in (*family, counted.anchor):
            for noun in circumstances(verb):
                if noun.i not in seen and not counted.holds(noun):
                    seen.add(noun.i)
                    yield self.behind(noun)
            for clause in verb.children:
                told = clause.dep_ == "advcl" and clause.lemma_.lower() in ATTACKING | DONE_TO.keys()
                if told and opens_with(clause, _WHEN):
                    yield from self._agent(clause)
        yield from (self.behind(noun) for noun in attacks_after(counted, governor))

    def _subject(self, verb: Token, counted: CountedTokens) -> Iterator[Doer]:
        """The subject of a verb whose object is counted. Where the parser took the nearest noun for it ("shelled the
        village killing two"), that of the verb above."""
        for _ in range(6):
            if verb.lemma_.lower() in NO_DEEDS and not takes_lives(verb):
                return
            if is_passive(verb) and verb.dep_ not in {"advcl", "conj"}:
                yield from self._behind(by_phrase(verb))
            else:
                subject = own_subject(verb) or misread_subject(verb)
                if subject is not None and subject.dep_ != "nsubjpass" and not counted.holds(subject):
                    found = self.behind(antecedent_of(subject, verb))
                    yield found
                    # A participle has no subject of its own: the parser took the noun before it for one.
                    if verb.tag_ != "VBG" or found.head is not None or found.cause is not None:
                        return
            if verb.dep_ == "acl" and verb.head.dep_ in {"pobj", "dobj", "conj", "appos"} and not is_attack(verb.head):
                pass  # "clashed with rebels near the bridge killing two": it was not the bridge
            elif verb.dep_ in {"acl", "relcl"} and not is_passive(verb):
                found = self.behind(verb.head)
                if found.head is not None or found.cause is not None:
                    yield found
                    return
            above = verb.head
            while above != above.head and above.pos_ not in {"VERB", "AUX"}:
                above = above.head
            if any(token.text == ";" for token in verb.doc[min(verb.i, above.i) : max(verb.i, above.i)]):
                return
            if above == verb or verb.dep_ == "ROOT" or above.pos_ not in {"VERB", "AUX"}:
                return
            verb = above

    def _agent(self, verb: Token) -> Iterator[Doer]:
        """Who does what a clause of circumstance tells: "when rebels shelled …", "when the bus was hit by …"."""
        if is_passive(verb):
            yield from self._behind(by_phrase(verb))
            return
        subject = own_subject(verb)
        if subject is not None and subject.lower_ not in _PRONOUNS:
            yield self.behind(subject)

    def _behind(self, noun: Token | None) -> Iterator[Doer]:
        if noun is not None:
            yield self.behind(noun)

    def behind(self, noun: Token) -> Doer:
        """Who is behind a noun: itself if it can act, or whoever stands before or after the attack that it tells."""
        if noun.lemma_.lower() in SERIES:
            noun = next((c for of in noun.children if of.lower_ == "of" for c in of.children), noun)
        if is_attack(noun):
            before = self._before(noun)
            if before is not None:
                return before
            for author in authors_of(noun):
                if not is_attack(author) and self.can_act(author):
                    return self.behind(author)
            return Doer(cause=noun)
        if self.can_act(noun):
            return Doer(noun, first_of_name(noun), noun.i)
        return NOBODY

    def can_act(self, noun: Token) -> bool:
        """Whether a noun stands for persons, a body or a state rather than a place or thing."""
        if noun.lower_ in _PRONOUNS:
            return noun.pos_ == "PRON"
        if noun.pos_ not in {"NOUN", "PROPN"}:
            return False
        entity = self._names.at(noun)
        if entity is not None and self._names.entities[entity].kind not in _KINDS:
            return False
        return entity is not None or singular(noun) in ACTORS or noun.lower_ in ACTORS or is_person(noun)

    def _before(self, noun: Token) -> Doer | None:
        """Whoever is named before the noun of an attack ("Kenyan army shelling", "a US-led coalition strike")."""
        start = noun.i
        while start > noun.sent.start and precedes_noun(noun.nbor(start - 1 - noun.i)):
            start -= 1
        found = [token for token in noun.doc[start : noun.i] if self._names_author(token)]
        if not found:
            led = next((token for token in noun.doc[start : noun.i] if token.lower_ == "led"), None)
            if led is not None and led.i - 2 >= start and led.nbor(-1).text == "-":
                return Doer(led.nbor(-2), led.i - 2, led.i)  # "US-led raids"
            return None
        last = first = found[-1]
        while first.i - 1 in {token.i for token in found}:
            first = first.nbor(-1)
        if first.i - 3 >= start and first.nbor(-1).lower_ == "led":
            first = first.nbor(-3)
        return Doer(last, first.i, last.i)

    def _names_author(self, token: Token) -> bool:
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            return False
        if token.nbor(1).text == "-" or (token.i > 0 and token.nbor(-1).text == "-"):
            return False  # "rebel-held", "US-led"
        if self._names.country_at(token) is not None or country_of_demonym(token.text) is not None:
            return True
        entity = self._names.at(token)
        if entity is not None:
            local = self._names.entities[entity]
            return local.kind in _KINDS and local.name.lower().split()[-1] not in ARMS_AND_ATTACKS
        if token.ent_type_ == "NORP":
            return True
        return token.lower_ not in NOT_BEHIND_ATTACKS and (
            token.lower_ in ACTORS or (token.pos_ != "ADJ" and singular(token) in ACTORS)
        )
