"""Damaged articles keep their gold on the words it was on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from counterclaim.evaluate.attribution.damage import damage
from counterclaim.evaluate.polnear import Marked
from counterclaim.models.attribution.split import held_out

TEXT = "“We won’t go,” Jane Doe, of Kisumu, said.\n\nShe added: “Not now.”"
GOLD = Marked(
    ((TEXT.index("Jane"), TEXT.index(", said")),), ((TEXT.index("said"), TEXT.index("said") + 4),), ((0, 14),)
)


def kinds() -> Iterator[tuple[str, Marked]]:
    """What becomes of the text under each kind of damage there is."""
    seen = set()
    for number in range(200):
        text, gold = damage(f"article {number}", TEXT, [GOLD])
        if text not in seen:
            seen.add(text)
            yield text, gold[0]


def words(text: str) -> list[str]:
    return "".join(character if character.isalnum() else " " * (character not in "'’") for character in text).split()


def test_every_kind_of_damage_happens_and_keeps_the_words() -> None:
    texts = [text for text, _ in kinds()]
    assert len(texts) == 5
    assert any("“" not in text and "," not in text and "\n" not in text for text in texts)
    assert any("«" in text for text in texts)
    for text in texts:
        assert words(text) == words(TEXT)


@pytest.mark.parametrize(("text", "gold"), list(kinds()))
def test_the_gold_is_on_the_same_words(text: str, gold: Marked) -> None:
    for before, now in zip((GOLD.source, GOLD.cue, GOLD.content), (gold.source, gold.cue, gold.content), strict=True):
        assert [words(text[a:b]) for a, b in now] == [words(TEXT[a:b]) for a, b in before]


def test_gold_that_was_only_marks_is_left_out() -> None:
    bare = Marked((), ((43, 44),), ((0, 1),))
    assert any(not damage(f"article {number}", TEXT, [bare])[1] for number in range(50))


def test_one_article_in_eight_is_held_out() -> None:
    assert 90 <= sum(held_out(f"article {number}") for number in range(1000)) <= 160
