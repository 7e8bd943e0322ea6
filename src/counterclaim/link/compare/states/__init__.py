"""Opposed states: one account has a thing or a person in one state, another in the opposite one, without any "not".

`words/states.yaml` lists the kinds of states with their two ends; `table.py` reads it, `told.py` finds what a report
tells of them and of whom, `compare.py` sets the two ends side by side. Only in a small pile, put together by somebody
on one matter, is one name in two opposed states likely enough of one time to be shown.
"""
