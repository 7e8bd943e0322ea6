"""Places: where the places are that a report names.

`find_places(parsed, names)` in `find.py` is the one function to call. `named.py` says which words name a place
(`overlooked.py` those that the model took for no names, `standing.py` what the words around them tell), `settle.py`
which of the places of that name is meant, or that this is not clear. What there is to choose from is asked of
`gazetteer.py`: first of the user's own file, then of GeoNames, which `index.py` writes once into a small database in
the user's cache folder, because reading the package's own files takes seconds and 380 MB. `keys.py` says when two
spellings are looked up as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counterclaim.annotate.names import Names
    from counterclaim.annotate.parse import Parsed
    from counterclaim.records import Gazetteer, Place

__all__ = ["find_places"]


def find_places(parsed: Parsed, names: Names, gazetteer: Gazetteer | None = None) -> list[Place]:
    """The places that a report names, in the order of the text, with coordinates where it is clear what is meant.

    What `gazetteer`, the user's own list, has is believed before anything else.
    """
    from counterclaim.annotate.places import find  # loads the parser, which who only asks for the index can do without

    return find.find_places(parsed, names, gazetteer)
