"""Polarity: one account says that somebody did it, the accused (or somebody else) that they did not.

A denial is set against what it answers in its own report: the nearest charge against who denies where it only says
"the accusations", else whatever charge tells of the same kind of deed. Where its own report has none, charges of
other reports of those days that name the same are taken; where nobody says it, "unnamed" stands on the other side,
since somebody must have said what is denied.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.link.compare.charges import shortened
from counterclaim.link.compare.denials.charges import Assertion, assertions_in
from counterclaim.link.compare.denials.opposed import compare_opposed
from counterclaim.link.compare.denials.pairs import (
    Reason,
    is_beside,
    may_be_charged,
    names_beside,
    of_one_deed,
    of_one_kind,
    one_voice,
    points_to_one,
    refers_to,
    sets_apart,
    share_telling_name,
    shares_thing,
    tells_of,
)
from counterclaim.link.compare.denials.parties import names_in, share_name, skeleton
from counterclaim.link.compare.denials.questions import ask, on_its_day
from counterclaim.link.compare.denials.records import Denial, accuser_of, denials_in
from counterclaim.link.compare.denials.retold import compare_retold
from counterclaim.link.compare.denials.scope import out_of_reach, theme_of
from counterclaim.link.compare.denials.words import alike, is_known
from counterclaim.link.compare.finding import UNNAMED, Answer, Finding
from counterclaim.link.compare.whole_questions import ask_anyhow
from counterclaim.link.incidents.likeness import Likeness, reasons, set_apart
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.when import published, windows
from counterclaim.records import Evidence, Slot, Span, Verdict

#: Who denies what another report says does so in as many days; that something was made up is said for longer.
_DAYS, _FABRICATED_DAYS = 7, 31
#: Assertions of one kind that name one thing in one window of time that are looked at.
_MOST = 200
#: Likeness from which two reports are taken to tell of one happening though they share no telling name.
_ONE_HAPPENING = 0.75
#: The same where the denial names nothing beside the parties, both speak of one thing, and came out within so many
#: days of each other.
_PERHAPS_ONE, _AT_ONCE = 0.35, 3
#: Charges of other reports that one denial is set against.
_SHOWN = 6
#: Rank of a charge that only stands beside the denial.
_BESIDE = 3
#: Who speaks of the same kind of deed so near a denial, in characters, may be who it answers.
_NEARBY = 1500
#: Words by which a denial tells that somebody said so.
_CHARGE = re.compile(r"\b(?:accus|alleg|claim|charge|report|rumou?r|suggest|assert|complain)\w*\b", re.I)
#: "Any such weapons" does not tell by itself what is denied.
_SUCH = re.compile(r"\bsuch\b", re.I)
_BESIDE_IT = re.compile(r",?\s(?:saying|adding|insisting|calling|accusing|dismissing|stressing)\b", re.I)
#: Whose word it is that is denied: "the claims in Ober's suit", "allegations by the union Orm".
_WHOSE = re.compile(
    r"\b(?P<own>[A-Z][\w-]+)['’]s (?:\w+ )?(?:claims?|allegations?|accusations?|assertions?|law ?suit|suit|version)\b"
    r"|\b(?:claims?|allegations?|accusations?|assertions?) (?:made )?by (?:the )?(?P<by>[A-Z][\w-]+)"
)
#: Score of a near miss.
_APART = 0.3
#: By how often a reader found such a pair right (benchmarks/labels/disputes.jsonl; right + 1 of read + 2): 8 of 8 that
#: refer back, 9 of 10 of a deed denied, 3 of 4 of nobody named; of what is only negated, or denied in another report,
#: too few were read, and it stands between. Where a denial does not even tell of a charge ("untold"), 1 of 13 is in
#: the gold of invented reports: it is shown, below all others.
_SCORE = {"refers": 0.9, "deed": 0.83, "negated": 0.7, "across": 0.7, "unnamed": 0.65, "untold": 0.35}
_NOBODY_NAMED = "No report names who says so: these are the words of what is denied."
_UNASKED = "What they differ on cannot be asked in one whole sentence."
_Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A denial with what it answers, or, `apart`, with what it does not."""

    no: Denial
    yes: Assertion
    pattern: str
    joined: tuple[str, ...]
    apart: Reason | None = None


def compare_denials(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare what is denied with what is asserted, in one report and across reports; then what came off or not
    (`opposed.py`), and plain negations (`retold.py`), where the statements were not compared yet."""
    denied = {report: list(denials_in(pile, report)) for report in pile.annotations}
    asserted = {report: list(assertions_in(pile, report)) for report in pile.annotations if denied[report]}
    blocks = _blocks(pile, tellings, denied, asserted)
    likeness = Likeness.of(pile, tellings)
    unanswered: list[Denial] = []
    answered: set[_Key] = set()
    judged: set[frozenset[str]] = set()
    settled: set[str] = set()
    for report, denials in denied.items():
        for denial in denials:
            pairs = [*_answered(pile, tellings, denial, asserted[report])]
            pairs += _best(pile, _across(pile, tellings, likeness, denial, blocks))
            yield from (_conflict(pile, tellings, pair) for pair in pairs)
            surely = [pair for pair in pairs if pair.apart is None or is_known(pair.no.kinds)]
            judged.update(frozenset((pair.no.statement.id, pair.yes.statement.id)) for pair in surely)
            settled.update(pair.no.statement.id for pair in pairs if pair.apart is None)
            if all(pair.apart for pair in pairs):
                unanswered.append(denial)
            else:
                answered.update(_keys(pile, report, denial.kinds, denial.denier.actors, _DAYS))
    more = [*compare_opposed(pile, tellings), *compare_retold(pile, tellings)]
    more.sort(key=lambda found: found.judgement.verdict is not Verdict.CONFLICT)
    told = _records(finding for finding in more if finding.judgement.verdict is Verdict.CONFLICT)
    for denial in unanswered:
        if denial.record in told or denial.statement.id in told or (denial.claim and denial.claim.id in told):
            continue  # somebody is named for it
        again = answered.intersection(_keys(pile, denial.report, denial.kinds, denial.denier.actors, _DAYS))
        voiced = _voiced(denial, asserted[denial.report])
        finding = None if again else _against_unnamed(pile, denial, voiced)
        if finding is not None:
            yield finding
    for finding in more:
        both = frozenset((finding.left.statement, finding.right.statement))
        if both not in judged and finding.left.statement not in settled:
            judged.add(both)
            yield finding


def _records(findings: Iterable[Finding]) -> frozenset[str]:
    """The records that findings set against each other, with the statements of these."""
    return frozenset(r for f in findings for a in (f.left, f.right) for r in (a.record, a.statement))


def _answered(pile: Pile, tellings: Tellings, denial: Denial, asserted: Sequence[Assertion]) -> Iterator[_Pair]:
    """What a denial answers in its own report: the charge that is nearest, or that tells most of the same."""
    found: list[tuple[int, int, int, str, Assertion]] = []
    pattern = "refers" if denial.refers else "deed" if denial.stated else "negated"
    joined = ("One report gives both.",)
    whose = frozenset(name.lower() for names in _WHOSE.findall(denial.words.text) for name in names if name)
    for charge in asserted:
        pile.look()
        if whose and not any(share_name(whose, names_in(who.name)) for who in pile.holders(charge.statement)):
            continue
        inside = denial.words.overlaps(charge.claim.trigger)
        if one_voice(pile, denial, charge) or (inside and not denial.holders):
            continue
        rank = refers_to(pile, denial, charge) if denial.refers else tells_of(pile, denial, charge)
        beside = rank is None and is_beside(pile, denial, charge)
        if rank is None and not beside:
            continue
        words = charge.claim.spans[0]
        apart = None if denial.refers or beside else sets_apart(pile, tellings, denial, charge, denial.words, words)
        apart = apart or out_of_reach(pile, tellings, denial, charge)
        if apart is not None:
            yield _Pair(denial, charge, pattern, joined, apart)
            continue
        away = abs(denial.shown.start - charge.statement.content[0].start)
        found.append((_BESIDE if rank is None else rank, away, charge.claim.trigger.start, charge.claim.id, charge))
    best = min(found, key=lambda entry: entry[:4], default=None)
    if best is not None:
        yield _Pair(denial, best[-1], pattern, joined)


def _blocks(
    pile: Pile, tellings: Tellings, denied: dict[str, list[Denial]], asserted: dict[str, list[Assertion]]
) -> dict[_Key, list[Assertion]]:
    """The charges that a denial of another report may answer: by kind, by name, and by time."""
    wanted = {
        key
        for report, denials in denied.items()
        for denial in denials
        if _looks_across(denial)
        for key in _keys_of_denial(pile, tellings, denial)
    }
    kinds: dict[int, set[str]] = defaultdict(set)
    for kind, _, window in wanted:
        kinds[window].add(kind)
    found: dict[_Key, list[Assertion]] = defaultdict(list)
    for report in pile.annotations:
        day = published(pile, report)
        here = (
            frozenset(k for w in windows(day.toordinal(), _FABRICATED_DAYS) for k in kinds[w]) if day else frozenset()
        )
        for charge in asserted.get(report, assertions_in(pile, report, here)) if here else ():
            for key in _keys_of_charge(pile, tellings, charge):
                if key in wanted:
                    found[key].append(charge)
    return found


def _looks_across(denial: Denial) -> bool:
    return not denial.refers and bool(denial.kinds) and not points_to_one(denial)


def _keys_of_denial(pile: Pile, tellings: Tellings, denial: Denial) -> Iterator[_Key]:
    here = tellings.at(denial.report, denial.words.start, denial.words.end)
    names = names_in(here.sentence.text) | _names_of(pile, here.places)
    yield from _keys(pile, denial.report, denial.kinds, names)


def _keys_of_charge(pile: Pile, tellings: Tellings, charge: Assertion) -> Iterator[_Key]:
    """The blocks of a charge: by kind, by each name in its sentence or scene, and by time."""
    scene = tellings.scenes[charge.claim.id]
    names = names_in(scene.sentence.text) | _names_of(pile, scene.places)
    yield from _keys(pile, charge.claim.report, charge.kinds, names)


def _names_of(pile: Pile, places: frozenset[str]) -> frozenset[str]:
    return frozenset(name for place in places for name in names_in(pile.entities[place].name))


def _keys(
    pile: Pile, report: str, kinds: frozenset[str], names: frozenset[str], width: int = _FABRICATED_DAYS
) -> Iterator[_Key]:
    day = published(pile, report)
    bones = sorted({skeleton(name) for name in names})
    for kind in sorted(kinds) if day else ():
        for name in bones:
            for window in windows(day.toordinal() if day else 0, width):
                yield kind, name, window


def _across(
    pile: Pile, tellings: Tellings, likeness: Likeness, denial: Denial, blocks: dict[_Key, list[Assertion]]
) -> Iterator[_Pair]:
    """Charges of other reports that a denial answers."""
    day = published(pile, denial.report)
    if day is None or not _looks_across(denial):
        return
    here = tellings.at(denial.report, denial.words.start, denial.words.end)
    seen: set[str] = set()
    for key in _keys_of_denial(pile, tellings, denial):
        for charge in blocks.get(key, ())[:_MOST]:
            pile.look()
            other = published(pile, charge.claim.report)
            within = _FABRICATED_DAYS if denial.fabricated else _DAYS
            if charge.claim.report == denial.report or charge.claim.id in seen or other is None:
                continue
            seen.add(charge.claim.id)
            if abs((day - other).days) > within or one_voice(pile, denial, charge):
                continue
            if not of_one_kind(denial, charge) or not of_one_deed(denial, charge):
                continue
            there = tellings.of_claim(charge.claim)
            signs = likeness.signs(here, there)
            ours, theirs = (names_beside(t.sentence, denial, charge) for t in (here, there))
            telling = bool(here.places & there.places) or share_telling_name(tellings, ours, theirs)
            chance = likeness.chance_of(signs)
            alike = not ours and abs((day - other).days) <= _AT_ONCE and shares_thing(denial, charge)
            if not telling and chance < (_PERHAPS_ONE if alike else _ONE_HAPPENING):
                continue
            apart = sets_apart(pile, tellings, denial, charge, here.sentence, there.sentence)
            apart = apart or out_of_reach(pile, tellings, denial, charge)
            elsewhere = bool(here.places and there.places) and not here.places & there.places and not telling
            other_day = signs.surely_other_day or bool(signs.other_deed)
            if apart is None and (elsewhere or other_day or (set_apart(here, there) and not telling)):
                apart = Verdict.OTHER_INCIDENT, _set_apart_by(here.when, there.when)
            yield _Pair(denial, charge, "across", tuple(reasons(signs)), apart)


def _best(pile: Pile, pairs: Iterable[_Pair]) -> list[_Pair]:
    """Of what a denial answers in other reports, one of each voice and no more than a reader takes in; near misses,
    as many."""
    kept: dict[tuple[bool, str], _Pair] = {}
    ranked = sorted(pairs, key=lambda p: (-len(p.no.told & p.yes.told), not p.yes.charged, p.yes.claim.id))
    for pair in ranked:
        kept.setdefault((pair.apart is None, pile.holder_key(pair.yes.statement)), pair)
    conflicts, apart = ([p for p in kept.values() if (p.apart is None) is right] for right in (True, False))
    return conflicts[:_SHOWN] + apart[:_SHOWN]


def _set_apart_by(here: tuple[object, object] | None, there: tuple[object, object] | None) -> str:
    if here and there and here != there:
        return f"They are dated {here[0]} and {there[0]}."
    return "Their places or means are different."


def _conflict(pile: Pile, tellings: Tellings, pair: _Pair) -> Finding:
    no, yes = pair.no, pair.yes
    evidence = [_evidence(pile, no), _cut_off(pile, yes, no)]
    denier = " and ".join(who.name for who in no.holders or pile.holders(no.statement)) or "A source"
    voice = " and ".join(who.name for who in pile.holders(yes.statement)) or "A source"
    why = [
        f"{denier} denied it: “{shortened(evidence[0].text, 160)}”.",
        f"{voice} said so: “{shortened(evidence[1].text, 160)}”.",
        *pair.joined,
    ]
    verdict, score = Verdict.CONFLICT, _SCORE[pair.pattern]
    if pair.apart is not None:
        verdict, score = pair.apart[0], _APART
        why.append(pair.apart[1])
    question = ask(pile, no, yes)
    if not question and verdict is Verdict.CONFLICT:
        verdict, score = Verdict.COMPATIBLE, _APART
        why.append(_UNASKED)
    left = no.record if no.record != yes.claim.id else no.statement.id
    # Whether there was an attack at all is another question than who did it, though one claim may answer both.
    right = yes.statement.id if no.fabricated else yes.claim.id
    return Finding(
        judge("compare", sorted([left, right]), verdict, score, why, evidence, _slot(no)),
        on_its_day(pile, tellings, question, no, yes) if question else ask_anyhow(evidence[1].text),
        Answer(left, no.statement.id, "no, it was made up" if no.fabricated else "no", evidence[0], no.holders),
        Answer(right, yes.statement.id, "yes, it happened" if no.fabricated else "yes", evidence[1]),
        theme=theme_of(no, yes),
    )


def _slot(denial: Denial) -> Slot:
    return Slot.EXISTENCE if denial.fabricated else Slot.POLARITY


def _voiced(denial: Denial, asserted: Sequence[Assertion]) -> Assertion | None:
    """Who else speaks of the same kind of deed near a denial, and so may be who says what is denied."""
    names = {name for name in names_in(denial.words.text) if not share_name((name,), denial.denier.names)}
    near = [
        charge
        for charge in asserted
        if charge.charged
        and charge.statement.id != denial.statement.id
        and not denial.words.overlaps(charge.claim.trigger)
        and abs(charge.claim.trigger.start - denial.words.start) <= _NEARBY
        and alike(denial.kinds, charge.kinds, near=True)
        and (may_be_charged(denial, charge) or share_name(names, names_in(charge.shown.text)))
    ]
    return min(near, key=lambda c: (abs(c.claim.trigger.start - denial.words.start), c.claim.id), default=None)


def _against_unnamed(pile: Pile, denial: Denial, voiced: Assertion | None) -> Finding | None:
    """A denial that nobody is named for: somebody must have said it. A near miss where somebody is `voiced` who may
    have."""
    claim = denial.claim
    if (
        not denial.stated
        or not is_known(denial.kinds)
        or denial.refers
        or claim is None
        or denial.holders
        or points_to_one(denial)
    ):
        return None
    denied = _denied(pile, denial)
    evidence = [_evidence(pile, denial), pile.evidence(denial.report, denied)]
    denier = " and ".join(who.name for who in pile.holders(denial.statement)) or "A source"
    accuser = accuser_of(pile, denial)
    by = f"By these words it answers {accuser.name}." if accuser else _NOBODY_NAMED
    why = [f"{denier} denied it: “{shortened(evidence[0].text, 160)}”.", by]
    unsure = _SUCH.search(denied.text) is not None
    charged = _CHARGE.search(denial.shown.text)
    if voiced is not None:
        who = " and ".join(who.name for who in pile.holders(voiced.statement)) or "A source"
        why[1] = f"It may answer what {who} says, and not enough tells whether it does."
    elif unsure:
        why[1] = "What is denied points to words before it, and does not say it by itself."
    question = ask(pile, denial, None)
    if not question:
        why.append(_UNASKED)
    elif not (charged or unsure or voiced or accuser):
        why[1] = "No report says so; that it is denied tells that somebody did."
    apart = unsure or voiced is not None or not question
    score = _SCORE["unnamed"] if charged else _SCORE["untold"]
    verdict, score = (Verdict.COMPATIBLE, _APART) if apart else (Verdict.CONFLICT, score)
    left = denial.statement.id
    return Finding(
        judge("compare", sorted([left, claim.id]), verdict, score, why, evidence, Slot.POLARITY),
        question or ask_anyhow(denied.text),
        Answer(left, left, "no", evidence[0]),
        Answer(claim.id, left, "yes", evidence[1], (accuser or UNNAMED,)),
    )


def _denied(pile: Pile, denial: Denial) -> Span:
    """The words that carry what is denied, without what the denier says beside it."""
    stop = _BESIDE_IT.search(denial.words.text)
    if stop is None or stop.start() == 0:
        return denial.words
    start = denial.words.start
    return Span.of(pile.reports[denial.report].text, start, start + stop.start())


def _evidence(pile: Pile, denial: Denial) -> Evidence:
    return pile.evidence(denial.report, denial.shown)


def _cut_off(pile: Pile, yes: Assertion, no: Denial) -> Evidence:
    """The words of the charge, without the denial where both stand in one sentence."""
    span = yes.shown
    if yes.claim.report == no.report and span.overlaps(no.shown):
        span = yes.claim.spans[0]
        if span.start < no.shown.start < span.end:
            span = Span.of(pile.reports[no.report].text, span.start, no.shown.start)
    return pile.evidence(yes.claim.report, span)
