"""What a person rules on who is who outranks the program, and survives another reading of the reports."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Paper, linked

from counterclaim.records import Entity, EntityKind, Evidence, Judgement, Verdict, content_id


def naming(name: str, day: int, *beside: str, titles: tuple[str, ...] = ()) -> Paper:
    """A report that names somebody, beside others."""
    text = " ".join(f"{one} was there." for one in (name, *beside))
    paper = Paper(text, f"2021-05-{day:02}", f"Paper {day}")
    paper.who(name, titles=titles)
    for other in beside:
        paper.who(other)
    return paper


def local(paper: Paper, name: str) -> str:
    return next(id_ for id_, entity in paper.entities.items() if entity.name == name)


def rule(one: tuple[Paper, str], other: tuple[Paper, str], verdict: Verdict, at: str = "2021-06-01") -> Judgement:
    """A person's word on two names in two reports."""
    sides = [(paper, local(paper, name), paper.span(name)) for paper, name in (one, other)]
    return Judgement(
        content_id("judgement", sides[0][1], sides[1][1], verdict.value, at),
        "entity",
        sides[0][1],
        sides[1][1],
        verdict,
        1.0,
        ("I know them.",),
        tuple(Evidence.at(paper.report.id, span) for paper, _, span in sides),
        "ada",
        at=at,
    )


def groups(*papers: Paper, judged: tuple[Judgement, ...] = ()) -> set[frozenset[str]]:
    """The names of each entity."""
    return {frozenset(entity.names) for entity in linked(*papers, judged=judged).entities}


def owners(*papers: Paper, name: str, judged: tuple[Judgement, ...] = ()) -> list[Entity]:
    """Who is called so in each report, in order."""
    found = linked(*papers, judged=judged).entities
    return [next(e for e in found if local(paper, name) in e.members) for paper in papers]


def test_a_person_joins_two_names_that_have_nothing_in_common() -> None:
    one, other = naming("Jane Otieno", 1), naming("Mama Simba", 2)
    assert len(groups(one, other)) == 2
    yes = rule((one, "Jane Otieno"), (other, "Mama Simba"), Verdict.SAME)
    assert groups(one, other, judged=(yes,)) == {frozenset({"Jane Otieno", "Mama Simba"})}


def test_a_person_splits_two_names_that_the_program_joins() -> None:
    one, other = naming("Viktor Karpovich", 1), naming("Viktor Karpovitch", 2)
    assert len(groups(one, other)) == 1
    no = rule((one, "Viktor Karpovich"), (other, "Viktor Karpovitch"), Verdict.DIFFERENT)
    links = linked(one, other, judged=(no,))
    assert len(links.entities) == 2
    assert not [j for j in links.judgements if j.kind == "entity"]


def test_a_split_holds_against_a_way_round() -> None:
    papers = [naming("Viktor Karpovich", 1), naming("Viktor Karpovitch", 2), naming("Viktor Karpovitsh", 3)]
    assert len(groups(*papers)) == 1
    no = rule((papers[0], "Viktor Karpovich"), (papers[2], "Viktor Karpovitsh"), Verdict.DIFFERENT)
    found = groups(*papers, judged=(no,))
    assert len(found) == 2
    assert not any({"Viktor Karpovich", "Viktor Karpovitsh"} <= names for names in found)


def test_a_person_splits_two_who_are_called_alike() -> None:
    papers = [
        naming("Jane Otieno", 1, "Ruth Kamau"),
        naming("Jane Otieno", 2, "Ali Hassan"),
        naming("Jane Otieno", 3, "Ali Hassan"),
        naming("Jane Otieno", 4, "Ruth Kamau"),
        naming("Jane Otieno", 5),
    ]
    no = rule((papers[0], "Jane Otieno"), (papers[1], "Jane Otieno"), Verdict.DIFFERENT)
    first, second, third, fourth, fifth = owners(*papers, name="Jane Otieno", judged=(no,))
    assert first.id != second.id
    assert third.id == second.id, "who is named beside Ali Hassan is the second"
    assert fourth.id == fifth.id == first.id, "who has no company is the first"


def test_an_office_tells_who_of_two_is_meant() -> None:
    papers = [
        naming("Jane Otieno", 1, titles=("judge",)),
        naming("Jane Otieno", 2, titles=("general",)),
        naming("Jane Otieno", 3, titles=("general",)),
    ]
    no = rule((papers[0], "Jane Otieno"), (papers[1], "Jane Otieno"), Verdict.DIFFERENT)
    one, two, three = owners(*papers, name="Jane Otieno", judged=(no,))
    assert one.id != two.id == three.id


def test_three_who_are_called_alike() -> None:
    papers = [naming("Jane Otieno", day) for day in (1, 2, 3)]
    pairs = [(0, 1), (1, 2), (0, 2)]
    judged = tuple(rule((papers[a], "Jane Otieno"), (papers[b], "Jane Otieno"), Verdict.DIFFERENT) for a, b in pairs)
    assert len({e.id for e in owners(*papers, name="Jane Otieno", judged=judged)}) == 3


def test_the_later_ruling_counts() -> None:
    one, other = naming("Jane Otieno", 1), naming("Mama Simba", 2)
    yes = rule((one, "Jane Otieno"), (other, "Mama Simba"), Verdict.SAME, at="2021-06-01")
    no = rule((one, "Jane Otieno"), (other, "Mama Simba"), Verdict.DIFFERENT, at="2021-06-02")
    assert len(groups(one, other, judged=(yes, no))) == 2
    again = rule((one, "Jane Otieno"), (other, "Mama Simba"), Verdict.SAME, at="2021-06-03")
    assert len(groups(one, other, judged=(again, no, yes))) == 1


def test_a_ruling_on_an_entity_of_the_ledger_is_on_its_first_member() -> None:
    papers = [naming("Jane Otieno", 1), naming("Jane Otieno", 2), naming("Mama Simba", 3)]
    (jane, _), other = owners(*papers[:2], name="Jane Otieno"), papers[2]
    yes = replace(rule((papers[0], "Jane Otieno"), (other, "Mama Simba"), Verdict.SAME), left=jane.id)
    assert len(groups(*papers, judged=(yes,))) == 1


def test_a_ruling_is_found_again_by_its_words_when_ids_changed() -> None:
    one, other = naming("Jane Otieno", 1), naming("Mama Simba", 2)
    yes = replace(
        rule((one, "Jane Otieno"), (other, "Mama Simba"), Verdict.SAME), left="an earlier id", right="another one"
    )
    assert len(groups(one, other, judged=(yes,))) == 1


def test_a_ruling_on_a_report_that_is_not_there_waits() -> None:
    one, other, third = naming("Jane Otieno", 1), naming("Mama Simba", 2), naming("Ruth Kamau", 3)
    yes = rule((one, "Jane Otieno"), (other, "Mama Simba"), Verdict.SAME)
    assert groups(one, third, judged=(yes,)) == groups(one, third)


@pytest.mark.parametrize("kind", ["dispute", "copy"])
def test_rulings_of_another_kind_say_nothing_of_entities(kind: str) -> None:
    one, other = naming("Jane Otieno", 1), naming("Mama Simba", 2)
    yes = replace(rule((one, "Jane Otieno"), (other, "Mama Simba"), Verdict.SAME), kind=kind)
    assert len(groups(one, other, judged=(yes,))) == 2


def test_statements_follow_a_split() -> None:
    """Disputes and all else that asks for an entity see the split."""
    one, other = naming("Viktor Karpovich", 1), naming("Viktor Karpovitch", 2)
    no = rule((one, "Viktor Karpovich"), (other, "Viktor Karpovitch"), Verdict.DIFFERENT)
    (first,) = owners(one, name="Viktor Karpovich", judged=(no,))
    assert first.kind is EntityKind.PERSON
    assert first.members == (local(one, "Viktor Karpovich"),)
