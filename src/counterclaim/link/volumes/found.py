"""What one volume finds: made from its pile, kept as JSON in the ledger, and told in the words of the whole ledger."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

import msgspec

from counterclaim.link.agreements import gather_agreements
from counterclaim.link.compare import Answer, Finding, compare_all
from counterclaim.link.incidents.gather import Edge, edges_between, incident_of, join_incidents, told_in
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.origins import Copies
from counterclaim.link.pile import Pile
from counterclaim.link.processes import gather_processes, readings_of
from counterclaim.link.processes.reading import Reading
from counterclaim.link.ruled import ruled_findings
from counterclaim.link.scenes import scenes_of
from counterclaim.link.volumes.outside import Outside
from counterclaim.records import Agreement, Judgement, Process, Span, Verdict
from counterclaim.records.errors import RecordError

#: The verdicts that disputes are made of.
_DECIDES = frozenset({Verdict.CONFLICT, Verdict.UPDATE})


class Told(NamedTuple):
    """A telling as far as gathering incidents needs it."""

    record: str
    report: str
    span: tuple[int, int]
    sentence: tuple[int, int]
    when: tuple[date, date] | None
    carried: bool
    places: tuple[str, ...]
    placed: bool
    deeds: tuple[str, ...]
    cumulative: bool
    where: tuple[str, ...]
    wide: tuple[str, ...]
    part: int
    afresh: bool


@dataclass(frozen=True, slots=True)
class _In:
    """Evidence, of which only the report is read."""

    report: str


@dataclass(frozen=True, slots=True)
class _At:
    """An answer, of which only the report is read."""

    evidence: _In


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A finding, of which only what was judged and the reports are read: half of the time, and there are many."""

    judgement: Judgement
    left: _At
    right: _At


def between(found: Finding | NearMiss) -> tuple[str, str]:
    """The two reports that a finding is of, which may be one."""
    return found.left.evidence.report, found.right.evidence.report


@dataclass(frozen=True, slots=True)
class Found:
    """All that one volume finds: what comparing found, with near misses apart (`near`), since they are many and seldom
    more is asked of them than what was judged; the tellings of its own reports, which two tellings are likely of one
    happening (and how likely), what its own reports say of processes, and agreements, each with a record of its
    incident. `copied` is what was judged of copies, and `passages`, by report, where what it has in common with others
    begins and ends, and which report had it first. `compared` counts the pairs that were looked at."""

    findings: tuple[Finding, ...]
    near: msgspec.Raw
    told: tuple[Told, ...]
    edges: tuple[tuple[float, str, str], ...]
    readings: dict[str, tuple[Reading, ...]]
    agreements: tuple[tuple[Agreement, str | None], ...] = ()
    copied: tuple[Judgement, ...] = ()
    passages: dict[str, tuple[tuple[int, int, str], ...]] = field(default_factory=dict)
    compared: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, pile: Pile, copies: Copies, home: frozenset[str], judged: Sequence[Judgement] = ()) -> Found:
        """What is found in the pile of a volume, to which the reports of `home` belong. `judged` is what persons
        judged, the latest first."""
        tellings = Tellings(pile, scenes_of(pile))
        # A sentence takes 4 ms to read: what is large enough for volumes is compared by rules alone.
        findings = compare_all(pile, tellings, reading=False)
        told = told_in(pile, tellings)
        edges = edges_between(pile, tellings, told)
        readings = dict(readings_of(pile, pile.annotations))
        processes = gather_processes(pile, readings)
        agreements = _agreements(
            pile, copies, tellings, told, edges, ruled_findings(pile, findings, judged), processes, judged
        )
        return cls(
            findings=tuple(finding for finding in findings if finding.judgement.verdict in _DECIDES),
            near=msgspec.Raw(_ENCODER.encode([f for f in findings if f.judgement.verdict not in _DECIDES])),
            told=tuple(_told(telling) for telling in told if telling.report in home),
            edges=tuple((chance, told[first].record, told[second].record) for chance, first, second in edges),
            readings={report: tuple(found) for report, found in readings.items() if report in home},
            agreements=tuple(agreements),
            copied=copies.judgements,
            passages={r: tuple((p.start, p.end, p.home) for p in found) for r, found in copies.passages.items()},
            compared=dict(sorted((+pile.compared).items())),
        )

    def to_bytes(self) -> bytes:
        """As it is kept: JSON, compressed."""
        return zlib.compress(_ENCODER.encode(self), 1)

    @classmethod
    def from_bytes(cls, kept: bytes) -> Found | None:
        """What was kept; None where it cannot be read, and has to be found again."""
        try:
            return _DECODER.decode(zlib.decompress(kept))
        except (zlib.error, msgspec.MsgspecError, RecordError):
            return None

    def near_judged(self) -> list[NearMiss]:
        """What was judged of near misses."""
        return _NEAR_JUDGED.decode(self.near)

    def near_findings(self) -> list[Finding]:
        """The near misses in full."""
        return _NEAR_FINDINGS.decode(self.near)

    def findings_outside(self, outside: Outside, *, near: bool) -> Iterator[Finding]:
        """The findings in the words of the ledger, with the `near` misses or without."""
        for finding in (*self.findings, *(self.near_findings() if near else ())):
            left, right = _answer(finding.left, outside), _answer(finding.right, outside)
            theme = tuple(outside.id(part) for part in finding.theme)
            same = left is finding.left and right is finding.right and theme == finding.theme
            yield finding if same else replace(finding, left=left, right=right, theme=theme)

    def tellings_outside(self, outside: Outside, pile: Pile, published: Mapping[str, date | None]) -> Iterator[Telling]:
        """The tellings of its own reports in the words of the ledger, without their words."""
        for told in self.told:
            text = pile.reports[told.report].text
            yield Telling(
                record=told.record,
                report=told.report,
                span=Span.of(text, *told.span),
                sentence=Span.of(text, *told.sentence),
                when=told.when,
                carried=told.carried,
                places=frozenset(outside.id(place) for place in told.places),
                placed=told.placed,
                deeds=frozenset(told.deeds),
                cumulative=told.cumulative,
                published=published[told.report],
                depth=told.span[0] / max(1, len(text)),
                around={},
                words={},
                where=frozenset(told.where),
                wide=frozenset(told.wide),
                part=told.part,
                afresh=told.afresh,
            )

    def readings_outside(self, outside: Outside) -> Iterator[tuple[str, list[Reading]]]:
        """By report what its own reports say of processes, in the words of the ledger."""
        for report, readings in self.readings.items():
            yield report, [_reading(reading, outside) for reading in readings]


_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder(Found)
_NEAR_JUDGED = msgspec.json.Decoder(list[NearMiss])
_NEAR_FINDINGS = msgspec.json.Decoder(list[Finding])


def _agreements(
    pile: Pile,
    copies: Copies,
    tellings: Tellings,
    told: Sequence[Telling],
    edges: Sequence[Edge],
    findings: Sequence[Finding],
    processes: Sequence[Process],
    judged: Sequence[Judgement],
) -> Iterator[tuple[Agreement, str | None]]:
    """The agreements of a volume, each with a record of its incident, which may be a larger one in the whole ledger."""
    incidents = list(join_incidents(pile, copies, told, edges, lambda telling: telling.words, judged))
    record = {incident.id: (*incident.claims, *incident.figures)[0] for incident in incidents}
    for agreement in gather_agreements(pile, findings, incident_of(incidents), tellings, processes):
        yield agreement, record.get(agreement.incident or "")


def _told(telling: Telling) -> Told:
    return Told(
        telling.record,
        telling.report,
        (telling.span.start, telling.span.end),
        (telling.sentence.start, telling.sentence.end),
        telling.when,
        telling.carried,
        tuple(sorted(telling.places)),
        telling.placed,
        tuple(sorted(telling.deeds)),
        telling.cumulative,
        tuple(sorted(telling.where)),
        tuple(sorted(telling.wide)),
        telling.part,
        telling.afresh,
    )


def _answer(answer: Answer, outside: Outside) -> Answer:
    if not any(who.entity for who in answer.holders):
        return answer
    return replace(answer, holders=tuple(outside.who(who) for who in answer.holders))


def _reading(reading: Reading, outside: Outside) -> Reading:
    return replace(
        reading,
        by=tuple(outside.who(who) for who in reading.by),
        claimed_by=outside.who(reading.claimed_by) if reading.claimed_by else None,
        parties=frozenset(outside.id(key) for key in reading.parties),
        acting=tuple(outside.who(who) for who in reading.acting),
        sides=tuple(outside.who(who) for who in reading.sides),
        places=frozenset(outside.id(key) for key in reading.places),
        where=frozenset(outside.id(key) for key in reading.where),
        mark=outside.id(reading.mark) if reading.mark else None,
    )
