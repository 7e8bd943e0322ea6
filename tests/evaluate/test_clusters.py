"""The scorer of clusters, on one that is made here."""

import pytest

from counterclaim.evaluate.clusters import evaluate_clusters, read_clusters
from counterclaim.records import Slot, UnreadableInput

CLUSTERS = """\
%%%% a blast in Orrin
=== Orrin Courier | 2021-05-03
A car bomb killed [[n1=9: nine people]] in the market of Orrin on [[t1=mon: Monday]], the mayor said.
=== Tessaly Times | 2021-05-03
A car bomb killed [[n1=14: 14 people]] in the market of Orrin on [[t1=mon: Monday]], the governor said.

=== Radio Orrin | 2021-05-04
[[n1=?: Three bodies]] were seen by a reporter.

%%%% quiet
=== Orrin Courier | 2021-07-03
It rained all day long.
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "clusters.txt"
    path.write_text(CLUSTERS)
    return path


def test_marks_are_taken_out_of_the_text_and_kept_where_they_stood(file):
    blast, quiet = read_clusters(file)
    assert blast.rows[0]["text"] == ("A car bomb killed nine people in the market of Orrin on Monday, the mayor said.")
    assert [row["published"] for row in blast.rows] == ["2021-05-03", "2021-05-03", "2021-05-04"]
    (dispute,) = blast.group.disputes
    assert dispute.slot is Slot.COUNT
    texts = {row["id"]: row["text"] for row in blast.rows}
    for side in dispute.sides:
        words = side.words
        assert texts[words.report][words.start : words.start + len(words.text)] == words.text
    assert [side.answer for side in dispute.sides] == ["9", "14"]
    assert not quiet.group.disputes


def test_what_can_hold_beside_all_others_is_a_trap_and_one_value_an_agreement(file):
    group = read_clusters(file)[0].group
    assert [(trap.left.text, trap.right.text) for trap in group.traps] == [
        ("nine people", "Three bodies"),
        ("14 people", "Three bodies"),
    ]
    assert [[words.text for words in one.words] for one in group.agreements] == [["Monday", "Monday"]]


def test_each_cluster_is_built_by_itself_and_scored(file):
    scored = evaluate_clusters(file)
    assert scored.table.scores["clusters.clusters.count.hard_recall"] == 100
    assert scored.table.scores["clusters.clusters.traps_avoided"] == 100


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("[[n1=9: nine people]]", "[[n1=9 nine people]]", "not laid out"),
        ("[[n1=9: nine people]]", "[[z1=9: nine people]]", "no known kind"),
        ("=== Orrin Courier | 2021-07-03", "Orrin Courier", "no report"),
        ("%%%%", "##", "no line that begins"),
    ],
)
def test_a_file_that_is_amiss_is_told_of(file, before, after, why):
    file.write_text(CLUSTERS.replace(before, after))
    with pytest.raises(UnreadableInput, match=why):
        read_clusters(file)


def test_a_folder_without_clusters_stands_for_the_projects_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableInput, match="no clusters"):
        evaluate_clusters(tmp_path)
