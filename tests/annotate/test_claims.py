"""What is claimed: who did what to whom, whether it is so, and in what world."""

from __future__ import annotations

import pytest
from build import make_report

from counterclaim.annotate.report import annotate_report
from counterclaim.records import Claim, Manner, Modality, Polarity, Who

POSITIVE, NEGATIVE = Polarity.POSITIVE, Polarity.NEGATIVE


def claims_of(text: str) -> tuple[Claim, ...]:
    return annotate_report(make_report(text, "2021-05-04", "Coast Herald")).claims


def claimed(text: str, predicate: str) -> Claim:
    """The one claim of the text with this predicate."""
    (found,) = (claim for claim in claims_of(text) if claim.predicate == predicate)
    return found


def words(whos: tuple[Who, ...]) -> list[str]:
    return [who.name for who in whos]


@pytest.mark.parametrize(
    ("text", "predicate", "agent", "patient"),
    [
        ("The army shelled the village.", "shell", ["The army"], ["the village"]),
        ("The village was shelled by the army.", "shell", ["the army"], ["The village"]),
        ("The village was shelled.", "shell", [], ["The village"]),
        ("The soldiers who shelled the village left the town.", "shell", ["The soldiers"], ["the village"]),
        ("The soldiers who shelled the village left the town.", "leave", ["The soldiers"], ["the town"]),
        ("The army asked the farmers to leave the village.", "leave", ["the farmers"], ["the village"]),
        ("Grace Wanjiru promised to open the bridge.", "open", ["Grace Wanjiru"], ["the bridge"]),
        ("Kenya and Uganda signed the treaty.", "sign", ["Kenya", "Uganda"], ["the treaty"]),
        ("The army handed over the prisoners.", "hand over", ["The army"], ["the prisoners"]),
        ("Kenyan troops shelled a village.", "shell", ["Kenyan troops"], ["a village"]),
        ("There are mercenaries in the village.", "exist", [], ["mercenaries"]),
    ],
)
def test_who_does_what_to_whom(text: str, predicate: str, agent: list[str], patient: list[str]) -> None:
    claim = claimed(text, predicate)
    assert (words(claim.agent), words(claim.patient)) == (agent, patient)
    assert claim.trigger.text.lower() in text.lower()


@pytest.mark.parametrize(
    ("text", "either"), [("Kenya or Uganda shelled the village.", True), ("Kenya and Uganda shelled it.", False)]
)
def test_either_of_two_stays_either(text: str, either: bool) -> None:
    claim = claimed(text, "shell")
    assert (words(claim.agent), claim.agent_any) == (["Kenya", "Uganda"], either)


@pytest.mark.parametrize(
    ("text", "predicate", "polarity"),
    [
        ("The army shelled the village.", "shell", POSITIVE),
        ("The army never shelled the village.", "shell", NEGATIVE),
        ("The army did not shell the village.", "shell", NEGATIVE),
        ("The army did not shell or raid the village.", "raid", NEGATIVE),
        ("No soldiers entered the village.", "enter", NEGATIVE),
        ("Nobody entered the village.", "enter", NEGATIVE),
        ("There are no mercenaries in the village.", "exist", NEGATIVE),
        ("There are mercenaries in the village.", "exist", POSITIVE),
        ("The army failed to reach the village.", "reach", NEGATIVE),
        ("Peter Otieno denied that the army had shelled the village.", "shell", NEGATIVE),
        ("Peter Otieno denied that the army had not shelled the village.", "shell", POSITIVE),
        ("Peter Otieno said that the army had not shelled the village.", "shell", NEGATIVE),
    ],
)
def test_whether_it_is_so(text: str, predicate: str, polarity: Polarity) -> None:
    assert claimed(text, predicate).polarity is polarity


@pytest.mark.parametrize(
    ("text", "predicate", "modality"),
    [
        ("The army left the village.", "leave", Modality.FACT),
        ("If the army leaves the village, the farmers will return.", "leave", Modality.CONDITION),
        ("If the army leaves the village, the farmers will return.", "return", Modality.PLAN),
        ("The farmers would return.", "return", Modality.HYPOTHESIS),
        ("The army may leave the village.", "leave", Modality.HYPOTHESIS),
        ("The army will leave the village.", "leave", Modality.PLAN),
        ("The army plans to leave the village.", "leave", Modality.PLAN),
        ("Grace Wanjiru promised to open the bridge.", "open", Modality.PLAN),
        ("The army should leave the village.", "leave", Modality.COMMAND),
        ("The army had to leave the village.", "leave", Modality.COMMAND),
        ("Grace Wanjiru demanded that the army leave the village.", "leave", Modality.COMMAND),
        ("The army asked the farmers to leave the village.", "leave", Modality.COMMAND),
    ],
)
def test_in_what_world_it_holds(text: str, predicate: str, modality: Modality) -> None:
    assert claimed(text, predicate).modality is modality


def test_who_demands_a_withdrawal_takes_the_troops_for_granted() -> None:
    text = "Kenya demanded the withdrawal of the troops from the village."
    found = annotate_report(make_report(text))
    (claim,) = (claim for claim in found.claims if claim.predicate == "exist")
    assert (words(claim.patient), claim.modality, claim.polarity) == (["the troops"], Modality.PRESUPPOSED, POSITIVE)
    (statement,) = (s for s in found.statements if s.id == claim.statement)
    assert words(statement.sources) == ["Kenya"]


def _proposals(text: str) -> list[tuple[list[str], list[str], str, Modality, Polarity]]:
    return [
        (words(c.agent), words(c.patient), argument.who.name, c.modality, c.polarity)
        for c in claims_of(text)
        if c.predicate == "propose" and c.patient
        for argument in c.arguments
        if argument.role == "theme"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Uganda asked Kenya for a ceasefire.",
            [(["Uganda"], ["Kenya"], "ceasefire", Modality.FACT, POSITIVE)],
        ),
        (
            "Uganda never asked Kenya for a ceasefire.",
            [(["Uganda"], ["Kenya"], "ceasefire", Modality.FACT, NEGATIVE)],
        ),
        (
            "Kenya rejected a ceasefire proposal put forward by Uganda.",
            [(["Uganda"], ["Kenya"], "ceasefire", Modality.PRESUPPOSED, POSITIVE)],
        ),
        (
            "Kenya rejected Uganda's proposal for a ceasefire.",
            [(["Uganda"], ["Kenya"], "ceasefire", Modality.PRESUPPOSED, POSITIVE)],
        ),
        (
            "Uganda asked Kenya for talks and a truce.",
            [
                (["Uganda"], ["Kenya"], "talk", Modality.FACT, POSITIVE),
                (["Uganda"], ["Kenya"], "truce", Modality.FACT, POSITIVE),
            ],
        ),
        ("Uganda asked Kenya for money.", []),
        ("Kenya rejected the ceasefire.", []),
    ],
)
def test_who_proposes_what_to_whom(
    text: str, expected: list[tuple[list[str], list[str], str, Modality, Polarity]]
) -> None:
    assert _proposals(text) == expected


def test_a_proposal_need_not_name_whom_it_is_made_to() -> None:
    claim = claimed("Uganda put forward a proposal for a truce.", "propose")
    assert (words(claim.agent), words(claim.patient)) == (["Uganda"], [])
    assert [(argument.role, argument.who.name) for argument in claim.arguments] == [("theme", "truce")]


def test_when_and_where_stand_in_the_claim() -> None:
    claim = claimed("The army killed 12 farmers in Garissa on 3 May 2021.", "kill")
    assert (claim.time, words(claim.place)) == ("2021-05-03", ["Garissa"])
    assert claim.place[0].entity is not None


def test_the_time_of_the_cue_is_not_that_of_what_was_said() -> None:
    claim = claimed("Peter Otieno said on Monday that the army had shelled the village.", "shell")
    assert claim.time is None


@pytest.mark.parametrize(
    ("text", "predicate", "count", "side", "by"),
    [
        ("The army killed 12 farmers in Garissa.", "kill", 12, None, "The army"),
        ("Twelve people died in Garissa, the police said.", "die", 12, None, None),
        ("Six Kenyan soldiers were killed in Garissa.", "kill", 6, "Kenya", None),
    ],
)
def test_a_count_hangs_on_what_happened(
    text: str, predicate: str, count: int, side: str | None, by: str | None
) -> None:
    found = annotate_report(make_report(text))
    (figure,) = found.figures
    (claim,) = (c for c in found.claims if c.predicate == predicate)
    assert (figure.best, figure.claim, claim.figure, figure.statement) == (count, claim.id, figure.id, claim.statement)
    assert (figure.side.name if figure.side else None, figure.by.name if figure.by else None) == (side, by)
    assert figure.place is not None
    assert figure.place.name == "Garissa"


def test_a_claim_belongs_to_the_innermost_speaker() -> None:
    text = "Peter Otieno said that Grace Wanjiru had told him that the army shelled the village."
    found = annotate_report(make_report(text))
    (claim,) = (c for c in found.claims if c.predicate == "shell")
    (statement,) = (s for s in found.statements if s.id == claim.statement)
    assert words(statement.sources) == ["Grace Wanjiru"]


def test_that_somebody_said_something_is_no_claim_of_its_own() -> None:
    found = annotate_report(make_report("Peter Otieno said that the army had shelled the village."))
    assert [claim.predicate for claim in found.claims] == ["shell"]
    assert all(s.manner is not Manner.NARRATION for s in found.statements)
