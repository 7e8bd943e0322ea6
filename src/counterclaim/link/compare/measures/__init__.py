"""How much: two amounts of one thing that are no counts of people or things, as money, shares, weights, lengths, times.

Read `compare.py` first: `amounts` reads what stands in the words of a voice as number and unit, `matters` says what an
amount is the measure of (the ransom, the turnout, the sentence), from `words/measures.yaml`. Only reports that were put
together by a user, a dozen at most, are compared: in many, plain words do not say of which ransom they speak.
"""
