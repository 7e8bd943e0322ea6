"""Other spellings of a name that a user looks for: "Khan Sheikhoun" is also "Khan Sheikhun", "UN" "United Nations"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz
from sqlalchemy import Connection, select

from counterclaim.store.schema import LOOKUP_WHO
from counterclaim.store.words import fold

#: From this likeness on (0 to 100), two names of one entity are spellings of one name. Other names of it are left out:
#: whoever looks for a village did not ask for whatever else a ledger may, wrongly, have taken it for.
_ALIKE = 75.0
#: Names of more words are not looked for in a query, and a query of more words is no question but a text.
_LONGEST, _MOST = 5, 12


def spellings(connection: Connection, words: str) -> list[str]:
    """How else the ledger spells the name `words` (in any case), folded and without the space before; none where it is
    no name of the ledger's, or is spelled in one way."""
    folded = fold(words).strip()
    return _spellings(connection, [folded]).get(folded, []) if folded else []


def spelled(connection: Connection, terms: Sequence[str]) -> list[list[str]]:
    """The terms of a search, each with the other spellings of the name that it, or it and those after it, may be. A
    name of several terms comes as its spellings."""
    if len(terms) > _MOST:
        return [[term] for term in terms]
    runs = {
        (start, end): " ".join(terms[start:end])
        for start in range(len(terms))
        for end in range(start + 1, min(len(terms), start + _LONGEST) + 1)
    }
    known = _spellings(connection, runs.values())
    found: list[list[str]] = []
    at = 0
    while at < len(terms):
        ends = [end for start, end in runs if start == at and runs[start, end] in known]
        end = max(ends, default=at + 1)
        run = " ".join(terms[at:end])
        found.append([run, *known.get(run, [])])
        at = end
    return found


def _spellings(connection: Connection, names: Iterable[str]) -> dict[str, list[str]]:
    wanted = {f" {name}": name for name in names}
    one, other = LOOKUP_WHO.alias(), LOOKUP_WHO.alias()
    query = (
        select(one.c.words, other.c.words)
        .join(other, other.c.record == one.c.record)
        .where(one.c.role == "name", one.c.words.in_(list(wanted)), other.c.role == "name")
        .distinct()
    )
    found: dict[str, set[str]] = {}
    for name, also in connection.execute(query):
        if name != also and is_spelling(name.strip(), also.strip()):
            found.setdefault(wanted[name], set()).add(also.strip())
    return {name: sorted(several) for name, several in found.items()}


def is_spelling(one: str, other: str) -> bool:
    """Whether two names (folded) of one entity are one name: they read alike, or one is the initials of the other."""
    return fuzz.ratio(one, other) >= _ALIKE or one == _initials(other) or other == _initials(one)


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in words) if len(words) > 1 else ""
