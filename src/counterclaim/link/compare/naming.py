"""Naming: the same act or the same people under names that take sides, and who uses which.

Names are compared, never chosen between. Three kinds: what one actor does ("counter-offensive", "aggression"), what a
body is called in as many words ("sees them as a partner", "calls them terrorists"), and what the counted are called in
two counts that are of the same people ("39 rebels", "39 terrorists").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.sayings import CEILING, sentences_with, told_by, words_of
from counterclaim.link.compare.wording import pattern, wording
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.link.when import days_apart_out, within
from counterclaim.records import EntityKind, Evidence, Figure, Slot, Span, Statement, Verdict, Who

#: Names that do not go together, the one list against the other.
_ACT = [(pattern(pair["one"]), pattern(pair["other"])) for pair in wording("names")["acts"]]
_ANY_ACT = pattern([words for pair in wording("names")["acts"] for words in (*pair["one"], *pair["other"])])
_PERSON = [(pattern(pair["one"]), pattern(pair["other"])) for pair in wording("names")["people"]]
_CALLS = Sought(
    r"\b(?:call(?:s|ed|ing)?|describ(?:es?|ed|ing)|label(?:s|led|ling|ed)?|brand(?:s|ed)?|dub(?:s|bed)?|regard(?:s|ed)?"
    r"|sees?|saw|consider(?:s|ed)?|views?|viewed|denounc(?:es?|ed)|designat(?:es?|ed)|deem(?:s|ed)?)\b"
    r" (?P<whom>(?:[\w’'-]+ ){1,5}?)(?:as |to be )?(?:an? |the |\")*(?P<name>[\w-]+(?: [\w-]+){0,2})",
    re.I,
)
#: How far before the noun of an act its owner may stand, in characters, and what may stand between them.
_BESIDE = 40
_OURS = re.compile(r"\bour (?:\w+ )?$", re.I)
_OF = re.compile(r" (?:by|of|from) (?:the )?", re.I)
_GAP = re.compile(r"(?:['’]s?)? (?:[a-z-]+ )?")
#: Whose acts have names. A person's name is too often part of a longer one ("the Marsh government").
_ACTORS = (EntityKind.STATE, EntityKind.ORGANIZATION, EntityKind.GROUP)
#: Acts of one actor are one campaign for this long, in days.
_CAMPAIGN = 30
#: Namings of one actor that are looked at.
_MOST = 120


@dataclass(frozen=True, slots=True)
class _Act:
    """A name that a statement gives to what an actor does: which `end` of which `family` of rival names."""

    actor: str
    whose: str
    told: Statement
    family: int
    end: int
    name: str
    shown: Evidence


def compare_naming(pile: Pile, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Compare the names of acts and people. `findings` are those of counts, which say which counts are of the same
    people."""
    yield from _acts(pile)
    yield from _bodies(pile)
    yield from _counted(pile, findings)


def _acts(pile: Pile) -> Iterator[Finding]:
    """What one actor does, under two names."""
    named: dict[str, list[_Act]] = defaultdict(list)
    for report in pile.annotations:
        for act in _acts_in(pile, report):
            named[act.actor].append(act)
    for actor in sorted(named):
        here = named[actor][:_MOST]
        for at, left in enumerate(here):
            for right in here[at + 1 :]:
                pile.look()
                if left.family == right.family and left.end != right.end and _near(pile, left, right):
                    question = f"What is it that {left.whose} did called: “{left.name}” or “{right.name}”?"
                    answers = [Answer(a.told.id, a.told.id, f"“{a.name}”", a.shown) for a in (left, right)]
                    finding = _finding(pile, question, answers, [f"Both speak of what {left.whose} does."])
                    if finding is not None:
                        yield finding


def _acts_in(pile: Pile, report: str) -> Iterator[_Act]:
    text = pile.reports[report].text
    for match in sentences_with(text, _ANY_ACT):
        words = match.group().rstrip()
        for family, pair in enumerate(_ACT):
            for end, names in enumerate(pair):
                for said in names.finditer(words):
                    start, stop = match.start() + said.start(), match.start() + said.end()
                    told = told_by(pile.annotations[report].statements, start, stop)
                    whose = _whose(pile, told, start, stop) if told else None
                    actor = pile.actor(whose) if whose else None
                    if told is not None and whose is not None and actor is not None:
                        shown = words_of(told, Span.of(text, match.start(), match.start() + len(words)), start, text)
                        name = said.group().lower()
                        yield _Act(actor, whose.name, told, family, end, name, pile.evidence(report, shown))


def _whose(pile: Pile, told: Statement, start: int, stop: int) -> Who | None:
    """Whose act it is: who stands before its noun ("Kandar's aggression", "the Kandari aggression") or after it ("the
    aggression of Kandar", "by Kandar"); the speaker where it is "our"."""
    text = pile.reports[told.report].text
    before = text[max(0, start - _BESIDE) : start]
    if _OURS.search(before):
        return told.sources[0] if len(told.sources) == 1 else None
    follows = _OF.match(text, stop)
    mentions = [m for m in pile.annotations[told.report].mentions if m.entity]
    if follows is not None:
        near = [m for m in mentions if m.span.start == follows.end()]
    else:
        near = [m for m in mentions if m.span.end <= start and _GAP.fullmatch(text, m.span.end, start)]
    if not near:
        return None
    mention = max(near, key=lambda m: (m.span.end - m.span.start, m.id))
    entity = pile.entity(Who(mention.entity, mention.span.text))
    return Who(entity.id, entity.name) if entity and entity.kind in _ACTORS else None


def _bodies(pile: Pile) -> Iterator[Finding]:
    """What a body is called in as many words."""
    named: dict[str, list[tuple[Statement, int, int, str, str, Evidence]]] = {}
    for report in pile.annotations:
        text = pile.reports[report].text
        for match in sentences_with(text, _CALLS):
            for said in _CALLS.finditer(match.group()):
                for family, pair in enumerate(_PERSON):
                    for end, names in enumerate(pair):
                        name = names.match(said["name"])
                        if name is None:
                            continue
                        at = match.start() + said.start("whom")
                        whom = Span.of(text, at, match.start() + said.end("whom"))
                        told = told_by(pile.annotations[report].statements, at, whom.end)
                        bodies = [e for e in pile.named_in(report, whom) if e.kind is not EntityKind.PLACE]
                        if told is None or not bodies:
                            continue
                        sentence = Span.of(text, match.start(), match.start() + len(match.group().rstrip()))
                        shown = pile.evidence(report, words_of(told, sentence, at, text))
                        row = (told, family, end, name.group(), bodies[0].name, shown)
                        named.setdefault(bodies[0].id, []).append(row)
    for body in sorted(named):
        here = named[body][:_MOST]
        for i, left in enumerate(here):
            for right in here[i + 1 :]:
                pile.look()
                if left[1] == right[1] and left[2] != right[2]:
                    question = f"What is {left[4]} called: “{left[3]}” or “{right[3]}”?"
                    answers = [Answer(r[0].id, r[0].id, f"“{r[3]}”", r[5]) for r in (left, right)]
                    if (found := _finding(pile, question, answers, [f"Both name {left[4]}."])) is not None:
                        yield found


def _counted(pile: Pile, findings: Iterable[Finding]) -> Iterator[Finding]:
    """What the counted are called where two counts are of the same people."""
    for finding in findings:
        judgement = finding.judgement
        if judgement.verdict not in (Verdict.SAME, Verdict.CONFLICT) or judgement.slot is not Slot.COUNT:
            continue
        left, right = pile.figures.get(finding.left.record), pile.figures.get(finding.right.record)
        if left is None or right is None:
            continue
        names = _rival_names(left, right)
        if names is not None:
            question = f"What are those counted here called: “{names[0]}” or “{names[1]}”?"
            answers = [
                Answer(f.id, answer.statement, f"“{name}”", answer.evidence)
                for f, name, answer in zip((left, right), names, (finding.left, finding.right), strict=True)
            ]
            why = ["Their counts are taken for counts of the same people.", *judgement.reasons[:1]]
            if (found := _finding(pile, question, answers, why)) is not None:
                yield found


def _rival_names(left: Figure, right: Figure) -> tuple[str, str] | None:
    for pair in _PERSON:
        for one, other in (pair, pair[::-1]):
            a, b = one.search(left.of or ""), other.search(right.of or "")
            if a and b and not other.search((left.of or "").replace(a.group(), "")) and not one.search(right.of or ""):
                return a.group(), b.group()
    return None


def _finding(pile: Pile, question: str, answers: Sequence[Answer], why: Sequence[str]) -> Finding | None:
    """A conflict where two voices name it; nothing where it is one voice."""
    one, other = (pile.statements[answer.statement] for answer in answers)
    if pile.holder_key(one) == pile.holder_key(other):
        return None
    left, right = answers
    reasons = [*why, f"One says {left.words}, the other {right.words}; which name fits is not judged here."]
    between = (left.record, right.record)
    evidence = [left.evidence, right.evidence]
    return Finding(
        judge("compare", between, Verdict.CONFLICT, CEILING - 0.1, reasons, evidence, Slot.NAMING),
        question,
        left,
        right,
    )


def _near(pile: Pile, left: _Act, right: _Act) -> bool:
    return within(days_apart_out(pile, left.told.report, right.told.report), _CAMPAIGN, unknown=True)
