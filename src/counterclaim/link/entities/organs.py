"""The organs of one state under all their names: "Foreign Ministry", "Kenyan Foreign Ministry"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from counterclaim.link.entities.calls import Calls
from counterclaim.link.entities.organ_names import organ_in
from counterclaim.link.entities.reasons import Reason, quoted
from counterclaim.records import EntityKind


def same_organ(calls: Calls) -> Iterator[Reason]:
    """Reasons from the state and the kind of organ: "Defence Ministry" of Kenya's is "Kenyan Defence Ministry"."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for call in calls.others((EntityKind.ORGANIZATION, EntityKind.GROUP)):
        sides = {member.side for member in call.members if member.side}
        kinds = {kind for member in call.members for name in member.names if (kind := organ_in(name))}
        if len(sides) == 1 and len(kinds) == 1:
            found[sides.pop(), kinds.pop()].append(call.key)
    for (_, kind), keys in found.items():
        most = max(keys, key=lambda key: (calls.by_key[key].mentions, key))
        for key in keys:
            if key != most:
                left, right = calls.by_key[most], calls.by_key[key]
                yield Reason(most, key, 0.9, f"{quoted(left)} and {quoted(right)} are one state's {kind}.")
