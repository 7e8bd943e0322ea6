"""How many: the counts of a report, with their bounds, what is counted and what happened to it.

Read `find.py` first: it takes the counts of a sentence (`counts.py`), the noun each counts (`counted.py`; `numbered.py`
where it stands apart, `alone.py` where only a verb tells), what happened (`happened.py`), and then how figures hang
together (`relations.py`, `parts.py`). `placing.py` comes once claims are known: by whom (`doers.py` over `deeds.py`),
on whose side (`sides.py`) and where (`where.py`). `lexicon.py` holds the words.
"""

from counterclaim.annotate.figures.find import find_figures

__all__ = ["find_figures"]
