"""Who is meant by words that are no name: a pronoun, an office, a capital that speaks."""

from __future__ import annotations

import pytest
from build import parse_text

from counterclaim.annotate.names import name_entities
from counterclaim.records import Who


def meant(text: str, word: str, speaker: str | None = None, *, quoted: bool = False) -> str | None:
    """The name of the entity that the last `word` of the text means, or None where it stays open."""
    parsed = parse_text(text)
    names = name_entities(parsed)
    token = [t for t in parsed.doc if t.text == word][-1]
    by = next((Who(e.id, e.name) for e in names.entities.values() if e.name == speaker), None)
    assert speaker is None or by is not None
    who = names.who(token, parsed.span_of(token), by, quoted=quoted)
    assert who.span is not None
    assert who.span.text == word
    return names.entities[who.entity].name if who.entity else None


OTIENO, WANJIRU, TENDAI = "Peter Otieno", "Grace Wanjiru", "Amos Tendai"


@pytest.mark.parametrize(
    ("text", "word", "speaker", "expected"),
    [
        (f"{OTIENO} said that he was tired.", "he", OTIENO, OTIENO),
        (f"{WANJIRU} met {OTIENO}. She left early.", "She", None, WANJIRU),
        (f"{WANJIRU} spoke first. {OTIENO} said that {TENDAI} had seen him.", "him", OTIENO, OTIENO),
        ("Nobody came. He left early.", "He", None, None),
    ],
)
def test_he_and_she(text: str, word: str, speaker: str | None, expected: str | None) -> None:
    assert meant(text, word, speaker) == expected


def test_in_somebodys_very_words_he_is_somebody_else() -> None:
    text = f"{OTIENO} met the envoys. {WANJIRU} said: “He is a good man.”"
    assert meant(text, "He", WANJIRU, quoted=True) == OTIENO


def test_he_who_is_acted_upon_is_not_the_one_who_acts() -> None:
    assert meant(f"{WANJIRU} spoke first. {OTIENO} asked him to leave.", "him") == WANJIRU
    assert meant(f"{OTIENO} asked him to leave.", "him") is None


@pytest.mark.parametrize("word", ["I", "my"])
def test_i_is_the_speaker(word: str) -> None:
    assert meant(f"{OTIENO} said: “I am tired and my people are tired.”", word, OTIENO, quoted=True) == OTIENO


def test_we_of_a_president_is_the_state() -> None:
    text = f"Kenyan President {WANJIRU} said: “We closed the border.” Kenya has waited for years."
    assert meant(text, "We", WANJIRU, quoted=True) == "Kenya"


def test_we_of_a_private_person_is_no_state() -> None:
    text = f"{WANJIRU} said: “We closed the shop.” Kenya has waited for years."
    assert meant(text, "We", WANJIRU, quoted=True) == WANJIRU


def test_it_is_the_state_that_acts_in_the_same_sentence() -> None:
    assert meant("Kenya said that it had closed the border.", "it") == "Kenya"
    assert meant("Kenya has waited. The village said that it was empty.", "it") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Prime Minister {TENDAI} spoke in Harare. The prime minister was tired.", TENDAI),
        (f"{OTIENO} spoke in Harare. The prime minister was tired.", None),
        (f"The prime minister, {OTIENO}, stayed away.", OTIENO),
        (
            f"Kenyan Prime Minister {WANJIRU} met Ugandan Prime Minister {TENDAI}. The Ugandan prime minister left.",
            TENDAI,
        ),
        (
            f"Kenyan Prime Minister {WANJIRU} met Ugandan Prime Minister {TENDAI}. The Kenyan prime minister left.",
            WANJIRU,
        ),
        (f"Kenyan Prime Minister {WANJIRU} spoke. The Ugandan prime minister left.", None),
        (f"Kenyan Prime Minister {WANJIRU} spoke. The prime minister of Uganda left.", None),
    ],
)
def test_the_bearer_of_an_office(text: str, expected: str | None) -> None:
    assert meant(text, "minister") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya sent troops. Nairobi said that the talks had failed.", "Kenya"),
        ("Kenya sent troops. They met in Nairobi on Friday.", "Nairobi"),
        ("Nairobi said that the talks had failed.", "Nairobi"),
    ],
)
def test_a_capital_that_speaks_stands_for_its_state(text: str, expected: str) -> None:
    assert meant(text, "Nairobi") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan troops shelled a village. Ugandan troops fired back.", "Ugandan troops"),
        ("Kenyan troops shelled a village. The troops withdrew.", None),
    ],
)
def test_bodies_of_a_state(text: str, expected: str | None) -> None:
    assert meant(text, "troops") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Kenyan Health Ministry opened on Monday. People were glad that the ministry had opened.",
            "Kenyan Health Ministry",
        ),
        ("The Kenyan Health Ministry and the Kenyan Defence Ministry met. People said the ministry was late.", None),
        ("People said the ministry was late.", None),
    ],
)
def test_the_ministry_is_the_one_that_was_named(text: str, expected: str | None) -> None:
    assert meant(text, "ministry") == expected


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("Kenyan Army", "Kenyan Army"),
        ("Somali National Army", "Somali National Army"),
        ("Coast Independence Army", None),
        ("Army of the Lakes", None),
    ],
)
def test_the_army_is_none_that_only_calls_itself_so(named: str, expected: str | None) -> None:
    text = f"The {named} shelled the town on Friday. The president ordered the army to leave."
    assert meant(text, "army") == expected
