"""The same words of one speaker, quoted by two reports.

Such a quotation has one origin (the interview, the post, the briefing), whatever else the two reports say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.link.groups import components
from counterclaim.link.judge import judge
from counterclaim.link.origins.copies import Passage
from counterclaim.link.origins.near import SHORTEST, likeness, neighbours
from counterclaim.link.origins.passages import DAYS, SAME, day_of
from counterclaim.link.origins.sentences import words_of
from counterclaim.records import Annotations, Evidence, Judgement, Manner, Report, Span, Statement, Verdict

_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»\n]+)[\"”“»]")
#: Fewer words ("a crime", "war on terror") may be said twice; as many, up to six, are one saying only within days.
_FEWEST = 3
_ANYONE = ""


@dataclass(frozen=True, slots=True)
class _Quotation:
    """Words in quotation marks, where they stand, who says them, and the last words of that speaker's names."""

    statement: str
    report: int
    span: Span
    words: tuple[str, ...]
    speaker: str
    speakers: frozenset[str]


def same_quotations(
    reports: Sequence[Report], annotations: Mapping[str, Annotations]
) -> tuple[dict[str, list[Passage]], list[Judgement]]:
    """By report the quotations that another report has too, and the judgements between the statements they are in.

    `reports` come ordered by date; the first of them is the home of a quotation.
    """
    quotations = [q for n, r in enumerate(reports) if r.id in annotations for q in _quotations(n, r, annotations[r.id])]
    days = [day_of(report) for report in reports]
    number = {words: n for n, words in enumerate(dict.fromkeys(q.words for q in quotations))}
    texts = list(number)
    near = neighbours(texts)
    latest: dict[tuple[int, str], int] = {}
    links: list[tuple[int, int]] = []
    for at, quotation in enumerate(quotations):
        own = number[quotation.words]
        alike = [own, *(n for n in near[own] if likeness(texts[n], texts[own]) >= SAME)]
        for speaker in (_ANYONE, *sorted(quotation.speakers)):
            before = [latest[n, speaker] for n in alike if (n, speaker) in latest]
            links.extend((b, at) for b in before if _one_saying(quotations[b], quotation, days))
            latest[own, speaker] = at
    return _found(reports, quotations, links)


def _one_saying(left: _Quotation, right: _Quotation, days: Sequence[date | None]) -> bool:
    """Whether quotations of like words are of one saying: by one speaker, and short ones within days. A speaker whom a
    report gives as "he" may be the other report's, where the quotation is long."""
    if left.speakers and right.speakers and left.speakers.isdisjoint(right.speakers):
        return False
    if min(len(left.words), len(right.words)) >= SHORTEST:
        return True
    if not left.speakers or not right.speakers:
        return False
    dates = days[left.report], days[right.report]
    return bool(dates[0] and dates[1] and abs((dates[0] - dates[1]).days) <= DAYS)


def _quotations(number: int, report: Report, annotations: Annotations) -> Iterator[_Quotation]:
    names = {entity.id: entity.names for entity in annotations.entities}
    for statement in annotations.statements:
        if statement.manner not in (Manner.DIRECT, Manner.MIXED):
            continue
        speakers = frozenset(_speakers(statement, names))
        for start, end in _quoted(report.text, statement):
            words = words_of(report.text[start:end])
            if len(words) >= _FEWEST:
                span = Span.of(report.text, start, end)
                yield _Quotation(statement.id, number, span, words, _name(statement, names), speakers)


def _speakers(statement: Statement, names: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The last word of every name of who speaks: reports of one speaker differ in what they put before it. A pronoun or
    a description ("a doctor") is no name."""
    for who in statement.sources:
        for name in names.get(who.entity or "", (who.name,)):
            if who.unnamed is None and not name.islower():
                yield from words_of(name)[-1:]


def _name(statement: Statement, names: Mapping[str, tuple[str, ...]]) -> str:
    return " and ".join((names.get(who.entity or "") or (who.name,))[0] for who in statement.sources)


def _quoted(text: str, statement: Statement) -> Iterator[tuple[int, int]]:
    """What a statement has in quotation marks; all of a direct one that lost them."""
    for piece in statement.content:
        start, end = max(0, piece.start - 1), min(len(text), piece.end + 1)
        found = [match.span(1) for match in _QUOTED.finditer(text, start, end)]
        if not found and statement.manner is Manner.DIRECT:
            found = [(piece.start, piece.end)]
        yield from found


def _found(
    reports: Sequence[Report], quotations: Sequence[_Quotation], links: Sequence[tuple[int, int]]
) -> tuple[dict[str, list[Passage]], list[Judgement]]:
    passages: dict[str, list[Passage]] = defaultdict(list)
    judgements: dict[str, Judgement] = {}
    linked = sorted({at for link in links for at in link})
    for group in components(map(str, linked), [(str(a), str(b)) for a, b in links]):
        members = [quotations[int(name)] for name in group]
        home = members[0]
        if len({q.report for q in members}) == 1:
            continue
        for quotation in members:
            report = reports[quotation.report]
            passages[report.id].append(Passage(quotation.span.start, quotation.span.end, reports[home.report].id))
            if quotation.report != home.report:
                judgement = _same(reports, home, quotation)
                judgements.setdefault(judgement.id, judgement)
    return dict(passages), list(judgements.values())


def _same(reports: Sequence[Report], home: _Quotation, quotation: _Quotation) -> Judgement:
    score = likeness(home.words, quotation.words)
    of = next((f" of {q.speaker}" for q in (home, quotation) if q.speakers), "")
    reason = f"Both quote the same {min(len(home.words), len(quotation.words))} words{of}."
    evidence = [Evidence.at(reports[q.report].id, q.span) for q in (home, quotation)]
    return judge("same quotation", (home.statement, quotation.statement), Verdict.SAME, score, [reason], evidence)
