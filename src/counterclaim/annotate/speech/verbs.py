"""Verbs as cues: which of their complements is what was said, and to whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from counterclaim.annotate.speech.aside import aside_content
from counterclaim.annotate.speech.lexicon import CARRIERS, NOUNS, VERBS, Verb, lemma_of
from counterclaim.annotate.speech.people import may_speak, may_testify
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import agent, antecedent, source_pieces, subject
from counterclaim.annotate.speech.tree import Piece, Tree
from counterclaim.records import Act

#: Verbs that take a clause and report nothing: what they govern happens, is caused or is meant.
NOT_SPEECH = frozenset(
    """be have do make let help get keep start stop begin go come take give put cause force enable ensure matter become
    happen seem appear turn leave send bring set prevent ban forbid need use try attempt manage fail allow permit
    depend remain stand serve lead result""".split()
)
#: The frames of a verb that no list has: only a clause of its own, and only of somebody who can speak.
_BACK_OFF = Verb(Act.ASSERT, frozenset({"that"}), frozenset({"that"}))
_MAKE_CLEAR = Verb(Act.ASSERT, frozenset({"that"}), frozenset({"that"}))
_INFINITIVE_CLAUSES = ("xcomp", "ccomp", "advcl")
_FINITE = ("VBD", "VBZ", "VBP")
CUT={"relcl"}; MK=set()
#: Verbs whose object is content by itself: "called him names", "accused the army", "deems it fair" (two objects).
_NAMES_OBJECT = frozenset({"describe", "portray", "depict", "call", "accuse", "deem", "label", "brand", "dub"})
_COMMAS = (",", "—", "–", "-", "--", ";")
_WH = frozenset({"what", "which", "that", "who", "whom"})
_NEVER = frozenset({"never", "n't", "not", "n’t", "nt", "without"})
#: "went on to say", "took to Twitter to announce": verbs that lead up to speech that took place.
_LEADS_ON = frozenset({"go", "continue", "proceed", "begin", "rush", "come", "take", "use", "hasten", "dare"})
_NOT_SAYING = frozenset({"refuse", "decline", "fail"})


@dataclass(slots=True)
class _Complements:
    """What was found of a verb's frames: content as tokens, the words that join the cue, addressees as heads."""

    content: set[int] = field(default_factory=set)
    cue: list[int] = field(default_factory=list)
    addressee: list[int] = field(default_factory=list)
    suffix: str = ""
    frames: set[str] = field(default_factory=set)


def is_name(tree: Tree, token: int) -> bool:
    """Whether a verb form is really a name ("Osama Said"): capitalised amid words that are not."""
    text = tree.text
    if not text[tree.start[token]].isupper() or token == 0:
        return False
    if tree.sentence[token] != tree.sentence[token - 1]:
        return False
    following = token + 1
    if following >= tree.size or tree.sentence[following] != tree.sentence[token]:
        return False
    return text[tree.start[following]].islower() and text[tree.start[token - 1]].isupper()


def lookup(tree: Tree, verb: int) -> tuple[str, Verb | None]:
    """The lemma of a verb, with its particle, and its entry in the lexicon."""
    lemma = lemma_of(tree.lemma[verb])
    if lemma == "make" and any(tree.lower[child] == "clear" for child in tree.children[verb]):
        return "make clear", _MAKE_CLEAR
    particle = tree.dependent(verb, "prt")
    if particle is not None and particle > verb:
        phrase = f"{lemma} {tree.lower[particle]}"
        if phrase in VERBS:
            return phrase, VERBS[phrase]
        if phrase not in ("go on",):
            return phrase, None if lemma not in ("come",) else None
    return lemma, VERBS.get(lemma)


def verb_draft(scene: Scene, verb: int) -> Draft | None:
    """The attribution that a verb makes, or None if it makes none."""
    tree = scene.tree
    if is_name(tree, verb) or _unrealised(tree, verb):
        return None
    lemma, entry = lookup(tree, verb)
    passive = _is_passive(tree, verb)
    if entry is None:
        if passive or tree.pos[verb] != "VERB" or lemma.split()[0] in NOT_SPEECH:
            return None
        entry = _BACK_OFF
    if not passive and entry is not _BACK_OFF:
        aside = aside_content(scene, verb)
        if aside is not None:
            return _aside_draft(scene, verb, lemma, *aside)
    found = _passive(tree, verb, entry) if passive else _active(tree, verb, entry)
    if not found.content or (entry is _BACK_OFF and min(found.content) < verb):
        return None
    who = agent(tree, verb) if passive else speaker(scene, verb)
    if who is not None and not _speaks(tree, who, found.frames & entry.checked):
        return None
    if who is None and (entry is _BACK_OFF or (not passive and tree.tag[verb] in ("VB", "VBP"))):
        return None
    cue = cue_tokens(tree, verb, found.cue)
    return Draft(
        head=verb,
        lemma=f"{lemma} {found.suffix}".strip(),
        cue=cue,
        content=found.content - set(cue),
        sources=source_pieces(tree, who) if who is not None else (),
        addressee=tuple(_noun_phrase(scene, head) for head in found.addressee),
        negated=is_negated(tree, verb),
    )


def _aside_draft(scene: Scene, verb: int, lemma: str, content: set[int], source: range) -> Draft:
    tree = scene.tree
    cue = cue_tokens(tree, verb, [])
    who = speaker(scene, verb)
    sources = source_pieces(tree, who) if who is not None and who in source else ()
    if not sources or sources[0][0][0] < tree.start[source.start] and scene.commas_lost:
        sources = (((tree.start[source.start], tree.end[source.stop - 1]),),)
    return Draft(head=verb, lemma=lemma, cue=cue, content=content - set(cue), sources=sources)


def _is_passive(tree: Tree, verb: int) -> bool:
    """ "was accused of …", "a man accused of …", "Asked about …"."""
    if tree.dependent(verb, "nsubjpass", "auxpass") is not None:
        return True
    return (
        tree.tag[verb] == "VBN"
        and tree.dep[verb] in ("acl", "advcl", "amod", "ROOT")
        and tree.dependent(verb, "aux", "nsubj") is None
    )


def speaker(scene: Scene, verb: int) -> int | None:
    """The head of a verb's subject, if it stands in the same voice: in the same quotation or outside of all."""
    who = subject(scene.tree, verb)
    if who is not None and scene.quotation_of[who] != scene.quotation_of[verb]:
        return None
    return who


def _unrealised(tree: Tree, verb: int) -> bool:
    """Whether an infinitive tells of something that need not have been said ("to say how"): all but "went on to say"."""
    if tree.tag[verb] != "VB" or not any(tree.lower[k] == "to" and tree.dep[k] == "aux" for k in tree.children[verb]):
        return False
    return tree.lemma[tree.head[verb]] not in _LEADS_ON or tree.dep[verb] not in ("xcomp", "advcl", "ccomp")


def _speaks(tree: Tree, who: int, checked: set[str]) -> bool:
    """Whether the subject can be a source: where that is `checked`, only who or what can speak or testify."""
    stands_for = antecedent(tree, who)
    if stands_for is not None:
        who = stands_for
    if tree.lower[who] in ("there", "it") and tree.dep[who] == "expl":
        return False
    return not checked or tree.lower[who] == "it" or may_testify(tree, who)


def is_negated(tree: Tree, verb: int) -> bool:
    """Whether it is said that it was not said: "did not say", "never said", "without saying", "declined to say"."""
    if any(tree.dep[child] == "neg" or tree.lower[child] in _NEVER for child in tree.children[verb] if child < verb):
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
        cue.add(before)
        before -= 1
    return sorted(cue)


def _noun_phrase(scene: Scene, head: int) -> Piece:
    pieces = source_pieces(scene.tree, head)
    return pieces[0][0][0], pieces[-1][-1][1]


def _branch(tree: Tree, head: int) -> set[int]:
    """A complement with all that hangs from it, but for a relative clause after a comma at its end: there the
    report goes on in its own voice ("said they had taken the town, which lies on the road to …")."""
    tokens = tree.subtree(head)
    last = tokens[-1]
    for token in tokens:
        if tree.dep[token] in CUT and token > head:
            clause = tree.subtree(token)
            if tree.lower[clause[0] - 1] == "," and clause[-1] >= last - 1:
                if tree.dep[token]=="advcl" and not any(tree.lower[k] in MK for k in tree.children[token] if k<token): continue
                return set(tokens).difference(clause)
    return set(tokens)


def _active(tree: Tree, verb: int, entry: Verb) -> _Complements:
    """The complements of a verb in the active voice."""
    found = _Complements()
    frames = entry.frames
    if "that" in frames:
        _clauses(tree, verb, found, "that" not in entry.checked)
    if not found.content and "inf" in frames:
        _infinitive(tree, verb, found, frames)
    if "as" in frames and not found.content:
        _naming(tree, verb, found)
    _prepositions(tree, verb, found, frames)
    if "ing" in frames:
        for child in tree.dependents(verb, "xcomp"):
            if tree.tag[child] == "VBG":
                found.content |= _branch(tree, child)
                found.frames.add("ing")
    objects = [o for o in tree.dependents(verb, "dobj", "dative") if o > verb or tree.tag[o] not in ("WP", "WDT")]
    if "whom" in frames and (found.content or "obj" not in frames):
        found.addressee += [o for o in objects if tree.tag[o] not in ("WP", "WDT") and o > verb]
    elif "obj" in frames:
        for item in objects:
            if tree.lemma[item] in NOUNS and lemma_of(tree.lemma[verb]) in CARRIERS and _has_content(tree, item):
                continue
            if tree.lower[item] not in ("it", "themselves", "itself", "himself", "herself", "so"):
                found.content |= _branch(tree, item)
                found.frames.add("obj")
    if not found.addressee:
        to = next((p for p in tree.dependents(verb, "prep", "dative") if tree.lower[p] == "to" and "to" not in frames), None)
        listener = tree.dependent(to, "pobj") if to is not None else None
        if listener is not None and may_speak(tree, listener):
            found.addressee.append(listener)
    return found


def _has_content(tree: Tree, noun: int) -> bool:
    return tree.dependent(noun, "acl", "relcl") is not None or tree.dependent(noun, "prep") is not None


def _clauses(tree: Tree, verb: int, found: _Complements, say: bool) -> None:
    """Finite clauses and quotations; in "X, he said, Y" the clause that the cue is set into."""
    for child in _clause_heads(tree, verb):
        if tree.dep[child] == "parataxis" and child < verb and tree.pos[child] not in ("VERB", "AUX"):
            continue
        if _set_in(tree, child) or _ends_clause(tree, child):
            continue
        found.content |= _branch(tree, child)
    if found.content:
        found.frames.add("that")
        return
    if say and tree.dep[verb] == "advcl" and any(tree.lower[k] == "as" and k < verb for k in tree.children[verb]):
        found.content = set(tree.subtree(tree.head[verb], [verb]))
    if tree.dep[verb] in ("parataxis", "ccomp") and tree.head[verb] != verb and _set_in(tree, verb):
        found.content = set(tree.subtree(tree.head[verb], [verb]))


def _clause_heads(tree: Tree, verb: int) -> list[int]:
    """The heads of the clauses that a verb governs; of "made clear that …", those of "clear"."""
    heads = list(tree.dependents(verb, "ccomp", "parataxis"))
    clear = next((c for c in heads + list(tree.dependents(verb, "acomp", "oprd")) if tree.lower[c] == "clear"), None)
    if clear is None:
        return heads
    return [c for c in heads if c != clear] + list(tree.dependents(clear, "ccomp", "advcl"))


def _set_in(tree: Tree, verb: int) -> bool:
    """Whether a cue without a complement of its own stands as an aside in its governor's clause."""
    if tree.dependent(verb, "nsubj") is None or tree.dependent(verb, "ccomp", "dobj", "xcomp") is not None:
        return False
    if tree.dep[verb] == "parataxis":
        return True
    own = [k for k in tree.subtree(verb) if tree.pos[k] != "PUNCT"]
    before = tree.lower[own[0] - 1] if own[0] else ""
    after = tree.lower[own[-1] + 1] if own[-1] + 1 < tree.size else ""
    return before in _COMMAS and after in (*_COMMAS, ".")


def _ends_clause(tree: Tree, verb: int) -> bool:
    """Whether a clause is a cue that closes the sentence it hangs in, without a comma: "… were hurt he said"."""
    head = tree.head[verb]
    entry = VERBS.get(lemma_of(tree.lemma[verb]))
    if entry is None or "that" not in entry.frames or verb < head or tree.tag[verb] not in _FINITE:
        return False
    if tree.dependent(verb, "ccomp", "xcomp", "dobj", "mark", "acomp", "attr") is not None:
        return False
    return tree.dependent(verb, "nsubj") is not None


def _infinitive(tree: Tree, verb: int, found: _Complements, frames: frozenset[str]) -> None:
    """ "threatened to …", "asked him to …"."""
    for child in tree.dependents(verb, *_INFINITIVE_CLAUSES):
        if child > verb and any(tree.lower[k] == "to" and tree.dep[k] == "aux" for k in tree.children[child]):
            if tree.dep[child] == "advcl" and tree.dependent(verb, "dobj") is not None and "whom" not in frames:
                continue
            found.content |= _branch(tree, child)
            found.frames.add("inf")
            found.suffix = "to" if "whom" in frames else found.suffix
            inner = tree.dependent(child, "nsubj")
            if inner is not None and "whom" in frames:
                found.addressee.append(inner)
                found.content -= _branch(tree, inner)
            break


def _naming(tree: Tree, verb: int, found: _Complements) -> None:
    """The object with what it is called: "described the talks as useless", "called him a liar"."""
    named: set[int] = set()
    for child in tree.dependents(verb, "prep"):
        lower = tree.lower[child]
        if lower == "as":
            named |= _branch(tree, child) - {child}
            found.cue.append(child)
            found.suffix = "as"
    for child in tree.dependents(verb, "oprd", "ccomp", "xcomp", "acomp"):
        if child > verb:
            named |= _branch(tree, child)
    if not named:
        for child in tree.dependents(verb, "prep"):
            if tree.lower[child] in ("of", "to", "with") and child > verb:
                named |= _branch(tree, child)
    if not named and lemma_of(tree.lemma[verb]) not in _NAMES_OBJECT:
        return
    found.content |= named
    found.frames.add("as")
    for item in tree.dependents(verb, "dobj"):
        if tree.tag[item] not in ("WP", "WDT"):
            found.content |= _branch(tree, item)


def _prepositions(tree: Tree, verb: int, found: _Complements, frames: frozenset[str]) -> None:
    """Objects of the prepositions that the verb's frames name."""
    for child in tree.dependents(verb, "prep", "advmod"):
        name = tree.lower[child]
        if name not in frames or child < verb or name in ("as", "obj"):
            continue
        if tree.dependent(child, "pobj", "pcomp") is None:
            continue
        found.content |= _branch(tree, child) - {child}
        found.frames.add(name)
        if not found.suffix and not tree.dependent(verb, "dobj"):
            found.cue.append(child)
            found.suffix = name
        if name in ("on", "upon"):
            for clause in tree.dependents(verb, "xcomp", "advcl"):
                if clause > child and any(tree.lower[k] == "to" for k in tree.children[clause]):
                    found.content |= _branch(tree, clause)


def _passive(tree: Tree, verb: int, entry: Verb) -> _Complements:
    """The complements in the passive: "it was reported that …", "was accused of …", "was criticised by …"."""
    found = _Complements()
    frames = entry.frames
    it = tree.dependent(verb, "nsubjpass", "csubjpass")
    clause = [c for c in tree.dependents(verb, "ccomp", "csubjpass") if c != it or tree.dep[c] == "csubjpass"]
    infinitive = [
        c
        for c in tree.dependents(verb, "xcomp")
        if any(tree.lower[k] == "to" and tree.dep[k] == "aux" for k in tree.children[c])
    ]
    if clause and "that" in frames:
        found.content |= set().union(*(_branch(tree, c) for c in clause))
        if "whom" in frames and it is not None:
            found.addressee.append(it)
        return found
    if infinitive and frames & {"that", "as", "whom"} and lemma_of(tree.lemma[verb]) not in ("mean", "intend"):
        found.content |= set().union(*(_branch(tree, c) for c in infinitive))
        if it is not None and "whom" in frames:
            found.addressee.append(it)
        elif it is not None:
            found.content |= _branch(tree, it)
        return found
    _prepositions(tree, verb, found, frames)
    if "as" in frames:
        for child in tree.dependents(verb, "prep", "oprd"):
            if tree.lower[child] in ("as", "of") or tree.dep[child] == "oprd":
                found.content |= _branch(tree, child)
                if tree.lower[child] == "as":
                    found.content.discard(child)
                    found.cue.append(child)
                    found.suffix = "as"
    told = "whom" in frames and "obj" not in frames
    if it is not None and not told and (found.content or (agent(tree, verb) is not None and frames & {"obj", "that"})):
        if tree.tag[it] not in ("WP", "WDT"):
            found.content |= _branch(tree, it)
        else:
            found.content |= _branch(tree, it)
    return found
