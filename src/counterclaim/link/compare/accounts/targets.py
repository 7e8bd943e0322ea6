"""What was hit, and who: one has a depot or armed men, the other a school or people who bear no arms."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from counterclaim.link.compare.accounts.alike import Pair, any_same, other_day, weekdays_in
from counterclaim.link.compare.accounts.doers import rivals
from counterclaim.link.compare.accounts.findings import finding
from counterclaim.link.compare.accounts.read import Account
from counterclaim.link.compare.deeds.victims import short
from counterclaim.link.compare.finding import Finding
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.compare.wording import pattern, wording
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Slot

_HARM = frozenset({"hit", "kill", "take", "shoot", "sink", "down", "destroy", "burn", "board"})
_HARMED = Sought(
    r"\b(?:killed|died|hit|struck|arrested|detained|shot|seized|captured|sunk|bombed|attacked|dead|victims?|targeted|shelled|"
    r"burned|burnt|wounded|stormed|boarded|intercepted|stopped|rammed)\b",
    re.I,
)
_MEANT = Sought(
    r"\b(?:(?:meant|intended|destined) for|(?:aimed|directed) at|(?:real |true |intended )?target (?:of \w+ \w+ )?"
    r"(?:was|were|had been|is))\s+(?P<whom>[^,.;]+)",
    re.I,
)
_IS = frozenset({"be", "carry", "include", "become", "load", "transport", "fill"})
#: A plain clause is no longer than this, in characters.
_PLAIN = 110
_MILITARY, _CIVIL = "military", "civil"


@functools.cache
def _sides() -> dict[str, Sought]:
    return {name: pattern(words) for name, words in wording("accounts")["targets"].items()}


def compare_targets(pile: Pile, pair: Pair) -> Iterator[Finding]:
    """Compare what, or who, was hit."""
    left, right = pair.left, pair.right
    if other_day(left, right):
        return
    yield from _meant(pile, pair)
    hit = [_hit(account) for account in (left, right)]
    sides = [_side(words) for words in hit]
    if {_MILITARY, _CIVIL} != set(sides) or not _one_deed(pile, pair):
        return
    answers = short(hit[0]), short(hit[1])
    people = any(account.claim.predicate in _IS for account in (left, right))
    question = "Who was hit" if people else "What was hit"
    if "take" in left.kinds | right.kinds:
        question = "Who was seized"
    why = f"One says “{answers[0]}”, the other “{answers[1]}”."
    yield finding(pile, pair, Slot.PATIENT, f"{question}: {answers[0]} or {answers[1]}?", answers, why)


def _hit(account: Account) -> str:
    """The words for what was hit, or for what somebody who was hit is said to be."""
    if account.claim.predicate in _IS:
        complements = [thing.words for thing in account.objects if not thing.pronoun]
        return complements[0] if complements and _side(complements[0]) else _first_phrase(account.rest)
    if account.kinds & _HARM:
        things = [thing.words for thing in account.objects if not thing.pronoun]
        return things[0] if things else ""
    return ""


_OF_ARMED = re.compile(
    r"\b(?:camps?|posts?|bases?|positions?|columns?|convoys?|hideouts?) of (?:the |an? )?(?:\w+ )?"
    r"(?:rebels|insurgents|militants|guerrillas|army|militia|gang|separatists)\b",
    re.I,
)
_FULL = re.compile(r"^(?:.*?\bfull of|.*?\bpacked with|.*?\b(?:loaded|laden|filled) with|with)\s+", re.I)
_ENDS = re.compile(
    r"[,;(]|\s(?:in|on|at|who|which|that|from|near|for|by|during|when|killed|carrying|causing|belonging)\s", re.I
)


def _first_phrase(words: str) -> str:
    return _ENDS.split(_FULL.sub("", words.strip()))[0]


def _side(words: str) -> str:
    """Whether some words are for what is the enemy's or for what nobody may hit; empty for neither or both."""
    phrase = re.sub(
        r"^(?:an?|the) (?:group|number|crowd|bus|convoy|lot) (?:of|full of) ", "", _first_phrase(words), flags=re.I
    )
    if _OF_ARMED.search(phrase):
        return _MILITARY
    phrase = re.split(r"\sof\s", phrase)[0].rstrip(" .'\"”")
    found = [name for name, side in _sides().items() if any(m.end() == len(phrase) for m in side.finditer(phrase))]
    if len(found) == 2:
        military = [m.group() for m in _sides()[_MILITARY].finditer(phrase) if m.end() == len(phrase)]
        return _MILITARY if any(" " in words for words in military) else ""
    return found[0] if found else ""


def _one_deed(pile: Pile, pair: Pair) -> bool:
    left, right = pair.left, pair.right
    states = [account.claim.predicate in _IS for account in (left, right)]
    if left.doers and right.doers and not any(states) and rivals(pile, left, right):
        return False
    if max(len(left.words), len(right.words)) > _PLAIN or (pair.near and right.names - left.names):
        return False
    if not pair.near and not _set_alike(left, right):
        return False
    if any(states):
        words = [" ".join(piece.text for piece in account.statement.content) for account in (left, right)]
        if not any(_HARMED.search(text) for text in words):
            return False
        subjects = [(*account.doers, *account.objects) for account in (left, right)]
        if pair.near and all(states):
            return any_same(*subjects, near=True)
        shared = bool(left.telling.places & right.telling.places) or _set_alike(left, right)
        return all(_HARMED.search(text) for text in words) and (pair.near or shared)
    if not left.kinds & right.kinds & _HARM:
        return False
    bare = pair.near and all(thing.first in _BARE for thing in right.doers)
    if left.doers and right.doers and not bare and not any_same(left.doers, right.doers, near=pair.near):
        return False
    return bool(left.kinds & right.kinds - {"kill", "take"})  # two tolls are compared elsewhere


#: What was fired, with no word of whose it was.
_BARE = frozenset(
    f"{the}{noun}"
    for the in ("", "the ")
    for noun in "shell shells rocket rockets missile missiles bomb bombs bullets mortars rounds shots".split()
)


def _set_alike(left: Account, right: Account) -> bool:
    """Whether both clauses have a name or a weekday in common."""
    days = weekdays_in(left.words) & weekdays_in(right.words)
    return bool(left.names & right.names or days or any_same(left.doers, right.doers, near=False))


def _meant(pile: Pile, pair: Pair) -> Iterator[Finding]:
    found = [_MEANT.search(account.words) for account in (pair.left, pair.right)]
    if not pair.near or found[0] is None or found[1] is None:
        return
    whom = found[0]["whom"], found[1]["whom"]
    if head_noun(whom[0]) != head_noun(whom[1]):
        why = f"One has “{whom[0]}” as what was aimed at, the other “{whom[1]}”."
        yield finding(pile, pair, Slot.PATIENT, f"Who or what was it meant for: {whom[0]} or {whom[1]}?", whom, why)
