"""The dateline a news story begins with: the place it was filed from, the agency, sometimes the date.

    OSTREL (Courier / Agency - 28th September, 2020) The prime minister …
    OSTREL, June 4, 2031 (Agency) - Fourteen people …
    OSTREL/BRAMSK (Agency) - Fourteen people …
    (Ostrel, June 4, 2031) - Fourteen people …
    Ostrel Halm- Ministers …

It is known by its form, not by a list of agencies. Only a dateline that has lost its dash and brackets ("OSLO At
least 70 people") needs to know that Oslo is a capital or that a country is named after it.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from counterclaim.read import dates
from counterclaim.read.dated import OUTLETS
from counterclaim.read.dates import MONTH, Written

_WORD = r"[^\W\d_]\w*(?:['’.-]\w+)*\.?"
_DAY = rf"(?:(?:{MONTH}\s*\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH})(?:,?\s*\d{{4}})?)"
_DASH = r"[-–—]{1,2}(?:\s+|(?=[^\W\d_][a-z]))"
_FORM = re.compile(
    rf"(?P<place>{_WORD}(?:(?:,?[ ]|\s?/\s?){_WORD}){{0,3}}?)"
    rf"(?P<dated>,?\s+(?i:{_DAY}),?(?:\s+(?P<letters>[A-Z]{{2,6}})(?=\s+-))?)?"
    rf"(?:(?P<brackets>(?:,?\s*\((?:[^()\n]{{2,90}})\)){{1,2}})\s*(?P<end>{_DASH}|:\s)?|\s*(?P<dash>{_DASH}))"
    r"\s*(?=[\"“‘'«(]?[^\W_a-z])"
)
#: The place in brackets of its own, as press releases have it.
_ENCLOSED = re.compile(
    rf"\((?P<place>{_WORD}(?:,?[ ]{_WORD}){{0,2}}?)(?:,?\s+(?i:{_DAY}),?)?\)\s*(?:{_DASH})(?=[\"“‘'«]?[^\W_a-z])"
)
#: The place with the day, and a stop, a colon or the agency between strokes: "OSTREL, June 4. /OPA/. Ministers …".
_STOPPED = re.compile(
    rf"(?P<place>{_WORD}(?:,?[ ]{_WORD}){{0,3}}?),?\s+(?i:{_DAY})(?:,\s+(?P<letters>[A-Z]{{2,6}}))?\s*[.:]?"
    rf"(?:\s*/(?P<credit>[^/\n]{{2,40}})/)?(?P<mark>(?<=[./:])|[.:])\s*(?:{_DASH})?(?=[\"“‘'«]?[^\W_a-z])"
)
#: The place in capitals and a colon. Whoever speaks in a transcript stands so, too.
_COLON = re.compile(
    r"(?P<place>[A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]{2,}){0,2})(?:, (?P<land>[A-Z][\w. ]{1,30}))?"
    r":\s+(?=[\"“‘'«]?[A-Z][a-z ])"
)
_COLONS = re.compile(r"^[A-Z][A-Z .'’-]{2,40}:\s", re.MULTILINE)
_BRACKET = re.compile(r"\(([^()]+)\)")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_EDGES = " \t,;:/|-–—"


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline that stands at `start` to `end` of a text: its place, the agency it credits, its date."""

    start: int
    end: int
    place: str
    credit: str | None
    date: Written | None


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that the block of `text` from `start` to `end` begins with, or None."""
    match = _FORM.match(text, start, min(end, start + 240))
    formed = _formed(text, match) if match else None
    return formed or _stopped(text, start, end) or _enclosed(text, start, end) or _bare(text, start, end)


def _formed(text: str, match: re.Match[str]) -> Dateline | None:
    """A dateline with a dash or brackets."""
    place, dash = match["place"], match["dash"] or match["end"]
    brackets = _BRACKET.findall(match["brackets"] or "")
    words = re.split(r"[ /]+", place.replace(",", ""))
    capitals = words[0].isupper() and len(words[0]) > 2
    if not all(word[0].isupper() for word in words) or not (capitals or dash):
        return None
    if words[-1].lower() in OUTLETS:
        return None
    credit = _credit(brackets[-1]) if brackets else match["letters"]
    attached = dash is not None and not dash[-1].isspace()
    if not capitals and len(words) > 1 and _ACRONYM.fullmatch(words[-1]):
        # "Halm ANA-Fighters …": the brackets around the agency were lost.
        credit, place, attached = credit or words[-1], place[: place.rindex(words[-1])].strip(_EDGES), False
    if attached or (dash is None and brackets and _stands_for(brackets[0], words)):
        return None
    if not capitals and (len(words) > 3 or not (brackets or match["dated"] or _is_place(place, text))):
        return None
    inside = dates.find(text, match.start(), match.end())
    return Dateline(match.start(), match.end(), place, credit, inside[0] if inside else None)


def _stopped(text: str, start: int, end: int) -> Dateline | None:
    """A dateline without a dash: its day, or the place alone in capitals, ends in a stop or a colon."""
    match = _STOPPED.match(text, start, min(end, start + 160))
    if match is not None and match.end() > match.end("place") + 2:
        words = match["place"].replace(",", "").split()
        capitals = words[0].isupper() and len(words[0]) > 2
        if not all(word[0].isupper() for word in words) or words[-1].capitalize() in dates.WEEKDAYS:
            return None
        stated = match["credit"] or match["letters"] or text[match.start() : match.end()].rstrip().endswith(":")
        if not (capitals or stated or _is_place(match["place"], text)):
            return None
        inside = dates.find(text, match.start(), match.end())
        credit = match["credit"] or match["letters"]
        return Dateline(match.start(), match.end(), match["place"], credit, inside[0] if inside else None)
    match = _COLON.match(text, start, min(end, start + 60))
    if match is None or len(_COLONS.findall(text)) > 1:
        return None
    if (match["land"] or "").casefold() in world():
        return Dateline(match.start(), match.end(), match.group().rstrip(": "), None, None)
    named = [word.capitalize() for word in match["place"].split() if len(word) > 3]
    if match["place"].casefold() not in world() and not any(re.search(rf"\b{word}\b", text) for word in named):
        return None
    return Dateline(match.start(), match.end(), match["place"], None, None)


def _is_place(name: str, text: str) -> bool:
    """Whether `name` is likely a place and no rubric ("Regional -", "Exclusive -"): a capital or country, or named
    again in the report, as the place it was filed from mostly is."""
    return re.split("[ ,/]", name)[0].casefold() in world() or text.count(name) > 1


def _enclosed(text: str, start: int, end: int) -> Dateline | None:
    """A dateline whose place, and perhaps date, stand in brackets before the dash."""
    match = _ENCLOSED.match(text, start, min(end, start + 120))
    if match is None or not all(word[0].isupper() for word in match["place"].split()):
        return None
    inside = dates.find(text, match.start(), match.end())
    if not inside and not _is_place(match["place"], text):
        return None
    return Dateline(match.start(), match.end(), match["place"], None, inside[0] if inside else None)


def _bare(text: str, start: int, end: int) -> Dateline | None:
    """A dateline in capitals that has nothing but a space after it."""
    words = text[start : min(end, start + 120)].replace(",", "").split()
    capitals = 0
    while capitals < len(words) and words[capitals].isupper() and len(words[capitals]) > 3:
        capitals += 1
    if not 0 < capitals < min(len(words) - 1, 4):
        return None
    place = " ".join(words[:capitals])
    if words[capitals].casefold() in world():
        taken = capitals + 1
    elif place.casefold() in world():
        taken = capitals
    else:
        return None
    if not words[taken][0].isupper() and not words[taken][0].isdigit():
        return None
    stop = start
    for word in words[:taken]:
        stop = text.index(word, stop) + len(word)
    while stop < end and text[stop] in ", ":
        stop += 1
    return Dateline(start, stop, text[start:stop].strip(_EDGES), None, None)


def _credit(bracket: str) -> str | None:
    """The names in a dateline's brackets, without its date."""
    kept = bracket
    for date in reversed(dates.find(bracket)):
        kept = kept[: date.start] + kept[date.end :]
    kept = kept.strip(_EDGES)
    if not kept or not kept[0].isupper() or len(kept.split()) > 8 or kept.casefold() in world():
        return None
    return kept


def _stands_for(bracket: str, words: list[str]) -> bool:
    """Whether the bracket spells out what the words before it shorten: "RDF (River Defence Force)"."""
    initials = "".join(word[0] for word in re.findall(r"\w+", bracket) if word[0].isupper())
    return len(initials) > 1 and initials == "".join(words)


@functools.cache
def world() -> frozenset[str]:
    """The names of the world's countries and capitals, in lower case."""
    from countryinfo import all_countries

    names = (name for country in all_countries() for name in (country.name(), country.capital()))
    return frozenset(name.casefold() for name in names if isinstance(name, str) and name)
