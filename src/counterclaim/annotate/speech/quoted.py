"""Quotations and the cues beside them: the order of the words tells more here than a parse of somebody's speech.

A quotation belongs to the cue that follows it ("…," he said) or precedes it (he said: "…"; NAME: "…").
`continued.py` looks after those that have no cue.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from counterclaim.annotate.speech.asides import source_after, source_before
from counterclaim.annotate.speech.cues import (
    cue_tokens,
    is_name,
    is_negated,
    quoted_speaker,
    relay,
    run_as_source,
    speaker,
    told,
)
from counterclaim.annotate.speech.entries import lookup
from counterclaim.annotate.speech.lexicon import lemma_of
from counterclaim.annotate.speech.people import may_speak
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import ADDRESSING, source_pieces, subject
from counterclaim.annotate.speech.tree import FINITE, Piece, Tree

_LINKING = frozenset(",?!—–-…:;")
_STOPS = frozenset({".", ";", "?", "!"})
_ENDINGS = frozenset({".", "?", "!", '"', "”", "''"})
#: How many tokens may stand between a quotation and its cue ("…" X, a member of the … committee of the …, said).
_REACH = 30
_REACH_BEFORE = 16
#: A sentence after a quotation that ends in a full stop tells its speaker only if it is this short: "She said."
_SHORT = 8


@dataclass(slots=True)
class Bonds:
    """For a cue, by its token, the numbers of the quotations right before it and right after it."""

    before: dict[int, list[int]] = field(default_factory=dict)
    after: dict[int, list[int]] = field(default_factory=dict)


def bind(scene: Scene) -> Bonds:
    """Which quotations stand beside which cues."""
    bonds = Bonds()
    for number in range(len(scene.quotations)):
        cue = _cue_after(scene, number)
        if cue is not None:
            bonds.before.setdefault(cue, []).append(number)
            continue
        cue = _cue_before(scene, number)
        if cue is not None:
            bonds.after.setdefault(cue, []).append(number)
    return bonds


def with_quotations(scene: Scene, cue: int, bonds: Bonds, draft: Draft | None) -> Draft | None:
    """The attribution of a cue with the quotations that stand beside it; `draft` is what the parse gives for it."""
    before = bonds.before.get(cue, [])
    numbers = before + bonds.after.get(cue, [])
    if not numbers:
        return draft
    content = {token for number in numbers for token in scene.ranges[number]}
    sources = _sources(scene, cue, before)
    if draft is None:
        tree = scene.tree
        who = speaker(scene, cue)
        return Draft(
            head=cue,
            lemma=lookup(tree, cue)[0],
            cue=cue_tokens(tree, cue, []),
            content=content,
            sources=sources,
            via=relay(tree, cue, who),
            addressee=told(tree, cue),
            negated=is_negated(tree, cue),
        )
    if before and (not draft.content & content or _stands_alone(scene, before[-1])):
        draft.content = content
    draft.content |= content
    if before:
        draft.sources = sources or draft.sources
        draft.content.difference_update(range(scene.ranges[before[-1]].stop, cue))
    return draft


def _stands_alone(scene: Scene, number: int) -> bool:
    """Whether a quotation begins where a sentence or paragraph does."""
    first = scene.ranges[number].start
    begins_paragraph = scene.quotations[number].start == scene.paragraph_of(number)[0]
    return begins_paragraph or first == scene.tree.sentence_of(first).start


def _cue_after(scene: Scene, number: int) -> int | None:
    """The verb of "…," he said."""
    if not _may_be_continued(scene, number):
        return None
    tree = scene.tree
    first = scene.ranges[number].stop
    line_end = scene.paragraph_of(number)[1]
    seen_noun = False
    for token in range(first, min(first + _REACH, tree.size)):
        if tree.start[token] >= line_end or scene.quotation_of[token] >= 0:
            return None
        if token > first and (tree.lower[token] in _STOPS or tree.lower[token] == ":"):
            return None
        if token > first and not seen_noun and tree.pos[token] in ("CCONJ", "SCONJ"):
            return None  # the sentence goes on: '"…" and "…"'
        seen_noun = seen_noun or tree.pos[token] in ("NOUN", "PROPN", "PRON")
        if tree.tag[token] in FINITE and tree.pos[token] == "VERB" and not is_name(tree, token):
            entry = lookup(tree, token)[1]
            if entry is None:
                says = _speaks_unlisted(scene, number, token)
            else:
                says = bool(entry.frames & {"that", "quote"}) and _governs(scene, number, token)
            if says:
                return token
            if tree.dep[token] not in ("relcl", "acl", "advcl"):
                return None
    return None


def _may_be_continued(scene: Scene, number: int) -> bool:
    """Whether the quotation ends as one that a cue follows: not with a full stop before a new sentence."""
    tree = scene.tree
    last = scene.last_character(number)
    stop = scene.ranges[number].stop
    if stop >= tree.size:
        return False
    if last != "." or tree.lower[stop] == ",":
        return True
    return tree.text[tree.start[stop]].islower() or _is_short_tail(tree, stop)


def _is_short_tail(tree: Tree, token: int) -> bool:
    """Whether a sentence of a few words follows that says nothing but who spoke: "The president said." """
    sentence = tree.sentence_of(token)
    if sentence.stop - token > _SHORT:
        return False
    verbs = [k for k in range(token, sentence.stop) if tree.tag[k] in FINITE]
    return len(verbs) == 1 and tree.dependent(verbs[0], "ccomp", "dobj") is None


def _governs(scene: Scene, number: int, verb: int) -> bool:
    """Whether the quotation, and not a clause of its own, is what the verb after it governs."""
    tree = scene.tree
    for child in tree.dependents(verb, "ccomp"):
        if child < verb or scene.quotation_of[child] >= 0 or tree.tag[child] == "VBG":
            continue
        mark = tree.dependent(child, "mark")
        if scene.last_character(number) not in ",?!" or (mark is not None and tree.lower[mark] == "that"):
            return False
    return True


def _speaks_unlisted(scene: Scene, number: int, verb: int) -> bool:
    """A verb that no list has, near a quotation that ends in a comma, of somebody who can speak."""
    if scene.last_character(number) not in ",?!—":
        return False
    who = subject(scene.tree, verb)
    return who is not None and may_speak(scene.tree, who) and scene.quotation_of[who] < 0 and abs(who - verb) < _SHORT


def _cue_before(scene: Scene, number: int) -> int | None:
    """The verb of: he said, "…"."""
    tree = scene.tree
    line = scene.paragraph_of(number)[0]
    last = scene.ranges[number].start - 1
    while last >= 0 and tree.pos[last] == "SPACE":
        last -= 1
    if last < 0:
        return None
    is_verb = tree.pos[last] == "VERB" and tree.tag[last] in (*FINITE, "VBG", "VB", "VBN")
    if not is_verb and tree.lower[last] not in (",", ":", "that"):
        return None
    reach = _REACH if tree.lower[last] == ":" else _REACH_BEFORE
    for token in range(last, max(-1, last - reach - 1), -1):
        if tree.start[token] < line or scene.quotation_of[token] >= 0 or tree.lower[token] in _STOPS:
            return None
        if tree.pos[token] == "VERB" and not is_name(tree, token):
            entry = lookup(tree, token)[1]
            if entry is not None and entry.frames & {"that", "quote"}:
                return token
            if tree.tag[token] in FINITE and tree.lower[last] != ":":
                return None
    return None


def label_draft(scene: Scene, number: int) -> Draft | None:
    """NAME: "…", where a name alone stands before the colon."""
    tree = scene.tree
    colon = scene.ranges[number].start - 1
    if colon < 0 or tree.lower[colon] != ":" or tree.start[colon] < scene.paragraph_of(number)[0]:
        return None
    first = colon
    while first > tree.sentence_of(colon).start and (
        tree.pos[first - 1] in ("PROPN", "NOUN") or tree.lower[first - 1] in ("and", "of", "&")
    ):
        first -= 1
    office = _spoke_at(scene, colon)
    if office is not None:
        return Draft(colon, ":", [colon], set(scene.ranges[number]), ((office,),))
    before_name = tree.lower[first - 1] if first > tree.sentence_of(colon).start else "-"
    if first == colon or before_name not in ("-", "–", "—", "--") or tree.pos[first] != "PROPN":
        return None
    source = ((tree.start[first], tree.end[colon - 1]),)
    return Draft(colon, ":", [colon], set(scene.ranges[number]), (source,))


def _spoke_at(scene: Scene, colon: int) -> Piece | None:
    """Who is named, and nothing told, before a colon: "Interior minister Jane Doe in parliament:"."""
    tree = scene.tree
    line = scene.paragraph_at(tree.start[colon])[0]
    first = colon
    while first > 0 and tree.start[first - 1] >= line and tree.lower[first - 1] not in _ENDINGS:
        first -= 1
    words = range(first, colon)
    people = [k for k in words if tree.entity[k] == "PERSON"]
    verbs = any(tree.pos[k] in ("VERB", "AUX") for k in words)
    if verbs or not people or len(words) > _REACH_BEFORE or people[-1] - people[0] >= _SHORT:
        return None
    before = any(tree.pos[k] not in ("NOUN", "PROPN", "ADJ", "DET", "ADP") for k in range(first, people[0]))
    behind = people[-1] + 1 == colon or tree.pos[people[-1] + 1] == "ADP" or tree.lower[people[-1] + 1] == ","
    return None if before or not behind else (tree.start[first], tree.end[people[-1]])


def _sources(scene: Scene, cue: int, before: list[int]) -> tuple[tuple[Piece, ...], ...]:
    """The source of a cue beside a quotation: its subject, else the names beside it, else who spoke last."""
    who = speaker(scene, cue)
    sources = source_pieces(scene.tree, who) if who is not None else ()
    if before and quoted_speaker(scene.tree, cue) is None:
        sources = _between(scene, cue, before[-1], sources)
        after = source_after(scene.tree, cue) if lemma_of(scene.tree.lemma[cue]) not in ADDRESSING else None
        if not sources and after is not None:
            sources = run_as_source(scene.tree, after)
    return sources or _sentence_before(scene, cue)


def _between(
    scene: Scene, cue: int, number: int, sources: tuple[tuple[Piece, ...], ...]
) -> tuple[tuple[Piece, ...], ...]:
    """The source between a quotation and its cue: with nothing but names between them, all of them are its words."""
    tree = scene.tree
    first = scene.ranges[number].stop
    while first < cue and tree.is_mark(first):
        first += 1
    adjoins = bool(sources) and sources[0][0][0] <= tree.start[first] and not scene.commas_lost
    if first >= cue or len(sources) > 1 or adjoins:
        return sources
    stop = next((token for token in range(first, cue) if tree.tag[token] in ("WP", "WDT")), cue)
    if stop == first:
        return sources
    for token in range(first, stop):
        if tree.tag[token] in FINITE and not is_name(tree, token):
            return sources
        if sources and tree.lower[token] in ("and", "but", ","):
            return sources
    if scene.commas_lost and stop == cue:
        run = source_before(scene, cue)
        if run is not None and any(tree.pos[token] in ("ADP", "ADV") for token in range(first, run.start)):
            first = run.start
    last = stop - 1
    while last > first and (tree.pos[last] in ("PUNCT", "SPACE", "ADV", "AUX") or tree.dep[last] in ("aux", "advmod")):
        last -= 1
    return run_as_source(tree, range(first, last + 1))


def _sentence_before(scene: Scene, cue: int) -> tuple[tuple[Piece, ...], ...]:
    """The subject of the nearest sentence before that is no quotation, in the same paragraph, for a cue that has
    lost its own."""
    tree = scene.tree
    line = scene.paragraph_at(tree.start[cue])[0]
    sentence = tree.sentence_of(cue)
    while sentence.start > 0 and tree.start[sentence.start - 1] >= line:
        sentence = tree.sentence_of(sentence.start - 1)
        root = next((k for k in sentence if tree.head[k] == k and scene.quotation_of[k] < 0), None)
        if root is not None:
            who = tree.dependent(root, "nsubj", "nsubjpass")
            return source_pieces(tree, who) if who is not None and may_speak(tree, who) else ()
    return ()
