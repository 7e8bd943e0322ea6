import dataclasses

import pytest
from hand_made import dispute, entity, evidence, report, span, statement

from counterclaim.evaluate.found import Found
from counterclaim.evaluate.gold import (
    Gold,
    GoldCourse,
    GoldDate,
    GoldDispute,
    GoldEntity,
    GoldFigure,
    GoldPair,
    GoldReport,
    GoldSide,
    GoldStatement,
    Words,
)
from counterclaim.evaluate.score import score
from counterclaim.records import (
    EntityKind,
    Figure,
    Happened,
    InputError,
    Judgement,
    Manner,
    Process,
    ProcessKind,
    ProcessState,
    ProcessStep,
    Slot,
    TimeExpression,
    TimexType,
    Verdict,
    Who,
)

ONE = report(
    "01",
    "Mara Volk said on Monday that nine men had died. The ministry denied that anybody had died, and nine came home.",
    published="2031-05-12",
)
TWO = report("two", "Twelve men died, the ministry said.", row=1, origin="origin-01")
READ = {ONE.id: ONE, TWO.id: TWO}
VOLK = entity("Mara Volk", "Volk", "the Volk")
NINE, TWELVE = Words("01", "nine men had died"), Words("two", "Twelve men died")


def verdicts(gold, found):
    return score("small", "A small one", gold, found).cases


def only(cases, measure):
    return [right for case, right in cases.items() if case.startswith(f"{measure}: ")]


def gold_statement(words="nine men had died", source="Mara Volk", manner="indirect", via=(), found_from=2):
    return GoldStatement((Words("01", words),), (source,), via, manner, found_from)


def test_a_statement_is_right_in_all_its_parts():
    said = statement(ONE, "nine men had died", Who(VOLK.id, "Mara Volk"))
    gold = Gold(statements=(gold_statement(),))
    cases = verdicts(gold, Found(READ, {VOLK.id: VOLK}, statements=(said,)))
    assert only(cases, "statements.found") == only(cases, "statements.source") == [True]
    assert only(cases, "statements.entity") == only(cases, "statements.manner") == [True]


@pytest.mark.parametrize(
    ("words", "found"), [("nine men", True), ("nine men had died. The ministry denied that anybody", False)]
)
def test_half_of_the_words_of_both_must_be_shared(words, found):
    gold = Gold(statements=(gold_statement(),))
    cases = verdicts(gold, Found(READ, statements=(statement(ONE, words, Who(None, "Mara Volk")),)))
    assert only(cases, "statements.found") == [found]


def test_a_quotation_in_two_pieces_is_one_statement():
    pieces = (Words("01", "nine men had died"), Words("01", "nine came home"))
    gold = Gold(statements=(dataclasses.replace(gold_statement(), content=pieces),))
    said = statement(ONE, "nine men had died", Who(None, "Mara Volk"))
    half = dataclasses.replace(said, content=(span(ONE, "nine men"),))
    whole = dataclasses.replace(said, content=(span(ONE, "nine men had died"), span(ONE, "nine came home")))
    assert only(verdicts(gold, Found(READ, statements=(half,))), "statements.found") == [False]
    assert only(verdicts(gold, Found(READ, statements=(whole,))), "statements.found") == [True]


def test_a_source_without_an_entity_has_the_right_words_and_no_entity():
    said = statement(ONE, "nine men had died", Who(None, "she", span(ONE, "Mara Volk")))
    cases = verdicts(Gold(statements=(gold_statement(),)), Found(READ, statements=(said,)))
    assert only(cases, "statements.source") == [True]
    assert only(cases, "statements.entity") == [False]


def test_a_wrong_speaker_and_manner_are_wrong_though_the_words_are_found():
    said = statement(ONE, "nine men had died", Who(None, "The ministry"), manner=Manner.DIRECT)
    cases = verdicts(Gold(statements=(gold_statement(),)), Found(READ, statements=(said,)))
    assert only(cases, "statements.found") == [True]
    assert only(cases, "statements.source") == only(cases, "statements.manner") == [False]


def test_every_joint_source_is_wanted():
    gold = Gold(statements=(dataclasses.replace(gold_statement(), sources=("Mara Volk", "ministry")),))
    alone = statement(ONE, "nine men had died", Who(None, "Mara Volk"))
    both = statement(ONE, "nine men had died", Who(None, "Mara Volk"), Who(None, "The ministry"))
    assert only(verdicts(gold, Found(READ, statements=(alone,))), "statements.source") == [False]
    assert only(verdicts(gold, Found(READ, statements=(both,))), "statements.source") == [True]


def test_what_the_outlet_tells_itself_is_nobody_elses_statement():
    told = statement(ONE, "nine men had died", Who(None, "Mara Volk"), manner=Manner.NARRATION)
    assert only(
        verdicts(Gold(statements=(gold_statement(),)), Found(READ, statements=(told,))), "statements.found"
    ) == [False]


def test_the_chain_counts_only_where_gold_has_one():
    said = statement(ONE, "nine men had died", Who(None, "Mara Volk"), via=(Who(None, "The ministry"),))
    found = Found(READ, statements=(said,))
    assert only(verdicts(Gold(statements=(gold_statement(via=("ministry",)),)), found), "statements.via") == [True]
    assert only(verdicts(Gold(statements=(gold_statement(),)), found), "statements.via") == []


def test_a_table_counts_what_is_expected_and_reports_the_rest_apart():
    gold = Gold(statements=(gold_statement(), gold_statement("anybody had died", "ministry", found_from=9)))
    said = statement(ONE, "nine men had died", Who(None, "Mara Volk"))
    table = score("small", "A small one", gold, Found(READ, statements=(said,))).table
    assert table.rows[0] == ("statements.found", 1, 1, 100.0, 0, 1)
    assert table.scores["small.statements.found"] == 1.0


def test_the_facts_of_reports():
    gold = Gold(
        reports=(
            GoldReport("01", {"published": "2031-05-12", "dateline": "OSTREL"}, "a", 2),
            GoldReport("two", {"published": None}, "a", 2),
            GoldReport("03", {"published": None}, "b", 2),
        ),
        dates=(GoldDate(Words("01", "Monday"), "2031-05-12", 2),),
    )
    cases = verdicts(gold, Found(READ))
    assert cases["reports.published: 01"]
    assert cases["reports.published: two"]
    assert not cases["reports.dateline: 01"]
    assert not cases["reports.published: 03"], "a report that was not read has nothing right"
    assert not cases["reports.origin: 01"], "the origin of the third one is not known"


@pytest.mark.parametrize(("shared", "right"), [("a", True), ("b", False)])
def test_an_origin_is_shared_with_just_those_reports_that_share_it_in_gold(shared, right):
    gold = Gold(
        reports=(GoldReport("01", {}, "a", 2), GoldReport("two", {}, shared, 2)),
        dates=(GoldDate(Words("01", "Monday"), "", 2),),
    )
    assert only(verdicts(gold, Found(READ)), "reports.origin") == [right, right]


@pytest.mark.parametrize(
    ("names", "kind", "right"),
    [
        (("Mara Volk", "Marah Wolk"), EntityKind.PERSON, True),
        (("Mara Volk",), EntityKind.PERSON, False),
        (("Mara Volk", "Marah Wolk"), EntityKind.PLACE, False),
        (("Mara Volk", "Marah Wolk", "Ida Brandt"), EntityKind.PERSON, False),
    ],
)
def test_an_entity_has_all_its_spellings_and_nobody_elses(names, kind, right):
    gold = Gold(
        entities=(
            GoldEntity("Mara Volk", "person", ("Mara Volk", "Marah Wolk"), 2),
            GoldEntity("Ida Brandt", "person", ("Ida Brandt",), 2),
        ),
        dates=(GoldDate(Words("01", "Monday"), "", 2),),
    )
    known = entity(*names, kind=kind)
    assert verdicts(gold, Found(READ, {known.id: known}))["entities: Mara Volk"] == right


def test_times_and_figures_by_value_at_the_first_place_that_has_one():
    gold = Gold(
        dates=(GoldDate(Words("01", "Monday"), "2031-05-12", 2),),
        figures=(
            GoldFigure(Words("01", "nine"), 9, 9, 9, "killed", 2),
            GoldFigure(Words("two", "Twelve"), 12, 12, 12, "injured", 2),
        ),
    )
    times = (TimeExpression("t", ONE.id, span(ONE, "Monday"), TimexType.DATE, "2031-05-12"),)
    figures = tuple(
        Figure(words, of.id, None, None, span(of, words), n, n, n, False, "men", (Happened.KILLED,))
        for of, words, n in ((ONE, "nine", 9), (TWO, "Twelve", 12))
    )
    cases = verdicts(gold, Found(READ, times=times, figures=figures))
    assert cases["dates: 01 Monday"]
    assert cases["figures: 01 nine"]
    assert not cases["figures: two Twelve"], "another thing happened"


GOLD_DISPUTE = GoldDispute(
    "how many died", Slot.COUNT, (GoldSide("9", "Mara Volk", NINE), GoldSide("12", "the ministry", TWELVE)), 2
)


@pytest.mark.parametrize(
    ("shown", "right"),
    [
        (dispute(Slot.COUNT, [evidence(ONE, "nine men")], [evidence(TWO, "Twelve men died")]), True),
        (dispute(Slot.TIME, [evidence(ONE, "nine men")], [evidence(TWO, "Twelve men died")]), False),
        (dispute(Slot.COUNT, [evidence(ONE, "nine men"), evidence(TWO, "Twelve")], [evidence(ONE, "Monday")]), False),
        (dispute(Slot.COUNT, [evidence(ONE, "nine men")], [evidence(TWO, "the ministry said")]), False),
    ],
)
def test_a_dispute_is_found_if_its_answers_stand_on_different_sides(shown, right):
    assert only(verdicts(Gold(disputes=(GOLD_DISPUTE,)), Found(READ, disputes=(shown,))), "disputes") == [right]


@pytest.mark.parametrize(("slot", "right"), [(Slot.EXISTENCE, True), (Slot.POLARITY, True), (Slot.COUNT, False)])
def test_denying_and_saying_that_there_is_none_are_near(slot, right):
    gold = Gold(disputes=(dataclasses.replace(GOLD_DISPUTE, slot=Slot.POLARITY),))
    shown = dispute(slot, [evidence(ONE, "nine men")], [evidence(TWO, "Twelve")])
    assert only(verdicts(gold, Found(READ, disputes=(shown,))), "disputes") == [right]


def test_two_holders_of_one_answer_are_no_dispute():
    sides = (GoldSide("many", "Mara Volk", NINE), GoldSide("many", "the ministry", TWELVE))
    gold = Gold(disputes=(dataclasses.replace(GOLD_DISPUTE, sides=sides),))
    shown = dispute(Slot.COUNT, [evidence(ONE, "nine men")], [evidence(TWO, "Twelve")])
    assert only(verdicts(gold, Found(READ, disputes=(shown,))), "disputes") == [False]


def test_a_near_miss_is_kept_with_its_verdict_and_not_shown():
    gold = Gold(near_misses=(GoldPair("an update", "update", NINE, TWELVE, 2),))
    pieces = (evidence(ONE, "nine men"), evidence(TWO, "Twelve men"))
    kept = Judgement("j", "figures", "a", "b", Verdict.UPDATE, 0.9, ("raised",), pieces, "program")
    cases = verdicts(gold, Found(READ, judgements=(kept,)))
    assert only(cases, "near misses kept") == only(cases, "near misses not shown") == [True]
    other = dataclasses.replace(kept, verdict=Verdict.COMPATIBLE)
    shown = dispute(Slot.COUNT, [pieces[0]], [pieces[1]])
    cases = verdicts(gold, Found(READ, judgements=(other,), disputes=(shown,)))
    assert only(cases, "near misses kept") == only(cases, "near misses not shown") == [False]


@pytest.mark.parametrize(("date", "right"), [("2031-05-12", True), ("2031-05-13", False)])
def test_a_process_goes_through_its_states(date, right):
    gold = Gold(processes=(GoldCourse("a truce", "ceasefire", (NINE,), 2, (("agreed", "2031-05-12"),)),))
    step = ProcessStep(ProcessState.AGREED, date, (), None, None, (evidence(ONE, "nine men"),))
    found = Found(READ, processes=(Process("p", ProcessKind.CEASEFIRE, "a truce", (), (step,)),))
    assert only(verdicts(gold, found), "processes") == [right]


def test_gold_of_other_reports_is_refused():
    with pytest.raises(InputError, match="None of the reports"):
        score("small", "A small one", Gold(statements=(gold_statement(),)), Found({TWO.id: TWO}))


def test_gold_must_quote_its_report():
    with pytest.raises(InputError, match="report 01 does not hold: 'ten men'"):
        score("small", "A small one", Gold(statements=(gold_statement("ten men"),)), Found(READ))
