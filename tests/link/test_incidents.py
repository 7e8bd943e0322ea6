"""Tellings of one happening, gathered from several reports."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Paper, count, disputed, linked

from counterclaim.link.incidents.where import Where
from counterclaim.link.pile import Pile
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


def story(outlet: str, published: str, *told: tuple[str, str, str | None, int]) -> Paper:
    """A report of sentences, each with the words that say what was done, the day that it gives and whom it counts; one
    that begins with a space goes on with the paragraph."""
    text = "".join(words if words.startswith(" ") else f"\n{words}" for words, *_ in told).strip()
    paper = Paper(text, published, outlet=outlet)
    for words, trigger, day, number in told:
        claim = paper.claim(paper.tells(words.strip()), "kill", trigger, time=day)
        claim = replace(claim, event="COERCE:arrest" if trigger == "arrested" else "ASSAULT")
        paper.claims[-1] = claim
        happened = Happened.ARRESTED if trigger == "arrested" else Happened.KILLED
        paper.figure(claim, next(w for w in words.split() if w.isdigit()), number, number, number, happened=happened)
    return paper


def rows(*papers: Paper) -> dict[tuple[str | None, str | None], list[float]]:
    """The numbers that each incident has, by its place and day."""
    links = linked(*papers)
    counts = {figure.id: figure.best for paper in papers for figure in paper.figures}
    return {
        (one.place.name if one.place else None, one.since): sorted(counts[id_] or 0 for id_ in one.figures)
        for one in links.incidents
    }


MARKET = ("Rockets hit the market in Kelda on Wednesday, killing 9 traders.", "killing", "2031-06-04", 9)
POST = ("Also on Wednesday, gunmen attacked a checkpoint at Ramot and killed 3 soldiers.", "killed", "2031-06-04", 3)


def test_two_happenings_of_one_day_are_two_rows_with_what_each_report_tells_of_them() -> None:
    later = (
        ("The toll of Wednesday's rocket fire on the market of Kelda is 14 traders.", "toll", "2031-06-04", 14),
        ("Witnesses said 10 soldiers were killed at the checkpoint at Ramot.", "killed", "2031-06-04", 10),
    )
    found = rows(story("A", "2031-06-04", MARKET, POST), story("B", "2031-06-05", *later))
    assert found == {("Kelda", "2031-06-04"): [9, 14], ("Ramot", "2031-06-04"): [3, 10]}


@pytest.mark.parametrize(
    ("sentence", "place", "day"),
    [
        (
            ("In October 2027 a bomb at the Kelda station killed 31 people.", "killed", "2027-10", 31),
            "Kelda",
            "2027-10",
        ),
        (("In 2024 a raid on a wedding in Tamit killed 61 guests.", "killed", "2024", 61), "Tamit", "2024"),
        (
            ("In the jail of Altamar 2 inmates were killed on Thursday.", "killed", "2031-06-05", 2),
            "Altamar",
            "2031-06-05",
        ),
        (("Police arrested 4 men in Kelda on Thursday.", "arrested", "2031-06-05", 4), "Kelda", "2031-06-05"),
        (("Elsewhere, 6 villagers were killed on Wednesday.", "killed", "2031-06-04", 6), None, "2031-06-04"),
    ],
)
def test_what_is_told_beside_the_news_has_a_row_of_its_own(
    sentence: tuple[str, str, str, int], place: str | None, day: str
) -> None:
    paper = story("A", "2031-06-06", MARKET, sentence)
    for words, value in {
        "Wednesday": "2031-06-04",
        "Thursday": "2031-06-05",
        "October 2027": "2027-10",
        "2024": "2024",
    }.items():
        if words in sentence[0]:
            paper.time(words, value)
    assert rows(paper) == {("Kelda", "2031-06-04"): [9], (place, day): [sentence[3]]}


@pytest.mark.parametrize(
    "goes_on",
    [
        (" Among the victims are 2 children.", "victims", None, 2),
        ("The dead include 4 children.", "dead", None, 4),
        ("A doctor counted 7 bodies.", "counted", None, 7),
        ("The attack on the market killed 12 people, the mayor said.", "killed", None, 12),
    ],
)
def test_what_goes_on_with_the_news_is_in_its_row(goes_on: tuple[str, str, None, int]) -> None:
    assert rows(story("A", "2031-06-06", MARKET, goes_on)) == {("Kelda", "2031-06-04"): sorted([9, goes_on[3]])}


@pytest.mark.parametrize(
    "background",
    [
        "The war has killed some 12000 people.",
        "The conflict, now in its sixth year, has claimed 12000 lives.",
    ],
)
def test_what_a_war_has_cost_is_in_no_row(background: str) -> None:
    found = rows(story("A", "2031-06-04", MARKET, (background, background.split()[-1].strip("."), None, 12000)))
    assert found == {("Kelda", "2031-06-04"): [9]}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Shots were exchanged near the village of Ulm.", {"ulm"}),
        ("A lorry hit a mine near the Lemba bridge.", {"lemba"}),
        ("They were seized on the road between Mossa and Kintu.", {"mossa", "kintu"}),
        ("In the capital, police fired on teachers.", {"the capital"}),
        ("In Varad, 400 people marched against the bombing of Sorrin.", {"varad"}),
        ("Nine wounded were taken to the Orsk hospital.", set()),
        ("They marched to the Foreign Ministry in Wednesday's rain.", set()),
        ("Two civilians were killed in northern Zanbala.", set()),
        ("It was the worst attack in May.", set()),
    ],
)
def test_where_words_set_what_they_tell(words: str, names: set[str]) -> None:
    paper = Paper(words)
    pile = Pile.of([paper.report], {paper.report.id: paper.found}, {}, ())
    assert Where(pile).named(paper.report.id, 0, len(words)) == names
