"""Who did it: two voices name two doers of what can be done only once."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from counterclaim.link.compare.accounts.alike import Pair, any_same, other_day
from counterclaim.link.compare.accounts.findings import finding
from counterclaim.link.compare.accounts.read import Account, Thing, names_in, of_noun
from counterclaim.link.compare.asking import definite, past, uncounted
from counterclaim.link.compare.deeds.described import described
from counterclaim.link.compare.deeds.parties import Parties
from counterclaim.link.compare.deeds.party import Party, differ
from counterclaim.link.compare.finding import Finding
from counterclaim.link.compare.nouns import singular, without_s
from counterclaim.link.compare.wording import wording
from counterclaim.link.pile import Pile
from counterclaim.records import Act, Slot, Who

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_CLEFT = re.compile(r"\bit (?:was|is|had been|were)\b[^.;]{1,60}\b(?:who|that|which)\b", re.I)
_OWN = re.compile(r"\b(?:own|themselves|itself)\b", re.I)
_OTHER = re.compile(r"^(?:other|another|rival)\b", re.I)


def compare_doers(pile: Pile, pair: Pair) -> Iterator[Finding]:
    """Compare who did to one thing what only one can have done."""
    left, right = pair.left, pair.right
    if not _one_kind(pair) or not (left.doers and right.doers) or other_day(left, right):
        return
    done = pair.near and (_of_its_noun(left, right) or "do" in {left.claim.predicate, right.claim.predicate})
    if left.objects and right.objects and not done and not any_same(left.objects, right.objects, near=pair.near):
        return
    if not (left.objects or right.objects) or (not pair.near and not (left.objects and right.objects)):
        return
    if rivals(pile, left, right):
        names = tuple(" and ".join(plain_words(thing.words) for thing in one.doers) for one in (left, right))
        yield finding(
            pile, pair, Slot.AGENT, _question(left, right), (names[0], names[1]),
            f"One has {names[0]} do it, the other {names[1]}.",
        )  # fmt: skip


def _one_kind(pair: Pair) -> bool:
    """Whether both tell of one kind of deed, that only one can have done: what is done once, or what the one lays at
    another's door in so many words."""
    left, right = pair.left, pair.right
    if pair.near and right.claim.predicate == "do" and any(thing.pronoun for thing in right.objects):
        return bool(left.kinds & once())  # "no, the police did it"
    kinds = left.kinds & right.kinds
    if kinds & once() == {"stop"} and not {left.claim.predicate, right.claim.predicate} & _STOPS:
        return False  # both may have left
    if kinds & once() or (pair.near and _of_its_noun(left, right)):
        return True
    blamed = any(account.statement.act is Act.ACCUSE for account in (left, right))
    return bool(kinds & _FORCE) and (blamed or _stressed(left) or _stressed(right))


def _of_its_noun(left: Account, right: Account) -> bool:
    """Whether the second tells who did what the first tells, by its noun ("fired the shots", "laid the fire")."""
    nouns = {kind for thing in right.objects if thing.definite for kind in of_noun(thing.head)}
    return bool(left.kinds & once() and left.kinds & nouns)


_STOPS = frozenset({"break off", "call off", "suspend", "end", "cancel"})
_FORCE = frozenset({"hit", "shoot", "enter", "board", "blast"})


def _stressed(account: Account) -> bool:
    """Whether it is said against another account that it was these ("it was the navy's own boat that")."""
    said = " ".join(piece.text for piece in account.statement.content)
    return bool(_CLEFT.search(said) or any(_OWN.search(t.words) for t in (*account.doers, *account.objects)))


@functools.cache
def once() -> frozenset[str]:
    """The kinds of deed that cannot be done twice to one thing."""
    return frozenset(wording("accounts")["once"])


@functools.cache
def _sorts() -> dict[str, str]:
    return {noun: sort for sort, nouns in wording("accounts")["people"].items() for noun in nouns}


@functools.cache
def _anybody() -> frozenset[str]:
    return frozenset(wording("accounts")["anybody"])


def sort_of(words: str) -> str:
    """What sort of people some words are for: of a state, armed, others; "anybody" where they leave it open; empty
    where they are for nobody known."""
    found = [
        singular_of(without_s(word.lower()))
        for word in _WORD.findall(re.split(r"\s(?:in|from|at|of the|who)\s|,", words)[0])
    ]
    for noun in reversed(found):
        if noun in _anybody():
            sorts = [_sorts()[other] for other in found if other in _sorts()]
            return sorts[0] if sorts else "anybody"
        if noun in _sorts():
            return _sorts()[noun]
    return "people" if found and _PERSON.search(found[-1]) and found[-1] not in _NO_PERSON else ""


#: What most nouns for people end in, and nouns that only end so.
_PERSON = re.compile(r"(?:[^aeou](?:er|or)|ist|man|men|woman|ian|eer|ic|ant|ee|ard|herd)$")
_NO_PERSON = frozenset(
    "carrier barrier pier frontier tier tanker freighter helicopter bomber mortar water border order river winter "
    "weather power fever cancer computer cutter trawler destroyer number letter paper corner tower shelter "
    "container reactor tractor motor door floor traffic music fabric clinic republic public plant committee "
    "coffee fist mist launcher trailer liner steamer cruiser bunker crater hangar harbor timber lumber chamber "
    "quarter matter error terror horror factor sector mirror anchor detonator generator transformer propeller "
    "charter card yard board".split()
)


def singular_of(word: str) -> str:
    """A noun in the singular, "policemen" too."""
    return word[:-3] + "man" if word.endswith("men") else singular(word)


def rivals(pile: Pile, left: Account, right: Account) -> bool:
    """Whether nobody whom the one names as a doer can be one whom the other names."""
    return all(_two(pile, (left, one), (right, other)) for one in left.doers for other in right.doers)


def _two(pile: Pile, one: tuple[Account, Thing], other: tuple[Account, Thing]) -> bool:
    things = one[1], other[1]
    if any(thing.pronoun for thing in things) or things[0].entity == things[1].entity is not None:
        return False
    sorts = [sort_of(thing.words) for thing in things]
    if "anybody" in sorts or _named_by_other(one, other) or _named_by_other(other, one):
        return False
    if sorts == ["state", "state"] and _one_rule(*things):
        return False
    parties = [_party(pile, *item) for item in (one, other)]
    if parties[0] and parties[1]:
        texts = sorted({pile.reports[item[0].claim.report].text for item in (one, other)})
        if differ((parties[0],), (parties[1],), texts):
            return True
    heads = {thing.head for thing in things}
    if not all(sorts) or len(heads) == 1:
        return all(sorts) and any(_OTHER.match(thing.words) for thing in things)
    trades = sorts[0] == sorts[1] == "people" and not all(_crowd(thing.head) for thing in things)
    return sorts[0] != sorts[1] or trades or any(_OTHER.match(thing.words) for thing in things)


def _one_rule(one: Thing, other: Thing) -> bool:
    """Whether both may act for one government: one is called only "the army" or "the government"."""
    named = [thing.names - {"armed", "forces", "army", "government"} for thing in (one, other)]
    last = {thing.first.split()[-1] for thing in (one, other) if thing.first.split()}
    return bool(last & _RULE) and not (named[0] and named[1])


_RULE = frozenset("government regime authorities army military forces ministry state".split())


def _named_by_other(one: tuple[Account, Thing], other: tuple[Account, Thing]) -> bool:
    """Whether the other's clause names the one's doers too, beside its own ("soldiers allied with the Front")."""
    beside = one[1].names & names_in(other[0].words) - other[1].names
    return bool(beside)


def _crowd(head: str) -> bool:
    """Whether a noun for people is one that others of them may be called by as well."""
    return singular_of(head) in _CROWD


_CROWD = frozenset(
    "protester demonstrator marcher striker student inmate prisoner detainee convict villager activist rioter resident "
    "supporter fan hooligan worker migrant refugee employee staff opposition looter settler local townsman "
    "neighbour neighbor".split()
)


def _party(pile: Pile, account: Account, thing: Thing) -> Party | None:
    who = next((w for w in account.claim.agent if " ".join((w.span.text if w.span else w.name).split()) == thing.words),
               Who(None, thing.words))  # fmt: skip
    report = account.claim.report
    return Parties.in_(pile).of(report, who, account.statement) or described(who, pile.reports[report].text)


def plain_words(words: str) -> str:
    """A phrase without its article."""
    return re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.I)


def _question(left: Account, right: Account) -> str:
    """Who did it, in the words of the account that says more plainly to what."""
    for account in sorted((left, right), key=lambda a: not any(t.names for t in a.objects)):
        for thing in account.objects:
            what = uncounted(definite(thing.words))
            if what:
                return f"Who {past(account.claim.predicate)} {in_a_question(what, thing)}?"
    return "Who did it?"


def in_a_question(what: str, thing: Thing) -> str:
    """The words for a thing as they stand inside a question: without the capital letter that only began a sentence,
    and with that of a name."""
    return what if thing.names and " " not in what else _OPENING.sub(lambda m: m[0].lower(), what)


#: What only begins a sentence with a capital letter.
_OPENING = re.compile(r"^(?:[A-Z](?=[\w-]* [a-z])|The\b|All\b|[A-Z](?=[\w-]*$))")
