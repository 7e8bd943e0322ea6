"""Which state a pile's bodies, officials and capitals are on the side of."""

from __future__ import annotations

import pytest
from by_hand import Paper, linked

from counterclaim.link.entities import link_entities, with_sides
from counterclaim.link.pile import Pile
from counterclaim.records import EntityKind, Who

ORGANIZATION, PLACE, STATE = EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.STATE
MINISTRY = "Foreign Ministry"


def a_paper(text: str, *bodies: str, day: int = 1, outlet: str = "Coast Herald", town: str = "") -> Paper:
    """A report in which these bodies and this town are named; Zorvia and Tarvia are states."""
    paper = Paper(text, f"2031-05-{day:02}", outlet)
    for name in bodies:
        paper.who(name, ORGANIZATION)
    if town:
        paper.who(town, PLACE)
    for land in ("Zorvia", "Tarvia"):
        if land in text:
            names = (f"{land}n",) if f"{land}n" in text else ()
            paper.who(land, STATE, side=land.lower(), names=names)
    paper.mentions.sort(key=lambda mention: mention.span)
    return paper


def named(paper: Paper, name: str) -> Who:
    return next(Who(entity.id, name) for entity in paper.entities.values() if entity.name == name)


def pile_of(*papers: Paper) -> Pile:
    annotations = with_sides([p.report for p in papers], {p.report.id: p.found for p in papers})
    entities, _ = link_entities([p.report for p in papers], annotations)
    return Pile.of([p.report for p in papers], annotations, {}, entities)


def side(pile: Pile, paper: Paper, name: str) -> str | None:
    return pile.side(named(paper, name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zorvia's General Staff denied it. Tarvia did not.", "General Staff"),
        ("Tarvia spoke. The Defence Ministry of Zorvia denied it.", "Defence Ministry"),
        ("Zorvia and Tarvia met. The Armed Forces of Zorvia left.", "Armed Forces of Zorvia"),
        ("Zorvian papers: the General Staff denied it. Zorvia has two.", "General Staff"),
    ],
)
def test_an_organ_is_on_the_side_of_the_state_that_has_it(text: str, name: str) -> None:
    paper = a_paper(text, name)
    assert side(pile_of(paper), paper, name) == "zorvia"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zorvia and Tarvia met. The General Staff was silent.", "General Staff"),
        ("Zorvia has a war. Zorvia's Liberation Front fights on.", "Liberation Front"),
        ("Zorvia is at war. The National Defence Forces fight on in Zorvia.", "National Defence Forces"),
    ],
)
def test_no_side_where_two_are_at_hand_or_the_body_is_no_organ(text: str, name: str) -> None:
    paper = a_paper(text, name)
    assert side(pile_of(paper), paper, name) is None


def test_the_ministries_of_two_states_are_two() -> None:
    one = a_paper("Zorvia's Foreign Ministry spoke.", MINISTRY)
    other = a_paper("Tarvia's Foreign Ministry spoke.", MINISTRY, day=2)
    whole = a_paper(
        "The Zorvian Foreign Ministry spoke. Zorvian troops left Zorvia.", "Zorvian Foreign Ministry", day=3
    )
    pile = pile_of(one, other, whole)
    ids = [
        pile.key(named(paper, name))
        for paper, name in ((one, "Foreign Ministry"), (other, "Foreign Ministry"), (whole, "Zorvian Foreign Ministry"))
    ]
    assert ids[0] == ids[2] != ids[1]


@pytest.mark.parametrize(
    "said",
    [
        "Orlin, the capital of Zorvia, is quiet.",
        "Soldiers of Zorvia's army left the Zorvian capital, Orlin.",
        "The Zorvian government in Orlin fell.",
    ],
)
def test_a_capital_that_speaks_is_its_state(said: str) -> None:
    one = a_paper(said, town="Orlin")
    other = a_paper("Tarvia lied, Orlin said. The road in Orlin is closed.", day=2, town="Orlin")
    where = other.who("Orlin", PLACE)
    statement = other.says("Tarvia lied", Who(where.entity, "Orlin", other.span("Orlin")))
    pile = pile_of(one, other)
    (holder,) = pile.holders(pile.statements[statement.id])
    assert holder.name == "Zorvia"


def test_a_town_that_is_no_capital_stays_a_town() -> None:
    paper = a_paper("Zorvia's army left. Dorn said so. Zorvia is calm.", town="Dorn")
    where = paper.who("Dorn", PLACE)
    statement = paper.says("left", Who(where.entity, "Dorn", paper.span("Dorn")))
    pile = pile_of(paper)
    assert [who.name for who in pile.holders(pile.statements[statement.id])] == ["Dorn"]


def test_a_papers_own_ministry_is_that_of_its_land() -> None:
    one = a_paper("Orlin, the capital of Zorvia, is quiet. Tarvia is not.", town="Orlin")
    other = a_paper("The Defence Ministry denied it.", "Defence Ministry", day=2, outlet="Orlin Gazette")
    assert side(pile_of(one, other), other, "Defence Ministry") == "zorvia"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tarvia's Foreign Ministry spoke to Zorvia. Foreign Minister Jane Doe left.", "tarvia"),
        ("Foreign Minister Jane Doe left Zorvia's capital. Zorvia is calm.", "zorvia"),
        ("Zorvia and Tarvia met. Foreign Minister Jane Doe left.", None),
        ("Jane Doe, a spokeswoman for Zorvia's Foreign Ministry, met Tarvia.", "zorvia"),
        ("Jane Doe, a spokeswoman for the Zorvian opposition, left.", None),
    ],
)
def test_whoever_holds_an_office_is_on_the_side_of_the_state_it_is_in(text: str, expected: str | None) -> None:
    paper = a_paper(text, *([MINISTRY] if MINISTRY in text else []))
    paper.who("Jane Doe", titles=("Foreign Minister",) if "Minister Jane" in text else ("spokeswoman",))
    paper.mentions.sort(key=lambda mention: mention.span)
    assert side(pile_of(paper), paper, "Jane Doe") == expected


def test_whoever_speaks_for_a_movement_acts_for_it() -> None:
    paper = a_paper("Jane Doe, a spokeswoman for the Harbour Front, left.", "Harbour Front")
    paper.who("Jane Doe", titles=("spokeswoman",))
    paper.mentions.sort(key=lambda mention: mention.span)
    pile = pile_of(paper)
    front, jane = (named(paper, name) for name in ("Harbour Front", "Jane Doe"))
    assert pile.actor(jane) == pile.actor(front)


def test_linking_a_pile_makes_its_sides() -> None:
    one = a_paper("Zorvia's Foreign Ministry spoke.", MINISTRY)
    other = a_paper("Tarvia's Foreign Ministry spoke.", MINISTRY, day=2)
    assert sum(e.name == "Foreign Ministry" for e in linked(one, other).entities) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ZORVIA\n\n* The Defence Ministry denied it.\n\nTarvia said so. Zorvia did not.", "zorvia"),
        ("GENERAL STAFF OF THE ARMED FORCES OF Zorvia\n\nTarvia lied. The Defence Ministry denied it.", "zorvia"),
        ("All of it\n\nTarvia said so. Zorvia did not.\n\nThe Defence Ministry denied it.", None),
    ],
)
def test_a_heading_tells_whose_the_organs_below_it_are(text: str, expected: str | None) -> None:
    paper = a_paper(text, "Defence Ministry")
    assert side(pile_of(paper), paper, "Defence Ministry") == expected


def test_a_republic_is_the_land_of_its_adjective() -> None:
    one = a_paper("Zorvia is calm. Zorvian troops left.")
    other = Paper("The Zorvian Republic is calm.", "2031-05-02")
    other.who("Zorvian Republic", STATE, side="zorvian republic")
    assert side(pile_of(one, other), other, "Zorvian Republic") == "zorvia"


def test_a_surname_alone_is_a_person_and_a_firm_called_by_its_first_word_is_none() -> None:
    one = Paper("Jane Wanjiru left. Brenwick Energy stayed.", "2031-05-01")
    one.who("Jane Wanjiru")
    one.who("Brenwick Energy", ORGANIZATION)
    other = Paper("Wanjiru left again. Brenwick stayed.", "2031-05-02")
    other.who("Wanjiru", ORGANIZATION)
    other.who("Brenwick")
    kinds = {entity.name: entity.kind for entity in linked(one, other).entities}
    assert kinds["Jane Wanjiru"] is EntityKind.PERSON
    assert "Wanjiru" not in kinds
    assert kinds.get("Brenwick", ORGANIZATION) is ORGANIZATION
