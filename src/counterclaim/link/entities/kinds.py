"""What a call is: a person, organisation, state, armed group or place, by all reports and the words around it.

Inside one report a kind is settled by few mentions, and a small model calls an armed group a person or a place. Over a
pile there is more to go by: nobody fights "in" a group, and places have no fighters of their own as often as groups do.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from counterclaim.link.entities.calls import STATE, Call, Calls
from counterclaim.link.entities.names import call_of
from counterclaim.records import EntityKind, LocalEntity

#: What follows or precedes the name of those who fight.
_FIGHTERS = (
    r"(?:militants?|fighters?|jihadis?ts?|jihadis|terrorists?|rebels?|gunmen|insurgents?|extremists?|militia(?:men)?|"
    r"guerrillas?|combatants?|commanders?|snipers?|recruits?)"
)
_ARMED_BODY = r"(?:group|faction|movement|organi[sz]ation|militia|outfit|alliance|coalition|brigade|battalion)s?"
_ADJECTIVE = (
    r"(?:armed|rebel|militant|jihadist|jihadi|terror(?:ist)?|insurgent|extremist|islamist|separatist|paramilitary)"
)
_ARMED_AFTER = re.compile(
    rf"(?:['’]s?)?\s+(?:{_ADJECTIVE}\s+)?{_FIGHTERS}\b|(?:['’]s?)?\s+{_ADJECTIVE}\s+{_ARMED_BODY}\b", re.IGNORECASE
)
_GROUP_AFTER = re.compile(r"(?:['’]s?)?\s+groups?\b", re.IGNORECASE)
_ARMED_BEFORE = re.compile(
    rf"(?:{_ADJECTIVE}\s+{_ARMED_BODY}|{_FIGHTERS}\s+(?:of|from|with|for|belonging to|loyal to))\s*,?\s+"
    r"(?:the\s+)?(?:so-called\s+)?[\"“]?$",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:in|near|at|outside|inside|around|across|throughout|into|over|outskirts|north|south|east|west)(?: of)?\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_PLACE_AFTER = re.compile(
    r"(?:['’]s?)?\s+(?:province|city|district|town|region|neighbou?rhood|village|governorate|area|suburbs?|countryside|"
    r"airport|air\s?base|camp|road|highway|valley|mountains?|hills?|river|bridge|border|crossing|county|province)\b"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:province|city|district|town|region|neighbou?rhood|village|governorate|area|suburbs?|countryside|camp|valley|"
    r"river|island|county)s? of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: What precedes the name of a body, and of a person only if the person has an office.
_BODY_BEFORE = re.compile(
    r"\b(?:members|member|positions|branch|headquarters|ranks|cells?|affiliates?|affiliated)\s+(?:of|to|with)\s+"
    r"(?:the\s+)?(?:so-called\s+)?[\"“]?$",
    re.IGNORECASE,
)
#: What stands before the name of a ship.
_VESSEL_BEFORE = re.compile(
    r"\b(?:ferry|ship|vessel|cutter|boat|steamer|liner|freighter|tanker|trawler|frigate|destroyer|corvette|cruiser|warship|"
    r"gunboat|submarine|yacht|tug|schooner|barge|MV|M/V|HMS|USS|RMS)\s+[\"“‘']?$"
)
#: What companies have, and places have not.
_COMPANY_AFTER = re.compile(
    r"['’]s?\s+(?:chief executive|managing director|chair(?:man|woman|person)|spokes(?:man|woman|person)|board|owners?|"
    r"shareholders?|fleet|employees|lawyers?|website|head office)\b"
)
#: "DORVIK (Ferrynews) Two died": who stands in brackets behind a dateline is who reports.
_DATELINE_BEFORE = re.compile(r"[A-Z]{4,}\s*\($")
_MEDIUM = re.compile(
    r"(?:['’]s?)?\s+(?:(?:state|daily|weekly|local|satellite)\s+)*"
    r"(?:news(?:\s+agency|paper|\s+site|\s+channel)?|agency|tv|television|radio|newspaper|broadcaster|website)\b",
    re.IGNORECASE,
)
#: Who has a ministry is a state, known to a list of states or not: "dorvik" of "dorvik foreign ministry".
_MINISTRY_OF = re.compile(r"^(\w+) (?:(?:foreign|defense|interior|health|justice|finance) )+ministry$")
#: What comes behind the noun that a name hangs on: "army" of "Army of the Hills".
_HEAD = re.compile(r"(?<=\w)\s(?:of|for|in|on)\s")
#: Last words of a name that tell what bears it.
PLACE_ENDS = frozenset(
    """road street square province city district town region neighbourhood neighborhood village governorate area suburb
    suburbs countryside airport airbase base camp highway valley mountain mountains hill hills river sea bridge border
    crossing peninsula island islands county enclave dam lake gulf strait desert plain""".split()
)
BODY_ENDS = frozenset(
    """ministry army council agency observatory party university organization organisation nations union court
    parliament congress senate committee commission police institute association foundation fund bank company
    corporation times post news press network centre center office department bureau authority league command
    parliament academy hospital embassy""".split()
)
#: What the armed forces of a state are called; a group is not a state's.
STATE_ENDS = frozenset(
    {"army", "ministry", "police", "navy", "government", "military", "parliament", "guard", "forces", "troops"}
)
#: How exactly a place is known that is itself on the map, and not merely near one that is.
_ON_THE_MAP = frozenset({"town", "region", "given"})
#: A group shows by fighters or the like in at least this share of its mentions, a place by "in" and "city" in
#: this, and in this where it has a name of several words, as most bodies have, in which somebody also is.
_ARMED, _PLACED, _PLACED_LONG = 0.12, 0.25, 0.4


#: Words of which one stands last before a name where a pattern for what stands before it matches, in small letters,
#: articles, commas and quotation marks left out: looking at that word first takes a sixth of the time.
_BESIDE_ARMED = frozenset(
    """of from with for belonging loyal group groups faction factions movement movements organization organizations
    organisation organisations militia militias outfit outfits alliance alliances coalition coalitions brigade brigades
    battalion battalions""".split()
)
_INSIDE = frozenset(
    """in near at outside inside around across throughout into over outskirts north south east west""".split()
)
_TO_BODY = frozenset({"of", "to", "with"})
_VESSELS = frozenset(
    """ferry ship vessel cutter boat steamer liner freighter tanker trawler frigate destroyer corvette cruiser warship
    gunboat submarine yacht tug schooner barge mv v hms uss rms""".split()
)
_BEFORE = _BESIDE_ARMED | _INSIDE | _TO_BODY | _VESSELS
_PASSED_OVER = frozenset({'"', "'", ",", "the", "so-called"})
#: What joins a name to the words behind it, where no space does.
_GOES_ON = frozenset("'’")
_ANY_WORD = re.compile(r"\w+")


def _may_say(before: str) -> bool:
    """Whether a pattern for what stands before a name may match: by the last word of it, where all letters are plain
    ones, whose case every pattern takes alike."""
    if not before.isascii():
        return True
    for token in reversed(before.lower().split()):
        if token not in _PASSED_OVER:
            words = _ANY_WORD.findall(token)
            return bool(words) and words[-1] in _BEFORE
    return False


def settle_kinds(calls: Calls) -> None:
    """Says of each call what kind it is."""
    hints = _hints(calls)
    lands = {land[1] for key in calls.by_key if (land := _MINISTRY_OF.match(key))}
    for call in calls.by_key.values():
        if call.members:
            call.kind = _kind(call, hints[call.key])
            if call.kind is EntityKind.PERSON and call.text in lands and not any(m.titles for m in call.members):
                call.kind = EntityKind.PLACE
    _surnames_and_firms(calls)


def _surnames_and_firms(calls: Calls) -> None:
    """A lone word that only one person of the pile is called by, is that person; one that a firm is also called by, is
    no person."""
    people, firms = Counter[str](), set[str]()
    for call in calls.by_key.values():
        words = call.text.split()
        people[words[-1]] += call.kind is EntityKind.PERSON and len(words) > 1
        if call.kind is EntityKind.ORGANIZATION and len(words) > 1:
            firms.add(words[0])
    for call in calls.by_key.values():
        if " " in call.text or call.outlet or not call.members or any(m.side or m.name.isupper() for m in call.members):
            continue
        body = call.kind in {EntityKind.ORGANIZATION, EntityKind.GROUP}
        if body and people[call.text] == 1 and call.text not in firms | BODY_ENDS:
            call.kind = EntityKind.PERSON
        elif call.kind is EntityKind.PERSON and call.text in firms and not people[call.text]:
            titled = any(member.titles for member in call.members)
            call.kind = call.kind if titled else EntityKind.ORGANIZATION


def _hints(calls: Calls) -> dict[str, Counter[str]]:
    """How often the words around a call's mentions are those around a fighter, a place, a medium."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for report, mentions in calls.mentions.items():
        text = calls.texts[report]
        mapped = {p.span.start for p in calls.annotations[report].places if p.precision in _ON_THE_MAP}
        for mention in mentions:
            key = calls.of_local.get(mention.entity or "")
            if key is None or key.startswith(STATE):
                continue
            start, end = mention.span.start, mention.span.end
            before, after = text[max(0, start - 40) : start], text[end : end + 40]
            hints = found[key]
            hints["all"] += 1
            hints["mapped"] += start in mapped and call_of(mention.span.text) == key
            for hint in _said_around(before, after):
                hints[hint] += 1
    return found


def _said_around(before: str, after: str) -> Iterator[str]:
    """What the words before and behind a mention say of its bearer."""
    said = _may_say(before)
    armed = bool(said and _ARMED_BEFORE.search(before))
    placed = bool(said and _PLACE_BEFORE.search(before))
    if after[:1] in _GOES_ON or after[:1].isspace():
        armed = armed or bool(_ARMED_AFTER.match(after))
        placed = placed or bool(_PLACE_AFTER.match(after))
        if _GROUP_AFTER.match(after):
            yield "group"
        if _COMPANY_AFTER.match(after):
            yield "company"
        if _MEDIUM.match(after):
            yield "medium"
    elif after.startswith(")") and _DATELINE_BEFORE.search(before):
        yield "medium"
    if armed:
        yield "armed"
    if placed:
        yield "place"
    if said and _VESSEL_BEFORE.search(before):
        yield "vessel"
    if said and _IN.search(before):
        yield "in"
    if said and _BODY_BEFORE.search(before):
        yield "body"


def _kind(call: Call, hints: Counter[str]) -> EntityKind:
    if call.key.startswith(STATE):
        return EntityKind.STATE
    if call.outlet:
        return EntityKind.ORGANIZATION
    voted = vote(call.members)
    last = _HEAD.split(call.text)[0].split()[-1]
    several = " " in call.text
    titled = sum(bool(member.titles) for member in call.members)
    if hints["vessel"] >= max(1, _ARMED * hints["all"]) and not titled:
        return EntityKind.ORGANIZATION
    if several and last in PLACE_ENDS:
        return EntityKind.PLACE
    if last in BODY_ENDS and voted in {EntityKind.PERSON, EntityKind.PLACE}:
        voted = EntityKind.ORGANIZATION
    total = hints["all"] or 1
    placed = hints["place"] + hints["in"]
    armed = hints["armed"] + hints["group"]
    of_a_state = any(member.side for member in call.members) and last in STATE_ENDS
    fights = hints["armed"] and armed >= max(2, _ARMED * total) and armed >= placed and not of_a_state
    if fights and (voted is not EntityKind.PERSON or titled < armed):
        return EntityKind.GROUP
    if voted is EntityKind.PERSON and not titled and hints["body"] + armed >= max(2, _ARMED * total):
        return EntityKind.GROUP if hints["armed"] else EntityKind.ORGANIZATION
    if voted is not EntityKind.PLACE and not titled and not armed and 2 * hints["mapped"] > hints["all"]:
        return EntityKind.PLACE
    often = _PLACED_LONG if several else _PLACED
    if (
        voted is not EntityKind.PLACE
        and placed >= max(2, often * total)
        and placed > 2 * armed
        and last not in BODY_ENDS
    ):
        return EntityKind.PLACE
    if voted is EntityKind.PLACE and hints["company"] and not placed and not hints["mapped"]:
        return EntityKind.ORGANIZATION
    if voted in {EntityKind.PERSON, EntityKind.PLACE} and hints["medium"] >= max(2, _ARMED * total):
        return EntityKind.ORGANIZATION
    return voted


def vote(members: Iterable[LocalEntity]) -> EntityKind:
    """The kind that most mentions speak for."""
    votes: Counter[EntityKind] = Counter()
    for member in members:
        # The small model calls a one-word name an organisation more often than it is one; capitals throughout are
        # an acronym.
        weak = member.kind is EntityKind.ORGANIZATION and " " not in member.name and not member.name.isupper()
        votes[member.kind] += 1 if weak else 4 * max(member.mentions, 1)
    order = list(EntityKind)
    return max(order, key=lambda kind: (votes[kind], -order.index(kind)))
