"""Where quotations begin and end, in text alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.annotate.speech.quotations import find_quotations, find_unmarked


def paragraphs(text: str) -> list[tuple[int, int]]:
    found = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“A b,” he said. “C d.”", ["“A b,”", "“C d.”"]),
        ('"A b," he said. "C d."', ['"A b,"', '"C d."']),
        ("''In court,'' she said, ''it is so.''", ["''In court,''", "''it is so.''"]),
        ("It was a „story“ here.", ["„story“"]),
        ("»Yes«, he said. «No», she said.", ["»Yes«", "«No»"]),
        ("“One “nested” two,” he said.", ["“One “nested” two,”"]),
        ("Doe: Talks were 'a waste of time.'", ["'a waste of time.'"]),
        ("The workers' rights and the boys' club", []),
        ("It's the mayor's and the ship's", []),
        ('"A b, he said. "C d" he added.', ['"A b,', '"C d"']),
        ('"We want peace, he said.', ['"We want peace,']),
        ("He said: “We want peace", ["“We want peace"]),
        ("We have wanted peace for long,” he said.", ["We have wanted peace for long,”"]),
        ("So, ” he said.", []),
        ("No marks at all.", []),
    ],
)
def test_marks_of_every_kind(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_quotation_goes_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    text = "“The first.\n“The second,” he said.\n“The third"
    first, second, third = find_quotations(text, paragraphs(text))
    assert (first.continues, second.continues, third.continues) == (True, False, False)


def test_a_stray_mark_in_a_text_without_paragraphs_does_not_swallow_it() -> None:
    text = "The sign read “keep out. " + "The town slept on. " * 100
    (only,) = find_quotations(text, paragraphs(text))
    assert text[only.start : only.end] == "“keep out."


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("We buy it. We sign contracts, he said.", "contracts,"),
        ("It is ours. I know it, the president told reporters.", "know it,"),
    ],
)
def test_a_paragraph_that_lost_its_marks(text: str, end: str) -> None:
    found = find_unmarked(text, 0, len(text))
    assert found is not None
    assert not found.marked
    assert text[found.start : found.end].endswith(end)


@pytest.mark.parametrize(
    "text", ["The gate is closed, he said.", "The town is old. Its gate is closed, he said.", "We go."]
)
def test_ordinary_reports_are_no_lost_quotations(text: str) -> None:
    assert find_unmarked(text, 0, len(text)) is None


@given(st.text(alphabet="ab .,?\n'\"“”„«»‘’`:said", max_size=120))
def test_quotations_lie_in_their_paragraphs_and_apart(text: str) -> None:
    lines = paragraphs(text)
    found = find_quotations(text, lines)
    for quotation in found:
        assert any(start <= quotation.start < quotation.end <= end for start, end in lines)
    for before, after in pairwise(found):
        assert before.end <= after.start


def test_a_line_of_many_marks_takes_no_time_to_speak_of() -> None:
    text = "“" * 20_000 + "”" * 20_000
    assert quoted(text) == [text]
