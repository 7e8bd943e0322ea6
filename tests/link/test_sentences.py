"""Evidence is shown in its sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.link.sentences import in_its_sentence
from counterclaim.records import Evidence

TEXT = (
    "Shells fall on Orrin\n\nGen. Vey Harn of the U.S. mission said nine died at 5 p.m. on Monday. "
    "“We saw it,” he said. Nobody else did!"
)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("nine died", "Gen. Vey Harn of the U.S. mission said nine died at 5 p.m. on Monday."),
        ("saw it", "“We saw it,” he said."),
        ("else", "Nobody else did!"),
        ("Shells fall on Orrin", "Shells fall on Orrin"),
        (
            "on Monday. “We",
            "Gen. Vey Harn of the U.S. mission said nine died at 5 p.m. on Monday. “We saw it,” he said.",
        ),
    ],
)
def test_words_are_widened_to_their_sentence(words, sentence):
    start = TEXT.index(words)
    wide = in_its_sentence(Evidence("r", start, start + len(words), words), TEXT)
    assert wide.text == sentence
    assert TEXT[wide.start : wide.end] == wide.text


def test_a_sentence_without_end_is_left_out():
    text = "word " * 400 + "nine died " + "word " * 400
    start = text.index("nine")
    evidence = Evidence("r", start, start + 9, "nine died")
    assert in_its_sentence(evidence, text) == evidence


@given(st.text(alphabet="aB1.!? \n“”", max_size=120), st.data())
def test_the_words_stay_inside(text, data):
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    wide = in_its_sentence(Evidence("r", start, end, text[start:end]), text)
    assert wide.start <= start
    assert wide.text == text[wide.start : wide.end]
    assert wide.end >= len(text[:end].rstrip())
