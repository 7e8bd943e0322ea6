"""From a parsed report to its attributions."""

from __future__ import annotations

from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.speech.attribution import Attribution
from counterclaim.annotate.speech.finish import finish
from counterclaim.annotate.speech.rules import by_rules
from counterclaim.annotate.speech.scene import read_scene


def find_speech(parsed: Parsed) -> list[Attribution]:
    """The attributions of a report, in the order in which their contents begin; parents before what they hold."""
    scene = read_scene(parsed)
    return finish(scene, by_rules(scene))
