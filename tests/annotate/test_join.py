"""What becomes of a report when the tagger and the rules agree, differ, or only one of them finds something."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from build import make_report, parse_text

from counterclaim.annotate.parse import parse
from counterclaim.annotate.speech import find_speech
from counterclaim.annotate.speech.belief import Belief
from counterclaim.annotate.speech.finish import finish
from counterclaim.annotate.speech.join import join
from counterclaim.annotate.speech.rules import by_rules
from counterclaim.annotate.speech.scene import Scene, read_scene
from counterclaim.models.attribution.decode import Answer, Tagged
from counterclaim.models.attribution.labels import LABELS, first
from counterclaim.models.attribution.windows import Pieces

Run = tuple[int, int]


def pieces_of(scene: Scene) -> Pieces:
    """One piece a token."""
    size = scene.tree.size
    return Pieces([0] * size, scene.tree.start, scene.tree.end, list(range(size)), [], [0] * size, [])


def run(scene: Scene, words: str) -> Run:
    start = scene.tree.text.index(words)
    return scene.tree.at(start), scene.tree.at(start + len(words) - 1) + 1


def told(text: str, *tagged: tuple[str, str, str], rules: bool = True) -> list[tuple[str, str, str, bool]]:
    """Source, cue, content, and whether it is inside another, of what is told of a text when the tagger is sure of
    `tagged`, each a source, a cue and a content; contents in two pieces are joined by " … "."""
    scene = read_scene(parse_text(text))
    labels = np.full((scene.tree.size, len(LABELS)), 0.01)
    labels[:, 0] = 0.94
    found = []
    for source, cue, content in tagged:
        parts = [run(scene, part) for part in content.split(" … ")]
        runs = {"source": [run(scene, source)] if source else [], "cue": [run(scene, cue)], "content": parts}
        for role, spans in runs.items():
            for start, end in spans:
                labels[start:end] = 0.01
                labels[start:end, first(role)] = 0.94
        source_run = runs["source"][0] if source else None
        found.append(Tagged(runs["cue"][0], source_run, tuple(parts), 0.95, 0.95, 0.9))
    belief = Belief(scene.tree, pieces_of(scene), Answer(labels, []))
    drafts = join(scene, by_rules(scene) if rules else [], belief, pieces_of(scene), found)
    made = finish(scene, drafts)
    assert all(one.confidence is not None and 0 <= one.confidence <= 1 for one in made)

    def words(spans: tuple[Run, ...]) -> str:
        return " … ".join(text[start:end] for start, end in spans)

    return [
        (
            " + ".join(words(source) for source in one.sources),
            words(one.cue),
            words(one.content),
            one.parent is not None,
        )
        for one in made
    ]


def test_where_both_agree_there_is_one_attribution() -> None:
    text = "The mayor said the bridge would stay closed."
    both = told(text, ("The mayor", "said", "the bridge would stay closed"))
    assert both == [("The mayor", "said", "the bridge would stay closed", False)]


def test_the_tagger_has_the_last_word_on_where_content_ends() -> None:
    text = "The mayor said the bridge would stay closed, which angered the drivers."
    (one,) = told(text, ("The mayor", "said", "the bridge would stay closed, which angered the drivers"))
    assert one[2] == "the bridge would stay closed, which angered the drivers"


def test_the_rules_know_joint_sources() -> None:
    text = "The mayor and the bishop said the bridge would stay closed."
    (one,) = told(text, ("The mayor and the bishop", "said", "the bridge would stay closed"))
    assert one[0] == "The mayor + the bishop"


def test_what_only_the_tagger_found_is_told() -> None:
    text = "The mayor was adamant the bridge would stay closed."
    (one,) = told(text, ("The mayor", "was adamant", "the bridge would stay closed"), rules=False)
    assert one == ("The mayor", "was adamant", "the bridge would stay closed", False)


def test_a_statement_in_a_statement_is_the_rules_to_find() -> None:
    text = "The mayor said the union had demanded that the bridge stay closed."
    outer, inner = told(text, ("The mayor", "said", "the union had demanded that the bridge stay closed"))
    assert outer[3] is False
    assert (inner[0], inner[2], inner[3]) == ("the union", "the bridge stay closed", True)


def test_what_the_tagger_does_not_believe_at_all_is_not_told() -> None:
    text = "The report found its way to the mayor. Officials hope to open the bridge."
    scene = read_scene(parse_text(text))
    assert len(by_rules(scene)) > len(told(text))


def test_content_on_both_sides_of_its_cue_is_one() -> None:
    text = "“We are done,” the mayor said. “Go home.”"
    (one,) = told(text, ("the mayor", "said", "“We are done … “Go home"))
    assert re.findall(r"\w+", one[2]) == ["We", "are", "done", "Go", "home"]


def test_a_quotation_between_two_cues_is_not_cut_in_half() -> None:
    text = "Doe stressed “the river is in a phase of re-naturation. It will be wide”. “We want dates,” he said."
    stressed = ("Doe", "stressed", "“the river is in a phase of re-")
    said = ("he", "said", "naturation. It will be wide” … “We want dates,”")
    assert [one[1:3] for one in told(text, stressed, said) if not one[3]] == [
        ("stressed", "“the river is in a phase of re-naturation. It will be wide”"),
        ("said", "“We want dates,”"),
    ]


def test_a_quotation_is_taken_to_its_end() -> None:
    text = "“We sail at dawn. A rope is long. It will not break,” the captain said."
    (one,) = told(text, ("the captain", "said", "“We sail at dawn. A rope"))
    assert one[2] == "“We sail at dawn. A rope is long. It will not break,”"


def test_a_word_of_the_next_quotation_is_none_of_ones_own() -> None:
    text = "The captain said the rope was long. “Nobody sailed from the quay that day,” Doe added."
    found = told(
        text,
        ("The captain", "said", "the rope was long. “Nobody"),
        ("Doe", "added", "sailed from the quay that day,”"),
    )
    assert [one[2] for one in found] == ["the rope was long", "“Nobody sailed from the quay that day,”"]


@pytest.mark.parametrize(
    ("tagged", "content"),
    [
        ("the harbour needs a re-", "the harbour needs a re-opening soon"),
        ("the harbour needs a re-opening", "the harbour needs a re-opening soon"),
    ],
)
def test_content_ends_at_no_hyphen_inside_a_word(tagged: str, content: str) -> None:
    text = "The captain said the harbour needs a re-opening soon."
    (one,) = told(text, ("The captain", "said", tagged), rules=False)
    assert content.startswith(one[2])
    assert one[2].endswith("re-opening")


def test_where_a_cue_stands_in_a_quotation_it_may_be_cut() -> None:
    text = "“The rope is long, said the captain, and Doe added that nobody talks about it.”"
    found = told(
        text,
        ("the captain", "said", "“The rope is long"),
        ("Doe", "added", "nobody talks about it"),
        rules=False,
    )
    assert [one[2].strip("“,") for one in found] == ["The rope is long", "nobody talks about it"]


def test_what_is_called_by_a_name_is_part_of_what_is_said() -> None:
    text = "The captain said the crew left amid what she described as an “odd” calm."
    outer, inner = told(text, ("The captain", "said", "the crew left"), ("she", "described", "an “odd” calm"))
    assert "described as an “odd”" in outer[2]
    assert inner[3]


@pytest.mark.parametrize(
    ("text", "tagged", "sources"),
    [
        ("The bridge was hailed by the mayor.", ("the", "was hailed", "The bridge"), []),
        ("Who was it that said the bridge was shut?", ("Who", "said", "the bridge was shut"), []),
        ("Some were adamant the bridge was shut.", ("Some", "were adamant", "the bridge was shut"), ["Some"]),
    ],
)
def test_words_that_name_nobody_are_no_source(text: str, tagged: tuple[str, str, str], sources: list[str]) -> None:
    assert [one[0] for one in told(text, tagged, rules=False)] == sources


def test_when_something_was_so_was_not_said() -> None:
    text = "The guild has backed the crew since the long strike there ended."
    assert told(text, ("The guild", "has backed", "since the long strike there")) == []


@pytest.mark.parametrize("text", ["", " ", "\n", "x"])
def test_scraps_give_nothing(text: str) -> None:
    assert told(text) == []


def test_a_text_that_begins_with_its_dateline_is_read_whole() -> None:
    text = "NAIROBI (Agency) - The mayor said the bridge was safe. “It will not fall,” she added."
    report = replace(make_report(text), dateline="NAIROBI")
    found = find_speech(parse(report)).attributions
    assert [re.findall(r"\w+", " ".join(text[a:b] for a, b in one.content)) for one in found] == [
        ["the", "bridge", "was", "safe"],
        ["It", "will", "not", "fall"],
    ]
