"""One account says that nobody came to harm, another counts those who did."""

from __future__ import annotations

import pytest
from test_piles_of_denials import report

from counterclaim.annotate import annotate
from counterclaim.link import link
from counterclaim.link.compare.existence.unhurt import denied
from counterclaim.records import Dispute, Happened, Slot

HIT = "The Baloch Front said that its rockets had killed six paramilitaries at the camp at Mach on Sunday night."


def counts(*texts: str, days_apart: int = 1) -> list[Dispute]:
    """The disputes on a count in which somebody says that there were none, over reports some days apart."""
    reports = [report(f"Paper {n}", f"2013-08-0{5 + n * days_apart}", text) for n, text in enumerate(texts)]
    links = link(reports, {each.id: annotate(each) for each in reports}, (), reading=False)
    found = [dispute for dispute in links.disputes if dispute.slot is Slot.COUNT]
    return [dispute for dispute in found if any(side.answer == "none" for side in dispute.sides)]


@pytest.mark.parametrize(
    ("words", "harm", "whose"),
    [
        ("nobody was hurt", {Happened.KILLED, Happened.INJURED}, ""),
        ("no one has been killed", {Happened.KILLED}, ""),
        ("there was no death whatever in the camp", {Happened.KILLED}, "in the camp"),
        ("none of its men had been taken prisoner", {Happened.CAPTURED}, "men"),
        ("not a single soldier was killed", {Happened.KILLED}, "soldier"),
        ("No comrade of ours fell", {Happened.KILLED}, "comrade of ours"),
        ("the front lost nobody", {Happened.KILLED}, ""),
    ],
)
def test_what_harm_befell_nobody(words: str, harm: set[Happened], whose: str) -> None:
    found = denied(words)
    assert found is not None
    assert (set(found[0]), found[1]) == (harm, whose)


@pytest.mark.parametrize("words", ["no agreement was reached", "six were killed", "the road was not cut"])
def test_other_denials_deny_no_harm(words: str) -> None:
    assert denied(words) is None


def test_none_is_set_against_a_number() -> None:
    none = "Rockets fell near the camp of the Corps at Mach on Sunday night, but nobody was hurt, the corps said."
    (found,) = counts(HIT, none)
    assert sorted(side.answer for side in found.sides) == ["6 killed", "none"]
    assert found.question == "How many people were killed or injured in Mach?"


def test_no_losses_beside_a_toll() -> None:
    killed = (
        "Rebels attacked a base near Gudumbali on Monday and killed at least 17 soldiers, two security sources said."
    )
    none = (
        "Troops beat back an attack on their base near Gudumbali on Monday. There were no {} among the soldiers, "
        "army spokesman Onyema Nwachukwu said."
    )
    for noun in ("casualties", "losses"):
        (found,) = counts(killed, none.format(noun), days_apart=0)
        assert sorted(side.answer for side in found.sides) == ["at least 17 killed", "none"]


def test_in_one_report_too() -> None:
    (found,) = counts(
        "Al-Shabaab said it had killed 17 soldiers in an attack on a base at Bur Hakaba on Friday. The district "
        "commissioner, Abdi Aden Hassan, said that there were no losses among the soldiers."
    )
    assert sorted(side.answer for side in found.sides) == ["17 killed", "none"]


@pytest.mark.parametrize(
    "none",
    [
        "In a second raid on the camp at Mach on Sunday night nobody was hurt, the corps said on Monday.",
        "No losses at the camp at Mach on Sunday night were reported, the corps said on Monday.",
        "A bomb killed the headman of Mach on Sunday night, and no one else was hurt, the corps said on Monday.",
        "No civilian was hurt in the attack on the camp at Mach on Sunday night, the corps said on Monday.",
        "Shells fell on Quetta on Sunday; nobody was hurt there, the mayor said on Monday.",
    ],
)
def test_none_of_others_or_elsewhere_is_not(none: str) -> None:
    assert counts(HIT, none) == []


def test_each_side_speaks_of_its_own() -> None:
    own = (
        "The Baloch Front said that it had taken the camp at Mach on Sunday night and none of its fighters was killed."
    )
    theirs = "Six men of the Frontier Corps were killed in an attack on the camp at Mach on Sunday, the corps said."
    assert counts(own, theirs) == []
