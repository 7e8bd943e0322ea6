"""Reports of other volumes that stand beside a volume's own, to be compared with these and not with each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Guests:
    """Guests by the day (an ordinal) that each came out on, and the days after its own that every volume sees
    (`reach`). An undated report is nobody's guest."""

    days: Mapping[str, int] = field(default_factory=dict)
    reach: int = 0

    def both(self, left: str, right: str) -> bool:
        """Whether two reports are guests so close in time that the volume of the earlier one sees both: what is found
        between them is said there, and need not be looked for here."""
        one, other = self.days.get(left), self.days.get(right)
        return one is not None and other is not None and abs(one - other) <= self.reach
