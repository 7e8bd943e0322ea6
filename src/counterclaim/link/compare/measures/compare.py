"""Two amounts of one thing: eight percent more pay or five, 300 kilos of gold or 118, 18 years in prison or twelve."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.measures.matters import Measure, matters, measures_of
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.incidents.likeness import days_apart
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import Slot

#: How sure such a conflict is.
_SCORE = 0.5
#: A matter of which a pile gives more different amounts than this has more than one of its kind.
_MANY = 4
#: A matter of which no report gives more than one amount, and the pile no more than this, is of one thing.
_ALONE = 3
#: What speaks of a thing without naming it.
_POINTS_BACK = re.compile(
    r"^\W*(?:it|they|he|she|this|that|each|the (?:load|box|cargo|charge|device|sum|amount|total))\b", re.I
)


def compare_measures(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare how much accounts say that it was, in a pile of few reports."""
    if not few_reports(pile):
        return
    by_matter: dict[str, list[Measure]] = defaultdict(list)
    for report in pile.annotations:
        for measure in measures_of(pile, tellings, report):
            by_matter[measure.matter].append(measure)
    for name, here in by_matter.items():
        if len({round(measure.amount.value, 6) for measure in here}) > _MANY:
            continue
        reports = Counter(measure.told.report for measure in here)
        alone = max(reports.values()) == 1 and len({measure.amount.value for measure in here}) <= _ALONE
        for left, right in combinations(here, 2):
            pile.look()
            if _differ(pile, left, right) and _of_one(left, right, alone=alone) and not _both(pile, left, right, here):
                yield _finding(pile, name, left, right)


def _differ(pile: Pile, left: Measure, right: Measure) -> bool:
    """Whether two voices give amounts that cannot both hold."""
    if left.told.id == right.told.id or pile.holder_key(left.told) == pile.holder_key(right.told):
        return False
    if left.told.report == right.told.report and any(pile.outlet_says(m.told) for m in (left, right)):
        return False  # a report that gives one sum for its own knows of the other: a part, or somebody else's
    if left.told.report != right.told.report and pile.origins[left.told.report] == pile.origins[right.told.report]:
        return False
    none = [measure.amount.kind.startswith("none ") for measure in (left, right)]
    if any(none):
        return not all(none) and left.asked_for is right.asked_for is False
    asked = left.asked_for or right.asked_for  # the ransom that two say was asked for may be compared
    if asked and not (left.matter == "ransom" and left.asked_for is right.asked_for):
        return False
    return left.amount.rivals(right.amount)


def _of_one(left: Measure, right: Measure, *, alone: bool) -> bool:
    """Whether two amounts measure one thing, as far as their sentences tell; `alone`: the pile has hardly others."""
    matter = matters()[left.matter]
    if left.of and right.of and left.of != right.of and not left.of.startswith(right.of):
        return False
    one, other = left.telling, right.telling
    if days_apart(one.when, other.when) and not (one.carried or other.carried):
        return False
    if one.placed and other.placed and one.places and other.places and one.places.isdisjoint(other.places):
        return False
    if _other_names(left.whose, right.whose) or _other_names(left.where, right.where):
        return False
    if left.to and right.to and left.to.isdisjoint(right.to):
        return False
    shared = left.things & right.things or (left.of and left.of == right.of)
    none = any(measure.amount.kind.startswith("none ") for measure in (left, right))
    if matter.own == "what":
        return True
    if matter.own == "one":
        return none or bool(shared) or not (left.things and right.things) or _either_points_back(left, right)
    if matter.own == "named":
        return bool(left.whose and right.whose)
    if (matter.own == "rare" and (shared or (alone and not (left.head and right.head)))) or (
        left.head and left.head == right.head
    ):
        return True
    return _either_points_back(left, right)


def _other_names(left: frozenset[tuple[str, ...]], right: frozenset[tuple[str, ...]]) -> bool:
    """Whether both name somebody, or somewhere, and none is the same ("Lena Faur", "Faur")."""
    return bool(left and right) and not any({*one} <= {*other} or {*other} <= {*one} for one in left for other in right)


def _either_points_back(left: Measure, right: Measure) -> bool:
    return any(_points_back(measure) for measure in (left, right))


def _points_back(measure: Measure) -> bool:
    """Whether the words speak of what is known without naming it ("it weighs", "the price was")."""
    words = measure.shown.text
    return bool(_POINTS_BACK.match(words) or re.match(rf"^\W*the {re.escape(measure.word)}\b", words, re.I))


def _both(pile: Pile, left: Measure, right: Measure, here: Sequence[Measure]) -> bool:
    """Whether one of two voices gives the other's amount as well."""
    for mine, other in ((left, right), (right, left)):
        key = pile.holder_key(mine.told)
        own = [at for at in here if pile.holder_key(at.told) == key and at.told.report == mine.told.report]
        if any(not at.amount.rivals(other.amount) for at in own if at is not mine):
            return True
    return False


def _finding(pile: Pile, name: str, left: Measure, right: Measure) -> Finding:
    evidence = [pile.evidence(measure.told.report, measure.shown) for measure in (left, right)]
    reasons = [
        f"Of one thing ({name}) one says {left.words}, the other {right.words}.",
        "The pile is of few reports, which tell of one.",
    ]
    return conflict(
        Slot.COUNT, _SCORE, f"{_asked(left, right)}: {left.words} or {right.words}?", reasons,
        *(Answer(measure.record, measure.told.id, measure.words, piece, sort=f"{measure.amount.value:g}")
          for measure, piece in zip((left, right), evidence, strict=True)),
    )  # fmt: skip


def _asked(left: Measure, right: Measure) -> str:
    """The question of a matter, with what is measured where both name it."""
    asked = matters()[left.matter].asked
    if left.matter == "amount" and (left.of or right.of):
        return f"How much {left.of or right.of} was it"
    if asked.endswith(" it") and left.head and left.head == right.head:
        return f"{asked.removesuffix(' it')} the {left.head}"
    return asked
