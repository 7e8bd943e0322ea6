"""When it was, how long it lasted and what came first, where two voices tell of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterclaim.link.compare.accounts.alike import Pair, cores_fit
from counterclaim.link.compare.accounts.findings import asked, finding
from counterclaim.link.compare.accounts.read import STATES, Account
from counterclaim.link.compare.finding import Finding
from counterclaim.link.compare.nouns import singular
from counterclaim.link.compare.times.asked import noun_of
from counterclaim.link.compare.times.clock import Hour, apart, hours_in
from counterclaim.link.compare.times.points import Point, another, fits, point_of
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.pile import Pile
from counterclaim.records import Slot, TimeExpression
from counterclaim.records.timex import date_span

_DAY = re.compile(r"\d{4}|\d\d? [A-Z]\w+|[A-Z]\w+ \d\d?\b|\d(?:st|nd|rd|th)\b|\w+day\b|yesterday|today|[A-Z]\w{3,}")
_CLOCK_MINUTES, _PART_MINUTES = 40, 90
_UNITS = {"S": 1 / 60, "M": 1.0, "H": 60.0, "D": 1440.0, "W": 10080.0}
_LENGTH = re.compile(r"P(?:(?P<days>\d+(?:\.\d+)?)(?P<unit>[DWM])|T(?P<small>\d+(?:\.\d+)?)(?P<part>[SMH]))")
#: Lengths of time differ if one is so many times the other; of more times, they are of two things.
_TIMES_LONGER, _TIMES_MOST = 2.0, 40.0
#: What is before or after something else; "before dawn" is an hour.
_BEFORE = re.compile(
    r"\s(?:shortly |just |only |even |long |well )*(before|after)\s(?=\w)"
    r"(?!(?:the )?(?:dawn|dusk|dark|noon|midday|midnight|nightfall|daybreak|daylight|sunrise|sunset|hour|\w+day)\b"
    r"|\d)",
    re.I,
)
_SINCE = re.compile(r"\bsince\s+(?:the |early |late )*$", re.I)
_IT_WAS = re.compile(
    r"\bit (?:was|had been|had)?\s*(over|ended|stopped|finished|began|begun|started|happened|occurred|struck|hit|fell|"
    r"came|broke out|took place)\b",
    re.I,
)
_BEGUN = re.compile(r"(?P<noun>.{3,70}?)\s(?:had |have )?(?:began|begun|started|broke out)\b")
_LASTED = re.compile(r"(?P<noun>.{3,70}?)\s(?:had |have )?(?:lasted|went on|gone on|continued|raged|took)\b")
#: What may be of either of two days.
_NIGHT = re.compile(r"night|dawn|early|small hours", re.I)
_DAYS_MOST = 45


def compare_times_told(pile: Pile, pair: Pair) -> Iterator[Finding]:
    """Compare the day, the hour, the length and the order."""
    left, right = pair.left, pair.right
    yield from _order(pile, pair)
    if not (left.kinds & right.kinds) - STATES and not _dead(left, right) and not _it_ended(pair):
        return
    if pair.near and right.names - left.names - _names_of(right):
        return
    if any(account.words.startswith("There ") for account in (left, right)):
        return  # what went on, at no one moment
    if not _it_ended(pair) and (not cores_fit(pair) or not _phases_fit(left, right)):
        return
    times = [_time(pile, account) for account in (left, right)]
    if times[0] and times[1] and _differ(pile, pair, times[0], times[1]) and _one_moment(pile, pair, times):
        words = _with_hour(left, times[0]), _with_hour(right, times[1])
        question = _began(left, right) or asked(pile, pair, "When", (times[0].span.text, times[1].span.text))
        why = f"One says “{words[0]}”, the other “{words[1]}”."
        yield finding(pile, pair, Slot.TIME, f"{question}: {words[0]} or {words[1]}?", words, why)
        return
    lengths = [_length(pile, account) for account in (left, right)]
    if lengths[0] and lengths[1] and _of_another_length(pair, lengths[0], lengths[1]):
        words = lengths[0].span.text, lengths[1].span.text
        long_ = _how_long(left, right) if left.phase == "last" else "How long before was it"
        why = f"One says “{words[0]}”, the other “{words[1]}”."
        yield finding(pile, pair, Slot.TIME, f"{long_}: {words[0]} or {words[1]}?", words, why)


def _how_long(*accounts: Account) -> str:
    """ "How long did the shooting in the prison last", by the first account that names what lasted."""
    for account in accounts:
        lasted = _LASTED.match(account.words)
        if lasted and (noun := noun_of(lasted["noun"])):
            return f"How long did {noun} last"
    return "How long did it last"


def _began(left: Account, right: Account) -> str:
    """ "When did the strike at the mine begin", by the first account that names what began."""
    for account in (left, right) if left.phase == right.phase == "begin" else ():
        begun = _BEGUN.match(account.words)
        if begun and (noun := noun_of(begun["noun"], known=False)):
            return f"When did {noun} begin"
    return ""


def _dead(left: Account, right: Account) -> bool:
    """Whether one tells that somebody died, the other that he was dead."""
    return any("die" in one.kinds and re.search(r"\bdead since\b", two.words) for one, two in
               ((left, right), (right, left)))  # fmt: skip


def _it_ended(pair: Pair) -> bool:
    """Whether the second of two neighbours says of "it" when it began or was over."""
    left, right = pair.left, pair.right
    it = pair.near and {thing.words.lower() for thing in (*right.doers, *right.objects)} == {"it"}
    if it and left.phase == right.phase == "last":
        return True
    said = _IT_WAS.search(" ".join(piece.text for piece in right.statement.content)) if it else None
    if said is None:
        return False
    ended = said[1].lower() in {"over", "ended", "stopped", "finished"}
    return (left.phase == "end") is ended


def _names_of(account: Account) -> frozenset[str]:
    """The names of who does it, which may be new in a clause of the same thing."""
    return frozenset(name for thing in account.doers for name in thing.names)


def _phases_fit(left: Account, right: Account) -> bool:
    phases = {left.phase, right.phase} - {"be"}
    return phases <= {"", "begin"} or len(phases) == 1


def _time(pile: Pile, account: Account) -> TimeExpression | None:
    """The time of a clause that stands in its own words."""
    span = account.claim.spans[0]
    times = pile.annotations[account.claim.report].times
    inside = [t for t in times if span.start <= t.span.start and t.span.end <= span.end + 6 and date_span(t.value)]
    own = [t for t in inside if t.id == account.claim.time_id] or (inside if len(inside) == 1 else [])
    if not own or (
        _SINCE.search(account.words[: max(0, own[0].span.start - span.start)]) and account.claim.predicate != "be"
    ):
        return None
    return own[0]


def _with_hour(account: Account, time: TimeExpression) -> str:
    span = account.claim.spans[0]
    before = re.search(r"(?:shortly |just |soon )?(?:since|until|before|after|at|on|in) $",
                       account.words[: max(0, time.span.start - span.start)])  # fmt: skip
    return f"{before.group() if before else ''}{time.span.text}"


def _differ(pile: Pile, pair: Pair, one: TimeExpression, other: TimeExpression) -> bool:
    """Whether two times cannot both be that of one thing."""
    spans = date_span(one.value), date_span(other.value)
    named = [bool(_DAY.search(time.span.text)) for time in (one, other)]
    if all(named) and spans[0] and spans[1]:
        if _weekday(one) and _weekday(one) == _weekday(other):
            days = 0
        else:
            days = max((spans[1][0] - spans[0][1]).days, (spans[0][0] - spans[1][1]).days, 0)
        if days:
            long_ago = spans[0][0] != spans[0][1] or spans[1][0] != spans[1][1]
            if (
                days == 1
                and any(_NIGHT.search(time.span.text) for time in (one, other))
                and _gap(one, other, 1) < _PART_MINUTES
            ):
                return False
            return days <= _DAYS_MOST or long_ago
    hours = _hours(one), _hours(other)
    if hours[0] is None or hours[1] is None:
        return False
    both = all(hour.exact for hour in hours if hour)
    return _gap(one, other, 0 if all(named) else None) > (_CLOCK_MINUTES if both else _PART_MINUTES)


def _one_moment(pile: Pile, pair: Pair, times: Sequence[TimeExpression | None]) -> bool:
    """Whether neither tells of one more of its kind, and two hours are of one moment of it by one clock."""
    points, zones, more = [], set(), set()
    for account, time in zip((pair.left, pair.right), times, strict=True):
        report = account.claim.report
        text, found = pile.reports[report].text, pile.annotations[report]
        if time is None:
            return False
        sentence = sentence_at(text, time.span.start, time.span.end)
        hour = next((h for h in hours_in(text) if h.start < time.span.end and time.span.start < h.end), None)
        points.append(point_of(text, sentence, (time.span.start, time.span.end), found.claims))
        zones.add(hour.zone if hour else "")
        more.add(another(sentence.text))
    return len(zones) == len(more) == 1 and (any(_hours(t) is None for t in times if t) or _may_fit(points))


def _may_fit(points: Sequence[Point | None]) -> bool:
    left, right = points
    return bool(left and right and (fits(left, right) or not left.labels or not right.labels))


def _weekday(time: TimeExpression) -> str:
    match = re.search(r"\b(\w{3,6}day)\b", time.span.text)
    return match[1].lower() if match else ""


def _hours(time: TimeExpression) -> Hour | None:
    return next(iter(hours_in(f" {time.span.text} ")), None)


def _gap(one: TimeExpression, other: TimeExpression, days: int | None) -> int:
    hours = _hours(one), _hours(other)
    if hours[0] is None or hours[1] is None:
        return 0
    first = date_span(one.value), date_span(other.value)
    if days and first[0] and first[1]:
        days = (first[0][0] - first[1][0]).days
    return apart(hours[0], hours[1], days)


def _length(pile: Pile, account: Account) -> TimeExpression | None:
    span = account.claim.spans[0]
    inside = [
        t
        for t in pile.annotations[account.claim.report].times
        if span.covers(t.span) and _LENGTH.fullmatch(t.value) and _measures(account, t)
    ]
    return inside[0] if len(inside) == 1 else None


def _measures(account: Account, time: TimeExpression) -> bool:
    """Whether a length of time is how long something lasted, or how long before it was."""
    behind = account.words[time.span.end - account.claim.spans[0].start :]
    return account.phase == "last" or bool(re.match(r"\s(?:before|after|earlier|later)\b", behind))


def _minutes(time: TimeExpression) -> float:
    match = _LENGTH.fullmatch(time.value)
    if match is None:
        return 0.0
    if match["small"]:
        return float(match["small"]) * _UNITS[match["part"]]
    return float(match["days"]) * (43800.0 if match["unit"] == "M" else _UNITS[match["unit"]])


def _of_another_length(pair: Pair, one: TimeExpression, other: TimeExpression) -> bool:
    if pair.left.phase == "last" and pair.right.phase != "last":
        return False
    sides = [
        re.search(r"\b(before|earlier|after|later)\b", account.words[time.span.end - account.claim.spans[0].start :])
        for account, time in ((pair.left, one), (pair.right, other))
    ]
    if any(sides) and not (sides[0] and sides[1] and sides[0][1] == sides[1][1]):
        return False
    short, long_ = sorted((_minutes(one), _minutes(other)))
    return short > 0 and _TIMES_LONGER <= long_ / short <= _TIMES_MOST


def _order(pile: Pile, pair: Pair) -> Iterator[Finding]:
    """Compare what came first, where each account says "before" or "after"."""
    orders = [_first_then(account.words) for account in (pair.left, pair.right)]
    if orders[0] is None or orders[1] is None:
        return
    (one_first, one_then), (other_first, other_then) = orders[0], orders[1]
    shared = _shared(one_first, other_then), _shared(one_then, other_first)
    crossed = _shared(one_first, other_first), _shared(one_then, other_then)
    if (event := _turned(pair)) is not None:
        words = pair.left.words, pair.right.words
        why = "One has it before, the other after."
        yield finding(pile, pair, Slot.TIME, f"Was it before or after {event}?", words, why)
        return
    if min(shared) >= 1 and sum(shared) >= _TELLING and not any(crossed):
        words = pair.left.words, pair.right.words
        why = "Each has first what the other has last."
        yield finding(
            pile, pair, Slot.TIME, f"What came first: {_short(one_first)} or {_short(other_first)}?", words, why
        )


def _turned(pair: Pair) -> str | None:
    """The event that one has a deed before, the other after, by words that both call it by."""
    if not pair.left.kinds & pair.right.kinds or not cores_fit(pair):
        return None
    found = [(_BEFORE.search(account.words), account.words) for account in (pair.left, pair.right)]
    parts = [(m[1].lower(), words[m.end() :].strip(" .,").lower()) for m, words in found if m]
    if len(parts) < len(found) or parts[0][0] == parts[1][0] or parts[0][1] != parts[1][1]:
        return None
    return parts[0][1]


def _first_then(words: str) -> tuple[str, str] | None:
    match = _BEFORE.search(words)
    if match is None:
        return None
    one, other = words[: match.start()], words[match.end() :]
    return (one, other) if match[1].lower() == "before" else (other, one)


#: Two orders are of one thing if their parts share so many words.
_TELLING = 3
_WORD = re.compile(r"[A-Za-z][a-z’'-]+")
_PLAIN = frozenset("the a an of in on at to and was were had been been have has only his her their its by with".split())


def _shared(one: str, other: str) -> int:
    """How many telling words two clauses have in common."""
    words = [[w.lower() for w in _WORD.findall(text) if w.lower() not in _PLAIN] for text in (one, other)]
    stems = [{singular(w)[:5] for w in found} for found in words]
    return len(stems[0] & stems[1])


def _short(words: str) -> str:
    words = " ".join(words.split()).strip(" ,.;")
    return words[0].lower() + words[1:] if words[:4] in {"The ", "A"} or words.split()[0].endswith("s") else words
