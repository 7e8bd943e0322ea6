"""Which reports come from the same words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Paper

from counterclaim.link import link
from counterclaim.records import Links, Passage, PassageKind, Report, Verdict

STORY = (
    "The ferry between the two islands stopped running on Monday after its crew refused to sail without new life "
    "jackets. The company said that it had ordered forty of them in spring and was still waiting for the parcel. "
    "About two hundred passengers spent the night in the school hall of the smaller island, where volunteers cooked "
    "soup. The harbour master promised that fishing boats would carry the sick and the old across in the morning."
)
OTHER = (
    "Farmers of the northern valley brought in a record harvest of plums this week, although hail had broken a third "
    "of the young trees in April. The co-operative opened a second drying hall and hired sixty students for a month. "
    "Prices fell by a quarter at the market, and some growers said that they would rather give the fruit away than "
    "pay for the road. The mayor invited the whole town to a feast of dumplings on Saturday evening."
)


def origins(*reports: Report) -> Links:
    return link(reports, {}, reading=False)


def report(text: str, published: str | None = "2021-05-04", outlet: str = "Coast Herald") -> Report:
    return Paper(text, published, outlet).report


def test_a_reprint_cut_at_its_end_has_the_origin_of_the_whole() -> None:
    whole, reprint = report(STORY), report(STORY[: len(STORY) * 2 // 3], "2021-05-05", "Island Radio")
    found = origins(reprint, whole)
    assert found.origins == {whole.id: whole.id, reprint.id: whole.id}
    (copy,) = found.judgements
    assert (copy.kind, copy.verdict, {copy.left, copy.right}) == ("copy", Verdict.SAME, {whole.id, reprint.id})
    assert copy.score > 0.9
    assert {evidence.report for evidence in copy.evidence} == {whole.id, reprint.id}


def test_a_reprint_with_a_line_of_its_own_in_another_case_is_one_too() -> None:
    reprint = report(f"From our desk. {STORY.upper()} Read more tomorrow.", "2021-05-05", "Island Radio")
    whole = report(STORY)
    assert origins(whole, reprint).origins[reprint.id] == whole.id


def test_reprints_of_reprints_share_one_origin_the_earliest() -> None:
    papers = [report(STORY, f"2021-05-0{day}", f"Paper {day}") for day in (7, 5, 6)]
    assert set(origins(*papers).origins.values()) == {papers[1].id}


def test_different_stories_have_origins_of_their_own() -> None:
    one, other = report(STORY), report(OTHER)
    found = origins(one, other)
    assert found.origins == {one.id: one.id, other.id: other.id}
    assert found.judgements == ()


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("The ferry has stopped.", "The ferry has stopped.", True),
        ("The ferry has stopped.", "THE FERRY: HAS STOPPED", True),
        ("The ferry has stopped.", "The ferry has not stopped.", False),
        ("Ferry.", "Ferry.", True),
        ("", "", False),
    ],
)
def test_short_reports_are_copies_only_word_for_word(left: str, right: str, same: bool) -> None:
    one, other = report(left, outlet="North Post"), report(right, outlet="South Post")
    found = origins(one, other).origins
    assert (found[one.id] == found[other.id]) is same


def test_what_pages_have_around_their_stories_makes_no_copies() -> None:
    furniture = " ".join(["Share this story with your friends on the radio and subscribe to our letter today."] * 4)
    furniture += " " + OTHER

    def page(text: str, outlet: str) -> Report:
        whole = f"{text}\n{furniture}"
        passages = (
            Passage(0, len(text), text, PassageKind.PARAGRAPH),
            Passage(len(text) + 1, len(whole), furniture, PassageKind.BOILERPLATE),
        )
        return replace(report(whole, outlet=outlet), passages=passages)

    one, other = page(STORY, "North Post"), page("The ferry has stopped.", "South Post")
    assert len(set(origins(one, other).origins.values())) == 2


def test_an_undated_report_is_not_taken_for_the_first() -> None:
    dated, undated = report(STORY, "2021-05-04"), report(STORY, None, "Island Radio")
    assert set(origins(undated, dated).origins.values()) == {dated.id}


def test_no_reports_no_links() -> None:
    assert origins() == Links(origins={})
