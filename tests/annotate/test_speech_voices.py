"""Whose voice it is: short forms that newspapers use, releases, live blogs, and what looks like speech and is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import make_report

from counterclaim.annotate.report import annotate_report
from counterclaim.records import Act, Manner, Passage, PassageKind, Statement


def statements(text: str, outlet: str | None = "The Gazette") -> tuple[Statement, ...]:
    """All statements of a text, each line of which is a passage."""
    passages, at = [], 0
    for line in text.split("\n"):
        if line:
            passages.append(Passage(at, at + len(line), line, PassageKind.PARAGRAPH))
        at += len(line) + 1
    return annotate_report(replace(make_report(text, outlet=outlet), passages=tuple(passages))).statements


def told(text: str, outlet: str | None = "The Gazette") -> list[tuple[str, str]]:
    """Who is said to have said what, in order."""
    found = (s for s in statements(text, outlet) if s.manner is not Manner.NARRATION)
    return [(" & ".join(who.name for who in s.sources), " … ".join(p.text for p in s.content)) for s in found]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("The Harvest Union said 9,000 people marched. Police put the crowd at 700.", "Police", "the crowd at 700"),
        ("The relief agency has counted 58 graves.", "The relief agency", "58 graves"),
        (
            "The mine shaft collapsed and 31 people were hurt, according to nurses, six more than first reported.",
            "nurses",
            "The mine shaft collapsed and 31 people were hurt",
        ),
    ],
)
def test_a_number_has_whoever_gives_it(text: str, who: str, what: str) -> None:
    """Also where no verb of saying stands, or a second number behind it."""
    assert (who, what) in told(text)


def test_a_name_before_a_colon_speaks() -> None:
    text = (
        "The debate went on until noon.\n\nFinance Minister Clara Obuya in the assembly: “I have signed no such loan.”"
    )
    assert ("Clara Obuya", "“I have signed no such loan.”") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Dockers' Union, which called the rally, has 4,000 members.",
        "The coast patrol called off the hunt for the wreck at dusk.",
        "President Ana Roth dismissed the commander of the navy on Friday.",
        "Nobody agrees on it.",
        "Marta Klein laughed when told of the mayor's account of the meeting.",
    ],
)
def test_deeds_are_not_words(text: str) -> None:
    """Who calls a rally, calls off a search or dismisses an officer does so; who is told of something is silent."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "About half of the people have left, said the priest; the state's population office says a tenth.",
            [("the priest", "About half of the people have left"), ("the state's population office", "a tenth")],
        ),
        ("No truce has been concluded, contrary to what the senator said; the guide laughed at the question.", []),
    ],
)
def test_each_speaker_has_his_own_clause(text: str, contents: list[tuple[str, str]]) -> None:
    """What stands beyond a semicolon is another's, and what is contrary to somebody's words is not what he said."""
    assert told(text) == contents


def test_what_somebody_calls_something_is_still_heard() -> None:
    assert ("Ana Roth", "the walkout “a crime against the sick”") in told(
        "Minister Ana Roth said that only two trains had been cancelled by noon and called the walkout “a crime "
        "against the sick”."
    )


def test_the_time_of_the_telling_is_not_told() -> None:
    text = "The pilot, Ivo Marsh, told The Gazette before he was arrested that the tower had cleared the runway."
    assert told(text) == [("Ivo Marsh", "the tower had cleared the runway")]


def test_who_insists_on_a_number_does_not_demand_it() -> None:
    (found,) = [s for s in statements("The railway insists on 187.") if s.manner is not Manner.NARRATION]
    assert found.act is Act.ASSERT


def test_what_was_read_is_not_said_twice() -> None:
    found = told("“I have read that I fled,” Ivo Marsh said.")
    assert [what for _, what in found] == ["“I have read that I fled,”"]


def test_she_in_a_quotation_is_not_the_speaker() -> None:
    found = told(
        "Ivo Marsh, the union's leader, denied it. “The minister rang me. She asked me for talks,” Marsh said."
    )
    assert ("The minister", "talks") in found
    assert ("Ivo Marsh", "talks") not in found


LIVE = """LIVE: Dam crisis in the valley

14:20
Reader Paul Dorn in Hillford writes: “Second week without water. Please sort it out.”

13:05
Energy Minister Rosa Lindt arrives at the dam. She says she is “not ruling out” foreign engineers.
"""


def test_the_hour_of_an_entry_is_a_border() -> None:
    """A live blog is read from below: whoever spoke in the entry above is nobody's "she"."""
    assert ("Rosa Lindt", "she is “not ruling out” foreign engineers") in told(LIVE)


RELEASE = """REPUBLIC OF NORDAVIA
MINISTRY OF PORTS
Press statement

Statement by the Ministry of Ports on the loss of the dredger

1. As of noon the remains of 12 persons have been recovered.

2. The harbour stayed open throughout.

Contact: press office, Ministry of Ports, 4 Mole Street
"""


def test_a_release_is_the_words_of_who_issued_it() -> None:
    """A ministry's own text, printed by nobody, is not told by an outlet that is not known; its furniture tells
    nothing."""
    assert told(RELEASE, outlet=None) == [
        ("Ministry of Ports", "As of noon the remains of 12 persons have been recovered."),
        ("Ministry of Ports", "The harbour stayed open throughout."),
    ]
    assert [s for s in statements(RELEASE, outlet=None) if s.manner is Manner.NARRATION] == []


def test_a_paper_that_prints_a_release_is_an_outlet() -> None:
    assert all(s.sources[0].name == "The Gazette" for s in statements(RELEASE) if s.manner is Manner.NARRATION)
    assert any(s.manner is Manner.NARRATION for s in statements(RELEASE))
