"""Steps in a peace process: who asks whom for what.

"A asked B for a ceasefire", "A proposed a ceasefire to B", "a ceasefire proposal put forward by A" and "A's call
for a ceasefire" are one kind of claim: predicate `propose`, agent A, patient B, theme the ceasefire. Only so can
two accounts that swap A and B be seen to answer one question.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from counterclaim.annotate.claims.phrases import by_phrase, conjuncts
from counterclaim.annotate.claims.roles import agents, patients, prepositions
from counterclaim.records import ProcessKind
from counterclaim.records.processes import PROCESS_NOUNS

_ASK = frozenset({"ask", "beg", "appeal", "plead", "request", "approach"})
_PROPOSE = frozenset({"propose", "offer", "suggest", "seek", "request", "initiate", "put"})
_REFUSE = frozenset({"reject", "refuse", "decline", "dismiss", "spurn", "accept"})
_PROPOSALS = frozenset({"proposal", "offer", "request", "initiative", "plea", "appeal"})
_TOWARDS = frozenset({"to", "with"})


@dataclass(frozen=True, slots=True)
class Move:
    """A proposal: the token it hangs on, who makes it, to whom, and the noun of what is proposed."""

    trigger: Token
    agent: list[Token]
    patient: list[Token]
    theme: Token
    presupposed: bool = False


def process_noun(token: Token) -> Token | None:
    """The noun of a process in a noun phrase: the head itself, or what stands before it ("ceasefire proposal")."""
    if token.lemma_.lower() in PROCESS_NOUNS:
        return token
    if token.lemma_.lower() in _PROPOSALS:
        for child in token.children:
            if child.dep_ in {"compound", "amod", "nmod"} and child.lemma_.lower() in PROCESS_NOUNS:
                return child
            if child.dep_ == "prep" and child.lower_ in {"for", "of", "on"}:
                for noun in child.children:
                    if noun.dep_ == "pobj" and noun.lemma_.lower() in PROCESS_NOUNS:
                        return noun
    return None


def moves_of(verb: Token) -> list[Move]:
    """The proposals that a verb makes, or speaks of ("rejected a ceasefire proposal put forward by …")."""
    lemma = verb.lemma_.lower()
    found: list[Move] = []
    if lemma in _ASK:
        for preposition, noun in prepositions(verb):
            if preposition == "for" and (theme := process_noun(noun)) is not None:
                asked = [p for p in patients(verb) if process_noun(p) is None]
                found.append(Move(verb, agents(verb), asked, theme))
    if lemma in _PROPOSE:
        for noun in patients(verb):
            theme = process_noun(noun)
            if theme is not None and (lemma != "put" or noun.lemma_.lower() in _PROPOSALS):
                # The parser hangs "to Kenya" in "proposed a ceasefire to Kenya" on the noun as often as on the verb.
                to = [n for p, n in (*prepositions(verb), *prepositions(noun)) if p in _TOWARDS]
                found.append(Move(verb, agents(verb), to, theme))
    if lemma in _REFUSE:
        for noun in patients(verb):
            found.extend(_refused(verb, noun))
    return found


def _refused(verb: Token, noun: Token) -> list[Move]:
    """A proposal somebody turned down was made to them, by whomever the noun names."""
    theme = process_noun(noun)
    if theme is None or noun.lemma_.lower() not in _PROPOSALS:
        return []
    makers = [c for c in noun.children if c.dep_ == "poss"]
    doer = by_phrase(noun)
    if doer is not None:
        makers = list(conjuncts(doer))
    if not makers:
        for clause in noun.children:
            if clause.dep_ in {"acl", "relcl"} and (doer := by_phrase(clause)) is not None:
                makers = list(conjuncts(doer))
    return [Move(noun, makers, agents(verb), theme, presupposed=True)] if makers else []


def presupposed_of(noun: Token) -> Token | None:
    """The noun whose existence a nominalisation takes for granted: "the withdrawal of the troops" has troops."""
    if PROCESS_NOUNS.get(noun.lemma_.lower()) is not ProcessKind.WITHDRAWAL:
        return None
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
