"""By what: one account has mortars hit the street, another a howitzer; one a drone, another a car bomb.

A war has many means at once, so that two of them are a dispute only where the reports tell one story, no voice names
the other's means for its own, and one of the two says in so many words that this was the means ("rounds of … had been
used", "was caused by a mine", "a drone and not a plane"), or both name the same target.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from counterclaim.link.compare.asking import place_words
from counterclaim.link.compare.deeds.words import targets_in
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.compare.sayings import CEILING, told_by, words_of
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.compare.wording import pattern, wording
from counterclaim.link.incidents.likeness import Likeness, days_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.link.when import days_between
from counterclaim.records import Slot, Span, Statement

#: The words for each kind of means.
MEANS = {name: pattern(words) for name, words in wording("means")["means"].items()}
_TOGETHER = tuple(frozenset(kinds) for kinds in wording("means")["may_be_one"])
_OFTEN = tuple(frozenset(kinds) for kinds in wording("means")["often_together"])
_ANY = pattern([words for kind in wording("means")["means"].values() for words in kind], within=8)
_FEW = r"(?:[\w’'-]+ ){0,4}?"
#: The words of a means stand as so many of these where patterns look at a text, which makes them quick.
_MARK = "\x01"
_M = f"{_MARK}+"
_RUN = re.compile(_M)
_BEGINS = f"(?P<m>{_M})"
#: What names the means as such: "was caused by a mine", "mortar rounds had been used", "it was a bomb".
_PLAIN = (
    Sought(
        rf"\b(?:(?:caused|triggered|set off|sparked|fired|blown up|brought down)\b[^.;]{{0,45}}?\b(?:by|from|in|with)"
        rf"|due to|owing to|because of|result of|blamed on"
        rf"|work of|responsible[^.;]{{0,20}}) {_FEW}(?P<m>{_M})",
        re.I,
    ),
    Sought(rf"(?P<m>{_M}) {_FEW}(?:was|were|had been|have been|has been|is|are)(?: \w+)? used\b", re.I),
    Sought(rf"\b(?:used (?:was|were)|had used|was using) {_FEW}(?P<m>{_M})", re.I),
    Sought(
        rf"\b(?:it|this|that|what [^.;,]{{3,30}}) (?:was|were|appeared to be|had been) (?:an?|the) {_FEW}(?P<m>{_M})",
        re.I,
    ),
    Sought(rf"\b(?:what )?appeared to be (?:an? )?{_FEW}(?P<m>{_M})", re.I),
    Sought(rf"\bwas (?:an? )(?P<m>{_M}),? (?:and not|not|rather than)", re.I),
    Sought(rf"(?P<m>{_M})[^.;,]{{0,40}}?(?:caught fire|fallen short|fell short|had blown up|had exploded)", re.I),
    Sought(rf"(?P<m>{_M}),? [^.;]{{0,110}}?(?:blown up|blew up|fallen short|fell short)", re.I),
)
#: What tells that a means struck.
_STRUCK = (
    Sought(
        rf"\b(?:hit|struck|killed|destroyed|sunk|sank|downed|lost|died|damaged|wounded|burned)"
        rf" [^.;]{{0,45}}?\b(?:by|from|in|with)"
        rf" {_FEW}(?P<m>{_M})",
        re.I,
    ),
    Sought(rf"(?P<m>{_M})[^.;,]{{0,40}}?(?:exploded|went off|detonated|blew up)", re.I),
    Sought(rf"\b(?:fired|launched|dropped) {_FEW}(?P<m>{_M})[^.;]{{0,20}}?\b(?:at|on|into|against)\b", re.I),
    Sought(
        rf"(?P<m>{_M}) {_FEW}(?:hit|struck|landed|fell|came down|had come down|slammed|tore|took part|killed|bombed"
        rf"|that struck"
        rf"|fired|dropped|attacked)\b",
        re.I,
    ),
    Sought(rf"\b(?:with|in) {_FEW}(?P<m>{_M})", re.I),
    Sought(rf"(?P<m>{_M}) (?:hit|killed|on|by)\b", re.I),
    Sought(rf"\b(?:was|were|been|being) (?P<m>{_M})", re.I),
    Sought(rf"(?P<m>{_M}) (?:had been|has been|was|were) (?:placed|planted|laid|set|thrown|put)\b", re.I),
)
_DENIED = re.compile(
    r"\b(?:no|none|not|never|neither|nor|without|rul(?:e|es|ed|ing) out|den(?:y|ies|ied)|reject\w*|dismiss\w*"
    r"|rather than)\b"
    r"(?:(?!\b(?:but|and|due|because|owing|when|after|as|able|than|since|until|before|although|if)\b)[^.;:,]){0,45}$",
    re.I,
)
_OPEN = re.compile(
    r"\b(?:whether"
    r"|unclear|if|could|may|might|possib\w+|prevent\w*|threat\w*|foil\w*|plan(?:s|ned|ning)?|would|intercept\w*"
    r"|(?:shot|brought|shoot|shooting)(?: \w+){0,3} down|downed"
    r"|seiz\w+|captur\w+|found|withdrawn|retract\w+|t(?:ook|aken) back"
    r"|in (?:answer|reply|response|revenge|retaliation) (?:to|for)"
    r"|meant for|clear(?:ed|ing|ance)?|laid down|handed|deliver\w*|suppl\w+)\b",
    re.I,
)
#: How far before a means a word that takes it back counts, in characters.
_BEFORE = 45
#: Means that a war has at all times.
_MANY = frozenset({"planes", "shells", "an air strike", "gunfire"})
#: Texts whose means are kept: `hits` asks for them first, and in a sentence that differs again.
_KEPT = 1 << 11
_NEAR, _MOST, _DAYS = 1200, 24, 3
_LIKELY, _SURELY = 0.3, 0.5


@dataclass(frozen=True, slots=True)
class _By:
    """A means that a statement gives; `plain`: it says so in so many words."""

    record: str
    told: Statement
    kind: str
    words: str
    plain: bool
    targets: frozenset[str]
    telling: Telling
    shown: Span


def compare_means(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare by what accounts say that it was done, in one report and in two of one story."""
    found = {report: list(_all(pile, tellings, report))[:_MOST] for report in pile.annotations}
    likeness = Likeness.of(pile, tellings)
    for here in found.values():
        for left, right in combinations(sorted(here, key=lambda by: (by.shown.start, by.record)), 2):
            pile.look()
            near = abs(left.shown.start - right.shown.start) <= _NEAR
            if (
                near
                and right.plain
                and (left.plain or left.targets & right.targets)
                and _rivals(pile, left, right, here, here)
            ):
                yield _finding(pile, left, right, "One report gives both.", 1.0)
    for one, other in tellings.stories.pairs():
        if pile.origins[one] == pile.origins[other]:
            continue
        alike = tellings.stories.alike(one, other)
        for left in found[one]:
            for right in found[other]:
                pile.look()
                if _rivals(pile, left, right, found[one], found[other]) and not _elsewhere(pile, left, right):
                    chance = likeness.chance_of(likeness.signs(left.telling, right.telling))
                    if _joined(left, right, chance, few=few_reports(pile)):
                        why = f"The two reports tell one story (likeness {alike:.2f} of 1)."
                        yield _finding(pile, left, right, why, 0.7 + 0.3 * chance)


def _all(pile: Pile, tellings: Tellings, report: str) -> Iterator[_By]:
    text, found = pile.reports[report].text, pile.annotations[report]
    seen: set[tuple[int, str]] = set()
    marked, marks = _marked(text)
    for plain, patterns in ((True, _PLAIN), (False, _STRUCK)) if marks else ():
        for match in (m for of_kind in patterns for m in _matches(of_kind, marked, marks)):
            start, end = match.span("m")
            sentence = sentence_at(text, start, end)
            kind = means_in(text).get((start, end))
            told = told_by(found.statements, start, end)
            before = text[max(sentence.start, start - _BEFORE) : start]
            if kind is None or told is None or (sentence.start, kind) in seen or takes_back(before):
                continue
            seen.add((sentence.start, kind))
            shown = words_of(told, sentence, start, text)
            near = [c for c in found.claims if c.statement == told.id and sentence.covers(c.trigger)]
            claim = min(near, key=lambda c: (abs(c.trigger.start - start), c.id)) if near else None
            telling = tellings.of_claim(claim) if claim else tellings.at(report, start, end)
            if telling.cumulative:
                continue
            record = claim.id if claim else told.id
            words = f"{kind} (“{' '.join(text[start:end].split())}”)"
            yield _By(record, told, kind, words, plain, targets_in(shown.text), telling, shown)


@functools.lru_cache(_KEPT)
def means_in(text: str) -> Mapping[tuple[int, int], str | None]:
    """Where a text names a means, as first and last character, and which."""
    return {match.span(): _kind_at(text, *match.span()) for match in _ANY.finditer(text)}


@functools.lru_cache(_KEPT)
def _marked(text: str) -> tuple[str, list[int]]:
    """A text with marks for the words of means, and where these begin."""
    pieces, at = [], 0
    for start, end in means_in(text):
        pieces += [text[at:start], _MARK * (end - start)]
        at = end
    marked = "".join([*pieces, text[at:]])
    return marked, [match.start() for match in _RUN.finditer(marked)]


def plain_starts(text: str) -> frozenset[int]:
    """Where a text says in so many words by what something was done: the first characters of those means."""
    marked, marks = _marked(text)
    return frozenset(match.start("m") for of_kind in _PLAIN for match in _matches(of_kind, marked, marks))


def takes_back(before: str) -> str:
    """What the words before a means say of it: "denied", "open" (it is not told as what was used), "" for neither."""
    if _OPEN.search(before[-_BEFORE:]):
        return "open"
    return "denied" if _DENIED.search(before) else ""


def _matches(words: Sought, marked: str, marks: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches in a marked text; of a pattern that begins with a mark only where one stands."""
    if not words.pattern.startswith(_BEGINS):
        yield from words.finditer(marked)
        return
    end = 0
    for at in marks:
        match = words.match(marked, at) if at >= end else None
        if match is not None:
            end = match.end()
            yield match


def _kind_at(text: str, start: int, end: int) -> str | None:
    """The means that the words between two characters name, the longest words first."""
    found = [
        (len(m.group()), name) for name, words in MEANS.items() if (m := words.match(text, start)) and m.end() == end
    ]
    return max(found)[1] if found else None


def _rivals(pile: Pile, left: _By, right: _By, here: Sequence[_By], there: Sequence[_By]) -> bool:
    one, other = left.kind, right.kind
    if together(one, other) or left.record == right.record:
        return False
    if left.told.id == right.told.id or pile.holder_key(left.told) == pile.holder_key(right.told):
        return False
    a, b = left.telling, right.telling
    if not (left.plain and right.plain) and a.places and b.places and a.places.isdisjoint(b.places):
        return False
    if _speaks_of(left, other) or _speaks_of(right, one):
        return False
    return _alone(pile, left, here) and _alone(pile, right, there)


def _speaks_of(mine: _By, kind: str) -> bool:
    """Whether the words of a means also name one of another kind without denying it ("after the drone hit")."""
    text = mine.shown.text
    return any(
        found == kind and takes_back(text[max(0, start - _BEFORE) : start]) != "denied"
        for (start, _), found in means_in(text).items()
    )


def _bound(left: _By, right: _By) -> bool:
    """Whether what the first of two voices of a report tells may be what the second says by what it was."""
    return left.plain or bool(left.targets & right.targets) or left.kind not in _MANY


def _joined(left: _By, right: _By, chance: float, *, few: bool) -> bool:
    """Whether two means are of one thing, as far as their sentences tell: both say by what it was, or one does and they
    share a target or place (or the pile has `few` reports, of one story), of one day and in reports of like date."""
    one, other = left.telling, right.telling
    if left.plain and right.plain:
        return not days_apart(one.when, other.when) or one.carried or other.carried
    days = days_between(one.published, other.published) or 0
    if not (left.plain or right.plain) or days > _DAYS or days_apart(one.when, other.when):
        return False
    if left.targets & right.targets:
        return True
    return chance >= _LIKELY if one.places & other.places else few and chance >= _SURELY


def _elsewhere(pile: Pile, left: _By, right: _By) -> bool:
    """Whether one of two, not told as the answer, is set in a place that the other's report never names."""
    for mine, other in ((left, right), (right, left)):
        text = pile.reports[other.told.report].text.lower()
        names = [pile.entities[place].name.lower() for place in mine.telling.places] if mine.telling.placed else []
        if names and not mine.plain and not any(name in text for name in names):
            return True
    return False


def _alone(pile: Pile, mine: _By, here: Sequence[_By]) -> bool:
    """Whether the voice of a means has no other in that report, but such as go with it: it tells of one happening."""
    key = pile.holder_key(mine.told)
    return all(together(at.kind, mine.kind) for at in here if pile.holder_key(at.told) == key)


def seldom_two(one: str, other: str) -> bool:
    """Whether two means are more often those of one attack than of two accounts of it."""
    return any(one in kinds and other in kinds for kinds in _OFTEN)


def together(one: str, other: str) -> bool:
    """Whether two means may be two names for one, or work together."""
    return one == other or any(one in kinds and other in kinds for kinds in _TOGETHER)


def _finding(pile: Pile, left: _By, right: _By, why: str, weight: float) -> Finding:
    evidence = [pile.evidence(by.told.report, by.shown) for by in (left, right)]
    first = f"One says that it was {left.kind}, the other {right.kind}; of one happening both cannot be the cause."
    return conflict(
        Slot.CAUSE,
        CEILING * weight,
        _question(pile, left, right),
        [first, why],
        Answer(left.record, left.told.id, left.words, evidence[0], sort=left.kind),
        Answer(right.record, right.told.id, right.words, evidence[1], sort=right.kind),
    )


def _question(pile: Pile, left: _By, right: _By) -> str:
    """What hit the thing that both name, or what struck where both set it."""
    things = sorted(left.targets & right.targets)
    what = f"What hit the {things[0]}" if things else "What was it that struck"
    return f"{what}{place_words(pile, left.telling, right.telling)}: {left.kind} or {right.kind}?"
