"""Who issued a release: a ministry's press statement that no outlet printed is the ministry's own words.

It is known by its head: a line such as "Press statement" or "For immediate release" below the body's name, or a title
"Statement by the Ministry of Ports on …".
"""

from __future__ import annotations

import re

from counterclaim.annotate.names import Names
from counterclaim.annotate.parse import Parsed
from counterclaim.records import EntityKind, Who

#: How many lines at the top of a text can say what it is.
_HEAD = 7
_KIND = r"(?:statement|communiqu[eé]|declaration|bulletin|announcement)"
#: A line that says no more than what the text is.
_RELEASE = re.compile(
    rf"\W*(?:(?:press|media|news|official|public|joint)[ -](?:release|notice|{_KIND})|{_KIND}|for immediate release)"
    r"(?: no\.? ?\d+\S*)?\W*$",
    re.I,
)
#: A title that says whose it is.
_TITLE = re.compile(
    rf"\W*(?:(?:press|media|official|public) )?{_KIND} (?:by|of|from|issued by) (?:the )?(?P<who>[^,;:\n]{{3,80}})",
    re.I,
)
_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP})


def issuer_of(parsed: Parsed, names: Names) -> Who | None:
    """The body that issued a text as its own statement; None where the text is no release or does not say whose."""
    lines = [line.strip() for line in parsed.report.text.split("\n") if line.strip()][:_HEAD]
    for number, line in enumerate(lines):
        if (title := _TITLE.match(line)) and (found := _body(names, title["who"])):
            return found
        if number and _RELEASE.match(line):
            for above in reversed(lines[:number]):
                if found := _body(names, above):
                    return found
    return None


def _body(names: Names, words: str) -> Who | None:
    """The body whose name begins the words; the longest of several."""
    told = " ".join(words.casefold().split()).removeprefix("the ")
    fits = [
        (len(name), entity.id)
        for entity in names.entities.values()
        if entity.kind in _BODIES
        for name in (entity.name, *entity.names)
        if (told + " ").startswith(name.casefold().removeprefix("the ") + " ")
    ]
    best = max(fits, default=None)
    return Who(best[1], names.entities[best[1]].name) if best else None
