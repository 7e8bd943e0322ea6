"""Numbers that count again what was counted before: "the registry has 168 names", "put them at fifty-one", "gave 133 as
the number of those cremated", "the ministry spoke of 171".

Such a number stands alone, or beside a word that says nothing of whom it counts. What became of the counted is told
by its own sentence, or by the last count before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from counterclaim.annotate.figures.counts import Count, find_counts
from counterclaim.records import Figure, Happened, Report, Span, TimeExpression, content_id

#: How far before and after a number its words are read, and how far before it the last count may stand, in characters.
_BEFORE, _AFTER, _LAST = 170, 110, 1200
_NUMBER: Final = r"(?:number|figure|toll|total|count|tally|losses|dead|list|register|registry|turnout|attendance|crowd)"
_ONLY: Final = r"(?:\s+(?:only|just|now|still|some|exactly|a total of|the figure of|a figure of|as many as))?\s+$"
#: What ends right before such a number.
_COUNTS: Final = re.compile(
    r"\b(?:(?:had |has |have )?(?:count(?:s|ed)|list(?:s|ed)|register(?:s|ed)|document(?:s|ed)|named|identified)"
    r"|sp(?:oke|eaks?|oken) of|talk(?:s|ed)? of|read out|(?:the|its|their|a|this) (?:figure|count|toll) of"
    rf"|put(?:s|ting)?(?: (?:it|them|this|that|(?:the|its|their)(?: [\w'’-]+){{0,3}} {_NUMBER}"
    r"(?: [\w'’-]+){0,3}))? at"
    rf"|le(?:ft|aves?) (?:the|its) {_NUMBER} at|gave|gives|giving|put(?:s|ting)? at"
    rf"|(?:the|its|their|our|own|this|that|an?|another|one|his|her) (?:[\w'’-]+ ){{0,3}}{_NUMBER}\b[^.;:]{{0,110}}? "
    r"(?:is|was|are|were|at|has|had|beyond|reached|reaches|stands? at|stood at|comes? to|"
    r"came to|ran to|runs to|arriv(?:es|ed) at|(?:unchanged|now) at|with|go beyond|exceed(?:s|ed)?)"
    r"|of the (?:injured|wounded|dead|killed|missing|captured) there (?:were|are))" + _ONLY,
    re.I,
)
#: Of these the words behind the number have to say that it is one of those counted.
_ONLY_IF_SAID: Final = re.compile(r"\b(?:gave|gives|giving|puts?|putting) (?:at )?$", re.I)
_SAID: Final = re.compile(
    rf"^\s+(?:as|for) (?:the|its) {_NUMBER}\b|^\s+(?:the|its) {_NUMBER} of\b|^\s+(?:[\w'’-]+ ){{0,2}}as (?:the|its) "
    rf"{_NUMBER}\b",
    re.I,
)
#: Of these one counts again what was counted before, whatever was said of it: "put the number at four thousand".
_SAME_NUMBER: Final = re.compile(
    r"\b(?:put|puts|gave|gives|estimated) (?:the|their|its) (?:number|figure|total|turnout|attendance|crowd) (?:at|as)"
    + _ONLY,
    re.I,
)
#: "Twenty-six is the number of martyrs".
_IS_NUMBER: Final = re.compile(rf"^\s+(?:is|was|are|were) (?:the|its|their) (?:[\w'’-]+ )?{_NUMBER} of\b", re.I)
#: "Seven hundred names stand in it", where a list is spoken of there or right before.
_NAMES: Final = re.compile(r"^\s+names\b", re.I)
_LIST: Final = re.compile(r"\b(?:lists?|registers?|registry|rolls?|roster|ledger|memorial|plaque|read out)\b", re.I)
_LISTED: Final = 90
#: "The cars, of which a soldier had counted 300": not those who were counted before.
_OF_WHICH: Final = re.compile(r"\bof (?:which|whom)\b[^.,;:]*$", re.I)
#: The number stands alone, or beside a word for anybody.
_ALONE: Final = re.compile(
    r"^\s*(?:$|[.,;:)\"”’–—-]|(?:in all|altogether|by|in|on|at|as|and|but|while|of (?:them|those|whom|these)|so far|"
    r"names?|people|persons|dead|bodies|corpses|deaths|lives|casualties|victims|fatalities|men|the day|that|who|since|"
    r"from|for|during|after|when|without|with|among|including|a figure|is|was|were|are|had)\b)",
    re.I,
)
_FATES: Final = (
    (
        Happened.KILLED,
        r"killed|dead|died|deaths?|dying|fell|fallen|martyr\w*|cremated|buried|burials?|bodies|corpses|lives|slain|"
        r"fatalities|graves?|perished|massacre\w*|suffocated|drowned|deceased",
    ),
    (Happened.INJURED, r"wounded|injured|hurt|injuries|wounds|burns|admissions?|admitted|patients"),
    (Happened.CAPTURED, r"captured|prisoners?|captives?|hostages?|surrender\w*|captivity"),
    (
        Happened.DISPLACED,
        r"displaced|fled|fleeing|refugees|homeless|evacuated|evacuees|camps|have left|had left|crossed",
    ),
    (Happened.MISSING, r"missing|disappeared|unaccounted"),
    (Happened.ARRESTED, r"arrested|arrests|detained|detainees|custody"),
    (Happened.RELEASED, r"released|freed|exchanged|swapped|swap"),
)
_FATE: Final = re.compile("|".join(rf"\b(?P<{happened.name}>{words})\b" for happened, words in _FATES), re.I)


def resumed(report: Report, figures: Sequence[Figure], times: Sequence[TimeExpression]) -> list[Figure]:
    """The numbers of a report that count again what was counted before, beside the figures found already."""
    taken = [(figure.span.start, figure.span.end) for figure in figures]
    taken += [(time.span.start, time.span.end) for time in times]
    found: list[Figure] = []
    for start, end in _sentences(report.text):
        for count in find_counts(report.text, start, end):
            if not any(a < count.end and count.start < b for a, b in taken):
                fate = _fate(report.text, (start, end), count, [*figures, *found])
                if fate is not None:
                    found.append(_figure(report, count, fate))
    return found


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between full stops or ends of lines."""
    start = 0
    for stop in re.finditer(r"[.!?][\"”’]?\s|\n", text):
        if stop.start() > start:
            yield start, stop.start() + 1
        start = stop.end()
    if start < len(text):
        yield start, len(text)


def _fate(text: str, sentence: tuple[int, int], count: Count, figures: Sequence[Figure]) -> Happened | None:
    """What became of those whom a number counts again; None where it counts nothing, or nothing of the kind."""
    before = text[max(sentence[0], count.start - _BEFORE) : count.start]
    after = text[count.end : min(sentence[1], count.end + _AFTER)]
    said = bool(_SAID.search(after) or _IS_NUMBER.search(after))
    counts = bool(_COUNTS.search(before)) and (not _ONLY_IF_SAID.search(before) or said)
    if _OF_WHICH.search(before) and not said:
        return None
    listed = bool(_NAMES.match(after) and _LIST.search(text, max(0, sentence[0] - _LISTED), sentence[1]))
    if not (counts and (said or _ALONE.search(after))) and not _IS_NUMBER.search(after) and not listed:
        return None
    own = [*_FATE.finditer(after)][:1] if said else []
    own = own or [*_FATE.finditer(before)][-1:] or [*_FATE.finditer(after)][:1]
    if own:
        return Happened[str(own[0].lastgroup)]
    known = {happened for happened, _ in _FATES} if listed else set(Happened)
    last = [f for f in figures if 0 < count.start - f.span.start <= _LAST and known.intersection(f.happened)]
    fates = max(last, key=lambda f: f.span.start).happened if last else ()
    found = next((happened for happened, _ in _FATES if happened in fates), None)
    again = fates in {(Happened.OTHER,), (Happened.PRESENT,)} and _SAME_NUMBER.search(before)
    return fates[0] if found is None and again else found


def _figure(report: Report, count: Count, happened: Happened) -> Figure:
    span = Span.of(report.text, count.start, count.end)
    return Figure(
        id=content_id("figure", report.id, span.start, span.end),
        report=report.id,
        statement=None,
        claim=None,
        span=span,
        low=count.low,
        best=count.best,
        high=count.high,
        approximate=count.approximate,
        of=None,
        happened=(happened,),
    )
