"""Figures with all that their sentence tells: who did it, whose the counted are, where, parts and what is replaced."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from build import parse_text

from counterclaim.annotate.figures import find_figures
from counterclaim.annotate.figures.placing import place_figures
from counterclaim.annotate.names import name_entities
from counterclaim.annotate.times import find_times
from counterclaim.records import Figure

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "figures_told.yaml").read_text(encoding="utf-8"))


def placed(text: str) -> list[Figure]:
    """The figures of a text, placed without claims or statements."""
    parsed = parse_text(text, "2020-09-28")
    return place_figures(parsed, name_entities(parsed), find_figures(parsed, find_times(parsed)), {}, lambda _: None)


def told(figure: Figure, of_id: dict[str, Figure]) -> str:
    words = f"{figure.span.text} {figure.of or '-'} {' '.join(figure.happened)}"
    words += f" by {figure.by.name}" if figure.by else ""
    words += f" of {figure.side.name}" if figure.side else ""
    words += f" in {figure.place.name}" if figure.place else ""
    words += f", part of {of_id[figure.part_of].span.text}" if figure.part_of else ""
    return words + (f", replaces {of_id[figure.supersedes].span.text}" if figure.supersedes else "")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_what_a_sentence_tells_of_its_figures(case: dict[str, Any]) -> None:
    found = placed(case["text"])
    of_id = {figure.id: figure for figure in found}
    assert [told(figure, of_id) for figure in found] == case["told"]


def _by(text: str) -> list[str | None]:
    return [figure.by.name if figure.by else None for figure in placed(text)]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Kenyan jets hit the port on Monday. At least 12 people died in the attack.", ["Kenya"]),
        ("A bomb killed 12 people in Garissa. The militia claimed responsibility for the attack.", ["The militia"]),
        ("A bomb killed 12 people in Garissa. No group has claimed responsibility for the attack.", [None]),
        ("Kenyan jets killed 12 people. Another raid killed nine.", ["Kenya", None]),
        ("Rebels shelled the town. Police arrested six students.", ["Police"]),
        ("More than 2,000 people have died since the war began. Kenyan troops killed two.", [None, "Kenyan troops"]),
    ],
)
def test_who_did_it_is_carried_on_only_to_the_same_attack(text: str, by: list[str | None]) -> None:
    assert _by(text) == by


def test_a_count_given_twice_is_one() -> None:
    first, again = placed("Raid kills 45 in Garissa. At least nine were hurt and 45 people were killed, medics said.")[
        ::2
    ]
    assert (first.of, again.of) == ("people", "people")
    assert first.place == again.place


def test_those_in_an_attack_are_not_said_to_have_killed_themselves() -> None:
    found = placed("Rebels attacked a base, killing 11 soldiers. Seventeen rebels were killed in the attack.")
    assert [figure.by.name if figure.by else None for figure in found] == ["Rebels", None]
