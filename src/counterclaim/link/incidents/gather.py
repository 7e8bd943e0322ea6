"""Incidents: the tellings of one happening in many reports, with the figures that accounts give for it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

from counterclaim.link.incidents.bags import Bag
from counterclaim.link.incidents.candidates import candidate_numbers
from counterclaim.link.incidents.likeness import Likeness
from counterclaim.link.incidents.likeness import set_apart as sentences_apart
from counterclaim.link.incidents.parts import Parts, elsewhere, told_apart
from counterclaim.link.incidents.rows import incident_row
from counterclaim.link.incidents.same import Alike, Unit, Units, chance, outdone, set_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.incidents.tolls import Tolls
from counterclaim.link.incidents.units import own_days, units
from counterclaim.link.origins import Copies
from counterclaim.link.pile import Pile
from counterclaim.link.ruled import Rulings
from counterclaim.link.sought import Sought
from counterclaim.records import Claim, Incident, Judgement, Modality, Polarity, Verdict

#: PLOVER roots of what happens on the ground; what is only said, agreed or asked is no incident.
MATERIAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "AID", "RETREAT", "MOBILIZE", "SANCTION", "CONCEDE"})
#: Modes of these that are steps of a process, not happenings.
_PROCESSES = frozenset({"RETREAT:ceasefire"})
#: What a whole war has cost.
_OF_A_WAR = Sought(
    r"\b(?:war|conflict|insurgency|fighting|violence|crisis|campaign|uprising|unrest|rebellion|feud)\b[^.;]{0,80}?"
    r"\b(?:has|have|had)\s+(?:\w+\s+)?(?:killed|claimed|taken|cost|left|displaced)\b|"
    r"\bin the (?:past|last) \w+ (?:years|decades)\b|\bsince \d{4}\b",
    re.I,
)
#: Words of war for something else.
_FIGURATIVE = Sought(
    r"\bunder (?:\w+ )?fire (?:over|for|after)\b|\b(?:shot|hit|fired) back (?:at (?:critics|the)|within|by saying|"
    r"that)\b|"
    r"\b(?:fight|fighting|battle|battling) (?:for (?:the|their|his|her) (?:life|lives|wounded)|corruption|fraud|"
    r"poverty)\b",
    re.I,
)
#: What goes on and does not happen: "it holds five men".
_STATES = frozenset({"hold"})
#: Likeness from which tellings of two reports are put into one incident. Higher than what comparing asks: one wrong
#: link joins two incidents whole.
_ONE = 0.65
#: What is less likely than this counts as nothing, and how alike two groups have to be on the whole.
_MAY_BE, _ALIKE = 0.3, 0.25
#: How much two parts of one report count as alike.
_ONE_REPORT = -0.4
#: How likely two sentences have to be of one happening, by what they share of words, to be `_SURE`.
_ALIKE_WORDS, _SURE = 0.75, 1.0
#: In a pile of so many reports everything that two of them tell is set against each other.
_FEW = 40
#: How far the days of one incident may lie apart: news of a night is dated by either day.
_SLACK = timedelta(days=1)
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
    return list(Parts(pile, tellings.lexicon).numbered(_all_tellings(pile, tellings)))


def edges_between(pile: Pile, tellings: Tellings, told: Sequence[Telling]) -> list[Edge]:
    """Which two tellings of two reports stand for what may be one happening, as places in `told`, and how likely that
    is: each stands for all that its report tells of it."""
    compared = tellings.once(Units, lambda: Units(pile))
    found = compared.of(units(told))
    at = {telling.record: number for number, telling in enumerate(told)}
    pile.comparing = "incidents"
    names = pile.small_names()
    together: dict[tuple[str, str], list[tuple[Unit, Unit, Alike]]] = defaultdict(list)
    for left, right in _candidates(pile, found, names):
        if pile.guests.both(left.report, right.report):
            continue
        pile.look()
        if not set_apart(left, right):
            together[left.report, right.report].append((left, right, compared.alike(left, right)))
    edges: list[Edge] = []
    for pairs in together.values():
        for (left, right, _), alike in zip(pairs, outdone(pairs), strict=True):
            likely = chance(alike)
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
    groups = _Groups(pile, units(told), rulings)
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
        incident = incident_row(pile, copies, members, words)
        if incident.origins > 1 or incident.figures:
            yield incident


def _all_tellings(pile: Pile, tellings: Tellings) -> Iterator[Telling]:
    """Figures of harm, and claims that something was done; by report and place in it."""
    tolls = Tolls(pile)
    for report in pile.annotations:
        found = pile.annotations[report]
        here = [t for figure in found.figures if (t := tellings.of_figure(figure)) and not t.cumulative]
        here = [t for t in here if not _OF_A_WAR.search(t.sentence.text)]
        happened = (c for c in found.claims if _happened(c) and not tellings.scenes[c.id].several)
        done = (tellings.of_claim(claim) for claim in happened)
        here += [telling for telling in done if not _background(telling)]
        here = [t for t in here if not _FIGURATIVE.search(t.sentence.text)]
        yield from sorted(map(_by_its_means, map(tolls.dated, here)), key=lambda one: (one.span.start, one.record))


def _by_its_means(telling: Telling) -> Telling:
    """A telling without gas as its means where that is tear gas: what it is fired at is another kind of happening."""
    return replace(telling, deeds=telling.deeds - {"gas"}) if "tear gas" in telling.sentence.text else telling


def _happened(claim: Claim) -> bool:
    root = (claim.event or "").partition(":")[0]
    return (
        root in MATERIAL
        and claim.predicate not in _STATES
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
        self._begin_apart()

    def _begin_apart(self) -> None:
        """Notes that the parts of one report are rather of several happenings: it would have told them together."""
        of_report: dict[str, list[int]] = defaultdict(list)
        for number, members in self._members.items():
            of_report[members[0].report].append(number)
        for numbers in of_report.values():
            for one, other in combinations(numbers, 2):
                self._alike[one][other] = self._alike[other][one] = _ONE_REPORT

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
        if told_apart(self._members[one], self._members[other]) or elsewhere(self._members[one], self._members[other]):
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


def incident_of(incidents: Sequence[Incident]) -> Mapping[str, str]:
    """The incident of each claim and figure."""
    found: dict[str, str] = {}
    for incident in incidents:
        for record in (*incident.claims, *incident.figures):
            found.setdefault(record, incident.id)
    return found
