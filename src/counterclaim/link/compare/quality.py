"""Quality: whether a thing is what it should be. One calls an election free and fair, another rigged; one says that
aid was enough, another that it was not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.link.compare.finding import Finding
from counterclaim.link.compare.nouns import singular
from counterclaim.link.compare.sayings import Kind, Saying, compare_sayings, sentences_with, told_by, words_of
from counterclaim.link.compare.wording import alternatives, pattern, wording
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import Slot, Span

_BE = (
    r"(?:is|was|are|were|(?:had|has|have|would|will) (?:be|been)|be|being|as"
    r"|(?:is|was|are|were)n[’']?t)"
)
_NOT = r"(?:not|never|neither|no longer|far from|hardly)"
_BETWEEN = r"(?: (?!(?:but|and|while|as|because|or|after|before)\b)[\w’'-]+){0,4}?"
_HEDGES = r"(?: (?:[a-z]+ly|quite|very|so|all|both|more|an?|the|in fact|considered|regarded as|deemed|described as))*"


def _said(scale: dict[str, list[str]]) -> re.Pattern[str]:
    """A pattern for a thing that is, or is not, at one end of a scale."""
    things, good, bad = (alternatives(scale[name]) for name in ("things", "good", "bad"))
    return re.compile(
        rf"\b(?P<thing>{things})\b{_BETWEEN} (?P<be>{_BE})(?P<not> {_NOT})?{_HEDGES} (?P<how>{good}|{bad})\b", re.I
    )


_SCALES = [
    (name, _said(scale), re.compile(alternatives(scale["good"]), re.I))
    for name, scale in wording("qualities")["qualities"].items()
]
_ANY_QUALITY = pattern(
    [words for scale in wording("qualities")["qualities"].values() for words in (*scale["good"], *scale["bad"])]
)
_ASKED = re.compile(
    r"\b(?:if|whether|unless|should|must|until|to ensure|calls? for|called for|demand\w*|want\w*)\b", re.I
)


def compare_quality(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare what accounts say of the quality of one thing."""
    sayings = [saying for report in pile.annotations for saying in qualities_of(pile, report)]
    yield from compare_sayings(pile, tellings, sayings, Kind(Slot.QUALITY, _rivals, _question, _why))


def qualities_of(pile: Pile, report: str) -> Iterator[Saying]:
    """What a report says of qualities, in its order."""
    text = pile.reports[report].text
    statements = pile.annotations[report].statements
    for match in sentences_with(text, _ANY_QUALITY):
        words = match.group().rstrip()
        sentence = Span.of(text, match.start(), match.start() + len(words))
        for scale, said_of, good in _SCALES:
            said = said_of.search(words)
            if said is None or _ASKED.search(words[: said.end()]):
                continue
            at = match.start() + said.start("how")
            told = told_by(statements, at, match.start() + said.end("how"))
            if told is None:
                continue
            denied = bool(said["not"]) or said["be"].lower().endswith("t")
            well = bool(good.fullmatch(said["how"])) != denied
            thing = singular(said["thing"].lower())
            shown = words_of(told, sentence, at, text)
            yield Saying(told.id, told, f"{scale}: {thing}", scale if well else f"not {scale}", said.group(), shown)


def _rivals(left: Saying, right: Saying) -> bool:
    return left.answer != right.answer


def _question(left: Saying, _right: Saying) -> str:
    scale, thing = left.topic.split(": ")
    return f"Is the {thing} {scale}?"


def _why(left: Saying, right: Saying) -> str:
    return f"Of the same kind of thing one says “{left.words}”, the other “{right.words}”."
