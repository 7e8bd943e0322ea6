"""What the rules find: attributions in the order of the text, each with what it stands inside of."""

from __future__ import annotations

from counterclaim.annotate.speech.attribution import Attribution
from counterclaim.annotate.speech.continued import continue_quotations
from counterclaim.annotate.speech.people import may_testify
from counterclaim.annotate.speech.phrases import headline_draft, phrase_drafts
from counterclaim.annotate.speech.quoted import bind, with_quotations
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import source_pieces
from counterclaim.annotate.speech.tree import Piece
from counterclaim.annotate.speech.verbs import verb_draft
from counterclaim.records import Manner

#: "reported heavy losses, citing a military source": who is cited is the speaker.
_CITING = frozenset({"cite", "quote"})
#: How the lemmas of cues end that call something by a name ("describe as").
_NAMING = " as"
_LONGEST_CHAIN = 8


def by_rules(scene: Scene) -> list[Attribution]:
    """The attributions of a report, in the order in which their contents begin; parents before what they hold."""
    drafts = [draft for draft in _drafts(scene) if scene.pieces(draft.content)]
    drafts.sort(key=lambda d: (min(d.content), -max(d.content), d.within is not None, -1 if d.head is None else d.head))
    parents = _parents(drafts)
    return [_attribution(scene, number, drafts, parents) for number in range(len(drafts))]


def _drafts(scene: Scene) -> list[Draft]:
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
    if draft.lemma.endswith(_NAMING):
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


def _parents(drafts: list[Draft]) -> list[int | None]:
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
        if quoted and inner.lemma.endswith(_NAMING) and inner.head in drafts[number].content:
            quoted -= inner.content
    return Manner.MIXED if len(quoted) > 1 or len(quoted) * 2 >= len(words) else Manner.INDIRECT
