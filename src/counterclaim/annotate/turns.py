"""Interviews and hearings printed in turns: "Ferrer: It was a massacre." is said by Ferrer.

A label counts as a speaker's where it begins two paragraphs at least and another one does so as well, so that headings
in a bulletin ("Weapons: …") are none. Who asks is left to the outlet: a question tells nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.annotate.names import Names
from counterclaim.annotate.narration import statement_id
from counterclaim.annotate.parse import SILENT, Parsed
from counterclaim.annotate.sources import source_of
from counterclaim.records import Manner, Statement, Who

_LABEL = re.compile(
    r"^(?P<who>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|de|del|la|al|bin|van|von)){0,4}):[ \t]+(?=[\"“‘']?\w)",
    re.M,
)
_QUESTIONER = re.compile(r"(?:Q|Question|Interviewer|Reporter|Correspondent|Moderator)\.?$", re.I)
#: So many paragraphs one label begins at least, and so many labels there are.
_AGAIN = 2


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph with its label: where the label and the words behind it begin, and where the paragraph ends."""

    label: str
    start: int
    said: int
    end: int


def spoken_in_turns(parsed: Parsed, names: Names, statements: Sequence[Statement], outlet: Who) -> list[Statement]:
    """The statements of a report, those that stand in somebody's turn as what he says himself."""
    turns = _turns(parsed)
    askers = _askers(parsed, turns, outlet)
    turns = [turn for turn in turns if turn.label not in askers]
    if not turns:
        return list(statements)
    speakers = {turn.start: source_of(parsed, names, turn.start, turn.start + len(turn.label)) for turn in turns}
    return [_of_turn(parsed, statement, turns, speakers) for statement in statements]


def _turns(parsed: Parsed) -> list[_Turn]:
    text, found = parsed.report.text, []
    silent = [(p.start, p.end) for p in parsed.report.passages if p.kind in SILENT]
    for match in _LABEL.finditer(text):
        if not any(a <= match.start() < b for a, b in silent):
            end = text.find("\n", match.end())
            found.append(_Turn(match["who"], match.start(), match.end(), end if end >= 0 else len(text)))
    told = Counter(turn.label for turn in found)
    again = [turn for turn in found if told[turn.label] >= _AGAIN]
    return again if len({turn.label for turn in again}) >= _AGAIN else []


def _askers(parsed: Parsed, turns: Sequence[_Turn], outlet: Who) -> frozenset[str]:
    """The labels of who asks: the outlet, or one under which half of the turns are questions."""
    asked: dict[str, list[bool]] = defaultdict(list)
    for turn in turns:
        asked[turn.label].append(parsed.report.text[turn.said : turn.end].rstrip(' "”’').endswith("?"))
    return frozenset(
        label
        for label, ends in asked.items()
        if label.casefold() == outlet.name.casefold() or _QUESTIONER.match(label) or sum(ends) * 2 >= len(ends)
    )


def _of_turn(parsed: Parsed, statement: Statement, turns: Sequence[_Turn], speakers: dict[int, Who]) -> Statement:
    first = statement.content[0]
    turn = next((turn for turn in turns if turn.start <= first.start < turn.end), None)
    if turn is None or statement.manner is not Manner.NARRATION:
        return statement
    rest = statement.content[1:]
    if first.end > turn.said:
        rest = (parsed.span(max(first.start, turn.said), first.end), *rest)
    if not rest:
        return statement
    who = speakers[turn.start]
    id_ = statement_id(statement.report, Manner.DIRECT, None, rest, [who.span])
    return replace(statement, id=id_, manner=Manner.DIRECT, sources=(who,), content=rest)
