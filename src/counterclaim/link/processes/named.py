"""Readings of processes that a report names: the phrase, the state its sentence gives it, who does so, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from counterclaim.link.origins.sentences import Sentence
from counterclaim.link.pile import Pile
from counterclaim.link.processes.dates import OCCASION, SPOKEN, date_of, days, listed_days, spoken_at
from counterclaim.link.processes.nouns import Phrase, age_in_days, phrases
from counterclaim.link.processes.parties import acting, doers, key_of, named_with, sides_of, whose
from counterclaim.link.processes.reading import Inside, Reading
from counterclaim.link.processes.states import BROKERED, Said, states_said
from counterclaim.link.when import published
from counterclaim.records import EntityKind, ProcessKind, ProcessState, Report, Span, Who

#: "On condition of anonymity" is nobody's condition for anything.
_IF = re.compile(
    r"\b(?:(?:if|unless|provided that|providing|as long as|in return for|in exchange for)\b"
    r"|on (?:the )?condition(?: that\b| of (?!anonymity|not )))[^.;”\"]+",
    re.I,
)
#: Words at the head of a sentence for what the one before it named.
_AGAIN = re.compile(
    r"(?:It|This|The (?:deal|agreement|accord|pact|arrangement|measure|move))\b"
    r"(?! was (?:agreed|announced) (?:that|to))"
)
#: Of "it" is said what it comes to or what is done to it; "it has proposed" is of somebody else.
_IS = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.I)
_BECOMES = re.compile(
    r"(?:c[ao]me|took|take|went|go|enter|began|begin|start|resum|expire|collaps|broke|fell|unravel|lapse|ended"
    r"|will|due)",
    re.I,
)
_BREACH = re.compile(
    r"\b(?:in (?:\w+ )?breach of it|(?:grave|gross|serious|clear|flagrant|blatant|cynical|another|fresh|new"
    r"|an?) (?:breach|violation)"
    r"s?)\b(?! (?:of|in|to)\b)",
    re.I,
)
_QUIET = re.compile(
    r"\b(?:(?:not|n['’]t|nobody has|no one has|no shots? (?:has been|have been|had been|was"
    r"|were)) fired\b[^.;]{0,60}\bsince"
    r"|not (?:a (?:single )?)?(?:shot|shell|round)s? (?:has|have|had) (?:been fired|fallen))\b",
    re.I,
)
_SILENT = re.compile(r"\bguns (?:had |have )?(?:fallen|fell|went|gone) (?:\w+ )?(?:silent|quiet)\b", re.I)
_TO_BE_SILENT = re.compile(
    r"\bguns (?:will|would|are to|were to|were due to|are due to) (?:fall|go|be) (?:\w+ )?(?:silent|quiet)\b", re.I
)
_IN = re.compile(r" (?:in|for|around|across) (?:and around |the )?")
#: "…, the minister said": what follows a condition and is none of it.
_SAYING = re.compile(r",\s[^,]{1,60}\b(?:said|says|told|added|announced|according)\b.*$", re.S)
#: How far behind a process the days of a list of them are looked for, in characters.
_LIST = 160
#: How far behind a state its condition may begin.
_SET = 90
_LONG = 140


def named_readings(
    inside: Inside,
    sentence: Sentence,
    report: Report,
    before: Sequence[Phrase] = (),
    truces: Sequence[Phrase] = (),
) -> Iterator[Reading]:
    """The readings of a sentence that names processes, or goes on about the one that the sentence `before` named, or
    about the `truces` that were named last."""
    heads: set[int] = set()
    for phrase in phrases(inside.text, sentence.start, sentence.end):
        for said in states_said(inside.text, sentence.start, sentence.end, phrase):
            if not said.object and said.start in heads:
                continue  # "the meeting that is to oversee the pull-back was put off": said of the first
            heads.add(said.start)
            yield from _read(inside, sentence, report, phrase, said)
    yield from _kept_or_broken(inside, sentence, report, truces)
    again = _AGAIN.match(inside.text, sentence.start, sentence.end)
    if again is None or len({phrase.kind for phrase in before}) != 1 or any(phrase.plural for phrase in before):
        return
    start, end = again.span()
    phrase = Phrase(before[0].kind, start, end, again.group(), definite=True, plural=False, new=False, mark=None)
    for said in states_said(inside.text, sentence.start, sentence.end, phrase):
        if _BECOMES.match(inside.text, said.start) or _IS.search(inside.text, end, said.start):
            yield from (replace(r, again=True) for r in _read(inside, sentence, report, phrase, said))


def _kept_or_broken(inside: Inside, sentence: Sentence, report: Report, truces: Sequence[Phrase]) -> Iterator[Reading]:
    """ "It was a gross breach", "no shot has been fired since": of the ceasefire that was named shortly before."""
    if not truces:
        return
    for state, words in (
        (ProcessState.VIOLATED, _BREACH),
        (ProcessState.IN_FORCE, _QUIET),
        (ProcessState.IN_FORCE, _SILENT),
        (ProcessState.SCHEDULED, _TO_BE_SILENT),
    ):
        match = words.search(inside.text, sentence.start, sentence.end)
        if match is None or any(True for _ in phrases(inside.text, match.start(), sentence.end)):
            continue
        start, end = match.span()
        name = truces[0].text
        phrase = Phrase(ProcessKind.CEASEFIRE, start, end, name, definite=True, plural=False, new=False, mark=None)
        said = Said(state, start, end, object=False)
        for reading in _read(inside, sentence, report, phrase, said):
            own = reading.date or (_day_before(inside, truces, start) if state is ProcessState.VIOLATED else None)
            yield replace(reading, again=True, date=own)


def _day_before(inside: Inside, truces: Sequence[Phrase], start: int) -> str | None:
    """The day of what is called a breach, where only one is named since the ceasefire was."""
    last = truces[-1].end
    stop = inside.text.find(". ", last, start)
    since = last if stop < 0 else stop
    named = {time.value.split("T")[0] for time in inside.times_in(since, start)}
    exact = [value for value in named if (span := days(value)) and span[0] == span[1]]
    return exact[0] if len(named) == len(exact) == 1 else None


def _read(inside: Inside, sentence: Sentence, report: Report, phrase: Phrase, said: Said) -> Iterator[Reading]:
    statement = inside.statement_at(said.start)
    if statement is not None and not statement.sources:
        return  # somebody is said to say it, nobody knows who
    by = doers(inside, sentence, phrase, said)
    brokers = by if BROKERED.match(inside.text, said.start, said.end) else ()
    named = inside.times_in(phrase.start, phrase.end)
    at = (said.start, said.end)
    own = date_of(inside, said.state, at, (phrase.start, phrase.end), (sentence.start, sentence.end))
    own = own.split("T")[0] if own and own[:1].isdigit() else None
    spoken = own is None and said.state in SPOKEN and (said.object or bool(by))
    sides = sides_of(inside, sentence, phrase, said)
    parties = tuple(dict.fromkeys((*acting(inside, by, said), *sides)))
    reading = Reading(
        report=inside.report,
        at=phrase.start,
        kind=phrase.kind,
        state=said.state,
        date=spoken_at(inside, at) if spoken else own,
        by=() if brokers else by,
        condition=condition_of(inside, sentence, said.end),
        claimed_by=claimed_by(inside, said.start),
        evidence=sentence.evidence(report),
        words=phrase.text,
        definite=phrase.definite,
        new=phrase.new,
        occasion=days(named[0].value if named else own if said.state in OCCASION else _begun(inside, phrase)),
        parties=frozenset(
            key for who in (*parties, *by, *named_with(inside, phrase)) if (key := key_of(inside.pile, who))
        ),
        acting=parties,
        sides=sides,
        places=places_in(inside.pile, inside.report, sentence),
        where=_where(inside, phrase),
        brokers=frozenset(key for who in brokers if (key := key_of(inside.pile, who))),
        mark=phrase.mark or whose(inside, sides, phrase),
        spoken=spoken,
    )
    if not phrase.plural:
        yield _paired(inside.pile, reading)
        return
    # Of several processes only those that are listed by their days can be told apart.
    for place, time in enumerate(listed_days(inside, phrase.end, min(sentence.end, phrase.end + _LIST))):
        gives = said.state in OCCASION and time.span.start > said.end
        yield replace(reading, date=time.value if gives else None, occasion=days(time.value), place=place)


def _begun(inside: Inside, phrase: Phrase) -> str | None:
    """The day on which a process began that is said to be so many days old."""
    age, told = age_in_days(phrase.text), published(inside.pile, inside.report)
    return (told - timedelta(days=age)).isoformat() if age and told else None


def _paired(pile: Pile, reading: Reading) -> Reading:
    """Talks that two are ready for, or refuse, are known by the two, as a meeting is."""
    two = [who.entity for who in reading.acting if who.entity]
    if (
        reading.kind is not ProcessKind.TALKS
        or reading.state not in SPOKEN
        or len(two) != len(reading.acting)
        or len(two) != 2
    ):
        return reading
    return replace(reading, pair=True, parties=frozenset(two))


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
    if match is None or match.start() - at > _SET:
        return None
    return _SAYING.sub("", match.group()).strip(" ,")[:_LONG]


def claimed_by(inside: Inside, at: int) -> Who | None:
    """Who says so: the source of the innermost statement there, or the outlet."""
    statement = inside.statement_at(at)
    if statement is None or not statement.sources:
        return inside.outlet()
    holder = inside.pile.holders(statement)[0]
    mute = holder.entity is None and next(phrases(holder.name, 0, len(holder.name)), None) is not None
    return inside.outlet() if mute else holder  # "the truce" says nothing


def places_in(pile: Pile, report: str, sentence: Sentence) -> frozenset[str]:
    """The places that a sentence names, by their entities."""
    span = Span.of(pile.reports[report].text, sentence.start, sentence.end)
    line = (pile.reports[report].dateline or "").lower()
    named = pile.named_in(report, span)
    return frozenset(e.id for e in named if e.kind is EntityKind.PLACE and e.name.lower() not in line)
