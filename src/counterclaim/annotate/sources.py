"""Who says it: from the words that name a source to a `Who`, and what kind of source is not named."""

from __future__ import annotations

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from counterclaim.annotate.names import Names
from counterclaim.annotate.parse import Parsed
from counterclaim.records import EntityKind, Span, Unnamed, Who

_UNNAMED = {
    Unnamed.OFFICIAL: "official source diplomat insider authority aide officer spokesman spokeswoman spokesperson",
    Unnamed.GROUP: (
        "activist resident witness eyewitness rebel militant fighter opponent critic analyst expert observer monitor "
        "villager local survivor doctor medic worker group organization organisation ngo supporter protester rescuer"
    ),
    Unnamed.DOCUMENT: "statement document letter communique communiqué study survey resolution paper memo text note",
    Unnamed.MEDIA: "report media newspaper television tv agency press channel broadcaster outlet radio website station",
}
_KIND_OF = {word: kind for kind, words in _UNNAMED.items() for word in words.split()}
_ANYONE = frozenset("it many some people others everyone someone somebody one who most several critics".split())


def head_of(parsed: Parsed, start: int, end: int) -> Token:
    """The token that the words from `start` to `end` (characters) hang on."""
    tokens = parsed.tokens(start, end)
    root: Token = tokens.root
    while root.pos_ in {"ADP", "PUNCT", "SPACE"} and any(child in tokens for child in root.children):
        root = next(child for child in root.children if child in tokens)
    return root


def source_of(parsed: Parsed, names: Names, start: int, end: int, speaker: Who | None = None) -> Who:
    """Who is meant by the words of a source.

    A person named inside them ("the head of the agency, Jane Doe") goes before the words' own head. Where nobody
    is named, `entity` is None, `name` the report's words and `unnamed` the kind of source.
    """
    span = parsed.span(start, end)
    head = head_of(parsed, start, end)
    who = names.who(head, span, speaker)
    tokens = parsed.tokens(start, end)
    if who.entity is None or head.ent_type_ != "PERSON":
        persons = list(names.named_in(tokens.start, tokens.end, frozenset({EntityKind.PERSON})))
        modifies = names.at(head) is not None and not _is_person(names, names.at(head))
        if len(persons) == 1 and not modifies and not _possessor(names, tokens, persons[0]):
            return Who(persons[0], names.entities[persons[0]].name, span)
    if who.entity is not None:
        return who
    return Who(None, span.text, span, unnamed_kind(head, span))


def _is_person(names: Names, entity: str | None) -> bool:
    return entity is not None and names.entities[entity].kind is EntityKind.PERSON


def _possessor(names: Names, tokens: Tokens, person: str) -> bool:
    """Whether the person only owns or employs the source ("Trump's lawyer", "a spokesman for Clinton")."""
    for token in tokens:
        if (
            names.at(token) == person
            and token.dep_ in {"poss", "pobj", "compound"}
            and token.head.pos_ in {"NOUN", "ADP"}
        ):
            return True
    return False


def unnamed_kind(head: Token, span: Span) -> Unnamed | None:
    """What kind of source these words are where they name nobody; None where they do not say."""
    if head.pos_ == "PROPN":
        return None
    lemma = head.lemma_.lower()
    if lemma in _ANYONE:
        return Unnamed.ANYONE
    return _KIND_OF.get(lemma)


def outlet_of(report_outlet: str | None, entity: str | None) -> Who:
    """The outlet as the source of what it tells itself."""
    return Who(entity, report_outlet or "outlet not known")
