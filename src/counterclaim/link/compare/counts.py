"""Counts: two accounts give numbers of the same people, to whom the same happened, on the same day and place.

Numbers are never averaged. A later, higher number is an update; a part is not its total; two happenings that only
look alike are two. All of these are near misses with their reason; what is left is a conflict.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from counterclaim.link.compare.count_verdicts import Count, bounds, judge_counts, show
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.scenes import Scene, scenes_of
from counterclaim.records import Evidence, Figure, Happened, Slot, Verdict

_HARM = frozenset(
    {Happened.KILLED, Happened.INJURED, Happened.CAPTURED, Happened.MISSING, Happened.ARRESTED, Happened.RELEASED}
)
_VICTIMS = {
    "people": "people person other victim dead body casualty wounded injured inhabitant life man resident",
    "civilians": "civilian",
    "children": "child kid minor boy girl baby infant student pupil schoolchild",
    "women": "woman female",
    "fighters": "militant rebel fighter insurgent terrorist jihadist gunman member extremist combatant",
    "troops": "troop officer policeman guard conscript loyalist",
    "medics": "medic doctor nurse paramedic staff staffer",
}
_CLASS_OF = {noun: name for name, nouns in _VICTIMS.items() for noun in nouns.split()}
_CUMULATIVE = re.compile(
    r"\b(?:since|so far|in total|overall|over the past|in the past|past \w+ (?:days|weeks|months)|in all|every|per day|"
    r"the war|conflict|civil war|last (?:month|year)|this (?:month|year)|in recent|on average|to date)\b",
    re.I,
)
_DEEDS = {
    "air": r"air ?strikes?|air raids?|warplanes?|jets?|barrel bombs?|helicopters?|aircraft",
    "shelling": r"shell\w*|mortars?|rockets?|artillery|missiles?",
    "bomb": r"car bombs?|suicide|explosions?|blasts?|exploded|explosive|blew|detonat\w+",
    "ground": r"clash\w*|ambush\w*|fighting|battles?|offensive|gun ?(?:fire|battle)|stormed",
    "gas": r"gas|chemical|sarin|chlorine|toxic",
    "executed": r"execut\w+|beheaded|massacre\w*|shot dead",
}
_DEED = {name: re.compile(rf"\b(?:{words})\b", re.I) for name, words in _DEEDS.items()}

#: Two numbers of one report that stand further apart than this, in characters, tell of two happenings.
_FAR_OFF = 1200


def compare_counts(pile: Pile) -> Iterator[Finding]:
    """Compare figures of one kind of harm in one place within a day of each other."""
    blocks: dict[tuple[str, str, str], list[Count]] = defaultdict(list)
    scenes = scenes_of(pile)
    for figure in pile.figures.values():
        count = _count(pile, figure, scenes.get(figure.claim or ""))
        if count is not None:
            # Within one report two sources may differ on a happening whose place is too common to join reports.
            for block in (*count.scene.places, figure.report):
                blocks[block, count.happened.value, count.victims].append(count)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        counts = sorted(blocks[key], key=lambda c: (c.day, pile.rank(c.figure.report), c.figure.span.start))
        for i, left in enumerate(counts):
            for right in counts[i + 1 :]:
                if (right.day - left.day).days > 1:
                    break
                pair = (left.figure.id, right.figure.id)
                if pair not in seen and _comparable(left, right):
                    seen.add(pair)
                    yield _compare(pile, left, right, key[0])


def _count(pile: Pile, figure: Figure, scene: Scene | None) -> Count | None:
    """A figure with its facets; None where it is not clear what, when and where is counted."""
    statement = pile.statements.get(figure.statement or "")
    if scene is None or scene.day is None or statement is None:
        return None
    if len(figure.happened) != 1 or figure.happened[0] not in _HARM or bounds(figure) == (None, None):
        return None
    text = scene.sentence.text
    if _CUMULATIVE.search(text) or figure.since or figure.until:
        return None
    noun = head_noun(figure.of or "people")
    return Count(
        figure,
        figure.happened[0],
        _CLASS_OF.get(noun, noun),
        scene.day,
        scene,
        frozenset(name for name, pattern in _DEED.items() if pattern.search(text)),
        pile.holder_key(statement),
        figure.part_of is not None,
    )


def _comparable(left: Count, right: Count) -> bool:
    """Whether the two are worth a verdict: not one source counting two things in one report, nor two deeds. Across
    reports both must name the place themselves."""
    if left.figure.report == right.figure.report:
        if left.holder == right.holder or abs(left.figure.span.start - right.figure.span.start) > _FAR_OFF:
            return False
        if not left.scene.places & right.scene.places:
            # Nothing but the report joins them: then day and deed must be the same, and no two places be named.
            return left.day == right.day and bool(left.deeds & right.deeds) and left.scene.named == right.scene.named
    elif not (left.scene.placed and right.scene.placed):
        # One that takes its place from a sentence before it must be the same kind of deed on the same day.
        return left.scene.placed != right.scene.placed and left.day == right.day and bool(left.deeds & right.deeds)
    return not (left.deeds and right.deeds) or bool(left.deeds & right.deeds)


def _compare(pile: Pile, left: Count, right: Count, place: str) -> Finding:
    verdict, score, reasons = judge_counts(pile, left, right)
    said = place in left.scene.named | right.scene.named  # not only carried over from a sentence before
    where = f" in {pile.entities[place].name}" if said else _where(pile, left, right)
    question = f"How many {_whom(left)} were {left.happened.value}{where} on {left.day.isoformat()}?"
    intro = f"Both count {_whom(left)} {left.happened.value}{where} on {_days(left, right)}."
    evidence = [_evidence(pile, c) for c in (left, right)]
    kind = "agree" if verdict is Verdict.SAME else "compare"
    return Finding(
        judge(kind, (left.figure.id, right.figure.id), verdict, score, [intro, *reasons], evidence, Slot.COUNT),
        question,
        _answer(pile, left),
        _answer(pile, right),
    )


def _where(pile: Pile, left: Count, right: Count) -> str:
    """ " in Homs" where both figures have that place, else nothing."""
    places = [pile.resolved(c.figure.place) if c.figure.place else None for c in (left, right)]
    return f" in {places[0].name}" if places[0] and places[1] and places[0].name == places[1].name else ""


def _whom(count: Count) -> str:
    plural = {"troop": "troops", "people": "people"}
    return plural.get(count.victims, count.victims if count.victims in _VICTIMS else f"{count.victims}s")


def _days(left: Count, right: Count) -> str:
    return left.day.isoformat() if left.day == right.day else f"{left.day.isoformat()} or {right.day.isoformat()}"


def _evidence(pile: Pile, count: Count) -> Evidence:
    claim = pile.claims[count.figure.claim or ""]
    own = claim.spans[0]
    return pile.evidence(claim.report, own if own.covers(count.figure.span) else count.scene.sentence)


def _answer(pile: Pile, count: Count) -> Answer:
    figure = count.figure
    words = f"{show(figure)} {count.happened.value}"
    return Answer(figure.id, figure.statement or "", words, _evidence(pile, count))
