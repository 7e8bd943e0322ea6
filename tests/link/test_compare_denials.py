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
    assert dispute.question == "Did Tosk shell the school in Dorvik?"
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
        never(published="2021-05-20"),
        never(published=None),
        never(agent="Arvel"),
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
    assert "denied" in denial.evidence[0].text


@pytest.mark.parametrize(
    "paper",
    [
        accused(denier="Arvel"),
        accused(denial="holding any prisoners"),
        accused(denial="the accusations", accuser=None),
        accused(accuser="Tosk"),
    ],
)
def test_what_is_not_a_denial_of_that_charge_by_the_charged_is_none(paper: Paper) -> None:
    assert compared(linked(paper), POLARITY) == []


def test_a_deed_of_any_kind_may_be_denied_in_the_same_words() -> None:
    (dispute,) = disputed(
        linked(accused("Tosk watered the garden", "watering the garden", predicate="water")), POLARITY
    )
    assert dispute.within_report


def test_a_denial_may_answer_another_report_of_the_same_days() -> None:
    other = Paper("Tosk denied shelling the school in Dorvik.", outlet="Tosk Wire")
    other.place("Dorvik")
    other.says("shelling the school in Dorvik", other.state("Tosk", "tosk"), cue="denied", act=Act.DENY)
    (dispute,) = disputed(linked(deed(), other), POLARITY)
    assert not dispute.within_report
    assert dispute.question == "Did Tosk shell the school in Dorvik?"


@pytest.mark.parametrize("other", [never(place="Ostrel"), never(target="the bridge")])
def test_what_was_compared_and_is_another_deed_is_a_near_miss_with_its_reason(other: Paper) -> None:
    links = linked(deed(), other)
    (judgement,) = compared(links, POLARITY)
    assert judgement.verdict is Verdict.OTHER_INCIDENT
    assert "the" in judgement.reasons[-1] or "Ostrel" in judgement.reasons[-1]
    assert disputed(links, POLARITY) == []


def denial(text: str, content: str, denied: str | None, *, cue: str = "denied", act: Act = Act.DENY) -> Paper:
    """A report of one sentence in which Tosk denies something."""
    paper = Paper(text)
    said = paper.says(content, paper.state("Tosk", "tosk"), cue=cue, act=act)
    if denied is not None:
        verb, trigger = denied.split("/")
        paper.claim(said, verb, trigger, agent=[paper.state("Tosk", "tosk")], polarity=NEGATIVE)
    return paper


def test_where_nobody_is_named_who_says_so_the_other_side_is_unnamed() -> None:
    paper = denial("Tosk denied that it had shelled the school.", "it had shelled the school", "shell/shelled")
    (dispute,) = disputed(linked(paper), POLARITY)
    assert {side.answer: [who.name for who in side.holders] for side in dispute.sides} == {
        "no": ["Tosk"],
        "yes": ["unnamed"],
    }
    assert dispute.question == "Did Tosk shell the school?"


@pytest.mark.parametrize(
    "paper",
    [
        denial("Tosk did not deny shelling the school.", "shelling the school", "shell/shelling", cue="did not deny"),
        denial("Tosk will deny shelling the school.", "shelling the school", "shell/shelling", cue="will deny"),
        denial("Tosk denied watering the garden.", "watering the garden", "water/watering"),
        denial("Tosk denied the accusations.", "the accusations", None),
        denial("Tosk rejected the demand.", "the demand", None, cue="rejected", act=Act.REFUSE),
    ],
)
def test_a_denial_withheld_expected_or_of_nothing_said_is_none(paper: Paper) -> None:
    assert compared(linked(paper), POLARITY) == []
