"""One name spelled two ways: transliterations, slips, British and American spelling, another order of words.

Names are compared only within blocks: those with first and last words that sound alike, those with one of them the
same and the other beginning alike, those that sound alike as a whole, those with the same words. So the work grows with
the number of names, and not with its square.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from counterclaim.link.entities.calls import Call, Calls
from counterclaim.link.entities.names import order_free, sound, sounds, squeezed, words_of
from counterclaim.link.entities.reasons import Reason, agree, quoted
from counterclaim.records import EntityKind

#: Ratio of matching characters (0 to 100, spaces and particles left out) from which two names of several words are one
#: name spelled two ways. Of the pairs of names in the Syrian reports that score 88 to 90 most are variants
#: ("Abdel Rahman", "Abdul Rahman"); below that different names begin ("Ahmad", "Ahmed" families).
SAME_NAME = 88.0
#: With a word more or less it is another body more often than another spelling ("forces", "air force").
OTHER_LENGTH = 92.0
#: Names that sound the same need be less alike in letters.
SAME_SOUND = 75.0
#: Shorter names than these differ too easily by one letter, or sound alike too easily ("Anna Berg", "Anna Borg").
LONG, LONG_SOUND = 9, 13
#: A place of one word, at least this long, whose name sounds the same and begins alike is the same place.
_LONG_PLACE = 5
#: Two calls that more than this share of the rarer one's reports tell apart are two.
_TOLD_APART = 0.25
#: What more than this share of the reports name is no company; this many names have to be shared.
_EVERYWHERE, _SHARED = 0.2, 3
_COMPASS = frozenset(
    """north south east west northeast northwest southeast southwest northeastern northwestern southeastern
    southwestern upper lower new old""".split()
)
_DOUBLED = re.compile(r"(.)\1")
#: A block this large is of names too common to say anything ("Mohammed A…"); in 375 reports the largest has 30.
_LARGEST = 400


def spelled_alike(calls: Calls) -> Iterator[Reason]:
    """Reasons from spelling."""
    blocks: dict[tuple[str, ...], list[Call]] = defaultdict(list)
    for call in calls.others():
        for block in _blocks(call):
            blocks[block].append(call)
    yield from _lost_apostrophes(calls)
    company = _Company(calls)
    seen: set[tuple[str, str]] = set()
    for alike in blocks.values():
        for left, right in itertools.combinations(alike, 2) if len(alike) <= _LARGEST else ():
            pair = (left.key, right.key) if left.key < right.key else (right.key, left.key)
            if pair in seen:
                continue
            seen.add(pair)
            score, why = same_name(left, right)
            if (
                score
                and (agree(left, right) or _one_but_for_an_article(left, right))
                and not told_apart(left, right)
                and company.allows(left, right)
            ):
                yield Reason(left.key, right.key, score, why)


def _one_but_for_an_article(left: Call, right: Call) -> bool:
    """Whether two calls differ in no more than that, and the rarer one too rare for its kind to say anything."""
    return words_of(left.text) == words_of(right.text) and min(left.mentions, right.mentions) <= 2


def _lost_apostrophes(calls: Calls) -> Iterator[Reason]:
    """ "Doe's" is written "Does" where a source loses its apostrophes."""
    for call in calls.others():
        owner = calls.by_key.get(call.text[:-1]) if call.text.endswith("s") and len(call.text) > _LONG_PLACE else None
        if owner is not None and owner.mentions >= call.mentions and not told_apart(owner, call):
            yield Reason(owner.key, call.key, 0.9, f"{quoted(call)} is {quoted(owner)} with an s.")


class _Company:
    """What else the reports that have a name speak of. Short names of places ("Shara", "Sharo") are one only where they
    keep the same company."""

    def __init__(self, calls: Calls) -> None:
        self._named: dict[str, set[str]] = defaultdict(set)
        reports: dict[str, list[str]] = defaultdict(list)
        for call in calls.by_key.values():
            if len(call.reports) <= _EVERYWHERE * len(calls.texts) or len(call.reports) <= 2:
                for report in sorted(call.reports):
                    reports[report].append(call.key)
        self._in_report = reports

    def allows(self, left: Call, right: Call) -> bool:
        """Whether two calls may be one by the company they keep."""
        a, b = squeezed(left.text), squeezed(right.text)
        short = len(words_of(left.text)) == 1 and min(len(a), len(b)) <= _LONG_PLACE
        if not short or _DOUBLED.sub(r"\1", a) == _DOUBLED.sub(r"\1", b):
            return True
        shared = self._around(left) & self._around(right)
        return len(shared - {left.key, right.key}) >= _SHARED

    def _around(self, call: Call) -> set[str]:
        if call.key not in self._named:
            self._named[call.key] = {key for report in call.reports for key in self._in_report[report]}
        return self._named[call.key]


def told_apart(left: Call, right: Call) -> bool:
    """Whether so many reports name both that they are two."""
    fewest = min(len(left.reports), len(right.reports))
    return len(left.reports & right.reports) > max(1, _TOLD_APART * fewest)


def _blocks(call: Call) -> Iterator[tuple[str, ...]]:
    words = words_of(call.text)
    if len(words) > 1 and len(call.text) >= LONG:
        first, last = words[0], words[-1]
        yield "ends", sound(first)[:2], sound(last)[:2]
        yield "first", first, last[:1]
        yield "last", last, first[:1]
        yield "words", *order_free(call.text)
    yield "whole", sound(squeezed(call.text))


def same_name(left: Call, right: Call) -> tuple[float, str]:
    """How sure it is (0 to 1) that two calls are one name in two spellings, and why; 0 where it is not."""
    if left.text == right.text:
        return 1.0, f"Both are called {quoted(left)}."
    if _told_by_a_word(left, right):
        return 0.0, ""
    if words_of(left.text) == words_of(right.text) and len(squeezed(left.text)) >= _LONG_PLACE:
        return 0.98, f"{quoted(left)} and {quoted(right)} differ in an article or particle alone."
    if squeezed(left.text) == squeezed(right.text) and len(squeezed(left.text)) >= LONG - 1:
        return 0.97, f"{quoted(left)} and {quoted(right)} are the same letters."
    if EntityKind.PERSON not in {left.kind, right.kind} and order_free(left.text) == order_free(right.text):
        return 0.97, f"{quoted(left)} and {quoted(right)} are the same words in another order."
    like = float(ratio(squeezed(left.text), squeezed(right.text)))
    why = f"{quoted(left)} and {quoted(right)} are nearly the same letters."
    if like >= _floor(left, right):
        return like / 100, why
    return 0.0, ""


def _told_by_a_word(left: Call, right: Call) -> bool:
    """Whether a number, a point of the compass, or the noun of a state's body ("military", "militia") differs."""
    if re.findall(r"\d+", left.text) != re.findall(r"\d+", right.text):
        return True
    a, b = left.text.split(), right.text.split()
    of_a_state = any(m.side for m in left.members) and any(m.side for m in right.members)
    nouns = left.kind is not EntityKind.PERSON and of_a_state and a[-1].rstrip("s") != b[-1].rstrip("s")
    return set(a) & _COMPASS != set(b) & _COMPASS or (nouns and order_free(left.text) != order_free(right.text))


def _floor(left: Call, right: Call) -> float:
    """How alike two calls must be in letters; more than 100 where no likeness is enough."""
    a, b = words_of(left.text), words_of(right.text)
    one_sound = sound(squeezed(left.text)) == sound(squeezed(right.text))
    if len(a) == 1 or len(b) == 1:
        return SAME_SOUND if one_sound and _one_place(left, right) else 101.0
    if min(len(left.text), len(right.text)) < LONG:
        return 101.0
    if one_sound and left.kind is right.kind is EntityKind.PLACE:
        return SAME_SOUND
    if (
        len(a) == len(b)
        and max(len(left.text), len(right.text)) >= LONG_SOUND
        and (sounds(left.text) == sounds(right.text))
    ):
        return SAME_SOUND
    if left.text[0] != right.text[0]:
        return 101.0
    if len(a) != len(b):
        return OTHER_LENGTH
    return SAME_NAME if all(_same_word(x, y) for x, y in zip(a, b, strict=True)) else 101.0


def _one_place(left: Call, right: Call) -> bool:
    """Whether two names that sound the same may be one place's: both begin alike, and are long, or differ in doubled
    letters alone."""
    a, b = squeezed(left.text), squeezed(right.text)
    if not left.kind is right.kind is EntityKind.PLACE or a[0] != b[0]:
        return False
    return min(len(a), len(b)) >= _LONG_PLACE or _DOUBLED.sub(r"\1", a) == _DOUBLED.sub(r"\1", b)


def _same_word(left: str, right: str) -> bool:
    return float(ratio(left, right)) >= 70
