"""Where sentences begin."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import make_report

from counterclaim.annotate.parse import parse
from counterclaim.records import Passage, PassageKind

FURNITURE = "Last updated May 3 2021"
NEWS = "A total of nine people were hurt in Kisumu. The road is closed."


def test_news_that_begins_within_a_line_of_furniture_is_read() -> None:
    text = f"{FURNITURE} {NEWS}"
    start = len(FURNITURE) + 1
    passages = (
        Passage(0, start - 1, FURNITURE, PassageKind.BOILERPLATE),
        Passage(start, len(text), NEWS, PassageKind.PARAGRAPH),
    )
    parsed = parse(replace(make_report(text), passages=passages))
    assert [sentence.text.strip() for sentence in parsed.sentences] == [
        "A total of nine people were hurt in Kisumu.",
        "The road is closed.",
    ]


def test_a_line_break_ends_a_sentence() -> None:
    parsed = parse(make_report("Nine hurt in Kisumu\nThe road is closed."))
    assert [sentence.text.strip() for sentence in parsed.sentences] == ["Nine hurt in Kisumu", "The road is closed."]


@pytest.mark.parametrize(
    ("dateline", "text", "first"),
    [
        ("ISLE PORT", "ISLE PORT - Selden gunboats sank a ferry on Monday.", "Selden gunboats sank a ferry on Monday."),
        ("ISLE PORT", "ISLE PORT, May 3 - Gunboats sank a ferry.", "Gunboats sank a ferry."),
        ("ISLE PORT", "ISLE PORT 3 May 2031 — Gunboats sank a ferry.", "Gunboats sank a ferry."),
        ("ISLE PORT", "ISLE PORT - Nobody. That was the answer.", "Nobody."),
    ],
)
def test_the_first_sentence_begins_behind_the_dateline_and_is_not_cut(dateline: str, text: str, first: str) -> None:
    parsed = parse(replace(make_report(text), dateline=dateline))
    assert parsed.sentences[0].text == first


def test_a_number_and_a_dash_in_the_news_are_no_date_of_its_dateline() -> None:
    text = "ISLE PORT Police found 12 bags - all of them empty."
    parsed = parse(replace(make_report(text), dateline="ISLE PORT"))
    assert parsed.sentences[0].text == "Police found 12 bags - all of them empty."
