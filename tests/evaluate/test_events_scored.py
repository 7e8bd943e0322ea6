"""The scorer of events, on a report and sentences made by hand, and once on the real ones where they are there."""

import dataclasses
import json
from pathlib import Path

import pytest
from hand_made import report, span

from counterclaim.evaluate.events import Label, evaluate_events, read_label, roots_of, score_events
from counterclaim.evaluate.labelled import Collected, labels_file
from counterclaim.evaluate.petr import Sentence, half_of, read_petr, score_petr, wrong_of_build
from counterclaim.records import Annotations, Claim, Modality, Polarity, UnreadableInput

ROOT = Path(__file__).parents[2]
READ = report("7", "Rebels carried out an attack on Orsa. Talks failed, a gas plant burned.", row=1)
LABEL = Label("7", span(READ, "attack"), "ASSAULT", None, Polarity.POSITIVE)
NONE = Label("7", span(READ, "gas"), None, None, None)


def claim(trigger, event, predicate=None, polarity=Polarity.POSITIVE, words=None):
    return Claim(
        id=f"c-{trigger}-{event}",
        report=READ.id,
        statement="s",
        event=event,
        predicate=predicate or trigger,
        trigger=span(READ, trigger),
        agent=(),
        agent_any=False,
        patient=(),
        place=(),
        arguments=(),
        time=None,
        time_id=None,
        figure=None,
        polarity=polarity,
        modality=Modality.FACT,
        spans=(span(READ, words or "Rebels carried out an attack on Orsa."),),
    )


def scores(label, *claims):
    return score_events([label], {"7": Annotations(READ.id, claims=claims)}).table.scores


@pytest.mark.parametrize(
    ("claims", "right"),
    [
        ([claim("attack", "ASSAULT")], True),
        ([claim("attack", "ASSAULT:heavy-weapons")], True),
        ([claim("attack", "ACCUSE")], False),
        ([claim("attack", None)], False),
        ([], False),
        ([claim("Talks", "ASSAULT")], False),
        ([claim("carried out", "ASSAULT", "attack")], True),  # the light verb is the trigger
        ([claim("carried out", "ASSAULT", "carry out")], False),  # and here it is the predicate as well
        ([claim("carried out", "ASSAULT", "attack"), claim("attack", "AID")], False),  # a better claim is there
        ([claim("carried out an attack on Orsa", "AID"), claim("attack", "ASSAULT")], True),
        ([claim("attack", "AID"), claim("attack", "ASSAULT")], True),  # two claims of one word
    ],
)
def test_the_claim_at_the_word_has_the_root(claims, right):
    assert scores(LABEL, *claims)["events.right"] == 100 * right


@pytest.mark.parametrize(
    ("claims", "right"),
    [
        ([], True),
        ([claim("gas", None)], True),
        ([claim("gas", "ASSAULT")], False),
        ([claim("gas plant", "ASSAULT")], True),  # another word tells it
        ([claim("burned", "ASSAULT", words="a gas plant burned.")], True),
    ],
)
def test_a_word_that_tells_nothing_has_no_event_of_its_own(claims, right):
    assert scores(NONE, *claims)["events.no_event"] == 100 * right


def test_names_of_other_versions_are_the_same_roots():
    assert roots_of([claim("Talks", "DEMAND"), claim("gas", "INVESTIGATE"), claim("attack", None)]) == {
        "REQUEST",
        "ACCUSE",
    }


def test_mode_and_polarity_are_asked_where_the_label_has_them():
    label = dataclasses.replace(LABEL, mode="heavy-weapons", polarity=Polarity.NEGATIVE)
    good = claim("attack", "ASSAULT:heavy-weapons", polarity=Polarity.NEGATIVE)
    assert {key: scores(label, good)[f"events.{key}"] for key in ("mode", "polarity")} == {"mode": 100, "polarity": 100}
    assert scores(label, claim("attack", "ASSAULT:beat"))["events.mode"] == 0
    assert scores(label, claim("attack", "ASSAULT:beat"))["events.polarity"] == 0
    assert "events.polarity" not in scores(label), "polarity is asked where the root is right"
    assert "events.mode" not in scores(LABEL, good)


def test_precision_is_over_the_words_with_an_event():
    found = Annotations(READ.id, claims=(claim("attack", "ASSAULT"), claim("gas", "AID")))
    table = score_events([LABEL, NONE], {"7": found}).table
    assert table.scores["events.precision"] == 50
    assert table.rows[-2][2] == table.rows[-1][2] == 1, "what one would get by always saying the same"


def sentence(key, *coded, half="build", crosswalk=()):
    golds = {"read": tuple(map(frozenset, coded)), "crosswalk": tuple(map(frozenset, crosswalk))}
    return Sentence(key, f"words of {key}", half, golds)


def test_a_sentence_is_right_if_all_its_roots_were_found():
    both = sentence("a", {"AGREE", "SUPPORT"}, {"ACCUSE"}, crosswalk=[{"REJECT"}])
    found = {"a": frozenset({"SUPPORT", "ACCUSE", "ASSAULT"})}
    table = score_petr([both], found)
    assert table.scores["events.petr.read.build.right"] == 100
    assert table.scores["events.petr.read.build.precision"] == 66.7
    assert table.scores["events.petr.crosswalk.build.right"] == 0
    assert "events.petr.read.report.right" not in table.scores
    half = score_petr([both], {"a": frozenset({"SUPPORT"})})
    assert half.scores["events.petr.read.build.right"] == 0
    assert half.scores["events.petr.read.build.by_root"] == 50


def test_only_the_half_for_building_is_listed():
    sentences = [sentence("a", {"AID"}), sentence("b", {"AID"}, half="report"), sentence("c", {"AID"})]
    table = wrong_of_build(sentences, {"a": frozenset(), "b": frozenset(), "c": frozenset({"AID"})}, 9)
    assert table.rows == (("a", "AID", "nothing", "words of a"),)


def test_what_is_no_plain_english_or_has_no_root_is_left_out(tmp_path):
    (tmp_path / "PETR.UnitTest.records.xml").write_text(
        """<Validation><Sentences>
        <Sentence id="A"><EventCoding eventcode="032"/><EventCoding eventcode="032"/>
        <Text>A came\nto B.</Text></Sentence>
        <Sentence id="A"><EventCoding eventcode="122"/><Text>A blamed B.</Text></Sentence>
        <Sentence id="N"><EventCoding eventcode="122"/><Text>A blxmed B.</Text></Sentence>
        <Sentence id="O"><EventCoding noevents="True"/><Text>A slept.</Text></Sentence>
        </Sentences></Validation>"""
    )
    (tmp_path / "CAMEO2PLOVER-2021.txt").write_text("03: AGREE\n032: AGREE,  , diplomatic # Express intent\n")
    (tmp_path / "petr_not_plain.yaml").write_text("N: spelling\n")
    (tmp_path / "petr_roots.yaml").write_text('codes: {"032": [CONSULT], "122": [ACCUSE]}\nsentences: {O: []}\n')
    first, second = read_petr(tmp_path, tmp_path)
    assert (first.key, first.text, first.half) == ("A", "A came to B.", half_of("A"))
    assert first.gold == {"read": (frozenset({"CONSULT"}),), "crosswalk": (frozenset({"AGREE"}),)}
    assert second.key == "A 2"
    assert second.gold["crosswalk"] == ()


def test_files_that_are_not_there_are_told_of(tmp_path):
    with pytest.raises(UnreadableInput, match="give a folder that holds"):
        read_petr(tmp_path, tmp_path)


def test_a_label_is_read():
    entry = {"report": "7", "word": [22, 28], "root": "ASSAULT", "mode": None, "polarity": "negative"}
    assert read_label(entry, Collected(READ, READ.text)) == dataclasses.replace(LABEL, polarity=Polarity.NEGATIVE)


def test_the_first_labels_are_scored_on_their_reports(tmp_path, monkeypatch):
    data = ROOT.parent / "shared"
    if not (data / "data" / "syria" / "reports.jsonl").is_file():
        pytest.skip("the Syrian reports are not here")
    lines = labels_file("events").read_text().splitlines()
    assert len(lines) == 100
    assert all(json.loads(line)["root"] or not json.loads(line)["mode"] for line in lines)
    few = tmp_path / "few.jsonl"
    few.write_text("\n".join(lines[:3]))
    monkeypatch.setattr("counterclaim.evaluate.events.read_petr", lambda *_: ())
    assert len(evaluate_events(data, labels=few).cases) == 3
