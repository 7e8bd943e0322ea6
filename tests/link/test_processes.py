"""Ceasefires, exchanges and talks, with the states that reports give them."""

from __future__ import annotations

import pytest
from by_hand import Paper, linked

from counterclaim.link.processes import contested
from counterclaim.records import EntityKind, Process, ProcessKind, ProcessState

S = ProcessState


def told(text: str, *states: str, published: str = "2021-05-04", outlet: str = "Coast Herald", **times: str) -> Paper:
    """A report that an outlet tells in its own voice, with the states it names and its times, by their words with
    `_` for a space."""
    paper = Paper(text, published, outlet)
    for state in states:
        paper.state(state, state.lower())
    for words, value in times.items():
        paper.time(words.replace("_", " "), value)
    paper.tells(text)
    return paper


def processes(*papers: Paper) -> list[Process]:
    """The processes of these papers."""
    return list(linked(*papers).processes)


def states(process: Process) -> list[tuple[str, str | None]]:
    """The states of a process with their dates."""
    return [(step.state.value, step.date) for step in process.states]


@pytest.mark.parametrize(
    ("text", "kind", "state"),
    [
        ("Tosk has violated the truce.", ProcessKind.CEASEFIRE, S.VIOLATED),
        ("Shells fell on the town in breach of the ceasefire.", ProcessKind.CEASEFIRE, S.VIOLATED),
        ("Officials spoke of nine ceasefire violations.", ProcessKind.CEASEFIRE, S.VIOLATED),
        ("Tosk accused Arvel of violating the truce.", ProcessKind.CEASEFIRE, S.VIOLATED),
        ("Arvel denied violating the truce.", ProcessKind.CEASEFIRE, S.IN_FORCE),
        ("Arvel kept the truce.", ProcessKind.CEASEFIRE, S.IN_FORCE),
        ("The truce took effect at dawn.", ProcessKind.CEASEFIRE, S.IN_FORCE),
        ("The truce, brokered by Tosk, came into force.", ProcessKind.CEASEFIRE, S.IN_FORCE),
        ("A truce was agreed in the evening.", ProcessKind.CEASEFIRE, S.AGREED),
        ("Shells killed three people despite a truce.", ProcessKind.CEASEFIRE, S.VIOLATED),
        ("The army declared the truce over.", ProcessKind.CEASEFIRE, S.ENDED),
        ("The week-long truce collapsed.", ProcessKind.CEASEFIRE, S.ENDED),
        ("Arvel refused to extend the truce.", ProcessKind.CEASEFIRE, S.REFUSED),
        ("Arvel rejected a ceasefire proposal.", ProcessKind.CEASEFIRE, S.REFUSED),
        ("The mission called for an immediate ceasefire.", ProcessKind.CEASEFIRE, S.CALLED_FOR),
        ("She urged both armies to respect the truce.", ProcessKind.CEASEFIRE, S.CALLED_FOR),
        ("Arvel threatened to end the truce.", ProcessKind.CEASEFIRE, S.THREATENED),
        ("The truce, which took effect on May 22, was extended.", ProcessKind.CEASEFIRE, S.EXTENDED),
        ("The army suspended its participation in ceasefire talks.", ProcessKind.TALKS, S.SUSPENDED),
        ("The truce was extended by a week.", ProcessKind.CEASEFIRE, S.EXTENDED),
        ("Tosk demanded the withdrawal of the troops.", ProcessKind.WITHDRAWAL, S.DEMANDED),
        ("They agreed to establish a hotline.", ProcessKind.HOTLINE, S.AGREED),
        ("The prisoner exchange was suspended.", ProcessKind.EXCHANGE, S.SUSPENDED),
        ("The talks are due to begin in June.", ProcessKind.TALKS, S.SCHEDULED),
        ("Arvel and Tosk held talks in the city.", ProcessKind.TALKS, S.HELD),
        ("The ministers opened a humanitarian corridor.", ProcessKind.CORRIDOR, S.IN_FORCE),
        ("The evacuation was completed.", ProcessKind.EVACUATION, S.CARRIED_OUT),
    ],
)
def test_the_words_around_a_process_give_its_state(text: str, kind: ProcessKind, state: ProcessState) -> None:
    (process,) = processes(told(text))
    assert process.kind is kind
    assert state in {step.state for step in process.states}


@pytest.mark.parametrize(
    "text",
    [
        "There is no ceasefire.",
        "Prices rose despite a truce.",
        "The evacuations of the wounded from the town are voluntary.",
        "They hoped to end the truce.",
        "The truce would be violated.",
        "If the truce is violated, the army will answer.",
        "Arvel failed to maintain the truce.",
        "The ceasefire monitors were attacked.",
        "The exchange of fire ended at noon.",
        "Nobody talks about the bridge that was agreed.",
        "The truce has been violated less often since May.",
        "A convoy left the town after the ceasefire, and the army extended its trenches.",
        "The market reached a corridor of the old station.",
        "Several ceasefires were agreed over the years.",
    ],
)
def test_what_is_no_state_of_a_process_is_not_shown(text: str) -> None:
    assert processes(told(text)) == []


def test_three_truces_of_one_october_are_three() -> None:
    paper = told(
        "The truces that Arvel and Tosk reached on 10 October, 17 October and 26 October were violated by Tosk. "
        "The three truces, which took effect on October 11, 18 and 27, were short.",
        "Arvel",
        "Tosk",
        **{
            "10_October": "2020-10-10",
            "17_October": "2020-10-17",
            "26_October": "2020-10-26",
            "October_11": "2020-10-11",
            "18": "2020-10-18",
            "27": "2020-10-27",
        },
        published="2020-11-06",
    )
    found = processes(paper)
    assert [states(process) for process in found] == [
        [("agreed", f"2020-10-{day}"), ("in force", f"2020-10-{day + 1}"), ("violated", None)] for day in (10, 17, 26)
    ]
    assert {who.name for process in found for step in process.states for who in step.by} == {"Tosk"}


def test_the_truce_spoken_of_later_is_the_one_spoken_of_before() -> None:
    paper = told(
        "Arvel and Tosk agreed on Monday to a ceasefire. The ceasefire took effect on Wednesday. "
        "“The ceasefire was violated by Tosk on the second day.”",
        "Arvel",
        "Tosk",
        Monday="2021-05-03",
        Wednesday="2021-05-05",
        published="2021-05-09",
    )
    (process,) = processes(paper)
    assert states(process) == [("agreed", "2021-05-03"), ("in force", "2021-05-05"), ("violated", "2021-05-06")]
    assert process.name == "Ceasefire of 3 May 2021 (Arvel, Tosk)"


def test_the_truce_is_not_a_previous_one() -> None:
    found = processes(
        told(
            "The armies signed a ceasefire on Friday. A previous ceasefire collapsed. "
            "The mission urged them to respect the ceasefire.",
            Friday="2021-04-30",
        )
    )
    assert [[state for state, _ in states(process)] for process in found] == [["agreed", "called for"], ["ended"]]


@pytest.mark.parametrize(
    ("day", "broker", "together"),
    [("2021-05-03", "Tosk", True), ("2021-05-05", "Tosk", True), ("2021-05-20", "Tosk", False)],
)
def test_reports_tell_of_one_truce_if_its_day_and_parties_fit(day: str, broker: str, together: bool) -> None:
    first = told("A truce brokered by Tosk took effect on Monday.", "Tosk", Monday="2021-05-03")
    other = told(
        f"The truce brokered by {broker} came into force on the said day.",
        broker,
        outlet="B",
        published="2021-06-01",
        the_said_day=day,
    )
    assert len(processes(first, other)) == (1 if together else 2)


def test_reports_that_share_only_the_day_tell_of_two_truces() -> None:
    first = told("A truce brokered by Tosk took effect on Monday.", "Tosk", Monday="2021-05-03")
    other = told("A truce brokered by Ruun took effect on Monday.", "Ruun", outlet="B", Monday="2021-05-03")
    assert len(processes(first, other)) == 2


def _answer(text: str, published: str, outlet: str) -> Paper:
    paper = Paper(text, published, outlet)
    dorn, bell = paper.who("Pavel Dorn"), paper.who("Anna Bell")
    statement = paper.says(text.split(" said ")[1].rstrip("."), dorn)
    paper.claim(statement, "meet", "meet", agent=[dorn], patient=[bell])
    return paper


def test_a_meeting_that_was_refused_and_offered_is_one_process() -> None:
    (process,) = processes(
        _answer("Pavel Dorn said he would never meet Anna Bell.", "2021-05-04", "A"),
        _answer("Pavel Dorn said he is ready to meet Anna Bell.", "2021-11-04", "B"),
    )
    assert process.kind is ProcessKind.TALKS
    assert [step.state for step in process.states] == [S.REFUSED, S.OFFERED]
    assert process.name.startswith("Meeting of Pavel Dorn and Anna Bell")


def test_an_ordinary_meeting_is_no_process() -> None:
    assert (
        processes(_answer("Pavel Dorn said that he met Anna Bell.".replace("met", "did meet"), "2021-05-04", "A")) == []
    )


def test_things_given_in_return_for_captives_are_an_exchange() -> None:
    paper = told(
        "Arvel handed over maps in May in return for the release of 30 prisoners of war. "
        "Arvel is ready to release more maps in exchange for the other prisoners.",
        "Arvel",
        May="2021-05",
        published="2021-07-01",
    )
    kinds = {(process.kind, step.state, step.date) for process in processes(paper) for step in process.states}
    assert (ProcessKind.EXCHANGE, S.CARRIED_OUT, "2021-05") in kinds
    assert ProcessState.OFFERED in {state for _, state, _ in kinds}


def test_a_state_has_its_condition_and_who_says_so() -> None:
    paper = Paper("Arvel will accept, Anna Bell said. Arvel offered a ceasefire if Tosk leaves the valley.")
    arvel = paper.state("Arvel", "arvel")
    statement = paper.says("Arvel offered a ceasefire if Tosk leaves the valley", paper.who("Anna Bell"))
    paper.claim(statement, "offer", "offered", agent=[arvel])
    (process,) = processes(paper)
    (step,) = process.states
    assert (step.state, step.condition) == (S.OFFERED, "if Tosk leaves the valley")
    assert step.claimed_by is not None
    assert step.claimed_by.name == "Anna Bell"
    assert [who.name for who in step.by] == ["Arvel"]
    assert all(paper.text[piece.start : piece.end] == piece.text for piece in step.evidence)


def _claimed(words: str, speaker: str, trigger: str, agent: str) -> Paper:
    paper = Paper(f"{words}, {speaker} said.", outlet=speaker)
    statement = paper.says(words, paper.who(speaker, EntityKind.ORGANIZATION))
    paper.claim(statement, trigger, trigger, agent=[paper.state(agent, agent.lower())])
    return paper


def test_states_that_cannot_both_hold_are_contested() -> None:
    (process,) = processes(
        _claimed("Tosk violated the truce", "Arvel Radio", "violated", "Tosk"),
        _claimed("Tosk observed the truce", "Tosk Radio", "observed", "Tosk"),
    )
    ((left, right),) = contested(process)
    assert [step.contested for step in process.states] == [n in (left, right) for n in range(len(process.states))]
    assert {process.states[left].state, process.states[right].state} == {S.VIOLATED, S.IN_FORCE}


def test_one_voice_does_not_contest_itself() -> None:
    (process,) = processes(
        _claimed("Tosk violated the truce", "Arvel Radio", "violated", "Tosk"),
        _claimed("Tosk observed the truce", "Arvel Radio", "observed", "Tosk"),
    )
    assert contested(process) == []


def test_processes_do_not_depend_on_the_order_of_reports() -> None:
    papers = [
        told("A truce brokered by Tosk took effect on Monday.", "Tosk", Monday="2021-05-03"),
        told("Tosk broke the truce.", "Tosk", outlet="B", published="2021-05-05"),
        told("Tosk called for a truce.", "Tosk", outlet="C", published="2021-04-28"),
    ]
    assert processes(*papers) == processes(*reversed(papers))
