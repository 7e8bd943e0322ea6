"""One thing set in two places by phrases: nine miles west of a cape and twenty-one, in a state's waters and on the high
seas, on one side of a border and on the other, on two floors; and shots that came from two places.

Read `phrases.py` first. Two phrases are of one thing if their sentences speak of somebody or something by one name or
noun, or tell one deed, and if their reports tell one story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from counterclaim.link.compare.denials.folds import folded
from counterclaim.link.compare.denials.parties import names_in
from counterclaim.link.compare.denials.spans import known
from counterclaim.link.compare.denials.together import told_together
from counterclaim.link.compare.denials.weighing import names_of
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.nouns import head_noun, tells
from counterclaim.link.compare.pairs import ONE_MORE, few_reports, put_together
from counterclaim.link.compare.places.phrases import Phrase, phrases_in
from counterclaim.link.compare.sayings import told_by, words_of
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.incidents.likeness import Likeness, days_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Act, Claim, EntityKind, Manner, Modality, Polarity, Slot, Span, Statement

_WORDS = Sought(
    r"\b(?:miles?|kilomet(?:re|er)s?|kms?|met(?:re|er)s?|yards?|waters|airspace|high seas|open sea|soil|"
    r"territory|land|side|floor|"
    r"storey|cellar|basement|attic|roof|kitchen|lift|stair\w*|hold|engine[- ]room|wheelhouse|galley|from)\b",
    re.I,
)
_SCORE, _NEAR_SCORE = 0.6, 0.62
#: In one report the two stand no further apart than this, in characters.
_BESIDE = 1500
#: Likeness from which two reports of a larger pile tell of one happening.
_ONE_HAPPENING = 0.5
_SAID = frozenset({Act.ASSERT, Act.CONFIRM, Act.EXPRESS, Act.ACCUSE, Act.DENY})
_WHERE = frozenset({EntityKind.PLACE, EntityKind.STATE})
_PRONOUNS = frozenset({"she", "he", "it", "they", "we", "who", "which", "that", "her", "him"})
_PRONOUN = re.compile(r"\b(?:she|he|it)\b", re.I)
#: The same where the second only points back to what the first speaks of.
_NEXT = 400
_REALMS = frozenset({"side", "waters"})
_BE = frozenset({"be", "say", "have", "come", "tell", "give", "report", "show"})
_HELD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
_NOT_SO = re.compile(
    r"\b(?:not|never|no|if|whether|could|might|would|should|will|must|den(?:y|ies|ied)|another|second|later|"
    r"last (?:year|month)|"
    r"in (?:19|20)\d\d|years? (?:ago|earlier))\b|n['’]t\b",
    re.I,
)
_OTHER = re.compile(rf"{ONE_MORE}|\b(?:another|separate(?:ly)?|earlier|previous(?:ly)?)\b", re.I)
#: Nouns that two accounts of anything may share.
_COMMON = frozenset(
    "spokesman spokeswoman minister ministry official statement report people man men place day government source "
    "agency authority police army military troop force attack incident shot fire mile kilometre area side".split()
)


@dataclass(frozen=True, slots=True)
class _Set:
    """A phrase of a statement, with the names and nouns that its sentence speaks of, and those that also what stands
    `above` it does; `deeds` are what the sentence has done."""

    phrase: Phrase
    statement: Statement
    telling: Telling
    names: frozenset[str]
    nouns: frozenset[str]
    above: frozenset[str]
    deeds: frozenset[str]
    at: int
    shown: Span
    record: str

    @property
    def points_back(self) -> bool:
        """Whether the words speak of somebody or something told of before."""
        return bool(_PRONOUN.search(self.shown.text))


def compare_phrases(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare where phrases set one thing."""
    found = {report: list(_read(pile, tellings, report)) for report in pile.annotations}
    for here in found.values():
        for left, right in combinations(here, 2):
            pile.look()
            if abs(left.at - right.at) <= _BESIDE and (why := _of_one(pile, left, right)):
                yield _finding(pile, left, right, _NEAR_SCORE, [*why, "One report gives both."])
    likeness = Likeness.of(pile, tellings)
    for one, other in told_together(pile, tellings):
        if pile.origins[one] == pile.origins[other]:
            continue
        for left, right in product(found[one], found[other]):
            pile.look()
            if why := _of_one(pile, left, right):
                chance = likeness.chance_of(likeness.signs(left.telling, right.telling))
                if few_reports(pile) or chance >= _ONE_HAPPENING:
                    yield _finding(pile, left, right, _SCORE, [*why, "The two reports tell one story."])


def _read(pile: Pile, tellings: Tellings, report: str) -> Iterator[_Set]:
    text, found = pile.reports[report].text, pile.annotations[report]
    statements = [s for s in found.statements if s.sources]
    read: set[int] = set()
    for match in _WORDS.finditer(text):
        sentence = sentence_at(text, match.start(), match.end())
        if sentence.start in read:
            continue
        read.add(sentence.start)
        speaker = _speaker(pile, statements, sentence, match.start())
        for phrase in phrases_in(sentence.text, speaker):
            at = sentence.start + phrase.start
            statement = told_by(statements, at, at + 1)
            before = sentence.text[max(0, phrase.start - _BACK) : phrase.start]
            if statement is None or not _says(pile, statement) or _NOT_SO.search(before):
                continue
            inside = [c for c in found.claims if sentence.covers(c.trigger)]
            beside = [c for c in inside if c.spans[0].start <= at < c.spans[0].end] or inside
            if beside and not any(c.polarity is Polarity.POSITIVE and c.modality in _HELD for c in beside):
                continue
            first = max(text.rfind("\n", 0, sentence.start) + 1, sentence.start - _ABOVE)
            around = [c for c in found.claims if first <= c.trigger.start < sentence.end]
            nouns = _nouns(inside)
            where = [e.name for e in pile.named_in(report, Span.of(text, first, sentence.end)) if e.kind in _WHERE]
            anchor = names_in(f"x {phrase.words} {' '.join(where)}")
            near = [c for c in beside if c.statement == statement.id] or beside
            record = min(near, key=lambda c: (abs(c.trigger.start - at), c.id)).id if near else statement.id
            yield _Set(
                phrase,
                statement,
                tellings.at(report, at, at + len(phrase.words)),
                names_in(sentence.text) - anchor,
                nouns,
                (names_in(text[first : sentence.end]) - anchor) | _nouns(around),
                names_of(word for c in beside if c.predicate not in _BE for word in folded(c.predicate)),
                at,
                words_of(statement, sentence, at, text),
                record,
            )


def _nouns(claims: Iterable[Claim]) -> frozenset[str]:
    """The telling nouns for those who take part in some claims."""
    whos = (who for c in claims for who in (*c.agent, *c.patient))
    nouns = (head_noun(who.span.text if who.span else who.name) for who in whos)
    return frozenset(noun for noun in nouns if tells(noun)) - _COMMON - _PRONOUNS


#: How far before a phrase what denies it stands, and before its sentence what it speaks of, in characters.
_BACK, _ABOVE = 60, 260


def _speaker(pile: Pile, statements: list[Statement], sentence: Span, at: int) -> str:
    statement = told_by(statements, at, at + 1)
    return " ".join(who.name for who in pile.holders(statement)) if statement else sentence.text[:0]


def _says(pile: Pile, statement: Statement) -> bool:
    return statement.act in _SAID and (statement.manner is Manner.NARRATION or known(pile, statement))


def _of_one(pile: Pile, left: _Set, right: _Set) -> list[str]:
    """Why two phrases that differ are of one thing; empty where nothing says so."""
    if not left.phrase.differs(right.phrase) or left.statement.id == right.statement.id:
        return []
    if pile.holder_key(left.statement) == pile.holder_key(right.statement):
        return []
    same = left.statement.report == right.statement.report
    if same and Manner.NARRATION in {left.statement.manner, right.statement.manner}:
        return []
    if not (left.telling.carried or right.telling.carried) and days_apart(left.telling.when, right.telling.when):
        return []
    texts = [at.shown.text.replace(at.phrase.words, "") for at in (left, right)]
    if bool(_OTHER.search(texts[0])) is not bool(_OTHER.search(texts[1])):
        return []
    if left.phrase.kind == "source" and _gives_both(left, right):
        return []
    named, deeds = (left.names & right.names) | (left.nouns & right.nouns), left.deeds & right.deeds
    if not same or (
        left.phrase.kind in _REALMS
        and max(left, right, key=lambda at: at.at).points_back
        and abs(left.at - right.at) <= _NEXT
    ):
        named |= left.above & right.above
    if left.phrase.kind in {"floor", "source"} and (named or (few_reports(pile) and not same)):
        deeds = deeds or frozenset({left.phrase.what})
    if same and not named:
        return []
    if not (named or deeds) and (same or left.phrase.kind not in _REALMS or not put_together(pile)):
        return []
    why = [f"One says “{left.phrase.words}”, the other “{right.phrase.words}”."]
    shared = min((word.lower() for word in named or deeds), default="")
    return [*why, f"Both speak of: {shared}."] if shared else why


def _gives_both(left: _Set, right: _Set) -> bool:
    """Whether one sentence also names where the other has it from."""
    texts = left.shown.text.lower(), right.shown.text.lower()
    points = [names_in(f"x {at.phrase.point}") for at in (left, right)]
    return any(name in texts[1] for name in points[0]) or any(name in texts[0] for name in points[1])


def _finding(pile: Pile, left: _Set, right: _Set, score: float, why: list[str]) -> Finding:
    evidence = [pile.evidence(at.statement.report, at.shown) for at in (left, right)]
    answers = [
        Answer(at.record, at.statement.id, at.phrase.words, piece)
        for at, piece in zip((left, right), evidence, strict=True)
    ]
    return conflict(Slot.PLACE, score, _question(pile, left, right), why, answers[0], answers[1])


def _question(pile: Pile, left: _Set, right: _Set) -> str:
    """ "How far from Cape Dorn was it: nine miles or twenty-one miles?", "Where did the fire begin: …?" """
    one, other = left.phrase, right.phrase
    if one.kind == "floor":
        begun = "go off" if one.what in {"bomb"} else "begin" if one.what not in {"explosion", "blast"} else "happen"
        what = one.what if one.what not in {"it", "smoke", "broke out"} else "fire"
        return f"Where did the {what} {begun}: {one.words} or {other.words}?"
    if one.kind == "source":
        return f"Where did the {one.what} come from: {one.words[5:]} or {other.words[5:]}?"
    return f"Where was {_subject(pile, left, right) or 'it'}: {one.words} or {other.words}?"


def _subject(pile: Pile, left: _Set, right: _Set) -> str:
    """Whom or what both speak of, as a question names it; empty where that is not clear."""
    named = [
        {e.name for e in pile.named_in(at.statement.report, at.shown) if e.kind not in _WHERE} for at in (left, right)
    ]
    name = min(named[0] & named[1], default="")
    if name:
        return f"the {name}" if re.search(rf"\b[Tt]he (?:\w+ )?{re.escape(name)}", left.shown.text) else name
    noun = min((left.nouns & right.nouns) - left.names, default="")
    return f"the {noun}" if noun else ""
