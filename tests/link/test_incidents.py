"""Tellings of one happening, gathered from several reports."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Paper, count, disputed, linked

from counterclaim.records import Happened, Slot

FIRST = count(31)


def test_two_counts_of_one_day_and_place_are_of_one_incident() -> None:
    links = linked(FIRST, count(12, speaker="the army", outlet="B"))
    (incident,) = links.incidents
    assert (incident.since, incident.until) == ("2021-05-03", "2021-05-03")
    assert incident.place is not None
    assert incident.place.name == "Dorvik"
    assert len(incident.figures) == len(incident.reports) == incident.origins == 2
    assert incident.label.startswith("Dorvik, 2021-05-03: 31 people were killed")
    assert [dispute.incident for dispute in links.disputes] == [incident.id]


@pytest.mark.parametrize(
    "other",
    [
        count(12, speaker="the army", outlet="B", time="2021-04-20"),
        count(12, speaker="the army", outlet="B", place="Ostrel"),
    ],
)
def test_another_day_or_place_is_another_incident(other: Paper) -> None:
    assert [len(incident.figures) for incident in linked(FIRST, other).incidents] == [1, 1]


@pytest.mark.parametrize("how", ["an airstrike", "an explosion", "gunmen"])
def test_accounts_that_differ_on_the_means_are_of_one_incident(how: str) -> None:
    (incident,) = linked(FIRST, count(12, speaker="the army", outlet="B", how=how)).incidents
    assert len(incident.figures) == 2


def test_the_order_of_reports_does_not_matter() -> None:
    papers = [FIRST, count(12, speaker="the army", outlet="B"), count(40, speaker="a clinic", outlet="C")]
    assert linked(*papers).incidents == linked(*reversed(papers)).incidents


def test_a_raised_toll_is_no_third_answer() -> None:
    raised = count(20, speaker="the army", outlet="C", published="2021-05-06")
    (dispute,) = disputed(linked(FIRST, count(12, speaker="the army", outlet="B"), raised), Slot.COUNT)
    assert {side.answer for side in dispute.sides} == {"31 killed", "12 killed"}


def test_the_dead_of_two_armies_are_two_counts() -> None:
    one = count(4, of="Tosk soldiers")
    other = count(3, of="Arvel soldiers", speaker="the army", outlet="B")
    assert disputed(linked(one, other), Slot.COUNT) == []


@pytest.mark.parametrize(
    ("when", "own"),
    [
        ("on 14 June, 2 July and 19 July", False),
        ("on 14 June and 2 July", False),
        ("on 14 June and 15 June", True),
        ("between 14 June and 2 July", True),
        ("on 14 June", True),
    ],
)
def test_what_was_done_on_several_listed_days_is_of_no_one_incident(when: str, *, own: bool) -> None:
    days = {"14 June": "2021-06-14", "15 June": "2021-06-15", "2 July": "2021-07-02", "19 July": "2021-07-19"}
    paper = Paper(f"Tosk shelled the bridge {when}, and two soldiers were wounded in Halm.", "2021-07-28")
    paper.place("Halm")
    told = paper.tells(paper.text.rstrip("."))
    times = [paper.time(words, value) for words, value in days.items() if words in when]
    shelled = replace(paper.claim(told, "shell", "shelled", time="2021-06-14"), event="ASSAULT", time_id=times[0].id)
    wounded = paper.claim(told, "wound", "wounded")
    paper.claims = [shelled, wounded]
    paper.figure(wounded, "two soldiers", 2, 2, 2, happened=Happened.INJURED)
    (incident,) = linked(paper).incidents
    assert (shelled.id in incident.claims) is own
    assert (incident.since == "2021-06-14") is own


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The toll from Monday's market raid rose to 44 on Thursday.", "2021-05-03"),
        ("The hospital lists 49 deaths from the attack of Monday, after one more died on Thursday.", "2021-05-03"),
        ("The death toll rose to 44 on Thursday.", None),
        ("The army shelled the town again on Thursday, killing 44.", "2021-05-06"),
    ],
)
def test_a_toll_is_of_the_day_of_the_deed(words: str, day: str | None) -> None:
    paper = Paper(words, "2021-05-07")
    for name, value in {"Monday": "2021-05-03", "Thursday": "2021-05-06"}.items():
        if name in words:
            paper.time(name, value)
    number = next(word.strip(".,") for word in words.split() if word.strip(".,").isdigit())
    paper.figure(paper.claim(paper.tells(words), "die", number, time="2021-05-06"), number, 44, 44, 44)
    (incident,) = linked(paper).incidents
    assert incident.since == day
