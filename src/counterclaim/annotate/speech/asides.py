"""Cues set into what they report: "The attack, he said, began at dawn"; "… were hurt, a monitor said on Sunday".

The parser hangs such a cue anywhere, above all where a text has lost its commas, so its place in the sentence
decides: a verb of saying without a complement, its subject right beside it, at a sentence's end or between commas.
"""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.annotate.speech.lexicon import VERBS, lemma_of
from counterclaim.annotate.speech.people import may_speak, may_testify
from counterclaim.annotate.speech.scene import Scene
from counterclaim.annotate.speech.sources import ADDRESSING, is_date
from counterclaim.annotate.speech.tree import FINITE, Tree

#: Speakers that go on speaking: set into a sentence, between commas, these report it.
GOING_ON = frozenset({"go on", "continue"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})
COMMAS = frozenset({",", "—", "–", "-", "--", ";"})
_STOPS = frozenset({".", ";", ":", "?", "!"})
#: What may stand inside a name: "the Centre for Human Rights", "the head of the board".
_INSIDE = frozenset({"of", "for", "'s", "’s", "-"})
#: What may follow somebody's office: "a source at the ministry", "an official in the capital".
_AT = frozenset({"at", "in", "from", "with"})


@dataclass(frozen=True, slots=True)
class Aside:
    """The content around a cue, and its source as a run of tokens."""

    content: set[int]
    source: range


def is_set_in(tree: Tree, verb: int) -> bool:
    """Whether the parser itself takes a cue without a complement for an aside in its governor's clause."""
    if tree.dependent(verb, "nsubj") is None or tree.dependent(verb, "ccomp", "dobj", "xcomp") is not None:
        return False
    if tree.dep[verb] == "parataxis":
        return True
    own = [k for k in tree.subtree(verb) if tree.pos[k] != "PUNCT"]
    before = tree.lower[own[0] - 1] if own[0] else ""
    after = tree.lower[own[-1] + 1] if own[-1] + 1 < tree.size else ""
    return before in COMMAS and (after in COMMAS or after == ".")


def ends_sentence(tree: Tree, verb: int) -> bool:
    """Whether a clause is a cue that closes the sentence it hangs in, without a comma: "… were hurt he said"."""
    entry = VERBS.get(lemma_of(tree.lemma[verb]))
    if entry is None or not entry.says or verb < tree.head[verb] or tree.tag[verb] not in FINITE:
        return False
    if tree.dependent(verb, "ccomp", "xcomp", "dobj", "mark", "acomp", "attr") is not None:
        return False
    return tree.dependent(verb, "nsubj") is not None


def find_aside(scene: Scene, verb: int) -> Aside | None:
    """The content and source of a cue that is an aside in its sentence; None if it is none."""
    tree = scene.tree
    if not _is_bare(scene, verb):
        return None
    sentence = tree.sentence_of(verb)
    source = _inverted_source(scene, verb)
    first = verb
    if source is not None:
        last = cue_end(scene, source.stop - 1)
    else:
        source = source_before(scene, verb)
        if source is None:
            return None
        first, last = source.start, cue_end(scene, verb)
    before, after = first - 1, last + 1
    if before < sentence.start:
        return None
    at_end = after >= sentence.stop or tree.lower[after] in _STOPS
    if tree.lower[before] in COMMAS:
        if not at_end and tree.lower[after] not in COMMAS:
            return None
    elif not (scene.commas_lost and at_end):
        return None
    content = {k for k in sentence if k <= before or k >= after}
    own = scene.quotation_of[verb]
    if own >= 0:
        content.intersection_update(scene.ranges[own])
    if not any(tree.pos[k] in ("VERB", "AUX") for k in content):
        return None
    return Aside(content, source)


def _inverted_source(scene: Scene, verb: int) -> range | None:
    """The source after the verb where nothing or a participle follows it: "… were killed said the monitor adding …".
    Only where commas are lost; with commas the parser finds it."""
    tree = scene.tree
    if not scene.commas_lost or lemma_of(tree.lemma[verb]) in ADDRESSING:
        return None
    source = source_after(tree, verb)
    if source is None or any(is_date(tree, token) for token in source):
        return None
    stop = source.stop
    if stop + 1 < tree.sentence_of(verb).stop and tree.pos[stop] == "ADP" and is_date(tree, stop + 1):
        return source  # "… were killed said the monitor on Tuesday"
    ends = stop >= tree.sentence_of(verb).stop or tree.lower[stop] in _STOPS
    return source if ends or tree.tag[stop] == "VBG" else None


def _is_bare(scene: Scene, verb: int) -> bool:
    """Whether a verb of saying has nothing of its own to report but what stands before it. Where commas are lost,
    neither a participle after it nor a speaker taken for its object is that ("the statement said destroying …",
    "said the monitor adding …"), and a clause before it may end anywhere."""
    tree = scene.tree
    if tree.tag[verb] not in FINITE:
        return False
    entry = VERBS.get(lemma_of(tree.lemma[verb]))
    addresses = entry is not None and "whom" in entry.frames
    for child in tree.children[verb]:
        label = tree.dep[child]
        if label == "prt" and f"{tree.lemma[verb]} {tree.lower[child]}" in GOING_ON:
            continue
        if label in ("mark", "prt", "neg") or tree.tag[child] in ("WP", "WDT", "WRB"):
            return False
        if scene.commas_lost and child > verb and (tree.tag[child] == "VBG" or may_speak(tree, child)):
            continue
        if scene.commas_lost and child < verb and label == "ccomp":
            continue
        if label in ("ccomp", "xcomp", "acomp"):
            return False
        if label in ("dobj", "attr", "oprd") and not addresses and not is_date(tree, child):
            return False
    return True


def source_before(scene: Scene, verb: int) -> range | None:
    """The noun phrase right before the verb, read from right to left up to its article or to what is no name."""
    tree = scene.tree
    last = verb - 1
    while last >= 0 and (tree.pos[last] in ("ADV", "AUX") or tree.dep[last] in ("aux", "advmod")):
        last -= 1
    sentence = tree.sentence_of(verb)
    if last < sentence.start:
        return None
    if tree.pos[last] == "PRON":
        return range(last, last + 1) if may_speak(tree, last) or tree.lower[last] == "it" else None
    if tree.pos[last] not in _NOMINAL or tree.pos[last] == "DET":
        return None
    first = last
    while first > sentence.start and scene.quotation_of[first - 1] == scene.quotation_of[verb]:
        if not _continues_left(tree, first, sentence.start):
            break
        first -= 1
    run = range(first, last + 1)
    return run if any(tree.pos[k] in ("NOUN", "PROPN") and may_testify(tree, k) for k in run) else None


def source_after(tree: Tree, verb: int, *, anybody: bool = False) -> range | None:
    """The noun phrase right after the verb: "… said the director Jane Doe adding …". With `anybody` it need not be of
    those who are known to speak."""
    last = verb
    for token in range(verb + 1, tree.sentence_of(verb).stop):
        inside = last > verb and tree.lower[token] in _INSIDE
        if tree.pos[token] not in _NOMINAL and tree.pos[token] != "PRON" and not inside:
            break
        last = token
    while last > verb and tree.pos[last] not in ("NOUN", "PROPN", "PRON"):
        last -= 1
    return range(verb + 1, last + 1) if last > verb and (anybody or may_testify(tree, last)) else None


def _continues_left(tree: Tree, first: int, start: int) -> bool:
    """Whether the noun phrase that reaches to `first` takes in the token before it as well."""
    token = first - 1
    before = token - 1
    if tree.pos[first] == "DET" and tree.lower[token] not in ("of", "for"):
        return False
    if tree.pos[first] == "NUM" and tree.pos[token] not in ("DET", "ADJ", "ADV"):
        return False
    if is_date(tree, token) or (tree.pos[token] == "NOUN" and tree.pos[first] in ("ADJ", "NUM")):
        return False
    if tree.tag[token] == "NNS" and (tree.pos[first] == "PROPN" or (before >= start and tree.pos[before] == "NUM")):
        return False  # "… foam came from their mouths doctors said"; "… killed 18 civilians bureau head Doe said"
    placed = tree.entity[token] in ("GPE", "LOC", "FAC") and tree.entity[first] != tree.entity[token]
    if placed and before >= start and tree.pos[before] == "ADP":
        return False  # the end of what was said: "… in the town of Norwick witnesses said"
    if tree.pos[token] in _NOMINAL or tree.tag[token] in ("PRP$", "HYPH") or tree.dep[token] == "amod":
        return True
    if before < start:
        return False
    capital = tree.text[tree.start[token]].isupper()  # "Doctors Without Borders"
    if tree.lower[token] in _INSIDE or (capital and tree.pos[token] == "ADP"):
        return tree.pos[before] in _NOMINAL
    return tree.lower[token] in _AT and tree.pos[before] == "NOUN" and may_speak(tree, before)


def cue_end(scene: Scene, verb: int) -> int:
    """The last token of the cue's clause: the verb with what follows it up to a comma or the sentence's end. Where
    commas are lost, a participle after the verb ("the source said stressing …") goes on to the end."""
    tree = scene.tree
    last = verb
    stop = tree.sentence_of(verb).stop
    if scene.commas_lost and verb + 1 < stop and tree.tag[verb + 1] == "VBG":
        return stop - 1 if tree.lower[stop - 1] not in _STOPS else stop - 2
    for token in range(verb + 1, stop):
        if tree.lower[token] in COMMAS or tree.lower[token] in _STOPS or tree.tag[token] in FINITE:
            break
        last = token
    return last
