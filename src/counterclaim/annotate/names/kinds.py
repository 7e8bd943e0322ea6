"""What the words around a name tell of its kind: a body of people is spoken of otherwise than a person is.

A small model calls an armed group a person here and a place there; these votes are counted with its own.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from counterclaim.annotate.names.words import (
    BODY_NOUNS,
    CALLINGS,
    COMPANY_LETTERS,
    OFFICES,
    SHIP_LETTERS,
    VESSELS,
    WATCHERS,
)

#: Who belongs to a body: after its name, or before it with "of".
_MEMBERS = frozenset(
    """fighter militant rebel member gunman insurgent jihadist extremist terrorist militiaman group faction movement
    militia organisation organization alliance branch affiliate""".split()
)
#: The words of whose somebody is the head: "of the harbour guard".
_OF_A_BODY = frozenset({"DET", "ADJ", "NOUN", "PROPN"})
#: What may follow a name in apposition, and how many words an office in front of it may be away.
_CLOSING = frozenset('. , ; ) ” "'.split())
_FAR = 7
_WHOSE = frozenset({"its", "their", "his", "her", "'s", "’s"})
_COMPANY_HAS = ("chief executive", "shares", "shareholders", "board", "managing director", "employees")
_COMPANY_BESIDE = ("shares", "shareholders", "employees", "stock ")
_COMPANY_BEFORE = frozenset({"shares in", "stake in", "owned by", "shareholders of", "shareholders in"})
_SEATS = frozenset({"capital"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Behind these something lies from where it is measured: "two miles east of", "five kilometres from".
_BEARINGS = frozenset(
    """north south east west northeast northwest southeast southwest north-east north-west south-east south-west
    upstream downstream upriver downriver offshore miles mile kilometres kilometre kilometers kilometer km metres
    meters""".split()
)
#: These qualify what follows and are no name's own article.
_MODIFIERS = frozenset({"compound", "poss", "amod", "nmod"})


def body_vote(doc: Doc, start: int, end: int, *, placed: bool) -> int:
    """How much speaks for the name between two tokens being that of a body: "the group X", "X fighters". `placed` is
    whether the model takes it for a place: "the Mombasa group" is one in Mombasa."""
    vote = 0
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    introduced = before is not None and before.lower_ in BODY_NOUNS | WATCHERS and not before.is_sent_end
    if introduced and not any(t.pos_ == "PROPN" for t in doc[max(0, start - 3) : start - 1]):
        vote += 4
    if after is not None and _is_member(after) and not (placed and after.lower_ in BODY_NOUNS):
        vote += 3
    if start > 1 and doc[start - 1].lower_ == "of" and _is_member(doc[start - 2]):
        vote += 4
    return vote


def person_vote(doc: Doc, start: int, end: int) -> int:
    """How much speaks for the name between two tokens being a person's; below 0 where it speaks against."""
    root: Token = doc[start:end].root
    vote = 0
    if [token.lower_ for token in doc[end : end + 2]] == [",", "which"]:
        vote -= 3
    if start and end - start > 1 and doc[start - 1].lower_ in CALLINGS and doc[start - 1].text.istitle():
        vote += 4
    if start and doc[start - 1].lower_ == "the" and root.dep_ not in _MODIFIERS:
        vote -= 3
    after = doc[end] if end < len(doc) else None
    behind = doc[end + 1] if after is not None and after.text == "," and end + 1 < len(doc) else after
    if behind is not None and behind.lower_ == "who" and root.dep_ != "pobj":
        vote += 3
    if root.dep_ in _SUBJECTS and end - start > 1 and _is_plural(root):
        vote -= 3
    return vote


def company_vote(doc: Doc, start: int, end: int) -> int:
    """How much speaks for the name between two tokens being a company's: "shares in X", "owned by X", "X plc", "X's
    chief executive"."""
    words = [token.lower_.rstrip(".") for token in doc[end : end + 3]]
    owned = bool(words) and words[0] in {"'s", "’s", "'", "’"}
    after = " ".join(words[1:3] if owned else words[:2])
    has = _COMPANY_HAS if owned else _COMPANY_BESIDE
    before = " ".join(token.lower_ for token in doc[max(0, start - 2) : start])
    letters = bool(words) and words[0] in COMPANY_LETTERS
    return 6 if letters or before in _COMPANY_BEFORE or after.startswith(has) else 0


def is_aged(doc: Doc, end: int) -> bool:
    """Whether an age stands behind a name, as people have: "Jane Doe, 31, …"."""
    return end + 2 < len(doc) and doc[end].text == doc[end + 2].text == "," and doc[end + 1].text.isdigit()


def is_bearing(doc: Doc, start: int, end: int) -> bool:
    """Whether something lies off a name, or so far from it or in such a direction: "two miles east of X"."""
    if not start:
        return False
    before = doc[start - 1]
    far = start > 1 and before.lower_ in {"of", "from"} and doc[start - 2].lower_ in _BEARINGS
    lies = before.lower_ == "off" and before.pos_ == "ADP" and doc[start:end].root.dep_ == "pobj"
    return far or lies


def held_office(doc: Doc, start: int, end: int) -> str:
    """The office that stands before a name with whose it is and where, and a comma: "its coordinator in Kenya, Jane
    Doe". "" where there is none, or the name need not be a person's: "its leader in Kenya, Uganda and Rwanda"."""
    after = doc[end].text if end < len(doc) else "."
    if end - start < 2 or start < 3 or doc[start - 1].text != "," or after not in _CLOSING:
        return ""
    if doc[start - 2].lower_ in OFFICES and doc[start - 3].lower_ in _WHOSE:
        return doc[start - 2].lower_  # "its president, Jane Doe, …"
    if start < 4:
        return ""
    for i in range(start - 3, max(start - _FAR, doc[start].sent.start) - 1, -1):
        if doc[i].lower_ in OFFICES and doc[i + 1].lower_ in {"in", "for", "of", "to"}:
            between = doc[i + 2 : start - 1]
            one = all(t.text[:1].isupper() or t.lower_ == "the" for t in between)
            told = between[0].lower_ == "the" and all(t.pos_ in _OF_A_BODY for t in between)
            return doc[i].lower_ if one or told else ""
    return ""


def is_vessel(doc: Doc, start: int, end: int) -> bool:
    """Whether the words around a name say that it is a ship's: "the ferry X", "MV X", "X, a tanker". Of one
    that opens a sentence, its own first word is asked."""
    before = doc[start - 1] if start and not doc[start].is_sent_start else doc[start]
    apposed = end + 2 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in {"a", "an"}
    behind = doc[end + 2].lower_ if apposed else ""
    if start > 1 and doc[start - 1].text in {'"', "“", "‘", "'"}:
        before = doc[start - 2]
    called = before.lower_ in VESSELS or before.text in SHIP_LETTERS
    return called or behind in VESSELS or (end - start > 1 and doc[start].text in SHIP_LETTERS)


def capital_vote(doc: Doc, start: int, end: int) -> bool:
    """Whether words beside a name say that it is some land's seat or town: "the regional capital, Garissa", "Garissa,
    the capital of"."""
    behind = [token.lower_ for token in doc[end : end + 4] if token.lower_ != "the"]
    if behind[:3] == [",", "capital", "of"]:
        return True
    apart = start > 1 and doc[start - 1].text == ","
    noun = doc[start - 2 if apart else start - 1] if start > 1 else None
    return noun is not None and noun.lower_ in _SEATS and noun.text.islower()


def _is_member(token: Token) -> bool:
    return token.text.islower() and token.lemma_.lower() in _MEMBERS


def _is_plural(subject: Token) -> bool:
    """Whether a name alone has a verb in the plural: "the Blue Shirts have left"."""
    if any(child.dep_ in {"conj", "cc"} for child in subject.children):
        return False
    verbs = [subject.head, *(w for w in subject.head.children if w.dep_ in {"aux", "auxpass"} and w.i < subject.head.i)]
    plain = [w for w in verbs if w.i > subject.i]
    return any(w.lower_ in {"have", "are", "were"} for w in plain) or (
        subject.head.tag_ == "VBP" and subject.head.i == subject.i + 1
    )
