"""Whom a pronoun means that speaks: whoever spoke last, or whoever the report has turned to since."""

from __future__ import annotations

import pytest
from build import make_report

from counterclaim.annotate.report import annotate_report
from counterclaim.records import Manner, Statement

GATE = "The gate was locked, engineer Peter Otieno said on Monday. "


def told(text: str) -> list[Statement]:
    """What is attributed in a text, in order."""
    found = annotate_report(make_report(f"Fire at the mill\n\n{text}", outlet="The Gazette")).statements
    return [statement for statement in found if statement.manner is not Manner.NARRATION]


def speaker_of(text: str, words: str) -> str:
    """The name of whoever says these words."""
    said = [s for s in told(text) if words in " ".join(piece.text for piece in s.content)]
    return said[-1].sources[0].name


@pytest.mark.parametrize(
    "since",
    [
        "Foreman Grace Wanjiru disagreed.",
        "Grace Wanjiru, who speaks for the night shift, called this nonsense.",
        "Foreman Grace Wanjiru did not hear about a lock.",
        "The head of the night shift, Grace Wanjiru, had another version.",
        "Grace Wanjiru arrived at noon. She stood in the yard.",
    ],
)
@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("She said the gate had been open.", "the gate had been open"),
        ('"Nobody ever locks it," she said.', "Nobody ever locks it"),
        ("The gate, according to her, had no lock.", "had no lock"),
    ],
)
def test_whoever_the_report_has_turned_to_speaks(since: str, said: str, words: str) -> None:
    assert speaker_of(f"{GATE}{since} {said}", words) == "Grace Wanjiru"


@pytest.mark.parametrize(
    "since",
    [
        "Watchman Daniel Mwangi died in the fire.",
        "The watchman had left at noon.",
        "Foreman Grace Wanjiru was on leave.",
        "A spokeswoman was on leave.",
    ],
)
def test_of_whom_no_more_can_be_heard_does_not_speak(since: str) -> None:
    text = f"{GATE}{since} He said the watchman had the key."
    assert speaker_of(text.replace("Foreman Grace", "Forewoman Mrs Grace"), "had the key") == "Peter Otieno"


def test_who_adds_has_spoken_before() -> None:
    text = f"{GATE}Foreman Daniel Mwangi arrived at noon. He added that the watchman had the key."
    assert speaker_of(text, "had the key") == "Peter Otieno"


def test_somebodys_brother_speaks_for_himself() -> None:
    text = f"{GATE}Otieno's brother did not agree: he said the lock was broken."
    assert speaker_of(text, "the lock was broken") == "Otieno's brother"


def test_a_body_in_the_same_sentence_speaks() -> None:
    text = "The union said the talks were over. The company did not agree: it said the offer stood at five percent."
    assert speaker_of(text, "the offer stood") == "The company"


def test_of_whom_somebody_speaks_does_not_speak() -> None:
    text = f'{GATE}"Foreman Daniel Mwangi had a key. Mwangi locked it." He said the police had not come.'
    assert speaker_of(text, "the police had not come") == "Peter Otieno"


def test_a_president_who_was_not_taken_for_a_person_is_she() -> None:
    text = 'Its president, Grace Achola, said the strike was over.\n\n"They had no guns," she said by telephone.'
    assert "Achola" in speaker_of(text, "They had no guns")


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("The barge lies two miles east of Tarrow Head, Coastguard Captain Ilmo Brandt said.", "Ilmo Brandt"),
        ("The barge lies off Tarrow Head, Navy Lieutenant Sel Korrin said. A rope was cut.", "Sel Korrin"),
        ('"We saw no rope," Ilmo Brandt said. Doctors said two men were in a poor state.', "Ilmo Brandt"),
        ("A resident of Paddocks said the siren was silent.", "A resident of Paddocks"),
    ],
)
def test_no_headland_and_no_doctors_are_he(before: str, name: str) -> None:
    assert speaker_of(f"{before}\n\nThe hatch was open, he said.", "hatch was open") == name


@pytest.mark.parametrize("after", ["He had seen no boat.", "He had never heard an alarm.", "He had felt no blow."])
def test_what_a_speaker_saw_is_his_account(after: str) -> None:
    text = f'Peter Otieno sat up in bed on Sunday. "The lamp was out all night," he told the Gazette on Sunday. {after}'
    assert speaker_of(f"{text} The pier is closed.", after[:-1]) == "Peter Otieno"


@pytest.mark.parametrize(
    "text",
    [
        '"The lamp was out," engineer Peter Otieno said. He is 40 years old.',
        '"The lamp was out," said his daughter, Mrs Grace Wanjiru. He had seen a doctor on Friday.',
        "Peter Otieno came in at noon. He had seen no boat.",
    ],
)
def test_what_is_told_of_a_speaker_is_the_outlets(text: str) -> None:
    assert all("He " not in piece.text for statement in told(text) for piece in statement.content)


def test_what_a_speaker_heard_is_hers_some_sentences_on() -> None:
    text = '"They emptied the lake on us," Grace Wanjiru said. Nobody had been warned. She had heard no siren.'
    assert speaker_of(text, "heard no siren") == "Grace Wanjiru"
