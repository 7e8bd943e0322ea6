"""Answers without a verb, and who gives them: "From the west, says the militia."; "Mayor ill, says wife"."""

from __future__ import annotations

from counterclaim.annotate.speech.asides import COMMAS, source_after
from counterclaim.annotate.speech.cues import cue_tokens, run_as_source
from counterclaim.annotate.speech.lexicon import lemma_of
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import is_date
from counterclaim.annotate.speech.tree import FINITE

_TELLING = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "ADV"})
#: What is said, and says nothing: "The priest, an old man, says a prayer".
_SAID = frozenset("nothing something anything everything word prayer mass grace goodbye farewell thing same".split())
_WHEN = frozenset({"on", "in", "late", "early"})


def answer_draft(scene: Scene, verb: int) -> Draft | None:
    """The attribution of a sentence that is an answer, a comma, a verb of saying and whoever says it; else None."""
    tree = scene.tree
    run = answering(scene, verb)
    if run is None:
        return None
    content = {k for k in range(tree.sentence_of(verb).start, verb) if scene.live[k]}
    return Draft(verb, lemma_of(tree.lemma[verb]), cue_tokens(tree, verb, []), content, run_as_source(tree, run))


def answering(scene: Scene, verb: int) -> range | None:
    """The words for whoever gives an answer with "say", which stand at the end of the sentence."""
    tree = scene.tree
    if tree.tag[verb] not in FINITE or tree.lemma[verb] != "say":
        return None
    sentence = tree.sentence_of(verb)
    before = range(sentence.start, verb)
    if len(before) < 2 or tree.lower[verb - 1] not in COMMAS or any(scene.quotation_of[k] >= 0 for k in sentence):
        return None
    if any(tree.tag[k] in (*FINITE, "MD") for k in before) or not any(tree.pos[k] in _TELLING for k in before):
        return None
    # "The priest, an old man, said a prayer": only in the present anybody may answer.
    run = source_after(tree, verb, anybody=tree.tag[verb] != "VBD")
    if run is None or any(tree.lemma[k] in _SAID for k in run):
        return None
    rest = range(run.stop, sentence.stop)
    return run if all(tree.is_mark(k) or is_date(tree, k) or tree.lower[k] in _WHEN for k in rest) else None
