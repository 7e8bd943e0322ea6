"""A large pile volume by volume: all that each found put together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.link.agreements import goes_in
from counterclaim.link.compare import Finding
from counterclaim.link.groups import components
from counterclaim.link.incidents.bags import Bag, Weights
from counterclaim.link.incidents.gather import join_incidents
from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.origins.copies import Copies, Passage
from counterclaim.link.pile import Pile
from counterclaim.link.processes.reading import Reading
from counterclaim.link.volumes.cut import Volumes
from counterclaim.link.volumes.found import Found, between
from counterclaim.link.volumes.outside import Outside
from counterclaim.link.when import published
from counterclaim.records import Agreement, Incident, Judgement


@dataclass(slots=True)
class _Told:
    """What one volume says of what belongs to it, in the words of the ledger: findings, what was judged of near misses
    in no finding, tellings, which two of them (by record) are likely of one happening, readings of processes,
    agreements, and what was judged of copies."""

    findings: list[Finding]
    near: list[Judgement]
    told: list[Telling]
    edges: Sequence[tuple[float, str, str]]
    readings: list[tuple[str, list[Reading]]]
    agreed: list[tuple[Agreement, str | None]]
    copied: list[Judgement]


@dataclass(slots=True)
class Together:
    """What all volumes found: every finding once, what was judged of other near misses (`near`), the ids of
    what was judged in each volume, all tellings in the order of their reports, which two of them (by
    number) are likely of one happening, what each report says of processes, agreements, each with a record of its
    incident, and what was copied."""

    findings: list[Finding] = field(default_factory=list)
    near: dict[str, Judgement] = field(default_factory=dict)
    judged_in: list[list[str]] = field(default_factory=list)
    told: list[Telling] = field(default_factory=list)
    edges: list[tuple[float, int, int]] = field(default_factory=list)
    readings: dict[str, list[Reading]] = field(default_factory=dict)
    agreed: list[tuple[Agreement, str | None]] = field(default_factory=list)
    copied: dict[str, Judgement] = field(default_factory=dict)
    passages: dict[str, set[tuple[int, int, str]]] = field(default_factory=lambda: defaultdict(set))
    compared: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, pile: Pile, volumes: Volumes, each: Iterable[tuple[int, Found]], *, near: bool) -> Together:
        """All that the volumes of a pile found (`each`, with their numbers, in any order), put together; `near` says
        whether near misses are wanted in full, as they are where persons judged pairs, or only what was judged of
        them."""
        together = cls()
        dates = {report: published(pile, report) for report in pile.annotations}
        outside = Outside.of(pile.entities.values())
        by_number: dict[int, _Told] = {}
        for number, found in each:
            by_number[number] = _Told(
                [f for f in found.findings_outside(outside, near=near) if volumes.owner(*between(f)) == number],
                [m.judgement for m in (() if near else found.near_judged()) if volumes.owner(*between(m)) == number],
                list(found.tellings_outside(outside, pile, dates)),
                found.edges,
                list(found.readings_outside(outside)),
                [one for one in found.agreements if volumes.owner(*{p.report for p in one[0].evidence}) == number],
                [j for j in found.copied if volumes.owner(*{piece.report for piece in j.evidence}) == number],
            )
            for report, passages in found.passages.items():
                together.passages[report].update(passages)
            together.compared.update(found.compared)
        ordered = sorted(by_number.items())
        for _, told in ordered:
            together._take(told)
        together.findings.sort(key=lambda finding: finding.judgement.id)
        rank = pile.rank
        together.told.sort(key=lambda t: (rank(t.report), t.span.start, t.record))
        at = {telling.record: place for place, telling in enumerate(together.told)}
        for number, told in ordered:
            for chance, left, right in told.edges:
                first, second = sorted((at[left], at[right]))
                if volumes.owner(together.told[first].report, together.told[second].report) == number:
                    together.edges.append((chance, first, second))
        return together

    def _take(self, told: _Told) -> None:
        """Puts what a volume says to what those before it said."""
        findings: dict[str, Finding] = {}
        for finding in told.findings:
            findings.setdefault(finding.judgement.id, finding)
        near: dict[str, Judgement] = {}
        for judgement in told.near:
            near.setdefault(judgement.id, judgement)
        self.findings += findings.values()
        self.near |= near
        self.judged_in.append([*findings, *near])
        self.told += told.told
        self.readings.update(told.readings)
        self.agreed += told.agreed
        self.copied.update((judgement.id, judgement) for judgement in told.copied)

    def copies(self, reports: Iterable[str]) -> Copies:
        """Which of these reports, ordered by date, are copies, and which passages of them."""
        links = [(j.left, j.right) for j in self.copied.values() if j.kind == "copy"]
        origins = {report: group[0] for group in components(reports, links) for report in group}
        passages = {r: tuple(Passage(*place) for place in sorted(found)) for r, found in self.passages.items()}
        return Copies(origins, tuple(self.copied.values()), passages)

    def incidents(
        self, pile: Pile, copies: Copies, words: Callable[[Telling], Bag], judged: Sequence[Judgement]
    ) -> Iterator[Incident]:
        """The incidents of the whole pile; `words` gives those of a telling's sentence."""
        return join_incidents(pile, copies, self.told, self.edges, words, judged)

    def agreements(self, incidents: Mapping[str, str]) -> list[Agreement]:
        """The agreements of the whole pile, those of most origins first; `incidents` gives the incident of a record.
        One of which an earlier volume has more is left out."""
        kept: dict[str, Agreement] = {}
        by_report: dict[str, list[Agreement]] = defaultdict(list)
        for agreement, record in self.agreed:
            reports = sorted({piece.report for piece in agreement.evidence})
            if any(goes_in(agreement, other) for other in by_report[reports[0]]):
                continue
            made = replace(agreement, incident=incidents.get(record or ""))
            kept.setdefault(made.id, made)
            for report in reports:
                by_report[report].append(made)
        return sorted(kept.values(), key=lambda one: (-one.origins, one.id))


def words_in(pile: Pile) -> Callable[[Telling], Bag]:
    """The words of a telling's sentence, weighed by all reports."""
    weights = Weights.of(pile.reports[report].text for report in pile.annotations)
    known: dict[tuple[str, int, int], Bag] = {}

    def words(telling: Telling) -> Bag:
        report, sentence = telling.report, telling.sentence
        key = report, sentence.start, sentence.end
        if key not in known:
            known[key] = weights.bag_of(pile.reports[report].text, sentence.start, sentence.end)
        return known[key]

    return words
