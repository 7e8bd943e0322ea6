"""Noun phrases: their words, those coordinated with them, and the noun behind a preposition."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from counterclaim.annotate.claims.lexicon import ACTORS, CROWDS
from counterclaim.annotate.figures.lexicon import PERSONS
from counterclaim.annotate.names.words import BODY_NOUNS, FORCES, OFFICES, ORGANIZATION_WORDS

RELATIVE = frozenset({"who", "which", "that", "whom"})
_BEFORE = frozenset({"det", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "neg", "advmod"})
_NAMING = frozenset({"NORP", "GPE", "ORG"})
_TIMES = frozenset({"DATE", "TIME"})
#: Nouns of times.
TIME_NOUNS = frozenset(
    """day week month year hour minute morning afternoon evening night noon midnight dawn dusk weekend decade century
    spring summer autumn fall winter today yesterday tomorrow eve anniversary april th""".split()
)
_SOMEBODY = frozenset({"PERSON", "NORP", "ORG", "GPE"})
_PEOPLE = PERSONS | OFFICES | FORCES | ORGANIZATION_WORDS | BODY_NOUNS | ACTORS | CROWDS
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: "The dead include women and children said sources": what is told goes before.
_TELLING = frozenset({"say", "add", "report", "tell"})
_PLACING = frozenset({"in", "on", "at", "near", "after", "by", "with", "from", "since"})
#: How, not by whom: "by road", "by hand", "by 20 percent".
_MEANS = frozenset(
    """road air sea land rail foot hand phone telephone telegram email letter mail post law mistake accident chance
    default proxy bus plane train boat video surprise name percent % cent half force way virtue dint
    account accounts means""".split()
)
_NAMED_MEANS = frozenset({"name", "account", "accounts"})
_JOINED = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_NOBODY = frozenset({"nobody", "none", "nothing", "one"})
#: "Not only", "not least": Y as well.
_NOT_AGAINST = frozenset({"only", "just", "merely", "simply", "solely", "least", "necessarily", "yet"})
_YEARS = range(1900, 2100)


def conjuncts(token: Token) -> Iterator[Token]:
    """A noun and those coordinated with it; of "X, not Y" and "not Y but X" only X."""
    joined = [child for child in token.children if child.dep_ == "conj" and child.pos_ in _JOINED]
    but = any(child.dep_ == "cc" and child.lower_ == "but" for child in token.children)
    if not (but and joined and token.left_edge.lower_ == "not"):
        yield token
    if but and any(child.dep_ == "neg" for child in token.head.children):
        return  # "was not the market but a hall"
    for child in joined:
        if not begins_clause(child) and not set_against(child):
            yield from conjuncts(child)


def set_against(noun: Token) -> bool:
    """Whether a noun is only named as what is not meant, beside the one that is: "X, not Y", "X rather than Y", "X and
    nobody else"."""
    if noun.dep_ == "conj" and noun.lower_ in _NOBODY and any(child.lower_ == "else" for child in noun.children):
        return True
    first, doc = noun.left_edge, noun.doc
    at = first.i if first.lower_ == "not" else first.i - 1
    if at < noun.sent.start + 1:
        return False
    if doc[at].lower_ == "than":
        return doc[at - 1].lower_ == "rather"
    joined = noun.dep_ in {"conj", "appos"} and doc[at].lower_ == "not" and noun.head.i < at
    return joined and doc[at + 1].lower_ not in _NOT_AGAINST


def meant(noun: Token) -> Token:
    """The noun that a clause behind one of two says more of: X in "it was X, not Y, who"."""
    while noun.dep_ in {"conj", "appos"} and noun.head != noun and set_against(noun):
        noun = noun.head
    return noun


def begins_clause(noun: Token) -> bool:
    """Whether a noun that the parser joined to the one before is the subject of what follows: "shelled the town and
    the bridge was destroyed"."""
    if noun.right_edge.i + 1 >= noun.sent.end:
        return False
    after = noun.doc[noun.right_edge.i + 1]
    if after.tag_ not in _FINITE:
        return False
    if after.lemma_ in _TELLING and not any(child.dep_ == "ccomp" and child.i > after.i for child in after.children):
        return False
    verb = after.head if after.dep_ in {"aux", "auxpass"} else after
    own = (child for each in (verb, after) for child in each.children)
    return verb.dep_ in {"conj", "ROOT"} and not any(child.dep_ in _SUBJECTS for child in own)


def initials(token: Token) -> bool:
    """Whether what the parser takes for an auxiliary is somebody's initials: capitals among small letters."""
    if token.pos_ != "AUX" or len(token) == 1 or not token.text.isupper():
        return False
    beside = (token.doc[i] for i in (token.i - 1, token.i + 1) if token.sent.start <= i < token.sent.end)
    return any(other.text.islower() for other in beside)


def either(heads: list[Token]) -> bool:
    """Whether coordinated nouns are alternatives: "either X or Y"."""
    return any(child.lower_ == "or" for head in heads for child in head.children)


def animate(token: Token) -> bool:
    """Whether a noun or pronoun is for somebody, as far as general words and the tagger of names tell."""
    if token.pos_ == "PRON":
        return token.lower_ not in {"it", "this", "that", "which", "these", "those", "itself"}
    lemma = token.lemma_.lower()
    return (
        initials(token)
        or token.ent_type_ in _SOMEBODY
        or token.pos_ == "NUM"
        or lemma in _PEOPLE
        or token.lower_ in _PEOPLE
    )


def asks(token: Token) -> bool:
    """Whether a pronoun asks or stands for nobody in particular: "it is unclear who fired"."""
    return token.tag_ in {"WP", "WDT"}


def asks_which(token: Token) -> bool:
    """Whether a pronoun or noun asks who does it: "unclear who fired", "which side fired"."""
    which = (c for c in token.children if c.dep_ == "det" and c.tag_ in {"WP", "WDT"} and c.lower_ != "that")
    return asks(token) or any(which)


def is_time(token: Token) -> bool:
    """Whether a noun is a time by the tagger of names and its own word: "an attack on Sunday" is on nobody."""
    named = token.ent_type_ in _TIMES
    return named and (token.pos_ in {"PROPN", "NUM", "ADJ"} or token.lemma_.lower() in TIME_NOUNS)


def pobj(preposition: Token) -> Token | None:
    """The noun behind a preposition."""
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def by_phrase(token: Token) -> Token | None:
    """The noun of a "by" phrase that names who did it."""
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            noun = pobj(child)
            if noun is not None and not _how(noun):
                return noun
    return None


def _how(noun: Token) -> bool:
    """Whether what stands behind "by" is a time, a measure or a means."""
    bare = not any(child.dep_ in {"det", "compound", "amod"} for child in noun.children)
    return (
        is_time(noun)
        or (noun.lower_ in _MEANS and (bare or noun.lower_ in _NAMED_MEANS))
        or noun.ent_type_ == "PERCENT"
    )


def phrase(head: Token) -> tuple[int, int]:
    """The characters of a noun phrase without its clauses, appositions, coordinated nouns or trailing phrases
    (except one with "of")."""
    keep = [head]
    for child in head.children:
        if child.dep_ in _BEFORE and child.i < head.i:
            keep.extend(() if _other_line(child) else child.subtree)
        elif child.dep_ == "prep" and child.lower_ == "of" and child.i > head.i:
            noun = pobj(child)
            if noun is not None and noun.i > head.i:
                _, end = phrase(noun)
                return _start(keep, head), end
    if head.dep_ in {"compound", "amod", "nmod"}:
        keep.extend(_named_before(head))
    last = max(keep, key=lambda t: t.i)
    return _start(keep, head), last.idx + len(last)


def _named_before(head: Token) -> Iterator[Token]:
    """The names before a noun that itself stands before one: "Kenyan" of "Kenyan army" in "Kenyan army shelling"."""
    for i in range(head.i - 1, head.sent.start - 1, -1):
        token = head.doc[i]
        if token.head != head.head or token.dep_ not in _BEFORE or token.ent_type_ not in _NAMING:
            return
        yield token


def _other_line(modifier: Token) -> bool:
    """Whether what stands before a noun is a line of its own that ran into it: "10 dead in raid on port A woman"."""
    return (
        modifier.dep_ in {"amod", "compound", "nmod", "nummod"}
        and any(t.dep_ == "prep" and t.lower_ in _PLACING and pobj(t) is not None for t in modifier.subtree)
        and not any(t.text in {"(", "[", "-"} for t in modifier.subtree)
    )


def _start(keep: list[Token], head: Token) -> int:
    """Where the phrase begins; a date that a lost line break ran into it is no part of it, nor is an "of"."""
    words = sorted(keep, key=lambda t: t.i)
    begin = int(words[0].lower_ == "of" and len(words) > 1)
    for place, token in enumerate(words[:-1]):
        year = token.text.isdigit() and len(token) == 4 and int(token.text) in _YEARS
        if year and token.i < head.i and (words[place + 1].text[0].isupper() or words[place + 1].text.isdigit()):
            begin = place + 1
    return words[begin].idx
