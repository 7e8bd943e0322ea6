"""Which reports were copied from one another, so that ten reprints count as one origin.

Candidates come from MinHash over word 4-grams (Broder 1997) with a generous threshold, because edited reprints of
news share as little as a third of their n-grams (NEWS-COPY, Silcock and others 2023); what decides is how much of
the shorter report stands in the longer one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from datasketch import MinHash, MinHashLSH

from counterclaim.link.groups import components
from counterclaim.link.judge import judge
from counterclaim.records import Evidence, Judgement, PassageKind, Report, Verdict

_WORD = re.compile(r"\w+")
_SILENT = frozenset({PassageKind.BOILERPLATE, PassageKind.REPEAT})
_SHINGLE = 4
_PERMUTATIONS = 128
#: Estimated Jaccard from which a pair is looked at.
CANDIDATE = 0.2
#: Share of the shorter report's 4-grams that stand in the longer one from which it is a copy.
COPY = 0.5
#: Reports with fewer 4-grams than this are too short to tell a copy from chance.
_SHORTEST = 20


def _words(report: Report) -> list[str]:
    spoken = [p.text for p in report.passages if p.kind not in _SILENT] or [report.text]
    return _WORD.findall(" ".join(spoken).lower())


def _shingles(report: Report) -> frozenset[str]:
    words = _words(report)
    return frozenset(" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def find_origins(reports: Sequence[Report]) -> tuple[dict[str, str], list[Judgement]]:
    """The origin of each report (the id of the first report that has its words), and the judgements behind it.

    `reports` come ordered by date; the earliest of a group names its origin.
    """
    shingles = {report.id: _shingles(report) for report in reports}
    index = MinHashLSH(threshold=CANDIDATE, num_perm=_PERMUTATIONS)
    by_id = {report.id: report for report in reports}
    copies: list[Judgement] = []
    for report in reports:
        own = shingles[report.id]
        if len(own) < _SHORTEST:
            continue
        sketch = MinHash(num_perm=_PERMUTATIONS, seed=1)
        sketch.update_batch([shingle.encode() for shingle in sorted(own)])
        for other in sorted(index.query(sketch)):
            share = len(own & shingles[other]) / min(len(own), len(shingles[other]))
            if share >= COPY:
                copies.append(_copy(by_id[other], report, share))
        index.insert(report.id, sketch)
    # Reports too short for that are copies only where their words are the same to the letter.
    same: dict[tuple[str, ...], str] = {}
    for report in reports:
        words = tuple(_words(report))
        if len(shingles[report.id]) < _SHORTEST and words:
            first = same.setdefault(words, report.id)
            if first != report.id:
                copies.append(_copy(by_id[first], report, 1.0))
    origins: dict[str, str] = {}
    for group in components([r.id for r in reports], [(c.left, c.right) for c in copies]):
        origins.update(dict.fromkeys(group, group[0]))
    return origins, copies


def _copy(left: Report, right: Report, share: float) -> Judgement:
    reason = f"{share:.0%} of the four-word runs of the shorter report also stand in the other one."
    evidence = [_opening(left), _opening(right)]
    return judge("copy", (left.id, right.id), Verdict.SAME, share, [reason], evidence)


def _opening(report: Report) -> Evidence:
    """The first words of a report's own text, as the evidence to look at."""
    body = next((p for p in report.passages if p.kind is PassageKind.PARAGRAPH), None)
    start, end = (body.start, body.end) if body else (0, len(report.text))
    stop = report.text.find(". ", start, min(end, start + 300))
    end = stop + 1 if stop > start else min(end, start + 300)
    return Evidence(report.id, start, end, report.text[start:end])
