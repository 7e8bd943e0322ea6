"""When the happening was that a few reports are put together for, told in different words in each.

Of a small pile all reports are on one matter. The first sentence of a report tells it with whatever verb ("gunmen
robbed a lorry at daybreak"); others speak of it by a noun ("the raid began at eleven"), by a verb of its kind,
or as "it". Hours of two such sentences are of one moment, whatever else they share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from counterclaim.link.compare.pairs import few_reports, put_together
from counterclaim.link.compare.times.moments import Moment, differ, gap
from counterclaim.link.compare.times.point_words import BEGIN, FIRST, LABELS, LIGHT
from counterclaim.link.compare.times.points import Point, another
from counterclaim.link.compare.wording import alternatives, pattern, wording
from counterclaim.link.pile import Pile
from counterclaim.records import Claim, PassageKind, Polarity, Span

_WORDS = wording("matter")
#: How a happening of each kind is named once it is known, and the verbs that tell of one.
_NOUN = {
    kind: re.compile(
        rf"\b(?:the|this|that|first|his|her|their|its)\s(?:\w+[- ]){{0,2}}?{alternatives(words['nouns'])}\b", re.I
    )
    for kind, words in _WORDS["kinds"].items()
}
_VERB = {kind: re.compile(rf"\b{alternatives(words['verbs'])}\b", re.I) for kind, words in _WORDS["kinds"].items()}
#: Who comes to do it.
_COMERS = re.compile(
    rf"(?:they|(?:the |about |some |\w+ )?(?:\w+ ){{0,2}}{alternatives(_WORDS['comers'])})\s+(?:had\s+)?$", re.I
)
_CAME = re.compile(r"came|arrived|appeared|turned up|burst in|broke in|landed", re.I)
_IT = re.compile(r"(?:^|\b(?:that|said|and|but|,)\s)it\s(?:had\s|was\s|all\s)*$", re.I)
_IT_DID = re.compile(r"began|begun|started|happened|occurred|came|done|struck|hit|fell|burst|broke|exploded|sank"
                     r"|took place|went off|crashed|over", re.I)  # fmt: skip
#: Who comes after it, and what is told of its aftermath or of what was to be.
_AFTER = pattern(_WORDS["after"])
#: Hours of two days are of one night if no further apart, in minutes.
_NIGHT = 720
#: Whole days further apart are of two things.
_DAYS = 3
_ENOUGH = 0.3
_FIRST_MOST = 400
_STOP = re.compile(r"[.!?][”\"’]?(?:\s|$)")
#: Kinds of deed that a first sentence tells by a verb known for them, but for those that an attack ends with.
_KNOWN = frozenset(label for _, labels in LABELS for label in labels) - frozenset("take arrive storm burn".split())
_WEEKDAY = re.compile(r"\w+day\b")
_NAME, _DATES = re.compile(r"(?<!^)\b[A-Z][\w’'-]{2,}"), re.compile(r"\b[A-Z]\w+day\b|\b[A-Z][a-z]+(?= \d)")
_WHERE = re.compile(r"\b(?:of|in|at|near|outside|off)\s(?:the\s)?([A-Z][\w-]{2,})")
_FIRST = re.compile(r"\bfirst\b(?! light)", re.I)
_THOSE = re.compile(r"\b(?:those|people|men|persons|ones|workers)\s$", re.I)


@dataclass(frozen=True, slots=True)
class _Main:
    """A moment of what the pile is about: by which word it is known to be (`how`), and the kinds it may be told as."""

    moment: Moment
    how: str
    kinds: frozenset[str]
    sure: bool = True


def pairs_of_matter(pile: Pile, here: Mapping[str, Sequence[Moment]]) -> Iterator[tuple[Moment, Moment, bool]]:
    """Every two moments by two voices that are of the pile's one happening and differ; and whether one of them only
    names it, so that it need not tell again of whom or what it was."""
    if not few_reports(pile):
        return
    firsts = {report: _first_sentence(pile, report) for report in here}
    matter = _matter(pile, here)
    found = {r: [m for at in here[r] if (m := _main(pile, at, firsts[r], matter))] for r in here}
    for one, other in combinations(found, 2):
        if pile.origins[one] == pile.origins[other]:
            continue
        for left in found[one]:
            for right in found[other]:
                pile.look()
                if _one(pile, left, right) and _one_place(left, right, firsts):
                    yield _shown(left.moment, right.moment), _shown(right.moment, left.moment), _names(left, right)


def _names(left: _Main, right: _Main) -> bool:
    hows, names = {left.how, right.how}, {"noun", "it", "came"}
    first = any(_FIRST.search(at.moment.shown.text) for at in (left, right))
    return hows <= names or (bool(hows & names) and not first)


def _shown(at: Moment, other: Moment) -> Moment:
    """A moment whose words have its day where the other is of another day."""
    if not (at.day and other.day) or at.day == other.day or not at.hour or _WEEKDAY.search(at.words):
        return at
    day, words = f"{at.day:%A}", re.sub(r"^(?:at|in|on|the|during) (?:the )?", "", at.words)
    part = not at.hour.exact and words.split()[-1] in {"morning", "afternoon", "evening", "night"}
    return replace(at, words=f"{day} {words}" if part else f"{words} on {day}")


def _matter(pile: Pile, reports: Iterable[str]) -> frozenset[str]:
    """Of what kinds the happening may be: those that a report names, or two (of very few, one) have a verb for."""
    texts = [pile.reports[report].text for report in reports]
    least = 1 if put_together(pile) else 2
    return frozenset(
        kind
        for kind in _VERB
        if any(_NOUN[kind].search(text) for text in texts)
        or sum(bool(_VERB[kind].search(text)) for text in texts) >= least
    )


def _first_sentence(pile: Pile, report: str) -> Span | None:
    text = pile.reports[report].text
    first = next((p for p in pile.reports[report].passages if p.kind is PassageKind.PARAGRAPH), None)
    if first is None:
        return None
    stop = _STOP.search(text, first.start + 20)
    return Span.of(
        text, first.start, min(stop.start() + 1 if stop else first.end, first.start + _FIRST_MOST, first.end)
    )


def _main(pile: Pile, at: Moment, first: Span | None, matter: frozenset[str]) -> _Main | None:
    point = at.point
    if point is None or point.phase not in {"at", "begin"} or another(at.shown.text):
        return None
    text = pile.reports[at.told.report].text
    lead, said = text[point.clause.start : point.verb[0] or at.start], text[point.verb[0] : point.verb[1]]
    if point.verb[1] and point.verb[1] > at.start:
        lead = text[at.start : point.verb[0]]
    clause = text[point.clause.start : max(point.clause.end, at.start)]
    if _AFTER.search(clause) or _denied(pile, at, point.verb):
        return None
    kinds = frozenset(kind for kind, words in _NOUN.items() if words.search(lead))
    if kinds and (not said or LIGHT.fullmatch(said) or BEGIN.search(said) or FIRST.search(lead)):
        return _Main(at, "noun", kinds)
    if _IT.search(lead) and _IT_DID.match(text, point.verb[0]):
        return _Main(at, "it", matter)
    if _COMERS.search(lead) and _CAME.match(text, point.verb[0]) and "attack" in matter:
        return _Main(at, "came", frozenset({"attack"}))
    if _THOSE.search(lead):
        return None  # "five of those shot had clocked off"
    verb = text[point.verb[0] : point.verb[1] + 12]
    kinds = frozenset(kind for kind, words in _VERB.items() if (m := words.match(verb)) and m.end()) & matter
    if first is not None and first.start <= at.start < first.end:
        return _Main(at, "first", kinds or _unknown(pile, at, point, matter), bool(kinds))
    return _Main(at, "verb", kinds) if kinds else None


def _unknown(pile: Pile, at: Moment, point: Point, matter: frozenset[str]) -> frozenset[str]:
    """What a first sentence tells by a verb that is in no list: the matter, where the outlet tells it of a name that
    most reports have; nothing by a verb of another kind."""
    if point.labels & _KNOWN or not pile.outlet_says(at.told):
        return frozenset()
    texts = [report.text for report in pile.reports.values()]
    names = set(_NAME.findall(at.shown.text)) - set(_DATES.findall(at.shown.text))
    return matter if any(2 * sum(name in text for text in texts) > len(texts) for name in names) else frozenset()


def _denied(pile: Pile, at: Moment, verb: tuple[int, int]) -> bool:
    claims: Sequence[Claim] = pile.annotations[at.told.report].claims
    near = [c for c in claims if verb[0] <= c.trigger.start < max(verb[1], verb[0] + 1)]
    return any(c.polarity is not Polarity.POSITIVE for c in near)


def _one(pile: Pile, left: _Main, right: _Main) -> bool:
    one, other = left.moment, right.moment
    if pile.holder_key(one.told) == pile.holder_key(other.told) or not left.kinds & right.kinds:
        return False
    hows = {left.how, right.how}
    sure = hows == {"first"} and left.sure and right.sure and one.hour and other.hour
    if ("verb" in hows or hows == {"first"}) and not sure and not one.clause & other.clause:
        return False
    named = bool(hows & {"noun", "it"}) and left.sure and right.sure
    if not (one.hour and other.hour) and not named:
        return False
    zones = {at.hour.zone for at in (one, other) if at.hour}
    if len(zones) > 1 or not differ(one, other):
        return False
    return _days_fit(one, other, named=named)


def _one_place(left: _Main, right: _Main, firsts: Mapping[str, Span | None]) -> bool:
    """Whether what each names, in its sentence and the first of its report, may be of one place: not "the bus park of
    Melo" and "the clinic of Sanga"."""
    one, other = (_named(at.moment, firsts[at.moment.told.report]) for at in (left, right))
    return not (one and other) or bool(one & other)


def _named(at: Moment, first: Span | None) -> set[str]:
    words = f"{at.shown.text} {first.text if first else ''}"
    return set(_WHERE.findall(words)) - set(_DATES.findall(words))


def _days_fit(one: Moment, other: Moment, *, named: bool) -> bool:
    days = abs((one.day - other.day).days) if one.day and other.day else 0
    if one.hour and other.hour:
        if days:
            return gap(one, other) <= _NIGHT or (named and days <= _DAYS)
        late = [at for at in (one, other) if not at.day and not at.guessed and at.dated]
        fixed = [at.day for at in (one, other) if at.day]
        return not (late and fixed and late[0].dated and abs((late[0].dated - fixed[0]).days) > 1)
    return 0 < days <= _DAYS
