"""Incidents: the tellings of one happening in many reports, with the figures that accounts give for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from counterclaim.link.incidents.bags import Bag, cosine
from counterclaim.link.incidents.candidates import candidate_numbers
from counterclaim.link.incidents.likeness import Likeness
from counterclaim.link.incidents.likeness import set_apart as sentences_apart
from counterclaim.link.incidents.same import Unit, Units, chance, set_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.incidents.tolls import Tolls
from counterclaim.link.incidents.units import days_of, own_days, told_apart, units
from counterclaim.link.origins import Copies
from counterclaim.link.pile import Pile
from counterclaim.link.ruled import Rulings
from counterclaim.records import Claim, Incident, Judgement, Modality, Polarity, Verdict, Who, content_id

#: PLOVER roots of what happens on the ground; what is only said, agreed or asked is no incident.
MATERIAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "AID", "RETREAT", "MOBILIZE", "SANCTION", "CONCEDE"})
#: Modes of these that are steps of a process, not happenings.
_PROCESSES = frozenset({"RETREAT:ceasefire"})
#: Likeness from which tellings of two reports are put into one incident. Higher than what comparing asks: one wrong
#: link joins two incidents whole.
_ONE = 0.65
#: What is less likely than this counts as nothing, and how alike two groups have to be on the whole.
_MAY_BE, _ALIKE = 0.3, 0.25
#: How likely two sentences have to be of one happening, by what they share of words, to be `_SURE`.
_ALIKE_WORDS, _SURE = 0.75, 1.0
#: In a pile of so many reports everything that two of them tell is set against each other.
_FEW = 40
#: How far the days of one incident may lie apart: news of a night is dated by either day.
_SLACK = timedelta(days=1)
_LABEL = 90
#: How much a day of its own speaks for a sentence as the label of an incident (a likeness of words is 0 to 1).
_DATED = 0.1
#: How likely two tellings, by their places in a list, are of one happening; `_SURE` more where their words say it.
Edge = tuple[float, int, int]


def gather_incidents(
    pile: Pile, tellings: Tellings, copies: Copies, judged: Sequence[Judgement] = ()
) -> Iterator[Incident]:
    """The incidents that two reports or more tell of, or that a count of victims stands for, in the order of their
    first telling. `judged` are the judgements of persons that count, the latest first: one of kind "incident" puts two
    tellings together (same) or keeps them apart (different)."""
    told = told_in(pile, tellings)
    edges = edges_between(pile, tellings, told)
    yield from join_incidents(pile, copies, told, edges, lambda telling: telling.words, judged)


def told_in(pile: Pile, tellings: Tellings) -> list[Telling]:
    """What the reports of a pile tell of happenings, in order."""
    return list(_all_tellings(pile, tellings))


def edges_between(pile: Pile, tellings: Tellings, told: Sequence[Telling]) -> list[Edge]:
    """Which two tellings of two reports stand for what may be one happening, as places in `told`, and how likely that
    is: each stands for all that its report tells of it."""
    compared = tellings.once(Units, lambda: Units(pile))
    found = compared.of(units(pile, told))
    at = {telling.record: number for number, telling in enumerate(told)}
    pile.comparing = "incidents"
    names = pile.small_names()
    edges: list[Edge] = []
    for left, right in _candidates(pile, found, names):
        if pile.guests.both(left.report, right.report):
            continue
        pile.look()
        if not set_apart(left, right):
            likely = chance(compared.alike(left, right))
            if likely >= _MAY_BE:
                first, second = sorted((at[left.tellings[0].record], at[right.tellings[0].record]))
                edges.append((likely, first, second))
    if len(pile.reports) > _FEW:
        edges += _surely(pile, tellings, told, names)
    return edges


def _surely(pile: Pile, tellings: Tellings, told: Sequence[Telling], names: Mapping[str, str]) -> Iterator[Edge]:
    """Sentences that are so much alike that they are surely of one happening, whatever else their reports tell of it:
    among many reports words tell enough for that."""
    likeness = Likeness.of(pile, tellings)
    for first, second in candidate_numbers(told, names):
        if pile.guests.both(told[first].report, told[second].report):
            continue
        pile.look()
        if not sentences_apart(told[first], told[second]):
            likely = likeness.chance_of(likeness.signs(told[first], told[second]))
            if likely >= _ALIKE_WORDS:
                yield _SURE + likely, first, second


def _candidates(pile: Pile, found: Sequence[Unit], names: Mapping[str, str]) -> Iterator[tuple[Unit, Unit]]:
    """The units that are worth setting against each other: in a small pile all of two reports."""
    if len(pile.reports) <= _FEW:
        yield from ((one, other) for one, other in combinations(found, 2) if one.report != other.report)
        return
    for first, second in candidate_numbers([unit.as_telling() for unit in found], names):
        yield found[first], found[second]


def join_incidents(
    pile: Pile,
    copies: Copies,
    told: Sequence[Telling],
    edges: Iterable[Edge],
    words: Callable[[Telling], Bag],
    judged: Sequence[Judgement] = (),
) -> Iterator[Incident]:
    """The incidents of tellings that are in the order of their reports, joined by what is likeliest first. `words`
    gives the words of a telling's sentence."""
    order = {telling.record: number for number, telling in enumerate(told)}
    rulings = Rulings.of(pile, judged, "incident", order)
    groups = _Groups(pile, units(pile, told), rulings)
    for one, other in rulings.pairs(Verdict.SAME):
        groups.put_together(one, other)
    likely = sorted((-likely_, told[first].record, told[second].record) for likely_, first, second in edges)
    for minus, one, other in likely:
        if -minus < _SURE:
            groups.link(one, other, -minus)
    for minus, one, other in likely:
        if -minus >= _ONE:
            groups.join(one, other, surely=-minus >= _SURE)
    for members in groups.all():
        if len({telling.report for telling in members}) > 1 or any(t.record in pile.figures for t in members):
            yield _incident(pile, copies, members, words)


def _all_tellings(pile: Pile, tellings: Tellings) -> Iterator[Telling]:
    """Figures of harm, and claims that something was done; by report and place in it."""
    tolls = Tolls(pile)
    for report in pile.annotations:
        found = pile.annotations[report]
        here = [t for figure in found.figures if (t := tellings.of_figure(figure)) and not t.cumulative]
        happened = (c for c in found.claims if _happened(c) and not tellings.scenes[c.id].several)
        done = (tellings.of_claim(claim) for claim in happened)
        here += [telling for telling in done if not _background(telling)]
        yield from sorted(map(tolls.dated, here), key=lambda telling: (telling.span.start, telling.record))


def _happened(claim: Claim) -> bool:
    root = (claim.event or "").partition(":")[0]
    return (
        root in MATERIAL
        and claim.event not in _PROCESSES
        and claim.polarity is Polarity.POSITIVE
        and claim.modality is Modality.FACT
    )


def _background(telling: Telling) -> bool:
    """Whether a claim is of a longer time and no day of its own: "the war has killed", "since the conflict began"."""
    return telling.cumulative and (telling.when is None or telling.carried or telling.when[0] != telling.when[1])


class _Groups:
    """Groups of what reports tell, joined two by two, unless their days would fall apart or most of what the two tell
    is not alike."""

    def __init__(self, pile: Pile, told: Iterable[list[Telling]], rulings: Rulings) -> None:
        self._pile = pile
        self._rulings = rulings
        self._members = dict(enumerate(told))
        self._of = {telling.record: number for number, members in self._members.items() for telling in members}
        self._size = dict.fromkeys(self._members, 1)
        self._alike: dict[int, dict[int, float]] = defaultdict(dict)

    def link(self, left: str, right: str, chance: float) -> None:
        """Notes how likely the groups of two tellings are of one happening."""
        one, other = self._of[left], self._of[right]
        if one != other:
            self._alike[one][other] = self._alike[other][one] = self._alike[one].get(other, 0.0) + chance

    def join(self, left: str, right: str, *, surely: bool) -> None:
        """Puts the groups of two tellings together if their days allow it, and they are alike on the whole."""
        one, other = sorted((self._of[left], self._of[right]))
        if one == other:
            return
        days = own_days([*self._members[one], *self._members[other]])
        if days and days[-1] - days[0] > _SLACK:
            return
        if surely:
            self._merge(one, other)
            return
        if told_apart(self._pile, self._members[one], self._members[other]):
            return
        if self._alike[one].get(other, 0.0) >= _ALIKE * self._size[one] * self._size[other]:
            self._merge(one, other)

    def put_together(self, left: str, right: str) -> None:
        """Puts the groups of two tellings (their records) together because a person says so, whatever their days,
        unless a later word says otherwise."""
        one, other = sorted((self._of[left], self._of[right]))
        if one != other:
            self._merge(one, other)

    def _merge(self, one: int, other: int) -> None:
        if self._kept_apart(self._members[one], self._members[other]):
            return
        for telling in self._members[other]:
            self._of[telling.record] = one
        self._members[one] = [*self._members[one], *self._members.pop(other)]
        self._size[one] += self._size.pop(other)
        for third, alike in self._alike.pop(other, {}).items():
            self._alike[third].pop(other, None)
            if third != one:
                self._alike[one][third] = self._alike[third][one] = self._alike[one].get(third, 0.0) + alike

    def _kept_apart(self, ones: Sequence[Telling], others: Sequence[Telling]) -> bool:
        """Whether a person says of some two that they tell of two happenings."""
        if not self._rulings:
            return False
        rulings = (self._rulings.on(one.record, other.record) for one in ones for other in others)
        return any(ruling is not None and ruling.verdict is Verdict.DIFFERENT for ruling in rulings)

    def all(self) -> list[list[Telling]]:
        """The groups, in the order of their first members."""
        return [self._members[number] for number in sorted(self._members)]


def _incident(pile: Pile, copies: Copies, members: Sequence[Telling], words: Callable[[Telling], Bag]) -> Incident:
    claims = [pile.claims[telling.record] for telling in members if telling.record in pile.claims]
    figures = [pile.figures[telling.record] for telling in members if telling.record in pile.figures]
    held = dict.fromkeys(figure.claim for figure in figures if figure.claim and figure.claim in pile.claims)
    days = days_of(members)
    place = _place(pile, members)
    evidence = [pile.evidence(telling.report, telling.sentence) for telling in members]
    events = Counter((pile.claims[claim].event or "").partition(":")[0] for claim in [*held, *(c.id for c in claims)])
    return Incident(
        id=content_id("incident", members[0].record),
        label=_label(_most_telling(members, words), place, days),
        events=tuple(sorted(root for root in events if root)),
        since=days[0].isoformat() if days else None,
        until=days[-1].isoformat() if days else None,
        place=place,
        claims=tuple(dict.fromkeys([*held, *(claim.id for claim in claims)])),
        reports=tuple(dict.fromkeys(telling.report for telling in members)),
        origins=copies.independent(evidence),
        figures=tuple(figure.id for figure in figures),
    )


def _place(pile: Pile, members: Sequence[Telling]) -> Who | None:
    """The place that most of the reports name, and most sentences of them; the one that tells most among those."""
    named: dict[str, set[str]] = defaultdict(set)
    sentences = Counter(
        place for _, _, own in {(t.report, t.sentence.start, t.places) for t in members if t.placed} for place in own
    )
    for telling in members:
        for place in telling.places:
            named[place].add(telling.report)

    def order(place: str) -> tuple[int, int, int, str]:
        # A place that is only carried on from elsewhere is rather the one that the pile is about.
        often = pile.frequency[place]
        return -len(named[place]), -sentences[place], often if sentences[place] else -often, place

    best = min(named, key=order, default=None)
    return Who(best, pile.entities[best].name) if best else None


def _most_telling(members: Sequence[Telling], words: Callable[[Telling], Bag]) -> Telling:
    """The telling whose sentence has most in common with all of them: that is seldom background, and one that counts
    over a longer time is only taken where there is no other. One that says the day itself is preferred, and of those
    that are alike the first."""
    if len({(telling.report, telling.sentence.start) for telling in members}) == 1:
        return max(members, key=lambda t: (not t.cumulative, not t.carried))
    middle: dict[str, float] = defaultdict(float)
    bags = {(telling.report, telling.sentence.start): words(telling) for telling in members}
    for bag in bags.values():
        for word, weight in bag.items():
            middle[word] += weight
    return max(members, key=lambda t: (not t.cumulative, round(cosine(words(t), middle) + _DATED * (not t.carried), 9)))


def _label(first: Telling, place: Who | None, days: Sequence[date]) -> str:
    """Where and when, and the first words that tell of it."""
    words = " ".join(first.sentence.text.split())
    words = words if len(words) <= _LABEL else words[: _LABEL - 1].rsplit(" ", 1)[0] + " …"
    head = ", ".join([*([place.name] if place else []), *([days[0].isoformat()] if days else [])])
    return f"{head}: {words}" if head else words


def incident_of(incidents: Sequence[Incident]) -> Mapping[str, str]:
    """The incident of each claim and figure."""
    found: dict[str, str] = {}
    for incident in incidents:
        for record in (*incident.claims, *incident.figures):
            found.setdefault(record, incident.id)
    return found
