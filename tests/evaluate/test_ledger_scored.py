import pytest

from counterclaim import build
from counterclaim.evaluate.ledger import found_in, read_ledger
from counterclaim.records import InputError


def test_what_cannot_be_used_is_not_left_out_of_a_score(tmp_path):
    (tmp_path / "one.txt").write_text("OSTREL, June 4, 2031 (Meridian) - Nothing happened in Dorvik on Tuesday.")
    (tmp_path / "two.txt").write_bytes(b"")
    with pytest.raises(InputError, match=r"1 of the reports to be scored could not be used, as .*two\.txt"):
        found_in(tmp_path)


def test_a_ledger_is_scored_with_all_that_it_holds(tmp_path):
    (tmp_path / "one.txt").write_text("Mara Volk said on Monday that nobody was hurt, and she left for Geneva.\n")
    build(tmp_path / "one.txt", tmp_path / "a.db", workers=1)
    found = read_ledger(tmp_path / "a.db")
    (report,) = found.reports.values()
    assert "Mara Volk" in report.text
    assert {s.report for s in found.statements} <= {report.id}
    assert report.origin
