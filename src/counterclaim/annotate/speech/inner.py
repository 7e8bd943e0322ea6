"""Which of the statements inside statements, that only the rules see, somebody in particular is said to have made."""

from __future__ import annotations

from counterclaim.annotate.speech.lexicon import VERBS, act_of, lemma_of
from counterclaim.annotate.speech.people import may_testify
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import RELATIVES, antecedent
from counterclaim.annotate.speech.tree import Tree
from counterclaim.annotate.speech.verbs import is_unrealised
from counterclaim.records import Act

_NOBODY = frozenset("anyone anybody nobody none everyone everybody whoever no-one".split())
_INDEFINITE = frozenset({"a", "an", "any", "every", "each"})


def may_be_heard(scene: Scene, draft: Draft) -> bool:
    """Whether somebody in particular said what stands inside a statement: not "anyone", a thing that "showed" it, or a
    "who" that stands for nobody; and not what a speaker only asks for or imagines ("would say", "urged X to say")."""
    tree = scene.tree
    if draft.head is not None and not _took_place(tree, draft.head):
        return False
    for start, end in (source[0] for source in draft.sources):
        tokens = range(tree.at(start), tree.at(end - 1) + 1)
        head = next((token for token in tokens if tree.head[token] not in tokens or tree.head[token] == token), None)
        if head is None:
            continue
        if tree.lower[head] in _NOBODY or not may_testify(tree, head):
            return False
        if tree.lower[head] in RELATIVES and antecedent(tree, head) is None:
            return False
        if _is_of_a_kind(tree, tokens, head) and not _says(draft):
            return False
    return True


def _took_place(tree: Tree, cue: int) -> bool:
    """Whether a cue tells of speech that took place, and not of what may, will or should be said. A noun of speech goes
    by the verb that carries it."""
    verb = cue
    if tree.pos[cue] == "NOUN" and tree.dep[cue] == "dobj":
        verb = tree.head[cue]
    if tree.pos[verb] not in ("VERB", "AUX"):
        return True
    if any(tree.tag[child] == "MD" and child < verb for child in tree.children[verb]):
        return False
    return not (verb != cue and is_unrealised(tree, verb))


def _is_of_a_kind(tree: Tree, tokens: range, head: int) -> bool:
    """Whether a source is one of its kind and nobody in particular: "a country always finds …"."""
    return tree.lower[tokens[0]] in _INDEFINITE and tree.tag[head] == "NN"


def _says(draft: Draft) -> bool:
    entry = VERBS.get(lemma_of(draft.lemma.split()[0])) if draft.lemma else None
    return entry is None or (entry.says and act_of(draft.lemma) is not Act.EXPRESS)
