"""Place figures among what a report claims: whose statement and claim, by whom, where, and on whose side.

What one sentence leaves out another may say: a count that is given twice ("the headline's 12") is one, a part shares
what is known of its total, and "the attack" is the one that was told before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Token

from counterclaim.annotate.figures.bodies import body_called
from counterclaim.annotate.figures.counted import counted_after, is_person
from counterclaim.annotate.figures.dating import died_afterwards
from counterclaim.annotate.figures.deeds import CountedTokens, governor_of, own_subject
from counterclaim.annotate.figures.doers import Doer, Doers
from counterclaim.annotate.figures.lexicon import DONE_TO
from counterclaim.annotate.figures.sides import side_of
from counterclaim.annotate.figures.where import Places
from counterclaim.annotate.names import Names
from counterclaim.annotate.parse import Parsed
from counterclaim.records import Claim, Figure, Happened, Manner, Statement, Who

_HARM = frozenset({Happened.KILLED, Happened.INJURED})
#: What somebody does to others; who is displaced, missing or somewhere may be so by itself.
_DONE = _HARM | {
    Happened.CAPTURED,
    Happened.ARRESTED,
    Happened.RELEASED,
    Happened.DESTROYED,
    Happened.DEPLOYED,
}
#: An attack that was told so many sentences before at most can be meant by "the attack".
_NEAR = 3
#: Who claims an attack is told so many sentences after its dead at most.
_AFTERWARDS = 12
#: "Killed six people and wounded another ten": counts so many characters apart at most are told in one breath.
_SIDE_BY_SIDE = 45
#: Words by which a count goes on from the one before ("another 12 were also wounded").
_FURTHER = frozenset({"also", "another", "other", "others", "further", "more", "toll", "among"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def place_figures(
    parsed: Parsed,
    names: Names,
    figures: Sequence[Figure],
    claims: Mapping[int, Claim],
    statement_at: Callable[[int], Statement | None],
) -> list[Figure]:
    """The figures with their claim, statement, doer, place and side.

    `claims` has the claim that each token of the parse is the trigger of, `statement_at` gives whose words stand at a
    character.
    """
    placing = _Placing(parsed, names, claims, statement_at)
    return placing.placed_all(figures)


@dataclass(slots=True)
class _Told:
    """An attack whose doer was told: in which sentence, and by whom."""

    sentence: int
    by: Who


class _Placing:
    """Places the figures of one report, in the order of the text."""

    def __init__(
        self,
        parsed: Parsed,
        names: Names,
        claims: Mapping[int, Claim],
        statement_at: Callable[[int], Statement | None],
    ) -> None:
        self._parsed, self._names, self._claims, self._statement_at = parsed, names, claims, statement_at
        self._doers = Doers(names)
        self._places = Places(parsed, names)
        self._sentences = {sentence.start: number for number, sentence in enumerate(parsed.sentences)}
        self._told: _Told | None = None
        self._victims: set[int] = set()
        #: Figures of those who died later than the rest: no other count tells when.
        self._afterwards: set[str] = set()
        #: Who is said to answer for an attack, by sentence, as far as was asked.
        self._answers: dict[int, tuple[Doer, ...]] = {}

    def placed_all(self, figures: Sequence[Figure]) -> list[Figure]:
        """The figures with all that their own sentences and those before them say."""
        counted = [self._counted(figure) for figure in figures]
        for figure, words in zip(figures, counted, strict=True):
            if _HARM.intersection(figure.happened):
                self._victims.update(range(words.first, words.last + 1))
        placed = [self._placed(figure, words) for figure, words in zip(figures, counted, strict=True)]
        together = _together(placed, [words.anchor.sent.start for words in counted])
        return _shared(together, self._afterwards)

    def _placed(self, figure: Figure, counted: CountedTokens) -> Figure:
        governor = governor_of(counted)
        claim = self._claim(governor) or self._claim(counted.anchor)
        statement = self._statement_at(figure.span.start)
        sentence = self._sentences.get(counted.anchor.sent.start, 0)
        by = self._by(figure, counted, statement, sentence)
        if by is not None and _HARM.intersection(figure.happened):
            self._told = _Told(sentence, by)
        if died_afterwards(counted.anchor):
            self._afterwards.add(figure.id)
        dated = _dated(figure) or figure.id in self._afterwards
        day = claim.time if claim and claim.time and _is_day(claim.time) and not dated else None
        return replace(
            figure,
            claim=claim.id if claim else None,
            statement=statement.id if statement else None,
            by=by,
            place=self._places.of(figure, counted, governor, sentence),
            side=side_of(self._parsed, self._names, counted, by) or self._loser(governor, counted, statement),
            since=figure.since or day,
            until=figure.until or day,
        )

    def _counted(self, figure: Figure) -> CountedTokens:
        """The tokens of a figure and of what it counts."""
        tokens = self._parsed.tokens(figure.span.start, figure.span.end)
        article = figure.best == 1 and tokens[0].tag_ == "DT"
        number = tokens.start if article else tokens.end - 1
        found = counted_after(tokens.doc, number, tokens[0].sent.end, figure.best)
        if found is None or found.noun is None:
            return CountedTokens(tokens.start, tokens.end - 1, tokens.root)
        return CountedTokens(tokens.start, max(found.last, tokens.end - 1), found.noun)

    def _claim(self, token: Token) -> Claim | None:
        """The claim of a token, or of the nearest one above it."""
        while token.i not in self._claims and token.head != token:
            token = token.head
        return self._claims.get(token.i)

    def _by(self, figure: Figure, counted: CountedTokens, statement: Statement | None, sentence: int) -> Who | None:
        """Who did it, as the sentence tells it or, of an attack told before, as that was told."""
        if figure.happened == (Happened.PRESENT,) and governor_of(counted).lemma_.lower() not in DONE_TO:
            return None
        if not _DONE.intersection(figure.happened) and is_person(counted.anchor):
            doer = self._doers.directly(counted, self._victims)
        else:
            doer = self._doers.of(counted, self._victims)
        if doer.head is not None:
            who = self._who(doer, statement)
            return None if who is not None and who.name == figure.of else who
        told = self._as_told(figure, counted, doer, statement, sentence)
        own = side_of(self._parsed, self._names, counted, None)
        # "17 rebels were killed in the attack" of the rebels: they are not said to have killed themselves.
        itself = told is not None and told.name.lower().split()[-1] == counted.anchor.lower_
        if itself or (told is not None and own is not None and own.name == told.name):
            return None
        return told

    def _as_told(
        self, figure: Figure, counted: CountedTokens, doer: Doer, statement: Statement | None, sentence: int
    ) -> Who | None:
        """Who did it, as the sentences before or after tell it of the same attack."""
        if not _HARM.intersection(figure.happened):
            return None
        near = self._told is not None and sentence - self._told.sentence <= _NEAR
        if doer.cause is not None:
            told: Who | None = None
            if _is_definite(doer.cause):
                told = self._told.by if self._told and near else self._told_before(sentence, statement)
            return told or self._answerable(statement, sentence)
        if self._told is None or not near:
            return None
        around = counted.anchor.doc[max(counted.anchor.sent.start, counted.first - 4) : counted.last + 5]
        words = {token.lower_ for token in around if token.sent == counted.anchor.sent}
        return self._told.by if sentence - self._told.sentence <= 1 and words & _FURTHER else None

    def _answerable(self, statement: Statement | None, sentence: int) -> Who | None:
        """The only one whom the sentences after this one have claim the attack, or blame for it."""
        found: list[Doer] = []
        for number in range(sentence, min(sentence + _AFTERWARDS, len(self._parsed.sentences))):
            if number not in self._answers:
                self._answers[number] = tuple(self._doers.answerable(self._parsed.sentences[number]))
            found.extend(self._answers[number])
        named = [who for doer in found if (who := self._who(doer, statement)) is not None]
        return _one(named)

    def _loser(self, governor: Token, counted: CountedTokens, statement: Statement | None) -> Who | None:
        """Whose the counted are where somebody lost them: "the army lost 14 tanks"; nobody where the counted lost."""
        subject = own_subject(governor) if governor.lemma_.lower() == "lose" else None
        if subject is None or subject == counted.anchor or counted.anchor in subject.conjuncts:
            return None
        return self._who(self._doers.behind(subject), statement)

    def _told_before(self, sentence: int, statement: Statement | None) -> Who | None:
        """Who is behind the attack that the sentences before tell of."""
        for number in range(sentence - 1, max(-1, sentence - 1 - _NEAR), -1):
            doer = self._doers.told_in(self._parsed.sentences[number])
            if doer.head is not None:
                return self._who(doer, statement)
        return None

    def _who(self, doer: Doer, statement: Statement | None) -> Who | None:
        """Whom the words for a doer mean; None for a pronoun that stands for nobody known."""
        head = doer.head
        if head is None:
            return None
        doc = head.doc
        span = self._parsed.span_of(doc[doer.first : doer.last + 1])
        speaker = statement.sources[0] if statement and statement.sources else None
        quoted = statement is not None and statement.manner is Manner.DIRECT
        if doer.last > head.i and (led := body_called(self._names, "coalition")) is not None:
            return Who(led, self._names.entities[led].name, span)
        who = self._names.who(head, span, speaker, quoted=quoted)
        if who.entity is not None:
            return who
        if head.pos_ == "PRON":
            return None
        country = self._names.country_at(head.nbor(-1)) if head.i > head.sent.start else None
        others = [token for token in doc[doer.first : head.i] if token.pos_ != "DET"]
        alone = not others or (country is not None and len(others) == 1)
        body = body_called(self._names, head.text, country) if alone and head.tag_ in {"NN", "NNP"} else None
        return who if body is None else Who(body, self._names.entities[body].name, span)


def _is_definite(cause: Token) -> bool:
    """Whether the words for an attack mean one that was told before ("the attack")."""
    return any(child.lower_ in _DEFINITE and child.dep_ == "det" for child in cause.children)


def _dated(figure: Figure) -> bool:
    return bool(figure.since or figure.until or figure.as_of)


def _is_day(value: str) -> bool:
    return len(value) == 10 and value.replace("-", "").isdigit()


def _shared(figures: Sequence[Figure], undated: Set[str]) -> list[Figure]:
    """The figures, each with what is only told of its total, or of the same count given elsewhere in the report.
    The days of others are none of those of `undated`."""
    by_id = {figure.id: figure for figure in figures}
    same: dict[object, list[Figure]] = {}
    for figure in figures:
        same.setdefault(_count(figure), []).append(figure)
    shared = []
    for figure in figures:
        total = by_id.get(figure.part_of or "")
        again = figure.best is not None and figure.best > 1 and not _HARM.isdisjoint(figure.happened)
        others = same[_count(figure)] if again else []
        complete = _completed(figure, [*([total] if total else []), *others])
        if figure.id in undated:
            complete = replace(complete, since=figure.since, until=figure.until)
        replaced = {other.supersedes for other in others if other.supersedes not in {None, figure.id}}
        if figure.supersedes is None and figure.part_of is None and len(replaced) == 1:
            complete = replace(complete, supersedes=replaced.pop())
        shared.append(complete)
    return shared


def _together(figures: Sequence[Figure], sentences: Sequence[int]) -> list[Figure]:
    """The figures, each of those killed and hurt side by side with the doer that is told of one of them alone.
    `sentences` says in which sentence each stands."""
    told = list(figures)
    for one, other in [*pairwise(range(len(told))), *((b, a) for a, b in reversed(list(pairwise(range(len(told))))))]:
        left, right = sorted((told[one], told[other]), key=lambda figure: figure.span.start)
        near = sentences[one] == sentences[other] and right.span.start - left.span.end <= _SIDE_BY_SIDE
        harm = _HARM.intersection(left.happened) and _HARM.intersection(right.happened)
        if near and harm and told[one].by is not None and told[other].by is None:
            told[other] = replace(told[other], by=told[one].by)
    return told


def _count(figure: Figure) -> object:
    return figure.low, figure.best, figure.high, figure.happened


def _completed(figure: Figure, others: Sequence[Figure]) -> Figure:
    """A figure with the doer, place and day of others where they all say the same and it says nothing."""
    of = figure.of or next((other.of for other in others if other.of), None)
    by = figure.by or _one([other.by for other in others if other.by])
    place = figure.place or _one([other.place for other in others if other.place])
    days = {(other.since, other.until) for other in others if other.since and other.since == other.until}
    since, until = figure.since, figure.until
    if not _dated(figure) and len(days) == 1:
        ((since, until),) = days
    return replace(figure, of=of, by=by, place=place, since=since, until=until)


def _one(found: Sequence[Who]) -> Who | None:
    """The first of several that all mean the same, or None."""
    return found[0] if len({who.entity or who.name.lower() for who in found}) == 1 else None
