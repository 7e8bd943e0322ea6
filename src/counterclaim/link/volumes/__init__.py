"""Large piles in volumes, so that a few more reports cost a few volumes and not the whole pile.

A pile of up to a thousand reports is linked as one. A larger one is cut along the calendar (`cut.py`): claims are
compared, tellings weighed and processes read within volumes of a few hundred reports, and `whole.py` puts what they
found together. What a volume finds follows from what is in it alone (`inside.py`), which has a hash; `found.py` keeps
it under that hash, and a later build looks it up. Read `Together.of` first.
"""

from counterclaim.link.volumes.cut import Sizes, Volumes, cut
from counterclaim.link.volumes.inside import Whole, digest_of
from counterclaim.link.volumes.whole import Together

__all__ = ["Sizes", "Together", "Volumes", "Whole", "cut", "digest_of"]
