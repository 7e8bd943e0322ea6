"""What stands around two sentences, and the weigher of it, on sentences that were made up here."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.models.pairs import model, weigher
from counterclaim.models.pairs.around import AROUND, Laid, around
from counterclaim.models.pairs.model import Known
from counterclaim.models.pairs.pieces import Passage

REPORTS = {
    "a": ["A fire broke out in the Orlo mill at noon.", "Nobody was hurt, the owner said.", "The mill made paper."],
    "b": ["The Orlo mill burnt on Monday.", "Six workers were taken to hospital with burns, a nurse said."],
    "c": [
        "Smoke rose from the mill.",
        "No worker was hurt in the fire, the mayor said.",
        "The council meets on Friday.",
    ],
}


@pytest.fixture(scope="module")
def known() -> dict[str, list[Known]]:
    reader = model.load()
    return {name: [reader.know(Passage("2031-03-04", text, name)) for text in texts] for name, texts in REPORTS.items()}


def laid(known: dict[str, list[Known]]) -> list[Laid]:
    """Every two sentences of two reports, as the reader reads them."""
    found = []
    for one, other in (("a", "b"), ("a", "c"), ("b", "c")):
        for n, left in enumerate(known[one]):
            for m, right in enumerate(known[other]):
                read = model.load().read(left, right)
                found.append(Laid((one, n), (other, m), read.likely, read.of_slot))
    return found


def turned(pair: Laid) -> Laid:
    return Laid(pair.right, pair.left, pair.likely, pair.of_slot)


@given(st.randoms())
@settings(max_examples=8, deadline=None)
def test_neither_the_order_of_pairs_nor_of_sentences_makes_a_difference(known: dict[str, list[Known]], rnd) -> None:
    pairs = laid(known)
    mixed = [turned(pair) if rnd.random() < 0.5 else pair for pair in pairs]
    order = list(range(len(pairs)))
    rnd.shuffle(order)
    numbers = around(known, pairs)
    assert numbers.shape == (len(pairs), AROUND)
    assert np.allclose(around(known, [mixed[n] for n in order]), numbers[order], atol=1e-5)


def test_what_stands_out_is_likelier(known: dict[str, list[Known]]) -> None:
    pairs = laid(known)
    likely = dict(zip([(p.left, p.right) for p in pairs], weigher.load().likely(known, pairs), strict=True))
    assert all(0 <= one <= 1 for one in likely.values())
    hurt = likely.pop((("a", 1), ("b", 1)))
    assert hurt > max(value for (left, right), value in likely.items() if (left[0], right[0]) == ("a", "b"))


def test_a_third_report_that_says_the_same_counts(known: dict[str, list[Known]]) -> None:
    pairs = laid(known)
    at = next(n for n, p in enumerate(pairs) if (p.left, p.right) == (("a", 1), ("b", 1)))
    alone = [pair for pair in pairs if (pair.left[0], pair.right[0]) == ("a", "b")]
    with_third, without = around(known, pairs)[at], around(known, alone)[alone.index(pairs[at])]
    third = slice(5, 8)
    assert not without[third].any()
    assert with_third[third].any()
    assert np.allclose(with_third[:5], without[:5])


def test_nothing_read_is_nothing_weighed() -> None:
    assert weigher.load().likely({}, []) == []
    assert around({}, []).shape == (0, AROUND)
