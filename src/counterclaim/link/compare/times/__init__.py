"""When: two days or two hours of one happening.

Read `compare.py` first. `days` and `once` compare calendar days, `hours` clock times (read by `clock`, tied to their
happening by `moments`, to one moment of one kind of deed by `points` and the lists of `point_words`, weighed by `signs`
and put into a question by `asked`), `spans` how long something lasted.
"""
