"""When: the time expressions of a report, each with its TIMEX3 value.

Read `find.py` first: it lays the rules of `dates.py`, `relative.py`, `lengths.py` and `clock.py` over a sentence
and keeps the longest. `anchor.py` explains what becomes of a relative time when the report's date is not known;
`tense.py` which way from that date it lies.
"""

from counterclaim.annotate.times.find import find_times

__all__ = ["find_times"]
