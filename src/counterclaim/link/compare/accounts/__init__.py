"""One thing told by two voices: in clauses next to each other, or in two reports of one story.

Read `read.py` first: what a clause tells, by whom. `alike.py` says whether two clauses are of one thing; `doers`,
`targets`, `times`, `places`, `causes` and `turns` in what they differ.
"""
