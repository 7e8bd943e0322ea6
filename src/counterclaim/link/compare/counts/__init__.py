"""How many: two counts of one thing, in one scope and as of one day, that cannot both hold.

Read `compare.py` first: it goes from figures that may count the same (`blocks`, `pairs`), read in their sentences
(`read`, `holders`, `beside`, `words`, `scope`, `parts`), to a verdict with its reasons (`verdicts`, `states`, `twins`,
`signs`), and from verdicts to the sides of one question (`questions`, `sides`). `bare` reads numbers that stand
without their noun, `sums` a total against its parts in one report, which `totals` adds up where it does not. `losses`
says whose losses a number tells, `matters` what the unharmed had to do with it (aboard, in the crowd, seized), and
`rejected` compares numbers that are named to be rejected, `one_toll` says when a few short reports give two totals of
one happening.
"""
