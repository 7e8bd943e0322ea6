"""Which moment of which deed an hour is of, and what is asked of two."""

from __future__ import annotations

import pytest
from by_hand import Paper, disputed
from on_the_map import linked_on_map

from counterclaim.link.compare.times.asked import noun_of
from counterclaim.link.compare.times.clock import hours_in
from counterclaim.link.compare.times.points import fits, point_of
from counterclaim.records import Claim, Slot, Span


def read(text: str, *verbs: tuple[str, str]) -> tuple[str, set[str]] | None:
    """The phase and the kinds of deed of the only hour of a sentence, whose claims have these verbs."""
    found = point_of(text, Span.of(text, 0, len(text)), _hour(text), _claims(text, *verbs))
    return (found.phase, set(found.labels)) if found else None


def _hour(text: str) -> tuple[int, int]:
    (hour,) = hours_in(text)
    return hour.start, hour.end


def _claims(text: str, *verbs: tuple[str, str]) -> list[Claim]:
    paper = Paper(text, "2031-03-04", "A")
    said = paper.tells(paper.text)
    return [paper.claim(said, verb, trigger) for verb, trigger in verbs]


@pytest.mark.parametrize(
    ("text", "verbs", "phase", "labels"),
    [
        ("The shelling of Dorvik began at 6.20 a.m. on Tuesday.", [], "begin", {"shell"}),
        ("The fighting was over by noon.", [], "end", {"fight", "shoot"}),
        ("The fighting in Dorvik went on until six in the evening.", [("go on", "went")], "end", {"fight", "shoot"}),
        ("A stallholder put the explosion at ten to eleven.", [("put", "put")], "at", {"blast"}),
        ("At 5.30 a.m. the police entered the camp.", [("enter", "entered")], "at", {"storm", "arrive"}),
        ("The order to storm the station came at three in the morning.", [("come", "came")], "at", {"order"}),
        ("The first ambulance arrived at 10.10 p.m. after the blast.", [("arrive", "arrived")], "at", {"arrive"}),
        ("The guards had been given until 5 a.m. to come out.", [("give", "given")], "due", {"due"}),
        ("The noon deadline passed.", [("pass", "passed")], "due", {"due"}),
        ("The explosion, in which two died, occurred at 9.40 p.m.", [("die", "died")], "at", {"blast"}),
        ("It was about half past six when the car blew up.", [("blow up", "blew up")], "at", {"blast"}),
        ("The officers had started shooting at 6 a.m.", [("shoot", "shooting")], "begin", {"shoot"}),
        ("Shooting, which broke out at half past eight, came from the tower.", [], "begin", {"shoot"}),
    ],
)
def test_an_hour_is_of_the_verb_it_stands_beside(
    text: str, verbs: list[tuple[str, str]], phase: str, labels: set[str]
) -> None:
    assert read(text, *verbs) == (phase, labels)


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The governor told a meeting at 6 p.m. that two had died.", [("tell", "told"), ("die", "died")]),
        ("DORVIK, 2 September 2031, 14:05 - Gunmen stormed the bank.", [("storm", "stormed")]),
        ("14:10 - Fighting goes on in the town.", []),
    ],
)
def test_an_hour_of_words_is_of_no_deed(text: str, verbs: list[tuple[str, str]]) -> None:
    assert read(text, *verbs) is None


def told(text: str, verb: str, trigger: str, outlet: str = "A") -> Paper:
    """A report of one sentence in its own voice."""
    paper = Paper(text, "2031-03-04", outlet)
    paper.claim(paper.tells(paper.text), verb, trigger)
    return paper


BLAST = told("A bomb exploded in the fish market of Dorvik at 9.15 a.m.", "explode", "exploded")


def test_what_is_done_elsewhere_is_another_deed() -> None:
    one = told("A fishing boat sank off Keram at 2 a.m.", "sink", "sank")
    other = told("A ferry sank in the port of Lode at 6 a.m.", "sink", "sank", "B")
    assert disputed(linked_on_map(one, other), Slot.TIME) == []


@pytest.mark.parametrize(
    "other",
    [
        told("Ambulances reached the fish market of Dorvik at 10.40 a.m.", "reach", "reached", "B"),
        told("A bomb exploded in the courthouse of Dorvik at 10.40 a.m.", "explode", "exploded", "B"),
        told("A second bomb exploded in the fish market of Dorvik at 10.40 a.m.", "explode", "exploded", "B"),
        told("A bomb exploded in the fish market of Dorvik at 0615 GMT.", "explode", "exploded", "B"),
        told("The search in the fish market of Dorvik ended at 10.40 a.m.", "end", "ended", "B"),
    ],
)
def test_hours_of_another_moment_deed_place_or_clock_are_not_set_against_each_other(other: Paper) -> None:
    assert disputed(linked_on_map(BLAST, other), Slot.TIME) == []


def test_the_question_is_of_that_very_moment() -> None:
    papers = [
        told("The shelling of Dorvik harbour began at 6.20 a.m.", "begin", "began"),
        told("Witnesses put the shelling of Dorvik harbour at 8.45 a.m.", "put", "put", "B"),
    ]
    (dispute,) = disputed(linked_on_map(*papers), Slot.TIME)
    assert dispute.question == "When did the shelling of Dorvik harbour begin: 6.20 a.m. or 8.45 a.m.?"


def test_a_later_shot_is_no_other_first_shot() -> None:
    first = told("The first shots were fired at the harbour of Dorvik at 7 a.m.", "fire", "fired")
    later = told("Gunmen shot at the harbour of Dorvik at 10.15 a.m.", "shoot", "shot", "B")
    assert disputed(linked_on_map(first, later), Slot.TIME) == []


def test_the_begin_and_the_end_do_not_fit() -> None:
    sentences = ("The riot began at 9 p.m.", "The riot ended at 6 a.m.")
    begin, end = (point_of(text, Span.of(text, 0, len(text)), _hour(text), []) for text in sentences)
    assert fits(begin, begin)
    assert not fits(begin, end)


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("A stallholder said that the explosion", ""),
        ("An explosion", "the explosion"),
        ("Heavy shelling of the port on Tuesday", "the heavy shelling of the port"),
        ("they", ""),
    ],
)
def test_a_deed_is_named_with_its_article(words: str, noun: str) -> None:
    assert noun_of(words) == noun
