"""Hours and days: one account has the shells fall at twenty to nine, another at ten past ten.

Two moments of two reports of one story are set against each other if their signs (`signs`) make it likely enough
that they are of one happening. Two of one report are not: of these nearly all are of two happenings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.pairs import ONE_MORE, few_reports, put_together
from counterclaim.link.compare.times.moments import Moment, differ, gap, moments_of, telling_words
from counterclaim.link.compare.times.signs import Row, chance, signs
from counterclaim.link.compare.times.words import day_in_words
from counterclaim.link.compare.whole_questions import ask_whether
from counterclaim.link.incidents.likeness import Likeness
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_apart_out, days_between, within
from counterclaim.records import Slot

#: A few reports are looked at in all their pairs that came out no further apart than this, in days.
_DAYS = 21
#: In a larger pile the two sentences are at least so likely of one happening, and the reports so much alike.
_LIKELY, _ALIKE = 0.4, 0.15
#: Less likely ones were of two happenings in what is shown of reports that no rule was made on.
_ENOUGH = 0.4
#: What ends a sentence, and is no part of "p.m.".
_FULL_STOP = re.compile(r"(?<!\.m)\.$")
#: One more of its kind, which is not the one that another account gives an hour for.
_ANOTHER = re.compile(
    rf"{ONE_MORE}|"
    r"\banother (?:\w+ )?(?:blast|explosion|bomb|attack|raid|strike|shell|salvo|volley|device|car)",
    re.I,
)
#: Words that two sentences share and that say nothing of what happened.
_VAGUE = frozenset(
    "least offic part carri govern teleph plan place number force report hundr thousa dozen whose around "
    "sever contin fir way town city villag capita countr".split()
)
#: What happened, by stems of one meaning, more narrowly than by the kinds of deed.
_NEAR_WORDS = tuple(
    frozenset(words.split())
    for words in (
        "explos explod blast bomb deton blew blown",
        "shot shoot gunfir",
        "shell mortar artill rocket bombar missil",
        "collis collid ramm crash",
    )
)
#: What a dispute is scored: by how many of those shown are right, little of which depends on the chance.
_SCORE, _BY_CHANCE = 0.5, 0.2
#: Two sides of one question, of which a third is likely of the same happening as either, are no less likely of one.
_AMONG = 0.15
#: What the question calls a happening of a kind.
_CALLED = {
    "violence": "the attack", "death": "the killing", "disaster": "the accident", "fire": "the fire",
    "coming": "the arrival", "leaving": "the departure", "taking": "the taking", "seizure": "the arrest",
    "release": "the release", "end": "the end", "truce": "the truce", "talks": "the talks", "call": "the call",
    "mending": "the repair", "closing": "the closure",
}  # fmt: skip

#: Hours of one deed told in other words are no further apart, in minutes.
_NEAR_HOURS = 150

#: What stands before an hour.
_BEFORE_HOURS = (
    "at|on|in|by|from|since|about|around|approximately|some ?time|shortly|just|soon|a little|before|after|towards?|"
    "close to|near(?:ly|er to)?|late|early|only|not until|until"
)
#: A question that says what happened has so many words.
_WORDS_LEAST = 3

_Pair = tuple[Moment, Moment, Row, float]


def compare_hours(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare the moments of two reports of one story, each with no more than one of the other."""
    here: dict[str, list[Moment]] = {}
    likeness = Likeness.of(pile, tellings)
    large, few = not few_reports(pile), put_together(pile)
    found: list[_Pair] = []
    for one, other in _pairs(pile, tellings):
        if large and tellings.stories.alike(one, other) < _ALIKE:
            continue
        for report in (one, other):
            if report not in here:
                here[report] = list(moments_of(pile, report))
        for pair in _matched(pile, here[one], here[other], here):
            left, right = pair[:2]
            if not (_of_one_thing(left, right) or (few and _alike(left, right))):
                continue
            if large and (_other_day(left, right) or _likely(tellings, likeness, left, right) < _LIKELY):
                continue
            found.append(pair)
    yield from (_finding(pile, *pair) for pair in _of_one_happening(pile, found, here))


def _of_one_happening(pile: Pile, found: Sequence[_Pair], here: Mapping[str, Sequence[Moment]]) -> Iterator[_Pair]:
    """The pairs, the likeliest first, of which each fits all that its two moments are already set against."""
    groups: dict[tuple[str, int], list[Moment]] = {}
    for pair in sorted(found, key=lambda item: (-item[3], item[0].told.report, item[0].start)):
        left, right = (groups.get((at.told.report, at.start), [at]) for at in pair[:2])
        if left is not right:
            if not all(_may_be_one(pile, a, b, here) for a in left for b in right):
                continue
            for at in (both := [*left, *right]):
                groups[at.told.report, at.start] = both
        yield pair


def _may_be_one(pile: Pile, left: Moment, right: Moment, here: Mapping[str, Sequence[Moment]]) -> bool:
    if left.told.report == right.told.report or not _of_like_day(left, right):
        return False
    return chance(signs(pile, left, right, here)) >= _AMONG


def _of_like_day(left: Moment, right: Moment) -> bool:
    """Whether two moments may be of one happening by their days: no more than a night apart, and of one kind if so."""
    if ("truce" in left.kinds) is not ("truce" in right.kinds) and not left.clause & right.clause:
        return False
    days = _days_apart(left, right)
    return days == 0 or (days == 1 and bool(left.kinds & right.kinds or left.clause & right.clause))


def _days_apart(left: Moment, right: Moment) -> int:
    """How many days lie between two moments, as far as the reports date them; 0 where one is not dated."""
    return days_between(left.dated, right.dated) or 0


def _of_one_thing(left: Moment, right: Moment) -> bool:
    """Whether the words of two moments say that they are of one happening: one kind of deed on one day, or what
    happened told in one word."""
    kind, days = bool(left.kinds & right.kinds), _days_apart(left, right)
    dated = left.dated is not None and right.dated is not None
    if dated and days == 0 and kind:
        return True
    shared = (left.around & right.around) - _VAGUE
    if shared and (kind or (days == 0 and (len(shared) > 1 or bool(shared & left.clause & right.clause)))):
        return True
    near = any(words & left.clause and words & right.clause for words in _NEAR_WORDS)
    return near and dated and 0 < gap(left, right) <= _NEAR_HOURS


def _alike(left: Moment, right: Moment) -> bool:
    """Whether two moments of reports that surely tell one story have a kind of deed, a word or a day in common."""
    one_day = left.dated is not None and left.dated == right.dated
    return one_day or bool(left.kinds & right.kinds or (left.around & right.around) - _VAGUE)


def _pairs(pile: Pile, tellings: Tellings) -> Iterator[tuple[str, str]]:
    if not few_reports(pile):
        pairs: Sequence[tuple[str, str]] = tellings.stories.pairs()
    else:
        near = combinations(pile.annotations, 2)
        pairs = [pair for pair in near if within(days_apart_out(pile, *pair), _DAYS, unknown=True)]
    yield from (pair for pair in pairs if pile.origins[pair[0]] != pile.origins[pair[1]])


def _other_day(left: Moment, right: Moment) -> bool:
    """Whether two days are named: where many report day by day, these are nearly always of two happenings."""
    return left.hour is None or right.hour is None or bool(left.day and right.day and left.day != right.day)


def _likely(tellings: Tellings, likeness: Likeness, left: Moment, right: Moment) -> float:
    told = [tellings.at(at.told.report, at.start, at.start + 1) for at in (left, right)]
    return likeness.chance_of(likeness.signs(*told))


def _matched(
    pile: Pile, lefts: Sequence[Moment], rights: Sequence[Moment], here: Mapping[str, Sequence[Moment]]
) -> Iterator[_Pair]:
    """Moments that are likely of one happening and differ, the likeliest first; each only once."""
    found = []
    for left in lefts:
        for right in rights:
            pile.look()
            if left.told.id == right.told.id or pile.holder_key(left.told) == pile.holder_key(right.told):
                continue
            if not _of_like_day(left, right):
                continue
            if differ(left, right) and bool(_ANOTHER.search(left.shown.text)) is bool(
                _ANOTHER.search(right.shown.text)
            ):
                row = signs(pile, left, right, here)
                if (likely := chance(row)) >= _ENOUGH:
                    found.append((left, right, row, likely))
    taken: set[tuple[str, int]] = set()
    for left, right, row, likely in sorted(found, key=lambda item: -item[3]):
        both = {(at.told.report, at.start) for at in (left, right)}
        if not both & taken:
            taken |= both
            yield left, right, row, likely


def _finding(pile: Pile, left: Moment, right: Moment, row: Row, likely: float) -> Finding:
    evidence = [pile.evidence(at.told.report, at.shown) for at in (left, right)]
    kinds = sorted(left.kinds & right.kinds)
    shared = sorted(left.clause & right.clause) or sorted(left.around & right.around)
    reasons = [
        f"One says “{left.words}”, the other “{right.words}”.",
        *([f"Both tell when something of one kind happened: {kinds[0]}."] if kinds else []),
        *([f"Their words have in common: {', '.join(shared[:4])}."] if shared else []),
        *(["Both give the hour, and the two are less than three hours apart."] if row["clock_short"] else []),
        "The two reports tell one story.",
    ]
    score = _SCORE + _BY_CHANCE * likely
    hours = [_FULL_STOP.sub("", at.words) for at in (left, right)]
    return conflict(
        Slot.TIME,
        score,
        f"{_asked(pile, left, right)}: {hours[0]} or {hours[1]}?",
        reasons,
        Answer(left.record, left.told.id, hours[0], evidence[0]),
        Answer(right.record, right.told.id, hours[1], evidence[1]),
    )


def _asked(pile: Pile, left: Moment, right: Moment) -> str:
    """When what both tell of was, by the verb of one of them, else by its kind."""
    for moment in (left, right):
        claim = pile.claims.get(moment.record)
        if claim is None:
            continue
        verb = telling_words(claim.trigger.text)
        told = verb & left.around & right.around or moment.deed & left.kinds & right.kinds
        question = ask_whether(pile, claim) if told else ""
        bare = re.escape(re.sub(rf"^(?:(?:{_BEFORE_HOURS}) )+|\.$", "", moment.words))
        untimed = re.sub(rf",?(?: (?:{_BEFORE_HOURS}))* (?:{bare}\b.*)?$", "", f"{question.rstrip('?')} ").strip()
        hour = any(at.words.rstrip(".") in untimed for at in (left, right))
        if not hour and re.match(r"(?:Did|Was|Were) (?!there\b)", untimed) and len(untimed.split()) >= _WORDS_LEAST:
            return f"When {untimed[0].lower()}{untimed[1:]}"
    what = _what(left, right)
    return f"When was {what}" if what else "When did it happen"


def _what(left: Moment, right: Moment) -> str:
    """What happened, where both tell of one kind of deed, and on which day, where one is named or both are of one."""
    kinds = [kind for kind in _CALLED if kind in left.deed & right.deed] or [
        kind for kind in _CALLED if kind in left.kinds & right.kinds
    ]
    what = _CALLED[kinds[0]] if kinds else ""
    days = {at.dated for at in (left, right) if at.dated}
    return f"{what} of {day_in_words(days.pop())}" if len(days) == 1 and kinds else what
