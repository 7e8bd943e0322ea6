"""What is told, put together for reading: a time line by day and incident, an incident by who tells it first."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from counterclaim.apps.days import day
from counterclaim.apps.lookup import Lookup
from counterclaim.records import Agreement, Claim, Dispute, Incident, Report, TimeExpression
from counterclaim.store.words import days

#: "since" before the last time of some words, with no more than a clause between them ("since the war began in 2011").
_SINCE = re.compile(r"\bsince\b[^.;!?]{1,80}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Happening:
    """What claims of one time tell of one incident (None: each of no incident stands for itself), with the
    differences and agreements about it."""

    incident: Incident | None
    claims: tuple[Claim, ...]
    disputes: tuple[Dispute, ...]
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """One heading of a time line: a day, or a longer time of which no more is known, or none; `known` says so."""

    words: str
    known: str
    happenings: tuple[Happening, ...]

    @property
    def differing(self) -> int:
        """How many disputes there are about what happened then."""
        return len({dispute.id for happening in self.happenings for dispute in happening.disputes})


@dataclass(frozen=True, slots=True)
class Telling:
    """What the reports of one origin tell of an incident."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]


def by_day(
    claims: Sequence[Claim],
    incidents: Mapping[str, Incident],
    disputes: Sequence[Dispute],
    agreements: Sequence[Agreement],
    ongoing: Collection[str] = (),
) -> list[Day]:
    """Claims in the order of their times, under a heading for each time. Those of one incident, which stand beside
    each other, become one happening where the incident's own time covers that time: a report of one day's attack looks
    back on other years. The claims in `ongoing` (see `ongoing_of`) come after all days, under headings of their own."""
    result = []
    for range_, of_day in groupby((one for one in claims if one.id not in ongoing), key=lambda one: days(one.time)):
        told = whole(list(of_day))
        happenings = []
        for incident, several in groupby(told, key=lambda claim: claim.incident):
            if incident is None or incident not in incidents or not _covers(incidents[incident], range_):
                happenings += [Happening(None, (claim,), (), ()) for claim in several]
                continue
            about = tuple(one for one in disputes if one.incident == incident)
            alike = tuple(one for one in agreements if one.incident == incident)
            happenings.append(Happening(incidents[incident], tuple(several), about, alike))
        result.append(Day(_heading(range_), _known(range_), tuple(happenings)))
    for range_, since in groupby((one for one in claims if one.id in ongoing), key=lambda one: days(one.time)):
        singly = tuple(Happening(None, (claim,), (), ()) for claim in whole(list(since)))
        result.append(Day(f"Since {_heading(range_)}", "what has gone on from then", singly))
    return result


def ongoing_of(claims: Iterable[Claim], times: Callable[[str], Sequence[TimeExpression]]) -> set[str]:
    """The ids of the claims whose time is a beginning left open, "since March 2011": they tell of no happening then.
    `times` gives the times that a report names."""
    found = set()
    for claim in claims:
        if not any("since" in span.text.casefold() for span in claim.spans):
            continue
        spans = [time.span for time in times(claim.report) if time.value == claim.time]
        for words in claim.spans:
            ends = [span.end - words.start for span in spans if words.start <= span.start and span.end <= words.end]
            if any(_SINCE.search(words.text[:end]) for end in ends):
                found.add(claim.id)
    return found


def _covers(incident: Incident, range_: tuple[str, str] | None) -> bool:
    ends = "/".join(date for date in (incident.since, incident.until) if date) or None
    own = days(ends)
    if own is None or range_ is None:
        return own is range_
    return own[0] <= range_[0] and range_[1] <= own[1]


def whole(claims: Sequence[Claim]) -> list[Claim]:
    """Claims without those whose words all stand in another of the same report: "to eject on Friday" says nothing that
    "he was forced to eject on Friday" does not."""
    kept: list[Claim] = []
    for claim in claims:
        within = [other for other in claims if other.report == claim.report and other.id != claim.id]
        start, end = _reach(claim)
        if not any(_holds(_reach(other), (start, end), other.id < claim.id) for other in within):
            kept.append(claim)
    return kept


def _reach(claim: Claim) -> tuple[int, int]:
    return min(span.start for span in claim.spans), max(span.end for span in claim.spans)


def _holds(outer: tuple[int, int], inner: tuple[int, int], comes_first: bool) -> bool:
    """Whether one stretch holds another; of two that are the same, the one that comes first."""
    return outer[0] <= inner[0] and inner[1] <= outer[1] and (outer != inner or comes_first)


def _heading(range_: tuple[str, str] | None) -> str:
    """A day with its weekday; a year, a month or a longer time in words."""
    if range_ is None:
        return "No year is known"
    first, last = range_
    if first == last:
        return day(first)
    if first[:4] == last[:4] and (first[5:], last[5:]) == ("01-01", "12-31"):
        return first[:4]
    if first[:7] == last[:7] and first.endswith("-01") and last[8:] in ("28", "29", "30", "31"):
        return first[:7]
    return f"{day(first)} to {day(last)}"


def _known(range_: tuple[str, str] | None) -> str:
    if range_ is None:
        return "only in words such as “now”, or a day without a year"
    return "" if range_[0] == range_[1] else "no more than this is known of when"


def tellings(lookup: Lookup, claims: Sequence[Claim]) -> list[Telling]:
    """Claims by the origin of their reports, the earliest first; those of one report in the order of its text."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        report = lookup.report(claim.report)
        groups.setdefault((report.origin if report else None) or claim.report, []).append(claim)
    result = []
    for told in map(whole, groups.values()):
        reports = [lookup.report(id_) for id_ in dict.fromkeys(claim.report for claim in told)]
        known = sorted((report for report in reports if report), key=_when)
        told.sort(key=lambda claim: (claim.report, claim.spans[0].start))
        result.append(Telling(tuple(known), tuple(told)))
    return sorted(result, key=lambda telling: min(map(_when, telling.reports), default=(True, "", "")))


def _when(report: Report) -> tuple[bool, str, str]:
    return report.published is None, report.published or "", report.id
