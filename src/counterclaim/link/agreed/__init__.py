"""Plain facts of one happening as several reports tell them: what, where, when, by whom, with what, to whom.

`words.py` has the classes of words that facts are told by; `facts.py` reads them off the sentences that tell of
violence; `alike.py` puts together the sentences of two reports that tell the same of what is likely one happening, and
says in a plain sentence what they share. `numbers.py` does the same for numbers, and `counted.py` puts these into a
sentence. `independent.py` counts the origins; `link/agreements.py` gathers all of it.
"""
