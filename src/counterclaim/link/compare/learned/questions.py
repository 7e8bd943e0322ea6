"""The question that two answers of the reader belong to, as a plain sentence where the words of one make one."""

from __future__ import annotations

import re

from counterclaim.link.compare.asking import past
from counterclaim.link.compare.learned.answers import Given
from counterclaim.link.compare.names_inside import lowered
from counterclaim.link.compare.whole_questions import ask_by_verb, ask_whether, ended
from counterclaim.link.pile import Pile
from counterclaim.records import Slot

#: What asks for an answer that ends the question whether it is so: "Did it sink off Kolt on Friday?"
_LEADS = {Slot.TIME: "When", Slot.PLACE: "Where", Slot.CAUSE: "Why"}
_BEFORE = re.compile(
    r"(?:\s(?:at|on|in|by|from|to|near|since|about|around|until|shortly|just|before|after|late|early|only|because|of|"
    r"some time|outside|off|towards?|into|when|as|due|owing))+\s*$"
)
_LOOSE = re.compile(
    r"^(?:(?:Did|Was|Were|Is|Are|Do|Does|Had|Has|Have) )?(?:it|he|she|they|there|this|that|we|i|you|who|which|what)\b",
    re.I,
)
#: A subject's verb, with what may stand before it.
_VERB = re.compile(
    r"\s(?:(?:had|has|have|was|were|is|are|did|also|then|later|\w+ly)\s)*"
    r"(?!(?:of|in|on|at|to|by|for|from|with|and|or|but|who|which|that|as|than|after|before|near|the|an?)\b)[a-z]\w*"
)
_AND = re.compile(r"\s*(?:,|;|:|–|—|\.(?=\s|$)|\s(?:and|but|while|as|said|says|according)\s).*$", re.S)
_BARE = re.compile(r"(?:at least |about |some |only |around )?(?:[\d.,]+|[a-z]+(?:[ -][a-z]+){0,3})$", re.I)
_NOUN = re.compile(r"\s(?!of\b|and\b|or\b|to\b|in\b|at\b|on\b|were\b|was\b|are\b|is\b|had\b|have\b)[a-z]\w+", re.I)
_WORDS_LEAST, _QUOTED = 4, 165


def ask(pile: Pile, slot: Slot, left: Given, right: Given) -> str:
    """What both answer, as a plain sentence where the words of one make one; else which of the two is so."""
    for given in sorted((left, right), key=lambda g: g is not _fuller(left, right)):
        found = _by_end(pile, slot, given) or _by_subject(pile, slot, given)
        if found:
            return found
    return f"Which is so: “{_quoted(left)}” or “{_quoted(right)}”?"


def _by_end(pile: Pile, slot: Slot, given: Given) -> str:
    """ "When did the ferry sink off Kolt?", of the question whether it sank there on Friday."""
    if slot not in _LEADS or given.claim is None:
        return ""
    whole = ask_whether(pile, given.claim)
    at = whole.find(given.span.text)
    if at <= 0 or _LOOSE.match(whole) or whole.startswith("Is it so"):
        return ""
    bare = _BEFORE.sub("", whole[:at].rstrip(" ,"))
    if len(bare.split()) < _WORDS_LEAST:
        return ""
    return ended(f"{_LEADS[slot]} {bare[0].lower()}{bare[1:]}")


def _by_subject(pile: Pile, slot: Slot, given: Given) -> str:
    """ "Who burned the granaries?", of "militiamen burned the granaries"; "How many miners died?", of "twelve miners
    died"."""
    text = pile.reports[given.sentence.report].text
    start, end = _clause(given)
    rest = text[given.span.end : end]
    begins = not re.search(r"\w", text[start : given.span.start])
    if slot is Slot.AGENT:
        if given.claim is not None:
            asked = re.match(r"Did someone (\w+)( .+)?\?$", ask_by_verb(pile, given.claim, "someone"))
            if asked and any(who.span and who.span.overlaps(given.span) for who in given.claim.agent):
                return ended(f"Who {past(asked[1])}{asked[2] or ''}")
        if begins and _VERB.match(rest):
            return _whole(f"Who{_AND.sub('', rest)}")
    if slot is Slot.COUNT and begins and _BARE.match(given.span.text) and _NOUN.match(rest):
        return _whole(f"How many{_AND.sub('', rest)}")
    return ""


def _whole(words: str) -> str:
    return ended(words) if len(words.split()) > _WORDS_LEAST else ""


def _clause(given: Given) -> tuple[int, int]:
    """Where what is said begins and ends, inside its sentence."""
    sentence = given.sentence.span
    for piece in given.statement.content:
        if piece.covers(given.span):
            return max(piece.start, sentence.start), min(piece.end, sentence.end)
    return sentence.start, sentence.end


def _fuller(left: Given, right: Given) -> Given:
    """The answer whose sentence a reader understands by itself: the one that has more names."""
    return max((left, right), key=lambda g: (len(re.findall(r"(?<!^)\b[A-Z]\w+", g.sentence.span.text)), g is left))


def _quoted(given: Given) -> str:
    return lowered(given.said(_QUOTED))
