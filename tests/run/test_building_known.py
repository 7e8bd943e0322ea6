"""What a user knows, and what a person rules, reaches the ledger through a build and stays for later ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.records import Evidence, Judgement, UnreadableInput, Verdict, content_id
from counterclaim.run import build
from counterclaim.store import check, open_view, open_writer

KNOWN = "name,kind,aliases,country\nHarbour Defence Front,group,HD Front;Jabhat al-Marfa,KEN\n"
FIRST = "Coast Herald, 4 May 2021\n\nThe HD Front shelled Dorvik, residents said. HD Front fighters left at noon.\n"
SECOND = "Coast Herald, 5 May 2021\n\nJabhat al-Marfa fighters denied it. The Jabhat al-Marfa group said it was calm.\n"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    made = {}
    for name, text in {"first.txt": FIRST, "second.txt": SECOND, "known.csv": KNOWN}.items():
        made[name.split(".")[0]] = tmp_path / name
        made[name.split(".")[0]].write_text(text)
    return made | {"ledger": tmp_path / "news.db"}


def named(ledger: Path) -> dict[str, set[str]]:
    with open_view(ledger) as view:
        assert check(view) == []
        return {entity.name: set(entity.names) for entity in view.entities()}


def test_a_file_of_known_entities_is_used_and_kept(files: dict[str, Path]) -> None:
    build(files["first"], files["ledger"], workers=1, known=files["known"])
    assert "HD Front" in named(files["ledger"])["Harbour Defence Front"]
    build(files["second"], files["ledger"], workers=1)
    assert {"HD Front", "Jabhat al-Marfa"} <= named(files["ledger"])["Harbour Defence Front"]


def test_a_file_given_later_links_a_ledger_anew_and_another_one_replaces_it(files: dict[str, Path]) -> None:
    build([files["first"], files["second"]], files["ledger"], workers=1)
    assert "Harbour Defence Front" not in named(files["ledger"])
    again = build(files["first"], files["ledger"], workers=1, known=files["known"])
    assert (again.new, again.annotated) == (0, 0)
    assert "Harbour Defence Front" in named(files["ledger"])
    files["known"].write_text("name,kind,aliases\nFront of the Port,group,HD Front\n")
    build(files["first"], files["ledger"], workers=1, known=files["known"])
    found = named(files["ledger"])
    assert "Front of the Port" in found
    assert "Harbour Defence Front" not in found


def test_a_known_file_that_cannot_be_read_stops_the_build_before_it_begins(files: dict[str, Path]) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        build(files["first"], files["ledger"], workers=1, known=files["ledger"].with_name("nothing.csv"))
    assert not files["ledger"].exists()


def test_a_persons_ruling_is_linked_by_the_next_build(files: dict[str, Path]) -> None:
    build([files["first"], files["second"]], files["ledger"], workers=1)
    with open_view(files["ledger"]) as view:
        one, other = (next(e for e in view.entities() if name in e.names) for name in ("HD Front", "Jabhat al-Marfa"))
        assert one.id != other.id
        firsts = [view.mentions(entity=entity.id)[0] for entity in (one, other)]
    ruling = Judgement(
        content_id("judgement", "ada", one.id, other.id),
        "entity",
        one.id,
        other.id,
        Verdict.SAME,
        1.0,
        ("Two names of one body.",),
        tuple(Evidence.at(mention.report, mention.span) for mention in firsts),
        "ada",
        at="2021-06-01T10:00:00Z",
    )
    with open_writer(files["ledger"]) as writer:
        writer.judge(ruling)
    build(files["first"], files["ledger"], workers=1)
    with open_view(files["ledger"]) as view:
        (joined,) = [e for e in view.entities() if {"HD Front", "Jabhat al-Marfa"} <= set(e.names)]
        assert {one.id, other.id} <= {joined.id, *joined.aliases}
        assert ruling in view.judgements()
