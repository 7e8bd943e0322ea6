"""Who did it, in a few reports put together: the one deed of their story is laid at two doors, by any verb or noun.

A deed of the same kind is the same deed if both name what it was done to, or if it is the one such deed that most of
the reports tell, or if one sets its doers against others in so many words ("it was the guards who …").
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from counterclaim.link.compare.accounts.alike import ANOTHER, any_same, weekdays_in
from counterclaim.link.compare.accounts.doers import in_a_question, plain_words, singular_of, sort_of
from counterclaim.link.compare.accounts.doings import Doing, crimes, doings_of, narrated, of_noun, of_verb
from counterclaim.link.compare.accounts.read import Thing, names_in
from counterclaim.link.compare.accounts.swapped import swapped
from counterclaim.link.compare.asking import definite, past, uncounted
from counterclaim.link.compare.deeds.parties import Parties
from counterclaim.link.compare.deeds.party import Party, Sort, differ, same_side
from counterclaim.link.compare.deeds.told import Deeds, evidence_at
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.nouns import modifiers, singular, without_s
from counterclaim.link.compare.pairs import few_reports, put_together
from counterclaim.link.compare.wording import wording
from counterclaim.link.incidents.likeness import days_apart
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import EntityKind, Slot

_SURE = 0.55
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SORTS = {Sort.STATE: "state", Sort.ARMED: "armed", Sort.GROUP: "armed", Sort.PEOPLE: "people"}


def compare_contested(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare who did the one deed of a few reports."""
    if not few_reports(pile):
        return
    deeds = Deeds(pile, tellings, Parties.in_(pile))
    found = [doing for report in pile.annotations for doing in doings_of(pile, tellings, deeds, report)]
    main = _main_kinds(pile, tellings)
    seen: set[tuple[str, str]] = set()
    for at, left in enumerate(found):
        for right in found[at + 1 :]:
            pile.look()
            key = left.record, right.record
            if key not in seen and _one_deed(pile, left, right, main) and _rivals(pile, left, right):
                seen.add(key)
                yield _finding(pile, left, right)
            elif key not in seen and _brief(pile, left, right) and not _other_time(left, right):
                yield from swapped(pile, left, right)


def _main_kinds(pile: Pile, tellings: Tellings) -> frozenset[str]:
    """The kinds of deed that at least half of the reports tell."""
    count: Counter[str] = Counter()
    for report, here in pile.annotations.items():
        words = (singular(word.lower()) for word in _WORD.findall(pile.reports[report].text))
        count.update(
            {k for claim in here.claims for k in of_verb(claim.predicate)} | {k for w in words for k in of_noun(w)}
        )
    least = 1 if put_together(pile) else max(2, len(pile.annotations) // 3)
    return frozenset(kind for kind, times in count.items() if times >= least and kind in crimes())


def _one_deed(pile: Pile, left: Doing, right: Doing, main: frozenset[str]) -> bool:
    """Whether two accounts may well be of one deed."""
    if left.statement.id == right.statement.id or left.holder == right.holder:
        return False
    if left.report == right.report and narrated(left) and narrated(right):
        return False
    if pile.origins[left.report] == pile.origins[right.report] and left.report != right.report:
        return False
    if bool(ANOTHER.search(left.words)) is not bool(ANOTHER.search(right.words)) or _other_time(left, right):
        return False
    one, other = left.telling, right.telling
    if (
        left.objects
        and right.objects
        and one.placed
        and other.placed
        and one.places
        and other.places
        and one.places.isdisjoint(other.places)
    ):
        return False
    kinds = left.kinds & right.kinds
    stressed = left.stressed or right.stressed
    open_ = _is_open(left.objects) or _is_open(right.objects)
    if open_ and not _brief(pile, left, right):
        return False  # a long report tells of many deeds
    if open_ and (_IN_TURN.search(left.words) or _IN_TURN.search(right.words)):
        return False
    if open_ and left.back and right.back and not (left.kinds and right.kinds):
        return True
    if (left.back and not left.kinds) or (right.back and not right.kinds):
        return bool((left.kinds | right.kinds) & crimes() & main) and not {left.verb, right.verb} & _WEAK
    if not kinds & _known():
        return False
    if open_:
        if {left.verb, right.verb} & _WEAK:
            return False
        return bool(kinds & crimes() & main) or stressed or bool(kinds & crimes() and (_shots(left) or _shots(right)))
    return _same_thing(left.objects, right.objects)


#: Who began, and who only answered, is another question than who did it.
_IN_TURN = re.compile(r"\bfirst\b|\breturn\w* fire\b|\b(?:fired|shot|hit) back\b|\bretaliat\w+", re.I)


def _brief(pile: Pile, left: Doing, right: Doing) -> bool:
    """Whether both reports are so short that they hardly tell of two deeds of a kind."""
    return all(len(pile.reports[doing.report].text) <= _SHORT for doing in (left, right))


#: A report of more characters tells of more than one deed of a kind: of six such lines over eight piles of reports of
#: 1,200 to 1,800 characters none was right, of 17 over reports of 100 to 500 sixteen were.
_SHORT = 700

#: Verbs that tell too many things to be of one deed without what it was done to.
_WEAK = frozenset(
    "take hold carry bring set place drop launch enter move drive leave pull lay cut save hide open close find stop "
    "order issue free move".split()
)


def _is_open(objects: Sequence[Thing]) -> bool:
    """Whether it is not said what it was done to."""
    return all(thing.pronoun or thing.words.lower() in _ANY for thing in objects)


_ANY = frozenset("everything everybody everyone both all".split())


def _shots(doing: Doing) -> bool:
    """Whether it tells of shots that are known ("the shots came from …")."""
    return any(t.head in _SHOTS and t.words.lower().startswith("the ") for t in doing.objects)


_SHOTS = frozenset("shot round bullet shell rocket missile bomb".split())


@functools.cache
def _known() -> frozenset[str]:
    return frozenset(wording("doings")["kinds"])


def _other_time(left: Doing, right: Doing) -> bool:
    if left.telling.carried or right.telling.carried or weekdays_in(left.words) & weekdays_in(right.words):
        return False
    apart = days_apart(left.telling.when, right.telling.when)
    weekdays = bool(weekdays_in(left.words) and weekdays_in(right.words))
    return apart is not None and apart > (0 if weekdays else 1)


def _same_thing(left: Sequence[Thing], right: Sequence[Thing]) -> bool:
    if any_same(left, right, near=False):
        return True
    return any(_of_one_line(one, other) for one in left for other in right)


@functools.cache
def _lines() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in wording("doings")["lines"])


def _of_one_line(one: Thing, other: Thing) -> bool:
    if one.names and other.names and one.names.isdisjoint(other.names):
        return False
    if one.head in modifiers(other.words) or other.head in modifiers(one.words):
        return one.definite and other.definite  # "the sluice gates", "the sluice"
    return any(one.head in line and other.head in line for line in _lines())


@functools.cache
def _trades() -> dict[str, str]:
    return {noun: trade for trade, nouns in wording("doings")["trades"].items() for noun in nouns}


def _trade(words: str) -> str:
    """What trade people are of by the words for them ("army checkpoint": of the army)."""
    phrase = re.split(r"\s(?:in|from|at|who)\s|,", words)[0]
    nouns = (singular_of(without_s(word.lower())) for word in _WORD.findall(phrase))
    found = [_trades()[noun] for noun in nouns if noun in _trades()]
    return found[-1] if found else ""


def _rivals(pile: Pile, left: Doing, right: Doing) -> bool:
    """Whether nobody whom the one names as a doer can be one whom the other names."""
    if not (left.doers and right.doers):
        return False
    pairs = [
        (a, p, b, q)
        for a, p in zip(left.doers, left.parties or (None,) * len(left.doers), strict=False)
        for b, q in zip(right.doers, right.parties or (None,) * len(right.doers), strict=False)
    ]
    if any(a.names & names_in(right.words) or b.names & names_in(left.words) for a, _, b, _ in pairs):
        return False
    return bool(pairs) and all(_two(pile, left, right, *pair) for pair in pairs)


def _two(pile: Pile, left: Doing, right: Doing, a: Thing, p: Party | None, b: Thing, q: Party | None) -> bool:
    if a.pronoun or b.pronoun or (a.entity == b.entity is not None) or a.names & b.names:
        return False
    sorts = [_sort(thing, party) for thing, party in ((a, p), (b, q))]
    if "anybody" in sorts:
        return False
    if p is not None and q is not None:
        if same_side(p, q):
            return False
        one_rule = sorts[0] == sorts[1] == "state" and not (p.states and q.states)
        if not one_rule and differ(
            (p,), (q,), sorted({pile.reports[left.report].text, pile.reports[right.report].text})
        ):
            return True
    trades = [_trade(thing.words) for thing in (a, b)]
    if all(sorts) and sorts[0] != sorts[1]:
        return True
    if trades[0] and trades[1]:
        return trades[0] != trades[1]
    if all(sorts):
        return sorts[0] == "people" and a.head != b.head
    if left.stressed or right.stressed:
        return _apart(a, b)
    kinds = [_kind(pile, thing) for thing in (a, b)]
    return all(kinds) and bool(a.names and b.names) and kinds[0] == kinds[1]


def _apart(a: Thing, b: Thing) -> bool:
    """Whether the words for two doers of whom little is known have nothing in common, and one at least is named."""
    words = [{w.lower()[:4] for w in _WORD.findall(t.words) if len(w) > 3} for t in (a, b)]
    return bool(a.names or b.names) and not words[0] & words[1]


def _kind(pile: Pile, thing: Thing) -> EntityKind | None:
    entity = pile.entities.get(thing.entity or "")
    return entity.kind if entity else None


#: Whose they are decides what they are: "government militiamen".
_OF_RULE = re.compile(r"\b(?:pro-)?(?:government|state|regime|army|police)['’]?s? \w")
_OWN = (["our"], ["my"], ["their"], ["his"], ["her"], ["its"])


def _sort(thing: Thing, party: Party | None) -> str:
    own = thing.words.lower().split()[:1] in _OWN
    if _OF_RULE.search(thing.first) and not own:
        return "state"
    found = "" if own else sort_of(thing.words)
    if found == "anybody":
        return "state" if party is not None and party.sort is Sort.STATE else found
    if found:
        return found
    return (_SORTS.get(party.sort, "") if party is not None else "") or found


def _finding(pile: Pile, left: Doing, right: Doing) -> Finding:
    names = tuple(" and ".join(plain_words(thing.words) for thing in one.doers) for one in (left, right))
    evidence = [evidence_at(pile, doing.statement, doing.telling) for doing in (left, right)]
    return conflict(
        Slot.AGENT,
        _SURE,
        _question(left, right),
        [f"One has {names[0]} do it, the other {names[1]}.", "Their few reports tell one story."],
        Answer(left.record, left.statement.id, names[0], evidence[0], left.holders, _side(left)),
        Answer(right.record, right.statement.id, names[1], evidence[1], right.holders, _side(right)),
    )


def _side(doing: Doing) -> str:
    """A name for the doers that is the same however they are called."""
    party = doing.parties[0] if doing.parties else None
    if party is None or not (party.entity or party.names):
        return ""
    return party.entity or " ".join(sorted(party.names))


def _question(left: Doing, right: Doing) -> str:
    """Who did it, in the words of the account that says more plainly to what."""
    for doing in sorted((left, right), key=lambda d: (d.blame, not any(t.names for t in d.objects))):
        for thing in doing.objects:
            what = uncounted(_NUMBER.sub("", definite(thing.words)))
            if what and doing.verb and not doing.back:
                return f"Who {past(doing.verb)} {in_a_question(what, thing)}?"
    return "Who did it?"


#: A number of many words, before what is counted.
_NUMBER = re.compile(r"^(?:[\w-]+ )?(?:hundred|thousand|million)(?: and [\w-]+)? ", re.I)
