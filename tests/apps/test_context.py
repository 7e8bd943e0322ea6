from __future__ import annotations

import pytest
import small_ledger
from hypothesis import given
from hypothesis import strategies as st
from small_ledger import HERALD_REPORT, WIRE_REPORT, evidence

from counterclaim.apps.context import context
from counterclaim.records import PassageKind, Report


@pytest.mark.parametrize(
    ("report", "words", "before", "after"),
    [
        (WIRE_REPORT, "It was Arvel that asked us for a truce", "“", ",” spokesman Pavel Dorn said."),
        (WIRE_REPORT, "Tosk had asked for anything", "Dr. Dorn denied that ", "."),
        (WIRE_REPORT, "The talks will go on on Friday.", "", ""),
        (WIRE_REPORT, "Twelve people", "", " died in Oldbridge on Sunday, police said."),
        (HERALD_REPORT, "“We said yes.”", "", ""),
        (HERALD_REPORT, "Tosk asked for the truce", "", ", minister says"),
    ],
)
def test_words_stand_in_their_sentence(report: Report, words: str, before: str, after: str) -> None:
    piece = evidence(report, words)
    around = context(report, piece.start, piece.end)
    assert (around.before, around.words, around.after) == (before, words, after)


def _text(text: str) -> Report:
    return small_ledger._report("Outlet", text, None, "in.txt", [PassageKind.PARAGRAPH] * (text.count("\n\n") + 1))


def test_a_text_without_stops_is_cut_around_the_words() -> None:
    text = "word " * 500 + "HERE " + "word " * 500
    around = context(_text(text), 2500, 2504)
    assert around.words == "HERE"
    assert around.before.startswith("… word")
    assert around.after.endswith("word …")
    assert len(around.before) < 400 > len(around.after)


@given(st.text(alphabet='aB .!?\n"”“J', min_size=1), st.data())
def test_the_words_are_always_in_their_context(text: str, data: st.DataObject) -> None:
    report = small_ledger.Report(**{**_fields(HERALD_REPORT), "text": text, "passages": ()})
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    around = context(report, start, end)
    assert around.words.split() == text[start:end].split()
    whole = "".join((around.before, around.words, around.after))
    assert "".join(whole.split()) in "".join(text.split())


def _fields(report: Report) -> dict[str, object]:
    return {name: getattr(report, name) for name in Report.__slots__}
