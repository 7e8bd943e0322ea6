"""Whether two clauses are of one thing: they stand next to each other and speak of it in like words, or in two reports
of one story that name the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from counterclaim.link.compare.accounts.read import Account, Thing, accounts_of
from counterclaim.link.compare.nouns import modifiers
from counterclaim.link.compare.pairs import ONE_MORE, few_reports, of_one_story, put_together
from counterclaim.link.incidents.likeness import days_apart
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile

#: Two voices of a report speak of one thing if no more than one sentence stands between them.
_NEXT = 2
#: One more of its kind, or a later one.
ANOTHER = re.compile(
    rf"{ONE_MORE}|"
    r"\b(?:another|also|too(?=[,.;]|$)|as well|again|later|earlier|previous(?:ly)?|separate(?:ly)?|"
    r"intensified|resumed|meanwhile)\b",
    re.I,
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
#: What is said of something known ("the shelling", "it").
_THE = re.compile(r"^(?:the|it|they|this|that|he|she)\b", re.I)
_A = re.compile(r"^(?:an?|some|another|other|two|three|several)\b", re.I)
#: A plain clause is no longer than this, in characters.
_SHORT = 100
_THINGS = (
    "ship vessel boat trawler ferry tanker cutter freighter yacht dinghy barge craft launch tug",
    "plane aircraft jet airliner helicopter craft",
    "fire blaze flame inferno",
    "explosion blast",
    "shooting gunfire shot firing gunfight",
    "shelling bombardment barrage shell",
    "talk negotiation meeting talks negotiations table hall session room",
    "man men victim dead people person those",
    "village hut house home",
    "box ballot urn",
    "post base position",
    "strike raid airstrike attack bombing",
    "prison jail",
    "hostage captive",
)
_NO_KIND = frozenset("own same first last young old dead new entire whole very late former".split())
_GROUPS = tuple(frozenset(line.split()) for line in _THINGS)
#: A word for anything of its line; two others of one line are two things.
_GENERAL = frozenset(
    "vessel boat ship craft plane aircraft fire blaze flame explosion blast shooting gunfire shot firing shelling "
    "bombardment barrage shell talk negotiation meeting talks table hall session man men victim dead people person "
    "those village hut house home box post position strike raid airstrike attack bombing prison jail hostage "
    "captive".split()
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts by two voices that may be of one thing. `near`: next to each other in one report."""

    left: Account
    right: Account
    near: bool


def pairs_of_accounts(pile: Pile, tellings: Tellings) -> Iterator[Pair]:
    """Every two accounts that may be of one thing, each once: neighbours, and those of two reports of one story."""
    found = {report: accounts_of(pile, tellings, report) for report in pile.annotations}
    for here in found.values():
        for left, right in combinations(here, 2):
            if right.at - left.at > _NEXT:
                continue
            pile.look()
            if _voices_differ(left, right) and not _other(left, right):
                yield Pair(left, right, near=True)
    if not few_reports(pile):
        return  # of many reports plain words do not say which happening is meant: 11 of 11 so found were wrong
    few = put_together(pile)
    for one, other in of_one_story(pile, tellings):
        if pile.origins[one] == pile.origins[other]:
            continue
        for left in found[one]:
            for right in found[other]:
                pile.look()
                if _voices_differ(left, right) and not _other(left, right) and _named_alike(left, right, few=few):
                    yield Pair(left, right, near=False)


def _voices_differ(left: Account, right: Account) -> bool:
    return left.statement.id != right.statement.id and left.holder != right.holder


def _other(left: Account, right: Account) -> bool:
    """Whether the words say that the two are of two things."""
    if bool(ANOTHER.search(left.words)) is not bool(ANOTHER.search(right.words)):
        return True
    one, other = left.telling, right.telling
    return one.placed and other.placed and bool(one.places and other.places) and one.places.isdisjoint(other.places)


def _named_alike(left: Account, right: Account, *, few: bool) -> bool:
    """Whether the clauses of two reports name one place, person or day, or, of very few reports, what is known."""
    if left.names & right.names or {t.entity for t in left.doers + left.objects if t.entity} & {
        t.entity for t in right.doers + right.objects if t.entity
    }:
        return True
    if left.names and right.names:
        return False
    return few or (left.telling.when == right.telling.when is not None and not left.telling.carried)


def weekdays_in(words: str) -> frozenset[str]:
    """The days of the week that some words name."""
    return frozenset(_WEEKDAY.findall(words))


def other_day(left: Account, right: Account) -> bool:
    """Whether the own words of both set them on two days; one weekday is one day, whatever week each was read as."""
    if left.telling.carried or right.telling.carried:
        return False
    if weekdays_in(left.words) & weekdays_in(right.words):
        return False
    return bool(days_apart(left.telling.when, right.telling.when))


def same(one: Thing, other: Thing, *, near: bool) -> bool:
    """Whether two words for somebody or something may well mean one. Next to each other a pronoun stands for what was
    named before."""
    if one.entity is not None and one.entity == other.entity:
        return True
    if one.pronoun or other.pronoun:
        if one.pronoun and other.pronoun:
            return False
        word, thing = (one.words.lower(), other) if one.pronoun else (other.words.lower(), one)
        if word in {"it", "itself"} and (thing.plural or thing.entity):
            return near and not thing.plural
        return near and not (word in {"they", "them"} and not thing.plural)
    if one.names and other.names and one.names.isdisjoint(other.names):
        return False
    if not (one.definite or other.definite) or _other_kind(one, other):
        return False
    if not one.names & other.names and (_A.match(other.words) or (not near and _A.match(one.words))):
        return False  # one that was not told of before
    return one.head == other.head or _of_one_line(one.head, other.head)


def _other_kind(one: Thing, other: Thing) -> bool:
    """Whether each has a word of its own that tells it from the other ("the government delegation")."""
    kinds = [modifiers(thing.first) - _NO_KIND for thing in (one, other)]
    return bool(kinds[0] and kinds[1]) and kinds[0].isdisjoint(kinds[1])


def _of_one_line(one: str, other: str) -> bool:
    return bool({one, other} & _GENERAL) and any(one in line and other in line for line in _GROUPS)


def any_same(left: Sequence[Thing], right: Sequence[Thing], *, near: bool) -> bool:
    """Whether something of the one may be something of the other."""
    return any(same(one, other, near=near) for one in left for other in right)


def cores_fit(pair: Pair) -> bool:
    """Whether what both clauses are about may be one: what it was done to, and who does it, as far as both say so. If
    they say it of nothing in common, the second has to point back to what the first tells."""
    left, right, near = pair.left, pair.right, pair.near
    roles = [(a, b) for a, b in ((left.objects, right.objects), (left.doers, right.doers)) if a and b]
    if roles:
        return all(any_same(a, b, near=near) for a, b in roles)
    crossed = [(a, b) for a, b in ((left.objects, right.doers), (left.doers, right.objects)) if a and b]
    if any(any_same(a, b, near=near) for a, b in crossed):
        return True
    if not roles and not near:
        return left.claim.predicate == right.claim.predicate and all(_THE.match(a.words) for a in (left, right))
    return near and points_back(pair)


def points_back(pair: Pair) -> bool:
    """Whether the second of two neighbours is short, names nothing new, and may speak of what the first tells."""
    left, right = pair.left, pair.right
    plain = len(left.words) <= _SHORT and len(right.words) <= _SHORT and not _A.match(right.words)
    back = right.phase or _THE.match(right.words) or (left.phase == "begin" and not right.objects)
    return plain and not right.names - left.names and bool(back)
