"""Where in a town: one account has the shells fall on the market, another on the square before the post office.

A *site* is a place by its kind ("the bus station"), a *spot* a named place as small as a village or a quarter. Two
sites of other kinds, or two spots of other names, are two places if the reports tell one story and neither voice names
the other's place; or if one voice says in so many words that it was not there but elsewhere (`contrasts.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.link.compare.asking import place_words
from counterclaim.link.compare.contrasts import contrasts_in
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.places.words import COMPATIBLE, Where, one_name, site_in, sites_of, spots_in
from counterclaim.link.compare.sayings import told_by, words_of
from counterclaim.link.compare.times.words import day_in_words, sentence_at
from counterclaim.link.incidents.likeness import Likeness, days_apart, reasons
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.link.when import days_between, within
from counterclaim.records import (
    Claim,
    EntityKind,
    Manner,
    Modality,
    Polarity,
    Slot,
    Span,
    Statement,
    Unnamed,
    Verdict,
    Who,
)

#: Predicates of what is set in a place, beside those of force.
_HAPPENS = re.compile(
    r"\b(?:land|fall|hit|strike|explode|blow up|go off|detonate|crash|collapse|begin|start|happen|occur|take place"
    r"|shoot|fire|burn|kill|die|wound|injure|clash|fight|seize|abduct|kidnap|arrest|detain|find|sink|attack|shell|bomb|ambush"
    r"|storm|raid|massacre|execute|meet|gather|surrender|assassinate|set|carry out|target|stop|intercept|hold)\b",
    re.I,
)
_DEEDS = re.compile(
    r"\b(?:explo\w+|blast|bomb\w*|shell(?:s|ed|ing)|rockets?|missiles?|str(?:ike|ikes|uck)|raids?|attack\w*|ambush\w*"
    r"|sho(?:t|ts|oting)|gunfire|crash\w*|hit|landed|fell|fighting|combats?|clash\w*|killed|detonat\w+|massacre\w*"
    r"|executed|seized|abducted|kidnapped|arrested|fire|crater|hole|place where|dead)\b",
    re.I,
)
_HELD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
#: "… as was first said", and a place that only such words give.
_FIRST_SAID = re.compile(
    r"\bas (?:was |had been |were |has been |it was )?(?:first |initially |earlier |previously |at first |\w+ )?"
    r"(?:said|reported|claimed|announced|stated|alleged|thought|believed)\b",
    re.I,
)
_BESIDE = re.compile(
    r"(?:in|at|on|near|beside|inside|outside|under|behind|by|off|above|below|north|south|east|west)\b", re.I
)
#: What says that a place is given, where no preposition does: "gave the bridge, and not the port, as the place where".
_SAID_WHERE = re.compile(r"\b(?:place|scene|site|spot|location|where)\b", re.I)
#: Where the wounded die or are treated is not where they were hit.
_TREATED = Sought(
    r"\b(?:die[sd]?|dying|succumb\w*|treat\w*|recover\w*|taken|rushed|admitted|brought|pronounced|received)\b[^.;]{0,40}"
    r"\b(?:hospitals?|clinics?|morgue|mortuary)\b",
    re.I,
)
#: One of several places ("the districts of A, B and C") is not where it was, nor is where the shots came from.
_SEVERAL = re.compile(r"\b(?:neighbou?rhoods|districts|quarters|suburbs|villages|towns|areas)\b[^.;]{0,60}$", re.I)
_FROM = re.compile(r"\bfrom (?:the )?(?:area|direction|side|vicinity) of (?:the )?$", re.I)
_NAME = re.compile(r"(?:(?:in|at|near|on) )?(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}")
_NONE: frozenset[str] = frozenset()
#: Likeness, its places left aside, from which two sites or spots may be of one happening.
_LIKELY, _SURELY, _CERTAIN, _ALIKE = 0.35, 0.45, 0.65, 0.15
#: Reports further apart than this, in days, seldom tell of one place as of the happening of the day.
_DAYS = 3
#: What was longer ago than this, in days, when a report came out is its background.
_OLD = 10
#: Places of one report that are looked at.
_MOST = 30
_SCORE, _CONTRAST = 0.5, 0.6


@dataclass(frozen=True, slots=True)
class _Set:
    """Where a statement sets what happened."""

    record: str
    told: Statement
    telling: Telling
    where: Where
    sites: frozenset[str]
    shown: Span


@dataclass(frozen=True, slots=True)
class _Moved:
    """A statement that says that it was not there (`no`) but here (`yes`)."""

    record: str
    told: Statement
    yes: str
    no: str
    shown: Span
    first_said: bool


def compare_sites(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare sites and spots in one report, and in two of one story."""
    found = {report: list(_all_set(pile, tellings, report))[:_MOST] for report in pile.annotations}
    moved = {report: list(_all_moved(pile, report)) for report in pile.annotations}
    likeness = Likeness.of(pile, tellings)
    for report, answers in moved.items():
        for answer in answers:
            yield from _denied(pile, answer, found[report], "One report gives both.")
            if answer.first_said:
                yield _against_unnamed(pile, answer)
    for one, other in tellings.stories.pairs():
        alike = tellings.stories.alike(one, other)
        why = f"The two reports tell one story (likeness {alike:.2f} of 1)."
        for here, there in ((one, other), (other, one)):
            for answer in moved[here]:
                yield from _denied(pile, answer, found[there], why)
        if pile.origins[one] == pile.origins[other]:
            continue
        for left in _only(found[one]):
            for right in _only(found[other]):
                pile.look()
                if not _other_place(pile, left, right) or not _voices(pile, left, right):
                    continue
                signs = likeness.signs(replace(left.telling, places=_NONE), replace(right.telling, places=_NONE))
                near = bool(left.telling.places & right.telling.places) or not left.where.site
                together = (near and (signs.published_together or signs.published_next_day)) or alike >= _ALIKE
                chance = likeness.chance_of(signs)
                if (together and chance >= (_LIKELY if left.where.site else _SURELY)) or chance >= _CERTAIN:
                    yield _finding(pile, left, right, [why, *reasons(signs)], _SCORE)


def _only(here: Sequence[_Set]) -> Iterator[_Set]:
    """Those places that are the only ones of their kind that a report sets anything in: what it tells of is one."""
    for level in ("site", "village", "quarter"):
        of_level = [at for at in here if at.where.level == level]
        first = of_level[0].where if of_level else None
        if first and all(at.where.site == first.site and one_name(at.where.name, first.name) for at in of_level):
            yield from of_level


def _all_set(pile: Pile, tellings: Tellings, report: str) -> Iterator[_Set]:
    found, text = pile.annotations[report], pile.reports[report].text
    seen: set[tuple[int, str]] = set()
    for claim in sorted(found.claims, key=lambda c: (c.trigger.start, c.id)):
        force = (claim.event or "").startswith("ASSAULT") or _HAPPENS.fullmatch(claim.predicate)
        if not force or claim.polarity is not Polarity.POSITIVE or claim.modality not in _HELD:
            continue
        sentence = sentence_at(text, claim.trigger.start, claim.trigger.end)
        told = pile.statements[claim.statement]
        treated = _TREATED.search(sentence.text)
        for where in _places_of(pile, claim, sentence):
            if _of_the_saying(told, claim, sentence, where):
                continue
            if (sentence.start, where.words) not in seen and not (treated and where.words in treated.group()):
                seen.add((sentence.start, where.words))
                shown = words_of(told, sentence, claim.trigger.start, text) if _inside(told, claim) else sentence
                sites = sites_of(sentence.text)
                yield _Set(claim.id, told, tellings.of_claim(claim), where, sites, shown)


def _inside(told: Statement, claim: Claim) -> bool:
    return any(piece.start <= claim.trigger.start < piece.end for piece in told.content)


def _of_the_saying(told: Statement, claim: Claim, sentence: Span, where: Where) -> bool:
    """Whether a place that opens a sentence is where somebody spoke of what happened: "In parliament, Ms Oss called the
    raid a massacre"."""
    at = sentence.start + sentence.text.find(where.words)
    if told.manner is Manner.NARRATION or told.cue is None or at < sentence.start or not _inside(told, claim):
        return False
    return at + len(where.words) <= told.cue.start < min(piece.start for piece in told.content)


def _places_of(pile: Pile, claim: Claim, sentence: Span) -> Iterator[Where]:
    """The site and the spot that a claim's own part of its sentence names."""
    start, stop = claim.trigger.start - sentence.start, claim.trigger.end - sentence.start
    site = site_in(sentence.text, start, stop)
    if site is not None and not _FROM.search(sentence.text[: sentence.text.find(site.words.split(" ", 1)[-1])]):
        yield site
    for spot in spots_in(pile, claim.report, sentence, claim):
        at = sentence.text.find(spot.name) if spot.name else -1
        if at < 0 or not (_SEVERAL.search(sentence.text[:at]) or _FROM.search(sentence.text[:at])):
            yield spot


def _all_moved(pile: Pile, report: str) -> Iterator[_Moved]:
    found, text = pile.annotations[report], pile.reports[report].text
    for contrast in contrasts_in(text):
        sentence = sentence_at(text, contrast.start, contrast.end)
        told = told_by(found.statements, contrast.end - 1, contrast.end) or next(
            (s for s in found.statements if any(sentence.overlaps(piece) for piece in s.content)), None
        )
        both = _names_place(pile, report, sentence, contrast.no) and (
            _names_place(pile, report, sentence, contrast.yes) or bool(_BESIDE.match(contrast.yes))
        )
        first_said = bool(_FIRST_SAID.search(text[contrast.start : contrast.end + 40])) and _BESIDE.match(contrast.no)
        both = both and bool(_BESIDE.match(contrast.no) or _SAID_WHERE.search(sentence.text))
        if told is None or not (both or (first_said and _DEEDS.search(sentence.text))):
            continue
        near = [c for c in found.claims if c.statement == told.id and sentence.covers(c.trigger)]
        record = min(near, key=lambda c: (abs(c.trigger.start - contrast.start), c.id)).id if near else told.id
        yield _Moved(record, told, contrast.yes, contrast.no, sentence, bool(first_said))


def _names_place(pile: Pile, report: str, sentence: Span, words: str) -> bool:
    """Whether some words of a sentence name a site or a place."""
    at = sentence.text.find(words)
    span = Span.of(pile.reports[report].text, sentence.start + at, sentence.start + at + len(words))
    return (
        bool(sites_of(words))
        or bool(_NAME.fullmatch(words))
        or any(e.kind is EntityKind.PLACE for e in pile.named_in(report, span))
    )


def _against_unnamed(pile: Pile, answer: _Moved) -> Finding:
    """What one voice says against what was said first, by nobody who is named."""
    evidence = [pile.evidence(answer.told.report, answer.shown)] * 2
    text = pile.reports[answer.told.report].text
    for n, words in enumerate((answer.yes, answer.no)):
        at = answer.shown.start + answer.shown.text.find(words)
        evidence[n] = pile.evidence(answer.told.report, Span.of(text, at, at + len(words)))
    why = [f"One says “{answer.yes}”, and that it was said first: “{answer.no}”."]
    nobody = Who(None, "not known", None, Unnamed.ANYONE)
    return Finding(
        judge("compare", (answer.record, answer.told.id), Verdict.CONFLICT, _SCORE, why, evidence, Slot.PLACE),
        f"Where was it: {answer.yes}, or {answer.no}?",
        Answer(answer.record, answer.told.id, answer.yes, evidence[0]),
        Answer(answer.told.id, answer.told.id, answer.no, evidence[1], (nobody,)),
    )


def _denied(pile: Pile, answer: _Moved, here: list[_Set], why: str) -> Iterator[Finding]:
    """Those accounts that have it where a statement says that it was not."""
    sites = sites_of(answer.no) - sites_of(answer.yes)
    for other in here:
        pile.look()
        name = other.where.name
        meant = bool(other.sites & sites) or (bool(name) and name.lower() in answer.no.lower())
        when, came_out = other.telling.when, other.telling.published
        if when and came_out and (came_out - when[1]).days > _OLD:
            continue
        if not meant or other.told.id == answer.told.id or (name and name.lower() in answer.yes.lower()):
            continue
        if pile.holder_key(other.told) != pile.holder_key(answer.told):
            first = f"One sets it {other.where.words}; the other says that it was not so but “{answer.yes}”."
            there = (other.record, other.told, answer.no, other.shown)
            said = (answer.record, answer.told, answer.yes, answer.shown)
            yield _make(pile, there, said, [first, why], _CONTRAST)


def _names(at: _Set) -> frozenset[str]:
    return frozenset(who.name.lower() for who in at.told.sources) if at.told.manner is not Manner.NARRATION else _NONE


def _voices(pile: Pile, left: _Set, right: _Set) -> bool:
    """Whether two accounts are those of two voices of one day, each without the other's place."""
    if left.told.id == right.told.id or pile.holder_key(left.told) == pile.holder_key(right.told):
        return False
    if not _names(left).isdisjoint(_names(right)):
        return False  # "a police source" on two days
    one, other = left.telling, right.telling
    if not within(days_between(one.published, other.published), _DAYS, unknown=True):
        return False
    if days_apart(one.when, other.when):
        return False
    if one.deeds and other.deeds and one.deeds.isdisjoint(other.deeds):
        return False
    if one.cumulative or other.cumulative:
        return False
    texts = [pile.reports[at.told.report].text for at in (left, right)]
    return not (left.where.named_in(texts[1]) or right.where.named_in(texts[0]))


def _other_place(pile: Pile, left: _Set, right: _Set) -> bool:
    one, other = left.where, right.where
    if not one.level or one.level != other.level:
        return False
    if one.site:
        if _other_towns(pile, left, right):
            return False
        may_be_one = any(one.site in pair and other.site in pair for pair in COMPATIBLE)
        return one.site != other.site and not may_be_one
    return not one_name(one.name, other.name) and one.apart(other)


def _other_towns(pile: Pile, left: _Set, right: _Set) -> bool:
    """Whether each is set in a town of its own, that the other's report does not name."""
    one, other = left.telling.places, right.telling.places
    texts = [pile.reports[at.told.report].text.lower() for at in (left, right)]
    named = any(
        pile.entities[place].name.lower() in text
        for places, text in ((one, texts[1]), (other, texts[0]))
        for place in places
    )
    return bool(one and other) and one.isdisjoint(other) and not named


def _finding(pile: Pile, left: _Set, right: _Set, why: list[str], score: float) -> Finding:
    first = f"One sets it {left.where.words}, the other {right.where.words}."
    sides = [(at.record, at.told, at.where.words, at.shown) for at in (left, right)]
    one, other = left.telling, right.telling
    same_day = one.when and one.when == other.when and one.when[0] == one.when[1]
    day = f" on {day_in_words(one.when[0])}" if one.when and same_day else ""
    where = place_words(pile, one, other)
    return _make(pile, sides[0], sides[1], [first, *why], score, f"{where}{day}")


def _make(
    pile: Pile,
    left: tuple[str, Statement, str, Span],
    right: tuple[str, Statement, str, Span],
    why: list[str],
    score: float,
    what: str = "",
) -> Finding:
    evidence = [pile.evidence(told.report, shown) for _, told, _, shown in (left, right)]
    return Finding(
        judge("compare", (left[0], right[0]), Verdict.CONFLICT, score, why, evidence, Slot.PLACE),
        f"Where did this happen{what}: {left[2]} or {right[2]}?",
        Answer(left[0], left[1].id, left[2], evidence[0]),
        Answer(right[0], right[1].id, right[2], evidence[1]),
    )
