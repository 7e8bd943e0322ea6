"""What the small parser gets wrong around speech, set right before the rules look.

"The mayor claimed that the maps are wrong and said …": a second verb of the speaker, hung into what she said.
"The ministry said there were none, calling it a lie": a participle of the speaker, hung there too.
"""

from __future__ import annotations

from counterclaim.annotate.speech.entries import lookup
from counterclaim.annotate.speech.lexicon import VERBS, lemma_of
from counterclaim.annotate.speech.people import may_speak, may_testify
from counterclaim.annotate.speech.tree import FINITE, Tree
from counterclaim.records import Act

#: What is done with words alone: who "was searching and found" or "refused to leave" need not have said anything.
_SPOKEN = frozenset({Act.CONFIRM, Act.DENY, Act.ACCUSE, Act.DEMAND, Act.CALL_FOR, Act.ASK, Act.PROMISE, Act.THREATEN})

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
#: A number is set against what was reported before in so many words: "more than first reported".
_SET_AGAINST = 3


def repair(tree: Tree) -> None:
    """Hang the speaker's own verbs to the speaker's verb. Changes `tree` in place."""
    for token in range(tree.size):
        label = tree.dep[token]
        if tree.tag[token] == "VBN":
            _compare(tree, token)
        elif tree.tag[token] in FINITE:
            _set_in(tree, token)
        if label == "conj" and _tense(tree, token) in (*FINITE, "VBN"):
            governor = _shares_speaker(tree, token)
        elif label == "advcl" and tree.tag[token] == "VBG" and lemma_of(tree.lemma[token]) in VERBS:
            governor = _speaker_of_participle(tree, token)
        elif label == "acl" and tree.tag[token] == "VBG" and _reports(tree, token):
            governor = _speaker_of_modifier(tree, token)
        elif label == "prep" and tree.lower[token] == "of":
            governor = _accuser(tree, token)
        else:
            continue
        if governor is not None:
            _hang(tree, token, governor)


def _compare(tree: Tree, verb: int) -> None:
    """Hang "nine more than first reported", which the parser takes for the main clause, to what stands before it."""
    than = next((k for k in range(max(0, verb - _SET_AGAINST), verb) if tree.lower[k] == "than"), None)
    clause, number = tree.dependent(verb, "ccomp"), tree.dependent(verb, "nsubj", "nsubjpass")
    if than is None or clause is None or number is None or clause > number or tree.pos[number] not in ("NUM", "ADJ"):
        return
    tree.children[verb].remove(clause)
    tree.head[clause] = clause if tree.head[verb] == verb else tree.head[verb]
    if tree.head[clause] != clause:
        tree.children[tree.head[clause]].append(clause)
        tree.children[tree.head[clause]].sort()
    for child in tuple(tree.children[verb]):
        tree.children[verb].remove(child)
        tree.head[child] = clause
        tree.children[clause].append(child)
    if tree.head[verb] != verb:
        tree.children[tree.head[verb]].remove(verb)
    tree.head[verb] = than
    tree.children[than].append(verb)
    tree.children[clause].sort()


def _set_in(tree: Tree, cue: int) -> None:
    """Of "The offer, said its president, was a joke" make the president speak, and the offer the joke."""
    thing = tree.dependent(cue, "nsubj")
    if thing is None or thing > cue or tree.lower[cue - 1] != "," or tree.lemma[cue] != "say":
        return
    clause = tree.head[cue] if tree.dep[cue] == "parataxis" else tree.dependent(cue, "ccomp")
    if clause is None or clause < cue:
        return
    phrase = tree.subtree(thing, list(tree.dependents(thing, "punct")))
    unbroken = phrase[-1] == cue - 2 and len(phrase) == phrase[-1] - phrase[0] + 1
    if not unbroken or any(tree.lower[token] == "," for token in phrase):
        return  # "The mayor, a baker, said the offer, …"
    beside = (*tree.dependents(cue, "nsubj", "dobj"), *tree.dependents(clause, "nsubj"))
    who = next(
        (k for k in beside if cue < k < clause and tree.subtree(k)[0] == cue + 1 and tree.pos[k] in _NOMINAL), None
    )
    last = tree.subtree(who)[-1] if who is not None else clause
    if who is None or "," not in (tree.lower[last], tree.lower[last + 1]):
        return
    for token, governor in ((thing, clause), (who, cue)):
        tree.children[tree.head[token]].remove(token)
        tree.head[token] = governor
        tree.children[governor].append(token)
        tree.children[governor].sort()


def _reports(tree: Tree, token: int) -> bool:
    entry = lookup(tree, token)[1]
    return entry is not None and "that" in entry.frames


def _tense(tree: Tree, verb: int) -> str:
    """The tag of the finite part of a verb: of its first auxiliary, or its own."""
    auxiliary = tree.dependent(verb, "aux", "auxpass")
    return tree.tag[verb if auxiliary is None else auxiliary]


def _outer_cue(tree: Tree, verb: int) -> tuple[int, int] | None:
    """The verb of speech in whose clause `verb` stands, and the head of that clause."""
    for _ in range(4):
        head = tree.head[verb]
        if tree.dep[verb] == "ccomp" and verb > head:
            return (head, verb) if _reports(tree, head) else None
        if tree.dep[verb] not in ("conj", "advcl", "xcomp") or head == verb:
            return None
        verb = head
    return None


def _shares_speaker(tree: Tree, verb: int) -> int | None:
    """The reporting verb that `verb` is coordinated with, where it hangs from a verb of what was reported."""
    if lookup(tree, verb)[1] is None:
        return None
    tense = _tense(tree, verb)
    outer = _outer_cue(tree, tree.head[verb])
    if outer is None:
        return None
    cue, inner = outer
    # "killed and accused the firm": beside a participle, a past tense is taken for another.
    alike = tree.tag[cue] == tense or (tree.tag[cue] == "VBD" and tense == "VBN")
    own = tree.dependent(verb, "nsubj", "nsubjpass", "expl")
    if alike and own is None and _is_unlike(tree, inner, verb):
        return cue
    if tree.tag[cue] != tense or not _reports(tree, verb):
        return None
    if own is not None:  # "half said …, and a third said …"
        another = tree.pos[own] != "PRON" and may_speak(tree, own) and tree.dependent(verb, "ccomp") is not None
        return cue if another else None
    speaker = tree.dependent(inner, "nsubj", "nsubjpass")
    if _tense(tree, inner) != tense or speaker is None or not may_speak(tree, speaker):
        return cue
    return None


def _is_unlike(tree: Tree, inner: int, verb: int) -> bool:
    """Whether a second verb has the simple form of the cue, and the verb of what was reported another one: "said that
    the army was shelling villages and denied …", "said that nine were killed and accused the firm …"."""
    entry = lookup(tree, verb)[1]
    auxiliary = tree.dependent(inner, "auxpass", "aux")
    if entry is None or not (entry.says or entry.act in _SPOKEN or _names(tree, verb)):
        return False
    if auxiliary is None or tree.dependent(verb, "aux", "auxpass") is not None:
        return False
    if tree.dep[auxiliary] == "auxpass":  # "were beaten and accused of theft" is a passive with one auxiliary
        calls = tree.lemma[verb] == "call" and tree.dependent(verb, "prep") is not None
        return calls or tree.dependent(verb, "dobj", "ccomp") is not None
    if tree.lemma[auxiliary] == "have":  # "had met the rebels and promised them aid" may be a second participle
        return tree.tag[verb] == "VBD" and tree.dependent(inner, "dobj") is None
    return tree.tag[inner] == "VBG"


def _names(tree: Tree, verb: int) -> bool:
    """Whether it says what something is: "called the walkout “a crime”", "called it unlawful"."""
    thing = tree.dependent(verb, "dobj")
    if tree.lemma[verb] != "call" or thing is None:
        return False
    return tree.dependent(verb, "oprd") is not None or tree.dependent(thing, "appos") is not None


def _speaker_of_participle(tree: Tree, verb: int) -> int | None:
    """The reporting verb that a participle after a comma belongs to, unless the inner subject could be meant."""
    outer = _outer_cue(tree, tree.head[verb])
    if outer is None:
        return None
    cue, inner = outer
    speaker = tree.dependent(inner, "nsubj", "nsubjpass")
    if speaker is None or not may_speak(tree, speaker):
        return cue
    entry = lookup(tree, verb)[1]
    apart = tree.lower[verb - 1] == "," or (entry is not None and entry.says)
    return cue if apart and lemma_of(tree.lemma[inner]) not in VERBS else None


def _speaker_of_modifier(tree: Tree, verb: int) -> int | None:
    """The reporting verb that "saying …" belongs to, where it hangs from a noun that can say nothing."""
    if may_testify(tree, tree.head[verb]):
        return None
    for above in tree.ancestors(verb):
        if above < verb and tree.pos[above] == "VERB" and lemma_of(tree.lemma[above]) in VERBS:
            return above
    return None


def _accuser(tree: Tree, preposition: int) -> int | None:
    """The verb that "of" belongs to in "was accused by the council of war crimes"."""
    by = tree.head[tree.head[preposition]]
    verb = tree.head[by]
    if tree.dep[tree.head[preposition]] != "pobj" or tree.dep[by] != "agent":
        return None
    entry = lookup(tree, verb)[1]
    if entry is None or "of" not in entry.frames or tree.dependent(verb, "auxpass") is None:
        return None
    return verb if not any(tree.lower[child] == "of" for child in tree.children[verb]) else None


def _hang(tree: Tree, token: int, governor: int) -> None:
    """Make `governor` the head of `token`, and of the comma or "and" before it."""
    moved = [token]
    before = token - 1
    if before >= 0 and tree.dep[before] in ("punct", "cc") and not tree.children[before]:
        moved.append(before)
    for each in moved:
        tree.children[tree.head[each]].remove(each)
        tree.head[each] = governor
        tree.children[governor].append(each)
    tree.children[governor].sort()
