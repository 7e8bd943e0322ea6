"""Why: one account has an offensive launched to empty the land, another in reprisal for an attack.

Reasons are free words, so that two of them are set against each other only where both are named as such ("in order to",
"owing to", "was a reprisal"), of one kind of deed, by two voices of one story, and share no word that tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.compare.sayings import CEILING, told_by, words_of
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.incidents.likeness import Likeness, days_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Modality, Polarity, Slot, Span, Statement

#: Deeds and states of which it is asked why, by what they may also be called.
_DEEDS = {
    "the offensive": r"offensive|operations?|campaign|assault|storming|invasion|incursion|burning of \w+|burned",
    "the strike": r"(?:air ?)?strikes?|raids?|bombing|bombardment|shelling|attack|blast|explosion",
    "the killing": r"killings?|executed|execution|murder\w*|massacre|beheaded|shot",
    "the fighting": r"fight(?:ing)?|clash\w*|battles?|violence",
    "the truce": r"truce|cease-?fire|pause|halt in",
    "the withdrawal": r"withdr\w+|retreat\w*|pull(?:ed|ing)? ?out|left the (?:town|city|area|village)|departure",
    "the delay": r"delay\w*|held up(?! (?:an?|the|his|her|their|signs?|banners?)\b)|postpon\w+|stalled|suspend\w+",
    "the failure": r"fail(?:ed|ure|s)|collaps\w+|broke down|called off|cancel\w+",
    "the closure": r"clos(?:ed|ure)|shut|blocked|blockade|siege",
    "the arrest": r"arrest\w*|detain\w*|detention",
    "the flight": r"fled|flight|displace\w+|leaving their homes",
    "the outage": r"outage|blackout|cut off",
    "the loss": r"sank|sinking|crash\w*|was lost|were lost|came down",
    "the visit": r"had gone there|visit(?:ed)?|had come there|had travelled",
    "the resignation": r"resign\w*|stepped down|dismiss\w+|sacked",
    "the protest": r"demonstrat\w+|protest\w*|came to the checkpoint|rall(?:y|ied)",
}
_DEED = {name: Sought(rf"\b(?:{words})\b", re.I) for name, words in _DEEDS.items()}
_WHY = Sought(
    r"\b(?:in order to|so as to|with the (?:aim|purpose|goal|intention) of"
    r"|(?:its|the|their|his|her|whose) (?:only |real |true |main )?(?:aim|purpose|goal|intention|motive|reason)\b"
    r"[^.;]{0,40}?\b(?:was|were|is)"
    r"|(?:was|were|been) (?:meant|intended|designed|ordered) to"
    r"|in (?:retaliation|revenge|response|reprisal|answer) (?:for|to)"
    r"|(?:was|were|as) (?:an? |only an? )?(?:reprisal|retaliation|revenge|response|punishment|answer)"
    r"|owing to|due to(?! (?:be|begin|start|open|end|meet|arrive|leave|return|resume|expire|take|vote)\b)"
    r"|because|on account of|out of (?:care|fear|concern|need|pity|respect|goodwill)|for fear of"
    r"|explained [^.;]{3,40}? by|on the grounds (?:that|of)|on charges of|as punishment for"
    r"|(?:fight\w*|clash\w*|quarrel\w*|fell out|disagreement|dispute) over)\b(?P<reason>[^.;]{0,120})",
    re.I,
)
_NOT = re.compile(r"\b(?:not|no|never|n['’]t|neither|nor)\b[^.;,]{0,20}$", re.I)
#: What goes on is no one deed: "they attack us because …".
_AT_LARGE = re.compile(
    r"\b(?:they|we|you|people|who|i|always|never|often)\s+(?:attack|bomb|strike|kill|shoot|fight|protest|fail|flee|"
    r"raid)\b[^.;]*$",
    re.I,
)
_WORD = re.compile(r"[a-z]{5,}")
_NEAR, _ALIKE = 700, 0.1
#: In a larger pile two reasons are at least so likely of one happening.
_LIKELY = 0.5
#: Who says so, behind the reason.
_SAID = re.compile(r",? (?:[\w’'-]+ ){0,5}?(?:said|says|told [\w ]+)$")
#: No more characters of a reason are shown.
_SHOWN = 90


@dataclass(frozen=True, slots=True)
class _Reason:
    """Words by which a statement says why, and of which deeds."""

    record: str
    told: Statement
    deeds: frozenset[str]
    words: str
    telling: Telling
    shown: Span


def compare_reasons(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare why, in one report and in two of one story."""
    found = {report: list(_all(pile, tellings, report)) for report in pile.annotations}
    for here in found.values():
        for left, right in combinations(here, 2):
            pile.look()
            if abs(right.shown.start - left.shown.start) <= _NEAR and _rivals(pile, left, right):
                yield _finding(pile, left, right, "One report gives both.")
    few, likeness = few_reports(pile), Likeness.of(pile, tellings)
    for one, other in tellings.stories.pairs():
        alike = tellings.stories.alike(one, other)
        if pile.origins[one] == pile.origins[other] or alike < _ALIKE:
            continue
        for left in found[one]:
            for right in found[other]:
                pile.look()
                if not few:
                    signs = likeness.signs(left.telling, right.telling)
                    if not signs.place or likeness.chance_of(signs) < _LIKELY:
                        continue
                if _rivals(pile, left, right) and not days_apart(left.telling.when, right.telling.when):
                    yield _finding(pile, left, right, f"The two reports tell one story (likeness {alike:.2f} of 1).")


def _all(pile: Pile, tellings: Tellings, report: str) -> Iterator[_Reason]:
    text, found = pile.reports[report].text, pile.annotations[report]
    for match in _WHY.finditer(text):
        sentence = sentence_at(text, match.start(), match.end())
        told = told_by(found.statements, match.start(), match.start() + 2)
        before = text[sentence.start : match.start()]
        clause = text[sentence.start : match.start("reason")]
        deeds = frozenset(name for name, of_deed in _DEED.items() if of_deed.search(clause))
        if told is None or not deeds or _NOT.search(before) or _AT_LARGE.search(before):
            continue
        near = [c for c in found.claims if c.statement == told.id and sentence.covers(c.trigger)]
        claim = min(near, key=lambda c: (abs(c.trigger.start - match.start()), c.id)) if near else None
        if claim and (claim.polarity is not Polarity.POSITIVE or claim.modality in _UNREAL):
            continue
        words = _shortened(match.group())
        shown = words_of(told, sentence, match.start(), text)
        telling = tellings.at(report, match.start(), match.end())
        yield _Reason(claim.id if claim else told.id, told, deeds, words, telling, shown)


def _shortened(words: str) -> str:
    """The words of a reason, no longer than a glance takes in, up to the end of a part of the sentence or of a word."""
    words = _SAID.sub("", " ".join(words.split()))
    if len(words) > _SHOWN:
        words = words[:_SHOWN]
        parts = words.rsplit(",", 1) if words.rfind(",") > _SHOWN // 2 else words.rsplit(" ", 1)
        words = parts[0]
    return re.sub(
        r"(?:\s(?:the|an?|of|and|or|by|in|on|at|to|for|with|that|which|its|their|his|her))+$", "", words.rstrip(" ,")
    )


_UNREAL = frozenset({Modality.CONDITION, Modality.HYPOTHESIS, Modality.COMMAND})


def _rivals(pile: Pile, left: _Reason, right: _Reason) -> bool:
    """Whether two reasons are of one deed, by two voices, and have no telling word in common."""
    if left.record == right.record or left.told.id == right.told.id or not left.deeds & right.deeds:
        return False
    if pile.holder_key(left.told) == pile.holder_key(right.told):
        return False
    one, other = left.telling, right.telling
    if one.placed and other.placed and one.places and other.places and one.places.isdisjoint(other.places):
        return False
    words = [set(_WORD.findall(reason.words.lower())) - _MARKS for reason in (left, right)]
    return not words[0] & words[1]


_MARKS = frozenset("order because account response reprisal retaliation revenge grounds owing meant".split())


def _finding(pile: Pile, left: _Reason, right: _Reason, why: str) -> Finding:
    evidence = [pile.evidence(reason.told.report, reason.shown) for reason in (left, right)]
    deed = sorted(left.deeds & right.deeds)[0]
    reasons = [f"Of {deed} one says why: “{left.words}”; the other: “{right.words}”.", why]
    return conflict(
        Slot.CAUSE,
        CEILING - 0.1,
        f"What was the reason for {deed}?",
        reasons,
        Answer(left.record, left.told.id, left.words, evidence[0]),
        Answer(right.record, right.told.id, right.words, evidence[1]),
    )
