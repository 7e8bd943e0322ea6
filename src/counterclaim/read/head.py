"""Who published a report, who wrote it, whose words it credits, where it was filed: read off its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.read import dates
from counterclaim.read.bodies import WHERE, firm_before, ordinary
from counterclaim.read.characters import tidy
from counterclaim.read.dated import is_outlet, outlet_beside_date
from counterclaim.read.dateline import Dateline, find_dateline
from counterclaim.read.furniture import LABEL, TIME
from counterclaim.read.parts import Part, Role
from counterclaim.read.pieces import person

#: What stands before a name, and what before a headline (a label, the marks of Markdown).
_LABEL = re.compile(
    r"^(?:outlet|source|publisher|publication|newspaper|by|byline|author|text|from|written by|reporting by|posted by)\b"
    r"\s*:?\s*",
    re.IGNORECASE,
)
_TITLE_LABEL = re.compile(
    r"^(?:(?:headline|title|subject)\s*:(?:\s*(?:re|fwd?|aw|wg)\s*:)*|#{1,6}\s)\s*", re.IGNORECASE
)
_EDGES = ' \t,;:/|()-–—•·.*_“”"»›>'
_SITE = re.compile(r"\s+[-|–—•]\s+(?P<site>[^\W\d_a-z][^-|–—•]{1,40})$")
#: How a text closes with the agency it came from.
_CLOSINGS = (
    re.compile(r"(?:^|(?<=[\s.\"”]))(?:--?|–|—)\s?(?P<name>[A-Z]{2,12})\s*$"),
    re.compile(r"(?:^|[.!?\"”])\s*(?:--?|–|—)\s?(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})\s*$"),
    re.compile(r"\((?:with|source:?|agencies:?)\s+(?P<name>[^()]{2,60})\)", re.IGNORECASE),
    re.compile(r"^source:?\s+(?P<name>[A-Z][^.:\n]{1,40}?)\s*(?:$|(?=about\b|read\b))", re.IGNORECASE),
    re.compile(r"\((?P<name>[A-Z]{2,6})\)\s*$"),
)
#: "The ANA writes this, citing …", "Meridian reports, with reference to …".
_WRITES = re.compile(
    r"(?:\bThe |\b)(?P<name>[A-Z][\w-]*(?: [A-Z][\w-]*){0,2}) (?:writes|reports|reported)(?: this| it| about this)?,"
    r" (?:citing|with reference to|referring to|quoting)\b"
)
#: "… statement on the fire at …": what a body has to say is its own paper.
_SAYS = re.compile(
    r"(?P<who>[^\W\d_a-z].+?)(?:['’]s?)? (?:press |media )?(?:statement|response|announcement|communiqué)"
    r" (?:on|regarding|about|to)\b"
)
_DECLARES = (
    r"(?:today |hereby |deeply |strongly |firmly |categorically |would like to |can |wish(?:es)? to )*"
    r"(?:confirm|announce|inform|regret|condemn|reject|deny|denies|protest|acknowledge|note|state|declare|express"
    r"|is aware|are aware)"
)
#: What stands around the sender of a mail.
_MAIL = re.compile(r"^[\"“]|[\"”]?\s*[<\[]\s*(?:mailto:)?\S+@[^>\]]*[>\]]?$")
#: Whose words they are by the last lines: "© 2031 Coast Herald. All rights reserved."
_OWNER = re.compile(
    r"^\W*(?:©|copyright|\(c\))[\W\d]*(?:\(c\)[\W\d]*)?(?:by )?(?P<who>(?-i:[A-Z])[^.,;|©\d\n]{2,40}?)"
    r"(?= all rights|[\s.,;|]*(?:$|\d{4}|all rights|\.))",
    re.IGNORECASE,
)
#: How far from its beginning and its end a report is searched for an agency, in characters.
_LEAD, _TAIL = 600, 300


@dataclass(frozen=True, slots=True)
class Head:
    """What the head (and the last line) of a report says about it."""

    title: str | None
    outlet: str | None
    byline: str | None
    credit: str | None
    dateline: Dateline | None


def read_head(text: str, parts: Sequence[Part], title: str | None, outlet: str | None, byline: str | None) -> Head:
    """The head of a report; what `title`, `outlet` and `byline` say already is not looked for."""
    dateline = _dateline(text, parts)
    signed = dateline.credit if dateline else None
    credit = signed or _credit(text, parts)
    headline = _first(text, parts, Role.HEADLINE)
    if outlet is None:
        named = _masthead(text, parts) or _site(title) or _dated(text, parts)
        outlet = named or _below_byline(text, parts) or _issuer(text, parts, title or headline) or signed
        outlet = outlet or _owner(text, parts)
        if named is None and outlet == credit:
            credit = signed
        if signed is not None and outlet == signed:
            # "(Courier / Agency - …)": who signs is the outlet; what it took the words from comes last.
            credit = signed.rsplit("/", 1)[-1].strip()
    return Head(
        title=title or headline,
        outlet=outlet,
        byline=byline or _writer(text, parts),
        credit=credit,
        dateline=dateline,
    )


def _first(text: str, parts: Sequence[Part], role: Role) -> str | None:
    """The words of the first part with this role, without a label, a date, or signs around them."""
    part = next((part for part in parts if part.role is role), None)
    if part is None:
        return None
    words = text[part.start : part.end]
    if role is Role.MASTHEAD:
        words = WHERE.sub("", words.rstrip())
    if role is Role.HEADLINE:
        return tidy(_TITLE_LABEL.sub("", words, count=1).rstrip(" |-–—•,"))
    return tidy(_undated(_LABEL.sub("", words, count=1)).strip(_EDGES))


def _writer(text: str, parts: Sequence[Part]) -> str | None:
    """Who wrote a report: names alone where what they are stands behind them, and in ordinary capitals."""
    line = _first(text, parts, Role.BYLINE)
    if line is None:
        return None
    return ordinary(person(_MAIL.sub("", line), "") or line, text)


def _undated(words: str) -> str:
    """`words` up to the first date in them, or after it if they begin with one."""
    for date in dates.find(words):
        before = LABEL.sub("", words[: date.start]).strip(_EDGES)
        time = TIME.match(words, date.end)
        return before or words[time.end() if time else date.end :]
    return words


def _dateline(text: str, parts: Sequence[Part]) -> Dateline | None:
    """The dateline of the first paragraph that has one, among the first three."""
    stories = [part for part in parts if part.role in (Role.BODY, Role.REPEAT)]
    found = (find_dateline(text, part.start, part.end) for part in stories[:4])
    return next(filter(None, found), None)


def _credit(text: str, parts: Sequence[Part]) -> str | None:
    """The agency a report names without a dateline: above the story, in its first words or in its last ones."""
    stories = [index for index, part in enumerate(parts) if part.role is Role.BODY]
    last = max(stories, default=0)
    if any(part.role is Role.CREDIT for part in parts[:last]):
        named = _first(text, parts, Role.CREDIT)
        # "NGO ANA Sunday 24 Aug": the end of the headline may have been left with the agency.
        final = named.split()[-1] if named else ""
        return final if final.isupper() and len(final) > 1 else named
    if stories:
        writes = _WRITES.search(text, parts[stories[0]].start, parts[stories[0]].start + _LEAD)
        if writes:
            return writes["name"]
    for part in parts[last:]:
        closing = text[max(part.start, part.end - _TAIL) : part.end]
        found = next(filter(None, (form.search(closing) for form in _CLOSINGS)), None)
        if found:
            return tidy(found["name"].strip(_EDGES))
    return None


def _dated(text: str, parts: Sequence[Part]) -> str | None:
    """The outlet that stands beside the date above the story ("Harbour Courier, 4 March 2031"), or in its last line."""
    body = [index for index, part in enumerate(parts) if part.role is Role.BODY] or [len(parts)]
    for part in (*parts[: body[0]], *parts[-1:]):
        if part.role is Role.DATE and (name := outlet_beside_date(text[part.start : part.end])):
            return tidy(name)
    return None


def _masthead(text: str, parts: Sequence[Part]) -> str | None:
    """The outlet named on top: of several lines in capitals the one that names a body ("HALM / MINISTRY OF HEALTH"),
    in ordinary capitals."""
    named = [part for part in parts if part.role is Role.MASTHEAD]
    names = [text[part.start : part.end] for part in named]
    body = next((name for name in reversed(names) if name.isupper() and is_outlet(name)), None)
    name = _first(text, parts, Role.MASTHEAD) if body is None or len(names) == 1 else body
    if name is None:
        return None
    return ordinary(_MAIL.sub("", name), text[named[-1].end :])


def _issuer(text: str, parts: Sequence[Part], headline: str | None) -> str | None:
    """The body that a headline says the text is of: "Harbour Copper plc: update on …", "Harbour Copper statement on
    …", where the text goes on with that name."""
    if headline is None:
        return None
    if firm := firm_before(headline):
        return firm
    says = _SAYS.match(headline)
    story = next((text[part.start : part.end] for part in parts if part.role is Role.BODY), "")
    if says is None or says["who"].removeprefix("The ") not in story[:_LEAD]:
        return None
    return says["who"] if _states(story, says["who"]) else None


def _states(story: str, who: str) -> bool:
    """Whether a story begins, behind its dateline at most, with somebody who speaks for himself there."""
    return bool(re.match(rf"(?:[^.]{{0,80}}?[-–—:]\s+)?(?:The )?{re.escape(who)}\b(?: [A-Z]\w*)? {_DECLARES}", story))


def _below_byline(text: str, parts: Sequence[Part]) -> str | None:
    """The outlet that stands on a line of its own above the story, beside who wrote it and when."""
    for part in parts:
        if part.role is Role.BODY:
            return None
        if part.role is Role.CREDIT and is_outlet(name := text[part.start : part.end].strip(_EDGES)):
            return tidy(name)
    return None


def _owner(text: str, parts: Sequence[Part]) -> str | None:
    """Who has the rights in the text by its last lines ("© 2031 Coast Herald. All rights reserved.")."""
    found = (_OWNER.match(text[part.start : part.end]) for part in parts[-3:] if part.role is Role.FURNITURE)
    match = next(filter(None, found), None)
    return tidy(match["who"]) if match else None


def _site(title: str | None) -> str | None:
    """The outlet that a page adds to its title, after the last bar or dash ("… | Courier")."""
    match = _SITE.search(title or "")
    if match is None or len(match["site"].split()) > 4:
        return None
    return tidy(match["site"])
