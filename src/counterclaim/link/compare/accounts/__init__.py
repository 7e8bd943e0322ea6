"""One thing told by two voices: in clauses next to each other, or in two reports of one story.

Read `read.py` first: what a clause tells, by whom. `alike.py` says whether two clauses are of one thing; `doers`,
`targets`, `times`, `places`, `causes` and `turns` in what they differ. `doings.py` reads who did it in any sentence of
a few reports, and `contested.py` sets such deeds against each other; `swapped.py` those in
which each has the other do it.
"""
