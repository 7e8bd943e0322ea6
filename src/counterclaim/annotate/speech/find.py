"""From the rules' findings to attributions in the order of the text, each with what it stands inside of."""

from __future__ import annotations

import re

from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.speech.attribution import Attribution
from counterclaim.annotate.speech.continued import continue_quotations
from counterclaim.annotate.speech.phrases import headline_draft, phrase_drafts
from counterclaim.annotate.speech.quotations import find_quotations
from counterclaim.annotate.speech.quoted import adjacent_draft, bind
from counterclaim.annotate.speech.repair import repair
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.tree import Piece, Tree
from counterclaim.annotate.speech.verbs import verb_draft
from counterclaim.records import Manner

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def find_speech(parsed: Parsed) -> list[Attribution]:
    """The attributions of a report, in the order in which their contents begin."""
    scene = read_scene(parsed)
    drafts = _drafts(scene)
    return _finish(scene, drafts)


def read_scene(parsed: Parsed) -> Scene:
    tree = Tree(parsed.doc)
    repair(tree)
    live = [False] * tree.size
    for sentence in parsed.sentences:
        live[sentence.start : sentence.end] = [True] * (sentence.end - sentence.start)
    paragraphs = []
    for line in _LINE.finditer(tree.text):
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        end = line.start() + len(line[0].rstrip())
        token = tree.at(start)
        if token < tree.size and live[token]:
            paragraphs.append((start, end))
    return Scene(tree, find_quotations(tree.text, paragraphs), paragraphs, live)


def _drafts(scene: Scene) -> list[Draft]:
    tree = scene.tree
    following, preceding = bind(scene)
    led: dict[int, list[int]] = {}
    for number, cue in preceding.items():
        led.setdefault(cue, []).append(number)
    drafts = []
    for token in range(tree.size):
        if tree.pos[token] not in ("VERB", "AUX") or not scene.live[token]:
            continue
        draft = verb_draft(scene, token)
        if draft is not None:
            _fit_quotations(scene, draft)
        if token in following:
            drafts.append(_with_following(scene, token, following[token], draft))
        elif token in led:
            drafts.append(_with_leading(scene, token, led[token], draft))
        elif draft is not None:
            drafts.append(draft)
    for draft in phrase_drafts(scene):
        _fit_quotations(scene, draft)
        drafts.append(draft)
    if scene.paragraphs:
        headline = headline_draft(scene, scene.paragraphs[0])
        if headline is not None:
            drafts.append(headline)
    drafts += continue_quotations(scene, drafts)
    return drafts


def _with_following(scene, cue, numbers, draft):
    adjacent = adjacent_draft(scene, cue, numbers, after=True)
    if draft is None:
        return adjacent
    last = scene.ranges[numbers[-1]]
    if not draft.content & set(last) or _stands_alone(scene, numbers[-1]):
        draft.content = adjacent.content
    draft.content |= adjacent.content
    if not draft.sources or adjacent.sources != draft.sources:
        draft.sources = adjacent.sources or draft.sources
    return draft


def _with_leading(scene, cue, numbers, draft):
    if draft is None:
        return adjacent_draft(scene, cue, numbers, after=False)
    for number in numbers:
        draft.content.update(scene.ranges[number])
    return draft


def _stands_alone(scene: Scene, number: int) -> bool:
    """Whether a quotation begins where a sentence or paragraph does."""
    start = scene.ranges[number].start
    return start == 0 or scene.tree.sentence[start] != scene.tree.sentence[start - 1] or any(scene.quotations[number].start == p[0] for p in scene.paragraphs)


def _fit_quotations(scene: Scene, draft: Draft) -> None:
    """Content may not leave the quotation its cue is in, and takes whole what it has of any other."""
    own = scene.quotation_of[draft.head]
    if own >= 0:
        draft.content.intersection_update(scene.ranges[own])
        return
    for number in {scene.quotation_of[token] for token in draft.content} - {-1}:
        draft.content.update(scene.ranges[number])


def _finish(scene: Scene, drafts: list[Draft]) -> list[Attribution]:
    found = []
    for draft in drafts:
        pieces = scene.pieces(draft.content)
        if pieces:
            found.append((pieces, scene.pieces(draft.cue), draft))
    found.sort(key=lambda f: (f[0][0][0], -f[0][-1][1], f[2].head))
    parents = [_parent(i, [(p, c, d.content, d) for p, c, d in found]) for i in range(len(found))]
    return [
        Attribution(
            sources=draft.sources,
            via=draft.via or _chain(i, parents, found),
            addressee=draft.addressee,
            cue=cue,
            cue_lemma=draft.lemma,
            content=pieces,
            manner=_manner(scene, pieces),
            parent=parents[i],
            negated=draft.negated,
        )
        for i, (pieces, cue, draft) in enumerate(found)
    ]


def _parent(i, found):
    _, _, content, draft = found[i]
    best = None
    for j, (_, _, other, d) in enumerate(found):
        if j == i or draft.head not in other:
            continue
        if len(content - other) > len(content) / 2:
            continue
        if best is None or len(other) < len(found[best][2]):
            best = j
    return best


def _chain(i, parents, found):
    out = []
    p = parents[i]
    while p is not None and len(out) < 8:
        out += [s[0] for s in found[p][2].sources]
        p = parents[p]
    return tuple(out)


def _manner(scene: Scene, pieces: tuple[Piece, ...]) -> Manner:
    inside = outside = 0
    for start, end in pieces:
        quoted = 0
        for q in scene.quotations:
            quoted += max(0, min(end, q.end) - max(start, q.start))
        inside += quoted
        outside += end - start - quoted
    if not inside:
        return Manner.INDIRECT
    return Manner.MIXED if outside > 3 else Manner.DIRECT
