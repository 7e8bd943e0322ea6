"""What readers say of shown disputes, and which shown disputes their words are about."""

import json

import pytest
from hand_made import dispute, evidence, report

from counterclaim.evaluate.found import Found
from counterclaim.evaluate.verdicts import judged, read_verdicts, score_verdicts
from counterclaim.records import Slot, UnreadableInput

READ = report("7", "A blast.\n\nNine died in the blast. Ten died, others said. Two medics were among them.", row=1)


def passage(words, **more):
    start = READ.text.index(words)
    return {"report": "7", "start": start, "end": start + len(words)} | more


def line(left, right, verdict="right", **more):
    return {"by": "a", "slot": "count", "left": left, "right": right, "verdict": verdict, "why": "read"} | more


@pytest.fixture
def verdicts(tmp_path):
    def read(*lines):
        path = tmp_path / "disputes.jsonl"
        path.write_text("".join(json.dumps(entry) + "\n" for entry in lines))
        return read_verdicts({READ.id: READ}, path)

    return read


def shown(slot, *words, name="d"):
    return dispute(slot, *([evidence(READ, piece)] for piece in words), name=name)


NINE_TEN = passage("Nine died"), passage("Ten died")


def test_the_shown_are_right_wrong_or_unread(verdicts):
    said = verdicts(line(*NINE_TEN), line(passage("Nine"), passage("Two medics"), "wrong"))
    disputes = (
        shown(Slot.COUNT, "Nine died in the blast", "Ten", name="a"),
        shown(Slot.COUNT, "Two medics were", "Nine", name="b"),
        shown(Slot.PLACE, "Nine died", "Ten died", name="c"),
    )
    table = score_verdicts(Found({READ.id: READ}, disputes=disputes), said)
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["all"][:5] == (3, 1, 1, 1, 33.3)
    assert rows["count"][:5] == (2, 1, 1, 0, 50.0)
    assert rows["place"][:5] == (1, 0, 0, 1, 0.0)
    assert rows["first 20"][:5] == rows["all"][:5]
    assert table.scores["disputes.count.precision"] == 50.0


def test_passages_on_one_side_are_not_set_against_each_other(verdicts):
    together = dispute(Slot.COUNT, [evidence(READ, "Nine died"), evidence(READ, "Ten died")], [evidence(READ, "Two")])
    assert judged(together, verdicts(line(*NINE_TEN))) is None


def test_where_readers_differ_more_must_be_for_it(verdicts):
    nine_ten = shown(Slot.COUNT, "Nine died", "Ten died")
    assert judged(nine_ten, verdicts(line(*NINE_TEN), line(*NINE_TEN, "wrong"))) is False
    assert judged(nine_ten, verdicts(line(*NINE_TEN), line(*NINE_TEN, "wrong"), line(*NINE_TEN))) is True


@pytest.mark.parametrize(("verdict", "is_dispute"), [("right", False), ("wrong", True)])
def test_a_near_miss_that_is_wrongly_one_is_a_dispute(verdicts, verdict, is_dispute):
    said = verdicts(line(*NINE_TEN, verdict, kind="near-miss"))
    assert judged(shown(Slot.COUNT, "Nine died", "Ten died"), said) is is_dispute


def test_slots_that_one_difference_may_be_filed_under_are_near(verdicts):
    said = verdicts(line(*NINE_TEN, slot="existence"))
    assert judged(shown(Slot.POLARITY, "Nine died", "Ten died"), said) is True
    assert judged(shown(Slot.TIME, "Nine died", "Ten died"), said) is None


def test_passages_that_moved_are_looked_up_by_their_words(verdicts):
    moved = passage("Ten died") | {"start": 0, "end": 8, "text": "Ten died"}
    (verdict,) = verdicts(line(passage("Nine died"), moved))
    assert (verdict.right.start, verdict.right.text) == (READ.text.index("Ten died"), "Ten died")


def test_verdicts_on_other_reports_are_left_out(verdicts):
    assert verdicts(line(passage("Nine died"), {"report": "another", "start": 0, "end": 4})) == ()


@pytest.mark.parametrize(
    "entry",
    [
        line(*NINE_TEN, "maybe"),
        line(*NINE_TEN, slot="number"),
        line(*NINE_TEN, kind="guess"),
        line(passage("Nine died"), passage("Ten died", text="Eleven died") | {"start": 1}),
        {"by": "a"},
    ],
)
def test_a_line_that_is_amiss_is_named(verdicts, entry):
    with pytest.raises(UnreadableInput, match=r"^Line 2 of the verdicts .* is not laid out as expected"):
        verdicts(line(*NINE_TEN), entry)
