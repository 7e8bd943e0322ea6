"""How much two accounts say that it was: which amounts are read, and which two of them differ."""

from __future__ import annotations

import pytest
from by_hand import Paper, disputed, linked

from counterclaim.link.compare.measures.amounts import amounts_in
from counterclaim.records import EntityKind, Slot


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("a rise of six percent, 54% in all", [("share", 6), ("share", 54)]),
        ("US$3m, 4.2 million euros", [("money dollar", 3e6), ("money euro", 4.2e6)]),
        ("more than half a billion dollars", [("money dollar", 5e8)]),
        ("two tonnes of flour, ninety kilos of gold", [("mass", 2000), ("mass", 90)]),
        ("fifteen dollars per tonne", [("money dollar a tonne", 15)]),
        ("in a fortnight, or a year and a half", [("time", 14), ("time", 547.5)]),
        ("a wind of 185 km an hour", [("speed", 185)]),
        ("nine children in ten", [("share", 90)]),
        ("the owner pocketed eight million from the fund", [("money ?", 8e6)]),
        ("twelve men in two boats at 9:30", []),
    ],
)
def test_a_number_and_its_unit_are_an_amount(text: str, amounts: list[tuple[str, float]]) -> None:
    assert [(amount.kind, amount.value) for amount in amounts_in(text)] == amounts


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("two tonnes", "600 kilos", True),
        ("a week", "seven days", False),
        ("300 metres", "310 metres", False),
        ("54 percent", "51 percent", True),
        ("at least 20 tonnes", "35 tonnes", False),
        ("more than 8 million dollars", "3 million dollars", True),
        ("20 dollars a month", "240 dollars a year", False),
        ("20 dollars", "90 euros", False),
    ],
)
def test_two_amounts_differ_beyond_what_their_words_leave_open(one: str, other: str, differ: bool) -> None:
    left, right = (amounts_in(text)[0] for text in (one, other))
    assert left.rivals(right) is right.rivals(left) is differ


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        ("sentenced Mira Toll to seven years in prison", "Toll got four years behind bars", "How long is the sentence"),
        ("sentenced Mira Toll to seven years in prison", "Anton Toll got four years behind bars", None),
        ("sentenced Mira Toll to seven years in prison", "Toll has been in prison for 14 months", None),
        ("the turnout was 71 percent", "44 percent of voters took part in the ballot", "What was the turnout"),
        ("the turnout was 71 percent", "turnout was 44 percent four years ago", None),
        ("the turnout in the north was 71 percent", "turnout in the capital was 44 percent", None),
        ("turnout in the capital was 71 percent", "nationwide turnout reached 44 percent", None),
        ("the haul was two tonnes of cocaine", "600 kilos of cocaine were seized", "How much cocaine was it"),
        ("the haul was two tonnes of cocaine", "40 kilos of heroin were found", None),
        ("the yacht was sold for 9 million euros", "the price was 6 million euros", "What was the price"),
        ("bread costs 3 dollars", "a litre of milk costs two dollars", None),
        ("the dam is 80 metres high", "the dam is 55 metres high", "How high is the dam"),
        ("the dam is 80 metres high", "flames 20 metres high were seen at the dam", None),
        ("the nurses get a pay rise of 4 percent", "the nurses want a pay rise of 11 percent", None),
        ("the company owes its workers 2 million dollars", "the company owes the banks 60 million dollars", None),
        ("the truce is for 30 days", "an officer rang on the truce hotline and talked for four minutes", None),
        ("the truce is for 30 days", "the truce has now held for three days", None),
    ],
)
def test_amounts_of_one_thing_are_set_side_by_side(one: str, other: str, question: str | None) -> None:
    papers = []
    for outlet, by, words in (("One", "The ministry", one), ("Other", "The union", other)):
        paper = Paper(f"{by} said that {words}.", outlet=outlet)
        paper.says(words, paper.who(by, EntityKind.ORGANIZATION))
        papers.append(paper)
    found = [dispute.question.split(":")[0] for dispute in disputed(linked(*papers), Slot.COUNT)]
    assert found == ([question] if question else [])


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        ("the helicopter was hit by a missile", "the pilot lost his way in fog", "What brought the helicopter down"),
        ("the helicopter was hit by a missile", "rescuers lost their way in fog", None),
        ("the helicopter was hit by a missile", "the plane that crashed in May had a faulty cable", None),
    ],
)
def test_two_causes_of_the_one_mishap_of_a_few_reports(one: str, other: str, question: str | None) -> None:
    papers = []
    for outlet, by, words in (("One", "The ministry", one), ("Other", "The union", other)):
        paper = Paper(f"A helicopter crashed near Tamrel. {by} said that {words}.", outlet=outlet)
        paper.says(words, paper.who(by, EntityKind.ORGANIZATION))
        papers.append(paper)
    found = [dispute.question.split(":")[0] for dispute in disputed(linked(*papers), Slot.CAUSE)]
    assert found == ([question] if question else [])
