"""Counts: two accounts give numbers of the same people, to whom the same happened, in one happening.

Numbers are never averaged. A later, higher number is an update; a part is not its total; two happenings that only
look alike are two. All of these are near misses with their reason (`verdicts`). What is left is a conflict if
it is more likely than not that both answer one question (`signs`), and that probability is its score.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.link.compare.counts.bare import compare_bare, stands_alone
from counterclaim.link.compare.counts.beside import lead_in, sentence_around
from counterclaim.link.compare.counts.compared import compare_compared
from counterclaim.link.compare.counts.count import Count
from counterclaim.link.compare.counts.days import dated_apart
from counterclaim.link.compare.counts.losses import own_losses
from counterclaim.link.compare.counts.pairs import Pair, by_name, pairs_of
from counterclaim.link.compare.counts.places import Map
from counterclaim.link.compare.counts.questions import answer, intro, question, where_of
from counterclaim.link.compare.counts.read import ALSO_PEOPLE, victims
from counterclaim.link.compare.counts.rejected import compare_rejected
from counterclaim.link.compare.counts.rivals import leaves_room
from counterclaim.link.compare.counts.scope import scope
from counterclaim.link.compare.counts.sides import sided
from counterclaim.link.compare.counts.sizes import size
from counterclaim.link.compare.counts.states import states
from counterclaim.link.compare.counts.sums import compare_sums
from counterclaim.link.compare.counts.verdicts import judge_counts, of_two_sides, opposed
from counterclaim.link.compare.counts.words import ALONE, OWN_TOLL, own_toll
from counterclaim.link.compare.denials.parties import names_in, share_name
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.records import Evidence, Figure, Happened, Slot, Verdict

#: From this probability on, two numbers are shown as answers to one question; the second holds for reports that give so
#: few numbers of one kind that they tell of one happening. Where reports tell of many, a fresh reader called one in ten
#: right between the two, and three in four above the first (374 reports of one war).
_SHOWN, _SHOWN_ALONE, _ALONE = 0.8, 0.58, 3
#: The same for two numbers of one report that stand no further apart than this, in characters: of eight such pairs of
#: the same reports from there to `_SHOWN` seven are of one question, of 34 below it three.
_SHOWN_BESIDE, _BESIDE = 0.66, 450
_ONLY_THERE = frozenset({Happened.OTHER, Happened.PRESENT})
#: Nouns of people of any kind, and none.
_ANYONE = frozenset({"", "people", "person", "other", "civilian"})
#: Below these odds of one happening (as a logit; a probability of 0.32) no two numbers are shown.
_HARDLY = -0.75
#: From these odds of one happening on (as a logit; a probability of 0.6), equal numbers agree.
_AGREED = 0.405
#: How often a reader holds two numbers of which the lower leaves room for more to contradict each other (of 1), in two
#: reports and in one; above this ratio they do, whatever is left open.
_LEAVES_ROOM, _LEAVES_ROOM_HERE, _APART = 0.6, 0.8, 2.5
#: Up to this ratio hardly ever: two readers called five of five such pairs wrong ("at least 15", and 20).
_CLOSE_BY, _HARDLY_EVER = 1.5, 0.3
#: Below this probability of a contradiction such a pair is not shown.
_SAID_AGAINST = 0.45
#: What is likely of one happening is not set further apart than this, in kilometres: then a name was misread.
_MISREAD = 1500.0


@dataclass(slots=True)
class Judged:
    """A pair with what was judged of it so far; `stated`: its reports show that they give two states of one toll."""

    pair: Pair
    verdict: Verdict
    score: float
    why: list[str]
    stated: bool = False

    def becomes(self, verdict: Verdict, why: str) -> None:
        """Takes a conflict for something else, for a reason."""
        self.verdict, self.score, self.why = verdict, 0.4, [why]


def compare_counts(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare figures of one kind of harm in what is likely one happening; the days of one number; and
    totals with their parts."""
    places = Map(pile)
    found = judged_pairs(pile, tellings, places)
    yield from dated_apart(pile, places, [each.pair for each in found])
    yield from compare_sums(pile)
    bare = [*compare_bare(pile), *compare_compared(pile)]
    yield from compare_rejected(pile)
    yield from sided(pile, [*bare, *_paired(pile, found)], frozenset(f.judgement.id for f in bare))


def _paired(pile: Pile, found: Sequence[Judged]) -> Iterator[Finding]:
    """Pairs of counts as findings, those that are too unlikely to answer one question as near misses."""
    for each in found:
        chance = each.pair.chance
        if each.verdict is Verdict.CONFLICT and each.pair.within and chance < _SHOWN and not _one_noun(pile, each.pair):
            each.becomes(
                Verdict.OTHER_INCIDENT, "The later number has a noun of its own, and so counts something else."
            )
        elif each.verdict is Verdict.CONFLICT and (chance < _enough(pile, each.pair) or _apart(each.pair)):
            why = f"Too little says that both numbers answer one question (chance {chance:.2f} of 1)."
            each.becomes(Verdict.OTHER_INCIDENT, why)
        elif each.verdict is Verdict.CONFLICT and _of_nobody_known(pile, each.pair):
            each.becomes(Verdict.OTHER_INCIDENT, "Nothing says that both count those of one body or at one place.")
        elif each.verdict is Verdict.CONFLICT and chance * _contradict(pile, each.pair) < _SAID_AGAINST:
            each.becomes(Verdict.UPDATE, "The lower number leaves room for more, and the higher may be a later one.")
        elif each.verdict is Verdict.SAME and each.pair.signs.get("happening", _AGREED) < _AGREED:
            each.becomes(Verdict.COMPATIBLE, "The numbers can both hold, but may be of two happenings.")
        yield _finding(pile, each)


def _of_nobody_known(pile: Pile, pair: Pair) -> bool:
    """Whether two numbers only say how many there are of a kind (staff, delegates), and their sentences share
    no name: over 840 reports on other matters all of these were of two things."""
    left, right = pair.left, pair.right
    if left.harm or left.matter or left.happened not in _ONLY_THERE:
        return False
    return not share_name(*(names_in(sentence_around(pile, count.figure)) for count in (left, right)))


def _apart(pair: Pair) -> bool:
    """Whether two reports hardly tell of one happening there, however like their numbers are."""
    return not pair.signs.get("rejects") and pair.signs.get("happening", 0.0) < _HARDLY


def _enough(pile: Pile, pair: Pair) -> float:
    """How likely it has to be that two numbers answer one question, for them to be shown."""
    if pair.signs.get("one_toll"):
        return _SHOWN_ALONE
    most = max(sum(1 for _ in _of_its_kind(pile, count)) for count in (pair.left, pair.right))
    kinds = {pair.left.victims, pair.right.victims}
    of_one = (
        len(kinds) == 1
        or of_two_sides(pair.left, pair.right)
        or kinds <= ALSO_PEOPLE
        or any(by_name(pile, one) for one in (pair.left, pair.right))
    )
    if most <= _ALONE and of_one:
        return _SHOWN_ALONE
    beside = pair.within and abs(pair.left.figure.span.start - pair.right.figure.span.start) <= _BESIDE
    return _SHOWN_BESIDE if beside else _SHOWN


def _of_its_kind(pile: Pile, count: Count) -> Iterator[Figure]:
    """The figures of a count's report that tell of the same harm; what is no harm befalls all kinds of things, and
    there those of the same things."""
    for other in pile.annotations[count.figure.report].figures:
        same = other.happened[:1] == count.figure.happened[:1]
        if same and (count.harm or victims(other) == count.victims):
            yield other


def _one_noun(pile: Pile, pair: Pair) -> bool:
    """Whether the later of two numbers of one report has no noun of its own, the noun of the other, or is told as a
    count of the same."""
    first, last = sorted((pair.left, pair.right), key=lambda count: count.figure.span.start)
    text, span = pile.reports[last.figure.report].text, last.figure.span
    told = OWN_TOLL.search(lead_in(pile, first, last)) and not ALONE.search(text[span.end : span.end + 60])
    nouns = [head_noun(count.figure.of or "") for count in (first, last)]
    own = pair.left.victims == pair.right.victims and bool(own_losses(pile, last.figure))
    return bool(told or own or stands_alone(text, span) or nouns[0] == nouns[1] or _ANYONE.issuperset(nouns))


def judged_pairs(pile: Pile, tellings: Tellings, places: Map) -> list[Judged]:
    """Every pair of counts with its verdict, conflicts whatever their probability."""
    found = [_judged(pile, pair) for pair in pairs_of(pile, tellings, places)]
    _elsewhere(places, found)
    _in_step(found)
    return _as_twins(found)


def _as_twins(found: Sequence[Judged]) -> list[Judged]:
    """Pairs of numbers that their reports give more than once, each as likely as the likeliest of them."""
    best: dict[frozenset[str], float] = {}
    for each in found:
        if each.verdict is Verdict.CONFLICT:
            key = _numbers(each.pair)
            best[key] = max(best.get(key, 0.0), each.pair.chance)
    return [
        replace(each, pair=replace(each.pair, chance=max(each.pair.chance, best[_numbers(each.pair)])))
        if each.verdict is Verdict.CONFLICT
        else each
        for each in found
    ]


def _numbers(pair: Pair) -> frozenset[str]:
    """What tells two numbers from all others, wherever their reports give them."""
    first = [(c, min([c.figure.span.start, *(twin.start for twin in c.twins)])) for c in (pair.left, pair.right)]
    return frozenset(f"{count.figure.report} {at} {count.happened}" for count, at in first)


def _in_step(found: Sequence[Judged]) -> None:
    """Of two reports that give two states of one toll, no number contradicts another."""
    stated = {_reports(each.pair) for each in found if each.verdict is Verdict.UPDATE and each.stated}
    for each in found:
        if each.verdict is Verdict.CONFLICT and not each.pair.within and _reports(each.pair) in stated:
            each.becomes(Verdict.UPDATE, "The two reports tell two states of one toll.")


def _reports(pair: Pair) -> frozenset[str]:
    return frozenset((pair.left.figure.report, pair.right.figure.report))


def _judged(pile: Pile, pair: Pair) -> Judged:
    left, right = pair.left, pair.right
    if _place(pile, right) < _place(pile, left):
        left, right = right, left
    verdict, score, why = judge_counts(pile, left, right)
    stated = states(pile, left, right) if verdict is Verdict.CONFLICT else None
    if verdict is Verdict.CONFLICT:
        verdict, score, why = stated or scope(pile, left, right) or (verdict, score, why)
    told = Pair(left, right, pair.signs, pair.chance, pair.why)
    return Judged(told, verdict, score, list(why), stated=stated is not None)


def _place(pile: Pile, count: Count) -> tuple[int, int]:
    return pile.rank(count.figure.report), count.figure.span.start


def _elsewhere(places: Map, found: Sequence[Judged]) -> None:
    """Two counts that are set at places far from each other, or at two spots of a town, are of two happenings."""
    for each in found:
        conflict = each.verdict is Verdict.CONFLICT
        if not conflict and each.verdict is not Verdict.SAME:
            continue
        left, right = each.pair.left, each.pair.right
        between = places.far_apart(left, right) if left.harm else None
        if between is not None and between <= _MISREAD:
            each.becomes(Verdict.OTHER_INCIDENT, f"They are set in places about {between:,.0f} km apart.")
        elif (spots := places.other_spots(left, right)) is not None:
            each.becomes(Verdict.OTHER_INCIDENT, f"One is set at {spots[0]}, the other at {spots[1]}.")


def _finding(pile: Pile, found: Judged) -> Finding:
    left, right = found.pair.left, found.pair.right
    conflict = found.verdict is Verdict.CONFLICT
    where = where_of(pile, left, right) if conflict else ""
    made = judge(
        "agree" if found.verdict is Verdict.SAME else "compare",
        (left.figure.id, right.figure.id),
        found.verdict,
        found.pair.chance * _contradict(pile, found.pair) if conflict else found.score,
        [intro(left, right, where), *found.pair.why, *found.why],
        [_evidence(pile, count) for count in (left, right)],
        Slot.COUNT,
    )
    asked = question(pile, left, right, where) if conflict else ""
    return Finding(made, asked, _answer(pile, left), _answer(pile, right))


def _contradict(pile: Pile, pair: Pair) -> float:
    """How likely two numbers that answer one question contradict each other: a lower one that leaves room for more is
    as often an earlier state of the higher one, unless two sides tell them, or they lie far apart."""
    left, right = pair.left, pair.right
    low, high = sorted((left, right), key=lambda count: size(count.figure))
    ratio = size(high.figure) / max(1.0, size(low.figure))
    if ratio > _APART or not leaves_room(pile, low.figure, low.twins) or opposed(pile, left, right):
        return 1.0
    if not pair.within:
        return _LEAVES_ROOM if ratio > _CLOSE_BY else _HARDLY_EVER
    first, last = sorted((left, right), key=lambda count: count.figure.span.start)
    return 1.0 if own_toll(lead_in(pile, first, last)) else _LEAVES_ROOM_HERE


def _evidence(pile: Pile, count: Count) -> Evidence:
    claim = pile.claims.get(count.figure.claim or "")
    own = claim.spans[0] if claim else count.scene.sentence
    told = own if own.covers(count.figure.span) else count.scene.sentence
    return pile.evidence(count.figure.report, told if told.covers(count.figure.span) else count.figure.span)


def _answer(pile: Pile, count: Count) -> Answer:
    holders = tuple(pile.resolved(who) for who in count.named)
    return Answer(count.figure.id, count.figure.statement or "", answer(count), _evidence(pile, count), holders)
