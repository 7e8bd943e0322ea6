"""Who did what to whom: one deed told with another doer, another target, or both the other way round.

Read `told.py` first: a deed as a report tells it, from claims (`claims`) and from clauses that no claim holds
(`words`, `described`, `doers`), with the `parties` in it. `agents.py`, `patients.py` and `roles.py` compare them;
`approaches` and `initiatives` are the roles of who asked whom, `clashes` those of who fell upon whom, `each_other` of
who blames each other, `orders` of who gave the order. `party` is a party by itself, `issuers` outlets that are one.
"""
