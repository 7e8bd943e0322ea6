"""Turned parts: each has the other ram it or walk out; one has somebody resign, the other be dismissed."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.accounts.alike import Pair, any_same, other_day, same
from counterclaim.link.compare.accounts.doers import rivals
from counterclaim.link.compare.accounts.findings import finding
from counterclaim.link.compare.accounts.read import Account, Thing, names_in
from counterclaim.link.compare.deeds.words import OPENS, shots_in
from counterclaim.link.compare.finding import Finding
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.compare.wording import wording
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Slot

_AGAINST = re.compile(
    r"^(?P<one>(?:[\w’'-]+ ){0,6}?[\w’'-]+(?:, [^,.;]{3,30},)?) (?:(?:had|has|have|deliberately|suddenly|then|first|"
    r"simply) )*"
    r"(?P<verb>rammed|hit|struck|ran down|run down|(?:drove|ran|put) (?:its|her|his|their) (?:bows?|prow|stem) into|"
    r"(?:went|ran|run|drove|crashed|sailed|steered|bumped|slammed|ploughed|plowed|"
    r"steamed|veered) into|"
    r"attacked|assaulted|charged(?: at)?|opened fire on|fired on|shot at|set upon|shelled) (?P<other>[^,.;]+)$",
    re.I,
)
_FORCE = frozenset({"attacked", "assaulted", "charged", "charged at", "opened fire on", "fired on", "shot at",
                    "set upon", "shelled"})  # fmt: skip
_FIRST = Sought(
    r"\b(?:(?:fired|shot|attacked|struck|opened fire|charged|hit out|lashed out|punched|pushed|"
    r"moved in|hit them|threw stones) first|first to (?:fire|shoot|open fire|attack|strike)|"
    r"fired the first shots?|threw the first|(?:started|began|provoked) (?:it|the (?:\w+ )?(?:shooting|firing|fight\w*|"
    r"violence|clash\w*|brawl|riot\w*|trouble))|(?:started|began) (?:shooting|firing))\b",
    re.I,
)
_LEFT_FIRST = Sought(r"\bfirst\b|\bbefore (?:any(?:one|body)|the others|everyone)\b", re.I)
_TALKS = re.compile(r"\b(?:talks|negotiat\w+|meeting|table|hall|session|room|conference|dialogue|mediation)\b", re.I)
_ASKED = re.compile(
    r"\b(?:ask(?:ed|ing)? for|request(?:ed|s)?|proposed|sought|initiated|called for|demanded|suggested|"
    r"(?:at|on) the (?:request|invitation|initiative) of)\b",
    re.I,
)
_TALKED_OF = re.compile(
    r"\b(?:meeting|talks|truce|ceasefire|mediation|negotiations|exchange|visit|call|conversation|pause|help|aid|"
    r"summit)\b",
    re.I,
)


def compare_turns(pile: Pile, pair: Pair) -> Iterator[Finding]:
    """Compare who did to whom what either may have done to the other, and how one thing came about."""
    if other_day(pair.left, pair.right):
        return
    for compare in (_swapped, _firsts, _leavers, _askers, _manners):
        yield from compare(pile, pair)


@dataclass(frozen=True, slots=True)
class _Against:
    """A clause in which one runs into another, or attacks it."""

    one: Thing
    other: Thing
    verb: str
    force: bool


@functools.lru_cache(maxsize=1 << 13)
def _against(words: str) -> _Against | None:
    match = _AGAINST.match(" ".join(words.split()))
    if match is None:
        return None
    one, other = (_thing(match[name]) for name in ("one", "other"))
    verb = re.sub(r"^run\b", "ran", match["verb"].lower())
    return _Against(one, other, verb, verb in _FORCE) if one.head and other.head else None


def _uncleft(account: Account) -> str:
    """The words of a clause; of "it was the ferry that had struck it" those of what it says."""
    said = next((p.text for p in account.statement.content if p.covers(account.claim.trigger)), account.words)
    cleft = re.search(
        r"\bit (?:was|is|had been) ([^.;,]{1,60}?) (?:that|who|which) ([^.;]+)$", said.strip(' ."”'), re.I
    )
    return f"{cleft[1]} {cleft[2]}" if cleft else account.words


def _thing(words: str) -> Thing:
    words = re.split(r"\s(?:in|on|at|off|near|with|before|after|from|as|and|while|when)\s", words)[0]
    named = _NAMED.match(words)  # "the patrol boat Orlan", "a trawler, the Marta,"
    return Thing(words, head_noun(named[1] if named else words), names_in(f"x {words}"), None)


_NAMED = re.compile(r"^(.*?\b[a-z]+)(?:,? (?:the )?[“\"]?[A-Z][\w-]+[”\"]?,?)+$")


def _swapped(pile: Pile, pair: Pair) -> Iterator[Finding]:
    left, right = (_against(_uncleft(account)) for account in (pair.left, pair.right))
    if left is None or right is None or left.force is not right.force or (left.force and not pair.near):
        return
    if not (same(left.one, right.other, near=pair.near) and same(left.other, right.one, near=pair.near)):
        return
    one, other = (f"{_the(at.one.words)} {at.verb} {_the(at.other.words)}" for at in (left, right))
    what = "Who attacked whom" if left.force else "Which ran into the other"
    yield finding(
        pile, pair, Slot.ROLES, f"{what}: {_the(left.one.words)} or {_the(right.one.words)}?", (one, other),
        "Each account has the other do it.",
    )  # fmt: skip


def _the(words: str) -> str:
    words = re.sub(r"^an?\s+", "the ", words, flags=re.I)
    return words[0].lower() + words[1:] if words.startswith(("The ", "Its ", "Their ", "His ", "Her ")) else words


def _firsts(pile: Pile, pair: Pair) -> Iterator[Finding]:
    left, right = pair.left, pair.right
    if not (_FIRST.search(left.words) and _FIRST.search(right.words) and left.doers and right.doers):
        return
    if rivals(pile, left, right):
        names = _doers(left), _doers(right)
        why = f"By one account {names[0]} did it first, by the other {names[1]}."
        shots = OPENS in shots_in(left.words) & shots_in(right.words)
        slot = Slot.AGENT if shots else Slot.ROLES  # where who fired is compared as well
        yield finding(pile, pair, slot, f"Who started it: {names[0]} or {names[1]}?", names, why)


def _leavers(pile: Pile, pair: Pair) -> Iterator[Finding]:
    left, right = pair.left, pair.right
    if "stop" not in left.kinds & right.kinds or not (left.doers and right.doers) or not pair.near:
        return
    words = f"{left.words} {right.words}"
    if not _TALKS.search(words) or not (_LEFT_FIRST.search(words) or _cleft(right)):
        return
    if rivals(pile, left, right) or _cleft(right):
        names = _doers(left), _doers(right)
        why = f"By one account it was {names[0]} that left, by the other {names[1]}."
        yield finding(pile, pair, Slot.ROLES, f"Who left the talks: {names[0]} or {names[1]}?", names, why)


def _cleft(account: Account) -> bool:
    """Whether it is said against another account that it was these ("it was the minister who left")."""
    said = " ".join(piece.text for piece in account.statement.content)
    return bool(re.search(r"\bit (?:was|is|had been|were)\b[^.;]{1,60}\b(?:who|that|which)\b", said, re.I))


def _askers(pile: Pile, pair: Pair) -> Iterator[Finding]:
    left, right = pair.left, pair.right
    if not (left.doers and right.doers and _ASKED.search(left.words) and _ASKED.search(right.words)):
        return
    things = [{m.group().lower() for m in _TALKED_OF.finditer(account.words)} for account in (left, right)]
    if not things[0] & things[1]:
        return
    if rivals(pile, left, right) or all(_disjoint(a, b) for a in left.doers for b in right.doers):
        what, names = min(things[0] & things[1]), (_doers(left), _doers(right))
        if any(name.lower() in _POINTS for name in names):
            return  # "we asked for talks" names nobody
        why = f"By one account {names[0]} asked for it, by the other {names[1]}."
        yield finding(pile, pair, Slot.ROLES, f"Who asked for the {what}: {names[0]} or {names[1]}?", names, why)


_POINTS = frozenset("i we you he she it they".split())


def _disjoint(one: Thing, other: Thing) -> bool:
    return bool(one.names and other.names) and one.names.isdisjoint(other.names) and one.entity != other.entity


@functools.cache
def _ways() -> tuple[tuple[str, Sought, Sought], ...]:
    rows = wording("accounts")["manners"]
    return tuple(
        (r["question"], Sought(rf"\b(?:{r['own']})\b", re.I), Sought(rf"\b(?:{r['other']})\b", re.I)) for r in rows
    )


def _manners(pile: Pile, pair: Pair) -> Iterator[Finding]:
    for question, own, other in _ways():
        for one, two in ((pair.left, pair.right), (pair.right, pair.left)):
            mine, theirs = own.search(one.words), other.search(two.words)
            if not mine or not theirs or own.search(two.words) or other.search(one.words):
                continue
            if not _verb_is(one, mine) or not _verb_is(two, theirs):
                continue
            subjects = one.doers or one.objects
            if not any_same(subjects, two.objects, near=pair.near):
                continue
            named = [t for t in (*subjects, *two.objects) if not t.pronoun]
            name = max((t.words for t in named), key=len, default="")
            if not name:
                continue
            answers = (pair.left.words, pair.right.words)
            why = f"One says “{mine.group()}”, the other “{theirs.group()}”."
            yield finding(pile, pair, Slot.ROLES, f"{question.format(name=_the(name))}?", answers, why)
            return


def _verb_is(account: Account, match: re.Match[str]) -> bool:
    """Whether the matched words are those of the clause's own verb."""
    start = account.claim.trigger.start - account.claim.spans[0].start
    return match.start() <= start < match.end() or 0 <= match.start() - start <= _FAR


#: Words of how stand no further behind their verb, in characters.
_FAR = 45


def _doers(account: Account) -> str:
    return " and ".join(_the(thing.words) for thing in account.doers)
