"""A number with all that decides whether another one counts the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counterclaim.link.compare.counts.losses import Of
from counterclaim.link.scenes import Scene
from counterclaim.records import Figure, Happened, Span, Who

#: Kinds of those who bear arms.
ARMED = frozenset({"fighters", "troops"})


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with what decides whether another one counts the same.

    `part`: it is a part of another count of its report. `part_of_like`: of one of the same kind of people; `whole` is
    the number of that one, where it is known. `apart`: the other kinds that its sentence counts. `first`: no
    count of the same harm stands before it in its report. `nameless`: only "sources", "he" or "it" say it. `named`: who
    says it, where that is not the sources of its statement. `long`: it is added up over more than some days. `harm`:
    something was done to the counted. `matter`: what else they had to do with it ("on board"). `losses`: whether
    they are its speaker's or its enemy's, as far as that is said. `added`:
    the numbers that come to it, where its report gives no total. `twins`: where its report gives the number again.
    """

    figure: Figure
    happened: Happened
    victims: str
    day: date | None
    scene: Scene
    deeds: frozenset[str]
    holder: str
    part: bool
    part_of_like: bool
    whole: float | None
    apart: frozenset[str]
    first: bool
    nameless: bool = False
    named: tuple[Who, ...] = ()
    long: bool = False
    harm: bool = True
    matter: str = ""
    losses: Of | None = None
    added: tuple[float, ...] = ()
    twins: tuple[Span, ...] = ()
