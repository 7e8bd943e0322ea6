"""Gather conflicts into disputes: one question, two or more answers, who holds each, and from how many origins."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from types import MappingProxyType

from counterclaim.link.asked_once import asked_once
from counterclaim.link.compare import Answer, Finding
from counterclaim.link.compare.asking import uncounted
from counterclaim.link.compare.charges import shortened
from counterclaim.link.compare.counts.sides import NO_SIDE
from counterclaim.link.groups import components
from counterclaim.link.held_by import holders_of, told_by_somebody
from counterclaim.link.origins import Copies
from counterclaim.link.pile import Pile
from counterclaim.link.ruled import RuledDisputes, with_aliases
from counterclaim.link.sentences import in_its_sentence
from counterclaim.records import Dispute, Evidence, Judgement, Side, Slot, Verdict, Who, content_id
from counterclaim.records.datelines import dateline

#: Words that are the same to so many characters were not found twice.
_BOILERPLATE = 60
#: Slots of questions that are answered with yes or no.
_WHETHER = frozenset({Slot.POLARITY, Slot.EXISTENCE})


def gather_disputes(
    pile: Pile,
    findings: Sequence[Finding],
    judged: Sequence[Judgement] = (),
    copies: Copies | None = None,
    happening: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Dispute]:
    """The disputes that follow from conflicts, the highest score first. `judged` are the judgements of persons that
    count, the latest first (`link/ruled.py`): they confirm, reject, join and part disputes. `copies` tells which
    words were copied from where, so that each side counts its independent origins; `happening` gives the
    incident of a record."""
    by_slot: dict[Slot, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.judgement.verdict is Verdict.CONFLICT and finding.judgement.slot is not None:
            by_slot[finding.judgement.slot].append(finding)
    ruled = RuledDisputes.of(pile, findings, judged)
    made: list[Dispute] = []
    updates = [finding for finding in findings if finding.judgement.verdict is Verdict.UPDATE]
    for slot in sorted(by_slot):
        conflicts = ruled.conflicts(_without_raised(pile, by_slot[slot], updates))
        answers = {a.record: a for f in conflicts for a in (f.left, f.right)}
        order = sorted(answers, key=lambda record: _place(pile, answers[record]))
        alike = reprinted(pile, answers.values()) + _asked_again(pile, conflicts, happening)
        beside = ruled.together(alike) + ruled.joined(slot, order)
        pairs = [(f.left.record, f.right.record) for f in conflicts] + beside
        for group in components(order, pairs):
            inside = [f for f in conflicts if f.left.record in group]
            kept = [f for f in inside if not ruled.rejected(f)] or inside
            left = {a.record for f in kept for a in (f.left, f.right)}
            again = [(f.left.record, f.right.record) for f in kept] + [p for p in beside if left.issuperset(p)]
            several = [
                _dispute(
                    pile,
                    slot,
                    [answers[r] for r in part],
                    [f for f in kept if f.left.record in part],
                    ruled,
                    copies,
                    happening,
                )
                for part in components([record for record in group if record in left], again)
            ]
            # What a person took out of a dispute that goes on without it still leads there.
            lost = [content_id("dispute", slot.value, record) for record in group if record not in left]
            made += [with_aliases(several[0], lost), *several[1:]]
    made = _still_led_to(made, findings)
    yield from sorted(asked_once(made), key=lambda dispute: (-dispute.score, dispute.id))


def _still_led_to(made: Sequence[Dispute], findings: Sequence[Finding]) -> list[Dispute]:
    """Disputes, also found under the names of numbers that are no side of theirs but were with fewer reports."""
    named = {name: at for at, dispute in enumerate(made) for name in (dispute.id, *dispute.aliases)}
    more: dict[int, list[str]] = defaultdict(list)
    for finding in findings:
        if finding.judgement.slot is None or finding.judgement.reasons[-1:] != (NO_SIDE,):
            continue
        slot = finding.judgement.slot.value
        names = [content_id("dispute", slot, answer.record) for answer in (finding.left, finding.right)]
        for name, other in (names, reversed(names)):
            if name in named and other not in named:
                named[other] = named[name]
                more[named[name]].append(other)
    return [with_aliases(dispute, more[at]) if at in more else dispute for at, dispute in enumerate(made)]


def _without_raised(pile: Pile, conflicts: Sequence[Finding], updates: Sequence[Finding]) -> list[Finding]:
    """Conflicts without those with a number that only raises one which is in conflict already: whoever differs with the
    first toll of a body differs with its later one, and that is no further answer."""
    raised: dict[str, set[str]] = defaultdict(set)
    differ = {answer.record for f in conflicts for answer in (f.left, f.right)}
    for finding in updates:
        if finding.left.record in differ and finding.right.record in differ:
            first, last = sorted((finding.left, finding.right), key=lambda answer: _place(pile, answer))
            raised[last.record].add(first.record)
    joined = {frozenset((f.left.record, f.right.record)) for f in conflicts}
    return [
        f
        for f in conflicts
        if not any(
            frozenset((one.record, earlier)) in joined
            for one, other in ((f.left, f.right), (f.right, f.left))
            for earlier in raised.get(other.record, ())
        )
    ]


def reprinted(pile: Pile, answers: Iterable[Answer]) -> list[tuple[str, str]]:
    """Answers that are the same words of one origin, or the same long words of any: a dispute that was reprinted, or
    that an outlet puts below each of its reports, is one dispute."""
    first: dict[tuple[str, str, str], str] = {}
    pairs = []
    for answer in answers:
        words = " ".join(answer.evidence.text.lower().split())
        origin = "" if len(words) >= _BOILERPLATE else pile.origins[answer.evidence.report]
        record = first.setdefault((origin, answer.words, words), answer.record)
        if record != answer.record:
            pairs.append((record, answer.record))
    return pairs


def _asked_again(pile: Pile, conflicts: Sequence[Finding], happening: Mapping[str, str]) -> list[tuple[str, str]]:
    """Answers of conflicts with one theme (who denies, who is accused, of what kind of deed) or one question whether
    that are of one happening: those of one incident, or of one report. They ask one question in other words."""
    first: dict[tuple[object, ...], str] = {}
    pairs = []
    for finding in conflicts:
        themes = [theme for theme in (finding.theme, _whether(finding)) if theme]
        for answer, theme in product((finding.left, finding.right), themes):
            incident = happening.get(answer.record)
            for of in (answer.evidence.report, *((incident,) if incident else ())):
                record = first.setdefault((theme, of), finding.left.record)
                if record != finding.left.record:
                    pairs.append((record, finding.left.record))
    return pairs


def _whether(finding: Finding) -> tuple[str, ...]:
    """The question of a finding, where it is answered with yes or no."""
    return (finding.question,) if finding.judgement.slot in _WHETHER else ()


def _place(pile: Pile, answer: Answer) -> tuple[int, int, str]:
    return pile.rank(answer.evidence.report), answer.evidence.start, answer.record


def _dispute(
    pile: Pile,
    slot: Slot,
    answers: Sequence[Answer],
    findings: Sequence[Finding],
    ruled: RuledDisputes,
    copies: Copies | None,
    happening: Mapping[str, str],
) -> Dispute:
    """One dispute. It is named after its first record in the order of dates; the others' names are its aliases."""
    ids = [content_id("dispute", slot.value, answer.record) for answer in answers]
    best = max(findings, key=lambda f: (f.judgement.score, f.judgement.id))
    questions = Counter(f.question for f in findings)
    question = max(questions, key=lambda q: (questions[q], q == best.question, q))
    findings = _without_none_of_some(pile, slot, answers, findings)
    kept = {answer.record for finding in findings for answer in (finding.left, finding.right)}
    answers = [answer for answer in answers if answer.record in kept] or list(answers)
    sides = _by_answer(_worded(answers, [f for f in findings if f.question == question]), findings)
    return Dispute(
        id=ids[0],
        aliases=tuple(ids[1:]),
        incident=next((happening[a.record] for a in answers if a.record in happening), None),
        question=question,
        slot=slot,
        score=best.judgement.score,
        reasons=best.judgement.reasons,
        within_report=len({a.evidence.report for a in answers}) == 1,
        sides=tuple(
            _side(pile, words, said, copies, holders_of(pile, slot, said, opposed))
            for words, group in sides.items()
            for opposed in [[a for other in sides.values() if other is not group for a in other]]
            for said in [told_by_somebody(pile, slot, group, opposed)]
        ),
        status=ruled.status_of(findings, ids),
        judgements=tuple(sorted(f.judgement.id for f in findings)),
    )


def _without_none_of_some(
    pile: Pile, slot: Slot, answers: Sequence[Answer], findings: Sequence[Finding]
) -> Sequence[Finding]:
    """Findings on how many without those in which somebody who counts some himself says that there were none: none of
    some kind, then ("six gunmen were killed, and no civilian was hurt")."""
    if slot is not Slot.COUNT:
        return findings
    voices = {
        a.record: pile.holder_key(pile.statements[a.statement]) for a in answers if a.statement in pile.statements
    }
    counting = {voices.get(a.record) for a in answers if a.words != "none"}
    some = {a.record for a in answers if a.words == "none" and voices.get(a.record, "?") in counting}
    kept = [f for f in findings if some.isdisjoint((f.left.record, f.right.record))]
    return kept or findings


def _worded(answers: Sequence[Answer], asking: Sequence[Finding]) -> list[Answer]:
    """The answers in words that answer what these findings ask, as far as one of their sort does: "Tarvia asked first"
    is no answer to who asked whom, though it is of one sort with "its premier asked the president"."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for answer in (a for f in asking for a in (f.left, f.right) if a.sort):
        said[answer.sort][answer.words] += 1
    best = {sort: max(words, key=lambda one: (words[one], one)) for sort, words in said.items()}
    return [a if a.words in said.get(a.sort, {}) else replace(a, words=best.get(a.sort, a.words)) for a in answers]


def _by_answer(answers: Sequence[Answer], findings: Sequence[Finding]) -> dict[str, list[Answer]]:
    """The answers of each side, by the words of its first. Two answers that are set against each other are never one
    side: if they are the same words (a person may say that two times 31 killed are two accounts), each side has those
    that it stands in behind it."""
    words: dict[str, str] = {}
    grouped: dict[str, list[Answer]] = defaultdict(list)
    whom = all(finding.judgement.slot is Slot.PATIENT for finding in findings)
    for answer in answers:
        # "20 armed men" and "armed men" answer whom it hit alike, from whichever comparison they come
        bare = uncounted(answer.words).lower() if whom else answer.words
        name = words.get(bare) or words.get(answer.sort or answer.words, answer.words)
        words.setdefault(bare, name)
        words.setdefault(answer.sort or answer.words, name)
        grouped[name].append(answer)
    against = {frozenset((f.left.record, f.right.record)) for f in findings}
    sides: dict[str, list[Answer]] = {}
    for words_of, alike in grouped.items():
        parted = _parted(alike, against)
        for group in parted:
            name = words_of if len(parted) == 1 else f"{words_of} (“{shortened(group[0].evidence.text)}”)"
            sides[name if name not in sides else f"{name}, in another report"] = group
    return sides


def _parted(alike: Sequence[Answer], against: set[frozenset[str]]) -> list[list[Answer]]:
    """Answers in as few groups as it takes that no two of a group are set against each other."""
    parted: list[list[Answer]] = []
    for answer in alike:
        free = (group for group in parted if all(frozenset((a.record, answer.record)) not in against for a in group))
        group = next(free, None)
        if group is None:
            parted.append([answer])
        else:
            group.append(answer)
    return parted


def _sentence(pile: Pile, evidence: Evidence) -> Evidence:
    """The same evidence as the whole of its sentence, without a dateline before it."""
    report = pile.reports[evidence.report]
    whole, told_from = in_its_sentence(evidence, report.text), dateline(report)[1]
    if not whole.start < told_from < whole.end:
        return whole
    return Evidence(report.id, told_from, whole.end, report.text[told_from : whole.end])


def _side(pile: Pile, words: str, answers: Sequence[Answer], copies: Copies | None, holders: tuple[Who, ...]) -> Side:
    return Side(
        answer=words,
        holders=holders,
        statements=tuple(dict.fromkeys(a.statement for a in answers)),
        evidence=tuple(dict.fromkeys(_sentence(pile, a.evidence) for a in answers)),
        origins=copies.independent([a.evidence for a in answers])
        if copies
        else len({pile.origins[a.evidence.report] for a in answers}),
    )
