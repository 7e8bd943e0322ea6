import json
from pathlib import Path

import pytest
import yaml

from counterclaim.evaluate import NAMES, run
from counterclaim.evaluate.gate import FLOORS, evaluate_gate, read_floors
from counterclaim.evaluate.score import Scored
from counterclaim.evaluate.table import Table
from counterclaim.records import UnreadableInput, UsageError

COMMENT = "# A person edits this.\n"


def scorer(figure: float, **cases: bool):
    def run(_data: Path) -> Scored:
        return Scored(Table("T", (), (), {"one.f1": figure}), cases)

    return run


@pytest.fixture
def floors(tmp_path):
    path = tmp_path / "floors.yaml"
    path.write_text(COMMENT + yaml.safe_dump({"one": {"one.f1": 50.0}}))
    return path


def gate(tmp_path, floors, figure, raise_floors=False, **cases):
    return evaluate_gate(tmp_path, {"one": scorer(figure, **cases)}, floors, tmp_path / "last", raise_floors)


@pytest.mark.parametrize(("figure", "fallen"), [(49.9, 1), (50.0, 0), (61.0, 0)])
def test_a_figure_below_its_floor_fails(tmp_path, floors, figure, fallen):
    table = gate(tmp_path, floors, figure)
    assert table.scores == {"gate.fallen": fallen}
    assert table.rows == (("one.f1", 50.0, figure, "fell" if fallen else "holds"),)


def test_a_figure_that_is_gone_fails(tmp_path, floors):
    floors.write_text(yaml.safe_dump({"one": {"one.recall": 1.0}}))
    assert gate(tmp_path, floors, 99.0).scores == {"gate.fallen": 1}


def test_a_run_alone_changes_no_file(tmp_path, floors):
    before = floors.read_text()
    gate(tmp_path, floors, 99.0, first=True)
    assert floors.read_text() == before
    assert not (tmp_path / "last").exists()


@pytest.mark.parametrize(("figure", "floor"), [(61.5, 61.5), (50.0, 50.0), (12.0, 50.0)])
def test_floors_are_raised_and_never_lowered(tmp_path, floors, figure, floor):
    gate(tmp_path, floors, figure, raise_floors=True)
    assert read_floors(floors) == {"one": {"one.f1": floor}}
    assert floors.read_text().startswith(COMMENT)


def test_cases_that_moved_are_named(tmp_path, floors):
    gate(tmp_path, floors, 50.0, raise_floors=True, stays=True, falls=True, rises=False, goes=True)
    table = gate(tmp_path, floors, 50.0, stays=True, falls=False, rises=True, comes=True)
    assert table.rows[1:] == (
        ("comes", "not there", "right", "moved"),
        ("falls", "right", "wrong", "moved"),
        ("goes", "right", "not there", "moved"),
        ("rises", "wrong", "right", "moved"),
    )


def test_the_kept_cases_are_one_a_line(tmp_path, floors):
    gate(tmp_path, floors, 50.0, raise_floors=True, b=True, a=False)
    text = (tmp_path / "last" / "one.json").read_text()
    assert json.loads(text) == {"a": False, "b": True}
    assert text.splitlines()[1:3] == ['"a": false,', '"b": true']


def test_gold_that_is_not_ours_is_not_kept_in_words(tmp_path, floors):
    cases = {"statements: the minister said so": True}
    gate(tmp_path, floors, 50.0, raise_floors=True, **cases)
    assert "minister" not in (tmp_path / "last" / "one.json").read_text()
    table = gate(tmp_path, floors, 50.0, **{"statements: the minister said so": False})
    assert table.rows[1:] == (("statements: the minister said so", "right", "wrong", "moved"),)


@pytest.mark.parametrize("content", ["one: 3\n", "one: {a: b}\n", "- one\n", "{", ""])
def test_floors_that_cannot_be_read_say_so(tmp_path, floors, content):
    floors.write_text(content)
    with pytest.raises(UnreadableInput, match=r"floors\.yaml cannot be read"):
        gate(tmp_path, floors, 50.0)


def test_the_last_run_must_be_readable(tmp_path, floors):
    (tmp_path / "last").mkdir()
    (tmp_path / "last" / "one.json").write_text("[1]")
    with pytest.raises(UnreadableInput, match="delete the file"):
        gate(tmp_path, floors, 50.0)


def test_a_floor_for_no_scorer_is_a_mistake(tmp_path, floors):
    floors.write_text("two: {x: 1}\n")
    with pytest.raises(UsageError, match="two, which is no scorer"):
        gate(tmp_path, floors, 50.0)


def test_the_floors_of_the_project_are_for_scorers_that_exist():
    assert set(read_floors(FLOORS)) <= set(NAMES)


def test_an_unknown_scorer_is_named_with_those_that_exist(tmp_path):
    with pytest.raises(UsageError, match="There is no scorer brexit: choose among polnear, seeds"):
        run("brexit", tmp_path)


@pytest.mark.parametrize("name", ["seeds", "disputes", "polnear"])
def test_data_that_is_not_there_is_said_in_a_sentence(tmp_path, name):
    with pytest.raises(UnreadableInput, match=str(tmp_path)):
        run(name, tmp_path)
