import pytest

from counterclaim.evaluate.overlap import jaccard, percent, same_name, word_starts
from counterclaim.records import Span

TEXT = "Two men said that two men came."


@pytest.mark.parametrize(
    ("gold", "words"),
    [
        ("Aldis Varnek", "Varnek"),
        ("Aldis Varnek", "Kestovian Prime Minister Aldis Varnek"),
        ("Nikol Pashinyan", "Nikol Pashinian"),
        ("Telurian Defence Ministry", "the ministry"),
        ("Telurian Defence Ministry", "The Telurian Defence Ministry"),
        ("a doctor at the district hospital", "A doctor at the district hospital in Seltza, who asked not to be named"),
    ],
)
def test_a_name_is_known_by_its_parts_and_near_spellings(gold, words):
    assert same_name(gold, words)


@pytest.mark.parametrize(
    ("gold", "words"),
    [
        ("Telurian Defence Ministry", "Kestovian Health Ministry"),
        ("Telurian Defence Ministry", "the Telurian Defence Minister"),
        ("Aldis Varnek", "the prime minister"),
        ("Armenia", "Armenian Prime Minister Nikol Pashinyan"),
        ("a doctor at the district hospital", "the district hospital"),
        ("Aldis Varnek", ""),
        ("Aldis Varnek", "Mira Varnek"),
    ],
)
def test_another_name_is_another(gold, words):
    assert not same_name(gold, words)


def test_words_are_shared_by_place_and_not_by_spelling():
    first, second = word_starts([Span.of(TEXT, 0, 7)]), word_starts([Span.of(TEXT, 18, 25)])
    assert len(first) == len(second) == 2
    assert jaccard(first, second) == 0
    assert jaccard(first, word_starts([Span.of(TEXT, 0, 12)])) == pytest.approx(2 / 3)


def test_pieces_of_one_statement_count_together_and_punctuation_does_not():
    whole = word_starts([Span.of(TEXT, 0, len(TEXT))])
    assert whole == word_starts([Span.of(TEXT, 0, 12), Span.of(TEXT, 13, len(TEXT) - 1)])


def test_nothing_shares_nothing():
    assert jaccard(frozenset(), frozenset()) == 0


@pytest.mark.parametrize(("right", "of", "share"), [(2, 3, 66.7), (0, 4, 0.0), (0, 0, None)])
def test_a_share_of_nothing_is_not_defined(right, of, share):
    assert percent(right, of) == share
