"""What is attributed to somebody and yet is no statement: it was not said, or says nothing by itself."""

from __future__ import annotations

import re

from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.speech import Attribution
from counterclaim.annotate.speech.lexicon import VERBS, lemma_of
from counterclaim.records import Act, Manner, Statement

#: Cues that only name a topic: nothing is asserted, asked or criticised in "spoke about the economy".
_TOPICS = frozenset(
    f"{verb} {joined}".strip()
    for verbs, prepositions in (
        ("speak talk", "about of on"),
        ("say tell write", "about"),
        ("comment elaborate touch", "on"),
        ("discuss comment remark", " "),
    )
    for verb in verbs.split()
    for joined in prepositions.split() or [""]
)
#: What is spoken of is a number: "spoke of some 64 dead".
NUMBER = re.compile(
    r"^(?:of )?(?:(?:at least|about|some|around|more than|nearly|almost|over|up to|only|just) )?"
    r"(?:\d{1,3}(?:,\d{3})*\b(?!\d)|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds|"
    r"thousands|dozens)\b)",
    re.I,
)
_POINTING = frozenset("that this these those it so them him her nothing anything something what which".split())
#: Words that say nothing by themselves: what is left where a content was cut off.
_EMPTY = _POINTING | frozenset(
    "other each one another a an the of to in on at for who was were is are be been had has there and or".split()
)
#: What an answer points back with, and the acts that answer.
_ANSWERED = frozenset({"it", "this", "that", "both"})
_ANSWERS = frozenset({Act.DENY, Act.CONFIRM})
_RELATIVE = frozenset({"which", "who", "that", "this", "it"})
_STOP = re.compile(r"[.!?]\s|\n")
#: What a source asks of the one who writes, and no news: "who asked not to be named".
_UNNAMED = re.compile(
    r"(?:\w+ )?(?:not )?(?:to )?(?:be|remain) (?:named|identified|quoted|anonymous)\b|anonymity\b", re.I
)
#: How something was done, which is no object of a verb of speech: "rejected without putting it to a vote".
_MANNER = re.compile(r"without \w+ing\b", re.I)
_NOBODY = re.compile(r"(?:no[- ]one|nobody|none|neither)\b", re.I)
#: Below this confidence only what follows a verb of saying is told: of the rest most is misread (measured on piles of
#: other conflicts: 21 of 33).
_DOUBTFUL = 0.4
#: Of these, the negation is the speaker's view: who does not believe it, thinks that it is not so.
VIEWS = frozenset("believe think expect feel consider see suppose imagine assume anticipate foresee".split())
YIELDING = frozenset(
    "want intend plan accept agree support endorse favor favour recognize recognise welcome consent".split()
)


def first_word(item: Attribution) -> str:
    """The verb of a cue without its particle ("speak" of "speak of"); empty where it has none."""
    return item.cue_lemma.split()[0] if item.cue_lemma else ""


def says_nothing(parsed: Parsed, item: Attribution, statement: Statement) -> bool:
    """Whether nothing is asserted: it was not said, only a topic is named, or the content only points elsewhere.

    "Would not confirm that …" is not said either, and is told by the outlet.
    """
    if any(who.span and _NOBODY.match(who.span.text) for who in statement.sources):
        return True
    if item.negated:
        verb = first_word(item)
        kept = verb in VIEWS or verb in YIELDING or (statement.act is Act.EXPRESS and verb != "vouch")
        return not kept or not statement.sources
    first = statement.content[0].text
    if _MANNER.match(first) or (statement.manner is Manner.INDIRECT and _UNNAMED.match(first)):
        return True
    # "Asked whether …, the minister said": the question is a reporter's, and tells only what the answer is about.
    if statement.act is Act.ASK and not statement.sources and not statement.via:
        return True
    topic = item.cue_lemma in _TOPICS and not NUMBER.match(statement.content[0].text)
    if topic and (statement.manner is Manner.INDIRECT or statement.parent is not None):
        return True
    words = " ".join(piece.text for piece in statement.content).lower().strip(" .,;\"“”'‘’")
    if words in _ANSWERED and _answers(parsed, statement):
        return False
    return all(word in _EMPTY for word in words.replace(",", " ").split())


def _answers(parsed: Parsed, statement: Statement) -> bool:
    """Whether a content that only points back is an answer of somebody in its sentence to what was said before it:
    "the separatists denied it"."""
    first = next((who.span for who in statement.sources if who.span), None)
    if statement.act not in _ANSWERS or statement.cue is None or first is None or first.text.lower() in _RELATIVE:
        return False
    between = parsed.report.text[first.end : statement.cue.start]
    return first.start < statement.cue.start and not _STOP.search(between)


def is_doubtful(item: Attribution) -> bool:
    """Whether an attribution is too unlikely to be told, by what its cue is."""
    if item.parent is not None or item.confidence is None or item.confidence >= _DOUBTFUL:
        return False
    entry = VERBS.get(lemma_of(first_word(item)))
    phrase = item.cue_lemma.startswith(("according", "in ", "by "))
    return not phrase and (entry is None or not entry.says)
