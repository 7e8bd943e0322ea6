"""Ceasefires, exchanges and talks, with the states that reports give them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Paper, processes, states

from counterclaim.link.processes import contested
from counterclaim.records import EntityKind, ProcessKind, ProcessState

S = ProcessState

#: Days by their words, with `_` for a space.
MAY = {"3_May": "2021-05-03", "9_May": "2021-05-09"}


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
        ("The army declared the truce “null and void”.", ProcessKind.CEASEFIRE, S.ENDED),
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
        ("The army said that the truce still stands.", ProcessKind.CEASEFIRE, S.IN_FORCE),
        ("Both armies stick to the ceasefire.", ProcessKind.CEASEFIRE, S.IN_FORCE),
        ("Villages were shelled despite a promise of a truce.", ProcessKind.CEASEFIRE, S.VIOLATED),
        ("The deal to free them came in return for a halt to the shelling.", ProcessKind.CEASEFIRE, S.AGREED),
        ("Their raids put an end to the armistice.", ProcessKind.CEASEFIRE, S.ENDED),
        ("The seven-day humanitarian pause fell through.", ProcessKind.CEASEFIRE, S.ENDED),
        ("A hotline was put into service on the border.", ProcessKind.HOTLINE, S.IN_FORCE),
        ("Talks resume on 10 December.", ProcessKind.TALKS, S.SCHEDULED),
        ("The third meeting was not held.", ProcessKind.TALKS, S.SUSPENDED),
        ("The generals have broken off the talks.", ProcessKind.TALKS, S.ENDED),
        ("The disengagement should have begun at the bridge.", ProcessKind.WITHDRAWAL, S.SCHEDULED),
        ("The pull-back at the river was carried through.", ProcessKind.WITHDRAWAL, S.CARRIED_OUT),
        ("The mission called for a corridor so that the wounded could leave.", ProcessKind.CORRIDOR, S.CALLED_FOR),
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
        "A first round of raids was carried out at dawn.",
        "It was a clear violation.",
    ],
)
def test_what_is_no_state_of_a_process_is_not_shown(text: str) -> None:
    assert processes(told(text)) == []


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("A truce was agreed in May. A monitor called the sorties a grave violation.", S.VIOLATED),
        ("A truce was agreed in May. Our side has not fired a shell since then.", S.IN_FORCE),
    ],
)
def test_a_ceasefire_may_be_kept_or_broken_without_being_named_again(text: str, state: ProcessState) -> None:
    (process,) = processes(told(text))
    assert {step.state for step in process.states} == {S.AGREED, state}


@pytest.mark.parametrize(
    ("text", "predicate", "agent", "patient", "kind", "state"),
    [
        ("The rebels left the town at noon.", "leave", "The rebels", "the town", "withdrawal", S.CARRIED_OUT),
        ("They told residents to leave the city.", "leave", "residents", "the city", "evacuation", S.CALLED_FOR),
        ("Fighters laid down their arms.", "lay down", "Fighters", "their arms", "disarmament", S.CARRIED_OUT),
        ("The army agreed to halt its air strikes.", "halt", "The army", "its air strikes", "ceasefire", S.AGREED),
    ],
)
def test_verbs_of_going_of_giving_up_and_of_ceasing_are_processes(
    text: str, predicate: str, agent: str, patient: str, kind: str, state: ProcessState
) -> None:
    paper = Paper(text, "2021-05-04")
    trigger = next(word for word in ("left", "leave", "laid down", "halt") if word in text)
    doer, object_ = (paper.unnamed(words, None) for words in (agent, patient))
    paper.claim(paper.tells(text), predicate, trigger, agent=[doer], patient=[object_])
    (process,) = processes(paper)
    assert (process.kind.value, {step.state for step in process.states}) == (kind, {state})


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
    for process in found:
        assert [who.name for who in process.parties] == ["Arvel", "Tosk"]
        assert [[who.name for who in step.by] for step in process.states] == [["Arvel", "Tosk"], [], ["Tosk"]]


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


def test_parties_are_named_once_for_the_state_they_act_for() -> None:
    paper = Paper("Ada Rohn asked Ilo Marn for a ceasefire. Tosk rejected the ceasefire.")
    rohn, marn = paper.who("Ada Rohn", side="ARV", titles=("President",)), paper.who("Ilo Marn", side="TOS")
    paper.state("Arvel", "ARV")
    tosk = paper.state("Tosk", "TOS")
    first = paper.tells("Ada Rohn asked Ilo Marn for a ceasefire")
    paper.claim(first, "propose", "asked", agent=[rohn], patient=[marn])
    paper.claim(paper.tells("Tosk rejected the ceasefire"), "reject", "rejected", agent=[tosk])
    (process,) = processes(paper)
    assert [who.name for who in process.parties] in (["Tosk", "Ada Rohn"], ["Tosk", "Arvel"])


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The truce between Arvel and Tosk collapsed.", ["Arvel", "Tosk"]),
        ("The truces that Arvel and Tosk reached on 3 May and 9 May broke down.", ["Arvel", "Tosk"]),
        ("Arvel signed a ceasefire with Tosk.", ["Arvel", "Tosk"]),
        ("The truce in Dorvik, brokered by Arvel, was signed on 3 May by Tosk and Lumo.", ["Tosk", "Lumo"]),
        ("Arvel demanded the withdrawal of Tosk troops from the valley.", ["Tosk", "Arvel"]),
    ],
)
def test_parties_are_those_named_with_it_and_no_broker(text: str, parties: list[str]) -> None:
    names = [name for name in ("Arvel", "Tosk", "Lumo") if name in text]
    found = processes(told(text, *names, **{day: MAY[day] for day in MAY if day.replace("_", " ") in text}))
    assert found
    assert all([who.name for who in process.parties] == parties for process in found)


@pytest.mark.parametrize(
    ("second", "states_then"),
    [
        ("It took effect on 3 May.", [("in force", "2021-05-03")]),
        ("The deal was extended on 9 May.", [("extended", "2021-05-09")]),
        ("It has proposed a parade.", []),
        ("Trade took effect on 3 May.", []),
    ],
)
def test_the_next_sentence_may_go_on_about_it(second: str, states_then: list[tuple[str, str]]) -> None:
    days = {day: MAY[day] for day in MAY if day.replace("_", " ") in second}
    paper = told(f"Arvel accepted the truce. {second}", "Arvel", **days)
    (process,) = processes(paper)
    assert [state for state in states(process) if state[0] != "accepted"] == states_then


def test_withdrawals_of_two_armies_are_two() -> None:
    paper = told(
        "Arvel demanded the withdrawal of Tosk troops. Tosk demanded the withdrawal of Arvel troops.", "Arvel", "Tosk"
    )
    assert [process.parties[0].name for process in processes(paper)] == ["Tosk", "Arvel"]


def test_a_wish_for_a_truce_is_not_the_one_that_holds() -> None:
    paper = told(
        "The truce took effect on 3 May. Lumo called for a lasting ceasefire.",
        "Lumo",
        **{"3_May": "2021-05-03"},
        published="2021-05-20",
    )
    assert len(processes(paper)) == 2


def test_what_somebody_wants_to_keep_secret_is_no_condition() -> None:
    paper = told("Arvel accepted the truce, said an aide on condition of anonymity.", "Arvel")
    assert [step.condition for process in processes(paper) for step in process.states] == [None]


@pytest.mark.parametrize(
    "no",
    [
        "Pavel Dorn described any further meetings with Anna Bell as useless.",
        "Pavel Dorn does not see any sense in meeting Anna Bell.",
        "Pavel Dorn is not ready to meet Anna Bell.",
        "Pavel Dorn will never meet Anna Bell.",
    ],
)
def test_who_sees_no_sense_in_a_meeting_refuses_it(no: str) -> None:
    paper = Paper(no, "2021-05-04", "A")
    dorn, bell = paper.who("Pavel Dorn"), paper.who("Anna Bell")
    statement = replace(paper.says(no, dorn, cue=None), said="2021-05-04")
    paper.statements = [statement]
    trigger = "meetings" if "meetings" in no else "meeting" if "meeting" in no else "meet"
    senseless = trigger != "meet"
    paper.claim(statement, "meet", trigger, agent=[bell] if senseless else [dorn], patient=[] if senseless else [bell])
    (process,) = processes(paper)
    (step,) = process.states
    assert (step.state, [who.name for who in step.by]) == (S.REFUSED, ["Pavel Dorn"])


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The truce between government forces and the rebels collapsed.", ["government forces", "rebels"]),
        ("Arvel announced a ceasefire with rebels in the valley.", ["Arvel", "rebels"]),
        ("The truce between the two sides collapsed.", []),
    ],
)
def test_parties_that_have_no_name_are_given_in_the_words_of_the_report(text: str, parties: list[str]) -> None:
    (process,) = processes(told(text, *(["Arvel"] if "Arvel" in text else [])))
    assert [who.name for who in process.parties] == parties


def test_it_is_what_was_named_last_however_far_off_its_day() -> None:
    later = {"9_June": "2023-06-09", "3_August": "2023-08-03"}
    paper = told("Arvel signed a ceasefire on 9 June. It will take effect on 3 August.", "Arvel", **later)
    (process,) = processes(paper)
    assert states(process) == [("agreed", "2023-06-09"), ("scheduled", "2023-08-03")]


def test_a_truce_that_ended_is_not_the_one_that_began_later() -> None:
    days = {"September": "2016-09", "18_October": "2016-10-18"}
    paper = told(
        "Arvel abandoned a ceasefire in September. Arvel declared a truce on 18 October.",
        "Arvel",
        **days,
        published="2016-11-04",
    )
    assert [states(process) for process in processes(paper)] == [[("ended", "2016-09")], [("agreed", "2016-10-18")]]
