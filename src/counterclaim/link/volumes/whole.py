"""A large pile volume by volume: all that each found put together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.link.agreements import goes_in
from counterclaim.link.compare import Finding
from counterclaim.link.groups import components
from counterclaim.link.incidents.bags import Bag, Lexicon
from counterclaim.link.incidents.gather import join_incidents
from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.origins.copies import Copies, Passage
from counterclaim.link.pile import Pile
from counterclaim.link.processes.reading import Reading
from counterclaim.link.volumes.cut import Volumes
from counterclaim.link.volumes.found import Found
from counterclaim.link.volumes.outside import Outside
from counterclaim.link.when import published
from counterclaim.records import Agreement, Incident, Judgement


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
    def of(cls, pile: Pile, volumes: Volumes, each: Iterable[Found], *, near: bool) -> Together:
        """All that the volumes of a pile found (`each`, in their order), put together; `near` says whether near misses
        are wanted in full, as they are where persons judged pairs, or only what was judged of them."""
        together = cls()
        report_of: dict[str, str] = {}
        edges: list[tuple[int, tuple[float, str, str]]] = []
        findings: dict[str, Finding] = {}
        dates = {report: published(pile, report) for report in pile.annotations}
        outside = Outside.of(pile.entities.values())
        for number, found in enumerate(each):
            own: list[str] = []
            for finding in found.findings_outside(outside, near=near):
                reports = finding.left.evidence.report, finding.right.evidence.report
                if volumes.owner(*reports) == number:
                    findings.setdefault(finding.judgement.id, finding)
                    own.append(finding.judgement.id)
            for miss in () if near else found.near_judged():
                if volumes.owner(*miss.reports) == number:
                    together.near.setdefault(miss.judgement.id, miss.judgement)
                    own.append(miss.judgement.id)
            together.judged_in.append(own)
            for telling in found.tellings_outside(outside, pile, dates):
                together.told.append(telling)
                report_of[telling.record] = telling.report
            edges.extend((number, edge) for edge in found.edges)
            together.readings.update(found.readings_outside(outside))
            together.agreed.extend(
                one for one in found.agreements if volumes.owner(*{p.report for p in one[0].evidence}) == number
            )
            for judgement in found.copied:
                if volumes.owner(*{piece.report for piece in judgement.evidence}) == number:
                    together.copied.setdefault(judgement.id, judgement)
            for report, passages in found.passages.items():
                together.passages[report].update(passages)
            together.compared.update(found.compared)
        together.findings = [findings[key] for key in sorted(findings)]
        rank = pile.rank
        together.told.sort(key=lambda t: (rank(t.report), t.span.start, t.record))
        at = {telling.record: number for number, telling in enumerate(together.told)}
        for number, (chance, left, right) in edges:
            if volumes.owner(report_of[left], report_of[right]) == number:
                first, second = sorted((at[left], at[right]))
                together.edges.append((chance, first, second))
        return together

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
    lexicon = Lexicon({report: pile.reports[report].text for report in pile.annotations})
    known: dict[tuple[str, int, int], Bag] = {}

    def words(telling: Telling) -> Bag:
        key = telling.report, telling.sentence.start, telling.sentence.end
        if key not in known:
            known[key] = lexicon.bag(*key)
        return known[key]

    return words
