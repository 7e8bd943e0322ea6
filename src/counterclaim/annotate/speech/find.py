"""From a parsed report to its attributions: the rules look first, the tagger with them in view, and both are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.speech.attribution import Attribution
from counterclaim.annotate.speech.belief import Belief
from counterclaim.annotate.speech.evidence import evidence_of
from counterclaim.annotate.speech.finish import finish
from counterclaim.annotate.speech.given import given, given_better
from counterclaim.annotate.speech.join import join
from counterclaim.annotate.speech.mend import mend_sources
from counterclaim.annotate.speech.misread import is_misread
from counterclaim.annotate.speech.rules import by_rules
from counterclaim.annotate.speech.scene import read_scene
from counterclaim.annotate.speech.tidy import tidy
from counterclaim.models.attribution import decode, model


@dataclass(frozen=True, slots=True)
class Speech:
    """What is attributed in a report.

    `attributions` come in the order in which their contents begin, parents before what they hold; `attributed` is,
    for each token of the parse, how likely it is part of what somebody is said to have said.
    """

    attributions: list[Attribution]
    attributed: Sequence[float]


def find_speech(parsed: Parsed) -> Speech:
    """Who is said to have said what in a report."""
    scene = read_scene(parsed)
    if not scene.tree.size:
        return Speech([], [])
    ruled = by_rules(scene)
    pieces, answer = model.load().read(evidence_of(scene, finish(scene, ruled)))
    belief = Belief(scene.tree, pieces, answer)
    drafts = join(scene, ruled, belief, pieces, decode.decode(answer))
    drafts = [draft for draft in drafts if not is_misread(scene, draft)]
    tidy(scene, drafts)
    mend_sources(scene, drafts)
    drafts = [draft for draft in drafts if not is_misread(scene, draft)]
    drafts = [draft for draft in drafts if not given_better(scene, draft)]
    numbers = list(given(scene, drafts))
    mend_sources(scene, numbers)
    drafts += numbers
    return Speech(finish(scene, drafts), belief.roles["content"])
