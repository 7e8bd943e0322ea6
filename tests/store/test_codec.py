"""Whatever a record holds, a ledger gives it back."""

from __future__ import annotations

import dataclasses
import typing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_samples import LINKS, NORTH_FOUND, document, north

from counterclaim.records import (
    Annotations,
    Claim,
    Dispute,
    Evidence,
    LedgerError,
    Passage,
    PassageKind,
    RecordError,
    Report,
    Span,
    Statement,
    Who,
)
from counterclaim.store import Outcome, open_view, open_writer
from counterclaim.store.codec import Codec
from counterclaim.store.schema import CODECS, LINKED, digest

_words = st.text(min_size=1, max_size=20)
_starts = st.integers(0, 10**6)


def _spanning(cls: type, *before: st.SearchStrategy[Any], after: tuple[st.SearchStrategy[Any], ...] = ()) -> Any:
    return st.builds(
        lambda first, start, text, last: cls(*first, start, start + len(text), text, *last),
        st.tuples(*before),
        _starts,
        _words,
        st.tuples(*after),
    )


st.register_type_strategy(Span, _spanning(Span))
st.register_type_strategy(Evidence, _spanning(Evidence, _words))
st.register_type_strategy(Passage, _spanning(Passage, after=(st.sampled_from(PassageKind),)))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(int, st.integers(-(2**63), 2**63 - 1))


def _records(cls: type) -> st.SearchStrategy[Any]:
    """Records of `cls`, with the fields that may not be empty filled."""
    full = {Statement: {"content"}, Claim: {"spans"}, Dispute: {"sides"}}
    fields = {"evidence", "reasons"} | full.get(cls, set())
    hints = typing.get_type_hints(cls)
    filled = {
        name: st.lists(st.from_type(typing.get_args(hints[name])[0]), min_size=2, max_size=3).map(tuple)
        for name in fields & hints.keys()
    }
    return st.builds(cls, **filled)


@pytest.mark.parametrize("name", CODECS)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_record_comes_back_from_its_row(name: str, data: st.DataObject) -> None:
    codec = CODECS[name]
    record = data.draw(_records(codec.cls))
    row = codec.row(record)
    assert all(value is None or isinstance(value, str | int | float | bool) for value in row.values())
    assert codec.record(codec.values(list(row.values()))) == record


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("codec")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_annotations_come_back_from_a_ledger(folder: Path, data: st.DataObject) -> None:
    found: dict[str, tuple[Any, ...]] = {}
    for name, field in (("statements", "statements"), ("figures", "figures"), ("mentions", "mentions")):
        drawn = data.draw(st.lists(_records(CODECS[name].cls), max_size=3))
        found[field] = tuple(
            dataclasses.replace(record, id=f"{name}{at}", report=north.id) for at, record in enumerate(drawn)
        )
    annotations = Annotations(north.id, **found)
    with open_writer(folder / "l.db") as writer:
        writer.add(document(north))
        writer.annotate([Outcome(north, annotations)], "1")
        assert writer.linkable().annotations == {north.id: annotations}


def test_links_come_back_from_a_ledger(tmp_path: Path) -> None:
    with open_writer(tmp_path / "l.db") as writer:
        writer.add(document(north))
        writer.annotate([Outcome(north, NORTH_FOUND)], "1")
        links = dataclasses.replace(LINKS, origins={north.id: "o"})
        assert writer.relink(links, state=writer.state(), version="1")
    with open_view(tmp_path / "l.db") as view:
        for name in LINKED:
            assert list(view.records(name)) == sorted(getattr(LINKS, name), key=lambda record: record.id)


def test_every_who_in_a_record_is_put_in_its_place() -> None:
    """Wherever a record speaks of somebody, the view must find it: the classes are searched by their types."""
    for name, records in (
        ("claims", NORTH_FOUND.claims),
        ("figures", NORTH_FOUND.figures),
        ("entities", LINKS.entities),
        ("disputes", LINKS.disputes),
        ("processes", LINKS.processes),
        ("changes", LINKS.changes),
        ("incidents", LINKS.incidents),
    ):
        codec: Codec[Any] = CODECS[name]
        for record in records:
            named = repr(record).count("Who(entity='")
            seen: list[str] = []

            def put(who: Who, seen: list[str] = seen) -> Who:
                seen.append(who.name)
                return Who("put", "put") if who.entity else who

            changed = codec.record(codec.values(list(codec.row(record).values())), put)
            assert repr(changed).count("Who(entity='put', name='put'") == named
            assert len(seen) == repr(record).count("Who(")


@pytest.mark.parametrize("column", ["content", "sources", "act"])
@pytest.mark.parametrize("damage", ["", "[", "[{}]", '[{"start":5,"end":1,"text":"x"}]', "no such thing"])
def test_a_damaged_row_is_said_to_be_damaged(column: str, damage: str) -> None:
    codec = CODECS["statements"]
    row = codec.row(NORTH_FOUND.statements[0]) | {column: damage}
    with pytest.raises(LedgerError, match=f"damaged: {column} of statement n-s1"):
        codec.record(codec.values(list(row.values())))


def test_a_record_against_its_own_rules_is_said_to_be_damaged() -> None:
    codec = CODECS["statements"]
    row = codec.row(NORTH_FOUND.statements[0]) | {"content": "[]"}
    with pytest.raises(LedgerError, match=r"damaged: statement n-s1 .*needs the words"):
        codec.record(codec.values(list(row.values())))


def test_half_a_character_inside_is_refused_too() -> None:
    broken = dataclasses.replace(NORTH_FOUND.statements[0], sources=(Who(None, "a\ud800"),))
    with pytest.raises(RecordError, match=r"the sources of a statement .* U\+D800"):
        CODECS["statements"].row(broken)


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"path": "x"}, True),
        ({"row": 9}, True),
        ({"sha256": "0"}, True),
        ({"origin": "o"}, True),
        ({"byline": "x"}, False),
        ({"published": "1999"}, False),
        ({"passages": ()}, False),
    ],
)
def test_the_digest_is_of_what_annotating_depends_on(change: dict[str, Any], same: bool) -> None:
    changed: Report = dataclasses.replace(north, **change)
    assert (digest(changed) == digest(north)) is same
