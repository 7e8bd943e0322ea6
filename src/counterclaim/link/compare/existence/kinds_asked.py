"""How a question asks whether there was a thing of a kind: "Were there any weapons in the hospital?" """

from __future__ import annotations

import re

from counterclaim.link.compare.asking import place_words
from counterclaim.link.compare.existence.absent import Absence
from counterclaim.link.compare.existence.kinds import things_in
from counterclaim.link.compare.existence.kinds_told import Told
from counterclaim.link.compare.existence.where import WIDE, grounds_of
from counterclaim.link.compare.names_inside import lowered
from counterclaim.link.pile import Pile
from counterclaim.records import EntityKind, Span

#: A phrase for an owner has no more words than this.
_FEW_WORDS = 4
_MASS = re.compile(
    r"(?:ammunition|artillery|equipment|apparatus|dynamite|gear|infantry|gunpowder|hunger|famine|starvation|sarin|chlorine|"
    r"weaponry|armou?r|gas|radar)$",
    re.I,
)
#: Of these somebody has one, if any.
_ONES = frozenset({"cellar", "tunnel", "command", "depot", "line", "siege", "base", "camp", "grave", "roadblock"})
_AT = frozenset("bridge checkpoint crossing station airport market junction base headquarters port".split())
_ON = frozenset("square hill island river sea beach farm".split())
_SINGLE = re.compile(r"\d$|\bmeans\b")
_VOWEL = re.compile(r"(?-i:[AEFHILMNORSX])-?\d|[aeiou]", re.I)
_MEN = re.compile(r"\b(\w+)man$")


def ask_for_kind(pile: Pile, no: Told, yes: Told, site: str) -> str:
    """The question whether there was what the one says there was none of; `site` is the kind of site that both speak
    of."""
    absence = no.absence
    if absence is None:
        return ""
    words = " ".join((yes.thing.words if absence.words.lower().startswith("such ") else absence.words).split())
    thing, several = _named(words, one=no.thing.kind in _ONES)
    if absence.how == "had" and (owner := _owner(pile, no, absence)):
        many = owner.endswith("s") and bool(things_in(owner))
        return f"{('Do' if many else 'Does') if absence.now else 'Did'} {owner} have {thing}?"
    be = ("Are" if absence.now else "Were") if several else ("Is" if absence.now else "Was")
    asked = f"{be} there {thing}"
    word = no.where.words.get(site) or yes.where.words.get(site) or site
    how = "at" if site in _AT else "on" if site in _ON else "in"
    at = no.where.phrase or ("aboard" if site == "ship" else f"{how} the {word}" if word else "")
    name = _place(pile, no, yes)
    sentences = f"{no.sentence.text} {yes.sentence.text}"
    if name and site in WIDE and at == f"in the {word}" and f"{name} {word}" in sentences:
        return f"{asked} in {name} {word}?"
    if name and name.lower() not in f"{at} {words}".lower() and not grounds_of(name) & grounds_of(at):
        return f"{asked}{' ' + at if at else ''} in {name}?"
    return f"{asked} {at}?" if at else f"{asked}{place_words(pile, no.telling, yes.telling)}?"


def _named(words: str, *, one: bool) -> tuple[str, bool]:
    """A thing as a question names it, and whether it is several; `one`: there is one of its kind, if any."""
    head, of, rest = words.partition(" of ")
    if _MASS.search(head):
        return f"any {words}", False
    if _SINGLE.search(head) or (one and not head.endswith("s")):
        return f"{'an' if _VOWEL.match(head) else 'a'} {words}", False
    return f"{_plural(head)}{of}{rest}", True


def _place(pile: Pile, no: Told, yes: Told) -> str:
    """The place that both name, or else the rarest that the denial does, or the other account."""
    both = no.where.places & yes.where.places
    places = [pile.entities[place] for place in sorted(both or no.where.places or yes.where.places)]
    named = [(pile.frequency.get(e.id, 0), e.name) for e in places if e.kind is EntityKind.PLACE]
    return min(named)[1] if named else ""


def _owner(pile: Pile, no: Told, absence: Absence) -> str:
    """Who is said to have none, as a question names him; empty where that is not clear."""
    owner = absence.owner
    start = no.sentence.text.find(owner) if owner else -1
    if start < 0:
        return ""
    span = Span.of(pile.reports[no.report].text, no.sentence.start + start, no.sentence.start + start + len(owner))
    named = [
        e for e in pile.named_in(no.report, span) if e.kind is not EntityKind.PLACE or e.name in owner[-len(e.name) :]
    ]
    if not named:
        return lowered(owner) if things_in(owner) and len(owner.split()) <= _FEW_WORDS else ""
    the = named[0].name
    return f"the {the}" if f"the {the}" in owner else the


def _plural(noun: str) -> str:
    if noun.endswith("s") or re.search(r"men$|people$", noun):
        return noun
    if _MEN.search(noun):
        return _MEN.sub(r"\1men", noun)
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search(r"(?:ch|sh|x)$", noun) else f"{noun}s"
