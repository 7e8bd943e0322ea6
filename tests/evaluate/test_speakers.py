"""The scorer of who is meant, on a report made by hand, and once on the real labels where their reports are there."""

import dataclasses
import json
from pathlib import Path

import pytest
from hand_made import report, span, statement

from counterclaim.evaluate.speakers import LABELS, Label, Meant, evaluate_speakers, read_labels, score_speakers
from counterclaim.records import (
    Annotations,
    EntityKind,
    LocalEntity,
    Mention,
    MentionForm,
    Span,
    UnreadableInput,
    Who,
)

ROOT = Path(__file__).parents[2]
TEXT = "General Mara Volk came. The road is closed, she said. Kenyan troops left, a resident added."
READ = report("7", TEXT, row=1, outlet="North Post")


def local(name, kind, *names):
    return LocalEntity(name, READ.id, name, kind, (name, *names), (), None, 1)


def mention(entity, words):
    return Mention(f"{entity} {words}", READ.id, entity, span(READ, words), MentionForm.NAME)


ENTITIES = (
    local("Mara Volk", EntityKind.PERSON, "Volk"),
    local("Kenya", EntityKind.STATE),
    local("Kenyan troops", EntityKind.GROUP),
    local("North Post", EntityKind.ORGANIZATION),
)
MENTIONS = (mention("Mara Volk", "Mara Volk"), mention("Kenya", "Kenyan"), mention("Kenyan troops", "troops"))
LABEL = Label(
    "7",
    "pronoun",
    (span(READ, "The road is closed"),),
    span(READ, "said"),
    (span(READ, "she"),),
    (Meant("entity", span(READ, "General Mara Volk")),),
)


def said(entity, words="The road is closed", cue="said", source="she"):
    made = statement(READ, words, Who(entity, entity or "she", span(READ, source)))
    return dataclasses.replace(made, cue=span(READ, cue))


def scores(label, *statements):
    found = Annotations(READ.id, entities=ENTITIES, mentions=MENTIONS, statements=statements)
    table = score_speakers([label], {"7": (READ, found)}).table
    return {key.removeprefix("speakers.all."): value for key, value in table.scores.items() if ".all." in key}


@pytest.mark.parametrize(
    ("meant", "entity", "right"),
    [
        (Meant("entity", span(READ, "General Mara Volk")), "Mara Volk", True),
        (Meant("entity", span(READ, "General Mara Volk")), "Kenya", False),
        (Meant("entity", span(READ, "General Mara Volk")), None, False),
        (Meant("entity", span(READ, "Kenyan troops")), "Kenyan troops", True),
        (Meant("entity", span(READ, "Kenyan troops")), "Kenya", False),
        (Meant("unnamed"), None, True),
        (Meant("unnamed"), "Kenya", False),
        (Meant("outlet"), None, True),
        (Meant("outlet"), "North Post", True),
        (Meant("outlet"), "Mara Volk", False),
    ],
)
def test_who_is_right(meant, entity, right):
    label = dataclasses.replace(LABEL, meant=(meant,))
    assert scores(label, said(entity)) == {"found": 100, "right_of_found": 100 * right, "right": 100 * right}


def test_another_spelling_of_the_same_name_is_as_right():
    # The report names her twice, and the two were not joined: the entity with her name is right all the same.
    other = local("Volk, Mara", EntityKind.PERSON, "General Mara Volk")
    found = Annotations(READ.id, entities=(other,), statements=(said(other.id),))
    assert score_speakers([LABEL], {"7": (READ, found)}).table.scores["speakers.pronoun.right"] == 100


@pytest.mark.parametrize(
    ("words", "cue", "source", "found"),
    [
        ("The road is closed", "said", "she", True),
        ("road is closed, she said. Kenyan troops left", "said", "she", True),
        ("Kenyan troops left", "said", "she", False),  # no word of what was said
        ("The road is closed", "added", "a resident", False),  # neither cue nor source
    ],
)
def test_a_statement_is_found_by_its_words_and_its_cue_or_source(words, cue, source, found):
    assert scores(LABEL, said("Mara Volk", words, cue, source))["found"] == 100 * found


def test_what_is_not_found_is_wrong():
    assert scores(dataclasses.replace(LABEL, meant=(Meant("unnamed"),))) == {
        "found": 0,
        "right_of_found": 0,
        "right": 0,
    }


def test_the_statement_with_most_of_the_words_counts():
    part = said("Kenya", "road")
    assert scores(LABEL, part, said("Mara Volk"))["right"] == 100


def test_joint_speakers_are_a_case_each():
    label = dataclasses.replace(
        LABEL,
        sources=(span(READ, "she"), span(READ, "a resident")),
        meant=(Meant("entity", span(READ, "Mara Volk")), Meant("unnamed")),
    )
    first = said("Mara Volk")
    both = dataclasses.replace(first, sources=(*first.sources, Who("Kenya", "Kenya", span(READ, "resident"))))
    assert scores(label, both)["right"] == 50
    assert scores(label, first)["right"] == 50, "the second speaker is missing"


def test_what_is_unclear_is_left_out_and_the_most_frequent_speaker_is_the_measure():
    label = dataclasses.replace(LABEL, meant=(Meant("unclear"),))
    found = Annotations(READ.id, entities=ENTITIES, mentions=MENTIONS, statements=(said("Mara Volk"),))
    table = score_speakers([label, LABEL], {"7": (READ, found)}).table
    assert table.rows[0][:2] == ("all", 1)
    assert table.rows[-1] == ("always the same", 1, None, None, 1, None, 100.0)


def line(**changed):
    entry = {
        "report": "7",
        "content": [[24, 42]],
        "cue": [48, 52],
        "source": [[44, 47]],
        "form": "pronoun",
        "who": [{"kind": "entity", "mention": [8, 17]}],
    }
    return json.dumps(entry | changed) + "\n"


def test_labels_are_found_again_where_cleaning_moved_the_text(tmp_path):
    path = tmp_path / "labels.jsonl"
    path.write_text(line())
    moved = report("7", "A title\n\n" + TEXT, row=1)
    (label,) = read_labels(path, {"7": (moved, TEXT)})
    assert label.meant == (Meant("entity", Span(17, 26, "Mara Volk")),)
    assert label.sources[0].text == "she"


@pytest.mark.parametrize("content", ["[]\n", "{}\n", "no json\n", line(cue=[1])])
def test_labels_that_are_laid_out_otherwise_are_refused(tmp_path, content):
    path = tmp_path / "labels.jsonl"
    path.write_text(content)
    with pytest.raises(UnreadableInput, match=r"Line 1 of the labels .* correct it"):
        read_labels(path, {"7": (READ, TEXT)})


def test_labels_that_are_not_there_are_told_of(tmp_path):
    with pytest.raises(UnreadableInput, match="clone of the project"):
        read_labels(tmp_path / "none.jsonl", {})


def test_reports_that_are_not_there_are_told_of(tmp_path):
    with pytest.raises(UnreadableInput, match="give a folder that holds them"):
        evaluate_speakers(tmp_path)


def test_the_first_labels_are_scored_on_their_reports(tmp_path):
    data = ROOT.parent / "shared"
    if not (data / "data" / "syria" / "reports.jsonl").is_file() or not (ROOT / LABELS).is_file():
        pytest.skip("the Syrian reports and their labels are not here")
    few = tmp_path / "few.jsonl"
    few.write_text("".join((ROOT / LABELS).read_text().splitlines(keepends=True)[:4]))
    scored = evaluate_speakers(data, labels=few)
    assert len(scored.cases) == 3, "one of the four is unclear"
    assert scored.table.scores["speakers.all.found"] > 0
