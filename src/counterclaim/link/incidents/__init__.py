"""Which tellings are of one happening: claims and figures of many reports gathered into incidents.

`tellings.py` says what a telling is: a claim or a figure with its day, its places, the kind of deed and the words
around it. `candidates.py` finds the pairs worth a look, never all of them; `likeness.py` says how likely the two of a
pair are one happening; `gather.py` makes incidents of them. Read `gather_incidents` first.
"""
