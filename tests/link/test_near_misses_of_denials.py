"""What came close to a dispute about whether it was done and is none, kept with the reason why."""

from __future__ import annotations

import pytest
from by_hand import compared

from counterclaim.annotate import annotate
from counterclaim.link import link
from counterclaim.records import Judgement, Passage, PassageKind, Report, Slot, Verdict, report_id

TOOK = "HALM - Fighters of the Northern Front took the village of Lumo on Monday, its spokesman, Ivo Kern, said. "
MORE = "The village of Lumo lies on the road to Halm, and the Northern Front has fought for the road since spring."


def _report(outlet: str, published: str, text: str) -> Report:
    id_ = report_id(outlet, None, published, None, text)
    passages = (Passage(0, len(text), text, PassageKind.PARAGRAPH),)
    head = (id_, None, None, None, None, outlet, None, None, None, None, published, None, (), "en", text, "")
    return Report(*head, passages)


def _judged(*texts: tuple[str, str, str]) -> list[Judgement]:
    reports = [_report(*text) for text in texts]
    return compared(link(reports, {report.id: annotate(report) for report in reports}), Slot.POLARITY)


@pytest.mark.parametrize(
    ("day", "published", "verdicts"),
    [("Monday", "2021-05-04", {Verdict.CONFLICT}), ("Friday", "2021-05-08", {Verdict.OTHER_INCIDENT})],
)
def test_an_attack_that_failed_on_another_day_is_a_near_miss(day: str, published: str, verdicts: set[Verdict]) -> None:
    failed = (
        f"The army repelled an attack of the Northern Front on the village of Lumo on {day}, General Ada Lund said. "
    )
    found = _judged(("Coast Herald", "2021-05-04", TOOK + MORE), ("Halm Post", published, failed + MORE))
    assert {judgement.verdict for judgement in found} == verdicts
    if Verdict.OTHER_INCIDENT in verdicts:
        (near,) = found
        assert near.reasons[-1] == "They are dated 2021-05-03 and 2021-05-07."
