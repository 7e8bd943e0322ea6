"""Deeds that are no one happening, or that are told as if: what somebody "has been responsible for", what an army "has
accused" its enemy of doing at large, what would follow "if the rebels were proven to have …".
"""

from __future__ import annotations

import functools
import re

from counterclaim.link.compare.deeds.told import Deed
from counterclaim.link.compare.deeds.words import VIOLENT_NOUN
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought

#: The cue of a charge that has been made more than once.
_HAS = re.compile(r"\b(?:has|have)(?: (?:also|both|each|in turn|repeatedly|long|often|\w+ly))* \w+ed\b", re.I)
_HAS_BEEN = Sought(
    r"\b(?:has|have) (?:\w+ )?(?:been (?:responsible|behind|to blame)|carried out|committed|used)\b", re.I
)
#: What makes it one: an article, a number, or a word that points to it.
_ONE = re.compile(
    rf"\b(?:the|this|that|those|these|an?|one|last|\w+day['’]?s)\s+(?:[\w'’-]+\s+){{0,2}}{VIOLENT_NOUN.pattern}|"
    r"\b(?:for|on|behind|did|of) (?:it|this|that|them|these)\b|^(?:it|this|that)\b|\d",
    re.I,
)
_IF = re.compile(r"\b(?:if|unless|whether|should|were it)\b[^,;.:]*$", re.I)
#: A condition stands no further before the deed than this, in characters.
_BACK = 120


def is_one(pile: Pile, deed: Deed) -> bool:
    """Whether a deed is told as one that was done."""
    return not (_is_general(pile, deed) or _is_supposed(pile, deed))


def _is_general(pile: Pile, deed: Deed) -> bool:
    """Whether a charge is of what somebody does at large, and of no one deed."""
    telling = deed.telling
    if deed.told or telling.placed or (deed.things and not deed.points_back) or (telling.when and not telling.carried):
        return False
    words = deed.span.text if deed.claim is None else deed.claim.spans[0].text
    cue, text = deed.statement.cue, pile.reports[deed.statement.report].text
    charged = deed.blame and cue is not None and bool(_HAS.search(text, max(0, cue.start - len("have ")), cue.end))
    return (charged or _at_large(words)) and not _ONE.search(words)


def _is_supposed(pile: Pile, deed: Deed) -> bool:
    """Whether a deed is told as what may have been ("if he was proven to have …")."""
    start = max(deed.telling.sentence.start, deed.span.start - _BACK)
    return bool(_IF.search(pile.reports[deed.statement.report].text[start : deed.span.start]))


@functools.lru_cache(maxsize=1 << 12)
def _at_large(words: str) -> bool:
    return bool(_HAS_BEEN.search(words))
