"""Records to rows and back: single values as columns of their own, whatever is nested as canonical JSON text."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
from sqlalchemy import Boolean, Column, Double, Integer, Text
from sqlalchemy.types import TypeEngine

from counterclaim.records import LedgerError, Mention, RecordError, Who

R = TypeVar("R")
#: Puts one `Who` in the place of another.
Swap = Callable[[Who], Who]

_NATIVE: Mapping[type, type[TypeEngine[Any]]] = {str: Text, int: Integer, float: Double, bool: Boolean}
_JSON = msgspec.json.Encoder(order="deterministic")


class _Field:
    """One field of a record: how its value is kept in a column, and where a `Who` stands in it."""

    def __init__(self, owner: type, name: str, hint: Any) -> None:
        self.name = name
        inner, self.optional = _unwrap(hint)
        self.column_type: type[TypeEngine[Any]] = _NATIVE.get(inner, Text)
        self.encode: Callable[[Any], Any] | None = None
        self.decode: Callable[[Any], Any] | None = None
        self.empty: str | None = None
        if isinstance(inner, type) and issubclass(inner, Enum):
            # A dictionary takes a fifth of the time of calling the class, and there are millions of these.
            self.encode, self.decode = _value_of, {member.value: member for member in inner}.__getitem__
        elif inner not in _NATIVE:
            self.encode, self.decode = to_json, msgspec.json.Decoder(inner).decode
            self.empty = "[]" if get_origin(inner) is tuple else None
        self.swap = _entity_of if owner is Mention and name == "entity" else swapper(inner)

    def column(self) -> Column[Any]:
        return Column(self.name, self.column_type(), primary_key=self.name == "id", nullable=self.optional)


class Codec(Generic[R]):
    """Turns records of one class into rows and rows into records."""

    def __init__(self, cls: type[R]) -> None:
        self.cls = cls
        hints = get_type_hints(cls)
        names = [field.name for field in dataclasses.fields(cls)]  # type: ignore[arg-type]
        self.fields = tuple(_Field(cls, name, hints[name]) for name in names)
        self._decoded = tuple((at, field.decode, field.empty) for at, field in enumerate(self.fields) if field.decode)
        self._encoded = tuple((field.name, field.encode) for field in self.fields)
        self._swaps = tuple((at, field.swap) for at, field in enumerate(self.fields) if field.swap)

    def columns(self) -> list[Column[Any]]:
        """New columns for a table of these records, in the order of the fields."""
        return [field.column() for field in self.fields]

    def row(self, record: R) -> dict[str, Any]:
        """The row of `record`. Raises `RecordError` where it holds a character that no text can be stored with."""
        row = {}
        try:
            for name, encode in self._encoded:
                value = getattr(record, name)
                if value is None:
                    pass
                elif encode is not None:
                    value = encode(value)
                elif isinstance(value, str) and not value.isascii():
                    value.encode()
                row[name] = value
        except UnicodeEncodeError as error:
            raise RecordError(
                f"the {name} of a {self.cls.__name__.lower()} holds half of a character (a lone surrogate,"
                f" U+{ord(error.object[error.start]):04X}) that cannot be stored; save it as UTF-8 again"
            ) from None
        return row

    def values(self, row: Sequence[Any]) -> list[Any]:
        """The values of a record's fields from the first columns of `row`, which stand in their order.

        Raises `LedgerError` where a column does not hold what it should.
        """
        values = list(row[: len(self.fields)])
        at = 0
        try:
            for at, decode, empty in self._decoded:
                value = values[at]
                if value is not None:
                    values[at] = () if value == empty else decode(value)
        except (msgspec.MsgspecError, RecordError, KeyError, TypeError) as error:
            raise LedgerError(
                f"the ledger is damaged: {self.fields[at].name} of {self.cls.__name__.lower()} {row[0]} cannot be read"
                f" ({error}); build it again from the reports"
            ) from error
        return values

    def collect(self, values: Sequence[Any], into: set[str]) -> None:
        """Adds to `into` the ids of all entities that `values` speak of."""

        def note(who: Who) -> Who:
            if who.entity is not None:
                into.add(who.entity)
            return who

        for at, swap in self._swaps:
            if values[at]:
                swap(values[at], note)

    def record(self, values: list[Any], put: Swap | None = None) -> R:
        """The record with `values`, with every `Who` in it replaced by what `put` gives for it."""
        if put is not None:
            for at, swap in self._swaps:
                if values[at]:
                    values[at] = swap(values[at], put)
        try:
            return self.cls(*values)
        except RecordError as error:
            raise LedgerError(
                f"the ledger is damaged: {self.cls.__name__.lower()} {values[0]} cannot be read ({error});"
                " build it again from the reports"
            ) from error


def holds_records(hint: Any) -> bool:
    """Whether values of type `hint` are records, or tuples of them."""
    inner, _ = _unwrap(hint)
    return any(map(holds_records, get_args(inner))) if get_origin(inner) is tuple else dataclasses.is_dataclass(inner)


def swapper(hint: Any) -> Callable[[Any, Swap], Any] | None:
    """A function that replaces every `Who` in a value of type `hint`; None where there can be none."""
    inner, optional = _unwrap(hint)
    found: Callable[[Any, Swap], Any] | None = None
    if inner is Who:
        found = _put
    elif get_origin(inner) is tuple:
        found = _each(swapper(get_args(inner)[0]))
    elif dataclasses.is_dataclass(inner):
        found = _within(inner)
    if found is None or not optional:
        return found
    present = found
    return lambda value, put: None if value is None else present(value, put)


def _put(who: Who, put: Swap) -> Who:
    return put(who)


def _entity_of(entity: str, put: Swap) -> str | None:
    return put(Who(entity, "")).entity


def _each(inner: Callable[[Any, Swap], Any] | None) -> Callable[[Any, Swap], Any] | None:
    if inner is None:
        return None
    return lambda values, put: tuple(inner(value, put) for value in values)


def _within(cls: Any) -> Callable[[Any, Swap], Any] | None:
    hints = get_type_hints(cls)
    parts = [(name, swap) for name, hint in hints.items() if (swap := swapper(hint))]
    if not parts:
        return None
    return lambda value, put: dataclasses.replace(value, **{n: swap(getattr(value, n), put) for n, swap in parts})


def _unwrap(hint: Any) -> tuple[Any, bool]:
    """The type that is not None in `hint`, and whether None is allowed."""
    if isinstance(hint, types.UnionType) or get_origin(hint) is Union:
        inner = [option for option in get_args(hint) if option is not types.NoneType]
        return inner[0], len(inner) < len(get_args(hint))
    return hint, False


def _value_of(member: Enum) -> Any:
    return member.value


def to_json(value: Any) -> str:
    """`value` as canonical JSON: the same value gives the same text."""
    if value == ():
        return "[]"
    return _JSON.encode(value).decode()
