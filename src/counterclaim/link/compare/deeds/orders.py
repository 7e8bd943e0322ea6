"""Orders: by one account the officer on the spot gave it, by the other it came from the ministry.

An order is given once, by one: two voices that name two who gave it differ. What was ordered has to be one thing, as
far as both say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from counterclaim.link.compare.deeds.told import told_together
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.nouns import singular
from counterclaim.link.compare.sayings import told_by, words_of
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.incidents.likeness import days_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Act, Slot, Span, Statement

_WHO = (
    r"(?P<who>(?:(?!\b(?:at|on|in|to|that|who|which|when|after|before|and|but|by|as|for)\b)[^.;:,“”\"])+"
    r"(?:(?:on the spot|on duty|in charge|in command)\b(?:, (?:[A-Z][\w’'-]+ ?){1,4})?)?)"
)
_WHAT = r"(?:\s+to\s+(?P<what>[^.;:,]{3,60}?))?"
_ORDER = rf"\b(?:the|an|that|this)\s+order\b{_WHAT}\s+"
#: An order with who gave it.
_ORDERS = (
    Sought(rf"{_ORDER}(?:was|had been|has been)\s+(?:given|issued|signed)\s+by\s+{_WHO}", re.I),
    Sought(rf"{_ORDER}(?:had |has )?(?:come|came|comes)\s+(?:straight |directly )?from\s+{_WHO}", re.I),
    Sought(
        r"(?:^|[,;:“\"]\s*|\b(?:that|said)\s+)(?P<who>(?:the |an? )?(?:[\w’'-]+\s+){1,5}?)"
        rf"(?:had |has |himself |herself )*(?:gave|given|issued|signed)\s+(?:the|that|this)\s+order\b{_WHAT}"
        r"(?=[,.;”\"]|$|\s)",
        re.I,
    ),
)
_NOT = re.compile(r"\b(?:not|never|no|nobody|den(?:y|ies|ied)|whether|if|would|could|may|might|who)\b|n['’]t\b", re.I)
_WORD = re.compile(r"[\w’'-]{3,}")
_ANY = frozenset("the spot officer himself herself his her its their own that this order said".split())
_NEAR, _BEFORE, _WITHIN, _ACROSS = 900, 40, 0.65, 0.55


@dataclass(frozen=True, slots=True)
class _Order:
    """An order that somebody is said to have given: to do `what`, by `who`."""

    record: str
    told: Statement
    who: str
    what: str
    words: frozenset[str]
    telling: Telling
    shown: Span


def compare_orders(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare who is said to have given one order."""
    found = {report: list(_orders(pile, tellings, report)) for report in pile.annotations}
    for here in found.values():
        for left, right in combinations(here, 2):
            if right.shown.start - left.shown.start <= _NEAR and _differ(pile, left, right):
                yield _finding(pile, left, right, "One report gives both.", _WITHIN)
    if not any(found.values()):
        return
    for one, other in told_together(pile, tellings):
        for left in found[one]:
            for right in found[other]:
                pile.look()
                if _differ(pile, left, right) and (_stems(left.what) & _stems(right.what)):
                    yield _finding(pile, left, right, "Their reports tell one story.", _ACROSS)


def _orders(pile: Pile, tellings: Tellings, report: str) -> Iterator[_Order]:
    text, found = pile.reports[report].text, pile.annotations[report]
    if "order" not in text:
        return
    for pattern in _ORDERS:
        for match in pattern.finditer(text):
            told = told_by(found.statements, *match.span("who"))
            sentence = sentence_at(text, *match.span("who"))
            before = text[max(sentence.start, match.start() - _BEFORE) : match.start()]
            if told is None or told.act is Act.DENY or _NOT.search(before) or _NOT.search(match.group()):
                continue
            who = " ".join(match["who"].split())
            words = frozenset(singular(w.lower()) for w in _WORD.findall(who)) - _ANY
            if not words:
                continue
            claims = [
                c for c in found.claims if match.start() <= c.trigger.start < match.end() and c.statement == told.id
            ]
            what = " ".join((match.groupdict().get("what") or "").split())
            telling = tellings.at(report, *match.span("who"))
            shown = words_of(told, sentence, match.start("who"), text)
            yield _Order(claims[0].id if claims else told.id, told, who, what, words, telling, shown)


def _differ(pile: Pile, left: _Order, right: _Order) -> bool:
    """Whether two voices have two give one order."""
    if left.told.id == right.told.id or pile.holder_key(left.told) == pile.holder_key(right.told):
        return False
    if left.words & right.words or (left.what and right.what and not _stems(left.what) & _stems(right.what)):
        return False
    one, other = left.telling, right.telling
    return not days_apart(one.when, other.when) or one.carried or other.carried


def _stems(words: str) -> frozenset[str]:
    return frozenset(word.lower()[:5] for word in _WORD.findall(words)) - {"the", "and"}


def _finding(pile: Pile, left: _Order, right: _Order, why: str, score: float) -> Finding:
    evidence = [pile.evidence(order.told.report, order.shown) for order in (left, right)]
    what = next((f" to {order.what}" for order in (left, right) if order.what), "")
    return conflict(
        Slot.AGENT, score, f"Who gave the order{what}: {left.who} or {right.who}?",
        [f"By one account {left.who} gave it, by the other {right.who}.", why],
        *(Answer(o.record, o.told.id, o.who, e) for o, e in zip((left, right), evidence, strict=True)),
    )  # fmt: skip
