"""Whose losses a number tells: those of whoever gives it, or those of the enemy.

"We mourn six martyrs" counts one's own, "the enemy left 112 dead" the other side's. What two sides say each of its own
answers two questions, and so does what each says of the other; what one says of its own and another of its enemy
answers one.
"""

from __future__ import annotations

import re
from enum import Enum

from counterclaim.link.compare.counts.words import PRESS, SPEAKS_FOR_ITSELF
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.pile import Pile
from counterclaim.records import Figure, Happened

#: Whoever says so counts its own: "had lost two men", "seven of its soldiers", "acknowledged eight deaths".
_LOST = re.compile(
    r"\b(?:(?:it|they|we|its (?:forces|troops|men)|their (?:forces|fighters|men)) (?:had |have |has )?"
    r"(?:only |also |just )?lost|(?:acknowledg|admit|conced)\w*|"
    r"(?:we|on our side(?: we)?) (?:have |only )?(?:mourn(?:ed)?|buried|bury|count(?:ed)?)|"
    r"(?:our|its|their) (?:own )?(?:losses|dead)(?: in \w+)? (?:were|are|was|is|amount to|came to|come to))"
    r"(?: (?:only|just|about|some|at least|the (?:loss|death) of))* $",
    re.I,
)
#: The same of a number that stands behind the words for them.
_PUT_AT = re.compile(r"\b(?:puts?|gave|gives) (?:its|their) (?:own )?(?:losses|dead)\b[^.;]* (?:at|as) $", re.I)
_OF_THEIRS = re.compile(
    r" of (?:its|their|our) (?:own\b|men\b|soldiers|troops|fighters|members|officers|comrades|brothers|boys|guards)",
    re.I,
)
#: Of whoever speaks in its own words, in a bulletin.
_OF_OURS = re.compile(r" of (?:our|ours)\b| (?:comrades|martyrs) of ours\b", re.I)
_WE = re.compile(r"\b(?:we|our|on our side)\b[^.;]*$", re.I)
#: Those who fight on the other side.
_ENEMY = re.compile(
    r"\b(?:the )?enem(?:y|ies)(?:’s|'s)? (?:has |have |had )?(?:left|lost|lose|suffered)\b[^.;]*$", re.I
)
_OF_ENEMY = re.compile(r"(?: of the)?(?: [\w-]+)? enem(?:y|ies)\b", re.I)
#: What is left behind by those who went.
_BEHIND = re.compile(
    r" (?:[\w-]+ ){0,3}?(?:behind|on (?:the|our|its) (?:ground|field|battlefield|soil|spot|slopes?|road))\b", re.I
)
_FORCE = re.compile(
    r"\b(?:army|military|navy|air force|police|forces?|troops|front|movement|rebels?|guerrillas?|insurgents?|"
    r"militants?|fighters|gunmen|command|brigade|battalion|regiment|column|garrison|guards?|enemy|bandits|terrorists)\b",
    re.I,
)
#: How near a number such words stand, in characters.
_CLOSE = 45
_LOSSES = frozenset({Happened.KILLED, Happened.INJURED, Happened.MISSING, Happened.CAPTURED})


class Of(Enum):
    """Of whom a number is told."""

    OWN = "own"
    ENEMY = "enemy"


def lost_by(pile: Pile, figure: Figure) -> str:
    """Who lost the counted, where words say so ("the army lost four men", "the rebels left four dead behind"); empty
    where they do not."""
    claim = pile.claims.get(figure.claim or "")
    if claim is None or not claim.agent or claim.predicate not in {"lose", "leave"}:
        return ""
    who = claim.agent[0].name
    behind = _BEHIND.match(pile.reports[figure.report].text, figure.span.end)
    return who if _FORCE.search(who) and (claim.predicate == "lose" or behind) else ""


def left_by_two(pile: Pile, left: Figure, right: Figure) -> bool:
    """ "The rebels left 25 dead", "the army left 48 dead": whether two sides left them, be it behind or slain."""
    claims = [pile.claims.get(figure.claim or "") for figure in (left, right)]
    by = [c.agent[0] for c in claims if c is not None and c.predicate == "leave" and c.agent]
    forces = [pile.key(who) for who in by if _FORCE.search(who.name)]
    return len(set(forces)) > 1


def own_losses(pile: Pile, figure: Figure) -> str:
    """Who counts its own dead or missing ("the army said it had lost two men"); empty where nobody does."""
    said = pile.statements.get(figure.statement or "")
    if said is None or not said.sources or (pile.outlet_says(said) and not _is_body(pile, figure)):
        return ""
    text, span = pile.reports[figure.report].text, figure.span
    before, after = text[max(0, span.start - _CLOSE) : span.start], text[span.end : span.end + _CLOSE]
    told = _LOST.search(before) or _OF_THEIRS.match(after)
    if pile.outlet_says(said):  # "Its forces lost two men" is no bulletin's own words
        told = (told and _WE.search(before)) or _OF_OURS.match(after)
    return said.sources[0].name if told else ""


def losses(pile: Pile, figure: Figure) -> Of | None:
    """Whether a number is told as that of whoever gives it, or as that of its enemy; None where it is neither."""
    if _LOSSES.isdisjoint(figure.happened):
        return None
    if own_losses(pile, figure):
        return Of.OWN
    text, span = pile.reports[figure.report].text, figure.span
    sentence = sentence_at(text, span.start, span.end)
    before, after = text[sentence.start : span.start], text[span.end : min(sentence.end, span.end + _CLOSE)]
    if _PUT_AT.search(before):
        return Of.OWN
    return Of.ENEMY if _ENEMY.search(before[-_CLOSE:]) or _OF_ENEMY.match(after) else None


def _is_body(pile: Pile, figure: Figure) -> bool:
    """Whether the outlet is a body that speaks for itself."""
    outlet = pile.reports[figure.report].outlet or ""
    return bool(SPEAKS_FOR_ITSELF.search(outlet)) and not PRESS.search(outlet)
