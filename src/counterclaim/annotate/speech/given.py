"""Numbers and hours that somebody gives: "The hospital put the dead at nine", "The mayor put the hour at 21.17", "The
guild spoke of 64", "The Red Cross has names of 31"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.annotate.speech.people import may_testify
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import source_pieces
from counterclaim.annotate.speech.tree import FINITE, Tree

_GIVES = frozenset({"put", "place", "set"})
#: Verbs with which a number is named: "spoke of 64", "has names of 31", "gave the number as 35".
_SPEAKS = frozenset({"speak", "talk"})
_NAMES = _SPEAKS | {"have", "give", "say", "count"}
#: What is given as a number: of people and losses, or a time. Of "them", only a bare number is one ("at nine", and
#: not "at nine gates").
_GIVEN = frozenset(
    """toll number count figure total sum tally dead death casualty victim wounded injured killed missing homeless
    displaced loss strength size cost damage hour time date share proportion turnout estimate population
    crowd attendance audience gathering""".split()
)
_NOBODY = frozenset({"i", "we", "you", "it", "there", "that", "which", "this"})
#: Numbers that count nobody.
_NO_COUNT = frozenset({"TIME", "PERCENT", "MONEY", "ORDINAL"})
_YEAR = 4
_THEM = frozenset({"them", "it", "those", "these", "this", "that"})
#: How far behind the verb the number is looked for, in tokens.
_REACH = 12
#: How likely such words are what they seem. Set by hand: the articles that trust was fitted on have too few.
_SURE = 0.7
#: Below this a draft is not told (`statements.py`).
_HARDLY = 0.4


def given(scene: Scene, found: Sequence[Draft]) -> Iterator[Draft]:
    """The numbers that are given where no cue was found."""
    tree = scene.tree
    cues = {token for draft in found for token in draft.cue}
    for verb in range(tree.size):
        known = verb in cues or not scene.live[verb] or scene.quotation_of[verb] >= 0
        lemma = tree.lemma[verb]
        carried = tree.dependent(verb, "aux", "auxpass")
        if known or lemma not in _GIVES | _NAMES or carried not in (None, *_has(tree, verb)):
            continue
        who = tree.dependent(verb, "nsubj")
        content = _number(tree, verb, who)
        sources = source_pieces(tree, who) if who is not None and who < verb else ()
        if sources and content:
            yield Draft(verb, tree.lemma[verb], [verb], content, sources, confidence=_SURE)


def given_better(scene: Scene, draft: Draft) -> bool:
    """Whether a draft that is hardly believed is of a verb with which a number is plainly given."""
    weak = draft.confidence is not None and draft.confidence < _HARDLY and draft.head is not None
    verb = draft.head if weak else None
    if verb is None or scene.tree.lemma[verb] not in _GIVES or scene.quotation_of[verb] >= 0:
        return False
    who = scene.tree.dependent(verb, "nsubj")
    return who is not None and who < verb and bool(_number(scene.tree, verb, who))


def _number(tree: Tree, verb: int, who: int | None) -> set[int]:
    """What is given with a verb that may give a number, and the number."""
    return _content(tree, verb) if tree.lemma[verb] in _GIVES else _named(tree, verb, who)


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


def _named(tree: Tree, verb: int, who: int | None) -> set[int]:
    """The number that a verb names, with its words; empty where it names none, or its subject cannot."""
    lemma = tree.lemma[verb]
    astray = tree.dep[verb] == "pcomp"  # "with the families speak of": the parser lost whose verb it is
    if who is None or astray or tree.lower[who] in _NOBODY or (lemma not in _SPEAKS and not may_testify(tree, who)):
        return set()
    for child in tree.children[verb]:
        own = tree.subtree(child)
        number = next((token for token in own if _is_number(tree, token)), None)
        if number is None or not verb < child or number - verb > _REACH or not _counts(tree, number):
            continue
        if tree.lower[child] == "as" and (lemma in _SPEAKS or _GIVEN.intersection(tree.lemma[verb:child])):
            return set(range(verb + 1, own[-1] + 1))
        of = lemma in _SPEAKS and tree.lower[child] == "of"
        names = lemma == "have" and tree.lemma[child] == "name"
        gives = lemma == "give" and (_is_number(tree, child) or tree.lemma[child] in _GIVEN)
        counts = lemma == "count" or (lemma == "say" and _is_number(tree, child) and tree.tag[verb] in FINITE)
        if of or (tree.dep[child] in ("dobj", "attr", "ccomp", "npadvmod") and (names or gives or counts)):
            return set(own)
    return set()


def _has(tree: Tree, verb: int) -> Iterator[int]:
    """The "has" of "has counted"."""
    return (child for child in tree.dependents(verb, "aux") if tree.lower[child] in ("has", "have"))


def _counts(tree: Tree, number: int) -> bool:
    """Whether a number counts something: it is no date, hour, share or sum of money."""
    year = len(tree.lower[number]) == _YEAR and tree.lower[number].isdigit()
    return tree.entity[number] not in _NO_COUNT and not year


def _is_number(tree: Tree, token: int) -> bool:
    return tree.pos[token] == "NUM" or tree.tag[token] == "CD" or tree.text[tree.start[token]].isdigit()
