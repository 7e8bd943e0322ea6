"""Places: where the places are that a report names.

`find_places(parsed, names)` in `find.py` is the one function to call. `named.py` says which words name a place,
`settle.py` which of the places of that name is meant, or that this is not clear. What there is to choose from is asked
of `gazetteer.py`: first of the user's own file, then of GeoNames, which `index.py` writes once into a small database in
the user's cache folder, because reading the package's own files takes seconds and 380 MB. `keys.py` says when two
spellings are looked up as one.
"""

from counterclaim.annotate.places.find import find_places

__all__ = ["find_places"]
