"""Speech."""

from counterclaim.annotate.speech.attribution import Attribution
from counterclaim.annotate.speech.find import find_speech
from counterclaim.annotate.speech.lexicon import act_of

__all__ = ["Attribution", "act_of", "find_speech"]
