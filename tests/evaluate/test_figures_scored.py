"""The scorer of figures, on a report made by hand, and once on the real labels where their reports are there."""

import dataclasses
import json
from pathlib import Path

import pytest
from hand_made import report, span

from counterclaim.evaluate.figures import Label, NoCount, evaluate_figures, read_label, score_figures
from counterclaim.evaluate.labelled import Collected, read_labels
from counterclaim.records import (
    Annotations,
    EntityKind,
    Figure,
    Happened,
    LocalEntity,
    Mention,
    MentionForm,
    Span,
    UnreadableInput,
    Who,
)

ROOT = Path(__file__).parents[2]
TEXT = "On day 4 Kenyan troops killed more than 30 people including 7 young nurses in Volk city. Earlier it was 25."
READ = report("7", TEXT, row=1)

KENYA = LocalEntity("kenya", READ.id, "Kenya", EntityKind.STATE, ("Kenya",), (), None, 1)
TROOPS = LocalEntity("troops", READ.id, "the army", EntityKind.GROUP, ("the army",), (), None, 1)
MENTIONS = tuple(
    Mention(words, READ.id, of, span(READ, words), MentionForm.NAME)
    for of, words in (("kenya", "Kenyan"), ("troops", "troops"))
)
LINE = {
    "report": "7",
    "kind": "count",
    "span": [60, 61],
    "low": 7,
    "best": 7,
    "high": 7,
    "happened": ["killed"],
    "of": [62, 74],
    "by": [[9, 22]],
}


def figure(words, low, best, high, of="nurses", happened=(Happened.KILLED,), **more):
    return Figure(words, READ.id, None, None, span(READ, words), low, best, high, False, of, happened, **more)


def label(**changed):
    return read_label(LINE | changed, Collected(READ, TEXT))


def total(**changed):
    return label(span=[30, 42], low=30, best=30, high=None, of=[43, 49], **changed)


def scores(wanted, *figures):
    found = Annotations(READ.id, entities=(KENYA, TROOPS), mentions=MENTIONS, figures=figures)
    table = score_figures([wanted], {"7": (READ, found)}).table
    return {key.removeprefix("figures."): value for key, value in table.scores.items()}


SEVEN = figure("7", 7, 7, 7)


def test_all_is_right_where_the_figure_says_what_the_label_says():
    got = scores(label(), dataclasses.replace(SEVEN, by=Who("troops", "the army")))
    assert got == dict.fromkeys(
        ("found", "bounds", "happened", "bounds_and_happened", "of", "by", "by.somebody"), 100.0
    )


def test_what_is_not_found_is_wrong():
    assert set(scores(label(by=[]), figure("25", 25, 25, 25)).values()) == {0.0}


@pytest.mark.parametrize(
    ("loose", "bounds", "right"),
    [
        (False, (30, 30, None), True),
        (False, (30, 30, 30), False),
        (False, (31, 31, None), False),
        (True, (31, 31, None), True),
        (True, (30, None, None), True),
        (True, (None, 30, None), False),
    ],
)
def test_bounds(loose, bounds, right):
    assert scores(total(loose=loose), figure("more than 30", *bounds))["bounds"] == 100 * right


def test_up_to_may_have_no_best():
    upper = label(low=None, best=7, high=7, loose=True)
    assert scores(upper, figure("7", None, None, 7))["bounds"] == 100
    assert scores(upper, figure("7", 7, 7, None))["bounds"] == 0


@pytest.mark.parametrize(
    ("happened", "right"),
    [
        ((Happened.KILLED,), True),
        ((Happened.OTHER,), True),
        ((Happened.KILLED, Happened.INJURED), False),
        ((), False),
    ],
)
def test_all_that_happened_and_nothing_else(happened, right):
    found = dataclasses.replace(SEVEN, happened=happened)
    assert scores(label(happened_or=[["other"]]), found)["bounds_and_happened"] == 100 * right


@pytest.mark.parametrize(
    ("of", "right"),
    [
        ("nurses", True),
        ("the young nurses", True),
        ("nurse in Volk city", True),
        ("young people", False),
        ("people including nurses", False),
        (None, False),
    ],
)
def test_what_is_counted_has_the_same_head_or_half_of_the_words(of, right):
    assert scores(label(), dataclasses.replace(SEVEN, of=of))["of"] == 100 * right


@pytest.mark.parametrize(
    ("by", "who", "right"),
    [
        ([[9, 22]], Who("troops", "the army"), True),  # mentioned at the last word
        ([[9, 22]], Who("kenya", "Kenya"), False),  # mentioned at half of the words, not the last
        ([[9, 22]], Who(None, "the troops"), True),
        ([[9, 22]], Who(None, "nurses"), False),
        ([[9, 22]], None, False),
        ([], None, True),
        ([], Who("kenya", "Kenya"), False),
    ],
)
def test_who_did_it(by, who, right):
    assert scores(label(by=by), dataclasses.replace(SEVEN, by=who))["by"] == 100 * right


def test_another_answer_that_the_label_allows_is_as_right():
    either = label(by=[], by_any=[[9, 22]])
    assert scores(either, SEVEN)["by.nobody"] == 100
    assert scores(either, dataclasses.replace(SEVEN, by=Who("troops", "the army")))["by.nobody"] == 100
    left = label(by_any=["none"])
    assert scores(left, SEVEN)["by.somebody"] == 100


def test_place_day_and_side_are_asked_where_the_label_has_them():
    asked = label(place=[[78, 87]], when="2020-01-04", side=[9, 15])
    found = dataclasses.replace(SEVEN, place=Who(None, "Volk"), as_of="2020-01-04", side=Who("kenya", "Kenya"))
    assert {scores(asked, found)[row] for row in ("place", "when", "side")} == {100.0}
    assert {scores(asked, SEVEN)[row] for row in ("place", "when", "side")} == {0.0}


@pytest.mark.parametrize(("whole", "right"), [("more than 30", True), ("25", False), (None, False)])
def test_a_part_points_at_the_figure_over_its_whole(whole, right):
    others = figure("more than 30", 30, 30, None), figure("25", 25, 25, 25)
    found = dataclasses.replace(SEVEN, part_of=whole)
    assert scores(label(part_of=[40, 42]), found, *others)["part_of"] == 100 * right


def test_an_earlier_toll_is_superseded():
    found = figure("more than 30", 30, 30, None, supersedes="25")
    assert scores(total(supersedes=[104, 106]), found, figure("25", 25, 25, 25))["supersedes"] == 100


def test_of_two_figures_over_the_label_the_closer_one_counts():
    wide = figure("30 people including 7 young nurses", 30, 30, 30)
    assert scores(label(), wide, SEVEN)["bounds"] == 100


@pytest.mark.parametrize(("figures", "right"), [((), 100), ((SEVEN,), 100), ((figure("4", 4, 4, 4),), 0)])
def test_no_figure_may_be_over_what_is_no_count(figures, right):
    assert scores(NoCount("7", Span.of(TEXT, 7, 8), "date"), *figures) == {"not_a_count": right}


def test_rows_say_what_a_figure_gave_and_what_silence_would_get():
    found = Annotations(READ.id, figures=(dataclasses.replace(SEVEN, by=Who(None, "troops")),))
    scored = score_figures([label(), total(by=[])], {"7": (READ, found)})
    rows = {row[0]: row[1:] for row in scored.table.rows}
    assert rows["by"] == (2, 1, 50.0, "0 to 100", 1, 100.0)
    assert rows["by, always nobody"] == (2, 1, 50.0, None, 0, None)
    assert scored.cases == {
        "figures: 7 60 bounds and happened": True,
        "figures: 7 60 of": True,
        "figures: 7 60 by": True,
        "figures: 7 30 bounds and happened": False,
        "figures: 7 30 of": False,
        "figures: 7 30 by": False,
    }


def test_labels_are_found_again_where_cleaning_moved_the_text():
    moved = report("7", "A title\n\n" + TEXT, row=1)
    read = read_label(LINE, Collected(moved, TEXT))
    assert isinstance(read, Label)
    assert (read.span.text, read.of[0].text, read.span.start) == ("7", "young nurses", 69)


@pytest.mark.parametrize("changed", [{"by": 3}, {"happened": ["wept"]}, {"of": [1]}, {"kind": "not_a_count"}])
def test_labels_that_are_laid_out_otherwise_are_refused(tmp_path, changed):
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps(LINE | changed))
    with pytest.raises(UnreadableInput, match=r"Line 1 of the labels .* correct it"):
        read_labels(path, {"7": Collected(READ, TEXT)}, read_label)


def test_the_first_labels_are_scored_on_their_reports(tmp_path):
    data, labels = ROOT.parent / "shared", ROOT / "benchmarks" / "labels" / "figures.jsonl"
    if not (data / "data" / "syria" / "reports.jsonl").is_file() or not labels.is_file():
        pytest.skip("the Syrian reports and their labels are not here")
    few = tmp_path / "few.jsonl"
    few.write_text("".join(labels.read_text().splitlines(keepends=True)[:4]))
    scored = evaluate_figures(data, labels=few)
    assert len(scored.cases) == 2 + 2 * 3, "two dates and two counts"
