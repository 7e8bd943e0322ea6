"""Names: which words of a report name somebody or something, and who is meant by the words that do not.

`name_entities(parsed)` in `entities.py` gives the `Names` of `refer.py`, whose `who(head, span)` answers who is meant:
read these two first. `find.py`, `told.py` and `trim.py` find the names, `cluster.py` gathers them into the entities of
the report, `kinds.py` tells what each is, `lands.py` knows states that no list has and `organs.py` whose ministry or
army a name is, `words.py` has the English. For speakers alone there is more to go by: `described.py` ("the group", "a
monitor"), `several.py` ("the three mediators"), `spoken.py` ("it said").
"""

from counterclaim.annotate.names.entities import name_entities
from counterclaim.annotate.names.refer import Names

__all__ = ["Names", "name_entities"]
