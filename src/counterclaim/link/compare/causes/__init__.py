"""Why: two causes of one loss ("shot down" against "technical failure").

Read `compare.py` first. `struck` compares what hit, sank, burned or cut off one thing that both name (`hits` reads what
a report tells of that), `means` what was the means where they name none, `reasons` the ground that is given for a deed,
`deaths` how somebody died, `mishaps` why the one bus, ship or plane
of a small pile was lost.
"""
