"""The scorer of claims, on a report made by hand, and once on the real labels where their reports are there."""

import dataclasses
import json
from pathlib import Path

import pytest
from hand_made import report, span

from counterclaim.evaluate.claims import Label, Participant, Role, evaluate_claims, read_label, score_claims
from counterclaim.evaluate.labelled import Collected, read_labels
from counterclaim.records import (
    Annotations,
    Claim,
    EntityKind,
    LocalEntity,
    Mention,
    MentionForm,
    Modality,
    Polarity,
    UnreadableInput,
    Who,
)

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "benchmarks" / "labels" / "claims.jsonl"
TEXT = "The Kenyan army came. It carried out an attack on units of the guard, and two men died. The blast took place."
READ = report("7", TEXT, row=1)
ARMY = LocalEntity("army", READ.id, "Kenyan army", EntityKind.GROUP, ("Kenyan army",), (), None, 1)
MENTION = Mention("m", READ.id, "army", span(READ, "Kenyan army"), MentionForm.NAME)


def who(words, entity=None, name=None):
    return Who(entity, name or words, span(READ, words))


def participant(*words, means=None):
    return Participant(tuple(span(READ, each) for each in words), span(READ, means) if means else None)


def label(trigger="attack", **changed):
    made = Label(
        report="7",
        stream="any",
        trigger=span(READ, trigger),
        light=None,
        agent=Role(),
        patient=Role(),
        agent_any=False,
        sole=False,
        polarity=Polarity.POSITIVE,
        modality=Modality.FACT,
    )
    return dataclasses.replace(made, **changed)


def claim(trigger="attack", agent=(), patient=(), agent_any=False, polarity=Polarity.POSITIVE):
    place = span(READ, trigger)
    return Claim(
        id=f"c-{trigger}-{polarity}",
        report=READ.id,
        statement="s",
        event=None,
        predicate=trigger,
        trigger=place,
        agent=tuple(agent),
        agent_any=agent_any,
        patient=tuple(patient),
        place=(),
        arguments=(),
        time=None,
        time_id=None,
        figure=None,
        polarity=polarity,
        modality=Modality.FACT,
        spans=(place,),
    )


def scored(wanted, *claims):
    found = Annotations(READ.id, entities=(ARMY,), mentions=(MENTION,), claims=claims)
    return score_claims([wanted], {"7": found})


def scores(wanted, *claims):
    table = scored(wanted, *claims).table
    return {key.removeprefix("claims.all."): value for key, value in table.scores.items() if ".all." in key}


@pytest.mark.parametrize(
    ("wanted", "agent", "right"),
    [
        (Role(), (), True),
        (Role(), (who("two men"),), False),
        (Role((participant("Kenyan army"),)), (who("Kenyan army"),), True),
        (Role((participant("Kenyan army"),)), (who("Kenyan"),), False),  # Kenya is not its army
        (Role((participant("Kenyan army", "Kenyan"),)), (who("Kenyan"),), True),
        (Role((participant("Kenyan army"),)), (Who("army", "Kenyan army", None),), True),
        (Role((participant("Kenyan army"),)), (), False),
        (Role((participant("Kenyan army"),)), (who("Kenyan army"), who("two men")), False),
        (Role((participant("Kenyan army"), participant("two men"))), (who("Kenyan army"),), False),
        (Role((participant("two men"), participant("Kenyan army"))), (who("Kenyan army"), who("two men")), True),
        (Role((participant("Kenyan army"),), optional=True), (), True),
        (Role((participant("Kenyan army"),), optional=True), (who("two men"),), False),
        (Role((participant("units of the guard"),)), (who("units"),), True),
        (Role((participant("units of the guard"),)), (who("the guard"),), True),
    ],
)
def test_a_role_is_right_if_all_its_participants_were_found_and_nobody_else(wanted, agent, right):
    result = scores(label(agent=wanted), claim(agent=agent))
    assert (result["agent"], result["roles"], result["patient"]) == (100 * right, 100 * right, 100)


def test_a_pronoun_must_be_resolved_where_the_label_says_whom_it_means():
    wanted = label(agent=Role((participant("It", means="Kenyan army"),)))
    assert scores(wanted, claim(agent=[who("It", "army", "Kenyan army")]))["agent"] == 100
    assert scores(wanted, claim(agent=[who("Kenyan army")]))["agent"] == 100
    assert scores(wanted, claim(agent=[who("It")]))["agent"] == 0
    assert scores(label(agent=Role((participant("It"),))), claim(agent=[who("It")]))["agent"] == 100


def test_the_claim_at_the_trigger_counts_and_else_that_of_the_light_verb():
    wanted = label(light=span(READ, "carried out"), polarity=Polarity.NEGATIVE)
    at_verb = claim("carried", polarity=Polarity.NEGATIVE)
    assert scores(wanted, at_verb)["polarity"] == 100
    assert scores(wanted, at_verb, claim())["polarity"] == 0
    assert scores(wanted, claim("died", polarity=Polarity.NEGATIVE))["found"] == 0


def test_what_is_not_found_is_wrong():
    result = scored(label())
    assert set(result.cases.values()) == {False}
    assert len(result.cases) == 2
    assert result.table.scores["claims.any.polarity"] == 0


def test_the_noun_of_the_happening_is_nobody():
    wanted = label("blast", light=span(READ, "took place"))
    assert scores(wanted, claim("took place", patient=[who("The blast")]))["roles"] == 100
    assert scores(wanted, claim("took place", patient=[who("two men")]))["roles"] == 0


def test_one_participant_in_the_other_slot_is_wrong_but_told_apart():
    wanted = label("died", patient=Role((participant("two men"),)), sole=True)
    swapped = claim("died", agent=[who("two men")])
    assert (scores(wanted, swapped)["roles"], scores(wanted, swapped)["roles_either"]) == (0, 100)
    assert scores(dataclasses.replace(wanted, sole=False), swapped)["roles_either"] == 0


def test_where_the_text_leaves_the_agent_open_the_claim_must_say_so():
    wanted = label(agent=Role((participant("Kenyan army"), participant("two men"))), agent_any=True)
    agents = [who("Kenyan army"), who("two men")]
    assert scores(wanted, claim(agent=agents, agent_any=True))["agent"] == 100
    assert scores(wanted, claim(agent=agents))["agent"] == 0


def test_streams_are_told_apart():
    table = scored(label(stream="negative"), claim()).table
    assert [row[:2] for row in table.rows] == [("all", 1), ("any", 0), ("negative", 1)]
    assert table.scores["claims.negative.roles"] == 100


def line(**changed):
    entry = {
        "report": "7",
        "stream": "any",
        "trigger": [40, 46],
        "light": [25, 36],
        "agent": [{"span": [22, 24], "means": [4, 15]}],
        "patient": [{"span": [50, 68], "or": [[63, 68]]}],
        "agent_any": True,
        "polarity": "negative",
        "modality": "plan",
    }
    return json.dumps(entry | changed) + "\n"


def test_labels_are_found_again_where_cleaning_moved_the_text(tmp_path):
    path = tmp_path / "labels.jsonl"
    path.write_text(line())
    moved = report("7", "A title\n\n" + TEXT, row=1)
    (read,) = read_labels(path, {"7": Collected(moved, TEXT)}, read_label)
    assert (read.trigger.start, read.trigger.text, read.light.text) == (49, "attack", "carried out")
    assert [one.means.text for one in read.agent.participants] == ["Kenyan army"]
    assert [[one.text for one in each.spans] for each in read.patient.participants] == [["units of the guard", "guard"]]
    assert (read.agent_any, read.sole, read.polarity, read.modality) == (True, False, "negative", "plan")


@pytest.mark.parametrize(
    "content", ["{}\n", "no json\n", line(polarity="perhaps"), line(trigger=[1]), line(agent=None)]
)
def test_labels_that_are_laid_out_otherwise_are_refused(tmp_path, content):
    path = tmp_path / "labels.jsonl"
    path.write_text(content)
    with pytest.raises(UnreadableInput, match=r"Line 1 of the labels .* correct it"):
        read_labels(path, {"7": Collected(READ, TEXT)}, read_label)


def test_reports_that_are_not_there_are_told_of(tmp_path):
    with pytest.raises(UnreadableInput, match="give a folder that holds them"):
        evaluate_claims(tmp_path)


def test_the_first_labels_are_scored_on_their_reports(tmp_path):
    data = ROOT.parent / "shared"
    if not (data / "data" / "syria" / "reports.jsonl").is_file() or not LABELS.is_file():
        pytest.skip("the Syrian reports and their labels are not here")
    few = tmp_path / "few.jsonl"
    few.write_text("".join(LABELS.read_text().splitlines(keepends=True)[:4]))
    result = evaluate_claims(data, labels=few)
    assert len(result.cases) == 8
    assert result.table.scores["claims.all.found"] > 0
