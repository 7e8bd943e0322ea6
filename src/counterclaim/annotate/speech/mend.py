"""Sets right where the words of a source begin and end, once it is settled who says what.

A tagger cuts by its own lights: it leaves a comma at the end of a name ("the minister, Jane Doe,"), a dateline or a
picture's credit before it, and the day behind it. In a text that has lost its commas the parser tears apart what
speaks at the end of a sentence: of "… on Monday a doctor and two neighbours said" only the neighbours are left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.annotate.speech.people import may_speak
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import ADDRESSING, RELATIVES, is_date, source_pieces
from counterclaim.annotate.speech.tree import Piece, Tree

_LOOSE = " \t\n,;:-–—\u00a0"
#: A line of its own, a credit that was opened before, a dateline.
_BEFORE = re.compile(r"^(?:.*\n|[^()]*\)\s+(?=\S)|[A-Z][\w.’' ]{1,30} [-–—] (?=[A-Z]))", re.S)
_DAY = r"(?:yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DATED_BEFORE = re.compile(rf"^(?:(?:early|late|on|earlier|later) )*{_DAY}\b,?(?: |$)", re.I)
_DATED_BEHIND = re.compile(rf",?(?: (?:early|late|on))* {_DAY}(?: (?:morning|afternoon|evening|night))?$", re.I)
#: Clauses and brackets that say more of who was named.
_BEHIND = re.compile(r"(?:, (?:\w+ of )?(?:who|whom|whose|which)\b.*| ?\([^)]*|(?<=\w)\))$", re.S)
#: "state-run", "army backed": with such a word what a broadcaster is called begins before it.
_RUN = frozenset("run owned controlled backed affiliated funded aligned".split())
#: A medium with its name at the end of words that ran into it.
_MEDIUM = re.compile(
    r"\b(?:(?:state|official|private|opposition|semi-official) )?"
    r"(?:news agency|news channel|television|radio|newspaper|website) [A-Z][\w.-]*$"
)
_INSIDE = frozenset("in of from at near on inside".split())
#: Bodies that speak, though they are first of all places.
_HOUSES = frozenset("hospital clinic embassy consulate centre center bureau".split())
_PLACED = frozenset({"GPE", "LOC", "FAC"})
#: Words before a name that are no part of it.
_APART = frozenset({"alone", "overnight", "away", "later", "early", "late", "more"})
#: How many words of a name are looked for before the word that it ends with.
_LONGEST = 4
#: Words that tell nobody without what stands behind them, and how many tokens of that are taken.
_OPEN = frozenset("those one some many several most others two three".split())
_CLAUSE = 12


def mend_sources(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Sets the sources of drafts right, and takes from what was said the words that belong to them."""
    for draft in drafts:
        if _is_told(scene.tree, draft):
            draft.addressee, draft.sources = draft.addressee or tuple(s[0] for s in draft.sources), ()
        draft.sources = tuple(_relative(scene.tree, source) for source in draft.sources)
        _leave_place(scene.tree, draft)
        if len(draft.sources) == 1 and len(draft.sources[0]) == 1 and draft.cue:
            _widen(scene, draft)
        draft.sources = tuple(tuple(trimmed(scene.tree.text, piece) for piece in source) for source in draft.sources)


def _leave_place(tree: Tree, draft: Draft) -> None:
    """Of "… in the town of Norwick, medics and residents said" the town is no speaker, but the end of what was said."""
    if len(draft.sources) < 2:
        return
    start, end = draft.sources[0][0]
    first, last = tree.at(start), tree.at(end - 1)
    before = next((token for token in range(first - 1, -1, -1) if tree.pos[token] != "DET"), 0)
    if tree.entity[last] in _PLACED and tree.pos[before] == "ADP" and before in draft.content:
        draft.content.update(range(before, last + 1))
        draft.sources = draft.sources[1:]


def trimmed(text: str, piece: Piece) -> Piece:
    """The words of a source without what is no part of its name at their edges; as they are if nothing were left."""
    start, end = piece
    before = True
    while before:
        words = text[start:end]
        found = _BEFORE.match(words) or _DATED_BEFORE.match(words)
        before = found is not None and bool(words[found.end() :].strip(_LOOSE))
        start += found.end() if found and before else 0
    for pattern in (_BEHIND, _DATED_BEHIND):
        found = pattern.search(text[start:end])
        if found is not None and text[start : start + found.start()].strip(_LOOSE) and not _closes(text[start:end]):
            end = start + found.start()
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip(_LOOSE)), end - len(words) + len(words.rstrip(_LOOSE))
    return (start, end) if start < end else piece


def _closes(words: str) -> bool:
    """Whether the words end with a bracket that they open: "the Bakers' Union (BU)"."""
    return words.endswith(")") and "(" in words


def _is_told(tree: Tree, draft: Draft) -> bool:
    """Whether the source is who was told: "We were told that …"."""
    verb = draft.head
    if verb is None or tree.tag[verb] != "VBN" or tree.lemma[verb] not in ADDRESSING:
        return False
    hearer, teller = tree.dependent(verb, "nsubjpass"), tree.dependent(verb, "agent")
    if hearer is None or teller is not None or tree.dependent(verb, "auxpass") is None:
        return False
    return any(start <= tree.start[hearer] < end for source in draft.sources for start, end in source)


def _relative(tree: Tree, source: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Whom a clause is said of, where only the clause was taken: of "an officer who took part says" the officer."""
    first, last = tree.at(source[0][0]), tree.at(source[0][1] - 1)
    if len(source) > 1 or last <= first or tree.lower[first] not in RELATIVES - {"that"} or first == 0:
        return source
    noun = first - 1 - (tree.lower[first - 1] == ",")
    if noun < 0 or tree.sentence[noun] != tree.sentence[first] or tree.pos[noun] not in ("NOUN", "PROPN"):
        return source
    cut = source_pieces(tree, noun) if may_speak(tree, noun) else ()
    return cut[-1] if cut else source


def _widen(scene: Scene, draft: Draft) -> None:
    """Gives a source the words that are part of it: those on its left, and what tells who "those" are."""
    tree = scene.tree
    start, end = draft.sources[0][0]
    if tree.lower[tree.at(start)] in _OPEN and tree.end[tree.at(start)] == end:
        end = _told_apart(tree, tree.at(start), min(draft.cue))
        draft.sources = (((start, end),),)
    first = tree.at(start)
    joint: list[tuple[Piece, ...]] = []
    whole = _run_by(tree, first)
    if scene.commas_lost and _ends_sentence(tree, draft, first):
        whole, joint = _torn(tree, draft, whole)
        named = _MEDIUM.search(tree.text[tree.start[whole] : end])
        if named is not None:
            whole = tree.at(tree.start[whole] + named.start())
    first_of_all = min([whole, *(tree.at(piece[0][0]) for piece in joint)])
    if (whole, joint) != (first, []):
        draft.content.difference_update(range(first_of_all, tree.at(end - 1) + 1))
        draft.sources = (*joint, ((tree.start[whole], end),))


def _told_apart(tree: Tree, pronoun: int, cue: int) -> int:
    """Where the words end that say who "those" are: "those who ran to the line"."""
    last = pronoun
    if pronoun + 1 < tree.size and tree.lower[pronoun + 1] in ("who", "of"):
        stop = min(tree.sentence_of(pronoun).stop, pronoun + _CLAUSE, cue if cue > pronoun else tree.size)
        last = next((token for token in range(pronoun + 1, stop) if tree.pos[token] == "PUNCT"), stop) - 1
    return tree.end[last]


def _run_by(tree: Tree, first: int) -> int:
    """Where a medium's name begins that was cut behind whose it is: "the state-run TV"."""
    sentence = tree.sentence_of(first)
    at = first - 1
    if at <= sentence.start or tree.lower[at] not in _RUN:
        return first
    at -= 1 + (tree.lower[at - 1] == "-")
    for _ in range(_LONGEST):
        before = at - 1
        if before < sentence.start or tree.pos[at] == "DET" or tree.pos[before] not in ("DET", "PROPN", "ADJ"):
            break
        at = before
    return max(at, sentence.start)


def _ends_sentence(tree: Tree, draft: Draft, first: int) -> bool:
    """Whether a source and its cue stand behind what was said: "… , a doctor said"."""
    sentence = tree.sentence_of(first)
    inside = [token for token in draft.content if token in sentence and not tree.is_mark(token)]
    return bool(inside) and min(draft.cue) > first and max(inside) < min(draft.cue) and min(inside) < first


def _torn(tree: Tree, draft: Draft, first: int) -> tuple[int, list[tuple[Piece, ...]]]:
    """Where a source at the end of a sentence begins, and who speaks along with it."""
    if first > 1 and tree.lower[first - 1] in _INSIDE and first - 2 in draft.content:
        wider = _name_before(tree, first - 2)
        first = first if wider is None else wider
    joint: list[tuple[Piece, ...]] = []
    if first > 1 and tree.lower[first - 1] in ("and", "&"):
        other = _name_before(tree, first - 2)
        if other is not None:
            joint.append(((tree.start[other], tree.end[first - 2]),))
    return first, joint


def _name_before(tree: Tree, last: int) -> int | None:
    """Where the words for a speaker begin that end with a token; None if it can be no speaker, or is what a word before
    it is done to ("shot two doctors and neighbours said")."""
    speaks = may_speak(tree, last) or tree.lemma[last] in _HOUSES
    if tree.pos[last] not in ("NOUN", "PROPN") or not speaks:
        return None
    first = last
    for _ in range(_LONGEST):
        before = first - 1
        if before < 0 or tree.pos[first] == "DET" or tree.sentence[before] != tree.sentence[last]:
            break
        fits = tree.pos[before] in ("DET", "ADJ", "NOUN", "PROPN") and tree.tag[before] not in ("NNS", "NNPS")
        if not fits or is_date(tree, before) or tree.lower[before] in _APART:
            break
        first = before
    if first > 0 and tree.pos[first - 1] in ("ADP", "VERB", "NUM") and tree.sentence[first - 1] == tree.sentence[last]:
        return last if first < last and tree.pos[first - 1] == "ADP" else None
    return first
