"""Agents: accounts lay one deed at different doors.

Two deeds are compared where they can be one: in one report, where who is blamed by the one speaks in the other ("A
accuses B of the gas attack, B says it was C"), or two voices name what was hit and two doers; in two reports that tell
one story, where what they say of the deed is weighed (`agent_grounds.py`). Whose doers may be the same ("rebels", a
named armed group; a coalition, its member) do not differ, unless who speaks is one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from counterclaim.link.compare.deeds.agent_grounds import BARE, Ground, Grounds, mutual, of_first_shot
from counterclaim.link.compare.deeds.agent_sides import of_one_deed
from counterclaim.link.compare.deeds.asked import who_did_it
from counterclaim.link.compare.deeds.general import is_one
from counterclaim.link.compare.deeds.orders import compare_orders
from counterclaim.link.compare.deeds.parties import Parties
from counterclaim.link.compare.deeds.party import Sort, differ, same_side
from counterclaim.link.compare.deeds.party_words import names_of
from counterclaim.link.compare.deeds.told import Deed, Deeds, evidence_of, told_together
from counterclaim.link.compare.deeds.words import BACK, FIRST_SHOT, OPENS, VIOLENT_NOUN
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.incidents.likeness import days_apart
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.records import Act, EntityKind, PassageKind, Slot, Verdict

#: In one report, an answer stands no further from what it answers than this, in characters.
_NEAR = 1500
#: Weight from which deeds of two reports are looked at, and from which they are shown as one deed.
_LOOKED_AT, _SHOWN = 1.0, 2.2
#: The same where both name one target.
_SHOWN_OF_ONE_TARGET = 1.6
#: The score of what is just shown, of each weight more, and of the surest.
_LEAST, _STEP, _MOST = 0.5, 0.08, 0.8
_WEAPONS = frozenset("bomb shell rocket missile mortar grenade bullet mine explosive projectile munition".split())
_STAGED = re.compile(r"\b(?:footage|pictures?|videos?|scenes?|films?)\b[^.;]*\b(?:staged|faked|fabricated)\b", re.I)
_OWNS_UP = re.compile(r"\b(?:claim|admit|acknowledg|confess|(?:took|takes|taken) responsib)", re.I)
#: Two charges of one thing stand no further apart than this, in characters.
_BESIDE = 100
#: So many letters of a word for doers are the same in "gendarmes" and "gendarmerie".
_STEM = 7
_GIVES_BOTH = ("One report gives both.",)


def compare_agents(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare deeds that accounts lay at different doors."""
    deeds = Deeds(pile, tellings, Parties.in_(pile))
    lands = frozenset(e.name.lower() for e in pile.entities.values() if e.kind in (EntityKind.PLACE, EntityKind.STATE))
    told = {
        report: [d for d in deeds.of(report) if not (_of_places(d, lands) or _of_no_doer(d))]
        for report in pile.annotations
    }
    grounds = Grounds(pile, tellings, deeds, told)
    one = {report: [d for d in here if is_one(pile, d)] for report, here in told.items()}
    within = (finding for report in one for finding in _within(pile, one[report], grounds))
    found = [*within, *_across(pile, tellings, one, grounds)]
    yield from compare_orders(pile, tellings)
    yield from found if few_reports(pile) else of_one_deed(found)


def _of_places(deed: Deed, lands: frozenset[str]) -> bool:
    """Whether a doer is but a row of places, as lists of keywords give them ("Tarvia Dorvik")."""
    named = [doer.shown.lower() for doer in deed.doers]
    return any(" " in words and words not in lands and lands.issuperset(words.split()) for words in named)


def _of_no_doer(deed: Deed) -> bool:
    """Whether it is a weapon that did it, or what was done is to tell of it: who staged footage of an attack is not
    said to have carried it out."""
    weapons = all(head_noun(doer.shown) in _WEAPONS for doer in deed.doers)
    return weapons or bool(_STAGED.search(deed.telling.sentence.text))


def _within(pile: Pile, here: Sequence[Deed], grounds: Grounds) -> Iterator[Finding]:
    for at, left in enumerate(here):
        for right in here[at + 1 :]:
            if right.span.start - left.span.start > _NEAR:
                break
            pile.look()
            if _one_voice(left, right) or not _differ(pile, left, right) or (left.told and right.told):
                continue
            if _days_part(left, right) or (not right.points_back and grounds.of_each_other(left, right)):
                continue
            both, alike = mutual(left, right), _alike(left, right)
            if both and (alike == "target" or _answers(left, right, alike)):
                yield _finding(pile, left, right, Ground(0.8, telling=True, mutual=True, why=_GIVES_BOTH), shown=True)
            elif _both_blame(left, right) or (alike == "target" and _set_apart(left, right, grounds)):
                yield _finding(pile, left, right, Ground(0.7, telling=True, mutual=False, why=_GIVES_BOTH), shown=True)


def _across(pile: Pile, tellings: Tellings, told: Mapping[str, Sequence[Deed]], grounds: Grounds) -> Iterator[Finding]:
    """Deeds of two reports that tell one story."""
    for one, other in told_together(pile, tellings):
        for left in told.get(one, ()):
            for right in told.get(other, ()):
                if (left.side or left.shown) == (right.side or right.shown):
                    continue  # both lay it at one door
                pile.look()
                if _one_voice(left, right):
                    continue
                if not (_differ(pile, left, right) or grounds.denies(left, right) or grounds.denies(right, left)):
                    continue
                ground = grounds.across(left, right)
                if ground is None or not ground.telling or ground.weight < _LOOKED_AT:
                    continue
                if not _heads_both(pile, left, right):
                    alone = bool(left.things & right.things) or of_first_shot(left, right)
                    shown = ground.weight >= (_SHOWN_OF_ONE_TARGET if alone else _SHOWN)
                    yield _finding(pile, left, right, replace(ground, weight=_score(ground)), shown=shown)


def _heads_both(pile: Pile, left: Deed, right: Deed) -> bool:
    """Whether two outlets tell it in their own voices, and the headline of one names the other's doers: "Gendarmerie
    frees seven", below which it was a group of theirs."""
    if not (left.told and right.told):
        return False
    return any(_headed(pile, one.statement.report, other) for one, other in ((left, right), (right, left)))


def _headed(pile: Pile, report: str, deed: Deed) -> bool:
    whole = pile.reports[report]
    heads = " ".join(p.text for p in whole.passages if p.kind is PassageKind.HEADLINE).lower()
    return all(head_noun(doer.shown).lower()[:_STEM] in heads for doer in deed.doers)


def _score(ground: Ground) -> float:
    """How likely two deeds with these grounds are one that is in dispute."""
    return round(max(0.3, min(_MOST, _LEAST + _STEP * (ground.weight - _SHOWN))), 3)


def _differ(pile: Pile, left: Deed, right: Deed) -> bool:
    """Whether the two name different doers. Who speaks of "rebels" does not mean the armed group it speaks for."""
    if _person(pile, left) != _person(pile, right) and not mutual(left, right):
        return False  # a man does it for those whom the other account names
    if _owns_up(left, right) or _owns_up(right, left):
        return False
    if _of_one_state(left, right):
        return False
    texts = {pile.reports[deed.statement.report].text for deed in (left, right)}
    if differ(left.doers, right.doers, sorted(texts)):
        return True
    return any(
        all(doer.sort is Sort.ARMED and not doer.names for doer in one.doers)
        and all(any(same_side(voice, doer) for voice in one.voices) for doer in other.doers)
        for one, other in ((left, right), (right, left))
    )


def _owns_up(one: Deed, other: Deed) -> bool:
    """Whether who did it by one account says so themselves, and speaks in the other as well: of a man of theirs."""
    spoken = any(same_side(voice, doer) for voice in one.voices for doer in one.doers if not voice.inferred)
    claimed = spoken or (one.statement.cue is not None and bool(_OWNS_UP.search(one.statement.cue.text)))
    named = names_of(other.telling.sentence.text)
    spoken = any(same_side(voice, doer) for voice in other.voices for doer in one.doers)
    return claimed and (spoken or any(doer.names & named for doer in one.doers))


def _of_one_state(left: Deed, right: Deed) -> bool:
    """Whether one has only "the government" or "the armed forces" do it, and the other some body of a state, which may
    be that state's."""
    if not all(doer.sort is Sort.STATE for deed in (left, right) for doer in deed.doers):
        return False
    return any(not any(doer.states for doer in deed.doers) for deed in (left, right))


def _person(pile: Pile, deed: Deed) -> bool:
    known = (pile.entities.get(doer.entity or "") for doer in deed.doers)
    return any(entity is not None and entity.kind is EntityKind.PERSON for entity in known)


def _one_voice(left: Deed, right: Deed) -> bool:
    """Whether one source tells both, who then speaks of two deeds."""
    if left.statement.id == right.statement.id:
        return True
    return not (left.told or right.told) and bool(left.keys & right.keys)


def _alike(left: Deed, right: Deed) -> str:
    """What makes two deeds of one kind: the same target, the same telling kind of deed, or nothing."""
    if left.targets & right.targets or of_first_shot(left, right):
        return "target"
    if left.targets and right.targets:
        return ""
    return "kind" if (left.kinds & right.kinds) - BARE else ""


def _answers(left: Deed, right: Deed, alike: str) -> bool:
    """Whether a charge follows another at once: of the same kind, or of what was told before ("blamed the rebels for
    it")."""
    gap = right.span.start - left.span.end
    if alike and (left.blame or right.blame):
        return gap < _NEAR // 2
    return right.points_back and gap < _NEAR // 4


def _set_apart(left: Deed, right: Deed, grounds: Grounds) -> bool:
    """Whether both tell of their target themselves, and neither names the other's doers too."""
    return not (left.lent or right.lent or grounds.names_other(left, right))


def _both_blame(left: Deed, right: Deed) -> bool:
    """Whether two voices side by side blame two for one thing, which the second names ("the government blames the
    Front, and relatives blame the army, for the killings")."""
    near = 0 <= right.span.start - left.span.end <= _BESIDE
    charges = all(deed.statement.act is Act.ACCUSE and deed.points_back for deed in (left, right))
    own = any(" for " in piece.text or " of " in piece.text for piece in left.statement.content)
    return near and charges and not own and bool(VIOLENT_NOUN.search(right.span.text) or BACK.search(right.span.text))


def _days_part(left: Deed, right: Deed) -> bool:
    """Whether the own words of both set them on days that lie apart."""
    if left.telling.carried or right.telling.carried:
        return False
    apart = days_apart(left.telling.when, right.telling.when)
    return apart is not None and apart > 1


def _finding(pile: Pile, left: Deed, right: Deed, ground: Ground, *, shown: bool) -> Finding:
    evidence = [evidence_of(pile, left), evidence_of(pile, right)]
    why = [f"One has {left.shown} do it, the other {right.shown}."]
    alike = sorted(left.targets & right.targets) or sorted(left.kinds & right.kinds - {OPENS, FIRST_SHOT})
    if alike:
        why.append(f"Both speak of: {', '.join(alike)}.")
    if ground.mutual:
        why.append("Who is blamed by the one speaks in the other.")
    if not shown:
        why.append("That both are of one deed, and cannot both hold, is not sure enough.")
    return Finding(
        judge(
            "compare",
            (left.record, right.record),
            Verdict.CONFLICT if shown else Verdict.COMPATIBLE,
            ground.weight,
            [*why, *ground.why],
            evidence,
            Slot.AGENT,
        ),
        who_did_it(pile, left, right),
        Answer(left.record, left.statement.id, left.shown, evidence[0], sort=left.side),
        Answer(right.record, right.statement.id, right.shown, evidence[1], sort=right.side),
    )
