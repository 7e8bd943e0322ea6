"""Which town is the capital of which state, where no list knows it: by what the reports of a pile say of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from counterclaim.records import Annotations, EntityKind, Mention, Report

_LAND = r"(?P<land>[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
_TOWN = r"(?P<town>[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
#: "Dorvik, the capital of Kestovia", "Dorvik, the Kestovian capital", "Kestovia's capital, Dorvik"
_SAID = (
    re.compile(rf"\b{_TOWN},?\s+(?:(?:which\s+)?is\s+)?(?:the\s+)?capital(?:\s+city)?\s+of\s+(?:the\s+)?{_LAND}"),
    re.compile(rf"\b{_TOWN},\s+(?:the\s+)?(?P<land>[A-Z][\w-]+)(?:['’]s)?\s+capital\b"),
    re.compile(rf"\b(?P<land>[A-Z][\w-]+)(?:['’]s)?\s+capital(?:\s+city)?(?:,|\s+of)?\s+{_TOWN}"),
    re.compile(rf"\bcapital\s+of\s+(?:the\s+)?{_LAND},\s+{_TOWN}"),
)
#: "in the capital(,) (Dorvik)", "(Dorvik), the seat of his government": of the state named last
_HERE = re.compile(r"\bthe\s+capital,?\s+$")
_SEAT = re.compile(r"^,\s+(?:the\s+)?seat\s+of\s+(?:his|her|its|their|the)\s+government\b")
#: "the Kestovian government in (Dorvik)", "Kestovian Press Agency, (Dorvik)"
_ORGAN_IN = re.compile(
    r"(?P<words>(?:[\w'’-]+\s+){1,3})(?i:ministry|government|army|authorities|parliament|general staff)\s+in\s+$"
)
_OFFICE_OF = re.compile(r"(?P<words>(?:[A-Z][\w-]+\s+){1,4})(?:Agency|Service|Radio|Television)\s*,\s+$")
_TOLD = re.compile(r"\btold\s+(?:reporters|journalists|a\s+news\s+conference|a\s+briefing|parliament)\s+in\s+$")
_IN = re.compile(r"(?:^|\s)[Ii]n\s+$")
_LEADER_AFTER = re.compile(r"^,\s+(?:President|Prime Minister)\s+$")
_FAR = 300
_STRONG = 5


def seats_of(
    reports: Mapping[str, Report], annotations: Mapping[str, Annotations], called: Mapping[str, str]
) -> dict[str, str]:
    """The state of each capital, by its name. What country data knows is there already, as the country of a place; the
    others need a report that says so, or that speaks as of one while they say or do something themselves."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    known: dict[str, str] = {}
    acting: set[str] = set()
    for key, found in annotations.items():
        places = {e.id: e for e in found.entities if e.kind is EntityKind.PLACE}
        known |= {e.name: e.country for e in places.values() if e.country}
        acts = {who.entity for s in found.statements for who in s.sources}
        acts |= {who.entity for claim in found.claims for who in claim.agent}
        acting |= {e.name for e in places.values() if e.id in acts}
        sided = {e.id: e.side for e in found.entities if e.side and e.kind is not EntityKind.PLACE}
        named = sorted((m for m in found.mentions if m.entity in sided), key=lambda m: m.span.start)
        starts = [m.span.start for m in named]
        of = [sided[m.entity or ""] for m in named]
        one = next((n for n, side in enumerate(of) if side != of[0]), len(of))  # so many are of one state
        if (issued := _issued(reports[key], called)) is not None:
            votes[issued[0]][issued[1]] += 1
        for mention in found.mentions:
            if (town := places.get(mention.entity or "")) and not town.country:
                ahead = bisect_left(starts, mention.span.start)
                last = named[max(0, ahead - 1)] if named else None
                following = named[i] if (i := bisect_left(starts, mention.span.end)) < len(named) else None
                weighed = _vote(reports[key].text, mention, called, last, following, sided, only=0 < ahead <= one)
                for side, weight in weighed.items():
                    votes[town.name][side] += weight
    for report in reports.values():
        for place, side in _stated(report.text, called):
            votes[place][side] += _STRONG
    for place, sides in votes.items():
        (side, most), *rest = sides.most_common(2)
        sure = most >= _STRONG or (place in acting and not rest)
        if place not in known and sure and (not rest or most > 2 * rest[0][1]):
            known[place] = side
    return known


def _issued(report: Report, called: Mapping[str, str]) -> tuple[str, str] | None:
    """The town of the dateline and the state of the outlet, where the outlet's name has a state in it: "ORLIN, May 2"
    of the Kenyan Press Agency."""
    states = {side for word in (report.outlet or "").split() if (side := called.get(word))}
    town = (report.dateline or "").split(",")[0].strip().title()
    return (town, states.pop()) if town and len(states) == 1 and town not in called else None


def _stated(text: str, called: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The towns that a text says are capitals, each with the state."""
    if "capital" not in text:
        return
    for pattern in _SAID:
        for match in pattern.finditer(text):
            side = called.get(match["land"]) or called.get(match["land"].split()[0])
            if side and match["town"] not in called:
                yield match["town"], side


def _vote(
    text: str,
    mention: Mention,
    called: Mapping[str, str],
    last: Mention | None,
    following: Mention | None,
    sided: Mapping[str, str | None],
    *,
    only: bool,
) -> Counter[str]:
    """What one mention says of which state a place is the capital of, and how surely. `last` and `following` are named
    before and behind it, `sided` the sides of these; `only` one state was named before it."""
    start, end = mention.span.start, mention.span.end
    before, after = text[max(0, start - 90) : start], text[end : end + 60]
    found: Counter[str] = Counter()
    ahead = before.rstrip()
    stands_in = ahead.endswith(("in", "In"))
    match = _ORGAN_IN.search(before) if stands_in else _OFFICE_OF.search(before) if ahead.endswith(",") else None
    if match is not None:
        words = re.sub(r"['’]s?(?=\s)", "", match["words"]).split()
        found.update({side for word in words if (side := called.get(word))})
    near = last is not None and 0 < mention.span.start - last.span.start < _FAR
    side = sided.get(last.entity or "") if last is not None and (near or only) else None
    if side and last is not None and text[last.span.end : mention.span.start] == " in ":
        found[side] += 1
    if side and not found and (_HERE.search(before) or _SEAT.match(after) or _TOLD.search(before)):
        found[side] += 1
    if following is not None and stands_in and _IN.search(before):
        gap = text[mention.span.end : following.span.start]
        if _LEADER_AFTER.match(gap) and (side := sided.get(following.entity or "")):
            found[side] += 1
    return found
