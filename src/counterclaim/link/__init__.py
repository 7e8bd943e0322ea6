"""Across reports: which reports copy one another, who is the same, and where accounts differ.

`link(reports, annotations)` is the one function to call. It looks at the whole pile at once, and what it gives
depends on which reports there are and on nothing else. `pile.py` holds the pile with everything looked up,
`origins/`, `entities/` and `incidents/` say what is the same, `compare/` has one comparison a file, and `disputes.py`
gathers the conflicts that comparisons find into questions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counterclaim.records import Annotations, Judgement, Links, Report
    from counterclaim.records.kept import Kept
    from counterclaim.records.known import KnownEntity

#: Part of what tells whether a ledger has to be linked anew.
VERSION = "17"


def link(
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    judged: Sequence[Judgement] = (),
    known: Sequence[KnownEntity] = (),
    kept: Kept | None = None,
    *,
    reading: bool = True,
) -> Links:
    """Link a pile of reports. `annotations` are by report id; `judged` are the judgements of persons, `known` what a
    user's file of known entities holds, `kept` what an earlier build found out: it saves time and changes nothing.
    Without `reading` rules alone compare, and the trained reader (`models/pairs`) is not asked."""
    from counterclaim.link.steps import link_pile

    return link_pile(reports, annotations, judged, known, kept, reading=reading)
