"""Names that the model overlooks, by what is told of them: who says something, a medium by its noun, and who is killed,
arrested, alive or resigns, who is somebody. A small model has seen few names of most countries, and at the head of a
sentence it misses half of them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from counterclaim.annotate.names.words import (
    BODY_NOUNS,
    CALLINGS,
    COMPANY_WORDS,
    MEDIA_WORDS,
    OFFICE_PARTS,
    OFFICES,
    ORGANIZATION_WORDS,
    PLACE_WORDS,
    REPORTING,
    WEEKDAYS,
)

#: Articles that are part of a name, and written small within it.
_ARTICLES = frozenset({"al", "el"})
#: What befalls people and, told in the singular, nobody else.
_BEFALLS = frozenset(
    """kill murder assassinate execute behead wound injure shoot stab torture arrest detain jail imprison sentence
    convict acquit indict abduct kidnap release extradite deport hospitalise hospitalize bury bear lynch poison appoint
    elect reelect inaugurate arraign handcuff interrogate""".split()
)
#: What people do.
_DOES = frozenset("die resign surrender flee defect testify confess marry retire".split())
_STATES = frozenset("alive dead unharmed unhurt ill missing wounded innocent guilty".split())
_WHERE = frozenset("custody prison jail hospital detention captivity hiding exile handcuffs".split())
_ONE = frozenset({"is", "was", "has", "be", "been", "being", "remains", "remained"})
_SEVERAL = frozenset({"are", "were", "have"})
#: Behind these a name is a person's.
_RANKS = frozenset(
    """mr mrs ms dr mayor captain capt colonel col lieutenant lt sergeant sgt corporal commander cmdr brigadier
    commodore inspector superintendent constable judge senator governor gov ambassador minister nurse professor prof
    commissioner""".split()
)
_NO_SURNAMES = OFFICES | OFFICE_PARTS | PLACE_WORDS | COMPANY_WORDS
#: A name of a person has so many words.
_FEWEST, _MOST = 2, 4


def told_names(sentence: Tokens) -> Iterator[tuple[int, int, str]]:
    """Where names stand that are told by the words beside them: first and last token (exclusive), and spaCy's label."""
    for start, end in (*_speakers(sentence), *_acronyms(sentence)):
        start = _behind_office(sentence.doc, start, end)
        yield start, end, "ORG" if end - start == 1 or _is_body(sentence.doc, end) else "PERSON"
    for start, end in (*_undergone(sentence), *_titled(sentence)):
        yield start, end, "PERSON"


def _titled(sentence: Tokens) -> Iterator[tuple[int, int]]:
    """Where the names of people stand behind a rank or calling with a capital: "Mayor Jane Doe, who", "Captain Doe of
    the". Behind words that begin other names too ("General Motors", "Sheikh" of a village) none is looked for."""
    doc = sentence.doc
    for office in sentence:
        rank = office.lower_.rstrip(".")
        if not office.text[:1].isupper() or rank not in _RANKS | CALLINGS or office.i + 1 >= sentence.end:
            continue
        start = end = office.i + 1
        while end < sentence.end and _is_part(doc[end]) and end - start < _MOST:
            end += 1
        words = doc[start:end]
        whole = end == sentence.end or not doc[end].text[:1].isupper()
        fewest = 1 if rank in _RANKS else _FEWEST
        if whole and len(words) >= fewest and _is_name(words) and not any(t.lower_ in _NO_SURNAMES for t in words):
            yield start, end


def _behind_office(doc: Doc, start: int, end: int) -> int:
    """Where a speaker's own name begins behind an office with capitals: "Navy Lieutenant" Jane Doe, "Brother"
    Jane Doe."""
    offices = OFFICES | CALLINGS
    office = next((i for i in range(end - 3, start - 1, -1) if doc[i].lower_.rstrip(".") in offices), None)
    return start if office is None or doc[end - 1].lower_ in ORGANIZATION_WORDS else office + 1


def _undergone(sentence: Tokens) -> Iterator[tuple[int, int]]:
    """Where the names of people stand of whom a sentence tells what befalls people."""
    for token in sentence:
        if token.tag_ != "NNP" or token.dep_ not in {"nsubj", "nsubjpass"} or not _of_a_person(token):
            continue
        start = token.i
        while start > sentence.start and _is_part(token.doc[start - 1]):
            start -= 1
        while start < token.i and token.doc[start].lower_ in OFFICES:
            start += 1
        words = token.doc[start : token.i + 1]
        after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        bare = start == sentence.start or not token.doc[start - 1].text[:1].isupper()
        alone = after is None or not after.text[:1].isupper()
        if _FEWEST <= len(words) <= _MOST and bare and alone and _is_name(words):
            yield start, token.i + 1


def _of_a_person(subject: Token) -> bool:
    """Whether what is told of a subject befalls one person."""
    verb = subject.head
    if any(child.dep_ in {"conj", "cc"} for child in subject.children):
        return False
    forms = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}} | {verb.lower_}
    if forms & _SEVERAL:
        return False
    if subject.dep_ == "nsubjpass":
        return verb.lemma_ in _BEFALLS and bool(forms & _ONE)
    if verb.lemma_ in {"be", "remain"}:
        held = (below for child in verb.children if child.dep_ == "prep" for below in child.children)
        told = any(child.dep_ == "acomp" and child.lower_ in _STATES for child in verb.children)
        return told or any(below.dep_ == "pobj" and below.lower_ in _WHERE for below in held)
    return verb.lemma_ in _DOES and verb.pos_ == "VERB"


def _is_part(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.text[0].isalpha()


def _is_name(words: Tokens) -> bool:
    """Whether no word speaks against a person: none of a body, no weekday, and each begins with a capital."""
    doc: Doc = words.doc
    body = ORGANIZATION_WORDS | BODY_NOUNS
    return all(
        doc[i].is_title and doc[i].lower_ not in body and doc[i].text not in WEEKDAYS
        for i in range(words.start, words.end)
    )


def _speakers(sentence: Tokens) -> Iterator[tuple[int, int]]:
    """Runs of proper nouns beside a verb of speech ("SANA reported", "said Jane Doe"), or before an office."""
    i, doc = sentence.start, sentence.doc
    while i < sentence.end:
        start = i
        while i < sentence.end and _goes_on(doc, i, start):
            i += 1
        if i == start:
            i += 1
            continue
        if start > sentence.start + 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_:
            start -= 2  # the parser tore "Al-Watan" apart
        follows = start > sentence.start and doc[start - 1].lemma_ in REPORTING and doc[start - 1].pos_ == "VERB"
        leads = i < sentence.end and doc[i].lemma_ in REPORTING and doc[i].pos_ == "VERB"
        titled = i - start > 1 and _office_follows(doc, i, sentence.end)
        before = doc[start - 1].text if start > sentence.start else ""
        whole = (
            2 <= sum(t.text[:1].isupper() for t in doc[start:i]) <= 4
            and not before[:1].isupper()
            and not before[:1].isdigit()
        )
        behind = i + (i < sentence.end and doc[i].lower_ == "media")  # "ABC media outlet"
        medium = behind < sentence.end and doc[behind].lower_ in MEDIA_WORDS and doc[behind].text.islower()
        medium = medium and i - start <= 4
        alone = i - start == 1 and _speaks_alone(doc[start])
        if ((follows or leads or titled) and whole) or alone or (medium and not doc[start].is_sent_start):
            yield start, i


def _speaks_alone(token: Token) -> bool:
    """Whether a single word is a name since it says something with no article or other word before it."""
    return (
        token.tag_ == "NNP"
        and token.dep_ == "nsubj"
        and token.head.lemma_ in REPORTING
        and token.head.pos_ == "VERB"
        and token.left_edge == token
        and len(token) > 2
        and token.lower_ not in OFFICES | ORGANIZATION_WORDS | MEDIA_WORDS | BODY_NOUNS
    )


def _goes_on(doc: Doc, i: int, start: int) -> bool:
    """Whether a run of proper nouns that begins at `start` goes on at a token; "al-" may stand in its midst."""
    if doc[i].pos_ == "PROPN" and doc[i].text[:1].isupper() and doc[i].text[0].isalpha():
        return True
    following = doc[i + 1 : i + 3]
    if i == start or not following:
        return False
    joined = doc[i].lower_ in _ARTICLES and following[0].text == "-" and following[-1].text[:1].isupper()
    return joined or (doc[i].text == "-" and doc[i - 1].lower_ in _ARTICLES and following[0].text[:1].isupper())


def _office_follows(doc: Doc, start: int, end: int) -> bool:
    """Whether an office comes next, with what says whose it is: "…, the UN special envoy for …"."""
    for token in doc[start : min(start + 6, end)]:
        if token.lower_ in OFFICES:
            return True
        if not (token.text[:1].isupper() or token.lower_ in OFFICE_PARTS | {",", "the"}):
            return False
    return False


def _is_body(doc: Doc, end: int) -> bool:
    """Whether a run of proper nouns ends in a word for a body, or such a word follows it."""
    return any(token.lower_ in ORGANIZATION_WORDS or token.lower_ == "media" for token in doc[end - 1 : end + 1])


def _acronyms(sentence: Tokens) -> Iterator[tuple[int, int]]:
    """Words of capitals beside a verb of speech or a word for a medium ("ABC reported", "the ABC news agency")."""
    doc = sentence.doc
    for token in sentence:
        if not (token.is_upper and token.is_alpha and 3 <= len(token.text) <= 6):
            continue
        before = doc[token.i - 1] if token.i > sentence.start else None
        after = doc[token.i + 1] if token.i + 1 < sentence.end else None
        beside = [t for t in (before, after) if t is not None and not t.is_upper]
        if any(t.lower_ in MEDIA_WORDS or (t.lemma_ in REPORTING and t.pos_ == "VERB") for t in beside):
            yield token.i, token.i + 1
