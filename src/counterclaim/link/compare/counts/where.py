"""The place that a question of how many names: one that both numbers are set in.

A report names many places beside a number: that of the hospital that counts, of the agency that writes, from where was
fired. People died in none of these. A place is taken where a figure is set at it or its sentence names it as a place,
and only if the other number is set there too, or in a part of it.
"""

from __future__ import annotations

import re

from counterclaim.link.compare.counts.count import Count
from counterclaim.link.compare.counts.places import kilometres
from counterclaim.link.compare.counts.sizes import size
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.pile import Pile
from counterclaim.records import Entity, EntityKind, Figure, Place, Span

#: A place whose precision is one of these says little about where it was.
_WIDE = frozenset({"country"})
#: What follows a place in a dateline, and how far into a report one stands, in characters.
_DATELINE = re.compile(r"(?:[,/] ?[^\W\d_][\w ]{1,25})?\s*(?:\(|[-–—]|,? (?:\d|[A-Z][a-z]+ \d))")
_HEAD = 600
#: So many are counted in no one place, whatever place a report speaks of.
_OF_A_WAR = 5000
#: No further than this, in kilometres, lies a quarter or a village from the town or province that it is in.
_IN_TOWN, _IN_PROVINCE = 40.0, 90.0
#: How far before a count its place is looked for, in characters, where two reports agree on it, and in one report.
_BEFORE, _JUST_BEFORE = 900, 250
#: A body that is called by a place: "the Al-Quds hospital", "Dorvik police", "the Kolt-based group".
_BODY = re.compile(
    r"(?:['’]s?)? (?:(?!(?:an?|the) )\w+ )?(?:hospitals?|clinics?|infirmary|morgues?|medical cent(?:er|re)s?|"
    r"health (?:authority|directorate|department|office)|media (?:office|cent(?:er|re))|police|officials?|"
    r"authorities|governor|mayor|council|court|prosecutors?|universit(?:y|ies)|observatory|monitors?|monitoring|networks?|agency|news|"
    r"radio|television|tv|brigades?|battalions?|division|army|forces|troops|militias?|gunmen|government|roads?|highway|railway|crossroads|agreement|accords?|talks|process|summit|protocol)\b"
    r"|[- ]based\b|(?:['’]s)? (?:said|says|denied|accused|blamed|claimed|told)\b",
    re.I,
)
#: Where something came from or went, or is still to come, or where somebody spoke or met.
_ELSEWHERE = re.compile(
    r"(?:\b(?:from|to|towards?|out of|bound for|based in|born in|headquartered in|leaving|via)"
    r"|\b(?:told|speaking|statement|conference|reporters|briefing|said|talks|agreed|agreement|signed|negotiat\w+|met|"
    r"meeting|court)\b[^,.;]{0,40}\b(?:in|from|at)|\b(?:will|would)\b[^.;]{0,40}\b(?:in|at))"
    r" (?:the |rebel-held |divided |nearby |neighbou?ring )*(?:(?:city|town|village|capital|port) of )?$",
    re.I,
)
#: What stands right before the name of a place that something is not in: "near the town of Wesh", "west of Ruvo".
_OUTSIDE = re.compile(
    r"\b(?P<word>near|outside|off|(?:north|south|east|west|northeast|northwest|southeast|southwest) of)"
    r" (?:the |rebel-held |nearby |coast of |island of |[a-z]+ern )*"
    r"(?:(?:city|town|village|capital|port|island)(?: of)? )?(?:[A-Z]\w+ )?"
    r"(?:(?:city|town|village|capital|port|island) (?:of )?)?$"
)


def where_of(pile: Pile, left: Count, right: Count) -> str:
    """ "in Dorvik", "near Dorvik": the place that both counts are set in; empty where there is none that is surely one
    of both."""
    return where_between(pile, left.figure, right.figure, left.scene.places & right.scene.places)


def where_between(pile: Pile, left: Figure, right: Figure, scene: frozenset[str] = frozenset()) -> str:
    """The same of two figures, the rarest of several places; `scene` are those that what is told around both is set
    in."""
    if min(size(left), size(right)) >= _OF_A_WAR:
        return ""
    best = min(_shared(pile, left, right, scene), key=lambda place: (pile.frequency[place], place), default=None)
    if best is None:
        return ""
    words = {word for figure in (left, right) for word in _words_before(pile, figure, best)}
    outside = words.pop() if len(words) == 1 else ""
    return f"{outside or 'in'} {pile.entities[best].name}"


def _shared(pile: Pile, left: Figure, right: Figure, scene: frozenset[str]) -> set[str]:
    """The places that two figures are both set in."""
    own = [_own_place(pile, figure) for figure in (left, right)]
    here = [_named_here(pile, figure) for figure in (left, right)]
    # Of a quarter and its town, which its sentence also names, the town is where both were.
    for one, other in ((own[0], own[1]), (own[0], here[1]), (here[0], own[1]), (here[0], here[1])):
        if one & other:
            return one & other
    back = _JUST_BEFORE if left.report == right.report else _BEFORE
    before = [_named_before(pile, figure, back) for figure in (left, right)]
    sets = [own[at] or here[at] for at in (0, 1)]
    if bool(sets[0]) is not bool(sets[1]):
        known, at = (sets[0], 1) if sets[0] else (sets[1], 0)
        named = known & _named_in(pile, (left, right)[at].report)
        if named or not before[at]:
            return named or known
    wider = before[0] & before[1]
    if not wider:
        wider = {place for place in scene if _is_place(pile.entities[place]) and _is_site(pile, left, place)}
    return {
        place
        for place in wider
        if all(before[at] == {place} or all(_lies_in(pile, one, place) for one in sets[at]) for at in (0, 1))
    }


def _lies_in(pile: Pile, one: str, other: str) -> bool:
    """Whether a place may be in another one, by how far they lie from each other."""
    sites = [_on_map(pile, place) for place in (one, other)]
    wide = any(place.precision == "region" for place in (*sites[0], *sites[1]))
    most = _IN_PROVINCE if wide else _IN_TOWN
    return one == other or any(kilometres(a, b) <= most for a in sites[0] for b in sites[1])


def _on_map(pile: Pile, entity: str) -> list[Place]:
    """Where the map has a place."""
    names = pile.once(_OnMap, lambda: _OnMap(pile))
    return names.get(entity, [])


class _OnMap(dict[str, list[Place]]):
    """The places of the map that each entity of a pile is named as."""

    def __init__(self, pile: Pile) -> None:
        for report, found in pile.annotations.items():
            for place in found.places:
                if place.latitude is not None:
                    for entity in pile.named_in(report, place.span):
                        self.setdefault(entity.id, []).append(place)
        for entity_id, places in self.items():
            self[entity_id] = list({(each.latitude, each.longitude): each for each in places}.values())


def _named_in(pile: Pile, report: str) -> set[str]:
    """Whatever a report names."""
    text = pile.reports[report].text
    return {entity.id for entity in pile.named_in(report, Span.of(text, 0, len(text)))}


def _spans(pile: Pile, report: str, place: str) -> list[Span]:
    """Where a report names a place."""
    members = pile.entities[place].members
    return [mention.span for mention in pile.annotations[report].mentions if mention.entity in members]


def _is_site(pile: Pile, figure: Figure, place: str) -> bool:
    """Whether a figure's report names a place before it, and not only as that of a body or of a speaker."""
    text, until = pile.reports[figure.report].text, _sentence(pile, figure).end
    spans = _spans(pile, figure.report, place)
    return any(span.start < until and not _is_no_site(text, span) for span in spans)


def _own_place(pile: Pile, figure: Figure) -> set[str]:
    """The place that a count's figure is set at."""
    where = figure.place
    entity = pile.entity(where) if where else None
    if where is None or entity is None or not _is_place(entity):
        return set()
    told = where.span is None or not _is_no_site(pile.reports[figure.report].text, where.span)
    return {entity.id} if told or entity.id in _named_here(pile, figure) else set()


def _named_here(pile: Pile, figure: Figure) -> set[str]:
    """The places that the report's sentence around a count names."""
    sentence = _sentence(pile, figure)
    return _placed(pile, figure, sentence.start, sentence.end)


def _named_before(pile: Pile, figure: Figure, back: int) -> set[str]:
    """The places that a report names before a count, so many characters at most, or in its sentence."""
    sentence = _sentence(pile, figure)
    return _placed(pile, figure, sentence.start - back, sentence.end)


def _sentence(pile: Pile, figure: Figure) -> Span:
    return sentence_at(pile.reports[figure.report].text, figure.span.start, figure.span.end)


def _placed(pile: Pile, figure: Figure, start: int, end: int) -> set[str]:
    """The places within a country that a count's report names in a stretch of its text as those of what it tells."""
    report = figure.report
    text = pile.reports[report].text
    return {
        entity.id
        for place in pile.annotations[report].places
        if place.latitude is not None and place.precision not in _WIDE and start <= place.span.start < end
        if not _in_dateline(text, place.span) and not _is_no_site(text, place.span)
        for entity in pile.named_in(report, place.span)
        if _is_place(entity)
    }


def _is_no_site(text: str, span: Span) -> bool:
    """Whether a name is that of a body, of where something came from, or of where somebody spoke."""
    return bool(_BODY.match(text, span.end) or _ELSEWHERE.search(text, max(0, span.start - 80), span.start))


def _words_before(pile: Pile, figure: Figure, place: str) -> set[str]:
    """By what words a count's sentence sets it at a place: "near", "outside", "off"; empty for within it."""
    text, sentence = pile.reports[figure.report].text, _sentence(pile, figure)
    found: set[str] = set()
    for span in _spans(pile, figure.report, place):
        if sentence.start <= span.start < sentence.end:
            outside = _OUTSIDE.search(text, max(sentence.start, span.start - 60), span.start)
            word = outside["word"] if outside else ""
            found.add("near" if word.endswith(" of") else word)
    return found


def _in_dateline(text: str, span: Span) -> bool:
    """Whether a place is where a report was written ("MOSCOW (Agency)", "KYIV/DONETSK - ")."""
    return span.start < _HEAD and span.text.isupper() and bool(_DATELINE.match(text, span.end))


def _is_place(entity: Entity) -> bool:
    return entity.kind is EntityKind.PLACE
