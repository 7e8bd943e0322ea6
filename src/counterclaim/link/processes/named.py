"""Readings of processes that a report names: the phrase, the state its sentence gives it, who does so, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from counterclaim.link.origins.sentences import Sentence
from counterclaim.link.pile import Pile
from counterclaim.link.processes.dates import OCCASION, SPOKEN, date_of, days, listed_days, spoken_at
from counterclaim.link.processes.nouns import Phrase, phrases
from counterclaim.link.processes.reading import Inside, Reading
from counterclaim.link.processes.states import Said, states_said
from counterclaim.records import Entity, EntityKind, ProcessKind, ProcessState, Report, Span, Who

_IF = re.compile(
    r"\b(?:if|unless|provided that|providing|on (?:the )?condition(?: that)?|as long as|in return for"
    r"|in exchange for)\b[^.;”\"]+",
    re.I,
)
_BY = re.compile(r"[ ,]*(?:[\w-]+ ){0,2}by ", re.I)
#: Words for those who can act, where nobody is named.
_LISTED = frozenset({" and ", " and the ", ", ", ", and ", " "})
_DIRECT = frozenset({"", " "})
_ACTS = re.compile(
    r"\b(?:sides|parties|capitals|governments?|regime|army|armies|forces?|troops|rebels?|fighters|factions?"
    r"|groups?|militias?"
    r"|opposition|insurgents|militants|terrorists|leaders|officials?|ministers?|presidents?|mediators|monitors"
    r"|negotiators"
    r"|diplomats|residents|powers|countries|country|delegations?|councils?|commanders?|ministry)\b",
    re.I,
)
#: A broker's, a mediator's or an outsider's part in a process makes it no party.
_OUTSIDE = re.compile(r"broker|mediat|sponsor|call|urg|appeal|announce|monitor", re.I)
_PARTY_KINDS = frozenset({EntityKind.STATE, EntityKind.GROUP, EntityKind.PERSON, EntityKind.ORGANIZATION})
#: "Brokered by Moscow and Washington": capitals act for their states.
_DOERS = _PARTY_KINDS | {EntityKind.PLACE}
_BETWEEN = re.compile(r"\bbetween\b[^;:]{0,120}|\bwith\b[^;:]{0,50}", re.I)
_IN = re.compile(r" (?:in|for|around|across) (?:and around |the )?")
_AND = re.compile(
    r"(?:,|,? and(?: the)?|,? the)?\s*(?:(?:regime|rebel|main|key|regional)? ?(?:ally|allies|backers?"
    r"|supporters?) )?"
)
#: How far behind a process the days of a list of them are looked for, in characters.
_LIST = 160
#: How far behind a state its condition may begin.
_SET = 90
_LONG = 140
#: How far around a state those who bring it about are looked for, in characters.
_REACH = 70
#: How far behind "by" or "between" the first name may stand.
_SOON = 35


def named_readings(inside: Inside, sentence: Sentence, report: Report) -> Iterator[Reading]:
    """The readings of a sentence that names processes."""
    for phrase in phrases(inside.text, sentence.start, sentence.end):
        for said in states_said(inside.text, sentence.start, sentence.end, phrase):
            yield from _read(inside, sentence, report, phrase, said)


def _read(inside: Inside, sentence: Sentence, report: Report, phrase: Phrase, said: Said) -> Iterator[Reading]:
    statement = inside.statement_at(said.start)
    if statement is not None and not statement.sources:
        return  # somebody is said to say it, nobody knows who
    by = doers(inside, sentence, phrase, said)
    named = inside.times_in(phrase.start, phrase.end)
    at = (said.start, said.end)
    own = date_of(inside, said.state, at, (phrase.start, phrase.end), (sentence.start, sentence.end))
    own = own.split("T")[0] if own and own[:1].isdigit() else None
    spoken = own is None and said.state in SPOKEN and (said.object or bool(by))
    parties = _parties(inside, sentence, phrase, by, said)
    reading = Reading(
        report=inside.report,
        at=phrase.start,
        kind=phrase.kind,
        state=said.state,
        date=spoken_at(inside, at) if spoken else own,
        by=by,
        condition=condition_of(inside, sentence, said.end),
        claimed_by=claimed_by(inside, said.start),
        evidence=sentence.evidence(report),
        words=phrase.text,
        definite=phrase.definite,
        new=phrase.new,
        occasion=days(named[0].value if named else own if said.state in OCCASION else None),
        parties=frozenset(
            key for who in (*parties, *by, *_inside(inside, phrase)) if (key := key_of(inside.pile, who))
        ),
        acting=parties,
        places=places_in(inside.pile, inside.report, sentence),
        where=_where(inside, phrase),
        mark=phrase.mark,
        spoken=spoken,
    )
    if not phrase.plural:
        yield _paired(inside.pile, reading)
        return
    # Of several processes only those that are listed by their days can be told apart.
    for place, time in enumerate(listed_days(inside, phrase.end, min(sentence.end, phrase.end + _LIST))):
        gives = said.state in OCCASION and time.span.start > said.end
        yield replace(reading, date=time.value if gives else None, occasion=days(time.value), place=place)


def _paired(pile: Pile, reading: Reading) -> Reading:
    """Talks that two are ready for, or refuse, are known by the two, as a meeting is."""
    if reading.kind is not ProcessKind.TALKS or reading.state not in SPOKEN or len(reading.acting) != 2:
        return reading
    return replace(reading, pair=True, parties=frozenset(who.entity for who in reading.acting if who.entity))


def doers(inside: Inside, sentence: Sentence, phrase: Phrase, said: Said) -> tuple[Who, ...]:
    """Who brings a state about: the agents of its verb, or those named where the agent of such words stands."""
    if said.governed:
        statement = inside.statement_at(said.start)
        holders = inside.pile.holders(statement) if statement and not inside.pile.outlet_says(statement) else ()
        return tuple(who for who in holders if who.entity)
    claim = inside.claim_at(said.start, said.end)
    if said.object and phrase.kind is ProcessKind.TALKS and (claim is None or not claim.agent):
        claim = inside.claim_at(phrase.start, phrase.end) or claim
    own = said.object or said.state is ProcessState.PROPOSED
    if claim is not None and own and claim.agent and not claim.agent_any:
        return _meant(inside, claim.agent)
    if not said.object:
        match = _BY.match(inside.text, said.end, sentence.end)
        if match is None:
            return ()
        return _named(inside, match.end(), min(sentence.end, match.end() + _REACH), _DOERS)
    before = re.search(r"(?: also| has| have| had| again| then)*\s$", inside.text[sentence.start : said.start])
    return tuple(_before(inside, sentence.start + before.start() + 1, _DIRECT)) if before and not claim else ()


def _named(inside: Inside, start: int, end: int, kinds: frozenset[EntityKind] = _PARTY_KINDS) -> tuple[Who, ...]:
    """Those named one after the other from `start` on ("by Russia and the United States")."""
    found: list[Who] = []
    at: int | None = None
    for mention in inside.pile.annotations[inside.report].mentions:
        if mention.entity is None or not start <= mention.span.start < end:
            continue
        if at is None and mention.span.start - start > _SOON:
            break
        if at is not None and not _AND.fullmatch(inside.text[at : mention.span.start]):
            break
        who = inside.pile.resolved(Who(mention.entity, mention.span.text))
        entity = inside.pile.entities.get(who.entity or "")
        if entity is not None and entity.kind in kinds:
            found.append(who)
            at = mention.span.end
    return tuple(dict.fromkeys(found))


def _meant(inside: Inside, whos: tuple[Who, ...]) -> tuple[Who, ...]:
    """Those of a claim's agents that can act, as entities of the ledger where they are; with whom they are named in one
    breath ("A and B agreed")."""
    found: list[Who] = []
    for who in whos:
        if who.span is not None:
            found += _before(inside, who.span.start, _LISTED, inside.pile.entity(who))
        resolved = inside.pile.resolved(who)
        if resolved.entity or _ACTS.search(who.name):
            found.append(resolved)
    return tuple(dict.fromkeys(who for who in found if not _is_place(inside.pile, who)))


def _before(inside: Inside, start: int, between: frozenset[str], last: Entity | None = None) -> list[Who]:
    """States and groups that a list goes through before the name of `last` at `start`; `between` may stand between the
    two nearest to it. Where the commas were lost, only states stand side by side."""
    found: list[Who] = []
    mentions = [m for m in inside.pile.annotations[inside.report].mentions if m.entity and m.span.end <= start]
    for mention in sorted(mentions, key=lambda m: -m.span.end):
        if inside.text[mention.span.end : start] not in between:
            break
        who = inside.pile.resolved(Who(mention.entity, mention.span.text))
        entity = inside.pile.entities.get(who.entity or "")
        if entity is None or entity.kind not in _PARTY_KINDS or entity.kind is EntityKind.PERSON:
            break
        side_by_side = inside.text[mention.span.end : start] == " "
        if side_by_side and last is not None and not entity.kind is last.kind is EntityKind.STATE:
            break
        found.insert(0, who)
        last = entity
        start, between = mention.span.start, _LISTED
    return found


def _is_place(pile: Pile, who: Who) -> bool:
    entity = pile.entities.get(who.entity or "")
    return entity is not None and entity.kind is EntityKind.PLACE


def _parties(inside: Inside, sentence: Sentence, phrase: Phrase, by: tuple[Who, ...], said: Said) -> tuple[Who, ...]:
    """Whose process it is: those who do what only a party does, and those named "between" or "with" behind it."""
    words = inside.text[said.start : said.end]
    own = () if said.state is ProcessState.CALLED_FOR or _OUTSIDE.search(words) else by
    match = _BETWEEN.match(inside.text, phrase.end + 1, sentence.end)
    named = _named(inside, match.start(), match.end()) if match else ()
    return tuple(w for w in dict.fromkeys((*own, *named)) if w.entity and not _is_place(inside.pile, w))


def _keys(pile: Pile, whos: Iterable[Who]) -> frozenset[str]:
    return frozenset(key for who in whos if (key := key_of(pile, who)))


def key_of(pile: Pile, who: Who) -> str | None:
    """What two parties are compared by: who acts, and for a capital its state."""
    entity = pile.entity(who) or pile.entities.get(who.entity or "")
    if entity is not None and entity.kind is EntityKind.PLACE:
        return f"state {entity.country}" if entity.country else None
    return pile.actor(Who(entity.members[0], entity.name)) if entity else None


def _inside(inside: Inside, phrase: Phrase) -> tuple[Who, ...]:
    """Those whose names are in the process's own ("the US-Russian truce")."""
    found = inside.pile.named_in(inside.report, Span.of(inside.text, phrase.start, phrase.end))
    return tuple(Who(e.id, e.name) for e in found if e.kind in _PARTY_KINDS)


def _where(inside: Inside, phrase: Phrase) -> frozenset[str]:
    """The place that a process is said to be in, right behind it."""
    match = _IN.match(inside.text, phrase.end)
    if match is None:
        return frozenset()
    named = inside.pile.named_in(
        inside.report, Span.of(inside.text, phrase.end, min(len(inside.text), match.end() + 40))
    )
    return frozenset(e.id for e in named[:1] if e.kind is EntityKind.PLACE)


def condition_of(inside: Inside, sentence: Sentence, at: int) -> str | None:
    """The words of a condition in a sentence, behind the state it is set for."""
    match = _IF.search(inside.text, at, sentence.end)
    return match.group().strip(" ,")[:_LONG] if match and match.start() - at <= _SET else None


def claimed_by(inside: Inside, at: int) -> Who | None:
    """Who says so: the source of the innermost statement there, or the outlet."""
    statement = inside.statement_at(at)
    return inside.pile.holders(statement)[0] if statement and statement.sources else inside.outlet()


def places_in(pile: Pile, report: str, sentence: Sentence) -> frozenset[str]:
    """The places that a sentence names, by their entities."""
    span = Span.of(pile.reports[report].text, sentence.start, sentence.end)
    line = (pile.reports[report].dateline or "").lower()
    named = pile.named_in(report, span)
    return frozenset(e.id for e in named if e.kind is EntityKind.PLACE and e.name.lower() not in line)
