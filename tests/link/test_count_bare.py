"""Which numbers stand alone, and what they are as numbers."""

from __future__ import annotations

import pytest

from counterclaim.link.compare.count_bare import _given, _numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Rights workers counted 1,200 huts; the council spoke of forty-five.", [1200, 45]),
        ("At 9:22, 12 per cent of two hundred farms lay idle.", [200]),
    ],
)
def test_numbers_are_read_but_not_hours_and_shares(text: str, numbers: list[float]) -> None:
    assert [value for _, value in _numbers(text)] == numbers


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Workers counted 40 huts; the council spoke of nine.", [9]),
        ("The mayor put it at 94.", [94]),
        ("The mayor counted 94 lorries.", []),
    ],
)
def test_a_number_without_a_noun_that_somebody_gives_is_bare(text: str, bare: list[float]) -> None:
    assert [value for span, value in _numbers(text) if _given(text, span)] == bare
