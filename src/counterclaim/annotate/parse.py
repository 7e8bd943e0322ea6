"""One report as one parsed text: every token's offset is its offset in the report.

The text goes through spaCy whole, so nothing needs shifting, but sentences are made to begin where passages and
paragraphs begin: a parser on its own runs a headline into the paragraph below it. One report is one batch, so
what is found in it does not depend on what else is being read.
"""

from __future__ import annotations

import functools
import re
from collections import deque
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from counterclaim.annotate import endless
from counterclaim.models.parser import DEFAULT_PIPELINE, load
from counterclaim.records import PassageKind, Report, Span
from counterclaim.records.datelines import dateline

#: Passages that are kept and shown but not annotated: they say nothing, or say it a second time.
SILENT = frozenset({PassageKind.BOILERPLATE, PassageKind.REPEAT})

_BEGINNINGS = "beginnings"
_LINE_BREAK = re.compile(r"\n")
#: Where in `user_data` the place stands where the news begins behind its dateline, and how near its first word is.
_BODY, _NEAR = "body", 3
#: No sentence that begins a paragraph ends before this many words, unless a mark says so.
_FIRST_WORDS = 4
_END_MARKS = frozenset(".?!:;")


def _boundaries(doc: Doc) -> Doc:
    """Make a sentence begin after each line break, and at the first token of each place that `parse` noted. The parser
    keeps preset beginnings."""
    due = deque(sorted(doc.user_data.get(_BEGINNINGS, ())))
    begins, firsts = True, []
    for token in doc:
        while due and due[0] <= token.idx:
            due.popleft()
            begins = True
        if token.is_space:
            begins = begins or bool(_LINE_BREAK.search(token.text))
        elif begins:
            token.is_sent_start = True
            begins = False
            firsts.append(token.i)
    body = doc.user_data.get(_BODY, 0)
    for first in firsts:
        _hold_together(doc, first, whatever=0 < body <= doc[first].idx < body + _NEAR)
    return doc


def _hold_together(doc: Doc, first: int, *, whatever: bool) -> None:
    """Let no sentence begin at one of the first words behind the token `first`, with which a paragraph begins, but
    where one is set or a mark stands before it: `whatever` they are, or between two with capitals. The parser takes
    a name there for a sentence of its own."""
    for number in range(first + 1, min(first + _FIRST_WORDS, len(doc))):
        before, word = doc[number - 1], doc[number]
        if word.is_sent_start or word.is_space or before.text in _END_MARKS:
            return
        if not whatever and not (before.is_title and word.is_title):
            return
        word.is_sent_start = False


@functools.cache
def everyday_words(pipeline: str = DEFAULT_PIPELINE) -> frozenset[str]:
    """The verbs and adjectives of English, in small letters, as far as the pipeline's lemmatizer lists them (none where
    it has no such list): words that a name is not known by."""
    nlp = load(_boundaries, pipeline)
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
    if lookups is None or "lemma_index" not in lookups.tables:
        return frozenset()
    index = lookups.get_table("lemma_index")
    return frozenset(word for kind in ("verb", "adj") for word in index.get(kind, ()))


@dataclass(frozen=True, slots=True)
class Parsed:
    """A report with its parse. Offsets of `doc`'s tokens are code points of `report.text`."""

    report: Report
    doc: Doc
    sentences: tuple[Tokens, ...]

    def span(self, start: int, end: int) -> Span:
        """The span of the report's text from `start` to `end`, without white space at its ends."""
        text = self.report.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span.of(text, start, end)

    def tokens(self, start: int, end: int) -> Tokens:
        """The tokens that lie at least in part between two characters; at least one."""
        found = self.doc.char_span(start, end, alignment_mode="expand")
        if found is None:  # white space at the end of the text
            last = len(self.doc) - 1
            found = self.doc[last : last + 1]
        return found

    def span_of(self, tokens: Tokens | Token) -> Span:
        """The span that a token or a run of tokens covers."""
        if isinstance(tokens, Token):
            return self.span(tokens.idx, tokens.idx + len(tokens))
        return self.span(tokens.start_char, tokens.end_char)


def _read(nlp: Language, text: str, begins: list[int], body: int) -> Doc:
    """Parse a text. Sentences begin at the characters `begins`, and the news at `body`."""
    doc = nlp.make_doc(text)
    doc.user_data[_BEGINNINGS] = begins
    doc.user_data[_BODY] = body
    return nlp(doc)


def parse(report: Report, pipeline: str = DEFAULT_PIPELINE) -> Parsed:
    """Parse a report. `sentences` of the result are those of the passages that are annotated, in order."""
    nlp = load(_boundaries, pipeline)
    head, body = dateline(report)
    # A passage may begin within a line: page furniture and the first sentence of the news stand in one.
    begins = [body, *(passage.start for passage in report.passages)]
    doc = _read(nlp, report.text, begins, body)
    if pieces := endless.beginnings(doc):
        doc = _read(nlp, report.text, begins + pieces, body)
    silent = [(p.start, p.end) for p in report.passages if p.kind in SILENT] + [(head, body)]
    sentences = tuple(
        sentence
        for sentence in doc.sents
        if sentence.text.strip() and not any(a <= sentence.start_char < b for a, b in silent)
    )
    return Parsed(report, doc, sentences)
