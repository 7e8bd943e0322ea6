"""What people ruled: two of the reports' own entities are one, or are two. It outranks every reason of the program.

A judgement of kind "entity" is fastened to words that name the two (`records/anchoring.py`): whom they mean now, these
two are. Where they mean nobody, it waits. One that is fastened to no words (an earlier version made it) names the two
by id, or by the id of an entity of the ledger, which is that of its first member.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.link.entities.calls import Call, Calls
from counterclaim.records import Evidence, Judgement, LocalEntity, Verdict
from counterclaim.records.corrections import local_of

KIND = "entity"
#: What an office counts for, beside a name that both reports speak of, where a call is parted.
_TITLE = 3


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person says of two of the reports' own entities, by id."""

    left: str
    right: str
    same: bool


def rulings(judged: Sequence[Judgement], calls: Calls) -> list[Ruling]:
    """The rulings that can be anchored, the latest first; of two on the same pair only the later."""
    found: dict[frozenset[str], Ruling] = {}
    by_time = sorted(judged, key=lambda judgement: (judgement.at or "", judgement.id), reverse=True)
    for judgement in by_time:
        if judgement.kind != KIND or judgement.verdict not in {Verdict.SAME, Verdict.DIFFERENT}:
            continue
        left, right = _both(calls, judgement)
        if left is not None and right is not None and left != right:
            found.setdefault(frozenset({left, right}), Ruling(left, right, judgement.verdict is Verdict.SAME))
    return list(found.values())


def _both(calls: Calls, judgement: Judgement) -> tuple[str | None, str | None]:
    """The two that a judgement is on, as far as they are there."""
    if not judgement.anchors:
        pieces = judgement.evidence[:1], judgement.evidence[1:2]
        return _anchored(calls, judgement.left, pieces[0]), _anchored(calls, judgement.right, pieces[1])
    return local_of(judgement, 1, calls.annotations.get), local_of(judgement, 2, calls.annotations.get)


def _anchored(calls: Calls, id_: str, evidence: Sequence[Evidence]) -> str | None:
    if id_ in calls.locals:
        return id_
    for words in evidence:
        found = calls.annotations.get(words.report)
        for mention in found.mentions if found else ():
            if mention.entity is not None and words.span.overlaps(mention.span):
                return mention.entity
    return None


def part(calls: Calls, ruled: Sequence[Ruling]) -> None:
    """Parts the calls that a person says are of two who are called alike.

    Everybody else of that name goes with whom they have more in common with: names that both reports speak of, and
    offices; with the first where that is equal.
    """
    for key in sorted({calls.of_local[r.left] for r in ruled if not r.same and _one_call(calls, r)}):
        call = calls.by_key[key]
        seeds = _seeds(calls, key, ruled)
        others = [member for member in call.members if all(member.id not in seed for seed in seeds)]
        members = {member.id: member for member in call.members}
        parts = [[members[id_] for id_ in seed] for seed in seeds]
        circles = [_circle(calls, part) for part in parts]
        for member in others:
            own = _circle(calls, [member])
            best = max(range(len(parts)), key=lambda n: ((own & circles[n]).total(), -n))
            parts[best].append(member)
        _replace(calls, call, parts)


def _one_call(calls: Calls, ruling: Ruling) -> bool:
    return calls.of_local[ruling.left] == calls.of_local[ruling.right]


def _seeds(calls: Calls, key: str, ruled: Sequence[Ruling]) -> list[list[str]]:
    """Those of a call whom rulings speak of, in as few parts as they allow, the first of the call first."""
    inside = [r for r in ruled if calls.of_local[r.left] == calls.of_local[r.right] == key]
    apart = {frozenset({r.left, r.right}) for r in inside if not r.same}
    seeds: list[list[str]] = []
    for member in calls.by_key[key].members:
        if not any(member.id in (r.left, r.right) for r in inside):
            continue
        for seed in seeds:
            joined = any(
                r.same and {r.left, r.right} <= {member.id, *seed} and member.id in (r.left, r.right) for r in inside
            )
            if joined or all(frozenset({member.id, other}) not in apart for other in seed):
                seed.append(member.id)
                break
        else:
            seeds.append([member.id])
    return seeds


def _circle(calls: Calls, members: Sequence[LocalEntity]) -> Counter[str]:
    """What reports speak of beside these members, and their offices."""
    circle: Counter[str] = Counter()
    for member in members:
        found = calls.annotations[member.report]
        circle.update({calls.of_local[e.id] for e in found.entities if e.id != member.id})
        circle.update({f"title {title.lower()}": _TITLE for title in member.titles})
    return circle


def _replace(calls: Calls, call: Call, parts: Sequence[Sequence[LocalEntity]]) -> None:
    """Puts a call for each part in the place of a call, each in the order of its members."""
    order = {member.id: n for n, member in enumerate(call.members)}
    del calls.by_key[call.key]
    for number, members in enumerate(parts):
        for member in sorted(members, key=lambda m: order[m.id]):
            calls.put(call.key if number == 0 else f"{call.key}#{number + 1}", member)


def ruled_pairs(calls: Calls, ruled: Sequence[Ruling]) -> Iterator[tuple[str, str, bool]]:
    """Two calls and whether they are one, for each ruling, the latest first."""
    for ruling in ruled:
        left, right = calls.of_local[ruling.left], calls.of_local[ruling.right]
        if left != right:
            yield left, right, ruling.same
