"""What a view gives of a ledger that was built by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_samples import LINKS, NORTH, NORTH_FOUND, SOUTH_FOUND, fill, north, south

from counterclaim.records import Slot, UnknownId, UsageError, Who
from counterclaim.store import TABLES, View, check, open_view, open_writer


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    path = tmp_path_factory.mktemp("ledger") / "sample.db"
    with open_writer(path) as writer:
        fill(writer)
    with open_view(path) as opened:
        yield opened


def ids(records: list) -> list[str]:  # type: ignore[type-arg]
    return [record.id for record in records]


def test_reports_come_by_date_with_their_origin(view: View) -> None:
    assert ids(view.reports()) == ["south-report", "north-report"]
    assert [report.origin for report in view.reports()] == ["origin-2", "origin-1"]


def test_a_report_is_as_it_was_read(view: View) -> None:
    found = view.report("north-report")
    assert (found.text, found.dates, found.passages) == (north.text, north.dates, north.passages)
    assert view.original("north-report") == NORTH.encode()


def test_the_original_of_an_unknown_report(view: View) -> None:
    with pytest.raises(UnknownId, match="no report"):
        view.original("nowhere")


def test_ledger_entities_stand_in_the_place_of_the_reports_own(view: View) -> None:
    venn = view.statements("south-report")[0].sources[0]
    assert (venn.entity, venn.name) == ("e-venn", "Orla Venn")
    claim = view.claims("north-report")[0]
    assert claim.place == (Who("e-tessaly", "Tessaly"),)
    assert claim.arguments[0].who.entity == "e-tessaly"
    assert [mention.entity for mention in view.mentions("south-report")] == ["e-venn", "e-tessaly"]


def test_the_unresolved_keep_the_words_of_the_report(view: View) -> None:
    claim = view.claims("north-report")[0]
    assert claim.patient == (Who(None, "31 raiders"),)
    assert view.mentions("north-report")[3].entity is None


def test_before_linking_nobody_is_an_entity_of_the_ledger(tmp_path: Path) -> None:
    from ledger_samples import VERSION, document

    from counterclaim.store import Outcome

    with open_writer(tmp_path / "l.db") as writer:
        writer.add(document(north))
        writer.annotate([Outcome(north, NORTH_FOUND)], VERSION)
    with open_view(tmp_path / "l.db") as opened:
        assert opened.statements()[0].sources[0] == Who(None, "Orla Venn", NORTH_FOUND.statements[0].sources[0].span)
        assert opened.mentions()[0].entity is None
        assert opened.reports()[0].origin is None


def test_origin_and_incident_come_from_linking(view: View) -> None:
    assert {s.id: s.origin for s in view.statements()} == {"n-s1": "origin-1", "s-s1": "origin-2", "s-s9": "origin-2"}
    assert {claim.incident for claim in view.claims()} == {"i-1"}


def test_what_is_of_a_report_comes_in_the_order_of_its_text(view: View) -> None:
    assert ids(view.statements()) == ["n-s1", "s-s9", "s-s1"]
    assert [row["id"] for row in view.table("statements")] == ["n-s1", "s-s9", "s-s1"]


def test_disputes_come_by_score_and_are_exported_by_id(view: View) -> None:
    assert ids(view.disputes()) == ["d-2", "d-1"]
    assert [row["id"] for row in view.table("disputes")] == ["d-1", "d-2"]


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ({"who": "venn"}, ["n-s1", "s-s9"]),
        ({"who": "ORLA VENN"}, ["n-s1", "s-s9"]),
        ({"who": "e-venn"}, ["n-s1", "s-s9"]),
        ({"who": "e-old"}, ["n-s1", "s-s9"]),
        ({"who": "officials"}, ["s-s1"]),
        ({"who": "enn"}, []),
        ({"who": "nobody"}, []),
        ({"about": "Tessaly"}, ["n-s1"]),
        ({"about": "raider"}, ["n-s1", "s-s1"]),
        ({"about": "Orla Venn"}, ["n-s1"]),
        ({"about": "o_venn"}, []),
        ({"since": "2021-05-05"}, ["s-s9", "s-s1"]),
        ({"since": "2021-05-07"}, ["s-s9"]),
        ({"until": "2021-05-04"}, ["n-s1", "s-s9"]),
        ({"until": "2020"}, []),
        ({"outlet": "northern"}, ["n-s1"]),
        ({"outlet": "post", "who": "officials"}, []),
        ({"report": "south-report", "since": "2021-05-06", "until": "2021-05-06"}, ["s-s9", "s-s1"]),
    ],
)
def test_statements_are_found(view: View, wish: dict[str, str], found: list[str]) -> None:
    assert ids(view.statements(**wish)) == found


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ({"who": "Venn"}, ["n-c1"]),
        ({"who": "officials"}, ["s-c1"]),
        ({"about": "raiders"}, ["n-c1", "s-c1"]),
        ({"about": "Tessaly"}, ["n-c1"]),
        ({"until": "2021-05-03"}, ["n-c1"]),
        ({"since": "2021-05-04"}, ["s-c1"]),
        ({"outlet": "gazette"}, ["s-c1"]),
    ],
)
def test_claims_are_found(view: View, wish: dict[str, str], found: list[str]) -> None:
    assert ids(view.claims(**wish)) == found


@pytest.mark.parametrize(
    ("wish", "found"),
    [({"who": "venn"}, ["n-f1"]), ({"about": "raiders"}, ["n-f1", "s-f1"]), ({"since": "2021-05-06"}, ["s-f1"])],
)
def test_figures_are_found(view: View, wish: dict[str, str], found: list[str]) -> None:
    assert ids(view.figures(**wish)) == found


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ({"slot": "count"}, ["d-1"]),
        ({"slot": Slot.TIME}, ["d-2"]),
        ({"who": "officials"}, ["d-1"]),
        ({"who": "e-old"}, ["d-2", "d-1"]),
        ({"about": "Tessaly"}, ["d-1"]),
        ({"about": "seven"}, ["d-1"]),
        ({"since": "2021-05-05"}, ["d-1"]),
        ({"outlet": "gazette"}, ["d-1"]),
        ({"outlet": "gazette", "slot": "time"}, []),
        ({"until": "2020"}, []),
    ],
)
def test_disputes_are_found(view: View, wish: dict[str, str], found: list[str]) -> None:
    assert ids(view.disputes(**wish)) == found


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({"since": "yesterday"}, "no date"),
        ({"until": "2021-13"}, "no date"),
        ({"who": "?!"}, "no word"),
        ({"about": ""}, "no word"),
    ],
)
def test_a_wish_that_makes_no_sense_is_answered_in_a_sentence(view: View, wish: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        view.statements(**wish)


def test_a_slot_that_there_is_not(view: View) -> None:
    with pytest.raises(UsageError, match=r'no slot "colour"; it is one of agent'):
        view.disputes(slot="colour")


def test_reports_in_a_time_and_an_outlet(view: View) -> None:
    assert ids(view.reports(since="2021-05-05")) == ["south-report"]
    assert ids(view.reports(outlet="northern post")) == ["north-report"]


def test_mentions_of_an_entity(view: View) -> None:
    assert ids(view.mentions(entity="e-venn")) == ["n-m1", "n-m2", "s-m1"]


def test_near_misses_are_comparisons_without_conflict(view: View) -> None:
    assert ids(view.near_misses()) == ["j-2"]


def test_the_time_line_has_what_has_a_time(view: View) -> None:
    assert ids(view.timeline()) == ["n-c1"]


def test_events_are_claims_in_other_words(view: View) -> None:
    (event,) = view.events()
    assert (event.claim, event.type, event.date) == ("n-c1", "ASSAULT", "2021-05-03")
    assert (event.source[0].entity, event.source[0].country) == ("e-venn", "ILV")
    assert event.claimed_by[0].name == "Orla Venn"
    assert event.evidence[0].text == "her army killed 31 raiders near Tessaly"


@pytest.mark.parametrize(
    ("table", "id_", "found"),
    [
        ("reports", "north-report", "north-report"),
        ("reports", "sou", "south-report"),
        ("entities", "e-old", "e-venn"),
        ("entities", "e-vin", "e-venn"),
        ("disputes", "d-old", "d-1"),
        ("judgements", "j-3", "j-3"),
        ("events", "n-c", "n-c1"),
    ],
)
def test_records_are_found_by_id_beginning_or_alias(view: View, table: str, id_: str, found: str) -> None:
    assert view.find(table, id_).id == found


@pytest.mark.parametrize(
    ("table", "id_", "words"),
    [
        ("entities", "zzz", 'no "zzz" in entities'),
        ("entities", "", "no "),
        ("entities", "e-", "several entities .*: e-ilvane, e-tessaly, e-venn; give more"),
        ("disputes", "d", "several disputes"),
        ("disputes", "%", 'no "%"'),
    ],
)
def test_an_id_that_leads_nowhere_or_to_several(view: View, table: str, id_: str, words: str) -> None:
    with pytest.raises(UnknownId, match=words):
        view.find(table, id_)


def test_a_table_that_there_is_not(view: View) -> None:
    with pytest.raises(UsageError, match='no table "lies"; the tables are reports, entities'):
        view.table("lies")
    with pytest.raises(UsageError):
        view.find("lies", "x")


def test_every_table_is_plain_and_has_the_promised_fields(view: View) -> None:
    for name, fields in TABLES.items():
        rows = list(view.table(name))
        assert len(rows) == view.counts()[name]
        for row in rows:
            assert tuple(row) == fields
            assert json.loads(json.dumps(row)) == row


def test_python_s_from_is_spelled_out_in_exports(view: View) -> None:
    venn = next(row for row in view.table("entities") if row["id"] == "e-venn")
    expected = {"entity": "e-ilvane", "name": "Ilvane", "span": None, "unnamed": None}
    assert venn["roles"] == [{"title": "President", "of": expected, "from": "2021-05", "until": None}]
    assert next(view.table("incidents"))["from"] == "2021-05-03"


def test_figures_are_exported_as_whole_numbers_where_they_are(view: View) -> None:
    rows = {row["id"]: row for row in view.table("figures")}
    assert repr([rows["n-f1"][bound] for bound in ("low", "best", "high")]) == "[31, 31, 31]"
    assert repr([rows["s-f1"][bound] for bound in ("low", "best", "high")]) == "[None, 7, 7.5]"


def test_an_incident_is_exported_with_its_figures_by_who_claims_them(view: View) -> None:
    figures = next(view.table("incidents"))["figures"]
    assert [(one["claimed_by"][0]["name"], one["best"]) for one in figures] == [
        ("Orla Venn", 31),
        ("officials in Tessaly", 7),
    ]


def test_links_come_back_as_they_were_made(view: View) -> None:
    assert view.incidents() == list(LINKS.incidents)
    assert view.agreements() == list(LINKS.agreements)
    assert view.changes() == list(LINKS.changes)
    assert view.processes() == list(LINKS.processes)
    assert view.judgements() == list(LINKS.judgements)
    assert view.disputes(slot="count") == [LINKS.disputes[0]]


def test_times_and_places_come_back_as_they_were_found(view: View) -> None:
    assert view.times() == list(NORTH_FOUND.times)
    assert view.places("north-report") == list(NORTH_FOUND.places)
    assert view.times(south.id) == list(SOUTH_FOUND.times)


def test_a_sound_ledger_is_found_sound(view: View) -> None:
    assert check(view) == []
