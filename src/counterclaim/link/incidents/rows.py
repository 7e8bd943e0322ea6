"""Rows: what an incident shows of the tellings that it is made of: when, where, and the sentence that tells most."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from counterclaim.link.incidents.bags import Bag, cosine
from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.incidents.units import own_days
from counterclaim.link.origins import Copies
from counterclaim.link.pile import Pile
from counterclaim.link.sentences import in_its_sentence
from counterclaim.records import Incident, Who, content_id
from counterclaim.records.timex import date_span

#: What stands for a place and names none.
_SOME_CAPITAL = "the capital"
_LABEL = 90
#: A report of so many line ends has kept its paragraphs.
_LINES = 3
#: "KELDA, June 4 (TNA) - " before the first sentence.
_DATELINE = re.compile(r"^[A-Z][A-Z'’ ]+(?:,[^-–—\n]{0,40})?\s*(?:\([^)\n]{1,30}\))?\s*[-–—]{1,2}\s+")
#: How much a day of its own, and a place, speaks for a sentence as the label of an incident (a likeness of words is
#: 0 to
#: 1), and how much it speaks against it that it goes on with another.
_DATED, _PLACED, _GOES_ON = 0.2, 0.1, 0.3
_PRONOUN = re.compile(r"\W*(?:it|he|she|they|one of|two of|his|her|their|this|these|those|that)\b", re.I)


def incident_row(pile: Pile, copies: Copies, members: Sequence[Telling], words: Callable[[Telling], Bag]) -> Incident:
    """The incident that some tellings make. `words` gives the words of a telling's sentence."""
    claims = [pile.claims[telling.record] for telling in members if telling.record in pile.claims]
    figures = [pile.figures[telling.record] for telling in members if telling.record in pile.figures]
    held = dict.fromkeys(figure.claim for figure in figures if figure.claim and figure.claim in pile.claims)
    since, until = _when(members)
    place = _place(pile, members)
    evidence = [pile.evidence(telling.report, telling.sentence) for telling in members]
    events = Counter((pile.claims[claim].event or "").partition(":")[0] for claim in [*held, *(c.id for c in claims)])
    return Incident(
        id=content_id("incident", members[0].record),
        label=_label(pile, _most_telling(members, words), place, since),
        events=tuple(sorted(root for root in events if root)),
        since=since,
        until=until,
        place=place,
        claims=tuple(dict.fromkeys([*held, *(claim.id for claim in claims)])),
        reports=tuple(dict.fromkeys(telling.report for telling in members)),
        origins=copies.independent(evidence),
        figures=tuple(figure.id for figure in figures),
    )


def _place(pile: Pile, members: Sequence[Telling]) -> Who | None:
    """The place that most of the reports name, and most sentences of them; the one that tells most among those. If no
    sentence names any, one that is carried on from elsewhere."""
    named: dict[str, set[str]] = defaultdict(set)
    for telling in members:
        for place in telling.where:
            named[place].add(telling.report)
    if not named:
        for telling in members:
            for place in telling.wide:
                named[place].add(telling.report)
    if len(named) > 1:
        named.pop(_SOME_CAPITAL, None)
    sentences = Counter(
        place for _, _, own in {(t.report, t.sentence.start, t.where or t.wide) for t in members} for place in own
    )
    best = min(named, key=lambda place: (-len(named[place]), -sentences[place], place), default=None)
    if best is None:
        return _carried_place(pile, members)
    known = (pile.entities[id_] for telling in members for id_ in sorted(telling.places))
    entity = next((one for one in known if best in one.name.lower()), None)
    if entity is not None:
        return Who(entity.id, entity.name.title() if entity.name.isupper() else entity.name)
    return Who(None, next(_spelt(pile, t, best) for t in members if best in t.where or best in t.wide))


def _spelt(pile: Pile, telling: Telling, name: str) -> str:
    """A place as a report spells it, not in capitals if it can be helped."""
    found = re.finditer(rf"\b{re.escape(name)}\b", pile.reports[telling.report].text, re.I)
    return next((words for match in found if not (words := match.group()).isupper()), name.title())


def _carried_place(pile: Pile, members: Sequence[Telling]) -> Who | None:
    """The place that most of the reports name before; of several, one that the pile is about. What stands in another
    paragraph is of another happening as often as not."""
    named: dict[str, set[str]] = defaultdict(set)
    placed = [one for one in members if one.placed]
    for telling in placed or [one for one in members if not _in_paragraphs(pile, one)]:
        for place in telling.places:
            named[place].add(telling.report)
    best = min(named, key=lambda place: (-len(named[place]), -pile.frequency[place], place), default=None)
    return Who(best, pile.entities[best].name) if best else None


def _in_paragraphs(pile: Pile, telling: Telling) -> bool:
    """Whether a report has kept its paragraphs."""
    return pile.reports[telling.report].text.strip().count("\n") >= _LINES


def _when(members: Sequence[Telling]) -> tuple[str | None, str | None]:
    """The first and the last day; where no day is known, the month, the year or the longer time that is."""
    days = own_days(members) or _most_often(t.when[0] for t in members if t.when and t.when[0] == t.when[1])
    if days:
        return days[0].isoformat(), days[-1].isoformat()
    long = {telling.when for telling in members if telling.when and not telling.carried}
    if not long:
        return None, None
    first, last = min(long, key=lambda time: (time[1] - time[0], time))
    for value in (f"{first.year:04}-{first.month:02}", f"{first.year:04}"):
        if date_span(value) == (first, last):
            return value, value
    return first.isoformat(), last.isoformat()


def _most_telling(members: Sequence[Telling], words: Callable[[Telling], Bag]) -> Telling:
    """The telling whose sentence has most in common with all of them: that is seldom background, and one that counts
    over a longer time is only taken where there is no other. One that says the day itself or names a place is
    preferred to one that goes on with another ("It put the wounded at 20"), and of those that are alike the first."""
    if len({(telling.report, telling.sentence.start) for telling in members}) == 1:
        return max(members, key=lambda t: (not t.cumulative, not t.carried))
    middle: dict[str, float] = defaultdict(float)
    bags = {(telling.report, telling.sentence.start): words(telling) for telling in members}
    for bag in bags.values():
        for word, weight in bag.items():
            middle[word] += weight

    def fit(one: Telling) -> tuple[bool, float]:
        says = (
            _DATED * (not one.carried) + _PLACED * bool(one.where) - _GOES_ON * bool(_PRONOUN.match(one.sentence.text))
        )
        return not one.cumulative, round(cosine(words(one), middle) + says, 9)

    return max(members, key=fit)


def _most_often(days: Iterable[date]) -> list[date]:
    """The day that is carried on most often, the first of several; none if there is none."""
    return [day for day, _ in Counter(sorted(days)).most_common(1)]


def _label(pile: Pile, first: Telling, place: Who | None, since: str | None) -> str:
    """Where and when, and the sentence that tells of it, with who says so."""
    whole = in_its_sentence(pile.evidence(first.report, first.sentence), pile.reports[first.report].text)
    words = " ".join(_DATELINE.sub("", whole.text).split())
    words = words if len(words) <= _LABEL else words[: _LABEL - 1].rsplit(" ", 1)[0] + " …"
    head = ", ".join([*([place.name] if place else []), *([since] if since else [])])
    return f"{head}: {words}" if head else words
