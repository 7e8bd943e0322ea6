from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from build import make_report, parse_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.annotate.figures import find_figures
from counterclaim.annotate.figures.numerals import read_number
from counterclaim.annotate.parse import parse
from counterclaim.annotate.times import find_times
from counterclaim.records import Figure

SHARED = Path(__file__).parents[3] / "shared"

Bounds = tuple[float | None, float | None, float | None]


def figures_of(text: str, published: str | None = "2020-09-28") -> list[Figure]:
    parsed = parse_text(text, published)
    return find_figures(parsed, find_times(parsed))


def told(text: str) -> list[tuple[str, str | None, str]]:
    return [(f.span.text, f.of, " ".join(f.happened)) for f in figures_of(text)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("31", 31),
        ("2,000", 2000),
        ("40000", 40000),
        ("1.5 million", 1_500_000),
        ("100 thousand", 100_000),
        ("ninety-two", 92),
        ("forty three", 43),
        ("two hundred and fifty", 250),
        ("five six", None),
        ("people", None),
        ("3 lira", None),
    ],
)
def test_reading_a_number(words: str, value: float | None) -> None:
    assert read_number(words) == value


@pytest.mark.parametrize(
    ("words", "bounds", "approximate"),
    [
        ("31", (31, 31, 31), False),
        ("Ninety-two", (92, 92, 92), False),
        ("40000", (40000, 40000, 40000), False),
        ("1.5 million", (1.5e6, 1.5e6, 1.5e6), False),
        ("At least 31", (31, 31, None), False),
        ("More than 60", (60, 60, None), False),
        ("No fewer than 12", (12, 12, None), False),
        ("Over a dozen", (12, 12, None), False),
        ("Nearly 2,000", (None, 2000, 2000), True),
        ("Up to 40", (None, 40, 40), False),
        ("As many as 40", (None, 40, 40), False),
        ("Fewer than 40", (None, None, 40), False),
        ("About 70", (None, 70, None), True),
        ("Some 70", (None, 70, None), True),
        ("30 to 40", (30, None, 40), False),
        ("30-40", (30, None, 40), False),
        ("Between 30 and 40", (30, None, 40), False),
        ("Two dozen", (None, 24, None), True),
        ("Half a dozen", (None, 6, None), True),
    ],
)
def test_bounds(words: str, bounds: Bounds, approximate: bool) -> None:
    (figure,) = figures_of(f"{words} people were killed.")
    assert (figure.low, figure.best, figure.high) == bounds
    assert figure.approximate is approximate
    assert figure.span.text == words
    assert figure.of == "people"


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("Dozens", 24),
        ("Scores", 40),
        ("Hundreds", 200),
        ("Thousands", 2000),
        ("Tens of thousands", 20000),
        ("Several hundred", 300),
        ("Several", 3),
        ("A few", 3),
        ("A number", 3),
    ],
)
def test_words_for_many_have_a_floor_and_no_best(words: str, low: float) -> None:
    of = " of" if words.endswith(("s", "number")) and words not in {"Several"} else ""
    (figure,) = figures_of(f"{words}{of} civilians were killed.")
    assert (figure.low, figure.best, figure.high, figure.approximate) == (low, None, None, True)
    assert figure.of == "civilians"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six Armenian soldiers were killed and 32 others taken prisoner.",
            [("Six", "Armenian soldiers", "killed"), ("32", "Armenian soldiers", "captured")],
        ),
        ("Seven of its soldiers were killed.", [("Seven", "soldiers", "killed")]),
        ("The blast killed 25 and wounded 40.", [("25", None, "killed"), ("40", None, "injured")]),
        (
            "The blast left 12 people dead and 30 wounded.",
            [("12", "people", "killed"), ("30", "people", "injured")],
        ),
        ("19 killed and injured in an attack.", [("19", None, "killed injured")]),
        ("It killed and injured 19 people.", [("19", "people", "killed injured")]),
        ("2 Killed 10 Injured in Attack on City.", [("2", None, "killed"), ("10", None, "injured")]),
        ("Airstrikes Kill 36 Civilians.", [("36", "Civilians", "killed")]),
        ("They massacred 250 troops taken hostage at a base.", [("250", "troops", "killed")]),
        ("It claimed the lives of at least 100 people.", [("at least 100", "people", "killed")]),
        ("The death toll from the raid on the town has risen to 86.", [("86", None, "killed")]),
        ("The raid led to the death of 12 people.", [("12", "people", "killed")]),
        ("12 wounded civilians arrived.", [("12", "civilians", "injured")]),
        ("39 people who died there were farmers.", [("39", "people", "killed")]),
        ("Among the dead were three children.", [("three", "children", "killed")]),
        ("150 villagers have been kidnapped.", [("150", "villagers", "captured")]),
        ("Police arrested 12 protesters.", [("12", "protesters", "arrested")]),
        ("40 people are missing.", [("40", "people", "missing")]),
        ("40000 people have fled.", [("40000", "people", "displaced")]),
        ("They freed 30 prisoners.", [("30", "prisoners", "released")]),
        ("Russia sent nearly 2,000 peacekeepers.", [("nearly 2,000", "peacekeepers", "deployed")]),
        ("The army destroyed five tanks.", [("five", "tanks", "destroyed")]),
        ("Nearly 2,000 mercenaries fight there.", [("Nearly 2,000", "mercenaries", "present")]),
        ("They fired 20 rockets.", [("20", "rockets", "other")]),
        ("More than 20 members of the group were killed.", [("More than 20", "members of the group", "killed")]),
        (
            "287 fighters among them 26 minors had been killed.",
            [("287", "fighters", "killed"), ("26", "minors", "killed")],
        ),
        ("A bombing killed 26 displaced people.", [("26", "people", "killed")]),
        ("12 of the dead were farmers.", [("12", None, "killed")]),
        ("The shelling claimed nine civilians.", [("nine", "civilians", "killed")]),
        ("It killed a woman and wounded four others.", [("a woman", "woman", "killed"), ("four", "people", "injured")]),
        ("10 rebels killed 12 soldiers.", [("10", "rebels", "other"), ("12", "soldiers", "killed")]),
    ],
)
def test_who_and_what_happened(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One person was killed.", [("One", "person", "killed")]),
        ("The shelling killed a woman.", [("a woman", "woman", "killed")]),
        ("A child was wounded.", [("A child", "child", "injured")]),
        ("One of them was a soldier.", []),
        ("A soldier said that shells fell.", []),
        ("A man whose son was killed spoke.", []),
        ("A bomber killed 12 people.", [("12", "people", "killed")]),
        ("Twelve people were killed, a monitor said.", [("Twelve", "people", "killed")]),
    ],
)
def test_one_counts_only_where_it_is_a_victim(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The 83 Infantry Division moved along the M5 highway with T-72 tanks.",
        "Resolution 2254 was adopted in 2015.",
        "About 12 percent of 5 million dollars was lost 30 kilometres away.",
        "The girl is 12 years old and was killed on 16 November.",
        "Five provinces voted at 10:30.",
        "The army captured three villages.",
        "Call 0171 555 or read page 12.",
        "The team won 3-2.",
        "It was the second attack in 20 minutes.",
        "4 of the 5 occupied districts have been liberated.",
        "",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert told(text) == []


def _by_words(text: str) -> dict[str, Figure]:
    return {figure.span.text: figure for figure in figures_of(text)}


def test_parts_of_a_total() -> None:
    found = _by_words("The raids killed 93 civilians, including 54 children and 39 women, and wounded 40.")
    assert [found[n].part_of for n in ("93", "54", "39", "40")] == [None, found["93"].id, found["93"].id, None]
    assert [found[n].of for n in ("54", "39", "40")] == ["children", "women", "civilians"]
    assert found["39"].happened == found["93"].happened
    assert found["40"].happened == ("injured",)


def test_a_part_may_come_before_its_total() -> None:
    found = _by_words("Six civilians including a child were among at least 22 people killed in raids.")
    assert found["Six"].part_of == found["at least 22"].id
    assert found["a child"].part_of == found["Six"].id
    assert all(figure.happened == ("killed",) for figure in found.values())


def test_of_them() -> None:
    found = _by_words("The toll has risen to 86, 30 of them children.")
    assert (found["30"].of, found["30"].part_of) == ("children", found["86"].id)


def test_others_were_hurt_so_they_are_no_part_of_the_dead() -> None:
    found = _by_words("Seven civilians were killed among them a child and nine others were injured.")
    assert found["a child"].part_of == found["Seven"].id
    assert (found["nine"].part_of, found["nine"].of, found["nine"].happened) == (None, "civilians", ("injured",))


def test_a_part_of_something_that_is_no_figure_stands_alone() -> None:
    (figure,) = figures_of("Rebels captured three villages, including two soldiers.")
    assert (figure.of, figure.part_of) == ("soldiers", None)


def test_a_new_toll_supersedes_the_old_one() -> None:
    found = _by_words("The death toll rose from 18 to 22.")
    assert found["22"].supersedes == found["18"].id
    assert found["18"].happened == found["22"].happened == ("killed",)
    found = _by_words("The toll rose to 8 civilians. The source earlier put the death toll at 5 civilians.")
    assert found["8"].supersedes == found["5"].id


def test_since_and_as_of_are_only_what_the_text_says() -> None:
    (since,) = figures_of("More than 300 civilians have been killed since April 2016.")
    (as_of,) = figures_of("300 civilians had been killed as of 5 May 2016.")
    (neither,) = figures_of("300 civilians were killed, and the town has been besieged since 2013.")
    assert (since.since, since.as_of) == ("2016-04", None)
    assert (as_of.since, as_of.as_of) == (None, "2016-05-05")
    assert (neither.since, neither.as_of) == (None, None)


def test_what_claims_fill_later_is_empty() -> None:
    (figure,) = figures_of("Twelve people were killed by rebels in the north.")
    assert (figure.statement, figure.claim, figure.side, figure.by, figure.place) == (None,) * 5


_WORDS = "at least 12 people killed and 30 others wounded including two children of them a woman , from 18 to 22 dozens"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_WORDS.split()), max_size=18))
def test_spans_are_the_text_and_references_hold(words: list[str]) -> None:
    report = make_report(" ".join(words))
    parsed = parse(report)
    figures = find_figures(parsed, find_times(parsed))
    ids = {figure.id for figure in figures}
    assert len(ids) == len(figures)
    assert all(report.text[f.span.start : f.span.end] == f.span.text for f in figures)
    assert all(a.span.start < b.span.start for a, b in pairwise(figures))
    assert {f.part_of for f in figures} | {f.supersedes for f in figures} <= ids | {None}
    assert all(f.happened for f in figures)


@pytest.mark.skipif(not SHARED.exists(), reason="the seed reports are not on this machine")
def test_the_figures_that_a_reader_marked_in_the_seeds() -> None:
    gold = yaml.safe_load((SHARED / "gold/seeds.facts.yaml").read_text(encoding="utf-8"))
    names = {"held": "captured"}
    for number, count, kind, happened, whom, _ in gold["figures"]:
        text = next((SHARED / "seeds").glob(f"{number}_*")).read_text(encoding="utf-8")
        found = [
            figure
            for figure in figures_of(text)
            if figure.span.text.lower() == str(count) and names.get(happened, happened) in figure.happened
        ]
        assert found, (number, count)
        assert any(whom in (figure.of or "") for figure in found)
        assert all(figure.approximate == (kind == "approximate") for figure in found)
