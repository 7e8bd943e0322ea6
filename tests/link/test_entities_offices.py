"""Who holds which office, of whom, and when."""

from __future__ import annotations

import pytest
from by_hand import Paper, linked

from counterclaim.records import Entity, EntityKind

ORGANIZATION, PERSON, PLACE = EntityKind.ORGANIZATION, EntityKind.PERSON, EntityKind.PLACE


def jane(*papers: Paper) -> Entity:
    return next(entity for entity in linked(*papers).entities if "Jane Doe" in entity.names)


def paper(
    text: str, *, titles: tuple[str, ...] = (), side: str | None = None, dates: dict[str, str] | None = None
) -> Paper:
    """A report about Jane Doe and whoever else it names."""
    one = Paper(text, "2021-05-01")
    for name in ("Harbour Front", "Kenya", "Norway", "Dorvik"):
        if name in text:
            kind = {"Harbour Front": ORGANIZATION, "Dorvik": PLACE}.get(name, EntityKind.STATE)
            one.who(name, kind, side={"Kenya": "KEN", "Norway": "NOR"}.get(name))
    one.who("Jane Doe", titles=titles, side=side)
    one.mentions.sort(key=lambda mention: mention.span)
    for words, value in (dates or {}).items():
        one.time(words, value)
    return one


def offices(*papers: Paper) -> set[tuple[str, str | None]]:
    return {(role.title, role.of.name if role.of else None) for role in jane(*papers).roles}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Harbour Front spokeswoman Jane Doe spoke.", ("spokeswoman", "Harbour Front")),
        ("The Harbour Front's political leader, Jane Doe, spoke.", ("political leader", "Harbour Front")),
        ("Jane Doe, the deputy head of the Harbour Front, spoke.", ("deputy head", "Harbour Front")),
        ("Jane Doe, the Harbour Front's chairwoman, spoke.", ("chairwoman", "Harbour Front")),
        ("The director of the Harbour Front, Jane Doe, spoke.", ("director", "Harbour Front")),
        ("Jane Doe, who leads the Harbour Front, spoke.", ("leader", "Harbour Front")),
        ("Jane Doe, a spokeswoman for the Harbour Front, spoke.", ("spokeswoman", "Harbour Front")),
        ("Foreign Minister Jane Doe of Kenya spoke.", ("foreign minister", "Kenya")),
        ("Kenya's ambassador to Oslo, Jane Doe, spoke.", ("ambassador", None)),
        ("Jane Doe, the mayor of Dorvik, spoke.", ("mayor", "Dorvik")),
        ("Jane Doe, ambassador to Norway, spoke.", ("ambassador", None)),
        ("Jane Doe, the then head of the Harbour Front, spoke.", ("former head", "Harbour Front")),
    ],
)
def test_of_whom_an_office_is(text: str, office: tuple[str, str | None]) -> None:
    found = offices(paper(text))
    assert office in found or (office[1] is None and not found)


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Front met Jane Doe.",
        "The Harbour Front said the president met Jane Doe.",
        "Jane Doe left the Harbour Front.",
        "The fair closed at Harbour Front\n\nPresident Jane Doe spoke.",
        "A head of cattle was given to Jane Doe.",
    ],
)
def test_no_office_where_none_is_said(text: str) -> None:
    assert not offices(paper(text))


def test_a_state_office_without_more_is_of_the_state_that_it_was_found_beside() -> None:
    assert offices(paper("Jane Doe spoke.", titles=("President",), side="KEN")) == {("president", "KEN")}
    assert offices(paper("Jane Doe spoke.", titles=("Director",), side="KEN")) == {("director", None)}


def test_an_office_that_one_report_gives_whole_is_the_same_in_others() -> None:
    whole = paper("Jane Doe, the director of the Harbour Front, spoke.")
    assert offices(whole, paper("Director Jane Doe was there.", titles=("Director",))) == {
        ("director", "Harbour Front")
    }


def test_minister_is_the_foreign_minister_and_the_vice_president_is_another_office() -> None:
    papers = [
        paper("Jane Doe spoke one.", titles=("Foreign Minister",), side="KEN"),
        paper("Jane Doe spoke two.", titles=("Minister",), side="KEN"),
    ]
    assert offices(*papers) == {("foreign minister", "KEN")}
    papers = [
        paper("Jane Doe spoke one.", titles=("Vice President",), side="KEN"),
        paper("Jane Doe spoke two.", titles=("President",), side="KEN"),
    ]
    assert offices(*papers) == {("vice president", "KEN"), ("president", "KEN")}


@pytest.mark.parametrize(
    ("text", "dates", "days"),
    [
        ("President Jane Doe has ruled since 2011.", {"2011": "2011"}, ("2011", None)),
        ("Jane Doe, president from 2001 to 2005, spoke.", {"2001": "2001", "2005": "2005"}, ("2001", "2005")),
        ("Jane Doe was elected in May 2011.", {"May 2011": "2011-05"}, ("2011-05", None)),
        ("President Jane Doe resigned on 3 May 2012.", {"3 May 2012": "2012-05-03"}, (None, "2012-05-03")),
        ("President Jane Doe spoke on 3 May 2012.", {"3 May 2012": "2012-05-03"}, (None, None)),
        ("Jane Doe spoke. The war has gone on since 2011.", {"2011": "2011"}, (None, None)),
    ],
)
def test_days_of_an_office(text: str, dates: dict[str, str], days: tuple[str | None, str | None]) -> None:
    (role,) = jane(paper(text, titles=("President",), side="KEN", dates=dates)).roles
    assert (role.since, role.until) == days


def test_what_was_an_office_is_one_with_its_end() -> None:
    text = "Jane Doe, the former president, resigned in 2012."
    (role,) = jane(paper(text, titles=("former president",), side="KEN", dates={"2012": "2012"})).roles
    assert (role.title, role.until) == ("president", "2012")


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The clinic's director, Jane Doe, spoke.", ("director", "the clinic")),
        ("Jane Doe, the head of the town council, spoke.", ("head", "the town council")),
        ("Jane Doe, the cooperative's deputy manager, spoke.", ("deputy manager", "the cooperative")),
        ("The Harbour Front met. The front's leader, Jane Doe, spoke.", ("leader", "Harbour Front")),
        ("They asked the mayor, Jane Doe, to speak.", ("mayor", None)),
    ],
)
def test_common_words_say_of_what_an_office_is(text: str, office: tuple[str, str | None]) -> None:
    assert office in offices(paper(text))


@pytest.mark.parametrize(
    "text",
    ["A spokesman for the mayor, Jane Doe, spoke.", "Harbour Front should suspend police chief Jane Doe."],
)
def test_somebody_elses_office_is_not_hers(text: str) -> None:
    assert not offices(paper(text)) & {("mayor", None), ("police chief", "Harbour Front")}


def test_an_office_with_a_common_noun_says_no_more_than_whose_it_is() -> None:
    told = paper("Jane Doe, who leads the Harbour Front, spoke.")
    assert offices(told, paper("Regime leader Jane Doe spoke.", titles=("regime leader",))) == {
        ("leader", "Harbour Front")
    }
