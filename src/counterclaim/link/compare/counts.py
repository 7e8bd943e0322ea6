"""Counts: two accounts give numbers of the same people, to whom the same happened, in one happening.

Numbers are never averaged. A later, higher number is an update; a part is not its total; two happenings that only
look alike are two. All of these are near misses with their reason; what is left is a conflict.

Across reports two counts are compared if their tellings are likely of one happening (`link/incidents`). Within one
report that says little, because all of it is about one thing; there, two voices must count the same near each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from counterclaim.link.compare.count_verdicts import Count, bounds, judge_counts, show
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.incidents.candidates import candidates
from counterclaim.link.incidents.likeness import Likeness, reasons, set_apart
from counterclaim.link.incidents.tellings import HARM, Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.scenes import Scene
from counterclaim.records import Evidence, Figure, Slot, Verdict

_VICTIMS = {
    "people": "people person other victim dead body casualty wounded injured inhabitant life man resident death injury "
    "martyr",
    "civilians": "civilian",
    "children": "child kid minor boy girl baby infant student pupil schoolchild",
    "women": "woman female",
    "fighters": "militant rebel fighter insurgent terrorist jihadist gunman member extremist combatant",
    "troops": "troop officer policeman guard conscript loyalist",
    "medics": "medic doctor nurse paramedic staff staffer",
}
_CLASS_OF = {noun: name for name, nouns in _VICTIMS.items() for noun in nouns.split()}
#: Whom a count of people may count too, where another account is more exact.
_ALSO_PEOPLE = frozenset({"people", "civilians"})
#: From this likeness on, two tellings of two reports are taken for one happening; below it they are not looked at.
_ONE_HAPPENING = 0.6
#: Two numbers of one report that stand further apart than this, in characters, tell of two happenings.
_FAR_OFF = 1200
#: And these stand side by side.
_SIDE_BY_SIDE = 350
#: Letters that a name and its adjective share ("Kenya", "Kenyan").
_STEM = 4
#: Sources whose words are a report's own news, one item after the other.
_NAMELESS = re.compile(r"\b(?:sources?|correspondents?|reporters?|they|he|she|it)\b", re.I)


def compare_counts(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare figures of one kind of harm in what is likely one happening."""
    counts: dict[str, list[Count]] = defaultdict(list)
    told: list[Telling] = []
    for figure in pile.figures.values():
        telling = tellings.of_figure(figure)
        if telling is None or telling.cumulative or bounds(figure) == (None, None):
            continue
        told.append(telling)
        counts[figure.id] = list(_counts(pile, figure, tellings.scene_of(figure), telling))
    yield from _across(pile, tellings, told, counts)
    yield from _within(pile, counts)


def _across(
    pile: Pile, tellings: Tellings, told: list[Telling], counts: Mapping[str, list[Count]]
) -> Iterator[Finding]:
    likeness = Likeness(tellings, pile.frequency, len(pile.reports))
    names = {entity.id: entity.name.lower() for entity in pile.entities.values()}
    for left, right in candidates(told, names):
        pairs = [(a, b) for a in counts[left.record] for b in counts[right.record] if _alike(a, b)]
        if not pairs:
            continue
        signs = likeness.signs(left, right)
        chance = 0.0 if set_apart(left, right, signs) else likeness.chance_of(signs)
        if chance >= _ONE_HAPPENING:
            for a, b in pairs:
                yield _compare(pile, a, b, chance, reasons(signs))


def _within(pile: Pile, counts: Mapping[str, list[Count]]) -> Iterator[Finding]:
    by_report: dict[str, list[Count]] = defaultdict(list)
    for each in counts.values():
        for count in each:
            by_report[count.figure.report].append(count)
    for report in by_report:
        here = sorted(by_report[report], key=lambda c: (c.figure.span.start, c.happened.value))
        for at, left in enumerate(here):
            for right in here[at + 1 :]:
                if right.figure.span.start - left.figure.span.start > _FAR_OFF:
                    break
                if _alike(left, right) and _one_scene(left, right):
                    yield _compare(pile, left, right, 0.7, ["One report gives both."])


def _counts(pile: Pile, figure: Figure, scene: Scene, telling: Telling) -> Iterator[Count]:
    """A figure with its facets, once for each thing that happened to the counted."""
    statement = pile.statements.get(figure.statement or "")
    if statement is None:
        return
    noun = head_noun(figure.of or "people")
    for happened in sorted(HARM.intersection(figure.happened)):
        yield Count(
            figure,
            happened,
            _CLASS_OF.get(noun, noun),
            scene.day,
            scene,
            telling.deeds,
            pile.holder_key(statement),
            figure.part_of is not None,
            all(_NAMELESS.search(who.name) for who in statement.sources),
        )


def _alike(left: Count, right: Count) -> bool:
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


def _one_scene(left: Count, right: Count) -> bool:
    """Whether two counts of one report, by two voices, can be of one happening: neither day, place nor means tells them
    apart, and one of these (or standing side by side) joins them. Of what nameless sources tell a report mostly lists
    one happening after the other."""
    if left.holder == right.holder or left.nameless or right.nameless:
        return False
    if left.day != right.day and left.day and right.day:
        return False
    if left.deeds and right.deeds and not left.deeds & right.deeds:
        return False
    named = left.scene.named & right.scene.named
    if left.scene.named and right.scene.named and not named:
        return False
    near = abs(left.figure.span.start - right.figure.span.start) <= _SIDE_BY_SIDE
    return bool(named or left.deeds & right.deeds) or near


def _compare(pile: Pile, left: Count, right: Count, chance: float, joined: list[str]) -> Finding:
    if (pile.rank(right.figure.report), right.figure.span.start) < (
        pile.rank(left.figure.report),
        left.figure.span.start,
    ):
        left, right = right, left
    verdict, score, why = judge_counts(pile, left, right)
    place = _where(pile, left, right)
    question = f"How many {_whom(left, right)} were {left.happened.value}{place}{_on(left, right)}?"
    intro = f"Both count {_whom(left, right)} {left.happened.value}{place}{_days(left, right)}."
    evidence = [_evidence(pile, c) for c in (left, right)]
    kind = "agree" if verdict is Verdict.SAME else "compare"
    return Finding(
        judge(
            kind,
            (left.figure.id, right.figure.id),
            verdict,
            score * (0.5 + 0.5 * chance),
            [intro, *joined, *why],
            evidence,
            Slot.COUNT,
        ),
        question,
        _answer(pile, left),
        _answer(pile, right),
    )


def _where(pile: Pile, left: Count, right: Count) -> str:
    """ " in Homs" where both tellings have that place, else nothing."""
    shared = (left.scene.places & right.scene.places) or (left.scene.named & right.scene.named)
    best = min(shared, key=lambda place: (pile.frequency[place], place), default=None)
    return f" in {pile.entities[best].name}" if best else ""


def _on(left: Count, right: Count) -> str:
    day = left.day or right.day
    return f" on {day.isoformat()}" if day else ""


def _days(left: Count, right: Count) -> str:
    days = sorted({count.day.isoformat() for count in (left, right) if count.day})
    return f" on {' or '.join(days)}" if days else ""


def _whom(left: Count, right: Count) -> str:
    victims = "people" if left.victims != right.victims else left.victims
    plural = {"troop": "troops", "people": "people"}
    return plural.get(victims, victims if victims in _VICTIMS else f"{victims}s")


def _evidence(pile: Pile, count: Count) -> Evidence:
    claim = pile.claims.get(count.figure.claim or "")
    own = claim.spans[0] if claim else count.scene.sentence
    told = own if own.covers(count.figure.span) else count.scene.sentence
    return pile.evidence(count.figure.report, told if told.covers(count.figure.span) else count.figure.span)


def _answer(pile: Pile, count: Count) -> Answer:
    figure = count.figure
    words = f"{show(figure)} {count.happened.value}"
    return Answer(figure.id, figure.statement or "", words, _evidence(pile, count))
