"""What a reporting verb governs: which of its complements is what was said, and who was told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from counterclaim.annotate.speech.asides import ends_sentence, is_set_in
from counterclaim.annotate.speech.lexicon import CARRIERS, NOUNS, VERBS, Verb, lemma_of
from counterclaim.annotate.speech.people import may_speak
from counterclaim.annotate.speech.sources import agent, is_date
from counterclaim.annotate.speech.tree import FINITE, Tree

_WH = frozenset({"WP", "WDT"})
#: Objects that only point ahead or back to what is said elsewhere ("made it clear", "said so").
_EMPTY = frozenset("it so themselves itself himself herself".split())
#: Verbs whose object is content even where nothing says what it was called: "described the attack".
_NAMES_OBJECT = frozenset({"describe", "portray", "depict", "accuse"})
#: In the passive these tell of a purpose, not of anybody's words: "are meant to discourage".
_PURPOSE = frozenset({"mean", "intend"})
_MARKS = frozenset({'"', "“", "``", "'", "‘"})
_CONJUNCTIONS = frozenset("as while although though because after before since until when".split())
_FIGURES = frozenset({"toll", "number", "figure", "count", "death", "total", "estimate", "cost"})
_HOUR = re.compile(
    r"at (?:about |around |approximately |some )?(?:\d\d?[.:]\d\d\b|\d\d? [ap]\.?m|noon\b|midnight\b|dawn\b|dusk\b"
    r"|(?:a )?(?:half|quarter) (?:past|to|after|before)\b|[a-z-]+ (?:minutes )?(?:past|to|before|after) [a-z]+"
    r"|[a-z]+ o['’ ]|\w+ in the (?:morning|afternoon|evening))"
)


@dataclass(slots=True)
class Complements:
    """What was found of a verb's frames.

    `content` is a set of tokens; `cue` the words that join the verb in the cue; `addressee` the heads of who is
    told; `frames` those that gave content; `suffix` what the cue's lemma is told apart by ("call *for*").
    """

    content: set[int] = field(default_factory=set)
    cue: list[int] = field(default_factory=list)
    addressee: list[int] = field(default_factory=list)
    frames: set[str] = field(default_factory=set)
    suffix: str = ""

    def take(self, tree: Tree, heads: Iterable[int], frame: str) -> None:
        """Make the branches that begin at `heads` content, found by `frame`."""
        for head in heads:
            self.content |= branch(tree, head)
            self.frames.add(frame)


def branch(tree: Tree, head: int) -> set[int]:
    """A complement with all that hangs from it, but for a relative clause after a comma at its end.

    There the report speaks in its own voice ("said they had taken the town, which lies on the road to …"):
    without the cut, relation F1 on PolNeAR's training articles is .24 lower.
    """
    tokens = tree.subtree(head)
    for token in tokens:
        if tree.dep[token] == "relcl" and token > head:
            clause = tree.subtree(token)
            if tree.lower[clause[0] - 1] == "," and clause[-1] >= tokens[-1] - 1:
                return set(tokens).difference(clause)
    return set(tokens)


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether a verb has "to" before it."""
    return any(tree.lower[child] == "to" and tree.dep[child] == "aux" for child in tree.children[verb])


def active(tree: Tree, verb: int, entry: Verb) -> Complements:
    """The complements of a verb in the active voice."""
    found = Complements()
    frames = entry.frames
    if frames & {"that", "quote"}:
        found.take(tree, _clauses(tree, verb), "that")
        if not found.content and entry.says:
            _governing_clause(tree, verb, found)
    if "inf" in frames and not found.content:
        _infinitive(tree, verb, found, "whom" in frames)
    if frames & {"as", "named"} and not found.content:
        _naming(tree, verb, found, frames)
    _prepositions(tree, verb, found, frames)
    if "ing" in frames:
        found.take(tree, (c for c in tree.dependents(verb, "xcomp") if tree.tag[c] == "VBG"), "ing")
    _objects(tree, verb, found, frames)
    if not found.addressee and "to" not in frames:
        to = next((p for p in tree.dependents(verb, "prep", "dative") if tree.lower[p] == "to"), None)
        listener = tree.dependent(to, "pobj") if to is not None else None
        if listener is not None and may_speak(tree, listener):
            found.addressee.append(listener)
    return found


def _clauses(tree: Tree, verb: int) -> list[int]:
    """The heads of the finite clauses and quotations that a verb governs; of "made clear that …", those of "clear"."""
    heads = list(tree.dependents(verb, "ccomp", "parataxis"))
    clear = next((c for c in heads + list(tree.dependents(verb, "acomp", "oprd")) if tree.lower[c] == "clear"), None)
    if clear is not None:
        heads = [c for c in heads if c != clear] + list(tree.dependents(clear, "ccomp", "advcl"))
    return [
        c
        for c in heads
        if not (
            is_set_in(tree, c) or ends_sentence(tree, c) or _is_circumstance(tree, c, verb) or _is_answer(tree, c, verb)
        )
    ]


def _is_answer(tree: Tree, clause: int, verb: int) -> bool:
    """Whether a clause with a cue and a subject of its own answers a question: "Asked why, the mayor said …"."""
    entry = VERBS.get(lemma_of(tree.lemma[clause]))
    if tree.lemma[verb] != "ask" or clause < verb or entry is None or not entry.says or tree.tag[clause] not in FINITE:
        return False
    who = tree.dependent(clause, "nsubj")
    first = tree.subtree(who)[0] if who is not None else clause
    return tree.lower[first - 1] == ","


def _is_circumstance(tree: Tree, clause: int, verb: int) -> bool:
    """Whether a clause before the verb tells when or why it was said: "As rockets fell, he insisted …"."""
    return clause < verb and any(tree.lower[c] in _CONJUNCTIONS and c < clause for c in tree.children[clause])


def _governing_clause(tree: Tree, verb: int, found: Complements) -> None:
    """The clause that a cue without a complement of its own is set into: "X, he said, Y"; "As he said, X"."""
    head = tree.head[verb]
    label = tree.dep[verb]
    as_he_said = label == "advcl" and any(tree.lower[c] == "as" and c < verb for c in tree.children[verb])
    if (as_he_said and tree.dependent(verb, "dobj") is None) or (
        label in ("parataxis", "ccomp") and head != verb and is_set_in(tree, verb)
    ):
        found.content = set(tree.subtree(head, [verb]))
        found.frames.add("that")


def _infinitive(tree: Tree, verb: int, found: Complements, has_addressee: bool) -> None:
    """ "threatened to …", "asked him to …"."""
    for child in tree.dependents(verb, "xcomp", "ccomp", "advcl"):
        if child < verb or not is_infinitive(tree, child):
            continue
        if tree.dep[child] == "advcl" and tree.dependent(verb, "dobj") is not None and not has_addressee:
            continue  # a purpose: "wrote a letter to explain …"
        found.take(tree, [child], "inf")
        inner = tree.dependent(child, "nsubj")
        if has_addressee:
            found.suffix = "to"
            if inner is not None:
                found.addressee.append(inner)
                found.content -= branch(tree, inner)
        return


def _naming(tree: Tree, verb: int, found: Complements, frames: frozenset[str]) -> None:
    """The object with what is said of it: "described the talks as useless", "called him a liar"."""
    objects = [item for item in tree.dependents(verb, "dobj") if tree.tag[item] not in _WH]
    said: set[int] = set()
    if "as" in frames:
        for child in tree.dependents(verb, "prep"):
            if tree.lower[child] == "as":
                said |= branch(tree, child) - {child}
                found.cue.append(child)
                found.suffix = "as"
    if "named" in frames:
        for child in tree.dependents(verb, "oprd", "ccomp", "xcomp", "acomp"):
            if child > verb:
                said |= branch(tree, child)
        for item in objects:  # "called the walkout “a crime”", which the parser takes for another name of it
            named = tree.dependent(item, "appos")
            if named is not None and tree.lower[tree.subtree(named)[0] - 1] in _MARKS:
                said |= branch(tree, named)
    whole = lemma_of(tree.lemma[verb]) in _NAMES_OBJECT or ("named" in frames and len(objects) > 1)
    if said or whole:
        found.content |= said
        found.frames.add("as")
        found.take(tree, objects, "as")


def _prepositions(tree: Tree, verb: int, found: Complements, frames: frozenset[str]) -> None:
    """Objects of the prepositions that the verb's frames name; with "called on X" also what X is to do."""
    for child in tree.dependents(verb, "prep", "advmod"):
        name = tree.lower[child]
        if child < verb or name == "as" or name not in frames or tree.dependent(child, "pobj", "pcomp") is None:
            continue
        if name in ("on", "for") and any(is_date(tree, item) for item in tree.dependents(child, "pobj")):
            continue
        if name == "at" and tree.lemma[verb] == "put" and not (_is_figure(tree, verb) or _is_hour(tree, child)):
            continue
        found.take(tree, [child], name)
        found.content.discard(child)
        if not found.suffix and tree.dependent(verb, "dobj") is None:
            found.cue.append(child)
            found.suffix = name
        if name in ("on", "upon"):
            purposes = tree.dependents(verb, "xcomp", "advcl")
            found.take(tree, (c for c in purposes if c > child and is_infinitive(tree, c)), "inf")


def _is_figure(tree: Tree, verb: int) -> bool:
    """Whether "put … at …" gives a figure: "put the death toll at 58"."""
    counted = tree.dependent(verb, "dobj")
    return counted is not None and tree.lemma[counted] in _FIGURES


def _is_hour(tree: Tree, preposition: int) -> bool:
    """Whether "at …" gives an hour: "put the blast at 5.20 a.m.", "at a quarter to eleven"."""
    words = " ".join(tree.lower[item] for item in tree.subtree(preposition))
    return bool(_HOUR.match(words))


def _objects(tree: Tree, verb: int, found: Complements, frames: frozenset[str]) -> None:
    """Direct objects: who is told, or what is said. A noun of speech that holds its own content is left to it."""
    objects = [o for o in tree.dependents(verb, "dobj", "dative") if tree.tag[o] not in _WH]
    if "whom" in frames and (found.content or "obj" not in frames):
        found.addressee += [o for o in objects if o > verb]
        return
    if "obj" not in frames and not (tree.lemma[verb] == "put" and found.content):
        return
    if not found.content:  # "rejected what he called an insult"
        clauses = (c for c in tree.dependents(verb, "ccomp") if c > verb)
        found.take(tree, (c for c in clauses if tree.tag[tree.subtree(c)[0]] == "WP"), "obj")
    carries = lemma_of(tree.lemma[verb]) in CARRIERS
    for item in objects:
        if carries and tree.lemma[item] in NOUNS and tree.dependent(item, "acl", "relcl", "prep") is not None:
            continue
        if tree.lower[item] not in _EMPTY:
            found.take(tree, [item], "obj")


def passive(tree: Tree, verb: int, entry: Verb) -> Complements:
    """The complements in the passive: "it was reported that …", "was accused of …", "was criticised by …"."""
    found = Complements()
    frames = entry.frames
    topic = tree.dependent(verb, "nsubjpass", "csubjpass")
    told = "whom" in frames
    if "that" in frames:
        clauses = tree.dependents(verb, "ccomp", "csubjpass")
        found.take(tree, (c for c in clauses if not (ends_sentence(tree, c) or _is_answer(tree, c, verb))), "that")
        if found.content:
            if told and topic is not None:
                found.addressee.append(topic)
            return found
    if frames & {"that", "as", "named", "whom"} and lemma_of(tree.lemma[verb]) not in _PURPOSE:
        found.take(tree, (c for c in tree.dependents(verb, "xcomp") if is_infinitive(tree, c)), "inf")
        if found.content:
            if told and topic is not None:
                found.addressee.append(topic)
            elif topic is not None:
                found.take(tree, [topic], "inf")
            return found
    _prepositions(tree, verb, found, frames)
    by = agent(tree, verb)
    if frames & {"as", "named"} and (tree.dep[verb] != "acl" or by is not None or "of" in frames):
        _named_in_passive(tree, verb, found)
    if tree.dep[verb] == "acl" and found.content:
        found.content |= set(tree.subtree(tree.head[verb], [verb]))  # "a man accused of spying"
    if topic is None or (told and "obj" not in frames):
        return found
    if tree.tag[topic] not in _WH if found.content else by is not None and ("obj" in frames or entry.says):
        found.take(tree, [topic], "obj")
    return found


def _named_in_passive(tree: Tree, verb: int, found: Complements) -> None:
    """ "was described as a massacre", "was accused of treason", "was deemed unsafe"."""
    for child in tree.dependents(verb, "prep", "oprd"):
        if tree.dep[child] == "oprd":
            found.take(tree, [child], "as")
        elif tree.lower[child] in ("as", "of"):
            found.take(tree, [child], "as")
            found.content.discard(child)
            found.cue.append(child)
            found.suffix = tree.lower[child]
