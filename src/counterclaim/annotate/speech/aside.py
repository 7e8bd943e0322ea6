"""Cues set into what they report: "The attack, he said, began at dawn"; "… were hurt, a monitor said on Sunday".

The parser hangs such a cue anywhere, above all where a text has lost its commas, so its place in the sentence
decides: a verb of saying without a complement, its subject right beside it, at a sentence's end or between commas.
"""

from __future__ import annotations

from counterclaim.annotate.speech.lexicon import VERBS, lemma_of
from counterclaim.annotate.speech.people import may_testify
from counterclaim.annotate.speech.scene import Scene
from counterclaim.annotate.speech.tree import Tree

_FINITE = ("VBD", "VBZ", "VBP")
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET"})
_COMMAS = frozenset({",", "—", "–", "-", "--", ";"})
_STOPS = frozenset({".", ";", ":", "?", "!"})
#: What may stand between a noun phrase and the next in it: "the Observatory for Human Rights", "the head of the board".
_INSIDE = frozenset({"of", "for", "-", "'s", "’s", "'", "and", "at", "in"})


def aside_content(scene: Scene, verb: int) -> tuple[set[int], range] | None:
    """The content of a cue that is an aside in its sentence, and its source as a run of tokens; None if it is none."""
    tree = scene.tree
    if not _is_bare(tree, verb) or scene.quotation_of[verb] >= 0 and not _quotes_sentence(scene, verb):
        return None
    source = _source_before(scene, verb)
    if source is None:
        return None
    first, last = source.start, _end(tree, verb)
    before, after = first - 1, last + 1
    here = tree.sentence[verb]
    begins = before < 0 or tree.sentence[before] != here
    ends = after >= tree.size or tree.sentence[after] != here or tree.lower[after] in _STOPS
    if begins:
        return None
    marked = tree.lower[before] in _COMMAS
    if not marked and not (scene.commas_lost and ends):
        return None
    if marked and not ends and tree.lower[after] not in _COMMAS and tree.lower[last] not in _COMMAS:
        return None
    content = {k for k in _sentence(tree, verb) if k < first or k > last}
    if scene.quotation_of[verb] >= 0:
        content &= set(scene.ranges[scene.quotation_of[verb]])
    if not any(tree.pos[k] in ("VERB", "AUX") for k in content):
        return None
    return content, source


def _quotes_sentence(scene: Scene, verb: int) -> bool:
    return True


def _is_bare(tree: Tree, verb: int) -> bool:
    """Whether a verb can report and has nothing of its own to report."""
    entry = VERBS.get(lemma_of(tree.lemma[verb]))
    if entry is None or "that" not in entry.frames or "that" in entry.checked or tree.tag[verb] not in _FINITE:
        return False
    for child in tree.children[verb]:
        label = tree.dep[child]
        if label in ("mark", "ccomp", "xcomp", "acomp", "prt", "neg") or tree.tag[child] in ("WP", "WDT", "WRB"):
            return False
        if label in ("dobj", "attr", "oprd") and "whom" not in entry.frames and tree.entity[child] not in ("DATE", "TIME"):
            return False
    return True


def _source_before(scene: Scene, verb: int) -> range | None:
    """The noun phrase right before the verb, found from right to left: up to its article, or to what is no name."""
    tree = scene.tree
    last = verb - 1
    while last >= 0 and (tree.pos[last] in ("ADV", "AUX") or tree.dep[last] in ("aux", "advmod")):
        last -= 1
    if last < 0 or tree.pos[last] not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM") or not may_testify(tree, last):
        return None
    first = last
    here = tree.sentence[verb]
    if tree.pos[last] == "PRON":
        return range(last, last + 1)
    while first > 0 and tree.sentence[first - 1] == here and scene.quotation_of[first - 1] == scene.quotation_of[verb]:
        if tree.pos[first] == "DET" and tree.lower[first - 1] not in ("of", "for"):
            break
        token = first - 1
        if tree.pos[token] in _NOMINAL and tree.pos[token] != "PRON" or tree.tag[token] in ("VBG", "PRP$", "HYPH"):
            first = token
        elif tree.lower[token] in ("of", "for", "'s", "’s", "-") and token > 0 and tree.pos[token - 1] in _NOMINAL:
            first = token
        else:
            break
    return range(first, last + 1)


def _end(tree: Tree, verb: int) -> int:
    """The last token of the cue's clause: the verb with what follows it up to a comma or the sentence's end."""
    here = tree.sentence[verb]
    last = verb
    while last + 1 < tree.size and tree.sentence[last + 1] == here:
        following = tree.lower[last + 1]
        if following in _COMMAS or following in _STOPS or tree.tag[last + 1] in _FINITE:
            break
        last += 1
    return last


def _sentence(tree: Tree, token: int) -> range:
    first = last = token
    while first > 0 and tree.sentence[first - 1] == tree.sentence[token]:
        first -= 1
    while last + 1 < tree.size and tree.sentence[last + 1] == tree.sentence[token]:
        last += 1
    return range(first, last + 1)
