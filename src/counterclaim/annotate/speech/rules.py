"""What the rules find: each of them in turn, then what holds for all that was found."""

from __future__ import annotations

from counterclaim.annotate.speech.continued import continue_quotations
from counterclaim.annotate.speech.finish import NAMING
from counterclaim.annotate.speech.people import may_testify
from counterclaim.annotate.speech.phrases import headline_draft, phrase_drafts
from counterclaim.annotate.speech.quoted import bind, with_quotations
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import source_pieces
from counterclaim.annotate.speech.verbs import verb_draft

#: "reported heavy losses, citing a military source": who is cited is the speaker.
_CITING = frozenset({"cite", "quote"})


def by_rules(scene: Scene) -> list[Draft]:
    """What each rule finds: verbs with the quotations beside them, phrases, a headline, quotations that go on."""
    tree = scene.tree
    bonds = bind(scene)
    drafts = []
    for token in range(tree.size):
        if tree.pos[token] not in ("VERB", "AUX") or not scene.live[token]:
            continue
        draft = verb_draft(scene, token)
        if draft is not None:
            _fit_quotations(scene, draft)
        draft = with_quotations(scene, token, bonds, draft)
        if draft is not None:
            drafts.append(draft)
    for draft in phrase_drafts(scene):
        _fit_quotations(scene, draft)
        drafts.append(draft)
    headline = headline_draft(scene, scene.paragraphs[0]) if scene.paragraphs else None
    if headline is not None:
        drafts.append(headline)
    drafts += continue_quotations(scene, drafts)
    _turn_to_cited(scene, drafts)
    return drafts


def _fit_quotations(scene: Scene, draft: Draft) -> None:
    """Content may not leave the quotation its cue is in, and takes whole what it has of any other."""
    own = scene.quotation_of[draft.head] if draft.head is not None else -1
    if own >= 0:
        draft.content.intersection_update(scene.ranges[own])
        return
    for number in scene.quoted_in(draft.content):
        draft.content.update(scene.ranges[number])
    if draft.lemma.endswith(NAMING):
        _end_with_name(scene, draft)


def _end_with_name(scene: Scene, draft: Draft) -> None:
    """Of "launched what it described as a “counteroffensive” along the front", the front is no part of the name."""
    named = sorted(token for token in draft.content if token > max(draft.cue))
    opening = next((token for token in named[:2] if scene.quotation_of[token] >= 0), None)
    if opening is not None:
        end = scene.ranges[scene.quotation_of[opening]].stop
        draft.content.difference_update(token for token in named if token >= end)


def _turn_to_cited(scene: Scene, drafts: list[Draft]) -> None:
    """Of "X reported Y, citing Z" make two attributions of Y: to X, and inside of it to Z, through X."""
    tree = scene.tree
    by_head = {draft.head: draft for draft in drafts}
    for draft in drafts:
        if draft.head is None or draft.lemma not in _CITING or tree.tag[draft.head] != "VBG":
            continue
        outer = by_head.get(tree.head[draft.head])
        cited = tree.dependent(draft.head, "dobj")
        if outer is None or outer is draft or outer.within is not None or cited is None or not may_testify(tree, cited):
            continue
        sources = source_pieces(tree, cited)
        if sources:
            draft.content = outer.content.difference(tree.subtree(draft.head))
            draft.sources = sources
            draft.within = outer
