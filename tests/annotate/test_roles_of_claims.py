"""Who does what to whom: verbs, nouns of happenings, light verbs, shared subjects, headlines."""

from __future__ import annotations

import pytest
from build import make_report

from counterclaim.annotate.report import annotate_report
from counterclaim.records import Claim, Polarity, Who


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
        ("The landmine claimed the lives of 14 people.", "claimed", "kill", ["The landmine"], ["14 people"]),
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


@pytest.mark.parametrize(
    ("text", "predicate", "agent", "patient"),
    [
        # Commas and subjects that the parser lost
        ("His arm was bandaged and attached to a drip.", "bandage", [], ["His arm"]),
        ("Schools and people fleeing violence have been targeted.", "target", [], ["Schools", "people"]),
        ("The rebels shelled the town and the bridge was destroyed.", "destroy", [], ["the bridge"]),
        ("The rebels shelled the town and the bridge was destroyed.", "shell", ["The rebels"], ["the town"]),
        ("The army clashed on Friday with the rebels killing nine men.", "kill", ["The army"], ["nine men"]),
        ("The army clashed on Friday with the rebels killing nine men.", "clash", ["The army"], ["the rebels"]),
        ("Kenyan forces hit a wedding with rockets killing nine women.", "kill", ["Kenyan forces"], ["nine women"]),
        # Capitals are no auxiliary
        ("Activists have accused IS of preventing civilians from leaving.", "prevent", ["IS"], ["civilians"]),
        # Prepositions that the parser hung elsewhere, and those that name nobody
        ("The trucks were prevented from reaching the towns by gunmen.", "prevent", ["gunmen"], ["The trucks"]),
        ("The army killed nine men in raids on their bases in Garissa.", "raid", [], ["their bases"]),
        ("The goods were sent by road.", "send", [], ["The goods"]),
        ("Farmers face the risk of being killed by mines.", "kill", ["mines"], ["Farmers"]),
        ("The failure of the army to protect villagers was noted.", "protect", ["the army"], ["villagers"]),
        ("The elders reached an agreement with officials.", "agree", ["The elders"], ["officials"]),
        ("Rebels speak of the forced displacement of farmers.", "displace", [], ["farmers"]),
    ],
)
def test_words_are_put_back_where_they_belong(text: str, predicate: str, agent: list[str], patient: list[str]) -> None:
    assert told(text, predicate) == (agent, patient)


@pytest.mark.parametrize(
    ("text", "predicate", "meant"),
    [
        ("The coalition said it had not struck the school.", "strike", "The coalition"),
        ("Kenya said it would end its siege of the port.", "besiege", "Kenya"),
        ("The soldiers left the town after they ran out of food.", "run", "The soldiers"),
        ("The army attacked the rebels before they could flee.", "flee", "they"),
    ],
)
def test_a_pronoun_is_resolved_where_its_sentence_makes_it_plain(text: str, predicate: str, meant: str) -> None:
    (claim,) = (claim for claim in claims_of(text) if claim.predicate == predicate)
    assert [who.name for who in claim.agent] == [meant]


@pytest.mark.parametrize("text", ["Officials did not say who was responsible.", "Amnesty has opened a branch here."])
def test_nobody_is_claimed_to_do_nothing(text: str) -> None:
    assert all(claim.agent or claim.patient for claim in claims_of(text))


@pytest.mark.parametrize(
    ("text", "agent", "polarity"),
    [
        ("The rebels claimed responsibility for the attack on the port.", ["The rebels"], Polarity.POSITIVE),
        ("The rebels denied responsibility for the attack on the port.", ["The rebels"], Polarity.NEGATIVE),
        ("Kenya has blamed the rebels for the attack on the port.", ["the rebels"], Polarity.POSITIVE),
        ("The rebels were blamed for the attack on the port.", ["The rebels"], Polarity.POSITIVE),
        ("The attack on the port was blamed on the rebels.", ["the rebels"], Polarity.POSITIVE),
        ("Officials attributed the attack on the port to the rebels.", ["the rebels"], Polarity.POSITIVE),
        ("The rebels have claimed the attack on the port.", ["The rebels"], Polarity.POSITIVE),
        ("No group has claimed responsibility for the attack on the port.", [], Polarity.POSITIVE),
    ],
)
def test_who_is_held_to_a_deed_did_it(text: str, agent: list[str], polarity: Polarity) -> None:
    (claim,) = (claim for claim in claims_of(text) if claim.predicate == "attack")
    assert (words(claim.agent), words(claim.patient), claim.polarity) == (agent, ["the port"], polarity)


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("The president dismissed a rebel claim to have captured the village.", ["rebel"]),
        ("The president dismissed the rebels' claim to have captured the village.", ["the rebels"]),
        ("The president dismissed a claim to have captured the village.", []),
        ("The rebels repeated a claim to have captured the village.", ["The rebels"]),
    ],
)
def test_what_somebody_claims_to_have_done_is_no_deed_of_who_hears_of_it(text: str, agent: list[str]) -> None:
    assert told(text, "capture")[0] == agent
