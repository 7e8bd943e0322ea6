"""Hours and days: one account has the shells fall at twenty to nine, another at ten past ten.

Two moments of two reports of one story are set against each other if they are of one moment of one kind of deed
(`points`) and their signs (`signs`) make it likely enough that they are of one happening. Two of one report are so only
where two voices tell how one thing began: of other two nearly all are of two happenings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from counterclaim.link.compare.counts.numerals import numbers_in
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.compare.places.words import SITE_WORDS, sites_of
from counterclaim.link.compare.times.asked import asked, words_of_hours
from counterclaim.link.compare.times.matter import pairs_of_matter
from counterclaim.link.compare.times.moments import Moment, differ, gap, moments_of, telling_words
from counterclaim.link.compare.times.point_words import ATTACKS, FIRST, LASTING, SINGLE
from counterclaim.link.compare.times.points import another, fits, tells_onset
from counterclaim.link.compare.times.signs import Row, chance, signs
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
_ENOUGH, _RARELY = 0.25, 0.1
#: The same of deeds that are told in different words.
_UNKNOWN = 0.4
#: Hours of two days are of one night if they are no further apart, in minutes.
_NIGHT = 480
#: A report tells of something without its day no later than this, in days.
_AFTERWARDS = 3
#: Hours of one report are of one thing if they stand no further apart, in characters, and then as likely as this.
_NEAR, _WITHIN = 1500, 0.5
#: Words that two sentences share and that say nothing of what happened.
_VAGUE = frozenset(
    "least offic part carri govern teleph plan place number force report hundr thousa dozen whose around "
    "sever contin fir way town city villag capita countr".split()
)
#: What a dispute is scored: by how many of those shown are right, little of which depends on the chance.
_SCORE, _BY_CHANCE = 0.5, 0.2
#: Two sides of one question, of which a third is likely of the same happening as either, are no less likely of one.
_AMONG = 0.15
#: Where a clause sets what it tells, by name; and what is no name of a place.
_IN_PLACE = re.compile(
    r"\b(?:in|at|near|outside|of|on|off|over|above|into|to|from|around)\s((?:[A-Z][\w’'-]+\s?){1,4})"
)
#: A site with the word before it, or a name: where something was says less than what was done there.
_SITE = re.compile(rf"(?:[\w’'-]+\s)?(?:{SITE_WORDS})s?\b|\b[A-Z][\w’'-]+")
_NAME = re.compile(r"[A-Z][\w’'-]{2,}")
_INNER_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][\w’'-]{2,}")
#: Numbers that count nobody.
_HOUR_OR_DATE = re.compile(
    r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\b\d{1,2} [A-Z]\w+|\b[A-Z][a-z]+ \d{1,2}\b|"
    r"\b\d+ (?:km|kilomet|mile|minute|hour|day|metre|meter)\w*(?: [a-z-]+ of (?:the )?[A-Z]\w+)?"
)
_DAYS_NAMED = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December".split()
)
_Pair = tuple[Moment, Moment, Row, float]


def compare_hours(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare the moments of two reports of one story, each with no more than one of the other."""
    here: dict[str, list[Moment]] = {}
    likeness = Likeness.of(pile, tellings)
    large = not few_reports(pile)
    found: list[_Pair] = []
    for one, other in _pairs(pile, tellings):
        if large and tellings.stories.alike(one, other) < _ALIKE:
            continue
        for report in (one, other):
            if report not in here:
                here[report] = list(moments_of(pile, report))
        for pair in _matched(pile, here[one], here[other], here):
            left, right = pair[:2]
            if large and (_other_day(left, right) or _likely(tellings, likeness, left, right) < _LIKELY):
                continue
            found.append(pair)
    yield from (_finding(pile, *pair) for pair in _of_one_happening(pile, found, here))
    found_already = {_ends(pair) for pair in found}
    for left, right, named in pairs_of_matter(pile, here):
        if _ends((left, right)) not in found_already and not _held_apart(pile, left, right, named=named):
            yield _finding(pile, left, right, signs(pile, left, right, here), _ENOUGH)
    for report in pile.annotations:
        yield from _within(pile, here.get(report) or list(moments_of(pile, report)))


def _held_apart(pile: Pile, left: Moment, right: Moment, *, named: bool) -> bool:
    """Whether two moments of what a pile is about are told of two people or places, or of a first and a later shot."""
    sites = [sites_of(at.point.clause.text) for at in (left, right) if at.point]
    if (all(sites) and not sites[0] & sites[1]) or _elsewhere(pile, left, right):
        return True
    return not named and (not _onsets_fit(left, right) or _told_apart(left, right))


def _ends(pair: Sequence[Moment | Row | float]) -> frozenset[tuple[str, int]]:
    """Where the two moments of a pair stand."""
    return frozenset((at.told.report, at.start) for at in pair[:2] if isinstance(at, Moment))


def _within(pile: Pile, moments: Sequence[Moment]) -> Iterator[Finding]:
    """Two voices of one report that give hours for how one thing began, or for what is over in a moment. Of two other
    hours of one report nearly all are of two happenings."""
    found = [at for at in moments if at.hour and at.hour.exact and at.point and tells_onset(at.point)]
    for left, right in combinations(found, 2):
        pile.look()
        voices = not any(pile.outlet_says(at.told) for at in (left, right))
        if not voices or pile.holder_key(left.told) == pile.holder_key(right.told):
            continue
        near = abs(left.start - right.start) <= _NEAR and _days_apart(left, right) == 0
        if near and differ(left, right) and _one_moment(pile, left, right) and _another(left) is _another(right):
            yield _finding(pile, left, right, signs(pile, left, right, {left.told.report: ()}), _WITHIN)


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
    if left.day and right.day and left.day != right.day and left.hour and right.hour and not _lasts(left, right):
        return gap(left, right) <= _NIGHT
    return days == 0 or (days == 1 and bool(left.kinds & right.kinds or left.clause & right.clause))


def _lasts(left: Moment, right: Moment) -> bool:
    """Whether both tell of what is not begun every day."""
    return bool(left.point and right.point and left.point.labels & right.point.labels & LASTING)


def _days_apart(left: Moment, right: Moment) -> int:
    """How many days lie between two moments, as far as the reports date them; 0 where one is not dated, or only by the
    day its report came out, and the other tells of one thing in the same words a few days before."""
    days = days_between(left.dated, right.dated) or 0
    for at, other in ((left, right), (right, left)):
        late = at.guessed and at.dated and other.day and 0 < (at.dated - other.day).days <= _AFTERWARDS
        if late and len((left.clause & right.clause) - _VAGUE) > 1:
            return 0
    return days


def _one_moment(pile: Pile, left: Moment, right: Moment) -> bool:
    """Whether two hours are of one moment of what may be one deed: of a kind of which a report seldom tells two, or of
    the same people or things; not by two clocks, and not of two deeds of which all is told and nothing agrees."""
    if left.point is None or right.point is None or not fits(left.point, right.point):
        return False
    if not _onsets_fit(left, right):
        return False
    zones = {at.hour.zone for at in (left, right) if at.hour}
    if len(zones) > 1 or _told_apart(left, right) or _elsewhere(pile, left, right):
        return False
    both = left.point.labels & right.point.labels
    return bool(
        (both & SINGLE and not both <= LASTING) or (left.around & right.around) - _VAGUE - telling_words(" ".join(both))
    )


def _told_alike(pile: Pile, left: Moment, right: Moment) -> bool:
    """Whether two hours of deeds told in different words may be of one moment by all else: by words that both clauses
    have, or, where it is not known of one of them which deed it is the hour of, by words around them on one day."""
    points = [at.point for at in (left, right) if at.point is not None]
    firsts = [point for point in points if FIRST.search(point.clause.text)]
    if len({point.phase for point in points} - {"begin"}) > 1 or len(firsts) == 1:
        return False
    zones = {at.hour.zone for at in (left, right) if at.hour}
    if len(zones) > 1 or _told_apart(left, right) or _elsewhere(pile, left, right) or _days_apart(left, right):
        return False
    sites = [sites_of(point.clause.text) for point in points]
    if len(sites) > 1 and all(sites) and not sites[0] & sites[1]:
        return False
    where = {word for point in points for match in _SITE.findall(point.clause.text) for word in telling_words(match)}
    if (left.clause & right.clause) - _VAGUE - where:
        return True
    known = len(points) > 1 and all(point.labels for point in points)
    dated = left.dated is not None and right.dated is not None
    shared = (left.around & right.around) - _VAGUE
    of_a_kind = bool(left.kinds & right.kinds) and (dated or bool(shared))
    # what befalls one ship at two hours is not one thing for her name of two words
    names = {
        word for at in (left, right) for name in _INNER_NAME.findall(at.shown.text) for word in telling_words(name)
    }
    return not known and (of_a_kind or (len(shared) > 1 and not shared <= names))


def _onsets_fit(left: Moment, right: Moment) -> bool:
    """Whether two hours of an attack cannot both hold as told: later ones than that of the first shot can."""
    if left.point is None or right.point is None or not left.point.labels & right.point.labels & ATTACKS:
        return True
    begun = [at for at in (left, right) if at.point and tells_onset(at.point)]
    if len(begun) != 1 or left.hour is None or right.hour is None:
        return True
    first, then = (left, right) if begun[0] is left else (right, left)
    one_day = left.day is not None and left.day == right.day
    return _earlier(then, first) and (one_day or bool((left.around & right.around) - _VAGUE))


def _earlier(left: Moment, right: Moment) -> bool:
    """Whether of the stretches that two hours may mean, those nearest to each other have the left one first."""
    pairs = [(a, b) for a in left.hour.stretches for b in right.hour.stretches] if left.hour and right.hour else []
    near = min(pairs, key=lambda pair: abs(pair[0][0] - pair[1][0]), default=None)
    return near is not None and near[0][1] < near[1][0]


def _elsewhere(pile: Pile, left: Moment, right: Moment) -> bool:
    """Whether each clause sets it in a place by name that the other's report nowhere names."""
    return all(
        at.point is not None
        and (
            names := {name for found in _IN_PLACE.findall(at.shown.text) for name in _NAME.findall(found)} - _DAYS_NAMED
        )
        and not any(name in pile.reports[other.told.report].text for name in names)
        for at, other in ((left, right), (right, left))
    )


def _told_apart(left: Moment, right: Moment) -> bool:
    """Whether each tells who did it to whom, and no word of either is the other's; of what is no attack, whether each
    tells to whom, and no word of it is the other's."""
    both = left.point.labels & right.point.labels if left.point and right.point else frozenset()
    if not both & SINGLE and left.done_to and right.done_to:  # the same deed to another is another one
        return left.done_to.isdisjoint(right.around) and right.done_to.isdisjoint(left.around)
    if _of_two_tolls(left, right):
        return True
    told = all(at.doers and at.done_to for at in (left, right))
    return told and left.doers.isdisjoint(right.doers) and left.done_to.isdisjoint(right.done_to)


def _of_two_tolls(left: Moment, right: Moment) -> bool:
    """Whether each clause counts, and no number and no place by name is in both: "nine soldiers near Lisk", "four near
    Ossa"."""
    texts = [_HOUR_OR_DATE.sub(" ", at.shown.text) for at in (left, right)]
    numbers = [{value for _, value in numbers_in(text)} for text in texts]
    places = [
        {name for found in _IN_PLACE.findall(text) for name in _NAME.findall(found)} - _DAYS_NAMED for text in texts
    ]
    return all(numbers) and all(places) and numbers[0].isdisjoint(numbers[1]) and places[0].isdisjoint(places[1])


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
            if not differ(left, right) or _another(left) is not _another(right):
                continue
            known = _one_moment(pile, left, right)
            if known or _told_alike(pile, left, right):
                row = signs(pile, left, right, here)
                least = _UNKNOWN if not known else _RARELY if _lasts(left, right) else _ENOUGH
                if (likely := chance(row)) >= least:
                    found.append((left, right, row, likely))
    taken: set[tuple[str, int]] = set()
    for left, right, row, likely in sorted(found, key=lambda item: -item[3]):
        both = {(at.told.report, at.start) for at in (left, right)}
        if not both & taken:
            taken |= both
            yield left, right, row, likely


def _another(moment: Moment) -> bool:
    return another(f"{moment.shown.text} {moment.point.clause.text if moment.point else ''}")


def _finding(pile: Pile, left: Moment, right: Moment, row: Row, likely: float) -> Finding:
    evidence = [pile.evidence(at.told.report, at.shown) for at in (left, right)]
    kinds = sorted(left.kinds & right.kinds)
    shared = sorted(left.clause & right.clause) or sorted(left.around & right.around)
    reasons = [
        f"One says “{left.words}”, the other “{right.words}”.",
        *([f"Both tell when something of one kind happened: {kinds[0]}."] if kinds else []),
        *([f"Their words have in common: {', '.join(shared[:4])}."] if shared else []),
        *(["Both give the hour, and the two are less than three hours apart."] if row["clock_short"] else []),
        "One report gives both." if left.told.report == right.told.report else "The two reports tell one story.",
    ]
    score = _SCORE + _BY_CHANCE * likely
    hours = list(words_of_hours(left, right))
    question = asked(pile, left, right) or "When did it happen"
    return conflict(
        Slot.TIME,
        score,
        f"{question}: {hours[0]} or {hours[1]}?",
        reasons,
        Answer(left.record, left.told.id, hours[0], evidence[0]),
        Answer(right.record, right.told.id, hours[1], evidence[1]),
    )
