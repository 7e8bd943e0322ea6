"""Scoring chains of mentions: the three measures on small cases worked out by hand, and GUM's own layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.evaluate.coreference import (
    Pair,
    b_cubed,
    ceaf_e,
    evaluate_coreference,
    muc,
    read_conllu,
    score_report,
    table_of,
)
from counterclaim.records import (
    Annotations,
    EntityKind,
    LocalEntity,
    Manner,
    Mention,
    MentionForm,
    Span,
    Statement,
    UnreadableInput,
    Who,
)
from counterclaim.records.enums import Act

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "gum_news"


def pair(gold: str, found: str) -> Pair:
    """Chains as words: "abc de" is two chains of three and two mentions."""
    return Pair(*(tuple(frozenset(chain) for chain in side.split()) for side in (gold, found)))


@pytest.mark.parametrize(
    ("gold", "found", "counts"),
    [
        ("abc de", "abc de", (3, 3, 3, 3)),
        ("abc", "ab c", (1, 2, 1, 1)),
        ("ab cd", "abcd", (2, 2, 2, 3)),
        ("abc", "x", (0, 2, 0, 0)),
    ],
)
def test_muc_counts_links(gold: str, found: str, counts: tuple[float, ...]) -> None:
    assert muc(pair(gold, found)) == counts


@pytest.mark.parametrize(
    ("gold", "found", "counts"),
    [
        ("abc de", "abc de", (5, 5, 5, 5)),
        ("ab cd", "abcd", (4, 4, 2, 4)),
        ("abc", "ab x", (4 / 3, 3, 2, 3)),
    ],
)
def test_b_cubed_counts_mentions(gold: str, found: str, counts: tuple[float, ...]) -> None:
    assert b_cubed(pair(gold, found)) == pytest.approx(counts)


@pytest.mark.parametrize(
    ("gold", "found", "like"),
    [("abc de", "abc de", 2), ("ab cd", "abcd", 2 / 3), ("abc", "ab c", 0.8), ("ab", "x", 0)],
)
def test_ceaf_puts_entities_to_one_another_one_to_one(gold: str, found: str, like: float) -> None:
    one = pair(gold, found)
    assert ceaf_e(one) == pytest.approx((like, len(one.gold), like, len(one.found)))


def test_what_is_found_exactly_is_full_marks() -> None:
    scores = table_of([pair("abc de f", "abc de f")]).scores
    assert set(scores.values()) == {100.0}


CONLLU = """# newdoc id = x
# newpar_block = p (2 s)
# newpar
# text = Ada Berg left the old port.
1\tAda\tAda\tPROPN\tNNP\t_\t0\t_\t_\tEntity=(1-person-new-x-cf1-1,2-coref-Ada
2\tBerg\tBerg\tPROPN\tNNP\t_\t0\t_\t_\tEntity=1)
3\tleft\tleave\tVERB\tVBD\t_\t0\t_\t_\t_
4\tthe\tthe\tDET\tDT\t_\t0\t_\t_\tEntity=(2-place-new-x-cf1-3-sgl
5\told\told\tADJ\tJJ\t_\t0\t_\t_\t_
6\tport\tport\tNOUN\tNN\t_\t0\t_\t_\tEntity=2)|SpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t0\t_\t_\t_

# text = She said so.
1\tShe\tshe\tPRON\tPRP\t_\t0\t_\t_\tEntity=(1-person-giv-x-cf1-1-ana-Ada)
2\tsaid\tsay\tVERB\tVBD\t_\t0\t_\t_\t_
3\tso\tso\tADV\tRB\t_\t0\t_\t_\t_
4\t.\t.\tPUNCT\t.\t_\t0\t_\t_\t_
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "x.conllu"
    path.write_text(CONLLU)
    return path


def test_chains_without_a_name_do_not_count(report: Path) -> None:
    gold = read_conllu(report)
    assert gold.text == "Ada Berg left the old port. She said so."
    ((chain, mentions),) = gold.chains().items()
    assert (chain, [gold.text[m.start : m.end] for m in mentions]) == ("1", ["Ada Berg", "She"])


def found_in(text: str, *, pronoun: bool) -> Annotations:
    """Ada as annotating finds her, with or without the pronoun of her statement."""
    ada = LocalEntity("e", "r", "Ada Berg", EntityKind.PERSON, ("Ada Berg",), (), None, 1)
    name = Mention("m", "r", "e", Span.of(text, 0, 8), MentionForm.NAME)
    at = text.index("She")
    says = Statement(
        "s", "r", None, Manner.INDIRECT, Act.ASSERT, (Who("e", "Ada Berg", Span.of(text, at, at + 3)),), (), None,
        (Span.of(text, at + 9, at + 11),),
    )  # fmt: skip
    return Annotations("r", (ada,), (name,), statements=(says,) if pronoun else ())


@pytest.mark.parametrize(("pronoun", "links"), [(True, (1, 1, 1, 1)), (False, (0, 1, 0, 0))])
def test_pronouns_come_from_statements_and_claims(report: Path, pronoun: bool, links: tuple[int, ...]) -> None:
    gold = read_conllu(report)
    assert muc(score_report(gold, found_in(gold.text, pronoun=pronoun))) == links


def test_a_name_where_gum_has_none_is_wrong(report: Path) -> None:
    gold = read_conllu(report)
    other = Mention("n", "r", "f", Span.of(gold.text, 4, 8), MentionForm.NAME)
    scored = score_report(gold, Annotations("r", mentions=(other, *found_in(gold.text, pronoun=False).mentions)))
    assert len(scored.found) == 1  # the second name for the same words of GUM is not counted against us


def test_a_folder_without_reports(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"no \*\.conllu files"):
        evaluate_coreference(tmp_path)


def test_a_broken_report(tmp_path: Path) -> None:
    (tmp_path / "x.conllu").write_text("# text = A b.\n1\tAnother\t_\tPROPN\tNNP\t_\t_\t_\t_\t_\n")
    with pytest.raises(UnreadableInput, match="cannot be read"):
        evaluate_coreference(tmp_path)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reports of GUM are not here (../shared/data/gum_news)")
def test_one_report_of_gum(tmp_path: Path) -> None:
    (tmp_path / "korea.conllu").write_bytes((SHARED / "korea.conllu").read_bytes())
    scores = evaluate_coreference(tmp_path).table.scores
    assert all(scores[f"coreference.{name}.f1"] > 30 for name in ("mentions", "muc", "b3", "ceaf_e"))
