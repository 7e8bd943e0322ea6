"""The sides of one question of how many: every side differs with every other, and one number is one side.

Numbers are compared two and two, and what joins them in pairs need not be one question: the toll of a province differs
with another body's of a town, and not with the town's own. So of all numbers that hang together those are kept that
differ each with each, from the surest pair on. Numbers that are next to each other and do not differ ("over 50", "55")
are one side.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.link.compare.counts.numerals import numbers_in
from counterclaim.link.compare.counts.sizes import size
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.groups import components
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.records import Evidence, Verdict

#: Up to this ratio a round number is the same as one that its report also gives.
_NEXT = 1.12
#: A pair of numbers in one sentence, or of which one has no noun, is surer than any other, and of two the one that
#: somebody is named for.
_ONE_SENTENCE, _NAMED = 1.0, 0.1
_TEN = 10
#: Why a number is no side of a question, as the last reason of the near miss.
NO_SIDE = "It does not differ with each of the other answers, and so may be a number of something else."


@dataclass(slots=True)
class _Side:
    """Records that give one number, or numbers next to each other."""

    answers: list[Answer]
    number: float

    def holds(self, record: str) -> bool:
        return any(answer.record == record for answer in self.answers)


def sided(pile: Pile, findings: Sequence[Finding], row: frozenset[str]) -> Iterator[Finding]:
    """Findings on counts, where conflicts with what is no side of its question have become near misses. `row` are the
    judgements on numbers of which the later counts what the one before it counts."""
    conflicts = [f for f in findings if f.judgement.verdict is Verdict.CONFLICT]
    yield from (f for f in findings if f.judgement.verdict is not Verdict.CONFLICT)
    order = list(dict.fromkeys(a.record for f in conflicts for a in (f.left, f.right)))
    groups = components(order, [(f.left.record, f.right.record) for f in conflicts])
    number = {record: at for at, group in enumerate(groups) for record in group}
    together: list[list[Finding]] = [[] for _ in groups]
    for finding in conflicts:
        together[number[finding.left.record]].append(finding)
    for one in together:
        yield from _of_one_question(pile, one, row)


def _of_one_question(pile: Pile, conflicts: Sequence[Finding], row: frozenset[str]) -> Iterator[Finding]:
    """The conflicts among numbers that hang together, as those of as few questions as it takes."""
    sides = _sides(pile, conflicts)
    edges: dict[frozenset[int], float] = defaultdict(float)
    for finding in conflicts:
        pair = frozenset(_at(sides, answer.record) for answer in (finding.left, finding.right))
        edges[pair] = max(edges[pair], _sure(pile, finding, bare=finding.judgement.id in row))
    for one, other in _in_a_row(pile, [f for f in conflicts if f.judgement.id in row], conflicts):
        edges.setdefault(frozenset((_at(sides, one.record), _at(sides, other.record))), 0.0)
    kept = _each_with_each(len(sides), edges)
    near = kept.union(*(pair for pair in edges if pair & kept))
    rest: list[Finding] = []
    for finding in conflicts:
        pair = frozenset(_at(sides, answer.record) for answer in (finding.left, finding.right))
        if pair <= kept:
            left, right = (_worded(sides[_at(sides, a.record)], a) for a in (finding.left, finding.right))
            yield replace(finding, left=left, right=right)
        elif pair & near:
            yield _near_miss(finding)
        else:
            rest.append(finding)
    if rest:
        yield from sided(pile, rest, row)


def _sides(pile: Pile, conflicts: Sequence[Finding]) -> list[_Side]:
    """The numbers of some conflicts, those next to each other together as far as none of them differ."""
    against = {frozenset((f.left.record, f.right.record)) for f in conflicts}
    answers = {answer.record: answer for f in conflicts for answer in (f.left, f.right)}
    sides: list[_Side] = []
    for answer in sorted(answers.values(), key=lambda a: (_number(pile, a), a.words, a.record)):
        number = _number(pile, answer)
        free = (
            side
            for side in reversed(sides)
            if any(_one_number(pile, other, answer) for other in side.answers)
            and all(frozenset((other.record, answer.record)) not in against for other in side.answers)
        )
        side = next(free, None)
        if side is None:
            sides.append(_Side([answer], number))
        else:
            side.answers.append(answer)
    return sides


def _one_number(pile: Pile, one: Answer, other: Answer) -> bool:
    """Whether two answers are the same number, or in one report a round one and the one that it is rounded from."""
    small, large = sorted((_number(pile, one), _number(pile, other)))
    if one.words == other.words or 0 < small == large:
        return True
    same = one.evidence.report == other.evidence.report
    return same and small >= _TEN and large <= small * _NEXT and small % _TEN == 0 and large % _TEN != 0


def _number(pile: Pile, answer: Answer) -> float:
    """The number that an answer gives; 0 where it has no figure. What comes of several figures stands in its words."""
    figure = pile.figures.get(answer.record)
    told = next((value for _, value in numbers_in(answer.words)), None)
    return (told if told is not None and figure.best is not None else size(figure)) if figure else 0.0


def _at(sides: Sequence[_Side], record: str) -> int:
    return next(number for number, side in enumerate(sides) if side.holds(record))


def _in_a_row(pile: Pile, row: Sequence[Finding], conflicts: Sequence[Finding]) -> Iterator[tuple[Answer, Answer]]:
    """Numbers of which each counts what the one before it counts differ also from the last but one; and from what
    another report says, where they are no figures that would have been compared."""
    for one in row:
        for beside in conflicts:
            for last, shared in ((one.left, one.right), (one.right, one.left)):
                for first, same in ((beside.left, beside.right), (beside.right, beside.left)):
                    elsewhere = last.record not in pile.figures and first.evidence.report != last.evidence.report
                    if same.record == shared.record and first.record != last.record and (beside in row or elsewhere):
                        yield first, last


def _sure(pile: Pile, finding: Finding, *, bare: bool) -> float:
    """How sure a pair is; `bare`: the later number has no noun of its own."""
    one, other = finding.left, finding.right
    named = sum(not pile.outlet_says(pile.statements[a.statement]) or bool(a.holders) for a in (one, other))
    together = bare or _overlap(one.evidence, other.evidence)
    return finding.judgement.score + _ONE_SENTENCE * together + _NAMED * named


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.report == other.report and one.start < other.end and other.start < one.end


def _each_with_each(many: int, edges: dict[frozenset[int], float]) -> frozenset[int]:
    """The sides that differ each with each: those of the surest pair, and then whichever is surest to differ with all
    of them."""
    best = max(edges, key=lambda pair: (edges[pair], sorted(pair)))
    kept = set(best)
    while True:
        more = {
            side: min(edges[frozenset((side, one))] for one in kept)
            for side in range(many)
            if side not in kept and all(frozenset((side, one)) in edges for one in kept)
        }
        if not more:
            return frozenset(kept)
        kept.add(max(more, key=lambda side: (more[side], -side)))


def _worded(side: _Side, answer: Answer) -> Answer:
    """An answer in the words of its side: the plainest number that most of its records give, as open as most reports
    leave it. A report that leaves it open does so whatever its headline leaves out."""
    words = Counter(each.words for each in side.answers)
    best = max(words, key=lambda each: (each[:1].isdigit(), words[each], each))
    open_in: dict[str, set[str]] = defaultdict(set)
    for each in side.answers:
        if each.words == best or (best[:1].isdigit() and each.words.endswith(f" {best}")):
            open_in[each.evidence.report].add(each.words)
    told = Counter(max(said, key=lambda one: (one != best, one)) for said in open_in.values())
    return replace(answer, words=max(told, key=lambda one: (told[one], one != best, one)))


def _near_miss(finding: Finding) -> Finding:
    made = finding.judgement
    between = finding.left.record, finding.right.record
    reasons = [*made.reasons, NO_SIDE]
    told = judge("compare", between, Verdict.OTHER_INCIDENT, 0.4, reasons, made.evidence, made.slot)
    return replace(finding, judgement=told)
