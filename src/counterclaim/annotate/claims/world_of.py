"""Whether what a predicate says is so: polarity and modality, from the words around it."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.records import Act, Modality, Polarity

_NEVER = frozenset({"never", "not", "n't", "n’t", "neither", "nor", "hardly", "no"})
_NONE = frozenset({"no", "none", "neither", "nobody", "nothing", "any"})
_MAY = frozenset({"may", "might", "could", "can", "would"})
_SHALL = frozenset({"will", "shall", "'ll", "’ll"})
_MUST = frozenset({"should", "must", "ought"})
_IF = frozenset({"if", "unless", "whether", "provided"})
#: Verbs whose infinitive did not happen.
_FAILED = frozenset({"fail", "refuse", "decline", "cease"})
#: Verbs whose infinitive is meant, not done.
_INTEND = frozenset(
    "plan intend want seek aim try attempt hope wish prepare agree promise vow pledge threaten offer expect".split()
)
_COMMANDED = frozenset({Act.DEMAND, Act.CALL_FOR, Act.ASK})
_PLANNED = frozenset({Act.PROMISE, Act.OFFER, Act.THREATEN, Act.AGREE})


def negated_noun(noun: Token) -> bool:
    """Whether a noun carries "no" ("no mercenaries")."""
    return any(child.dep_ == "det" and child.lower_ == "no" for child in noun.children) or noun.lower_ in {
        "none",
        "nobody",
        "nothing",
    }


def polarity(verb: Token, nouns: list[Token], act: Act, denied: bool) -> Polarity:
    """Whether the predicate is asserted or denied. `nouns` are its arguments; `denied` says that the statement as a
    whole denies its content ("denied that …", "ruled out …")."""
    negative = any(child.dep_ == "neg" or child.lower_ in _NEVER for child in verb.children if child.dep_ != "conj")
    negative ^= any(negated_noun(noun) for noun in nouns)
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _FAILED:
        negative = not negative
    elif verb.dep_ in {"xcomp", "conj"} and any(child.dep_ == "neg" for child in verb.head.children):
        # "did not attack or shell", "have not agreed to meet": the negation reaches over.
        negative = negative or not any(
            child.dep_ in {"aux", "nsubj"} for child in verb.children if child.lower_ != "to"
        )
    if denied and act in {Act.DENY, Act.REFUSE}:
        negative = not negative
    return Polarity.NEGATIVE if negative else Polarity.POSITIVE


def modality(verb: Token, act: Act, in_content_of_act: bool) -> Modality:
    """In what world the predicate holds."""
    aux = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if any(child.dep_ == "mark" and child.lower_ in _IF for child in verb.children):
        return Modality.CONDITION
    if aux & _MUST or (verb.dep_ == "xcomp" and verb.head.lemma_ == "have"):
        return Modality.COMMAND
    if in_content_of_act and act in _COMMANDED:
        return Modality.COMMAND
    if in_content_of_act and act in _PLANNED:
        return Modality.PLAN
    if aux & _MAY:
        return Modality.HYPOTHESIS
    if aux & _SHALL or _meant(verb):
        return Modality.PLAN
    return Modality.FACT


def _meant(verb: Token) -> bool:
    return (verb.dep_ == "xcomp" and verb.head.lemma_ in _INTEND) or (
        verb.dep_ in {"xcomp", "advcl", "acl", "relcl"} and any(child.lower_ == "to" for child in verb.children)
    )
