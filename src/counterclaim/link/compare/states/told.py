"""What a report tells of states: which end of which kind, and of whom or what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.link.compare.denials.spans import shown
from counterclaim.link.compare.sayings import sentences_in, told_by, words_of
from counterclaim.link.compare.states.subjects import Subject, names_near, person_in, thing_in
from counterclaim.link.compare.states.table import ENDS, State, other_end, states
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import Act, Polarity, Span, Statement

#: What is wished, planned, threatened, asked or only possible is not told as so.
_NOT_SO = re.compile(
    r"\b(?:if|whether|unless|until|would|will|shall|could|may|might|should|must|can|cannot|ought|want\w*|wish\w*|hop\w+|"
    r"plann\w+|plans? (?:to|for)|intend\w*|fear\w*|threaten\w*|demand(?:s|ed|ing)? (?:that|to|the)|"
    r"call(?:s|ed|ing)? (?:for|on)|ask(?:s|ed|ing)? (?:for|to)|urg\w+|"
    r"order(?:s|ed|ing)? (?:to|that|the)|vow\w*|promis\w+|pledg\w+|offer(?:s|ed|ing)? to|"
    r"refus\w+|expect\w*|about to|ready to|due to|likely|"
    r"possibl\w+|"
    r"rumou?r\w*|in case|supposed|attempt\w*|tried|try|trying|had to|have to|has to|be|in order|instead of|rather than|"
    r"before|going to|wait\w*|need\w*|propos(?:e|es|ed|ing) (?:that|to))\b(?! (?:that )?said)",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|never|no(?! confidence)|none|nobody|neither|nor|nothing|hardly|without|no longer|yet to|cannot)\b|"
    r"n[’']t\b",
    re.I,
)
#: Where one clause of a sentence ends and the next begins.
_CLAUSE = re.compile(
    r"[;:]\s|\s(?:but|while|whereas|although|though|because|as|so)\s|,\s(?:and|but|who|which|where|so)\s|\s[–—-]\s"
)
#: What lasts, and did not only happen.
_LASTS = re.compile(
    r"\b(?:is|are|am|remain\w*|still|stay\w*|keeps?|keeping|kept|continu\w+|goes on|holds?|held|stands?|stood|sits?|"
    r"sat|sharing|in (?:\w+ ){0,2}(?:custody|cells?|prison|jail|captivity|hands)|behind bars|under arrest|works?|runs|"
    r"(?:was|were) (?:\w+ )?(?:\w+ing|open|free|at \w+|silent|dry|idle)|had (?:\w+ )?been|all|throughout|never|"
    r"nights?|at work|came home|got home)\b",
    re.I,
)
#: What follows right behind the words is looked at as well ("was closed all day"), in characters.
_BEHIND = 25
_SAID = frozenset({Act.ASSERT, Act.CONFIRM, Act.EXPRESS, Act.ACCUSE})
#: How far before a word its "not" or "would" stands, in characters.
_NEAR = 45
#: A state of long ago, or of another time: no account of now.
_PAST = re.compile(
    r"\b(?:in (?:19|20)\d\d|years? (?:ago|earlier|before)|last (?:year|month)|in the past|formerly|used to|"
    r"previous(?:ly)?|earlier (?!on|today|this)|"
    r"(?:a|two|three) (?:years?|months?) (?:ago|before))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A state that a report tells: which end of it (`end`), by negation where `turned`, of whom, and whether
    it `lasts` or is told as an event."""

    state: State
    end: str
    turned: bool
    statement: Statement
    record: str
    subject: Subject
    sentence: Span
    shown: Span
    telling: Telling
    lasts: bool

    @property
    def report(self) -> str:
        """The report it stands in."""
        return self.statement.report


@dataclass(frozen=True, slots=True)
class _Words:
    """The words for an end of a state: where they stand in a report, and whether whom they are said of is `after`
    them."""

    state: State
    end: str
    start: int
    stop: int
    after: bool


def told_in(pile: Pile, tellings: Tellings, report: str) -> Iterator[Told]:
    """The states that a report tells, sentence by sentence."""
    text = pile.reports[report].text
    sentences = [Span.of(text, m.start(), m.end()) for m in sentences_in(text)]
    table = [state for state in states() if state.needs is None or state.needs.search(text)]
    for number, sentence in enumerate(sentences):
        if text[sentence.end : sentence.end + 1] == "?" or _PAST.search(sentence.text):
            continue
        for state in table:
            for words in _words_in(state, sentence):
                told = _told(pile, tellings, report, words, sentence, sentences[max(0, number - 2) : number])
                if told is not None:
                    yield told


def _words_in(state: State, sentence: Span) -> Iterator[_Words]:
    """The words of a sentence for the ends of a state, the first of each sort."""
    for end in ENDS:
        for words, after in ((state.ends[end].before, False), (state.ends[end].after, True)):
            if words is not None and (found := words.search(sentence.text)):
                yield _Words(state, end, sentence.start + found.start(), sentence.start + found.end(), after)


def _told(
    pile: Pile, tellings: Tellings, report: str, words: _Words, sentence: Span, earlier: Sequence[Span]
) -> Told | None:
    """What some words tell of a state; None where they do not tell it as so, or of nobody."""
    text, found = pile.reports[report].text, pile.annotations[report]
    statement = told_by(found.statements, words.start, words.start + 1)
    if statement is None or statement.act not in _SAID:
        return None
    said = words_of(statement, sentence, words.start, text)
    clause = _clause(said, words)
    turned = _turned(text, clause, words)
    if turned and words.end not in words.state.flips:
        return None
    if _NOT_SO.search(text[max(clause.start, words.start - _NEAR) : words.start]):
        return None
    subject = _subject(pile, statement, words, sentence, clause, earlier)
    if subject is None:
        return None
    claims = [c for c in found.claims if sentence.covers(c.trigger) and c.statement == statement.id]
    near = min(claims, key=lambda c: (abs(c.trigger.start - words.start), c.id), default=None)
    if near is not None and near.polarity is Polarity.UNKNOWN:
        return None  # who says it leaves open whether it is so
    return Told(
        words.state,
        other_end(words.end) if turned else words.end,
        turned,
        statement,
        near.id if near else statement.id,
        subject,
        sentence,
        shown(pile, statement, said),
        tellings.at(report, words.start, words.stop),
        turned or _LASTS.search(text, clause.start, min(clause.end, words.stop + _BEHIND)) is not None,
    )


def _clause(said: Span, words: _Words) -> Span:
    """The clause in which some words stand."""
    first, last = 0, len(said.text)
    for border in _CLAUSE.finditer(said.text):
        if border.end() <= words.start - said.start:
            first = border.end()
        elif border.start() >= words.stop - said.start:
            last = border.start()
            break
    return Span(said.start + first, said.start + last, said.text[first:last])


def _turned(text: str, clause: Span, words: _Words) -> bool:
    """Whether a "not" turns what some words tell into the other end; "did not survive" has its own."""
    comma = text.rfind(", ", clause.start, words.start)
    return _NOT.search(text, max(clause.start, comma), words.stop) is not None and not _NOT.search(
        text[words.start : words.stop]
    )


def _subject(
    pile: Pile, statement: Statement, words: _Words, sentence: Span, clause: Span, earlier: Sequence[Span]
) -> Subject | None:
    """Of whom or of what some words tell it."""
    report, state = statement.report, words.state
    text = pile.reports[report].text
    if state.of == "matter":
        return Subject(near=names_near(pile, report, clause))
    first, last = (words.stop, clause.end) if words.after else (clause.start, words.start)
    nobody = Subject() if state.alone else None
    if first >= last:
        return nobody
    region = Span.of(text, first, last)
    if state.of == "person":
        own = [Span.of(text, sentence.start, clause.start)] if sentence.start < clause.start else []
        if own and any(who.span and own[0].covers(who.span) for who in statement.sources):
            own = []  # "the prosecutor said he had been removed": who speaks is not "he"
        return person_in(pile, report, region, after=words.after, earlier=(*earlier, *own)) or nobody
    return thing_in(pile, report, state.things, region, clause, after=words.after)
