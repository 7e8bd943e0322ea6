"""Whether what is claimed is so, and in what world, for plain sentences on their own."""

from __future__ import annotations

import functools

import pytest
from build import make_report, parse_text

from counterclaim.annotate.claims.answers import bearer
from counterclaim.annotate.claims.build import innermost
from counterclaim.annotate.claims.world_of import world_of
from counterclaim.annotate.located import by_content
from counterclaim.annotate.report import annotate_report
from counterclaim.records import Annotations, Modality, Polarity

SO, NOT, OPEN = Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.UNKNOWN
FACT, PLAN, PERHAPS = Modality.FACT, Modality.PLAN, Modality.HYPOTHESIS
COMMAND, IF, TAKEN = Modality.COMMAND, Modality.CONDITION, Modality.PRESUPPOSED


@functools.cache
def annotated(text: str) -> Annotations:
    return annotate_report(make_report(text))


def read(text: str, word: str) -> tuple[Polarity, Modality]:
    """The polarity and modality of the last predicate with these letters, verb or noun, in its innermost statement."""
    (*_, token) = (token for token in parse_text(text).doc if token.text == word)
    statements = annotated(text).statements
    statement = bearer(innermost(by_content(statements), token.idx) or statements[0], {s.id: s for s in statements})
    world = world_of(token, statement)
    return world.polarity, world.modality


@pytest.mark.parametrize(
    ("text", "word", "polarity"),
    [
        # the verb's own negation
        ("The army did not attack civilians.", "attack", NOT),
        ("The army didn't attack civilians.", "attack", NOT),
        ("The army didnt attack civilians.", "attack", NOT),
        ("The army never attacked the village.", "attacked", NOT),
        ("The army no longer controls the bridge.", "controls", NOT),
        ("The army has not yet entered the town.", "entered", NOT),
        ("At no time did the army shell the village.", "shell", NOT),
        ("Under no circumstances will the army leave the town.", "leave", NOT),
        ("The army did not only shell the village.", "shell", SO),
        ("The planes not only bombed the town but also hit a school.", "bombed", SO),
        ("The army did not leave the village until Monday.", "leave", SO),
        ("The army did not leave until the rebels had gone.", "leave", SO),
        # subjects and objects of which there is none
        ("No group claimed the attack.", "claimed", NOT),
        ("None of the groups attacked the convoy.", "attacked", NOT),
        ("No one entered the village.", "entered", NOT),
        ("Nobody was hurt in the village.", "hurt", NOT),
        ("Neither side opened fire.", "opened", NOT),
        ("Neither the army nor the rebels attacked the village.", "attacked", NOT),
        ("The army neither attacked nor shelled the village.", "attacked", NOT),
        ("The army neither attacked nor shelled the village.", "shelled", NOT),
        ("Not a single shell hit the village.", "hit", NOT),
        ("Not one civilian was killed.", "killed", NOT),
        ("He said that not one civilian had been killed in the raid.", "killed", NOT),
        ("Not one but three civilians were killed.", "killed", SO),
        ("The soldiers killed no civilians.", "killed", NOT),
        ("The soldiers found nothing in the house.", "found", NOT),
        ("The village was attacked by none of the groups.", "attacked", NOT),
        ("There were no soldiers in the village.", "were", NOT),
        ("The army has no troops in the village.", "has", NOT),
        ("No fewer than ten farmers were killed.", "killed", SO),
        ("The no-fly zone covers the town.", "covers", SO),
        ("Not only the army attacked the village.", "attacked", SO),
        ("Nobody in the village did not flee.", "flee", SO),
        # without, instead of, rather than
        ("The army withdrew without firing a shot.", "firing", NOT),
        ("The army withdrew without firing a shot.", "withdrew", SO),
        ("The rebels fled instead of defending the town.", "defending", NOT),
        ("The army stopped short of attacking the village.", "attacking", NOT),
        # coordination
        ("The army did not attack or shell the village.", "shell", NOT),
        ("The army did not attack the village, nor did it shell the town.", "shell", NOT),
        ("The army did not attack the village but shelled the town.", "shelled", SO),
        ("The army did not attack the village and left the town.", "left", SO),
        ("The army has not attacked or shelled the village.", "shelled", NOT),
        ("No group attacked or shelled the village.", "shelled", NOT),
        ("The army attacked the village but did not enter it.", "attacked", SO),
        ("The army attacked the village but did not enter it.", "enter", NOT),
        ("The soldiers killed no civilians and left the village.", "left", SO),
        ("The army tried to enter the town and was driven back.", "driven", SO),
        # failing, refusing, preventing
        ("The army failed to reach the town.", "reach", NOT),
        ("The army did not fail to reach the town.", "reach", SO),
        ("The rebels refused to leave the town.", "leave", NOT),
        ("The rebels refused to leave the town.", "refused", SO),
        ("The minister declined to name the group.", "name", NOT),
        ("The army was unable to enter the town.", "enter", NOT),
        ("The army was not able to enter the town.", "enter", NOT),
        ("The army was able to enter the town.", "enter", SO),
        ("The army could not enter the town.", "enter", NOT),
        ("The army managed to enter the town.", "enter", SO),
        ("The army did not manage to enter the town.", "enter", NOT),
        ("The rebels prevented the army from entering the town.", "entering", NOT),
        ("The rebels did not prevent the army from entering the town.", "entering", SO),
        ("Journalists were banned from entering the town.", "entering", NOT),
        ("The soldiers kept the farmers from leaving.", "leaving", NOT),
        ("The army avoided shelling the village.", "shelling", NOT),
        ("The army refrained from shelling the village.", "shelling", NOT),
        ("Kenya ruled out sending troops.", "sending", NOT),
        ("The minister ruled out that troops had crossed the border.", "crossed", NOT),
        ("The failure to open the road cost lives.", "open", NOT),
        ("His refusal to leave the town angered the rebels.", "leave", NOT),
        ("The army made no attempt to enter the town.", "enter", NOT),
        ("The soldiers were too weak to defend the town.", "defend", NOT),
        ("The men were cleared of killing the farmers.", "killing", NOT),
        ("The convoy has yet to enter the town.", "enter", NOT),
        ("The guards were afraid to leave the house.", "leave", NOT),
        ("The rebels vowed not to attack the town.", "attack", NOT),
        ("The army withdrew after failing to take the hill.", "take", NOT),
        ("The rebels were not the ones who fired the rocket.", "fired", NOT),
        ("The rebels fought on after a failed bid to reopen the road.", "reopen", NOT),
        ("Several attempts to reopen the road have failed.", "reopen", NOT),
        ("Several attempts to reopen the road have begun.", "reopen", SO),
        # denial
        ("The ministry denied that its forces had used the road.", "used", NOT),
        ("The ministry denied attacking the village.", "attacking", NOT),
        ("The ministry denied having attacked the village.", "attacked", NOT),
        ("The ministry did not deny that its forces had used the road.", "used", OPEN),
        ("The ministry rejected reports that its planes bombed the market.", "bombed", NOT),
        ("The ministry dismissed claims that its planes bombed the market.", "bombed", NOT),
        ("The ministry dismissed as false reports that its planes bombed the market.", "bombed", NOT),
        ("The ministry denied accusations that it had armed the group.", "armed", NOT),
        ("The ministry denied accusations it had armed the group.", "armed", NOT),
        ("The ministry denied reports that it had not paid the soldiers.", "paid", SO),
        ("The ministry denied that the army had refused to leave the town.", "leave", SO),
        ("The ministry denied that the army had failed to reach the town.", "reach", SO),
        ("The ministry does not rule out sending troops.", "sending", OPEN),
        ("The ministry cannot rule out that its planes hit the school.", "hit", OPEN),
        ("The ministry did not confirm or deny that it had bombed the market.", "bombed", OPEN),
        ("The embassy rejected as baseless the claim that its staff had helped the rebels.", "helped", NOT),
        ("The reports that a jet had been shot down could not be verified.", "shot", OPEN),
        ("It is not true that the army shelled the village.", "shelled", NOT),
        ("It is true that the army shelled the village.", "shelled", SO),
        ("Reports that the army shelled the village are not true.", "shelled", NOT),
        ("Reports that the army shelled the village do not correspond to reality.", "shelled", NOT),
        ("Claims that the army shelled the village are a provocation.", "shelled", NOT),
        ("Police described as baseless the allegation that the army shelled the village.", "shelled", NOT),
        ("The story that the army shelled the village is a complete invention.", "shelled", NOT),
        ("It is untrue that the army shelled the village.", "shelled", NOT),
        ("It was not the army that shelled the village.", "shelled", NOT),
        ("It was the army that shelled the village.", "shelled", SO),
        ("There is no evidence that the army shelled the village.", "shelled", NOT),
        ("The team found no evidence that the army had shelled the village.", "shelled", NOT),
        ("There was no sign that the army had left the town.", "left", NOT),
        ("There is no doubt that the army shelled the village.", "shelled", SO),
        ("There is evidence that the army shelled the village.", "shelled", SO),
        ("The minister does not believe that the army shelled the village.", "shelled", NOT),
        ("It is unlikely that the army shelled the village.", "shelled", NOT),
        # a matrix verb's negation and its complement's
        ("The group did not say that its men had attacked the village.", "attacked", OPEN),
        ("The group said that its men had not attacked the village.", "attacked", NOT),
        ("The minister did not confirm that the army had left the town.", "left", OPEN),
        ("The minister could not confirm whether the army had left the town.", "left", OPEN),
        ("The minister did not know that the army had left the town.", "left", SO),
        ("The minister accused the rebels of shelling the village.", "shelling", SO),
        ("The minister did not accuse the rebels of shelling the village.", "shelling", OPEN),
        ("The court did not order the army to leave the town.", "leave", NOT),
        ("The army did not allow the convoy to enter the town.", "enter", NOT),
        ("The army did not let the convoy enter the town.", "enter", NOT),
        ("The army did not intend to enter the town.", "enter", NOT),
        ("The army has no plans to enter the town.", "enter", NOT),
        # what nobody knows
        ("It was not immediately clear if the plane was carrying weapons.", "carrying", OPEN),
        ("It was unclear whether the army had left the town.", "left", OPEN),
        ("It is not known whether the hostages survived.", "survived", OPEN),
        ("The police could not determine whether the men had crossed the border.", "crossed", OPEN),
        ("The experts are investigating whether the army used the gas.", "used", OPEN),
        ("The minister would not say whether troops had crossed the border.", "crossed", OPEN),
        ("It was not clear who attacked the village.", "attacked", SO),
        ("It was unclear when the army left the town.", "left", SO),
        ("The police did not say how the men entered the house.", "entered", SO),
        ("There was no information that the army had left the town.", "left", OPEN),
        ("There were no reports that the army had left the town.", "left", OPEN),
        # clauses that the negation does not reach
        ("The army that shelled the village did not enter the town.", "shelled", SO),
        ("The army did not enter the town because the rebels had mined the road.", "mined", SO),
        ("The army did not stop, killing three farmers.", "killing", SO),
        ("There was no one who could help the farmers.", "help", NOT),
        ("There were no civilians killed in the village.", "killed", NOT),
    ],
)
def test_polarity(text: str, word: str, polarity: Polarity) -> None:
    assert read(text, word)[0] is polarity


@pytest.mark.parametrize(
    ("text", "word", "polarity"),
    [
        ("The army did not carry out any attack on the village.", "attack", NOT),
        ("The army carried out an attack on the village.", "attack", SO),
        ("There was no shelling in the town.", "shelling", NOT),
        ("There were no clashes or raids in the town.", "raids", NOT),
        ("No attack took place in the town.", "attack", NOT),
        ("The attack did not take place.", "attack", NOT),
        ("The attack did not kill the minister.", "attack", SO),
        ("The police found no evidence of an attack on the village.", "attack", NOT),
        ("There were no immediate reports of casualties.", "casualties", OPEN),
        ("There was no information on casualties.", "casualties", OPEN),
        ("The ministry dismissed claims of an attack on the village.", "attack", NOT),
        ("The rebels left the town without a fight.", "fight", NOT),
        ("The ministry denied an attack on the village.", "attack", NOT),
        ("The monitors were not aware of any attack on the hospital.", "attack", OPEN),
        ("The minister rejected any withdrawal from the town.", "withdrawal", NOT),
        ("The guards prevented an attack on the village.", "attack", NOT),
        ("The minister condemned the attack on the village.", "attack", SO),
        ("The minister did not condemn the attack on the village.", "attack", SO),
        ("A lack of support worried the rebels.", "support", NOT),
    ],
)
def test_polarity_of_nouns(text: str, word: str, polarity: Polarity) -> None:
    assert read(text, word)[0] is polarity


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("The army left the village.", "left", FACT),
        ("The army did not leave the village.", "leave", FACT),
        ("The army could not enter the town.", "enter", FACT),
        ("The farmers could see the smoke.", "see", FACT),
        ("The minister accused the army of shelling the village.", "shelling", FACT),
        ("The army failed to reach the town.", "reach", FACT),
        ("The ministry denied attacking the village.", "attacking", FACT),
        # meant
        ("The army will leave the village.", "leave", PLAN),
        ("The army will not leave the village.", "leave", PLAN),
        ("The minister said that the army would leave the village.", "leave", PLAN),
        ("The army plans to leave the village.", "leave", PLAN),
        ("The rebels tried to seize the town.", "seize", PLAN),
        ("The rebels attacked to seize the town.", "seize", PLAN),
        ("The army is ready to leave the village.", "leave", PLAN),
        ("The army is going to leave the village.", "leave", PLAN),
        ("The troops are to leave the village.", "leave", PLAN),
        ("The army announced a plan to leave the village.", "leave", PLAN),
        ("The minister threatened to close the border.", "close", PLAN),
        ("The army has no intention of leaving the village.", "leaving", PLAN),
        ("The army will leave and hand over the town.", "hand", PLAN),
        ("The farmers will return when the army leaves.", "leaves", PLAN),
        # perhaps
        ("The army may leave the village.", "leave", PERHAPS),
        ("The army may have left the village.", "left", PERHAPS),
        ("The army is likely to leave the village.", "leave", PERHAPS),
        ("The army is believed to have left the village.", "left", PERHAPS),
        ("The army appears to have left the village.", "left", PERHAPS),
        ("The men are suspected of killing the farmers.", "killing", PERHAPS),
        ("The army allegedly shelled the village.", "shelled", PERHAPS),
        ("The army must have left the village.", "left", PERHAPS),
        ("It is possible that the army left the village.", "left", PERHAPS),
        ("The farmers fear that the army will return.", "fear", FACT),
        ("It was unclear whether the army had left the town.", "left", PERHAPS),
        ("There were unconfirmed reports that the army had left the town.", "left", PERHAPS),
        ("The possibility that the army would return worried the farmers.", "worried", FACT),
        # wanted of somebody
        ("The army should leave the village.", "leave", COMMAND),
        ("The army must not shell the village.", "shell", COMMAND),
        ("The minister demanded that the army leave the village.", "leave", COMMAND),
        ("The minister told the army to leave the village.", "leave", COMMAND),
        ("The farmers need to leave the village.", "leave", COMMAND),
        ("The minister warned against attacking the village.", "attacking", COMMAND),
        ("Leave the village!", "Leave", COMMAND),
        ("The minister called for the withdrawal of the troops.", "withdrawal", COMMAND),
        ("The minister demanded the release of the hostages.", "release", COMMAND),
        ("The minister demanded the release of the hostages.", "demanded", FACT),
        # conditions
        ("If the army leaves the village, the farmers will return.", "leaves", IF),
        ("The siege would end if weapons were laid down.", "laid", IF),
        ("The siege would end if weapons were laid down.", "end", PERHAPS),
        ("The army will attack unless the rebels leave.", "leave", IF),
        ("Provided that the army leaves, the farmers will return.", "leaves", IF),
        ("There will be no talks as long as the army shells the town.", "shells", IF),
        ("The farmers will return only after the army leaves.", "leaves", IF),
        ("Had the army left the town, the farmers would have returned.", "left", IF),
        ("The army will stay in case the rebels return.", "return", IF),
        ("Talks will begin on condition that the army leaves the town.", "leaves", IF),
        ("The farmers returned after the army left.", "left", FACT),
        # taken for granted
        ("The minister told the army to stop shelling the village.", "shelling", TAKEN),
        ("The army halted the shelling of the village.", "shelling", TAKEN),
        ("The minister called for an end to the shelling of the village.", "shelling", TAKEN),
        ("The minister condemned the attack on the village.", "attack", TAKEN),
        ("The minister regrets that the army left the village.", "left", TAKEN),
        ("It was not clear who attacked the village.", "attacked", TAKEN),
    ],
)
def test_modality(text: str, word: str, modality: Modality) -> None:
    assert read(text, word)[1] is modality


@pytest.mark.parametrize(
    ("text", "word", "polarity"),
    [
        ("“We did not attack the village,” the minister said.", "attack", NOT),
        ("“We did not attack the village. They attacked us,” the minister said.", "attacked", SO),
        ("The minister said: “No civilians were killed. The rebels shelled the town.”", "killed", NOT),
        ("The minister said: “No civilians were killed. The rebels shelled the town.”", "shelled", SO),
        ("The minister denied that the army had “attacked” the village.", "attacked", NOT),
    ],
)
def test_quotations_speak_for_themselves(text: str, word: str, polarity: Polarity) -> None:
    assert read(text, word)[0] is polarity


def test_a_negated_attack_is_negative_as_a_claim_too() -> None:
    (claim,) = (c for c in annotated("The army did not attack civilians.").claims if c.predicate == "attack")
    assert (claim.polarity, claim.modality) == (NOT, FACT)
