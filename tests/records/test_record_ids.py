"""Ids are made of content, and of nothing else."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Rejected, content_id, report_id
from counterclaim.records.ids import ID_LENGTH, canonical

_parts = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)


@given(st.lists(_parts, max_size=4))
def test_the_canonical_spelling_says_all_that_is_in_it(parts: list[object]) -> None:
    assert json.loads(canonical(parts)) == parts  # type: ignore[arg-type]


@given(st.lists(_parts, max_size=3), st.lists(_parts, max_size=3))
def test_other_content_has_another_id(left: list[object], right: list[object]) -> None:
    same = canonical(left) == canonical(right)  # type: ignore[arg-type]
    assert (content_id("claim", *left) == content_id("claim", *right)) is same  # type: ignore[arg-type]


@given(st.text(st.characters()))
def test_any_text_has_an_id(text: str) -> None:
    id_ = content_id("report", text)
    assert len(id_) == ID_LENGTH
    assert int(id_, 16) >= 0


def test_a_text_that_utf_8_cannot_hold_has_an_id() -> None:
    assert content_id("report", "a\udc80") != content_id("report", "a\udc81")


def test_an_id_is_the_same_in_another_process_and_for_ever() -> None:
    expected = "4978a0d07a9247dede75"
    program = "from counterclaim.records import content_id; print(content_id('mention', 'r', 1, 'Zoë', None, [2.5]))"
    for seed in ("0", "1"):
        done = subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == expected


def test_the_kind_of_a_record_is_part_of_its_id() -> None:
    assert content_id("claim", "x") != content_id("statement", "x")


@pytest.mark.parametrize("part", range(5))
def test_every_part_of_a_report_s_identity_counts(part: int) -> None:
    given_: list[str] = ["outlet", "key", "2021", "title", "text"]
    changed = [*given_]
    changed[part] = "another"
    assert report_id(*given_) != report_id(*changed)


def test_two_outlets_that_print_the_same_are_two_reports() -> None:
    assert report_id("Northern Post", None, None, None, "text") != report_id("Gazette", None, None, None, "text")
    assert report_id(None, "Post", None, None, "text") != report_id("Post", None, None, None, "text")


def test_a_rejection_is_known_by_where_and_why() -> None:
    assert Rejected("a", 1, "why").id == Rejected("a", 1, "why").id
    assert len({Rejected("a", row, why).id for row in (None, 1, 2) for why in ("why", "so")}) == 6
