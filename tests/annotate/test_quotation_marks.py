"""Quotations in marks of every kind, at every place beside their cue, and with marks that were lost."""

from __future__ import annotations

import re

import pytest
from build import parse_text

from counterclaim.annotate.speech import Attribution, find_speech
from counterclaim.records import Manner

#: Opening and closing marks, and a pair for what is quoted inside of them.
KINDS = {
    "curly": ("“", "”", "‘", "’"),
    "straight": ('"', '"', "'", "'"),
    "two apostrophes": ("''", "''", "'", "'"),
    "backticks": ("``", "''", "`", "'"),
    "curly single": ("‘", "’", "“", "”"),
    "straight single": ("'", "'", '"', '"'),
    "backtick": ("`", "'", "``", "''"),
    "German": ("„", "“", "‚", "‘"),
    "Polish": ("„", "”", "‚", "’"),
    "French": ("«", "»", "“", "”"),
    "French with spaces": ("«\u00a0", "\u00a0»", "“", "”"),
    "French with narrow spaces": ("«\u202f", "\u202f»", "‹\u202f", "\u202f›"),
    "French with plain spaces": ("« ", " »", "“", "”"),
    "Danish": ("»", "«", "›", "‹"),
    "single angles": ("‹", "›", "“", "”"),
    "corners": ("「", "」", "『", "』"),
    "low single": ("‚", "‘", "„", "“"),
    "wide": ("＂", "＂", "'", "'"),
}
CLOSED = "The bridge is closed"
FLOODED = "the road is flooded"
#: Where a quotation stands beside its cue: the text, and the words of what is said. [ and ] are the outer marks,
#: { and } those inside of them.
PLACES = {
    "before the cue": ("[The bridge is closed,] Mayor Ada Lund said.", CLOSED),
    "before the cue, turned round": ("[The bridge is closed,] said Mayor Ada Lund.", CLOSED),
    "comma outside": ("[The bridge is closed], Mayor Ada Lund said.", CLOSED),
    "question": ("[Is the bridge closed?] Mayor Ada Lund asked.", "Is the bridge closed"),
    "after the cue": ("Mayor Ada Lund said, [The bridge is closed.]", CLOSED),
    "after a colon": ("Mayor Ada Lund said: [The bridge is closed].", CLOSED),
    "around the cue": ("[The bridge is closed,] Mayor Ada Lund said, [and the road is flooded.]", f"{CLOSED} and {FLOODED}"),
    "goes on after the cue": ("[The bridge is closed,] Mayor Ada Lund said. [The road is flooded.]", f"{CLOSED} The road is flooded"),
    "two sentences before": ("[The bridge is closed. The road is flooded,] Mayor Ada Lund said.", f"{CLOSED} The road is flooded"),
    "two sentences after": ("Mayor Ada Lund said: [The bridge is closed. The road is flooded.]", f"{CLOSED} The road is flooded"),
    "over paragraphs": (
        "[The bridge is closed and will stay so.\n[The road is flooded,] Mayor Ada Lund said.",
        "The bridge is closed and will stay so The road is flooded",
    ),
    "over paragraphs after the cue": (
        "Mayor Ada Lund said: [The bridge is closed and will stay so.\n\n[The road is flooded.\n\n[Nobody is to leave town.]",
        "The bridge is closed and will stay so The road is flooded Nobody is to leave town",
    ),
    "with one inside": ("[They call it {a fine bridge} and it is closed,] Mayor Ada Lund said.", "They call it a fine bridge and it is closed"),
    "with one at its end": ("[They call it {a fine bridge},] Mayor Ada Lund said.", "They call it a fine bridge"),
    "ellipsis": ("[The bridge … is closed ...,] Mayor Ada Lund said.", CLOSED),
    "brackets": ("[(The guards) [have] closed the bridge,] Mayor Ada Lund said.".replace("[have]", "⟦have⟧"), "The guards have closed the bridge"),
    "brackets first": ("[⟦The guards⟧ closed the bridge,] Mayor Ada Lund said.", "The guards closed the bridge"),
    "apostrophes": ("[The guards' post isn't closed, it's the bridge's end,] Mayor Ada Lund said.", "The guards' post isn't closed it's the bridge's end"),
}  # fmt: skip


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def marked(text: str, kind: str) -> str:
    """The text with the marks of a kind, and square brackets for the white ones."""
    for sign, mark in zip("[]{}", KINDS[kind], strict=True):
        text = text.replace(sign, mark)
    return text.replace("⟦", "[").replace("⟧", "]")


def said(text: str) -> tuple[Attribution, list[str], list[str]]:
    """The only outermost attribution of a text, its words and those of its source."""
    (found,) = (one for one in find_speech(parse_text(text)) if one.parent is None)
    content = [word for start, end in found.content for word in words(text[start:end])]
    return (
        found,
        content,
        [word for source in found.sources for start, end in source for word in words(text[start:end])],
    )


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_quotation_in_marks_of_any_kind(kind: str, place: str) -> None:
    text, content = PLACES[place]
    found, what, who = said(marked(text, kind))
    assert (what, who, found.manner) == (words(content), ["Mayor", "Ada", "Lund"], Manner.DIRECT)
