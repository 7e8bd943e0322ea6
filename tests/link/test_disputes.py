"""Disputes as views that grow: their ids, their sides, and what people have ruled."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from by_hand import Paper, count, disputed, linked, proposal
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.link.compare import Answer, Finding
from counterclaim.link.disputes import gather_disputes, reprinted
from counterclaim.link.entities import link_entities
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.records import Act, Anchor, Evidence, Judgement, Links, Slot, Span, Status, Verdict

ARVEL = proposal("Arvel", "Tosk", speaker="Pavel Dorn", published="2021-05-03", outlet="A")
TOSK = proposal("Tosk", "Arvel", speaker="Anna Bell", published="2021-05-04", outlet="B")
LATER = proposal("Tosk", "Arvel", speaker="Ivo Kern", published="2021-05-06", outlet="C")
EARLIER = proposal("Tosk", "Arvel", speaker="Mira Land", published="2021-05-01", outlet="D")
COUNTS = (
    count(31, outlet="E"),
    count(12, speaker="the army", outlet="F"),
    count(20, speaker="the police", outlet="G", published="2021-05-06"),
)
PILE = (ARVEL, TOSK, LATER, EARLIER, *COUNTS)


def ids(links: Links) -> set[str]:
    """All the names that disputes go by."""
    return {name for dispute in links.disputes for name in (dispute.id, *dispute.aliases)}


def test_several_pairs_of_one_question_are_one_dispute() -> None:
    (dispute,) = disputed(linked(ARVEL, TOSK, LATER), Slot.ROLES)
    assert len(dispute.judgements) == 2
    assert {side.answer: (len(side.statements), side.origins) for side in dispute.sides} == {
        "Arvel asked Tosk": (1, 1),
        "Tosk asked Arvel": (2, 2),
    }


def test_disputes_of_two_questions_are_two() -> None:
    links = linked(*PILE)
    assert len(disputed(links, Slot.ROLES)) == 1
    assert len(disputed(links, Slot.COUNT)) == 1
    assert [d.score for d in links.disputes] == sorted((d.score for d in links.disputes), reverse=True)


def _story(outlet: str, published: str) -> Paper:
    first, second = "Arvel asked Tosk for a truce", "Tosk asked Arvel for a truce"
    paper = Paper(
        f"{first}, Pavel Dorn said on the radio. {second}, Anna Bell answered an hour later, and nobody else who had "
        "been in the room that night wanted to tell the reporters who waited outside in the rain.",
        published,
        outlet,
    )
    arvel, tosk = paper.state("Arvel", "arvel"), paper.state("Tosk", "tosk")
    for words, who, agent, patient in ((first, "Pavel Dorn", arvel, tosk), (second, "Anna Bell", tosk, arvel)):
        statement = paper.says(words, paper.who(who))
        paper.claim(statement, "propose", "asked", agent=[agent], patient=[patient], theme="truce")
    return paper


def test_a_dispute_that_was_reprinted_is_one_dispute_of_one_origin() -> None:
    links = linked(_story("A", "2021-05-03"), _story("B", "2021-05-04"), _story("C", "2021-05-05"))
    assert len(set(links.origins.values())) == 1
    (dispute,) = disputed(links, Slot.ROLES)
    assert [side.origins for side in dispute.sides] == [1, 1]
    assert all(len(side.evidence) == 3 for side in dispute.sides)


def _denied(outlet: str, text: str = "Tosk shelled the school, Anna Bell said. Tosk denied the accusations.") -> Paper:
    paper = Paper(text, outlet=outlet)
    tosk = paper.state("Tosk", "tosk")
    charge = paper.says("Tosk shelled the school", paper.who("Anna Bell"))
    paper.claim(charge, "shell", "shelled", agent=[tosk])
    paper.says("the accusations", tosk, cue="denied", act=Act.DENY)
    return paper


def test_a_denial_that_was_reprinted_is_one_dispute_though_no_pair_joins_the_two_reports() -> None:
    (dispute,) = disputed(linked(_denied("A"), _denied("B")), Slot.POLARITY)
    assert len(dispute.judgements) == 2
    assert [side.origins for side in dispute.sides] == [1, 1]


@pytest.mark.parametrize(("words", "pairs"), [("nine died", []), ("nine died in the upper town, " * 3, [("f1", "f2")])])
def test_long_words_that_stand_below_reports_of_two_origins_are_asked_of_once(words: str, pairs: list[object]) -> None:
    pile = Pile({}, {}, {"a": "a", "b": "b"}, {})
    answers = [
        Answer(f"f{n}", "s", "9 killed", Evidence(report, 0, len(words), words)) for n, report in ((1, "a"), (2, "b"))
    ]
    assert reprinted(pile, answers) == pairs


def test_a_denial_in_another_report_of_its_own_is_another_dispute() -> None:
    other = _denied("B", "Tosk shelled the school, Anna Bell said. Tosk at once denied the accusations.")
    assert len(disputed(linked(_denied("A"), other), Slot.POLARITY)) == 2


def test_a_later_report_does_not_change_the_id() -> None:
    (before,) = disputed(linked(ARVEL, TOSK), Slot.ROLES)
    (after,) = disputed(linked(ARVEL, TOSK, LATER), Slot.ROLES)
    assert after.id == before.id
    assert set(before.aliases) <= set(after.aliases)


def test_an_earlier_report_takes_the_id_and_the_former_one_stays_an_alias() -> None:
    (before,) = disputed(linked(ARVEL, TOSK), Slot.ROLES)
    (after,) = disputed(linked(ARVEL, TOSK, EARLIER), Slot.ROLES)
    assert after.id != before.id
    assert before.id in after.aliases


@pytest.mark.parametrize("size", range(1, len(PILE) + 1))
def test_whatever_was_a_disputes_id_with_fewer_reports_leads_somewhere_with_all(size: int) -> None:
    whole = ids(linked(*PILE))
    for some in itertools.combinations(PILE, size):
        assert {dispute.id for dispute in linked(*some).disputes} <= whole


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(PILE))
def test_links_do_not_depend_on_the_order_of_the_reports(order: Sequence[Paper]) -> None:
    assert linked(*order) == linked(*PILE)


def test_every_line_of_a_dispute_is_in_its_report_and_every_judgement_is_there() -> None:
    links = linked(*PILE)
    texts = {paper.report.id: paper.text for paper in PILE}
    judgements = {judgement.id for judgement in links.judgements}
    assert links.disputes
    for dispute in links.disputes:
        assert set(dispute.judgements) <= judgements
        assert dispute.reasons
        for evidence in (e for side in dispute.sides for e in side.evidence):
            assert texts[evidence.report][evidence.start : evidence.end] == evidence.text


def _ruling(on: str, verdict: Verdict) -> Judgement:
    evidence = Evidence.at(ARVEL.report.id, Span.of(ARVEL.text, 0, 5))
    return Judgement("ruling", "dispute", on, on, verdict, 1.0, ("I asked them.",), (evidence,), "ada", at="2021-06-01")


@pytest.mark.parametrize(
    ("verdict", "status"), [(Verdict.SAME, Status.CONFIRMED), (Verdict.DIFFERENT, Status.REJECTED)]
)
def test_a_persons_ruling_sets_the_status_under_any_name_the_dispute_had(verdict: Verdict, status: Status) -> None:
    (dispute,) = disputed(linked(ARVEL, TOSK, EARLIER), Slot.ROLES)
    assert dispute.status is Status.SUGGESTED
    for name in (dispute.id, *dispute.aliases):
        (ruled,) = disputed(linked(ARVEL, TOSK, EARLIER, judged=[_ruling(name, verdict)]), Slot.ROLES)
        assert (ruled.id, ruled.status) == (dispute.id, status)


def test_a_ruling_on_something_else_changes_nothing() -> None:
    (dispute,) = disputed(linked(ARVEL, TOSK, judged=[_ruling("another", Verdict.SAME)]), Slot.ROLES)
    assert dispute.status is Status.SUGGESTED


def _set_apart(one: Paper, other: Paper) -> Judgement:
    """A person's word that the counts of two reports are accounts that differ."""
    first, second = (Evidence.at(paper.report.id, paper.figures[0].span) for paper in (one, other))
    return Judgement(
        id="apart",
        kind="compare",
        left=one.figures[0].id,
        right=other.figures[0].id,
        verdict=Verdict.CONFLICT,
        score=1.0,
        reasons=("They counted other bodies.",),
        evidence=(first, second),
        by="ada",
        slot=Slot.COUNT,
        at="2021-06-01",
        anchors=(Anchor.at(first, 1), Anchor.at(second, 2)),
    )


@pytest.mark.parametrize("others", [(), (count(12, speaker="the police", outlet="G"),)])
def test_two_equal_counts_that_a_person_sets_apart_are_two_sides(others: tuple[Paper, ...]) -> None:
    one, other = count(31, outlet="E"), count(31, speaker="the army", outlet="F")
    (dispute,) = disputed(linked(one, other, *others, judged=[_set_apart(one, other)]), Slot.COUNT)
    assert dispute.status is Status.CONFIRMED
    assert len({side.answer for side in dispute.sides}) == len(dispute.sides) == 2 + len(others)
    holders = [[who.name for who in side.holders] for side in dispute.sides if side.answer.startswith("31")]
    assert sorted(holders) == [["the army"], ["the hospital"]]


def test_the_sides_of_a_dispute_answer_its_question() -> None:
    reports, found = [p.report for p in (ARVEL, TOSK)], {p.report.id: p.found for p in (ARVEL, TOSK)}
    pile = Pile.of(reports, found, {id_: id_ for id_ in found}, link_entities(reports, found, (), ())[0])
    one, other = ARVEL.claims[0], TOSK.claims[0]
    evidence = [Evidence.at(claim.report, claim.spans[0]) for claim in (one, other)]

    def finding(score: float, question: str, *words: str) -> Finding:
        answers = [
            Answer(claim.id, claim.statement, said, place, sort=str(number))
            for number, (claim, said, place) in enumerate(zip((one, other), words, evidence, strict=True))
        ]
        between = (one.id, f"{other.id} {score}")
        judgement = judge("compare", between, Verdict.CONFLICT, score, ["They differ."], evidence, Slot.ROLES)
        return Finding(judgement, question, *answers)

    asked = finding(0.9, "Who asked whom?", "Arvel asked Tosk", "Tosk asked Arvel")
    first = finding(0.6, "Who asked first?", "Arvel asked first", "Tosk asked first")
    for findings in itertools.permutations((asked, first)):
        (dispute,) = gather_disputes(pile, findings)
        assert dispute.question == "Who asked whom?"
        assert [side.answer for side in dispute.sides] == ["Arvel asked Tosk", "Tosk asked Arvel"]
