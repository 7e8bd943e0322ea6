"""Opposite turns: one account has it come off, another has it fail or not done, whatever words each uses.

"Fighters entered the town" against "the assault on the town was beaten off"; "the lorries got through" against "nothing
has reached the camp". Two turns meet where they are of one theme, of like date, and share a name of a place, a thing or
their report. How sure it is that they are of one thing is summed up from what a reader would look at.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.link.compare.denials.folds import folded
from counterclaim.link.compare.denials.parties import PRONOUNS, Party, can_be, names_in, share_name
from counterclaim.link.compare.denials.spans import sentence_end, sentence_start
from counterclaim.link.compare.denials.themes import AGAIN
from counterclaim.link.compare.denials.together import SINCE, told_together
from counterclaim.link.compare.denials.turns import GROUND_THEME, Turn, set_free_since, turns_in
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.whole_questions import ask_anyhow, ask_whether, somewhere
from counterclaim.link.incidents.likeness import Likeness, reasons
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.when import published
from counterclaim.records import Manner, Polarity, Slot, Verdict

#: In one report, an answer stands no further off than this, in characters.
_BESIDE = 2500
#: A name that more reports have, or this share of them, does not tell one happening from another.
_FEW, _COMMON = 12.0, 0.12
#: From this sum on two turns are taken to be of one thing.
_ENOUGH = 0.4
#: From this on a pair that is no conflict is kept with the reason why; pairs that something speaks against, where they
#: speak of one thing and lie no more than so many days apart.
_CLOSE, _A_WEEK = 0.3, 7
#: Pairs of this kind were read in invented piles only, about four of five of them right.
_MOST_SURE = 0.65
#: What carries somebody or something: one of many.
_CARRIERS = frozenset("convoy bus vehicle lorry truck car people".split())
#: Either side has these.
_ANY_SIDES = frozenset("troop fighter group unit militant gunman commander men side".split())
#: Whether somebody was held or killed is asked of who is named.
_ONE_STORY = 0.4
#: Mean likeness of tellings and reports from which two of one day and theme are of one thing.
_ONE_DAY = 0.35
_OF_PERSONS = frozenset({"life", "custody", "harm"})
#: Days that may lie between two turns (a fight at night belongs to two), and characters between sentences side by side.
_SLACK, _NEXT = 1, 3
_ANOTHER = re.compile(r"\b(?:another|second|third|other|others|next|different|more)\b", re.I)
#: Who was taken and set free was first the one and then the other, but for who is held all the same.
_HELD = re.compile(r"\b(?:still|remains?|not|never|no|none|nobody|in (?:\w+ ){0,3}(?:hands|custody|captivity))\b", re.I)
_KNOWN = re.compile(r"(?:the|this|that|its|his|her|their|our|no|any|an?|one|it|he|she|they)\b(?! of\b)", re.I)
_NUMBER = re.compile(r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?)\b")
#: A question cannot point to words outside it.
_DANGLING = re.compile(r"\b(?:in|under) (?:their|its|our|his|her) (?:hands|custody|control)\b", re.I)
_YET = re.compile(r"\b(?:yet|so far|still waiting)\b", re.I)
#: Accounts set against one.
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Sum:
    """How sure it is that two turns are of one thing, with what speaks for it, and against it where they are not."""

    score: float
    why: tuple[str, ...]
    against: str = ""


#: What the two accounts have, by theme.
_SAYS = {
    GROUND_THEME: "One account has ground gained, the other has the attack fail or the ground still held.",
    "passage": "One account has them get through, the other has them held up or sent back.",
    "custody": "One account has somebody taken or held, the other has them free.",
    "life": "One account has somebody dead, the other has them alive.",
    "deal": "One account has an agreement, the other has none or has it refused.",
    "truce": "One account has a truce kept, the other has it broken.",
    "talks": "One account has talks take place, the other has none.",
    "damage": "One account has something hit or destroyed, the other has it spared.",
    "interception": "One account has something shot down, the other has it get through.",
    "downing": "One account has an aircraft shot down, the other has it come back.",
    "route": "One account has a way open, the other has it closed.",
    "presence": "One account has somebody leave, the other has them still there.",
    "service": "One account has something at work, the other has it out of action.",
}
#: What is asked of the one thing that both are about.
_OF_THINGS = {"damage": "hit or destroyed", "route": "open", "service": "in service", "downing": "shot down"}
_DIFFER = "One account has it come off, the other has it fail or not done."
_Found = tuple[float, str, Turn, Turn, _Sum]


def compare_opposed(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare accounts that something came off with accounts that it did not, in one report and in reports of one
    story."""
    turns = {report: list(turns_in(pile, tellings, report)) for report in pile.annotations}
    likeness = Likeness.of(pile, tellings)
    pairs = [*((report, report) for report in pile.annotations), *told_together(pile, tellings)]
    best: dict[str, list[_Found]] = defaultdict(list)
    close: dict[str, _Found] = {}
    for one, other in pairs:
        for left in turns[one]:
            for right in turns[other]:
                if left.theme != right.theme or left.so == right.so:
                    continue
                pile.look()
                yes, no = (left, right) if left.so else (right, left)
                found = _sum(pile, tellings, likeness, yes, no)
                if found is not None and found.score >= _ENOUGH:
                    best[no.claim.id].append((found.score, yes.claim.id, yes, no, found))
                elif (near := _near(pile, yes, no, found)) is not None:
                    entry = (near.score, yes.claim.id, yes, no, near)
                    close[no.claim.id] = max(close.get(no.claim.id, entry), entry, key=lambda e: (e[0], e[1]))
    kept: dict[str, list[_Found]] = defaultdict(list)
    for entries in best.values():
        for entry in sorted(entries, key=lambda e: (-e[0], e[1]))[:_SHOWN]:
            kept[entry[2].claim.id].append(entry)
    shown = [
        _finding(pile, yes, no, found)
        for entries in kept.values()
        for _, _, yes, no, found in sorted(entries, key=lambda e: (-e[0], e[3].claim.id))[:_SHOWN]
    ]
    yield from _one_way_round(shown)
    taken = {
        claim for entries in best.values() for entry in entries for claim in (entry[2].claim.id, entry[3].claim.id)
    }
    for _, _, yes, no, near in sorted(close.values(), key=lambda e: (-e[0], e[1], e[3].claim.id)):
        if taken.isdisjoint((yes.claim.id, no.claim.id)):
            taken |= {yes.claim.id, no.claim.id}
            yield _finding(pile, yes, no, near)


def _one_way_round(shown: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without those that ask the other way round ("were the lorries stopped?") what another asks of one of
    the two accounts, since "yes" to the one is "no" to the other."""
    turned = [finding.left.words == "yes" for finding in shown]
    asked = {
        answer.record
        for finding, other in zip(shown, turned, strict=True)
        if not other and finding.judgement.verdict is Verdict.CONFLICT
        for answer in (finding.left, finding.right)
    }
    for finding, other in zip(shown, turned, strict=True):
        if not other or asked.isdisjoint((finding.left.record, finding.right.record)):
            yield finding


def _near(pile: Pile, yes: Turn, no: Turn, found: _Sum | None) -> _Sum | None:
    """What was close and is no conflict, with what speaks against it; None for what was not close."""
    if found is not None:
        against = "Too little says that both are of one thing."
        return replace(found, against=against) if found.score >= _CLOSE else None
    things = (yes.things & no.things) - _CARRIERS
    named = yes.called & no.called
    same = yes.claim.report == no.claim.report
    placed = yes.names & no.names if yes.theme == GROUND_THEME else frozenset()
    shared = placed or (things if named or same else frozenset())
    if not shared or (yes.classes and no.classes and not yes.classes & no.classes):
        return None
    if _one_voice(pile, yes, no, same=same):
        return None
    against = _against(yes, no)
    why = f"Both name {min(placed).capitalize()}." if placed else f"Both speak of: {min(shared)}."
    return _Sum(_CLOSE, (why,), against) if against else None


def _against(yes: Turn, no: Turn) -> str:
    """Why two turns of one thing are not set against each other, in words; empty where that cannot be said."""
    apart = _days_between(yes, no)
    if apart > _A_WEEK:
        return ""
    if apart > _SLACK and yes.telling.when and no.telling.when:
        return f"They are dated {yes.telling.when[0]} and {no.telling.when[0]}."
    if _parties(yes, no) is None:
        return "Those who did it and those who did not are others."
    if yes.telling.placed and no.telling.placed and not (yes.telling.places & no.telling.places):
        return "They are set in other places."
    return ""


def _sum(pile: Pile, tellings: Tellings, likeness: Likeness, yes: Turn, no: Turn) -> _Sum | None:
    """What speaks for two turns being of one thing; None where something speaks against it."""
    same = yes.claim.report == no.claim.report
    if _one_voice(pile, yes, no, same=same):
        return None
    parties = _parties(yes, no)
    if parties is None or (yes.classes and no.classes and not yes.classes & no.classes):
        return None
    if same and abs(yes.claim.trigger.start - no.claim.trigger.start) > _BESIDE:
        return None
    apart = _days_between(yes, no)
    if apart > _SLACK:
        return None
    if _later(pile, yes, no) or set_free_since(pile, yes, no):
        return None
    facing = same and _facing(pile, yes, no) and _of_one_sort(yes, no)
    classless = yes.theme != GROUND_THEME and not (yes.classes and no.classes)
    taken_up = facing and not _heads(max(yes, no, key=lambda turn: turn.claim.trigger.start))
    if classless and not taken_up and not (_heads(yes) & _heads(no)) - _CARRIERS:
        return None
    if classless and not (_definite(yes) and _definite(no)):
        return None
    signs = likeness.signs(yes.telling, no.telling)
    places = _shared(yes.names, no.names)
    told = _telling(pile, tellings, places)
    near = _shared(yes.names | yes.near, no.names | no.near)
    things = (frozenset(yes.things & no.things) | _shared(yes.things, no.things)) - _CARRIERS
    if not places and yes.telling.placed and no.telling.placed and not (yes.telling.places & no.telling.places):
        return None
    chance = 0.0 if same else likeness.chance_of(signs)
    story = 0.0 if same else min(1.0, tellings.stories.alike(yes.claim.report, no.claim.report) / _ONE_STORY)
    own_day = apart == 0 and not (yes.telling.carried or no.telling.carried) and bool(signs.same_day)
    if yes.theme == GROUND_THEME:
        sure = bool(told) and (parties == 1.0 if same else (chance + story) / 2 >= (0.3 if parties else 0.4))
        sure = sure or (parties == 1.0 and not same and (chance + story) / 2 >= (0.4 if near else 0.5))
    elif yes.theme in _OF_PERSONS:
        counted = _counted(yes), _counted(no)
        if _says_of_himself(pile, yes) or (all(counted) and counted[0] != counted[1]):
            return None
        sure = bool(_shared(yes.called, no.called)) and bool(yes.called & no.called or told or same)
        same_ones = bool(_heads(yes) & _heads(no))
        sure = sure or (bool(told) and not same and same_ones)
        facing = facing and (same_ones or taken_up or bool(_shared(yes.called, no.called)))
    else:
        alike = bool(yes.classes & no.classes) and not same
        sure = alike and (bool(_telling(pile, tellings, near)) or (own_day and (chance + story) / 2 >= _ONE_DAY))
        sure = (
            sure or (bool(things) and (bool(told) or same or (chance + story) / 2 >= 0.4)) or (bool(told) and not same)
        )
    if not sure and not facing:
        return None
    score = 0.2 * facing + 0.1 + 0.2 * bool(told) + 0.05 * bool(near) + 0.2 * bool(things) + 0.15 * parties
    score += 0.1 * own_day + 0.15 * same + 0.15 * chance + 0.15 * story - 0.15 * (apart == 1)
    why = [
        *([f"Both name {min(told or places).capitalize()}."] if places else []),
        *([f"Both speak of: {min(things)}."] if things else []),
        *(["One report gives both."] if same else reasons(signs)),
    ]
    return _Sum(score, tuple(why))


def _facing(pile: Pile, yes: Turn, no: Turn) -> bool:
    """Whether two voices that are named stand side by side, so that the one answers the other: their sentences are
    next to each other, name no different places, and neither is of another one than the other's ("a second
    convoy")."""
    if Manner.NARRATION in {yes.statement.manner, no.statement.manner}:
        return False
    first, last = sorted((yes.claim.trigger.start, no.claim.trigger.start))
    text = pile.reports[yes.claim.report].text
    next_to = sentence_start(text, last) <= sentence_end(text, first) + _NEXT
    names = yes.names, no.names
    elsewhere = all(names) and not _shared(*names)
    other = _ANOTHER.search(yes.claim.spans[0].text) or _ANOTHER.search(no.claim.spans[0].text)
    then = yes.theme == "custody" and not any(_HELD.search(turn.claim.spans[0].text) for turn in (yes, no))
    return next_to and not (elsewhere or other or then or _YET.search(no.telling.sentence.text))


def _says_of_himself(pile: Pile, yes: Turn) -> bool:
    """Whether who tells of a death or a capture is named as the one it befell ("laughed at reports of his death")."""
    voices = {name for who in pile.holders(yes.statement) for name in names_in(pile.resolved(who).name)}
    befell = {name for who in yes.claim.patient for name in names_in(pile.resolved(who).name)}
    return bool(_shared(yes.called | befell, voices))


def _counted(turn: Turn) -> frozenset[str]:
    """The numbers by which a turn counts whom it befell; those of another number are others."""
    found = {who.span.text if who.span else who.name for who in turn.claim.patient}
    return frozenset(_NUMBER.findall(" ".join(sorted(found)).lower()))


def _of_one_sort(yes: Turn, no: Turn) -> bool:
    """Whether the nouns of two turns can be of one thing, by whatever word: a lorry is of the convoy, an airport is no
    road."""
    one, other = _heads(yes), _heads(no)
    if not one or not other or (one | other) & _CARRIERS:
        return True
    folds = [{name for word in folded(" ".join(sorted(heads))) for name in word} for heads in (one, other)]
    return bool(folds[0] & folds[1])


def _definite(turn: Turn) -> bool:
    """Whether it happens to what is known, and not to some of many ("158 courses closed", "courses that are open")."""
    whos = [who.span.text if who.span else who.name for who in (*turn.claim.patient, *turn.claim.agent)]
    return not whos or any(_KNOWN.match(words) or names_in(words.partition(" ")[2] or words) for words in whos)


def _heads(turn: Turn) -> frozenset[str]:
    """The nouns that a turn happens to."""
    return turn.things - turn.called - PRONOUNS


def _later(pile: Pile, yes: Turn, no: Turn) -> bool:
    """Whether it came off later: it had not "yet", who was alive has died since, or what was shut is open again."""
    days = published(pile, yes.claim.report), published(pile, no.claim.report)
    came, was = (t.when if t.when and not t.carried else None for t in (yes.telling, no.telling))
    before = was[1] if was else days[1]
    if came and before and came[0] > before and (yes.theme == "life" or yes.claim.predicate in AGAIN):
        return True
    return bool(days[0] and days[1] and days[1] <= days[0] and _YET.search(no.telling.sentence.text))


def _days_between(yes: Turn, no: Turn) -> int:
    """How many days lie between two turns that both date themselves; 0 where one does not, or where nothing has come
    off "since" a day before the other."""
    one, other = yes.telling, no.telling
    if one.when is None or other.when is None or one.carried or other.carried:
        return 0
    if SINCE.search(no.telling.sentence.text) and one.when[1] >= other.when[0]:
        return 0
    return max(0, (one.when[0] - other.when[1]).days, (other.when[0] - one.when[1]).days)


def _one_voice(pile: Pile, yes: Turn, no: Turn, *, same: bool) -> bool:
    if pile.holder_key(yes.statement) == pile.holder_key(no.statement):
        return True
    return same and yes.statement.manner is no.statement.manner is Manner.NARRATION


def _parties(yes: Turn, no: Turn) -> float | None:
    """How well those who did it and those who did not can be the same (0: not known, 1: the same); None if not."""
    if yes.theme != GROUND_THEME:
        if not yes.doer or not no.doer:
            return 0.0
        if can_be(yes.doer, no.doer):
            return 1.0
        named = all(turn.doer.actors or turn.doer.names for turn in (yes, no))
        return None if named else 0.0
    found = 0.0
    for one, other in ((yes.doer, no.doer), (yes.other, no.other)):
        if one and other:
            if not can_be(one, other):
                return None
            found = 1.0
    for one, other in ((yes.doer, no.other), (yes.other, no.doer)):
        if one and other:
            if _surely_one(one, other):
                return None
            found = max(found, 0.5)
    return found


def _surely_one(one: Party, other: Party) -> bool:
    """Whether two parties are one by more than that both are troops or fighters."""
    alike = share_name(one.names, other.names) or bool((one.heads & other.heads) - _ANY_SIDES)
    return bool(one.actors & other.actors) or alike


def _shared(one: Iterable[str], other: Iterable[str]) -> frozenset[str]:
    other = frozenset(other)
    return frozenset(name for name in one if share_name((name,), other))


def _telling(pile: Pile, tellings: Tellings, names: Iterable[str]) -> frozenset[str]:
    """Those of some names that are not in every report."""
    reports = len(pile.annotations)
    least = math.log((reports + 1) / (max(_FEW, _COMMON * reports) + 0.5))
    return frozenset(name for name in names if tellings.lexicon.weight(name) >= least)


def _finding(pile: Pile, yes: Turn, no: Turn, found: _Sum) -> Finding:
    evidence = [pile.evidence(no.claim.report, no.shown), pile.evidence(yes.claim.report, yes.shown)]
    question, turned = _question(pile, yes, no)
    question = somewhere(pile, question, yes.telling, no.telling)
    answers = ("yes", "no") if turned else ("no", "yes")
    if not (question or found.against):
        found = replace(found, against="What they differ on cannot be asked in one whole sentence.")
    why = [_SAYS.get(yes.theme, _DIFFER), *found.why, *([found.against] if found.against else [])]
    return Finding(
        judge(
            "compare",
            sorted([yes.claim.id, no.claim.id]),
            Verdict.OTHER_INCIDENT if found.against else Verdict.CONFLICT,
            min(_MOST_SURE, found.score),
            why,
            evidence,
            Slot.POLARITY,
        ),
        question or ask_anyhow(yes.claim.spans[0].text),
        Answer(no.claim.id, no.statement.id, answers[0], evidence[0]),
        Answer(yes.claim.id, yes.statement.id, answers[1], evidence[1]),
    )


def _question(pile: Pile, yes: Turn, no: Turn) -> tuple[str, bool]:
    """The question by the verb of what came off, or of what did not, else by the one thing that both are about; and
    whether who says that it came off answers "no" to it ("were the lorries stopped?")."""
    asked, denied = (ask_whether(pile, turn.claim) for turn in (yes, no))
    negated = no.claim.polarity is Polarity.NEGATIVE
    things = sorted((yes.things & no.things) - yes.called - no.called - _CARRIERS)
    words = _OF_THINGS.get(yes.theme, "")
    plain = f"Was the {things[0]} {words}?" if things and words else ""
    turned = yes.claim.polarity is Polarity.NEGATIVE
    if _DANGLING.search(asked):
        asked = ""
    choices = ((asked, turned), (denied if negated else "", False), (plain, False), (denied, not negated))
    whole = (choice for choice in choices if choice[0] and not choice[0].startswith("Is it so"))
    return next(whole, (asked, turned))
