"""Verbs as cues: from a verb, its subject and its complements to an attribution."""

from __future__ import annotations

from counterclaim.annotate.speech.asides import Aside, find_aside, source_before
from counterclaim.annotate.speech.complements import active, branch, is_infinitive, passive
from counterclaim.annotate.speech.entries import BACK_OFF, lookup
from counterclaim.annotate.speech.lexicon import VERBS, lemma_of
from counterclaim.annotate.speech.people import may_testify
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import agent, antecedent, is_nobody, relayed_by, source_pieces, subject
from counterclaim.annotate.speech.tree import FINITE, Piece, Tree

#: Verbs that take a clause with "that" and report nothing: what they govern happens, is caused or is meant.
_NOT_SPEECH = frozenset(
    """be have do make let help get keep start stop begin go come take give put cause force enable ensure matter become
    happen seem appear turn leave send bring set prevent ban forbid need use try attempt manage fail allow permit
    depend remain stand serve lead result mean""".split()
)
_CONNECTIVES = frozenset("however meanwhile therefore thus nevertheless moreover furthermore".split())
_NEGATIONS = frozenset({"never", "not", "n't", "n’t", "nt"})
#: "went on to say", "took to the air to announce": verbs that lead up to speech that took place.
_LEADS_ON = frozenset({"go", "continue", "proceed", "begin", "rush", "come", "take", "use", "hasten"})
_NOT_SAYING = frozenset({"refuse", "decline", "fail"})
#: "quoted X as saying": the subject of these passes on what another said.
_RELAYS = frozenset({"quote", "cite", "report"})


def is_name(tree: Tree, token: int) -> bool:
    """Whether a verb form is really a name ("Osama Said"): capitalised, after a capitalised word, before one that
    is not."""
    text = tree.text
    if token == 0 or not text[tree.start[token]].isupper() or tree.sentence[token] != tree.sentence[token - 1]:
        return False
    following = token + 1
    if following >= tree.size or tree.sentence[following] != tree.sentence[token]:
        return False
    return text[tree.start[following]].islower() and text[tree.start[token - 1]].isupper()


def verb_draft(scene: Scene, verb: int) -> Draft | None:
    """The attribution that a verb makes, or None if it makes none."""
    tree = scene.tree
    if is_name(tree, verb) or _is_unrealised(tree, verb) or _is_so_called(tree, verb):
        return None
    lemma, entry = lookup(tree, verb)
    is_passive = _is_passive(tree, verb)
    if entry is None:
        if is_passive or not _has_that(tree, verb):
            return None
        entry = BACK_OFF
    if not is_passive and entry.says:
        aside = find_aside(scene, verb)
        if aside is not None:
            return _aside_draft(scene, verb, lemma, aside)
    found = passive(tree, verb, entry) if is_passive else active(tree, verb, entry)
    if not found.content or ("quote" in entry.frames and not scene.quoted_in(found.content)):
        return None
    if entry is BACK_OFF and min(found.content) < verb:
        return None
    who = agent(tree, verb) if is_passive else speaker(scene, verb)
    if tree.tag[verb] == "VBG" and (who is None or (tree.head[who] != verb and not may_testify(tree, who))):
        who = _speaker_before(scene, verb) or who
    if who is not None and not _speaks(tree, who, is_passive or bool(found.frames & entry.checked)):
        return None
    if not is_passive and tree.tag[verb] in FINITE:
        if who is None:
            astray = not scene.quoted_in(found.content)
        else:
            astray = who in found.content or (scene.commas_lost and entry.says and min(found.content) < verb)
        if astray and (who is None or who in found.content or source_before(scene, verb) is not None):
            taken_in = set(tree.subtree(who)) if who is not None else set()
            return _draft_of_names(scene, verb, lemma, found.content | taken_in) if entry.says else None
    if who is None and (entry is BACK_OFF or (not is_passive and tree.tag[verb] in ("VB", "VBP"))):
        return None
    nobody = who is not None and is_nobody(tree, who)
    cue = cue_tokens(tree, verb, found.cue)
    return Draft(
        head=verb,
        lemma=f"{lemma} {found.suffix}".strip(),
        cue=cue,
        content=found.content.difference(cue),
        sources=source_pieces(tree, who) if who is not None and not nobody else (),
        via=relay(tree, verb, who),
        addressee=tuple(_extent(tree, head) for head in found.addressee),
        negated=nobody or is_negated(tree, verb),
    )


def _aside_draft(scene: Scene, verb: int, lemma: str, aside: Aside) -> Draft:
    """The attribution of a cue that is set into its sentence. Its source is what stands right beside it."""
    tree = scene.tree
    who = speaker(scene, verb)
    sources = source_pieces(tree, who) if who is not None and who in aside.source else ()
    if not sources or (scene.commas_lost and sources[0][0][0] < tree.start[aside.source.start]):
        sources = (((tree.start[aside.source.start], tree.end[aside.source.stop - 1]),),)
    cue = cue_tokens(tree, verb, [])
    addressee = tuple(
        _extent(tree, item)
        for item in tree.dependents(verb, "dobj", "dative")
        if item > verb and lemma_of(tree.lemma[verb]) in VERBS and "whom" in VERBS[lemma_of(tree.lemma[verb])].frames
    )
    return Draft(
        verb, lemma, cue, aside.content.difference(cue), sources, via=relay(tree, verb, who), addressee=addressee
    )


def _draft_of_names(scene: Scene, verb: int, lemma: str, content: set[int]) -> Draft | None:
    """The attribution of a cue whose subject the parser made a part of something else: the names before the verb are
    its source ("… were killed SANA reported")."""
    tree = scene.tree
    run = source_before(scene, verb)
    if run is None:
        return None
    cue = cue_tokens(tree, verb, [])
    source = (tree.start[run.start], tree.end[run.stop - 1])
    return Draft(verb, lemma, cue, content.difference(cue, run), ((source,),), negated=is_negated(tree, verb))


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


def _is_unrealised(tree: Tree, verb: int) -> bool:
    """Whether an infinitive tells of what need not have been said ("hopes to say"): all but "went on to say"."""
    if tree.tag[verb] != "VB" or not is_infinitive(tree, verb):
        return False
    return tree.dep[verb] not in ("xcomp", "advcl", "ccomp") or tree.lemma[tree.head[verb]] not in _LEADS_ON


def _is_so_called(tree: Tree, verb: int) -> bool:
    """ "The so-called Islamic State" is the outlet's distance, not somebody's words."""
    return any(child < verb and tree.lower[child] == "so" for child in tree.children[verb])


def speaker(scene: Scene, verb: int) -> int | None:
    """The head of a verb's subject, if it stands in the same voice: in the same quotation or outside of all."""
    who = subject(scene.tree, verb)
    if who is not None and scene.quotation_of[who] != scene.quotation_of[verb]:
        return None
    return who


def _speaker_before(scene: Scene, verb: int) -> int | None:
    """Who spoke last in the sentence, for a participle that has lost its subject: "denied it … saying …"."""
    tree = scene.tree
    for token in range(verb - 1, tree.sentence_of(verb).start - 1, -1):
        if tree.tag[token] in FINITE and scene.quotation_of[token] == scene.quotation_of[verb]:
            entry = lookup(tree, token)[1]
            if entry is not None and "that" in entry.frames:
                return speaker(scene, token)
    return None


def _speaks(tree: Tree, who: int, checked: bool) -> bool:
    """Whether the subject can be a source: where that is `checked`, only who or what can speak or testify."""
    stands_for = antecedent(tree, who)
    if stands_for is not None:
        who = stands_for
    if tree.dep[who] == "expl" or (tree.tag[who] == "DT" and tree.lower[who] in ("that", "this")):
        return False
    if not checked or tree.lower[who] == "it" or may_testify(tree, who):
        return True
    governor = VERBS.get(lemma_of(tree.lemma[tree.head[who]]))
    return tree.dep[who] == "nsubj" and governor is not None and governor.says


def relay(tree: Tree, verb: int, who: int | None) -> tuple[Piece, ...]:
    """Whom the words came through: "the agency quoted him as saying", "in a statement carried by the agency"."""
    preposition = tree.head[verb]
    if tree.dep[verb] == "pcomp" and tree.lower[preposition] == "as":
        quoting = tree.head[preposition]
        if lemma_of(tree.lemma[quoting]) in _RELAYS:
            is_passive = tree.dependent(quoting, "auxpass", "nsubjpass") is not None
            through = agent(tree, quoting) if is_passive else subject(tree, quoting)
            return (_extent(tree, through),) if through is not None and through != who else ()
    through = relayed_by(tree, verb, who)
    return (_extent(tree, through),) if through is not None else ()


def is_negated(tree: Tree, verb: int) -> bool:
    """Whether it is said that it was not said: "did not say", "never said", "without saying", "declined to say"."""
    before = (child for child in tree.children[verb] if child < verb)
    if any(tree.dep[child] == "neg" or tree.lower[child] in _NEGATIONS for child in before):
        return True
    head = tree.head[verb]
    if tree.dep[verb] == "pcomp" and tree.lower[head] == "without":
        return True
    return tree.dep[verb] == "xcomp" and tree.lemma[head] in _NOT_SAYING


def cue_tokens(tree: Tree, verb: int, more: list[int]) -> list[int]:
    """The verb with its auxiliaries, negation and particle, adverbs right before it, and `more`."""
    cue = {verb, *more}
    cue.update(tree.dependents(verb, "aux", "auxpass", "neg", "prt"))
    before = verb - 1
    while before >= 0 and tree.head[before] == verb and tree.dep[before] in ("advmod", "aux", "auxpass", "neg"):
        if tree.lower[before] not in _CONNECTIVES:
            cue.add(before)
        before -= 1
    return sorted(cue)


def _extent(tree: Tree, head: int) -> Piece:
    """A noun phrase as one stretch of text."""
    sources = source_pieces(tree, head)
    if sources:
        return sources[0][0][0], sources[-1][-1][1]
    tokens = branch(tree, head)
    return tree.start[min(tokens)], tree.end[max(tokens)]
