"""Who is the same across reports: people, bodies, states, groups and places under all their names.

`link_entities(reports, annotations)` in `steps.py` is the one function to call; read it first. Before it
`with_sides` in `sides.py` tells which state each report's bodies and officials are of, by all of the pile, and
`seats.py` which town is the capital of which state where no list knows it. `calls.py` holds what
each name is called for: all that bear one spelling are one *call*. Then each module gives reasons why two calls mean
one entity: `spelling.py` (transliterations, other word order), `shorter.py` (surnames, initials, acronyms, short
names), `led.py` ("the Doe government"), `stated.py` ("X, also known as Y"), `bracketed.py` ("X (Y)"), `places.py` (one
point on the map), `organs.py` (a ministry of one state), `listed.py` (a file of the user's).
`merge.py` joins by the best reasons first, never against what a person ruled (`ruled.py`); `kinds.py` says what a
call is, `offices.py` who holds which office for whom, and `build.py` makes the records.
"""

from counterclaim.link.entities.sides import with_sides
from counterclaim.link.entities.steps import link_entities

__all__ = ["link_entities", "with_sides"]
