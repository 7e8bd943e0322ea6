"""`docs/commands.md` says what every command, option, WHAT, filter and address is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from counterclaim.apps.asking import FILTERS
from counterclaim.apps.cli.app import TABLES, app
from counterclaim.apps.web.pages import router

DOCS = (Path(__file__).parents[2] / "docs" / "commands.md").read_text()
SECTIONS = {
    match[1]: match[2] for match in re.finditer(r"^## `counterclaim (\w+).*?`\n(.*?)(?=^## |\Z)", DOCS, re.M | re.S)
}
COMMANDS = typer.main.get_group(app).commands


def test_every_command_has_a_section_and_no_other_has_one() -> None:
    assert set(SECTIONS) == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_is_documented(name: str) -> None:
    for parameter in COMMANDS[name].params:
        for option in (*parameter.opts, *parameter.secondary_opts):
            if option.startswith("--") and option != "--help":
                assert f"`{option}" in SECTIONS[name], f"{option} of {name} is not in docs/commands.md"


def test_every_what_is_documented_with_its_filters() -> None:
    for what, filters in FILTERS.items():
        row = re.search(rf"^\| `{what}` \|.*\|(.*)\|$", SECTIONS["show"], re.M)
        assert row, f"{what} is not in docs/commands.md"
        assert re.findall(r"--(\w+)", row[1]) == list(filters)


def test_every_table_is_documented() -> None:
    assert [table for table in TABLES if f"`{table}`" not in SECTIONS["export"]] == []


def test_every_address_is_documented() -> None:
    paths = {route.path.replace("{id}", "ID") for route in router.routes if not route.path.endswith(".json")}
    assert [path for path in sorted(paths - {"/disputes"}) if f"`{path}`" not in SECTIONS["serve"]] == []
