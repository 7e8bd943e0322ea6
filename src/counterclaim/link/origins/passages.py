"""Which sentences of different reports are one passage, each found on its own, wherever its report got it from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.link.groups import components
from counterclaim.link.origins.near import likeness, neighbours, numbers
from counterclaim.link.origins.sentences import Sentence, runs
from counterclaim.records import Report

#: Fewer words may be the same by chance ("Dozens of people were also wounded.").
LONG_ENOUGH = 10
#: Share of the shorter sentence's words, in order, from which two sentences are one on no other evidence. Of 40 pairs
#: read in the Syrian reports at 0.8 and above, all were; formulas about other events lie below ("a source at the …
#: police command said that terrorists fired rocket shells on …": 0.7).
SAME = 0.8
#: And of its runs of three words, in any order: long sentences share many single words by chance.
_SAME_RUNS = 0.4
#: News is reprinted within days. A sentence that reports of different weeks have is an outlet's standing background
#: ("More than 280,000 people have been killed since …"), and tells nothing of where the rest of a report is from.
DAYS = 7
_STANDING = 3


@dataclass(frozen=True, slots=True)
class Texts:
    """The different sentences of all reports.

    `number` is that of each text, `where` says in which reports (by their number) it stands, `near` gives the numbers
    of earlier texts that may be nearly the same, `same` of those that are one passage with it; `standing` are the
    numbers of background.
    """

    number: dict[tuple[str, ...], int]
    where: list[list[int]]
    near: list[list[int]]
    same: list[list[int]]
    standing: frozenset[int]


def texts_of(reports: Sequence[Report], sentences: Sequence[Sequence[Sentence]]) -> Texts:
    """The different sentences of these reports, and which of them are one passage."""
    number: dict[tuple[str, ...], int] = {}
    where: list[list[int]] = []
    for report, inside in enumerate(sentences):
        for sentence in inside:
            at = number.setdefault(sentence.words, len(number))
            if at == len(where):
                where.append([])
            where[at].append(report)
    words = list(number)
    near = neighbours(words)
    same = [[j for j in found if one_passage(words[i], words[j])] for i, found in enumerate(near)]
    groups = components(map(str, range(len(words))), [(str(j), str(i)) for i, found in enumerate(same) for j in found])
    days = [day_of(report) for report in reports]
    standing = frozenset(
        int(n) for group in groups if _stands([r for n in group for r in where[int(n)]], days) for n in group
    )
    return Texts(number, where, near, same, standing)


def one_passage(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two sentences are one passage by their words alone: long enough, nearly the same, the same numbers."""
    shorter, longer = sorted((left, right), key=len)
    like = likeness(left, right)
    if like < SAME or like * len(shorter) < LONG_ENOUGH or not numbers(shorter) <= numbers(longer):
        return False
    own = set(runs(shorter))
    return len(own & set(runs(longer))) >= _SAME_RUNS * len(own)


def day_of(report: Report) -> date | None:
    """The day of a report, where it is known to the day."""
    try:
        return date.fromisoformat((report.published or "")[:10])
    except ValueError:
        return None


def _stands(among: Sequence[int], days: Sequence[date | None]) -> bool:
    """Whether reports of different weeks have a sentence."""
    known = [day for r in among if (day := days[r])]
    return len(set(among)) >= _STANDING and bool(known) and (max(known) - min(known)).days > DAYS
