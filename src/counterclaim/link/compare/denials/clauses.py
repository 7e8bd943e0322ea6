"""Clauses of reports as denials and what they deny are looked for: in the negative or the positive, with who says
so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.denials.folds import folded
from counterclaim.link.compare.denials.spans import known
from counterclaim.link.compare.denials.words import NO_STAND
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Act, Manner, Modality, Polarity, Span, Statement

_SENTENCE = re.compile(
    r"[^.!?\n]*(?:(?:[.!?](?![\s\"”’)]|$)|(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\bMs)\.|(?<=\bDr)\.|(?<=\bGen)\.|(?<=\bCol)\.|"
    r"(?<=\bLt)\.|(?<=\bSgt)\.|(?<=\bMaj)\.|(?<=\bSen)\.|(?<=\bRep)\.|(?<=\bSt)\.|(?<=\s[A-Z])\.|"
    r"(?<=\b(?:Jan|Feb|Aug|Oct|Nov|Dec))\.|(?<=\bSept)\.)[^.!?\n]*)*"
    r"[.!?]?[\"”’)]*"
)
#: What is given, or not, before something is done: "opened fire without any signal or warning".
_GIVEN_BEFORE = (
    r"(?:warnings?|notice|signals?|orders?|permission|consent|authori[sz]ation|mandate|warrants?|provocation|trial|charges?|"
    r"ultimatum|announcement|invitation|requests?|clearance|escort|consultation|vote)"
)
_BOUNDARY = re.compile(
    r"[,;:–—]\s|\s[-–—]\s|\s(?=(?:and|or) (?:that|he|she|it|they|there|the|no|not|never|nobody)\b)|"
    r"\s(?=and (?:is|are|was|were|has|have|had)\b)|"
    r"\s(?=(?:but|while|whereas|although|though|because|since|after|before|when|if|unless|until|saying|adding|"
    r"insisting)\b)|"
    rf"\s(?=without (?:(?:an?|any|prior|previous|advance|the|a single) )*(?:\w+ or )?{_GIVEN_BEFORE}\b|"
    r"without being \w+ed\b)"
)
#: Words that say that something is not so.
_NOT = Sought(
    r"\b(?:no[ -]one|no|not|never|neither|nor|none|nobody|nothing|nowhere|without|den(?:y|ies|ied|ying)|"
    r"(?:did|does|do|was|were|is|are|has|have|had)n['’]?t)\b(?!-)",
    re.I,
)
#: What says nothing of what there is none of: "not one litre of fuel", "no member of the brigade", "did not wear".
_MEASURE = re.compile(
    r"^\s*(?:(?:a|one|even|any|single|such|more than|an?) )*(?:"
    r"(?:(?:had|has|have|ever) )*(?:see|saw|seen|hear|heard|notic(?:e|ed)|observed?|detect(?:ed)?) "
    r"(?!(?:that|what|when|where|how|the|him|her|it|them|this|these|those|any(?:one|body|thing))\b)(?:any |an? |one )?|"
    r"(?:litres?|liters?|drops?|grams?|ounces?|"
    r"tons?|tonnes?|sacks?|kilos?|members?|part|parts|trace|traces|sign|signs|sort|kind|type|form) of "
    r"(?:any |the |our |its |their |his )?|"
    r"(?:wear|wore|carry|bear)(?:s|ing)? )",
    re.I,
)
#: A deed as a noun behind a verb of denying.
_PHRASE = re.compile(
    r"\s+(?!that\b|\w+ing\b)(?P<noun>(?:[\w’'-]+\s+){0,3}?[\w’'-]+)\s+(?:of|in|on|by|against|at)\s", re.I
)
#: Verbs that only say that there was something: "no warning was given", "no ransom had been paid".
_LIGHT = re.compile(
    r"\b(?:(?:was|were|is|are|has|have|had|been|ever|being)\s+)*(?:given|received|issued|paid|made|held|put|sent|heard|"
    r"transmitted|sounded|existed|exists|exist|present|took place|taken place)\b",
    re.I,
)
_THERE = re.compile(r"\s+(?:in|at|on|near|from|by|to|with|of)\b", re.I)
_DENIES = re.compile(r"den", re.I)
#: Between a verb of denying and what is denied.
_THAT = re.compile(r"\s+that\b", re.I)
_NONE = re.compile(r"(?:no|not|none|neither|nobody|no[ -]one|nothing)$", re.I)
#: Whom it was not done to, where that is all that is said of them: "shot nobody", "that he had seen" apart.
_TO_NOBODY = re.compile(r"(?:none|nobody|no[ -]one|nothing)$", re.I)
_AS_HE_KNOWS = re.compile(r"^\s+(?:that|whom|which|who)\s+(?:he|she|it|they|we|i)\b.*", re.I)
#: The words of a verb.
_VERB = 1
_OF_NONE = re.compile(r"(?:no|none|neither|without|not(?= (?:one|a single)\b))(?!\w)", re.I)
_NEVER, _BEFORE_IT = re.compile(r"never", re.I), re.compile(r"\s*before\b", re.I)
_WITHOUT = re.compile(r"[^.;]{0,40}?\bwithout\b", re.I)
#: "Neither gas nor explosives were used".
_NOR = re.compile(
    r"\s+(?P<one>(?:[\w’'-]+\s+){1,3}?)nor\s+(?P<other>(?:[\w’'-]+\s*){1,3}?)"
    r"(?P<rest>(?:(?:was|were|had|has|have|is|are|did|came|took|in|at|on|from)\b|[.,;]|$).*)$",
    re.I | re.S,
)
#: The same did something else before: "showed restraint and did not fire".
_AND_DID = re.compile(r"\w (?:and|but) (?:(?:did|had|has|have|was|were|is|are|does|do)\s)?$", re.I)
#: Who "saw no launcher" tells of the launcher, and not of himself.
_PERCEIVED = re.compile(
    r"\b(?:see|sees|saw|seen|finds?|found|hears?|heard|notic(?:e|ed)|observed?|knows? of|knew of|shows?|showed|"
    r"detected|recorded) $",
    re.I,
)
#: How far off or when: nobody else tells it by the same numbers.
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_HOW_FAR = re.compile(
    r"\b(?:within|some|about|around|over|under|less than|more than)? ?\d[\d.,]*[ -]"
    r"(?:kilomet\w+|km|miles?|met(?:er|re)s?|yards|hours?|minutes)\b(?: (?:of|from))?|"
    rf"\b(?:on )?(?:the night of )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})\b|"
    r"\b(?:that|this) (?:night|day|morning|evening|afternoon)\b|\b(?:in|at) (?:that|this) \w+\b|\bin question\b",
    re.I,
)
#: "Not only", "no doubt", "no longer", "take no position": these deny nothing, or say that it was so once.
_IDLE = re.compile(
    r"\b(?:not (?:only|just|merely|simply|until|to|yet|immediately|clear|known|so|all|every|enough|necessarily)|"
    r"no (?:doubt|longer|sooner|fewer|less|more|matter|wonder|immediate|comment|other|further|reason|need|choice|way|"
    r"idea|"
    r"word|reports? of|information|details?|plans?|intention|one knows|-fly)|nothing (?:but|else|more)|"
    r"nor (?:will|would|can|could|should)|never (?:before|again))\b|\bnever\b.*\bbefore\b|"
    rf"{NO_STAND}|"
    r"\b(?:(?:did|does|do|has|have|had|was|were)(?: not|n['’]?t|nt| never)|nor(?: \w+){0,3}?)(?: \w+ly)? "
    r"(?:say|said|mention\w*|name|"
    r"trust\w*|announc\w+|releas\w+|disclos\w+|publish\w*|detail\w*|respon\w+|address\w*|explain\w*|recogni[sz]\w+|"
    r"want|like|(?:give|given|provid\w+)\b[^,.]*\b(?:tolls?|figures?|details?|numbers?|reasons?|names?|dates?))\b",
    re.I,
)
#: What is unknown, to come, wished, feared or possible is neither asserted nor denied.
_UNREAL = re.compile(
    r"\b(?:yet|independent(?:ly)?|verif\w+|unclear|comment\w*|elaborat\w+|specif\w+|whether|if|unless|could|can|cannot|"
    r"may|might|must|would|should|shall|will|intend\w*|hop\w+|expect\w*|likely|unlikely|possibl\w+|perhaps|fear\w*|"
    r"threat(?:en\w*)?|(?<!no )(?<!no political )demand\w*|"
    r"urg\w+|call\w* (?:on|for)|vow\w*|promis\w+|pledg\w+|warn(?:s|ing that)?|"
    r"allow\w*|let['’]?s|don['’]?t|"
    r"won['’]?t|wouldn['’]?t|couldn['’]?t|can['’]?t|shouldn['’]?t)\b",
    re.I,
)
#: The same, where something is told in the positive.
_UNTOLD = Sought(
    r"\b(?:whether|if|unless|could|may|might|would|should|shall|will|must|can|plan\w* to|to be|want\w*|hop\w+|"
    r"determined to|prepar\w+ to|ready to|about to|poised to|aim\w* (?:at|to)|"
    r"expect\w*|"
    r"perhaps|possibly|potentially|used to|"
    r"fear\w*|threat\w+|demand\w*|urg\w+|call\w* (?:on|for)|prevent\w*|avoid\w*|refus\w+|fail\w*|unable|"
    r"den(?:y|ies|ied)|"
    r"reject\w*|dismiss\w*|without|stop\w* (?:(?:all|any|the|its|their) )?\w+ing\b|ban\w*|"
    r"foil\w*|thwart\w*|halt\w*|ceas\w*|paus\w*|suspen\w*|end to|"
    r"restor\w*|resum\w*|repair\w*|brac\w+|no longer|alleged\w*|accus\w+ of)\b",
    re.I,
)
#: What there is none of without anybody having said that there was.
_EMPTY = re.compile(
    r"\b(?:no|(?<!at )any) (?:\w+ )?(?:evidence|proof|people|person|time|chance|hope|choice|solution|progress|problem|"
    r"change|difference|answer|response|result|alternative|place|mention|basis|justification|excuse|objection|access|deaths?|casualt\w+|injur\w+|"
    r"fatalit\w+|victims?|losses|damage)\b",
    re.I,
)
#: Denials that only point back are compared in `denials.py`.
_BACK = re.compile(
    r"\bden\w+\b.*\b(?:responsib\w+|involve\w+|accus\w+|alleg\w+|claims?|charges?|reports?|that (?:\w+ )?(?:attack|"
    r"strike|raid))\b",
    re.I,
)
#: What somebody was told by nobody knows whom is not denied by who tells of it; nor is what a place was without.
_TOLD_SO = re.compile(
    r"\b(?:was|were|been|am|are|is) (?:all )?(?:told|assured|informed|promised|led to believe)\b[^.;]*$", re.I
)
_WHERE = re.compile(r"\b(?:where|in which)\s+(?:there\s+(?:is|was|are|were)\s+)?(?:\w+\s+)?$", re.I)
#: "Another governor who has not backed him": by which somebody is told from others.
_WHO_HAS_NOT = re.compile(
    r"\b(?:an?|another|any|those|some|several|many|few) (?:[\w’'-]+ ){0,5}?(?:who|which) "
    r"(?:(?:has|have|had|did|does|do|was|were|is|are)\s)?(?:\w+ly\s)?$",
    re.I,
)
#: Of another time than the rest of a report.
_OTHER_TIME = re.compile(
    r"\b(?:last (?:year|summer|winter|spring|autumn|month)['’]?s?|years? (?:ago|earlier|before))\b", re.I
)
_QUESTION = re.compile(r"\?\s*[\"”’]?\s*$")
_TOLD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
_ASKED = frozenset({Act.ASK, Act.THREATEN, Act.DEMAND, Act.CALL_FOR, Act.OFFER, Act.PROMISE})
#: Telling words of a denial that are taken from before and from behind the word that denies.
_BEFORE, _AFTER, _FOCUS = 5, 7, 3
_LEAST, _LONGEST = 8, 320


_Words = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a report, `words` as their classes and stems, those of its sentence in `around`. `focus` is what
    stands right behind the word that denies; empty where nothing is denied. `denies`: by a
    verb of denying, so that who speaks is who would have done it; `elsewhere`: it only says that it was not there;
    `denied_of_none`: by "no soldier", "none of them", with the verb behind; `behind` the words behind the word that
    denies."""

    report: str
    statement: Statement
    span: Span
    sentence: Span
    words: _Words
    around: _Words
    focus: _Words
    denies: bool = False
    elsewhere: bool = False
    denied_of_none: bool = False
    behind: _Words = ()


def clauses_in(pile: Pile, report: str) -> Iterator[Clause]:
    """The clauses of a report that say plainly that something is so or not so, in the order of the text."""
    text = pile.reports[report].text
    voices = _Voices(pile, report)
    for match in _SENTENCE.finditer(text):
        if not match.group().strip() or _QUESTION.search(match.group()):
            continue
        sentence = Span.of(text, match.start(), match.end())
        for start, end in _pieces(match.group()):
            span = Span.of(text, match.start() + start, match.start() + end)
            negation = _NOT.search(span.text)
            if negation is None:
                clauses = [_affirmed(voices, sentence, span)]
            else:
                clauses = [_denied(pile, voices, sentence, span, negation, rest) for rest in _each(span, negation)]
            yield from (clause for clause in clauses if clause is not None)


def _each(span: Span, negation: re.Match[str]) -> list[str]:
    """What stands behind a word that denies; of "neither gas nor explosives were used" each of the two by itself."""
    behind = span.text[negation.end() :]
    both = _NOR.match(behind) if negation.group().lower() == "neither" else None
    return [f"{both[part]} {both['rest']}" for part in ("one", "other")] if both else [behind]


def _affirmed(voices: _Voices, sentence: Span, span: Span) -> Clause | None:
    """A clause without a word that denies."""
    place = span.start + len(span.text) // 2
    statement = None if _UNTOLD.search(span.text) else voices.at(place)
    words = _told(statement, span, place, None) if statement else ()
    if statement is None or not words:
        return None
    return Clause(statement.report, statement, span, sentence, words, folded(sentence.text), ())


def _denied(
    pile: Pile, voices: _Voices, sentence: Span, span: Span, negation: re.Match[str], behind: str
) -> Clause | None:
    """A clause with a word that denies, where it denies something by the words `behind` that."""
    if any(pattern.search(span.text) for pattern in (_IDLE, _UNREAL, _EMPTY, _BACK)):
        return None
    before = pile.reports[voices.report].text[sentence.start : span.start + negation.start()]
    if (
        _TOLD_SO.search(before)
        or _WHERE.search(before)
        or _WHO_HAS_NOT.search(before)
        or _OTHER_TIME.search(sentence.text)
    ):
        return None
    next_to = span.end - sentence.start
    if _WITHOUT.match(sentence.text, next_to) or (
        _NEVER.match(negation.group()) and _BEFORE_IT.match(sentence.text, next_to)
    ):
        return None  # "nobody ever won without the votes of women", "had never been used before"
    end = _THAT.match(span.text, negation.end()) or negation
    place = span.start + min(end.end() + 2, len(span.text) - 1)
    statement = voices.at(place)
    of_none = _none_does(pile, voices.report, span, negation)
    of_none = of_none or bool(_PERCEIVED.search(span.text, 0, negation.start()))
    words = _told(statement, span, place, negation, behind, of_none=of_none) if statement else ()
    if not of_none and words and _AND_DID.search(span.text, 0, negation.start()):
        words = _doers(pile, voices.report, span, negation) + folded(behind)[:_AFTER]
    behind = _HOW_FAR.sub("", behind)
    by_verb, none = bool(_DENIES.match(negation.group())), bool(_OF_NONE.match(span.text, negation.start()))
    if none and folded(bare := _LIGHT.sub("", behind)):
        behind = bare
    focus = folded(_headed(behind) if by_verb else _MEASURE.sub("", behind))[:_FOCUS]
    if _TO_NOBODY.match(negation.group()) and not of_none:
        behind = _AS_HE_KNOWS.sub("", behind)
        focus = (folded(span.text[: negation.start()])[-_VERB:] + folded(behind))[:_FOCUS]
    if statement is None or not words or not focus or not (by_verb or _held(pile, statement.report, span)):
        return None
    elsewhere = bool(_THERE.match(behind))
    around = folded(sentence.text)
    after = words if by_verb or of_none else folded(_MEASURE.sub("", behind))[:_AFTER]
    return Clause(statement.report, statement, span, sentence, words, around, focus, by_verb, elsewhere, none, after)


def _headed(words: str) -> str:
    """What is denied by a noun ("denied government bombings of the rebels"), with that noun first."""
    phrase = _PHRASE.match(words)
    return f"{head_noun(phrase['noun'])} {words}" if phrase else words


def _told(
    statement: Statement,
    span: Span,
    place: int,
    negation: re.Match[str] | None,
    behind: str = "",
    *,
    of_none: bool = False,
) -> _Words:
    """The words of a clause that are told, without who tells or denies them; of a long one in the negative those
    around the word that denies, or, where it is `of_none` that something is told, those behind it."""
    if negation is not None and _DENIES.match(negation.group()):
        return folded(span.text[negation.end() :])[:_AFTER]
    piece = next((p for p in statement.content if p.start <= place < p.end), span)
    start, end = max(0, piece.start - span.start), min(len(span.text), piece.end - span.start)
    if negation is None or not start <= negation.start() < end:
        return folded(span.text[start:end] or span.text)
    rest = _HOW_FAR.sub("", behind if end >= len(span.text) else span.text[negation.end() : end])
    rest = (
        _LIGHT.sub("", rest) if _OF_NONE.match(span.text, negation.start()) and folded(_LIGHT.sub("", rest)) else rest
    )
    before, after = folded(span.text[start : negation.start()]), folded(rest)
    return (() if of_none else before[-_BEFORE:]) + after[:_AFTER]


def _doers(pile: Pile, report: str, span: Span, negation: re.Match[str]) -> _Words:
    """The nouns for who did not do it, where that stands before another verb ("showed restraint and did not fire")."""
    at = span.start + negation.start()
    inside = [c for c in pile.annotations[report].claims if span.covers(c.trigger) and c.trigger.start > at]
    whos = inside[0].agent if inside else ()
    return tuple(word for who in whos for word in folded(head_noun(who.span.text if who.span else who.name)))


def _none_does(pile: Pile, report: str, span: Span, negation: re.Match[str]) -> bool:
    """Whether it is the subject that there is none of: "in all these hours not one policeman fired"."""
    if not _NONE.match(negation.group()):
        return False
    at = span.start + negation.start()
    inside = [c for c in pile.annotations[report].claims if span.covers(c.trigger) and c.polarity is Polarity.NEGATIVE]
    whos = [who.span for c in inside if c.trigger.start > at for who in (*c.agent, *c.patient) if who.span]
    return any(who.start in {at, at + len(negation.group()) + 1} for who in whos)


def _held(pile: Pile, report: str, span: Span) -> bool:
    """Whether a clause with a word that denies is told as so: where claims are made of it, one is in the negative."""
    inside = [c for c in pile.annotations[report].claims if span.covers(c.trigger)]
    inside = [c for c in inside if c.modality is not Modality.COMMAND]  # "gave no order to clear the square"
    return not inside or any(c.polarity is Polarity.NEGATIVE and c.modality in _TOLD for c in inside)


def _pieces(sentence: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence begin and end; what is too short goes with what follows."""
    start = 0
    for match in _BOUNDARY.finditer(sentence):
        if match.start() - start >= _LEAST:
            yield start, match.start()
            start = match.end()
    if len(sentence.rstrip()) - start >= _LEAST:
        yield start, min(len(sentence.rstrip()), start + _LONGEST)


class _Voices:
    """Whose words stand at a character of one report: the innermost statement there, if it is clear who speaks."""

    def __init__(self, pile: Pile, report: str) -> None:
        self._pieces = sorted(
            ((p.start, p.end, s) for s in pile.annotations[report].statements for p in s.content),
            key=lambda piece: (piece[0], piece[1], piece[2].id),
        )
        self._starts = [start for start, _, _ in self._pieces]
        self._pile, self.report = pile, report

    def at(self, place: int) -> Statement | None:
        """The statement; None where nobody known speaks, or only asks or threatens."""
        here = [p for p in self._pieces[: bisect_right(self._starts, place)] if p[1] > place]
        if not here:
            return None
        said = (p[2] for p in sorted(here, key=lambda p: (p[1] - p[0], p[2].manner is Manner.NARRATION, p[2].id)))
        statement = next(said)
        if statement.act in _ASKED:
            # that somebody ordered it is told by who tells of the order
            outer = next(said, None)
            told = (
                outer is not None and statement.cue is not None and any(p.covers(statement.cue) for p in outer.content)
            )
            if outer is None or not told or outer.act in _ASKED:
                return None
            statement = outer
        return statement if statement.manner is Manner.NARRATION or known(self._pile, statement) else None
