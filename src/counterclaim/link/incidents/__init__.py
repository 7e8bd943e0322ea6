"""Which tellings are of one happening: claims and figures of many reports gathered into incidents.

`tellings.py` says what a telling is: a claim or a figure with its day, its places, the kind of deed and the words
around it. `parts.py` cuts what one report tells into happenings, sentence by sentence (`beats.py`; `where.py` reads the
places). `candidates.py` finds the pairs worth a look, never all of them; `same.py` and `likeness.py` say how likely two
are one happening; `gather.py` makes incidents of them, and `rows.py` what an incident shows. Read `gather_incidents`
first.
"""
