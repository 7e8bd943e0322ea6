"""Events: which PLOVER root, and which of its modes, a claim tells of.

Read `coding.py` first: `code_events(...)` gives each claim the event that its trigger tells. `verbs.py` and `nouns.py`
are the lexicon, `conditions.py` says how its conditions are written, `classes.py` has the classes of nouns that they
name, `slots.py` what stands around a word, and `lookup.py` puts them together. Polarity and modality are the claim's:
an attack that is denied or only planned is coded as an attack.
"""

from counterclaim.annotate.events.coding import code_events
from counterclaim.annotate.events.lookup import EventType, Lookup

__all__ = ["EventType", "Lookup", "code_events"]
