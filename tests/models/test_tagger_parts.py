"""How the tagger cuts reports up, and what is made of its probabilities."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.models.attribution.decode import Answer, Tagged, decode
from counterclaim.models.attribution.labels import LABELS, first
from counterclaim.models.attribution.trust import SIGNS, Signs, probability, weights
from counterclaim.models.attribution.windows import OVERLAP, WINDOW, windows


@given(size=st.integers(1, 2000), breaks=st.sets(st.integers(0, 1999)), first_window=st.integers(80, WINDOW))
def test_windows_cover_a_report_and_share_what_lies_at_their_edges(
    size: int, breaks: set[int], first_window: int
) -> None:
    cut = windows(size, sorted(number for number in breaks if number < size), first=first_window)
    assert (cut[0].start, cut[-1].stop) == (0, size)
    for before, after in pairwise(cut):
        assert before.start < after.start <= before.stop < after.stop
        assert before.stop - after.start <= OVERLAP
    assert all(0 < len(window) <= WINDOW for window in cut)


def test_a_window_begins_where_a_sentence_does() -> None:
    cut = windows(500, range(0, 500, 20))
    assert all(window.start % 20 == 0 for window in cut)


def answer(roles: str, cues: dict[int, int], doubt: dict[int, float] | None = None) -> Answer:
    """An answer that is sure: a letter a piece (s, q, c or "." for outside, capitals begin), `cues` says which piece
    points to which; `doubt` gives the probability of pieces of which the tagger is less sure."""
    names = {"s": "source", "q": "cue", "c": "content"}
    size = len(roles)
    labels = np.full((size, len(LABELS)), 0.001)
    for at, letter in enumerate(roles):
        label = 0 if letter == "." else first(names[letter.lower()]) + letter.islower()
        share = (doubt or {}).get(at, 0.99)
        labels[at] = (1 - share) / (len(LABELS) - 1)
        labels[at, label] = share
    pointers = np.full((2, size, size), 0.0001)
    for at, cue in cues.items():
        pointers[:, at, cue] = 0.99
    return Answer(labels, [(range(size), range(size), pointers)])


def shape(found: list[Tagged]) -> list[tuple[object, ...]]:
    return [(one.source, one.cue, *one.content) for one in found]


def test_an_attribution_is_a_cue_with_what_points_to_it() -> None:
    roles = "SsQCccc.."
    found = decode(answer(roles, dict.fromkeys([0, 1, 3, 4, 5, 6], 2)))
    assert shape(found) == [((0, 2), (2, 3), (3, 7))]
    assert found[0].cue_probability > 0.9
    assert found[0].content_probability > 0.8


def test_content_goes_on_behind_its_cue() -> None:
    found = decode(answer("Ccc.QS.Ccc", {0: 4, 1: 4, 2: 4, 5: 4, 7: 4, 8: 4, 9: 4}))
    assert shape(found) == [((5, 6), (4, 5), (0, 3), (7, 10))]


def test_two_cues_beside_each_other_share_nothing() -> None:
    found = decode(answer("SQCcSQCc", {0: 1, 2: 1, 3: 1, 4: 5, 6: 5, 7: 5}))
    assert shape(found) == [((0, 1), (1, 2), (2, 4)), ((4, 5), (5, 6), (6, 8))]


def test_one_doubtful_piece_does_not_break_a_sentence() -> None:
    found = decode(answer("SQCccccc", dict.fromkeys([0, 2, 3, 4, 5, 6, 7], 1), doubt={5: 0.3}))
    assert shape(found) == [((0, 1), (1, 2), (2, 8))]


def test_a_cue_without_content_and_content_without_a_cue_are_nothing() -> None:
    assert decode(answer("SQ......", {0: 1})) == []
    assert decode(answer("....Cccc", {})) == []
    assert decode(answer("........", {})) == []


def test_a_source_may_be_missing() -> None:
    (found,) = decode(answer("..QCcc", {3: 2, 4: 2, 5: 2}))
    assert found.source is None


def signs(**values: float) -> Signs:
    return Signs(**{name: values.get(name, 0.0) for name in SIGNS})


@given(st.lists(st.floats(0, 1), min_size=len(SIGNS), max_size=len(SIGNS)))
def test_a_probability_is_one(values: list[float]) -> None:
    assert 0 <= probability(Signs(*values)) <= 1


def test_what_both_found_is_trusted_more_than_what_one_did() -> None:
    sure = {"cue": 0.95, "source": 0.95, "content": 0.9, "named": 1.0, "long": 0.3}
    both = signs(**sure, binding=0.9, tagged=1, ruled=1, alike=0.9, same_source=1)
    doubtful = signs(cue=0.1, source=0.1, content=0.1, named=1.0, long=0.3, ruled=1)
    assert probability(both) > 0.7 > weights()[1] > probability(doubtful)


@pytest.mark.parametrize("role", ["source", "cue", "content"])
def test_labels_come_in_pairs(role: str) -> None:
    assert LABELS[first(role)] == f"B-{role}"
    assert LABELS[first(role) + 1] == f"I-{role}"
