"""What befell those whom a number counts that stands alone as subject or object of a verb: "we lost six", "a thousand
crossed the river", "twenty-eight were saved", "seven hundred were aboard", "we were thirty thousand", "nine who fled".

Such a number counts people, as far as its verb is one that news says of people. Small definite ones ("the three were
taken away") speak of those who are known already, and "one" is seldom a number.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from counterclaim.annotate.figures.counted import is_person
from counterclaim.annotate.figures.lexicon import ACTORS, PERSONS
from counterclaim.records import Happened

#: What people do, with a number for its subject; no harm is done to them.
_DO: Final = frozenset(
    "come go return arrive cross attend gather march survive board sign vote walk turn get enlist register".split()
)
#: What is done to people, with a number for the subject of its passive.
_DONE: Final = frozenset("save rescue identify bring carry take fly hand lift pull treat move beat charge".split())
#: What is done to people, with a number for its object.
_TO: Final = frozenset("pull rescue fetch lift see count treat".split())
#: Who loses people rather than money or games.
_LOSERS: Final = frozenset({"we", "they"})
_GROUPS: Final = (ACTORS - PERSONS) | {"militia", "police", "enemy", "guerrilla", "troop"}
_NAMED: Final = frozenset({"NORP", "ORG", "GPE"})
_MEASURED: Final = frozenset({"MONEY", "QUANTITY", "PERCENT", "TIME", "DATE"})
_OF_OURS: Final = frozenset({"of ours", "of theirs", "of our", "of their"})
_KNOWN: Final = frozenset("the these those all both every each row number unit".split())
_ABOARD: Final = frozenset({"aboard", "on board", "on the boat", "on the ship", "on the bus", "on the train"})
#: So many are no people of one happening who are counted without a noun; mostly it is money.
_MOST: Final = 1e6
#: Fewer of "us" are an age as often.
_A_CROWD: Final = 100
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})


def told_alone(doc: Doc, first: int, last: int, value: float | None) -> tuple[Happened, ...]:
    """What is said of those whom the bare number at tokens `first` to `last` counts (its best value beside it); empty
    where it may count anything."""
    if value is not None and (not 2 <= value < _MOST or value != int(value)):
        return ()
    words = doc[first : last + 1]
    before = doc[first - 1].lower_ if first > words[0].sent.start else ""
    if last + 1 < words[0].sent.end and doc[last + 1].lower_ == "who" and before != "of":
        return (Happened.OTHER,)
    if before in _KNOWN or any(token.ent_type_ in _MEASURED for token in words) or _is_share(doc, last):
        return ()
    token = next((t for t in words if t.dep_ in _SUBJECTS or t.dep_ == "dobj"), words.root)
    verb = token.head
    if verb.pos_ not in {"VERB", "AUX"} or any(child.dep_ == "neg" for child in verb.children):
        return ()
    if token.dep_ == "attr":
        ours = any(child.lower_ in _LOSERS and child.dep_ == "nsubj" for child in verb.children)
        return (Happened.OTHER,) if ours and (value or 0) >= _A_CROWD else ()
    of_ours = doc[last + 1 : last + 3].text.lower() in _OF_OURS
    if token.dep_ == "dobj":
        return _object(verb) or ((Happened.OTHER,) if of_ours else ())
    return _subject(token, verb) if token.dep_ in _SUBJECTS else ()


def _is_share(doc: Doc, last: int) -> bool:
    """Whether a number is a share ("nine in ten") or an hour ("at ten past two")."""
    after = [token.lower_ for token in doc[last + 1 : last + 4]]
    of = 2 if after[:1] == ["in"] else 3 if after[:2] == ["out", "of"] else 0
    shared = 0 < of < len(after) + 1 and doc[last + of].like_num
    return shared or after[:1] in (["past"], ["o'clock"], ["to"])


def _object(verb: Token) -> tuple[Happened, ...]:
    """We lost six; firemen pulled nine out."""
    lemma = verb.lemma_.lower()
    if lemma == "lose":
        subject = _subject_of(verb)
        return (Happened.KILLED,) if subject is not None and _may_lose_people(subject) else ()
    return (Happened.OTHER,) if lemma in _TO else ()


def _subject_of(verb: Token) -> Token | None:
    """Who does what a verb says, also where it is said of another verb's subject ("reached the wood, losing six")."""
    while True:
        found = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if found is not None or verb.dep_ not in {"advcl", "conj"}:
            return found
        verb = verb.head


def _may_lose_people(subject: Token) -> bool:
    several = subject.tag_ in {"NNS", "NNPS"} and is_person(subject)
    acts = several or subject.lemma_.lower() in _GROUPS or subject.ent_type_ in _NAMED
    return subject.lower_ in _LOSERS or acts


def _subject(token: Token, verb: Token) -> tuple[Happened, ...]:
    """A thousand crossed the river; twenty-eight were saved; seven hundred were aboard; three of ours fell."""
    lemma, passive = verb.lemma_.lower(), token.dep_ == "nsubjpass"
    if passive:
        return (Happened.OTHER,) if lemma in _DONE and verb.tag_ == "VBN" else ()
    after = str(verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)].text).lower()
    if lemma == "be":
        return (Happened.PRESENT,) if any(after.startswith(words) for words in _ABOARD) else ()
    if lemma == "run" and after.startswith("from "):
        return (Happened.DISPLACED,)
    if lemma == "fall" and token.doc[token.i + 1 : token.i + 3].text.lower() in _OF_OURS:
        return (Happened.KILLED,)
    return (Happened.OTHER,) if lemma in _DO else ()
