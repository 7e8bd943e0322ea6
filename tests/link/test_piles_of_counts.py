"""Numbers that two voices give, in plain prose, read, annotated and linked: what a reader sees at once is shown, and
what only looks like it is not."""

from __future__ import annotations

import pytest
from test_piles_of_denials import report

from counterclaim.annotate import annotate
from counterclaim.link import link
from counterclaim.records import Dispute, Slot


def disputes(*texts: str) -> list[Dispute]:
    """The disputes on a count, over reports a day apart."""
    reports = [report(f"Paper {n}", f"2009-03-1{n}", text) for n, text in enumerate(texts, 1)]
    links = link(reports, {each.id: annotate(each) for each in reports}, (), reading=False)
    return [dispute for dispute in links.disputes if dispute.slot is Slot.COUNT]


def answers(*texts: str) -> list[list[str]]:
    """The answers of each of them."""
    return [sorted(s.answer for s in dispute.sides) for dispute in disputes(*texts)]


def scores(*texts: str) -> list[float]:
    """The score of each of them."""
    return [dispute.score for dispute in disputes(*texts)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "Sixteen soldiers were killed in the ambush, the guerrillas said. The army said it had lost three men.",
            ("16", "3"),
        ),
        (
            "The separatists claimed to have killed 40 policemen on Sunday. The ministry acknowledged six deaths.",
            ("40", "6"),
        ),
        (
            "Organisers said 20,000 people took part in the march in Lome on Monday. Police put the crowd at 3,000.",
            ("20,000", "3,000"),
        ),
        (
            "The bus had at least 70 people on board, a survivor said. The company says 48 people were on board.",
            ("70", "48"),
        ),
        ("Rescuers said 214 people were on board the ship, not 187 as the owner had said.", ("214", "187")),
        (
            "At least 52 bodies have been found, far more than the 38 that the ministry admits to, a lawyer said.",
            ("52", "38"),
        ),
        (
            "Aid workers said 40 lorries had entered the camp, compared with the 200 the army says it let through.",
            ("40", "200"),
        ),
        (
            "The guerrillas said they freed 150 prisoners on Sunday. The government said it had received only 93.",
            ("150", "93"),
        ),
        ("Nobody agrees on the dead. The government says 44. Coast Watch, which keeps a list, says 47.", ("44", "47")),
        (
            "Police said two men were arrested after the fire. Lawyers for the tenants said it was closer to 30.",
            ("two", "30"),
        ),
    ],
)
def test_two_numbers_of_two_voices_are_set_against_each_other(text: str, numbers: tuple[str, str]) -> None:
    (found,) = answers(text)
    assert len(found) == 2
    for number in numbers:
        assert any(number in answer for answer in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The army said it had lost two men on Monday. The guerrillas said they had lost nine of their own.",
        "Two soldiers were killed on Monday, the army said. The guerrillas said six of their fighters died.",
        "Organisers said 20,000 people marched in Lome on Monday. Police said they had deployed 3,000 officers.",
        "The ship could carry 400 people, the owner said. Rescuers said 187 people were on board.",
        "Rescuers said 214 people were on board the ship, more than the 187 that the owner had first reported.",
        "Only 12 of 40 sailings were cancelled, the minister said. The number of victims stands at 41, a mayor said.",
        "Fourteen people were killed in Dorvik on Monday, the mayor said. In Ostrel, two people died, police said.",
        "Villagers say 63 houses were burned down. The governor said five people had been arrested.",
        "Police arrested 56 people on Friday, a spokesman said. Lawyers said 12 of them were minors.",
        "Two prisoners, an engineer and a man in a flying suit, said that there had been thirteen of them.",
        "Three died on the bridge, police said. One of the dead fell, and the other two were shot, a medic said.",
        "Air strikes killed at least 44 people on Monday and wounded more than 100 a monitoring group said.",
    ],
)
def test_numbers_of_two_things_are_not(text: str) -> None:
    assert answers(text) == []


THIRTY = (
    "Thirty lorries with rice arrived in Bignona on Tuesday under the truce, the relief committee of the rebels said."
)


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        (
            THIRTY,
            "The prefect of Bignona, Omar Kane, said he had counted eleven lorries on Tuesday, not thirty.",
            ["11 lorries", "30 lorries"],
        ),
        (
            "Twenty-six people were killed when rockets hit a filling station at Garian on Tuesday, the clinic said.",
            "Nine had died at the filling station in Garian and no more, the operations room said on Wednesday.",
            ["26 killed", "9 killed"],
        ),
        (
            "The Ogaden Front said that its fighters had killed 82 Ethiopian soldiers in a battle at Garbo on Tuesday.",
            "The army lost four men in the battle at Garbo on Tuesday, General Bacha Debele said.",
            ["4 killed", "82 killed"],
        ),
        (
            "Navy gunboats killed 35 rebels in a battle off Delft island on Tuesday, the navy's Commander Silva said.",
            "Six Sea Tigers attained martyrdom in the battle off Delft on Tuesday, the political office announced.",
            ["35 killed", "6 killed"],
        ),
    ],
)
def test_a_number_that_is_told_against_another_is_set_against_it(first: str, second: str, numbers: list[str]) -> None:
    assert answers(first, second) == [numbers]


@pytest.mark.parametrize(
    "second",
    [
        "The prefect of Bignona, Omar Kane, said that no more than twelve lorries a week could cross the bridge.",
        "Thirty lorries or more reached Bignona on Tuesday, the prefect, Omar Kane, said, and not twenty tents.",
    ],
)
def test_one_that_rejects_nothing_is_not(second: str) -> None:
    assert answers(THIRTY, second) == []


def test_what_leaves_room_for_more_contradicts_a_higher_number_less_surely() -> None:
    """ "At least 15" may be an early state of 25; 15 is not."""
    told = "people were killed when shells fell on the market of Dorvik on Tuesday, the"
    shut, low = (scores(f"25 {told} clinic said.", f"{few} {told} mayor said.")[0] for few in ("15", "At least 15"))
    assert low < 0.7 * shut
    assert scores(f"20 {told} clinic said.", f"At least 15 {told} mayor said.") == []


@pytest.mark.parametrize(
    "second",
    [
        "The rebels said that they had lost nine men in the battle off Delft island on Tuesday.",
        "Two of the navy's boats were sunk in the battle off Delft on Tuesday, the rebels said.",
    ],
)
def test_losses_of_the_other_side_are_not(second: str) -> None:
    first = "Navy gunboats sank three boats of the Tigers off Delft island on Tuesday, and lost one man, the navy said."
    assert answers(first, second) == []


def test_parts_of_one_toll_are_no_two_answers() -> None:
    first = "31 people were killed in Dorvik on Tuesday, the mayor said. Eight people were killed on the mill road."
    second = (
        "31 people were killed in Dorvik on Tuesday, the mayor said. Ten people were killed in a bus, a doctor said."
    )
    assert not any("8 killed" in found for found in answers(first, second))


@pytest.mark.parametrize("hurt", ["hurt", "wounded", "injured"])
def test_some_of_the_hurt_are_not_another_count_of_them(hurt: str) -> None:
    """ "Eleven of the hurt were officers" is a part of seventeen, not another answer."""
    told = f'"Eleven of the {hurt} were officers," said Wren Haldane, the police commissioner.'
    assert not disputes(f"Seventeen people were injured in a march on Thursday, police said. {told}")
