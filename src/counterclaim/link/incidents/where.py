"""Where the words of a report set what they tell: names of places, whether or not they were known for places.

Names of villages, bridges and checks are seldom in a list, and the same one is read as a place in one report and as
nothing in the next. What they stand behind says it as well: "at Ulm", "the jail of Altamar", "the Lemba bridge".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from counterclaim.link.pile import Pile
from counterclaim.records import Entity, EntityKind, Span

_SITES = (
    r"(?:town|village|city|port|harbou?r|island|province|governorate|district|region|county|suburb|neighbou?rhood|"
    r"quarter|area|"
    r"outskirts|jail|prison|camp|base|barracks|bridge|pass|market|bazaar|airport|airfield|valley|hills?|mountains?|"
    r"river|"
    r"road|highway|street|square|junction|crossing|checkpoint|border post|pit|mine|station|hospital|clinic|school|"
    r"university|"
    r"mosque|church|plant|refinery|factory|dam|strait|bay|cape|coast|forest|farm|settlement|hamlet|monastery|palace|"
    r"stadium)"
)
_AIMED = (
    r"(?:northern|southern|eastern|western|central|north|south|east|west|north-?(?:east|west)(?:ern)?|"
    r"south-?(?:east|west)(?:ern)?)"
)
_NAME = (
    r"(?:(?:[Aa]l|[Ee]l|[Aa]n|[Aa]r|[Aa]s|[Aa]sh|[Aa]z|[Aa]d)-)?[A-Z][\w'’-]*(?:[ -](?:(?:[Aa]l|[Ee]l|de|"
    r"la|of)[ -])?[A-Z][\w’-]*){0,2}"
)
_TITLE = (
    r"(?:Sheikh|President|General|Colonel|Major|Captain|Minister|Mayor|Governor|Mr|Mrs|Ms|Dr|King|Prince|"
    r"Pope|Operation)"
)
#: "in Kelda", "near the village of Sorrin", "between Mossa and Kintu"; `aimed`: "in northern Ubaru", a wider land. What
#: stands behind `loose` may as well be a body or a group.
_AT = re.compile(
    rf"\b(?:(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Oo]ff|(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est) of|"
    rf"(?P<site>{_SITES} of))|"
    rf"(?P<loose>[Aa]round|[Oo]ver|[Oo]n|[Bb]etween|[Ii]nto))\s+(?:the\s+)?(?:[a-z]+\s+){{0,2}}?(?:{_SITES}\s+of\s+)?"
    rf"(?P<aimed>{_AIMED}\s+)?(?!{_TITLE}\b)(?P<name>{_NAME})\b(?!\s+(?:capital\b|"
    rf"[a-z]+ of\s+[A-Z]))(?:\s+and\s+(?P<more>{_NAME}))?"
)
#: "the Lemba bridge", "Kelda market".
_SITE = re.compile(rf"(?P<name>{_NAME})\s+(?:[a-z]+\s+)?{_SITES}\b")
#: "northern Ubaru", "Idlib province": what is so wide sets no two places apart.
_WIDE = (
    re.compile(rf"\b{_AIMED}\s+(?P<name>{_NAME})"),
    re.compile(rf"(?P<name>{_NAME})[ -](?:province|governorate|region|state|provincial)\b"),
    re.compile(rf"\b(?:province|governorate|region|state|country|republic) of (?P<name>{_NAME})"),
)
_NO_PLACE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$|(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|"
    r"December|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|The|This|That|He|She|It|They|We|In|On|At|A|An|Mr|Mrs|Ms|Dr)\.?$"
)
#: What a march, a strike or an arrest is about is somewhere else.
_WHY = re.compile(
    r"\b(?:against|over|after|following|in protest at|to avenge|avenging|in retaliation for|in response to|"
    r"on suspicion of|"
    r"suspected of|accused of|charged with)\b"
)
#: "Ukrainian", "rebel-held" before what they belong to.
_OF_A_LAND = re.compile(r"(?:(?:ian|ean|ese|ish|ani)\b|-(?:held|controlled|backed|led|run|ruled|occupied)\b)")
#: Where the hurt are taken to is not where they were hurt.
_TAKEN = re.compile(
    rf"\b(?:to|from|towards?|via|(?:hospital|clinic|morgue|mortuary|infirmary)s? (?:in|of|"
    rf"at)(?: the)?)\s+(?:the\s+)?{_NAME}|"
    rf"{_NAME}\s+(?:[Gg]eneral\s+|[Mm]ilitary\s+|[Cc]entral\s+)?(?:[Hh]ospital|[Cc]linic|[Mm]orgue|"
    rf"[Mm]ortuary)\b(?:\s+in\s+{_NAME})?"
)
_STRUCK = re.compile(
    r"\b(?:hit|struck|bombed|shelled|raided|stormed|attack\w*|targeted|strikes?|destroyed|damaged)\b", re.I
)
_BODY = re.compile(
    r"\b(?:Ministry|Embassy|Consulate|Bank|Court|Parliament|Assembly|Council|Company|Army|Police|Party|Front|Union|"
    r"Government|House|"
    r"Office|Office|Agency|Command|Brigade|Organi[sz]ation|Committee|Commission|Islam|Internet|Twitter|Facebook|"
    r"Telegram)\b"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_CAPITAL = re.compile(r"\b[Ii]n the capital\b(?!,? (?:of )?[A-Z])")
_SHORTEST = 3
_FIRST = re.compile(rf"^(?:the\s+)?(?:{_AIMED}\s+)?", re.I)


class Where:
    """Reads in the reports of a pile where something is set."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile
        self._known: dict[tuple[str, int, int], tuple[frozenset[str], frozenset[str]]] = {}
        self._places = {e.name.lower() for e in pile.entities.values() if e.kind is EntityKind.PLACE}
        self._wide = frozenset(
            found["name"].lower()
            for report in pile.reports.values()
            for pattern in _WIDE
            for found in pattern.finditer(report.text)
        )

    def named(self, report: str, start: int, end: int) -> frozenset[str]:
        """The places that a stretch of a report is set in, in small letters; no states, nor lands as wide."""
        return self._both(report, start, end)[0]

    def wide(self, report: str, start: int, end: int) -> frozenset[str]:
        """The lands that it is set in."""
        return self._both(report, start, end)[1]

    def _both(self, report: str, start: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
        key = report, start, end
        if key not in self._known:
            found = frozenset(self._found(report, start, end))
            self._known[key] = found - self._wide, found & self._wide
        return self._known[key]

    def _found(self, report: str, start: int, end: int) -> frozenset[str]:
        text = self._pile.reports[report].text
        why = _WHY.search(text, start, end)
        if why and why.start() > start and (before := self._found(report, start, why.start())):
            return before
        words = text[start:end] if _STRUCK.search(text, start, end) else _TAKEN.sub(_blank, text[start:end])
        named = self._pile.named_in(report, Span.of(text, start, end))
        behind = frozenset(self._behind(words, named))
        if behind - self._wide:
            return behind
        plain = (_FIRST.sub("", entity.name.lower()) for entity in named if entity.kind is EntityKind.PLACE)
        return behind | {place for place in plain if place in words.lower()}

    def _behind(self, words: str, named: Iterable[Entity]) -> Iterator[str]:
        """What stands where the name of a place does."""
        bodies: set[str] = set()
        others: set[str] = set()
        for entity in named:
            if entity.kind is not EntityKind.PLACE:
                names = {name.lower() for name in (entity.name, *entity.names)}
                (bodies if entity.kind is EntityKind.ORGANIZATION else others).update(names)
        if _CAPITAL.search(words):
            yield "the capital"
        for pattern in (_AT, _SITE):
            for found in pattern.finditer(words):
                groups = found.groupdict()
                none = others | bodies if pattern is _SITE or groups.get("loose") else others
                for name in (found["name"], groups.get("more")):
                    plain = self._plain(name or "")
                    if plain and (groups.get("site") or plain not in none):
                        yield plain

    def _plain(self, name: str) -> str:
        """A name in small letters, without what ran into it where line ends were lost ("Damascus Monitor AFP");
        empty if
        it is no place's."""
        name = _POSSESSIVE.sub("", name)
        plain = name.lower()
        if len(plain) < _SHORTEST or _NO_PLACE.match(name) or _BODY.search(name) or _OF_A_LAND.search(plain):
            return ""
        words = plain.split()
        for many in range(len(words) - 1, 0, -1):
            if plain not in self._places and " ".join(words[:many]) in self._places:
                return " ".join(words[:many])
        return plain


def _blank(found: re.Match[str]) -> str:
    """As many blanks as a match has characters."""
    return " " * len(found[0])
