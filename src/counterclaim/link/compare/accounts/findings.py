"""The finding of two accounts that differ, and how its question names what both tell of."""

from __future__ import annotations

import re

from counterclaim.link.compare.accounts.alike import Pair
from counterclaim.link.compare.deeds.told import evidence_at
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.names_inside import lowered
from counterclaim.link.compare.whole_questions import ask_whether
from counterclaim.link.pile import Pile
from counterclaim.records import Slot

#: How sure a conflict of neighbours is, and one of two reports.
NEAR, ACROSS = 0.6, 0.55
_SHOWN = 80


def finding(pile: Pile, pair: Pair, slot: Slot, question: str, answers: tuple[str, str], why: str) -> Finding:
    """The conflict of two accounts, with the answer of each."""
    left, right = pair.left, pair.right
    evidence = [evidence_at(pile, account.statement, account.telling) for account in (left, right)]
    joined = "Two voices of one report, one next to the other." if pair.near else "Their reports tell one story."
    one, other = (shown(words) for words in answers)
    return conflict(
        slot,
        NEAR if pair.near else ACROSS,
        question,
        [why, joined],
        Answer(left.claim.id, left.statement.id, one, evidence[0]),
        Answer(right.claim.id, right.statement.id, other, evidence[1]),
    )


def shown(words: str) -> str:
    """Words of an answer, on one line and no longer than a glance takes in."""
    words = " ".join(words.split()).strip(' ,;:"“”')
    words = words if re.search(r"\b[ap]\.m\.$", words) else words.rstrip(".")
    if len(words) <= _SHOWN:
        return words
    return words[:_SHOWN].rsplit(" ", 1)[0]


def asked(pile: Pile, pair: Pair, word: str, cut: tuple[str, str]) -> str:
    """ "When was the trawler boarded", of the question whether it was, without the words that answer it; "When was it
    that …" where no whole question can be made."""
    for account, words in zip((pair.left, pair.right), cut, strict=True):
        bare = _without(ask_whether(pile, account.claim).rstrip(" ?"), words)
        whole = re.match(r"(?:Did|Was|Were) (?!it\b|he\b|she\b|they\b|there\b|this\b|that\b)", bare)
        if whole and len(bare.split()) >= _WORDS_LEAST:
            return f"{word} {bare[0].lower()}{bare[1:]}"
    clauses = [_without(account.words, words) for account, words in zip((pair.left, pair.right), cut, strict=True)]
    plain = [c for c in clauses if _WORDS_LEAST <= len(c.split()) <= _WORDS_MOST and not _LOOSE.match(c)]
    return f"{word} was it that {lowered(plain[0])}" if plain else f"{word} was it"


def _without(words: str, cut: str) -> str:
    """A clause or question up to some words, without what leads to them."""
    at = words.find(cut.rstrip("."))
    return _LEADS.sub("", (words[:at] if at > 0 else words).rstrip(" ,"))


_LEADS = re.compile(
    r"(?:\s(?:at|on|in|by|from|since|about|around|until|shortly|just|before|after|late|early|only|some time))+\s*$"
)
#: What a clause begins with that points elsewhere.
_LOOSE = re.compile(r"(?:it|he|she|they|this|that|and|but|which|who|where|when|because|before|after)\b", re.I)
_WORDS_LEAST, _WORDS_MOST = 3, 14
