"""Cut a name that spaCy found down to the name itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from spacy.tokens import Doc, Token

from counterclaim.annotate.names.words import (
    CALLINGS,
    COMPANY_WORDS,
    LOCATIVE,
    OFFICE_PARTS,
    OFFICES,
    ORGANIZATION_WORDS,
    PLACE_WORDS,
)
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.world import Country, country_named, country_of_demonym, plain

_SKIP = frozenset({"'s", "’s", "'", "’", "s"})
#: What one body may be for beside something else: "Home Defence and Border Guard Command".
_FIELDS = frozenset("defence defense service services police guard guards network".split())
#: Words that an abbreviation may pass over.
_UNSPOKEN = frozenset({"of", "for", "the", "and", "on", "in"})
#: Whose bodies are called after them: "Women's Union".
_PEOPLE = frozenset("people women men children workers journalists citizens lawyers doctors teachers peoples".split())
#: What is called after somebody: "Mother Jane Doe Church".
_HOUSES = frozenset("church chapel cathedral school college hospital clinic house home hall temple lodge award".split())
_IN_BRACKETS = re.compile(r"((?:[\w-]+ ){2,6})\(([A-Z]{2,5})\)")
_JOINTS = frozenset({"of", "for", "the", "and", "de", "al", "el", "bin", "ibn", "von", "van", "-", "–", "&", "."})


def pieces(doc: Doc, start: int, end: int, states: Mapping[str, Country]) -> Iterator[tuple[int, int]]:
    """Cut a name at line breaks, possessives, countries that stand before another name, and offices."""
    begin = start
    for i in range(start, end):
        token = doc[i]
        owner = token.text in states or country_of_demonym(token.text)
        whole = doc[end - 1].lower_ in ORGANIZATION_WORDS  # "Kenyan Health Ministry" is one name
        adjectival = i == begin and i + 1 < end and owner and not whole and _starts_anew(doc[i + 1])
        if in_name_of_body(doc, i, end):
            continue
        if begin < i < end - 1 and token.lower_ == "of" and doc[i - 1].lower_ in COMPANY_WORDS:
            yield from _trim(doc, begin, i)  # "Doe Shipping of Mombasa"
            begin = i + 1
        elif token.is_space or token.text in {"'s", "’s"} or (token.is_punct and token.text in '/|()"“”,:;'):
            yield from _trim(doc, begin, i)
            begin = i + 1
        elif token.text == "the" and begin < i < end - 1 and doc[i - 1].pos_ not in {"ADP", "CCONJ"}:
            yield from _trim(doc, begin, i)  # "Garissa the Observatory said": a comma was lost
            begin = i + 1
        elif (i + 1 < end and (is_lost_possessive(token) or _posted(doc, i, begin, end))) or adjectival:
            yield from _trim(doc, begin, i)
            yield i, i + 1
            begin = i + 1
    yield from _trim(doc, begin, end)


def in_name_of_body(doc: Doc, i: int, end: int) -> bool:
    """Whether an apostrophe stands within the name of a body: "People's Militia", "Dockers' Union", and not behind a
    name ("Kenya's Foreign Ministry")."""
    if doc[i].text not in _SKIP - {"s"} or not 0 < i < end - 1 or doc[end - 1].lower_ not in ORGANIZATION_WORDS:
        return False
    owner = doc[i - 1]
    if not (owner.text[:1].isupper() and doc[i + 1].text[:1].isupper()) or doc[i - 1].whitespace_:
        return False
    plural = doc[i].text in {"'", "’"} and owner.lower_.endswith("s") and country_named(owner.text) is None
    return plural or owner.lower_ in _PEOPLE


def joins_name(token: Token) -> bool:
    """Whether an apostrophe stands in the midst of a run that may be a body's name: "Dockers' Union"."""
    if token.text not in {"'s", "’s", "'", "’"} or token.i + 2 > len(token.doc):
        return False
    last = token.i + 1
    while last < token.sent.end and token.doc[last].text[:1].isupper():
        last += 1
    return in_name_of_body(token.doc, token.i, last)


def abbreviated(text: str) -> set[str]:
    """The capitals that a text puts in brackets behind the common words that they shorten: "closed-circuit television
    (CCTV)"."""
    found = set()
    for match in _IN_BRACKETS.finditer(text):
        words = re.findall(r"[^\W\d_]+", match[1])[-len(match[2]) :]
        if all(word.islower() for word in words) and "".join(word[0] for word in words).upper() == match[2]:
            found |= {match[2], f"{match[2]}s"}
    return found


def spelled_out(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """The names whose first letters stand in brackets behind them, with small words in their midst: "Nurses Without
    Frontiers (NWF)". Of small words those of grammar may have no letter."""
    doc = parsed.doc
    for i in (t.i for sentence in parsed.sentences for t in sentence if 1 < t.i < len(doc) - 2):
        letters = doc[i + 1].text
        if doc[i].text != "(" or doc[i + 2].text != ")" or not (letters.isupper() and 2 < len(letters) <= 6):
            continue
        for start in range(i - 2, max(0, i - 2 * len(letters)) - 1, -1):
            words = doc[start:i]
            if not all(t.is_alpha for t in words):
                break
            told = [t for t in words if t.lower_ not in _UNSPOKEN]
            firsts = {"".join(t.text[0] for t in part).upper() for part in (words, told)}
            if letters in firsts and words[0].text[:1].isupper() and words[-1].text[:1].isupper():
                yield start, i
                break


def grown(doc: Doc, text: str, start: int, end: int) -> int:
    """Where a name of one word ends that the model cut short where something is or goes: "in Port" of "in Port Doe".

    `text` is that of `doc`, which has to put it together each time."""
    if end - start > 1 or not start or end >= len(doc) or doc[start - 1].lower_ not in LOCATIVE | {"to", "from", "of"}:
        return end
    after = doc[end]
    own = after.lower_ in ORGANIZATION_WORDS | PLACE_WORDS | OFFICES or after.ent_type_ or not after.text.istitle()
    bound = doc[start].dep_ == "compound" and doc[start].head.i == end and after.pos_ == "PROPN"
    bound = bound or text.count(doc[start : end + 1].text) > 1
    last = end + 1 == len(doc) or not doc[end + 1].text[:1].isupper()
    return end + 1 if bound and last and not own else end


def joint_of_two(doc: Doc, start: int, end: int, alone: Collection[str]) -> int | None:
    """The "and" of a name that is in truth those of two bodies ("Harbour International and Coastal Watch"), or None.

    It is two where the report has both on their own (`alone`), or the second, or each has a word for a body; and one
    where an "of" goes on over the "and" ("Ministry of Labour and Social Affairs").
    """
    for joint in range(start + 2, end - 2):
        first, second = doc[start:joint], doc[joint + 1 : end]
        if doc[joint].lower_ != "and":
            continue
        words = [{token.lower_ for token in part} for part in (first, second)]
        if first.text in alone and second.text in alone:
            return joint
        if all(token.text[:1].isupper() for token in first) and not words[0] & words[1]:
            known = second.text in alone and doc[end - 1].lower_ in ORGANIZATION_WORDS
            bodies = all(part & ORGANIZATION_WORDS for part in words) and doc[joint - 1].lower_ not in _FIELDS
            if known or bodies:
                return joint
    return None


def is_lost_possessive(token: Token) -> bool:
    """Whether a word is a country's name with an "s" that lost its apostrophe ("Russias")."""
    return token.text.endswith("s") and country_named(token.text) is not None and not _named_exactly(token.text)


def _posted(doc: Doc, i: int, begin: int, end: int) -> bool:
    """Whether a country is where somebody is posted whose name comes next ("the envoy for Kenya Jane Doe")."""
    if i != begin or end - i < 3 or not _named_exactly(doc[i].text) or doc[end - 1].lower_ in ORGANIZATION_WORDS:
        return False
    return i > 1 and doc[i - 1].pos_ == "ADP" and any(t.lower_ in OFFICES for t in doc[max(0, i - 4) : i - 1])


def _counts(doc: Doc, start: int, end: int) -> bool:
    """Whether a number at the end counts what follows ("in Garissa 16 civilians"), and is no part of the name."""
    number = end - 1 > start and doc[end - 1].is_digit and end < len(doc)
    return number and doc[end].text[:1].islower() and doc[end].pos_ in {"NOUN", "ADJ"}


def _starts_anew(token: Token) -> bool:
    """Whether what follows a demonym is no name of its own: a common noun, or somebody's office."""
    return token.text[:1].islower() or token.lower_ in OFFICES or token.lower_ in OFFICE_PARTS


def _named_exactly(name: str) -> bool:
    """Whether the name as it stands is a country's ("Cyprus" and not "Russias")."""
    found = country_named(name)
    return found is not None and plain(name) in found.names


def _trim(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Drop what is not the name from both ends: articles, offices, punctuation, words in lower case."""
    while start < end and (
        not any(c.isalnum() for c in doc[start].text)
        or doc[start].lower_ in {"the", "a", "an", "tags", "mr.", "mrs.", "ms.", "dr."}
        or (doc[start].text[:1].islower() and not doc[start].text.startswith(("al-", "el-", "de", "bin", "al")))
        or _is_office(doc, start, end)
        or (start + 2 < end and doc[start].lower_ in OFFICE_PARTS and doc[start + 1].lower_ in OFFICES)
    ):
        start += 1
    while end > start and (
        not any(c.isalnum() for c in doc[end - 1].text)
        or doc[end - 1].text in _SKIP
        or _counts(doc, start, end)
        or (doc[end - 1].text[:1].islower() and doc[end - 1].text[:3] not in {"al-", "el-"})
    ):
        end -= 1
    if start < end and not all(doc[i].lower_ in _JOINTS for i in range(start, end)):
        yield start, end


def _is_office(doc: Doc, start: int, end: int) -> bool:
    """Whether the first word of a name is somebody's office and no part of the name, as in "General Staff", or what
    they work as before two names of theirs."""
    if start + 2 < end and doc[start].lower_ in CALLINGS and doc[start + 1].text.istitle():
        return doc[end - 1].lower_ not in ORGANIZATION_WORDS | PLACE_WORDS | _HOUSES and doc[end - 1].text.istitle()
    if start + 1 >= end or doc[start].lower_.rstrip(".") not in OFFICES or not doc[start + 1].text[:1].isupper():
        return False
    return start + 2 < end or doc[start + 1].lower_ not in ORGANIZATION_WORDS
