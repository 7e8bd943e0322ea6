"""Who came to whom, or ran into whom, in a few short reports: each has the other do it, in whatever words.

"The express struck the goods train", "It was the goods train that ran into the express"; "the prime minister called the
district's leader", "our president rang the prime minister".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterclaim.link.compare.accounts.alike import ANOTHER
from counterclaim.link.compare.accounts.doings import Doing
from counterclaim.link.compare.asking import definite
from counterclaim.link.compare.deeds.told import evidence_at
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.names_inside import lowered
from counterclaim.link.compare.nouns import singular, without_s
from counterclaim.link.pile import Pile
from counterclaim.records import Slot

_SURE = 0.55
#: How somebody comes to another, and runs into another: of each only one begins it.
_COMES = frozenset("ask request approach beg plead sue seek propose suggest offer invite summon press appeal".split())
_CALLS = frozenset("ring phone telephone call".split())
_RAMS = frozenset("ram hit strike collide steer".split())
_INTO = re.compile(
    r"^(?:ran|run|running|steered|went|drove|sailed|crashed|came|ploughed)\b[^.;,]{0,30}? (?:into|straight at)\b", re.I
)
_VIOLENCE = frozenset({"fire", "hit", "assault", "beat"})
_FIRST = re.compile(
    r"\b(?:first(?! (?:time|day|week|month|half|floor))|(?:began|opened|started) (?:it|the|by|with|their))\b", re.I
)
_CRAFT = re.compile(
    r"\b(?:ships?|vessels?|boats?|trawlers?|ferry|tankers?|cutters?|tug|dredger|launch|barge|trains?|express|lorry|lorries|"
    r"truck|bus|car|jeep|tram|van)\b",
    re.I,
)
_TOPICS = re.compile(
    r"\b(?:meeting|talks|truce|ceasefire|mediation|negotiations|exchange|swap|pause|help|aid|compromise|deal|offer|"
    r"settlement|audience|visit|search|proposal)\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SELF = re.compile(r"\b(?:us|our|we|ours)\b", re.I)


def swapped(pile: Pile, left: Doing, right: Doing) -> Iterator[Finding]:
    """Two doings that have each other's parties the other way round."""
    if left.statement.id == right.statement.id or left.holder == right.holder or left.report == right.report:
        return
    what = _one_kind(left, right)
    if not what or bool(ANOTHER.search(left.words)) is not bool(ANOTHER.search(right.words)):
        return
    crossed = _crosses(left, right), _crosses(right, left)
    if "named" not in crossed or "" in crossed:
        return
    names = _name(left), _name(right)
    evidence = [evidence_at(pile, doing.statement, doing.telling) for doing in (left, right)]
    yield conflict(
        Slot.ROLES,
        _SURE,
        f"{what}: {names[0]} or {names[1]}?",
        [f"By one account it was {names[0]}, by the other {names[1]}.", "Their few reports tell one story."],
        Answer(left.record, left.statement.id, names[0], evidence[0]),
        Answer(right.record, right.statement.id, names[1], evidence[1]),
    )


def _one_kind(left: Doing, right: Doing) -> str:
    """What question both answer; empty where they are of two things."""
    if all(_rams(doing) for doing in (left, right)) and any(_CRAFT.search(d.words) for d in (left, right)):
        return "Which ran into the other"
    if all(doing.kinds & _VIOLENCE for doing in (left, right)) and any(_FIRST.search(d.words) for d in (left, right)):
        return "Who attacked first"
    verbs = {left.verb, right.verb}
    if verbs <= _CALLS:
        return "Who called whom"
    if not verbs <= _COMES | _CALLS:
        return ""
    topics = [{m.group().lower() for m in _TOPICS.finditer(doing.words)} for doing in (left, right)]
    return "Who came to whom with it" if topics[0] & topics[1] or (left.stressed or right.stressed) else ""


def _rams(doing: Doing) -> bool:
    if doing.claim is None:
        return False
    text = doing.words
    at = doing.claim.trigger.start - doing.telling.sentence.start
    return doing.verb in _RAMS - {"steer"} or bool(_INTO.match(text[max(0, at) :]))


def _crosses(one: Doing, other: Doing) -> str:
    """Whether the doers of the one stand in the other's sentence as those it is done to: "named", or "self" where it
    has but "us" or a pronoun there; empty where it has neither."""
    mine, theirs = _nouns([t.words for t in one.doers]), _nouns([t.words for t in other.doers])
    rest = _nouns([other.words]) - theirs
    if mine and mine <= theirs:
        return ""
    if (mine - theirs) & rest:
        return "named"
    voiced = _SELF.search(other.words) or any(t.pronoun for t in other.objects)
    return "self" if voiced or any(_SELF.search(t.words) for t in one.doers) else ""


def _nouns(words: Sequence[str]) -> frozenset[str]:
    found = (singular(without_s(word.lower())) for text in words for word in _WORD.findall(text))
    return frozenset(word for word in found if len(word) > 2 and word not in _SMALL)


_SMALL = frozenset("the our his her its their and for with from that this who was were had has".split())


def _name(doing: Doing) -> str:
    return " and ".join(lowered(definite(thing.words) or thing.words) for thing in doing.doers)
