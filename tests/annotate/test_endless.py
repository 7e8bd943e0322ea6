"""Text of great length in one line: sentences that do not end are read in pieces, and others are left alone."""

from __future__ import annotations

import pytest
from build import make_report

from counterclaim.annotate import annotate
from counterclaim.annotate.endless import LONGEST
from counterclaim.annotate.located import Located, covered
from counterclaim.annotate.parse import parse

CLAUSE = "the army said 12 people were killed in Kisumu on Monday"


def lengths(text: str) -> list[int]:
    return [len(sentence) for sentence in parse(make_report(text)).sentences]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{CLAUSE} " * 60, id="no marks"),
        pytest.param(f"{CLAUSE}, " * 60, id="commas"),
        pytest.param(f"{CLAUSE} and “" * 60, id="quotes that are never closed"),
        pytest.param("12 dead, 30 wounded, " * 80, id="numbers"),
        pytest.param("Omar Haddad, " * 200, id="names"),
        pytest.param("1234 " * 500, id="a table"),
    ],
)
def test_no_sentence_is_longer_than_a_piece_and_no_word_is_lost(text: str) -> None:
    parsed = parse(make_report(text))
    assert max(len(sentence) for sentence in parsed.sentences) <= LONGEST
    assert "".join(sentence.text_with_ws for sentence in parsed.sentences) == parsed.report.text


def test_an_endless_sentence_is_cut_before_a_clause_and_not_inside_one() -> None:
    parsed = parse(make_report(f"{CLAUSE}, and " * 60))
    assert len(parsed.sentences) > 1
    assert {sentence[0].lower_ for sentence in parsed.sentences[1:]} <= {"and", "the"}


def test_the_paragraph_behind_an_endless_one_is_read_as_ever() -> None:
    behind = "The mayor denied it. Nobody was hurt."
    parsed = parse(make_report(f"{CLAUSE}, " * 60 + f"it said.\n\n{behind}"))
    assert [sentence.text.strip() for sentence in parsed.sentences][-2:] == ["The mayor denied it.", "Nobody was hurt."]


def test_a_long_sentence_that_people_write_is_left_whole() -> None:
    items = ", ".join(f"the village of Place{number}" for number in range(30))
    assert len(lengths(f"The governor named {items}.")) == 1


def test_what_is_said_in_an_endless_line_stands_where_it_says() -> None:
    text = "".join(
        f"the ministry said {number} people were killed in Kisumu on Monday and the governor denied it, "
        for number in range(11, 91)
    )
    found = annotate(make_report(text))
    for statement in found.statements:
        assert all(text[piece.start : piece.end] == piece.text for piece in statement.content)
    for claim in found.claims:
        assert text[claim.trigger.start : claim.trigger.end] == claim.trigger.text
    told = {figure.best for figure in found.figures}
    assert len(told & set(range(11, 91))) > 70


def test_what_is_found_at_a_place_comes_in_the_order_it_was_given_in() -> None:
    pieces = {"late": [(300, 310)], "wide": [(0, 1000)], "torn": [(5, 9), (300, 302)]}
    located = Located(pieces, lambda name: pieces[name])
    assert located.at(301) == ["late", "wide", "torn"]
    assert located.at(305) == ["late", "wide"]
    assert located.at(1000) == []
    assert located.begun_in(5, 301) == ["late", "torn"]
    assert located.begun_in(6, 300) == []


def test_characters_that_pieces_cover() -> None:
    assert list(covered(5, [(1, 3), (2, 4)])) == [0, 1, 1, 1, 0]
    assert len(covered(5, [(3, 9)])) == 5
