"""How somebody died: one account has the girl killed by a shell, another has her step on a mine.

What joins two accounts is who died: a person by name, or one word for one person, or for as many ("the three men"),
of one day and place. Ways of dying that may be one, or come together, are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from counterclaim.link.compare.asking import place_words
from counterclaim.link.compare.causes.means import takes_back
from counterclaim.link.compare.causes.struck import Struck
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.nouns import singular
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.compare.sayings import CEILING, told_by, words_of
from counterclaim.link.compare.spots import spots_in
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.compare.wording import pattern, wording
from counterclaim.link.incidents.likeness import Likeness, days_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import EntityKind, Slot, Span, Statement

_WAYS = {name: pattern(words) for name, words in wording("deaths")["ways"].items()}
_ANY = pattern([words for way in wording("deaths")["ways"].values() for words in way])
_ONE = tuple(frozenset(ways) for ways in wording("deaths")["may_be_one"])
_RIVALS = tuple(frozenset(ways) for ways in wording("deaths")["rivals"])
_DIED = Sought(
    r"\b(?:die[sd]?|dying|dead|deaths?|killed|killing|kills?|perished|(?:lost|lose) (?:his|her|their) li(?:fe|ves)|"
    r"bod(?:y|ies)|victims?|fatal\w*|drowned|strangled|hanged|starved)\b",
    re.I,
)
#: Those who die, one by one; groups of which more than one may die in more than one way.
_PERSONS = Sought(
    r"\b(?:(?P<count>\d+|two|three|four|five|six|seven|eight|nine|ten|both|all (?:\w+ )?)\s+)?"
    r"(?:(?!(?:\d+|two|three|four|five|six|seven|eight|nine|ten|both|all)\b)[\w’'-]+[ -]){0,2}?"
    r"(?P<noun>girls?|boys?|wom[ae]n|m[ae]n|child(?:ren)?|bab(?:y|ies)|school(?:boy|girl)s?|teachers?|journalists?|"
    r"reporters?|camera(?:man|men)|farmers?|shepherds?|soldiers?|guards?|policem[ae]n|officers?|prisoners?|detainees?|"
    r"inmates?|hostages?|protesters?|demonstrators?|drivers?|pilots?|nurses?|doctors?|students?|pupils?|fisherm[ae]n|"
    r"sailors?|miners?|villagers?|mothers?|fathers?|sons?|daughters?|brothers?|sisters?|couple|famil(?:y|ies)|"
    r"commanders?|mayors?|priests?|imams?|lawyers?|activists?|strikers?|youths?|teenagers?|brothers?|dead|victims?)\b",
    re.I,
)
_ALL = re.compile(r"\b(?:all|none|every|both|not one|most)\b", re.I)
_SHE = re.compile(r"^(?:\W*(?:that|how|because)\s+)?(he|she|they)\b", re.I)
_FOLD = {
    "men": "man",
    "women": "woman",
    "schoolboy": "boy",
    "schoolgirl": "girl",
    "children": "child",
    "dead": "victim",
}
_NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_GROUPS = frozenset("protester demonstrator prisoner detainee inmate hostage soldier guard officer villager victim "
                    "miner student striker activist youth".split())  # fmt: skip
_OPEN = re.compile(r"\b(?:whether|if|could|may|might|would|allegedly|unclear|threat\w*|feared)\b", re.I)
_NONE = re.compile(r"\b(?:none|no|not|never|neither|without|nor)\b", re.I)
#: What those who die do themselves.
_DYING = frozenset("die fall drown jump perish step hang starve freeze suffocate succumb collapse bear".split())
_CLAUSE = re.compile(r"\bwhile\b|\bwhereas\b|;|,? (?:and|but) (?=(?:\w+ ){0,3}(?:others?|more|were|was) )", re.I)
#: Who died is known already.
_KNOWN = re.compile(r"\b(?:the|these|those|all|both)\s+(?:\w+ ){0,3}?\w+ (?:who|found|had|was|were|died|whose)\b", re.I)
#: A name stands so near behind "a detainee", in characters.
_BEHIND = 30
_NEAR, _LIKELY = 900, 0.5


@dataclass(frozen=True, slots=True)
class _Death:
    """How somebody died by one voice: `whom` by nouns and names, with how many of each; `ways` with their words, and
    those that it was `not`. `pronoun`: it speaks of one who was named before."""

    record: str
    told: Statement
    whom: Mapping[str, int]
    pronoun: str
    ways: Mapping[str, str]
    denied: frozenset[str]
    every: bool
    died: bool
    named: Sequence[str]
    telling: Telling
    shown: Span


def compare_deaths(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare how accounts have one person, or the same few, die."""
    found = {report: list(_all(pile, tellings, report)) for report in pile.annotations}
    for here in found.values():
        for left, right in combinations(here, 2):
            pile.look()
            if right.shown.start - left.shown.start <= _NEAR and _differ(pile, left, right, here, here):
                whom = _shared(left, right) or _spoken_of(left, right)
                if whom:
                    yield _finding(pile, left, right, whom, "One report gives both.")
    few, likeness = few_reports(pile), Likeness.of(pile, tellings)
    for one, other in combinations(found, 2) if few else tellings.stories.pairs():
        if pile.origins[one] == pile.origins[other]:
            continue
        for left in found[one]:
            for right in found[other]:
                pile.look()
                whom = (_of_one_spot(pile, left, right) and _shared(left, right)) or _ruled_out(
                    pile, left, right, found
                )
                if not whom or not _differ(pile, left, right, found[one], found[other]):
                    continue
                signs = likeness.signs(left.telling, right.telling)
                if few or (signs.same_day and signs.place and likeness.chance_of(signs) >= _LIKELY):
                    yield _finding(pile, left, right, whom, "The two reports tell one story.")


def _all(pile: Pile, tellings: Tellings, report: str) -> Iterator[_Death]:
    text, found = pile.reports[report].text, pile.annotations[report]
    seen: set[tuple[str, int]] = set()
    for match in _ANY.finditer(text):
        told = told_by(found.statements, match.start(), match.end())
        if told is None:
            continue
        sentence = sentence_at(text, match.start(), match.end())
        shown = words_of(told, sentence, match.start(), text)
        if (told.id, shown.start) in seen:
            continue
        seen.add((told.id, shown.start))
        pronoun = _SHE.match(shown.text)
        ways, denied = _ways(" ; ".join(_of_death(shown.text)))
        whom = _whom(pile, report, shown)
        died = bool(_DIED.search(shown.text))
        if not died:
            whom = {name: 1 for name in whom if name in _named(pile, report, shown)}
        if _OPEN.search(shown.text):
            continue
        if not (ways or denied) or not (whom or pronoun):
            continue
        near = [c for c in found.claims if c.statement == told.id and shown.covers(c.trigger)]
        claim = min(near, key=lambda c: (abs(c.trigger.start - match.start()), c.id)) if near else None
        telling = tellings.of_claim(claim) if claim else tellings.at(report, match.start(), match.end())
        if telling.cumulative:
            continue
        every = bool(_ALL.search(shown.text))
        called = pronoun[1].lower() if pronoun and not whom else ""
        yield _Death(
            claim.id if claim else told.id,
            told,
            whom,
            called,
            ways,
            denied,
            every,
            died,
            _named(pile, report, shown),
            telling,
            shown,
        )


def _of_death(words: str) -> list[str]:
    """The clauses that tell of a death, where some do: "while others were wounded in air strikes" is of no death."""
    clauses = _CLAUSE.split(words)
    return [clause for clause in clauses if _DIED.search(clause)] or [words]


def _ways(words: str) -> tuple[dict[str, str], frozenset[str]]:
    """The ways of dying that some words give, each with its words, and those that they say it was not."""
    ways: dict[str, str] = {}
    denied = set()
    for name, way in _WAYS.items():
        for match in way.finditer(words):
            before = words[max(0, match.start() - 60) : match.start()]
            if takes_back(before) == "denied" or _NONE.search(before[-30:]):
                denied.add(name)
            elif not takes_back(before):
                ways.setdefault(name, match.group())
    return {name: said for name, said in ways.items() if name not in denied}, frozenset(denied)


def _whom(pile: Pile, report: str, shown: Span) -> dict[str, int]:
    """Who died by some words: nouns in the singular and last names, with how many."""
    found: dict[str, int] = {}
    for match in _PERSONS.finditer(shown.text):
        noun = match["noun"].lower()
        plain = _FOLD.get(noun, noun[:-3] + "man" if noun.endswith("men") else singular(noun))
        plain = _FOLD.get(plain, plain)
        said = (match["count"] or "").lower().split()[-1:]
        many = _NUMBERS.get(said[0], int(said[0]) if said[0].isdigit() else 0) if said else 0
        one = noun in (plain, "schoolboy", "schoolgirl") and plain != "victim"
        found.setdefault(plain, many or (1 if one else 0))
    return found | dict.fromkeys(_named(pile, report, shown), 1)


def _named(pile: Pile, report: str, shown: Span) -> list[str]:
    """The last names of persons to whom something was done by some words, or who died, in lower case."""
    whom = [
        who.span
        for claim in pile.annotations[report].claims
        if shown.covers(claim.trigger)
        for who in (*claim.patient, *(claim.agent if claim.predicate.split()[0] in _DYING else ()))
        if who.span is not None and shown.covers(who.span)
    ]
    text = pile.reports[report].text
    near = [Span.of(text, span.start, min(span.end + _BEHIND, shown.end)) for span in whom]
    persons = (e for span in near for e in pile.named_in(report, span) if e.kind is EntityKind.PERSON)
    return [entity.name.lower().split()[-1] for entity in persons]


def _shared(left: _Death, right: _Death) -> str:
    """Whom both speak of: as many, and where they are more than one, said of all of them."""
    for noun in sorted(left.whom.keys() & right.whom.keys()):
        one, other = left.whom[noun], right.whom[noun]
        if one == other == 1 and noun not in _GROUPS:
            return noun
        if one == other > 1 or (noun in _GROUPS and one == other == 1 and left.every is right.every is False):
            return noun
        if (left.every or right.every) and {one, other} & {0} and len({one, other} - {0}) <= 1:
            return noun
    return ""


def _of_one_spot(pile: Pile, left: _Death, right: _Death) -> bool:
    """Whether two reports may mean one death: of somebody by name, of "the student", or at one spot."""
    spots = [spots_in(death.telling.sentence.text) for death in (left, right)]
    shared = bool(spots[0] & spots[1] or left.telling.places & right.telling.places)
    if shared or {*left.named} & {*right.named}:
        return True
    known = any(_KNOWN.search(death.shown.text) for death in (left, right))
    return known and not (spots[0] and spots[1])


def _ruled_out(pile: Pile, left: _Death, right: _Death, found: Mapping[str, Sequence[_Death]]) -> str:
    """Those dead of whom one voice gives a way, and says that it was not the other's ("none showed injuries from a
    fall"): these are the same, whatever both call them."""
    if not few_reports(pile):
        return ""
    for one, other in ((left, right), (right, left)):
        key = pile.holder_key(other.told)
        denied = {way for d in found[other.told.report] if pile.holder_key(d.told) == key for way in d.denied}
        if one.ways and denied.issuperset(one.ways):
            return next(iter(sorted(one.whom.keys() & set(_FOLD.values()) or other.whom)), "")
    return ""


def _spoken_of(left: _Death, right: _Death) -> str:
    """Whom the second of two neighbours means by "she", where the first names one who died."""
    if not right.pronoun or not left.whom:
        return ""
    many = right.pronoun == "they"
    fitting = [noun for noun, count in left.whom.items() if (count != 1) is many]
    return fitting[0] if len(fitting) == 1 else ""


def _differ(pile: Pile, left: _Death, right: _Death, here: Sequence[_Death], there: Sequence[_Death]) -> bool:
    """Whether two voices have somebody die in two ways of which only one can be so."""
    if left.record == right.record or left.told.id == right.told.id:
        return False
    if pile.holder_key(left.told) == pile.holder_key(right.told):
        return False
    one, other = left.telling, right.telling
    if days_apart(one.when, other.when) and not (one.carried or other.carried):
        return False
    if one.placed and other.placed and one.places and other.places and one.places.isdisjoint(other.places):
        return False
    if left.told.id and frozenset((left.told.id, right.told.id)) in pile.once(Struck, Struck).pairs:
        return False
    if not left.ways or not right.ways or not (left.died or right.died):
        return False
    return not any(_together(a, b) for a in left.ways for b in right.ways)


def _together(one: str, other: str) -> bool:
    if one == other:
        return True
    if any({one, other} == pair for pair in _RIVALS):
        return False
    return any(one in ways and other in ways for ways in _ONE)


def _finding(pile: Pile, left: _Death, right: _Death, whom: str, why: str) -> Finding:
    evidence = [pile.evidence(death.told.report, death.shown) for death in (left, right)]
    kinds = [" and ".join(death.ways) for death in (left, right)]
    named = next((d.shown.text for d in (left, right) if whom in d.whom), "")
    words = _called(whom, named)
    where = place_words(pile, left.telling, right.telling)
    reasons = [f"One has {words} die by {kinds[0]}, the other by {kinds[1]}.", why]
    return conflict(
        Slot.CAUSE, CEILING, f"How did {words} die{where}: {kinds[0]} or {kinds[1]}?", reasons,
        *(Answer(d.record, d.told.id, f"{kind} (“{next(iter(d.ways.values()))}”)", e, sort=kind)
          for d, kind, e in zip((left, right), kinds, evidence, strict=True)),
    )  # fmt: skip


def _called(whom: str, words: str) -> str:
    """Those who died as a question names them: "the girl", "the three men", a person by name."""
    for match in _PERSONS.finditer(words):
        noun = match["noun"].lower()
        if whom in (noun, singular(noun), _FOLD.get(noun), _FOLD.get(singular(noun))):
            count = (match["count"] or "").lower().strip()
            return f"the {count} {noun}" if count and count.split()[0] not in ("all", "both") else f"the {noun}"
    found = re.search(rf"(?:(?!The )[A-Z][\w’'-]+ )*(?i:{re.escape(whom)})\b", words)
    return found.group() if found else f"the {whom}"
