"""How large a count is: its bounds, whether two can both hold, and how it is written."""

from __future__ import annotations

from counterclaim.records import Figure

#: "At least 12" does not rule out 18; two sources that are that far apart (as a ratio) differ all the same.
_FAR = 1.3
#: So many times less than a rough word stands for is no count that the word may stand for; and so many times more is
#: called by another word: 150 are no dozens.
_RULED_OUT, _RULED_IN = 2.0, 6.0
#: A rough word from which on that holds: "several" is hardly more than two.
_DOZENS = 12


def bounds(figure: Figure) -> tuple[float | None, float | None]:
    """The interval in which the number lies; None where it is open. "About n" is read as within 15 %."""
    low, high = figure.low, figure.high
    if figure.approximate and figure.best is not None:
        low = figure.best * 0.85 if low is None else low
        high = figure.best * 1.15 if high is None else high
    return low, high


def lie_apart(left: Figure, right: Figure) -> bool:
    """Whether the bounds of two figures leave no number that both allow."""
    (low_a, high_a), (low_b, high_b) = bounds(left), bounds(right)
    above = low_b is not None and high_a is not None and low_b > high_a
    below = low_a is not None and high_b is not None and low_a > high_b
    return above or below


def rules_out(left: Figure, right: Figure) -> bool:
    """Whether a rough word and an exact number cannot be of the same: "dozens" against 10, or against 300."""
    if vague(left) is vague(right):
        return False
    rough, exact = (left, right) if vague(left) else (right, left)
    least, most, meant = exact.low, exact.high, rough.low or 0
    if meant < _DOZENS:
        return False
    below = most is not None and 0 < _RULED_OUT * most <= meant
    return below or (least is not None and least >= _RULED_IN * meant)


def vague(figure: Figure) -> bool:
    """Whether a figure is "dozens", "hundreds", "several"."""
    return figure.approximate and figure.best is None


def size(figure: Figure) -> float:
    """The number that a figure gives, or its lowest or highest."""
    return float(figure.best or figure.low or figure.high or 0)


def far(left: Figure, right: Figure) -> bool:
    """Whether two numbers that could both hold are far apart; "dozens" is not far from anything above it."""
    if any(f.approximate and f.best is None for f in (left, right)):
        return False
    small, large = sorted((size(left), size(right)))
    return small > 0 and large / small >= _FAR


def show(figure: Figure) -> str:
    """A figure's bounds in a few words."""
    if vague(figure):
        return figure.span.text.lower()
    low, best, high = (None if n is None else f"{n:,.0f}" for n in (figure.low, figure.best, figure.high))
    if best is not None and figure.low == figure.best == figure.high:
        return best
    if low is not None and high is not None:
        return f"{low} to {high}"
    if low is not None:
        return f"at least {low}"
    return f"up to {high}" if high is not None and best is None else f"about {best}"
