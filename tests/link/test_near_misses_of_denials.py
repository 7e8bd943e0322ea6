"""What came close to a dispute about whether it was done and is none, kept with the reason why."""

from __future__ import annotations

import pytest
from by_hand import compared

from counterclaim.annotate import annotate
from counterclaim.link import link
from counterclaim.link.compare.denials.words import TAKEN_BACK
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
    return compared(link(reports, {report.id: annotate(report) for report in reports}, reading=False), Slot.POLARITY)


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


def test_who_calls_off_a_trip_telephones_nobody() -> None:
    one = "“No siren, no telephone call. We were given nothing,” said Rusa Lenk of Lumo. "
    other = "President Osk Brell on Tuesday called off a trip to the garrison of Lumo after shells landed there. "
    found = _judged(("Coast Herald", "2021-05-04", one + MORE), ("Halm Post", "2021-05-05", other + MORE))
    assert [judgement for judgement in found if judgement.verdict is Verdict.CONFLICT] == []


@pytest.mark.parametrize(
    ("words", "back"),
    [
        ("The army on Saturday withdrew its claim that Odo Reth had been killed.", True),
        ("The ministry retracted an earlier statement that the bridge was closed.", True),
        ("The army withdrew from the village, its statement said.", False),
        ("The army repeated its claim that Odo Reth had been killed.", False),
    ],
)
def test_words_that_are_taken_back_are_not_said(words: str, back: bool) -> None:
    assert (TAKEN_BACK.search(words) is not None) == back


def test_words_of_a_denial_are_not_their_own_charge_where_another_brings_one() -> None:
    text = (
        "Colonel Ines Vard died in Castor prison, the ministry said. The Harbour Council said she had been tortured. "
        "The Interior Ministry denied that any prisoner had been mistreated."
    )
    found = _judged(("Coast Herald", "2021-05-04", text))
    assert [judgement for judgement in found if judgement.verdict is Verdict.CONFLICT] == []


@pytest.mark.parametrize(("verb", "shown"), [("repeated", 1), ("withdrew", 0)])
def test_a_claim_that_was_withdrawn_is_nobodys_answer(verb: str, shown: int) -> None:
    one = "The Northern Front denied on Monday that its commander Odo Reth was dead. "
    other = f"The army on Tuesday {verb} its claim that the commander Odo Reth had been killed. "
    found = _judged(("Coast Herald", "2021-05-04", one + MORE), ("Halm Post", "2021-05-05", other + MORE))
    assert len([judgement for judgement in found if judgement.verdict is Verdict.CONFLICT]) == shown
