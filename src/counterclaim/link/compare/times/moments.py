"""Moments: when a clause says that something happened, by the clock, by a part of the day or by the day, and the kinds
of deed that the clause tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.link.compare.sayings import told_by, words_of
from counterclaim.link.compare.times.clock import Hour, apart, hours_in
from counterclaim.link.compare.times.points import Point, point_of
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.link.when import published
from counterclaim.records import Span, Statement, TimeExpression, Who
from counterclaim.records.timex import date_span

#: What is done at a time, by the words that tell of it. One word may stand for several.
KINDS = {
    "violence": r"explo\w+|blasts?|bomb\w*|shell(?:s|ed|ing)?|rockets?|missiles?|str(?:ikes?|uck|iking)|raid(?:s|ed)?"
    r"|attack\w*|assault\w*|ambush\w*|shots?|shoot\w*|gunfire|firing|fired|open(?:ed)? fire|hit|storm(?:ed|ing)"
    r"|clash\w*|detonat\w+|blew|blown|mortars?|artillery|barrage|fight(?:ing)?|fought|battle|massacre\w*|dropped"
    r"|slaughter\w*|set upon|broke in|burst in|went off|beat(?:en|ing)?|offensive|incursion|landed|fell",
    "death": r"kill\w*|died|dies|dying|dead|deaths?|murder\w*|execut\w+|shot|perished|assassinat\w+",
    "disaster": r"collaps\w+|sank|sunk|sinking|capsiz\w+|derail\w+|crash\w*|quake|earthquake|breach\w*|flood\w*"
    r"|went (?:down|over|under)|overturn\w*|struck",
    "fire": r"fire|blaze|burn(?:s|ed|t|ing)?|flames?|alight|torch\w*|arson|smoke|sacked",
    "coming": r"arriv\w+|came|come|reach\w*|got (?:to|there)|enter\w*|landed|landing|roll(?:ed|ing)|drove|rode|marched"
    r"|moved in|went in|deploy\w*|appear\w*|turned up|walked in\w*|convoy|back in|crossed|seen|surrounded",
    "leaving": r"left|leav\w+|depart\w*|withdr\w+|pull(?:ed|ing) (?:out|back)|fled|flee\w*|cross(?:ed|ing)|evacuat\w+"
    r"|led out|walked|went away|gone|set out|sailed|retreat\w*|abandon\w*|took off|taken off|escaped?|moved out",
    "taking": r"t[ao]ken?|took|captur\w+|seiz\w+|overr[au]n|conquer\w*|fall|fell|lost|retak\w+|retook|recaptur\w+"
    r"|liberat\w+|freed|control|hold of|in \w+ hands|hands|broken|regain\w*|secured|cleared",
    "seizure": r"arrest\w*|detain\w*|abduct\w*|kidnap\w*|seized|picked up|taken|captured|held|dragged|led away",
    "release": r"releas\w+|freed|hand(?:ed|ing) over|exchange\w*|swap\w*|let go|set free|returned|rescued",
    "end": r"end(?:s|ed|ing)?|stopp\w+|over|ceased?|finish\w*|halt\w*|died down|quiet|silen\w+|until|lifted|expired",
    "truce": r"truce|cease-?fire|pause|lull|armistice|cessation",
    "talks": r"talks|negotiat\w+|met|meeting|summit|session|conference|agreed|signed|deal|agreement",
    "call": r"call(?:s|ed)?|telephon\w+|rang|phoned?|warn(?:ed|ing)|ordered|alert(?:ed)?|message|radio\w*|inform\w*"
    r"|report(?:ed)? to",
    "mending": r"repair\w*|restor\w+|reopen\w*|re-opened|resum\w+|pumping|running|mended|came back|reconnect\w*",
    "closing": r"clos(?:ed|ure|ing)|shut|cut|block\w*|sealed|barred|out of (?:service|action)|dead",
}  # fmt: skip
_KIND = {kind: Sought(rf"\b(?:{words})\b", re.I) for kind, words in KINDS.items()}
#: What is told of other times than that of the happening: what was due, and how the report came about.
_DUE = Sought(r"\b(?:will|to be|to (?:begin|start|end)|undertaken to|scheduled|due to|(?:is|are) expected)\b", re.I)
#: The time at which something was said ("assured journalists on Saturday evening").
_SAYING = re.compile(
    r"\b(?:said|told|assured|announced|stated|repeated|wrote|declared|reported|reporters?|journalists|parliament)"
    r"(?: said)?(?: (?:on|at|late|early|in|the|a))*(?: yesterday| last)? ?$",
    re.I,
)
#: The same behind a day that is the subject's ("the press centre on Thursday repeated that …").
_SAYS_NEXT = re.compile(
    r",? (?:(?:again|also|once more) )?(?:said|says|told|repeated|denied|announced|stated|declared|confirmed|rejected"
    r"|dismissed|insisted|acknowledged|admitted|condemned|warned|called|accused|blamed|reported|wrote|claimed|added"
    r"|published|released|reiterated|described)\b",
    re.I,
)
_WHO_SAYS = re.compile(r"[\w’”\")](?: (?:on|late|early|late on|early on))* ?$")
_DAY_NAMED = re.compile(r"\d{4}|\d\d? [A-Z]\w+|[A-Z]\w+ \d\d?\b|\d(?:st|nd|rd|th)\b|\w+day\b|yesterday|today", re.I)
#: Where a clause ends, roughly.
_BREAK = re.compile(r"[,;:]\s|\s(?:and|but|while|whereas|when|which|who|where|as|after|before)\s|[\"“”]|\s[-–—]\s")
#: A clause is no shorter than this, in characters: else the ones beside it are taken in.
_SHORT = 45
_SAID = Sought(
    r"\b(?:said|told|says|announced|stated|statement|assured|repeated|wrote|declared|reported|reporter|reporters"
    r"|journalists|parliament|conference|communiqu[ée]|interview|website|television)\b",
    re.I,
)
_WORD = re.compile(r"[a-z][a-z’'-]{2,}", re.I)
#: Words that tell no two happenings apart.
_STOP = frozenset(
    "the and for that with from were was had has have been his her its their they them she who which when where "
    "while after before until about around shortly than then there this those these into onto over under upon "
    "said says told according but not out off one two three four five six seven eight nine ten eleven twelve half "
    "past quarter o'clock hour hours minutes minute morning afternoon evening night noon midnight dawn dusk "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december day days week same all some any more most other others another first "
    "last later also only just still such very much many what would could will him you our are did does being "
    "because between against through during towards toward near nearly almost local time people man men say put "
    "out took take came come went gone get got made make".split()
)
#: Moments of one report that are looked at.
_RANK_MOST = 14
#: Hours that differ by less, in minutes, are rough words for one: by the clock, and with a part of the day.
ROUGH, PARTS_ROUGH = 15, 60
_DAY_LONG = 1440


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that a statement gives: the `hour`, or None for a whole day; its `day` where the words name one. `clause`
    and `around` are the telling words, stemmed, of the clause and of the sentence; `rank` counts from the report's
    first moment. `dated` is its day as the report goes on from the day it named last, or a guess: the day it came out.
    """

    record: str
    told: Statement
    start: int
    words: str
    hour: Hour | None
    day: date | None
    kinds: frozenset[str]
    clause: frozenset[str]
    around: frozenset[str]
    shown: Span
    rank: int
    deed: frozenset[str]
    verb: str
    doers: frozenset[str]
    done_to: frozenset[str]
    said: bool
    point: Point | None = None
    dated: date | None = None
    guessed: bool = False

    @property
    def whom(self) -> frozenset[str]:
        """Who is told of."""
        return self.doers | self.done_to

    @property
    def exact(self) -> bool:
        """Whether it is by the clock."""
        return self.hour is not None and self.hour.exact


def moments_of(pile: Pile, report: str) -> Iterator[Moment]:
    """The moments of a report in the order of its text."""
    text, found = pile.reports[report].text, pile.annotations[report]
    hours = sorted(hours_in(text), key=lambda hour: (hour.start, hour.end))
    named = [t for t in found.times if _DAY_NAMED.search(t.span.text) and _one_day(t)]
    rank, out = 0, published(pile, report)
    at: list[tuple[int, int, Hour | None, date | None]] = []
    for hour in hours:
        sentence = sentence_at(text, hour.start, hour.end)
        at.append((hour.start, hour.end, hour, _day_beside(named, hour, sentence)))
    taken = [(h.start, h.end) for h in hours]
    for time in named:
        beside = any(start - 30 < time.span.end and time.span.start < end + 30 for start, end in taken)
        if not beside or not any(day == _one_day(time) for *_, day in at):
            at.append((time.span.start, time.span.end, None, _one_day(time)))
    for start, end, one, day in sorted(at, key=lambda item: item[:2]):
        moment = _moment(pile, report, (start, end), one, day)
        if moment is not None:
            dated = day or _day_going_on(found.times, start, end)
            yield replace(moment, rank=rank, dated=dated, guessed=day is None and dated == out)
            rank += 1
            if rank >= _RANK_MOST:
                return


def _one_day(time: TimeExpression) -> date | None:
    span = date_span(time.value[:10]) if time.value else None
    return span[0] if span and span[0] == span[1] else None


def _day_going_on(times: Sequence[TimeExpression], start: int, end: int) -> date | None:
    """The day that the time at two characters is on, from what the report tells before it."""
    return next((_one_day(t) for t in times if t.span.start < end and start < t.span.end), None)


def _day_beside(named: Sequence[TimeExpression], hour: Hour, sentence: Span) -> date | None:
    """The day that stands beside an hour, else the only one of its sentence."""
    close = [t for t in named if t.span.start < hour.end + 25 and hour.start - 25 < t.span.end]
    inside = close or [t for t in named if sentence.covers(t.span)]
    days = {_one_day(t) for t in inside}
    return days.pop() if len(days) == 1 else None


def _moment(pile: Pile, report: str, at: tuple[int, int], hour: Hour | None, day: date | None) -> Moment | None:
    text, found = pile.reports[report].text, pile.annotations[report]
    sentence = sentence_at(text, *at)
    told = told_by(found.statements, *at)
    inside = told is not None
    if told is None:
        told = next((s for s in found.statements if any(sentence.overlaps(piece) for piece in s.content)), None)
    clause = clause_at(text, sentence, *at)
    if told is None or _DUE.search(clause.text) or _SAYING.search(text[max(0, at[0] - 50) : at[0]]):
        return None
    if hour is None and _SAYS_NEXT.match(text, at[1]) and _WHO_SAYS.search(text[: at[0]][-40:]):
        return None
    shown = words_of(told, sentence, at[0], text) if inside else sentence
    inside_it = [c for c in found.claims if sentence.covers(c.trigger)]
    point = point_of(text, sentence, at, inside_it)
    near = [c for c in inside_it if point and point.verb[0] <= c.trigger.start < point.verb[1]]
    near = near or [c for c in found.claims if clause.covers(c.trigger)]
    near = near or [c for c in inside_it if c.statement == told.id]
    claim = min(near, key=lambda c: (abs(c.trigger.start - at[0]), c.id)) if near else None
    kinds = kinds_in(clause.text) or (kinds_in(claim.trigger.text) if claim else frozenset()) or kinds_in(shown.text)
    if claim and (claim.event or "").startswith("ASSAULT") and clause.covers(claim.trigger):
        kinds |= {"violence"}
    return Moment(
        claim.id if claim else told.id,
        told,
        at[0],
        hour.words if hour else " ".join(text[at[0] : at[1]].split()),
        hour,
        day,
        kinds,
        telling_words(clause.text),
        telling_words(shown.text),
        shown,
        0,
        kinds_in(claim.trigger.text) if claim else frozenset(),
        stem(claim.predicate.lower()) if claim else "",
        _telling_names(claim.agent if claim else ()),
        _telling_names(claim.patient if claim else ()),
        not inside or bool(_SAID.search(clause.text)),
        point,
    )


def _telling_names(whos: Sequence[Who]) -> frozenset[str]:
    return telling_words(" ".join(who.name for who in whos))


def clause_at(text: str, sentence: Span, start: int, end: int) -> Span:
    """The clause around two characters of a sentence, and what stands beside it where it is short."""
    breaks = [(sentence.start, sentence.start)]
    breaks += [(m.start(), m.end()) for m in _BREAK.finditer(text, sentence.start, sentence.end)]
    breaks.append((sentence.end, sentence.end))
    before = [b for b in breaks if b[1] <= start] or breaks[:1]
    after = [b for b in breaks if b[0] >= end] or breaks[-1:]
    first, last = len(before) - 1, 0
    while after[last][0] - before[first][1] < _SHORT and (first > 0 or last < len(after) - 1):
        if first > 0:
            first -= 1
        if last < len(after) - 1 and after[last][0] - before[first][1] < _SHORT:
            last += 1
    return Span.of(text, before[first][1], max(end, after[last][0]))


def kinds_in(words: str) -> frozenset[str]:
    """The kinds of deed that some words tell of."""
    return frozenset(kind for kind, of_kind in _KIND.items() if of_kind.search(words))


def telling_words(words: str) -> frozenset[str]:
    """Words that may tell one happening from another, cut to what their forms share."""
    return frozenset(stem(w) for w in _WORD.findall(words.lower()) if w not in _STOP)


def stem(word: str) -> str:
    """A word without its ending: no more than its first six letters."""
    for ending in ("'s", "’s", "ing", "ers", "ed", "es", "er", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:6]


def gap(left: Moment, right: Moment) -> int:
    """The fewest minutes between two moments; 0 if they may be one."""
    days = (left.day - right.day).days if left.day and right.day else None
    if left.hour and right.hour:
        return apart(left.hour, right.hour, days)
    if days is None or days == 0:
        return 0
    whole = abs(days) * _DAY_LONG
    for at, sign in ((left, 1), (right, -1)):  # a night may be the next day's
        if at.hour is not None and not at.hour.exact and at.hour.stretches[0][1] > _DAY_LONG and days * sign == -1:
            return 0
    return whole


def differ(left: Moment, right: Moment) -> bool:
    """Whether two moments are told as two."""
    least = ROUGH if left.exact and right.exact else PARTS_ROUGH
    return gap(left, right) >= least
