"""Joins what the tagger and the rules found: one attribution a cue, with the best words of both.

The tagger knows better where content begins and ends and which cues there are; the rules know what a cue is (its
lemma, who is addressed, through whom, whether it is denied), tell joint sources apart, and see statements inside
statements, which the tagger was never shown. What only one of them found is kept if it is likely enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from counterclaim.annotate.located import Located
from counterclaim.annotate.speech.answers import answering
from counterclaim.annotate.speech.asides import GOING_ON
from counterclaim.annotate.speech.belief import Belief
from counterclaim.annotate.speech.cues import is_negated, relay, speaker, told
from counterclaim.annotate.speech.entries import lookup
from counterclaim.annotate.speech.finish import NAMING, in_order, parents_of
from counterclaim.annotate.speech.fronted import take_fronts
from counterclaim.annotate.speech.inner import may_be_heard
from counterclaim.annotate.speech.lexicon import NOUNS, VERBS, lemma_of
from counterclaim.annotate.speech.phrases import is_phrased
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.tagged import InTokens, in_tokens, is_inverted, source_of, sources_of
from counterclaim.annotate.speech.tree import FINITE, Tree
from counterclaim.annotate.speech.verbs import is_unrealised
from counterclaim.annotate.speech.whole import end_before_second_cues, keep_quotations_whole, keep_words_whole
from counterclaim.models.attribution.decode import Tagged
from counterclaim.models.attribution.trust import Signs, probability, weights
from counterclaim.models.attribution.windows import Pieces

_LONG = 60
#: Governors of a token that are looked at; more of them are a parse gone wrong.
_DEEPEST = 30
_MAY_BE_CONTENT = 0.3
#: Tokens by which two contents may differ to be all but the same.
_ALL_BUT_SAME = 2
#: What the form alone makes plain, and the articles that trust was fitted on hardly have. Set by hand.
_PLAIN = 0.6
_LABEL = ":"
_QUESTIONS = frozenset({"WRB", "WP", "WDT"})
#: What begins with one of these says when, and was not said: "has backed them since the war there".
_WHEN = frozenset("since until till after before during while when".split())
_ENDS = frozenset(".!?”\"’'»")
_HE = frozenset({"he", "she"})
#: What attacks, hits and fires, and says nothing.
_WEAPONS = frozenset(
    "jet warplane plane aircraft airplane helicopter drone rocket missile shell tank bomber gunboat warship".split()
)


@dataclass(slots=True)
class Candidate:
    """An attribution that may be told: the draft, what the signs are, and the draft of the rules it comes from."""

    draft: Draft
    signs: Signs
    ruled: Draft | None


def join(scene: Scene, ruled: Sequence[Draft], belief: Belief, pieces: Pieces, tagged: Sequence[Tagged]) -> list[Draft]:
    """The drafts worth telling, each with its confidence."""
    least = weights()[1]
    kept = []
    for candidate in candidates(scene, ruled, belief, pieces, tagged):
        plain = candidate.ruled is not None and _is_plain(scene, candidate.ruled)
        sure = max(probability(candidate.signs), _PLAIN if plain else 0.0)
        candidate.draft.confidence = round(sure, 4)
        if candidate.draft.confidence >= least:
            kept.append(candidate)
    told_now = _without_relays(scene, kept)
    take_fronts(scene, [candidate.draft for candidate in told_now], ruled)
    return _with_inner(scene, ruled, told_now)


def _without_relays(scene: Scene, kept: Sequence[Candidate]) -> list[Candidate]:
    """Of “…,” X said, according to Y, "X" is no content of Y's: Y is whom X's words came through."""
    left = []
    tells = Located(kept, lambda one: _telling(scene, one.draft))
    for one in kept:
        words = {token for token in one.draft.content if scene.tree.pos[token] != "PUNCT"}
        telling = [{id(other) for other in tells.at(scene.tree.start[token])} for token in words]
        others = tells.at(scene.tree.start[min(words)]) if words else []
        found = (o.draft for o in others if o is not one and all(id(o) in them for them in telling))
        outer = next(found, None)
        if outer is None:
            left.append(one)
        else:
            outer.via += tuple(source[0] for source in one.draft.sources)
    return left


def _telling(scene: Scene, draft: Draft) -> Iterator[tuple[int, int]]:
    """The stretches of text that are the cue or the source."""
    yield from ((scene.tree.start[token], scene.tree.end[token]) for token in draft.cue)
    yield from (piece for source in draft.sources for piece in source)


def candidates(
    scene: Scene, ruled: Sequence[Draft], belief: Belief, pieces: Pieces, tagged: Sequence[Tagged]
) -> list[Candidate]:
    """All that either of them found and that stands inside no other by the rules, with the signs for it."""
    # "X reported, citing Y": that Y said it to X is told by the parse, and "Y" is no content of X's.
    citing = {draft.head for draft in ruled if draft.within is not None}
    found = [one for one in (in_tokens(scene, one, pieces) for one in tagged) if one.cue and one.content]
    found = [one for one in found if not citing.intersection(one.cue)]
    outer = _outermost(scene, ruled)
    partner = _partners(found, ruled)
    seen = [partner[number].content if number in partner else set[int]() for number in range(len(found))]
    keep_quotations_whole(scene, [one.content for one in found], [one.cue for one in found], seen)
    owners = _owners(found)
    for number, draft in partner.items():
        end_before_second_cues(scene.tree, found[number].content, draft, ruled)
        if _rules_know(scene, draft, found[number]):
            for token in draft.content:
                for other in owners.get(token, ()):
                    if other != number:
                        found[other].content.discard(token)
    owners = _owners(found)
    made = []
    for number, one in enumerate(found):
        mate = partner.get(number)
        draft = _joined(scene, one, mate) if mate is not None else _from_tagger(scene, one)
        if mate is not None:
            _extend(draft, mate.content, belief, _taken(owners, partner, mate))
        if scene.pieces(draft.content) and (mate is not None or _is_said(scene.tree, draft)):
            made.append(Candidate(draft, _signs(scene, belief, draft, one, mate, []), mate))
    used = {id(mate) for mate in partner.values()}
    contents = [one.content for one in found]
    alone = (d for d in outer if id(d) not in used and not (d.head is None and any(d.content <= c for c in contents)))
    made += [Candidate(draft, _signs(scene, belief, draft, None, draft, contents), draft) for draft in alone]
    return made


def _outermost(scene: Scene, ruled: Sequence[Draft]) -> list[Draft]:
    ready = in_order(scene, ruled)
    return [draft for draft, parent in zip(ready, parents_of(ready), strict=True) if parent is None]


def _partners(found: Sequence[InTokens], ruled: Sequence[Draft]) -> dict[int, Draft]:
    """For what the tagger found, the draft of the rules with the same cue."""
    by_token: dict[int, Draft] = {}
    for draft in ruled:
        for token in (*draft.cue, *([draft.head] if draft.head is not None else [])):
            by_token.setdefault(token, draft)
    partner: dict[int, Draft] = {}
    taken: set[int] = set()
    for number, one in enumerate(found):
        mates = [by_token[token] for token in reversed(one.cue) if token in by_token]
        mate = max(mates, key=lambda draft: _jaccard(draft.content, one.content), default=None)
        if mate is not None and id(mate) not in taken:
            partner[number] = mate
            taken.add(id(mate))
    for number, one in enumerate(found):
        relayed = (d for d in ruled if d.via and d.head in one.content and id(d) not in taken)
        mate = next(relayed, None) if number not in partner else None
        if mate is not None:  # "quoted X as saying": the tagger's cue is "quoted", that of the rules "saying"
            partner[number] = mate
            taken.add(id(mate))
    return partner


def _is_plain(scene: Scene, draft: Draft) -> bool:
    """Whether the form says who speaks: "words: speaker", "the agency quoted X as saying", "…, X went on, …", "in X's
    words, “…”", "answer, says X", a headline."""
    if draft.lemma == _LABEL or draft.via or (draft.lemma in GOING_ON and draft.sources):
        return True
    head = draft.head
    if head is not None and answering(scene, head):
        return True
    if is_phrased(scene, draft) or _is_set_in(scene, draft):
        return True
    if draft.head is None and draft.sources:  # "She shook her head. “They took him.”"
        who = scene.tree.at(draft.sources[0][0][0])
        return scene.tree.lower[who] in _HE or scene.tree.entity[who] == "PERSON"
    start, end = scene.paragraphs[0]
    alone = len(scene.paragraphs) > 1 and scene.tree.text[end - 1] not in _ENDS
    return alone and all(start <= scene.tree.start[token] < end for token in draft.content)


def _is_said(tree: Tree, draft: Draft) -> bool:
    """Whether what only the tagger found was said: not what somebody is going to say, nor "asked why", nor when
    something was so, nor what weapons do."""
    tags = {tree.tag[token] for token in draft.content}
    when = tree.lower[min(draft.content, default=0)] in _WHEN and tags.isdisjoint(FINITE)
    said_by = (token for source in draft.sources for piece in source for token in tree.within(piece))
    armed = any(tree.lemma[token] in _WEAPONS for token in said_by)
    return not is_unrealised(tree, draft.head or 0) and not tags <= _QUESTIONS and not when and not armed


def _jaccard(one: set[int], other: set[int]) -> float:
    both = len(one | other)
    return len(one & other) / both if both else 0.0


def _joined(scene: Scene, one: InTokens, mate: Draft) -> Draft:
    """The tagger's words with what the rules know of the cue, and of where a name that something is given ends."""
    return Draft(
        head=mate.head,
        lemma=mate.lemma,
        cue=one.cue,
        content=(mate.content if _rules_know(scene, mate, one) else one.content).difference(one.cue),
        sources=sources_of(scene, one, mate),
        via=mate.via,
        addressee=mate.addressee,
        negated=mate.negated,
    )


def _is_set_in(scene: Scene, draft: Draft) -> bool:
    """Whether a cue with its source behind it is set into a clause: "The offer, said its president, was a joke"."""
    said, cue = draft.content, draft.cue
    if not said or not cue or min(said) > min(cue) or not is_inverted(scene.tree, draft) or scene.quoted_in(said):
        return False
    return any(token > max(cue) and scene.tree.tag[token] in FINITE for token in said)


def _rules_know(scene: Scene, mate: Draft, one: InTokens) -> bool:
    """Whether to take the content of the rules: they know its parts ("accused X *of* Y") where it is all but the same,
    and where it begins if something is called by a name ("dismissed it as “…”") or passed on ("quoted X as saying"), or
    is an answer without a verb."""
    if mate.head is not None and answering(scene, mate.head):
        return True
    if _is_set_in(scene, mate):
        return True
    all_but_same = len(mate.content ^ one.content) <= _ALL_BUT_SAME
    return all_but_same or ((mate.lemma.endswith(NAMING) or bool(mate.via)) and bool(mate.content & one.content))


def _owners(found: Sequence[InTokens]) -> dict[int, list[int]]:
    """For each token the numbers of what the tagger found that has it."""
    owners: dict[int, list[int]] = {}
    for number, one in enumerate(found):
        for token in one.content | {*one.cue, *one.source}:
            owners.setdefault(token, []).append(number)
    return owners


def _taken(owners: Mapping[int, Sequence[int]], partner: Mapping[int, Draft], mate: Draft) -> set[int]:
    """Which tokens of the content of `mate` the tagger gives to anybody, but for what somebody is said to have called
    something inside that content ("amid what he described as an “odd” silence"): that is part of what is said there."""

    def gives(number: int) -> bool:
        draft = partner.get(number)
        return draft is None or draft is mate or not (draft.lemma.endswith(NAMING) and draft.head in mate.content)

    return {token for token in mate.content if any(gives(number) for number in owners.get(token, ()))}


def _extend(draft: Draft, by_rules: set[int], belief: Belief, taken: Set[int]) -> None:
    """Adds what only the rules take for content, where the tagger thinks it may be and gives it to nobody else."""
    more = by_rules - taken
    if belief.mean("content", more) >= _MAY_BE_CONTENT:
        draft.content |= more


def _from_tagger(scene: Scene, one: InTokens) -> Draft:
    """An attribution that no rule found: its cue is read as the rules would."""
    tree = scene.tree
    verbs = [token for token in one.cue if tree.pos[token] in ("VERB", "AUX")]
    inside = set(one.cue)
    tops = [token for token in verbs if tree.head[token] not in inside] or verbs
    head = next((token for token in reversed(tops) if tree.pos[token] == "VERB"), tops[-1] if tops else one.cue[-1])
    who = speaker(scene, head) if verbs else None
    sources = source_of(scene, one)
    return Draft(
        head=head,
        lemma=lookup(tree, head)[0],
        cue=one.cue,
        content=one.content.difference(one.cue),
        sources=sources,
        via=relay(tree, head, who) if verbs else (),
        addressee=told(tree, head) if verbs else (),
        negated=bool(verbs) and is_negated(tree, head),
    )


def _signs(
    scene: Scene, belief: Belief, draft: Draft, one: InTokens | None, mate: Draft | None, others: Sequence[set[int]]
) -> Signs:
    source = [token for whole in draft.sources for piece in whole for token in scene.tree.within(piece)]
    content = draft.content
    quoted = sum(scene.quotation_of[token] >= 0 for token in content)
    mates_source = {
        token for whole in (mate.sources if mate else ()) for piece in whole for token in scene.tree.within(piece)
    }
    return Signs(
        cue=belief.best("cue", draft.cue),
        source=belief.best("source", source),
        content=belief.mean("content", content),
        binding=one.found.content_probability if one else 0.0,
        tagged=float(one is not None),
        ruled=float(mate is not None),
        alike=_jaccard(mate.content, one.content) if mate and one else 0.0,
        same_source=float(
            one is not None and (bool(mates_source & set(one.source)) or not (mates_source or one.source))
        ),
        named=float(bool(source)),
        quoted=quoted / len(content),
        long=min(1.0, len(content) / _LONG),
        rival=max((len(content & other) / len(content) for other in others), default=0.0),
        **_signs_of_parse(scene.tree, draft, source),
    )


def _signs_of_parse(tree: Tree, draft: Draft, source: Sequence[int]) -> dict[str, float]:
    """What the parse says of an attribution: see `Signs`."""
    cue = {*draft.cue, *([draft.head] if draft.head is not None else [])}
    hanging = sum(any(above in cue for above in islice(tree.ancestors(token), _DEEPEST)) for token in draft.content)
    words = {lemma_of(tree.lemma[token]) for token in cue}
    sentences = {tree.sentence[token] for token in draft.content}
    return {
        "governed": hanging / len(draft.content),
        "subject": float(any(tree.head[token] in cue for token in source)),
        "listed": float(any(word in VERBS or word in NOUNS for word in words)),
        "near": float(any(tree.sentence[token] in sentences for token in cue)),
    }


def _with_inner(scene: Scene, ruled: Sequence[Draft], kept: Sequence[Candidate]) -> list[Draft]:
    """What is kept, with the rules' statements inside statements that lie in it."""
    told_now = [candidate.draft for candidate in kept]
    used = {id(candidate.ruled) for candidate in kept if candidate.ruled is not None}
    stands_for = {id(candidate.ruled): candidate.draft for candidate in kept if candidate.ruled is not None}
    ready = in_order(scene, ruled)
    parents = parents_of(ready)
    inner = []
    for draft, parent in zip(ready, parents, strict=True):
        if parent is not None and id(draft) in used:
            _pass_on(draft, ready[parent], stands_for)
        if parent is None or id(draft) in used or not may_be_heard(scene, draft):
            continue
        if draft.within is not None and id(draft.within) in stands_for:
            draft.within = stands_for[id(draft.within)]
            inner.append(draft)
            continue
        holders = [one for one in told_now if draft.head in one.content and _mostly_in(draft, one)]
        if holders:
            inner.append(draft)
    for draft in inner:
        outside = next((one for one in told_now if one is draft.within or draft.head in one.content), None)
        if outside is not None and outside.confidence is not None:
            draft.confidence = round(outside.confidence * INNER, 4)
    for draft in (*told_now, *inner):
        keep_words_whole(scene.tree, draft.content, draft.cue)
    return [*told_now, *inner]


def _pass_on(draft: Draft, outer: Draft, stands_for: dict[int, Draft]) -> None:
    """Of “…,” X said, according to Y, where the tagger knows only X: Y is whom it came through."""
    own = draft.content.union(draft.cue)
    if id(outer) not in stands_for and len(own & outer.content) * 2 >= len(outer.content):
        stands_for[id(draft)].via += tuple(source[0] for source in outer.sources)


#: How often a statement inside another is right where the outer one is.
INNER = 0.8


def _mostly_in(draft: Draft, outer: Draft) -> bool:
    return len(draft.content & outer.content) * 2 >= len(draft.content)
