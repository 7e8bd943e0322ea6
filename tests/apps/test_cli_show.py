"""What `counterclaim show` prints, as a person or a script reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import small_ledger
from small_ledger import AGREEMENT, CHANGE, COUNT_DISPUTE, INCIDENT, NEAR_MISS, PROCESS, ROLES_DISPUTE

from counterclaim.apps.asking import FILTERS, NONE_FOUND
from counterclaim.apps.cli.app import What, run
from counterclaim.apps.cli.show.across import when_of
from counterclaim.apps.lookup import Lookup
from counterclaim.store import open_view

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
BOXES = re.compile("[\u2500-\u259f]")
FACTS = {
    "disputes": ("Who asked whom for a truce?", "roles", "suggested", "score 0.91", "Tosk asked Arvel", "Anna Berg"),
    "agreements": (
        "People were killed in Oldbridge.",
        "2 independent origins",
        "health ministry (via hospital staff)",
        "“Twelve people died in Oldbridge on Sunday”",
    ),
    "statements": (
        "Anna Berg (via Coast Radio), Coast Radio, 2021-05-04 Tue: said “Tosk had asked Arvel for a truce”",
    ),
    "figures": (
        "how many: at least 31; words: “At least 31”; of: civilians",
        "as of: 2021-05-02 Sun",
        "said by: police",
    ),
    "timeline": ("2021-05-02 Sun", "“Twelve people died in Oldbridge on Sunday”"),
    "incidents": ("People killed in Oldbridge", "2 origins"),
    "changes": ("Pavel Dorn: Will the talks go on?", "2021-05-04 Tue: yes", "2021-05-09 Sun: no"),
    "processes": ("Truce between Arvel and Tosk", "2021-05  proposed by Tosk, if the shelling stops (says Anna Berg)"),
    "entities": ("Foreign Minister of Arvel", "kind: person"),
    "reports": ("outlet: Tosk Wire", "date: undated", "path: in/herald.txt"),
    "near-misses": ("compatible", "One is about a truce, the other about people killed."),
    "judgements": ("Nobody has said anything of this ledger yet.",),
    "orphaned": ("Every word of a person still rests on what it was said of.",),
    "rejects": ("in/picture.png", "it is a picture; give a text, a page or a table."),
}


def show(capsys: pytest.CaptureFixture[str], ledger: Path, *arguments: str) -> str:
    """What is printed; it must have gone well."""
    assert run(["show", str(ledger), *arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


@pytest.mark.parametrize("what", What)
def test_a_list_has_the_facts_in_plain_lines(capsys: pytest.CaptureFixture[str], ledger: Path, what: str) -> None:
    printed = show(capsys, ledger, what)
    for fact in FACTS[what]:
        assert fact in printed
    assert not BOXES.search(printed)
    assert not ESCAPES.search(printed)
    assert "\t" not in printed
    assert all(line == line.rstrip() for line in printed.splitlines())


def test_disputes_are_what_is_shown_if_nothing_is_named(capsys: pytest.CaptureFixture[str], ledger: Path) -> None:
    assert show(capsys, ledger) == show(capsys, ledger, "disputes")


def test_a_dispute_in_the_list_has_each_side_with_one_piece_of_evidence(
    capsys: pytest.CaptureFixture[str], ledger: Path
) -> None:
    first = show(capsys, ledger).split("\n\n")[1].splitlines()
    report = small_ledger.WIRE_REPORT.id[:10]
    assert first[-4:] == [
        "  2. Arvel asked Tosk",
        "    Pavel Dorn (1 origin)",
        "    “It was Arvel that asked us for a truce”",
        f"    Tosk Wire, 2021-05-04 Tue, report {report}",
    ]


@pytest.mark.parametrize(
    ("what", "id_", "facts"),
    [
        (
            "disputes",
            ROLES_DISPUTE.id[:6],
            (
                "Foreign Minister Anna Berg said on Monday that [[Tosk had asked Arvel for a truce]].",
                "The accounts differ on who did it to whom.",
                "- Both speak of one truce in May 2021.",
                "(same origin as Coast Radio)",
                ROLES_DISPUTE.id,
            ),
        ),
        ("disputes", ROLES_DISPUTE.aliases[0], (ROLES_DISPUTE.question,)),
        ("disputes", COUNT_DISPUTE.id, (f"incident: {INCIDENT.id}",)),
        (
            "statements",
            small_ledger.ANNOTATIONS[small_ledger.HERALD_REPORT.id].statements[2].id,
            ("setting: in an interview",),
        ),
        (
            "statements",
            small_ledger.ANNOTATIONS[small_ledger.HERALD_REPORT.id].statements[3].id,
            ("killed; where: Oldbridge",),
        ),
        (
            "statements",
            small_ledger.ANNOTATIONS[small_ledger.HOSTILE_REPORT.id].statements[0].id,
            ("source: an unnamed official",),
        ),
        (
            "figures",
            small_ledger.ANNOTATIONS[small_ledger.WIRE_REPORT.id].figures[0].id,
            ("12 people", "[[Twelve people]] died"),
        ),
        (
            "timeline",
            small_ledger.ANNOTATIONS[small_ledger.WIRE_REPORT.id].claims[0].id,
            ("who: Arvel; to whom: Tosk",),
        ),
        (
            "incidents",
            INCIDENT.id,
            ("at least 31 civilians: health ministry (via hospital staff)", COUNT_DISPUTE.question),
        ),
        ("incidents", INCIDENT.id, ("Independent origins agree", f"{AGREEMENT.id[:10]}  {AGREEMENT.claim}")),
        (
            "agreements",
            AGREEMENT.id[:6],
            (
                "[[At least 31 civilians were killed in Oldbridge on Sunday]]",
                "told by: health ministry (via hospital staff) and police",
                f"incident: {INCIDENT.id}",
                "Tosk Wire, 2021-05-04 Tue: Tosk never asked",
            ),
        ),
        ("changes", CHANGE.id, ("[[The talks will go on on Friday.]]", "He answers the same question")),
        ("processes", PROCESS.id, ("parties: Arvel and Tosk", "undated  accepted by Arvel")),
        ("entities", small_ledger.BERG.id, ("4 statements", ROLES_DISPUTE.question)),
        (
            "reports",
            small_ledger.REPRINT.id,
            ("words of: Arvel Herald", "same origin as: Arvel Herald, 2021-05-03 Mon", "Share this"),
        ),
        (
            "near-misses",
            NEAR_MISS.id,
            ("[[At least 31 civilians were killed in Oldbridge on Sunday]]", "judged by: link 1"),
        ),
    ],
)
def test_one_of_them_is_shown_whole(
    capsys: pytest.CaptureFixture[str], ledger: Path, what: str, id_: str, facts: tuple[str, ...]
) -> None:
    printed = show(capsys, ledger, what, id_)
    for fact in facts:
        assert fact in printed


@pytest.mark.parametrize(
    ("arguments", "there", "absent"),
    [
        (["disputes", "--slot", "count"], "How many people", "Who asked"),
        (["disputes", "--who", "police"], "How many people", "Who asked"),
        (["agreements", "--who", "police", "--about", "killed"], "People were killed", "Nothing"),
        (["agreements", "--who", "berg"], "Nothing here fits", "People were killed"),
        (["agreements", "--outlet", "tosk", "--since", "2021-05-04"], "People were killed", "Nothing"),
        (["agreements", "--until", "2021-05-02"], "Nothing here fits", "People were killed"),
        (["statements", "--who", "berg", "--outlet", "herald"], "Anna Berg, Arvel Herald", "Coast Radio"),
        (["statements", "--since", "2021-05-04"], "Pavel Dorn", "Arvel Herald"),
        (["figures", "--about", "civilians"], "at least 31", "how many: 12"),
        (["timeline", "--outlet", "tosk"], "Twelve", "At least"),
        (["entities", "--who", "bridge"], "Nothing here fits what was asked for (who bridge).", "Berg"),
        (["entities", "--who", "oldb"], "Oldbridge", "Berg"),
        (["reports", "--until", "2021-05-03"], "Arvel Herald", "Tosk Wire"),
        (["reports", "--about", "onerror"], "undated", "Herald"),
        (["incidents", "--about", "oldbridge", "--outlet", "tosk", "--since", "2021"], "People killed", "Nothing"),
        (["incidents", "--outlet", "coast"], "Nothing here fits", "People killed"),
        (["changes", "--who", "dorn", "--until", "2021-05-04"], "Will the talks", "Nothing"),
        (["processes", "--about", "ceasefire", "--who", "Tosk"], "Truce between", "Nothing"),
        (["processes", "--since", "2022"], "Nothing here fits", "Truce"),
        (["near-misses", "--slot", "count", "--about", "killed"], "compatible", "Nothing"),
        (["near-misses", "--slot", "roles"], "Nothing here fits", "compatible"),
    ],
)
def test_filters_choose(
    capsys: pytest.CaptureFixture[str], ledger: Path, arguments: list[str], there: str, absent: str
) -> None:
    printed = show(capsys, ledger, *arguments)
    assert there in printed
    assert absent not in printed


@pytest.mark.parametrize("what", What)
def test_where_there_is_nothing_one_sentence_says_so(
    capsys: pytest.CaptureFixture[str], empty_ledger: Path, what: str
) -> None:
    assert show(capsys, empty_ledger, what) == NONE_FOUND[what] + "\n"


def test_what_is_left_out_is_counted(capsys: pytest.CaptureFixture[str], ledger: Path) -> None:
    printed = show(capsys, ledger, "statements", "--limit", "2").splitlines()
    assert len(printed) == 4
    assert printed[-1] == "10 more; --limit 12 prints them all."
    assert len(show(capsys, ledger, "statements", "--limit", "12").splitlines()) == 12


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["rejects", "--who", "x"], "rejects cannot be filtered by who; they take no filters"),
        (["statements", "--slot", "count"], "statements cannot be filtered by slot"),
        (["disputes", "--slot", "colour"], "'--slot'"),
        (["statements", "--since", "yesterday"], '"yesterday" is no date'),
        (["statements", "--since", "2022", "--until", "2021"], "since 2022 is later than until 2021"),
        (["disputes", "--limit", "0"], "'--limit'"),
        (["disputes", "abc", "--limit", "3"], "--limit chooses among many"),
        (["rejects", "abc"], "have no ids"),
        (["opinions"], "'opinions'"),
        (["statements", "--colour"], "--colour"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_2(
    capsys: pytest.CaptureFixture[str], ledger: Path, arguments: list[str], sentence: str
) -> None:
    assert run(["show", str(ledger), *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sentence in captured.err
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize(
    ("id_", "sentence"), [("ffffffff", 'there is no "ffffffff" in statements'), ("", 'there is no ""')]
)
def test_an_id_that_leads_nowhere_is_said(
    capsys: pytest.CaptureFixture[str], ledger: Path, id_: str, sentence: str
) -> None:
    assert run(["show", str(ledger), "statements", id_]) == 1
    assert sentence in capsys.readouterr().err


def test_a_terminal_gets_colours_and_sides_beside_each_other(
    capsys: pytest.CaptureFixture[str], ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("NO_COLOR", raising=False)
    printed = show(capsys, ledger, "disputes")
    assert "\x1b[1m" in printed
    plain = ESCAPES.sub("", printed)
    assert any("1. Tosk asked Arvel" in line and "2. Arvel asked Tosk" in line for line in plain.splitlines())
    table = ESCAPES.sub("", show(capsys, ledger, "figures")).splitlines()
    assert table[0].split() == ["id", "how", "many", "words", "of", "happened", "as", "of", "said", "by", "report"]


def test_no_color_is_respected(
    capsys: pytest.CaptureFixture[str], ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", show(capsys, ledger, "disputes"))


def test_report_text_cannot_steer_a_terminal(
    capsys: pytest.CaptureFixture[str], ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    printed = show(capsys, ledger, "reports", small_ledger.HOSTILE_REPORT.id)
    assert "\ufffd[31mnothing\ufffd[0m" in printed
    assert '<script>alert("x")</script>' in printed


def test_every_what_has_its_filters() -> None:
    assert set(FILTERS) == set(NONE_FOUND) == set(What)


@pytest.mark.parametrize(
    ("since", "when"),
    [("2021-05-02", "2021-05-02 Sun"), ("2021-05", "2021-05"), (None, "undated, told 2021-05-03 Mon")],
)
def test_an_undated_incident_says_when_it_was_first_told(ledger, since, when):
    with open_view(ledger) as view:
        assert when_of(Lookup(view), replace(INCIDENT, since=since, until=since)) == when
