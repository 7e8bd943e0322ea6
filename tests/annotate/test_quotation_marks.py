"""Quotations in marks of every kind, at every place beside their cue, and with marks that were lost."""

from __future__ import annotations

import re
from time import process_time

import pytest
from build import by_rules_alone, parse_text

from counterclaim.annotate.speech import Attribution
from counterclaim.annotate.speech.quotations import find_quotations
from counterclaim.records import Manner

#: Opening and closing marks, and a pair for what is quoted inside of them.
KINDS = {
    "curly": ("“", "”", "‘", "’"),
    "straight": ('"', '"', "'", "'"),
    "two apostrophes": ("''", "''", "'", "'"),
    "backticks": ("``", "''", "`", "'"),
    "curly single": ("‘", "’", "“", "”"),
    "straight single": ("'", "'", '"', '"'),
    "backtick": ("`", "'", '"', '"'),
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
    "doubled singles": ("‘‘", "’’", "‘", "’"),
    "two commas": (",,", "''", "'", "'"),
    "two commas, German": (",,", "“", "‚", "‘"),
    "less and greater": ("<<", ">>", "'", "'"),
    "closing ones only": ("”", "”", "’", "’"),
    "opening ones only": ("“", "“", "‘", "‘"),
    "curly, then straight": ("“", '"', "‘", "'"),
    "straight, then curly": ('"', "”", "'", "’"),
    "wide": ("＂", "＂", "'", "'"),
}
CLOSED = "The bridge is closed"
FLOODED = "the road is flooded"
#: Where a quotation stands beside its cue: the text, and the words of what is said. [ and ] are the outer marks,
#: { and } those inside of them, ⟦ and ⟧ brackets, @ who speaks.
PLACES = {
    "before the cue": ("[The bridge is closed,] @ said.", CLOSED),
    "before the cue, turned round": ("[The bridge is closed,] said @.", CLOSED),
    "comma outside": ("[The bridge is closed], @ said.", CLOSED),
    "question": ("[Is the bridge closed?] @ asked.", "Is the bridge closed"),
    "after the cue": ("@ said, [The bridge is closed.]", CLOSED),
    "after a colon": ("@ said: [The bridge is closed].", CLOSED),
    "around the cue": ("[The bridge is closed,] @ said, [and the road is flooded.]", f"{CLOSED} and {FLOODED}"),
    "goes on after the cue": (
        "[The bridge is closed,] @ said. [The road is flooded.]",
        f"{CLOSED} The road is flooded",
    ),
    "two sentences before": ("[The bridge is closed. The road is flooded,] @ said.", f"{CLOSED} The road is flooded"),
    "two sentences after": ("@ said: [The bridge is closed. The road is flooded.]", f"{CLOSED} The road is flooded"),
    "over paragraphs": (
        "[The bridge is closed and will stay so.\n[The road is flooded,] @ said.",
        "The bridge is closed and will stay so The road is flooded",
    ),
    "over paragraphs after the cue": (
        "@ said: [The bridge is closed and will stay so.\n\n[The road is flooded.\n\n[Nobody is to leave town.]",
        "The bridge is closed and will stay so The road is flooded Nobody is to leave town",
    ),
    "with one inside": (
        "[They call it {a fine bridge} and it is closed,] @ said.",
        "They call it a fine bridge and it is closed",
    ),
    "with one at its end": ("[They call it {a fine bridge},] @ said.", "They call it a fine bridge"),
    "ellipsis": ("[The bridge … is closed ...,] @ said.", CLOSED),
    "brackets": ("[(The guards) ⟦have⟧ closed the bridge,] @ said.", "The guards have closed the bridge"),
    "brackets first": ("[⟦The guards⟧ closed the bridge,] @ said.", "The guards closed the bridge"),
    "one at the beginning": ("[{Stay at home} is what they told us,] @ said.", "Stay at home is what they told us"),
    "speech inside": ("[They told us, {Stay at home,} and we left,] @ said.", "They told us Stay at home and we left"),
    "inside, over paragraphs": (
        "[They call it {a fine bridge} and it is closed.\n[The road is flooded,] @ said.",
        "They call it a fine bridge and it is closed The road is flooded",
    ),
    "no line breaks": (
        "[The bridge is closed,] @ said. The town lies at a river. Its market opens on Fridays.",
        CLOSED,
    ),
    "apostrophes": (
        "[The guards' post isn't closed, it's the bridge's end,] @ said.",
        "The guards' post isn't closed it's the bridge's end",
    ),
}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def marked(text: str, kind: str) -> str:
    """The text with the marks of a kind, brackets and a speaker."""
    for sign, mark in zip("[]{}", KINDS[kind], strict=True):
        text = text.replace(sign, mark)
    return text.replace("⟦", "[").replace("⟧", "]").replace("@", "Mayor Ada Lund")


def said(text: str) -> tuple[Attribution, list[str], list[str]]:
    """The only outermost attribution of a text, its words and those of its source."""
    (found,) = (one for one in by_rules_alone(parse_text(text)) if one.parent is None)
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


@pytest.mark.parametrize("kind", KINDS)
def test_a_few_words_in_marks_of_any_kind(kind: str) -> None:
    found, what, who = said(marked("@ said the bridge was [a danger to all] of us.", kind))
    assert what == words("the bridge was a danger to all of us")
    assert (who, found.manner) == (["Mayor", "Ada", "Lund"], Manner.MIXED)


#: What an outlet tells: nobody's words.
TOWN = (
    "The town lies at a river. Its market opens on Fridays. Farmers come from the hills. The mill was built long ago. "
)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        # the closing mark is missing
        ("“The bridge is closed, @ said.\n#", [CLOSED]),
        ("“The bridge is closed. The road is flooded, @ said.\n#", [f"{CLOSED} The road is flooded"]),
        (
            "“The bridge is closed, @ said. It is cold. “The road is flooded,” @ added.\n#",
            [CLOSED, "The road is flooded"],
        ),
        ("@ said: “The bridge is closed.\n#", [CLOSED]),
        ("‘The bridge is closed, @ said.\n#", [CLOSED]),
        # it is missing, and so are the line breaks
        ("“The bridge is closed, @ said. #", [CLOSED]),
        ("#“The bridge is closed, @ said. #", [CLOSED]),
        ('#"The bridge is closed, @ said. #', [CLOSED]),
        ("#@ said: “The bridge is closed. ##", [CLOSED]),
        ("#@ said: “The bridge is closed. ##“Nobody is hurt,” @ said. #", [CLOSED, "Nobody is hurt"]),
        # no line breaks, all marks there
        ('#"The bridge is closed," @ said. #"Nobody is hurt," @ said. #', [CLOSED, "Nobody is hurt"]),
        ("#'The bridge is closed,' @ said. #'Nobody's hurt,' @ said. #", [CLOSED, "Nobody's hurt"]),
        # the opening mark is missing
        ("The bridge is closed and stays so,” @ said.\n#", ["The bridge is closed and stays so"]),
        ("#The bridge is closed and stays so,” @ said. #", ["The bridge is closed and stays so"]),
        ("“The bridge is closed,” @ said. Nobody of us is hurt,” @ added.\n#", [CLOSED, "Nobody of us is hurt"]),
        # all marks are missing
        ("We will close it. We know it is hard, @ said.\n#", ["We will close it We know it is hard"]),
        (
            "We will close it, @ said. We know that our people suffer.\n#",
            ["We will close it We know that our people suffer"],
        ),
        ("@ told reporters: We will close it. We know it is hard.\n#", ["We will close it We know it is hard"]),
        # apostrophes are no marks
        (
            "The guards' post and the farmers' market stay open, @ said.\n#",
            ["The guards' post and the farmers' market stay open"],
        ),
        (
            "The '90s were better, @ said, and the boys' club is closed.\n#",
            ["The 90s were better and the boys' club is closed"],
        ),
        ("‘The bridge is closed,’ @ said. ‘It’s the guards’ fault.’\n#", [f"{CLOSED} It's the guards fault"]),
        # stray marks, and nobody who speaks
        ("#\nThe mill” was built long ago.\n#", []),
        ("#\nThe “mill was built long ago. #\n#", []),
        ("#The “mill was built long ago. ##", []),
        ("#The mill” was built long ago. ##", []),
        ('#The "mill was built long ago. ##', []),
    ],
)
def test_marks_that_are_lost_or_stray(text: str, contents: list[str]) -> None:
    text = text.replace("#", TOWN).replace("@", "Mayor Ada Lund")
    found = [one for one in by_rules_alone(parse_text(text)) if one.parent is None]
    assert [[w for start, end in one.content for w in words(text[start:end])] for one in found] == [
        words(content) for content in contents
    ]
    assert {text[start:end] for one in found for source in one.sources for start, end in source} <= {"Mayor Ada Lund"}


@pytest.mark.parametrize(
    "part", ["“", "”", ", 'a", "a “ b ", "a” b. ", "A, said “b. ", "‘a, “b” ", " ‘a’s ", "“a b. C d. ", "Ab, cd,” "]
)
def test_a_text_of_nothing_but_marks_takes_no_time_to_speak_of(part: str) -> None:
    text = part * 1500
    began = process_time()
    find_quotations(text, [(0, len(text))])
    assert process_time() - began < 5
