"""A world that a predicate holds in, and what a governing word makes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counterclaim.annotate.claims.signatures import Effect
from counterclaim.records import Modality, Polarity

_POSITIVE, _NEGATIVE, _UNKNOWN = Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.UNKNOWN


@dataclass(frozen=True, slots=True)
class World:
    """Whether it is so, and in what world; `denied` where it is not so because somebody denies it."""

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.FACT
    denied: bool = False

    def flipped(self) -> World:
        """The same with not so for so; what is open stays open."""
        other = {_POSITIVE: _NEGATIVE, _NEGATIVE: _POSITIVE}
        return replace(self, polarity=other.get(self.polarity, _UNKNOWN))

    def known_as(self, modality: Modality) -> World:
        """The same in another world, but for `fact`, which leaves it where it is."""
        return self if modality is Modality.FACT else replace(self, modality=modality)


#: So, because it is taken for granted.
TAKEN = World(modality=Modality.PRESUPPOSED)
#: Open, and said to be so by nobody.
LEFT_OPEN = World(_UNKNOWN, Modality.HYPOTHESIS)
_MODALITY_OF = {
    Effect.BELIEVES: Modality.HYPOTHESIS,
    Effect.DOUBTS: Modality.HYPOTHESIS,
    Effect.INTENDS: Modality.PLAN,
    Effect.ORDERS: Modality.COMMAND,
}


def apply(effect: Effect | None, above: World) -> World:
    """What a governing word makes of its complement, if it is itself in the world `above`."""
    if effect is None or effect is Effect.PASSES:
        return above
    if effect is Effect.KNOWS:
        return TAKEN
    if effect is Effect.RATES:
        return World(modality=Modality.HYPOTHESIS)
    if effect in {Effect.OPEN, Effect.LACKS} or above.polarity is _UNKNOWN:
        return LEFT_OPEN if effect is not Effect.LACKS or above.polarity is not _POSITIVE else above
    so = above.polarity is _POSITIVE
    if effect is Effect.NEGATES:
        return above.flipped()
    if effect is Effect.DENIES:
        return replace(above, polarity=_NEGATIVE, denied=True) if so else LEFT_OPEN
    if effect is Effect.DOUBTS:
        return World(_NEGATIVE, Modality.HYPOTHESIS) if so else replace(above, polarity=_POSITIVE)
    if effect is Effect.TRUE:
        return above if so else replace(above, denied=True)
    if effect in {Effect.SAYS, Effect.CLEAR}:
        return above if so else LEFT_OPEN
    if effect is Effect.TELLS:
        return above if so or above.denied else LEFT_OPEN
    return above.known_as(_MODALITY_OF.get(effect, Modality.FACT))
