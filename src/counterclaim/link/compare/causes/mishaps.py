"""Why a bus, ship or plane was lost, or a thing burned, in a pile of few reports: the brakes failed, the driver slept.

Short reports tell the cause as a clause of its own ("The brakes had failed.") that need not name what was lost: the
pile has one such mishap, and both reports tell of it.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from counterclaim.link.compare.causes.means import takes_back
from counterclaim.link.compare.causes.struck import Struck
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.nouns import singular
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.compare.sayings import CEILING, told_by, words_of
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.compare.wording import wording
from counterclaim.link.incidents.likeness import days_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Slot, Span, Statement

#: A plain account of a cause is no longer than this, in characters.
_PLAIN = 180
#: The thing that a pile tells of is named in at least so many of its reports.
_OFTEN = 2
#: What is not told as the cause of this one.
_ELSE = re.compile(
    r"\b(?:if|whether|could|may|might|would|unclear|another|earlier|later|last (?:year|week|month)|again|"
    r"in (?:19|20)\d\d|in (?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)|rescu\w+|search\w*|not|"
    r"no (?!brakes)|never|nor|n['’]t|den(?:y|ies|ied)|rul(?:es|ed|ing) out|forbidden|"
    r"(?:two|three|other|several|many|some) houses)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Given:
    """A cause that one voice gives, for mishaps of these kinds."""

    record: str
    told: Statement
    kind: str
    words: str
    telling: Telling
    shown: Span


@functools.cache
def _causes() -> dict[str, tuple[frozenset[str], Sought]]:
    rows = wording("mishaps")["causes"]
    return {name: (frozenset(row["of"]), Sought(rf"\b(?:{row['words']})\b", re.I)) for name, row in rows.items()}


@functools.cache
def _mishaps() -> dict[str, tuple[re.Pattern[str], Sought, str]]:
    rows = wording("mishaps")["mishaps"]
    return {
        name: (
            re.compile(rf"\b(?:{row['words']})\b", re.I),
            Sought(rf"\b(?:{row['happened']})\b", re.I),
            row["asked"],
        )
        for name, row in rows.items()
    }


def compare_mishaps(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare what accounts give as the cause of the one mishap of a small pile."""
    if not few_reports(pile):
        return
    found = [given for report in pile.annotations for given in _all(pile, tellings, report)]
    for left, right in combinations(found, 2):
        pile.look()
        if not _differ(pile, left, right):
            continue
        mishap, thing = _of_one(pile, left, right)
        if mishap:
            yield _finding(pile, mishap, thing, left, right)


def _all(pile: Pile, tellings: Tellings, report: str) -> Iterator[_Given]:
    text, found = pile.reports[report].text, pile.annotations[report]
    for kind, (_, cause) in _causes().items():
        for match in cause.finditer(text):
            told = told_by(found.statements, match.start(), match.end())
            if told is None:
                continue
            shown = words_of(told, sentence_at(text, match.start(), match.end()), match.start(), text)
            before = text[max(0, match.start() - 45) : match.start()]
            rest = shown.text.replace(match.group(), " ")
            if len(shown.text) > _PLAIN or takes_back(before) or _ELSE.search(rest):
                continue
            near = [c for c in found.claims if c.statement == told.id and shown.covers(c.trigger)]
            claim = min(near, key=lambda c: (abs(c.trigger.start - match.start()), c.id)) if near else None
            telling = tellings.of_claim(claim) if claim else tellings.at(report, match.start(), match.end())
            if not telling.cumulative:
                words = " ".join(match.group().split())
                yield _Given(claim.id if claim else told.id, told, kind, words, telling, shown)


def _differ(pile: Pile, left: _Given, right: _Given) -> bool:
    if left.kind == right.kind or left.told.id == right.told.id or left.record == right.record:
        return False
    if any({left.kind, right.kind} == set(pair) for pair in wording("mishaps")["together"]):
        return False
    if pile.holder_key(left.told) == pile.holder_key(right.told):
        return False
    if frozenset((left.told.id, right.told.id)) in pile.once(Struck, Struck).pairs:
        return False
    one, other = left.telling, right.telling
    if days_apart(one.when, other.when) and not (one.carried or other.carried):
        return False
    return not (one.placed and other.placed and one.places and other.places and one.places.isdisjoint(other.places))


def _of_one(pile: Pile, left: _Given, right: _Given) -> tuple[str, str]:
    """The kind of mishap of which both may be causes, and the one thing that it happened to by the pile's reports;
    nothing where a sentence names another, or where the pile tells of several."""
    for name, (_, happened, _) in _mishaps().items():
        if not all(name in _causes()[given.kind][0] for given in (left, right)):
            continue
        told = [report for report in pile.annotations if happened.search(pile.reports[report].text)]
        named = Counter(thing for report in told for thing in _named(name, pile.reports[report].text))
        most = [thing for thing, count in named.most_common() if count >= _OFTEN]
        here = [_named(name, pile.reports[given.told.report].text) for given in (left, right)]
        own = [_named(name, given.shown.text) for given in (left, right)]
        if not most or not {left.told.report, right.told.report} & set(told):
            continue
        if all(not words or most[0] in words for words in here) and all(words <= {most[0]} for words in own):
            return name, most[0]
    return "", ""


def _named(mishap: str, text: str) -> frozenset[str]:
    """The things of a mishap's kind that a text names."""
    return frozenset(singular(found.lower()) for found in _mishaps()[mishap][0].findall(text))


def _finding(pile: Pile, mishap: str, thing: str, left: _Given, right: _Given) -> Finding:
    evidence = [pile.evidence(given.told.report, given.shown) for given in (left, right)]
    return conflict(
        Slot.CAUSE,
        CEILING,
        f"{_mishaps()[mishap][2].format(thing)}: {left.kind} or {right.kind}?",
        [
            f"One gives {left.kind} as the cause, the other {right.kind}.",
            "The pile is of few reports, which tell of one.",
        ],
        *(
            Answer(given.record, given.told.id, f"{given.kind} (“{given.words}”)", piece, sort=given.kind)
            for given, piece in zip((left, right), evidence, strict=True)
        ),
    )
