"""When what a figure counts happened: a day is from that day until that day, a toll since a date has no end."""

from __future__ import annotations

import pytest
from build import parse_text

from counterclaim.annotate.figures import find_figures
from counterclaim.annotate.times import find_times

Dates = tuple[str | None, str | None, str | None]


def dates(text: str, published: str | None = "2020-09-28") -> list[Dates]:
    parsed = parse_text(text, published)
    return [(f.since, f.until, f.as_of) for f in find_figures(parsed, find_times(parsed))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve people were killed on 16 November 2019.", [("2019-11-16", "2019-11-16", None)]),
        ("On Monday rebels killed 12 people.", [("2020-09-28", "2020-09-28", None)]),
        ("Rebels killed 12 people in May 2019.", [("2019-05", "2019-05", None)]),
        ("The governor said on 4 May 2020 that 12 people were killed.", [(None, None, None)]),
        ("Twelve people were killed, the governor said.", [(None, None, None)]),
        ("More than 300 people have been killed since 4 May 2019.", [("2019-05-04", None, None)]),
        ("Since 4 May 2019 more than 300 people have been killed.", [("2019-05-04", None, None)]),
        ("As of 4 May 2020, 312 people had died.", [(None, None, "2020-05-04")]),
        ("Rebels killed 12 people in a town that fell on 4 May 2019.", [(None, None, None)]),
        (
            "A bomb killed 12 people on 4 May 2019. Another 30 were wounded.",
            [("2019-05-04", "2019-05-04", None), ("2019-05-04", "2019-05-04", None)],
        ),
        (
            "A bomb killed 12 people on 4 May 2019. More than 9,000 people have died in the war.",
            [("2019-05-04", "2019-05-04", None), (None, None, None)],
        ),
        ("The toll rose to 31 on 4 May 2019, the coast guard said.", [(None, None, "2019-05-04")]),
        (
            "A fire injured 12 people on 4 May 2019. Two died later in hospital.",
            [("2019-05-04", "2019-05-04", None), (None, None, None)],
        ),
        ("The register lists 49 deaths from the fire of 4 May 2019.", [("2019-05-04", "2019-05-04", None)]),
        ("The toll of the storm on 4 May 2019 rose to 31.", [("2019-05-04", "2019-05-04", None)]),
        ("Forty people had been killed by Saturday, doctors said.", [(None, None, "2020-09-26")]),
        ("On Saturday, by noon, rebels killed 12 people.", [("2020-09-26", "2020-09-26", None)]),
        (
            "Of the seven people who were killed on 4 May 2019, five were boys.",
            [("2019-05-04", "2019-05-04", None)] * 2,
        ),
        ("Fire destroyed 640 houses between 4 May 2019 and 9 May 2019.", [("2019-05-04", "2019-05-09", None)]),
        ("Since the beginning of the strike on 4 May 2019, police have held 70 men.", [("2019-05-04", None, None)]),
        (
            "A bomb killed 12 people on 4 May 2019. A flood in 2016 left hundreds dead.",
            [("2019-05-04", "2019-05-04", None), (None, None, None)],
        ),
        (
            "A bomb killed 12 people on 4 May 2019. Of the fire of 2 May 2019 the ministry said that nine people died.",
            [("2019-05-04", "2019-05-04", None), (None, None, None)],
        ),
        (
            "On 6 May 2019 a bomb killed 12 people evacuated from the valley on 4 May 2019.",
            [("2019-05-06", "2019-05-06", None)],
        ),
        (
            "The raid of 4 May 2019 brought to 49 the number killed in the war of the valley.",
            [(None, None, None)],
        ),
        (
            "Two of the injured died on 6 May 2019. Thirty people had been hurt.",
            [("2019-05-06", "2019-05-06", None), (None, None, None)],
        ),
        ("Students marched on 4 May 2019 after police killed nine people.", [(None, None, None)]),
        (
            "The council met on 4 May 2019 after police killed nine people on 2 May 2019.",
            [("2019-05-02", "2019-05-02", None)],
        ),
    ],
)
def test_the_day_is_only_what_the_text_says(text: str, expected: list[Dates]) -> None:
    assert dates(text) == expected


def test_without_a_date_nothing_is_dated() -> None:
    assert dates("On Monday rebels killed 12 people.", None) == [(None, None, None)]
