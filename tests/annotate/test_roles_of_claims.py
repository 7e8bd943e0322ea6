"""Who does what to whom: verbs, nouns of happenings, light verbs, shared subjects, headlines."""

from __future__ import annotations

import pytest
from build import make_report

from counterclaim.annotate.report import annotate_report
from counterclaim.records import Claim, Who


def claims_of(text: str) -> tuple[Claim, ...]:
    return annotate_report(make_report(text, "2021-05-04", "Coast Herald")).claims


def words(whos: tuple[Who, ...]) -> list[str]:
    return [who.span.text if who.span else who.name for who in whos]


def told(text: str, predicate: str) -> tuple[list[str], list[str]]:
    """Agents and patients of the one claim of the text with this predicate."""
    (claim,) = (claim for claim in claims_of(text) if claim.predicate == predicate)
    return words(claim.agent), words(claim.patient)


@pytest.mark.parametrize(
    ("text", "predicate", "agent", "patient"),
    [
        ("The shelling of Garissa by the Kenyan army led to protests.", "shell", ["the Kenyan army"], ["Garissa"]),
        ("Uganda's attack on Mombasa killed nine people.", "attack", ["Uganda"], ["Mombasa"]),
        ("Ugandan airstrikes on Kisumu killed nine people.", "strike", ["Ugandan"], ["Kisumu"]),
        ("The killing of two students by police led to riots.", "kill", ["police"], ["two students"]),
        ("The president's arrest sparked protests.", "arrest", [], ["The president"]),
        ("The arrival of peacekeepers was delayed.", "arrive", ["peacekeepers"], []),
        ("The collapse of a bridge killed nine people.", "collapse", [], ["a bridge"]),
    ],
)
def test_a_noun_tells_who_took_part(text: str, predicate: str, agent: list[str], patient: list[str]) -> None:
    assert told(text, predicate) == (agent, patient)


@pytest.mark.parametrize(
    ("text", "trigger", "predicate", "agent", "patient"),
    [
        ("The army carried out an attack on the village.", "attack", "attack", ["The army"], ["the village"]),
        ("The rebels launched a strike against the base.", "strike", "strike", ["The rebels"], ["the base"]),
        ("Police opened fire on the crowd.", "fire", "fire", ["Police"], ["the crowd"]),
        ("The army took control of the airport.", "control", "capture", ["The army"], ["the airport"]),
        ("The convoy came under attack from gunmen.", "attack", "attack", ["gunmen"], ["The convoy"]),
        ("The blast claimed the lives of 14 people.", "claimed", "kill", ["The blast"], ["14 people"]),
        ("The rebels were behind the attack on the school.", "attack", "attack", ["The rebels"], ["the school"]),
        ("Clashes erupted between the rebels and the army.", "Clashes", "clash", ["the rebels", "the army"], []),
        ("The town saw heavy fighting between rebels and troops.", "fighting", "fight", ["rebels", "troops"], []),
    ],
)
def test_a_light_verb_and_its_noun_are_one_claim(
    text: str, trigger: str, predicate: str, agent: list[str], patient: list[str]
) -> None:
    (claim,) = claims_of(text)
    assert (claim.trigger.text, claim.predicate) == (trigger, predicate)
    assert (words(claim.agent), words(claim.patient)) == (agent, patient)


@pytest.mark.parametrize(
    ("text", "predicate", "agent", "patient"),
    [
        ("Three people died in the village.", "die", [], ["Three people"]),
        ("The talks collapsed.", "collapse", [], ["The talks"]),
        ("The soldiers fled.", "flee", ["The soldiers"], []),
        ("Five soldiers were killed in an attack by the militants.", "kill", ["the militants"], ["Five soldiers"]),
        ("A bomb exploded in the market, killing 12 people.", "kill", ["A bomb"], ["12 people"]),
        ("The hospital was hit on Friday, wounding three nurses.", "wound", [], ["three nurses"]),
        ("The army shelled the town with mortars killing two farmers.", "kill", ["The army"], ["two farmers"]),
        ("The army killed and wounded dozens of farmers.", "kill", ["The army"], ["dozens of farmers"]),
        ("Many villages were looted and burned by the militia.", "loot", ["the militia"], ["Many villages"]),
        ("The city besieged by Ugandan forces fell on Monday.", "besiege", ["Ugandan forces"], ["The city"]),
        ("The army used tanks to shell the town.", "shell", ["The army"], ["the town"]),
        ("The rebels managed to seize the town.", "seize", ["The rebels"], ["the town"]),
        ("The general is believed to have fled the country.", "flee", ["The general"], ["the country"]),
        ("The army was forced to leave the valley.", "leave", ["The army"], ["the valley"]),
        ("Kenya made an attempt to free the prisoners.", "free", ["Kenya"], ["the prisoners"]),
        ("Protesters clashed with police.", "clash", ["Protesters"], ["police"]),
        ("The attack left dozens dead.", "leave", ["The attack"], ["dozens"]),
        ("Twelve killed in Garissa attack", "kill", [], ["Twelve"]),
        ("Garissa strikes kill 45", "kill", ["Garissa strikes"], ["45"]),
    ],
)
def test_a_verb_gives_each_who_takes_part_a_role(
    text: str, predicate: str, agent: list[str], patient: list[str]
) -> None:
    assert told(text, predicate) == (agent, patient)


@pytest.mark.parametrize(
    "text", ["It is unclear who fired the rockets.", "Observers do not know who fired the rockets."]
)
def test_a_question_word_names_nobody(text: str) -> None:
    assert told(text, "fire") == ([], ["the rockets"])


@pytest.mark.parametrize(
    ("text", "predicate"),
    [("The rebels tried to seize the town.", "try"), ("It was clear that the army had left.", "be")],
)
def test_what_only_frames_another_claim_is_none(text: str, predicate: str) -> None:
    assert predicate not in {claim.predicate for claim in claims_of(text)}


def test_a_count_under_a_noun_is_by_whoever_the_noun_names() -> None:
    (figure,) = annotate_report(make_report("Police were blamed for the killing of 12 farmers by soldiers.")).figures
    assert figure.by is not None
    assert figure.by.name == "soldiers"
