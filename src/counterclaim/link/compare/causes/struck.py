"""One thing, two means: one account has mortars hit the clinic, another an air strike; fog or a missile the helicopter.

What joins the two is the thing itself, on one day, in reports that tell one story: in a large pile its place as well.
Means that go together in one attack (a mine, then gunfire) are a dispute only where one of the two voices says that it
was not the other's means, or in so many words that it was its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from counterclaim.link.compare.asking import place_words
from counterclaim.link.compare.causes.hits import ASKED, ROW_OF, Hit, hits_of, may_do, named_before
from counterclaim.link.compare.causes.means import seldom_two, together
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.compare.sayings import CEILING
from counterclaim.link.incidents.likeness import Likeness, days_apart
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_between, within
from counterclaim.records import Slot

#: Reports further apart than this, in days (of a few and of many), tell of one thing only where both name its day; none
#: further than the last.
_FEW_DAYS, _DAYS, _FAR = 7, 4, 30
#: Voices of one report that stand further apart than this, in characters, speak of two things.
_NEAR = 1500
#: In a larger pile two hits are at least so likely of one happening.
_LIKELY = 0.5
#: Words before a thing that tell no two apart.
_ANY_ONE = frozenset(
    "same small large big old new main only local crowded busy whole entire nearby passing packed burning "
    "civilian residential military army enemy government".split()
)

_FROM_PLANES = frozenset({"planes", "an air strike", "a strike"})
#: What is not said to hit, and what is asked then.
_NO_WEAPONS = frozenset({"gas", "a store that blew up", "fire", "arson", "a fault", "carelessness", "sabotage"})
_WEAPONS = (
    frozenset(
        {"shells", "rockets", "missiles", "artillery", "mortars", "gunfire", "a mine", "bombs", "planes", "a drone"}
    )
    | _FROM_PLANES
)
_WHAT = "What happened to the {}"


@dataclass(slots=True)
class Struck:
    """Which statements, two and two, were found to differ in what struck a thing: what else asks why need not ask."""

    pairs: set[frozenset[str]] = field(default_factory=set)


Hits = Mapping[str, Sequence[Hit]]


def compare_struck(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare by what accounts say that one thing was struck, lost, burned or cut off."""
    found = {report: hits_of(pile, tellings, report) for report in pile.annotations}
    for here in found.values():
        for left, right in combinations(here, 2):
            if abs(left.shown.start - right.shown.start) <= _NEAR and _one_time(left, right, few=True):
                yield from _compared(pile, left, right, found, "One report gives both.")
    few, likeness = few_reports(pile), Likeness.of(pile, tellings)
    for one, other in combinations(found, 2) if few else tellings.stories.pairs():
        if pile.origins[one] == pile.origins[other]:
            continue
        for left, right in product(found[one], found[other]):
            pile.look()
            if not _one_time(left, right, few=few):
                continue
            if not few:
                signs = likeness.signs(left.telling, right.telling)
                if not (signs.same_day and signs.place) or likeness.chance_of(signs) < _LIKELY:
                    continue
            yield from _compared(pile, left, right, found, "The two reports tell one story.")


def _compared(pile: Pile, left: Hit, right: Hit, found: Hits, why: str) -> Iterator[Finding]:
    if left.record == right.record or left.told.id == right.told.id:
        return
    if pile.holder_key(left.told) == pile.holder_key(right.told):
        return
    both = (left, right)
    for noun in _shared(left, right, few=few_reports(pile)):
        said = [may_do(hit.kinds, noun) for hit in both]
        if not all(said) or _other_kind(left, right, noun):
            continue
        alls = [_all_kinds(pile, hit, noun, found[hit.told.report]) for hit in both]
        against = [_denied(pile, hit, found[hit.told.report]) for hit in both]
        denied = _is_denied(said[0], against[1]) or _is_denied(said[1], against[0])
        if not denied:
            if not _one_place(left, right) or any(_together(a, b, ROW_OF[noun]) for a, b in product(*alls)):
                continue
            plain = left.plain or right.plain
            if (left.carried or right.carried) and not (plain and left.carried is not right.carried):
                continue
            if not plain and (ROW_OF[noun] == "cut" or any(seldom_two(a, b) for a, b in product(*said))):
                continue
        elif alls[0] & alls[1] or _FROM_PLANES.issuperset(alls[0] | alls[1]):
            continue
        pile.once(Struck, Struck).pairs.add(frozenset((left.told.id, right.told.id)))
        yield _finding(pile, left, right, noun, (min(said[0]), min(said[1])), why)
        return


def _shared(left: Hit, right: Hit, *, few: bool) -> list[str]:
    """The things that both speak of; in few reports who only says what it was, and was not, speaks of the other's."""
    for one, other in ((left, right), (right, left)):
        if few and one.things and not other.things and other.denied & one.kinds.keys():
            return sorted(one.things)
    return sorted(left.things.keys() & right.things.keys())


def _together(one: str, other: str, row: str) -> bool:
    """Whether two means may work together on a thing. What a fault or a storm burned, sank or cut off no weapon did."""
    natural = {one, other} & {"a fault", "weather"}
    if row in {"burned", "sunk", "cut"} and len(natural) == 1 and {one, other} - natural <= _WEAPONS:
        return False
    return together(one, other)


def _is_denied(said: frozenset[str], denied: frozenset[str]) -> bool:
    """Whether a voice says that it was none of the means that another one gives ("no planes", of an air strike)."""
    return any(kind in denied or (kind in _FROM_PLANES and denied & _FROM_PLANES) for kind in said)


def _all_kinds(pile: Pile, hit: Hit, noun: str, here: Sequence[Hit]) -> frozenset[str]:
    """All that the voice of a hit says did it to the thing."""
    key = pile.holder_key(hit.told)
    return frozenset(
        kind for at in here if noun in at.things and pile.holder_key(at.told) == key for kind in may_do(at.kinds, noun)
    )


def _denied(pile: Pile, hit: Hit, here: Sequence[Hit]) -> frozenset[str]:
    """The means that the voice of a hit says it was not."""
    key = pile.holder_key(hit.told)
    near = (at for at in here if abs(at.shown.start - hit.shown.start) <= _NEAR and pile.holder_key(at.told) == key)
    return frozenset(kind for at in near for kind in at.denied)


def _one_time(left: Hit, right: Hit, *, few: bool) -> bool:
    """Whether two hits may be of one day by their words, and by the dates of their reports."""
    one, other = left.telling, right.telling
    if days_apart(one.when, other.when) and not (few and (one.carried or other.carried)):
        return False
    between = days_between(one.published, other.published)
    if within(between, _FEW_DAYS if few else _DAYS, unknown=True):
        return True
    days = [telling.when for telling in (one, other) if telling.when and not telling.carried]
    return few and within(between, _FAR, unknown=False) and len(days) == 2 and all(a == b for a, b in days)


def _one_place(left: Hit, right: Hit) -> bool:
    one, other = left.telling, right.telling
    return not (one.places and other.places and one.places.isdisjoint(other.places) and one.placed and other.placed)


def _other_kind(left: Hit, right: Hit, noun: str) -> bool:
    """Whether each has words for the thing that tell it from the other ("the children's hospital"), or a name."""
    kinds = [frozenset(named_before(hit.things.get(noun, ""))) - _ANY_ONE for hit in (left, right)]
    names = [_name_behind(hit, noun) for hit in (left, right)]
    return any(bool(one and other) and one.isdisjoint(other) for one, other in (kinds, names))


def _name_behind(hit: Hit, noun: str) -> frozenset[str]:
    """The name that stands right behind the word for a thing ("the trawler Lenka")."""
    word = hit.things.get(noun, "").split()[-1:]
    found = re.search(rf"\b{re.escape(word[0])}\s+[\"“]?([A-Z][\w-]+)", hit.shown.text) if word else None
    return frozenset({found[1].lower()} if found else ())


def _finding(pile: Pile, left: Hit, right: Hit, noun: str, kinds: tuple[str, str], why: str) -> Finding:
    evidence = [pile.evidence(hit.told.report, hit.shown) for hit in (left, right)]
    where = place_words(pile, left.telling, right.telling)
    reasons = [f"One says that it was {kinds[0]}, the other {kinds[1]}; both speak of the {noun}.", why]
    answers = [
        Answer(hit.record, hit.told.id, f"{kind} (“{hit.kinds[kind]}”)", piece, sort=_sort(kind, noun))
        for hit, kind, piece in zip((left, right), kinds, evidence, strict=True)
    ]
    words = {hit.things[noun].split()[-1].lower() for hit in (left, right) if noun in hit.things}
    asked = ASKED[ROW_OF[noun]] if ROW_OF[noun] != "struck" or _NO_WEAPONS.isdisjoint(kinds) else _WHAT
    question = f"{asked.format(words.pop() if len(words) == 1 else noun)}{where}: {kinds[0]} or {kinds[1]}?"
    return conflict(Slot.CAUSE, CEILING, question, reasons, answers[0], answers[1])


def _sort(kind: str, noun: str) -> str:
    """The name that a side goes by: what comes from the air is one, and what brought an aircraft down is an attack or
    an accident, as in `words.py`."""
    if ROW_OF[noun] != "lost":
        return "an air strike" if kind in _FROM_PLANES else kind
    return "an accident" if kind in {"weather", "a fault"} else "an attack"
