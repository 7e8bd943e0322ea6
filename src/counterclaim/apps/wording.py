"""Records in words: names, dates, counts, acts and slots, the same in the terminal and on the page.

Nothing here weighs one account against another; where something is not known, it says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from counterclaim.apps.days import day as day
from counterclaim.records import Act, Figure, Incident, Manner, Report, Slot, Span, Statement, Unnamed, Verdict, Who

#: What an act is called in a sentence about a statement ("denied: …").
ACTS: dict[Act, str] = {
    Act.ASSERT: "said",
    Act.DENY: "denied",
    Act.CONFIRM: "confirmed",
    Act.ACCUSE: "accused",
    Act.DEMAND: "demanded",
    Act.OFFER: "offered",
    Act.PROMISE: "promised",
    Act.THREATEN: "threatened",
    Act.ASK: "asked",
    Act.REFUSE: "refused",
    Act.AGREE: "agreed",
    Act.CALL_FOR: "called for",
    Act.EXPRESS: "expressed",
}

#: What accounts differ on, for each slot.
SLOTS: dict[Slot, str] = {
    Slot.AGENT: "who did it",
    Slot.PATIENT: "to whom it was done",
    Slot.ROLES: "who did it to whom",
    Slot.COUNT: "how many",
    Slot.TIME: "when",
    Slot.PLACE: "where",
    Slot.POLARITY: "whether it was done or said",
    Slot.EXISTENCE: "whether there was such a thing",
    Slot.CAUSE: "why",
    Slot.NAMING: "what it is called",
    Slot.QUALITY: "whether it was what it should be",
}

#: What would make a dispute in each slot none: what a reader can look for in the reports.
SETTLED_BY: dict[Slot, tuple[str, ...]] = {
    Slot.AGENT: ("the accounts speak of two deeds", "both did it together", "one only repeats what others allege"),
    Slot.PATIENT: ("the accounts speak of two deeds", "one of them names a part of those whom the other names"),
    Slot.ROLES: ("each asked the other at another time", "the accounts speak of two proposals"),
    Slot.COUNT: (
        "the numbers are of two happenings, on other days or in other places",
        "one is a part of the other, or counts other people (civilians, fighters, children)",
        "one was given later and brings the other up to date",
    ),
    Slot.TIME: ("the dates are of two happenings", "one is the day of the deed, the other that of the news of it"),
    Slot.PLACE: ("the accounts speak of two happenings", "one place lies in the other, or is another name of it"),
    Slot.POLARITY: (
        "what is denied is something else than what is said",
        "the denial is older, and was taken back or overtaken",
    ),
    Slot.EXISTENCE: ("the accounts mean two things by one word", "one speaks of an earlier or a later time"),
    Slot.CAUSE: ("both causes hold together", "the accounts speak of two happenings"),
    Slot.NAMING: ("both words are used of it without meaning anything else by it",),
    Slot.QUALITY: ("the accounts measure it by other rules, or at other times",),
}

#: Why two accounts that were compared are no dispute, by the verdict on them.
NEAR_MISSES: dict[Verdict, str] = {
    Verdict.SAME: "Both say the same",
    Verdict.DIFFERENT: "They are about two things",
    Verdict.COMPATIBLE: "Both can hold",
    Verdict.UPDATE: "One brings the other up to date",
    Verdict.PART: "One is a part of the other",
    Verdict.OTHER_INCIDENT: "They are of two happenings",
    Verdict.CONFLICT: "They cannot both hold",
}

_UNNAMED: dict[Unnamed, str] = {
    Unnamed.OFFICIAL: "an unnamed official",
    Unnamed.GROUP: "an unnamed group",
    Unnamed.DOCUMENT: "an unnamed document",
    Unnamed.MEDIA: "unnamed media",
    Unnamed.ANYONE: "somebody unnamed",
}

#: A cue that can stand as it is before what was said: a verb in the past tense, with an adverb or an auxiliary at most.
_PAST = re.compile(
    r"(?:(?:had|has|have|\w+ly|also|again|later|once) ){0,2}"
    r"(?:(?!need|speed|feed|seed)\w{3,}ed(?: (?:as|for|on|to|out|off|up|against|over))?"
    r"|put|wrote|swore|thought|knew|felt)",
    re.I,
)
#: The same in the present, of acts that an act's name tells least well.
_PRESENT = re.compile(r"(?:\w+ly )?\w{3,}[a-rt-z]s", re.I)
_BARELY_NAMED = frozenset({Act.ACCUSE, Act.AGREE, Act.REFUSE, Act.EXPRESS})

#: What stands for somebody whom the words do not name, by pronoun.
_PRONOUNS: dict[str, str] = dict.fromkeys(("he", "him", "she", "her", "it", "i", "me", "you", "who"), "somebody") | (
    dict.fromkeys(("they", "them", "we", "us", "these", "those"), "people")
)

#: A statement is called unsure where it is as likely as not, or likelier, that its words or its source are wrong.
UNSURE_BELOW = 0.5

#: Control characters could steer a terminal, and overrides of the direction of writing make words read as others.
_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def clean(words: str) -> str:
    """`words` as they may be shown: characters that do something instead of being seen become U+FFFD, one for one."""
    return _UNSHOWN.sub("\ufffd", words)


def name(who: Who) -> str:
    """What somebody is called here; for a source without a name or words of its own, of what kind it is."""
    words = " ".join(who.name.split())
    if words.casefold() in _PRONOUNS:
        return f"{_PRONOUNS[words.casefold()]} not named here (“{words}”)"
    return words or (unnamed(who) if who.unnamed else "not known")


def unnamed(who: Who) -> str:
    """What kind of source it is that the report does not name; empty for one that it does."""
    return _UNNAMED[who.unnamed] if who.unnamed else ""


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Words in a row: "A", "A and B", "A, B and C". Words that come twice are given once."""
    unique = list(dict.fromkeys(words))
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} {joint} {unique[-1]}"


def names(whos: Iterable[Who], joint: str = "and") -> str:
    """The names of several, in a row; empty if there are none."""
    return listed((name(who) for who in whos), joint)


def source(statement: Statement, report: Report | None) -> str:
    """Who speaks and through whom: "A and B (via C, D)". What the outlet tells itself has the outlet as its source."""
    speaker = names(statement.sources)
    if not speaker:
        speaker = outlet(report) if statement.manner is Manner.NARRATION else "source not known"
    via = ", ".join(dict.fromkeys(name(who) for who in statement.via))
    return f"{speaker} (via {via})" if via else speaker


def act(statement: Statement) -> str:
    """What a statement does, as a verb: "said", "denied"; "in its own voice" where the outlet itself tells it.

    Where the report's own verb says more than that, and is plainly one, it stands for it: "welcomed", "condemned".
    """
    if statement.manner is Manner.NARRATION:
        return "in its own voice"
    told = " ".join(statement.cue.text.split()) if statement.cue else ""
    plain = _PAST.fullmatch(told) or (statement.act in _BARELY_NAMED and _PRESENT.fullmatch(told))
    return told.lower() if plain else ACTS[statement.act]


def unsure(statement: Statement) -> str:
    """ "unsure" for a statement that may well be misread; empty for others, and where that was not estimated."""
    return "unsure" if statement.confidence is not None and statement.confidence < UNSURE_BELOW else ""


def confidence(statement: Statement) -> str:
    """How sure it is that the report ascribes these words to this source: "0.83"; "0.42, unsure"; empty if unknown."""
    if statement.confidence is None:
        return ""
    # Rounded down: 0.499 is unsure, and "0.50, unsure" would contradict itself.
    shown = f"{int(statement.confidence * 100 + 1e-9) / 100:.2f}"
    return ", ".join(filter(None, (shown, unsure(statement))))


def words(spans: Sequence[Span]) -> str:
    """The words of a statement's or claim's spans on one line, with an ellipsis between pieces."""
    return " … ".join(" ".join(span.text.split()) for span in spans)


def quoted(text: str) -> str:
    """Words of a report on one line inside quotation marks, in the place of those at their ends: a pair that
    encloses them, or half of a pair whose other half is not there."""
    line = " ".join(text.split())
    for left, right in (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“")):
        opened = line.startswith(left) and left not in line[1:-1]
        closed = len(line) > 1 and line.endswith(right) and right not in line[1:-1]
        if opened and (closed or right not in line[1:]):
            line = line[1:]
        if closed and (opened or left not in line[:-1]):
            line = line[:-1]
    return f"“{line.strip()}”"


def outlet(report: Report | None) -> str:
    """The outlet of a report."""
    return (report.outlet if report else None) or "outlet not known"


def number(value: float) -> str:
    """A count with thousands separated: 2,000."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def bounds(figure: Figure) -> str:
    """How many a figure says: "31", "about 2,000", "at least 31", "at most 2,000", "30 to 40". "Dozens" and "several"
    stay the report's own words: the number that the record gives them is only where they begin."""
    low, best, high = figure.low, figure.best, figure.high
    if figure.approximate and low is not None and best is None and high is None:
        return " ".join(figure.span.text.lower().split()).removesuffix(" of")
    about = "about " if figure.approximate else ""
    if low is not None and high is not None:
        return f"{about}{number(low)}" if low == high else f"{about}{number(low)} to {number(high)}"
    if low is not None:
        return f"at least {number(low)}"
    if high is not None:
        return f"at most {number(high)}"
    return f"{about}{number(best)}" if best is not None else "number not known"


_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
_BOUNDS = (
    (re.compile(rf"^(about )?{_NUMBER} to {_NUMBER}\b"), lambda low, high: (low, None, high)),
    (re.compile(rf"^(about )?at least {_NUMBER}"), lambda low: (low, None, None)),
    (re.compile(rf"^(about )?(?:at most|up to) {_NUMBER}"), lambda high: (None, None, high)),
    (re.compile(rf"^(about ){_NUMBER}"), lambda best: (None, best, None)),
    (re.compile(rf"^()?{_NUMBER}"), lambda best: (best, best, best)),
)


def bounds_in(answer: str) -> tuple[float | None, float | None, float | None] | None:
    """The low, best and high number of an answer to how many ("at least 31 killed"); None where it has no number at its
    beginning. What `bounds` puts into words, read back."""
    for pattern, as_bounds in _BOUNDS:
        if found := pattern.match(answer):
            return as_bounds(*(float(number.replace(",", "")) for number in found.groups()[1:]))
    return None


def setting(question: str, incident: Incident) -> str:
    """Where and when an incident was, "Oldbridge, 2021-05-02", as far as `question` does not say it; may be empty."""
    where = " ".join(incident.place.name.split()) if incident.place else ""
    when = period(incident.since, incident.until) if incident.since or incident.until else ""
    told = question.casefold()
    day_ = incident.since or incident.until or ""
    return ", ".join(
        part
        for part, is_told in ((where, where.casefold() in told), (when, bool(day_) and day_[:10] in told))
        if part and not is_told
    )


def counted(count: int, thing: str, things: str | None = None) -> str:
    """A count with its noun in the right number: "1 origin", "2 origins"."""
    return f"{count:,} {thing if count == 1 else things or thing + 's'}"


def as_of(figure: Figure) -> str:
    """As of when a figure counts, or over which time."""
    if figure.as_of:
        return day(figure.as_of)
    return period(figure.since, figure.until) if figure.since or figure.until else "not said"


def period(since: str | None, until: str | None) -> str:
    """A time from one date to another: one date where both are the same, "undated" where neither is known."""
    if since is None and until is None:
        return "undated"
    if since == until:
        return day(since)
    if since is None or until is None:
        return f"from {day(since)}" if since else f"until {day(until)}"
    return f"{day(since)} to {day(until)}"
