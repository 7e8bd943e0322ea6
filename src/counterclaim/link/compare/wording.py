"""The lists of words in `words/` as patterns, each file read once."""

from __future__ import annotations

import functools
import re
from importlib.resources import files
from typing import Any

import yaml

from counterclaim.link.sought import Sought


@functools.cache
def wording(name: str) -> dict[str, Any]:
    """The lists of words of one file, "causes", "qualities" or "names"."""
    text = (files("counterclaim.link.compare") / "words" / f"{name}.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def alternatives(words: list[str]) -> str:
    """A pattern for any of these, to put into a larger one."""
    return f"(?:{'|'.join(words)})"


def pattern(words: list[str], within: int | None = None) -> Sought:
    """Any of these as whole words, in any case; `within` as `Sought` takes it."""
    return Sought(rf"\b{alternatives(words)}\b", re.I, within=within)
