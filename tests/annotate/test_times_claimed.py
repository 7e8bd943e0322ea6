"""Which time of a sentence is that of a predicate."""

from __future__ import annotations

import pytest
from build import parse_text

from counterclaim.annotate.located import by_place
from counterclaim.annotate.times import find_times, time_of


@pytest.mark.parametrize(
    ("text", "verb", "value"),
    [
        ("Rebels attacked the port on Tuesday.", "attacked", "2019-08-13"),
        ("Officials said on Tuesday that rebels had attacked the port.", "said", "2019-08-13"),
        ("Officials said on Tuesday that rebels had attacked the port.", "attacked", None),
        ("Officials said that rebels attacked the port on 3 May.", "attacked", "2019-05-03"),
        ("Officials said that rebels attacked the port on 3 May.", "said", None),
        ("The minister condemned Friday's attack.", "condemned", None),
        ("The army carried out Friday's attack.", "carried", "2019-08-09"),
        ("Friday's attack killed ten people.", "killed", "2019-08-09"),
        ("Jets struck at noon on Tuesday.", "struck", "2019-08-13T12:00"),
        ("Jets struck on Tuesday and killed two people.", "killed", "2019-08-13"),
        ("Jets struck on Tuesday and withdrew on Wednesday.", "withdrew", "2019-08-14"),
        ("The town, which fell in 2015, was retaken in 2018.", "fell", "2015"),
        ("The town, which fell in 2015, was retaken in 2018.", "retaken", "2018"),
        ("He was recently seen in the port on 3 May.", "seen", "2019-05-03"),
        ("They fought for three weeks.", "fought", None),
        ("They want to meet on Friday.", "meet", "2019-08-16"),
        (
            "Gunmen stormed the port on Tuesday, killing six, in what they called revenge for a raid two days earlier.",
            "killing",
            "2019-08-13",
        ),
        ("Nobody was hurt.", "hurt", None),
        ("The bridge fell on Monday. Nobody was hurt.", "hurt", None),
    ],
)
def test_a_predicate_has_the_time_of_its_own_clause_or_none(text: str, verb: str, value: str | None) -> None:
    parsed = parse_text(text, "2019-08-14")
    (predicate,) = [token for token in parsed.doc if token.text == verb]
    time = time_of(predicate, by_place(find_times(parsed)))
    assert (time.value if time else None) == value
