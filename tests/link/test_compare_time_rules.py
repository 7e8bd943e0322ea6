"""Days counted two ways, deeds done once that are dated twice, and one toll set on two days."""

from __future__ import annotations

import pytest
from by_hand import Paper, compared, count, disputed
from on_the_map import linked_on_map

from counterclaim.link.compare.times.words import sentence_at, span_in_words
from counterclaim.records import EntityKind, Slot
from counterclaim.records.timex import date_span

TIME = Slot.TIME


def counted(day: str, *, published: str = "2021-05-04", outlet: str = "A", place: str = "Dorvik") -> Paper:
    """A report that says which day of the raids it was when it came out."""
    paper = Paper(f"Jets struck {place} for the {day} day in a row as raids went on.", published, outlet)
    paper.place(place)
    paper.claim(paper.tells(paper.text), "strike", "struck")
    return paper


def test_days_that_are_counted_tell_when_it_began() -> None:
    (dispute,) = disputed(linked_on_map(counted("fourth"), counted("4th", published="2021-05-05", outlet="B")), TIME)
    assert dispute.question == "On which day did the raids in Dorvik begin?"
    assert [side.answer.split(" (")[0] for side in dispute.sides] == ["1 May 2021", "2 May 2021"]


@pytest.mark.parametrize(
    "other",
    [
        counted("fifth", published="2021-05-05", outlet="B"),
        counted("fourth", published="2021-06-05", outlet="B"),
        counted("fourth", published="2021-05-05", outlet="B", place="Ostrel"),
    ],
)
def test_days_that_agree_or_are_of_something_else_are_no_dispute(other: Paper) -> None:
    assert disputed(linked_on_map(counted("fourth"), other), TIME) == []


def taken(verb: str, when: str, value: str, *, outlet: str = "A", by: str = "Government forces") -> Paper:
    """A report that says when a town was taken, long after."""
    paper = Paper(f"{by} {verb} Dorvik {when}.", "2023-01-10", outlet)
    place = paper.place("Dorvik")
    who = paper.who(by, EntityKind.ORGANIZATION)
    place = type(place)(place.entity, place.name, paper.span("Dorvik"))
    paper.time(when.removeprefix("in "), value)
    paper.claim(paper.tells(paper.text), verb, verb, agent=[who], patient=[place], time=value)
    return paper


def test_a_place_is_retaken_once() -> None:
    other = taken("recapture", "in 2021", "2021", outlet="B")
    (dispute,) = disputed(linked_on_map(taken("retake", "in 2020", "2020"), other), TIME)
    assert dispute.question == "When was Dorvik retaken?"
    assert {side.answer for side in dispute.sides} == {"2020", "2021"}


@pytest.mark.parametrize(
    "other",
    [
        taken("retake", "in May 2020", "2020-05", outlet="B"),
        taken("retake", "in 2022", "2022", outlet="B", by="Rebel forces"),
        taken("visit", "in 2021", "2021", outlet="B"),
    ],
)
def test_dates_that_agree_and_deeds_of_others_are_no_dispute(other: Paper) -> None:
    assert disputed(linked_on_map(taken("retake", "in 2020", "2020"), other), TIME) == []


def shelled(number: int, day: str) -> Paper:
    """A report whose first sentence has the day, and whose second has the toll."""
    words = f"{number} soldiers were killed by shelling in Dorvik"
    paper = Paper(f"Shelling of Dorvik went on. {words}, the hospital said.", "2021-05-04", "A")
    place = paper.place("Dorvik")
    paper.claim(paper.tells("Shelling of Dorvik went on."), "go", "went", place=[place], time=day)
    said = paper.says(words, paper.who("the hospital", EntityKind.ORGANIZATION))
    claim = paper.claim(said, "kill", "killed", place=[place])
    paper.figure(claim, f"{number} soldiers", number, number, number, of="soldiers")
    return paper


@pytest.mark.parametrize(
    ("number", "day", "disputes"),
    [(29, "2021-05-01", 1), (29, "2021-05-02", 0), (29, "2021-05-03", 0), (7, "2021-05-01", 0)],
)
def test_one_large_number_that_two_reports_set_on_two_days(number: int, day: str, disputes: int) -> None:
    other = count(number, of="soldiers", time="2021-05-03", speaker="the army", outlet="B")
    assert len(compared(linked_on_map(shelled(number, day), other), TIME)) == disputes


@pytest.mark.parametrize(
    ("value", "words"),
    [("2021-05-03", "3 May 2021"), ("2021-05", "May 2021"), ("2021", "2021"), ("2021-W18", "3 May 2021 to 9 May 2021")],
)
def test_a_date_in_words(value: str, words: str) -> None:
    span = date_span(value)
    assert span is not None
    assert span_in_words(span) == words


def test_the_sentence_around_words() -> None:
    text = "It rained.\nJets struck the port. People fled."
    at = text.index("struck")
    assert sentence_at(text, at, at + 6).text == "Jets struck the port."
    assert sentence_at(text, 0, 2).text == "It rained."
