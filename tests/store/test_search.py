"""Search over everything, and what disputes can be chosen by."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_samples import fill

from counterclaim.records import UsageError
from counterclaim.store import DisputeWish, View, open_view, open_writer
from counterclaim.store.search import KINDS, terms
from counterclaim.store.spellings import is_spelling, spellings

OLD = Path(__file__).parent / "old"


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    path = tmp_path_factory.mktemp("search") / "ledger.db"
    with open_writer(path) as writer:
        fill(writer)
    with open_view(path) as opened:
        yield opened


def test_every_record_is_found_by_its_own_words(view: View) -> None:
    for report in view.reports():
        assert ("reports", report.id) in _hits(view, report.text)
    for statement in view.statements():
        assert ("statements", statement.id) in _hits(view, statement.content[0].text)
    for entity in view.entities():
        assert all(("entities", entity.id) in _hits(view, name) for name in entity.names)
    for dispute in view.disputes():
        assert ("disputes", dispute.id) in _hits(view, dispute.question)
        assert all(("disputes", dispute.id) in _hits(view, side.evidence[0].text) for side in dispute.sides)


def test_words_are_found_by_their_beginning_whatever_their_case_and_accents(view: View) -> None:
    name = view.entities()[0].name
    accented = name[0].upper() + "\u0301" + name[1:3].lower()
    assert _hits(view, name) <= _hits(view, accented)
    assert _hits(view, name[1:]) & {("entities", view.entities()[0].id)} == set()


def test_all_words_must_be_there_and_a_phrase_in_its_order(view: View) -> None:
    report = view.reports()[0]
    words, found = report.text.split(), ("reports", report.id)
    assert found in _hits(view, f"{words[3]} {words[1]}")
    assert found in _hits(view, f'"{words[1]} {words[2]}"')
    assert found not in _hits(view, f'"{words[2]} {words[1]}"')
    some = view.search(f"{words[1]} nowhere-to-be-found", limit=1000)
    assert some.any_of
    assert ("reports", report.id) in {(hit.kind, hit.record) for hit in some.hits}
    assert not view.search("nowhere-to-be-found not-here-either").hits


def test_a_name_is_found_in_its_other_spellings(view: View) -> None:
    names = [entity.names for entity in view.entities()]
    for known in names:
        for name in known:
            also = spellings(view.connection, name)
            assert name.casefold() not in also
            assert all(_hits(view, f'"{other}"') <= _hits(view, name) for other in also)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("khan sheikhoun", "khan sheikhun", True),
        ("united nations", "un", True),
        ("hasakah", "hassakeh", True),
        ("daesh", "khan sheikhun", False),
        ("raqqa", "palmyra", False),
    ],
)
def test_only_names_that_read_alike_are_spellings_of_one(one: str, other: str, alike: bool) -> None:
    assert is_spelling(one, other) is is_spelling(other, one) is alike


def test_counts_are_of_all_that_was_found_and_parts_come_in_order(view: View) -> None:
    query = view.reports()[0].text.split()[0]
    found = view.search(query, limit=1000)
    assert list(found.counts) == list(KINDS)
    assert {kind: sum(hit.kind == kind for hit in found.hits) for kind in KINDS} == found.counts
    kind = max(found.counts, key=lambda kind: found.counts[kind])
    whole = view.search(query, kind, limit=1000).hits
    assert [view.search(query, kind, start=at, limit=1).hits[0] for at in range(len(whole))] == list(whole)


@pytest.mark.parametrize("query", ["", "  ", "«»", '""'])
def test_a_search_needs_a_word(view: View, query: str) -> None:
    with pytest.raises(UsageError, match="no word to search for"):
        view.search(query)


def test_only_what_is_searched_can_be_asked_for(view: View) -> None:
    with pytest.raises(UsageError, match="cannot be searched"):
        view.search("talks", "times")


@given(st.text(min_size=1))
def test_no_query_is_taken_for_the_language_of_the_index(view: View, query: str) -> None:
    try:
        asked = terms(query)
    except UsageError:
        return
    assert all(term == term.strip() and '"' not in term for term in asked)
    view.search(query, limit=1)


def test_a_report_annotated_again_is_found_once(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_writer(path) as writer:
        fill(writer)
        fill(writer)
    with open_view(path) as opened:
        report = opened.reports()[0]
        hits = opened.search(report.text, "reports", limit=1000).hits
        assert [hit.record for hit in hits].count(report.id) == 1


def test_what_disputes_can_be_narrowed_to_is_counted_as_it_is_found(view: View) -> None:
    every = view.choices(DisputeWish())
    assert every.ids == [dispute.id for dispute in view.disputes()]
    assert every.total == len(every.ids) > 0
    for name, choices in every.by.items():
        for choice in choices:
            asked = {"since": choice.value, "until": choice.value} if name == "date" else {name: choice.value}
            wish = DisputeWish(**asked)
            narrowed = view.choices(wish)
            assert choice.count == narrowed.total == len(view.disputes(wish)), (name, choice)
            again = {one.value: one.count for one in narrowed.by[name]}
            assert again.items() <= {one.value: one.count for one in choices}.items() or name == "date"


@pytest.mark.parametrize("old", sorted(OLD.glob("*.sql")), ids=lambda path: path.stem)
def test_an_older_ledger_can_be_searched(tmp_path: Path, old: Path) -> None:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(old.read_text())
    with open_view(path) as opened:
        for report in opened.reports():
            assert ("reports", report.id) in _hits(opened, report.text)
        for dispute in opened.disputes():
            assert ("disputes", dispute.id) in _hits(opened, dispute.question)
            holders = [who.entity for side in dispute.sides for who in side.holders if who.entity]
            assert all(dispute in opened.disputes(who=entity) for entity in holders)


def _hits(view: View, query: str) -> set[tuple[str, str]]:
    return {(hit.kind, hit.record) for hit in view.search(query, limit=1000).hits}
