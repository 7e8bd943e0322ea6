"""What the reader may not overrule: two answers that can both hold by what is known of their numbers, days and names;
and which two one voice gives."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from counterclaim.link.compare.counts.count import ARMED
from counterclaim.link.compare.counts.read import is_anybody, is_harm, victims
from counterclaim.link.compare.counts.sizes import lie_apart, rules_out
from counterclaim.link.compare.denials.words import NO_STAND
from counterclaim.link.compare.learned.answers import Given
from counterclaim.link.compare.learned.passages import is_narrated
from counterclaim.link.pile import Pile
from counterclaim.models.pairs.signs import Told
from counterclaim.records import Figure, Slot

_NAMED = frozenset({Slot.AGENT, Slot.PATIENT, Slot.PLACE})
_NUMBER = re.compile(
    r"\d|\b(?:no|none|nobody|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|scores|half|third|quarter|single|couple|both)\b",
    re.I,
)
_WORD = re.compile(r"\w+")
#: Who says this gives no answer: "we take no position on the vote", "the navy declined to comment".
_NO_SIDE = re.compile(
    rf"{NO_STAND}|\bno comment\b|\bwithout (?:further )?comment\b|"
    r"\b(?:declin|refus)\w+ to (?:comment|elaborate|be drawn)\b|"
    r"\b(?:could|can|would|had)(?: not|n['’]t)(?: be)?(?: \w+ly)?(?: been)? (?:verif\w+|comment\w*|elaborate)\b",
    re.I,
)
#: Sentences so much alike (0 to 100) do not turn round who did it to whom.
_ALIKE = 90


def barred(pile: Pile, slot: Slot, left: Given, right: Given) -> bool:
    """Whether two answers are no dispute, whatever the reader says."""
    one, other = _words(left), _words(right)
    if not (one and other) or one == other or _same_told(slot, left, right) or _no_side(left) or _no_side(right):
        return True
    if slot is Slot.COUNT:
        return _one_number(left, right)
    if slot is Slot.TIME:
        return _one_time(pile, left, right)
    if slot in _NAMED:
        return _one_name(pile, left, right)
    return False


def one_voice(pile: Pile, left: Given, right: Given) -> bool:
    """Whether one speaker says both, or one outlet in its own voice."""
    one, other = left.statement, right.statement
    if one.id == other.id or pile.holder_key(one) == pile.holder_key(other):
        return True
    return one.report == other.report and is_narrated(one) and is_narrated(other)


def _same_told(slot: Slot, left: Given, right: Given) -> bool:
    """Whether one sentence says nothing that the other does not: the words of a witness that two reports quote."""
    one, other = (Told.of(g.sentence.passage) for g in (left, right))
    if one.denies != other.denies or not (one.stems <= other.stems or other.stems <= one.stems):
        return False
    if not (one.numbers <= other.numbers or other.numbers <= one.numbers):
        return False
    return slot is not Slot.ROLES or fuzz.ratio(left.sentence.span.text, right.sentence.span.text) >= _ALIKE


def _no_side(given: Given) -> bool:
    """Whether an answer is that somebody gives none."""
    start, end = (at - given.sentence.span.start for at in (given.span.start, given.span.end))
    return any(start < told.end() and told.start() < end for told in _NO_SIDE.finditer(given.sentence.span.text))


def _words(given: Given) -> list[str]:
    return [w for w in _WORD.findall(given.span.text.lower()) if w not in {"the", "a", "an", "at", "in", "on", "by"}]


def _one_number(left: Given, right: Given) -> bool:
    if not _NUMBER.search(left.span.text) or not _NUMBER.search(right.span.text):
        return True
    if left.figure is None or right.figure is None:
        return False
    if _of_two_kinds(left.figure, right.figure):
        return True
    return not (lie_apart(left.figure, right.figure) or rules_out(left.figure, right.figure))


def _of_two_kinds(left: Figure, right: Figure) -> bool:
    """Whether harm was done to troops by the one number, and to people who are none by the other: three officers hurt,
    nine strikers hurt. Fighters may be what the other side calls troops."""
    if not all(any(is_harm(what) for what in figure.happened) for figure in (left, right)):
        return False
    kinds = {victims(left), victims(right)}
    return "troops" in kinds and not kinds <= ARMED and not (is_anybody(left) or is_anybody(right))


def _one_time(pile: Pile, left: Given, right: Given) -> bool:
    """Whether both name one day or hour, or one a part of the other."""
    one, other = (
        {t.value for t in pile.annotations[g.sentence.report].times if t.span.overlaps(g.span)} for g in (left, right)
    )
    if not one or not other:
        return False
    return any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def _one_name(pile: Pile, left: Given, right: Given) -> bool:
    one, other = ({e.id for e in pile.named_in(g.sentence.report, g.span)} for g in (left, right))
    return bool(one & other) and not (one ^ other)
