"""Where sentences begin."""

from __future__ import annotations

from dataclasses import replace

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
