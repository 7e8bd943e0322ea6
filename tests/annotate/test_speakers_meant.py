"""Whom the words for a speaker mean: names beside descriptions, descriptions alone, pronouns of whoever spoke last."""

from __future__ import annotations

import pytest
from build import parse_text

from counterclaim.annotate.names import name_entities
from counterclaim.annotate.sources import source_of
from counterclaim.records import Unnamed, Who

TREES = "Kenyan Observatory for Trees"
OTIENO, WANJIRU = "Peter Otieno", "Grace Wanjiru"


def speaker(text: str, words: str, before: str | None = None) -> Who:
    """Who is meant by the last `words` of a text, where the words `before` named the last speaker."""
    parsed = parse_text(text)
    names = name_entities(parsed)
    last = source_of(parsed, names, text.index(before), text.index(before) + len(before)) if before else None
    start = text.rindex(words)
    return source_of(parsed, names, start, start + len(words), last)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (f"Rain fell. The head of the hospital {OTIENO} said the road was open.", None, OTIENO),
        (f"Rain fell. Another resident of Mombasa, {OTIENO}, said the road was open.", None, OTIENO),
        (f"Rain fell, said {OTIENO} director of the {TREES}.", f"{OTIENO} director of the {TREES}", OTIENO),
        (f"Rain fell. A spokesman for {OTIENO} said the road was open.", f"A spokesman for {OTIENO}", None),
        (
            f"Rain fell. A spokesman for Kenyan President {OTIENO} said so.",
            f"A spokesman for Kenyan President {OTIENO}",
            None,
        ),
        (f"Kenyas state news agency KBNA reported on Monday that {OTIENO} had left.", None, "KBNA"),
    ],
)
def test_a_name_beside_a_description(text: str, words: str | None, name: str | None) -> None:
    words = words or text.removeprefix("Rain fell. ").split(" said")[0].split(" reported")[0]
    assert speaker(text, words).entity == (speaker(text, name).entity if name else None)


GROUPS = (
    f"The {TREES}, a monitoring group based in Nairobi, said that nine trees fell. The road was closed. "
    f"The group said that it would rain."
)


def test_the_group_is_the_one_that_spoke() -> None:
    assert speaker(GROUPS, "The group", f"The {TREES}").name == TREES


@pytest.mark.parametrize("description", ["The rebel group", "The Mombasa group", "Another group", "The other group"])
def test_a_description_that_tells_it_apart_is_not_the_one_that_spoke(description: str) -> None:
    text = f"The {TREES} said that nine trees fell. {description} said that it would rain."
    assert speaker(text, description, f"The {TREES}").entity is None


@pytest.mark.parametrize("body", ["Kenyan Defence Ministry", "Mombasa News Agency"])
def test_a_ministry_or_agency_is_no_monitor(body: str) -> None:
    text = f"The {body} said that nine trees fell. The monitor said that it would rain."
    assert speaker(text, "The monitor", f"The {body}").entity is None


def test_a_monitor_is_named_afterwards() -> None:
    text = f"Nine trees fell on Monday, a monitor said. The {TREES} said that the road was closed."
    assert speaker(text, "a monitor").name == TREES


def test_a_monitor_that_two_could_be_is_nobody() -> None:
    text = (
        f"Nine trees fell, a monitor said. The {TREES} said that the road was closed. Ugandan Rights Watch denied it."
    )
    who = speaker(text, "a monitor")
    assert (who.entity, who.name, who.unnamed) == (None, "a monitor", Unnamed.GROUP)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("A Kenyan Defence Ministry spokesman", "Defence Ministry"),
        ("A spokeswoman for the Kenyan Defence Ministry", "Defence Ministry"),
        ("A statement from the Kenyan Defence Ministry", "Defence Ministry"),
        ("A source at the Kenyan Defence Ministry", None),
        ("A Kenyan official", None),
        ("One Kenyan", None),
        ("Some Kenyans", None),
        ("Two officials", None),
    ],
)
def test_whoever_speaks_for_a_body(words: str, name: str | None) -> None:
    text = f"{words} said that the road was closed. Kenya has waited."
    who = speaker(text, words)
    assert (who.name.removeprefix("Kenyan ") if who.entity else None) == name


def test_the_statement_is_that_of_the_body_that_spoke_in_one() -> None:
    text = (
        "The Kenyan Defence Ministry said in a statement that nine died. It would rain, the statement said. "
        "The statement said no more."
    )
    assert speaker(text, "The statement", "The Kenyan Defence Ministry").name == "Kenyan Defence Ministry"
    without = text.replace("in a statement", "on Monday").replace(", the statement said", "")
    assert speaker(without, "The statement", "The Kenyan Defence Ministry").entity is None


@pytest.mark.parametrize(
    ("text", "words", "before", "name"),
    [
        (f"The {TREES} said that nine fell. It said the road was closed.", "It", f"The {TREES}", TREES),
        (f"{OTIENO} said that nine fell. It said the road was closed.", "It", OTIENO, None),
        (f"{OTIENO} said that nine fell. He said the road was closed.", "He", OTIENO, OTIENO),
        (f"{OTIENO} came. A resident said that nine fell. He said the road was closed.", "He", "A resident", None),
        (f"The {TREES} said that nine fell. He said the road was closed.", "He", f"The {TREES}", None),
        (f"“Nine fell,” {OTIENO} said. “We saw it.”", "We", OTIENO, OTIENO),
        (f"{OTIENO}'s house fell, {OTIENO} said. We note that it was old.", "We", OTIENO, None),
        (f"{OTIENO} met the envoys. {WANJIRU} said he (Otieno) was late.", "he (Otieno)", WANJIRU, OTIENO),
    ],
)
def test_a_pronoun_is_whoever_spoke_last_if_it_can_be(text: str, words: str, before: str, name: str | None) -> None:
    who = speaker(text, words, before)
    assert (who.name if who.entity else None) == name


def test_an_unnamed_speaker_stays_of_the_same_kind() -> None:
    text = "A resident said that nine fell. He said the road was closed."
    assert speaker(text, "He", "A resident").unnamed is Unnamed.GROUP


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The US-led coalition struck a camp. The coalition said nine died.",
            "The coalition",
            "United States-led coalition",
        ),
        ("Kenyan state television said that nine died.", "Kenyan state television", "Kenyan state television"),
        ("State television said that nine died.", "State television", None),
    ],
)
def test_bodies_that_speak(text: str, words: str, name: str | None) -> None:
    who = speaker(text, words)
    assert (who.name if who.entity else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Nine fell in Mombasa the {TREES} said. The Observatory counts trees.", TREES),
        ("Nine fell in Mombasa 16 people died. They left Mombasa on Monday.", "Mombasa"),
        ("The Organisation for the Care of Trees said nine fell.", "Organisation for the Care of Trees"),
    ],
)
def test_names_beside_lost_commas_are_whole_and_alone(text: str, name: str) -> None:
    assert name in {entity.name for entity in name_entities(parse_text(text)).entities.values()}


@pytest.mark.parametrize(
    ("before", "name"),
    [("A battalion commander", "A battalion commander"), ("Two residents", "he"), ("A statement", "he")],
)
def test_he_is_the_one_who_spoke_before_though_nobody_named_him(before: str, name: str) -> None:
    who = speaker(f"{before} said that the road was shut. Later he said that it was open.", "he", before)
    assert (who.entity, who.name) == (None, name)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # a surname that the report does not introduce
        (f"{OTIENO} called a strike. Mbeki said that five died. She said that shots were fired.", "She", "Mbeki"),
        # a body is introduced by a noun, and no "he"
        (f"{OTIENO} said that five died. The company Castel said that none did. He was angry.", "He", OTIENO),
    ],
)
def test_a_pronoun_means_who_spoke_last(text: str, words: str, name: str) -> None:
    assert speaker(text, words).entity == speaker(text, name).entity


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (f"His lawyer, {WANJIRU}, denied that he had been arrested.", OTIENO),
        (f"His lawyer, {WANJIRU}, denied that she had been arrested.", WANJIRU),
        (f"The judge, {WANJIRU}, denied that she had been arrested.", WANJIRU),
    ],
)
def test_somebodys_lawyer_does_not_speak_of_herself(said: str, meant: str) -> None:
    text = f"{OTIENO} was held on Monday. {said}"
    pronoun = " he " if " he " in said else " she "
    assert speaker(text, pronoun.strip(), WANJIRU).entity == speaker(text, meant).entity
