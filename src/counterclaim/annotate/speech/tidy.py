"""Sets right what was said where it was torn: words that are cut off in the middle, and scraps of other sentences.

The tagger labels word by word, so that a content may end behind "in the", miss the object of its last verb, or hold
three words of the sentence before. Quotations are left as they are: `whole.py` looks after these.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from counterclaim.annotate.speech.cues import before_colon
from counterclaim.annotate.speech.finish import NAMING
from counterclaim.annotate.speech.lexicon import VERBS, lemma_of
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import agent, subject
from counterclaim.annotate.speech.taken import Owners, Taken
from counterclaim.annotate.speech.tree import FINITE, Piece, Tree

#: The share of another sentence that must be said before all of it was.
_MOST = 0.6
#: The words that may be missing between two pieces, and how many more may belong to the end or beginning of one.
_GAP = 2
_REACH = 14
_BACK = 4
_EVIDENCE = frozenset("evidence proof sign indication trace hint reason".split())
_TIMES = frozenset({"before", "after", "when", "while", "until", "since"})
_SENTENCE_ENDS = frozenset({".", "?", "!"})
_COUNTING = frozenset("count list put give record register document speak tally number report estimate know".split())
#: What stands to the left of the word it belongs to.
_LEFTWARD = frozenset("det amod compound poss nummod aux auxpass nsubj nsubjpass mark neg quantmod nmod".split())
_BEFORE = frozenset("det amod compound poss nummod neg aux auxpass quantmod".split())
#: What a verb is not whole without.
_NEEDED = frozenset("dobj attr acomp oprd xcomp ccomp".split())
_SHORT = 6
_HE = frozenset({"he", "she"})
_POINTING = frozenset({"this", "that", "it", "these", "both"})
_VERDICTS = frozenset("false untrue wrong incorrect lie lies nonsense baseless unfounded fabrication invention".split())
#: Who speaks in a transcript asks his questions himself.
_LABEL = ":"
_OPEN = frozenset({"ADP", "SCONJ", "PART", "AUX"})
#: How an outlet begins what it has to say of the news itself: "…, officials said, in one of the worst attacks".
_REMARKS = frozenset({"in one", "in what", "in the", "in a", "one of", "the latest", "a day"})


def tidy(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Makes the unquoted words of each draft whole, or takes out what is no part of them."""
    tree = scene.tree
    owners = Owners(drafts, [_named(tree, draft) for draft in drafts])
    for number, draft in enumerate(drafts):
        if draft.head is None or not draft.cue or scene.quotation_of[draft.head] >= 0:
            continue
        taken = Taken(owners, number)
        before = set(draft.content)
        _leave_time(tree, draft)
        _leave_judgement(tree, draft)
        _keep_to_noun(scene, draft)
        _keep_no_evidence(tree, draft)
        _leave_other_sentences(scene, draft, taken)
        _leave_other_clause(scene, draft)
        _mend_tail(scene, draft, taken)
        _fill_gaps(scene, draft, taken)
        _take_behind_colon(scene, draft, taken)
        _complete(scene, draft, taken)
        _take_subject(scene, draft)
        if all(tree.is_mark(token) for token in draft.content):
            draft.content = before
        owners.changed(number)


def _named(tree: Tree, draft: Draft) -> set[int]:
    """The tokens of a cue, and of all who are named with it."""
    pieces: list[Piece] = [piece for source in draft.sources for piece in source]
    pieces += [*draft.via, *draft.addressee]
    return {token for piece in pieces for token in tree.within(piece)} | set(draft.cue)


def _says(tree: Tree, verb: int) -> bool:
    """Whether a verb is one of saying, by its lemma alone."""
    entry = VERBS.get(lemma_of(tree.lemma[verb]))
    return entry is not None and entry.says


def _runs(scene: Scene, content: Set[int]) -> list[range]:
    """The stretches of a content, over marks but not over words that are no part of it; quotations apart."""
    tree = scene.tree
    runs: list[list[int]] = []
    for token in sorted(content):
        if tree.is_mark(token) and not runs:
            continue
        quoted = scene.quotation_of[token]
        joined = runs and scene.quotation_of[runs[-1][1]] == quoted
        joined = joined and all(tree.is_mark(k) for k in range(runs[-1][1] + 1, token))
        if joined and tree.sentence[runs[-1][1]] == tree.sentence[token]:
            runs[-1][1] = token
        else:
            runs.append([token, token])
    return [range(first, last + 1) for first, last in runs]


def _leave_other_sentences(scene: Scene, draft: Draft, taken: Taken) -> None:
    """Another sentence than that of the cue was said as a whole or not at all."""
    tree = scene.tree
    cue = draft.cue[0]
    for run in _runs(scene, draft.content):
        between = range(run.stop - 1, cue) if run.start < cue else range(draft.cue[-1], run.start)
        ended = any(tree.lower[token] in _SENTENCE_ENDS for token in between)
        if scene.quotation_of[run.start] >= 0 or not ended or tree.sentence[run.start] == tree.sentence[cue]:
            continue
        words = [k for k in tree.sentence_of(run.start) if scene.live[k] and not tree.is_mark(k)]
        inside = sum(word in run for word in words)
        # A sentence without words is a mark that the parser left alone.
        if not words or _is_told_by_another(tree, words, draft) or inside < _MOST * len(words):
            draft.content.difference_update(run)
        elif taken.isdisjoint(words):
            draft.content.update(range(words[0], words[-1] + 1))


def _leave_time(tree: Tree, draft: Draft) -> None:
    """Of "told reporters before he was held that …" the time when it was said is no part of what was said."""
    first = min(draft.content, default=0)
    opens = first if tree.lower[first] in _TIMES else first - 1
    if first <= max(draft.cue) or tree.lower[opens] not in _TIMES or opens <= max(draft.cue):
        return
    stop = next((k for k in sorted(draft.content) if tree.lower[k] == "that" and tree.tag[k] == "IN"), None)
    asides = range(first, stop) if stop is not None else range(0)
    if stop is not None and tree.sentence[stop] == tree.sentence[first] and not any(tree.is_mark(k) for k in asides):
        draft.content.difference_update(range(first, stop + 1))


def _is_told_by_another(tree: Tree, words: Sequence[int], draft: Draft) -> bool:
    """Whether a sentence says itself who tells what it tells ("On the island they will tell you that …"), is a question
    that the report asks, or judges what somebody said ("Some papers say he fled. This is untrue.")."""
    if tree.text.startswith("?", tree.end[words[-1]]) and draft.lemma != _LABEL:
        return True
    if len(words) <= _SHORT and tree.lower[words[0]] in _POINTING and tree.lower[words[-1]] in _VERDICTS:
        return True
    root = next((k for k in words if tree.head[k] == k), None)
    if root is None or root in draft.cue or not _says(tree, root):
        return False
    return tree.dependent(root, "nsubj") is not None and tree.dependent(root, "ccomp") is not None


def _leave_other_clause(scene: Scene, draft: Draft) -> None:
    """Of "Half have left, said the priest; the office says a tenth" neither says what stands beyond the semicolon, nor
    does the port in "The port says it has six men; the union has counted nine"."""
    tree, cue = scene.tree, draft.cue[0]
    sentence = tree.sentence_of(cue)
    marks = [k for k in sentence if tree.lower[k] == ";" and scene.quotation_of[k] < 0]
    before = max((k for k in marks if k < cue), default=sentence.start - 1)
    after = min((k for k in marks if k > cue), default=sentence.stop)
    for clause in (range(sentence.start, before), range(after + 1, sentence.stop)):
        if any(_tells(tree, k) or _counts(tree, k) for k in clause if scene.quotation_of[k] < 0):
            draft.content.difference_update(clause)
    if not draft.content:
        draft.content.update(range(draft.cue[-1] + 1, after))
    if draft.lemma != _LABEL:
        draft.content -= before_colon(scene, cue, draft.content)


def _tells(tree: Tree, verb: int) -> bool:
    """Whether a verb of saying has somebody beside it who is named."""
    who = subject(tree, verb) if tree.tag[verb] in FINITE and _says(tree, verb) else None
    return who is not None and tree.pos[who] in ("NOUN", "PROPN")


def _counts(tree: Tree, verb: int) -> bool:
    """Whether a verb has a number of somebody else who is named: "the union has counted nine", not "had counted"."""
    who = tree.dependent(verb, "nsubj") if tree.lemma[verb] in _COUNTING else None
    past = any(tree.lower[child] == "had" for child in tree.dependents(verb, "aux"))
    number = any(tree.pos[token] == "NUM" for token in tree.subtree(verb) if token > verb)
    return who is not None and tree.pos[who] in ("NOUN", "PROPN") and not past and number


def _take_behind_colon(scene: Scene, draft: Draft, taken: Taken) -> None:
    """What stands behind the colon of "Not so, says the mayor: it was they who left" was said."""
    tree = scene.tree
    cue = draft.cue[-1]
    sentence = tree.sentence_of(cue)
    named = [tree.at(b - 1) for source in draft.sources for _, b in source]
    colon = max([cue, *(k for k in named if k in sentence)]) + 1
    if not _says(tree, cue) or colon >= sentence.stop or tree.lower[colon] != ":":
        return
    rest = [k for k in range(colon + 1, sentence.stop) if tree.pos[k] != "SPACE"]
    if any(tree.tag[k] in FINITE for k in rest) and not any(k in taken or scene.quotation_of[k] >= 0 for k in rest):
        draft.content.update(rest)


def _leave_judgement(tree: Tree, draft: Draft) -> None:
    """What is rejected in "rejects as baseless the reports that …" are the reports."""
    first = min(draft.content, default=0)
    following = first + 1
    judged = draft.lemma.endswith(NAMING) and first == max(draft.cue) + 1 and tree.pos[first] == "ADJ"
    if judged and following in draft.content and tree.pos[following] == "DET":
        draft.content.discard(first)


def _keep_no_evidence(tree: Tree, draft: Draft) -> None:
    """Who "found no evidence that they were armed" does not say that they were: what was not found is said with it."""
    for noun in tree.dependents(draft.head or 0, "dobj"):
        no = any(tree.lower[child] in ("no", "little", "any") for child in tree.children[noun])
        if no and tree.lemma[noun] in _EVIDENCE and not draft.content.isdisjoint(tree.subtree(noun)):
            said = [token for token in tree.subtree(noun) if token >= min(*tree.children[noun], noun)]
            draft.content.update(said)
            draft.cue = [token for token in draft.cue if token not in said] or draft.cue


def _keep_to_noun(scene: Scene, draft: Draft) -> None:
    """Of "Allegations that it fled are untrue and insult the crew" neither the verdict nor the crew is alleged."""
    tree, noun = scene.tree, draft.head
    if noun is None or tree.pos[noun] != "NOUN" or tree.dep[noun] not in ("nsubj", "nsubjpass"):
        return
    phrase = set(tree.subtree(noun))
    if not draft.content & phrase or draft.content <= phrase:
        return
    draft.content &= phrase
    doer = agent(tree, tree.head[noun])
    near = phrase.union(tree.subtree(doer) if doer is not None else ())
    draft.sources = tuple(s for s in draft.sources if tree.at(s[0][0]) in near)


def _mend_tail(scene: Scene, draft: Draft, taken: Taken) -> None:
    """What goes on behind a cue that is set into its sentence goes on from a comma: "…, he said, at the wells"."""
    tree = scene.tree
    last = max(draft.cue)
    runs = [run for run in _runs(scene, draft.content) if tree.sentence[run.start] == tree.sentence[last]]
    if not any(run.stop <= min(draft.cue) for run in runs):
        return
    for run in runs:
        first = run.start
        while first - 1 > last and not tree.is_mark(first - 1) and first - 1 not in taken:
            first -= 1
        if run.start <= last or first == run.start or scene.quotation_of[run.start] >= 0:
            continue
        if tree.lower[run.start - 1] == "that" or not tree.is_mark(first - 1):
            continue
        opening = " ".join(tree.lower[first : first + 2])
        if opening not in _REMARKS and tree.pos[first] != "DET":
            draft.content.update(range(first, run.start))
        else:
            draft.content.difference_update(run)


def _fill_gaps(scene: Scene, draft: Draft, taken: Taken) -> None:
    """A few words that stand between two pieces of one sentence and are nobody's are part of what was said."""
    tree = scene.tree
    runs = _runs(scene, draft.content)
    entry = VERBS.get(lemma_of(tree.lemma[draft.head])) if draft.head is not None else None
    parts = entry is not None and "of" in entry.frames
    for one, other in pairwise(runs):
        gap = range(one.stop, other.start)
        words = [token for token in gap if not tree.is_mark(token)]
        same = tree.sentence[one.start] == tree.sentence[other.start]
        if parts and [tree.lower[token] for token in words] == ["of"]:
            continue  # "accused the firm *of* fraud": two things that the verb says
        if same and 0 < len(words) <= _GAP and taken.isdisjoint(gap) and all(scene.live[k] for k in gap):
            draft.content.update(gap)


def _complete(scene: Scene, draft: Draft, taken: Taken) -> None:
    """Adds the words without which the first or last of a piece are none."""
    tree = scene.tree
    for run in _runs(scene, draft.content):
        if scene.quotation_of[run.start] >= 0:
            continue
        last = run.stop - 1
        while tree.is_mark(last):
            last -= 1
        stop = _end(scene, draft.content, last, taken)
        draft.content.update(range(last + 1, stop))
        first = run.start
        for _ in range(_BACK):
            before = first - 1
            if before < 0 or not _may_take(scene, before, first, taken) or tree.dep[before] not in _BEFORE:
                break
            if tree.head[before] not in draft.content:
                break
            first = before
            draft.content.add(first)


def _take_subject(scene: Scene, draft: Draft) -> None:
    """Of "Reports that they came are lies, the mayor said" what was said does not begin with "are"."""
    tree = scene.tree
    first = min(draft.content, default=0)
    own = tree.dependent(first, "nsubj", "nsubjpass") if tree.tag[first] in FINITE else None
    if own is None or own > first or scene.quotation_of[own] >= 0 or max(draft.cue) < first:
        return
    if tree.entity[own] == "PERSON" and any(
        tree.text[a:b].lower() in _HE for source in draft.sources for a, b in source
    ):
        return
    phrase = tree.subtree(own)
    if phrase[-1] < first and draft.cue[0] not in phrase and _named(tree, draft).isdisjoint(phrase):
        draft.content.update(phrase)


def _may_take(scene: Scene, token: int, beside: int, taken: Taken) -> bool:
    """Whether a token is a word of the same sentence, in the same voice, that is nobody else's."""
    tree = scene.tree
    alike = tree.sentence[token] == tree.sentence[beside] and scene.quotation_of[token] == scene.quotation_of[beside]
    return alike and scene.live[token] and not tree.is_mark(token) and token not in taken


def _end(scene: Scene, content: Set[int], last: int, taken: Taken) -> int:
    """The place behind the last word that a piece needs, which ends with the token `last`."""
    tree = scene.tree
    needed = _needed(tree, content, last)
    if needed is None or needed in taken or needed - last > _REACH:
        return last + 1
    reach = max(tree.subtree(needed))
    stop = last + 1
    while stop < tree.size and stop <= min(reach, last + _REACH) and _may_take(scene, stop, last, taken):
        stop += 1
    return stop if stop > needed else last + 1


def _needed(tree: Tree, content: Set[int], last: int) -> int | None:
    """The token behind a piece that its last word cannot do without."""
    following = last + 1
    if following >= tree.size or tree.is_mark(following):
        return None
    top = last
    for above in tree.ancestors(last):
        if above not in content:
            break
        top = above
    if tree.dep[top] in _LEFTWARD and last < tree.head[top] and tree.head[top] not in content:
        return tree.head[top]
    for child in tree.children[last]:
        if child > last and (tree.pos[last] in _OPEN or tree.dep[child] in _NEEDED):
            return child
    same_name = tree.entity[last] and tree.entity[last] == tree.entity[following]
    if same_name and tree.pos[last] == "PROPN" == tree.pos[following]:
        return following
    return None
