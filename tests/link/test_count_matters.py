"""Numbers of two reports of what is no harm, of each side's losses, and of what only adds up, in plain prose."""

from __future__ import annotations

import pytest
from test_piles_of_denials import report

from counterclaim.annotate import annotate
from counterclaim.link import link
from counterclaim.link.compare.counts.matters import matter
from counterclaim.records import Dispute, Slot


def disputes(*told: tuple[str, str]) -> list[Dispute]:
    """The disputes on a count, over reports of outlets, a day apart."""
    reports = [report(outlet, f"2031-03-0{3 + n}", text) for n, (outlet, text) in enumerate(told, 1)]
    links = link(reports, {each.id: annotate(each) for each in reports}, (), reading=False)
    return [dispute for dispute in links.disputes if dispute.slot is Slot.COUNT]


@pytest.mark.parametrize(
    ("one", "other", "asked", "numbers"),
    [
        (
            "The ferry Halden sank off the island of Tessa on Monday with 140 passengers on board, the Transport "
            "Ministry said.",
            "There were more than 300 people aboard the Halden when she sank off Tessa on Monday, a survivor said.",
            "were on board",
            {"140 people", "more than 300 people"},
        ),
        (
            "The Navy boarded the trawler Marisol off Cape Toro on Monday. The eight-man crew was taken to the naval "
            "base, the Navy said.",
            "Eleven men were aboard the Marisol when the Navy boarded her off Cape Toro on Monday, the union said.",
            "were on board",
            {"8 people", "11 people"},
        ),
        (
            "Some 4,000 people took part in the demonstration in Molde on Monday, police said.",
            "The march in Molde on Monday brought together 30,000 teachers, the union said.",
            "were in the crowd",
            {"some 4,000 people", "30,000 people"},
        ),
        (
            "Thirty trucks with food reached Sella on Monday, the Relief Ministry said.",
            "Only twelve trucks arrived in Sella on Monday, an aid official said.",
            "arrived",
            {"30 trucks", "12 trucks"},
        ),
        (
            "Four border guards and a shepherd boy were killed near Talgar on Monday, the Interior Ministry of Belm "
            "said.",
            "The intruders left nine killed near Talgar on Monday, the General Staff of Zarn said.",
            "were killed",
            {"5 killed", "9 killed"},
        ),
        (
            "Three soldiers fell in the fighting at the Sarra bridge on Monday, the General Staff said.",
            "The enemy left 48 dead at the Sarra bridge on Monday, the Liberation Front said.",
            "How many soldiers were killed",
            {"3 killed", "48 killed"},
        ),
        (
            "Twenty lorries arrived in Semna on Monday, the head of the relief bureau, Kassa Wolde, said.",
            "An official of the UN said that he had counted thirteen lorries, not twenty.",
            "How many lorries were there",
            {"20 lorries", "13 lorries"},
        ),
    ],
)
def test_two_accounts_count_one_thing(one: str, other: str, asked: str, numbers: set[str]) -> None:
    found = [d for d in disputes(("Evening Paper", one), ("Morning Paper", other)) if asked in d.question]
    assert [{side.answer for side in dispute.sides} for dispute in found] == [numbers]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # the crew, and those whom it carries
            "The ferry Olga went down off Cape Dune on Monday with a crew of 14, the coast guard said.",
            "There were 190 passengers aboard the ferry Olga when she sank off Cape Dune on Monday, her owners said.",
        ),
        (  # how many there could be
            "The ferry Corrie, which can carry 400 passengers, ran aground off Linnet Head on Monday, the police said.",
            "There were 95 people on board the Corrie when she ran aground off Linnet Head on Monday, the mayor said.",
        ),
        (  # aboard, and saved
            "The ferry Anna caught fire off Telle on Monday with 210 people on board, the coast guard said.",
            "Rescuers brought 140 passengers of the ferry Anna ashore at Telle on Monday, the mayor said.",
        ),
        (  # sent, and arrived
            "Sixty trucks left the port of Anse for Semna on Monday, the agency said.",
            "Forty trucks arrived in Semna on Tuesday, the mayor said.",
        ),
        (  # what each lost
            "We lost two men at Karo on Monday, the General Staff said.",
            "We lost five fighters at Karo on Monday, the Liberation Front said.",
        ),
        (  # what each says that the other left
            "The rebels left 25 dead at the Sarra bridge on Monday, the General Staff said.",
            "The army left 48 dead at the Sarra bridge on Monday, the Liberation Front said.",
        ),
        (  # one of the numbers that come to a total
            "Four border guards and a shepherd boy were killed near Talgar on Monday, the Interior Ministry said.",
            "Four people were killed in an attack near Talgar on Monday, the mayor said.",
        ),
        (  # what is rejected is no number of the same
            "The delegation stayed for twenty days and met ten mayors, the chairwoman said.",
            "Sixty-one stations of Mahar are concerned, and not ten, the lawyers said.",
        ),
    ],
)
def test_two_accounts_count_two_things(one: str, other: str) -> None:
    assert not disputes(("Evening Paper", one), ("Morning Paper", other))


@pytest.mark.parametrize(
    ("before", "number", "after", "noun", "told"),
    [
        ("The tug sailed with ", "12", " passengers", "passenger", "on board"),
        ("Police spoke with more than once and then asked the ", "12", " passengers", "passenger", ""),
        ("There were ", "nine", " gunmen in the raid on the bank", "gunman", "among the attackers"),
        ("The ferry can carry ", "400", " people on board", "people", ""),
    ],
)
def test_the_matter_of_a_number(before: str, number: str, after: str, noun: str, told: str) -> None:
    assert matter(before, number, after, noun, people=True) == told
