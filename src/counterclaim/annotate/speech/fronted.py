"""What stands before a cue that is set into its sentence or closes it: "The bridge fell, the mayor told us, after …".

All of that clause was said, also where it is long and the tagger took only the end of it for content.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.annotate.speech.asides import COMMAS, cue_end
from counterclaim.annotate.speech.lexicon import VERBS, lemma_of
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import is_date
from counterclaim.annotate.speech.tree import FINITE, Tree

#: What makes a clause one that only says when, where or which.
_BELOW = frozenset({"advcl", "relcl", "acl", "csubj", "pcomp"})
#: The tags of words that begin when, where or how something was.
_CIRCUMSTANCE = frozenset({"IN", "WRB", "VBG", "VBN", "TO", "RB"})
#: What joins the clause that a cue stands inside of to the one before it: "soldiers came and, witnesses said, …".
_JOINS = frozenset({"and", "but", "or", "that", "while", "because"})


def take_fronts(scene: Scene, drafts: Sequence[Draft], ruled: Sequence[Draft]) -> None:
    """Adds to each of these drafts, which stand inside no other, the clause before its cue, where that is nobody
    else's. `ruled` is what the rules found: a clause with another cue in it is left as it is."""
    if scene.commas_lost:
        return
    heads = {draft.head for draft in (*drafts, *ruled)}
    for draft in drafts:
        front = _front(scene, draft)
        if front and heads.isdisjoint(front):
            draft.content.update(front.difference(*(other.content for other in drafts if other is not draft)))


def _front(scene: Scene, draft: Draft) -> set[int]:
    """The tokens of the clause that a cue follows, set off by a comma; empty where there is none."""
    tree, verb = scene.tree, draft.head
    if verb is None or not draft.sources or scene.quotation_of[verb] >= 0 or not _says(scene, verb):
        return set()
    sentence = tree.sentence_of(verb)
    named = [tree.at(start) for source in draft.sources for start, _ in source[:1]]
    first = min([token for token in (*named, *draft.cue, *_subject(tree, verb)) if token in sentence], default=verb)
    after = cue_end(scene, max(verb, *(named if min(named) > verb else [verb]))) + 1
    if first - 2 <= sentence.start or tree.lower[first - 1] not in COMMAS or tree.lower[first - 2] in _JOINS:
        return set()
    if after < sentence.stop and tree.pos[after] != "PUNCT":
        return set()
    front = range(sentence.start, first - 1)
    cut = max((token for token in front if tree.lower[token] == ";"), default=sentence.start - 1) + 1
    found = {token for token in front if token >= cut and scene.live[token]}
    quoted = any(scene.quotation_of[token] >= 0 for token in found)
    return found if found and not quoted and _is_told(tree, found) else set()


def _says(scene: Scene, verb: int) -> bool:
    """Whether a verb of saying has nothing behind it that was said."""
    tree = scene.tree
    entry = VERBS.get(lemma_of(tree.lemma[verb]))
    if entry is None or not (entry.says or "whom" in entry.frames) or tree.tag[verb] not in FINITE:
        return False
    for child in tree.children[verb]:
        label = tree.dep[child]
        if label in ("mark", "neg") or tree.tag[child] in ("WP", "WDT", "WRB"):
            return False
        if child < verb or COMMAS.intersection(tree.lower[verb + 1 : child]):
            continue
        told = "whom" in entry.frames or is_date(tree, child)
        if label in ("ccomp", "xcomp", "acomp", "attr", "oprd") or (label == "dobj" and not told):
            return False
    return True


def _subject(tree: Tree, verb: int) -> list[int]:
    """The subject with what is beside it ("the governor, Ida Rohn"), unless the parser took what was said for it."""
    who = tree.dependent(verb, "nsubj")
    found = tree.subtree(who) if who is not None and who < verb else []
    return [] if any(tree.tag[token] in FINITE for token in found) else found


def _is_told(tree: Tree, front: set[int]) -> bool:
    """Whether a front is a clause, and not only when or where something was: it has a verb with its subject that is
    below no other word there, or begins as no circumstance does. (Long ones are often parsed wrongly.)"""
    if tree.tag[min(front)] not in _CIRCUMSTANCE and any(tree.tag[token] in FINITE for token in front):
        return True
    return any(_tells(tree, token, front) for token in front)


def _tells(tree: Tree, token: int, front: set[int]) -> bool:
    """Whether a token is the verb of a main clause there, with its subject."""
    if tree.pos[token] not in ("VERB", "AUX") or tree.dependent(token, "nsubj", "nsubjpass") is None:
        return False
    at = token
    for _ in range(len(front)):
        if tree.dep[at] in _BELOW or tree.dependent(at, "mark") is not None:
            return False
        if at not in front or tree.head[at] == at:
            break
        at = tree.head[at]
    return True
