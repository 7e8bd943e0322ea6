"""Where the words of a source begin and end, who speaks along with it, and whom pronouns of nobody named stand for."""

from __future__ import annotations

import pytest
from build import make_report, parse_text

from counterclaim.annotate.report import annotate_report
from counterclaim.annotate.speech import find_speech
from counterclaim.annotate.speech.mend import trimmed
from counterclaim.records import Manner


def sources(text: str) -> list[list[str]]:
    """The sources of each attribution of a text, in order."""
    parsed = parse_text(text)
    found = find_speech(parsed).attributions
    return [[" ".join(text[a:b] for a, b in source) for source in one.sources] for one in found]


def holders(text: str, of: str) -> list[str]:
    """Who is said to have said the words `of`."""
    found = annotate_report(make_report(text, outlet="The Gazette")).statements
    told = [s for s in found if s.manner is not Manner.NARRATION and any(of in piece.text for piece in s.content)]
    return [who.name for s in told[:1] for who in s.sources]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the minister, Grace Wanjiru,", "the minister, Grace Wanjiru"),
        ("Press Pool) Coastal officials", "Coastal officials"),
        ("Fire in the port\n\nThe harbour office", "The harbour office"),
        ("Mombasa - The department of health", "The department of health"),
        ("The harbour source on Tuesday", "The harbour source"),
        ("a clerk in the port late on Sunday night", "a clerk in the port"),
        ("Early Sunday Grace Wanjiru", "Grace Wanjiru"),
        ("a lawyer with the fund, nine of whose clients had been taken", "a lawyer with the fund"),
        ("the Council for Towns (", "the Council for Towns"),
        ("the Council for Towns (CT)", "the Council for Towns (CT)"),
        ("Sunday's marchers", "Sunday's marchers"),
        ("Tuesday", "Tuesday"),
    ],
)
def test_what_is_no_part_of_a_name_is_cut_off_its_edges(words: str, name: str) -> None:
    start, end = trimmed(words, (0, len(words)))
    assert words[start:end] == name


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "At least five people were killed in the port on Monday a harbour doctor and two neighbours said.",
            ["a harbour doctor", "two neighbours"],
        ),
        (
            "Gas killed four people in the port on Monday a hospital and a rescue group said.",
            ["a hospital", "a rescue group"],
        ),
        ("The state-run TV said that the bridge had burned.", ["The state-run TV"]),
        ("The road is open, an officer who took part says.", ["an officer"]),
    ],
)
def test_words_of_a_source_that_were_torn_off_come_back(text: str, who: list[str]) -> None:
    assert sources(text)[0][-len(who) :] == who


def test_who_was_told_does_not_speak() -> None:
    assert sources("We were told that the governor did not have any tanks.") == [[]]
    assert sources("He was told by officials that the bridge was safe.") == [["officials"]]


def test_jets_that_attack_a_town_say_nothing() -> None:
    assert not sources("The jet fighters have attacked settlements in the province with rockets, killing many people.")


@pytest.mark.parametrize(
    ("text", "number", "who"),
    [
        ("The army lost 75 men, the mayor said. The governor spoke of 64.", "64", "The governor"),
        ("The army lost 75 men. The Red Cross has names of 31.", "31", "Red Cross"),
        ("The police gave the number of the arrested as 42.", "42", "The police"),
        ("The deputy health minister gave twenty-five at the same hour.", "twenty-five", "The deputy health minister"),
        ("Official figures speak of 78.", "78", "Official figures"),
    ],
)
def test_who_names_a_number_holds_it(text: str, number: str, who: str) -> None:
    assert holders(text, number) == [who]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He spoke of 2012 and of the snow.", "2012"),
        ("The army has 900 men in the town.", "900"),
        ("The officer gave nine men a pistol.", "nine"),
    ],
)
def test_what_names_no_number_is_told_by_the_outlet(text: str, words: str) -> None:
    assert holders(text, words) == []


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Many traders do not like the guild because they say it cooperates with the navy.",
            "cooperates",
            "Many traders",
        ),
        (
            "The mill burned, a lawyers' committee said. It blamed the army for the fire.",
            "army",
            "a lawyers' committee",
        ),
        ("Two medics said the bridge had burned. They added that nobody was on it.", "nobody", "Two medics"),
        ("The soldiers came at noon. They said that everybody had to leave.", "everybody", "The soldiers"),
    ],
)
def test_a_pronoun_goes_back_to_who_is_not_named(text: str, words: str, who: str) -> None:
    assert holders(text, words) == [who]


def test_he_is_the_nameless_speaker_right_before() -> None:
    text = '"Fire came from the road," said a clerk who was inside. "Nobody led us anywhere," she said.'
    assert holders(text, "Nobody led us") == ["a clerk"]
    text = "A clerk said the road was open. Peter Otieno came by later. He said it was closed."
    assert holders(text, "it was closed") == ["Peter Otieno"]


def test_those_are_told_by_the_clause_that_says_who_they_are() -> None:
    text = "Those who ran to the line from the mill, a house of stone, said that the wagons had burned."
    assert holders(text, "wagons") == ["Those who ran to the line from the mill"]
