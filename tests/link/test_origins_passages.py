"""Passages and quotations that two reports share, and how many origins evidence has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from by_hand import Paper

from counterclaim.link.origins import Copies, find_copies
from counterclaim.records import Evidence, Judgement, Manner, Report, Span, Verdict

FERRY = (
    "The ferry between the two islands stopped running on Monday after its crew refused to sail without new life "
    "jackets. The company said that it had ordered forty of them in spring and was still waiting for the parcel. "
)
SHARED = (
    "The harbour master counted two hundred passengers who spent the night in the school hall of the smaller island. "
)
PLUMS = (
    "Farmers of the northern valley brought in a record harvest of plums this week, although hail had broken a third "
    "of the young trees in April. The co-operative opened a second drying hall and hired sixty students for a month. "
    "Prices fell by a quarter at the market, and some growers said that they would rather give the fruit away. "
)
SCHOOL = (
    "Teachers complained that lessons began an hour late because nobody had swept the classrooms. The head of the "
    "school asked the ministry for three more rooms before winter and has had no answer to her letters. "
)


def report(text: str, published: str | None = "2021-05-04", outlet: str = "Coast Herald") -> Report:
    return Paper(text, published, outlet).report


def at(of: Report, words: str) -> Span:
    start = of.text.index(words)
    return Span.of(of.text, start, start + len(words))


def same(copies: Copies, left: Report, right: Report, words: str, other: str | None = None) -> bool:
    return copies.same_origin(left.id, at(left, words), right.id, at(right, other or words))


def of_kind(copies: Copies, kind: str) -> list[Judgement]:
    return [judgement for judgement in copies.judgements if judgement.kind == kind]


@pytest.fixture
def two() -> tuple[Report, Report]:
    return report(FERRY + SHARED, "2021-05-04"), report(PLUMS + SHARED + SCHOOL, "2021-05-05", "Island Radio")


def test_a_passage_that_two_reports_share_has_one_origin_and_the_rest_has_not(two: tuple[Report, Report]) -> None:
    ferry, plums = two
    copies = find_copies(two)
    assert copies.origins == {ferry.id: ferry.id, plums.id: plums.id}
    assert same(copies, ferry, plums, "counted two hundred passengers")
    assert not same(copies, ferry, plums, "stopped running on Monday", "a record harvest of plums")
    assert copies.origin_of(plums.id, at(plums, "two hundred passengers")) == ferry.id
    assert copies.origin_of(plums.id, at(plums, "sixty students")) == plums.id


def test_a_shared_passage_is_judged_with_both_its_places(two: tuple[Report, Report]) -> None:
    ferry, plums = two
    (judgement,) = find_copies(two).judgements
    assert (judgement.kind, judgement.verdict) == ("copy of passage", Verdict.PART)
    assert (judgement.left, judgement.right) == (ferry.id, plums.id)
    assert [(e.report, e.text) for e in judgement.evidence] == [(r.id, SHARED.strip()) for r in two]
    assert "1 of 6 sentences of Island Radio of 2021-05-05 is the same as in Coast Herald" in judgement.reasons[0]


@pytest.mark.parametrize(
    ("edited", "one"),
    [
        ("The harbour master counted 200 passengers who spent the night at the school.", False),
        ("Two hundred passengers spent a night somewhere, the harbour master told our reporter by telephone.", False),
        ("The harbour master counted two hundred passengers who spent the night in the hall of the island.", True),
        ("THE HARBOUR MASTER COUNTED TWO HUNDRED PASSENGERS WHO SPENT THE NIGHT IN THE SCHOOL HALL", True),
        ("In the evening the harbour master counted two hundred passengers who spent the night in the hall.", True),
    ],
)
def test_an_edited_passage_is_still_one_and_a_paraphrase_is_not(edited: str, one: bool) -> None:
    ferry, plums = report(FERRY + SHARED), report(PLUMS + edited, "2021-05-05", "Island Radio")
    found = find_copies([ferry, plums])
    assert found.same_origin(ferry.id, at(ferry, SHARED), plums.id, at(plums, edited)) is one


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The army said that its units shelled the ridge and killed 12 men.", "killed 31 men"),
        ("Dozens of people were also hurt.", None),
    ],
)
def test_formulas_and_short_sentences_are_nobodys_passage(left: str, right: str | None) -> None:
    other = left.replace("killed 12 men", right) if right else left
    one, two = report(FERRY + left), report(PLUMS + other, outlet="Island Radio")
    assert not find_copies([one, two]).same_origin(one.id, at(one, left), two.id, at(two, other))


def test_background_that_an_outlet_repeats_for_weeks_makes_no_copies() -> None:
    background = (
        "The strait between the two islands has been closed to large ships since the storm of 2016 tore away the mole. "
        "More than 4,000 people have moved to the mainland since then, according to the register of the county. "
    )
    stories = [FERRY, PLUMS, SCHOOL, SHARED + "He gave no names and said that all of them had been fed by morning."]
    papers = [
        report(story + background, (date(2021, 5, 1) + timedelta(days=20 * n)).isoformat())
        for n, story in enumerate(stories)
    ]
    found = find_copies(papers)
    assert set(found.origins.values()) == {paper.id for paper in papers}
    assert any("background" in reason for judgement in found.judgements for reason in judgement.reasons)


def test_reports_that_a_digest_gathers_do_not_come_from_one_another() -> None:
    more = "The dock workers of the second quay went home at noon because no ship had come in for the third day. "
    ferry, plums = report(FERRY), report(SCHOOL, outlet="Island Radio")
    digest = report(PLUMS + more + FERRY + PLUMS.upper()[:5] + ". " + SCHOOL + more * 2, "2021-05-05", "The Week")
    wider = report(digest.text + " ".join(f"Page {n} has the tides of harbour {n} for day {n}." for n in range(60)))
    found = find_copies([ferry, plums, wider])
    assert found.origins[ferry.id] != found.origins[plums.id]
    assert same(found, ferry, wider, "ordered forty of them")
    assert same(found, plums, wider, "three more rooms")
    assert not found.same_origin(ferry.id, at(ferry, "ordered forty"), plums.id, at(plums, "three more rooms"))


def test_evidence_is_counted_by_where_it_first_came_from(two: tuple[Report, Report]) -> None:
    ferry, plums = two
    reprint = report(ferry.text, "2021-05-06", "South Post")
    own = report("The harbour master of the smaller island has counted 212 who slept in the school.", outlet="Gull")
    copies = find_copies([ferry, own, plums, reprint])
    passengers = [Evidence.at(r.id, at(r, "two hundred passengers")) for r in (ferry, plums, reprint)]
    assert copies.independent(passengers) == 1
    assert copies.independent([*passengers, Evidence.at(own.id, at(own, "counted 212"))]) == 2
    assert copies.independent([Evidence.at(plums.id, at(plums, "sixty students")), passengers[0]]) == 2
    assert copies.independent([]) == 0


def test_the_order_of_reports_of_one_day_changes_nothing_of_what_is_one(two: tuple[Report, Report]) -> None:
    papers = [*two, report(FERRY + SCHOOL, "2021-05-05", "South Post")]
    answers = set()
    for order in permutations(papers):
        found = find_copies(sorted(order, key=lambda r: (r.published or "", r.id)))
        answers.add((tuple(sorted(found.origins.items())), tuple(sorted(j.id for j in found.judgements))))
    assert len(answers) == 1


def quoting(text: str, words: str, speaker: str, published: str = "2021-05-04", outlet: str = "Coast Herald") -> Paper:
    paper = Paper(text, published, outlet)
    statement = paper.says(words, paper.who(speaker))
    paper.statements[:] = [replace(statement, manner=Manner.DIRECT)]
    return paper


SAID = "We ordered forty jackets and got thirty-nine"


@pytest.mark.parametrize(
    ("speaker", "words", "published", "one"),
    [
        ("Elin Dahl", SAID, "2021-05-04", True),
        ("Dahl", SAID, "2021-05-30", True),
        ("Dahl", SAID.removeprefix("We "), "2021-05-04", True),
        ("Per Holm", SAID, "2021-05-04", False),
        ("Dahl", "We will sail when the parcel is here and not a day before", "2021-05-04", False),
        ("Dahl", "not a day", "2021-05-06", True),
        ("Dahl", "not a day", "2021-06-06", False),
        ("Per Holm", "not a day", "2021-05-04", False),
    ],
)
def test_the_same_words_of_one_speaker_have_one_origin(speaker: str, words: str, published: str, one: bool) -> None:
    first_words = words if len(words) < 20 else SAID
    first = quoting(f'{FERRY} "{first_words}" said captain Elin Dahl.', f'"{first_words}"', "Elin Dahl")
    second = quoting(f'{PLUMS} At sea "{words}" is what {speaker} said.', f'"{words}"', speaker, published, "Radio")
    papers = [first.report, second.report]
    copies = find_copies(papers, {p.report.id: p.found for p in (first, second)})
    assert copies.same_origin(papers[0].id, at(papers[0], first_words), papers[1].id, at(papers[1], words)) is one
    assert copies.origins[papers[1].id] == papers[1].id
    ruled = of_kind(copies, "same quotation")
    assert [(j.left, j.right) for j in ruled] == ([(first.statements[0].id, second.statements[0].id)] if one else [])
    assert all("Elin Dahl" in j.reasons[0] for j in ruled)
