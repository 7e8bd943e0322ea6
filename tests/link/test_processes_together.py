"""What one report leaves open of a process and another tells: which truce collapsed, what a proposal came to."""

from __future__ import annotations

import pytest
from by_hand import Paper, processes, states

from counterclaim.records import ProcessState

S = ProcessState


def told(
    text: str, published: str, outlet: str = "Coast Herald", *, town: str | None = "Dorvik", **times: str
) -> Paper:
    """A report that an outlet tells in its own voice, with the town and the times that it names, by their words with
    `_` for a space."""
    paper = Paper(text, published, outlet)
    if town is not None and town in text:
        paper.place(town)
    for words, value in times.items():
        paper.time(words.replace("_", " "), value)
    paper.tells(text)
    return paper


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Qend put forward a plan for a ten-day ceasefire.", S.PROPOSED),
        ("Qend floats a truce.", S.PROPOSED),
        ("The envoy submitted a proposal for a local truce.", S.PROPOSED),
        ("The rebels accepted the envoy's plan for a pause in the fighting.", S.ACCEPTED),
        ("The government had agreed in principle to the initiative for a truce.", S.ACCEPTED),
        ("The colonels rejected calls for a ceasefire.", S.REFUSED),
        ("The movement said it would honour the truce.", S.ACCEPTED),
        ("The movement said it would not observe the truce.", S.REFUSED),
        ("The truce in the valley collapsed as the army resumed air strikes.", S.ENDED),
    ],
)
def test_a_plan_for_a_truce_has_the_state_of_what_is_done_to_it(text: str, state: ProcessState) -> None:
    (process,) = processes(told(text, "2021-05-04"))
    assert [step.state for step in process.states] == [state]


@pytest.mark.parametrize(
    "text",
    [
        "The general presented a ceasefire as a defeat.",
        "They hoped the rebels would honour the truce.",
        "The ministry outlined the truce on a map.",
    ],
)
def test_what_is_done_to_no_plan_is_no_state(text: str) -> None:
    assert processes(told(text, "2021-05-04")) == []


BEGUN = ("A truce took effect in Dorvik on Monday.", "2021-05-04")


@pytest.mark.parametrize(
    ("text", "published", "one"),
    [
        ("The truce in Dorvik has collapsed.", "2021-05-15", True),
        ("The truce in Dorvik has collapsed.", "2021-06-10", True),
        ("The truce in Dorvik has been violated.", "2021-06-10", False),
        ("The truce in Dorvik has collapsed.", "2021-12-15", False),
        ("The truce in Dorvik has collapsed.", "2021-05-01", False),
        ("A local truce collapsed near Dorvik.", "2021-05-15", False),
        ("The truce in Lumo has collapsed.", "2021-05-15", False),
    ],
)
def test_the_truce_that_collapsed_is_the_last_that_began_there(text: str, published: str, one: bool) -> None:
    first = told(*BEGUN, Monday="2021-05-03")
    town = "Lumo" if "Lumo" in text else "Dorvik"
    found = processes(first, told(text, published, "Hill Post", town=town))
    assert len(found) == (1 if one else 2)


def test_a_truce_of_two_days_is_not_the_one_that_is_broken_two_weeks_later() -> None:
    first = told("A 48-hour truce took effect in Dorvik on Monday.", "2021-05-04", Monday="2021-05-03")
    other = told("The truce in Dorvik has been violated.", "2021-05-19", "Hill Post")
    assert len(processes(first, other)) == 2


def test_two_lengths_are_one_if_they_are_as_long() -> None:
    first = told("A 48-hour truce took effect in Dorvik on Monday.", "2021-05-04", Monday="2021-05-03")
    other = told("The two-day truce in Dorvik has been violated.", "2021-05-04", "Hill Post")
    third = told("The ten-day truce in Dorvik has been violated.", "2021-05-04", "Lake Times")
    assert [len(process.states) for process in processes(first, other, third)] == [2, 1]


def test_a_proposal_is_of_the_truce_that_came_of_it() -> None:
    proposal = told("Qend proposed a ten-day truce in Dorvik.", "2021-04-29")
    begun = told("A ten-day truce took effect in Dorvik on Monday.", "2021-05-04", "Hill Post", Monday="2021-05-03")
    (process,) = processes(proposal, begun)
    assert states(process) == [("proposed", "2021-04-29"), ("in force", "2021-05-03")]


def test_a_truce_that_is_three_days_old_began_three_days_ago() -> None:
    begun = told("A truce took effect in Dorvik on Monday.", "2021-05-04", Monday="2021-05-03")
    old = told("The three-day-old truce in Dorvik collapsed.", "2021-05-06", "Hill Post")
    other = told("A truce took effect in Dorvik on Friday.", "2021-05-29", "Lake Times", Friday="2021-05-28")
    found = processes(begun, old, other)
    assert [[state for state, _ in states(process)] for process in found] == [["in force", "ended"], ["in force"]]


def test_an_end_in_the_month_that_it_began_in_is_no_contradiction() -> None:
    begun = told("The truce took effect in Dorvik on Monday.", "2021-05-04", Monday="2021-05-03")
    over = told("The truce in Dorvik was abandoned in May.", "2021-06-01", "Hill Post", in_May="2021-05")
    (process,) = processes(begun, over)
    assert [(step.state, step.contested) for step in process.states] == [(S.IN_FORCE, False), (S.ENDED, False)]


@pytest.mark.parametrize(
    ("text", "predicate", "trigger", "agent", "patient", "shown"),
    [
        ("Families left the town with mattresses.", "leave", "left", "Families", "the town", False),
        ("Families left the town on buses under a deal.", "leave", "left", "Families", "the town", True),
        ("Soldiers went from door to door.", "go", "went", "Soldiers", None, False),
        ("Soldiers went out of the valley.", "go out", "went", "Soldiers", None, True),
        ("The rebels withdrew the figure.", "withdraw", "withdrew", "The rebels", "the figure", False),
        ("The rebels withdrew their guns.", "withdraw", "withdrew", "The rebels", "their guns", True),
        ("The patrol evacuated two wounded men.", "evacuate", "evacuated", "The patrol", "two wounded men", False),
        ("The patrol evacuated two hundred people.", "evacuate", "evacuated", "The patrol", "two hundred people", True),
        ("The gunners held their fire.", "hold", "held", "The gunners", "their fire", False),
    ],
)
def test_flight_claims_and_searches_are_no_processes(
    text: str, predicate: str, trigger: str, agent: str, patient: str | None, shown: bool
) -> None:
    paper = Paper(text, "2021-05-04")
    doers = [paper.unnamed(agent, None)]
    paper.claim(
        paper.tells(text), predicate, trigger, agent=doers, patient=[paper.unnamed(patient, None)] if patient else []
    )
    assert len(processes(paper)) == shown


def test_guns_that_are_to_fall_silent_are_of_the_truce_named_before_the_talks() -> None:
    paper = told(
        "The movement accepted a truce in Dorvik. It had begged for talks. The guns will fall silent on Monday.",
        "2021-05-01",
        Monday="2021-05-03",
    )
    assert ("scheduled", "2021-05-03") in [state for process in processes(paper) for state in states(process)]


def test_a_breach_has_the_day_of_what_is_called_so() -> None:
    paper = told(
        "The truce, in force since Friday, was kept. Mortars hit the pier on Sunday. It was a flagrant breach.",
        "2021-05-10",
        Friday="2021-05-07",
        Sunday="2021-05-09",
    )
    (process,) = processes(paper)
    assert ("violated", "2021-05-09") in states(process)
