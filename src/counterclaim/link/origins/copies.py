"""What is known of copies, for those who count origins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.link.groups import components
from counterclaim.records import Evidence, Judgement, Span

#: Share of a span that has to stand in a copied passage for the span to have that passage's origin.
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report that stands in another report too; `home` is the first report that has it."""

    start: int
    end: int
    home: str


@dataclass(frozen=True, slots=True)
class Copies:
    """Which reports and passages are copies.

    `origins` maps the id of each report to its origin, the id of the first report that has its words; `judgements` are
    what that rests on; `passages` are, by report and in their order, the stretches that other reports have too.
    """

    origins: Mapping[str, str]
    judgements: tuple[Judgement, ...] = ()
    passages: Mapping[str, Sequence[Passage]] = field(default_factory=dict)

    def origin_of(self, report: str, span: Span) -> str:
        """The id of the report that first had the words at `span`: the origin of the passage that most of the span
        stands in, or of the whole report. Raises `KeyError` for a report that was not among those that were linked."""
        homes = self._homes(report, span)
        return self.origins[homes[0] if homes else report]

    def same_origin(self, left: str, left_span: Span, right: str, right_span: Span) -> bool:
        """Whether the words at two spans, each of the report named before it, first came from one place: the reports
        are copies of one another (or one and the same), or both spans stand in one passage that was copied."""
        return not self._keys(left, left_span).isdisjoint(self._keys(right, right_span))

    def independent(self, evidence: Iterable[Evidence]) -> int:
        """How many independent origins pieces of evidence have."""
        evidence = list(evidence)
        if not any(piece.report in self.passages for piece in evidence):
            return len({self.origins[piece.report] for piece in evidence})
        links: dict[str, None] = {}
        pairs: list[tuple[str, str]] = []
        for piece in evidence:
            keys = sorted(self._keys(piece.report, piece.span))
            links.update(dict.fromkeys(keys))
            pairs.extend((keys[0], key) for key in keys[1:])
        return len(components(links, pairs))

    def _keys(self, report: str, span: Span) -> frozenset[str]:
        return frozenset(self.origins[home] for home in (report, *self._homes(report, span)))

    def _homes(self, report: str, span: Span) -> list[str]:
        """The first holders of the passages that most of a span stands in, the passage that has most of it first."""
        passages = self.passages.get(report)
        if not passages:
            return []
        found: dict[str, int] = {}
        at = bisect_left(passages, span.end, key=lambda p: p.start)
        for passage in passages[:at]:
            shared = min(passage.end, span.end) - max(passage.start, span.start)
            if shared > 0:
                found[passage.home] = found.get(passage.home, 0) + shared
        enough = [home for home, shared in found.items() if shared >= _MOST * (span.end - span.start)]
        return sorted(enough, key=lambda home: (-found[home], home))
