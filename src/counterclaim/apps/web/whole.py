"""One dispute as its page shows it: accounts with their evidence, counts on an axis, who said it when, and doubts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.apps.lookup import Lookup
from counterclaim.apps.web.axis import Scale, by_size, scale
from counterclaim.apps.web.own_words import Told, Words, own_words, told_apart
from counterclaim.apps.wording import NEAR_MISSES, SETTLED_BY, as_of, day, listed, name
from counterclaim.records import Dispute, Evidence, Figure, Judgement, Manner, Report, Side, Slot, Statement
from counterclaim.records.timex import date_span
from counterclaim.store import View


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence: its number among the citations of the page, its words with those of the answer told apart,
    the statement it is from, and the figures that give the answer."""

    number: int
    evidence: Evidence
    report: Report | None
    words: list[Words]
    statement: Statement | None
    figures: list[Figure]


@dataclass(frozen=True, slots=True)
class Account:
    """One side: its place from 0, its letter, and its evidence, in the order of its numbers. `told` is the same with
    what copies of a report say in the same words behind the first of them."""

    number: int
    letter: str
    side: Side
    told: list[list[Piece]]

    @property
    def pieces(self) -> list[Piece]:
        """All evidence."""
        return [piece for copies in self.told for piece in copies]

    @property
    def as_of(self) -> str:
        """As of when its counts are, as far as reports say; empty where none does."""
        return listed(
            dict.fromkeys(
                shown for piece in self.pieces for figure in piece.figures if (shown := as_of(figure)) != "not said"
            )
        )


@dataclass(frozen=True, slots=True)
class Telling:
    """One account of a near miss: its place and letter, its evidence with the words that were compared told apart, and
    the statement that tells it."""

    number: int
    letter: str
    evidence: Evidence
    words: list[Words]
    report: Report | None
    statement: Statement | None


@dataclass(frozen=True, slots=True)
class Moment:
    """Somebody's words on the time line: where it stands (per cent), its day, and the piece of evidence it is."""

    at: float | None
    words: str
    piece: Piece


@dataclass(frozen=True, slots=True)
class Tellings:
    """Who said it when: the moments of each account, and the days at both ends of the line."""

    rows: list[tuple[Account, list[Moment]]]
    ticks: list[tuple[float, str]]


def letter(at: int) -> str:
    """What the account at this place is called: A to Z, then A2 and on."""
    return chr(ord("A") + at % 26) + (str(at // 26 + 1) if at >= 26 else "")


def accounts(view: View, lookup: Lookup, dispute: Dispute) -> list[Account]:
    """The sides of a dispute with their evidence, which is numbered through the page."""
    lookup.fetch(
        (piece.report for side in dispute.sides for piece in side.evidence),
        (id_ for side in dispute.sides for id_ in side.statements),
    )
    there = {piece.report: Told(view, piece.report) for side in dispute.sides for piece in side.evidence}
    found: list[Account] = []
    number = 0
    for at, side in enumerate(by_size(dispute)):
        said = [statement for id_ in side.statements if (statement := lookup.statement(id_)) is not None]
        told: list[list[Piece]] = []
        for copies in _copies(lookup, side.evidence):
            told.append([])
            for evidence in copies:
                number += 1
                told[-1].append(_piece(lookup, number, dispute.slot, side, evidence, there[evidence.report], said))
        found.append(Account(at, letter(at), side, told))
    return found


def _copies(lookup: Lookup, evidence: Sequence[Evidence]) -> list[list[Evidence]]:
    """Evidence without what lies in another piece of it, the same words of reports that copy each other together."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for piece in evidence:
        if not any(_lies_in(piece, other) for other in evidence):
            report = lookup.report(piece.report)
            origin = (report.origin if report else None) or piece.report
            found.setdefault((origin, " ".join(piece.text.casefold().split())), []).append(piece)
    return list(found.values())


def _lies_in(piece: Evidence, other: Evidence) -> bool:
    inside = piece.report == other.report and other.start <= piece.start and piece.end <= other.end
    return inside and (piece.start, piece.end) != (other.start, other.end)


def _piece(
    lookup: Lookup, number: int, slot: Slot, side: Side, evidence: Evidence, told: Told, said: Sequence[Statement]
) -> Piece:
    return Piece(
        number,
        evidence,
        lookup.report(evidence.report),
        own_words(told, slot, side, evidence),
        next((one for one in said if _holds(one, evidence)), None),
        told.figures_of(side, evidence) if slot is Slot.COUNT else [],
    )


def counts(dispute: Dispute, found: Sequence[Account]) -> Scale | None:
    """The axis of a dispute about how many; None for any other."""
    return scale([account.side.answer for account in found]) if dispute.slot is Slot.COUNT else None


def tellings(found: Sequence[Account]) -> Tellings | None:
    """Who said it when; None where no day is known of anything."""
    days = [day_ for account in found for piece in account.pieces if (day_ := _day(piece)) is not None]
    if not days:
        return None
    first, last = min(days), max(days)
    span = max((last - first).days, 1)

    def place(day_: date | None) -> float | None:
        if day_ is None:
            return None
        return 50.0 if first == last else round(4 + 92 * (day_ - first).days / span, 2)

    rows = [
        (account, [Moment(place(_day(piece)), _when(piece), piece) for piece in account.pieces]) for account in found
    ]
    inner = sorted(set(days))
    ticks = [(place(day_) or 0.0, day(day_.isoformat())) for day_ in _spread(inner, span)]
    return Tellings(rows, ticks)


def doubts(dispute: Dispute, found: Sequence[Account]) -> list[str]:
    """What here speaks for caution: what the reports themselves give that might make it no dispute."""
    notes = []
    counted = {account.as_of for account in found if account.as_of}
    if len(counted) > 1:
        notes.append(f"The numbers are as of different times: {listed(sorted(counted))}.")
    holders = [{name(who) for who in account.side.holders} for account in found]
    for one in sorted(set().union(*holders)):
        held = [account.letter for account, names in zip(found, holders, strict=True) if one in names]
        if len(held) > 1:
            notes.append(f"{one} holds {listed(held)}: what it said later may take the place of what it said before.")
    origins = [
        {piece.report.origin or piece.report.id for piece in account.pieces if piece.report} for account in found
    ]
    if len(set().union(*origins)) == 1:
        notes.append("All accounts stand in words of one origin.")
    undated = {
        piece.report.id for account in found for piece in account.pieces if piece.report and not piece.report.published
    }
    if undated:
        notes.append("Of one report or more the date is not known.")
    unnamed = [
        account.letter for account in found if account.side.holders and all(w.unnamed for w in account.side.holders)
    ]
    if unnamed:
        notes.append(f"Who holds {listed(unnamed)} is not named.")
    return notes


def compared(view: View, lookup: Lookup, pair: Judgement) -> list[Telling]:
    """The accounts of a near miss, each with the statement that it is told in and the words that were compared."""
    ids = [pair.left, pair.right]
    spans = [(figure.report, figure.span) for figure in view.records("figures", ids)]
    spans += [(claim.report, claim.trigger) for claim in view.records("claims", ids)]
    return [
        Telling(
            at,
            letter(at),
            piece,
            told_apart(piece, (span for report, span in spans if report == piece.report)),
            lookup.report(piece.report),
            _teller(view, piece),
        )
        for at, piece in enumerate(pair.evidence)
    ]


def _teller(view: View, evidence: Evidence) -> Statement | None:
    over = [one for one in view.statements(evidence.report) if _holds(one, evidence)]
    # The innermost that was said by somebody says more of who tells it than the narration around it.
    over.sort(key=lambda one: (one.manner is Manner.NARRATION, sum(len(span.text) for span in one.content), one.id))
    return over[0] if over else None


def set_aside_for(pair: Judgement) -> str:
    """Why two accounts are no dispute, in a few words."""
    words = NEAR_MISSES[pair.verdict]
    return words[0].lower() + words[1:]


def settled_by(dispute: Dispute) -> tuple[str, ...]:
    """What would make it none."""
    return SETTLED_BY[dispute.slot]


def by_origin(cited: Iterable[Report]) -> list[list[Report]]:
    """Reports that copy each other together, in the order of their first."""
    found: dict[str, list[Report]] = {}
    for report in cited:
        found.setdefault(report.origin or report.id, []).append(report)
    return list(found.values())


def _holds(statement: Statement, evidence: Evidence) -> bool:
    return statement.report == evidence.report and any(
        span.start < evidence.end and evidence.start < span.end for span in statement.content
    )


def _said(piece: Piece) -> str | None:
    said = piece.statement.said if piece.statement else None
    return said or (piece.report.published if piece.report else None)


def _when(piece: Piece) -> str:
    return day(_said(piece))


def _day(piece: Piece) -> date | None:
    span = date_span(_said(piece) or "")
    return span[0] if span else None


def _spread(days: list[date], span: int) -> list[date]:
    """Of these days those that can be written beside each other: the first, the last, and what lies far enough off."""
    kept = days[:1]
    for day_ in days[1:-1]:
        if (day_ - kept[-1]).days >= span / 3 and (days[-1] - day_).days >= span / 3:
            kept.append(day_)
    return kept + days[-1:] if len(days) > 1 else kept
