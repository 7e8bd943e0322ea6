"""Who says a number, where the sources of its statement are not who the words name.

An outlet tells "The monitor gave a lower toll of 31" in its own voice, and yet the number is the monitor's. And what
reads as a source may be no body at all: "the claim", "the rebel-held area".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.link.compare.counts.words import PRESUPPOSED
from counterclaim.link.pile import Pile
from counterclaim.records import EntityKind, Figure, Manner, Mention, MentionForm, Span, Statement, Unnamed, Who

#: How far a number may stand from the verb it is given with, and from the source it is credited to, in characters.
_NEAR, _CREDITED = 70, 90
#: How far around a number its sentence is read, in characters.
_AROUND = 300
#: How far before a name a preposition makes it a part of another phrase, in characters.
_CLOSE = 10
_GIVES = re.compile(
    r"\b(?:(?:gave|gives|giving|put|puts|putting|placed|places|placing|sets?|cited|cites|estimated|estimates) "
    r"(?=[^.]{0,60}\b(?:tolls?|numbers?|counts?|figures?|dead|deaths|casualties|victims|wounded|injured|killed|"
    r"crowd|turnout|attendance|losses)\b)|"
    r"(?:has |have |had )?(?:counted|recorded|documented|reported)\b|(?:spoke|(?:has |have |had )spoken) of\b|"
    r"(?:has |have |had )?(?:lowered|raised|revised|cut|increased|reduced|updated|corrected) (?:its|their|his|her) "
    r"(?=[^.]{0,30}\b(?:tolls?|counts?|tally|figures?|estimates?)\b))",
    re.I,
)
#: Between a verb and its number nothing else may be told.
_TURN = re.compile(r"\b(?:but|while|after|when|where|which|who|killing|killed by|adding)\b|;", re.I)
_CREDIT = re.compile(r"\b(?:according to|citing|(?:reported|counted|recorded|documented|given|announced) by) ", re.I)
#: Of whom a report has its number who says so ("the agency reported nine dead, citing the mayor").
_CITED = re.compile(r"\b(?:citing|quoting|(?:reported|counted|recorded|documented|given|announced) by)\s+", re.I)
#: Who is to blame for what killed so many is said, and the number known before.
_LAID_ON = re.compile(
    r"\b(?:responsib\w+ for|blam\w+ (?:\S+ ){1,5}for|guilty of|answer for) (?:an?|the) (?:[\w-]+ ){0,3}"
    r"(?:attack|strike|air ?strike|raid|bombing|shelling|explosion|blast|massacre)s?\b"
    r"[^.]{0,60}\b(?:that|which) (?![^.]*\b(?:says?|said|estimates?|estimated)\b)",
    re.I,
)
_SAID = re.compile(
    r"^(?: ?\([^)]{1,20}\))?(?:,? (?:an?|the) [^.,]{3,60})?,? (?:also )?(?:said|says|reported|reports|confirmed)\b",
    re.I,
)
#: "Revised its toll to 39, from 23": what was said before.
_FROM = re.compile(r"\bfrom (?:an? |the )?(?:\w+ )?$", re.I)
_ON_A_DAY = re.compile(r"(?:on |last |earlier on |late on )?\w+day,? ", re.I)
_NO_SUBJECT = re.compile(
    r"\b(?:by|of|against|from|in|on|at|to|after|with|near|into|over|killed|hit|struck|said|that)\b", re.I
)
#: Bodies and people that are named by what they are.
_BODY = re.compile(
    r"\b(?:agency|agencies|media|television|tv|radio|monitors?|monitoring group|workers|rescuers|medics|doctors|"
    r"officials?|activists?|authorities|ministry|police|army|military|government|network|groups?|organi[sz]ation|"
    r"hospitals?|residents|witnesses|sources?|spokes(?:man|woman|person)|council|committee|newspaper|channel|rebels)\b",
    re.I,
)
#: What tells, flies or happens is no body.
_NOBODY = re.compile(
    r"\b(?:area|region|district|town|city|village|province|claim|statement|attack|strikes?|air ?strikes?|bombing|"
    r"blast|explosion|incident|shelling|raids?|jets?|jet fighters|warplanes?|planes?|helicopters?|aircraft|shells?|"
    r"rockets?|missiles?|(?:preliminary |initial )?reports)$",
    re.I,
)
#: A pronoun, or the words of somebody who was named before.
_BACK = re.compile(r"^(?:he|she|it|they|the (?:claim|statement|source|report))$", re.I)
_ENDS = re.compile(r"\s(?:from|of|in|on|at|near|which|who|that|responding|working|operating|based)\s|[,(]")
_CLAUSE = re.compile(r"\s(?:after|before|when|while|who|which|that|as|on|since|and)\s|[,(]")
_BODIES = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.STATE})


def speakers(pile: Pile, figure: Figure, statement: Statement) -> tuple[Who, ...]:
    """Who says a number, where it is not simply the sources of its statement; else empty."""
    if pile.outlet_says(statement):
        named = _credited(pile, figure)
        return (named,) if named else ()
    before = _before_it(pile, figure)
    if PRESUPPOSED.search(before) or _LAID_ON.search(before):
        return _outlet(pile, statement)
    cited = _cited(pile, figure, statement)
    if cited is not None or all(_is_body(pile, who) for who in statement.sources):
        return (cited,) if cited is not None else ()
    found = [
        who if _is_body(pile, who) else _inside(pile, statement.report, who) or _before(pile, statement, who)
        for who in statement.sources
    ]
    said = tuple(dict.fromkeys(who for who in found if who is not None))
    named = None if said else _credited(pile, figure)
    return said or ((named,) if named else _outlet(pile, statement))


def _before_it(pile: Pile, figure: Figure) -> str:
    """The sentence before a number."""
    text, at = pile.reports[figure.report].text, figure.span.start
    return text[_sentence_start(text, at) : at]


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence before a character begins, or the stretch of it that is read."""
    stop = text.rfind(". ", 0, at)
    return max(stop + 2 if stop >= 0 else 0, text.rfind("\n", 0, at) + 1, at - _AROUND)


def _is_body(pile: Pile, who: Who) -> bool:
    entity = pile.entity(who)
    if entity is not None:
        return entity.kind in _BODIES
    name = " ".join(who.name.split())
    if _BACK.match(name) or _cased(name):
        return False
    return not _NOBODY.search(_ENDS.split(name)[0])


def _cased(name: str) -> bool:
    """Whether words were cut wrongly: a bracket that was never opened."""
    return ")" in name and "(" not in name


def _inside(pile: Pile, report: str, who: Who) -> Who | None:
    """The body that closes a stretch of words that is no body ("the west of the city state news agency SANA")."""
    if who.span is None or _BACK.match(who.name):
        return None
    inside = [
        m
        for m in _bodies(pile, report)
        if who.span.covers(m.span) and m.span.end == who.span.end and m.form is MentionForm.NAME
    ]
    before = pile.reports[report].text[max(0, inside[0].span.start - _CLOSE) : inside[0].span.start] if inside else ""
    if inside and not _ENDS.search(f" {before}"):
        return _who(pile, inside[0])
    return None


def _before(pile: Pile, statement: Statement, who: Who) -> Who | None:
    """Whom "he" or "the claim" goes back to: the last one who spoke before it in the report."""
    if not _BACK.match(" ".join(who.name.split())):
        return None
    return _spoke_last(pile, statement.report, statement.content[0].start, who)


def _spoke_last(pile: Pile, report: str, before: int, who: Who) -> Who | None:
    """The last one before a character of a report who spoke and whom a pronoun can go back to."""
    spoken = [
        (said.content[0].start, said.id, said.sources[0])
        for said in pile.annotations[report].statements
        if said.manner is not Manner.NARRATION
        and len(said.sources) == 1
        and said.content[0].start < before
        and _is_body(pile, said.sources[0])
        and _fits(pile, who, said.sources[0])
    ]
    return max(spoken)[2] if spoken else None


def _fits(pile: Pile, pronoun: Who, who: Who) -> bool:
    """Whether "he" can be this one."""
    if pronoun.name.strip().lower() not in {"he", "she"}:
        return True
    entity = pile.entity(who)
    return entity.kind is EntityKind.PERSON if entity else who.unnamed in {Unnamed.OFFICIAL, None}


def _outlet(pile: Pile, statement: Statement) -> tuple[Who, ...]:
    """The outlet, as the report's own voice names it."""
    told = (s.sources for s in pile.annotations[statement.report].statements if pile.outlet_says(s) and s.sources)
    return next(told, ())


def _credited(pile: Pile, figure: Figure) -> Who | None:
    """The source that a sentence names for its number; None where it names none."""
    text, at = pile.reports[figure.report].text, figure.span
    start = _sentence_start(text, at.start)
    stops = [stop for stop in (text.find(". ", at.end), text.find("\n", at.end)) if stop >= 0]
    end = min([*stops, len(text), at.end + _AROUND])
    verbs = [m for m in _GIVES.finditer(text, start, at.start) if at.start - m.end() <= _NEAR]
    if verbs and not _TURN.search(text, verbs[-1].end(), at.start) and not _FROM.search(text[start : at.start]):
        return _subject(pile, figure.report, start, verbs[-1].start())
    return _after(pile, figure, end)


def _cited(pile: Pile, figure: Figure, statement: Statement) -> Who | None:
    """Whom those who say a number have it from, where the sentence names somebody else behind the number."""
    text, at = pile.reports[figure.report].text, figure.span.end
    stops = [stop for stop in (text.find(". ", at), text.find("\n", at)) if stop >= 0]
    end = min([*stops, len(text), at + _AROUND])
    found = _CITED.search(text, at, min(end, at + _CREDITED))
    if (
        found is None
        or _TURN.search(text, at, found.start())
        or any(who.span is not None and who.span.start >= at for who in statement.sources if found.group()[0] in "cq")
    ):
        return None
    for mention in _bodies(pile, figure.report):
        between = text[found.end() : mention.span.start]
        if found.end() <= mention.span.start < min(end, found.end() + _CREDITED):
            if not _TURN.search(between) and "said" not in between:
                return _who(pile, mention)
            break
    words = _CLAUSE.split(text[found.end() : end].strip())[0]
    if not _BODY.search(words) or len(words.split()) > 6:
        return None
    return Who(None, words, Span.of(text, text.index(words, found.end()), text.index(words, found.end()) + len(words)))


def _subject(pile: Pile, report: str, start: int, verb: int) -> Who | None:
    """Who gives a number: the first body of a sentence, if it is what the sentence is about."""
    text = pile.reports[report].text
    if (day := _ON_A_DAY.match(text, start, verb)) is not None:
        start = day.end()
    for mention in _bodies(pile, report):
        if start <= mention.span.start and mention.span.end <= verb and not _adjective(pile, mention, verb):
            return _who(pile, mention) if not _NO_SUBJECT.search(text, start, mention.span.start) else None
    words = _ENDS.split(text[start:verb].strip())[0]
    if words.lower() in {"he", "she"}:
        return _spoke_last(pile, report, start, Who(None, words))
    if _BODY.search(words) and not _NO_SUBJECT.search(words) and len(words.split()) <= 6:
        return Who(None, words, Span.of(text, text.index(words, start), text.index(words, start) + len(words)))
    return None


def _adjective(pile: Pile, mention: Mention, verb: int) -> bool:
    """Whether a state is named only as whose something is: "Kenyan state media", "the Britain-based monitor"."""
    entity = pile.entity(Who(mention.entity, mention.span.text))
    return entity is not None and entity.kind is EntityKind.STATE and verb - mention.span.end > 1


def _after(pile: Pile, figure: Figure, end: int) -> Who | None:
    """The source behind a number: "… , according to X", "… , X said"."""
    text, at = pile.reports[figure.report].text, figure.span.end
    credit = _CREDIT.search(text, at, end)
    for mention in _bodies(pile, figure.report):
        span = mention.span
        if not at <= span.start < end:
            continue
        if credit and 0 <= span.start - credit.end() <= _CREDITED and not _TURN.search(text, credit.end(), span.start):
            return _who(pile, mention)
        if _SAID.match(text[span.end : end]) and not _TURN.search(text, at, span.start):
            return _who(pile, mention)
    return None


def _bodies(pile: Pile, report: str) -> Iterator[Mention]:
    """The mentions of persons and bodies in a report, in order."""
    found = sorted(pile.annotations[report].mentions, key=lambda m: (m.span.start, m.span.end))
    for mention in found:
        entity = pile.entity(Who(mention.entity, mention.span.text)) if mention.entity else None
        if entity is not None and entity.kind in _BODIES:
            yield mention


def _who(pile: Pile, mention: Mention) -> Who:
    return Who(mention.entity, mention.span.text, mention.span)
