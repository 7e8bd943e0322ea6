"""Join calls by the best reasons first, never two that a person, or a file of known entities, holds apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.link.entities.calls import Call, Calls
from counterclaim.link.entities.organ_names import organ_in
from counterclaim.link.entities.reasons import Reason
from counterclaim.link.entities.spelling import told_apart

#: A reason less sure than this does not join two groups of which most reports name both.
_STATED = 0.9


def merge(
    calls: Calls, reasons: Iterable[Reason], ruled: Iterable[tuple[str, str, bool]]
) -> tuple[list[list[str]], list[Reason]]:
    """The groups of keys that are one entity each, in the order of the calls, and the reasons that hold in them.

    `ruled` are two keys and whether they are one, as people say, the latest first; what contradicts a later one is
    left out. `reasons` count by falling score.
    """
    groups = _Groups(calls)
    for left, right, same in ruled:
        if not same:
            groups.hold_apart(left, right)
        else:
            groups.join(left, right)
    kept = []
    for reason in sorted(reasons, key=lambda r: (-r.score, r.left, r.right, r.why)):
        if groups.same(reason.left, reason.right):
            kept.append(reason)
        elif groups.allow(reason):
            groups.join(reason.left, reason.right)
            kept.append(reason)
    return groups.lists(), kept


class _Groups:
    """Groups of calls that grow (union-find), with those that must stay apart."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._parent = {key: key for key in calls.by_key}
        self._apart: dict[str, set[str]] = {}
        self._known = {key: {call.known} if call.known else set() for key, call in calls.by_key.items()}
        self._states = {key: _states_of(call) for key, call in calls.by_key.items()}

    def _root(self, key: str) -> str:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def same(self, left: str, right: str) -> bool:
        """Whether two are in one group."""
        return self._root(left) == self._root(right)

    def hold_apart(self, left: str, right: str) -> None:
        """Keeps two groups apart from now on, unless they are one already."""
        a, b = self._root(left), self._root(right)
        if a != b:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def allow(self, reason: Reason) -> bool:
        """Whether a reason may join its two groups."""
        a, b = self._root(reason.left), self._root(reason.right)
        if b in self._apart.get(a, ()) or len(self._known[a] | self._known[b]) > 1:
            return False
        if len(self._states[a] | self._states[b]) > 1:
            return False
        # The root of a group is its most mentioned call.
        return reason.score >= _STATED or not told_apart(self._calls.by_key[a], self._calls.by_key[b])

    def join(self, left: str, right: str) -> None:
        """Makes two groups one, unless they are held apart."""
        a, b = self._root(left), self._root(right)
        if a == b or b in self._apart.get(a, ()):
            return
        by_key = self._calls.by_key
        keep, gone = sorted((a, b), key=lambda key: (-by_key[key].mentions, key))
        self._parent[gone] = keep
        self._known[keep] = self._known[keep] | self._known[gone]
        self._states[keep] = self._states[keep] | self._states[gone]
        for other in self._apart.pop(gone, set()):
            self._apart[other].discard(gone)
            self._apart[other].add(keep)
            self._apart.setdefault(keep, set()).add(other)

    def lists(self) -> list[list[str]]:
        """All groups, each in the order of the calls."""
        found: dict[str, list[str]] = {}
        for key in self._parent:
            found.setdefault(self._root(key), []).append(key)
        return list(found.values())


def _states_of(call: Call) -> set[str]:
    """The one state that an organ is of: the ministries of two states are never one."""
    sides = {member.side for member in call.members if member.side}
    return sides if len(sides) == 1 and organ_in(call.members[0].name) else set()


def told(calls: Calls, groups: Sequence[Sequence[str]]) -> list[list[str]]:
    """The groups of which some report has a call."""
    return [list(group) for group in groups if any(calls.by_key[key].members for key in group)]
