"""Done or not done: deeds asserted of somebody and denied."""

from __future__ import annotations

import pytest
from by_hand import Paper, compared, disputed, linked

from counterclaim.records import Act, Modality, Polarity, Slot, Verdict, Who

POLARITY = Slot.POLARITY
POSITIVE, NEGATIVE = Polarity.POSITIVE, Polarity.NEGATIVE


def deed(
    verb: str = "shelled",
    *,
    predicate: str = "shell",
    agent: str = "Tosk",
    target: str = "the school",
    polarity: Polarity = POSITIVE,
    modality: Modality = Modality.FACT,
    place: str = "Dorvik",
    speaker: str = "Anna Bell",
    time: str | None = None,
    outlet: str = "Coast Herald",
    published: str | None = "2021-05-04",
) -> Paper:
    """A report in which somebody says that a state did it, or never did."""
    content = f"{agent} {'never ' if polarity is NEGATIVE else ''}{verb} {target} in {place}"
    paper = Paper(f"{content}, {speaker} said.", published, outlet)
    doer, where = paper.state(agent, agent.lower()), paper.place(place)
    statement = paper.says(content, paper.who(speaker))
    paper.claim(
        statement,
        predicate,
        verb,
        agent=[doer],
        patient=[Who(None, target, paper.span(target))],
        place=[where],
        time=time,
        polarity=polarity,
        modality=modality,
    )
    return paper


def never(**more: object) -> Paper:
    given = {"polarity": NEGATIVE, "speaker": "Pavel Dorn", "outlet": "Tosk Wire", **more}
    return deed(**given)  # type: ignore[arg-type]


def test_one_says_it_was_done_another_that_it_never_was() -> None:
    links = linked(deed(), never())
    (judgement,) = compared(links, POLARITY)
    assert judgement.verdict is Verdict.CONFLICT
    (dispute,) = disputed(links, POLARITY)
    assert dispute.question == "Did Tosk shell the school?"
    assert {side.answer: [who.name for who in side.holders] for side in dispute.sides} == {
        "yes": ["Anna Bell"],
        "no": ["Pavel Dorn"],
    }


def test_the_same_deed_may_have_another_verb() -> None:
    links = linked(deed("bombed", predicate="bomb"), never())
    assert [judgement.verdict for judgement in compared(links, POLARITY)] == [Verdict.CONFLICT]


def test_deeds_of_other_days_are_other_deeds() -> None:
    links = linked(deed(time="2021-05-03"), never(time="2021-03-03"))
    (judgement,) = compared(links, POLARITY)
    assert judgement.verdict is Verdict.OTHER_INCIDENT
    assert "2021-05-03" in judgement.reasons[-1]
    assert disputed(links, POLARITY) == []


@pytest.mark.parametrize(
    "other",
    [
        never(place="Ostrel"),
        never(published="2021-05-20"),
        never(published=None),
        never(agent="Arvel"),
        never(target="the bridge"),
        never(verb="supported", predicate="support"),
        never(speaker="Anna Bell"),
        never(modality=Modality.HYPOTHESIS),
        deed(speaker="Pavel Dorn", outlet="Tosk Wire"),
    ],
)
def test_what_is_not_the_same_deed_denied_by_another_is_not_compared(other: Paper) -> None:
    assert compared(linked(deed(), other), POLARITY) == []


def accused(
    charge: str = "Tosk shelled the school",
    denial: str = "shelling the school",
    *,
    denier: str = "Tosk",
    accuser: str | None = "Anna Bell",
    predicate: str = "shell",
) -> Paper:
    """A report in which a charge stands beside somebody's denial."""
    paper = Paper(
        f"{charge}, {accuser} said. {denier} denied {denial}." if accuser else f"{charge}. {denier} denied {denial}."
    )
    tosk, arvel = paper.state("Tosk", "tosk"), None
    if denier != "Tosk":
        arvel = paper.state(denier, denier.lower())
    said = paper.says(charge, paper.who(accuser)) if accuser else paper.tells(charge)
    paper.claim(said, predicate, charge.split()[1], agent=[tosk])
    paper.says(denial, arvel or tosk, cue="denied", act=Act.DENY)
    return paper


@pytest.mark.parametrize(
    "paper",
    [
        accused(),
        accused(denial="responsibility for the shelling"),
        accused(denial="the accusations"),
        accused(accuser=None),
    ],
)
def test_who_is_charged_denies_it(paper: Paper) -> None:
    (dispute,) = disputed(linked(paper), POLARITY)
    assert dispute.within_report
    assert {side.answer for side in dispute.sides} == {"yes", "no"}
    denial = next(side for side in dispute.sides if side.answer == "no")
    assert [who.name for who in denial.holders] == ["Tosk"]
    assert denial.evidence[0].text.startswith("denied")


@pytest.mark.parametrize(
    "paper",
    [
        accused(denier="Arvel"),
        accused(denial="holding any prisoners"),
        accused(denial="the accusations", accuser=None),
        accused("Tosk watered the garden", "watering the garden", predicate="water"),
        accused(accuser="Tosk"),
    ],
)
def test_what_is_not_a_denial_of_that_charge_by_the_charged_is_none(paper: Paper) -> None:
    assert compared(linked(paper), POLARITY) == []


def test_a_denial_answers_only_charges_of_its_own_report() -> None:
    other = Paper("Tosk denied shelling the school.", outlet="Tosk Wire")
    other.says("shelling the school", other.state("Tosk", "tosk"), cue="denied", act=Act.DENY)
    assert compared(linked(deed(), other), POLARITY) == []
