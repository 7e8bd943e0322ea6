"""What was said where long words stand before the cue, where somebody gives a number, and in headlines with a label."""

from __future__ import annotations

import pytest
from build import make_report

from counterclaim.annotate import annotate
from counterclaim.records import Manner, Statement, Unnamed

LONG = [
    (
        "Forces of the front killed at least 125 farmers in Chena, a village in Dab district, in two days at the "
        "beginning of September",
        ", Mulat Derb, the administrator of Dab, told the Dawn, adding that the graves were still being opened.",
        "Mulat Derb",
    ),
    (
        "Sea Wolves, who were holding their training in their own waters off Vetta, were attacked by boats of the navy "
        "on Thursday from two in the afternoon, and hit back",
        ", the movement's military spokesman, Kand Velu, told the site from Kili.",
        "Kand Velu",
    ),
    (
        "A five-storey block of flats in the small town of Chas, 20 km south-east of Kram, folded like paper when it "
        "was struck late on Saturday, and by the next evening rescuers had carried out fifteen bodies",
        ", the regional governor, Rost Klen, said; about two dozen more might be under the bricks.",
        "Rost Klen",
    ),
    ("Armed men entered the hospital at Tarsi before dawn and took two nurses", ", the mayor told reporters.", "mayor"),
]
GIVEN = [
    ("The hospital put the dead at twenty-seven in a notice that night.", "hospital", "twenty-seven"),
    ("A nurse who helped carry the dead put them at fifty-one and said no one was left to find.", "nurse", "fifty-one"),
    ("The General Staff put its losses at 13 dead.", "General Staff", "13 dead"),
    ("The mayor put the hour at 21.17.", "mayor", "21.17"),
]


def _statements(text: str) -> tuple[Statement, ...]:
    return annotate(make_report(text, published="2021-05-04", outlet="Coast Herald")).statements


def _said(statement: Statement) -> str:
    return " … ".join(piece.text for piece in statement.content)


@pytest.mark.parametrize(("clause", "cue", "who"), LONG, ids=[who for _, _, who in LONG])
def test_all_of_a_long_clause_before_its_cue_was_said(clause: str, cue: str, who: str) -> None:
    found = _statements(clause + cue)
    assert not [s for s in found if s.manner is Manner.NARRATION]
    first = found[0]
    assert who in first.sources[0].name
    assert _said(first).startswith(clause)


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on the school for two hours, and the ministry said that eleven pupils were hurt.",
        "The attack injured dozens, and an hour later, the mayor said that he would resign.",
    ],
)
def test_what_the_outlet_tells_before_another_clause_stays_its_own(text: str) -> None:
    told = [s for s in _statements(text) if s.manner is Manner.NARRATION]
    assert told
    assert told[0].content[0].start == 0


@pytest.mark.parametrize(("text", "who", "number"), GIVEN)
def test_a_number_that_somebody_gives_is_his(text: str, who: str, number: str) -> None:
    (statement,) = (s for s in _statements(text) if number in _said(s))
    assert who in statement.sources[0].name


@pytest.mark.parametrize("text", ["The rebels placed mines at nine gates.", "They set the table at nine."])
def test_putting_things_somewhere_gives_no_number(text: str) -> None:
    assert [s.manner for s in _statements(text)] == [Manner.NARRATION]


def test_a_clause_that_says_more_of_what_was_said_was_said_too() -> None:
    text = (
        "The convoy was stopped at the Ulm bridge, according to the ministry, by men in uniform, who took the drivers."
    )
    (statement,) = _statements(text)
    assert _said(statement).endswith("who took the drivers")


@pytest.mark.parametrize(
    ("headline", "who"),
    [
        ("Harbour minister: missiles came from rebel-held Dham", "Harbour minister"),
        ("Ministry: Ammunition Store Blew Up In Dorvik", "Ministry"),
    ],
)
def test_a_headline_with_a_label_has_its_speaker(headline: str, who: str) -> None:
    found = _statements(f"{headline}\n\nThree shells hit the airport on Friday, Tomas Kell said.")
    assert found[0].sources[0].name == who
    assert found[0].manner is Manner.INDIRECT


@pytest.mark.parametrize("document", ["The bulletin", "The indictment", "An inquiry", "The communiqué"])
def test_a_document_that_says_something_is_an_unnamed_source_of_its_kind(document: str) -> None:
    (statement,) = _statements(f"{document} said that nine boats were sunk.")
    assert [who.unnamed for who in statement.sources] == [Unnamed.DOCUMENT]
