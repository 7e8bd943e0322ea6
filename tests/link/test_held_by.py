"""Who holds a side: whom a report credits for its headline, nobody who only denies, each nameless voice once."""

from __future__ import annotations

from dataclasses import replace

from by_hand import Paper

from counterclaim.link.compare import Answer
from counterclaim.link.entities import link_entities
from counterclaim.link.held_by import holders_of, told_by_somebody
from counterclaim.link.pile import Pile
from counterclaim.records import Act, Evidence, Passage, PassageKind, Slot, Statement, Who

TITLE = "Fire kills nine sailors in Orrin port"
BODY = "Nine sailors were killed when fire broke out in the port of Orrin, the coast guard said."
GUARD = Who(None, "the coast guard")


def pile_of(*papers: Paper, title: str | None = None) -> Pile:
    """The pile of some reports, the first line of which is a headline if `title` is given."""
    reports = [
        replace(p.report, passages=(Passage(0, len(title), title, PassageKind.HEADLINE),)) if title else p.report
        for p in papers
    ]
    found = {p.report.id: p.found for p in papers}
    entities, _ = link_entities(reports, found, (), ())
    return Pile.of(reports, found, {r.id: r.id for r in reports}, entities)


def answer(paper: Paper, statement: Statement, words: str, *, number: int = 0) -> Answer:
    """An answer in the words of a statement."""
    at = statement.content[0]
    return Answer(f"a{number}", statement.id, words, Evidence(paper.report.id, at.start, at.end, at.text))


def headed(body: str = BODY) -> tuple[Paper, Statement, Statement]:
    """A report with a headline, the statement of the headline and that of the coast guard."""
    paper = Paper(f"{TITLE}\n\n{body}")
    return paper, paper.tells(TITLE), paper.says(body.split(", the coast")[0], GUARD)


def test_a_headline_is_held_by_whom_the_report_below_it_credits() -> None:
    paper, title, _ = headed()
    pile = pile_of(paper, title=TITLE)
    (who,) = holders_of(pile, Slot.COUNT, [answer(paper, title, "9")], [])
    assert who.name == "the coast guard"


def test_a_headline_adds_no_holder_to_what_its_report_has_from_somebody() -> None:
    paper, title, said = headed("Flames took nine lives at night, the coast guard said.")
    pile = pile_of(paper, title=TITLE)
    alone = holders_of(pile, Slot.COUNT, [answer(paper, title, "9")], [])
    both = holders_of(pile, Slot.COUNT, [answer(paper, title, "9"), answer(paper, said, "9", number=1)], [])
    assert ([w.name for w in alone], [w.name for w in both]) == (["Coast Herald"], ["the coast guard"])


def test_a_headline_holds_what_its_report_has_from_nobody_it_names() -> None:
    paper = Paper(f"{TITLE}\n\nFlames were said to have taken nine lives at night.")
    title, said = paper.tells(TITLE), paper.says("Flames were said to have taken nine lives at night")
    pile = pile_of(paper, title=TITLE)
    both = holders_of(pile, Slot.COUNT, [answer(paper, title, "9"), answer(paper, said, "9", number=1)], [])
    assert [who.name for who in both] == ["Coast Herald"]


def test_how_a_headline_calls_a_thing_is_the_choice_of_the_outlet() -> None:
    paper, title, _ = headed()
    (who,) = holders_of(pile_of(paper, title=TITLE), Slot.NAMING, [answer(paper, title, "killing")], [])
    assert who.name == "Coast Herald"


def test_who_denies_a_thing_is_not_who_says_it() -> None:
    paper = Paper("Pavel Dorn rejected the claim that the road was blocked.")
    denied = paper.says("the road was blocked", paper.who("Pavel Dorn"), cue="rejected", act=Act.DENY)
    yes, no = answer(paper, denied, "yes"), answer(paper, denied, "no", number=1)
    pile = pile_of(paper)
    assert [w.name for w in holders_of(pile, Slot.POLARITY, [yes], [no])] == ["unnamed"]
    assert [w.name for w in holders_of(pile, Slot.POLARITY, [no], [yes])] == ["Pavel Dorn"]


def test_who_denies_a_thing_adds_nobody_beside_who_says_it() -> None:
    paper = Paper("Ada Lund said the road was blocked. Pavel Dorn rejected the claim that the road was shut.")
    told = paper.says("the road was blocked", paper.who("Ada Lund"))
    denied = paper.says("the road was shut", paper.who("Pavel Dorn"), cue="rejected", act=Act.DENY)
    yes = [answer(paper, told, "yes"), answer(paper, denied, "yes", number=1)]
    no = [answer(paper, denied, "no", number=2)]
    pile = pile_of(paper)
    assert told_by_somebody(pile, Slot.POLARITY, yes, no) == yes[:1]
    assert told_by_somebody(pile, Slot.POLARITY, yes[1:], no) == yes[1:]


def test_a_nameless_voice_of_two_reports_is_named_once() -> None:
    first = Paper("Activists said that the mill burned.", outlet="A")
    second = Paper("The mill burned, activists said.", outlet="B")
    said = [
        first.says("the mill burned", Who(None, "Activists")),
        second.says("The mill burned", Who(None, "activists")),
    ]
    pile = pile_of(first, second)
    answers = [answer(p, s, "yes", number=n) for n, (p, s) in enumerate(zip((first, second), said, strict=True))]
    assert [w.name for w in holders_of(pile, Slot.POLARITY, answers, [])] == ["Activists"]
