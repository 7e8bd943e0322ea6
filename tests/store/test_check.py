"""What `check` finds in a ledger that somebody has been at."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_samples import LINKS, PERSONS_WORD, fill

from counterclaim.store import check, open_view, open_writer

Broken = Callable[..., list[str]]


@pytest.fixture
def broken(tmp_path: Path) -> Broken:
    """Runs some SQL on a sound ledger, and says what is wrong with it then."""

    def run(*statements: str) -> list[str]:
        path = tmp_path / "l.db"
        with open_writer(path) as writer:
            fill(writer)
        with closing(sqlite3.connect(path)) as database:
            for statement in statements:
                database.execute(statement)
            database.commit()
        with open_view(path) as view:
            return check(view)

    return run


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (
            "UPDATE reports SET text = replace(text, 'Tessaly', 'Thessal') WHERE id = 'north-report'",
            'Mention n-m3 says that report north-report has "Tessaly" at 47-54; it has not.',
        ),
        (
            "UPDATE reports SET text = replace(text, '31 r', '29 r') WHERE id = 'north-report'",
            'Judgement j-1 says that report north-report has "killed 31 raiders" at 24-41; it has not.',
        ),
        (
            "UPDATE claims SET statement = 'gone' WHERE id = 's-c1'",
            "Claim s-c1 names gone as statement, which is not in the ledger.",
        ),
        (
            "UPDATE claims SET responds_to = 'gone' WHERE id = 's-c1'",
            "Claim s-c1 names gone as responds_to, which is not in the ledger.",
        ),
        (
            "UPDATE figures SET part_of = 'n-f2' WHERE id = 'n-f1'",
            "Figure n-f1 names n-f2 as part_of, which is not in the ledger.",
        ),
        (
            "UPDATE statements SET parent = 'up' WHERE id = 'n-s1'",
            "Statement n-s1 names up as parent, which is not in the ledger.",
        ),
        (
            "UPDATE mentions SET entity = 'whom' WHERE id = 'n-m1'",
            "Mention n-m1 names whom as entity, which is not in the ledger.",
        ),
        (
            "UPDATE statements SET sources = replace(sources, 'n-venn', 'n-vann') WHERE id = 'n-s1'",
            "Statement n-s1 speaks of entity n-vann, which is not in the ledger.",
        ),
        (
            "DELETE FROM statements WHERE id = 's-s1'",
            "Dispute d-1 names s-s1 as statements, which is not in the ledger.",
        ),
        (
            "DELETE FROM local_entities WHERE id = 's-tessaly'",
            "Entity e-tessaly names s-tessaly as members, which is not in the ledger.",
        ),
        ("DELETE FROM judgements WHERE id = 'j-1'", "Dispute d-1 names j-1 as judgements, which is not in the ledger."),
        (
            "UPDATE judgements SET \"left\" = 'n-c9' WHERE id = 'j-2'",
            "Judgement j-2 judges n-c9, which is not in the ledger.",
        ),
        (
            "UPDATE disputes SET sides = json_remove(sides, '$[1]') WHERE id = 'd-1'",
            "The ledger is damaged: dispute d-1 cannot be read (a dispute needs two sides); build it again from the"
            " reports.",
        ),
        (
            "DELETE FROM originals WHERE size = 64",
            "The original of report north-report is not in the ledger.",
        ),
        (
            "UPDATE originals SET compressed = x'00' WHERE size = 64",
            "The original of report north-report is not what was read: its SHA-256 differs.",
        ),
        (
            "UPDATE originals SET sha256 = 'f' WHERE size = 64",
            "The original of report north-report is not in the ledger.",
        ),
        (
            "INSERT INTO rejects VALUES ('0', 'a.txt', 1, 'why not')",
            "Reject 0 has not the id that its path, row and reason give.",
        ),
        (
            "UPDATE incidents SET reports = '[\"nowhere\"]'",
            "Incident i-1 names nowhere as reports, which is not in the ledger.",
        ),
    ],
)
def test_what_is_wrong_is_said(broken: Broken, damage: str, said: str) -> None:
    assert said in broken(damage)


def test_everything_that_is_wrong_is_said(broken: Broken) -> None:
    said = broken("UPDATE claims SET statement = 'gone'", "UPDATE figures SET claim = 'gone'")
    assert len(said) == 4


def test_evidence_in_a_report_that_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with open_writer(path) as writer:
        fill(writer)
        evidence = (replace(PERSONS_WORD.evidence[0], report="burnt"),)
        links = replace(LINKS, agreements=(replace(LINKS.agreements[0], evidence=evidence),))
        assert writer.relink(links, state=writer.state(), version="3")
    with open_view(path) as view:
        assert check(view) == ["Agreement a-1 rests on report burnt, which is not in the ledger."]


def test_a_person_s_judgement_may_outlive_what_it_judged(tmp_path: Path) -> None:
    with open_writer(tmp_path / "l.db") as writer:
        fill(writer)
        writer.judge(replace(PERSONS_WORD, left="d-gone"))
    with open_view(tmp_path / "l.db") as view:
        assert check(view) == []


def test_a_file_with_broken_pages_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with open_writer(path) as writer:
        fill(writer)
    content = bytearray(path.read_bytes())
    content[-20_000:] = b"\xff" * 20_000
    path.write_bytes(content)
    with open_view(path) as view:
        said = check(view)
    assert said
    assert all("damaged" in sentence for sentence in said)
