"""PolNeAR's scorer on cases made by hand, and that what it predicts has the corpus's form."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.evaluate.polnear import (
    Article,
    Marked,
    evaluate_polnear,
    predict,
    read_annotations,
    read_articles,
    score_article,
    score_table,
)
from counterclaim.records import UnreadableInput, UsageError

SHARED = Path(__file__).parents[3] / "shared"
TEXT = "Doe said the bridge fell. “It is gone,” Roe said."


def span(words: str, text: str = TEXT) -> tuple[tuple[int, int], ...]:
    if not words:
        return ()
    start = text.index(words)
    return ((start, start + len(words)),)


def marked(source: str, cue: str, content: str) -> Marked:
    return Marked(span(source), span(cue), span(content))


INDIRECT = marked("Doe", "said", "the bridge fell")
DIRECT = marked("Roe", "said", "“It is gone,”")
GOLD = (INDIRECT, DIRECT)


@pytest.mark.parametrize(
    ("predicted", "precision", "recall"),
    [
        (GOLD, 100, 100),
        ((INDIRECT,), 100, 50),
        ((), 0, 0),
        ((INDIRECT, INDIRECT), 50, 50),  # one to one
        ((marked("Roe", "said", "the bridge fell"),), 0, 0),  # the wrong source
        ((marked("", "said", "the bridge fell"),), 0, 0),
        ((marked("Doe", "said", "bridge fell"),), 100, 50),  # two of three words
        ((marked("Doe", "said", "the"),), 0, 0),  # less than half
    ],
)
def test_a_relation_is_half_of_the_content_and_the_source(
    predicted: tuple[Marked, ...], precision: float, recall: float
) -> None:
    counts = score_article(TEXT, GOLD, predicted)["all", "relation"]
    assert counts.scores()[:2] == pytest.approx((precision, recall))


def test_no_source_is_right_where_gold_has_none() -> None:
    gold = (marked("", "said", "the bridge fell"),)
    score = score_article(TEXT, gold, gold)
    assert score["all", "relation"].scores()[2] == 100
    assert score_article(TEXT, gold, (INDIRECT,))["all", "relation"].scores()[2] == 0


def test_quoted_and_indirect_are_told_apart_by_the_marks() -> None:
    score = score_article(TEXT, GOLD, GOLD)
    assert (score["quoted", "relation"].gold, score["indirect", "relation"].gold) == (1, 1)
    unmarked = marked("Roe", "said", "It is gone")
    assert score_article(TEXT, GOLD, (unmarked,))["quoted", "relation"].predicted == 1  # a mark touches it


def test_contents_and_cues_are_compared_by_their_words() -> None:
    score = score_article(TEXT, GOLD, (marked("Doe", "Doe said", "the bridge fell. “It"),))
    content, cue, source = (score["all", measure] for measure in ("content", "cue", "source"))
    assert (content.found, content.predicted, content.recalled, content.gold) == (4, 4, 4, 6)
    assert (cue.found, cue.predicted, cue.gold) == (1, 2, 1)
    assert (source.found, source.predicted, source.gold) == (1, 1, 1)


def test_the_better_content_is_paired_first() -> None:
    half = marked("Roe", "said", "bridge fell")
    counts = score_article(TEXT, (INDIRECT,), (half, INDIRECT))["all", "content half"]
    assert (counts.found, counts.predicted) == (1, 2)


def test_the_table_has_a_row_for_each_figure_and_is_the_same_twice() -> None:
    articles = [Article("a", TEXT, GOLD), Article("b", TEXT, (INDIRECT,))]
    predictions = {"a": (INDIRECT,), "b": (INDIRECT,)}
    table = score_table("two", articles, predictions)
    assert table == score_table("two", articles, predictions)
    assert table.scores["polnear.all.relation.p"] == 100
    assert table.scores["polnear.all.relation.r"] == pytest.approx(66.7)
    rows = {row[:2]: row[2:] for row in table.rows}
    assert rows["all", "relation"][-2:] == (2, 3)
    assert len(table.columns) == len(table.rows[0])


def many(*found: tuple[str, str | None, int, int]) -> tuple[list[Article], dict[str, tuple[Marked, ...]]]:
    """Articles by id, outlet, how many attributions the gold has, and how many of them were found."""
    articles, predictions = [], {}
    for id_, outlet, gold, right in found:
        text = " ".join(f"Doe said word{number}." for number in range(gold))
        every = tuple(
            Marked(((at, at + 3),), ((at + 4, at + 8),), ((at + 9, at + 14),))
            for at in (text.index(f"Doe said word{number}.") for number in range(gold))
        )
        articles.append(Article(id_, text, every, outlet))
        predictions[id_] = every[:right]
    return articles, predictions


def test_relation_is_told_by_outlet_in_the_order_of_their_names() -> None:
    articles, predictions = many(
        ("a", "Tosk Wire", 4, 1), ("b", None, 2, 2), ("c", "Herald", 3, 3), ("d", "Herald", 1, 0)
    )
    outlets = score_table("four", articles, predictions).more[0]
    assert [dict(zip(outlets.columns, row, strict=True)) for row in outlets.rows] == [
        {"outlet": "Herald", "articles": 2, "predicted": 3, "gold": 4, "P": 100.0, "R": 75.0, "F1": 85.7},
        {"outlet": "Tosk Wire", "articles": 1, "predicted": 1, "gold": 4, "P": 100.0, "R": 25.0, "F1": 40.0},
        {"outlet": "not known", "articles": 1, "predicted": 2, "gold": 2, "P": 100.0, "R": 100.0, "F1": 100.0},
    ]


def test_the_worst_articles_are_listed_if_their_gold_is_large_enough() -> None:
    articles, predictions = many(
        ("fine", None, 6, 6), ("small", None, 4, 0), ("bad", None, 5, 1), ("large", None, 8, 0), ("none", None, 5, 0)
    )
    table = score_table("five", articles, predictions, worst=3).more[-1]
    assert table.columns == ("article", "gold", "predicted", "right", "F1")
    assert table.rows == (("large", 8, 0, 0, 0.0), ("none", 5, 0, 0, 0.0), ("bad", 5, 1, 1, 33.3))
    assert len(score_table("five", articles, predictions).more[-1].rows) == 4


def test_no_table_of_the_worst_where_none_is_wanted_or_there_is_none() -> None:
    assert len(score_table("one", *many(("a", None, 6, 6)), worst=0).more) == 1
    assert len(score_table("one", *many(("a", None, 4, 0))).more) == 1


def test_an_article_without_predictions_counts_as_empty() -> None:
    assert score_table("one", [Article("a", TEXT, GOLD)], {}).scores["polnear.all.relation.r"] == 0


def test_standoff_is_read_with_its_pieces() -> None:
    standoff = (
        "T1\tSource 0 3\tDoe\nT2\tCue 4 8\tsaid\nT3\tContent 9 12;16 20\tthe ... fell\nT4\tAttribution 4 8\tsaid\n"
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\nE2\tAttribution:T4 Cue:T2\n"
    )
    assert read_annotations(standoff) == (Marked(((0, 3),), ((4, 8),), ((9, 12), (16, 20))),)


def write_split(folder: Path) -> None:
    (folder / "dev" / "text").mkdir(parents=True)
    (folder / "dev" / "attributions").mkdir()
    for name in ("a", "b"):
        (folder / "dev" / "text" / f"{name}.txt").write_text("Doe said the bridge fell.\r\n", newline="")
        standoff = (
            "T1\tSource 0 3\tDoe\nT2\tCue 4 8\tsaid\nT3\tContent 9 24\tthe bridge fell\nT4\tAttribution 4 8\tsaid\n"
        )
        (folder / "dev" / "attributions" / f"{name}_ef2d.ann").write_text(
            standoff + "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
        )
        (folder / "dev" / "attributions" / f"{name}_zzzz.ann").write_text("")


def test_a_split_is_annotated_and_scored(tmp_path: Path) -> None:
    write_split(tmp_path)
    assert evaluate_polnear(tmp_path).scores["polnear.all.relation.f1"] == 100
    assert [a.id for a in read_articles(tmp_path, "dev", limit=1)] == ["a"]
    assert [a.id for a in read_articles(tmp_path, "dev", ids=["b"])] == ["b"]


def test_outlets_come_from_the_corpus_own_table(tmp_path: Path) -> None:
    write_split(tmp_path)
    (tmp_path / "metadata.tsv").write_text('filename\tlevel\tpublisher\na\t4\tThe "Herald\nb\t4\t\n')
    assert [a.outlet for a in read_articles(tmp_path, "dev")] == ['The "Herald', None]
    assert [row[0] for row in evaluate_polnear(tmp_path).more[0].rows] == ['The "Herald', "not known"]


def test_a_table_of_articles_without_outlets_is_refused(tmp_path: Path) -> None:
    write_split(tmp_path)
    (tmp_path / "metadata.tsv").write_text("filename\tlevel\na\t4\n")
    with pytest.raises(UnreadableInput, match="no column publisher"):
        read_articles(tmp_path, "dev")


def test_a_folder_without_the_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="train and dev"):
        evaluate_polnear(tmp_path)


def test_ids_that_are_not_there_are_refused(tmp_path: Path) -> None:
    write_split(tmp_path)
    with pytest.raises(UsageError, match="No article"):
        evaluate_polnear(tmp_path, ids=["c"])


def test_only_the_outermost_are_predicted() -> None:
    text = "The aide said that the mayor had promised to resign."
    (only,) = predict([Article("a", text, ())])["a"]
    assert only.source == ((0, 8),)


@pytest.mark.skipif(not (SHARED / "data" / "polnear").is_dir(), reason="PolNeAR is not on this machine")
def test_a_few_real_articles_are_attributed_well() -> None:
    table = evaluate_polnear(SHARED / "data" / "polnear", "train", limit=6)
    assert table.scores["polnear.all.relation.f1"] > 40
