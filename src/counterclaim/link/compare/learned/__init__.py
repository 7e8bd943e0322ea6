"""What no rule finds: passages of which a learned reader says that they cannot both hold.

Read `compare.py` first. `passages.py` has the sentences of a report with what may be asked of them, `candidates.py`
which two are put to the reader (`counterclaim.models.pairs`), `answers.py` makes answers of the words that it points
to, `bars.py` says what it may not overrule: numbers that are the same, a day told in two ways, one person under two
names. `questions.py` asks.
"""
