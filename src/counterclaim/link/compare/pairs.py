"""Pairs of tellings worth a look: all of them in a small pile, else those that share telling words or places.

In a few reports on one happening the words that all of them have tell least, so that blocks by telling words would miss
what a reader sees at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from counterclaim.link.incidents.candidates import candidates
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_apart_out, days_between, within

#: Words that make it one more of its kind, or a later one.
ONE_MORE = (
    r"\b(?:a|the) (?:second|third|further|later|follow-up|next) (?!(?:day|night|morning|week|time|half|hour)\b)\w+"
)
#: So many tellings are looked at in all their pairs.
_FEW = 60
#: So many reports are looked at in all their pairs, whether or not they seem to tell one story.
_FEW_REPORTS = 12
#: So many reports were put together for one story; of a larger pile this cannot be taken for granted.
_PUT_TOGETHER = 4
#: Most reports of one story are at least so much alike.
_ONE_STORY = 0.12
#: Reports further apart than this, in days, are not paired.
_DAYS = 4


def pairs_of(pile: Pile, tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of tellings of two reports of like date, each once."""
    if len(tellings) > _FEW:
        names = pile.small_names()
        for pair in candidates(tellings, names):
            if not pile.guests.both(pair[0].report, pair[1].report):
                pile.look()
                yield pair
        return
    for left, right in pile.pairs(tellings):
        near = within(days_between(left.published, right.published), _DAYS, unknown=True)
        if left.report != right.report and near:
            yield left, right


def few_reports(pile: Pile) -> bool:
    """Whether a pile is so small that all of its reports are looked at in pairs."""
    return len(pile.annotations) <= _FEW_REPORTS


def put_together(pile: Pile) -> bool:
    """Whether a pile is so small that its reports were put together for one story."""
    return len(pile.annotations) <= _PUT_TOGETHER


def of_one_story(pile: Pile, tellings: Tellings, days: int = _DAYS) -> Iterator[tuple[str, str]]:
    """Every two reports that tell one story, each once; in a small pile all that came out no more than so many days
    apart."""
    if not few_reports(pile):
        yield from tellings.stories.pairs()
        return
    for left, right in combinations(pile.annotations, 2):
        if within(days_apart_out(pile, left, right), days, unknown=True):
            yield left, right


def alike(pile: Pile, tellings: Tellings, left: str, right: str) -> float:
    """How much two reports are alike as stories; in a small pile, whose words tell little, at least as much as the
    reports of one story are."""
    found = tellings.stories.alike(left, right)
    return max(found, _ONE_STORY) if few_reports(pile) else found
