"""What may not be cut: a quotation goes to one cue alone, and content neither begins nor ends inside a word.

The tagger labels piece by piece. Of a long quotation with a cue on either side it gives one half to each, and of
"de-escalation" it may take "de-" alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.tree import Tree

_HYPHENS = frozenset({"-", "‐", "‑"})
_CLOSING = frozenset("\"”“’'»`›") | {"''"}
#: Of a quotation whose marks or end are inferred this share must be said by somebody before it is one statement's.
_ALL_BUT_ALL = 0.8
#: An "and" this many tokens before a verb joins it: an adverb may stand between them.
_NEAR = 3


def keep_quotations_whole(
    scene: Scene, contents: Sequence[set[int]], cues: Sequence[Iterable[int]], by_rules: Sequence[set[int]]
) -> None:
    """Give each quotation that contents share, or one holds in part, to one of them; changes the contents in place.

    `contents`, `cues` and `by_rules` go together: tokens of what the tagger found, and the content that the rules see
    with the same cue. The rules decide, then who holds most. A quotation that a cue or its source stands in stays as
    it is.
    """
    spoken = {token for cue in cues for token in cue}
    for number, tokens in enumerate(scene.ranges):
        inside = {token for token in tokens if scene.live[token] and scene.tree.pos[token] != "SPACE"}
        held = [len(content & inside) for content in contents]
        if not any(held) or max(held) == len(inside) or not spoken.isdisjoint(inside):
            continue
        if not _has_both_marks(scene, number) and sum(held) < _ALL_BUT_ALL * len(inside):
            continue
        bound = [len(rules & inside) * 2 > len(inside) for rules in by_rules]
        best = max(range(len(contents)), key=lambda one: (held[one] > 0 and bound[one], held[one]))
        whole = bound[best] or contents[best] <= inside or sum(held) * 2 >= len(inside)
        for one, content in enumerate(contents):
            content.difference_update(inside)
            if whole and one == best:
                content.update(inside)


def end_before_second_cues(tree: Tree, content: set[int], draft: Draft, ruled: Sequence[Draft]) -> None:
    """Take out of the content that goes with `draft` what its speaker says with a second cue ("said that nine were
    killed and accused the firm of …"); changes it in place. `ruled` are the drafts of the rules."""
    for other in ruled:
        second = other.head
        if second is None or draft.head is None or second not in content or second in draft.content:
            continue
        if tree.dep[second] == "conj" and tree.head[second] == draft.head < second:
            joined = next((k for k in tree.dependents(draft.head, "cc") if second - k <= _NEAR and k < second), second)
            content.difference_update(tree.subtree(second), range(joined, second))


def _has_both_marks(scene: Scene, number: int) -> bool:
    """Whether a quotation is set in marks on both sides, or in those of a speech that goes on in the next paragraph."""
    quotation = scene.quotations[number]
    if not quotation.marked:
        return False
    first, last = scene.tree.text[quotation.start], scene.tree.text[quotation.end - 1]
    return not first.isalnum() and (quotation.continues or last in _CLOSING)


def keep_words_whole(tree: Tree, content: set[int], cue: Iterable[int]) -> None:
    """Give the content all of a hyphenated word of which it has most, and nothing of others; changes it in place."""
    fixed = set(cue)
    for token in sorted(content):
        if not (_joins(tree, token) or _joins(tree, token - 1) or _joins(tree, token + 1)):
            continue
        word = _word(tree, token)
        if not fixed.isdisjoint(word):
            continue
        if len(content.intersection(word)) * 2 > len(word):
            content.update(word)
        else:
            content.difference_update(word)


def _word(tree: Tree, token: int) -> range:
    """The tokens of the hyphenated word that a token is part of."""
    first = last = token
    while _joins(tree, first) or _joins(tree, first - 1):
        first -= 1
    while _joins(tree, last) or _joins(tree, last + 1):
        last += 1
    return range(first, last + 1)


def _joins(tree: Tree, token: int) -> bool:
    """Whether a token is a hyphen between two parts of a word."""
    if not 0 < token < tree.size - 1 or tree.lower[token] not in _HYPHENS:
        return False
    before, after = tree.text[tree.start[token] - 1], tree.text[tree.end[token]]
    return before.isalnum() and after.isalnum()
