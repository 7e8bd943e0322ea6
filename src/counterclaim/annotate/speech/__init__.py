"""Who is said to have said what: rules over the parse, and a learned tagger that has them in view.

`find_speech(parsed)` gives `Speech` with its `Attribution`s (`attribution.py`), `act_of` the speech act of one. How
it goes:

1. `scene.py` takes the parse as plain lists (`tree.py`), sets right what the parser gets wrong around speech
   (`repair.py`) and finds quotations (`quotations.py`).
2. `rules.py` makes drafts. `verbs.py` makes one of each verb of the lexicon (`lexicon.py`, `entries.py`) that has
   content (`complements.py`, `asides.py`) and a speaker (`sources.py`, `people.py`); `phrases.py` does so for
   "according to", nouns and headlines, `answers.py` for answers without a verb; `quoted.py` binds quotations to the
   cues beside them, `continued.py` those that have none; `cues.py` holds what they share.
3. `evidence.py` tells the tagger (`counterclaim.models.attribution`) of all this, and `join.py` joins what the tagger
   answers (`belief.py`, `tagged.py`) with the drafts:
   `whole.py` keeps quotations and words whole, and `inner.py` says which
   statements inside statements somebody in particular made.
4. `given.py` adds numbers that somebody names, `mend.py` sets right where the words of sources begin and end, and
   `finish.py` puts them in order and says which stands inside which.

Read `find.py` first.
"""

from counterclaim.annotate.speech.attribution import Attribution
from counterclaim.annotate.speech.find import Speech, find_speech
from counterclaim.annotate.speech.lexicon import act_of

__all__ = ["Attribution", "Speech", "act_of", "find_speech"]
