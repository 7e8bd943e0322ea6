"""Headlines in Capitals For Every Word, which the parser takes for one long name: "Council Denies Closing Bridge".

The first word that can be a verb of speech in the present tense, right after who can speak, is the cue; what follows it
to the end of the line is the content. And labels that name no speaker, but the place it is all about: "Halm: aid
blocked".
"""

from __future__ import annotations

import re

from counterclaim.annotate.speech.lexicon import VERBS, Verb
from counterclaim.annotate.speech.people import is_people, may_testify
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.tree import FINITE, Piece, Tree

#: A speaker in a headline is named in no more words than this.
_LONGEST_NAME = 6
#: How much of a line's longer words must be capitalised.
_CAPITALS = 0.7
_IN_NAMES = frozenset({"of", "for", "and", "&", "the", "'s", "’s", "-", "'", "’"})
#: What stands before the name of a place, and of hardly anybody.
_WHERE = (
    r"\b(?:in|near|into|around|outside|across|inside|north of|south of|east of|west of|town of|city of|village of) "
)
_PLACES = frozenset({"GPE", "LOC", "FAC"})
#: Words of a label's text that somebody says of himself, or wants.
_SPOKEN = re.compile(r"[\"“”]|(?<!\w)['‘]|\b(?:we|our|us|i|my|will|must|should|no longer)\b", re.I)


def is_topic(scene: Scene, label: Piece, said: Piece) -> bool:
    """Whether the label before a colon is the place that a headline is about, and nobody who speaks.

    It is known by its entity, or by the words before its name in the text; who speaks is named in the text again. Over
    words that somebody can only say himself ("Kenya: We will withdraw"), or a whole clause, a state speaks.
    """
    tree = scene.tree
    words = tree.within(label)
    name = tree.text[slice(*label)].strip(" \"“”'‘’")
    if _SPOKEN.search(tree.text[slice(*said)]) or not name or name.isupper() or any(is_people(tree, k) for k in words):
        return False
    located = re.findall(_WHERE + re.escape(name) + r"\b(?! [a-z]*(?:ministry|army|council|government))", tree.text)
    if any(tree.entity[k] in ("PERSON", "ORG") for k in words):
        return len(located) > 1
    if all(tree.entity[k] in _PLACES for k in words):
        return bool(located) or not any(tree.tag[k] in FINITE for k in tree.within(said))
    return bool(located) or len(re.findall(re.escape(name) + r"\b", tree.text)) < 2


def title_draft(scene: Scene, paragraph: Piece) -> Draft | None:
    """The attribution of a headline in capitals, or None if the line is no such headline."""
    tree = scene.tree
    tokens = [k for k in range(tree.at(paragraph[0]), tree.size) if tree.start[k] < paragraph[1]]
    if not is_title(tree, tokens):
        return None
    for place, token in enumerate(tokens[: _LONGEST_NAME + 1]):
        if place and tree.text[tree.start[token]].isupper():
            found = _cue(tree, tokens, place)
            if found is not None:
                lemma, entry, stop = found
                content = {k for k in tokens[stop:] if tree.lower[k] != "."}
                if len(content) < 2 or not _may_follow(tree, entry, tokens[place + 1], stop > place + 1):
                    return None
                source = (tree.start[tokens[0]], tree.end[tokens[place - 1]])
                return Draft(token, lemma, tokens[place:stop], content, ((source,),))
        if tree.pos[token] not in ("NOUN", "PROPN", "ADJ", "DET", "NUM") and tree.lower[token] not in _IN_NAMES:
            return None
    return None


def is_title(tree: Tree, tokens: list[int]) -> bool:
    """Whether nearly all longer words of a line, but for the first, are capitalised."""
    longer = [k for k in tokens[1:] if tree.end[k] - tree.start[k] > 3 and tree.lower[k].isalpha()]
    capital = sum(tree.text[tree.start[k]].isupper() for k in longer)
    return len(longer) > 1 and capital >= _CAPITALS * len(longer)


def _cue(tree: Tree, tokens: list[int], place: int) -> tuple[str, Verb, int] | None:
    """The lemma and entry of the verb at a place of the line, and the place after it and its preposition; None if
    the word there is no verb of speech or nobody who can speak stands before it."""
    word = tree.lower[tokens[place]]
    stems = [word[:-3] + "y"] if word.endswith("ies") else [word[:-1], word[:-2]] if word.endswith("s") else []
    lemma = next((stem for stem in stems if stem in VERBS), None)
    if lemma is None or place + 1 >= len(tokens) or not may_testify(tree, tokens[place - 1]):
        return None
    following = tree.lower[tokens[place + 1]]
    if f"{lemma} {following}" in VERBS:
        lemma = f"{lemma} {following}"
        return lemma, VERBS[lemma], place + 2
    if following in VERBS[lemma].frames:
        return f"{lemma} {following}", VERBS[lemma], place + 2
    return lemma, VERBS[lemma], place + 1


def _may_follow(tree: Tree, entry: Verb, token: int, joined: bool) -> bool:
    """Whether what follows a verb can be what was said: "Claims 11 Lives" is no claim."""
    if joined or tree.lower[token] == "to":
        return joined or "inf" in entry.frames
    if tree.pos[token] == "NUM" and "obj" not in entry.frames:
        return False
    return bool(entry.frames & {"that", "obj", "ing", "as", "named", "whom"})
