"""A span is the words at it; a record that rests on nothing cannot be made."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import (
    Act,
    Claim,
    Dispute,
    Evidence,
    Judgement,
    Manner,
    Modality,
    Polarity,
    RecordError,
    Side,
    Slot,
    Span,
    Statement,
    Status,
    Verdict,
)


@st.composite
def _cut(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(st.text(min_size=1, max_size=40))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(_cut())
def test_a_span_of_a_text_is_its_words(cut: tuple[str, int, int]) -> None:
    text, start, end = cut
    span = Span.of(text, start, end)
    assert text[span.start : span.end] == span.text
    assert Evidence.at("r", span).span == span


@given(_cut(), st.data())
def test_covering_and_overlapping_are_what_sets_of_places_say(cut: tuple[str, int, int], data: st.DataObject) -> None:
    text, start, end = cut
    other_start = data.draw(st.integers(0, len(text) - 1))
    other = Span.of(text, other_start, data.draw(st.integers(other_start + 1, len(text))))
    span = Span.of(text, start, end)
    here, there = set(range(start, end)), set(range(other.start, other.end))
    assert span.covers(other) is (there <= here)
    assert span.overlaps(other) is bool(here & there)
    assert span.overlaps(other) is other.overlaps(span)


@pytest.mark.parametrize("make", [Span, lambda *where: Evidence("r", *where)])
@pytest.mark.parametrize(
    ("start", "end", "text"), [(3, 3, ""), (5, 3, "ab"), (-1, 1, "ab"), (0, 3, "ab"), (0, 1, "ab"), (2, 4, "")]
)
def test_a_span_that_cannot_be_is_refused(make: Any, start: int, end: int, text: str) -> None:
    with pytest.raises(RecordError):
        make(start, end, text)


def test_a_span_past_the_end_of_its_text_is_refused() -> None:
    with pytest.raises(RecordError, match="have 2 characters"):
        Span.of("abc", 1, 9)


def test_spans_are_counted_in_code_points() -> None:
    text = "🕊️ “Paix”"
    assert Span.of(text, 3, 9).text == "“Paix”"


def test_spans_sort_by_where_they_are() -> None:
    spans = [Span(4, 5, "a"), Span(0, 9, "b" * 9), Span(0, 1, "c")]
    assert [(span.start, span.end) for span in sorted(spans)] == [(0, 1), (0, 9), (4, 5)]


SPAN = Span(0, 4, "They")
EVIDENCE = Evidence.at("r", SPAN)
STATEMENT = Statement("s", "r", None, Manner.DIRECT, Act.ASSERT, (), (), None, (SPAN,))
CLAIM = Claim(
    "c", "r", "s", None, "go", SPAN, (), False, (), (), (), None, None, None, Polarity.POSITIVE, Modality.FACT, (SPAN,)
)
JUDGEMENT = Judgement("j", "compare", "a", "b", Verdict.CONFLICT, 1.0, ("they differ",), (EVIDENCE,), "ada")
SIDE = Side("yes", (), ("s",), (EVIDENCE,), 1)
DISPUTE = Dispute(
    "d", (), None, "Did they?", Slot.POLARITY, 1.0, ("they differ",), False, (SIDE, SIDE), Status.SUGGESTED, ("j",)
)


@pytest.mark.parametrize(
    ("record", "without"),
    [
        (STATEMENT, {"content": ()}),
        (CLAIM, {"spans": ()}),
        (JUDGEMENT, {"evidence": ()}),
        (JUDGEMENT, {"reasons": ()}),
        (DISPUTE, {"sides": (SIDE,)}),
    ],
)
def test_a_record_that_rests_on_nothing_is_refused(record: Any, without: dict[str, Any]) -> None:
    with pytest.raises(RecordError, match="needs"):
        replace(record, **without)


@pytest.mark.parametrize("record", [SPAN, EVIDENCE, STATEMENT, CLAIM, JUDGEMENT, DISPUTE])
def test_records_do_not_change(record: Any) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(record, fields(record)[0].name, "something else")
    assert hash(record) == hash(replace(record))
