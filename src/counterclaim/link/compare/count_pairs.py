"""Counts and the pairs of them that are looked at: the same harm to the same kind of people.

Across reports two counts are paired if their tellings may be of one happening (`link/incidents`). Within one report
that says little, because all of it is about one thing; there, two voices must count the same near each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.link.compare.count_blocks import Pairs, paired
from counterclaim.link.compare.count_holders import speakers
from counterclaim.link.compare.count_parts import summed
from counterclaim.link.compare.count_places import Map
from counterclaim.link.compare.count_signs import Row, chance_across, chance_within, signs_across, signs_within
from counterclaim.link.compare.count_signs import reasons as said_for
from counterclaim.link.compare.count_verdicts import Count, bounds, is_part, sentence_around, size
from counterclaim.link.compare.count_words import OWN_TOLL
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.incidents.likeness import Likeness, days_apart, reasons, set_apart
from counterclaim.link.incidents.tellings import HARM, Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import Figure, Happened, Statement, Who

_VICTIMS = {
    "people": "people person other victim dead body casualty wounded injured inhabitant life man resident death injury "
    "martyr passenger fatality citizen villager pilgrim evacuee worshipper worshiper shopper mourner guest tourist "
    "traveller traveler commuter local",
    "civilians": "civilian noncombatant non-combatant",
    "children": "child kid minor boy girl baby infant student pupil schoolchild",
    "women": "woman female",
    "fighters": "militant rebel fighter insurgent terrorist jihadist gunman member extremist combatant guerrilla",
    "troops": "troop officer policeman guard conscript loyalist",
    "medics": "medic doctor nurse paramedic staff staffer",
}
_CLASS_OF = {noun: name for name, nouns in _VICTIMS.items() for noun in nouns.split()}
#: Whom a count of people may count too, where another account is more exact.
_ALSO_PEOPLE = frozenset({"people", "civilians"})
#: From this likeness on, two tellings of two reports are looked at as one happening.
_ONE_HAPPENING = 0.5
#: Two numbers of one report that stand further apart than this, in characters, tell of two happenings.
_FAR_OFF = 1200
#: Letters that a name and its adjective share ("Kenya", "Kenyan").
_STEM = 4
#: Sources whose words are a report's own news, one item after the other.
_NAMELESS = re.compile(r"\b(?:sources?|correspondents?|reporters?|they|he|she|it)\b", re.I)

Counts = Mapping[str, Sequence[Count]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two counts of the same harm, the signs that they answer one question, how likely that is, and why."""

    left: Count
    right: Count
    signs: Row
    chance: float
    why: Sequence[str]

    @property
    def within(self) -> bool:
        """Whether one report gives both."""
        return self.left.figure.report == self.right.figure.report


def pairs_of(pile: Pile, tellings: Tellings, places: Map) -> list[Pair]:
    """All pairs to compare."""
    by_report: dict[str, list[Figure]] = defaultdict(list)
    for figure in pile.figures.values():
        by_report[figure.report].append(figure)
    told: list[Telling] = []
    counts: dict[str, list[Count]] = {}
    here: dict[str, list[Count]] = {}
    for report, figures in by_report.items():
        made = list(_counts_of(pile, tellings, figures))
        told.extend(telling for telling, _ in made)
        for telling, each in made:
            counts[telling.record] = each
        here[report] = sorted(
            (count for _, each in made for count in each), key=lambda c: (c.figure.span.start, c.happened.value)
        )
    return [*_within(pile, here), *_across(pile, tellings, paired(pile, places, told, counts), counts)]


def _counts_of(pile: Pile, tellings: Tellings, figures: Sequence[Figure]) -> Iterator[tuple[Telling, list[Count]]]:
    """The counts of one report, each with its telling. A figure counts once for each thing that happened to the
    counted; one of the killed and the injured together counts neither."""
    wholes = summed(figures)
    kinds = [(figure.span, victims(figure)) for figure in figures]
    seen: set[Happened] = set()
    for figure in sorted(figures, key=lambda f: (f.span.start, f.id)):
        telling = tellings.of_figure(figure)
        statement = pile.statements.get(figure.statement or "")
        if telling is None or telling.cumulative or bounds(figure) == (None, None) or statement is None:
            continue
        if {Happened.KILLED, Happened.INJURED} <= set(figure.happened):
            continue
        scene = tellings.scene_of(figure)
        kind = victims(figure)
        whole = pile.figures.get(figure.part_of or wholes.get(figure.id, ""))
        part = figure.part_of is not None or figure.id in wholes or is_part(figure, scene)
        like = part and (kind == "people" if whole is None else _holds(whole, kind) or _is_part_of(whole, wholes))
        harms = sorted(HARM.intersection(figure.happened))
        named = speakers(pile, figure, statement)
        yield (
            telling,
            [
                Count(
                    figure=figure,
                    happened=happened,
                    victims=kind,
                    day=scene.day,
                    scene=scene,
                    deeds=telling.deeds,
                    holder=_holder(pile, figure, statement, named),
                    named=named,
                    part=part,
                    part_of_like=like,
                    whole=size(whole) if whole else None,
                    apart=frozenset(k for span, k in kinds if scene.sentence.covers(span) and k != kind),
                    first=happened not in seen,
                    nameless=all(_NAMELESS.search(who.name) for who in statement.sources),
                )
                for happened in harms
            ],
        )
        seen.update(harms)


def _holder(pile: Pile, figure: Figure, statement: Statement, named: Sequence[Who]) -> str:
    """Whose count it is. "The monitor gave a lower toll of 31" is not the outlet's own, though the outlet tells it."""
    if named:
        return pile.holder_key(replace(statement, sources=tuple(named)))
    if pile.outlet_says(statement) and OWN_TOLL.search(sentence_around(pile, figure)):
        return f"{figure.report} {figure.span.start}"
    return pile.holder_key(statement)


def _holds(whole: Figure, kind: str) -> bool:
    """Whether a whole counts people of the same kind as its part, as far as it says whom it counts."""
    counted = victims(whole)
    return counted == kind or not is_kind(counted) or (kind == "people" and counted in _ALSO_PEOPLE)


def _is_part_of(figure: Figure, wholes: Mapping[str, str]) -> bool:
    return figure.part_of is not None or figure.id in wholes


def victims(figure: Figure) -> str:
    """The kind of people (or things) that a figure counts."""
    noun = head_noun(figure.of or "people")
    return _CLASS_OF.get(noun, noun)


def is_kind(name: str) -> bool:
    """Whether this names a kind of people, already in the plural."""
    return name in _VICTIMS


def alike(left: Count, right: Count) -> bool:
    """Whether both count the same harm to the same kind of people."""
    if left.happened is not right.happened or _of_two_sides(left.figure, right.figure):
        return False
    return left.victims == right.victims or {left.victims, right.victims} <= _ALSO_PEOPLE


def _of_two_sides(left: Figure, right: Figure) -> bool:
    """Whether the counted are of two sides by their own words: "four Kenyan soldiers", "three Ugandan soldiers"."""
    one, other = (_capitals(figure) for figure in (left, right))
    return bool(one and other) and not any(a[:_STEM] == b[:_STEM] for a in one for b in other)


def _capitals(figure: Figure) -> frozenset[str]:
    words = [*(figure.of or "").split(), *(figure.side.name.split() if figure.side else [])]
    return frozenset(word.lower() for word in words if word[:1].isupper())


def _across(pile: Pile, tellings: Tellings, met: Pairs, counts: Counts) -> Iterator[Pair]:
    likeness = Likeness(tellings, pile.frequency, len(pile.reports))
    pairs = [
        (a, b, signs, 0.0 if set_apart(left, right) else likeness.chance_of(signs))
        for left, right in met
        for a, b in ((a, b) for a in counts[left.record] for b in counts[right.record] if alike(a, b))
        for signs in (likeness.signs(left, right),)
    ]
    best: dict[tuple[str, Happened, str], float] = defaultdict(float)
    for a, b, _, chance in pairs:
        for one, other in ((a, b), (b, a)):
            key = one.figure.id, one.happened, other.figure.report
            best[key] = max(best[key], chance)
    for a, b, signs, chance in pairs:
        if chance < _ONE_HAPPENING:
            continue
        better = max(best[one.figure.id, one.happened, two.figure.report] for one, two in ((a, b), (b, a)))
        row = {**signs_across(a, b, chance), "outdone": better - chance}
        yield Pair(a, b, row, chance_across(row), reasons(signs))


def _within(pile: Pile, here: Counts) -> Iterator[Pair]:
    for counts in here.values():
        for at, left in enumerate(counts):
            for right in counts[at + 1 :]:
                if right.figure.span.start - left.figure.span.start > _FAR_OFF:
                    break
                pile.look()
                if alike(left, right) and _one_scene(left, right):
                    row = signs_within(pile, left, right)
                    yield Pair(left, right, row, chance_within(row), said_for(pile, left, right))


def _one_scene(left: Count, right: Count) -> bool:
    """Whether two counts of one report, by two voices, can be of one happening: people are counted, and their days
    do not tell them apart."""
    if left.holder == right.holder:
        return False
    apart = days_apart(left.scene.when, right.scene.when)
    return is_kind(left.victims) and (not apart or (left.scene.carried and right.scene.carried))
