"""What the tagger found, as tokens of the scene, and whose words it takes them for beside what the rules say."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.annotate.speech.people import may_speak
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import RELATIVES, antecedent, source_pieces
from counterclaim.annotate.speech.tree import FINITE, Piece, Tree
from counterclaim.models.attribution.decode import Tagged
from counterclaim.models.attribution.windows import Pieces

_SURE_OF_SOURCE = 0.7
#: Words that name nobody on their own.
_NAMELESS = frozenset({"DET", "ADP", "AUX", "CCONJ", "PART", "PUNCT", "SCONJ", "SPACE"})
_ACCORDING = "according to"
_QUESTIONS = frozenset({"WRB", "WP", "WDT"})


@dataclass(frozen=True, slots=True)
class InTokens:
    """What the tagger found, as tokens of the scene."""

    found: Tagged
    cue: list[int]
    source: list[int]
    content: set[int]


def in_tokens(scene: Scene, one: Tagged, pieces: Pieces) -> InTokens:
    """The tokens of what the tagger found; it reads also what is not annotated, and that is left out."""

    def tokens(run: tuple[int, int] | None) -> list[int]:
        return sorted({token for token in pieces.tokens[slice(*run)] if scene.live[token]}) if run else []

    cue = tokens(one.cue)
    content = {token for run in one.content for token in tokens(run)}
    if cue:
        content = _in_reach(scene, cue[0], content)
    return InTokens(one, cue, tokens(one.source), content)


def _in_reach(scene: Scene, cue: int, content: set[int]) -> set[int]:
    """Content as far as it lies in the paragraph of its cue, or in quotation marks: only these go on behind one. A
    quotation that ends with the paragraph before is not what a new one begins to tell of."""
    start, end = scene.paragraph_at(scene.tree.start[cue])

    def reaches(token: int) -> bool:
        number = scene.quotation_of[token]
        if number >= 0 and scene.tree.start[token] < start:
            return scene.quotations[number].continues
        return number >= 0 or start <= scene.tree.start[token] < end

    return {token for token in content if reaches(token)}


def sources_of(scene: Scene, one: InTokens, mate: Draft) -> tuple[tuple[Piece, ...], ...]:
    """The rules' source where it shares a word with the tagger's, or the tagger has none, is not sure of it, or takes
    who is told, or who passes on, for who tells; else the tagger's."""
    if not one.source:
        return mate.sources
    tagged = set(one.source)
    by_rules = {token for source in mate.sources for piece in source for token in scene.tree.within(piece)}
    told_to = {token for piece in (*mate.addressee, *mate.via) for token in scene.tree.within(piece)}
    cue_sentences = {scene.tree.sentence[token] for token in mate.cue}
    elsewhere = cue_sentences.isdisjoint(scene.tree.sentence[token] for token in tagged)
    here = not cue_sentences.isdisjoint(scene.tree.sentence[token] for token in by_rules)
    if is_inverted(scene.tree, mate) and max(tagged) < min(mate.cue):
        return mate.sources
    against = scene.tree.pos[one.source[0]] == "NUM" and mate.lemma == _ACCORDING and bool(by_rules)
    if tagged & by_rules or (elsewhere and here) or against:  # "according to nurses, six more than first reported"
        return mate.sources
    if by_rules and (one.found.source_probability < _SURE_OF_SOURCE or tagged <= told_to):
        return mate.sources
    return source_of(scene, one)


def is_inverted(tree: Tree, draft: Draft) -> bool:
    """Whether "said" stands behind a comma with its source right after it: "The offer, said its president, was …"."""
    if draft.head is None or not draft.sources or not draft.cue:
        return False
    if tree.tag[draft.head] not in FINITE or tree.lemma[draft.head] != "say":
        return False
    first, behind = min(draft.cue), max(draft.cue) + 1
    source = min(piece[0] for pieces in draft.sources for piece in pieces)
    return first > 0 and tree.lower[first - 1] == "," and behind < tree.size and source == tree.start[behind]


def source_of(scene: Scene, one: InTokens) -> tuple[tuple[Piece, ...], ...]:
    """The tagger's source, as the rules would cut it: by its head, one item for each that is joined by "and"."""
    tree = scene.tree
    inside = set(one.source)
    if all(tree.pos[token] in _NAMELESS and not may_speak(tree, token) for token in inside):
        return ()
    head = next((token for token in one.source if tree.head[token] not in inside), one.source[0])
    whole = ((tree.start[one.source[0]], tree.end[one.source[-1]]),)
    if tree.pos[head] not in ("NOUN", "PROPN", "PRON"):
        return (whole,)
    if tree.lower[head] in RELATIVES and tree.tag[head] in _QUESTIONS and antecedent(tree, head) is None:
        return ()
    cut = source_pieces(tree, head)
    fits = cut and all(set(tree.within(piece)) <= inside for source in cut for piece in source)
    return cut if fits and len(cut) > 1 else (whole,)
