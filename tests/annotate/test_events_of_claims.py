"""Claims as events: what is denied, planned or demanded keeps its root, and one happening is coded once."""

from __future__ import annotations

import pytest
from build import make_report

from counterclaim.annotate.report import annotate_report
from counterclaim.records import Claim, Modality, Polarity

POSITIVE, NEGATIVE = Polarity.POSITIVE, Polarity.NEGATIVE


def events_of(text: str, outlet: str | None = "Coast Herald") -> list[Claim]:
    return [claim for claim in annotate_report(make_report(text, None, outlet)).claims if claim.event]


def coded(text: str, trigger: str) -> Claim:
    """The one event of the text that this word tells."""
    (found,) = (claim for claim in events_of(text) if claim.trigger.text == trigger)
    return found


@pytest.mark.parametrize(
    ("text", "trigger", "event", "polarity"),
    [
        ("The army attacked civilians.", "attacked", "ASSAULT", POSITIVE),
        ("The army did not attack civilians.", "attack", "ASSAULT", NEGATIVE),
        ("Rwanda denied that its soldiers had shelled the camp.", "shelled", "ASSAULT:heavy-weapons", NEGATIVE),
        ("The militia never released the hostages.", "released", "RETREAT:release", NEGATIVE),
        ("The two ministers have not met since March.", "met", "CONSULT", NEGATIVE),
        ("No arrests were made in Kisumu.", "arrests", "COERCE:arrest", NEGATIVE),
    ],
)
def test_an_event_has_the_polarity_of_its_claim(text: str, trigger: str, event: str, polarity: Polarity) -> None:
    claim = coded(text, trigger)
    assert (claim.event, claim.polarity) == (event, polarity)


@pytest.mark.parametrize(
    ("text", "trigger", "event", "modality"),
    [
        ("The presidents will meet in Nairobi.", "meet", "CONSULT", Modality.PLAN),
        ("Uganda demanded that Rwanda withdraw its troops.", "withdraw", "RETREAT:withdraw", Modality.COMMAND),
        ("The rebels threatened to attack the airport.", "attack", "ASSAULT", Modality.PLAN),
    ],
)
def test_an_event_has_the_modality_of_its_claim(text: str, trigger: str, event: str, modality: Modality) -> None:
    claim = coded(text, trigger)
    assert (claim.event, claim.modality) == (event, modality)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Militants carried out an attack on the base.", "ASSAULT"),
        ("The two governments held talks in Doha.", "CONSULT"),
        ("Both sides signed a peace deal.", "SUPPORT AGREE"),
        ("The chancellor paid a visit to Kigali.", "CONSULT:visit"),
        ("Heavy clashes broke out near the port.", "ASSAULT"),
        ("The rebels took control of the port.", "COERCE:seize"),
        ("Soldiers opened fire on the crowd.", "ASSAULT:firearms"),
        ("The parliament opened a bakery.", ""),
    ],
)
def test_a_light_verb_and_its_noun_are_one_event(text: str, event: str) -> None:
    found = {claim.event for claim in events_of(text)}
    assert len(events_of(text)) <= 1
    assert found <= set(event.split())
    assert bool(found) == bool(event)


def test_an_event_that_only_a_word_tells() -> None:
    (claim,) = (
        claim for claim in events_of("Markets stayed shut after the bombing.") if claim.trigger.text == "bombing"
    )
    assert (claim.event, claim.agent, claim.patient) == ("ASSAULT", (), ())


@pytest.mark.parametrize(
    ("text", "trigger", "event", "agent", "patient"),
    [
        ("Uganda accused Rwanda of shelling the village.", "accused", "ACCUSE:allege", "Uganda", "Rwanda"),
        ("Kenya condemned the attack.", "condemned", "ACCUSE:disapprove", "Kenya", "the attack"),
        ("Tanzania praised the mediators.", "praised", "SUPPORT", "Tanzania", "the mediators"),
    ],
)
def test_who_blames_or_praises_does_so(text: str, trigger: str, event: str, agent: str, patient: str) -> None:
    claim = coded(text, trigger)
    assert claim.event == event
    assert [who.name for who in claim.agent] == [agent]
    assert [who.name for who in claim.patient] == [patient]


@pytest.mark.parametrize("outlet", [None, "Coast Herald"])
def test_a_sentence_without_any_context(outlet: str | None) -> None:
    (claim,) = events_of("Thousands demonstrated in Santiago.", outlet)
    assert (claim.event, claim.time) == ("PROTEST:demo", None)
