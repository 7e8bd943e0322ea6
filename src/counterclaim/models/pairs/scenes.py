"""Scenes and clusters, from which the judge learns: sentences, and which two of them contradict each other.

A scene (`benchmarks/scenes`, docs/labelling.md) has sentences as they would stand in several reports on one happening,
each with the answer that it gives to one of the scene's questions, or none.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from counterclaim.models.pairs.labels import SLOTS
from counterclaim.models.pairs.pieces import Passage

_DAYS = {name: n for n, name in enumerate("mon tue wed thu fri sat sun".split())}
_HEAD = re.compile(r"@\s*(?P<slots>[^|]+?)\s*(?:\|\s*(?P<day>\w{3})\w*\s*)?$")
_LINE = re.compile(r"(?P<question>[a-z]?)(?P<answer>[0-9~])\s+(?:\{(?P<day>\w{3})[^}]*\}\s*)?(?P<text>.+)$")
_ANSWER = re.compile(r"\[\[(.+?)\]\]")
#: A weekday that was so many days ago is the next one.
_NEXT_DAY = 6
#: One scene of so many is kept from training, to measure on.
_HELD = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: how many days before the others its report came out, the question that it answers (empty for none),
    its answer, and where in the sentence that stands, if that is known."""

    text: str
    ago: int
    question: str = ""
    answer: str = ""
    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """The sentences of a happening, the weekday on which most of them were told (0 is Monday), and the slot of each
    question."""

    day: int
    slots: dict[str, str]
    lines: tuple[Line, ...]

    @property
    def held(self) -> bool:
        """Whether it is kept from training."""
        return int(hashlib.sha256(self.lines[0].text.encode()).hexdigest(), 16) % _HELD == 0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, the slots in which they contradict each other, the words of the answers, if known, and whether
    they give one question the same answer; None where nobody has said."""

    left: Passage
    right: Passage
    slots: tuple[str, ...] = ()
    at: tuple[tuple[int, int], tuple[int, int]] | None = None
    same: bool | None = None


def scenes_in(paths: Iterable[Path]) -> Iterator[Scene]:
    """The scenes of some files; one that has no question with two answers is left out."""
    for path in paths:
        for part in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
            scene = _scene([line.strip() for line in part.strip().splitlines() if line.strip()])
            if scene is not None:
                yield scene


def _scene(lines: Sequence[str]) -> Scene | None:
    head = _HEAD.match(lines[0]) if lines else None
    if head is None:
        return None
    slots = {}
    for word in head["slots"].split():
        question, _, slot = word.lower().rpartition("=")
        if slot in SLOTS:
            slots[question or "a"] = slot
    day = _DAYS.get((head["day"] or "tue").lower(), 1)
    told = [line for line in (_line(words, slots, day) for words in lines[1:]) if line is not None]
    answers = {(line.question, line.answer) for line in told if line.question}
    questions = {question for question, _ in answers}
    return Scene(day, slots, tuple(told)) if len(answers) > len(questions) else None


def _line(words: str, slots: dict[str, str], day: int) -> Line | None:
    found = _LINE.match(words)
    if found is None:
        return None
    text, at = found["text"], None
    marked = _ANSWER.search(text)
    if marked:
        at = (marked.start(), marked.start() + len(marked[1]))
    text = text.replace("[[", "").replace("]]", "")
    ago = (day - _DAYS.get(found["day"].lower()[:3], day)) % 7 if found["day"] else 0
    question = "" if found["answer"] == "~" else found["question"] or "a"
    return (
        Line(text, ago if ago < _NEXT_DAY else -1, question, found["answer"], at)
        if not question or question in slots
        else None
    )


def pairs_of(scene: Scene, week: int) -> Iterator[Pair]:
    """Every two sentences of a scene, told in a certain week."""
    told = date(2031, 1, 6) + timedelta(weeks=week, days=scene.day)
    passages = [
        Passage((told - timedelta(days=line.ago)).isoformat(), line.text, str(n)) for n, line in enumerate(scene.lines)
    ]
    for (one, left), (other, right) in combinations(zip(scene.lines, passages, strict=True), 2):
        asked = one.question and one.question == other.question
        differ = asked and one.answer != other.answer
        at = (one.at, other.at) if asked and one.at and other.at else None
        yield Pair(left, right, (scene.slots[one.question],) if differ else (), at, bool(asked and not differ))
