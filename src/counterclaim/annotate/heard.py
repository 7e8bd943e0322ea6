"""Who was heard last before a pronoun that speaks: whoever spoke, or whoever the report has turned to since.

"Doe said the gate was shut. The mayor, Jane Roe, disagreed. She said …": Roe has said nothing yet that could be told,
but she is whom the report speaks of now. People who stand inside somebody's words are only spoken of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from counterclaim.annotate.entries import entry_at
from counterclaim.annotate.names import Names
from counterclaim.annotate.names.gender import may_be
from counterclaim.annotate.names.words import BODY_NOUNS, MEDIA_WORDS, OFFICES, ORGANIZATION_WORDS
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.sources import may_be_one, source_of
from counterclaim.annotate.speech import Attribution
from counterclaim.records import EntityKind, Statement, Who

_HE = frozenset({"he", "she", "him", "her"})
_SPEAKS_ON = frozenset("add continue repeat reiterate conclude".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PERSONAL = frozenset({"he", "she"})
_VERBS = frozenset({"VERB", "AUX"})
#: Of those to whom this is done nothing more is heard.
_DEATHS = frozenset("die kill murder execute assassinate perish drown behead hang bury".split())
#: Who does so takes a stand, and is about to tell it.
_RESPONDING = frozenset(
    """disagree differ deny reject dismiss dispute contradict confirm object answer reply respond insist agree concur
    declare call laugh scoff counter protest refuse decline""".split()
)
_KIN = frozenset(
    "brother sister father mother son daughter wife husband widow widower uncle aunt cousin friend neighbour neighbor "
    "colleague deputy successor predecessor".split()
)
#: How many sentences of the report itself may stand between somebody and the pronoun.
_REACH = 3


def speaker_before(
    parsed: Parsed, names: Names, made: Sequence[Statement], item: Attribution, entries: list[int]
) -> Who | None:
    """Who was speaking just before, in the same entry: what "he" in "he added" most often means. No body is "he"."""
    start = min(a for a, _ in item.content)
    first = entry_at(entries, start)
    before = [s for s in made if first <= s.content[0].start < start and s.sources and s.parent is None]
    pronoun = _pronoun(parsed, item)
    if pronoun is not None and pronoun.lower_ in _HE:
        before = [s for s in before if s.sources[0].entity is not None or may_be_one(parsed, s.sources[0])]
    if pronoun is not None:
        before = [s for s in before if _may_be(names, s.sources[0], pronoun)]
    last = before[-1].sources[0] if before else None
    if pronoun is None or (item.cue_lemma and item.cue_lemma.split()[0] in _SPEAKS_ON):
        return last
    return _turned_to(parsed, names, made, item, pronoun, last, first) or last


def _pronoun(parsed: Parsed, item: Attribution) -> Token | None:
    """The pronoun that stands for a single speaker."""
    if len(item.sources) != 1:
        return None
    tokens = parsed.tokens(*item.sources[0][0])
    return tokens[0] if len(tokens) == 1 and tokens[0].lower_ in _HE | {"it"} else None


def _turned_to(
    parsed: Parsed,
    names: Names,
    made: Sequence[Statement],
    item: Attribution,
    pronoun: Token,
    last: Who | None,
    first: int,
) -> Who | None:
    """Whom the report itself has turned to between the last speaker and a pronoun."""
    since = max(first, last.span.end if last is not None and last.span is not None else 0)
    told = [*item.content, *((piece.start, piece.end) for s in made for piece in s.content)]
    for subject in _subjects(pronoun, since):
        if _is_about_another(subject, pronoun):
            return None
        if subject.lower_ in _PERSONAL or any(a <= subject.idx < b for a, b in told):
            continue
        who = source_of(parsed, names, *_extent(subject))
        if _fits(names, subject, pronoun, who):
            return who
    return None


def _is_about_another(subject: Token, pronoun: Token) -> bool:
    """Whether the same pronoun is a subject before somebody's name, in a sentence before: "She had a plan: Doe took it.
    She said …"."""
    sentence = subject.sent
    before = subject.doc[sentence.start : subject.i]
    alike = any(token.lower_ == pronoun.lower_ and token.dep_ in _SUBJECTS for token in before)
    return alike and sentence.start != pronoun.sent.start


def _subjects(pronoun: Token, since: int) -> Iterator[Token]:
    """The subjects before a pronoun, the nearest first: of its own sentence, then of the main clauses before it."""
    sentence: Tokens = pronoun.sent
    for token in reversed(list(pronoun.doc[sentence.start : pronoun.i])):
        if token.dep_ in _SUBJECTS and token.idx >= since and token.head.dep_ not in {"relcl", "acl"}:
            yield token
    for _ in range(_REACH):
        if sentence.start == 0 or pronoun.doc[sentence.start - 1].idx < since:
            return
        sentence = pronoun.doc[sentence.start - 1].sent
        root = sentence.root
        subject = next((child for child in root.children if child.dep_ in _SUBJECTS), None)
        if subject is not None and subject.idx >= since and root.pos_ in _VERBS:
            yield subject


def _fits(names: Names, subject: Token, pronoun: Token, who: Who) -> bool:
    """Whether a pronoun that speaks may be somebody of whom the report has just told something."""
    verb = subject.head
    kind = names.entities[who.entity].kind if who.entity else None
    if pronoun.lower_ == "it":
        body = subject.lemma_.lower() in BODY_NOUNS | MEDIA_WORDS | ORGANIZATION_WORDS and who.entity is None
        return body and subject.tag_ == "NN" and _responds(verb)
    if not _may_be(names, who, pronoun):
        return False
    if kind is EntityKind.PERSON:
        return verb.lemma_.lower() not in _DEATHS
    person = subject.lemma_.lower() in OFFICES | _KIN and subject.tag_ == "NN" and who.entity is None
    return person and _responds(verb)


def _may_be(names: Names, who: Who, pronoun: Token) -> bool:
    """Whether a pronoun can be said of somebody, by their titles and by the words that name them there."""
    titles = names.entities[who.entity].titles if who.entity else ()
    named = [who.span.text] if who.span is not None else []
    return all(may_be(pronoun.lower_, words) for words in (*titles, *named))


def _responds(verb: Token) -> bool:
    """Whether a verb tells that somebody takes a stand: "disagreed", "did not", "had another version"."""
    if verb.lemma_.lower() in _RESPONDING or any(child.dep_ == "neg" for child in verb.children):
        return True
    other = (grand.lower_ for child in verb.children if child.dep_ == "dobj" for grand in child.children)
    return verb.lemma_.lower() in {"have", "tell", "give"} and any(
        word in {"another", "different", "other"} for word in other
    )


def _extent(noun: Token) -> tuple[int, int]:
    """The words of a noun phrase up to a relative clause: "the head of the council, Jane Roe"."""
    last = noun.right_edge.i
    clauses = [child.left_edge.i for child in noun.subtree if child.dep_ in {"relcl", "acl"} and child.i > noun.i]
    if clauses:
        last = min(clauses) - 1
    while last > noun.i and noun.doc[last].pos_ in {"PUNCT", "SPACE"}:
        last -= 1
    return noun.left_edge.idx, noun.doc[last].idx + len(noun.doc[last])
