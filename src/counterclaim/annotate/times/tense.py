"""Which way from the report's date a time lies, told by the words around it and the verb that governs it."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

#: Words after which an infinitive lies ahead, whatever their tense ("agreed to meet on Friday"); nouns too.
_PROSPECTIVE: Final = frozenset(
    "agree aim ask call decide due expect hope intend invite offer order plan pledge postpone prepare promise "
    "propose ready schedule set slate threaten urge vow want warn likely unlikely bound willing prepared demand tell "
    "agreement proposal decision promise deadline invitation ultimatum threat deal pact".split()
)
_SCHEDULED: Final = frozenset("due expect intend plan schedule set slate".split())
_MODALS: Final = frozenset(
    {"will", "would", "shall", "should", "may", "might", "can", "could", "must", "'ll", "wo", "’ll"}
)
#: What "could" tells of the past: "smoke could be seen on Monday".
_PERCEIVED: Final = frozenset("see hear reach confirm verify feel".split())
_VERBAL: Final = frozenset({"VERB", "AUX"})
#: Verbs whose present tense names an appointment: "talks resume on Friday".
_APPOINTED: Final = frozenset(
    "arrive begin close convene decide depart end expire face fly gather go head host lapse leave meet open reconvene "
    "reopen restart resume return start travel visit vote".split()
)
#: Those of them that a headline or caption in the present tense tells of as done: "Envoy visits the port on Friday".
_DONE_IN_HEADLINES: Final = frozenset("arrive depart face fly gather go head leave return travel visit".split())
#: Orders, which a report tells of in the past with the day on which they were given or carried out.
_ORDERS: Final = frozenset("order tell want".split())
#: Nouns and determiners that deny what their verb says: "no one could leave".
_NOBODY: Final = frozenset("no nobody none neither nothing few hardly".split())
#: Verbs with which "until Friday" lies ahead even in the past tense: "they extended the truce until Friday".
_LASTING: Final = frozenset(
    "adjourn close delay extend give have postpone prolong put remain renew shut suspend".split()
)
#: What is held by appointment: "Friday's meeting will …" is to come, "Friday's attack will be investigated" is not.
_APPOINTMENTS: Final = frozenset(
    "assembly burial ceremony conference deadline debate election funeral game hearing inauguration launch match "
    "meeting poll referendum round "
    "session summit talk trial visit vote".split()
)
#: Verbs whose appointment is still to come, whatever their tense: "he cancelled Friday's meeting".
_AWAITING: Final = frozenset("await boycott cancel expect plan postpone prepare schedule".split())


def tokens_at(doc: Doc, start: int, end: int) -> Tokens | None:
    """The tokens that cover the characters from `start` to `end`."""
    found: Tokens | None = doc.char_span(start, end, alignment_mode="expand")
    return found


def ends_name(token: Token) -> bool:
    """Whether "Today" or "May" is the end of a name: "Russia Today", "Theresa May"."""
    if not token.text[0].isupper() or token.i == 0 or token.is_sent_start:
        return False
    before = token.nbor(-1)
    if before.pos_ == "PROPN" and token.i + 1 < len(token.doc) and token.nbor(1).pos_ in _VERBAL:
        return True
    return token.ent_type_ == "PERSON" or (before in token.children and before.dep_ == "compound" and before.is_title)


def governor(tokens: Tokens) -> tuple[Token | None, Token | None]:
    """The verb (or predicate adjective) above `tokens`, and the first noun that stands between the two."""
    token, noun = tokens.root, None
    while token.head != token:
        token = token.head
        if token.pos_ in _VERBAL or token.lemma_.lower() in {"due", "ready"}:
            return token, noun
        if noun is None and token.pos_ in {"NOUN", "PROPN"} and not tokens.start <= token.i < tokens.end:
            noun = token
    return None, noun


def direction(tokens: Tokens) -> tuple[bool, bool]:
    """Whether what the expression `tokens` dates lies ahead of the report, and whether a noun stands between it and
    its verb (or it has none), so that its tense says little."""
    verb, noun = governor(tokens)
    unsure = noun is not None or verb is None
    over = tokens.root.head if tokens.root.dep_ == "pobj" else None
    if over is not None and over.lower_ == "after" and over.dep_ in {"prep", "pcomp"} and over.head.dep_ == "prep":
        over = over.head  # "until after Easter"
    preposition = "" if over is None else over.lower_
    lemma = "" if verb is None else verb.lemma_.lower()
    if preposition == "for" and noun is None:
        return True, False
    if preposition in {"until", "till", "through"} and lemma in _LASTING:
        return True, False
    if preposition in {"until", "till", "by"} and verb is not None and verb.tag_ in {"VB", "VBP", "VBZ"}:
        return True, False
    if noun is not None and tokens.root.dep_ in {"poss", "compound", "nmod", "npadvmod"} and tokens.root.head == noun:
        appointment = noun.lemma_.lower() in _APPOINTMENTS
        return appointment and (lies_ahead(verb) or lemma in _AWAITING), True
    if verb is None:
        return _of_sentence(tokens), True
    appointed = noun is None or noun.lemma_.lower() in _APPOINTMENTS
    return lies_ahead(verb, appointed=appointed), unsure


def _of_sentence(tokens: Tokens) -> bool:
    """Whether the whole sentence tells of what is to come, where the parser found no verb above `tokens`."""
    tags = {token.tag_ for token in tokens.sent}
    return "VBD" not in tags and any(token.lower_ in {"will", "must", "shall"} for token in tokens.sent)


def lies_ahead(verb: Token | None, *, appointed: bool = True) -> bool:
    """Whether what `verb` tells is still to come at the time of writing.

    With `appointed` its present tense may name an appointment ("talks resume on Friday", not "it comes on the heels of
    strikes on Friday").
    """
    if verb is None:
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    perfect = bool(helpers & {"had", "has", "have", "'d", "'ve"})
    if _is_scheduled(verb) and not perfect:
        return True
    if helpers & _MODALS:
        return "have" not in helpers and not _could_then(verb, helpers)
    if "to" in helpers:
        return _is_prospective(verb.head) if verb.head != verb else True
    # A plain present is often taken for an infinitive ("where talks open Sunday").
    present = (
        verb.tag_ in {"VBZ", "VBP"}
        or (verb.tag_ == "VB" and not helpers)
        or (verb.tag_ == "VBG" and bool(helpers & {"is", "are", "'s", "’s"}))
    )
    if appointed and present and not perfect and (verb.lemma_.lower() in _APPOINTED or _is_appointed(verb)):
        return True
    if verb.dep_ == "conj" and not any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in verb.children):
        return lies_ahead(verb.head)
    return False


def done_in_headline(tokens: Tokens) -> bool:
    """Whether the verb above `tokens` tells in its present tense, as headlines do, of what is done."""
    verb, _ = governor(tokens)
    if verb is None or verb.lemma_.lower() not in _DONE_IN_HEADLINES:
        return False
    return verb.tag_ in {"VBZ", "VBP", "VB"} and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def _is_scheduled(verb: Token) -> bool:
    """Whether something is "planned" or "set for" a time; what is "set on fire" or "set out" is not."""
    if verb.lemma_.lower() not in _SCHEDULED or not (verb.tag_ in {"VBN", "JJ"} or verb.pos_ == "ADJ"):
        return False
    return verb.lemma_.lower() != "set" or (verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in {"for", "to"})


def _is_appointed(verb: Token) -> bool:
    """Whether a verb in the present tells what takes place, is planned, or is an appointment ("the vote is on …")."""
    lemma, children = verb.lemma_.lower(), list(verb.children)
    taken = {child.lemma_.lower() for child in children if child.dep_ == "dobj"}
    if lemma == "take":
        return bool(taken & {"effect", "place", "office"})
    if lemma == "be" and any(child.dep_ == "prep" for child in children):
        return any(child.dep_ == "nsubj" and child.lemma_.lower() in _APPOINTMENTS for child in children)
    return lemma == "run" and any(child.dep_ == "prt" and child.lower_ == "out" for child in children)


def _could_then(verb: Token, helpers: set[str]) -> bool:
    """Whether "could" tells what was possible then: "could not enter", "could be heard", "nobody could leave"."""
    denied = any(
        child.dep_ == "neg" or (child.dep_ in {"nsubj", "nsubjpass"} and _denies(child)) for child in verb.children
    )
    return "could" in helpers and (denied or verb.lemma_.lower() in _PERCEIVED)


def _denies(subject: Token) -> bool:
    return subject.lower_ in _NOBODY or any(child.lower_ in _NOBODY for child in subject.children)


def _is_prospective(matrix: Token) -> bool:
    """Whether an infinitive under `matrix` is still to come: "plans to", "is expected to", not "tried to"."""
    if matrix.lemma_.lower() in _ORDERS and matrix.tag_ in {"VBD", "VBN"}:
        return False
    if matrix.lemma_.lower() in _PROSPECTIVE or matrix.tag_ in {"VBZ", "VBP", "VBG"}:
        return True
    if matrix.pos_ == "AUX" and matrix.lemma_ == "be":
        return True  # "was to meet"
    if matrix.pos_ in {"NOUN", "ADJ"}:  # "launched an offensive to retake it on May 31"
        above = next((token for token in matrix.ancestors if token.pos_ in _VERBAL), None)
        return lies_ahead(above)
    return lies_ahead(matrix)
