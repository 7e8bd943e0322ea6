"""Whom a number counts that stands apart from its noun: "the number of those seized was 39", "the attackers, who
numbered twenty", "seven in number", "put the men held at 700", "put at 2,000 the homes destroyed".
"""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Doc, Token

from counterclaim.annotate.figures.counted import Counted, is_person, is_thing, singular
from counterclaim.annotate.figures.lexicon import (
    ACTORS,
    DONE_TO,
    DONE_TO_FORMS,
    FATES,
    STATES,
    UNCHANGED,
    UNDERGONE,
)
from counterclaim.annotate.figures.phrases import told_after
from counterclaim.records import Happened

_COUNT = r"(?:number|total|count|figure|tally)"
#: What stands right before such a number, and the words for whom it counts.
_BEFORE: Final = (
    re.compile(
        rf"\b{_COUNT}\s+(?:of|for)\s+(?P<np>[^,.;:]{{2,90}}?)\s+(?:(?:is|was|were|are|had\s+been|has\s+been|be|at|as|to)"
        r"|(?:(?:has|had|have)\s+)?(?:reached|reaches|exceeded|passed)|exceeds|(?:does|did)\s+not\s+exceed|c[ao]mes?\s+to)\s+$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:put|puts|putting|estimated|estimates|estimating|placed|places|gave|gives|giving)\s+"
        r"(?P<np>(?:the|those|its|their|his|her|our)\s+[^,.;:]{2,80}?)\s+(?:at|as)\s+$",
        re.IGNORECASE,
    ),
)
#: "A crew of eight", "the garrison of 300": a body, and how many belong to it.
_BODY_OF: Final = re.compile(
    r"\b(?:an?|the|its|our|their|her|his)\s+(?:[\w'’-]+\s+){0,2}?"
    r"(?P<np>crew|patrol|garrison|squad|delegation|contingent|platoon|column|gang|commando)\s+of\s+$",
    re.IGNORECASE,
)
#: The same where the words for them follow: "put at 2,000 the homes destroyed".
_PUT_AT: Final = re.compile(
    r"\b(?:put|puts|putting|estimated|estimates|estimating|placed|places|gave|gives|giving)\s+at\s+$", re.IGNORECASE
)
#: "Put at 60,000 the number who had fled".
_WHO: Final = re.compile(rf"^\s+the\s+{_COUNT}\s+(?:who|that)\s+(?P<np>[^,.;:]{{2,80}})", re.IGNORECASE)
_AFTER: Final = re.compile(rf"^\s+(?:the\s+{_COUNT}\s+of\s+)?(?P<np>(?:the|those)\s+[^,.;:]{{2,80}})", re.IGNORECASE)
_NUMBERING: Final = frozenset("numbered numbering numbers number totalled totaled totalling totaling".split())
_IN_NUMBER: Final = re.compile(r"^\s+in\s+(?:number|all|total)\b", re.IGNORECASE)
_LEFT: Final = frozenset({"abandon", "leave", "flee"})
_THOSE: Final = frozenset({"those"})
#: Participles that say of people what became of them ("the comrades lost", "the suspects given up").
_SAID_OF_PEOPLE: Final = {
    "lost": Happened.KILLED,
    "fallen": Happened.KILLED,
    "given": Happened.RELEASED,
    "handed": Happened.RELEASED,
    "exchanged": Happened.RELEASED,
    "swapped": Happened.RELEASED,
    "taken": Happened.CAPTURED,
}
#: What the same words say of things ("houses lost", "houses fit to live in").
_OF_THINGS: Final = {
    **dict.fromkeys(Happened, Happened.OTHER),
    Happened.KILLED: Happened.DESTROYED,
    Happened.DESTROYED: Happened.DESTROYED,
    Happened.DEPLOYED: Happened.DEPLOYED,
}
_PLURAL = frozenset({"NNS", "NNPS"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def numbered(doc: Doc, first: int, last: int) -> tuple[Counted, tuple[Happened, ...]] | None:
    """What the number at tokens `first` to `last`, without a noun of its own behind it, counts by the words of its
    sentence, and what happened to them; None where it is not said, or is nothing that figures count."""
    sentence = doc[first].sent
    before = str(doc[sentence.start : first].text_with_ws)
    after = str(doc[last + 1 : sentence.end].text_with_ws) if last + 1 < sentence.end else ""
    gap = doc[last].whitespace_
    for pattern in (*_BEFORE, _BODY_OF):
        if match := pattern.search(before):
            start = doc[sentence.start].idx + match.start("np")
            return _counted(doc, start, doc[sentence.start].idx + match.end("np"))
    if _PUT_AT.search(before) and (match := _WHO.match(gap + after)):
        start = doc[last].idx + len(doc[last]) + match.start("np")
        tokens = list(doc.char_span(start, start + len(match["np"]), alignment_mode="expand") or ())
        left = any(token.lemma_.lower() in _LEFT for token in tokens[:4])
        return Counted(None, last, last), _befallen(tokens) or ((Happened.DISPLACED if left else Happened.OTHER),)
    if _PUT_AT.search(before) and (match := _AFTER.match(gap + after)):
        start = doc[last].idx + len(doc[last]) + match.start("np")
        return _counted(doc, start, start + len(match["np"]))
    return _subject(doc, first, last, gap + after)


def tells_members(doc: Doc, first: int) -> bool:
    """Whether a number tells how many belong to a body ("a crew of eight")."""
    return bool(_BODY_OF.search(str(doc[doc[first].sent.start : first].text_with_ws)))


def _counted(doc: Doc, start: int, end: int) -> tuple[Counted, tuple[Happened, ...]] | None:
    """Whom the words between two characters name, and what they say happened to them."""
    tokens = [token for token in doc.char_span(start, end, alignment_mode="expand") or () if not token.is_space]
    at = next((n for n, token in enumerate(tokens) if _is_counted(token) or token.lower_ in _THOSE), None)
    if at is None:
        losses = next((token for token in tokens if token.lower_ == "losses"), None)
        return (Counted(None, losses.i, losses.i), (Happened.KILLED,)) if losses is not None else None
    found = _befallen(tokens[at + 1 :]) or tuple(
        STATES[token.lower_] for token in tokens[:at] if token.lower_ in STATES
    )
    return _made(tokens[at], found)


def _subject(doc: Doc, first: int, last: int, after: str) -> tuple[Counted, tuple[Happened, ...]] | None:
    """Those of whom a verb says that they number so many: "families numbering 420 were moved", "were seven in all"."""
    if first == doc[first].sent.start:
        return None
    verb = doc[first - 1]
    in_number = bool(_IN_NUMBER.match(after)) and verb.lemma_ == "be"
    if not in_number and verb.lower_ not in _NUMBERING:
        return None
    if verb.dep_ in {"acl", "relcl"}:
        noun: Token | None = verb.head
    else:
        noun = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if noun is None or not (_is_counted(noun) or noun.lower_ in _THOSE):
        return None
    clause = next((child for child in noun.children if child.dep_ in {"relcl", "acl"} and child != verb), None)
    found = _befallen([t for t in clause.subtree if t.i >= noun.i]) if clause is not None else ()
    if not found and noun.head.pos_ == "VERB" and noun.dep_ in _SUBJECTS and noun.head != verb:
        found = _befallen(list(doc[noun.head.i : noun.head.i + 4]))
    return _made(noun, found)


def _is_counted(token: Token) -> bool:
    """Whether a word stands for people or things that figures count, several of them or a body of people."""
    if token.dep_ == "poss":
        return False
    several = token.tag_ in _PLURAL or token.lower_ in UNCHANGED
    body = token.tag_ == "NN" and (token.lower_ == "crowd" or singular(token) in ACTORS)
    return body or (several and (is_person(token) or is_thing(token)))


def _befallen(tokens: list[Token]) -> tuple[Happened, ...]:
    """What the words behind a noun say happened to whoever it stands for: "seized at the gate", "who got out"."""
    for at, token in enumerate(tokens):
        lemma, word = token.lemma_.lower(), token.lower_
        if word in _SAID_OF_PEOPLE and token.tag_ == "VBN":
            return (_SAID_OF_PEOPLE[word],)
        if word in STATES or word in DONE_TO_FORMS:
            return (STATES.get(word) or DONE_TO_FORMS[word],)
        if token.pos_ == "VERB":
            found = DONE_TO.get(lemma) if token.tag_ == "VBN" else UNDERGONE.get(lemma)
            if lemma == "leave" and not any(child.dep_ == "dobj" for child in token.children):
                found = Happened.DISPLACED
            return (found,) if found else told_after("".join(t.text_with_ws for t in tokens[at:]))
    return ()


def _made(noun: Token, found: tuple[Happened, ...]) -> tuple[Counted, tuple[Happened, ...]]:
    """The counted noun with the words before it that belong to it, and what happened."""
    if noun.lower_ in _THOSE:
        return Counted(None, noun.i, noun.i), found or (Happened.OTHER,)
    first = noun.i
    while first > noun.sent.start and _belongs(noun.doc[first - 1]):
        first -= 1
    happened = found or FATES.get(singular(noun), ()) or (Happened.OTHER,)
    if is_person(noun):
        happened = tuple(Happened.KILLED if each is Happened.DESTROYED else each for each in happened)
    elif singular(noun) not in FATES:
        happened = tuple(_OF_THINGS.get(each, each) for each in happened)
    return Counted(noun, first, noun.i), happened


def _belongs(token: Token) -> bool:
    """Whether a word before a noun is part of what is counted."""
    part = token.pos_ in {"ADJ", "NOUN", "PROPN"} and token.lower_ not in {"such", "same", *STATES}
    return part and not token.like_num
