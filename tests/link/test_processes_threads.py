"""Processes that go on from report to report, and the wire words that tell of them."""

from __future__ import annotations

import pytest
from by_hand import Paper, processes, states
from test_processes import told

from counterclaim.records import Act, EntityKind, Modality, Polarity, ProcessKind, ProcessState

S = ProcessState


def named(text: str, published: str, outlet: str, *, groups: tuple[str, ...] = (), **times: str) -> Paper:
    """A report that an outlet tells, with the groups that its words name."""
    paper = Paper(text, published, outlet)
    for group in groups:
        paper.who(group, EntityKind.GROUP)
    for words, value in times.items():
        paper.time(words.replace("_", " "), value)
    paper.tells(text)
    return paper


BEGAN = named(
    "A truce between the Ansa Front and the Dorn Legion took effect on Monday.",
    "2021-05-04",
    "Coast Herald",
    groups=("Ansa Front", "Dorn Legion"),
    Monday="2021-05-03",
)


@pytest.mark.parametrize(
    ("text", "published", "one"),
    [
        ("The Ansa Front has violated the truce.", "2021-05-18", True),
        ("The Ansa Front has violated the truce.", "2021-07-18", False),
        ("The Ansa Front agreed to a new truce.", "2021-05-18", False),
        ("The Ansa Front called for a ceasefire.", "2021-05-18", False),
        ("The truce between the Ansa Front and the Lumo Guard has been extended.", "2021-05-18", False),
    ],
)
def test_a_truce_goes_on_until_another_one_is_told_of(text: str, published: str, one: bool) -> None:
    groups = tuple(name for name in ("Ansa Front", "Lumo Guard") if name in text)
    later = named(text, published, "Hill Post", groups=groups)
    assert len(processes(BEGAN, later)) == (1 if one else 2)


def test_a_truce_that_begins_after_the_other_ended_is_another_one() -> None:
    over = named("The truce with the Ansa Front collapsed on Friday.", "2021-05-08", "Hill Post",
                 groups=("Ansa Front",), Friday="2021-05-07")  # fmt: skip
    again = named("A truce with the Ansa Front took effect on Sunday.", "2021-05-17", "Lake Times",
                  groups=("Ansa Front",), Sunday="2021-05-16")  # fmt: skip
    assert [[state for state, _ in states(process)] for process in processes(BEGAN, over, again)] == [
        ["in force", "ended"],
        ["in force"],
    ]


def test_the_second_stage_is_of_the_exchange_and_no_other_date_of_it() -> None:
    parties = ("Ansa Front", "Dorn Legion")
    first = named("The prisoner exchange between the Ansa Front and the Dorn Legion was completed on Monday.",
                  "2021-05-04", "Coast Herald", groups=parties, Monday="2021-05-03")  # fmt: skip
    second = named("The second stage of the prisoner exchange between the Ansa Front and the Dorn Legion was completed "
                   "on Friday.", "2021-05-29", "Hill Post", groups=parties, Friday="2021-05-28")  # fmt: skip
    (process,) = processes(first, second)
    assert [(step.date, step.contested) for step in process.states] == [("2021-05-03", False), ("2021-05-28", False)]


def test_talks_that_were_broken_off_and_resume_elsewhere_are_one() -> None:
    parties = ("Ansa Front", "Dorn Legion")
    first = named("Peace talks between the Ansa Front and the Dorn Legion opened in Lumo on Monday.",
                  "2021-05-04", "Coast Herald", groups=parties, Monday="2021-05-03")  # fmt: skip
    off = named("The Dorn Legion broke off the talks on Friday.", "2021-05-08", "Hill Post",
                groups=("Dorn Legion",), Friday="2021-05-07")  # fmt: skip
    again = named("Talks between the Ansa Front and the Dorn Legion resumed in Dorvik on Sunday.",
                  "2021-05-24", "Lake Times", groups=parties, Sunday="2021-05-23")  # fmt: skip
    (process,) = processes(first, off, again)
    assert states(process) == [("held", "2021-05-03"), ("ended", "2021-05-07"), ("held", "2021-05-23")]


@pytest.mark.parametrize(
    ("text", "kind", "state"),
    [
        ("Tosk and Arvel agreed to extend the truce.", ProcessKind.CEASEFIRE, S.EXTENDED),
        ("Tosk decided to suspend the talks.", ProcessKind.TALKS, S.SUSPENDED),
        ("The exchange of prisoners planned for Thursday was postponed.", ProcessKind.EXCHANGE, S.SUSPENDED),
        ("The ceasefire, the first in two years, was agreed in the evening.", ProcessKind.CEASEFIRE, S.AGREED),
        ("Peace talks opened in Dorvik.", ProcessKind.TALKS, S.HELD),
        ("Tosk was accused of breaking off the talks.", ProcessKind.TALKS, S.ENDED),
        ("Ilo Marn was ready to resume negotiations.", ProcessKind.TALKS, S.OFFERED),
        ("Tosk said it would open a humanitarian corridor.", ProcessKind.CORRIDOR, S.SCHEDULED),
        ("The humanitarian corridor came under shellfire.", ProcessKind.CORRIDOR, S.VIOLATED),
        ("Arvel shelled the humanitarian corridor.", ProcessKind.CORRIDOR, S.VIOLATED),
        ("Thirty fighters have come home in the exchange.", ProcessKind.EXCHANGE, S.CARRIED_OUT),
        ("Tosk said its army was strictly observing the ceasefire.", ProcessKind.CEASEFIRE, S.IN_FORCE),
        ("Tosk said it would not renew its own truce.", ProcessKind.CEASEFIRE, S.REFUSED),
        ("Arvel agreed to restore the hotline.", ProcessKind.HOTLINE, S.AGREED),
        ("Arvel shut down the hotline.", ProcessKind.HOTLINE, S.ENDED),
    ],
)
def test_wire_words_give_the_state(text: str, kind: ProcessKind, state: ProcessState) -> None:
    found = processes(told(text, *(name for name in ("Tosk", "Arvel") if name in text)))
    assert (kind, state) in {(process.kind, step.state) for process in found for step in process.states}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels hold a narrow corridor into the city.",
        "Critics attacked the talks.",
        "Thirty fighters will not come home in the exchange.",
    ],
)
def test_what_is_no_state_of_a_process_is_not_told(text: str) -> None:
    assert processes(told(text)) == []


def test_who_denies_breaking_a_truce_says_that_it_is_kept() -> None:
    text = "The Ansa Front denied on Friday that its fighters had violated the ceasefire."
    paper = Paper(text, "2021-05-08")
    front = paper.who("Ansa Front", EntityKind.GROUP)
    paper.tells(text)
    said = paper.says("its fighters had violated the ceasefire", front, cue="denied", act=Act.DENY)
    paper.claim(said, "violate", "violated", polarity=Polarity.NEGATIVE)
    (process,) = processes(paper)
    assert [step.state for step in process.states] == [S.IN_FORCE]


def test_what_is_said_in_the_present_is_as_of_that_day_and_no_other_date_of_its_start() -> None:
    holds = named("The truce with the Ansa Front is holding.", "2021-05-12", "Hill Post", groups=("Ansa Front",))
    (process,) = processes(BEGAN, holds)
    assert [(step.date, step.contested) for step in process.states] == [("2021-05-03", False), ("2021-05-12", False)]


def test_who_accepts_what_another_proposed_says_not_when_it_was() -> None:
    text = "The Ansa Front on Saturday accepted a truce proposed by the Dorn Legion, on condition that it free 14 men."
    paper = Paper(text, "2021-05-08")
    front = paper.who("Ansa Front", EntityKind.GROUP)
    legion = paper.who("Dorn Legion", EntityKind.GROUP)
    whole = paper.tells(text)
    paper.says("a truce proposed by the Dorn Legion", front, cue="accepted", act=Act.AGREE)
    paper.claim(whole, "accept", "accepted", agent=[front])
    paper.claim(whole, "propose", "proposed", agent=[legion])
    (process,) = processes(paper)
    found = {step.state: step for step in process.states}
    assert found[S.ACCEPTED].condition == "on condition that it free 14 men"
    assert (found[S.PROPOSED].date, found[S.PROPOSED].condition) == (None, None)
    told_by = found[S.PROPOSED].claimed_by
    assert told_by is not None
    assert told_by.name == "Coast Herald"


def test_an_army_that_has_not_withdrawn_is_set_against_one_that_has() -> None:
    def report(text: str, published: str, outlet: str, polarity: Polarity) -> Paper:
        paper = Paper(text, published, outlet)
        tosk = paper.state("Tosk", "TOS")
        paper.claim(paper.tells(text), "withdraw", "withdrawn", agent=[tosk], polarity=polarity, modality=Modality.FACT)
        return paper

    did = report("Tosk has withdrawn from the valley.", "2021-05-08", "Coast Herald", Polarity.POSITIVE)
    not_ = report("Tosk has not withdrawn from the valley.", "2021-05-08", "Hill Post", Polarity.NEGATIVE)
    (process,) = processes(did, not_)
    assert {step.state for step in process.states} == {S.CARRIED_OUT, S.REFUSED}
    assert all(step.contested for step in process.states)


def test_truces_of_two_owners_in_one_report_are_two() -> None:
    text = "The Ansa Front’s truce ended on Tuesday. The ceasefire with the Dorn Legion remains in force."
    found = processes(
        named(text, "2021-05-13", "Hill Post", groups=("Ansa Front", "Dorn Legion"), Tuesday="2021-05-11")
    )
    assert [[state for state, _ in states(process)] for process in found] == [["ended"], ["in force"]]


def test_the_day_of_a_refusal_is_that_of_refusing() -> None:
    text = "Tosk refused on Tuesday to extend the truce beyond Friday."
    (process,) = processes(told(text, "Tosk", published="2021-05-13", Tuesday="2021-05-11", Friday="2021-05-07"))
    assert states(process) == [("refused", "2021-05-11")]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The truce was violated repeatedly by Tosk.", ["Tosk"]),
        ("The truce was violated by rebel fighters in Tosk.", ["rebel fighters"]),
        ("The truce is holding despite violations by both sides, Tosk said.", []),
        ("The exchange was delayed by three hours because Tosk had no bus.", []),
    ],
)
def test_who_broke_it_is_who_stands_right_behind_by(text: str, by: list[str]) -> None:
    (process,) = processes(told(text, "Tosk"))
    assert [who.name for who in process.states[0].by] == by


def test_what_is_withdrawn_from_talks_is_no_army() -> None:
    text = "Tosk has withdrawn from the process."
    paper = Paper(text)
    paper.claim(paper.tells(text), "withdraw", "withdrawn", agent=[paper.state("Tosk", "TOS")])
    assert processes(paper) == []


@pytest.mark.parametrize(
    ("text", "state", "day"),
    [
        ("The truce came under strain on Tuesday only hours after it took effect.", S.IN_FORCE, "2021-05-11"),
        ("The truce was to begin at dawn on Tuesday.", S.SCHEDULED, "2021-05-11"),
        ("A truce was signed. Officials say it began on Tuesday.", S.IN_FORCE, "2021-05-11"),
        ("A truce was signed. Both sides agreed on Tuesday to start it afresh.", S.AGREED, "2021-05-11"),
    ],
)
def test_it_has_the_day_of_its_sentence_and_none_to_come(text: str, state: ProcessState, day: str) -> None:
    # Read on a Wednesday, "Tuesday" was taken for the next one.
    value = "2021-05-18" if "was to" in text else day
    (process,) = processes(told(text, published="2021-05-12", Tuesday=value))
    assert (state.value, day) in states(process)


def test_only_the_first_process_of_a_sentence_is_its_subject() -> None:
    text = "The truce, signed in Dorvik after three days of talks, was to begin at dawn."
    assert {process.kind for process in processes(told(text))} == {ProcessKind.CEASEFIRE}


def test_if_somebody_is_to_be_believed_is_no_condition() -> None:
    text = "A truce signed in May and, if the mission is to be believed, still in force on Sunday."
    found = [step for process in processes(told(text)) for step in process.states]
    assert {(step.state, step.condition) for step in found} == {(S.AGREED, None), (S.IN_FORCE, None)}


def test_who_asked_whom_is_contested_also_without_a_day() -> None:
    def report(doer: str, outlet: str) -> Paper:
        text = f"It was {doer} that proposed the exchange of prisoners."
        paper = Paper(text, "2021-05-08", outlet)
        paper.who(doer, EntityKind.GROUP)
        paper.tells(text)
        return paper

    (process,) = processes(report("Ansa Front", "Coast Herald"), report("Dorn Legion", "Hill Post"))
    assert [[who.name for who in step.by] for step in process.states] == [["Ansa Front"], ["Dorn Legion"]]
    assert all(step.contested for step in process.states)


@pytest.mark.parametrize(
    ("text", "kind", "state"),
    [
        ("The accord provides for the withdrawal of the troops.", ProcessKind.WITHDRAWAL, S.AGREED),
        ("Arvel said it would not take part in the talks.", ProcessKind.TALKS, S.REFUSED),
        ("Arvel said it would attend the talks.", ProcessKind.TALKS, S.ACCEPTED),
        ("Arvel blocked the humanitarian corridor.", ProcessKind.CORRIDOR, S.VIOLATED),
    ],
)
def test_who_comes_to_talks_accepts_them(text: str, kind: ProcessKind, state: ProcessState) -> None:
    found = processes(told(text, *(name for name in ("Tosk", "Arvel") if name in text)))
    assert [(process.kind, step.state) for process in found for step in process.states] == [(kind, state)]


def test_a_deadline_that_expired_ends_no_withdrawal() -> None:
    assert processes(told("A day before, the deadline for the withdrawal expired.")) == []


def test_corridors_that_lead_elsewhere_are_two() -> None:
    first = told("Arvel announced a humanitarian corridor from Dorvik to Lumo.", "Arvel")
    other = told("Arvel opened a humanitarian corridor from Dorvik to Senn.", "Arvel", outlet="Hill Post")
    assert len(processes(first, other)) == 2


def test_what_is_to_open_on_sunday_opens_on_the_next_one() -> None:
    text = "Arvel announced a humanitarian corridor, to open on Sunday."
    (process,) = processes(told(text, "Arvel", published="2021-05-08", Sunday="2021-05-02"))
    assert ("scheduled", "2021-05-09") in states(process)
