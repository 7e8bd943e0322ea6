"""Who holds which office, of whom, and from when until when, as far as reports say so.

What annotating found is an office beside a name. Of whom it is, stands around the name as well: "the Front's spokesman
Jane Doe", "Jane Doe, head of the Front", "the head of the Front, Jane Doe". Days stand in the same sentence ("president
since 2011", "resigned in May 2012").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.entities.calls import Calls
from counterclaim.link.entities.names import TITLES
from counterclaim.records import EntityKind, Mention, TimeExpression, TimexType

_HEADS = (
    "president|premier|minister|chancellor|secretary|king|queen|prince|princess|emir|sultan|ayatollah|pope|general|"
    "commander|commissioner|chief|head|director|leader|chairman|chairwoman|chairperson|chair|governor|mayor|senator|"
    "deputy|ambassador|envoy|mediator|negotiator|representative|spokesman|spokeswoman|spokesperson|officer|official|"
    "adviser|advisor|judge|prosecutor|coordinator|founder|co-founder|secretary-general|vice-president|patriarch|"
    "archbishop|bishop|mufti|member|manager|editor|rapporteur|lawmaker|legislator|executive|captain|inspector|superintendent"
)
_PARTS = (
    "prime|vice|deputy|foreign|defence|defense|interior|finance|justice|information|health|energy|culture|assistant|"
    "acting|former|late|state|press|general|first|second|senior|chief|attorney|special|opposition|military|executive|"
    "regional|political|humanitarian|managing|then|ex|vice-|co-|head|transport|trade|labour|labor|education|environment|"
    "agriculture|oil|economy|tourism|police|army|fire"
)
_OFFICE = rf"(?P<office>(?:(?:{_PARTS})[\s-]+)*(?:{_HEADS})(?:[\s-]general)?)"
_WORDS = r"(?:(?!(?:and|or|said|the|of|should|must|will|would|may|can|could|has|had|is|was)\b)[a-z][a-z-]*\s+){0,2}?"
_OF = r"\s+(?P<of>of|for|at|in|to|with)\s+(?:the\s+)?" + _WORDS
#: "…(the Front)'s spokesman (Jane Doe)"
_OWNER_BEFORE = re.compile(rf"^(?:['’]s?)?\s+{_WORDS}{_OFFICE}\s*,?\s*$", re.IGNORECASE)
#: "the head of (the Front), (Jane Doe)"
_OFFICE_OF = re.compile(rf"\b{_OFFICE}{_OF}$", re.IGNORECASE)
_BESIDE = re.compile(r"^\s*,?\s*$")
#: "(Jane Doe), the head of (the Front)"
_HEAD_OF = re.compile(
    rf"^\s*,?\s*(?:who\s+(?:is|was)\s+)?(?:(?:an?|the|its|their)\s+)?{_WORDS}{_OFFICE}{_OF}$", re.IGNORECASE
)
#: "(Jane Doe), (the Front)'s spokesman"
_APPOSED = re.compile(r"^\s*,\s*(?:who\s+(?:is|was)\s+)?(?:the\s+)?$", re.IGNORECASE)
_OFFICE_AFTER = re.compile(rf"^(?:['’]s?)?\s+{_WORDS}{_OFFICE}\b", re.IGNORECASE)
#: "(Jane Doe), who has been head (of the Front)"
_IS = re.compile(
    rf"^\s*,?\s*who\s+(?:is|was|has\s+been|had\s+been|became|served\s+as)\s+(?:(?:an?|the|its|their)\s+)?{_WORDS}{_OFFICE}\b",
    re.IGNORECASE,
)
#: "Head Jane Doe (of the Front)"
_NAMED_OF = re.compile(r"^\s+of\s+(?:the\s+)?$")
_OFFICE_BEFORE = re.compile(rf"\b{_OFFICE}\s+$", re.IGNORECASE)
#: "the director of the clinic, (Jane Doe)", "the clinic's director, (Jane Doe)", "the mayor, (Jane Doe)"
_WHAT = r"(?P<what>(?:the|an?|its|their|his|her)\s+(?:[a-z][a-z-]*\s+){0,2}?[a-z][a-z-]+)"
_RANK = r"(?:(?:[A-Z][a-z]+|Dr|Mr|Ms|Mrs)\.?\s+)?"
_OF_WHAT_BEFORE = re.compile(rf"\b(?i:{_OFFICE})\s+(?:of|at)\s+{_WHAT},\s+{_RANK}$")
_WHOSE_BEFORE = re.compile(
    rf"\b(?P<what>(?i:the)\s+(?:[a-z][a-z-]*\s+)?[a-z][a-z-]+)['’]s\s+(?i:{_OFFICE}),\s+{_RANK}$"
)
_THE_BEFORE = re.compile(rf"(?<!for )(?<!of )(?<!to )\b[Tt]he\s+(?i:{_OFFICE}),\s+{_RANK}$")
#: "(Jane Doe), director of the clinic," and "(Jane Doe), the clinic's director,"
_OF_WHAT = re.compile(rf"^,\s+(?:(?:an?|the|its|their)\s+)?{_WORDS}(?i:{_OFFICE})\s+(?:of|at)\s+{_WHAT}(?=[,.;”\"])")
_WHOSE = re.compile(rf"^,\s+(?P<what>the\s+(?:[a-z][a-z-]*\s+)?[a-z][a-z-]+)['’]s\s+{_WORDS}(?i:{_OFFICE})(?=[,.;”\"])")
_WHOSE_NEXT = re.compile(r"['’]s?\s+")
#: Who is in a state and not of it: "a spokesman for the Kenyan opposition".
_AGAINST = re.compile(r"\s+(?:opposition|rebels?|separatists?|militants?|insurgents?|dissidents?)\b", re.IGNORECASE)
_LEADS = re.compile(r"^\s*,?\s*who\s+(?P<verb>heads|leads|chairs|commands|runs)\s+(?:the\s+)?$", re.IGNORECASE)
_VERB_OFFICES = {"heads": "head", "leads": "leader", "chairs": "chair", "commands": "commander", "runs": "head"}

_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till)\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:to|until|till)\s+$|[-–]$", re.IGNORECASE)
_BEGAN = re.compile(
    r"\b(?:was\s+|been\s+|were\s+)?(?:elected|re-elected|appointed|named|sworn\s+in|inaugurated|took\s+office|took\s+power|"
    r"became|took\s+over|assumed\s+(?:the\s+)?office|came\s+to\s+power)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:resigned|stepped\s+down|stood\s+down|was\s+(?:ousted|dismissed|sacked|fired|removed|deposed|replaced|"
    r"toppled|overthrown)|left\s+office|quit)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
#: The end of a sentence, and not of an initial or title; how far back it is looked for, in characters.
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)”\"]{3})[.!?][”\"]?\s|\n")
_SENTENCE = 300
#: The furthest that an office may stand from its bearer, in characters.
_NEAR = 90
#: Words that make an office what it is; before an office, others say of what it is ("union president").
KNOWN_PARTS = frozenset(_PARTS.split("|"))
#: Offices that are at or for somebody else than they are of ("the Kenyan ambassador to Norway").
_SENT = frozenset({"envoy", "ambassador", "representative", "coordinator", "mediator", "rapporteur"})
#: What is part of an office, though reading takes it for somebody ("secretary of State").
_PORTFOLIOS = frozenset({"state", "defence", "defense", "interior"})
#: Offices that are of the state a report puts the bearer to where it says no more.
_OF_A_STATE = frozenset(
    """president premier minister chancellor secretary king queen prince emir sultan ambassador envoy leader general
    spokesman spokeswoman spokesperson mediator negotiator""".split()
)


@dataclass(frozen=True, slots=True)
class Held:
    """An office as one place of a report gives it: whose (a local entity), its title, of whom (a local entity, or the
    code of a state), and its days."""

    who: str
    title: str
    of: str | None = None
    state: str | None = None
    since: str | None = None
    until: str | None = None


def offices(calls: Calls) -> Iterator[Held]:
    """All offices of people in the pile, in the order of the reports."""
    for report, mentions in calls.mentions.items():
        people = [m for m in mentions if _kind(calls, m) is EntityKind.PERSON]
        if not people:
            continue
        text = calls.texts[report]
        found = [held for person in people for held in _around(calls, text, mentions, person)]
        said = {(held.who, held.title.removeprefix("former ")) for held in found}
        for person in people:
            found += (held for held in _of_common(calls, text, mentions, person) if (held.who, held.title) not in said)
        said |= {(held.who, held.title.removeprefix("former ")) for held in found}
        for person in people:
            found += (held for held in _is_said(text, person) if (held.who, held.title) not in said)
        for entity in dict.fromkeys(m.entity or "" for m in people):
            found += _beside(calls, entity, said | {(held.who, held.title) for held in found})
        times = [t for t in calls.annotations[report].times if t.type is TimexType.DATE and t.value[:4].isdigit()]
        yield from _dated(text, people, found, times)


def _kind(calls: Calls, mention: Mention) -> EntityKind | None:
    key = calls.of_local.get(mention.entity or "")
    return calls.by_key[key].kind if key else None


def _beside(calls: Calls, person: str, said: set[tuple[str, str]]) -> Iterator[Held]:
    """The offices that annotating found beside a name, of which nothing more is said."""
    local = calls.locals[person]
    for title in local.titles:
        words = [word for word in title.lower().split() if word.rstrip(".") not in TITLES or word in _HEADS.split("|")]
        plain = " ".join(words)
        if len(words) == 2 and words[0] not in KNOWN_PARTS and (person, words[1]) in said:
            continue  # "union president" of whom it is said what the union is
        if not words or (person, plain.removeprefix("former ")) in said:
            continue
        yield Held(person, plain, None, local.side if words[-1] in _OF_A_STATE else None)


def _around(calls: Calls, text: str, mentions: list[Mention], person: Mention) -> Iterator[Held]:
    """The offices around one mention, with whose they are."""
    starts = [m.span.start for m in mentions]
    at = bisect_left(starts, person.span.start)
    for other in reversed(mentions[max(0, at - 2) : at]):
        if person.span.start - other.span.end > _NEAR or _kind(calls, other) is EntityKind.PERSON:
            break
        gap = text[other.span.end : person.span.start]
        if "\n" in gap:
            break  # a title ends with the name, and a sentence begins with the office
        found = _OWNER_BEFORE.match(gap)
        if found is None and _BESIDE.match(gap):
            found = _OFFICE_OF.search(text[max(0, other.span.start - _NEAR) : other.span.start])
        if found is not None and not _AGAINST.search(gap):
            yield _held(calls, person, found, other)
            break
    for n, other in enumerate(mentions[at + 1 : at + 3], at + 1):
        if other.span.start - person.span.end > _NEAR or _kind(calls, other) is EntityKind.PERSON:
            break
        gap = text[person.span.end : other.span.start]
        if leads := _LEADS.match(gap):
            yield Held(person.entity or "", _VERB_OFFICES[leads["verb"].lower()], other.entity)
            break
        found = _HEAD_OF.match(gap)
        if found is None and _NAMED_OF.match(gap):
            found = _OFFICE_BEFORE.search(text[max(0, person.span.start - _NEAR) : person.span.start])
        if found is None and _APPOSED.match(gap):
            found = _OFFICE_AFTER.match(text[other.span.end : other.span.end + _NEAR])
        against = _AGAINST.match(text, other.span.end)
        if found is not None and not against and not text.startswith("-based", other.span.end):
            owned = mentions[n + 1] if n + 1 < len(mentions) else other
            own = _WHOSE_NEXT.fullmatch(text[other.span.end : owned.span.start])
            yield _held(calls, person, found, owned if own else other)  # "a spokesman for Kenya's Foreign Ministry"
            break


def _is_said(text: str, person: Mention) -> Iterator[Held]:
    """The office that a relative clause gives ("…, who has been president since 2014")."""
    if found := _IS.match(text[person.span.end : person.span.end + _NEAR]):
        yield Held(person.entity or "", _title(found["office"]))


def _of_common(calls: Calls, text: str, mentions: list[Mention], person: Mention) -> Iterator[Held]:
    """The office that common words around one mention give: "the clinic's director, (Jane Doe)". The body is the one
    of the report whose name ends in these words, or they stand themselves."""
    before = text[max(0, person.span.start - _NEAR) : person.span.start].rsplit("\n", 1)[-1]
    after = text[person.span.end : person.span.end + _NEAR]
    _, comma, between = before.rpartition(",")
    apposed = comma and len(between.split()) <= 1  # a comma, and a rank at the most
    found = (_OF_WHAT_BEFORE.search(before) or _WHOSE_BEFORE.search(before)) if apposed else None
    if found is None and after.startswith(","):
        found = _OF_WHAT.match(after) or _WHOSE.match(after)
    if found is not None:
        what = " ".join(found["what"].lower().split())
        body = _body_called(calls, mentions, what.split()[-1])
        yield Held(person.entity or "", _title(found["office"]), body, None if body or "the " not in what else what)
    elif apposed and (alone := _THE_BEFORE.search(before)):
        yield Held(person.entity or "", _title(alone["office"]))


def _body_called(calls: Calls, mentions: list[Mention], noun: str) -> str | None:
    """The one body of a report whose name ends in a noun."""
    named = {
        mention.entity
        for mention in mentions
        if _kind(calls, mention) in {EntityKind.ORGANIZATION, EntityKind.GROUP}
        and calls.locals[mention.entity or ""].name.lower().split()[-1] == noun
    }
    return next(iter(named)) if len(named) == 1 else None


def _title(office: str) -> str:
    return " ".join(re.sub(r"\b(?:then|ex)[\s-]+", "former ", office.lower()).split())


def _held(calls: Calls, person: Mention, found: re.Match[str], of: Mention) -> Held:
    """The office with whose it is. A capital that stands beside it is that of the state it is of."""
    title = _title(found["office"])
    if of.span.text.lower() in _PORTFOLIOS:
        return Held(
            person.entity or "", f"{title} of {of.span.text.lower()}", None, calls.locals[person.entity or ""].side
        )
    if title.split()[-1] in _SENT and found.groupdict().get("of") not in {None, "of"}:
        return Held(person.entity or "", title)
    local = calls.locals[person.entity or ""]
    capital = _kind(calls, of) is EntityKind.PLACE and calls.locals[of.entity or ""].country
    if capital and title.split()[-1] in _OF_A_STATE:
        return Held(local.id, title, None, local.side)
    return Held(local.id, title, of.entity)


def _dated(text: str, people: list[Mention], found: list[Held], times: list[TimeExpression]) -> Iterator[Held]:
    """The same, with their days where a sentence that speaks of one person alone gives them."""
    held: dict[str, list[Held]] = defaultdict(list)
    for one in found:
        held[one.who].append(one)
    days: dict[str, tuple[str | None, str | None]] = {}
    starts = [m.span.start for m in people]
    for number, time in enumerate(times):
        ends = list(_SENTENCE_END.finditer(text, max(0, time.span.start - _SENTENCE), time.span.start))
        begin = ends[-1].end() if ends else max(0, time.span.start - _SENTENCE)
        inside = people[bisect_left(starts, begin) : bisect_right(starts, time.span.start)]
        who = {m.entity or "" for m in inside}
        if len(who) != 1:
            continue
        person = who.pop()
        since, until = days.get(person, (None, None))
        before = text[max(begin, inside[0].span.start) : time.span.start]
        if _SINCE.search(before) or _FROM.search(before) or _BEGAN.search(before):
            since = since or time.value
        elif _UNTIL.search(before) or _ENDED.search(before) or (number and since and _goes_on(text, times, number)):
            until = until or time.value
        days[person] = since, until
    for person, of_person in held.items():
        since, until = days.get(person, (None, None))
        for one in dict.fromkeys(of_person):
            if len({o.title for o in of_person}) == 1 and (since or until):
                title = one.title.removeprefix("former ") if until else one.title
                yield Held(one.who, title, one.of, one.state, since, until)
            else:
                yield one


def _goes_on(text: str, times: list[TimeExpression], number: int) -> bool:
    """Whether a time is the end of a range that the time before begins ("from 2001 to 2005")."""
    return bool(_TO.fullmatch(text[times[number - 1].span.end : times[number].span.start]))
