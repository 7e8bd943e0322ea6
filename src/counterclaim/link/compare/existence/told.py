"""Things that an account only mentions ("are held in secret camps", "declared a famine") and another denies.

No claim is made of what a sentence names in passing, so the words themselves are looked at: the denial's own noun with
what stands before it, behind an article or a preposition, in a sentence that names the same place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from counterclaim.link.compare.denials.parties import names_in, share_name
from counterclaim.link.compare.denials.spans import known, sentence_end, sentence_start, shown
from counterclaim.link.compare.nouns import head_noun, tells
from counterclaim.link.pile import Pile
from counterclaim.link.when import published, windows
from counterclaim.records import Act, Claim, Manner, Polarity, Span, Statement

#: A state of affairs is told of and denied within as many days.
_DAYS = 3
_BEHIND = r"\b(?:an?|in|at|of|from|by|under|with|into)\s+(?:the\s+)?"
#: Where something is feared, wanted, denied, or has come to an end or back, it is not said to be there.
_NOT_THERE = re.compile(
    r"\b(?:no|not|never|without|if|whether|could|may|might|would|will|plan\w*|prevent\w*|avoid\w*|warn\w*|risk\w*|"
    r"fear\w*|threat\w*|den(?:y|ies|ied)|restor\w*|return\w*|reopen\w*|resum\w*|lift\w*|end(?:ed|s)?|alleged\w*|"
    r"suspect\w*|search\w*|call\w*)\b|n['’]t\b",
    re.I,
)


def told_of(pile: Pile, denials: list[tuple[Claim, str]]) -> Iterator[tuple[Claim, Statement, Span]]:
    """For each denial (its claim, and the thing as it names it), the statements of others that mention it there."""
    reports: dict[int, list[str]] = defaultdict(list)
    for report in pile.annotations:
        day = published(pile, report)
        for window in windows(day.toordinal(), _DAYS) if day else ():
            reports[window].append(report)
    for claim, thing in denials:
        day = published(pile, claim.report)
        names = names_in(claim.spans[0].text) - names_in(thing)
        if day is None or not names or not tells(head_noun(thing)):
            continue
        mention = re.compile(rf"{_BEHIND}{re.escape(thing.removesuffix('s'))}(?:s|es)?\b", re.I)
        near = {report: None for window in windows(day.toordinal(), _DAYS) for report in reports[window]}
        for report in near:
            found = _mentioned(pile, report, claim, mention, names) if report != claim.report else None
            if found is not None:
                yield claim, *found


def _mentioned(
    pile: Pile, report: str, claim: Claim, mention: re.Pattern[str], names: frozenset[str]
) -> tuple[Statement, Span] | None:
    text = pile.reports[report].text
    if not mention.search(text):
        return None
    for statement in pile.annotations[report].statements:
        sourced = statement.manner is not Manner.NARRATION and known(pile, statement)
        if not sourced or statement.act in {Act.DENY, Act.REFUSE, Act.ASK, Act.THREATEN}:
            continue
        if pile.holder_key(statement) == pile.holder_key(pile.statements[claim.statement]):
            continue
        cue = f"{statement.cue.text} " if statement.cue else ""
        for piece in statement.content:
            match = mention.search(f" {piece.text}")
            if match is None:
                continue
            at = piece.start + max(0, match.start() - 1)
            words = Span.of(text, max(piece.start, sentence_start(text, at)), min(piece.end, sentence_end(text, at)))
            if _NOT_THERE.search(cue + words.text) or not share_name(names, names_in(words.text)):
                continue
            if not any(c.polarity is Polarity.NEGATIVE and words.covers(c.trigger) for c in _claims(pile, report)):
                return statement, shown(pile, statement, words)
    return None


def _claims(pile: Pile, report: str) -> tuple[Claim, ...]:
    return pile.annotations[report].claims
