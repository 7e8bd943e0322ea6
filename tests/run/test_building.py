"""A build in one go and in parts, on one process and on several, gives the same ledger."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import fake_steps
import pytest
from fake_steps import FAKE

from counterclaim.records import LedgerError, Links, NotALedger, Report, UsageError
from counterclaim.run import BuildSummary, Steps, build
from counterclaim.run.annotating import SHARD_CHARACTERS, SHARD_REPORTS, shards
from counterclaim.store import Pending, check, open_view, open_writer

LINES = [f"Paper {n % 3}: Report {n} tells something. It was {n % 7} of them, dated {n}." for n in range(40)]
LINES[7] = "bad line in the middle"
LINES[11] = "Zeitung: Guten Tag sagte sie."
LINES[13] = "Paper 1: Nobody knows when."


def exports(ledger: Path) -> str:
    """All tables, as an export would write them."""
    with open_view(ledger) as view:
        assert check(view) == []
        return "\n".join(json.dumps([name, row]) for name in view.counts() for row in view.table(name))


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for part in range(4):
        (folder / f"{part}.txt").write_text("\n".join(LINES[part * 10 : part * 10 + 10]))
    return folder


@pytest.fixture
def whole(pile: Path, tmp_path: Path) -> str:
    """The exports of the pile, built in one go in one process."""
    build([pile], tmp_path / "whole.db", workers=1, steps=FAKE)
    return exports(tmp_path / "whole.db")


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "log"
    path.touch()
    monkeypatch.setenv(fake_steps.LOG, str(path))
    return path


def test_the_summary_counts(pile: Path, tmp_path: Path) -> None:
    summary = build(pile, tmp_path / "l.db", steps=FAKE, workers=1)
    assert summary == BuildSummary(39, 39, 2, 1, 1, 39, 1, summary.seconds, compared=3, claims=summary.claims)
    again = build(str(pile), tmp_path / "l.db", steps=FAKE)
    assert again == BuildSummary(39, 0, 2, 1, 1, 0, 1, again.seconds)


def test_a_report_met_twice_is_read_once(pile: Path, tmp_path: Path) -> None:
    summary = build([pile, pile / "1.txt"], tmp_path / "l.db", steps=FAKE, workers=1)
    assert (summary.read, summary.new) == (39, 39)


@pytest.mark.parametrize("workers", [2, 3])
def test_any_number_of_workers_gives_the_same_ledger(pile: Path, tmp_path: Path, whole: str, workers: int) -> None:
    build([pile], tmp_path / "l.db", workers=workers, steps=FAKE)
    assert exports(tmp_path / "l.db") == whole


@pytest.mark.parametrize("order", ["0123", "3210", "2031", "1122003"])
def test_any_parts_in_any_order_give_the_same_ledger(pile: Path, tmp_path: Path, whole: str, order: str) -> None:
    for part in order:
        build([pile / f"{part}.txt"], tmp_path / "l.db", workers=1, steps=FAKE)
    assert exports(tmp_path / "l.db") == whole


def test_building_twice_changes_nothing_and_does_nothing(pile: Path, tmp_path: Path, whole: str, log: Path) -> None:
    build([pile], tmp_path / "whole.db", steps=FAKE)
    assert exports(tmp_path / "whole.db") == whole
    assert log.read_text() == ""


def test_adding_a_report_annotates_that_one(pile: Path, tmp_path: Path, whole: str, log: Path) -> None:
    (pile / "4.txt").write_text("Paper 9: One more, dated today.")
    summary = build([pile], tmp_path / "whole.db", steps=FAKE)
    assert (summary.read, summary.new, summary.annotated) == (40, 1, 1)
    assert len(log.read_text().splitlines()) == 2  # one report, and linking
    assert exports(tmp_path / "whole.db") != whole


def test_another_version_of_a_step_is_run_anew(pile: Path, tmp_path: Path, whole: str, log: Path) -> None:
    build([pile], tmp_path / "whole.db", workers=1, steps=Steps(FAKE.read, FAKE.annotate, FAKE.link, "1", "2"))
    assert log.read_text().splitlines() == ["link"]
    build([pile], tmp_path / "whole.db", workers=1, steps=Steps(FAKE.read, FAKE.annotate, FAKE.link, "2", "2"))
    assert len(log.read_text().splitlines()) == 1 + 38 + 1
    assert exports(tmp_path / "whole.db") == whole


def test_other_languages_are_kept_and_not_annotated(pile: Path, tmp_path: Path, whole: str) -> None:
    with open_view(tmp_path / "whole.db") as view:
        (german,) = (report for report in view.reports() if report.language == "de")
        assert view.statements(german.id) == []
        assert german.origin is not None


def test_rejects_are_in_the_ledger(pile: Path, tmp_path: Path, whole: str) -> None:
    with open_view(tmp_path / "whole.db") as view:
        (reject,) = view.rejects()
    assert (reject.path, reject.row, reject.reason) == (str(pile / "0.txt"), 8, LINES[7])


def test_nothing_to_read_leaves_a_ledger_with_the_reason(tmp_path: Path) -> None:
    summary = build(["missing"], tmp_path / "l.db", steps=FAKE)
    assert (summary.read, summary.rejected) == (0, 1)
    with open_view(tmp_path / "l.db") as view:
        assert [reject.path for reject in view.rejects()] == ["missing"]


def test_a_ledger_inside_the_folder_that_is_read(pile: Path, tmp_path: Path, whole: str) -> None:
    for _ in range(2):
        summary = build([pile], pile / "inside.db", workers=1, steps=FAKE)
        assert summary.rejected == 1
    assert exports(pile / "inside.db") == whole


def test_a_text_that_cannot_be_stored_is_a_reject(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Paper: Caf\xe9.\nPaper: Tea.")
    summary = build([tmp_path / "a.txt"], tmp_path / "l.db", steps=FAKE)
    assert (summary.read, summary.rejected) == (1, 1)
    with open_view(tmp_path / "l.db") as view:
        (reject,) = view.rejects()
    assert "save it as UTF-8 again" in reject.reason


def test_something_else_in_the_ledger_s_place(pile: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("my notes")
    with pytest.raises(NotALedger):
        build([pile], tmp_path / "notes.txt", steps=FAKE)
    assert (tmp_path / "notes.txt").read_text() == "my notes"


def test_no_workers_can_do_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="0 workers"):
        build([], tmp_path / "l.db", workers=0, steps=FAKE)
    assert not (tmp_path / "l.db").exists()


def test_progress_is_told_from_beginning_to_end(pile: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    build([pile], tmp_path / "l.db", workers=1, steps=FAKE, progress=lambda *what: told.append(what))
    assert [told[0], told[-1]] == [("read", 39, 39), ("link", 1, 1)]
    done = [what[1] for what in told if what[0] == "annotate"]
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0, 38)


def test_two_builds_at_once_give_the_ledger_of_both(pile: Path, tmp_path: Path, whole: str) -> None:
    ledger = tmp_path / "l.db"
    halves = [[pile / "0.txt", pile / "1.txt"], [pile / "2.txt", pile / "3.txt"]]
    builds = [
        threading.Thread(target=build, args=(half, ledger), kwargs={"workers": 1, "steps": FAKE}) for half in halves
    ]
    for one in builds:
        one.start()
    for one in builds:
        one.join()
    assert exports(ledger) == whole


def test_links_of_a_ledger_that_grew_meanwhile_are_made_again(pile: Path, tmp_path: Path, whole: str) -> None:
    ledger = tmp_path / "l.db"
    rest = [pile / "3.txt"]

    def link(reports: list[Report], annotations: object, judged: object, known: object, kept: object) -> Links:
        if rest:
            build([rest.pop()], ledger, workers=1, steps=FAKE)
        return fake_steps.link(reports, annotations, judged)  # type: ignore[arg-type]

    steps = Steps(FAKE.read, FAKE.annotate, link, "1", "1")  # type: ignore[arg-type]
    build([pile / f"{part}.txt" for part in range(3)], ledger, workers=1, steps=steps)
    assert exports(ledger) == whole


def test_a_ledger_that_never_stops_growing(pile: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.db"
    count = iter(range(1000))

    def link(reports: object, annotations: object, judged: object, known: object, kept: object) -> Links:
        (tmp_path / "more.txt").write_text(f"Paper: More and more, {next(count)}.")
        with open_writer(ledger) as writer:
            (document,) = fake_steps.read([str(tmp_path / "more.txt")])
            writer.add(document)  # type: ignore[arg-type]
            from counterclaim.store import Outcome

            writer.annotate([Outcome(document.report, fake_steps.annotate(document.report))], "1")  # type: ignore[union-attr]
        return Links({})

    with pytest.raises(LedgerError, match="keeps adding reports"):
        build([pile], ledger, workers=1, steps=Steps(FAKE.read, FAKE.annotate, link, "1", "1"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lengths", "sizes"),
    [
        ([], []),
        ([10] * 20, [8, 8, 4]),
        ([30_000, 9_000, 2_000], [2, 1]),
        ([90_000, 90_000, 1], [1, 1, 1]),
    ],
)
def test_shards_are_of_a_bearable_size(lengths: list[int], sizes: list[int]) -> None:
    pending = [Pending(str(at), "en", length) for at, length in enumerate(lengths)]
    cut = list(shards(pending))
    assert [len(shard) for shard in cut] == sizes
    assert [report for shard in cut for report in shard] == [one.report for one in pending]
    assert all(len(shard) <= SHARD_REPORTS for shard in cut)
    assert SHARD_CHARACTERS == 40_000
