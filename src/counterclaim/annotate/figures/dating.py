"""When what a figure counts happened: the day (or month) of its own clause, or of the account that it belongs to.

A count of one day holds from that day until that day. Tolls of a war or a year, and counts "since" a date, have no
such day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from counterclaim.annotate.figures.deeds import opens_with
from counterclaim.annotate.figures.draft import Draft
from counterclaim.annotate.figures.lexicon import DONE_TO, UNDERGONE
from counterclaim.annotate.names.words import REPORTING
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.times.claimed import is_called
from counterclaim.records import Happened, TimeExpression
from counterclaim.records.timex import date_span

_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?=T|$)")
_NOT_THEN = frozenset("since until till from before as".split())
#: What makes a time the beginning of something only where it stands right before it: "from 4 May", not "the dead from
#: the attack of 4 May".
_BARE = frozenset({"from", "as"})
#: "Between 8 and 19 March": the words before the first of two times, and those between them.
_RANGE = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:and|to|until|till|through|[-–])\s*(?:the\s+)?", re.IGNORECASE)
#: A toll of more than one happening.
_OVER_TIME = re.compile(
    r"\bsince\b|\b(?:in|during|over)\s+the\s+(?:past|last)\b|\bso\s+far\b|\bthis\s+(?:year|month|week)\b"
    r"|\b(?:civil\s+)?war\b|\bconflict\b|\buprising\b|\brevolt\b|\bcrisis\b",
    re.IGNORECASE,
)
_STILL = frozenset({Happened.PRESENT, Happened.OTHER, Happened.DEPLOYED})
#: Words for a day, where "by noon" and "by nightfall" only tell the hour.
_NAMES_DAY = re.compile(r"day\b|yesterday|weekend|\d{4}|\d\s+[A-Z]|[A-Z][a-z]+\.?\s+\d")
#: Verbs by which a toll changes on the day that is told.
_RISING = frozenset("rise climb reach grow increase jump raise bring revise update soar stand".split())
#: Of these the words behind them have to say so.
_CARRYING = frozenset({"bring", "raise"})
_DYING = frozenset({"die", "succumb"})
_LATER = frozenset({"later", "afterwards", "subsequently"})
_HURT = frozenset({"injured", "wounded"})
_OF_WOUNDS = frozenset("hospital hospitals wounds injuries burns".split())
_AFTER = frozenset({"after", "before", "once"})
#: An account goes on for so many sentences without naming its day again.
_NEAR = 3
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TOLLS = frozenset({"toll", "number", "count", "total", "tally"})
_FATES_OF_VERBS = {**UNDERGONE, **DONE_TO}
_CLAUSES = frozenset({"relcl", "acl", "ccomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class _Told:
    """The days of a count; `counted` is whether so many were counted by then, rather than that it happened then."""

    since: str
    until: str
    counted: bool


def find_days(parsed: Parsed, drafts: Sequence[Draft], times: Sequence[TimeExpression]) -> None:
    """Fill in the day of drafts that stand in the order of the text."""
    last: tuple[int, str] | None = None
    for draft in drafts:
        if draft.since or draft.as_of:
            continue
        told = _day_of(parsed, draft, times)
        if told is not None and told.counted:
            draft.as_of = told.since  # "the toll rose to 12 on Monday": not all died on that day
            continue
        if told is not None:
            draft.since, draft.until = told.since, told.until
            if told.since == told.until and not died_afterwards(_token(draft)):
                last = draft.sentence, told.since
        elif last is not None and draft.sentence - last[0] <= _NEAR and _goes_on(parsed, draft, *last, times):
            draft.since = draft.until = last[1]
            last = draft.sentence, last[1]


def is_over_time(words: str) -> bool:
    """Whether words tell a toll of more than one happening."""
    return bool(_OVER_TIME.search(words))


def died_afterwards(token: Token) -> bool:
    """Whether the counted died some time after what they died of ("later died", "died of burns", "of the injured")."""
    verb = next((above for above in (token, *token.ancestors) if above.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in _DYING:
        return False
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    if any(noun.lower_ in _HURT for subject in subjects for noun in subject.subtree):
        return True
    return any(
        child.lower_ in _LATER or (child.dep_ == "prep" and any(c.lower_ in _OF_WOUNDS for c in child.children))
        for child in verb.children
    )


def _goes_on(parsed: Parsed, draft: Draft, before: int, day: str, times: Sequence[TimeExpression]) -> bool:
    """Whether a count without a day of its own may be of the `day` spoken of in sentence number `before`."""
    if died_afterwards(_token(draft)) or (before == draft.sentence and _clause_after(_token(draft)) is not None):
        return False
    sentence = draft.doc[draft.first].sent
    if _STILL.intersection(draft.happened) or is_over_time(sentence.text):
        return False
    return not any(_tells_another_day(parsed, time, day) for time in times if _is_in(time, sentence))


def _tells_another_day(parsed: Parsed, time: TimeExpression, day: str) -> bool:
    """Whether a time says of what a sentence tells, not of who says it, that it was not on `day`."""
    span = date_span(time.value)
    if span is None or span[0].isoformat() <= day <= span[1].isoformat():
        return False
    path = list(_up(_root(parsed, time)))
    said = next(
        (at for at, token in enumerate(path) if token.lemma_.lower() in REPORTING and token.pos_ == "VERB"), None
    )
    # "On the events of Tuesday the ministry said …": a noun between the time and who says it tells what it is of.
    return said is None or any(token.pos_ == "NOUN" for token in path[1:said])


def _is_in(time: TimeExpression, sentence: Tokens) -> bool:
    return bool(sentence.start_char <= time.span.start < sentence.end_char)


def _token(draft: Draft) -> Token:
    """The token that stands for a count in the parse."""
    return draft.doc[draft.end if draft.counted.noun is not None else draft.last]


def _clause_after(token: Token) -> Token | None:
    """The verb of a clause around a token that tells what came before or after the rest ("after two had died")."""
    return next((t for t in (token, *token.ancestors) if t.dep_ == "advcl" and opens_with(t, _AFTER)), None)


def _day_of(parsed: Parsed, draft: Draft, times: Sequence[TimeExpression]) -> _Told | None:
    """The day or days that the clause of a count names, or a clause around it."""
    sentence = draft.doc[draft.first].sent
    above = _above(draft)
    found = []
    for time in times:
        day = _DAY.match(time.value) if _is_in(time, sentence) else None
        until = _until(parsed, time, times) if day is not None else None
        if day is None or (until is None and _is_of_another(parsed, time)):
            continue
        path = list(_up(_root(parsed, time)))
        joined = next((at for at, token in enumerate(path) if token.i in above), None)
        if joined is None or (path[joined].lemma_.lower() in REPORTING and path[joined].pos_ == "VERB"):
            continue
        if until is None and _bounds(path[:joined]):
            continue
        near = abs(time.span.start - draft.count.start)
        found.append(
            (
                above[path[joined].i],
                near,
                day.group(),
                until or day.group(),
                _is_when_counted(time, path, joined, _token(draft)) or _raised_below(draft, above, path[joined]),
            )
        )
    if not found or _OVER_TIME.search(parsed.report.text, draft.count.start, sentence.end_char):
        return None
    return _Told(*min(found)[2:])


def _above(draft: Draft) -> dict[int, int]:
    """The tokens above a count, each with how far above it stands; and the verb that says what became of the counted:
    "the seven who were killed on Monday"."""
    chain = [_token(draft)]
    apart = _clause_after(chain[0])
    while chain[-1].head != chain[-1] and chain[-1] != apart:
        chain.append(chain[-1].head)
    own = [
        child
        for child in chain[0].children
        if child.dep_ in {"acl", "relcl"} and _FATES_OF_VERBS.get(child.lemma_.lower()) in draft.happened
    ]
    return {token.i: 0 for token in own} | {token.i: depth for depth, token in enumerate(chain)}


def _bounds(path: Sequence[Token]) -> bool:
    """Whether the words between a time and what it is told of make it the beginning or the end of something."""
    return any(
        token.lower_ in _NOT_THEN and token.pos_ in {"ADP", "SCONJ"} and (at <= 1 or token.lower_ not in _BARE)
        for at, token in enumerate(path)
    )


def _is_when_counted(time: TimeExpression, path: Sequence[Token], joined: int, own: Token) -> bool:
    """Whether a time is that by which so many were counted: "rose to 12 on Monday", "38 had died by Monday"; not that
    of an attack named before the verb: "the toll of Monday's raid rose to 12". `own` is the token of the count."""
    if any(token.lower_ == "by" for token in path[:2]) and _NAMES_DAY.search(time.span.text):
        return True
    of_toll = any(token.dep_ in _SUBJECTS and token.lemma_.lower() in _TOLLS for token in path[:joined])
    verb = path[joined]
    if any(child.dep_ in _SUBJECTS and child.i <= own.i and own in child.subtree for child in verb.children):
        return False  # "Ninety trucks reached the town on Wednesday"
    if verb.lemma_.lower() in _CARRYING and not _rises_to(verb):
        return False
    return verb.lemma_.lower() in _RISING and not of_toll


def _raised_below(draft: Draft, above: Mapping[int, int], joined: Token) -> bool:
    """Whether a toll is raised by what is told to have been on a day ("a boy died on Monday, raising to 24 the number
    killed")."""
    chain = [draft.doc[at] for at, depth in above.items() if 0 < depth < above[joined.i]]
    return any(token.lemma_.lower() in _RISING and token.tag_ == "VBG" and _rises_to(token) for token in chain)


def _rises_to(verb: Token) -> bool:
    """Whether a verb's words say to which number: "brought to 24", and not "brought together"."""
    return any(child.lower_ in {"to", "toll", "number", "total", "count"} for child in verb.children)


def _until(parsed: Parsed, time: TimeExpression, times: Sequence[TimeExpression]) -> str | None:
    """The day that ends what a time begins: "between 8 and 19 March"."""
    text = parsed.report.text
    if not _RANGE.search(text, max(0, time.span.start - 14), time.span.start):
        return None
    later = (other for other in times if _TO.fullmatch(text, time.span.end, other.span.start))
    day = next((match.group() for other in later if (match := _DAY.match(other.value))), None)
    begun = _DAY.match(time.value)
    return day if day is not None and begun is not None and begun.group() < day else None


def _root(parsed: Parsed, time: TimeExpression) -> Token:
    return parsed.tokens(time.span.start, time.span.end).root


def _up(token: Token) -> Iterator[Token]:
    """A time's token and those above it, as long as no clause of its own lies between."""
    while True:
        yield token
        if token.dep_ in _CLAUSES or token.head == token or is_called(token):
            return
        token = token.head


def _is_of_another(parsed: Parsed, time: TimeExpression) -> bool:
    """Whether the words before a time make it the beginning or the end of something, or the name of a day."""
    first = parsed.tokens(time.span.start, time.span.end)[0]
    if first.i == first.sent.start:
        return False
    before = first.nbor(-1)
    if before.lower_ in {"the", "early", "late", "mid"} and before.i > first.sent.start:
        before = before.nbor(-1)
    return before.lower_ in _NOT_THEN
