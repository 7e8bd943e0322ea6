"""Hours in words and figures, how far they lie apart, and words that set one thing against another."""

from __future__ import annotations

import pytest

from counterclaim.link.compare.contrasts import contrasts_in
from counterclaim.link.compare.times.clock import Hour, apart, hours_in


def hour(words: str) -> Hour:
    """The one hour that some words name."""
    (found,) = hours_in(words)
    return found


@pytest.mark.parametrize(
    ("words", "stretches"),
    [
        ("it went off at 16:15", ((975, 975),)),
        ("it went off at 4.30 p.m. on Friday", ((990, 990),)),
        ("at 10.40 in the morning", ((640, 640),)),
        ("at 21.17.", ((1277, 1277),)),
        ("at about twenty minutes to nine, when", ((520, 520), (1240, 1240))),
        ("three minutes past eleven in the evening", ((1383, 1383),)),
        ("at half past two in the morning", ((150, 150),)),
        ("from four thirty in the evening onwards", ((990, 1170),)),
        ("heard before nine, while", ((360, 540), (1080, 1260))),
        ("a little before five o'clock", ((300, 300), (1020, 1020))),
        ("at dawn", ((180, 450),)),
    ],
)
def test_an_hour_is_every_stretch_of_a_day_that_may_be_meant(
    words: str, stretches: tuple[tuple[int, int], ...]
) -> None:
    assert hour(words).stretches == stretches


@pytest.mark.parametrize("words", ["by two to three people", "since six", "rose 4.30 percent", "at six checkpoints"])
def test_numbers_of_other_things_are_no_hours(words: str) -> None:
    assert not list(hours_in(words))


@pytest.mark.parametrize(
    ("left", "right", "days", "minutes"),
    [
        ("at twenty to nine,", "at ten past ten,", None, 90),
        ("at twenty to nine,", "before nine,", None, 0),
        ("at 11.40 p.m.", "at 3 a.m.", -1, 200),
        ("at 11.40 p.m.", "at 3 a.m.", None, 200),
        ("at 9 am", "at 2 pm", 1, 1140),
    ],
)
def test_hours_lie_as_far_apart_as_they_must(left: str, right: str, days: int | None, minutes: int) -> None:
    assert apart(hour(left), hour(right), days) == minutes
    assert apart(hour(right), hour(left), None if days is None else -days) == minutes


@pytest.mark.parametrize(
    ("words", "so", "not_so"),
    [
        ("They were shot not at the jetty but at the mill, he said.", "at the mill", "at the jetty"),
        ("It was a drone, and not an aeroplane; we heard it.", "It was a drone", "an aeroplane"),
        ("She named the old port rather than the new one.", "She named the old port", "the new one"),
    ],
)
def test_a_contrast_has_what_was_so_and_what_was_not(words: str, so: str, not_so: str) -> None:
    (contrast,) = contrasts_in(words)
    assert (contrast.yes, contrast.no) == (so, not_so)
    assert words[contrast.start : contrast.end].startswith(so[:3]) or words[contrast.start :].startswith("not")


def test_what_adds_is_no_contrast() -> None:
    assert not list(contrasts_in("They were seen not only at the jetty but also at the mill."))
