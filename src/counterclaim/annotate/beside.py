"""What a sentence tells beside somebody's words, which the tagger left to nobody.

In "Doe said on Tuesday, after soldiers reached the bridge" and "said Doe, whose house was burnt" a clause of its own
stands outside of what was said, though most of the sentence is somebody else's: the outlet tells it. In "the men stood
ready, Doe said, and sent up a rocket" it goes on with what Doe said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from counterclaim.annotate.hedges import own_hedge
from counterclaim.annotate.located import covered, ends_of
from counterclaim.annotate.narration import statement_of_outlet
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.speech import act_of
from counterclaim.records import Act, Manner, Span, Statement, Who

_VERBS = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: How clauses hang on what they say more of, and how many words up that is looked for.
_MORE, _DEEPEST = frozenset({"relcl", "acl", "advcl"}), 8
#: A clause of fewer words is left over from another: "whom we met", "it saw".
_FEWEST = 4
#: What clauses behind a source say of how it spoke: "who asked not to be named".
_ON_TERMS = frozenset("speak ask decline give request insist add say tell report mention".split())


def told_beside(
    parsed: Parsed, statements: Sequence[Statement], outlet: Who, attributed: Sequence[float]
) -> list[Statement]:
    """The statements with those clauses of their sentences that are in none: what goes on with one is added to it, the
    rest makes statements of the outlet. `attributed` as for `narrated`."""
    made = {statement.id: statement for statement in statements}
    size = len(parsed.report.text)
    inside = covered(size, ends_of(p for s in statements for p in (*s.content, *((s.cue,) if s.cue else ()))))
    spoken = covered(size, ends_of(p for s in statements if s.manner is not Manner.NARRATION for p in s.content))
    for sentence in parsed.sentences:
        if not any(inside[sentence.start_char : sentence.end_char]):
            continue
        for clause in _clauses(sentence, inside):
            span = parsed.span(clause[0].idx, clause[-1].idx + len(clause[-1]))
            going_on = _went_before(clause, made.values()) or _hangs_on(clause, made.values())
            if going_on is not None:
                made[going_on.id] = replace(going_on, content=(*going_on.content, span))
            else:
                sure = round(1 - sum(attributed[t.i] for t in clause) / len(clause), 4)
                told = statement_of_outlet(parsed, span, outlet, own_hedge(sentence, spoken), sure)
                made[told.id] = told
    return list(made.values())


def _clauses(sentence: Tokens, inside: Sequence[int]) -> Iterator[list[Token]]:
    """The tokens of each clause with its own verb that lies outside of what `inside` marks among the characters of
    the report."""
    left = {t.i for t in sentence if not inside[t.idx]}
    for token in sentence:
        if token.i in left and _tells(token, left):
            clause = _around(token, left)
            left -= {t.i for t in clause}
            if len(clause) >= _FEWEST:
                yield clause


def _tells(verb: Token, left: set[int]) -> bool:
    """Whether a word is the verb of a clause that is all left: with a subject there, or one of a verb that is not."""
    if verb.pos_ not in _VERBS or verb.dep_ in {"aux", "auxpass"} or verb.lemma_ in _ON_TERMS:
        return False
    if not any(t.tag_ in _FINITE for t in (verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"}))):
        return False
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if not subjects:
        return verb.dep_ == "conj" and verb.head.pos_ in _VERBS and verb.head.i not in left
    return all(child.i in left for child in subjects)


def _around(verb: Token, left: set[int]) -> list[Token]:
    """The words of a verb's clause on either side of it up to the first that are not left."""
    below = {t.i for t in verb.subtree} & left
    first = last = verb.i
    while first - 1 in below:
        first -= 1
    while last + 1 in below:
        last += 1
    found = [t for t in verb.doc[first : last + 1] if not t.is_space]
    while (found[-1].is_punct or found[-1].lower_ == "that") and found[-1] != verb:
        found.pop()
    return found


def _went_before(clause: Sequence[Token], made: Iterable[Statement]) -> Statement | None:
    """The statement that a clause goes on with: its verb is joined to one in what was said. "Said that nine were hurt
    and accused the army" goes on with the saying."""
    joined = next((t for t in clause if t.dep_ == "conj" and t.head.pos_ in _VERBS and t.head.i < clause[0].i), None)
    if joined is None or act_of(joined.lemma_.lower()) is not Act.ASSERT or joined.lemma_ in _ON_TERMS:
        return None
    over = [
        s
        for s in made
        if s.cue is not None
        and s.manner is not Manner.NARRATION
        and _holds(s.content, joined.head)
        and s.content[-1].end <= clause[0].idx
    ]
    return min(over, key=lambda s: (sum(len(p.text) for p in s.content), s.id)) if over else None


def _hangs_on(clause: Sequence[Token], made: Iterable[Statement]) -> Statement | None:
    """The statement that a clause behind its cue is a part of, because what it says more of was said: "The convoy was
    stopped, according to the ministry, by men in uniform, who took the drivers with them"."""
    inside = {token.i for token in clause}
    at = next((token for token in clause if token.head.i not in inside), clause[0])
    if at.dep_ not in _MORE:
        return None
    spoken = [s for s in made if s.cue is not None and s.sources and s.content[0].start < clause[0].idx]
    for _ in range(_DEEPEST):
        at = at.head
        over = [s for s in spoken if _holds(s.content, at)]
        if over:
            return min(over, key=lambda s: (sum(len(p.text) for p in s.content), s.id))
        if at.head == at or any(_holds([s.cue], at) for s in spoken if s.cue):
            return None
    return None


def _holds(pieces: Sequence[Span], token: Token) -> bool:
    return any(piece.start <= token.idx < piece.end for piece in pieces)
