"""The layout of a report: its parts in order, each character but white space in exactly one of them."""

from __future__ import annotations

from counterclaim.read import lines, oneline
from counterclaim.read.parts import Part, Role
from counterclaim.read.wrapped import blocks


def lay_out(text: str, title: str | None) -> list[Part]:
    """The parts of `text`. `title` is its headline if that is known from elsewhere."""
    spans = blocks(text)
    parts = [Part(*spans[0], Role.BODY)] if len(spans) == 1 else lines.lay_out(text, title)
    stories = [index for index, part in enumerate(parts) if part.role is Role.BODY]
    told: list[Part] = []
    for index, part in enumerate(parts):
        first, final = stories[:1] == [index], stories[-1:] == [index] and index == len(parts) - 1
        if first or final:
            # A whole text may stand in one line, and so may the head of a story or what follows it.
            told += oneline.split_block(text, part.start, part.end, title, first, final)
        else:
            told.append(part)
    return told
