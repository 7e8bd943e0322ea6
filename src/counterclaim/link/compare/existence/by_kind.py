"""There was none of a kind: "not one weapon in the hospital" against a battery that was seen in its grounds.

Read `kinds.py` (what is a kind of what), `absent.py`, `present.py` and `where.py` first. Two accounts are compared that
speak of one kind of site, or of a place by its name; in a few reports of one story also where one of them only points
back ("in that building").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from counterclaim.link.compare.denials.parties import names_in, share_name
from counterclaim.link.compare.denials.together import told_together
from counterclaim.link.compare.existence.kinds import is_kind, things_in
from counterclaim.link.compare.existence.kinds_asked import ask_for_kind
from counterclaim.link.compare.existence.kinds_told import Told, read_things
from counterclaim.link.compare.existence.present import PEOPLE
from counterclaim.link.compare.existence.where import ANY, WIDE, grounds_of
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.incidents.likeness import days_apart
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import Manner, Slot

_SCORE, _POINTING = 0.66, 0.6
#: In one report the two stand no further apart than this, in characters.
_BESIDE = 2500
#: The same where nothing but the thing joins them.
_NEXT = 700
_AT_THE_TIME = re.compile(r"\b(?:at the time|at that (?:time|moment|hour)|when|then)\b", re.I)
#: Passages of one voice that answer one denial, as far as they are shown.
_SHOWN = 2
#: Reports so much alike (of 1) surely tell one story.
_ONE_STORY = 0.12
#: How far before a thing its owner stands, in characters.
_NEAR = 120
_WE = re.compile(r"\b(?:we|our \w+)$", re.I)
_MODEL = re.compile(r"\d")


def compare_kinds(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare what some say there was none of with what others have there."""
    absent: dict[str, list[Told]] = defaultdict(list)
    for report in pile.annotations:
        absent[report] = list(read_things(pile, tellings, report, none=True))
    beside: dict[str, list[str]] = {report: [report] for report, found in absent.items() if found}
    for one, other in told_together(pile, tellings, whole_week=True):
        for here, there in ((one, other), (other, one)):
            if here in beside:
                beside[here].append(there)
    present = {
        report: list(read_things(pile, tellings, report, none=False))
        for report in pile.annotations
        if any(report in others for others in beside.values())
    }
    for report, others in beside.items():
        for no in absent[report]:
            met: dict[str, list[tuple[float, Told, str, str]]] = defaultdict(list)
            for yes in (told for other in others for told in present[other]):
                pile.look()
                found = _meet(pile, tellings, no, yes)
                if found:
                    met[pile.holder_key(yes.statement)].append((found[0], yes, *found[1:]))
            for answers in met.values():
                best = sorted(answers, key=lambda one: (-one[0], one[1].report, one[1].sentence.start))[:_SHOWN]
                yield from (_finding(pile, no, yes, score, site, why) for score, yes, site, why in best)


def _meet(pile: Pile, tellings: Tellings, no: Told, yes: Told) -> tuple[float, str, str] | None:
    """How sure it is that the one says there was none of what the other has, with what joins them."""
    same = no.report == yes.report
    if not yes.thing.is_one_of(no.thing) or not _two_voices(pile, no, yes):
        return None
    if same and abs(no.sentence.start - yes.sentence.start) > _BESIDE:
        return None
    if not same and pile.origins[no.report] == pile.origins[yes.report]:
        return None
    if not (no.telling.carried or yes.telling.carried) and days_apart(no.telling.when, yes.telling.when):
        return None
    if _elsewhere(pile, no, yes):
        return None
    story = same or (few_reports(pile) and tellings.stories.alike(no.report, yes.report) >= _ONE_STORY)
    special = no.thing.telling & yes.thing.telling
    if special and (same or few_reports(pile) or _MODEL.search(min(special))):
        return _SCORE, "", f"Both speak of: {min(special)}."
    if _has_none(pile, no, yes):
        return _SCORE, "", "Both speak of who had it, or not."
    if yes.acts and not _acting_there(no, yes):
        return None
    return _one_site(pile, no, yes, loose=same or few_reports(pile), story=story)


def _has_none(pile: Pile, no: Told, yes: Told) -> bool:
    """Whether the one says that somebody had none of what the other has him use or have."""
    if no.absence is None or no.absence.how not in {"had", "carried"} or is_kind(no.thing, "armed"):
        return False
    before = yes.sentence.text[max(0, yes.thing.start - _NEAR) : yes.thing.start]
    whose = {t.kind for t in things_in(no.absence.owner)} & {t.kind for t in things_in(before)}
    if few_reports(pile) and any(kind in PEOPLE for kind in whose):
        return True
    names = names_in(no.absence.owner)
    if not names and _WE.search(no.absence.owner):
        names = frozenset(name for who in pile.holders(no.statement) for name in names_in(who.name))
    return bool(names) and share_name(names, names_in(f"x {before}"))


def _acting_there(no: Told, yes: Told) -> bool:
    """Whether those who do something are told of where there were none: under one name, or right beside."""
    named = share_name(no.thing.names, yes.thing.names)
    if named and no.where.places & yes.where.places:
        return True
    beside = no.report == yes.report and abs(no.sentence.start - yes.sentence.start) <= _NEXT
    return beside and (named or not no.where.own) and not _AT_THE_TIME.search(no.sentence.text)


def _one_site(pile: Pile, no: Told, yes: Told, *, loose: bool, story: bool) -> tuple[float, str, str] | None:
    """What says that both speak of one site; `loose`: of one that is only pointed back to as well; `story`: their
    reports surely tell one story."""
    one, other = no.where, yes.where
    shared = one.own & other.own
    named = one.places & other.places
    if shared - WIDE:
        return _SCORE, min(shared - WIDE), f"Both speak of the {min(shared - WIDE)}."
    if shared and (named or loose):
        return _SCORE, min(shared), f"Both speak of the {min(shared)}."
    if share_name(one.names, other.names) and one.sites & other.sites:
        return _SCORE, "", f"Both speak of the same {min(one.words[kind] for kind in one.sites & other.sites)}."
    if no.absence is not None and no.absence.how == "carried":
        return None  # a jet that "carried no bombs" is where there were none, and not the house told of before
    back = _pointed_back(pile, no, yes) if loose else ""
    if named and not (one.own - WIDE and other.own - WIDE):
        name = min(pile.entities[place].name for place in named)
        return _SCORE, back, f"Both speak of {name}."
    if back:
        return _POINTING, back, f"The one speaks of the {back}, the other points back to it."
    if not loose:
        return None
    if no.report == yes.report and not one.own and abs(no.sentence.start - yes.sentence.start) <= _NEXT:
        return _POINTING, "", "One report gives both, one beside the other."
    if few_reports(pile) and one.own and one.own <= {"region"} and (no.thing.before | no.thing.names) and not yes.acts:
        return _POINTING, "region", "The two reports tell one story, of one region."
    if story and no.report != yes.report and not (one.own | other.own) and one.above and ANY in other.sites:
        return _POINTING, "", "The two reports tell one story, and both point to a place told of before."
    return None


def _pointed_back(pile: Pile, no: Told, yes: Told) -> str:
    """The site that one of two speaks of, and the other points back to; empty where there is none."""
    for here, there, told in ((no.where, yes.where, no), (yes.where, no.where, yes)):
        if not here.own - WIDE:
            for above in (here.above, _above(pile, told) if here.sites or told is no else frozenset()):
                if both := (above & there.own) - WIDE:
                    return min(both)
    return ""


def _above(pile: Pile, told: Told) -> frozenset[str]:
    """What a report speaks of before."""
    return grounds_of(pile.reports[told.report].text[: told.sentence.start])


def _two_voices(pile: Pile, no: Told, yes: Told) -> bool:
    if no.statement.id == yes.statement.id or pile.holder_key(no.statement) == pile.holder_key(yes.statement):
        return False
    if no.report == yes.report and Manner.NARRATION in {no.statement.manner, yes.statement.manner}:
        return False
    names = [{who.name.casefold() for who in pile.holders(told.statement)} for told in (no, yes)]
    return names[0].isdisjoint(names[1])


def _elsewhere(pile: Pile, no: Told, yes: Told) -> bool:
    """Whether each is set in a place of its own that the other's report does not name."""
    if no.where.names and yes.where.names and not share_name(no.where.names, yes.where.names):
        return True
    one, other = ((told.where.places or told.telling.places) for told in (no, yes))
    if not one or not other or one & other:
        return False
    texts = [pile.reports[told.report].text.lower() for told in (no, yes)]
    return not any(
        pile.entities[place].name.lower() in text
        for places, text in ((one, texts[1]), (other, texts[0]))
        for place in places
    )


def _finding(pile: Pile, no: Told, yes: Told, score: float, site: str, why: str) -> Finding:
    evidence = [pile.evidence(told.report, told.shown) for told in (no, yes)]
    holder = ", ".join(who.name for who in pile.holders(no.statement)) or "A source"
    be = "are" if no.absence and no.absence.now else "were"
    words = " ".join(no.absence.words.split()) if no.absence else ""
    reasons = [
        f"{holder} says that there {be} no {words}.",
        f"The other account has “{yes.thing.words}”.",
        why,
    ]
    return conflict(
        Slot.EXISTENCE,
        score,
        ask_for_kind(pile, no, yes, site),
        reasons,
        Answer(no.record, no.statement.id, "no", evidence[0]),
        Answer(yes.record, yes.statement.id, "yes", evidence[1]),
        theme=("there", no.thing.kind, *sorted(no.where.own)),
    )
