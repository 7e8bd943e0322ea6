"""Find the names in a parsed report, trimmed to the name itself.

spaCy's names are the start. They are corrected by country data, which does not depend on context, and cut where
they run over: an article, a possessive (also one that lost its apostrophe), an office, a line break.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from counterclaim.annotate.located import Located
from counterclaim.annotate.names.lands import unlisted_states
from counterclaim.annotate.names.told import told_names
from counterclaim.annotate.names.trim import (
    abbreviated,
    grown,
    is_lost_possessive,
    joins_name,
    joint_of_two,
    pieces,
    spelled_out,
)
from counterclaim.annotate.names.words import (
    LOCATIVE,
    OFFICE_PARTS,
    OFFICES,
    ORGANIZATION_WORDS,
    REPORTING,
    WEEKDAYS,
    office_of,
)
from counterclaim.annotate.parse import Parsed, everyday_words
from counterclaim.annotate.world import (
    Country,
    country_named,
    country_of_capital,
    country_of_demonym,
)
from counterclaim.records import PassageKind

#: Nouns whose name often goes on with "for" or "of".
_CONTINUED = frozenset(
    """observatory organisation organization center centre committee council ministry agency union institute commission
    association authority network party federation society foundation league army front movement department""".split()
)
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
    ents: Located[Tokens]
    states: dict[str, Country]
    lost_apostrophes: bool


def find_names(parsed: Parsed) -> list[Found]:
    """The names of the annotated sentences, in order, none overlapping another."""
    text = parsed.report.text
    words = frozenset(token.text for token in parsed.doc)
    ents = Located(parsed.doc.ents, lambda ent: ((ent.start_char, ent.end_char),))
    page = _Page(parsed.doc, text, words, ents, unlisted_states(parsed), not any(mark in text for mark in "'’"))
    headlines = [
        (p.start, p.end)
        for p in parsed.report.passages
        if p.kind in {PassageKind.HEADLINE, PassageKind.HEADING} and _in_capitals(parsed.tokens(p.start, p.end))
    ]
    spelled = [item for a, b in spelled_out(parsed) if (item := _make(page, a, b, "ORG", False))]
    found = list(spelled)
    for sentence in parsed.sentences:
        in_title = any(a <= sentence.start_char and sentence.end_char <= b for a, b in headlines)
        taken = {i for item in spelled for i in range(item.start, item.end)}
        for item in _candidates(page, sentence, in_title):
            if not taken.intersection(range(item.start, item.end)):
                place = page.doc[item.start].idx  # a sentence may run from a title into the text below it
                found.append(replace(item, in_title=any(a <= place < b for a, b in headlines)))
                taken.update(range(item.start, item.end))
    known = [_in_unlisted_state(item, page.states) for item in _unglued(page, found)]
    common = {item.name for item in known if _is_common(page.doc, item)} | abbreviated(text)
    return sorted(
        (item for item in known if item.name not in common and _is_name(page, item)), key=lambda item: item.start
    )


def _in_capitals(tokens: Tokens) -> bool:
    """Whether a headline writes its words with capitals whatever they are, so that these do not tell its names."""
    words = [token for token in tokens if token.is_alpha and len(token) > 3 and not token.is_stop]
    return 4 * sum(token.text.islower() for token in words) <= len(words)


def _is_common(doc: Doc, item: Found) -> bool:
    """Whether capitals are used as a common noun: "an NGO said", but not "an ABC reporter"."""
    if item.country is not None or item.end - item.start > 1 or not item.start or not item.name.isupper():
        return False
    after = doc[item.end] if item.end < len(doc) else None
    apart = after is None or not (after.pos_ in {"NOUN", "PROPN", "ADJ"} or after.text == "-")
    return apart and doc[item.start - 1].lower_ in {"a", "an"}


def _candidates(page: _Page, sentence: Tokens, in_title: bool) -> Iterator[Found]:
    """The names of a sentence, those to be preferred first: the model's, overlooked organisations, countries. The
    name of an organisation goes before what the model took for a name in the midst of it."""
    named = [
        (start, _whole(page.doc, start, end), ent.label_)
        for ent in page.ents.begun_in(sentence.start_char, sentence.end_char)
        if ent.end <= sentence.end and ent.label_ in LABELS
        for start, end in pieces(page.doc, ent.start, grown(page.doc, page.text, ent.start, ent.end), page.states)
    ]
    bodies = [] if in_title else [(start, _whole(page.doc, start, end)) for start, end in _organizations(sentence)]
    around = [
        (start, end, "ORG")
        for start, end in bodies
        if any(start <= a and b <= end and b - a < end - start for a, b, _ in named)
        and all(start <= a and b <= end for a, b, _ in named if a < end and start < b)
    ]
    told = [] if in_title else list(told_names(sentence))
    ranked = [(a, b, label) for a, b, label in told if _is_ranked(page.doc, a, b) and _holds_others(a, b, named)]
    for start, end, label in (*around, *ranked, *named, *((a, b, "ORG") for a, b in bodies), *told):
        if item := _make(page, start, end, label, in_title):
            yield item
    for token in sentence:
        if token.text[:1].isupper() and (item := _country_token(token, in_title, page.states)):
            yield item


def _is_ranked(doc: Doc, start: int, end: int) -> bool:
    """Whether an office stands right before a name of two words or more."""
    return end - start > 1 and start > 0 and office_of(doc[start - 1].lower_) != ""


def _holds_others(start: int, end: int, named: Iterable[tuple[int, int, str]]) -> bool:
    """Whether a name has in it all of the names that share words with it, and more."""
    shared = [(a, b) for a, b, _ in named if a < end and start < b]
    return bool(shared) and all(start <= a and b <= end and b - a < end - start for a, b in shared)


def _in_unlisted_state(item: Found, states: dict[str, Country]) -> Found:
    state = states.get(item.name)
    if state is None or item.country is not None:
        return item
    demonym = item.name != state.name and not item.name.endswith(" Republic")
    return replace(item, country=state, demonym=demonym, name=item.name)


def _is_name(page: _Page, item: Found) -> bool:
    """Whether a single word is a name: not one that the report also writes small, nor a mere adjective of origin."""
    if item.country is not None or item.end - item.start > 1:
        return True
    token = page.doc[item.start]
    following = page.doc[item.end] if item.end < len(page.doc) else token
    if token.lower_ in OFFICE_PARTS and following.text[:1].isupper() and following.lower_ in OFFICES:
        return False  # "Transport" Minister
    if _only_begins(page, item):
        return False
    if item.label == "NORP" and (token.pos_ == "ADJ" or token.dep_ in {"amod", "compound", "nmod"}):
        return False
    return not (token.is_title and token.lower_ in page.words)


def _only_begins(page: _Page, item: Found) -> bool:
    """Whether a word has its capital from beginning a sentence: a verb or adjective of English that stands nowhere else
    ("Calm returned", "Riot police"), and neither says something nor is anybody's surname."""
    token = page.doc[item.start]
    if not _begins(token) or token.lower_ not in everyday_words():
        return False
    after = page.doc[item.end] if item.end < len(page.doc) else token
    speaks = after.lemma_ in REPORTING or after.text in {"'s", "’s", ","}
    return not speaks and all(_begins(other) for other in page.doc if other.text == token.text)


def _begins(token: Token) -> bool:
    """Whether a word is the first of a sentence, also behind a quotation mark."""
    return bool(token.is_sent_start) or (token.i > 0 and token.nbor(-1).is_quote)


def _organizations(sentence: Tokens) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that end in the noun of an organisation ("Kestovian Defence Ministry"), which the
    model overlooks at the head of a sentence."""
    start: int | None = None
    for token in sentence:
        if start is not None and joins_name(token):
            continue
        compounded = "-" in token.text and token.text.split("-")[-1].islower()  # "UK-based"
        apart = compounded or token.text in WEEKDAYS or is_lost_possessive(token)
        if not token.text[:1].isupper() or apart or (start is None and token.is_stop):
            start = None
            continue
        start = token.i if start is None else start
        following = token.nbor() if token.i + 1 < len(token.doc) else None
        ends = following is None or not following.text[:1].isupper()
        several = token.i > start or _whole(token.doc, start, token.i + 1) > token.i + 1
        if ends and several and token.lower_ in ORGANIZATION_WORDS:
            yield start, token.i + 1


def _whole(doc: Doc, start: int, end: int) -> int:
    """Where a name ends that goes on with what the organisation is for: "Observatory" of "Observatory for Trees"."""
    if end + 1 >= len(doc) or doc[end - 1].lower_ not in _CONTINUED or doc[end].lower_ not in {"for", "of"}:
        return end
    last = end + 1
    if doc[end + 1 : end + 3].text[:1].isupper() and _lower_noun(doc, end + 1):
        return end + 3  # "Centre for Human rights"
    while last < len(doc) and doc[last].lower_ in {"the", "of", "and"}:
        last += 1
    if last > end + 2 or not doc[last : last + 1].text[:1].isupper():
        return end
    while last < len(doc) and not doc[last].is_sent_start:
        joint = doc[last].lower_ == "of" and doc[last : last + 2].text.split()[-1][:1].isupper()
        if not (joint or doc[last].text[:1].isupper()) or (
            doc[last].ent_type_ == "PERSON" and doc[last].ent_iob_ == "B"
        ):
            break
        if doc[last].is_upper and len(doc[last]) > 1 and not doc[last + 1 : last + 2].text[:1].isupper():
            break  # an agency's or the body's own acronym
        last += 1
    return last


def _lower_noun(doc: Doc, i: int) -> bool:
    """Whether a capitalised adjective goes on with the small-written noun it belongs to."""
    return i + 1 < len(doc) and doc[i].dep_ == "amod" and doc[i].head.i == i + 1 and doc[i + 1].text.islower()


def _unglued(page: _Page, found: list[Found]) -> Iterator[Found]:
    """Part two names that ran together where a comma was lost ("in Garissa Jane Doe said")."""
    alone = {item.name for item in found}
    places = {i.name for i in found if i.country is None and i.start and page.doc[i.start - 1].lower_ in LOCATIVE}
    for item in found:
        if item.label != "PERSON" and (joint := joint_of_two(page.doc, item.start, item.end, alone)):
            for start, end in ((item.start, joint), (joint + 1, item.end)):
                if made := _make(page, start, end, item.label, item.in_title):
                    yield made
            continue
        cut = next((i for i in range(item.start + 1, item.end) if _parts(page, item, i, alone, places)), None)
        if cut is None:
            yield item
            continue
        label = "PERSON" if cut - item.start > 2 else item.label
        for start, end, kind in ((item.start, cut, item.label), (cut, item.end, label)):
            if made := _make(page, start, end, kind, item.in_title):
                yield made


def _parts(page: _Page, item: Found, cut: int, alone: set[str], places: set[str]) -> bool:
    """Whether one name ends and another begins at a token: the report has both on their own, or the first is a place
    before a person, or the name of four or more words before two more."""
    first, second = page.doc[item.start : cut].text, page.doc[cut : item.end].text
    if page.lost_apostrophes and item.end - item.start == 2 and first.isupper() and item.start:
        told = page.doc[item.start - 1]
        return second.lower() in ORGANIZATION_WORDS and (told.lower_ == "to" or told.lemma_ in REPORTING)
    if page.doc[cut].lower_ in ORGANIZATION_WORDS or not page.doc[cut].text[:1].isupper():
        return False
    if first in places:
        return second in alone or (item.label == "PERSON" and item.end - cut > 1)
    return first in alone and cut - item.start > 3 and item.end - cut > 1


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
    while start < end - 1 and page.doc[start].text in WEEKDAYS:
        start += 1
    while start < end - 1 and page.doc[end - 1].text in WEEKDAYS:
        end -= 1
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
