"""Bodies that are taken for persons, places or nothing, and those who speak for one together."""

from __future__ import annotations

import pytest
from build import parse_text

from counterclaim.annotate.names import name_entities
from counterclaim.annotate.sources import source_of
from counterclaim.records import EntityKind, LocalEntity, Who

TREES = "Kenyan Observatory for Trees"
OTIENO, WANJIRU = "Peter Otieno", "Grace Wanjiru"


def entities_of(text: str) -> dict[str, LocalEntity]:
    """The entities of a text, by name."""
    return {entity.name: entity for entity in name_entities(parse_text(text)).entities.values()}


def speaker(text: str, words: str, before: str | None = None) -> str | None:
    """The name of the entity that the last `words` of a text mean, where the words `before` named the last speaker."""
    parsed = parse_text(text)
    names = name_entities(parsed)
    last: Who | None = None
    if before:
        last = source_of(parsed, names, text.index(before), text.index(before) + len(before))
    start = text.rindex(words)
    who = source_of(parsed, names, start, start + len(words), last)
    return who.name if who.entity else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The rebel group Ansar Karu shelled a village. Ansar Karu fighters left on Monday.", "Ansar Karu"),
        ("Two members of Ansar Karu were seen in the town, and Ansar Karu militants fired.", "Ansar Karu"),
        (f"The {TREES} counts trees. The Observatory said that nine fell.", TREES),
    ],
)
def test_the_words_around_a_name_tell_that_it_is_a_body(text: str, name: str) -> None:
    assert entities_of(text)[name].kind is EntityKind.ORGANIZATION


def test_a_surname_that_the_parser_misjudges_stays_a_persons() -> None:
    text = f"{OTIENO} met the envoys in the capital. " + "Otieno’s house fell. Otieno will build it anew. " * 3
    assert entities_of(text)[OTIENO].kind is EntityKind.PERSON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The road is closed, an NGO said on Monday.", "NGO"),
        ("A source in the province said on Monday KBNA reported that nine fell.", "Monday KBNA"),
    ],
)
def test_what_is_no_name(text: str, name: str) -> None:
    assert name not in entities_of(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The road was closed, the Kenyan General Staff said.", "Kenyan General Staff"),
        (f"Nine fell, the UK-based {TREES} said.", TREES),
        (f"{OTIENO} the UN special envoy for trees said nine fell.", OTIENO),
    ],
)
def test_a_name_is_whole(text: str, name: str) -> None:
    assert name in entities_of(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Relief International and Human Trees Watch did not count. He doubted Human Trees Watch. "
            "Relief International was there.",
            ["Relief International", "Human Trees Watch"],
        ),
        ("The Ministry of Labour and Social Affairs said nine fell.", ["Ministry of Labour and Social Affairs"]),
    ],
)
def test_an_and_joins_two_bodies_or_belongs_to_one(text: str, names: list[str]) -> None:
    assert list(entities_of(text)) == names


def test_a_name_before_what_it_owns_is_not_where_something_is() -> None:
    assert entities_of("Commenting on Petrovsky's offer, Otieno said that he would wait.")["Petrovsky"].kind is not (
        EntityKind.PLACE
    )


def test_a_states_army_and_military_are_one_and_so_are_its_government_and_regime() -> None:
    found = entities_of(
        "The Kenyan army shelled a village. The Kenyan military left. The Kenyan regime denied it, but the Kenyan "
        "government paid."
    )
    assert found["Kenyan army"].names == ("Kenyan army", "Kenyan military")
    assert found["Kenyan government"].names == ("Kenyan government", "Kenyan regime")
    assert {found[name].mentions for name in ("Kenyan army", "Kenyan government")} == {2}


def test_a_ministry_in_small_letters_is_the_one_that_is_named() -> None:
    found = entities_of("The Kenyan Defence Ministry paid. Kenya's defence ministry said that it was late.")
    assert found["Kenyan Defence Ministry"].mentions == 2


def test_an_administration_is_called_after_who_leads_it() -> None:
    text = f"{OTIENO} won. The Otieno administration left. It rained, the administration said."
    assert speaker(text, "the administration") == "Otieno administration"
    both = text.replace("It rained", f"{WANJIRU} lost. The Wanjiru administration stayed. It rained")
    assert speaker(both, "the administration") is None


CHAIRS = "They met in the presence of the U.S., Russian and French co-chairs of the Mombasa Commission. "


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the three mediators", "Mombasa Commission co-chairs"),
        ("the co-chairs", "Mombasa Commission co-chairs"),
        ("the mediators", "Mombasa Commission co-chairs"),
        ("the two mediators", None),
        ("three mediators", None),
        ("the Kenyan mediators", None),
        ("the ministers", None),
    ],
)
def test_those_who_bear_a_post_together(words: str, name: str | None) -> None:
    text = f"{CHAIRS}In a statement on those talks, {words} said that they would come again."
    assert speaker(text, words) == name


def test_they_are_those_who_spoke_together() -> None:
    text = f"{CHAIRS}On Monday the three mediators said that it rained. They also said that they would come again."
    assert speaker(text, "They", "the three mediators") == "Mombasa Commission co-chairs"


def test_nobody_is_meant_where_two_commissions_have_co_chairs() -> None:
    text = f"{CHAIRS}The co-chairs of the Nairobi Commission stayed away. In a statement, the mediators said so."
    assert speaker(text, "the mediators") is None


def test_they_of_unnamed_sources_are_unnamed() -> None:
    text = "The sources said nine fell. “The Blue Shirts have left,” they added."
    assert speaker(text, "they", "The sources") is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (f"Nine fell, {TREES} director {OTIENO} said. The group counted them.", "The group", TREES),
        (f"The {TREES} said nine fell. Reports said ten fell. The group denied it.", "The group", TREES),
        (f"The {TREES} said nine fell. Activists said ten fell. The group denied it.", "The group", None),
        (f"Nine fell, the {TREES} monitoring group said.", f"the {TREES} monitoring group", TREES),
        ("The KBNA rebel group said nine fell. KBNA left.", "The KBNA rebel group", "KBNA"),
        ("A member of the rebel group Ansar Karu said so.", "A member of the rebel group Ansar Karu", None),
        ("Gen. Peter Otieno came on Monday. The general said nine fell.", "The general", OTIENO),
        (
            "The Kenyan General Staff left. Nine fell, the general staff said.",
            "the general staff",
            "Kenyan General Staff",
        ),
        ("Kenyan army shelling killed nine. The army said it was sorry.", "The army", "Kenyan army"),
    ],
)
def test_whom_a_description_means(text: str, words: str, name: str | None) -> None:
    last = {"The group denied it": "Reports" if "Reports" in text else "Activists"}
    before = next((by for part, by in last.items() if part in text), None)
    assert speaker(text, words, before) == name


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        (
            "The road is closed, Nurses Without Frontiers (NWF) said. NWF has staff there.",
            "Nurses Without Frontiers",
            "NWF",
        ),
        ("Lawyers for Captured Fishermen (LCF) filed a case. LCF waits.", "Lawyers for Captured Fishermen", "LCF"),
        ("Boats beyond Borders (BBB) sent aid. BBB left on Monday.", "Boats beyond Borders", "BBB"),
    ],
)
def test_a_body_with_small_words_and_its_letters_in_brackets_are_one(text: str, name: str, short: str) -> None:
    found = entities_of(text)
    assert found[name].kind is EntityKind.ORGANIZATION
    assert short in found[name].names
    assert not {short, name.split()[-1], name.split()[0]} & found.keys()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "“No,” said its humanitarian coordinator in Kenya, Marguerite Olsson.",
            "Marguerite Olsson",
            EntityKind.PERSON,
        ),
        ("Trucks left for the regional capital, Sedo Amra, on Monday.", "Sedo Amra", EntityKind.PLACE),
    ],
)
def test_an_office_or_a_seat_before_a_comma_tells_a_kind(text: str, name: str, kind: EntityKind) -> None:
    assert entities_of(text)[name].kind is kind


def test_a_name_that_the_model_cut_short_is_whole_where_the_report_has_it_twice() -> None:
    text = "Aid set out from Jebel Umra on Friday. The trucks returned to Jebel Umra the same evening."
    found = entities_of(text)
    assert "Jebel Umra" in found
    assert "Jebel" not in found
