"""Readings of processes that a report names: the phrase, the state its sentence gives it, who does so, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from counterclaim.link.origins.sentences import Sentence
from counterclaim.link.pile import Pile
from counterclaim.link.processes.dates import (
    OCCASION,
    SPOKEN,
    as_of,
    date_of,
    days,
    listed_days,
    not_ahead,
    not_behind,
    spoken_at,
)
from counterclaim.link.processes.nouns import Phrase, age_in_days, phrases
from counterclaim.link.processes.parties import acting, doers, key_of, named_with, sides_of, whose
from counterclaim.link.processes.reading import Inside, Reading
from counterclaim.link.processes.states import BROKERED, DENIED, Said, states_said
from counterclaim.link.processes.voices import claimed_by, denies, own
from counterclaim.link.when import published
from counterclaim.records import EntityKind, ProcessKind, ProcessState, Report, Span, Who

#: "On condition of anonymity" is nobody's condition for anything.
_IF = re.compile(
    r"\b(?:(?:if(?! [^,.;]{1,60} (?:to be (?:believed|trusted)|confirmed)\b)|unless|provided that|providing"
    r"|as long as|in return for|in exchange for)\b"
    r"|on (?:the )?condition(?: that\b| of (?!anonymity|not )))[^.;”\"]+",
    re.I,
)
#: Words at the head of a sentence for what the one before it named.
_AGAIN = re.compile(
    r"(?P<it>It|This|The (?:deal|agreement|accord|pact|arrangement|measure|move))\b"
    r"(?! was (?:agreed|announced) (?:that|to))"
)
#: "Officials say it began at midnight".
_SAYS_IT = re.compile(
    r"\b(?:sa(?:y|ys|id)|that) (?P<it>it) (?=(?:had |has )?(?:began|begun|started|took effect|taken effect"
    r"|c[ao]me into (?:force"
    r"|effect)|expired|collapsed|ended|broke down|broken down|held|was (?:over|broken|violated)|is (?:over|holding))\b"
    r"(?! \w+ing\b| to\b))"
)
_SOON_AFTER = re.compile(
    r"\b(?:hours|minutes|moments|shortly|immediately)(?: \w+)? after (?P<it>it|the (?:truce|cease-?fire)) "
    r"(?P<state>(?:took|had taken|taking) effect|(?:c[ao]me|had come|went|coming) into (?:force|effect)|began"
    r"|started)\b"
)
#: Of "it" is said what it comes to or what is done to it; "it has proposed" is of somebody else.
_IS = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.I)
_BECOMES = re.compile(
    r"(?:(?:re-?)?open|c[ao]me|took|take|went|go|enter|began|begin|start|resum|expire|collaps|broke|fell|unravel"
    r"|lapse|ended"
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
#: "Under the agreement, signed on Friday": of what the sentence before named.
_UNDER = re.compile(
    r"(?:Under|According to|By|In) (?P<it>the (?:terms of the )?(?:deal|agreement|accord|pact|arrangement))"
    r"(?=,? (?:which was )?(?:signed|agreed|reached|concluded|announced|brokered|struck)\b)"
)
_DONE_TO_IT = re.compile(
    r"\b(?:violat\w+|breach\w*|br(?:eak|eaks|eaking|oke|oken)|extend\w*|prolong\w*|suspend\w*|postpon\w+"
    r"|(?:re)?start\w*|renew\w*|reviv\w*|resum\w*|observ\w+|respect\w*|honou?r\w*|abid\w+ by|call\w* off|torn up"
    r"|tore up) (?P<it>it)\b(?! (?:will|would|was"
    r"|is)\b)",
    re.I,
)
_NONE_OF_IT = re.compile(
    r"\bthere (?:will|would|can|could|shall) (?P<no>(?:never )?be no) (?:more |further |new )?"
    r"(?P<it>(?:cease-?fire|truce|talks|negotiations|(?:peace )?dialogue|prisoner exchange|exchange of prisoners"
    r"|withdrawal"
    r"|corridor|evacuation)s?)\b",
    re.I,
)
#: An agreement that is made by saying so.
_ANNOUNCED = re.compile(r"announc|declar", re.I)
#: Words of a state that goes on, whose day is not that on which it began.
_GOES_ON = re.compile(
    r"(?:(?:is|was|were|are|being) (?:\w+ly )?(?:holding|observed|kept|respected|in (?:force|place|effect))|holds"
    r"|stands|stood"
    r"|remain\w*|observ\w+|respect\w*|honou?r\w*|abid\w+|compl(?:ied|ies|y|ying)|adher\w+|ke(?:eps?|pt)"
    r"|maintain\w*|uph\w+)",
    re.I,
)
_IN = re.compile(r" (?:in|for|around|across) (?:and around |the )?")
#: "…, the minister said": what follows a condition and is none of it.
_SAYING = re.compile(r",\s[^,]{1,60}\b(?:said|says|told|added|announced|according)\b.*$", re.S)
#: How far behind a process the days of a list of them are looked for, in characters.
_LIST = 160
#: How far behind a state its condition may begin.
_SET = 90
_LONG = 140
_FORESEES = re.compile(r"provid\w+ for", re.I)
_TO_COME = re.compile(r"(?:to (?!have)|will\b|is to|are to)", re.I)
#: "A corridor from A to B": where it leads tells it from others.
_LEADS_TO = re.compile(r" from [A-Z][\w’-]+(?: [A-Z][\w’-]+)? (?:to|into) (?P<to>[A-Z][\w’-]+)")
#: How far behind "in force" its "since" may stand.
_SINCE = 25


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
        told = list(states_said(inside.text, sentence.start, sentence.end, phrase))
        taken = any(said.object for said in told)
        for said in told:
            if not said.object and said.start in heads:
                continue  # "the meeting that is to oversee the pull-back was put off": said of the first
            heads.add(said.start)
            for reading in _read(inside, sentence, report, phrase, said):
                yield _beside(reading) if taken and not said.object and reading.spoken else reading
    yield from _kept_or_broken(inside, sentence, report, truces)
    yield from _there_will_be_none(inside, sentence, report)
    yield from _soon_after(inside, sentence, report)
    if len({phrase.kind for phrase in before}) != 1 or any(phrase.plural for phrase in before):
        return
    yield from _done_to_it(inside, sentence, report, before[0])
    again = _AGAIN.match(inside.text, sentence.start, sentence.end) or _SAYS_IT.search(
        inside.text, sentence.start, sentence.end
    )
    under = _UNDER.match(inside.text, sentence.start, sentence.end)
    if again is None and under is None:
        return
    start, end = again.span("it") if again else under.span("it") if under else (0, 0)
    phrase = _it(before[0].kind, inside.text, start, end)
    for said in states_said(inside.text, sentence.start, sentence.end, phrase):
        if under or _BECOMES.match(inside.text, said.start) or _IS.search(inside.text, end, said.start):
            yield from (replace(r, again=True) for r in _read(inside, sentence, report, phrase, said))


def _it(kind: ProcessKind, text: str, start: int, end: int) -> Phrase:
    """Words for a process that was named before."""
    return Phrase(kind, start, end, text[start:end], definite=True, plural=False, new=False, mark=None)


def _done_to_it(inside: Inside, sentence: Sentence, report: Report, before: Phrase) -> Iterator[Reading]:
    """ "The army had violated it twice": of what the sentence before named."""
    for match in _DONE_TO_IT.finditer(inside.text, sentence.start, sentence.end):
        start, end = match.span("it")
        if any(True for _ in phrases(inside.text, sentence.start, start)):
            return
        phrase = _it(before.kind, inside.text, start, end)
        for said in states_said(inside.text, sentence.start, sentence.end, phrase):
            if said.object:
                yield from (replace(r, again=True) for r in _read(inside, sentence, report, phrase, said))


def _soon_after(inside: Inside, sentence: Sentence, report: Report) -> Iterator[Reading]:
    """ "Hours after it took effect": it did on the day that the sentence is of."""
    match = _SOON_AFTER.search(inside.text, sentence.start, sentence.end)
    named = list(phrases(inside.text, sentence.start, match.start("it"))) if match else []
    if match is None or not named or named[-1].plural:
        return
    phrase = replace(named[-1], definite=True, new=False)
    said = Said(ProcessState.IN_FORCE, match.start("state"), match.end("state"), object=False)
    times = [
        time
        for time in inside.times_in(sentence.start, match.start())
        if (span := days(time.value)) and span[0] == span[1]
    ]
    day = times[-1].value.split("T")[0] if len(times) == 1 else None
    for reading in _read(inside, sentence, report, phrase, said):
        yield replace(reading, by=(), date=day, occasion=days(day) or reading.occasion)


def _there_will_be_none(inside: Inside, sentence: Sentence, report: Report) -> Iterator[Reading]:
    """ "There will be no truce while …", in somebody's mouth: refused."""
    for match in _NONE_OF_IT.finditer(inside.text, sentence.start, sentence.end):
        statement = inside.statement_at(match.start("it"))
        if statement is None or inside.pile.outlet_says(statement) or len(statement.sources) != 1:
            continue
        named = next(phrases(inside.text, match.start("it"), sentence.end), None)
        if named is None or named.start != match.start("it"):
            continue
        phrase = replace(named, definite=False, plural=False, new=False)
        said = Said(ProcessState.REFUSED, match.start(), match.end("no"), object=True)
        speaker = own(inside, Who(None, "he"), match.start("it"))
        by = (speaker,) if speaker.entity else ()
        for reading in _read(inside, sentence, report, phrase, said):
            keys = frozenset(key for who in by if (key := key_of(inside.pile, who)))
            yield replace(reading, by=by, acting=by, parties=reading.parties | keys)


def _beside(reading: Reading) -> Reading:
    """ "Accepted a truce proposed by …, if …": when it was proposed is not said, and the condition is not for that."""
    return replace(reading, date=None, condition=None)


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
        phrase = replace(_it(ProcessKind.CEASEFIRE, inside.text, start, end), text=name)
        said = Said(state, start, end, object=False)
        for reading in _read(inside, sentence, report, phrase, said):
            day = reading.date or (_day_before(inside, truces, start) if state is ProcessState.VIOLATED else None)
            yield replace(reading, again=True, date=day)


def _day_before(inside: Inside, truces: Sequence[Phrase], start: int) -> str | None:
    """The day of what is called a breach, where only one is named since the ceasefire was."""
    last = truces[-1].end
    stop = inside.text.find(". ", last, start)
    since = last if stop < 0 else stop
    named = {time.value.split("T")[0] for time in inside.times_in(since, start)}
    exact = [value for value in named if (span := days(value)) and span[0] == span[1]]
    return exact[0] if len(named) == len(exact) == 1 else None


def _day_of(inside: Inside, sentence: Sentence, phrase: Phrase, said: Said) -> tuple[str | None, str | None]:
    """The day of a state, and, where none is given, that as of which it is told."""
    at = (said.start, said.end)
    day = date_of(inside, said.state, at, (phrase.start, phrase.end), (sentence.start, sentence.end))
    now = as_of(inside, at) if day is None and said.state is not ProcessState.SCHEDULED else None
    day = not_ahead(inside, at, day.split("T")[0]) if day and day[:1].isdigit() else None
    if day and said.state is ProcessState.SCHEDULED and _TO_COME.match(inside.text, said.start):
        day = not_behind(inside, day)
    return day, now


def _read(inside: Inside, sentence: Sentence, report: Report, phrase: Phrase, said: Said) -> Iterator[Reading]:
    statement = inside.statement_at(said.start)
    if statement is not None and not statement.sources:
        return  # somebody is said to say it, nobody knows who
    if statement is not None and denies(inside, statement, said.start):
        state = DENIED.get(said.state)
        if state is None:
            return
        said = replace(said, state=state)
    by = doers(inside, sentence, phrase, said)
    brokers = by if BROKERED.match(inside.text, said.start, said.end) else ()
    named = inside.times_in(phrase.start, phrase.end)
    at = (said.start, said.end)
    day, now = _day_of(inside, sentence, phrase, said)
    by_saying = said.state in SPOKEN or (
        said.state is ProcessState.AGREED and _ANNOUNCED.match(inside.text, said.start)
    )
    spoken = day is None and bool(by_saying) and (said.object or bool(by))
    foreseen = _FORESEES.match(inside.text, said.start)  # its day is that of what is to come, not of agreeing to it
    lasts = _GOES_ON.match(inside.text, said.start) is not None or "still" in inside.text[said.start - 8 : said.start]
    since = re.search(r"\bsince\b", inside.text[said.start : said.end + _SINCE])
    begins = said.state in OCCASION and (since is not None or not lasts)
    sides = sides_of(inside, sentence, phrase, said)
    parties = tuple(dict.fromkeys((*acting(inside, by, said), *sides)))
    reading = Reading(
        report=inside.report,
        at=phrase.start,
        kind=phrase.kind,
        state=said.state,
        date=None if foreseen else (spoken_at(inside, at) or now) if spoken else day or now,
        by=() if brokers else by,
        condition=condition_of(inside, sentence, said.end),
        claimed_by=claimed_by(inside, said.start),
        evidence=sentence.evidence(report),
        words=phrase.text,
        definite=phrase.definite,
        new=phrase.new,
        occasion=days(named[0].value if named else day if begins else _begun(inside, phrase)),
        parties=frozenset(
            key for who in (*parties, *by, *named_with(inside, phrase)) if (key := key_of(inside.pile, who))
        ),
        acting=parties,
        sides=sides,
        places=places_in(inside.pile, inside.report, sentence),
        where=_where(inside, phrase),
        brokers=frozenset(key for who in brokers if (key := key_of(inside.pile, who))),
        mark=phrase.mark or whose(inside, sides, phrase) or _leads_to(inside, phrase),
        owners=_owners(inside, phrase, sides),
        spoken=spoken,
        as_of=(day is None and now is not None and not spoken) or lasts,
    )
    if not phrase.plural:
        yield _paired(inside.pile, reading)
        return
    # Of several processes only those that are listed by their days can be told apart.
    for place, time in enumerate(listed_days(inside, phrase.end, min(sentence.end, phrase.end + _LIST))):
        gives = said.state in OCCASION and time.span.start > said.end
        yield replace(reading, date=time.value if gives else None, occasion=days(time.value), place=place)


def _owners(inside: Inside, phrase: Phrase, sides: Sequence[Who]) -> frozenset[str]:
    """Keys of those whose it is said to be: "between A and B", "A's truce"."""
    whose_ = [
        inside.pile.resolved(Who(mention.entity, mention.span.text))
        for mention in inside.pile.annotations[inside.report].mentions
        if phrase.start < mention.span.end < phrase.end and inside.text[mention.span.end :][:2] in {"'s", "’s"}
    ]
    return frozenset(key for who in (*sides, *whose_) if (key := key_of(inside.pile, who)))


def _leads_to(inside: Inside, phrase: Phrase) -> str | None:
    """Where a corridor leads to."""
    match = _LEADS_TO.match(inside.text, phrase.end) if phrase.kind is ProcessKind.CORRIDOR else None
    return f"to {match['to']}" if match else None


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


def places_in(pile: Pile, report: str, sentence: Sentence) -> frozenset[str]:
    """The places that a sentence names, by their entities."""
    span = Span.of(pile.reports[report].text, sentence.start, sentence.end)
    line = (pile.reports[report].dateline or "").lower()
    named = pile.named_in(report, span)
    return frozenset(e.id for e in named if e.kind is EntityKind.PLACE and e.name.lower() not in line)
