"""Quotations and the cues beside them: the order of the words tells more here than a parse of somebody's speech.

A quotation belongs to the cue that follows it ("…," he said), that precedes it (he said: "…"), or, where it has
none of its own, to the speaker of what stands right before it.
"""

from __future__ import annotations

from counterclaim.annotate.speech.lexicon import VERBS, lemma_of
from counterclaim.annotate.speech.people import may_speak, may_testify
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import source_pieces, subject
from counterclaim.annotate.speech.tree import Piece, Tree
from counterclaim.annotate.speech.verbs import cue_tokens, is_name, is_negated, lookup

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
ADDRESSING = frozenset({"tell", "inform", "assure", "remind", "notify"})
_LINKING = frozenset(",?!—–-…:;")
#: How many tokens may stand between a quotation and its cue: "said X, a member of the … committee of the …".
_REACH = 30


def bind(scene: Scene) -> tuple[dict[int, list[int]], dict[int, int]]:
    """For each cue the quotations that stand beside it: those before it and, in a second map from the quotation
    to its cue, those after it."""
    following: dict[int, list[int]] = {}
    preceding: dict[int, int] = {}
    for number in range(len(scene.quotations)):
        cue = _cue_after(scene, number)
        if cue is not None:
            following.setdefault(cue, []).append(number)
            continue
        cue = _cue_before(scene, number)
        if cue is not None:
            preceding[number] = cue
    return following, preceding


def _cue_after(scene: Scene, number: int) -> int | None:
    """The verb of "…," he said."""
    tree = scene.tree
    quotation = scene.quotations[number]
    if not _may_be_continued(scene, number):
        return None
    first = scene.ranges[number].stop
    line_end = next((end for start, end in scene.paragraphs if start <= quotation.start < end), quotation.end)
    token = first
    seen_noun = False
    while token < tree.size and token < first + _REACH and tree.start[token] < line_end:
        if scene.quotation_of[token] >= 0 or (tree.lower[token] in {".", ";", "?", "!", ":"} and token > first):
            return None
        if token > first and tree.lower[token] in ("but", "and", "that", "because", "while") and tree.pos[token] != "NOUN" and not seen_noun:
            return None
        if tree.pos[token] in ("NOUN", "PROPN", "PRON"):
            seen_noun = True
        if tree.tag[token] in _FINITE and tree.pos[token] == "VERB" and not is_name(tree, token):
            lemma, entry = lookup(tree, token)
            if entry is not None and "that" in entry.frames and _says_it(scene, number, token, first):
                return token
            if tree.dep[token] not in ("relcl", "acl", "advcl") and not (entry is None and _back_off(scene, number, token)):
                return None
            if entry is None and _back_off(scene, number, token):
                return token
        token += 1
    return None


def _may_be_continued(scene: Scene, number: int) -> bool:
    """Whether the quotation ends as one that a cue follows: not with a full stop before a new sentence."""
    tree = scene.tree
    quotation = scene.quotations[number]
    words = tree.text[quotation.start : quotation.end].rstrip("\"”’'»` ")
    after = tree.text[quotation.end : quotation.end + 3]
    if words[-1:] in _LINKING or after[:1] == ",":
        return True
    stop = scene.ranges[number].stop
    if stop >= tree.size:
        return False
    if words[-1:] == ".":
        return tree.text[tree.start[stop]].islower() or _short_tail(scene, stop)
    return True


def _short_tail(scene: Scene, token: int) -> bool:
    """Whether a sentence of a few words follows, such as "The president said." """
    tree = scene.tree
    end = token
    while end < tree.size and tree.sentence[end] == tree.sentence[token] and end - token < 8:
        end += 1
    if end < tree.size and tree.sentence[end] == tree.sentence[token]:
        return False
    verbs = [k for k in range(token, end) if tree.tag[k] in _FINITE]
    return len(verbs) == 1 and not list(tree.dependents(verbs[0], "ccomp", "dobj")) 


def _says_it(scene: Scene, number: int, verb: int, first: int) -> bool:
    """Whether the quotation, and not a clause of its own, is what the verb after it governs."""
    tree = scene.tree
    quoted = scene.ranges[number]
    for child in tree.dependents(verb, "ccomp"):
        if child > verb and scene.quotation_of[child] < 0 and tree.tag[child] in (*_FINITE, "VB", "VBN", "MD"):
            words = tree.text[scene.quotations[number].start : scene.quotations[number].end].rstrip("\"”’'»` ")
            if words[-1:] not in ",?!" :
                return False
            mark = tree.dependent(child, "mark")
            if mark is not None and tree.lower[mark] == "that":
                return False
    return quoted.stop <= first


def _back_off(scene: Scene, number: int, verb: int) -> bool:
    """A verb that no list has, right beside a quotation that ends in a comma, of somebody who can speak."""
    tree = scene.tree
    quotation = scene.quotations[number]
    if tree.text[quotation.start : quotation.end].rstrip("\"”’'»` ")[-1:] not in tuple(",?!—"):
        return False
    who = subject(tree, verb)
    return who is not None and may_speak(tree, who) and scene.quotation_of[who] < 0 and abs(who - verb) < 8


def _cue_before(scene: Scene, number: int) -> int | None:
    """The verb of: he said, "…"."""
    tree = scene.tree
    token = scene.ranges[number].start - 1
    if token < 0 or tree.end[token] < tree.start[scene.ranges[number].start] - 3:
        return None
    while token >= 0 and tree.pos[token] == "SPACE":
        token -= 1
    if token < 0:
        return None
    joined = tree.lower[token]
    line = next((start for start, end in scene.paragraphs if start <= scene.quotations[number].start < end), 0)
    near = tree.tag[token] in (*_FINITE, "VBG", "VB", "VBN") and tree.pos[token] == "VERB"
    if not near and joined not in (",", ":", "that"):
        return None
    limit = max(0, token - (_REACH if joined == ":" else 16))
    while token >= limit and tree.start[token] >= line:
        if scene.quotation_of[token] >= 0 or (tree.lower[token] in {".", ";", "?", "!"}):
            return None
        if tree.pos[token] == "VERB" and not is_name(tree, token):
            _, entry = lookup(tree, token)
            if entry is not None and ("that" in entry.frames):
                return token
            if tree.tag[token] in _FINITE and joined != ":":
                return None
        token -= 1
    return None


def adjacent_draft(scene: Scene, cue: int, numbers: list[int], after: bool) -> Draft:
    """An attribution of quotations to the cue beside them, for a cue whose parse gives none."""
    tree = scene.tree
    lemma, _ = lookup(tree, cue)
    who = subject(tree, cue)
    if who is not None and scene.quotation_of[who] >= 0:
        who = None
    sources: tuple[tuple[Piece, ...], ...] = source_pieces(tree, who) if who is not None else ()
    if after and numbers:
        sources = _before_cue(scene, cue, numbers[-1], sources) or _after_cue(scene, cue)
    if not sources:
        sources = _sentence_before(scene, cue)
    content = {token for number in numbers for token in scene.ranges[number]}
    return Draft(
        head=cue,
        lemma=lemma,
        cue=cue_tokens(tree, cue, []),
        content=content,
        sources=sources,
        negated=is_negated(tree, cue),
    )


def _before_cue(scene: Scene, cue: int, number: int, sources: tuple[tuple[Piece, ...], ...]) -> tuple[tuple[Piece, ...], ...]:
    """The source between a quotation and its cue: with nothing but names between them, all of them are its words."""
    tree = scene.tree
    first = scene.ranges[number].stop
    while first < cue and tree.pos[first] in ("PUNCT", "SPACE"):
        first += 1
    if first >= cue:
        return sources
    between = [k for k in range(first, cue)]
    verbs = [k for k in between if tree.tag[k] in _FINITE and not is_name(tree, k)]
    if verbs or len(sources) > 1:
        return sources
    last = cue - 1
    while last > first and (tree.pos[last] in ("PUNCT", "SPACE", "ADV", "AUX") or tree.dep[last] in ("aux", "advmod")):
        last -= 1
    if sources and sources[0][0][0] <= tree.start[first]:
        return sources
    if any(tree.lower[k] in ("and", "but", ",") for k in between) and sources:
        return sources
    return (((tree.start[first], tree.end[last]),),)


def _after_cue(scene: Scene, cue: int) -> tuple[tuple[Piece, ...], ...]:
    """The source in "…" said the director Jane Doe adding …, where the parser lost it: the names after the verb."""
    tree = scene.tree
    if tree.lemma[cue] in ADDRESSING:
        return ()
    last = cue
    while last + 1 < tree.size and tree.sentence[last + 1] == tree.sentence[cue]:
        following = last + 1
        joins = tree.lower[following] in ("of", "for", "-", "'s", "’s") and last > cue
        if tree.pos[following] not in ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM") and not joins:
            break
        last = following
    while last > cue and tree.pos[last] not in ("NOUN", "PROPN", "PRON"):
        last -= 1
    if last == cue or not may_testify(tree, last):
        return ()
    return (((tree.start[cue + 1], tree.end[last]),),)


def _sentence_before(scene: Scene, cue: int) -> tuple[tuple[Piece, ...], ...]:
    """The subject of the sentence before, in the same paragraph, for a cue that has lost its own."""
    tree = scene.tree
    line = next((start for start, end in scene.paragraphs if start <= tree.start[cue] < end), tree.start[cue])
    here = tree.sentence[cue]
    token = cue
    while token >= 0 and tree.start[token] >= line and tree.sentence[token] >= here - 3:
        if tree.sentence[token] < here and tree.dep[token] == "ROOT" and scene.quotation_of[token] < 0:
            who = tree.dependent(token, "nsubj", "nsubjpass")
            return source_pieces(tree, who) if who is not None and may_speak(tree, who) else ()
        token -= 1
    return ()
