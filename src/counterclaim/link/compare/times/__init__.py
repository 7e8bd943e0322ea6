"""When: two days or two hours of one happening.

Read `compare.py` first. `days` and `once` compare calendar days, `hours` clock times (read by `clock`, tied to their
happening by `moments`, weighed by `signs`), `spans` how long something lasted.
"""
