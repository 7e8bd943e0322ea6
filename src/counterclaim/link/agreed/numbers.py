"""Equal numbers of the same in two reports, where comparing made no pair of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from counterclaim.link.alike import number_of
from counterclaim.link.compare.counts.words import MORE
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.incidents.likeness import Likeness, set_apart
from counterclaim.link.incidents.tellings import HARM, Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_between, within
from counterclaim.records import Figure, Happened

#: Figures of one number that are set beside each other; more say that it is a common one.
_MOST = 30
#: Reports no further apart than this, in days, can count the same.
_DAYS = 3
#: How likely one happening has to be for a number that many things have, for one that few have, and for a rare one.
_LIKELY = ((4, 0.8), (11, 0.55), (31, 0.4), (10**12, 0.25))
_ROUND, _ONE_DAY = 0.15, 0.1
#: From this number on two accounts of one incident do not share it by chance, whatever they call what they count.
_CHANCE = 10
#: From this number on reports of one incident share it though they come out weeks apart.
_TELLING = 5
#: Nouns of those who are counted that another noun may stand for.
_ANYBODY = frozenset("people person victim death casualty other wounded body resident man fatality".split())
_ARMED = frozenset(
    "troop fighter militant rebel terrorist insurgent gunman soldier policeman member officer man jihadist".split()
)
#: How far behind a number it may say that it comes on top of others, in characters.
_BEHIND = 12
#: Who is a part of all that are counted.
_PARTS = frozenset("child woman boy girl medic doctor journalist student infant baby family commander leader".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with what is told of it."""

    figure: Figure
    number: float
    telling: Telling
    incident: str | None

    @property
    def told_day(self) -> date | None:
        """The day that its sentence gives or that was given before."""
        when = self.telling.when
        return when[0] if when and when[0] == when[1] else None


def equal_numbers(pile: Pile, tellings: Tellings, incidents: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of figures (their ids) of two reports that are one number of the same in what is likely one happening."""
    blocks: dict[tuple[float, str], list[Counted]] = defaultdict(list)
    for figure in pile.figures.values():
        number = number_of(figure)
        if number is None or number < 2 or figure.part_of is not None or _is_year(number):
            continue
        telling = tellings.of_figure(figure) or tellings.at(figure.report, figure.span.start, figure.span.end)
        if telling.cumulative or comes_on_top(pile, figure):
            continue
        counted = Counted(figure, number, telling, incidents.get(figure.claim or "") or incidents.get(figure.id))
        for kind in _kinds(figure, counted.incident):
            blocks[number, kind].append(counted)
    likeness = Likeness.of(pile, tellings)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        for left, right in combinations(blocks[key][:_MOST], 2):
            pair = left.figure.id, right.figure.id
            if pair in seen or left.figure.report == right.figure.report:
                continue
            seen.add(pair)
            pile.look()
            if _same(likeness, left, right):
                yield pair


def comes_on_top(pile: Pile, figure: Figure) -> bool:
    """Whether a figure counts dead who come to others ("four more victims"); "injured 400 more" are not the dead."""
    if Happened.KILLED not in figure.happened:
        return False
    return MORE.search(pile.reports[figure.report].text, figure.span.start, figure.span.end + _BEHIND) is not None


def can_be_one(tellings: Tellings, left: Figure, right: Figure) -> bool:
    """Whether two figures that comparing took for the same can be of one happening, by the days that they are told of
    or, where one tells of none, the days on which their reports came out."""
    one, other = (tellings.of_figure(f) or tellings.at(f.report, f.span.start, f.span.end) for f in (left, right))
    if one.when is not None and other.when is not None:
        return one.when[0] <= other.when[1] and other.when[0] <= one.when[1]
    return within(days_between(one.published, other.published), _DAYS, unknown=False)


def _is_year(number: float) -> bool:
    return 1900 <= number <= 2100


def _kinds(figure: Figure, incident: str | None) -> Iterator[str]:
    """What a figure is filed under: what happened to the counted, what they are, its incident."""
    yield from (happened.value for happened in sorted(HARM.intersection(figure.happened)))
    noun = head_noun(figure.of or "")
    if noun and noun not in _ANYBODY:
        yield f"of {noun}"
    if incident is not None:
        yield f"in {incident}"


def _same(likeness: Likeness, left: Counted, right: Counted) -> bool:
    one = left.incident is not None and left.incident == right.incident
    if not _of_one_kind(left.figure, right.figure) and not (one and left.number > _CHANCE and _unharmed(left, right)):
        return False
    days = left.told_day, right.told_day
    if days[0] and days[1] and days[0] != days[1] and not (left.telling.carried or right.telling.carried):
        return False
    published = left.telling.published, right.telling.published
    for day, told, carried in (
        (days[0], published[1], left.telling.carried),
        (days[1], published[0], right.telling.carried),
    ):
        if day and told and not carried and day > told:
            return False  # it had not come about when the other was printed
    near = within(days_between(*published), _DAYS, unknown=False)
    told_later = one and left.number >= _TELLING
    if not near and not told_later and not (days[0] and days[0] == days[1]):
        return False
    if left.telling.places and right.telling.places and not left.telling.places & right.telling.places:
        return False
    if not one and set_apart(left.telling, right.telling):
        return False
    chance = likeness.chance_of(likeness.signs(left.telling, right.telling))
    needed = next(least for most, least in _LIKELY if left.number < most)
    if left.number % 10 == 0:
        needed += _ROUND  # round numbers come often
    if days[0] is not None and days[0] == days[1]:
        needed -= _ONE_DAY
    return one or chance >= needed


def _of_one_kind(left: Figure, right: Figure) -> bool:
    """Whether two figures can count the same: what happened to them, and no part of one against the whole."""
    if HARM.intersection(left.happened) and HARM.intersection(right.happened):
        if not HARM.intersection(left.happened).intersection(right.happened):
            return False
    elif not _both(left, right):
        return False
    nouns = head_noun(left.of or ""), head_noun(right.of or "")
    if nouns[0] == nouns[1] or not all(nouns):
        return True
    if Happened.DESTROYED in left.happened:
        return False
    if nouns[0] in _PARTS or nouns[1] in _PARTS:
        return False
    if any(noun in _ANYBODY for noun in nouns):
        return True
    return len({noun in _ARMED for noun in nouns}) == 1


def _unharmed(left: Counted, right: Counted) -> bool:
    return not HARM.intersection((*left.figure.happened, *right.figure.happened))


def _both(left: Figure, right: Figure) -> bool:
    """Whether neither counts the harmed, and both the same thing."""
    if HARM.intersection((*left.happened, *right.happened)) - {Happened.DESTROYED}:
        return False
    return head_noun(left.of or "") == head_noun(right.of or "")
