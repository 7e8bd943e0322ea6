"""What the rules and the parse tell the learned tagger of a report."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.annotate.speech.attribution import Attribution
from counterclaim.annotate.speech.scene import Scene
from counterclaim.annotate.speech.tree import Piece
from counterclaim.models.attribution import evidence as told
from counterclaim.models.attribution.evidence import Evidence

_DEPENDENCY = {label: number for number, label in enumerate(told.DEPENDENCIES, 1)}
_TAG = {label: number for number, label in enumerate(told.TAGS, 1)}
_NAME = {label: number for number, label in enumerate(told.NAMES, 1)}


def evidence_of(scene: Scene, found: Sequence[Attribution]) -> Evidence:
    """A scene and what the rules found in it, as the tagger takes them."""
    tree = scene.tree
    rule, links = _roles(scene, found)
    breaks = [token for token in range(tree.size) if token == 0 or tree.sentence[token] != tree.sentence[token - 1]]
    columns = (
        [_DEPENDENCY.get(label, 0) for label in tree.dep],
        [_TAG.get(label, 0) for label in tree.tag],
        [_NAME.get(label, 0) for label in tree.entity],
        rule,
        _marks(scene),
        _places(scene, breaks),
        [_case(tree.text[start:end]) for start, end in zip(tree.start, tree.end, strict=True)],
    )
    return Evidence(tree.text, tree.start, tree.end, columns, links, breaks)


def _roles(scene: Scene, found: Sequence[Attribution]) -> tuple[list[int], list[int]]:
    """The role of each token by the rules, and the number of the attribution that it has it in."""
    rule = [0] * scene.tree.size
    links = [0] * scene.tree.size
    for number, one in enumerate(found, 1):
        if one.parent is not None:
            continue
        source = [piece for whole in one.sources for piece in whole]
        for role, pieces in (("source", source), ("cue", one.cue), ("content", one.content)):
            _put(scene, told.RULE[role], pieces, rule, links, number)
    for one in found:
        if one.parent is not None:
            _put(scene, told.RULE["inner source"], [piece for whole in one.sources for piece in whole], rule)
            _put(scene, told.RULE["inner cue"], one.cue, rule)
    return rule, links


def _put(
    scene: Scene,
    values: tuple[int, int],
    pieces: Sequence[Piece],
    rule: list[int],
    links: list[int] | None = None,
    number: int = 0,
) -> None:
    """Gives the tokens of `pieces` a role. Inner ones lie over what is there, others where nothing is yet."""
    for start, end in pieces:
        value = values[0]
        for token in range(scene.tree.at(start), scene.tree.at(end - 1) + 1):
            if token >= scene.tree.size:
                return
            if links is None:
                rule[token] = value
            elif not links[token]:
                rule[token] = value
                links[token] = number
            value = values[1]


def _marks(scene: Scene) -> list[int]:
    marks = [told.MARK_OUTSIDE] * scene.tree.size
    for tokens in scene.ranges:
        for token in tokens:
            if token < scene.tree.size:
                marks[token] = told.MARK_INSIDE
        if tokens and tokens[-1] < scene.tree.size:
            marks[tokens[-1]] = told.MARK_LAST
            marks[tokens[0]] = told.MARK_FIRST
    return marks


def _places(scene: Scene, breaks: Sequence[int]) -> list[int]:
    places = [told.PLACE_INSIDE] * scene.tree.size
    for token in breaks:
        places[token] = told.PLACE_SENTENCE
    for start, _ in scene.paragraphs:
        places[scene.tree.at(start)] = told.PLACE_PARAGRAPH
    return places


def _case(word: str) -> int:
    if not any(character.isalpha() for character in word):
        return told.CASE_NONE
    if word.isupper() and len(word) > 1:
        return told.CASE_UPPER
    return told.CASE_TITLE if word[:1].isupper() else told.CASE_LOWER
