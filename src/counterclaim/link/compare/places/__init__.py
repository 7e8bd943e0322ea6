"""Where: two places of one happening that are neither inside one another nor side by side.

Read `compare.py` first. `sites` compares kinds of place (a market, a depot), `beside` what is said to lie in or near
what, `by_phrase` phrases: so many miles from a point, in whose waters, on which floor, from where shots came; `placed`
one deed that two reports of a small pile set in two places (whence it sailed, where he was taken).
"""
