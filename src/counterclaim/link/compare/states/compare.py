"""Polarity: one account tells of one state, another of the opposite one ("the captain is in custody", "he fled").

Only in a small pile, whose reports were put together for one matter, is a name or a noun enough to tell that both are
of one thing at about one time. What is told of another day, or may have become so since, is set apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from counterclaim.link.compare.denials.parties import share_name
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.compare.states.subjects import same
from counterclaim.link.compare.states.table import ENDS
from counterclaim.link.compare.states.told import Told, told_in
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_apart_out, published, within
from counterclaim.records import Manner, Slot, Verdict

_SCORE, _BY_NOUN = 0.6, 0.55
#: Reports further apart than this, in days, tell of other times.
_DAYS = 4
#: What has become so since.
_SINCE = re.compile(
    r"\b(?:again|later|since then|has since|have since|had since|now|reopened|resumed|finally|eventually|at last|soon|"
    r"afterwards|by then|has meanwhile|no longer|restored|today|this morning)\b",
    re.I,
)
_PLURAL = {"Is": "Are", "Was": "Were", "Does": "Do"}
_MANY = re.compile(r"[^s']s$")
_ANOTHER = re.compile(
    r"\b(?:another|an? (?:second|third|further|different|earlier)|the other|elsewhere|near-?by|"
    r"neighbou?ring|(?:farther|further) (?:north|south|east|west|along|up|down|off))\b",
    re.I,
)
_YET = re.compile(r"\b(?:yet|so far|until now|as of)\b", re.I)
#: Accounts of each end that are set against one of the other.
_SHOWN = 3


def compare_states(pile: Pile, tellings: Tellings, others: Iterable[Finding]) -> Iterator[Finding]:
    """Compare accounts of one state with accounts of the opposite one in a small pile, where the `others` do not ask
    whether it is so already."""
    if not few_reports(pile):
        return
    asked = {
        statement
        for finding in others
        if finding.judgement.verdict is Verdict.CONFLICT and finding.judgement.slot in {Slot.POLARITY, Slot.EXISTENCE}
        for statement in (finding.left.statement, finding.right.statement)
    }
    told: dict[str, tuple[list[Told], list[Told]]] = defaultdict(lambda: ([], []))
    for report in pile.annotations:
        for one in told_in(pile, tellings, report):
            told[one.state.name][ENDS.index(one.end)].append(one)
    for firsts, seconds in told.values():
        for first in firsts:
            shown = 0
            for second in seconds:
                pile.look()
                if asked.issuperset((first.statement.id, second.statement.id)):
                    continue
                if shown < _SHOWN and _opposed(pile, first, second):
                    shown += 1
                    yield _finding(pile, first, second)


def _opposed(pile: Pile, first: Told, second: Told) -> bool:
    """Whether two accounts of opposite states are of one thing at one time, and by two voices."""
    if first.statement.id == second.statement.id or first.record == second.record:
        return False
    if first.report == second.report and Manner.NARRATION in {first.statement.manner, second.statement.manner}:
        return False
    voices = [{who.name.casefold() for who in pile.holders(told.statement)} for told in (first, second)]
    if pile.holder_key(first.statement) == pile.holder_key(second.statement) or voices[0] & voices[1]:
        return False
    if pile.origins[first.report] == pile.origins[second.report] and first.report != second.report:
        return False
    if not within(days_apart_out(pile, first.report, second.report), _DAYS, unknown=False):
        return False
    one, other = first.subject, second.subject
    anybody = first.state.alone and not ((one.names or one.noun) and (other.names or other.noun))
    if first.state.of != "matter" and not anybody and not same(one, other):
        return False
    if (one.some or other.some) or (one.near and other.near and not share_name(one.near, other.near)):
        return False
    if any(_ANOTHER.search(told.sentence.text) for told in (first, second)):
        return False
    if first.state.passing and not (first.lasts or second.lasts):
        return False
    return not _has_turned(pile, first, second)


def _has_turned(pile: Pile, first: Told, second: Told) -> bool:
    """Whether the one state may have become the other in between."""
    days = _own_day(first), _own_day(second)
    out = published(pile, first.report), published(pile, second.report)
    if days[0] and days[1] and days[0] != days[1] and not first.state.turns:
        return True
    for day, other in ((days[0], days[1] or out[1]), (days[1], days[0] or out[0])):
        if day and other and abs((day - other).days) > _DAYS + 1:
            return True
    for early, late in ((0, 1), (1, 0)):
        if _YET.search((first, second)[early].sentence.text) and (out[early] or out[late]) != out[late]:
            return True
    for early, late, end in ((0, 1, "first"), (1, 0, "second")):
        if end not in first.state.turns:
            continue
        told = (first, second)[late]
        before, after = days[early] or out[early], days[late]
        if before and after and before < after:
            return True
        first_out, last_out = out[early], out[late]
        if first_out and last_out and first_out <= last_out and _SINCE.search(told.sentence.text):
            return True
    return False


def _own_day(told: Told) -> date | None:
    """The day that its own sentence gives a state; a day still to come was read wrongly."""
    day = told.telling.when[1] if told.telling.when and not told.telling.carried else None
    return None if day and told.telling.published and day > told.telling.published + timedelta(1) else day


def _finding(pile: Pile, first: Told, second: Told) -> Finding:
    evidence = [pile.evidence(told.report, told.shown) for told in (first, second)]
    subject = max((first.subject, second.subject), key=lambda s: (bool(s.names), len(s.words)))
    says = [first.state.ends[end].says for end in ENDS]
    named = bool(first.subject.names and second.subject.names)
    why = [
        f"One account has: {says[0]}; the other: {says[1]}.",
        f"Both speak of: {subject.words}." if subject.words else "Both are of the one matter of these few reports.",
    ]
    return conflict(
        Slot.POLARITY,
        _SCORE if named else _BY_NOUN,
        _question(first, subject.words),
        why,
        Answer(first.record, first.statement.id, says[0], evidence[0]),
        Answer(second.record, second.statement.id, says[1], evidence[1]),
        theme=("state", first.state.name, subject.words),
    )


def _question(told: Told, it: str) -> str:
    """The question of a state, in the plural where it is asked of many."""
    ask = told.state.ask
    if told.state.things and _MANY.search(it):
        verb, _, rest = ask.partition(" ")
        ask = f"{_PLURAL.get(verb, verb)} {rest}"
    return ask.replace("{it}", it) if it or "{it}" not in ask else told.state.ask.replace("{it}", "anybody")
