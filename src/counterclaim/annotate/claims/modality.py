"""In what world a predicate holds, by its own auxiliaries, conjunctions and adverbs."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.records import Modality

_MAY = frozenset({"may", "might", "could", "can", "ca"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_MUST = frozenset({"should", "must", "ought"})
_PERHAPS = frozenset(
    "allegedly supposedly apparently possibly perhaps probably presumably maybe potentially purportedly likely".split()
)
#: Conjunctions of a condition. "Whether" is none: it leaves open.
_IF = frozenset({"if", "unless", "provided", "providing", "assuming", "lest"})
_LONG = frozenset({"as", "so"})
_SENSES = frozenset("see hear feel smell find reach tell identify".split())


def auxiliaries(verb: Token) -> frozenset[str]:
    """The auxiliaries of a verb, in lower case; those it shares with the verb it is coordinated with too."""
    own = frozenset(child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"})
    if not own and verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB" and not has_subject(verb):
        return auxiliaries(verb.head)
    return own


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for child in verb.children)


def imperative(verb: Token) -> bool:
    """Whether a verb is a command ("Stop the shelling")."""
    if verb.tag_ != "VB" or has_subject(verb) or verb.dep_ not in {"ROOT", "ccomp", "conj", "parataxis"}:
        return False
    if verb.dep_ == "conj":
        return imperative(verb.head)
    return all(child.lower_ in {"do", "let"} for child in verb.children if child.dep_ in {"aux", "mark"})


def own_modality(verb: Token, *, negated: bool, told: bool) -> Modality | None:
    """What a predicate's own clause says of its world, None where it says nothing.

    `negated`: what cannot be was not so. `told`: inside of what somebody said, where "would" is the future of the
    past ("said that it would withdraw").
    """
    if conditional(verb):
        return Modality.CONDITION
    aux = auxiliaries(verb)
    perfect = "have" in aux
    if aux & _MUST:
        return Modality.HYPOTHESIS if perfect and "must" in aux else Modality.COMMAND
    if aux & _MAY:
        if negated and aux & {"can", "could", "ca"} and not perfect:
            return None  # "could not enter the town" tells what happened
        return None if "could" in aux and verb.lemma_ in _SENSES else Modality.HYPOTHESIS
    if "would" in aux:
        return Modality.PLAN if told and not perfect and not _depends(verb) else Modality.HYPOTHESIS
    if aux & _WILL:
        return Modality.HYPOTHESIS if perfect and "have" in aux else Modality.PLAN
    if any(child.lower_ in _PERHAPS and child.dep_ == "advmod" for child in verb.children):
        return Modality.HYPOTHESIS
    return Modality.COMMAND if imperative(verb) else None


def _depends(verb: Token) -> bool:
    """Whether an if-clause hangs on the verb."""
    return any(child.dep_ == "advcl" and conditional(child) for child in verb.children)


def conditional(verb: Token) -> bool:
    """Whether the clause is a condition: "if", "unless", "provided that", "as long as", "only after", "in case",
    "in the event that", or turned about ("had they left", "should they leave")."""
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and not _marks(verb):
        return conditional(verb.head) and verb.head.dep_ in {"advcl", "ccomp"} and _like(verb, verb.head)
    if leaves_open(verb):
        return False
    marks = _marks(verb)
    if marks & _IF and not marks & {"as", "even"}:
        return True
    if verb.head.lower_ in {"provided", "providing", "assuming"} and verb.dep_ in {"ccomp", "pcomp"}:
        return True
    if verb.dep_ == "advcl" and (_as_long_as(verb) or _only_after(verb) or _turned(verb)):
        return True
    return verb.dep_ in {"acl", "advcl", "relcl", "ccomp"} and _in_case(verb)


def _marks(verb: Token) -> frozenset[str]:
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    if marks:
        first = min(child.i for child in verb.children if child.dep_ == "mark")
        if first > verb.sent.start and verb.doc[first - 1].lower_ in {"even", "as"}:
            marks.add(verb.doc[first - 1].lower_)
    return frozenset(marks)


def _like(verb: Token, head: Token) -> bool:
    """Whether a coordinated verb carries on the clause of the one before: not "if they leave, and they will return"."""
    return not (auxiliaries(verb) & (_WILL | {"would"})) or bool(auxiliaries(head) & auxiliaries(verb))


def _as_long_as(verb: Token) -> bool:
    words = verb.doc[max(verb.sent.start, verb.left_edge.i - 2) : verb.left_edge.i + 3].text.lower()
    return "as long as" in words or "so long as" in words


def _only_after(verb: Token) -> bool:
    mark = next((child for child in verb.children if child.dep_ == "mark"), None)
    if mark is None or mark.lower_ not in {"after", "once", "when"}:
        return False
    return mark.i > verb.sent.start and verb.doc[mark.i - 1].lower_ == "only"


def _turned(verb: Token) -> bool:
    """ "Had the army left", "should the army leave" before a main clause."""
    first = verb.left_edge
    return (
        first.lower_ in {"had", "should", "were"}
        and first.dep_ in {"aux", "auxpass"}
        and first.head == verb
        and any(child.dep_ in {"nsubj", "nsubjpass"} and child.i > first.i for child in verb.children)
    )


def _in_case(verb: Token) -> bool:
    head = verb.head
    start = verb.left_edge.i
    before = verb.doc[max(verb.sent.start, start - 4) : start].text.lower()
    return before.endswith("in case") or (
        head.lemma_.lower() in {"case", "event", "condition"} and head.head.lower_ in {"in", "on"}
    )


def leaves_open(verb: Token) -> bool:
    """Whether a clause is introduced by "whether", or by an "if" that means it ("unclear if", "asked if")."""
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    if "whether" in marks:
        return True
    return "if" in marks and (verb.dep_ in {"ccomp", "csubj", "acl", "pcomp"} or _of_knowing(verb))


def _of_knowing(verb: Token) -> bool:
    """Whether a clause with "if" hangs on a word of knowing: the parser takes it for a condition."""
    head = verb.head
    words = {head.lemma_.lower(), *(child.lemma_.lower() for child in head.children if child.dep_ in {"acomp", "attr"})}
    return verb.dep_ == "advcl" and verb.i > head.i and bool(words & _KNOWING)


_KNOWING = frozenset(
    """clear unclear know unknown certain uncertain sure unsure say ask determine confirm verify wonder establish see
    tell specify check question doubtful investigate learn""".split()
)


def asks_how(verb: Token) -> bool:
    """Whether a clause is introduced by "who", "what", "when", "how …": it takes for granted that it was so."""
    if verb.dep_ not in {"ccomp", "csubj", "csubjpass", "pcomp", "advcl"}:
        return False
    first = verb.left_edge
    if first.tag_ in {"IN", "TO"} and first.i + 1 < len(verb.doc):
        first = verb.doc[first.i + 1]
    return first.tag_ in {"WP", "WRB", "WDT", "WP$"} and (
        verb.dep_ != "advcl" or first.lower_ in {"how", "who", "what", "why", "where"}
    )
