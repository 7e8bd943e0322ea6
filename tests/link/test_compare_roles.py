"""Swapped roles: who asked whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Paper, compared, disputed, linked, proposal

from counterclaim.records import Modality, Polarity, Slot, Verdict

ROLES = Slot.ROLES


def test_each_says_that_the_other_asked() -> None:
    links = linked(
        proposal("Arvel", "Tosk", speaker="Pavel Dorn"),
        proposal("Tosk", "Arvel", speaker="Anna Bell", outlet="Tosk Wire"),
    )
    (judgement,) = compared(links, ROLES)
    assert judgement.verdict is Verdict.CONFLICT
    (dispute,) = disputed(links, ROLES)
    assert dispute.judgements == (judgement.id,)
    assert {side.answer: [who.name for who in side.holders] for side in dispute.sides} == {
        "Arvel asked Tosk": ["Pavel Dorn"],
        "Tosk asked Arvel": ["Anna Bell"],
    }
    assert not dispute.within_report
    assert "truce" in dispute.question


@pytest.mark.parametrize(
    ("other", "verdict", "reason"),
    [
        (proposal("Tosk", "Arvel", speaker="Pavel Dorn", outlet="B"), Verdict.COMPATIBLE, "same source"),
        (
            proposal("Tosk", "Arvel", speaker="Anna Bell", outlet="B", time="2020-11-20"),
            Verdict.OTHER_INCIDENT,
            "2020-11-20",
        ),
        (proposal("Tosk", "Arvel", speaker="Anna Bell", outlet="B", time="2021-05-02"), Verdict.CONFLICT, "can be"),
        (proposal("Tosk", "Arvel", speaker="Anna Bell", outlet="B", time="2021-05"), Verdict.CONFLICT, "can be"),
        (proposal("Tosk", "Arvel", outlet="B"), Verdict.CONFLICT, "other way round"),
    ],
)
def test_a_pair_that_swaps_roles_has_a_verdict_with_its_reason(other: Paper, verdict: Verdict, reason: str) -> None:
    links = linked(proposal("Arvel", "Tosk", speaker="Pavel Dorn", time="2021-05-03"), other)
    (judgement,) = compared(links, ROLES)
    assert judgement.verdict is verdict
    assert any(reason in line for line in judgement.reasons)
    assert len(disputed(links, ROLES)) == (verdict is Verdict.CONFLICT)


@pytest.mark.parametrize(
    "other",
    [
        proposal("Arvel", "Tosk", speaker="Anna Bell", outlet="B"),
        proposal("Tosk", "Arvel", speaker="Anna Bell", outlet="B", theme="swap"),
        proposal("Tosk", "Ilvane", speaker="Anna Bell", outlet="B"),
    ],
)
def test_what_does_not_swap_the_same_two_over_the_same_thing_is_not_compared(other: Paper) -> None:
    assert compared(linked(proposal("Arvel", "Tosk", speaker="Pavel Dorn"), other), ROLES) == []


@pytest.mark.parametrize(
    "change",
    [{"polarity": Polarity.NEGATIVE}, {"modality": Modality.PLAN}, {"modality": Modality.CONDITION}],
)
def test_what_was_not_done_or_only_meant_swaps_no_roles(change: dict[str, Polarity | Modality]) -> None:
    other = proposal("Tosk", "Arvel", speaker="Anna Bell", outlet="B")
    other.claims = [replace(claim, **change) for claim in other.claims]  # type: ignore[arg-type]
    assert compared(linked(proposal("Arvel", "Tosk", speaker="Pavel Dorn"), other), ROLES) == []


def test_a_president_stands_for_the_state() -> None:
    paper = Paper("President Anna Bell asked Arvel for a truce, Pavel Dorn said.", "2021-05-05", "B")
    statement = paper.says("President Anna Bell asked Arvel for a truce", paper.who("Pavel Dorn"))
    asker = paper.who("Anna Bell", side="tosk", titles=("President",))
    paper.claim(statement, "propose", "asked", agent=[asker], patient=[paper.state("Arvel", "arvel")], theme="truce")
    links = linked(proposal("Arvel", "Tosk", speaker="Ivo Kern"), paper)
    assert [judgement.verdict for judgement in compared(links, ROLES)] == [Verdict.CONFLICT]


def test_a_private_person_of_that_state_does_not() -> None:
    paper = Paper("The singer Anna Bell asked Arvel for a truce, Pavel Dorn said.", "2021-05-05", "B")
    statement = paper.says("The singer Anna Bell asked Arvel for a truce", paper.who("Pavel Dorn"))
    asker = paper.who("Anna Bell", side="tosk")
    paper.claim(statement, "propose", "asked", agent=[asker], patient=[paper.state("Arvel", "arvel")], theme="truce")
    assert compared(linked(proposal("Arvel", "Tosk", speaker="Ivo Kern"), paper), ROLES) == []
