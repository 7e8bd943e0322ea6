"""How many: the counts of a report, with their bounds, what is counted and what happened to it."""
