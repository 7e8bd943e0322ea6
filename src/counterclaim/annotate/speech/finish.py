"""From drafts to attributions: in the order of the text, each with what it stands inside of and how it is told."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.annotate.speech.attribution import Attribution
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.tree import Piece
from counterclaim.records import Manner

#: How the lemmas of cues end that call something by a name ("describe as").
NAMING = " as"
_LONGEST_CHAIN = 8


def finish(scene: Scene, drafts: Iterable[Draft]) -> list[Attribution]:
    """The attributions of a report, in the order in which their contents begin; parents before what they hold."""
    ready = in_order(scene, drafts)
    parents = parents_of(ready)
    return [_attribution(scene, number, ready, parents) for number in range(len(ready))]


def in_order(scene: Scene, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts that hold words, in the order in which their contents begin. Marks at the edges of a content are no
    part of it, so that its first token need not be where it begins."""
    ready = [(pieces, draft) for draft in drafts if (pieces := scene.pieces(draft.content))]
    ready.sort(
        key=lambda one: (
            one[0][0][0],
            -one[0][-1][1],
            one[1].within is not None,
            -1 if one[1].head is None else one[1].head,
        )
    )
    return [draft for _, draft in ready]


def parents_of(drafts: list[Draft]) -> list[int | None]:
    """For each attribution the smallest one whose content holds its cue and at least half of its content. That one
    comes earlier in the list, so that nothing can stand inside itself."""
    at_token: dict[int, list[int]] = {}
    place = {id(draft): number for number, draft in enumerate(drafts)}
    for number, draft in enumerate(drafts):
        if draft.head is not None:
            at_token.setdefault(draft.head, []).append(number)
    parents: list[int | None] = [None] * len(drafts)
    for outer, candidate in enumerate(drafts):
        for inner in (n for token in candidate.content for n in at_token.get(token, ()) if n > outer):
            best = parents[inner]
            content = drafts[inner].content
            shared = len(content & candidate.content) * 2 >= len(content)
            if shared and (best is None or len(candidate.content) < len(drafts[best].content)):
                parents[inner] = outer
    for number, draft in enumerate(drafts):
        if draft.within is not None and place.get(id(draft.within), number) < number:
            parents[number] = place[id(draft.within)]
    return parents


def _attribution(scene: Scene, number: int, drafts: list[Draft], parents: list[int | None]) -> Attribution:
    draft = drafts[number]
    quoted = draft.head is not None and scene.quotation_of[draft.head] >= 0
    return Attribution(
        sources=draft.sources if quoted else tuple(scene.outside_quotations(source) for source in draft.sources),
        via=_chain(scene, number, drafts, parents),
        addressee=draft.addressee,
        cue=scene.pieces(draft.cue) or tuple((scene.tree.start[k], scene.tree.end[k]) for k in draft.cue),
        cue_lemma=draft.lemma,
        content=scene.pieces(draft.content),
        manner=_manner(scene, number, drafts),
        parent=parents[number],
        negated=draft.negated,
        confidence=draft.confidence,
    )


def _chain(scene: Scene, number: int, drafts: list[Draft], parents: list[int | None]) -> tuple[Piece, ...]:
    """Whom the words came through, nearest the speaker first: the relay, then the sources of what this stands in.
    Nobody stands in it twice, nor as a relay of his own words."""
    text = scene.tree.text
    named = {text[start:end] for source in drafts[number].sources for start, end in source[:1]}
    through = list(drafts[number].via)
    above = parents[number]
    for _ in range(_LONGEST_CHAIN):
        if above is None:
            break
        through += [source[0] for source in drafts[above].sources]
        through += drafts[above].via
        above = parents[above]
    chain = []
    for start, end in through:
        if text[start:end] not in named:
            named.add(text[start:end])
            chain.append((start, end))
    return tuple(chain)


def _manner(scene: Scene, number: int, drafts: list[Draft]) -> Manner:
    """Direct if all words of the content are quoted; mixed if some are, other than as what something is called ("amid
    what he described as an “odd” silence"). One word in marks among many is no quotation either ("threatened to open a
    “corridor” through the hills")."""
    tree = scene.tree
    words = [token for token in drafts[number].content if tree.pos[token] not in ("PUNCT", "SPACE", "CCONJ")]
    quoted = {token for token in words if scene.quotation_of[token] >= 0}
    if len(quoted) == len(words):
        return Manner.DIRECT
    for inner in drafts[number + 1 :]:
        if quoted and inner.lemma.endswith(NAMING) and inner.head in drafts[number].content:
            quoted -= inner.content
    return Manner.MIXED if len(quoted) > 1 or len(quoted) * 2 >= len(words) else Manner.INDIRECT
