"""Who says it: from the words that name a source to a `Who`, and what kind of source is not named."""

from __future__ import annotations

import re

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from counterclaim.annotate.names import Names
from counterclaim.annotate.names.described import described, unquoted
from counterclaim.annotate.names.refer import PRONOUNS
from counterclaim.annotate.names.spoken import spoken_pronoun
from counterclaim.annotate.names.words import BODY_NOUNS, MEDIA_WORDS, OFFICE_PARTS, OFFICES, ORGANIZATION_WORDS
from counterclaim.annotate.parse import Parsed
from counterclaim.records import EntityKind, Span, Unnamed, Who

_UNNAMED = {
    Unnamed.OFFICIAL: (
        "official source diplomat insider authority aide officer police spokesman spokeswoman spokesperson"
    ),
    Unnamed.GROUP: (
        "activist resident witness eyewitness rebel militant fighter opponent critic analyst expert observer monitor "
        "villager local survivor doctor medic worker group organization organisation ngo supporter protester rescuer "
        "watchdog"
    ),
    Unnamed.DOCUMENT: (
        "statement document letter communique communiqué study survey resolution paper memo memorandum text note "
        "bulletin dossier indictment inquiry affidavit verdict ruling transcript declaration decree leaflet dispatch"
    ),
    Unnamed.MEDIA: "report media newspaper television tv agency press channel broadcaster outlet radio website station",
}
_KIND_OF = {word: kind for kind, words in _UNNAMED.items() for word in words.split()}
_ANYONE = frozenset("it many some people others everyone someone somebody one who most several critics".split())
_ANY_ONE = frozenset("a an another one some any no".split())
_SOME = frozenset("some many several few most other various two three".split())
_HE = frozenset({"he", "she"})
#: Texts that speak for the body that issued them.
_TEXTS = frozenset("finding statement report communique communiqué account assessment".split())
_ONE = frozenset({"a", "an", "the", "one", "another"})
_OWNER = ("'s", "’s")
#: How far behind a speaker a pronoun goes back to him, in characters.
_NEAR = 450
#: Where the words that say who is meant end, and more is said of him.
_BEHIND = re.compile(r" (?:of|in|at|from|near|with|for|on|who|which|that|speaking|working)\b|,")
_PEOPLE = frozenset(
    "family parent relative mother father woman man people villager resident rebel fighter trader farmer student "
    "soldier officer official worker doctor medic nurse teacher lawyer activist protester prisoner survivor refugee "
    "migrant witness neighbour neighbor elder leader supporter opponent critic analyst diplomat journalist".split()
)
_TITLES = OFFICES | OFFICE_PARTS | {"the"}
_DESCRIBING = OFFICES | ORGANIZATION_WORDS
_NAMED = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP})


def head_of(parsed: Parsed, start: int, end: int) -> Token:
    """The token that the words from `start` to `end` (characters) hang on."""
    tokens = parsed.tokens(start, end)
    root: Token = tokens.root
    while root.pos_ in {"ADP", "PUNCT", "SPACE"} and any(child in tokens for child in root.children):
        root = next(child for child in root.children if child in tokens)
    if root.lower_ == "co" and root.i + 2 < tokens.end and root.nbor().text == "-":
        return root.nbor(2)  # the parser tears "co-chairs" apart
    return root


def source_of(parsed: Parsed, names: Names, start: int, end: int, speaker: Who | None = None) -> Who:
    """Who is meant by the words of a source; `speaker` is whose words it stands in, or who spoke last.

    A name that stands beside a description ("the head of the agency, Jane Doe") goes before the words' own head.
    Where nobody is named, `entity` is None, `name` the report's words and `unnamed` the kind of source.
    """
    span = parsed.span(start, end)
    head = head_of(parsed, start, end)
    tokens = parsed.tokens(start, end)
    kind = unnamed_kind(head, span)
    if head.lower_ in PRONOUNS:
        entity = _bracketed(names, tokens)
        if entity is None and not _goes_back(names, head, speaker):
            entity = spoken_pronoun(names, head, speaker)
        if entity is None and speaker is not None and speaker.entity is None and kind is not Unnamed.ANYONE:
            kind = speaker.unnamed
    else:
        entity = _named(names, head, tokens) or _meant(names, head, span, speaker) or _run_on(names, tokens)
        entity = entity or _issuer(names, head)
    if entity is not None:
        return Who(entity, names.entities[entity].name, span)
    plural = head.lower_ == "they" and len(tokens) == 1
    several = _several_before(head.sent, head) if plural else None
    if several is None and speaker is not None and _may_stand_for(head, span, speaker):
        return Who(None, speaker.name, span, speaker.unnamed)
    if several is None and plural and head.i == head.sent.start and head.i:
        several = _several_before(head.nbor(-1).sent, head)
    return Who(None, parsed.span(*several).text if several else span.text, span, kind)


def _goes_back(names: Names, pronoun: Token, speaker: Who | None) -> bool:
    """Whether "he" is somebody who is not named and spoke right before, and nobody was named in between: "said a clerk
    who was inside. "We ran," she said."""
    if pronoun.lower_ not in _HE or speaker is None or speaker.span is None or not _is_one_person(speaker):
        return False
    behind = pronoun.idx - speaker.span.end
    if not 0 <= behind <= _NEAR or speaker.entity is not None:
        return False
    between = pronoun.doc.char_span(speaker.span.end, pronoun.idx, alignment_mode="contract")
    return between is not None and not any(_is_person(names, names.at(token)) for token in unquoted(between))


def _may_stand_for(pronoun: Token, span: Span, speaker: Who) -> bool:
    """Whether a pronoun that nobody named fits goes back to somebody who is not named: "a lawyers' committee said so.
    It added …"."""
    if pronoun.lower_ in _HE:
        return _is_one_person(speaker)
    near = speaker.span is not None and 0 <= span.start - speaker.span.start <= _NEAR
    words = _BEHIND.split(speaker.name.lower())[0].split()
    if not near or speaker.entity is not None or not words or words[0] in PRONOUNS:
        return False
    if pronoun.lower_ in {"it", "its"}:
        return names_body(speaker) or speaker.unnamed in {Unnamed.DOCUMENT, Unnamed.MEDIA}
    return pronoun.lower_ == "they" and words[-1].endswith("s") and words[0] not in _ONE - {"the"}


def _several_before(sentence: Tokens, pronoun: Token) -> tuple[int, int] | None:
    """The words for whom "they" most often means, by their offsets: several people that a sentence is about."""
    subjects = (child for child in sentence.root.children if child.dep_ in {"nsubj", "nsubjpass"})
    subject = next((child for child in subjects if child.i < pronoun.i), None)
    if subject is None or subject.tag_ != "NNS" or subject.ent_type_ or subject.lemma_.lower() not in _PEOPLE:
        return None
    first = min([subject.i, *(t.i for t in subject.lefts if t.dep_ != "punct")])
    behind = [t for child in subject.rights if child.dep_ == "prep" for t in child.subtree]
    last = max([subject, *(t for t in behind if t.i < pronoun.i)], key=lambda t: t.i)
    return subject.doc[first].idx, last.idx + len(last)


def names_body(who: Who) -> bool:
    """Whether somebody who is not named is a body, by the words for it: "the company"."""
    words = _BEHIND.split(who.name.lower())[0].split()
    return bool(words) and words[-1] in BODY_NOUNS | MEDIA_WORDS | ORGANIZATION_WORDS


def may_be_one(parsed: Parsed, who: Who) -> bool:
    """Whether somebody who is not named can be one person: no body, and not several ("doctors", "residents")."""
    if names_body(who):
        return False
    return who.span is None or parsed.tokens(who.span.start, who.span.end).root.tag_ not in {"NNS", "NNPS"}


def _is_one_person(speaker: Who) -> bool:
    """Whether somebody who is not named is one person, by the words for him: "a battalion commander"."""
    words = _BEHIND.split(speaker.name.lower())[0].split()
    told = speaker.entity is None and speaker.unnamed not in {Unnamed.DOCUMENT, Unnamed.MEDIA, Unnamed.ANYONE}
    one = len(words) > 1 and (words[0] in _ONE or words[0].endswith(_OWNER)) and not words[-1].endswith("s")
    return told and one and not names_body(speaker)


def _meant(names: Names, head: Token, span: Span, speaker: Who | None) -> str | None:
    """Whom the head of the words means: by its own name, by an office, or by a description."""
    if bearer := _introduced(names, head):
        return bearer
    if _is_people(names, head) or _is_anyone(head) or _only_qualifies(names, head):
        return described(names, head, speaker)
    return names.who(head, span, speaker).entity or described(names, head, speaker)


def _issuer(names: Names, text: Token) -> str | None:
    """The body whose findings or statement is named for it: "the first findings of the Coast Guard"."""
    if text.lemma_.lower() not in _TEXTS:
        return None
    after = [c for p in text.children if p.dep_ == "prep" and p.lower_ in {"of", "by", "from"} for c in p.children]
    owners = [child for child in (*text.lefts, *after) if child.dep_ in {"poss", "pobj"}]
    bodies = [entity for owner in owners if (entity := names.at(owner)) is not None and owner.ent_type_ == "ORG"]
    return bodies[0] if len(bodies) == 1 else None


def _only_qualifies(names: Names, head: Token) -> bool:
    """Whether a state's name is the last word of a name that is not known, and not meant by itself ("Friends of the
    Forest Kenya"), or stands before a word that it qualifies."""
    if names.country_at(head) is None or head.i == head.sent.start:
        return False
    before = head.nbor(-1)
    return before.pos_ == "PROPN" and before.dep_ == "compound" and before.head == head and names.at(before) is None


def _run_on(names: Names, tokens: Tokens) -> str | None:
    """The body named at the beginning of words that, for want of a comma, run on into what it said: "the ABC outlet
    the army left"."""
    start = tokens.start + (tokens[0].lower_ == "the")
    named = _stretch(names, tokens, start, 1) if start < tokens.end else None
    if named is None or names.entities[named[1]].kind is EntityKind.PERSON:
        return None
    after = tokens.doc[named[0] : tokens.end]
    noun = next((t for t in after if t.lower_ in MEDIA_WORDS | BODY_NOUNS), None)
    clause = any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in after)
    return named[1] if noun is not None and clause and noun.i - named[0] < 3 else None


def _introduced(names: Names, head: Token) -> str | None:
    """The person whose name comes right after an office, with a comma or without: "a local official Jane Doe"."""
    after = head.i + 1
    if head.lower_ not in OFFICES or after >= head.sent.end:
        return None
    after += head.doc[after].text == ","
    entity = names.at(head.doc[after]) if after < head.sent.end else None
    return entity if _is_person(names, entity) else None


def _is_person(names: Names, entity: str | None) -> bool:
    return entity is not None and names.entities[entity].kind is EntityKind.PERSON


def _bracketed(names: Names, tokens: Tokens) -> str | None:
    """Whom a bracket behind a pronoun names: "he (Doe)"."""
    named = list(names.named_in(tokens.start, tokens.end))
    return named[0] if len(named) == 1 and len(tokens) > 1 else None


def _is_anyone(head: Token) -> bool:
    """Whether the words leave open who of several is meant ("a minister", "some Liberals"), or say it by somebody's
    relation to somebody else ("his lawyer")."""
    before = {w.lower_ for w in head.lefts}
    office = head.lower_ in OFFICES and bool(before & _ANY_ONE)
    several = head.tag_ in {"NNS", "NNPS"} and bool(before & _SOME or any(w.pos_ == "NUM" for w in head.lefts))
    return office or several or (head.lower_ in OFFICES and any(w.tag_ == "PRP$" for w in head.lefts))


def _is_people(names: Names, head: Token) -> bool:
    """Whether the head is a word for some of a country's people ("one Kenyan", "Kenyans"), who are not the country."""
    if not _is_origin(names, head):
        return False
    return head.tag_ in {"NN", "NNS", "NNP", "NNPS"} and [w.lower_ for w in head.lefts] != ["the"]


def _named(names: Names, head: Token, tokens: Tokens) -> str | None:
    """The one person, or else the one body, that is named beside a description in the words of a source."""
    own = names.at(head)
    if _is_person(names, own) and head.ent_type_ == "PERSON":
        return None
    persons = list(names.named_in(tokens.start, tokens.end, frozenset({EntityKind.PERSON})))
    modifies = own is not None and not _is_person(names, own)
    if len(persons) == 1 and not modifies and not _possessor(names, tokens, persons[0]):
        return persons[0]
    return _beside(names, head, tokens)


def _beside(names: Names, head: Token, tokens: Tokens) -> str | None:
    """The name that stands in apposition at the end of the words ("a resident of Mombasa, Jane Doe") or at their
    beginning ("Jane Doe, director of …"), also where the comma is lost and the parse with it."""
    end = tokens.end - 1
    if tokens.doc[end].text == ")":  # "the main body, the Committee of Towns (CT)"
        end = next((t.i - 1 for t in reversed(list(tokens)) if t.text == "(" and t.i > tokens.start), end)
    last = _stretch(names, tokens, end, -1)
    if last is not None and tokens.start < last[0] and not _hangs(names, tokens, last[0]):
        return last[1]
    first = _stretch(names, tokens, tokens.start, 1)
    if first is None or first[0] - tokens.start < 2 or first[0] + 1 >= tokens.end:
        return None
    after = next((t for t in tokens.doc[first[0] : tokens.end] if t.lower_ not in {",", "the"} | OFFICE_PARTS), None)
    office = after is not None and after.lower_ in OFFICES and after.i + 1 < tokens.end
    return first[1] if office and after is not None and after.nbor().pos_ == "ADP" else None


def _stretch(names: Names, tokens: Tokens, at: int, step: int) -> tuple[int, str] | None:
    """Where the name of a person or body that has the token `at` begins (`step` -1) or ends (1), and whose it is."""
    entity = names.at(tokens.doc[at])
    if entity is None or names.entities[entity].kind not in _NAMED:
        return None
    while tokens.start <= at < tokens.end and names.at(tokens.doc[at]) == entity:
        at += step
    return (at + 1 if step < 0 else at), entity


def _hangs(names: Names, tokens: Tokens, start: int) -> bool:
    """Whether the name that begins at a token belongs to the words before it ("a spokesman for Doe", "the Doe camp")
    and does not stand beside a description that is complete without it."""
    i = start - 1
    while i > tokens.start and (tokens.doc[i].lower_.rstrip(".") in _TITLES or _is_origin(names, tokens.doc[i])):
        i -= 1
        if tokens.doc[i].pos_ == "ADP":
            return True
    before = tokens.doc[start - 1]
    inside = any(token.pos_ == "ADP" for token in tokens.doc[tokens.start : start - 1])
    person = _is_person(names, names.at(tokens.doc[start]))
    if inside and (before.lower_ in BODY_NOUNS or (before.pos_ == "NOUN" and not person)):
        return True  # "a member of the rebel group Blue Shirts"
    i = start - 2 if before.lower_ in {"the", ",", '"', "“"} else start - 1
    if i < tokens.start:
        return True
    before = tokens.doc[i]
    described = [t for t in tokens.doc[tokens.start : i + 1] if t.lower_ in _DESCRIBING or t.pos_ == "NOUN"]
    return before.pos_ not in {"NOUN", "PROPN"} or not described


def _is_origin(names: Names, token: Token) -> bool:
    """Whether a word says whose an office is by the name of a people ("the Kenyan president")."""
    return names.country_at(token) is not None and names.at(token) is None


def _possessor(names: Names, tokens: Tokens, person: str) -> bool:
    """Whether the person only owns or employs the source ("Trump's lawyer", "a spokesman for Clinton")."""
    for token in tokens:
        if (
            names.at(token) == person
            and token.dep_ in {"poss", "pobj", "compound", "dobj"}
            and token.head.pos_ in {"NOUN", "ADP", "VERB"}
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
    return _KIND_OF.get(lemma) or _KIND_OF.get(head.lower_)  # the lemma of "media" is "medium"


def outlet_of(report_outlet: str | None, entity: str | None) -> Who:
    """The outlet as the source of what it tells itself."""
    return Who(entity, report_outlet or "outlet not known")
