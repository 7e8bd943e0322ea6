"""What struck, sank, burned or cut off a thing, as a report tells it: the thing and the means in one voice's words.

A *hit* is a thing that is known ("the clinic", "a boat") beside a word for a means ("mortars"), in one part of one
sentence that tells of force. A voice that speaks of the means alone ("there was no mine") speaks of the thing named
before.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.link.compare.causes.means import MEANS, means_in, plain_starts, takes_back
from counterclaim.link.compare.sayings import told_by, words_of
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.compare.wording import wording
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Span, Statement

_ROWS = wording("means")["objects"]
#: The row of `objects` that a word for a thing belongs to, the means that may do that to it, and what is asked.
ROW_OF: Mapping[str, str] = {noun: row for row, told in _ROWS.items() for noun in told["words"]}
ASKED: Mapping[str, str] = {row: told["asked"] for row, told in _ROWS.items()}
#: Means that tell only of a death, a crash or a sinking.
_NOT_STRUCK = frozenset(
    "weather|shot down|drowning|torture|illness|hunger|suicide|too great a load|a collision|stampede".split("|")
)
_BY: Mapping[str, frozenset[str]] = {
    row: frozenset(told["by"]) or frozenset(MEANS) - _NOT_STRUCK for row, told in _ROWS.items()
}
_NOUNS = "|".join(
    f"(?P<n{number}>{words})" for number, words in enumerate(w for t in _ROWS.values() for w in t["words"].values())
)
#: What may also be a means.
_CRAFT = frozenset(_ROWS["lost"]["words"])
_CRAFTS = {noun: re.compile(rf"\b(?:{words})\b", re.I) for noun, words in _ROWS["lost"]["words"].items()}
_NAMES = tuple(noun for told in _ROWS.values() for noun in told["words"])
#: Means that are only told of as what was done where a word of force stands beside them.
_OF_FORCE = frozenset(MEANS) - {"too great a load", "a collision", "arson", "shot down"}
#: Behind the word for a thing it is no more than what tells of a person, a place or another thing.
_NO_HEAD = (
    r"(?![’']s|[-’']\w|\s+(?:directors?|drivers?|officials?|spokes\w+|sources?|workers?|staff|doctors?|teachers?|chiefs?"
    r"|heads?|guards?|owners?|managers?|managements?|medics?|authorit\w+|administrat\w+|records?|masters?|keepers?|crews?"
    r"|roads?|streets?|districts?|stations?|stops?|bombs?|crossings?|traders?|squares?|quarters?|captain|operators?"
    r"|carriers?|dealers?|committee|council|board|services?|company|union|ministry|fighters?|loads?"
    r"|of (?:fire|shells))\b)"
)
_FORCE = (
    r"hit|hits|struck|strikes?|striking|shelled|shelling|bombed|bombing|targeted|targeting|destroyed|destroying|attacked"
    r"|damaged|razed|levell?ed|burn(?:ed|t|ing)?|torched|ripped|tore|slammed|crash(?:ed|es)?|fell|fallen|fired|launched"
    r"|dropped|explo\w+|went off|gone off|detonat\w+|blew|blown|wrecked|gutted|flattened|collapsed|demolished|raked|set"
    r"|killed|killing|died|dead|wounded|lost|sank|sunk|sinking|went down|capsized|overturned|downed|brought down"
    r"|c[oa]me down|shot|landed|attack|raid|drove|r[au]n (?:over|onto|into)|stepped on|alight|caught fire|broke out"
    r"|cut|out of|left without"
    r"|caus\w+|occasioned|emergency landing|sparked|started|triggered|used|bodies|crater|rammed"
)
_FORCED = Sought(rf"\b(?:{_FORCE})\b", re.I)
_DETERMINER = r"(?:(?:the|an?|its|their|his|her|our|one|two|three|this|that|another)\s+)?"
_MODIFIERS = (
    r"(?:(?!(?:of|in|on|and|or|near|was|were|by|from|to|with|said|at|who|that|which|outside|beside|behind)\b)"
    r"[\w’'-]+\s+){0,4}?"
)
#: A thing that force is told of: "hit the clinic", "on a crowded market", "in the yard of the school".
_AFTER = Sought(
    rf"\b(?:{_FORCE}|on|at|in|into|onto|inside|against|over|upon|among|of which"
    rf"|(?:yard|roof|wing|floor|gate|courtyard|part|side|corner|middle|centre|center|ruins|building|opening|cellar|entrance"
    rf"|sinking|loss|shooting down|crash|bombing|shelling|cause) of"
    rf"|what (?:hit|struck|destroyed|burned|sank))\s+{_DETERMINER}{_MODIFIERS}(?:{_NOUNS})\b{_NO_HEAD}",
    re.I,
)
#: The same before the verb: "their minibus drove over …", "the boat was overloaded".
_SUBJECT = Sought(
    rf"\b(?:{_NOUNS})\b{_NO_HEAD}"
    rf"(?=(?:,? [^.;]{{0,120}}?)? (?:(?:was|were|had|has|have|been|is|being)\b|(?:{_FORCE})\b))",
    re.I,
)
#: What stands before a thing that was not struck itself: what was near it, and whence and whither things go.
_NEAR = re.compile(
    r"\b(?:near|outside|beside|behind|opposite|from|to|towards?|by|around|next to|close to|in front of|metres from)\s+"
    r"(?:(?:the|an?|its|their|his|her|one)\s+)?(?:[\w’'-]+\s+){0,2}$",
    re.I,
)
#: Where the wounded are treated is not where they were hit.
_TREATED = re.compile(
    r"\b(?:die[sd]?|dying|succumb\w*|treat\w*|taken|rushed|admitted|brought|pronounced|received|ferried|carried|doctors?"
    r"|surgeons?)\b[^.;]{0,40}\b(?:hospitals?|clinics?|health|infirmary)\b",
    re.I,
)
#: What tells of a fire without naming it.
_BURNED = re.compile(
    r"\b(?:caught fire|put to the torch|torched|set fire to|set (?:\w+ ){1,4}(?:alight|ablaze|on fire)"
    r"|lit (?:the|their|his|her|our) \w+)\b",
    re.I,
)
#: A voice speaks of what was named no further before, in characters.
_BACK = 420
_NOT_SO = re.compile(
    r"(?:\s+(?!but\b)[\w’'-]+){0,2}?\s+(?:(?:was|were|had|has|have|did|is|are)\s+(?:not|never)\b|(?:was|were|did|had|is|are)n['’]t\b"
    r"|she will not hear|he will not hear)",
    re.I,
)
#: Hits of one report that are looked at.
_MOST = 40


@dataclass(frozen=True, slots=True)
class Hit:
    """The `kinds` of means, each with its words, that one voice has for `things` (by the noun of
    the list, each with its phrase), and those that it says it was `not`.
    `carried`: it names none itself; `plain`: it says in so many words that this was the means."""

    record: str
    told: Statement
    things: Mapping[str, str]
    carried: bool
    kinds: Mapping[str, str]
    denied: frozenset[str]
    plain: bool
    telling: Telling
    shown: Span


def hits_of(pile: Pile, tellings: Tellings, report: str) -> list[Hit]:
    """The hits that a report tells of, in its order."""
    text, found = pile.reports[report].text, pile.annotations[report]
    units: dict[tuple[str, int, int], list[tuple[int, int]]] = defaultdict(list)
    for start, end in means_in(text):
        told = told_by(found.statements, start, end)
        if told is not None:
            shown = words_of(told, sentence_at(text, start, end), start, text)
            units[told.id, shown.start, shown.end].append((start, end))
    plain = plain_starts(text) if units else frozenset()
    hits = []
    for (told_id, start, end), at in sorted(units.items(), key=lambda item: (item[0][1], item[0][2])):
        hit = _hit(pile, tellings, pile.statements[told_id], Span.of(text, start, end), at, plain)
        if hit is not None:
            hits.append(hit)
    return hits[:_MOST]


def _hit(
    pile: Pile,
    tellings: Tellings,
    told: Statement,
    shown: Span,
    at: Sequence[tuple[int, int]],
    plain: frozenset[int],
) -> Hit | None:
    text, found = pile.reports[told.report].text, pile.annotations[told.report]
    kinds, denied = _told(text, shown, at)
    said_so = any(start in plain for start, _ in at)
    if not (denied or (kinds and (said_so or not _OF_FORCE.issuperset(kinds) or _FORCED.search(shown.text)))):
        return None
    own = things_in(shown.text)
    if "shot down" in kinds:
        own = {**own, **_craft_in(shown.text)}
    things = {noun: phrase for noun, phrase in own.items() if may_do(kinds, noun) or not (kinds or noun in _CRAFT)}
    carried = not things
    if carried:
        things = dict(_before(text, shown.start))
    near = [c for c in found.claims if c.statement == told.id and shown.covers(c.trigger)]
    claim = min(near, key=lambda c: (abs(c.trigger.start - at[0][0]), c.id)) if near else None
    telling = tellings.of_claim(claim) if claim else tellings.at(told.report, *at[0])
    if not (things or denied) or telling.cumulative:
        return None
    record = claim.id if claim else told.id
    return Hit(record, told, things, carried, kinds, denied, said_so, telling, shown)


def _told(text: str, shown: Span, at: Sequence[tuple[int, int]]) -> tuple[dict[str, str], frozenset[str]]:
    """The means that some words name as what was used, each with its words, and those that they say it was not."""
    kinds: dict[str, str] = {}
    denied = set()
    for start, end in at:
        kind = means_in(text)[start, end]
        since = sentence_at(text, start, end).start  # who denies it may stand before what is denied
        no = takes_back(text[max(since, start - 60) : start]) or _taken_back(text[end : shown.end])
        if kind and no == "denied":
            denied.add(kind)
        elif kind and not no:
            kinds.setdefault(kind, " ".join(text[start:end].split()))
    return _exact({kind: words for kind, words in kinds.items() if kind not in denied}), frozenset(denied)


def _exact(kinds: Mapping[str, str]) -> dict[str, str]:
    """Means without those that only tell of another one: what it set on fire, "bombs" beside a car bomb; what planes
    drop or fire is an air strike."""
    dropped = [kind for kind in ("bombs", "rockets", "missiles") if kind in kinds]
    if dropped and "planes" in kinds:
        kinds = {k: words for k, words in kinds.items() if k not in {"planes", *dropped}} | {
            "an air strike": f"{kinds['planes']} … {kinds[dropped[0]]}"
        }
    if "shot down" in kinds:
        kinds = {kind: kinds[kind] for kind in ("shot down", "weather", "a fault") if kind in kinds}
    bomb = kinds.keys() & {"a car bomb", "a suicide bomber", "a mine", "mortars", "grenades"}
    less = {"bombs"} if bomb else set()
    less |= {"fire"} if len(kinds) > 1 else set()
    kinds = {kind: words for kind, words in kinds.items() if kind not in less}
    # "In a separate accident a plane crashed in fog" tells by the fog what it was.
    plain = {kind: words for kind, words in kinds.items() if not words.endswith("accident")}
    return plain or kinds


def _craft_in(words: str) -> dict[str, str]:
    """The aircraft that some words name, with the phrase for each: what is shot down is one of them."""
    return {noun: found.group() for noun, craft in _CRAFTS.items() if (found := craft.search(words))}


def _before(text: str, at: int) -> Mapping[str, str]:
    """The things of the last sentence before a character that tells force of any."""
    for sentence in reversed(re.split(r"(?<=[.!?])\s+|\n+", text[max(0, at - _BACK) : at])):
        found = {noun: phrase for noun, phrase in things_in(sentence).items() if noun not in _CRAFT}
        if found and _FORCED.search(sentence):
            return found
    return {}


def _taken_back(behind: str) -> str:
    return "denied" if _NOT_SO.match(behind) else ""


def may_do(kinds: Mapping[str, str], noun: str) -> frozenset[str]:
    """Those means that may do to a thing what is told of it."""
    return frozenset(kind for kind in kinds if kind in _BY[ROW_OF[noun]] and kind != f"a {noun}")


@functools.lru_cache(1 << 12)
def things_in(words: str) -> Mapping[str, str]:
    """The things that some words tell force of, each with the phrase for it."""
    found: dict[str, str] = {}
    treated = _TREATED.search(words)
    for pattern in (_AFTER, _SUBJECT):
        for match in pattern.finditer(words):
            number = next(n for n in range(len(_NAMES)) if match[f"n{n}"])
            start, end = match.span(f"n{number}")
            if _NEAR.search(words[:start]) or (_NAMES[number] == "hospital" and treated):
                continue
            first = match.start() if pattern is _AFTER else max(0, start - 40)
            found.setdefault(_NAMES[number], words[first:end])
    if _BURNED.search(words):
        found.setdefault("fire", "fire")
    return found


def named_before(phrase: str) -> Iterator[str]:
    """The words right before the noun of a phrase, up to its article."""
    own = re.split(rf"\b(?:the|an?|its|their|on|at|in|into|of|{_FORCE})\b", phrase, flags=re.I)[-1]
    yield from (word.lower() for word in own.split()[:-1])
