"""Numbers and hours that somebody gives: "The hospital put the dead at nine", "The mayor put the hour at 21.17"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import source_pieces
from counterclaim.annotate.speech.tree import FINITE, Tree

_GIVES = frozenset({"put", "place", "set"})
#: What is given as a number: of people and losses, or a time. Of "them", only a bare number is one ("at nine", and
#: not "at nine gates").
_GIVEN = frozenset(
    """toll number count figure total sum tally dead death casualty victim wounded injured killed missing homeless
    displaced loss strength size cost damage hour time date share proportion turnout estimate population""".split()
)
_THEM = frozenset({"them", "it", "those", "these", "this", "that"})
#: How far behind the verb the number is looked for, in tokens.
_REACH = 12
#: How likely such words are what they seem. Set by hand: the articles that trust was fitted on have too few.
_SURE = 0.7


def given(scene: Scene, found: Sequence[Draft]) -> Iterator[Draft]:
    """The numbers that are given where no cue was found."""
    tree = scene.tree
    cues = {token for draft in found for token in draft.cue}
    for verb in range(tree.size):
        known = verb in cues or not scene.live[verb] or scene.quotation_of[verb] >= 0
        if known or tree.lemma[verb] not in _GIVES or tree.dependent(verb, "aux", "auxpass") is not None:
            continue
        who, content = tree.dependent(verb, "nsubj"), _content(tree, verb)
        sources = source_pieces(tree, who) if who is not None and who < verb else ()
        if sources and content:
            yield Draft(verb, tree.lemma[verb], [verb], content, sources, confidence=_SURE)


def _content(tree: Tree, verb: int) -> set[int]:
    """What is given and the number; empty where a verb gives none."""
    stop = min(tree.sentence_of(verb).stop, verb + _REACH)
    at = next((token for token in range(verb + 1, stop) if tree.lower[token] == "at"), None)
    if at is None or any(tree.tag[token] in FINITE for token in range(verb + 1, at)):
        return set()
    number = tree.dependent(at, "pobj")
    things = range(verb + 1, at)
    named = any(_GIVEN.intersection((tree.lemma[token], tree.lower[token])) for token in things)
    meant = number is not None and _is_number(tree, number) and all(tree.lower[token] in _THEM for token in things)
    if not named and not meant:
        return set()
    phrase = tree.subtree(at)
    if not any(_is_number(tree, token) for token in phrase):
        return set()
    return {token for token in range(verb + 1, max(phrase) + 1) if tree.pos[token] != "PUNCT" or token < max(phrase)}


def _is_number(tree: Tree, token: int) -> bool:
    return tree.pos[token] == "NUM" or tree.tag[token] == "CD" or tree.text[tree.start[token]].isdigit()
