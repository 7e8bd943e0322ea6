"""Agents: accounts lay one deed at different doors.

Two deeds are compared where they can be one: in one report, where who is blamed by the one speaks in the other ("A
accuses B of the gas attack, B says it was C"), or two voices name what was hit and two doers; in two reports, where
they are likely of one happening and name the same target, or each blames the other. Whose doers may be the same
("rebels", a named armed group; a coalition, its member) do not differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.link.compare.asking import object_of, past, place_words, uncounted
from counterclaim.link.compare.charges import CLASS_OF, shortened
from counterclaim.link.compare.deeds import Deed, Deeds, blamed_for, evidence_of
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.pairs import pairs_of
from counterclaim.link.compare.parties import Parties, Sort, differ, same_side
from counterclaim.link.incidents.likeness import Likeness, Signs, days_apart, reasons
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.records import Claim, Slot, Verdict

#: Likeness from which two deeds of two reports are looked at, and from which they are taken for one happening.
_LOOKED_AT, _ONE_HAPPENING = 0.4, 0.6
#: In one report, an answer stands no further from what it answers than this, in characters.
_NEAR = 1500
#: Kinds of deed that somebody did once, as against how it was done.
_BARE = frozenset({"attack", "strike", "hold", "siege", "ceasefire"})


#: Share of the likeness that is left where two accounts of one target put the deed in other words.
_OTHER_VERB = 0.6
_MANY = re.compile(r"\b(?:attacks|massacres|(?:has|have) been (?:responsible|using|behind)|threat of)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Ground:
    """Why two deeds are taken for one: how likely, and in sentences."""

    chance: float
    mutual: bool
    why: tuple[str, ...]


def compare_agents(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare deeds that accounts lay at different doors."""
    deeds = Deeds(pile, tellings, Parties(pile))
    told = {report: deeds.of(report) for report in pile.annotations}
    for report in told:
        yield from _within(pile, told[report])
    yield from _across(pile, tellings, [deed for here in told.values() for deed in here])


def _within(pile: Pile, here: Sequence[Deed]) -> Iterator[Finding]:
    for at, left in enumerate(here):
        for right in here[at + 1 :]:
            if right.span.start - left.span.start > _NEAR:
                break
            pile.look()
            if _one_voice(left, right) or not _differ(pile, left, right):
                continue
            mutual = _mutual(left, right)
            alike = _alike(left, right)
            if left.told and right.told:
                continue
            if _days_part(left, right):
                continue
            if mutual and (alike == "target" or _answers(left, right, alike)):
                yield _finding(pile, left, right, _Ground(0.9, mutual=True, why=("One report gives both.",)))
            elif alike == "target" and not _names_other(left, right):
                yield _finding(pile, left, right, _Ground(0.8, mutual=False, why=("One report gives both.",)))


def _across(pile: Pile, tellings: Tellings, deeds: Sequence[Deed]) -> Iterator[Finding]:
    likeness = Likeness(tellings, pile.frequency, len(pile.reports))
    by_record: dict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        by_record[deed.telling.record].append(deed)
    for one, other in pairs_of(pile, [here[0].telling for here in by_record.values()]):
        for left in by_record[one.record]:
            for right in by_record[other.record]:
                if _one_voice(left, right) or not _differ(pile, left, right):
                    continue
                signs = likeness.signs(left.telling, right.telling)
                chance = likeness.chance_of(signs)
                if chance >= _LOOKED_AT and not _apart(left, right, signs) and _alike(left, right):
                    yield _finding(
                        pile, left, right, _Ground(chance, _mutual(left, right), tuple(reasons(signs))), signs
                    )


def _apart(left: Deed, right: Deed, signs: Signs) -> bool:
    """Whether the two cannot be one, by their days and places; the means may be what is in dispute."""
    return bool(
        signs.surely_other_day
        or signs.other_day
        or (signs.other_places and left.telling.placed and right.telling.placed)
        or left.telling.cumulative
        or right.telling.cumulative
    )


def _differ(pile: Pile, left: Deed, right: Deed) -> bool:
    texts = {pile.reports[deed.statement.report].text for deed in (left, right)}
    return differ(left.doers, right.doers, sorted(texts))


def _one_voice(left: Deed, right: Deed) -> bool:
    """Whether one source tells both, who then speaks of two deeds."""
    if left.statement.id == right.statement.id:
        return True
    return not (left.told or right.told) and bool(left.keys & right.keys)


def _mutual(left: Deed, right: Deed) -> bool:
    """Whether who is blamed by the one speaks in the other."""
    return any(
        same_side(doer, voice)
        for one, other in ((left, right), (right, left))
        for doer in one.doers
        for voice in other.voices
    )


def _alike(left: Deed, right: Deed) -> str:
    """What makes two deeds of one kind: the same target, the same telling kind of deed, or nothing."""
    if left.targets & right.targets:
        return "target"
    if left.targets and right.targets:
        return ""
    return "kind" if (left.kinds & right.kinds) - _BARE else ""


def _answers(left: Deed, right: Deed, alike: str) -> bool:
    """Whether a charge follows another at once: of the same kind, or of what was told before ("blamed the rebels for
    it")."""
    gap = right.span.start - left.span.end
    if alike and (left.blame or right.blame):
        return gap < _NEAR // 2
    return right.points_back and gap < _NEAR // 4


def _days_part(left: Deed, right: Deed) -> bool:
    """Whether the own words of both set them on days that lie apart."""
    if left.telling.carried or right.telling.carried:
        return False
    apart = days_apart(left.telling.when, right.telling.when)
    return apart is not None and apart > 1


def _finding(pile: Pile, left: Deed, right: Deed, ground: _Ground, signs: Signs | None = None) -> Finding:
    evidence = [evidence_of(pile, left), evidence_of(pile, right)]
    why = [f"One has {left.shown} do it, the other {right.shown}."]
    alike = sorted(left.targets & right.targets) or sorted(left.kinds & right.kinds)
    if alike:
        why.append(f"Both speak of: {', '.join(alike)}.")
    if ground.mutual:
        why.append("Who is blamed by the one speaks in the other.")
    verdict, score = _verdict(left, right, ground, signs)
    if verdict is not Verdict.CONFLICT:
        why.append("That both are of one deed, and cannot both hold, is not sure enough.")
    return Finding(
        judge(
            "compare",
            (left.record, right.record),
            verdict,
            score,
            [*why, *ground.why],
            evidence,
            Slot.AGENT,
        ),
        _question(pile, left, right),
        Answer(left.record, left.statement.id, left.shown, evidence[0]),
        Answer(right.record, right.statement.id, right.shown, evidence[1]),
    )


def _verdict(left: Deed, right: Deed, ground: _Ground, signs: Signs | None) -> tuple[Verdict, float]:
    if signs is None:
        return Verdict.CONFLICT, 0.8 if ground.mutual else 0.7
    if ground.chance < _ONE_HAPPENING and not _one_scene(left, right):
        return Verdict.OTHER_INCIDENT, 0.3
    rare = (left.kinds & right.kinds) - _BARE - {"shell"}
    own = left.telling.placed and right.telling.placed and left.telling.places & right.telling.places
    placed = rare and own and not (_general(left) or _general(right))
    if ground.mutual and (left.targets & right.targets or placed):
        return Verdict.CONFLICT, 0.9 * ground.chance
    if left.targets & right.targets and _sure(left) and _sure(right) and not _names_other(left, right):
        return Verdict.CONFLICT, (_OTHER_VERB if _verbs_differ(left, right) else 0.8) * ground.chance
    return Verdict.COMPATIBLE, 0.4 * ground.chance


def _verbs_differ(left: Deed, right: Deed) -> bool:
    """Whether one has blown up what the other has bombarded, so that they may be two deeds."""
    one, other = left.claim, right.claim
    return one is not None and other is not None and one.predicate != other.predicate and not left.kinds & right.kinds


def _general(deed: Deed) -> bool:
    """Whether a charge is of more than one deed ("has been responsible for chlorine attacks")."""
    return bool(_MANY.search((deed.claim.spans[0] if deed.claim else deed.span).text))


def _one_scene(left: Deed, right: Deed) -> bool:
    """Whether both say that the same was hit on the same day at the same place, so that they need no likeness of
    words."""
    one, other = left.telling, right.telling
    same = bool(left.targets & right.targets and one.places & other.places)
    return same and one.when is not None and one.when == other.when and one.when[0] == one.when[1]


def _names_other(left: Deed, right: Deed) -> bool:
    """Whether the sentence of one also names the other's doers, who may have done it with them."""
    return any(
        name in one.telling.sentence.text.lower()
        for one, other in ((left, right), (right, left))
        for party in other.doers
        for name in party.names
    )


def _sure(deed: Deed) -> bool:
    """Whether the doers are named, or of a sort that leaves no doubt."""
    return all(party.sure or party.sort is Sort.ARMED for party in deed.doers)


def _question(pile: Pile, left: Deed, right: Deed) -> str:
    """Who did it, in the words of the account that says most of what was done."""
    best = max((left, right), key=_telling)
    what = object_of(best.claim) if best.claim else ""
    where = place_words(pile, left.telling, right.telling)
    if best.claim is not None and what:
        where = "" if where.removeprefix(" in ").lower() in what.lower() else where
        what = uncounted(what) if _kills(best.claim) else what
        if left.targets & right.targets and _verbs_differ(left, right):
            return f"Who hit {what}{where}?"
        return f"Who {past(best.claim.predicate)} {what}{where}?"
    said = next(filter(None, (blamed_for(deed) for deed in (left, right))), "")
    if said:
        return f"Who is responsible for {said}?"
    kinds = left.kinds & right.kinds or left.kinds | right.kinds
    if name := next((words for kind, words in _NAMES.items() if kind in kinds), None):
        return f"Who is responsible for {name}{where}?"
    return f"Who is behind this: “{shortened(best.claim.spans[0].text if best.claim else best.span.text)}”?"


#: How a question names a kind of deed, the most telling first.
_NAMES = {
    "chemical": "the chemical attack",
    "cluster": "the use of cluster bombs",
    "convoy": "the attack on the convoy",
    "down": "the downing of the aircraft",
    "hospital": "the attack on the hospital",
    "massacre": "the massacre",
    "school": "the attack on the school",
    "shell": "the shelling",
    "strike": "the strike",
    "attack": "the attack",
}


def _kills(claim: Claim) -> bool:
    return CLASS_OF.get(claim.predicate.split()[0]) == "kill"


def _telling(deed: Deed) -> tuple[bool, bool, int]:
    """What makes the better question: a claim with an object that is no count of victims."""
    what = object_of(deed.claim) if deed.claim else ""
    return bool(what), bool(what) and deed.claim is not None and not _kills(deed.claim), len(deed.targets)
