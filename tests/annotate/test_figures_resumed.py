"""Numbers that count again what was counted before, without a noun or in a phrase of counting."""

from __future__ import annotations

import pytest
from build import make_report

from counterclaim.annotate.figures.resumed import resumed
from counterclaim.records import Figure, Happened, Span, content_id

TOLD = "Thirty people were killed in the market of Orrin."


def found(words: str) -> list[tuple[str, tuple[Happened, ...]]]:
    """The numbers found in some words that follow a count of the killed."""
    text = f"{TOLD} {words}"
    first = Span.of(text, 0, len("Thirty"))
    told = Figure(
        content_id("figure", "r", 0, 6), "r", None, None, first, 30, 30, 30, False, "people", (Happened.KILLED,)
    )
    return [(figure.span.text, figure.happened) for figure in resumed(make_report(text), [told], ())]


@pytest.mark.parametrize(
    ("words", "number", "happened"),
    [
        ("The mayor put them at forty-one by Friday evening.", "forty-one", Happened.KILLED),
        ("The registry of the town has 52 names.", "52", Happened.KILLED),
        ("The union spoke of 47.", "47", Happened.KILLED),
        ("A priest gave 19 as the number of those buried.", "19", Happened.KILLED),
        ("The army puts the number at 12.", "12", Happened.KILLED),
        ("The clinic left the number of wounded at seventeen.", "seventeen", Happened.INJURED),
        ("The council put at 15,000 the number of residents who have fled.", "15,000", Happened.DISPLACED),
        ("Twenty-six is the number of prisoners, the warden said.", "Twenty-six", Happened.CAPTURED),
        ("Of the injured there were three.", "three", Happened.INJURED),
        ("The court holds a list with 48 names.", "48", Happened.KILLED),
        ("The clinic's count is unchanged at eight.", "eight", Happened.KILLED),
        ("A group in the capital finds that list too long and arrives at 19.", "19", Happened.KILLED),
        ("The minister said the figure of sixteen had not changed.", "sixteen", Happened.KILLED),
    ],
)
def test_a_number_that_counts_again_is_a_figure(words: str, number: str, happened: Happened) -> None:
    assert found(words) == [(number, (happened,))]


@pytest.mark.parametrize(
    "words",
    [
        "The mayor counted 40 buildings in ruins.",
        "The mayor gave 40 a hard look.",
        "He has 12 cows.",
        "The road of 40 kilometres was closed.",
    ],
)
def test_a_number_of_something_else_is_none(words: str) -> None:
    assert found(words) == []


def test_nothing_is_counted_again_where_nothing_was_counted() -> None:
    assert resumed(make_report("The mayor put them at forty-one."), [], ()) == []
