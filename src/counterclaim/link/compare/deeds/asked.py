"""Questions of who did it: what was done, to what, where and on which day, in words that fit both accounts."""

from __future__ import annotations

import re

from counterclaim.link.compare.asking import object_of, past, place_words, uncounted
from counterclaim.link.compare.charges import CLASS_OF, shortened
from counterclaim.link.compare.deeds.agent_grounds import of_first_shot
from counterclaim.link.compare.deeds.told import Deed
from counterclaim.link.compare.deeds.words import BLAMES, FIRED, VIOLENT_NOUN
from counterclaim.link.compare.names_inside import lowered
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.compare.times.words import span_in_words
from counterclaim.link.incidents.likeness import days_apart
from counterclaim.link.pile import Pile
from counterclaim.records import Claim, EntityKind

#: Words of blame for more than so many characters are no name for what was done.
_NAME = 60
_THOUGH = re.compile(r"\s+(?:although|though|despite)\b", re.I)
_OF_THOSE = re.compile(r"\s+of\s+(?:those|them|these|it|which|whom|that|some|one)$", re.I)
_OF, _FOR = (" by", " of", " on", " to", " with"), " for "
_THING = re.compile(r"(?:the|a|an|this|that|these|those|last|\w+day's)\s+\w", re.I)
#: A year, or a name of a day or month: what says when, or where.
_DATED = re.compile(r"\b\d{1,4}\b|\b(?:\w+day|January|February|March|April|May|June|July|August|September)\b")
_BARE = re.compile(rf"(?:this|that|the|these|those) {VIOLENT_NOUN.pattern}", re.I)
#: What a month lasts at the most, in days.
_MONTH = 31
#: Verbs that need a preposition before whom they are done to.
_ON = {"fire": "fired on", "open": "opened fire on", "launch": "attacked", "strike": "struck"}
#: How a question names a kind of deed, the most telling first.
_NAMES = {
    "chemical": "the chemical attack",
    "cluster": "the use of cluster bombs",
    "convoy": "the attack on the convoy",
    "down": "the downing of the aircraft",
    "hospital": "the attack on the hospital",
    "massacre": "the massacre",
    "school": "the attack on the school",
    "shell": "the shelling",
    "strike": "the strike",
    "attack": "the attack",
}

_PLAIN = frozenset({_NAMES["attack"], _NAMES["strike"]})


def who_did_it(pile: Pile, left: Deed, right: Deed) -> str:
    """Who did it, in the words of the account that says most of what was done."""
    where, when = _where(pile, left, right), _when(left, right)
    if of_first_shot(left, right):
        return f"Who fired first{where}{when}?"
    best = max((left, right), key=_telling)
    shared = left.targets & right.targets
    victim = _victim(pile, left, shared)
    what = victim or _object(best, shared)
    if best.claim is not None and what:
        where = "" if _within(where, what) else where
        what = uncounted(what) if _kills(best.claim) and not victim else what
        hit = bool(shared) and _verbs_differ(left, right)
        if victim:
            verb = next((past(d.verb) for d in (left, right) if d.claim and _kills(d.claim)), past(best.verb))
        else:
            verb = "hit" if hit else _verb(best.claim, what)
        return f"Who {verb} {what}{where}{when}?"
    said = next(filter(None, (_THOUGH.split(blamed_for(deed))[0] for deed in (left, right))), "")
    told = [name for kind, name in _NAMES.items() if kind in left.kinds | right.kinds]
    if _BARE.fullmatch(said):
        said = (
            told[0] if told[:1] and told[0] not in (_NAMES["attack"], _NAMES["strike"]) else f"the {said.split()[-1]}"
        )
    if said:
        where = "" if _within(where, said) else where
        return f"Who is responsible for {lowered(said)}{where}{'' if _DATED.search(said) else when}?"
    kinds = left.kinds & right.kinds or left.kinds | right.kinds
    if name := next((words for kind, words in _NAMES.items() if kind in kinds), None):
        return f"Who is responsible for {name}{where}{when}?"
    return f"Who is behind this: “{shortened(best.claim.spans[0].text if best.claim else best.span.text)}”?"


def blamed_for(deed: Deed) -> str:
    """What the words of a charge blame somebody for, as "the attack on the bus"; empty where they do not say it."""
    words = " ".join((deed.claim.spans[0] if deed.claim else deed.span).text.split())
    match = BLAMES.search(words)
    said = words[match.end() :] if match else ""
    if match and match.group().lower().endswith(_OF):
        said = re.split(r"\b(?:that|and|but)\b|[,.;]", words[: match.start()])[-1]
        said = re.sub(r"\s+(?:was|were|is|are|had been|has been|have been)$", "", said.strip())
    elif not match:
        said = words.partition(_FOR)[2]
    said = re.split(r"\b(?:and|but|which|who|when|while|because)\b|[,;]|\. ", said.strip().removeprefix("for "))[0]
    said = re.sub(r"(?:\s+(?:on|in|at|of|by|to|from|for|with|the|a))+$", "", said.strip(" .\"“”'"))
    return said if _THING.match(said) and len(said) <= _NAME else ""


def _object(deed: Deed, shared: frozenset[str]) -> str:
    """What a deed was done to; of what was fired the target that both accounts name."""
    what = _OF_THOSE.sub("", object_of(deed.claim)) if deed.claim else ""
    return f"the {min(shared)}" if what and shared and head_noun(what) in FIRED else what


def _verb(claim: Claim, what: str) -> str:
    """The verb of a deed in the past, with what it needs before its object."""
    verb = claim.predicate
    return _ON[verb] if verb in _ON and head_noun(what) not in FIRED else past(verb)


def _within(where: str, what: str) -> bool:
    """Whether some words name the place already."""
    name = where.removeprefix(" in ").split()[:1]
    return bool(name) and name[0].lower() in what.lower()


def _victim(pile: Pile, deed: Deed, shared: frozenset[str]) -> str:
    """The person that both accounts name as whom it was done to, by name."""
    named = pile.named_in(deed.statement.report, deed.telling.sentence)
    persons = (e.name for e in named if e.kind is EntityKind.PERSON)
    return next((name for name in persons if name.lower().split()[-1] in shared), "")


def _where(pile: Pile, left: Deed, right: Deed) -> str:
    """ "in X" for the place of both; a charge that points back is of the place that was named before."""
    found = place_words(pile, left.telling, right.telling)
    shared = left.telling.places & right.telling.places
    if found or not shared or not (left.points_back or right.points_back):
        return found
    best = min(shared, key=lambda place: (pile.frequency[place], place))
    return f" in {pile.entities[best].name}"


def _when(left: Deed, right: Deed) -> str:
    """The day or month that both accounts give, one of them in its own words or as what it points back to."""
    one, other = left.telling.when, right.telling.when
    if one is None or other is None or days_apart(one, other):
        return ""
    carried = left.telling.carried and right.telling.carried
    if carried and not (left.points_back and right.points_back and one == other):
        return ""
    best = min((one, other), key=lambda span: span[1] - span[0])
    long = (best[1] - best[0]).days
    return "" if long > _MONTH else f" {'in' if long else 'on'} {span_in_words(best)}"


def _verbs_differ(left: Deed, right: Deed) -> bool:
    """Whether one has blown up what the other has bombarded, so that they may be two deeds."""
    one, other = left.claim, right.claim
    return one is not None and other is not None and one.predicate != other.predicate and not left.kinds & right.kinds


def _kills(claim: Claim) -> bool:
    return CLASS_OF.get(claim.predicate.split()[0]) == "kill"


def _telling(deed: Deed) -> tuple[bool, bool, int]:
    """What makes the better question: a claim with an object that is neither a count of victims nor what was fired."""
    what = object_of(deed.claim) if deed.claim else ""
    plain = bool(what) and head_noun(what) not in FIRED
    return bool(what), plain and deed.claim is not None and not _kills(deed.claim), len(deed.targets)
