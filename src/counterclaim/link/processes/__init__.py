"""Processes: ceasefires, exchanges, talks, withdrawals … with the states that accounts give them.

A *reading* is one state that one report gives to one process in one sentence. `nouns.py` finds the phrases that name
a process ("the September 12 truce"), `states.py` says which state the words around one give it, `named.py` makes
readings of the two, and `deeds.py` makes readings of verbs that are themselves a process ("exchanged prisoners").
`gather.py` puts readings together: those of one report by what is named and when, those of several reports by kind,
parties or places and near dates. `contested.py` says which states of a process cannot both hold. Start at
`gather_processes`.
"""

from counterclaim.link.processes.contested import contested
from counterclaim.link.processes.gather import gather_processes, readings_of

__all__ = ["contested", "gather_processes", "readings_of"]
