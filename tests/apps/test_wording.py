from __future__ import annotations

from dataclasses import replace

import pytest
import small_ledger
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.apps import wording
from counterclaim.records import Act, Manner, Slot, Span, Unnamed, Who

STATEMENTS = small_ledger.ANNOTATIONS[small_ledger.WIRE_REPORT.id].statements
FIGURE = small_ledger.ANNOTATIONS[small_ledger.WIRE_REPORT.id].figures[0]


@pytest.mark.parametrize(
    ("low", "best", "high", "approximate", "words"),
    [
        (31, 31, None, False, "at least 31"),
        (None, 2000, 2000, False, "at most 2,000"),
        (30, None, 40, False, "30 to 40"),
        (12, 12, 12, False, "12"),
        (500, 500, 500, True, "about 500"),
        (None, 70, None, True, "about 70"),
        (1.5, 1.5, 1.5, False, "1.5"),
        (None, None, None, False, "number not known"),
    ],
)
def test_a_count_is_told_with_its_bounds(
    low: float | None, best: float | None, high: float | None, approximate: bool, words: str
) -> None:
    assert wording.bounds(replace(FIGURE, low=low, best=best, high=high, approximate=approximate)) == words


@pytest.mark.parametrize(("said", "words"), [("Dozens", "dozens"), ("a number of", "a number"), ("Several", "several")])
def test_a_count_in_vague_words_stays_in_those_of_the_report(said: str, words: str) -> None:
    figure = replace(FIGURE, span=Span(0, len(said), said), low=24, best=None, high=None, approximate=True)
    assert wording.bounds(figure) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2021-05-03", "2021-05-03 Mon"),
        ("2021-05-03T14:30:00+02:00", "2021-05-03 Mon 14:30"),
        ("2021-05", "2021-05"),
        ("2020-FA", "autumn 2020"),
        ("2020-WI", "winter 2020/21"),
        ("2019-Q4", "fourth quarter of 2019"),
        ("XXXX-SU", "summer, year not known"),
        ("2020-W39", "week of 2020-09-21 to 2020-09-27"),
        ("2020-W39-WE", "weekend of 2020-09-26 to 2020-09-27"),
        ("2020-W39-2", "2020-09-22 Tue"),
        ("2020-XX-XX", "2020"),
        ("2020-05-XX", "2020-05"),
        ("2020-WXX", "2020"),
        ("2020-WXX-2", "Tue in 2020"),
        ("199", "1990s"),
        ("19", "1900s"),
        ("XXXX-11-16", "16 November, year not known"),
        ("XXXX-11", "November, year not known"),
        ("XXXX-11-16TMO", "16 November morning, year not known"),
        ("XXXX-WXX", "date not known"),
        ("XXXX-XX-15", "date not known"),
        ("XXXX-XX-XXT12:00", "12:00, date not known"),
        ("XXXX-WXX-WE", "weekend, date not known"),
        ("2021-05-03TMO", "2021-05-03 Mon morning"),
        ("2021-05-03TXX:XX", "2021-05-03 Mon"),
        ("2021-05-03T24:00", "2021-05-03 Mon 24:00"),
        ("PAST_REF", "at some time before"),
        ("FUTURE_REF", "at some time to come"),
        ("0000-01-01", "0000-01-01"),
        ("PRESENT_REF", "now"),
        ("XXXX-WXX-2", "Tue, date not known"),
        ("", "undated"),
        (None, "undated"),
    ],
)
def test_a_date_stays_as_partial_as_it_is(value: str | None, words: str) -> None:
    assert wording.day(value) == words


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (None, None, "undated"),
        ("2021-05-03", "2021-05-03", "2021-05-03 Mon"),
        ("2021-05-03", None, "from 2021-05-03 Mon"),
        (None, "2021-05", "until 2021-05"),
        ("2020", "2021-05", "2020 to 2021-05"),
    ],
)
def test_a_period_is_told_by_what_is_known_of_it(since: str | None, until: str | None, words: str) -> None:
    assert wording.period(since, until) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("it rained", "“it rained”"),
        ("“it rained”", "“it rained”"),
        ("“it rained” and “it snowed”", "““it rained” and “it snowed””"),
        ('"it\n rained"', "“it rained”"),
        ("“it rained", "“it rained”"),
        ('it rained,"', "“it rained,”"),
        ('he said "it rained', '“he said "it rained”'),
        ("“it rained” he said", "““it rained” he said”"),
        ('"', "“”"),
    ],
)
def test_quotation_marks_are_not_doubled(text: str, words: str) -> None:
    assert wording.quoted(text) == words


def test_a_source_that_is_not_named_is_told_by_its_kind() -> None:
    assert wording.name(Who(None, "", None, Unnamed.OFFICIAL)) == "an unnamed official"
    assert wording.name(Who(None, "two diplomats", None, Unnamed.OFFICIAL)) == "two diplomats"
    assert wording.name(Who(None, "")) == "not known"


@pytest.mark.parametrize(
    ("word", "shown"),
    [("he", "somebody not named here (“he”)"), ("They", "people not named here (“They”)"), ("He Xin", "He Xin")],
)
def test_a_pronoun_is_not_taken_for_a_name(word: str, shown: str) -> None:
    assert wording.name(Who(None, word)) == shown


def test_names_stand_in_a_row_once_each() -> None:
    whos = [Who(None, name) for name in ("A", "B", "A", "C")]
    assert wording.names(whos) == "A, B and C"
    assert wording.names(whos[:2], "or") == "A or B"
    assert wording.names([]) == ""


def test_every_act_and_slot_has_words() -> None:
    assert set(wording.ACTS) == set(Act)
    assert set(wording.SLOTS) == set(Slot)


@given(st.text())
def test_nothing_shown_can_steer_a_terminal(text: str) -> None:
    shown = wording.clean(text)
    assert len(shown) == len(text)
    assert not any((ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0 for c in shown)
    assert wording.clean(shown) == shown


@pytest.mark.parametrize(
    ("cue", "act", "words"),
    [
        ("welcomed", Act.AGREE, "welcomed"),
        ("strongly condemns", Act.ACCUSE, "strongly condemns"),
        ("has dismissed", Act.DENY, "has dismissed"),
        ("put", Act.ASSERT, "put"),
        ("told", Act.ASSERT, "said"),
        ("according to", Act.ASSERT, "said"),
        ("said in a statement sent by mail", Act.ASSERT, "said"),
        ("its denial of", Act.DENY, "denied"),
        (None, Act.ACCUSE, "accused"),
    ],
)
def test_an_act_is_told_with_the_verb_of_the_report_where_that_is_plain(cue: str | None, act: Act, words: str) -> None:
    statement = next(s for s in STATEMENTS if s.manner is not Manner.NARRATION)
    span = Span(0, len(cue), cue) if cue else None
    assert wording.act(replace(statement, cue=span, act=act)) == words
