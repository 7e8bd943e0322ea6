"""A file of known entities as a reason: calls that are names of one known entity are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from counterclaim.link.entities.calls import STATE, Call, Calls
from counterclaim.link.entities.names import call_of
from counterclaim.link.entities.reasons import Reason, agree, quoted
from counterclaim.records import EntityKind
from counterclaim.records.known import KnownEntity


def put_known(calls: Calls, known: Sequence[KnownEntity]) -> Iterator[Reason]:
    """Gives the pile's calls the known entities that they name, and the reasons that follow.

    Names that no report has become calls without members, so that another spelling of them finds the known entity too.
    A name that two known entities share leads to neither, unless their kinds or countries settle it.
    """
    owners: dict[str, list[KnownEntity]] = defaultdict(list)
    for entity in sorted(known, key=lambda entity: entity.id):
        for text in dict.fromkeys(_calls(entity, calls)):
            owners[text].append(entity)
    named: dict[str, list[Call]] = defaultdict(list)
    for text, entities in sorted(owners.items()):
        call = calls.by_key.get(text)
        fits = [e for e in entities if call is None or _fits(e, call)]
        if len(fits) != 1:
            continue
        entity = fits[0]
        if call is None:
            call = calls.by_key.setdefault(text, Call(text, text, kind=entity.kind or EntityKind.ORGANIZATION))
        call.known = entity.id
        call.kind = entity.kind or call.kind
        named[entity.id].append(call)
    names = {entity.id: entity.name for entity in known}
    for id_, all_of_it in sorted(named.items()):
        first = max(all_of_it, key=lambda call: (call.mentions, call.key))
        for call in all_of_it:
            if call is not first:
                why = f"The file of known entities has {quoted(first)} and {quoted(call)} as names of “{names[id_]}”."
                yield Reason(first.key, call.key, 1.0, why)


def _calls(entity: KnownEntity, calls: Calls) -> Iterator[str]:
    if entity.kind is EntityKind.STATE and entity.country and STATE + entity.country in calls.by_key:
        yield STATE + entity.country
    for name in (entity.name, *entity.names):
        yield call_of(name, person=entity.kind is EntityKind.PERSON)


def _fits(entity: KnownEntity, call: Call) -> bool:
    """Whether a call may be a known entity: a person is not a place, and nobody of another country."""
    if entity.country and call.countries and entity.country not in call.countries:
        return False
    if entity.kind is None or call.key.startswith(STATE):
        return True
    wanted = Call(call.key, entity.name, kind=entity.kind, mentions=call.mentions)
    # What a report calls a person in one mention is worth little beside a file that says what it is.
    person = EntityKind.PERSON in {entity.kind, call.kind} and entity.kind is not call.kind
    return agree(wanted, call) or not person or call.mentions <= 2
