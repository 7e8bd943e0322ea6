"""Agreements, changes, processes and copies against a reader's, on a made-up report or two."""

import pytest
from hand_made import evidence, report

from counterclaim.evaluate.beside import score_beside
from counterclaim.evaluate.found import Found, is_date
from counterclaim.evaluate.gold import Words
from counterclaim.evaluate.labelled import interval_of_groups
from counterclaim.evaluate.reading import GoldAgreement, GoldChange, GoldProcess, GoldState, Group, Reading, reading_of
from counterclaim.records import (
    Agreement,
    Change,
    Position,
    Process,
    ProcessKind,
    ProcessState,
    ProcessStep,
    Status,
    Who,
)

ONE = report("1", "A truce was agreed on 4 May, the army said. Five died. It broke on Friday. He will stay.", row=1)
TWO = report("2", "Five were killed. The truce was broken by rebels, the army said. He will not stay.", row=2)
THREE = report("3", "The death of five was confirmed.", row=3)
READ = {r.id: r for r in (ONE, TWO, THREE)}
DEAD = GoldAgreement("five died", (Words("1", "Five died"), Words("2", "Five were killed")), same_origin=False)
STATES = (
    GoldState("agreed", "2021-05", "army", Words("1", "was agreed")),
    GoldState("violated", "2021-05-07", "Herald", Words("1", "broke")),
    GoldState("violated", None, "army", Words("2", "was broken")),
)


def agreement(*pieces, origins=2):
    return Agreement("a", None, "Five died.", tuple(evidence(of, words) for of, words in pieces), origins)


def step(state, date, of, words, says="The army"):
    return ProcessStep(state, date, (), None, Who(None, says), (evidence(of, words),))


def process(*steps, name="p", kind=ProcessKind.CEASEFIRE):
    return Process(name, kind, "the truce", (), steps)


def rows(group, *, copies=(), **found):
    table = score_beside(Reading((group,), copies), Found(READ, **found)).table
    return {row[0]: row[1:] for row in table.rows}


def test_an_agreement_is_found_if_it_rests_on_two_of_the_pieces():
    group = Group("g", agreements=(DEAD,))
    two, one = ((ONE, "Five died"), (TWO, "Five were")), ((ONE, "Five died"), (THREE, "five"))
    assert rows(group, agreements=(agreement(*two),))["agreements found"][:2] == (1, 1)
    assert rows(group, agreements=(agreement(*one),))["agreements found"] == (0, 1, 0.0, "0 to 0", 1, 0, 1)


@pytest.mark.parametrize(("origins", "right"), [(2, 1), (3, 0)])
def test_one_origin_is_told_right_if_it_is_not_counted_twice(origins, right):
    group = Group("g", agreements=(GoldAgreement("five died", DEAD.words, same_origin=True),))
    third = agreement((ONE, "Five died"), (TWO, "Five were"), (THREE, "five"), origins=origins)
    assert rows(group, agreements=(third,))["one origin told right"][:2] == (right, 1)
    assert rows(group)["one origin told right"][:2] == (1, 1)


def test_a_change_has_its_answers_in_their_order():
    change = GoldChange("he", "will he stay", Words("1", "will stay"), Words("2", "will not stay"))
    group = Group("g", changes=(change,))
    first = Position("2021-05-04", "yes", (evidence(ONE, "He will stay"),))
    last = Position("2021-05-08", "no", (evidence(TWO, "He will not stay"),))
    for earlier, later, right in ((first, last, 1), (last, first, 0)):
        shown = Change("c", Who(None, "he"), "Will he stay?", earlier, later, 0.5, ("because",), Status.SUGGESTED)
        assert rows(group, changes=(shown,))["changes found"][:2] == (right, 1)


def test_states_are_right_by_state_date_and_voice():
    group = Group("g", processes=(GoldProcess("ceasefire", "truce", STATES),))
    agreed = step(ProcessState.AGREED, "2021-05-04", ONE, "agreed")
    broke = step(ProcessState.VIOLATED, "2021-05-08", ONE, "broke")
    broken = step(ProcessState.VIOLATED, None, TWO, "broken")
    found = rows(group, processes=(process(agreed, broke, broken),))
    assert found["processes found"][:2] == (1, 1)
    assert found["states"][:2] == (3, 3)
    assert found["states and dates"][:2] == (2, 3)  # the gold leaves the third one's open
    assert found["… and who says so"][:2] == (2, 3)
    assert found["… told as one"][:2] == (1, 1)
    apart = rows(group, processes=(process(agreed), process(broken, name="q")))
    assert (apart["states"][:2], apart["… told as one"][:2]) == ((2, 3), (0, 1))
    other = rows(group, processes=(process(agreed, kind=ProcessKind.TALKS),))
    assert (other["processes found"][:2], other["processes found"][-1]) == ((0, 1), 1)


def test_copies_are_told_by_their_origin():
    same = report("4", ONE.text, row=4, origin=ONE.origin)
    group = Group("g")
    found = score_beside(Reading((group,), (("1", "4"), ("1", "2"))), Found(READ | {same.id: same})).table
    assert [row[1:3] for row in found.rows if row[0] == "copies: one origin"] == [(1, 2)]


def test_copies_are_put_aside_by_pair():
    entries = [{"copies": [[str(n), str(n + 1)] for n in range(100, 160, 2)]}]
    built_on, aside = reading_of(entries, {}), reading_of(entries, {}, aside=True)
    assert len(built_on.copies) + len(aside.copies) == 30
    assert built_on.copies
    assert aside.copies


@pytest.mark.parametrize(
    ("gold", "shown", "right"),
    [
        ("2021-05", "2021-05-04", True),
        ("2021-05-04", "2021-05", False),
        (None, None, True),
        ("2021", None, False),
        ("2021-05-04", "2021-05-05", False),
    ],
)
def test_a_date_may_be_more_exact_than_the_gold(gold, shown, right):
    assert is_date(gold, shown) is right


def test_groups_drawn_anew_vary_more_than_cases_do():
    alike = interval_of_groups([[True] * 10, [False] * 10, [], [True] * 10, [False] * 10])
    mixed = interval_of_groups([[True, False] * 5] * 4)
    assert alike == (0.0, 100.0)
    assert mixed == (50.0, 50.0)
    assert interval_of_groups([[]]) is None
