"""Whom a speaker's words mean where they are a description: "the group", "a monitor", "its spokesman", "the statement".

For speakers only. Who speaks has most often spoken before, or is named right after; of anything else a report
mentions, neither holds. Where two fit alike, nobody is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from counterclaim.annotate.names.refer import Names
from counterclaim.annotate.names.several import together
from counterclaim.annotate.names.words import (
    ARMED_WORDS,
    BODY_NOUNS,
    BROADCASTERS,
    DOCUMENTS,
    KIND_WORDS,
    MEDIA_WORDS,
    ORGANIZATION_WORDS,
    REPORTING,
    SPOKESPERSONS,
    STATE_WORDS,
    WATCHERS,
    WATCHING_NAMES,
)
from counterclaim.records import EntityKind, Mention, Unnamed, Who

_DEFINITE = frozenset({"the", "this", "that"})
_INDEFINITE = frozenset({"a", "an"})
_NAMED = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP})
_BODIES = _NAMED | {EntityKind.STATE}
_OWNERS = frozenset({"compound", "poss", "nmod", "amod"})
_OPENING = frozenset({"“", "«", "``"})
_MARKS = _OPENING | {"”", "»", "''", '"'}
#: Who spoke without a name and cannot have been a body.
_NO_BODY = frozenset({Unnamed.OFFICIAL, Unnamed.MEDIA, Unnamed.DOCUMENT, Unnamed.ANYONE})
#: How far a description may be from the speaker it takes up, in tokens: about four sentences of news.
NEAR = 100
#: Where a report still introduces its sources before it names them, in characters: its first paragraphs.
_LEAD = 900
#: How many words may stand between a name and the noun that introduces it ("…, a Britain-based monitoring group").
_REACH = 7


def described(names: Names, head: Token, before: Who | None) -> str | None:
    """The entity that a description with this head means as a speaker; `before` is who spoke last."""
    lemma = head.lemma_.lower()
    if lemma in SPOKESPERSONS or lemma in DOCUMENTS:
        return body_behind(names, head) or _spoken_through(names, head, before)
    if lemma in MEDIA_WORDS and (own := _own_name(names, head)):
        return own
    if head.tag_ in {"NNS", "NNPS"}:
        return together(names, head)
    if lemma not in BODY_NOUNS:
        return None
    if named := _named_beside(names, head):
        return named
    article = next((w.lower_ for w in head.lefts if w.dep_ == "det"), "")
    if article in _DEFINITE:
        return _taken_up(names, head, lemma, before)
    if article in _INDEFINITE and head.idx < _LEAD:
        return _named_later(names, head, lemma)
    return None


def _own_name(names: Names, head: Token) -> str | None:
    """The name that stands before a word for what it is: "the SANA news agency"."""
    named = [names.at(w) for w in head.doc[head.left_edge.i : head.i]]
    bodies = [entity for entity in named if entity and names.entities[entity].kind is EntityKind.ORGANIZATION]
    article = next((w.lower_ for w in head.lefts if w.dep_ == "det"), "")
    return bodies[-1] if bodies and article not in _INDEFINITE else None


def _named_beside(names: Names, head: Token) -> str | None:
    """The name that such a noun has right beside it: "the Daesh group", "the group of the Blue Shirts", "the news
    agency ABC"."""
    if head.i + 1 < len(head.doc) and (after := names.at(head.nbor())) and names.entities[after].kind in _NAMED:
        return after
    i = head.i - 1
    while i > head.left_edge.i and head.doc[i].text.islower() and head.doc[i].pos_ in {"NOUN", "ADJ", "VERB"}:
        i -= 1  # "the Kenyan Observatory for Trees monitoring group"
    if i >= head.left_edge.i and (own := names.at(head.doc[i])) and names.entities[own].kind in _NAMED:
        return own
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of" and any(w.lower_ in _DEFINITE for w in head.lefts):
            meant = [names.at(w) for w in child.children if w.dep_ == "pobj" and names.at(w)]
            return next((e for e in meant if e and names.entities[e].kind in _NAMED), None)
    return None


def body_behind(names: Names, head: Token) -> str | None:
    """The body that a spokesman or a document speaks for: "a ministry spokesman", "a statement by the army"."""
    prepositions = {"for", "of", "from", "by"} if head.lemma_.lower() in DOCUMENTS else {"for", "of", "from", "at"}
    owners = [w for w in head.lefts if w.dep_ in _OWNERS]
    for child in head.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions and child.i > head.i:
            owners += [w for w in child.children if w.dep_ == "pobj"]
    found = {names.standing_for(w) or names.named_by_noun(w) for w in owners}
    bodies = {entity for entity in found if entity and names.entities[entity].kind in _BODIES}
    return bodies.pop() if len(bodies) == 1 else None


def _spoken_through(names: Names, head: Token, before: Who | None) -> str | None:
    """ "The statement", "the spokeswoman": of the body that spoke last, if it did so by such words."""
    bare = [w.lower_ for w in head.lefts] == ["the"] and not any(w.dep_ == "prep" for w in head.children)
    if not bare or before is None or before.entity is None or before.span is None or not is_near(names, head, before):
        return None
    if head.lemma_.lower() in SPOKESPERSONS:
        same = any(word in before.span.text.lower() for word in SPOKESPERSONS)
        return before.entity if same and names.entities[before.entity].kind in _BODIES else None
    # A document is that of the last speaker if the report has told of one: "in a statement", "its report".
    first = names.parsed.tokens(before.span.start, before.span.end).sent.start
    told = any(t.lemma_.lower() == head.lemma_.lower() and t.i != head.i for t in head.doc[first : head.i])
    return before.entity if told and names.entities[before.entity].kind in _BODIES else None


def is_near(names: Names, head: Token, before: Who) -> bool:
    """Whether the last speaker was named so shortly before that a short word can take them up. What was quoted in
    between does not count, however long it is."""
    if before.span is None:
        return False
    first = names.parsed.tokens(before.span.start, before.span.end).start
    told = sum(1 for _ in unquoted(head.doc[first : head.i])) if first <= head.i else 0
    return first <= head.i and told <= NEAR


def unquoted(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens that stand in no quotation marks among these."""
    quoted = False
    for token in tokens:
        if token.text in _MARKS:
            quoted = token.text in _OPENING or (token.text == '"' and not quoted)
        if not quoted:
            yield token


def _taken_up(names: Names, head: Token, noun: str, before: Who | None) -> str | None:
    """ "The group": the one entity that was introduced by that noun, else the one that spoke last if it can be one."""
    introduced = {m.entity for m in _mentions(names) if m.span.start < head.idx and noun in _introduced_as(names, m)}
    introduced = {entity for entity in introduced if entity and _may_be(names, entity, noun)}
    speaking = before.entity if before is not None and is_near(names, head, before) else None
    if not _is_plain(names, head):
        return None
    if speaking in introduced:
        return speaking
    if speaking is not None and names.entities[speaking].kind in _NAMED and _may_be(names, speaking, noun):
        return speaking
    if heard := _heard(names, head, noun, before):
        return heard
    watching = {m.entity for m in _mentions(names) if _watches(names, m.entity, noun)}
    if noun in WATCHERS and len(watching) == 1:
        return watching.pop()
    if before is not None and is_near(names, head, before) and speaking is None and before.unnamed not in _NO_BODY:
        return None  # somebody spoke whom the report does not name: it is as likely theirs
    spoken = {m.entity for m in _mentions(names) if m.entity in introduced and _speaks(names, m)}
    candidates = spoken or introduced
    return candidates.pop() if len(candidates) == 1 else None


def _heard(names: Names, head: Token, noun: str, before: Who | None) -> str | None:
    """The body that was last heard before a description, by the words alone: itself, or by who heads it ("Observatory
    director Jane Doe said"). Nobody if somebody unnamed whom the noun may mean spoke after it."""
    first = head.i - NEAR
    if before is not None and before.span is not None and before.entity is None and before.unnamed not in _NO_BODY:
        first = max(first, names.parsed.tokens(before.span.start, before.span.end).start)
    for mention in reversed(list(_mentions(names))):
        if mention.span.end > head.idx:
            continue
        if names.parsed.tokens(mention.span.start, mention.span.end).start < first:
            return None
        if mention.entity and (_speaks(names, mention) or _heads(names, mention)):
            return mention.entity if _may_be(names, mention.entity, noun) else None
    return None


def _heads(names: Names, mention: Mention) -> bool:
    """Whether a body is named before the one who speaks as its head: "Observatory director Jane Doe said"."""
    root = names.parsed.tokens(mention.span.start, mention.span.end).root
    person = names.at(root.head)
    by_name = person is not None and names.entities[person].kind is EntityKind.PERSON
    return root.dep_ in _OWNERS and by_name and root.head.head.lemma_.lower() in REPORTING


def _is_plain(names: Names, head: Token) -> bool:
    """Whether a description says no more than what kind of body and where from: "the UK-based monitoring group". Any
    other word ("the rebel group", "the other agency", a name) may tell it from the one that spoke."""
    words = [t for t in head.doc[head.left_edge.i : head.i] if t.is_alpha]
    return all(t.lower_ in KIND_WORDS or names.country_at(t) is not None for t in words)


def _named_later(names: Names, head: Token, noun: str) -> str | None:
    """ "A monitor said": the one body named afterwards that watches and counts."""
    qualified = {w.lower_ for w in head.lefts} | {noun}
    if noun not in WATCHERS and not qualified & WATCHERS:
        return None
    later = [m for m in _mentions(names) if m.span.start > head.idx and _watches(names, m.entity, noun)]
    heard = [m for m in later if _speaks(names, m)]
    soon = [m for m in heard if names.parsed.tokens(m.span.start, m.span.end).start - head.i < NEAR]
    fits = ({m.entity for m in those} for those in (heard or later, soon))
    return next((found.pop() for found in fits if len(found) == 1), None)


def _watches(names: Names, entity: str | None, noun: str) -> bool:
    """Whether an entity is a body that watches and counts, by its name or by how it is introduced."""
    if entity is None or not _may_be(names, entity, noun):
        return False
    words = {word.lower() for name in names.entities[entity].names for word in name.split()}
    introduced = (_introduced_as(names, m) for m in names.mentions if m.entity == entity)
    return bool(words & WATCHING_NAMES) or any(nouns & WATCHERS for nouns in introduced)


def _mentions(names: Names) -> Iterator[Mention]:
    for mention in names.mentions:
        if mention.entity is not None and names.entities[mention.entity].kind in _NAMED:
            yield mention


def _introduced_as(names: Names, mention: Mention) -> frozenset[str]:
    """The nouns of bodies by which a name is introduced: "the news agency X", "X, a monitoring group based in …"."""
    tokens = names.parsed.tokens(mention.span.start, mention.span.end)
    doc, found = names.parsed.doc, set()
    i = tokens.start - 1
    while i >= 0 and doc[i].lower_ in {"the", ",", '"', "“"}:
        i -= 1
    if i >= 0 and doc[i].lemma_.lower() in BODY_NOUNS and doc[i].tag_ not in {"NNS", "NNPS"}:
        found.add(doc[i].lemma_.lower())
    i = tokens.end
    while i < len(doc) and doc[i].text in {",", "(", ")", "-", "–", "—"} | _acronym(doc, i):
        i += 1
    if i < len(doc) and doc[i].lower_ in _INDEFINITE | {"the"}:
        for token in doc[i + 1 : i + _REACH]:
            if token.pos_ in {"VERB", "AUX", "ADP", "PRON", "DET"} and not token.tag_.startswith("VBG"):
                break
            if token.lemma_.lower() in BODY_NOUNS and token.tag_ not in {"NNS", "NNPS"}:
                found |= {token.lemma_.lower(), *(w.lower_ for w in doc[i + 1 : token.i] if w.lower_ in WATCHERS)}
                break
    return frozenset(found)


def _acronym(doc: Doc, i: int) -> set[str]:
    token = doc[i]
    return {token.text} if token.is_upper and 2 <= len(token.text) <= 6 else set()


def _may_be(names: Names, entity: str, noun: str) -> bool:
    """Whether nothing in its names or in how it is introduced speaks against calling an entity by that noun."""
    local = names.entities[entity]
    words = {word.lower() for name in local.names for word in name.split()} & (ORGANIZATION_WORDS | STATE_WORDS)
    words |= {w for m in names.mentions if m.entity == entity for w in _introduced_as(names, m)}
    if noun in words or (noun in BROADCASTERS and words & BROADCASTERS):
        return True
    if noun in MEDIA_WORDS:
        return not words
    if words & (MEDIA_WORDS | STATE_WORDS) or local.side is not None:
        return False
    return noun not in WATCHERS or not words & ARMED_WORDS


def _speaks(names: Names, mention: Mention) -> bool:
    """Whether a name is the subject of a verb of speech, stands beside one, or after "according to"."""
    tokens = names.parsed.tokens(mention.span.start, mention.span.end)
    doc = names.parsed.doc
    root = tokens.root
    if root.dep_ in {"nsubj", "nsubjpass"} and root.head.lemma_.lower() in REPORTING:
        return True
    before = [t for t in doc[max(0, tokens.start - 4) : tokens.start] if t.lower_ not in {"the", ","}]
    if tokens.end < len(doc) and doc[tokens.end].lemma_.lower() in REPORTING:
        return True
    if before and before[-1].lemma_.lower() in REPORTING:
        return True
    return len(before) > 1 and before[-2].lower_ == "according" and before[-1].lower_ == "to"
