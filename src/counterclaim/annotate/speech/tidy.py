"""Sets right what was said where it was torn: words that are cut off in the middle, and scraps of other sentences.

The tagger labels word by word, so that a content may end behind "in the", miss the object of its last verb, or hold
three words of the sentence before. Quotations are left as they are: `whole.py` looks after these.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.tree import Piece, Tree

#: The share of another sentence that must be said before all of it was.
_MOST = 0.6
#: The words that may be missing between two pieces, and how many more may belong to the end or beginning of one.
_GAP = 2
_REACH = 14
_BACK = 4
_SENTENCE_ENDS = frozenset({".", "?", "!"})
#: What stands to the left of the word it belongs to.
_LEFTWARD = frozenset("det amod compound poss nummod aux auxpass nsubj nsubjpass mark neg quantmod nmod".split())
_BEFORE = frozenset("det amod compound poss nummod neg aux auxpass quantmod".split())
#: What a verb is not whole without.
_NEEDED = frozenset("dobj attr acomp oprd xcomp ccomp".split())
_OPEN = frozenset({"ADP", "SCONJ", "PART", "AUX"})
#: How an outlet begins what it has to say of the news itself: "…, officials said, in one of the worst attacks".
_REMARKS = frozenset({"in one", "in what", "in the", "in a", "one of", "the latest", "a day"})


def tidy(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Makes the unquoted words of each draft whole, or takes out what is no part of them."""
    tree = scene.tree
    named = [_named(tree, draft) for draft in drafts]
    for number, draft in enumerate(drafts):
        if draft.head is None or not draft.cue or scene.quotation_of[draft.head] >= 0:
            continue
        own = named[number]
        foreign = set[int]()
        for other, names in enumerate(named):
            if other != number and drafts[other].head not in draft.content:
                foreign |= names
                foreign |= drafts[other].content - draft.content
        before = set(draft.content)
        _leave_other_sentences(scene, draft, own | foreign)
        _mend_tail(scene, draft, own | foreign)
        _fill_gaps(scene, draft, own | foreign)
        _complete(scene, draft, own | foreign)
        if not any(tree.pos[token] not in ("PUNCT", "SPACE") for token in draft.content):
            draft.content = before


def _named(tree: Tree, draft: Draft) -> set[int]:
    """The tokens of a cue, and of all who are named with it."""
    pieces: list[Piece] = [piece for source in draft.sources for piece in source]
    pieces += [*draft.via, *draft.addressee]
    return {k for a, b in pieces for k in range(tree.at(a), min(tree.size, tree.at(b - 1) + 1))} | set(draft.cue)


def _is_mark(tree: Tree, token: int) -> bool:
    return tree.pos[token] in ("PUNCT", "SPACE")


def _runs(scene: Scene, content: Set[int]) -> list[range]:
    """The stretches of a content, over marks but not over words that are no part of it; quotations apart."""
    tree = scene.tree
    runs: list[list[int]] = []
    for token in sorted(content):
        if _is_mark(tree, token) and not runs:
            continue
        quoted = scene.quotation_of[token]
        joined = runs and scene.quotation_of[runs[-1][1]] == quoted
        joined = joined and all(_is_mark(tree, k) for k in range(runs[-1][1] + 1, token))
        if joined and tree.sentence[runs[-1][1]] == tree.sentence[token]:
            runs[-1][1] = token
        else:
            runs.append([token, token])
    return [range(first, last + 1) for first, last in runs]


def _leave_other_sentences(scene: Scene, draft: Draft, taken: Set[int]) -> None:
    """Another sentence than that of the cue was said as a whole or not at all."""
    tree = scene.tree
    cue = draft.cue[0]
    for run in _runs(scene, draft.content):
        between = range(run.stop - 1, cue) if run.start < cue else range(draft.cue[-1], run.start)
        ended = any(tree.lower[token] in _SENTENCE_ENDS for token in between)
        if scene.quotation_of[run.start] >= 0 or not ended or tree.sentence[run.start] == tree.sentence[cue]:
            continue
        words = [k for k in tree.sentence_of(run.start) if scene.live[k] and not _is_mark(tree, k)]
        inside = sum(word in run for word in words)
        if inside < _MOST * len(words):
            draft.content.difference_update(run)
        elif taken.isdisjoint(words):
            draft.content.update(range(words[0], words[-1] + 1))


def _mend_tail(scene: Scene, draft: Draft, taken: Set[int]) -> None:
    """What goes on behind a cue that is set into its sentence goes on from a comma: "…, he said, at the wells"."""
    tree = scene.tree
    last = max(draft.cue)
    runs = [run for run in _runs(scene, draft.content) if tree.sentence[run.start] == tree.sentence[last]]
    if not any(run.stop <= min(draft.cue) for run in runs):
        return
    for run in runs:
        first = run.start
        while first - 1 > last and not _is_mark(tree, first - 1) and first - 1 not in taken:
            first -= 1
        if run.start <= last or first == run.start or scene.quotation_of[run.start] >= 0:
            continue
        if tree.lower[run.start - 1] == "that" or not _is_mark(tree, first - 1):
            continue
        opening = " ".join(tree.lower[first : first + 2])
        if opening not in _REMARKS and tree.pos[first] != "DET":
            draft.content.update(range(first, run.start))
        else:
            draft.content.difference_update(run)


def _fill_gaps(scene: Scene, draft: Draft, taken: Set[int]) -> None:
    """A few words that stand between two pieces of one sentence and are nobody's are part of what was said."""
    tree = scene.tree
    runs = _runs(scene, draft.content)
    for one, other in pairwise(runs):
        gap = range(one.stop, other.start)
        words = [token for token in gap if not _is_mark(tree, token)]
        same = tree.sentence[one.start] == tree.sentence[other.start]
        if same and 0 < len(words) <= _GAP and taken.isdisjoint(gap) and all(scene.live[k] for k in gap):
            draft.content.update(gap)


def _complete(scene: Scene, draft: Draft, taken: Set[int]) -> None:
    """Adds the words without which the first or last of a piece are none."""
    tree = scene.tree
    for run in _runs(scene, draft.content):
        if scene.quotation_of[run.start] >= 0:
            continue
        last = run.stop - 1
        while _is_mark(tree, last):
            last -= 1
        stop = _end(scene, draft.content, last, taken)
        draft.content.update(range(last + 1, stop))
        first = run.start
        for _ in range(_BACK):
            before = first - 1
            if before < 0 or not _may_take(scene, before, first, taken) or tree.dep[before] not in _BEFORE:
                break
            if tree.head[before] not in draft.content:
                break
            first = before
            draft.content.add(first)


def _may_take(scene: Scene, token: int, beside: int, taken: Set[int]) -> bool:
    """Whether a token is a word of the same sentence, in the same voice, that is nobody else's."""
    tree = scene.tree
    alike = tree.sentence[token] == tree.sentence[beside] and scene.quotation_of[token] == scene.quotation_of[beside]
    return alike and scene.live[token] and not _is_mark(tree, token) and token not in taken


def _end(scene: Scene, content: Set[int], last: int, taken: Set[int]) -> int:
    """The place behind the last word that a piece needs, which ends with the token `last`."""
    tree = scene.tree
    needed = _needed(tree, content, last)
    if needed is None or needed in taken or needed - last > _REACH:
        return last + 1
    reach = max(tree.subtree(needed))
    stop = last + 1
    while stop < tree.size and stop <= min(reach, last + _REACH) and _may_take(scene, stop, last, taken):
        stop += 1
    return stop if stop > needed else last + 1


def _needed(tree: Tree, content: Set[int], last: int) -> int | None:
    """The token behind a piece that its last word cannot do without."""
    following = last + 1
    if following >= tree.size or _is_mark(tree, following):
        return None
    top = last
    for above in tree.ancestors(last):
        if above not in content:
            break
        top = above
    if tree.dep[top] in _LEFTWARD and last < tree.head[top] and tree.head[top] not in content:
        return tree.head[top]
    for child in tree.children[last]:
        if child > last and (tree.pos[last] in _OPEN or tree.dep[child] in _NEEDED):
            return child
    same_name = tree.entity[last] and tree.entity[last] == tree.entity[following]
    if same_name and tree.pos[last] == "PROPN" == tree.pos[following]:
        return following
    return None
