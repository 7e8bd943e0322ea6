"""What a writer keeps, in whatever order it is given."""

from __future__ import annotations

import hashlib
import itertools
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_samples import (
    LINKS,
    NORTH,
    NORTH_FOUND,
    PERSONS_WORD,
    SOUTH_FOUND,
    VERSION,
    document,
    fill,
    moved,
    north,
    report,
    south,
)

from counterclaim.records import Annotations, Document, LedgerError, Links, RecordError, Rejected
from counterclaim.store import Outcome, Writer, check, open_view, open_writer, sqlite


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def writer(path: Path) -> Iterator[Writer]:
    with open_writer(path) as opened:
        yield opened


def tables(path: Path) -> dict[str, list[dict[str, object]]]:
    with open_view(path) as view:
        return {name: list(view.table(name)) for name in view.counts()}


def test_a_report_is_new_once(writer: Writer) -> None:
    assert writer.add(document(north))
    assert not writer.add(document(north))


def test_a_report_whose_original_is_another_is_refused(writer: Writer) -> None:
    with pytest.raises(RecordError, match="not that of the bytes"):
        writer.add(Document(north, b"something else"))


def test_a_text_that_cannot_be_stored_is_refused_in_a_sentence(writer: Writer) -> None:
    broken = replace(north, text="a\udc80b")
    with pytest.raises(RecordError, match=r"the text of a report .* U\+DC80"):
        writer.add(Document(broken, NORTH.encode()))
    assert writer.add(document(south))


PLACES = [("b.txt", None), ("a.txt", 7), ("a.txt", 12), (None, 1)]


@pytest.mark.parametrize("order", list(itertools.permutations(PLACES)), ids=str)
def test_of_several_places_the_first_is_kept_whatever_was_read_first(tmp_path: Path, order: tuple) -> None:  # type: ignore[type-arg]
    path = tmp_path / "l.db"
    with open_writer(path) as writer:
        for place, row in order:
            writer.add(document(moved(north, place, row, byline=f"by {place} {row}")))
    with open_view(path) as view:
        (kept,) = view.reports()
    assert (kept.path, kept.row, kept.byline) == ("a.txt", 7, "by a.txt 7")


def test_a_report_read_anew_at_its_place_is_annotated_anew(writer: Writer, path: Path) -> None:
    fill(writer)
    assert writer.pending(VERSION) == []
    writer.add(document(replace(north, byline="by a better reader")))
    assert [pending.report for pending in writer.pending(VERSION)] == [north.id]


def test_where_a_report_lies_is_no_reason_to_annotate_it_anew(writer: Writer) -> None:
    fill(writer)
    writer.add(document(moved(north, "another/place.txt")))
    assert writer.pending(VERSION) == []


def test_another_version_annotates_everything_anew(writer: Writer) -> None:
    fill(writer)
    assert [pending.report for pending in writer.pending("8")] == [north.id, south.id]


def test_only_the_originals_of_reports_are_kept(writer: Writer, path: Path) -> None:
    other = b"the same text in another encoding"
    writer.add(document(north))
    writer.add(Document(replace(north, path="a.html", sha256=hashlib.sha256(other).hexdigest()), other))
    with open_view(path) as view:
        assert view.original(north.id) == other
        assert check(view) == []
        assert view.connection.exec_driver_sql("SELECT count(*) FROM originals").scalar() == 1


def test_a_file_name_that_is_not_unicode_is_spelled_out(writer: Writer, path: Path) -> None:
    writer.add(document(moved(north, "caf\udce9.txt")))
    writer.reject(Rejected("\udcff.txt", None, "empty"))
    with open_view(path) as view:
        assert view.reports()[0].path == r"caf\udce9.txt"
        assert view.rejects()[0].path == r"\udcff.txt"
        assert check(view) == []


def test_the_same_rejection_is_kept_once(writer: Writer, path: Path) -> None:
    for _ in range(2):
        writer.reject(Rejected("a.png", None, "this is a picture"))
    writer.reject(Rejected("a.csv", 3, "there is no text"))
    with open_view(path) as view:
        assert view.rejects() == [
            Rejected("a.csv", 3, "there is no text"),
            Rejected("a.png", None, "this is a picture"),
        ]


@pytest.mark.parametrize("read_first", [True, False])
def test_what_could_be_read_is_no_reject_any_more(writer: Writer, path: Path, read_first: bool) -> None:
    steps = [lambda: writer.add(document(north)), lambda: writer.reject(Rejected(north.path, None, "it is empty"))]
    for step in steps if read_first else reversed(steps):
        step()
    with open_view(path) as view:
        assert view.rejects() == []


def test_a_row_and_its_file_are_two_places(writer: Writer, path: Path) -> None:
    writer.add(document(moved(north, "a.jsonl", 1)))
    writer.reject(Rejected("a.jsonl", None, "the rest is broken"))
    writer.reject(Rejected("a.jsonl", 2, "this row is broken"))
    with open_view(path) as view:
        assert len(view.rejects()) == 2


def test_a_report_that_could_not_be_annotated_is_a_reject(writer: Writer, path: Path) -> None:
    writer.add(document(north))
    writer.annotate([Outcome.failed(north, "the parser gave up")], VERSION)
    with open_view(path) as view:
        assert view.rejects() == [Rejected(north.path, None, "the parser gave up")]
        assert view.reports()[0].id == north.id
    writer.annotate([Outcome(north, NORTH_FOUND)], "8")
    with open_view(path) as view:
        assert view.rejects() == []


def test_what_linking_is_given_is_what_was_found(writer: Writer) -> None:
    fill(writer)
    german = report("german", "Guten Tag.", language="de")
    writer.add(document(german))
    writer.annotate([Outcome.other_language(german)], VERSION)
    writer.add(document(report("later", "Not annotated yet.")))
    linkable = writer.linkable()
    assert {found.id for found in linkable.reports} == {north.id, south.id, "german"}
    assert linkable.annotations == {
        north.id: NORTH_FOUND,
        south.id: SOUTH_FOUND,
        "german": Annotations("german"),
    }


def test_annotating_twice_is_annotating_once(writer: Writer, path: Path) -> None:
    fill(writer)
    before = tables(path)
    writer.annotate([Outcome(north, NORTH_FOUND)], VERSION)
    assert tables(path) == before


def test_annotations_of_a_shard_are_all_kept_or_none(writer: Writer, path: Path) -> None:
    writer.add(document(north))
    writer.add(document(south))
    twice = replace(SOUTH_FOUND, figures=(*SOUTH_FOUND.figures, replace(SOUTH_FOUND.figures[0], best=8.0)))
    with pytest.raises(RecordError, match="two different figures were given the id s-f1"):
        writer.annotate([Outcome(north, NORTH_FOUND), Outcome(south, twice)], VERSION)
    assert len(writer.pending(VERSION)) == 2
    assert tables(path)["statements"] == []


def test_the_same_record_twice_is_one_record(writer: Writer, path: Path) -> None:
    fill(writer)
    before = tables(path)
    writer.annotate([Outcome(north, replace(NORTH_FOUND, mentions=NORTH_FOUND.mentions * 2))], VERSION)
    assert writer.relink(replace(LINKS, disputes=LINKS.disputes * 2), state=writer.state(), version="3")
    assert tables(path) == before


def test_two_reports_cannot_have_one_record(writer: Writer) -> None:
    fill(writer)
    stolen = replace(SOUTH_FOUND, mentions=tuple(replace(m, report=south.id) for m in NORTH_FOUND.mentions))
    with pytest.raises(RecordError, match="south-report hold an id of another one"):
        writer.annotate([Outcome(south, stolen)], VERSION)


def test_links_of_reports_that_are_not_there_are_refused(writer: Writer) -> None:
    fill(writer)
    with pytest.raises(RecordError, match="do not fit together"):
        writer.relink(Links({"elsewhere": "o"}), state=writer.state(), version="4")


def test_annotations_of_another_report_are_refused(writer: Writer) -> None:
    writer.add(document(north))
    with pytest.raises(RecordError, match="hold local_entities of another report"):
        writer.annotate([Outcome(north, replace(SOUTH_FOUND, report=north.id))], VERSION)


def test_work_is_kept_as_long_as_it_is_used(writer: Writer) -> None:
    fill(writer)
    for worked_out in ({"a": b"1", "b": b"2"}, {"b": None, "c": b"3"}):
        kept = writer.linkable().kept
        kept.used.update(worked_out)
        assert writer.relink(LINKS, state=writer.state(), version="3", kept=kept)
    held = writer.linkable().kept.get
    assert [held(key) for key in "abc"] == [None, b"2", b"3"]


def test_reports_that_were_annotated_by_other_versions_are_told_apart(writer: Writer) -> None:
    fill(writer)
    before = dict(writer.linkable().kept.digests)
    assert len(set(before.values())) == 2
    writer.annotate([Outcome(north, NORTH_FOUND)], "8")
    after = writer.linkable().kept.digests
    assert {id_ for id_ in before if before[id_] != after[id_]} == {north.id}


def test_links_that_change_in_part_are_those_that_were_given(writer: Writer, path: Path) -> None:
    fill(writer)
    before = tables(path)
    fewer = replace(LINKS, disputes=LINKS.disputes[:1], incidents=())
    assert writer.relink(fewer, state=writer.state(), version="3")
    assert len(tables(path)["disputes"]) == 1
    assert writer.relink(LINKS, state=writer.state(), version="3")
    assert tables(path) == before


def test_links_made_of_an_earlier_ledger_are_refused(writer: Writer, path: Path) -> None:
    fill(writer)
    state = writer.linkable().state
    later = report("later", "A report that came meanwhile.")
    writer.add(document(later))
    writer.annotate([Outcome(later, Annotations("later"))], VERSION)
    assert not writer.relink(Links({}), state=state, version="3")
    assert len(tables(path)["disputes"]) == 2


def test_links_take_the_place_of_earlier_ones_and_leave_a_person_s_word(writer: Writer, path: Path) -> None:
    fill(writer)
    writer.judge(PERSONS_WORD)
    assert writer.linkable().judged == [PERSONS_WORD]
    assert writer.relink(Links({}, judgements=(PERSONS_WORD,)), state=writer.state(), version="3")
    left = {name: len(rows) for name, rows in tables(path).items() if rows}
    assert left == {
        "reports": 2,
        "mentions": 6,
        "statements": 3,
        "claims": 2,
        "times": 1,
        "figures": 2,
        "places": 1,
        "events": 1,
        "judgements": 1,
    }
    with open_view(path) as view:
        assert view.judgements() == [PERSONS_WORD]
        assert view.statements()[0].sources[0].entity is None


def test_a_ledger_knows_whether_it_is_linked_as_it_stands(writer: Writer) -> None:
    assert writer.linked() is None
    fill(writer)
    assert writer.linked() == (writer.state(), "3")
    writer.judge(PERSONS_WORD)
    assert writer.linked() != (writer.state(), "3")


def test_links_with_one_id_twice_are_refused_whole(writer: Writer, path: Path) -> None:
    fill(writer)
    changes = (LINKS.changes[0], replace(LINKS.changes[0], score=0.1))
    with pytest.raises(RecordError, match="two different changes were given the id ch-1"):
        writer.relink(replace(LINKS, changes=changes), state=writer.state(), version="4")
    assert writer.linked() == (writer.state(), "3")
    assert len(tables(path)["changes"]) == 1


def test_a_person_s_judgement_is_never_edited(writer: Writer) -> None:
    writer.judge(PERSONS_WORD)
    writer.judge(PERSONS_WORD)
    assert writer.person_judgements() == [PERSONS_WORD]
    with pytest.raises(RecordError, match="never changed"):
        writer.judge(replace(PERSONS_WORD, score=0.0))


def test_a_person_s_judgement_has_a_time(writer: Writer) -> None:
    with pytest.raises(RecordError, match="needs the time"):
        writer.judge(replace(PERSONS_WORD, at=None))


def test_what_fails_inside_a_transaction_leaves_nothing(writer: Writer, path: Path) -> None:
    def add_two() -> None:
        with writer.transaction():
            writer.add(document(north))
            writer.add(Document(south, b"something else"))

    with pytest.raises(RecordError):
        add_two()
    assert tables(path)["reports"] == []


def test_a_second_writer_waits_for_the_first(writer: Writer, path: Path) -> None:
    begun, added = threading.Event(), threading.Event()

    def add_south() -> None:
        with open_writer(path) as second:
            begun.set()
            second.add(document(south))
            added.set()

    other = threading.Thread(target=add_south)
    with writer.transaction():
        writer.add(document(north))
        other.start()
        begun.wait(0.2)
        assert not added.wait(0.2)
    other.join(10)
    assert len(tables(path)["reports"]) == 2


def test_a_second_writer_does_not_wait_for_ever(writer: Writer, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.1)
    with writer.transaction():
        writer.add(document(north))
        with pytest.raises(LedgerError, match="another program is writing to it"):
            open_writer(path)


def test_a_view_sees_the_ledger_as_it_was_when_it_began(writer: Writer, path: Path) -> None:
    writer.add(document(north))
    with open_view(path) as view:
        assert len(view.reports()) == 1
        writer.add(document(south))
        assert len(view.reports()) == 1
    with open_view(path) as view:
        assert len(view.reports()) == 2
