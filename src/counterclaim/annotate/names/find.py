"""Find the names in a parsed report, trimmed to the name itself.

spaCy's names are the start. They are corrected by country data, which does not depend on context, and cut where
they run over: an article, a possessive (also one that lost its apostrophe), an office, a line break.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from counterclaim.annotate.names.trim import pieces
from counterclaim.annotate.names.words import ORGANIZATION_WORDS
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.world import (
    Country,
    country_named,
    country_of_capital,
    country_of_demonym,
    unlisted_state,
)
from counterclaim.records import PassageKind

LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT"})


@dataclass(frozen=True, slots=True)
class Found:
    """A name at tokens `start` to `end` (exclusive), as it is written there, with spaCy's label for it.

    `country` is set where country data knows it as a country's name or as that of its people (`demonym`).
    """

    start: int
    end: int
    name: str
    label: str
    country: Country | None = None
    demonym: bool = False
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """What finding names looks up in a report again and again."""

    doc: Doc
    text: str
    words: frozenset[str]
    states: dict[str, Country]
    lost_apostrophes: bool


def find_names(parsed: Parsed) -> list[Found]:
    """The names of the annotated sentences, in order, none overlapping another."""
    text = parsed.report.text
    words = frozenset(token.text for token in parsed.doc)
    page = _Page(parsed.doc, text, words, _unlisted_states(parsed), not any(mark in text for mark in "'’"))
    headlines = [
        (p.start, p.end) for p in parsed.report.passages if p.kind in {PassageKind.HEADLINE, PassageKind.HEADING}
    ]
    found: list[Found] = []
    for sentence in parsed.sentences:
        in_title = any(a <= sentence.start_char < b for a, b in headlines)
        taken: set[int] = set()
        for item in _candidates(page, sentence, in_title):
            if not taken.intersection(range(item.start, item.end)):
                found.append(item)
                taken.update(range(item.start, item.end))
    known = (_in_unlisted_state(item, page.states) for item in found)
    return sorted((item for item in known if _is_name(page, item)), key=lambda item: item.start)


def _candidates(page: _Page, sentence: Tokens, in_title: bool) -> Iterator[Found]:
    """The names of a sentence, those to be preferred first: the model's, overlooked organisations, countries."""
    for ent in sentence.ents:
        if ent.label_ in LABELS:
            for start, end in pieces(page.doc, ent.start, ent.end, page.states):
                if item := _make(page, start, end, ent.label_, in_title):
                    yield item
    if not in_title:
        for start, end in _organizations(sentence):
            if item := _make(page, start, end, "ORG", in_title):
                yield item
    for token in sentence:
        if token.text[:1].isupper() and (item := _country_token(token, in_title, page.states)):
            yield item


def _unlisted_states(parsed: Parsed) -> dict[str, Country]:
    """States that no list has ("Abkhazia"), by each word for them: a report that speaks of X-ia and of the X-ian (a
    regular demonym of English) speaks of a land and its people."""
    words = {t.text for s in parsed.sentences for t in s if t.is_title and t.pos_ in {"PROPN", "ADJ", "NOUN"}}
    states = {}
    for word in sorted(words):
        if (
            word.endswith("ia")
            and f"{word}n" in words
            and not country_named(word)
            and not country_of_demonym(f"{word}n")
        ):
            state = unlisted_state(word)
            states.update({word: state, f"{word}n": state, f"{word}ns": state})
    return states


def _in_unlisted_state(item: Found, states: dict[str, Country]) -> Found:
    state = states.get(item.name)
    if state is None or item.country is not None:
        return item
    return replace(item, country=state, demonym=item.name != state.name, name=item.name)


def _is_name(page: _Page, item: Found) -> bool:
    """Whether a single word is a name: not one that the report also writes small, nor a mere adjective of origin."""
    if item.country is not None or item.end - item.start > 1:
        return True
    token = page.doc[item.start]
    if item.label == "NORP" and (token.pos_ == "ADJ" or token.dep_ in {"amod", "compound", "nmod"}):
        return False
    return not (token.is_title and token.lower_ in page.words)


def _organizations(sentence: Tokens) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that end in the noun of an organisation ("Kestovian Defence Ministry"), which the
    model overlooks at the head of a sentence."""
    start: int | None = None
    for token in sentence:
        if not token.text[:1].isupper() or (start is None and token.is_stop):
            start = None
            continue
        start = token.i if start is None else start
        following = token.nbor() if token.i + 1 < len(token.doc) else None
        ends = following is None or not following.text[:1].isupper()
        if ends and token.i > start and token.lower_ in ORGANIZATION_WORDS:
            yield start, token.i + 1


def _country_token(token: Token, in_title: bool, states: dict[str, Country]) -> Found | None:
    """A country or demonym that spaCy did not see as a name."""
    if token.pos_ not in {"PROPN", "ADJ", "NOUN"}:
        return None
    if token.text in states:
        state = states[token.text]
        return Found(token.i, token.i + 1, token.text, "GPE", state, token.text != state.name, in_title)
    country = country_named(token.text)
    if country is not None:
        return Found(token.i, token.i + 1, country.name, "GPE", country, False, in_title)
    country = country_of_demonym(token.text)
    if country is not None:
        return Found(token.i, token.i + 1, token.text, "NORP", country, True, in_title)
    return None


def _without_lost_possessive(page: _Page, start: int, end: int, name: str, label: str) -> str:
    """ "Does" before a noun is "Doe" in a text that lost its apostrophes, if that text has "Doe" too."""
    owner = end < len(page.doc) and page.doc[end].pos_ in {"NOUN", "ADJ"} and page.doc[end - 1].whitespace_ != ""
    if not (page.lost_apostrophes and owner and label != "NORP" and len(name) > 4) or name.endswith("ss"):
        return name
    last = page.doc[end - 1].text
    if name.endswith("s") and country_of_capital(name) is None and last[:-1] in page.words:
        return name[:-1]
    return name


def _make(page: _Page, start: int, end: int, label: str, in_title: bool) -> Found | None:
    name = page.text[page.doc[start].idx : page.doc[end - 1].idx + len(page.doc[end - 1])]
    name = _without_lost_possessive(page, start, end, name, label)
    if not name[:1].isalpha() or (len(name) < 2) or name.isdigit():
        return None
    country = country_named(name)
    if country is not None:
        return Found(start, end, country.name, "GPE", country, False, in_title)
    if end - start == 1:
        country = country_of_demonym(name)
        if country is not None:
            return Found(start, end, name, "NORP", country, True, in_title)
    if in_title and end - start > 3:
        return None  # in a title every word has a capital, and spaCy takes whole clauses for names
    return Found(start, end, name, label, None, False, in_title)
