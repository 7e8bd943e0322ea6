"""Names: which words of a report name somebody or something, and who is meant by the words that do not.

Read `refer.py` first: `name_entities(parsed)` gives `Names`, and `Names.who(head, span)` answers who is meant.
`find.py` finds the names, `cluster.py` gathers them into the entities of the report, `words.py` has the English.
"""

from counterclaim.annotate.names.refer import Names, name_entities

__all__ = ["Names", "name_entities"]
