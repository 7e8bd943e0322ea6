"""Where words first came from: which reports and passages were copied from which, and who is quoted twice.

Ten reprints of one wire story are one origin, and so are two reports that are otherwise different where both took
over the same paragraph or quote the same words of one speaker. `find_copies` looks at all reports and gives
`Copies`, which says of any two spans whether they have one origin and of any evidence how many it has.

Read `find.py` first: it takes every step in order. `sentences.py` has reports as words, `near.py` finds sentences
that are nearly the same, `passages.py` which of them are one passage, `align.py` puts two reports side by side,
`quotations.py` finds the same quotation, and `copies.py` answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.link.origins.copies import Copies
from counterclaim.link.origins.find import find_copies
from counterclaim.records import Judgement, Report

__all__ = ["Copies", "find_copies", "find_origins"]


def find_origins(reports: Sequence[Report]) -> tuple[dict[str, str], list[Judgement]]:
    """The origin of each report (the id of the first report that has its words), and the judgements behind it.

    `reports` come ordered by date; the earliest of a group names its origin.
    """
    copies = find_copies(reports)
    return dict(copies.origins), list(copies.judgements)
