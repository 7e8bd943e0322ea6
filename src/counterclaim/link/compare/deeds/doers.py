"""Doers in so many words: parties that a sentence has as those who did it, however the deed is put.

A claim has an agent where the grammar gives one. News also says whose rocket it was, where the fire came from, and that
"it was the army which" did it; these are found by what stands around the words for a party.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.deeds.parties import Parties
from counterclaim.link.compare.deeds.party import Party
from counterclaim.link.compare.deeds.party_ties import lands
from counterclaim.link.compare.deeds.words import (
    ARMED_WORDS,
    CAME_FROM,
    LANDED,
    MEANS_WORDS,
    PEOPLE_WORDS,
    STATE_WORDS,
    SUFFERED,
    VIOLENT,
)
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Act, EntityKind, MentionForm, Polarity, Span, Statement, Who

#: How far around a party its deed is looked for, in characters.
_BEFORE, _AFTER = 110, 110
_ITS_MEANS = re.compile(rf"^(?:['’]s?)?(?:\s+own)?(?:\s+[\w-]+){{0,2}}?\s+{MEANS_WORDS}\b", re.I)
_MEANS_OF = Sought(
    rf"\b{MEANS_WORDS}(?:\s+(?:that (?:was|were)|which (?:was|were)))?\s+"
    r"(?:of|from|belonging to|fired by|flown by|operated by|launched by|shot by|dropped by|thrown by)\s+"
    r"(?:the\s+|our own\s+|an?\s+)?(?:\w+\s+of\s+(?:the\s+)?)?$",
    re.I,
)
_BY = Sought(
    rf"\b{SUFFERED}\b[^.;]{{0,70}}?\bby\s+(?:the\s+|an?\s+|some\s+)?"
    r"(?:(?:men|members|units?|soldiers|fighters|forces|elements|groups?|police)\s+of\s+(?:the\s+)?)?$",
    re.I,
)
_FORCE = re.compile(
    r"(?:['’]s)?\s+(?:armed\s+|ground\s+|security\s+|government\s+|border\s+)?"
    r"(?:army|forces|troops|soldiers|military|navy|air force|police|guards|paratroopers|marines)\b"
)
_CLEFT = Sought(r"\bit (?:was|is|had been|has been|were) (?:the\s+|an?\s+)?$", re.I)
_WHO = re.compile(r"^[^.;]{0,40}?,?\s(?:who|which|that)\b")
_THOSE = Sought(
    rf"\b(?:those|they|men|ones|people|attackers|gunmen|killers|perpetrators|culprits|troops|soldiers)\s+(?:who|"
    rf"that)\s+"
    rf"(?:had\s+|have\s+)?{VIOLENT.pattern}[^.;]{{0,60}}?\b(?:were|are|was)\s+(?:all\s+)?"
    r"(?:(?:men|members|units?|soldiers|fighters)\s+of\s+)?(?:the\s+)?$|"
    rf"\bthe\s+(?:killers|murderers|attackers|assailants|perpetrators|culprits|arsonists|kidnappers|abductors|bombers|"
    r"authors of [^.;,]{3,40})\b[^.;]{0,110}?\b(?:were|are|was)\s+(?:all\s+)?(?:from\s+)?"
    r"(?:(?:men|members|units?|soldiers|fighters)\s+(?:of|from)\s+)?(?:the\s+)?$",
    re.I,
)
_ITSELF = re.compile(r"^(?:\s+\w+)?\s+(?:themselves|itself|himself|herself)\b")
#: What only a doer does; a verb such as "killed" may be what was done to them.
_PLAINLY = re.compile(
    r"^(?: of (?:the )?[\w-]+)?\s+(?:had |have |has )?(?:set (?:fire to|(?:the|an?|their|its|his) (?:\w+ ){1,2}(?:on "
    r"fire|alight|ablaze))|"
    r"opened fire (?:on|at)|blew up|fell upon|shot dead)\b[^.;,]{0,60}",
    re.I,
)
#: One of two: "either", "A or B".
_OR = re.compile(r"\bor (?:the |an? )?$|\beither (?:the |an? )?$", re.I)
_OR_NEXT = re.compile(r"(?:['’]s?)?(?: [\w-]+){0,2} or\b")
_NOT = re.compile(
    r"\b(?:not|no|never|neither|nor|den(?:y|ies|ied)|reject\w*|rather than|instead of|without|if|whether|unless|could|"
    r"may|might|would)\b|n['’]t\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Doer:
    """A party that did it, by the words in `span`. `stressed`: said against another account ("it was … who");
    `suffered`: told of what it was done to ("the boat was fired at by …")."""

    span: Span
    statement: Statement
    party: Party
    stressed: bool
    suffered: bool


class Doers:
    """Finds the parties of reports, and which of them are doers."""

    def __init__(self, pile: Pile, parties: Parties) -> None:
        self._pile, self._parties = pile, parties
        self._known: dict[str, list[tuple[Span, Party]]] = {}

    @classmethod
    def in_(cls, pile: Pile) -> Doers:
        """Those of a pile, which all comparisons share."""
        return pile.once(cls, lambda: cls(pile, Parties.in_(pile)))

    def of(self, report: str) -> list[tuple[Span, Party]]:
        """Every party that a report names or calls by a general word, where it stands, in order."""
        if report not in self._known:
            self._known[report] = sorted(self._find(report), key=lambda item: item[0].start)
        return self._known[report]

    def _find(self, report: str) -> Iterator[tuple[Span, Party]]:
        found = self._pile.annotations[report]
        text = self._pile.reports[report].text
        taken: list[Span] = []
        named = [
            Who(m.entity, m.span.text, m.span) for m in found.mentions if m.entity and m.form is not MentionForm.PRONOUN
        ]
        armed = [Span.of(text, *m.span()) for pattern in (ARMED_WORDS, PEOPLE_WORDS) for m in pattern.finditer(text)]
        kept = [_with_force(text, w) for w in named if w.span and not any(span.overlaps(w.span) for span in armed)]
        bare = [Span.of(text, *match.span()) for match in STATE_WORDS.finditer(text)]
        for who in [*(Who(None, span.text, span) for span in armed), *kept, *(Who(None, s.text, s) for s in bare)]:
            if who.span is None or any(span.overlaps(who.span) for span in taken):
                continue
            taken.append(who.span)
            party = self._parties.of(report, who)
            if party is not None:
                yield who.span, party

    def inside(self, report: str, span: Span) -> Iterator[tuple[Span, Party]]:
        """The parties that stand within some words of a report."""
        known = self.of(report)
        for at in range(bisect_left(known, span.start, key=lambda item: item[0].start), len(known)):
            if known[at][0].end > span.end:
                break
            yield known[at]

    def first(self, report: str, start: int, end: int, *, backwards: bool = False) -> tuple[Party, ...]:
        """The first (or last) party that is named between two characters; of "A or B" both."""
        text = self._pile.reports[report].text
        inside = list(self.inside(report, Span.of(text, start, end))) if start < end else []
        found: list[tuple[Span, Party]] = []
        for span, party in reversed(inside) if backwards else inside:
            if found:
                one, other = sorted((found[-1][0], span), key=lambda s: s.start)
                if not re.fullmatch(r"[^.;]{0,20}\bor\b[^.;]{0,20}", text[one.end : other.start]):
                    break
            found.append((span, party))
        return tuple(party for _, party in sorted(found, key=lambda item: item[0].start))

    def worded(self, report: str) -> Iterator[Doer]:
        """The parties of a report that did something violent by what stands around them."""
        found = self._pile.annotations[report]
        text = self._pile.reports[report].text
        denied = [claim.trigger for claim in found.claims if claim.polarity is not Polarity.POSITIVE]
        for span, party in self.of(report):
            statement = self._innermost(report, span)
            if statement is None or statement.act is Act.DENY:
                continue
            start, stop = stretch(text, span, _BEFORE, _AFTER)
            before, after = text[start : span.start], text[span.end : stop]
            read = _read(before, after)
            if read is not None and read.back == 0 and self._is_scene(report, span, party):
                continue  # "the Tarvia attack" is where it was
            if read is None or _NOT.search(before[-_BEFORE // 2 :]) or _OR.search(before) or _OR_NEXT.match(after):
                continue
            words = Span.of(text, max(start, span.start - read.back), min(stop, span.end + read.ahead))
            if not any(words.covers(trigger) for trigger in denied):
                yield Doer(words, statement, party, read.stressed, bool(_BY.search(before)))

    def _is_scene(self, report: str, span: Span, party: Party) -> bool:
        """Whether words are the bare name of the land that most of a report is set in, which before a noun says where
        it was ("the Tarvia attack")."""
        land = [code for code, _ in lands(self._pile.annotations[report]).most_common(1)]
        entity = self._pile.entities.get(party.entity or "")
        bare = entity is not None and entity.kind is EntityKind.STATE and span.text == entity.name
        return bare and not party.states.isdisjoint(land) and self._pile.reports[report].text.startswith(" ", span.end)

    def _innermost(self, report: str, span: Span) -> Statement | None:
        holding = [
            (piece.end - piece.start, statement.id, statement)
            for statement in self._pile.annotations[report].statements
            for piece in statement.content
            if piece.covers(span)
        ]
        return min(holding, key=lambda item: item[:2])[2] if holding else None


def _with_force(text: str, who: Who) -> Who:
    """A name with the forces behind it: "Sri Lankan" of "the Sri Lankan army" is the army."""
    if who.span is None or (match := _FORCE.match(text, who.span.end)) is None:
        return who
    span = Span.of(text, who.span.start, match.end())
    return Who(None, span.text, span)


@dataclass(frozen=True, slots=True)
class _Read:
    """How many characters before and behind a party its deed takes up."""

    back: int
    ahead: int
    stressed: bool


def _read(before: str, after: str) -> _Read | None:
    """What the words around a party say that it did; None where they do not."""
    violent = VIOLENT.search(after)
    if _CLEFT.search(before) and _WHO.match(after) and violent:
        return _Read(len(before) - (before.lower().rfind("it ")), violent.end(), stressed=True)
    for pattern in (_BY, _THOSE):
        if (match := pattern.search(before)) is not None:
            return _Read(len(before) - match.start(), 0, stressed=pattern is _THOSE)
    if (match := _MEANS_OF.search(before)) is not None and (hit := LANDED.search(after) or LANDED.search(before)):
        return _Read(len(before) - match.start(), hit.end() if hit.string is after else 0, stressed=False)
    if (match := _ITS_MEANS.match(after)) is not None and (hit := LANDED.search(after, match.end())):
        return _Read(0, hit.end(), stressed=" own " in match.group())
    if (match := CAME_FROM.search(before)) is not None and len(before) - match.end() <= 40:
        return _Read(len(before) - match.start(), 0, stressed=bool(_ITSELF.match(after)))
    if _ITSELF.match(after) and violent:
        return _Read(0, violent.end(), stressed=True)
    if (match := _PLAINLY.match(after)) is not None:
        return _Read(0, match.end(), stressed=False)
    return None


def stretch(text: str, span: Span, before: int, after: int) -> tuple[int, int]:
    """Where the words of its sentence around a span begin and end, so many characters before and behind it at most."""
    start = max(text.rfind(". ", 0, span.start) + 2, text.rfind("\n", 0, span.start) + 1, span.start - before)
    stops = [at for at in (text.find(". ", span.end), text.find("\n", span.end)) if at >= 0]
    return start, min([*stops, span.end + after, len(text)])
