"""When: the time expressions of a report, each with its TIMEX3 value.

Read `find.py` first: it lays the rules over a sentence and keeps the longest. The rules are in `dates.py` (the
calendar), `periods.py` (parts of a year, decades, days with a name), `relative.py` (told from the report's date),
`told.py` (told from a time named before), `clock.py` and `lengths.py`. `anchor.py` explains what becomes of a relative
time when the report's date is not known; `tense.py` which way from that date it lies. Two steps look at what the rules
found: `days.py` gives times of the day their day, `events.py` resolves "a week after the ministers met".
`claimed.py` says which of a sentence's times is that of a predicate.
"""

from counterclaim.annotate.times.claimed import time_of
from counterclaim.annotate.times.find import find_times

__all__ = ["find_times", "time_of"]
