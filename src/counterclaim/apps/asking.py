"""What somebody asks a ledger for, and the records that answer it: the same in the terminal and on the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from counterclaim.apps.ordering import Order, ordered
from counterclaim.records import Change, Entity, Incident, Judgement, Process, Report, Slot, UsageError, Who
from counterclaim.store.agreed import Agreed, agreed
from counterclaim.store.filters import Filter
from counterclaim.store.words import days, fold, wanted, wanted_days

if TYPE_CHECKING:
    from counterclaim.store import View, Word

#: The filters that each kind of record answers to.
FILTERS: Mapping[str, tuple[str, ...]] = {
    "disputes": ("who", "about", "since", "until", "outlet", "slot"),
    "agreements": ("who", "about", "since", "until", "outlet"),
    "statements": ("who", "about", "since", "until", "outlet"),
    "figures": ("who", "about", "since", "until", "outlet"),
    "timeline": ("who", "about", "since", "until", "outlet"),
    "incidents": ("about", "since", "until", "outlet"),
    "changes": ("who", "about", "since", "until"),
    "processes": ("who", "about", "since", "until"),
    "entities": ("who",),
    "reports": ("about", "since", "until", "outlet"),
    "near-misses": ("about", "outlet", "slot"),
    "judgements": ("who",),
    "orphaned": ("who",),
    "rejects": (),
}

#: The kinds whose lists can be had in another order, and the one they have if none is asked for.
ORDERS: Mapping[str, Order] = {"statements": Order.SPEAKER}

#: What is said where there is nothing of a kind. The ledger may well hold some that a later version would find.
NONE_FOUND: Mapping[str, str] = {
    "disputes": "No differing accounts were found in these reports.",
    "agreements": "Nothing was found that independent origins tell alike.",
    "statements": "No statements were found in these reports.",
    "figures": "No figures were found in these reports.",
    "timeline": "Nothing with a date was found in these reports.",
    "incidents": "No incidents were found in these reports.",
    "changes": "No changes of position were found in these reports.",
    "processes": "No processes (ceasefires, exchanges, talks) were found in these reports.",
    "entities": "Nobody and no place was found in these reports.",
    "reports": "There are no reports in this ledger yet.",
    "near-misses": "No pairs were compared and found not to differ.",
    "judgements": "Nobody has said anything of this ledger yet.",
    "orphaned": "Every word of a person still rests on what it was said of.",
    "rejects": "Everything that was given could be read.",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of one question; None asks for nothing. `store.filters.Filter` says what each means."""

    who: str | None = None
    about: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    slot: Slot | None = None

    def given(self) -> dict[str, str]:
        """The filters that ask for something, by name."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: str(value) for name, value in values.items() if value is not None}


def nothing_found(what: str, asked: Asked) -> str:
    """The sentence that stands where a list would."""
    if not asked.given():
        return NONE_FOUND[what]
    wish = ", ".join(f"{name} {value}" for name, value in asked.given().items())
    return f"Nothing here fits what was asked for ({wish})."


def records(view: View, what: str, asked: Asked, order: Order | None = None) -> list[Any]:
    """The records of a kind (a key of `FILTERS`) that are asked for, in the order in which they are shown.

    Raises `UsageError` for a filter or order that does not fit the kind, or a value that does not fit the filter.
    """
    if order is not None and what not in ORDERS:
        raise UsageError(f"{what} have one order; {' and '.join(ORDERS)} can be sorted")
    unfit = [name for name in asked.given() if name not in FILTERS[what]]
    if unfit:
        fit = ", ".join(FILTERS[what]) or "no filters"
        raise UsageError(f"{what} cannot be filtered by {' or '.join(unfit)}; they take {fit}")
    if asked.since and asked.until and wanted_days(asked.since)[0] > wanted_days(asked.until)[1]:
        raise UsageError(f"since {asked.since} is later than until {asked.until}; give the earlier date to since")
    for date in (asked.since, asked.until):
        if date is not None:
            wanted_days(date)
    if what in _BY_STORE:
        found = list(getattr(view, what)(**asked.given()))
        if what not in ORDERS:
            return found
        published = {report.id: report.published for report in view.reports()} if order is Order.DATE else {}
        return ordered(found, order or ORDERS[what], published)
    return _BY_HAND[what](view, asked)


_BY_STORE = ("disputes", "statements", "figures", "timeline")


def _says(words: str | None, *texts: str | None) -> bool:
    """Whether one of `texts` has what is looked for at the beginning of a word; all have what nobody asks for."""
    return words is None or any(wanted(words) in fold(text) for text in texts if text)


def _means(words: str | None, *whos: Who | None) -> bool:
    return words is None or any(who and (who.entity == words or _says(words, who.name)) for who in whos)


def _in_time(asked: Asked, *dates: str | None) -> bool:
    wish = Filter(since=asked.since, until=asked.until)
    return any(wish.allows(days(date)) for date in dates or (None,))


def _agreements(view: View, asked: Asked) -> list[Agreed]:
    """Those that somebody of the name tells, and that a report of the outlet and time tells."""
    reports: dict[str, Report] = {}
    narrowed = (asked.since, asked.until, asked.outlet) != (None, None, None)
    if narrowed:
        told = view.reports(since=asked.since, until=asked.until, outlet=asked.outlet)
        reports = {report.id: report for report in told}

    def fits(one: Agreed) -> bool:
        pieces = one.agreement.evidence
        tellers = [who for telling in one.tellings if telling.statement for who in telling.statement.sources]
        return (
            (not narrowed or any(piece.report in reports for piece in pieces))
            and _means(asked.who, *tellers)
            and _says(asked.about, one.agreement.claim, *(piece.text for piece in pieces))
        )

    return [one for one in agreed(view, view.agreements()) if fits(one)]


def _incidents(view: View, asked: Asked) -> list[Incident]:
    told = {report.id for report in view.reports(outlet=asked.outlet)} if asked.outlet else set()

    def fits(incident: Incident) -> bool:
        ends = "/".join(date for date in (incident.since, incident.until) if date) or None
        place = incident.place.name if incident.place else None
        told_there = asked.outlet is None or any(report in told for report in incident.reports)
        return told_there and _says(asked.about, incident.label, place) and _in_time(asked, ends)

    found = [incident for incident in view.incidents() if fits(incident)]
    return sorted(found, key=lambda one: (one.since is None, one.since or "", one.id))


def _changes(view: View, asked: Asked) -> list[Change]:
    return [
        change
        for change in view.changes()
        if _means(asked.who, change.who)
        and _says(asked.about, change.question, change.earlier.answer, change.later.answer)
        and _in_time(asked, change.earlier.date, change.later.date)
    ]


def _processes(view: View, asked: Asked) -> list[Process]:
    return [
        process
        for process in view.processes()
        if _means(asked.who, *process.parties)
        and _says(asked.about, process.name, process.kind)
        and _in_time(asked, *(step.date for step in process.states))
    ]


def _entities(view: View, asked: Asked) -> list[Entity]:
    """The most mentioned first."""
    found = [entity for entity in view.entities() if _says(asked.who, entity.id, entity.name, *entity.names)]
    return sorted(found, key=lambda entity: (-entity.mentions, entity.name, entity.id))


def _reports(view: View, asked: Asked) -> list[Report]:
    found = view.reports(since=asked.since, until=asked.until, outlet=asked.outlet)
    return [report for report in found if _says(asked.about, report.title, report.text)]


def _near_misses(view: View, asked: Asked) -> list[Judgement]:
    told = {report.id for report in view.reports(outlet=asked.outlet)} if asked.outlet else set()
    return [
        pair
        for pair in view.near_misses()
        if (asked.slot is None or pair.slot is asked.slot)
        and (asked.outlet is None or any(piece.report in told for piece in pair.evidence))
        and _says(asked.about, *(piece.text for piece in pair.evidence))
    ]


def _words(view: View, asked: Asked) -> list[Word]:
    return [word for word in view.words() if _says(asked.who, word.judgement.by)]


def _orphaned(view: View, asked: Asked) -> list[Word]:
    return [word for word in _words(view, asked) if word.standing == "orphaned"]


_BY_HAND: Mapping[str, Callable[[View, Asked], list[Any]]] = {
    "agreements": _agreements,
    "incidents": _incidents,
    "changes": _changes,
    "processes": _processes,
    "entities": _entities,
    "reports": _reports,
    "near-misses": _near_misses,
    "judgements": _words,
    "orphaned": _orphaned,
    "rejects": lambda view, _: view.rejects(),
}
