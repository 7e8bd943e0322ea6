"""The scorer of chains and nested statements, on labels and statements made by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim.evaluate.chains import Tally, evaluate_chains, read_sentence, score_sentence, table_of
from counterclaim.records import (
    Act,
    Annotations,
    Hedge,
    Manner,
    Span,
    Statement,
    TimeExpression,
    TimexType,
    Unnamed,
    UnreadableInput,
    Who,
)

TEXT = "The mayor told reporters on Monday that witnesses said the old bridge fell if it rained."
OUTER = "witnesses said the old bridge fell if it rained"
INNER = "the old bridge fell if it rained"
MONDAY = TimeExpression("t", "r", Span(25, 34, "on Monday"), TimexType.DATE, "2021-05-03")


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def span(words: str) -> Span:
    start, end = at(words)
    return Span.of(TEXT, start, end)


def label(key: str, content: str, **fields: object) -> dict[str, object]:
    return {
        "id": key,
        "parent": None,
        "source": [],
        "unnamed": None,
        "via": [],
        "addressee": [],
        "cue": [at("said")],
        "content": [at(content)],
        "manner": "indirect",
        "act": "assert",
        "setting": None,
        "said": None,
        "condition": None,
        "hedge": "none",
        **fields,
    }


def who(words: str, unnamed: Unnamed | None = None) -> Who:
    return Who(None, words, span(words), unnamed)


def statement(key: str, content: str, cue: str, *sources: Who, parent: str | None = None) -> Statement:
    return Statement(key, "r", parent, Manner.INDIRECT, Act.ASSERT, sources, (), span(cue), (span(content),))


GOLD = (
    label("a", OUTER, source=[at("The mayor")], addressee=[at("reporters")], said=at("on Monday"), cue=[at("told")]),
    label("b", INNER, parent="a", source=[at("witnesses")], unnamed="group", condition=at("if it rained")),
)
MAYOR = replace(
    statement("1", OUTER, "told", who("The mayor")),
    addressee=(who("reporters"),),
    said="2021-05-03",
    said_from="text",
)
WITNESSES = statement("2", INNER, "said", who("witnesses", Unnamed.GROUP), parent="1")


def scored(*ours: Statement, gold: tuple[dict[str, object], ...] = GOLD, plain: bool = False) -> Tally:
    row = {"corpus": "syria", "id": "r", "sentence": [0, len(TEXT)], "plain": plain, "statements": list(gold)}
    return score_sentence(read_sentence(row, TEXT), Annotations("r", times=(MONDAY,), statements=ours))


def figures(tally: Tally, name: str) -> tuple[int, int, int, int]:
    counts = tally[name]
    return counts.found, counts.predicted, counts.recalled, counts.gold


def test_what_is_just_as_labelled_is_right_throughout() -> None:
    tally = scored(MAYOR, WITNESSES)
    assert figures(tally, "statements") == (2, 2, 2, 2)
    assert figures(tally, "nested") == figures(tally, "outermost") == figures(tally, "parent") == (1, 1, 1, 1)
    assert figures(tally, "source") == figures(tally, "manner") == figures(tally, "act") == (2, 2, 2, 2)
    assert figures(tally, "addressee") == figures(tally, "said") == figures(tally, "unnamed") == (1, 1, 1, 1)
    assert figures(tally, "condition kept") == (1, 1, 1, 1)
    assert figures(tally, "hedge") == figures(tally, "via") == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("ours", "name", "expected"),
    [
        ((), "statements", (0, 0, 0, 2)),
        ((MAYOR,), "nested", (0, 0, 0, 1)),
        ((MAYOR, replace(WITNESSES, parent=None)), "nested", (0, 0, 1, 1)),
        ((MAYOR, replace(WITNESSES, parent=None)), "parent", (0, 0, 0, 1)),
        ((replace(MAYOR, parent="0"), WITNESSES), "parent", (1, 2, 1, 1)),
        ((MAYOR, replace(WITNESSES, sources=())), "source", (1, 2, 1, 2)),
        ((MAYOR, replace(WITNESSES, sources=(who("witnesses"), who("The mayor")))), "source", (1, 2, 1, 2)),
        ((replace(MAYOR, said="2021-05-04"), WITNESSES), "said", (0, 1, 0, 1)),
        ((replace(MAYOR, said_from="report"), WITNESSES), "said", (0, 0, 0, 1)),
        ((replace(MAYOR, addressee=(who("witnesses"),)), WITNESSES), "addressee", (0, 1, 0, 1)),
        ((replace(MAYOR, hedge=Hedge.ALLEGED), WITNESSES), "hedge", (0, 1, 0, 0)),
        ((MAYOR, replace(WITNESSES, content=(span("the old bridge fell"),))), "condition kept", (0, 1, 0, 1)),
        ((MAYOR, statement("2", "fell", "said")), "statements", (1, 2, 1, 2)),  # one word of seven
        ((MAYOR, WITNESSES, replace(WITNESSES, id="3")), "statements", (2, 3, 2, 2)),  # one to one
    ],
)
def test_what_differs_from_the_label_is_wrong_in_its_row(
    ours: tuple[Statement, ...], name: str, expected: tuple[int, int, int, int]
) -> None:
    assert figures(scored(*ours), name) == expected


def test_narration_and_statements_of_other_sentences_are_left_aside() -> None:
    told = replace(statement("3", TEXT[:-1], "told"), manner=Manner.NARRATION, cue=None)
    elsewhere = replace(statement("4", "reporters", "told"), cue=Span(len(TEXT) + 5, len(TEXT) + 9, "said"))
    assert figures(scored(MAYOR, WITNESSES, told, elsewhere), "statements") == (2, 2, 2, 2)


def test_a_statement_spoken_in_another_sentence_is_not_scored_but_may_hold_one_that_is() -> None:
    gold = (label("a", OUTER, cue=[]), GOLD[1])
    tally = scored(replace(MAYOR, cue=None, sources=()), WITNESSES, gold=gold)
    assert figures(tally, "statements") == figures(tally, "parent") == (1, 1, 1, 1)


def test_a_named_spokesman_may_be_taken_for_the_speaker() -> None:
    gold = (label("a", INNER, source=[at("reporters")], via=[at("The mayor")], spokesman=True),)
    for named in ("The mayor", "reporters"):
        tally = scored(statement("1", INNER, "said", who(named)), gold=gold)
        assert figures(tally, "source") == (1, 1, 1, 1)
        assert figures(tally, "via") == (0, 0, 0, 0)


def test_the_chain_may_name_the_speakers_around_it_but_nobody_else() -> None:
    inner = replace(WITNESSES, via=(who("The mayor"), who("reporters")))
    assert figures(scored(MAYOR, inner), "via") == (0, 1, 0, 0)
    gold = (GOLD[0], {**GOLD[1], "via": [at("The mayor")]})
    assert figures(scored(MAYOR, inner, gold=gold), "via") == (1, 2, 1, 1)


def test_statements_with_a_parent_in_a_plain_sentence_are_too_much_nesting() -> None:
    tally = scored(MAYOR, WITNESSES, gold=(GOLD[0],), plain=True)
    assert figures(tally, "nested in plain sentences") == (1, 2, 1, 2)
    table = table_of({"syria": [tally]})
    assert table.scores["chains.all.nested_in_plain_sentences"] == 50.0
    assert table.scores["chains.syria.statements.p"] == 50.0


def test_labels_and_texts_that_are_not_there_are_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="labels"):
        evaluate_chains(tmp_path, tmp_path)
    row = {"corpus": "polnear", "id": "gone", "sentence": [0, 5], "plain": True, "statements": []}
    (tmp_path / "chains_polnear.jsonl").write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(UnreadableInput, match="gone of polnear"):
        evaluate_chains(tmp_path, tmp_path)
