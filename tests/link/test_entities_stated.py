"""Other names that reports state: in words, and in brackets."""

from __future__ import annotations

import pytest
from by_hand import Paper, linked

from counterclaim.records import Entity, EntityKind

ORGANIZATION, GROUP, PLACE, PERSON = (
    EntityKind.ORGANIZATION,
    EntityKind.GROUP,
    EntityKind.PLACE,
    EntityKind.PERSON,
)


def report(text: str, *names: str, kind: EntityKind = ORGANIZATION, day: int = 1) -> Paper:
    """A report that names these, all of one kind."""
    paper = Paper(text, f"2021-05-{day:02}", f"Paper {day} {text[:9]}")
    for name in names:
        paper.who(name, kind)
    return paper


def together(*papers: Paper) -> set[frozenset[str]]:
    """Which names were made one."""
    return {frozenset(entity.names) for entity in found(*papers)}


def found(*papers: Paper) -> tuple[Entity, ...]:
    return linked(*papers).entities


@pytest.mark.parametrize(
    "text",
    [
        "The Dawn Brigades, formerly known as the Army of the Hills, met.",
        "The Dawn Brigades (Army of the Hills) met.",
        "The Dawn Brigades, popularly called “Army of the Hills”, met.",
        "The Dawn Brigades rebel movement, also known as the Army of the Hills, met.",
        "The Dawn Brigades, a name for the Army of the Hills, met.",
        "The Dawn Brigades (so-called Army of the Hills) met.",
    ],
)
def test_a_report_that_gives_another_name_joins_both(text: str) -> None:
    assert together(report(text, "Dawn Brigades", "Army of the Hills")) == {
        frozenset({"Dawn Brigades", "Army of the Hills"})
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Dawn Brigades met the Army of the Hills.",
        "The Dawn Brigades (a branch of the Army of the Hills) met.",
        "The Dawn Brigades called on the Army of the Hills.",
        "The Dawn Brigades and what is known to the Army of the Hills differ.",
        "The Dawn Brigades. Also known as the Army of the Hills, others met.",
    ],
)
def test_names_that_merely_stand_together_stay_apart(text: str) -> None:
    assert len(found(report(text, "Dawn Brigades", "Army of the Hills"))) == 2


def test_the_reason_rests_on_the_words_that_state_it() -> None:
    text = "The Dawn Brigades, formerly known as the Army of the Hills, met."
    (judgement,) = linked(report(text, "Dawn Brigades", "Army of the Hills")).judgements
    assert "also" in judgement.reasons[0]
    assert "Dawn Brigades, formerly known as the Army of the Hills" in {e.text for e in judgement.evidence}


def test_several_names_in_one_pair_of_brackets() -> None:
    papers = [
        report("The Dawn Brigades (DB, Fajra and HILLMEN) met.", "Dawn Brigades", kind=GROUP),
        report(
            "DB fighters met. Fajra fighters met. HILLMEN fighters met.", "DB", "Fajra", "HILLMEN", kind=GROUP, day=2
        ),
    ]
    assert together(*papers) == {frozenset({"Dawn Brigades", "DB", "Fajra", "HILLMEN"})}


def test_an_acronym_in_brackets_leads_back_to_the_word_it_begins_with() -> None:
    parts = report("The Front of Hill and Dale (FHD) met.", "Front of Hill", "Dale", "FHD")
    assert frozenset({"Front of Hill", "FHD"}) in together(parts)


def test_an_agency_behind_a_dateline_is_not_the_town() -> None:
    papers = [report("DORVIK-EAST (Ferrynews) Two died.", "DORVIK-EAST", day=day, kind=PLACE) for day in (1, 2)]
    for paper in papers:
        paper.who("Ferrynews", ORGANIZATION)
    assert len(found(*papers)) == 2


def test_a_place_and_a_body_in_brackets_are_two_unless_reports_insist() -> None:
    def one(day: int) -> Paper:
        paper = report("They left Dorvik (Dorwick) at noon.", "Dorvik", kind=PLACE, day=day)
        paper.who("Dorwick", ORGANIZATION)
        return paper

    assert len(found(one(1))) == 2
    assert len(found(one(1), one(2))) == 1


def test_two_bodies_that_many_reports_tell_apart_are_not_joined_by_one_that_does_not() -> None:
    apart = [report("Red Hand met. Blue Hand met.", "Red Hand", "Blue Hand", day=day) for day in range(1, 10)]
    slip = report("Red Hand (Blue Hand) met.", "Red Hand", "Blue Hand", day=11)
    assert len(found(*apart, slip)) == 2
