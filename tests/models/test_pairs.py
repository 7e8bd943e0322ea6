"""The trained reader of pairs, on sentences that were made up here."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.models.pairs import model
from counterclaim.models.pairs.labels import SLOTS
from counterclaim.models.pairs.pieces import MARKS, Passage, marks
from counterclaim.models.pairs.scenes import pairs_of, scenes_in
from counterclaim.models.pairs.signs import SIGNS, Told, signs
from counterclaim.models.pairs.words import numbers_in


def read(left: str, right: str) -> model.Read:
    reader = model.load()
    one, other = (reader.know(Passage("2031-03-04", text, str(n))) for n, text in enumerate((left, right)))
    return reader.read(one, other)


CONTRADICT = [
    (
        "count",
        "Nine miners died in the Orlo pit, the governor said.",
        "Fourteen miners lost their lives in the Orlo pit, according to the union.",
    ),
    (
        "agent",
        "The army shelled the market of Tesk on Monday, doctors said.",
        "Rebels fired the shells that hit the market of Tesk, the ministry said.",
    ),
    ("place", "The two men were arrested in the port of Halm.", "Police seized the two men in a flat in the capital."),
    (
        "time",
        "The bridge was blown up before dawn on Friday.",
        "The bridge was blown up on Friday afternoon, drivers said.",
    ),
    (
        "polarity",
        "The truce around Venn held all night.",
        "The truce around Venn was broken within an hour.",
    ),
]
COMPATIBLE = [
    (
        "Nine miners died in the Orlo pit, the governor said.",
        "The governor said that nine men were killed in the Orlo mine.",
    ),
    ("The army shelled the market of Tesk on Monday.", "The market of Tesk has sixty stalls and a well."),
    ("The two men were arrested in the port of Halm.", "Halm's port is the largest on the coast."),
    ("The bridge was blown up before dawn on Friday.", "Engineers hope to mend the bridge within a month."),
]


def test_what_contradicts_each_other_is_likelier_to_than_what_does_not() -> None:
    clashing = [read(left, right).likely for _, left, right in CONTRADICT]
    holding = [read(left, right).likely for left, right in COMPATIBLE]
    assert min(clashing) > max(holding)


@pytest.mark.parametrize(("slot", "left", "right"), CONTRADICT)
def test_which_sentence_comes_first_makes_no_difference(slot: str, left: str, right: str) -> None:
    one, other = read(left, right), read(right, left)
    assert one.likely == pytest.approx(other.likely, abs=1e-3)
    assert one.slot == other.slot
    assert (one.left, one.right) == (other.right, other.left)


def test_it_points_to_the_numbers() -> None:
    found = read(*CONTRADICT[0][1:])
    assert found.slot == "count"
    assert "Nine" in CONTRADICT[0][1][slice(*found.left)]
    assert "Fourteen" in CONTRADICT[0][2][slice(*found.right)]


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_is_read_and_answers_lie_inside_it(left: str, right: str) -> None:
    found = read(left, right)
    assert 0 <= found.likely <= 1
    assert found.slot in SLOTS
    for (start, end), text in ((found.left, left), (found.right, right)):
        assert 0 <= start <= end <= len(text)


@given(st.text(max_size=200), st.text(max_size=200), st.floats(-1, 1))
def test_signs_are_the_same_both_ways(left: str, right: str, alike: float) -> None:
    one, other = Told.of(Passage("2031-03-04", left, "a")), Told.of(Passage("", right, "b"))
    assert signs(one, other, alike) == signs(other, one, alike)
    assert len(signs(one, other, alike)) == SIGNS


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Twenty-three of 1,400 men", {"23", "1400"}),
        ("one of them", set()),
        ("dozens were hurt", {"dozens"}),
        ("nobody", set()),
    ],
)
def test_numbers_of_a_sentence(text: str, numbers: set[str]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("piece", "marked"),
    [("Nine", {0, 3}), ("n't", {1}), ("Monday", {2, 3}), ("at", {4}), ("41", {0, 5}), (".", {6}), ("men", set())],
)
def test_marks_of_a_piece(piece: str, marked: set[int]) -> None:
    text = "Ah Nine men didn't lose 41 at Monday."
    found = marks(text, text.index(piece), text.index(piece) + len(piece))
    assert len(found) == MARKS
    assert {n for n, mark in enumerate(found) if mark} == marked


def test_a_scene_is_read_with_its_answers(tmp_path: Path) -> None:
    path = tmp_path / "scenes.txt"
    path.write_text(
        "@ a=count b=place | Tue\na1 [[Nine]] died.\na2 {Sun} There were [[twelve]] dead.\nb1 It was [[in Orlo]].\n"
        "b2 It was [[in Venn]].\n~ Nine houses burned.\n\n@ time | Mon\n1 On [[Monday]].\n1 [[Monday]], then.\n"
    )
    (scene,) = scenes_in([path])
    found = {(p.left.text, p.right.text): p for p in pairs_of(scene, 0)}
    clashing = {key: pair.slots for key, pair in found.items() if pair.slots}
    assert clashing == {
        ("Nine died.", "There were twelve dead."): ("count",),
        ("It was in Orlo.", "It was in Venn."): ("place",),
    }
    first = found["Nine died.", "There were twelve dead."]
    assert first.at == ((0, 4), (11, 17))
    assert (first.left.published, first.right.published) == ("2031-01-07", "2031-01-05")


def test_a_scene_without_two_answers_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "scenes.txt"
    path.write_text("@ time | Mon\n1 On [[Monday]].\n1 [[Monday]], then.\n")
    assert list(scenes_in([path])) == []


def test_the_package_has_all_that_is_needed() -> None:
    folder = files("counterclaim.models.pairs")
    assert {"encoder.onnx", "judge.onnx", "around.onnx", "card.md"} <= {file.name for file in folder.iterdir()}


def test_nothing_of_training_is_imported_to_read() -> None:
    program = (
        "import sys; import counterclaim.models.pairs.weigher;"
        "assert not {'torch', 'transformers', 'safetensors'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_two_lines_of_one_answer_are_the_same_and_say_in_which_words(tmp_path: Path) -> None:
    path = tmp_path / "scenes.txt"
    path.write_text("@ count | Tue\n1 [[Nine]] died.\n1 The dead were [[nine]].\n2 There were [[twelve]] dead.\n")
    (scene,) = scenes_in([path])
    same = [pair for pair in pairs_of(scene, 0) if pair.same]
    assert [(p.left.text, p.right.text, p.at, p.slots) for p in same] == [
        ("Nine died.", "The dead were nine.", ((0, 4), (14, 18)), ())
    ]


def test_what_gives_the_same_answer_is_likelier_to_than_what_clashes_or_is_of_something_else() -> None:
    same = read("The ferry had no lifeboats on board, a survivor said.", "There was not one lifeboat aboard the ferry.")
    others = [read(left, right).same for _, left, right in CONTRADICT]
    assert same.same > max(others)
    assert same.same > read("The ferry had no lifeboats on board.", "The ferry left Orlo at noon.").same
