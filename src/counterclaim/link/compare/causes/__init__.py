"""Why: two causes of one loss ("shot down" against "technical failure").

Read `compare.py` first. `means` compares what did it, `reasons` the ground that is given for a deed.
"""
