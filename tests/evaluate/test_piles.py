"""The scorer of invented piles, on two that are made here."""

import copy

import pytest
import yaml

from counterclaim.evaluate.piles import evaluate_piles, read_piles
from counterclaim.records import UnreadableInput

PILES = [
    {
        "pile": "a-blast",
        "reports": [
            {
                "id": "r1",
                "outlet": "Orrin Courier",
                "date": "2021-05-03",
                "title": "Blast in Orrin",
                "text": "A car bomb killed nine people in the market of Orrin on Monday, the mayor said.",
            },
            {
                "id": "r2",
                "outlet": "Tessaly Times",
                "date": "2021-05-03",
                "text": "A car bomb killed 14 people in the market of Orrin on Monday, the governor said.",
            },
        ],
        "disputes": [
            {
                "question": "how many",
                "slot": "count",
                "strength": "hard",
                "sides": [
                    {"answer": "9", "holders": ["mayor"], "report": "r1", "quote": "killed nine people in the market"},
                    {"answer": "14", "holders": ["governor"], "report": "r2", "quote": "killed 14 people"},
                ],
            }
        ],
        "not_disputes": [
            {
                "why": "both say Monday",
                "a": {"report": "r1", "quote": "on Monday"},
                "b": {"report": "r2", "quote": "on Monday"},
            }
        ],
    },
    {
        "pile": "quiet",
        "reports": [{"id": "r1", "outlet": "Orrin Courier", "date": "2021-07-03", "text": "It rained all day long."}],
    },
]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "piles.yaml"
    path.write_text(yaml.safe_dump(PILES))
    return path


def test_the_dispute_of_a_pile_is_found_in_what_is_built_of_it(file):
    scored = evaluate_piles(file)
    assert scored.table.scores["piles.piles.count.hard_recall"] == 100
    assert scored.cases["count: how many (a-blast)"]


def test_reports_of_one_name_in_two_piles_are_two(file):
    rows, reading = read_piles(file)
    assert [row["id"] for row in rows] == ["a-blast r1", "a-blast r2", "quiet r1"]
    assert [group.name for group in reading.groups] == ["a-blast", "quiet"]


def test_a_title_stands_above_the_text(file):
    rows, reading = read_piles(file)
    words = reading.disputes[0].sides[0].words
    assert rows[0]["text"].startswith("Blast in Orrin\n\nA car bomb")
    assert rows[0]["text"][words.start :].startswith(words.text)


def test_words_that_no_report_holds_are_said_plainly(file):
    piles = copy.deepcopy(PILES)
    piles[0]["disputes"][0]["sides"][0]["quote"] = "killed ninety"
    file.write_text(yaml.safe_dump(piles))
    with pytest.raises(UnreadableInput, match="ninety"):
        read_piles(file)


def test_a_folder_of_files_has_the_tables_of_each(file):
    (file.parent / "quiet.yaml").write_text(yaml.safe_dump(PILES[1:]))
    table = evaluate_piles(file.parent).table
    assert [part.title.split(":")[0] for part in (table, *table.more)] == [
        "Disputes in piles",
        "Agreements, changes, processes and copies in piles",
        "Disputes in quiet",
        "Agreements, changes, processes and copies in quiet",
    ]


def test_a_folder_without_piles_where_there_are_none_either_is_said_plainly(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableInput, match="no piles"):
        evaluate_piles(tmp_path)
