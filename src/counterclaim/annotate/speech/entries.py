"""The lexicon's entry for a verb as it stands in a sentence: with its particle, and "clear" after "made"."""

from __future__ import annotations

from counterclaim.annotate.speech.lexicon import VERBS, Verb, lemma_of
from counterclaim.annotate.speech.tree import Tree
from counterclaim.records import Act

#: The frames of a verb that no list has: only a clause of its own with "that", and only of who can speak.
BACK_OFF = Verb(Act.ASSERT, frozenset({"that"}), frozenset({"that"}))

#: With an infinitive these tell what somebody does: "continues to receive “disturbing reports”".
_GOING_ON = frozenset({"continue", "begin"})


def lookup(tree: Tree, verb: int) -> tuple[str, Verb | None]:
    """The lemma of a verb with its particle, and its entry in the lexicon, None if it has none."""
    lemma = lemma_of(tree.lemma[verb])
    if lemma == "make" and any(tree.lower[child] == "clear" for child in tree.children[verb]):
        return "make clear", BACK_OFF
    if lemma in _GOING_ON and tree.dependent(verb, "xcomp") is not None:
        return lemma, None
    if lemma == "claim" and any(tree.lemma[child] == "life" for child in tree.dependents(verb, "dobj")):
        return lemma, None
    particle = tree.dependent(verb, "prt")
    if particle is not None and particle > verb:
        lemma = f"{lemma} {tree.lower[particle]}"
    return lemma, VERBS.get(lemma)
