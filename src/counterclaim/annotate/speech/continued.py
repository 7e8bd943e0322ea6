"""Quotations without a cue of their own: they go on with what was quoted before, or follow their speaker.

In PolNeAR's training articles, of 1,330 such quotations that follow another sentence in their paragraph, 1,271 go
on with the attribution before them; of 200 that begin a paragraph, 89 go on with that of the paragraph before.
"""

from __future__ import annotations

from bisect import bisect_left

from counterclaim.annotate.speech.people import may_speak
from counterclaim.annotate.speech.quoted import label_draft
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import source_pieces

_ENDS = frozenset('.?!,:;…"”’»') | {"''", "...", "and", "but"}
#: A quotation that begins a paragraph, without a cue, is a statement only from this many words on: shorter ones
#: are headings and captions.
_SHORTEST = 8


def continue_quotations(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Add each quotation that nobody has to the attribution it goes on with. Returns the attributions that are new."""
    owner: dict[int, Draft] = {}
    for draft in drafts:
        if draft.head is not None and scene.quotation_of[draft.head] < 0:
            for number in scene.quoted_in(draft.content):
                owner.setdefault(number, draft)
    known = list(drafts)
    for number in range(len(scene.quotations)):
        if number in owner:
            continue
        found = label_draft(scene, number)
        if found is None and _is_whole(scene, number):
            before = _token_before(scene, number)
            if before is not None:
                found = _in_paragraph(scene, number, before, drafts, owner)
            elif scene.quotations[number].start == scene.paragraph_of(number)[0]:
                found = _across(scene, number, drafts, owner)
        if found is None and scene.quotations[number].continues:
            found = owner.get(number + 1)
        if found is None:
            continue
        owner[number] = found
        if any(found is draft for draft in known):
            found.content.update(scene.ranges[number])
        else:
            known.append(found)
    return known[len(drafts) :]


def _is_whole(scene: Scene, number: int) -> bool:
    """Whether a quotation is a sentence or more by itself: nothing of a sentence follows it."""
    tree = scene.tree
    after = scene.ranges[number].stop
    while after < tree.size and tree.lower[after] in {".", ",", "-", "–"}:
        after += 1
    if after >= tree.size or tree.start[after] >= scene.paragraph_of(number)[1] or scene.quotation_of[after] >= 0:
        return True
    return scene.last_character(number) in ".?!…" and not tree.text[tree.start[after]].islower()


def _token_before(scene: Scene, number: int) -> int | None:
    """The last token before a quotation in its paragraph."""
    tree = scene.tree
    before = scene.ranges[number].start - 1
    while before >= 0 and tree.pos[before] == "SPACE":
        before -= 1
    return before if before >= 0 and tree.start[before] >= scene.paragraph_of(number)[0] else None


def _in_paragraph(scene: Scene, number: int, before: int, drafts: list[Draft], owner: dict[int, Draft]) -> Draft | None:
    """The attribution that ends right before a quotation, or a new one of the speaker whom that sentence names."""
    tree = scene.tree
    first = scene.ranges[number].start
    new_sentence = tree.sentence[before] != tree.sentence[first]
    if tree.lower[before] not in _ENDS and not new_sentence:
        return None
    if scene.quotation_of[before] >= 0:
        return owner.get(scene.quotation_of[before])
    sentence = tree.sentence_of(before)
    best: Draft | None = None
    for draft in drafts:
        if draft.head is None or draft.head not in sentence or draft.head >= first:
            continue
        if scene.quotation_of[draft.head] < 0 and (best is None or _rank(scene, draft) > _rank(scene, best)):
            best = draft
    if best is not None or not new_sentence:
        return best
    root = next((k for k in sentence if tree.head[k] == k and scene.quotation_of[k] < 0), None)
    who = tree.dependent(root, "nsubj") if root is not None else None
    if who is None or not may_speak(tree, who):
        return None
    return Draft(None, "", [], set(scene.ranges[number]), source_pieces(tree, who))


def _rank(scene: Scene, draft: Draft) -> tuple[bool, int]:
    """Attributions that already quote come first, then outer ones (whose cue is nearer to the root)."""
    depth = sum(1 for _ in scene.tree.ancestors(draft.head)) if draft.head is not None else 0
    return bool(scene.quoted_in(draft.content)), -depth


def _across(scene: Scene, number: int, drafts: list[Draft], owner: dict[int, Draft]) -> Draft | None:
    """The attribution of the paragraph before, for a quotation that makes up a paragraph."""
    position = bisect_left(scene.paragraphs, scene.paragraph_of(number))
    if not position:
        return None
    start, end = scene.paragraphs[position - 1]
    earlier = [n for n in range(number) if start <= scene.quotations[n].start < end]
    if earlier and earlier[-1] in owner:
        last = scene.quotations[earlier[-1]]
        if last.continues or (last.end >= end - 1 and scene.last_character(earlier[-1]) != "?"):
            return owner[earlier[-1]]
    if len(scene.ranges[number]) < _SHORTEST:
        return None
    speaker: Draft | None = None
    for draft in drafts:
        if draft.head is None or scene.quotation_of[draft.head] >= 0 or not start <= scene.tree.start[draft.head] < end:
            continue
        if speaker is None or scene.tree.dep[draft.head] == "ROOT":
            speaker = draft
    if speaker is None or not speaker.sources:
        return None
    return Draft(None, "", [], set(scene.ranges[number]), speaker.sources)
