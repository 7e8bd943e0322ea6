"""The scorer of the Syrian disputes, on a few made-up reports laid out like them."""

import json

import pytest
import yaml
from hand_made import dispute, evidence, report

from counterclaim.evaluate.aside import set_aside
from counterclaim.evaluate.disputes import score_disputes
from counterclaim.evaluate.found import Found
from counterclaim.evaluate.reading import read_reading
from counterclaim.records import Slot, UnreadableInput

TEXT = "Nine died in the blast. Ten died, others said. Two medics were among them. It was a rocket."


def at(words, report="7"):
    start = TEXT.index(words)
    return {"report": report, "start": start, "end": start + len(words)}


def side(words, answer):
    return {"holders": ["a body"], "outlet": "o", "answer": answer} | at(words)


GROUPS = [
    {
        "group": "a-blast",
        "reports": ["7"],
        "disputes": [
            {
                "question": "how many",
                "slot": "count",
                "strength": "hard",
                "sides": [side("Nine", 9), side("Ten died", 10)],
            },
            {
                "question": "what",
                "slot": "cause",
                "strength": "soft",
                "sides": [side("blast", True), side("rocket", False)],
            },
        ],
        "not_disputes": [{"why": "a part", "a": at("Nine"), "b": at("Two medics")}],
    },
    {"group": "nothing", "reports": []},
]


@pytest.fixture
def data(tmp_path):
    (tmp_path / "gold").mkdir()
    (tmp_path / "data" / "syria").mkdir(parents=True)
    (tmp_path / "gold" / "syria.yaml").write_text(yaml.safe_dump(GROUPS))
    row = {"id": "7", "outlet": "o", "published": "2014-01-01", "title": "t", "text": TEXT}
    (tmp_path / "data" / "syria" / "reports.jsonl").write_text(json.dumps(row) + "\n")
    return tmp_path


# Cleaning put the title first, so that everything stands further right than the gold says.
READ = report("7", "A blast\n\n" + TEXT.replace(" in ", "\nin "), row=1)


def score(data, *disputes):
    scored = score_disputes(read_reading(data), Found({READ.id: READ}, disputes=disputes))
    return {row[0]: row[1:] for row in scored.table.rows}, scored


def shown(slot, *words):
    return dispute(slot, *([evidence(READ, piece)] for piece in words), name="-".join(words))


def test_what_is_found_missed_and_unread(data):
    rows, scored = score(data, shown(Slot.COUNT, "Nine died", "Ten"), shown(Slot.PLACE, "blast", "rocket"))
    assert rows["count"] == (1, 1, 100.0, "100 to 100", 0, 0, 1, 1, 0, 100.0, 0)
    assert rows["cause"] == (0, 0, None, None, 0, 1, 0, 0, 0, None, 0)
    assert rows["all"] == (1, 1, 100.0, "100 to 100", 0, 1, 2, 1, 1, 50.0, 0)
    assert scored.table.scores["disputes.all.hard_recall"] == 100.0
    assert scored.cases["count: how many (a-blast)"]
    assert not scored.cases["cause: what (a-blast)"]


def test_a_trap_shown_as_a_dispute_counts_whatever_its_slot(data):
    rows, scored = score(data)
    assert rows["traps shown"][:2] == (0, 1)
    assert scored.table.scores["disputes.traps_avoided"] == 100.0
    rows, scored = score(data, shown(Slot.PATIENT, "Nine", "Two medics"))
    assert rows["traps shown"][:2] == (1, 1)
    assert (rows["all"][-1], rows["patient"][-1], rows["count"][-1]) == (1, 1, 0)
    assert scored.table.scores["disputes.traps_avoided"] == 0.0


def test_every_group_is_either_built_on_or_put_aside(data):
    groups = [dict(GROUPS[0], group=f"group {number}") for number in range(30)]
    (data / "gold" / "syria.yaml").write_text(yaml.safe_dump(groups))
    kept, aside = read_reading(data), read_reading(data, aside=True)
    assert len(kept.disputes) + len(aside.disputes) == 2 * len(groups)
    assert len(aside.disputes) == 2 * sum(set_aside(group["group"]) for group in groups) > 0
    assert not {gold.question for gold in kept.disputes} & {gold.question for gold in aside.disputes}


def test_a_reading_that_lacks_a_report_cannot_be_used(data):
    (data / "data" / "syria" / "reports.jsonl").write_text("")
    with pytest.raises(UnreadableInput, match=r"syria\.yaml is not laid out as expected"):
        read_reading(data)
