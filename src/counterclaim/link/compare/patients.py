"""Patients: accounts differ on who those were to whom it was done, unarmed people or armed men.

That an attack killed twelve rebels and four civilians is no dispute. It is one where the two count alike, where one
says of all the dead what they were, or where whoever did it speaks of fighters and somebody else of civilians.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.link.compare.asking import place_words, uncounted
from counterclaim.link.compare.deed_words import GOES_ON
from counterclaim.link.compare.deeds import evidence_at
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import head_noun, singular
from counterclaim.link.compare.pairs import pairs_of
from counterclaim.link.compare.parties import Parties, Party, Sort, same_side
from counterclaim.link.incidents.likeness import Likeness, days_apart, reasons, set_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.records import (
    Claim,
    Figure,
    Happened,
    Manner,
    Modality,
    Polarity,
    Slot,
    Statement,
    Verdict,
)

_UNARMED = frozenset(
    """civilian peasant elder protester demonstrator shepherd merchant labourer laborer employee
    child kid woman girl boy baby infant toddler student
    pupil schoolchild schoolchildren children women
    teacher villager resident farmer worker doctor medic nurse patient journalist shopper worshipper worshiper passenger
    family refugee guest mourner fisherman fishermen bystander pilgrim volunteer paramedic rescuer trader miner deminer
    herder monk priest schoolgirl schoolboy townspeople townsfolk inhabitant staff staffer driver engineer""".split()
)
_ARMED = frozenset(
    """militant fighter insurgent terrorist rebel gunman gunmen jihadist extremist combatant guerrilla troop operative
    commander militiaman militiamen separatist attacker bomber mercenary infiltrator ringleader jihadi
    islamist""".split()
)
#: What is hit where the unarmed are.
_UNARMED_TARGET = frozenset(
    "hospital clinic school market marketplace bakery mosque church home house camp wedding funeral hotel bus "
    "ambulance "
    "convoy shelter university civilian".split()
)
_MEMBERS = frozenset({"member", "man", "men", "cadre"})
#: Words that say of all who died what they were.
_ALL_DEAD = re.compile(
    r"(?<!among )(?<!rest of )(?<!some of )\b(?:(?:all|most) (?:of )?(?:the )?)?"
    r"(?:those (?:who (?:were|had been) )?killed|those who (?:had )?died|the (?:dead|victims|slain|bodies))\b"
    r"(?: (?:in|on|at|of|from|by) [^.,;]{1,40}?)? (?:were|are) "
    r"(?!among|also|not|in |at |still)",
    re.I,
)
#: The same of the dead just told of.
_THEY = re.compile(
    r"(?:that )?(?:they|the (?:men|people|women|boys)|(?:those|these) (?:men|people)) (?:all )?were ", re.I
)
_AIMS = frozenset("target hit strike bomb shell attack bombard pound raid".split())
_ONLY = re.compile(r"\b(?:only|exclusively|solely|nothing but)\b", re.I)
#: Likeness from which two reports are taken to tell of one happening.
_ONE_HAPPENING = 0.6
#: In one report the two accounts stand no further apart than this, in characters.
_NEAR = 1500
#: What follows at once stands no further off than this, in characters.
_NEXT = 300
#: The lowest numbers that two accounts do not share by chance: of one place, and without.
_CHANCE, _LARGE = 2, 10
#: Where the object of a verb was not made out, its first words are looked at, so many characters.
_BEHIND = 40


@dataclass(frozen=True, slots=True)
class _Victims:
    """Who they were by one account: `armed` or not; `words` for them; `number` of them; `whole`, said of all the dead;
    `aim`: said of what was aimed at; `voices` of the account, `doers` who did it by its own sentence;
    `mixed`: the account has both the armed and the unarmed among them."""

    record: str
    statement: Statement
    armed: bool
    words: str
    number: float | None
    whole: bool
    aim: bool
    telling: Telling
    voices: tuple[Party, ...]
    keys: frozenset[str]
    doers: tuple[Party, ...]
    mixed: bool = False

    @property
    def told(self) -> bool:
        return self.statement.manner is Manner.NARRATION


def compare_patients(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare who the victims of a deed were."""
    finder = _Finder(pile, tellings, Parties(pile))
    found: dict[str, list[_Victims]] = {report: list(finder.of(report)) for report in pile.annotations}
    for here in found.values():
        for at, left in enumerate(here):
            for right in here[at + 1 :]:
                if right.telling.span.start - left.telling.span.start > _NEAR:
                    break
                pile.look()
                if _may_differ(left, right) and not _days_part(left, right) and not (left.told and right.told):
                    yield from _compare(pile, left, right, 0.8, ["One report gives both."], placed=True)
    yield from _across(pile, tellings, [victims for here in found.values() for victims in here])


def _across(pile: Pile, tellings: Tellings, found: Sequence[_Victims]) -> Iterator[Finding]:
    likeness = Likeness(tellings, pile.frequency, len(pile.reports))
    by_record: dict[str, list[_Victims]] = defaultdict(list)
    for victims in found:
        if not victims.telling.cumulative:
            by_record[victims.telling.record].append(victims)
    for one, other in pairs_of(pile, [here[0].telling for here in by_record.values()]):
        for left in by_record[one.record]:
            for right in by_record[other.record]:
                if not _may_differ(left, right):
                    continue
                places = left.telling.places, right.telling.places
                if all(places) and not places[0] & places[1]:
                    continue
                signs = likeness.signs(left.telling, right.telling)
                chance = likeness.chance_of(signs)
                if chance >= _ONE_HAPPENING and not signs.other_day and not set_apart(left.telling, right.telling):
                    yield from _compare(
                        pile,
                        left,
                        right,
                        chance,
                        reasons(signs),
                        placed=bool(left.telling.places & right.telling.places),
                    )


class _Finder:
    """Finds in a report who victims were."""

    def __init__(self, pile: Pile, tellings: Tellings, parties: Parties) -> None:
        self._pile, self._tellings, self._parties = pile, tellings, parties

    def of(self, report: str) -> Iterator[_Victims]:
        """Who the killed and the attacked were, by figures and claims of a report, in the order of the text."""
        found = self._pile.annotations[report]
        counted = {figure.claim for figure in found.figures}
        made = [self._of_figure(figure) for figure in found.figures]
        made += [self._of_claim(claim) for claim in found.claims if claim.id not in counted]
        kept = [victims for victims in made if victims is not None]
        for victims in sorted(kept, key=lambda v: (v.telling.span.start, v.record)):
            others = (v for v in kept if v.statement.id == victims.statement.id and not (v.aim or victims.aim))
            near = (v for v in others if v.telling.sentence == victims.telling.sentence)
            yield replace(victims, mixed=any(v.armed != victims.armed for v in near))

    def _of_figure(self, figure: Figure) -> _Victims | None:
        statement = self._pile.statements.get(figure.statement or "")
        sort = sort_of(figure.of or "")
        total = self._pile.figures.get(figure.part_of or "")
        if statement is None or sort is None or Happened.KILLED not in figure.happened:
            return None
        if total is not None and sort_of(total.of or "") is not None:
            return None  # "five children" of "fourteen civilians" say nothing else
        telling = self._tellings.of_figure(figure)
        if telling is None:
            return None
        whole = figure.part_of is None
        number = (figure.best if figure.best is not None else figure.low) if whole else None
        by = (figure.by,) if figure.by else ()
        doers = [party for who in by if (party := self._parties.of(figure.report, who, statement))]
        return self._victims(
            figure.id,
            statement,
            sort,
            uncounted(figure.of or ""),
            number,
            telling,
            tuple(doers),
            whole=False,
            aim=False,
        )

    def _of_claim(self, claim: Claim) -> _Victims | None:
        statement = self._pile.statements[claim.statement]
        words = claim.spans[0].text
        if claim.polarity is not Polarity.POSITIVE or claim.modality is not Modality.FACT or GOES_ON.search(words):
            return None
        whole = claim.predicate == "be" and bool(_ALL_DEAD.search(words + " ") or _THEY.match(words))
        aim = claim.predicate.split()[0] in _AIMS and bool(claim.agent)
        if not (whole or aim or claim.predicate in ("kill", "massacre", "execute")):
            return None
        doers = tuple(p for who in claim.agent if (p := self._parties.of(claim.report, who, statement)))
        text = self._pile.reports[claim.report].text
        behind = (
            _first_known(text[claim.trigger.end : claim.trigger.end + _BEHIND]) if aim and not claim.patient else []
        )
        for said in [*(who.span.text if who.span else who.name for who in claim.patient), *behind]:
            sort = sort_of(said, target=aim)
            if sort is not None:
                telling = self._tellings.of_claim(claim)
                every = whole or (not aim and bool(_ONLY.match(said)))
                return self._victims(
                    claim.id, statement, sort, uncounted(said), None, telling, doers, whole=every, aim=aim
                )
        return None

    def _victims(
        self,
        record: str,
        statement: Statement,
        armed: bool,
        words: str,
        number: float | None,
        telling: Telling,
        doers: tuple[Party, ...],
        *,
        whole: bool,
        aim: bool,
    ) -> _Victims:
        told = statement.manner is Manner.NARRATION
        sources = () if told else statement.sources
        voices = tuple(p for who in sources if (p := self._parties.voice(statement.report, who)))
        inside = [
            claim
            for claim in self._pile.annotations[statement.report].claims
            if telling.sentence.covers(claim.trigger) and (claim.event or "").startswith("ASSAULT")
        ]
        more = [self._parties.of(c.report, who, self._pile.statements[c.statement]) for c in inside for who in c.agent]
        keys = frozenset(self._pile.key(who) for who in statement.sources)
        both = (*doers, *(party for party in more if party is not None))
        return _Victims(record, statement, armed, _short(words), number, whole, aim, telling, voices, keys, both)


def sort_of(words: str, *, target: bool = False) -> bool | None:
    """Whether some words are for armed men (True) or the unarmed (False); None where they do not tell."""
    noun = head_noun(uncounted(words))
    inside = {singular(word.strip(",.;'\"").lower()) for word in words.split()}
    if noun in _UNARMED or (target and noun in _UNARMED_TARGET):
        return False
    if noun in _ARMED or (noun in _MEMBERS and _of_a_group(words, inside)):
        return True
    return False if noun == "people" and inside & _UNARMED else None


def _first_known(words: str) -> list[str]:
    """The first noun of some words that tells what was aimed at."""
    return [word for word in re.findall(r"[^\W\d_]+", words) if sort_of(word, target=True) is not None][:1]


def _of_a_group(words: str, inside: set[str]) -> bool:
    """Whether members are of an armed group: "members of Abu Sayyaf", not "members of the same family"."""
    of = words.partition(" of ")[2].removeprefix("the ")
    return not inside & _UNARMED and (bool(inside & _ARMED) or of[:1].isupper())


def _short(words: str) -> str:
    words = re.split(r",| who | that | which | and | - ", " ".join(words.split()))[0]
    return re.sub(r"^(?:only|the|a|an|all|those)\s+", "", words, flags=re.I)[:60]


def _may_differ(left: _Victims, right: _Victims) -> bool:
    if left.armed == right.armed or left.aim != right.aim:
        return False
    if left.statement.id == right.statement.id or left.mixed or right.mixed:
        return False
    return left.told or right.told or not left.keys & right.keys


def _days_part(left: _Victims, right: _Victims) -> bool:
    apart = days_apart(left.telling.when, right.telling.when)
    return apart is not None and apart > 0 and not (left.telling.carried or right.telling.carried)


def _compare(
    pile: Pile, left: _Victims, right: _Victims, chance: float, joined: list[str], *, placed: bool
) -> Iterator[Finding]:
    armed, unarmed = (left, right) if left.armed else (right, left)
    why = [f"One speaks of “{armed.words}”, the other of “{unarmed.words}”."]
    verdict, score = Verdict.COMPATIBLE, 0.3
    own = _doer_speaks(armed, unarmed)
    if armed.whole or unarmed.whole:
        verdict, score = Verdict.CONFLICT, 0.9 * chance
        why.append("One says of all the dead what they were.")
    elif _one_count(armed, unarmed, placed=placed):
        verdict, score = Verdict.CONFLICT, 0.85 * chance
        why.append(f"Both count {armed.number:g}.")
    elif placed and own and (not armed.aim or _ONLY.search(armed.telling.sentence.text)):
        verdict, score = Verdict.CONFLICT, 0.75 * chance
        why.append("Whoever did it speaks of armed men, somebody else of civilians.")
    elif left.statement.report == right.statement.report and not _beside(left, right):
        return  # a report counts many dead
    else:
        why.append("Both may have been among them.")
    evidence = [evidence_at(pile, v.statement, v.telling) for v in (left, right)]
    yield Finding(
        judge("compare", (left.record, right.record), verdict, score, [*why, *joined], evidence, Slot.PATIENT),
        _question(left, right, place_words(pile, left.telling, right.telling)),
        Answer(left.record, left.statement.id, left.words, evidence[0]),
        Answer(right.record, right.statement.id, right.words, evidence[1]),
    )


def _beside(left: _Victims, right: _Victims) -> bool:
    """Whether one stands right after the other, of the same day."""
    return right.telling.span.start - left.telling.span.end < _NEXT and left.telling.when == right.telling.when


def _one_count(armed: _Victims, unarmed: _Victims, *, placed: bool) -> bool:
    """Whether both give one number, of one place, or a larger one of the same doer."""
    if armed.number is None or armed.number != unarmed.number:
        return False
    one_doer = any(same_side(doer, other) for doer in armed.doers for other in unarmed.doers)
    days = armed.telling.when, unarmed.telling.when
    one_day = days[0] is not None and days[0] == days[1] and days[0][0] == days[0][1]
    return armed.number >= (_CHANCE if placed else _LARGE) and (placed or one_doer or one_day)


def _doer_speaks(armed: _Victims, unarmed: _Victims) -> bool:
    """Whether who did it says that the victims were armed, and does not speak in the other account."""
    doers = (*armed.doers, *unarmed.doers)
    mine = [voice for voice in armed.voices if any(same_side(voice, doer) for doer in doers)]
    if not mine or not any(doer.sort in (Sort.STATE, Sort.COALITION, Sort.ARMED, Sort.GROUP) for doer in doers):
        return False
    return not any(same_side(voice, other) for voice in mine for other in unarmed.voices)


def _question(left: _Victims, right: _Victims, where: str) -> str:
    doers = dict.fromkeys(doer.shown for doer in (*left.doers, *right.doers))
    if left.aim:
        return f"Whom or what did {next(iter(doers), 'the attack')} target{where}?"
    by = f" by {next(iter(doers))}" if len(doers) == 1 else ""
    return f"Who were those killed{by}{where}?"
