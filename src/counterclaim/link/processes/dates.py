"""When a state began, as the words around it say, and by which days the process itself is known."""

from __future__ import annotations

import re
from datetime import date, timedelta

from counterclaim.link.processes.reading import Days, Inside
from counterclaim.link.when import published
from counterclaim.records import Claim, Manner, ProcessState, Statement, TimeExpression
from counterclaim.records.timex import date_span

S = ProcessState

#: States that are made by saying so: without a day of their own they are as old as what was said.
SPOKEN = frozenset({S.PROPOSED, S.OFFERED, S.DEMANDED, S.CALLED_FOR, S.THREATENED, S.ACCEPTED, S.REFUSED})
#: States whose day is one that the process is known by.
OCCASION = frozenset({S.AGREED, S.IN_FORCE, S.HELD, S.CARRIED_OUT, S.SCHEDULED})
#: States that somebody may bring about by announcing them.
_ANNOUNCED = frozenset({S.AGREED, S.EXTENDED, S.SUSPENDED, S.ENDED})
#: "From Saturday", "until May": a time of what is proposed or agreed, not of the proposing.
_RUNS = re.compile(
    r"\b(?:from|until|till|through|starting|beginning|for|effective|as of|beyond|past|before|within)"
    r"(?: on| at| from| the end of)?\s*$",
    re.I,
)
#: "Planned for Thursday": the day of what is planned.
_PLANNED = re.compile(
    r"\b(?:planned|scheduled|set|due|expected|agreed) (?:for|from)(?: on| the| late| early)?\s*$", re.I
)
_SINCE = re.compile(r"\bsince(?: the| early| late)?\s*$", re.I)
_NEXT_OF_LIST = re.compile(r"(?:,|,? and|, as well as)(?: on)?\s*")
#: Words of a state that its time is of, not of another one's ("violated the truce agreed in May").
_OTHERS = re.compile(
    r"\b(?:agreed|brokered|reached|announced|declared|signed|struck|mediated|took effect|came into"
    r"|in force)\b",
    re.I,
)
#: Words of the state that came next: "the truce that both signed took effect on Monday".
_NEXT_STATE = re.compile(
    r"\b(?:(?:came|comes|went|goes|entered|put) into|took|takes|cut|closed|shut|severed|suspended|frozen"
    r"|collapsed|broke|broken|expire[ds]?|violated|ended"
    r"|lapsed)\b",
    re.I,
)
#: Words of a breach that is told of with what broke it.
_BY_DEED = re.compile(r"despite|in spite of|notwithstanding|(?:violations?|breach(?:es)?) ", re.I)
_PRESENT = re.compile(
    r"(?:is|are|has|have|holds|stands|remains?|stays?|exists|keeps?|abides?|respects?|observes?|maintains?"
    r"|honou?rs?)\b",
    re.I,
)
#: What was, or was to be.
_IS_PAST = re.compile(r"(?:was|were|took|began|came|went|started|broke|collapsed|expired|ended|signed|held)\b", re.I)
_WEEK = 7
_IS_NOW = re.compile(
    r"(?:\b(?:has|have|is|are)|['’]s)(?: (?:\w+ly|also|now|still|already|just|again|both|since|been|being|not"
    r"|never)){0,3}(?: (?:agreed|decided|pledged|promised) to)?\s$",
    re.I,
)
_ACCUSED = re.compile(r"\b(?:accus\w+|blam\w+) (?:[\w’'-]+ ){1,8}(?:of|for) (?:\w+ ){0,2}$", re.I)
_IS_BEFORE = re.compile(r"\b(?:who|which|that) (?:has|have) (?:once|already|long)\s$", re.I)
#: "Refused on Tuesday to extend it": the day is of what governs the verb.
_TO = re.compile(r" to (?:\w+ly )?")
_WHEN = re.compile(r",? when ")
#: How far from the words of a state a time is looked for, and how far off that of its claim may stand, in characters.
_NEAR, _FAR = 45, 200
#: A verb in the past, inside what somebody says, tells of an earlier time than that of saying it.
_PAST = re.compile(r"(?:\w+ed|broke|struck|sought|ruled)\b", re.I)


def date_of(
    inside: Inside, state: ProcessState, said: tuple[int, int], phrase: tuple[int, int], sentence: tuple[int, int]
) -> str | None:
    """The TIMEX3 value of when a state began: of a time beside its words, or of the claim that they are. None if the
    report does not tell."""
    text = inside.text
    if nth_day(text[said[1] : sentence[1]], date.min):
        return None  # counted from the day the process began
    before = inside.times_in(max(sentence[0], said[0] - _NEAR), said[0])
    governed = [t for t in before if _TO.fullmatch(text[t.span.end : said[0]])]
    if governed:
        return governed[-1].value
    own = _beside(inside, state, said, phrase, sentence)
    if own is not None:
        return own.value
    if state in _ANNOUNCED and (announced := _announced(inside, said)):
        return announced
    if state is S.VIOLATED and _BY_DEED.match(text, said[0]):
        return _of_deed(inside, phrase, sentence)
    claim = inside.claim_at(*said)
    if (
        claim is not None
        and claim.time is not None
        and date_span(claim.time)
        and not _runs(inside, claim, state, said, phrase)
    ):
        return claim.time
    if state is S.IN_FORCE and re.match(r"\W+at midnight\b", text[said[1] : said[1] + 14], re.I):
        day = published(inside.pile, inside.report)
        return (day + timedelta(days=1)).isoformat() if day else None
    return None


def _beside(
    inside: Inside, state: ProcessState, said: tuple[int, int], phrase: tuple[int, int], sentence: tuple[int, int]
) -> TimeExpression | None:
    """A time right behind the words of a state, or between them and the process, or behind the process that they take,
    or right before it ("1994 when a ceasefire was reached")."""
    text = inside.text
    last = max(said[1], phrase[1])
    near = inside.times_in(said[1], phrase[0]) if said[0] < phrase[0] else []
    if state not in SPOKEN:
        near += inside.times_in(last, min(sentence[1], last + _NEAR))
    for time in near:
        before = text[max(0, time.span.start - 20) : time.span.start]
        runs = _RUNS.search(before) and state is not S.IN_FORCE
        if state is S.SCHEDULED and _PLANNED.search(before):
            runs = None
        if state not in OCCASION and _OTHERS.search(text[min(last, time.span.start) : time.span.start]):
            continue
        if state in OCCASION and _NEXT_STATE.search(text[said[1] : time.span.start]):
            continue
        since = _SINCE.search(before) and state is not S.IN_FORCE
        if not runs and not since and not _crosses(text[min(last, time.span.start) : time.span.start]):
            return time
    when = [t for t in inside.times_in(sentence[0], phrase[0]) if _WHEN.fullmatch(text[t.span.end : phrase[0]])]
    return when[-1] if when else None


def _announced(inside: Inside, said: tuple[int, int]) -> str | None:
    """When somebody announced it, where the report says when they did."""
    statement = inside.statement_at(said[0])
    if statement is None or statement.cue is None or not re.match(r"announc|declar", statement.cue.text, re.I):
        return None
    that = re.match(r"(?: \w+){0,3} that\b", inside.text[statement.cue.end : said[0]])
    return statement.said if that and statement.said_from == "text" else None


def _of_deed(inside: Inside, phrase: tuple[int, int], sentence: tuple[int, int]) -> str | None:
    """The day of the sentence, where it has one: that of what was done in spite of the process."""
    times = [t for t in inside.times_in(*sentence) if not phrase[0] <= t.span.start < phrase[1]]
    own = [t for t in times if t.span.end <= phrase[0]]
    exact = [t for t in own if (span := date_span(t.value)) and span[0] == span[1]]
    return exact[0].value if len(exact) == 1 else None


def _crosses(words: str) -> bool:
    """Whether a clause or another process begins between two places."""
    return bool(re.search(r"[;:]|, (?:and|but|which|while|when)\b|\b(?:but|while|after|before|when|because)\b", words))


def _runs(inside: Inside, claim: Claim, state: ProcessState, said: tuple[int, int], phrase: tuple[int, int]) -> bool:
    """Whether the time of a claim is not its own: one that says how long something is to run or goes on, one that the
    process is known by ("the truce agreed in February has been violated"), or one far off."""
    time = inside.pile.times.get(claim.time_id or "")
    if time is None:
        return False
    if phrase[0] <= time.span.start < phrase[1] or phrase[1] <= time.span.start < said[0]:
        return True
    if state not in OCCASION and _OTHERS.search(inside.text[phrase[1] : max(phrase[1], time.span.start)]):
        return True
    before = inside.text[max(0, time.span.start - 20) : time.span.start]
    if _RUNS.search(before) or (_SINCE.search(before) and state is not S.IN_FORCE):
        return True
    return min(abs(time.span.start - said[1]), abs(said[0] - time.span.end)) > _FAR


def not_ahead(inside: Inside, said: tuple[int, int], value: str) -> str:
    """The day of a state that is told in the past tense: no day to come, but that of a week before ("was to begin on
    Tuesday", on a Wednesday)."""
    told, span = published(inside.pile, inside.report), date_span(value)
    if told is None or span is None or span[0] != span[1] or not _IS_PAST.match(inside.text, said[0]):
        return value
    ahead = (span[0] - told).days
    return (span[0] - timedelta(days=_WEEK)).isoformat() if 0 < ahead <= _WEEK else value


def not_behind(inside: Inside, value: str) -> str:
    """The day of what is to come about: none that is past, but that of a week later ("to open on Sunday")."""
    told, span = published(inside.pile, inside.report), date_span(value)
    if told is None or span is None or span[0] != span[1]:
        return value
    return (span[0] + timedelta(days=_WEEK)).isoformat() if 0 < (told - span[0]).days <= _WEEK else value


def as_of(inside: Inside, said: tuple[int, int]) -> str | None:
    """The day on which a process is in a state by what is told in the present or perfect tense ("is holding", "has
    violated"), or of which somebody is accused: that on which it is said, or the report came out."""
    text = inside.text
    before = text[max(0, said[0] - 30) : said[0]]
    if not (
        _PRESENT.match(text, said[0]) or _IS_NOW.search(before) or _ACCUSED.search(text[max(0, said[0] - 90) : said[0]])
    ):
        return None
    if _IS_BEFORE.search(before):
        return None
    statement = inside.statement_at(said[0])
    told = (statement.said if statement else None) or inside.pile.reports[inside.report].published
    span = date_span(told) if told else None
    return told if span and span[0] == span[1] else None


def spoken_at(inside: Inside, said: tuple[int, int]) -> str | None:
    """When a state that is made by saying so was said: the date of the statement whose cue the words are. Somebody who
    tells of an earlier day ("he asked me for a truce") does not say when."""
    statement = inside.statement_at(said[0])
    told = statement is not None and statement.manner is not Manner.NARRATION
    before = inside.text[max(0, said[0] - 12) : said[0]]
    if told and _PAST.match(inside.text[said[0] : said[1]]):
        return None
    if re.search(r"\bhad (?:\w+ )?$", before):
        return None
    said_so: Statement | None = inside.cued_at(*said) or statement
    return (said_so.said if said_so else None) or inside.pile.reports[inside.report].published


def listed_days(inside: Inside, start: int, end: int) -> list[TimeExpression]:
    """The days of a list between two characters ("on October 10, 16 and 26"); empty if there is only one."""
    run: list[TimeExpression] = []
    for time in inside.times_in(start, end):
        if run and not _NEXT_OF_LIST.fullmatch(inside.text[run[-1].span.end : time.span.start]):
            if len(run) > 1:
                break
            run = []
        run.append(time)
    return run if len(run) > 1 else []


#: A process is known by a day, a month or a year, not by a decade.
_WIDEST = 366


def days(value: str | None) -> Days | None:
    """The days that a TIMEX3 value covers, None where it is too wide to know a process by."""
    span = date_span(value) if value else None
    return span if span and (span[1] - span[0]).days <= _WIDEST else None


def apart(left: Days, right: Days) -> int:
    """How many days lie between two stretches, 0 if they overlap."""
    return max(0, (left[0] - right[1]).days, (right[0] - left[1]).days)


def nth_day(words: str, since: date) -> str | None:
    """The day that "on the second day" is of something that began on `since`."""
    match = re.search(r"\bon (?:its|the) (first|second|third|fourth|fifth|sixth|seventh|last)? ?day\b", words, re.I)
    order = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
    if match is None or match[1] is None or match[1].lower() not in order:
        return None
    return (since + timedelta(days=order.index(match[1].lower()))).isoformat()
