"""Large piles in volumes, so that a few more reports cost a few volumes and not the whole pile.

A pile of up to a thousand reports is linked as one. A larger one is cut along the calendar (`cut.py`): claims are
compared, tellings weighed and processes read within volumes of a few hundred reports, and `whole.py` puts what they
found together. What a volume finds follows from what is in it alone (`inside.py`), which has a hash; `begun.py` keeps
it (`found.py`) under that hash, and a later build looks it up. Volumes do not depend on each other: each that is
missing is an errand (`errand.py`) that any process can do. Read `Begun` first.
"""

from counterclaim.link.volumes.begun import Begun
from counterclaim.link.volumes.cut import Sizes, Volumes, cut
from counterclaim.link.volumes.inside import Whole, digest_of
from counterclaim.link.volumes.whole import Together, words_in

__all__ = ["Begun", "Sizes", "Together", "Volumes", "Whole", "cut", "digest_of", "words_in"]
