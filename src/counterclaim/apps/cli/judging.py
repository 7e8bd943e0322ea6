"""`counterclaim judge` and `counterclaim link`: a person's word from the terminal, and linking that follows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from counterclaim.apps.cli.printer import Printer
from counterclaim.apps.saying import deed, moment
from counterclaim.records import Slot, UsageError
from counterclaim.store import Person, Said, open_view, open_writer
from counterclaim.store.judging import called

#: What somebody who speaks of a near miss calls the table it is in.
_TABLES = {"near-misses": "judgements"}
#: For each act how many words follow the id, at least and at most, and what they are.
ACTS: Mapping[str, tuple[int, int, str]] = {
    "confirm": (0, 0, ""),
    "reject": (0, 0, ""),
    "join": (1, 1, "the id of the other"),
    "split": (1, 99, "the parts that belong elsewhere"),
    "speaker": (1, 1, "who says it"),
    "slot": (2, 2, "the slot, and what it is"),
    "mention": (1, 1, "who is meant"),
    "name": (1, 1, "what it is called"),
    "undo": (0, 0, ""),
}


def judge_record(ledger: Path, act: str, table: str, id_: str, more: Sequence[str], reason: str, by: str) -> None:
    """Adds what somebody called `by` says of a record, and prints it. Raises `UsageError` for what makes no sense."""
    if act not in ACTS:
        raise UsageError(f'there is no act "{act}"; it is one of {", ".join(ACTS)}')
    least, most, what = ACTS[act]
    if not least <= len(more) <= most:
        raise UsageError(f"{act} takes {what} behind the id" if what else f"{act} takes nothing behind the id")
    open_view(ledger).close()  # a word is said of what is there; a misspelt name must not make a new ledger
    with open_writer(ledger) as writer:
        said = _SAY[act](writer.person(by), _TABLES.get(table, table), id_, list(more), reason, ledger)
    _print(ledger, said)


def _entity(ledger: Path, name: str) -> str | None:
    with open_view(ledger) as view:
        known = [entity.id for entity in view.records("entities", [name])] or called(view.connection, name)
    return known[0] if len(known) == 1 else None


def _slot(person: Person, _: str, id_: str, more: list[str], reason: str, ledger: Path) -> Said:
    slot, value = more
    if slot not in list(Slot):
        raise UsageError(f'there is no slot "{slot}"; it is one of {", ".join(Slot)}')
    return person.slot(id_, Slot(slot), value, reason, entity=_entity(ledger, value))


_SAY: Mapping[str, Callable[[Person, str, str, list[str], str, Path], Said]] = {
    "confirm": lambda person, table, id_, more, reason, ledger: person.confirm(table, id_, reason),
    "reject": lambda person, table, id_, more, reason, ledger: person.reject(table, id_, reason),
    "join": lambda person, table, id_, more, reason, ledger: person.join(table, id_, more[0], reason),
    "split": lambda person, table, id_, more, reason, ledger: person.split(table, id_, more, reason),
    "speaker": lambda person, table, id_, more, reason, ledger: person.speaker(
        id_, more[0], reason, entity=_entity(ledger, more[0])
    ),
    "slot": _slot,
    "mention": lambda person, table, id_, more, reason, ledger: person.mention(
        id_, _entity(ledger, more[0]) or more[0], reason
    ),
    "name": lambda person, table, id_, more, reason, ledger: person.name(id_, more[0], reason),
    "undo": lambda person, table, id_, more, reason, ledger: person.undo(id_, reason),
}


def _print(ledger: Path, said: Said) -> None:
    printer, judgement = Printer(), said.judgement
    printer.line((judgement.by, "bold"), f" {deed(judgement)}.")
    printer.line(("judgement ", "dim"), (judgement.id, "cyan"), f", {moment(judgement.at)}", indent=1)
    with open_view(ledger) as view:
        if any(word.waits for word in view.words() if word.judgement.id == judgement.id):
            printer.line(f"It shows everywhere once the ledger is linked again: counterclaim link {ledger}", indent=1)


def link_ledger(ledger: Path) -> None:
    """Links a ledger anew where it is not linked as it stands, and prints how many disputes it has."""
    import counterclaim
    from counterclaim.apps.wording import counted

    open_view(ledger).close()
    summary = counterclaim.build([], ledger)
    Printer().line(f"Linked; {counted(summary.disputes, 'dispute')}.")
