"""A number that a report gives twice, and two numbers that are two states of one toll."""

from __future__ import annotations

from by_hand import Paper, compared, count, disputed, linked

from counterclaim.records import EntityKind, Figure, Happened, Judgement, Slot, Verdict, Who

COUNT = Slot.COUNT
RAID = "by shelling in Dorvik"


def tell(paper: Paper, words: str, number: int, *, by: Who | None = None, of: str = "people") -> Figure:
    """A number of killed that a sentence of a report gives, of a body or of its own."""
    statement = paper.says(words, by, cue=None) if by else paper.tells(words)
    place = [paper.place("Dorvik")] if "Dorvik" in words else []
    claim = paper.claim(statement, "kill", "killed", place=place, time="2021-05-03" if "Dorvik" in words else None)
    return paper.figure(claim, f"{number} {of}", number, number, number, of=of)


def between(*papers: Paper) -> set[tuple[Verdict, str]]:
    """The verdicts on numbers of two reports with the last reason."""
    found: list[Judgement] = compared(linked(*papers), COUNT)
    return {(j.verdict, j.reasons[-1]) for j in found if len({e.report for e in j.evidence}) > 1}


def test_a_number_that_a_report_gives_of_a_body_elsewhere_is_held_by_it() -> None:
    paper = Paper(f"31 people were killed {RAID}. In the raid 31 persons were killed, the monitor said.", outlet="B")
    monitor = paper.who("the monitor", EntityKind.ORGANIZATION)
    tell(paper, f"31 people were killed {RAID}", 31)
    tell(paper, "In the raid 31 persons were killed", 31, by=monitor, of="persons")
    (dispute,) = disputed(linked(paper, count(12, speaker="the army", outlet="C")), COUNT)
    held = {side.answer: {who.name for who in side.holders} for side in dispute.sides}
    assert held["31 killed"] == {"the monitor"}


def test_a_number_that_the_other_report_gives_as_an_earlier_one_is_overtaken() -> None:
    early = "An earlier toll said 15 people were killed"
    paper = Paper(f"18 people were killed {RAID}. {early}.", outlet="B")
    tell(paper, f"18 people were killed {RAID}", 18)
    tell(paper, early, 15)
    first = count(15, outlet="A")
    assert Verdict.CONFLICT not in {verdict for verdict, _ in between(first, paper)}
    assert any("overtaken" in why for _, why in between(first, paper))


def test_one_of_the_injured_may_have_died() -> None:
    def both(killed: int, hurt: int, outlet: str, speaker: str) -> Paper:
        words = f"{killed} people were killed {RAID} and {hurt} persons were injured"
        paper = Paper(f"{words}, {speaker} said.", outlet=outlet)
        place, told = paper.place("Dorvik"), paper.says(words, paper.who(speaker, EntityKind.ORGANIZATION))
        claim = paper.claim(told, "kill", "killed", place=[place], time="2021-05-03")
        paper.figure(claim, f"{killed} people", killed, killed, killed)
        injured = f"{hurt} persons"
        paper.figure(claim, injured, hurt, hurt, hurt, of="persons", happened=Happened.INJURED)
        return paper

    first = both(2, 10, "A", "the hospital")
    assert {verdict for verdict, _ in between(first, both(3, 9, "B", "the army"))} == {Verdict.UPDATE}
    assert Verdict.CONFLICT in {verdict for verdict, _ in between(first, both(6, 9, "B", "the army"))}


def test_what_is_left_from_before_a_toll_mounted_is_no_other_account() -> None:
    def under(headline: str) -> list[Verdict]:
        paper = Paper(f"{headline}. 90 people were killed {RAID}. The monitor counted 24 persons killed.")
        tell(paper, f"90 people were killed {RAID}", 90)
        monitor = paper.who("the monitor", EntityKind.ORGANIZATION)
        tell(paper, "24 persons killed", 24, by=monitor, of="persons")
        return [judgement.verdict for judgement in compared(linked(paper), COUNT)]

    assert under("Death toll mounts after raid") == [Verdict.UPDATE]
    assert under("Many die in the raid on a town") == [Verdict.CONFLICT]


def test_hundreds_may_be_told_for_what_is_a_little_more() -> None:
    assert Verdict.CONFLICT not in {v for v, _ in between(count(100), count(107, speaker="the army", outlet="B"))}
    assert Verdict.CONFLICT in {v for v, _ in between(count(100), count(127, speaker="the army", outlet="B"))}
