"""Find the names in a parsed report, trimmed to the name itself.

spaCy's names are the start. They are corrected by country data, which does not depend on context, and cut where
they run over: an article, a possessive (also one that lost its apostrophe), an office, a line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from counterclaim.annotate.names.words import OFFICE_PARTS, OFFICES, ORGANIZATION_WORDS
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.world import (
    Country,
    country_named,
    country_of_capital,
    country_of_demonym,
    plain,
    unlisted_state,
)
from counterclaim.records import PassageKind

LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT"})
_SKIP = frozenset({"'s", "’s", "'", "’", "s"})
_JOINTS = frozenset({"of", "for", "the", "and", "de", "al", "el", "bin", "ibn", "von", "van", "-", "–", "&", "."})


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


def find_names(parsed: Parsed) -> list[Found]:
    """The names of the annotated sentences, in order, none overlapping another."""
    states = _unlisted_states(parsed)
    lost_apostrophes = not any(mark in parsed.report.text for mark in "'’")
    headlines = [
        (p.start, p.end) for p in parsed.report.passages if p.kind in {PassageKind.HEADLINE, PassageKind.HEADING}
    ]
    taken: set[int] = set()
    found: list[Found] = []
    for sentence in parsed.sentences:
        in_title = any(a <= sentence.start_char < b for a, b in headlines)
        for ent in sentence.ents:
            if ent.label_ not in LABELS:
                continue
            for start, end in _pieces(parsed.doc, ent.start, ent.end, states):
                item = _make(parsed.doc, start, end, ent.label_, in_title, lost_apostrophes)
                if item and not taken.intersection(range(start, end)):
                    found.append(item)
                    taken.update(range(start, end))
        for start, end in _organizations(sentence):
            item = _make(parsed.doc, start, end, "ORG", in_title, lost_apostrophes)
            if item and not in_title and not taken.intersection(range(start, end)):
                found.append(item)
                taken.update(range(start, end))
        for token in sentence:
            if token.i not in taken and token.text[:1].isupper():
                item = _country_token(token, in_title, states)
                if item:
                    found.append(item)
                    taken.add(token.i)
    known = (_in_unlisted_state(item, states) for item in found)
    return sorted((item for item in known if _is_name(parsed.doc, item)), key=lambda item: item.start)


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


def _is_name(doc: Doc, item: Found) -> bool:
    """Whether a single word is a name: not one that the report also writes small, nor a mere adjective of origin."""
    if item.country is not None or item.end - item.start > 1:
        return True
    token = doc[item.start]
    if item.label == "NORP" and (token.pos_ == "ADJ" or token.dep_ in {"amod", "compound", "nmod"}):
        return False
    return not (token.is_title and any(other.text == token.lower_ for other in doc))


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


def _pieces(doc: Doc, start: int, end: int, states: dict[str, Country]) -> Iterator[tuple[int, int]]:
    """Cut a name at line breaks, possessives, countries that stand before another name, and offices."""
    begin = start
    for i in range(start, end):
        token = doc[i]
        lost_possessive = (
            token.text.endswith("s") and country_named(token.text) and not country_named_exactly(token.text)
        )
        owner = token.text in states or country_of_demonym(token.text)
        adjectival = i == begin and i + 1 < end and owner and _starts_anew(doc[i + 1])
        if token.is_space or token.text in {"'s", "’s"} or (token.is_punct and token.text in '/|()"“”,:;'):
            yield from _trim(doc, begin, i)
            begin = i + 1
        elif (lost_possessive and i + 1 < end) or adjectival:
            yield from _trim(doc, begin, i)
            yield i, i + 1
            begin = i + 1
    yield from _trim(doc, begin, end)


def _starts_anew(token: Token) -> bool:
    """Whether what follows a demonym is no name of its own: a common noun, or somebody's office."""
    return token.text[:1].islower() or token.lower_ in OFFICES or token.lower_ in OFFICE_PARTS


def country_named_exactly(name: str) -> bool:
    """Whether the name as it stands is a country's ("Cyprus" and not "Russias")."""
    found = country_named(name)
    return found is not None and plain(name) in found.names


def _trim(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Drop what is not the name from both ends: articles, offices, punctuation, words in lower case."""
    while start < end and (
        not any(c.isalnum() for c in doc[start].text)
        or doc[start].lower_ in {"the", "a", "an", "tags", "mr.", "mrs.", "ms.", "dr."}
        or (doc[start].text[:1].islower() and not doc[start].text.startswith(("al-", "el-", "de", "bin", "al")))
        or (start + 1 < end and doc[start].lower_.rstrip(".") in OFFICES and doc[start + 1].text[:1].isupper())
        or (start + 2 < end and doc[start].lower_ in OFFICE_PARTS and doc[start + 1].lower_ in OFFICES)
    ):
        start += 1
    while end > start and (
        not any(c.isalnum() for c in doc[end - 1].text)
        or doc[end - 1].text in _SKIP
        or (doc[end - 1].text[:1].islower() and doc[end - 1].text[:3] not in {"al-", "el-"})
    ):
        end -= 1
    if start < end and not all(doc[i].lower_ in _JOINTS for i in range(start, end)):
        yield start, end


def _make(doc: Doc, start: int, end: int, label: str, in_title: bool, lost_apostrophes: bool) -> Found | None:
    name = doc.text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])]
    owner = end < len(doc) and doc[end].pos_ in {"NOUN", "ADJ"} and doc[end - 1].whitespace_ != ""
    if (
        lost_apostrophes
        and country_of_capital(name) is None
        and re.search(rf"\b{re.escape(name[:-1])}\b", doc.text)
        and owner
        and len(name) > 4
        and name.endswith("s")
        and not name.endswith("ss")
        and label != "NORP"
    ):
        name = name[:-1]
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
