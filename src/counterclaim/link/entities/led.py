"""A state's body that is called after who leads the state: "the Doe government" is that of Doe's state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from counterclaim.link.entities.calls import Calls
from counterclaim.link.entities.names import words_of
from counterclaim.link.entities.reasons import Reason, quoted
from counterclaim.records import EntityKind

#: What a leader is said to have.
_BODIES = frozenset({"regime", "government", "administration", "forces", "army", "troops", "military"})
#: Those who lead a state.
_LEADERS = frozenset({"president", "premier", "chancellor", "king", "queen", "emir", "sultan", "leader", "minister"})
#: Share of a name's offices that must be in one state.
_ONE_STATE = 0.8


def led_by(calls: Calls) -> Iterator[Reason]:
    """Reasons from who leads a state, as its offices in the reports tell."""
    states = _states(calls)
    own: dict[tuple[str, str], str] = {}
    for call in calls.others((EntityKind.ORGANIZATION, EntityKind.GROUP)):
        noun = call.text.split()[-1]
        sides = {member.side for member in call.members}
        if noun in _BODIES and len(call.text.split()) == 2 and len(sides) == 1 and (side := sides.pop()):
            own.setdefault((side, noun), call.key)
    for call in calls.others((EntityKind.ORGANIZATION, EntityKind.GROUP)):
        *name, noun = words_of(call.text)
        key = own.get((states.get(name[-1], ""), noun)) if name and noun in _BODIES else None
        if key is not None and key != call.key:
            body = calls.by_key[key]
            yield Reason(
                key, call.key, 0.9, f"{quoted(call)} is named after who leads the state that has {quoted(body)}."
            )


def _states(calls: Calls) -> dict[str, str]:
    """The state that whoever bears a surname leads, where all but a few offices of that surname are in one."""
    seats: dict[str, Counter[str]] = defaultdict(Counter)
    for call in calls.others([EntityKind.PERSON]):
        for member in call.members:
            leads = any(title.lower().split()[-1] in _LEADERS for title in member.titles if title.split())
            if member.side and leads:
                seats[words_of(call.text)[-1]][member.side] += 1
    found = {}
    for surname, sides in seats.items():
        side, most = max(sides.items(), key=lambda item: (item[1], item[0]))
        if most >= _ONE_STATE * sides.total():
            found[surname] = side
    return found
