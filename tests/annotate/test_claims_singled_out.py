"""Who and what a sentence singles out, sets against another, or says that something was fired by."""

from __future__ import annotations

import pytest
from build import make_report

from counterclaim.annotate.report import annotate_report
from counterclaim.records import Claim, Polarity

YES, NO = Polarity.POSITIVE, Polarity.NEGATIVE


def claim_of(text: str, predicate: str) -> Claim:
    found = annotate_report(make_report(text, "2019-08-14", "The Harbour Post"))
    return next(claim for claim in found.claims if claim.predicate == predicate)


@pytest.mark.parametrize(
    ("text", "predicate", "agents", "patients"),
    [
        # what is named only to be denied takes no part
        ("The store was emptied by neighbours and not by soldiers.", "empty", ["neighbours"], ["The store"]),
        ("The guards, not the rebels, shelled the bridge.", "shell", ["The guards"], ["the bridge"]),
        ("The guards shelled the bridge and not the school.", "shell", ["The guards"], ["the bridge"]),
        ("The guards, he said, and nobody else, were storming the town.", "storm", ["The guards"], ["the town"]),
        (
            "It was the villagers, and not the rebels, who had closed the gates.",
            "close",
            ["the villagers"],
            ["the gates"],
        ),
        # what and those stand for what they are said to be
        ("What had been struck was the bus, not a tram.", "strike", [], ["the bus"]),
        ("Doe said that what the jets struck on Friday was a camp.", "strike", ["the jets"], ["a camp"]),
        (
            "Those who shot at the growers were members of the guard.",
            "shoot",
            ["members of the guard"],
            ["the growers"],
        ),
        ("Those who shot at the growers were not soldiers.", "shoot", ["Those"], ["the growers"]),
        ("What hit the market was a drone.", "hit", ["a drone"], ["the market"]),
        # behind the noun beside which their clause stands
        ("It was men from Garissa who dug up the road.", "dig up", ["men"], ["the road"]),
        ("There were soldiers in the towers who fired on the crowd.", "fire", ["soldiers"], ["the crowd"]),
        ("Police in riot dress, who shot at the growers, left at noon.", "shoot", ["Police"], ["the growers"]),
        ("The police were the first to shoot.", "shoot", ["The police"], []),
        ("Two of them are known to have been killed, by rebel fire.", "kill", ["rebel fire"], ["Two of them"]),
        (
            "Men of the militia who had come from the mosque after the noon prayer opened fire on a post.",
            "fire",
            ["Men of the militia"],
            ["a post"],
        ),
        ("The gate was broken on Sunday at dawn by the army.", "break", ["the army"], ["The gate"]),
        # whose the fire was
        ("His brothers were killed by shells fired by the guards.", "kill", ["the guards"], ["His brothers"]),
        ("The fire had come from the rebels.", "fire", ["the rebels"], []),
        ("The blast was the work of mercenaries.", "explode", ["mercenaries"], []),
        ("Two rockets slammed into a school.", "slam", ["Two rockets"], ["a school"]),
        ("Rebels fell on an army platoon.", "attack", ["Rebels"], ["an army platoon"]),
        ("Bandits set fire to the houses.", "burn", ["Bandits"], ["the houses"]),
        ("Bandits set the houses on fire.", "burn", ["Bandits"], ["the houses"]),
        ("The houses were set alight by bandits.", "burn", ["bandits"], ["The houses"]),
        ("Bandits set light to the houses.", "burn", ["Bandits"], ["the houses"]),
        ("The mayor was put to death by men of the guard.", "execute", ["men of the guard"], ["The mayor"]),
        # by what way is by nobody
        ("Two convoys were let in by way of the bridge.", "let in", [], ["Two convoys"]),
        ("The children had been taken by force.", "take", [], ["The children"]),
        ("The boat, by another account, was hit by the police.", "hit", ["the police"], ["The boat"]),
    ],
)
def test_who_takes_part(text: str, predicate: str, agents: list[str], patients: list[str]) -> None:
    claim = claim_of(text, predicate)
    assert [who.name for who in claim.agent] == agents
    assert [who.name for who in claim.patient] == patients


@pytest.mark.parametrize(
    ("text", "predicate", "polarity"),
    [
        ("The guards shelled the bridge and not the school.", "shell", YES),
        ("It was the villagers, and not the rebels, who had closed the gates.", "be", YES),
        ("Not a fighter was in the house, nor any weapon.", "be", NO),
        ("The guards beat off three attacks, killing no fewer than sixty of the rebels.", "kill", YES),
        ("The post has detained 23 men; none of them is a reporter, it said.", "detain", YES),
        ("The talks came to nothing.", "come", NO),
        ("Doe knew of no raid, and the guards were nowhere near the town.", "be", NO),
        ("He said there had been neither a raid nor a siege.", "siege", NO),
        # what is called false is not so
        ("The reports on the targeting of a prison in the port were without any foundation.", "target", NO),
        ("Reports of the shelling of the prison are false.", "shell", NO),
        ("The claim that the guards shelled the prison is a lie.", "shell", NO),
        ("That the guards shelled the prison is a fabrication.", "shell", NO),
        ("The story that the guards shelled the prison has no basis.", "shell", NO),
        ("There is no truth in the report that the guards shelled the prison.", "shell", NO),
        ("The report that the guards shelled the prison is not false.", "shell", YES),
        ("The reports adopted by the council on the raid were false.", "adopt", YES),
        ("The report that came from the guards on Friday was false.", "come", YES),
        ("The guards held the town to no avail.", "hold", YES),
        ("Nor did the guards shell the town.", "shell", NO),
    ],
)
def test_what_is_denied(text: str, predicate: str, polarity: Polarity) -> None:
    assert claim_of(text, predicate).polarity is polarity


def test_it_in_front_of_who_did_it_is_nobody() -> None:
    assert claim_of("The council said it was the army which took the bridge.", "be").agent == ()
    assert claim_of("It was the second attack of the week.", "be").agent != ()
