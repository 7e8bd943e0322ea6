"""What an account gives as the cause of a crash, a blast, a fire or a death, by the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.link.compare.sayings import Saying, sentences_with, told_by, words_of
from counterclaim.link.compare.wording import pattern, wording
from counterclaim.link.pile import Pile
from counterclaim.records import Modality, Polarity, Span

#: The causes of which no two can both be true, and what they may be causes of. "An attack" names too little beside two
#: kinds of bomb; bombs are no rival of an illness.
RIVALS: dict[frozenset[str], frozenset[str]] = {
    frozenset({"an attack", "an accident"}): frozenset(
        {"plane", "helicopter", "drone", "vessel", "fire", "blast", "collapse"}
    ),
    frozenset({"an accident", "a suicide bomber"}): frozenset({"blast", "fire"}),
    frozenset({"an accident", "a planted bomb"}): frozenset({"blast", "fire", "vessel"}),
    frozenset({"a suicide bomber", "a planted bomb"}): frozenset({"blast"}),
    frozenset({"an attack", "illness"}): frozenset({"death"}),
    frozenset({"an attack", "suicide"}): frozenset({"death"}),
    frozenset({"illness", "suicide"}): frozenset({"death"}),
}
_EFFECT = {name: pattern(words) for name, words in wording("causes")["effects"].items()}
_CAUSE = {name: pattern(words) for name, words in wording("causes")["causes"].items()}
#: Words that take a cause back, or leave it open.
_NOT = re.compile(
    r"\b(?:no|not|never|neither|nor|without|rul(?:e|es|ed|ing) out|den(?:y|ies|ied)|reject\w*|dismiss\w*|whether"
    r"|unclear|if|could|may|might|possib\w+|investigat\w+|suspect\w*|prevent\w*|threat\w*|attempt\w*|foil\w*"
    r"|plan(?:s|ned|ning)?|plot\w*)\b",
    re.I,
)
_CRASH = re.compile(r"\bcrash(?:ed|es|ing)?\b", re.I)
_CRAFT = frozenset({"plane", "helicopter", "drone"})
#: How far before the words of a cause such a word counts, in characters.
_BEFORE = 70
_ANY_CAUSE = pattern([words for kind in wording("causes")["causes"].values() for words in kind])


def causes_of(pile: Pile, report: str) -> Iterator[Saying]:
    """The causes that a report gives, in its order, one saying for each effect that its sentence speaks of."""
    text = pile.reports[report].text
    found = pile.annotations[report]
    for match in sentences_with(text, _ANY_CAUSE):
        words = match.group().rstrip()
        sentence = Span.of(text, match.start(), match.start() + len(words))
        for kind, of_kind in _CAUSE.items():
            said = of_kind.search(words)
            if said is None or _NOT.search(words[max(0, said.start() - _BEFORE) : said.start()]):
                continue
            at = match.start() + said.start()
            told = told_by(found.statements, at, match.start() + said.end())
            if told is None:
                continue
            span = words_of(told, sentence, at, text)
            if any(frozenset({kind, other}) in RIVALS and _CAUSE[other].search(span.text) for other in _CAUSE):
                continue  # "shot down or crashed because of technical faults": these words tell of both
            near = [c for c in found.claims if c.statement == told.id and c.spans[0].start <= at < c.spans[0].end]
            if any(c.polarity is not Polarity.POSITIVE or c.modality is not Modality.FACT for c in near):
                continue
            record = min(near, key=lambda c: (abs(c.trigger.start - at), c.id)).id if near else told.id
            for effect in _effects(span.text):
                yield Saying(record, told, effect, kind, f"{kind} (“{said.group()}”)", span)


def _effects(words: str) -> list[str]:
    """What some words speak of that may have a cause. A crash without a craft may be any craft's."""
    named = [effect for effect, of_effect in _EFFECT.items() if of_effect.search(words)]
    return named if not _CRASH.search(words) or _CRAFT.intersection(named) else [*named, *sorted(_CRAFT)]
