"""What a sentence tells beside somebody's words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import make_report, parse_text

from counterclaim.annotate.beside import told_beside
from counterclaim.annotate.narration import statement_of_outlet
from counterclaim.annotate.report import annotate_report
from counterclaim.records import Claim, Hedge, Manner, Span, Statement, Who


def claim_of(text: str, predicate: str) -> tuple[Claim, Statement]:
    found = annotate_report(make_report(text, "2019-08-14", "The Harbour Post"))
    claim = next(claim for claim in found.claims if claim.predicate == predicate)
    return claim, next(statement for statement in found.statements if statement.id == claim.statement)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("“I saw only dust,” said Ann Doe, 20, whose husband and small son were wounded in the raid.", "wound"),
        ("A crater marks the spot, said the mayor, whose guards burned the archive.", "burn"),
        ("Fishermen who pulled out nineteen bodies at the pier said that none of them had a wound.", "pull out"),
    ],
)
def test_a_clause_that_nobody_is_known_to_have_said_is_told_by_the_outlet(text: str, predicate: str) -> None:
    _, statement = claim_of(text, predicate)
    assert statement.manner is Manner.NARRATION
    assert [who.name for who in statement.sources] == ["The Harbour Post"]


@pytest.mark.parametrize(
    ("said", "cue", "rest", "by_speaker"),
    [
        ("No man was at the base", ", Doe said; ", "they had fought near the place, and a jet struck it", False),
        ("They had fought near the place", ", Doe said, ", "and the base was struck by a jet", True),
    ],
)
def test_what_is_joined_to_what_was_said_goes_on_with_it(said: str, cue: str, rest: str, by_speaker: bool) -> None:
    text = f"{said}{cue}{rest}."
    parsed = parse_text(text)
    doe = Who(None, "Doe")
    word = text.index("said")
    content = Span.of(text, 0, len(said))
    statement = replace(
        statement_of_outlet(parsed, content, doe, Hedge.NONE, 1.0),
        manner=Manner.INDIRECT,
        cue=Span.of(text, word, word + 4),
    )
    found = told_beside(parsed, [statement], Who(None, "The Harbour Post"), [0.0] * len(parsed.doc))
    rocket = next(s for s in found if any(rest[-12:] in piece.text for piece in s.content))
    assert (rocket.sources == (doe,)) is by_speaker


def test_since_when_one_thing_was_dates_no_other() -> None:
    claim, _ = claim_of("The guards had fought there since May, and the base was struck by a plane.", "strike")
    assert claim.time is None


def test_how_a_source_spoke_is_no_statement_of_the_outlet() -> None:
    text = "The bridge was mined, said an officer who spoke on condition that his name was kept back."
    found = annotate_report(make_report(text))
    assert not [s for s in found.statements if s.manner is Manner.NARRATION and "spoke" in s.content[0].text]


def test_we_of_an_outlet_is_the_outlet() -> None:
    found = annotate_report(
        make_report("We denounce that the police fired at the growers.", "2019-08-14", "The Growers")
    )
    assert [who.name for s in found.statements if s.manner is Manner.INDIRECT for who in s.sources] == ["The Growers"]
