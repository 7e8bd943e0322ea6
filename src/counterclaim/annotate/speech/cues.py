"""What every rule asks of a cue: whether it is one, its words, its subject, who was told, and through whom."""

from __future__ import annotations

from collections.abc import Set

from counterclaim.annotate.speech.lexicon import VERBS, lemma_of
from counterclaim.annotate.speech.scene import Scene
from counterclaim.annotate.speech.sources import agent, relayed_by, source_pieces, subject
from counterclaim.annotate.speech.tree import Piece, Tree

_CONNECTIVES = frozenset("however meanwhile therefore thus nevertheless moreover furthermore".split())
_NEGATIONS = frozenset({"never", "not", "n't", "n’t", "nt"})
_NOT_SAYING = frozenset({"refuse", "decline", "fail"})
#: "quoted X as saying": the subject of these passes on what another said.
_RELAYS = frozenset({"quote", "cite", "report"})


def is_name(tree: Tree, token: int) -> bool:
    """Whether a verb form is really a name ("Mary Said"): capitalised, after a capitalised word, before one that
    is not."""
    text = tree.text
    if token == 0 or not text[tree.start[token]].isupper() or tree.sentence[token] != tree.sentence[token - 1]:
        return False
    following = token + 1
    if following >= tree.size or tree.sentence[following] != tree.sentence[token]:
        return False
    return text[tree.start[following]].islower() and text[tree.start[token - 1]].isupper()


def quoted_speaker(tree: Tree, verb: int) -> tuple[int, int] | None:
    """Of "the agency quoted the minister as saying": who is quoted, and the verb "saying"; None elsewhere."""
    if lemma_of(tree.lemma[verb]) not in _RELAYS:
        return None
    as_ = next((child for child in tree.dependents(verb, "prep") if tree.lower[child] == "as" and child > verb), None)
    saying = tree.dependent(as_, "pcomp") if as_ is not None else None
    cited = tree.dependent(verb, "nsubjpass") or tree.dependent(verb, "dobj")
    if saying is None or tree.tag[saying] != "VBG" or cited is None:
        return None
    return cited, saying


def speaker(scene: Scene, verb: int) -> int | None:
    """The head of a verb's subject, if it stands in the same voice: in the same quotation or outside of all."""
    quoting = quoted_speaker(scene.tree, verb)
    who = quoting[0] if quoting is not None else subject(scene.tree, verb)
    if who is not None and scene.quotation_of[who] != scene.quotation_of[verb]:
        return None
    return who


def cue_tokens(tree: Tree, verb: int, more: list[int]) -> list[int]:
    """The verb with its auxiliaries, negation and particle, adverbs right before it, and `more`."""
    cue = {verb, *more}
    quoting = quoted_speaker(tree, verb)
    if quoting is not None:
        cue.update((quoting[1], tree.head[quoting[1]]))
    cue.update(tree.dependents(verb, "aux", "auxpass", "neg", "prt"))
    before = verb - 1
    while before >= 0 and tree.head[before] == verb and tree.dep[before] in ("advmod", "aux", "auxpass", "neg"):
        if tree.lower[before] not in _CONNECTIVES:
            cue.add(before)
        before -= 1
    return sorted(cue)


def is_negated(tree: Tree, verb: int) -> bool:
    """Whether it is said that it was not said: "did not say", "never said", "without saying", "declined to say"."""
    before = (child for child in tree.children[verb] if child < verb)
    if any(tree.dep[child] == "neg" or tree.lower[child] in _NEGATIONS for child in before):
        return True
    if any(tree.lower[aux - 1] == "nor" for aux in tree.dependents(verb, "aux") if aux):
        return True  # "Nor do the two agree on …"
    head = tree.head[verb]
    if tree.dep[verb] == "pcomp" and tree.lower[head] == "without":
        return True
    return tree.dep[verb] == "xcomp" and tree.lemma[head] in _NOT_SAYING


def before_colon(scene: Scene, cue: int, content: Set[int]) -> set[int]:
    """What of a content stands before the colon that the cue's clause opens behind: "The mayor did not agree: he said
    the road was open"."""
    tree = scene.tree
    sentence = tree.sentence_of(cue)
    colon = max((k for k in sentence if k < cue and tree.lower[k] == ":" and scene.quotation_of[k] < 0), default=None)
    if colon is None or not content or max(content) < cue or not content.isdisjoint(range(colon + 1, cue)):
        return set()
    return {token for token in content if sentence.start <= token <= colon}


def told(tree: Tree, cue: int) -> tuple[Piece, ...]:
    """Who is told: the object of "told"."""
    entry = VERBS.get(lemma_of(tree.lemma[cue]))
    if entry is None or "whom" not in entry.frames:
        return ()
    return tuple(extent(tree, child) for child in tree.dependents(cue, "dobj", "dative") if child > cue)


def relay(tree: Tree, verb: int, who: int | None) -> tuple[Piece, ...]:
    """Whom the words came through: "the agency quoted him as saying", "in a statement carried by the agency"."""
    preposition = tree.head[verb]
    if tree.dep[verb] == "pcomp" and tree.lower[preposition] == "as":
        quoting = tree.head[preposition]
        if lemma_of(tree.lemma[quoting]) in _RELAYS:
            is_passive = tree.dependent(quoting, "auxpass", "nsubjpass") is not None
            through = agent(tree, quoting) if is_passive else subject(tree, quoting)
            return (extent(tree, through),) if through is not None and through != who else ()
    relaying = quoted_speaker(tree, verb)
    if relaying is not None:
        is_passive = tree.dependent(verb, "auxpass", "nsubjpass") is not None
        passing = (agent(tree, verb) or agent(tree, relaying[1])) if is_passive else subject(tree, verb)
        return (extent(tree, passing),) if passing is not None else ()
    through = relayed_by(tree, verb, who)
    return (extent(tree, through),) if through is not None else ()


def extent(tree: Tree, head: int) -> Piece:
    """A noun phrase, joint or not, as one stretch of text."""
    sources = source_pieces(tree, head)
    if not sources:
        return tree.start[head], tree.end[head]
    return sources[0][0][0], sources[-1][-1][1]


def run_as_source(tree: Tree, run: range) -> tuple[tuple[Piece, ...], ...]:
    """A run of tokens as one source."""
    return (((tree.start[run.start], tree.end[run.stop - 1]),),)
