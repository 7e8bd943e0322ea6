"""Near misses put together: pairs of numbers of one kind, set aside for one reason, are one line of a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counterclaim.apps.wording import NEAR_MISSES, counted, listed
from counterclaim.records import Figure, Judgement

if TYPE_CHECKING:
    from counterclaim.store import View


@dataclass(frozen=True, slots=True)
class Fold:
    """Pairs that are alike in what was compared and why it is no dispute, the most telling first; `of` says what is
    counted in them, and is empty for a pair that stands alone."""

    pairs: tuple[Judgement, ...]
    of: str = ""

    @property
    def rest(self) -> str:
        """What is said of the pairs behind the first; empty where there are none."""
        number = len(self.pairs) - 1
        why = NEAR_MISSES[self.pairs[0].verdict].lower()
        return f"and {counted(number, 'more pair')} of {self.of}: {why}" if number else ""


def fold(view: View, pairs: Sequence[Judgement]) -> list[Fold]:
    """Near misses in the order of the first of each fold. Numbers are put together by what happened to the counted and
    by the verdict; pairs of other claims stay by themselves."""
    figures: dict[str, Figure] = {
        one.id: one
        for one in view.records("figures", sorted({id_ for pair in pairs for id_ in (pair.left, pair.right)}))
    }
    folds: dict[tuple[str, ...], list[Judgement]] = defaultdict(list)
    of: dict[tuple[str, ...], str] = {}
    for pair in pairs:
        left, right = figures.get(pair.left), figures.get(pair.right)
        if left is None or right is None:
            key: tuple[str, ...] = (pair.id,)
        else:
            happened = sorted({*left.happened, *right.happened})
            key = (pair.verdict, *happened)
            of[key] = f"numbers of the {listed(happened, 'or')}" if happened else "numbers"
        folds[key].append(pair)
    return [Fold(tuple(found), of.get(key, "")) for key, found in folds.items()]
