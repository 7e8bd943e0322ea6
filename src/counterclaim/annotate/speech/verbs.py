"""Verbs as cues: from a verb, its subject and its complements to an attribution."""

from __future__ import annotations

from counterclaim.annotate.speech.answers import answer_draft
from counterclaim.annotate.speech.asides import GOING_ON, Aside, find_aside, source_before
from counterclaim.annotate.speech.complements import Complements, active, is_infinitive, passive
from counterclaim.annotate.speech.cues import (
    cue_tokens,
    extent,
    is_name,
    is_negated,
    quoted_speaker,
    relay,
    run_as_source,
    speaker,
    told,
)
from counterclaim.annotate.speech.entries import BACK_OFF, lookup
from counterclaim.annotate.speech.lexicon import VERBS, Verb, lemma_of
from counterclaim.annotate.speech.people import may_testify
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import agent, antecedent, is_nobody, source_pieces
from counterclaim.annotate.speech.tree import FINITE, Tree

#: Verbs that take a clause with "that" and report nothing: what they govern happens, is caused or is meant.
_NOT_SPEECH = frozenset(
    """be have do make let help get keep start stop begin go come take give put cause force enable ensure matter become
    happen seem appear turn leave send bring set prevent ban forbid need use try attempt manage fail allow permit
    depend remain stand serve lead result mean""".split()
)
_DECLINING = frozenset({"decline", "refuse"})
#: "went on to say", "took to the air to announce": verbs that lead up to speech that took place.
_LEADS_ON = frozenset({"go", "continue", "proceed", "begin", "rush", "come", "take", "use", "hasten"})


def verb_draft(scene: Scene, verb: int) -> Draft | None:
    """The attribution that a verb makes, or None if it makes none."""
    tree = scene.tree
    if is_name(tree, verb) or is_unrealised(tree, verb) or _is_so_called(tree, verb):
        return None
    quoting = quoted_speaker(tree, verb)
    if quoting is not None:
        return _relayed_draft(scene, verb, *quoting)
    answer = answer_draft(scene, verb)
    if answer is not None:
        return answer
    lemma, entry = lookup(tree, verb)
    is_passive = _is_passive(tree, verb)
    if entry is None:
        if is_passive or not _has_that(tree, verb):
            return None
        entry = BACK_OFF
    aside = find_aside(scene, verb) if (entry.says or lemma in GOING_ON) and not is_passive else None
    if aside is not None:
        return _aside_draft(scene, verb, lemma, aside)
    found = passive(tree, verb, entry) if is_passive else active(tree, verb, entry)
    if not found.content or ("quote" in entry.frames and not scene.quoted_in(found.content)):
        return None
    if entry is BACK_OFF and min(found.content) < verb:
        return None
    who = agent(tree, verb) if is_passive else _active_speaker(scene, verb)
    if who is not None and not _speaks(tree, who, is_passive or bool(found.frames & entry.checked)):
        return None
    if not is_passive and _is_astray(scene, verb, who, found, entry):
        return _draft_of_names(scene, verb, lemma, who, found) if entry.says else None
    if who is None and not is_passive and (entry is BACK_OFF or tree.tag[verb] in ("VB", "VBP")):
        return None
    nobody = who is not None and is_nobody(tree, who)
    if lemma in _DECLINING:
        _take_what_was_not_said(tree, verb, found)
    if not entry.says:
        found.content.difference_update(_according_at_end(tree, found.content))
    cue = cue_tokens(tree, verb, found.cue)
    return Draft(
        head=verb,
        lemma=f"{lemma} {found.suffix}".strip(),
        cue=cue,
        content=found.content.difference(cue),
        sources=source_pieces(tree, who) if who is not None and not nobody else (),
        via=relay(tree, verb, who),
        addressee=tuple(extent(tree, head) for head in found.addressee),
        negated=nobody or is_negated(tree, verb),
    )


def _active_speaker(scene: Scene, verb: int) -> int | None:
    """The subject of a verb; for a participle that shares one which can say nothing, who spoke before it."""
    who = speaker(scene, verb)
    if scene.tree.tag[verb] != "VBG" or (who is not None and _may_be_its_own(scene.tree, who, verb)):
        return who
    return _speaker_before(scene, verb) or who


def _may_be_its_own(tree: Tree, who: int, verb: int) -> bool:
    entry = VERBS.get(lemma_of(tree.lemma[verb]))
    says = entry is not None and entry.says
    return may_testify(tree, who) or (tree.head[who] == verb and not says)


def _speaker_before(scene: Scene, verb: int) -> int | None:
    """Who spoke last in the sentence, for a participle that has lost its subject: "denied it … saying …"."""
    tree = scene.tree
    for token in range(verb - 1, tree.sentence_of(verb).start - 1, -1):
        same_voice = scene.quotation_of[token] == scene.quotation_of[verb]
        if same_voice and tree.tag[token] in FINITE and lookup(tree, token)[1] is not None:
            return speaker(scene, token)
    return None


def _speaks(tree: Tree, who: int, checked: bool) -> bool:
    """Whether the subject can be a source: where that is `checked`, only who or what can speak or testify."""
    stands_for = antecedent(tree, who)
    if stands_for is not None:
        who = stands_for
    if tree.dep[who] == "expl" or (tree.tag[who] == "DT" and tree.lower[who] in ("that", "this", "a", "an", "the")):
        return False
    if not checked or tree.lower[who] == "it" or may_testify(tree, who):
        return True
    governor = VERBS.get(lemma_of(tree.lemma[tree.head[who]]))
    return tree.dep[who] == "nsubj" and governor is not None and governor.says


def _is_astray(scene: Scene, verb: int, who: int | None, found: Complements, entry: Verb) -> bool:
    """Whether the parser put the subject of a finite verb where it cannot be: nowhere, into what was said, or, where
    commas are lost, across the end of what was said."""
    if scene.tree.tag[verb] not in FINITE:
        return False
    if who is None:
        return not scene.quoted_in(found.content)
    if who in found.content:
        return True
    ran_on = scene.commas_lost and entry.says and min(found.content) < verb
    return ran_on and source_before(scene, verb) is not None


def _draft_of_names(scene: Scene, verb: int, lemma: str, who: int | None, found: Complements) -> Draft | None:
    """The attribution of a cue whose subject is astray: the names before the verb are its source ("… were killed
    officials reported"), and the rest of what the parser took for its subject was said."""
    tree = scene.tree
    run = source_before(scene, verb)
    if run is None:
        return None
    cue = cue_tokens(tree, verb, [])
    content = found.content.union(tree.subtree(who) if who is not None else ()).difference(cue, run)
    return Draft(
        head=verb,
        lemma=lemma,
        cue=cue,
        content=content,
        sources=run_as_source(tree, run),
        addressee=told(tree, verb),
        negated=is_negated(tree, verb),
    )


def _relayed_draft(scene: Scene, verb: int, cited: int, saying: int) -> Draft | None:
    """The attribution of "…, the agency quoted the minister as saying": the clause before, to the one who is quoted.
    Where what was said follows, the verb "saying" makes it."""
    tree = scene.tree
    if tree.dependent(saying, "ccomp", "xcomp", "dobj") is not None:
        return None
    content = {k for clause in tree.dependents(verb, "ccomp") if clause < verb for k in tree.subtree(clause)}
    through = relay(tree, verb, cited)
    if not content:
        content = _quotation_before(scene, cited)
    if not content:
        aside = find_aside(scene, verb)
        if aside is None:
            return None
        content = aside.content
        through = ((tree.start[aside.source.start], tree.end[aside.source.stop - 1]),)
    return Draft(verb, "say", cue_tokens(tree, verb, []), content, source_pieces(tree, cited), through)


def _quotation_before(scene: Scene, who: int) -> set[int]:
    """The quotation that ends right before a noun phrase."""
    before = scene.tree.subtree(who)[0] - 1
    while before >= 0 and scene.tree.lower[before] == ",":
        before -= 1
    number = scene.quotation_of[before] if before >= 0 else -1
    return set(scene.ranges[number]) if number >= 0 else set()


def _take_what_was_not_said(tree: Tree, verb: int, found: Complements) -> None:
    """Of "declined to say whether it was so" the cue is "declined to say"."""
    for saying in tree.dependents(verb, "xcomp"):
        entry = VERBS.get(lemma_of(tree.lemma[saying]))
        clause = tree.dependent(saying, "ccomp")
        if entry is not None and entry.says and clause is not None and is_infinitive(tree, saying):
            found.content = set(tree.subtree(clause))
            found.cue += [saying, *(c for c in tree.children[saying] if tree.lower[c] == "to" and c < saying)]


def _according_at_end(tree: Tree, content: set[int]) -> set[int]:
    """ "refused to leave according to residents": the end belongs to whoever tells of it."""
    last = max(content)
    for token in content:
        if tree.lower[token] == "according" and tree.subtree(token)[-1] == last:
            return set(range(token, last + 1))
    return set()


def _aside_draft(scene: Scene, verb: int, lemma: str, aside: Aside) -> Draft:
    """The attribution of a cue that is set into its sentence. Its source is what stands right beside it."""
    tree = scene.tree
    who = speaker(scene, verb)
    sources = source_pieces(tree, who) if who is not None and who in aside.source else ()
    if not sources or (scene.commas_lost and sources[0][0][0] < tree.start[aside.source.start]):
        sources = run_as_source(tree, aside.source)
    cue = cue_tokens(tree, verb, [])
    return Draft(
        head=verb,
        lemma=lemma,
        cue=cue,
        content=aside.content.difference(cue),
        sources=sources,
        via=relay(tree, verb, who),
        addressee=told(tree, verb),
    )


def _has_that(tree: Tree, verb: int) -> bool:
    """Whether a verb that no list has governs a clause with "that". (Shorter lemmas than four letters are
    mostly remains of contractions.)"""
    if tree.pos[verb] != "VERB" or len(tree.lemma[verb]) < 4 or tree.lemma[verb] in _NOT_SPEECH:
        return False
    clauses = tree.dependents(verb, "ccomp")
    return any(tree.dep[child] == "mark" and tree.lower[child] == "that" for c in clauses for child in tree.children[c])


def _is_passive(tree: Tree, verb: int) -> bool:
    """ "was accused of …", "a man accused of …", "Asked about …"."""
    if tree.dependent(verb, "nsubjpass", "auxpass") is not None:
        return True
    if tree.tag[verb] != "VBN" or tree.dependent(verb, "aux", "nsubj") is not None:
        return False
    opens = verb == 0 or tree.sentence[verb - 1] != tree.sentence[verb] or tree.lower[verb - 1] in ("when", "if")
    return opens or tree.dep[verb] in ("acl", "amod")


def is_unrealised(tree: Tree, verb: int) -> bool:
    """Whether an infinitive tells of what need not have been said ("hopes to say"): all but "went on to say"."""
    if tree.tag[verb] != "VB" or not is_infinitive(tree, verb):
        return False
    head = tree.head[verb]
    if tree.lemma[head] == "go" and not any(tree.lower[child] == "on" for child in tree.children[head]):
        return True  # "is going to say"
    return tree.dep[verb] not in ("xcomp", "advcl", "ccomp") or tree.lemma[head] not in _LEADS_ON


def _is_so_called(tree: Tree, verb: int) -> bool:
    """ "The so-called Islamic State" is the outlet's distance, not somebody's words."""
    return any(child < verb and tree.lower[child] == "so" for child in tree.children[verb])
