"""What a clause of a statement tells, and in whose words: what was done, by whom, to what.

Only what a source asserts as a fact is read: no narration, no denial, nothing planned, asked or supposed.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.compare.wording import wording
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import Act, Claim, Manner, Modality, Polarity, Span, Statement, Who

_HELD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
#: What is said in other words than as a fact.
NO_ACCOUNT = frozenset({Act.DENY, Act.REFUSE, Act.ASK, Act.DEMAND, Act.OFFER, Act.PROMISE, Act.THREATEN, Act.CALL_FOR})
PRONOUNS = frozenset("it they he she him her them himself herself themselves itself".split())
#: Verbs that tell of no deed.
STATES = frozenset("be have do say tell make give get include become want need".split())
_PRONOUN_NEXT = re.compile(r"\s+(it|them|him|her)\b")
#: Who did it, behind a verb of which the annotators give no doer.
_BY = re.compile(
    r"(?:\s+\w+)?\s+by\s+((?:the\s+)?(?:[\w’'-]+\s+){0,3}?[a-z][\w’'-]*(?:s|men|army|police|navy|militia))(?=[\s,.;]|$)"
)
_MANY = re.compile(r"(?:(?<![su])s|men|people|police|children)$")
_TOLD = frozenset("tell inform notify brief".split())
_PLURAL = frozenset({"they", "them", "themselves"})
_DEFINITE = re.compile(r"^(?:the|his|her|their|its|our|that|those|this|these|all|both)\b", re.I)
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w’'-]+|^[A-Z][\w’'-]+(?= [A-Z])")
#: What is told as if, or of more than one time.
OPEN = re.compile(
    r"\b(?:[Ii]f|[Ww]hether|[Uu]nless|would|could|may|might|should|allegedly|reportedly|every|daily|often|repeatedly|"
    r"usually|regularly|routinely|(?<!own )(?<!free )will|plans?|planned)\b"
)
#: "Had been allowed to" and the like, right before a verb.
_GOVERNED = re.compile(
    r"(?:allow|order|abl|try|tri|want|prepar|read|authori|threaten|vow|agre|permit)\w* to (?:\w+ )?$"
)
#: A statement of more characters is no plain account of one thing.
_LONG = 260
_END = re.compile(r"[.!?][\"”’']*\s+(?=[\"“‘]?[A-Z])|\n+")
_NUMBER = re.compile(r"\b(?:[ap]\.m|\d|Mr|Mrs|Dr|St|Gen|Col|No)\.$")


@dataclass(frozen=True, slots=True)
class Thing:
    """Somebody or something in a clause: its `words`, its head noun, the names in it, its entity."""

    words: str
    head: str
    names: frozenset[str]
    entity: str | None

    @property
    def pronoun(self) -> bool:
        """Whether it is only "it" or "them"."""
        return self.words.lower() in PRONOUNS

    @property
    def definite(self) -> bool:
        """Whether the words are of something known."""
        return bool(self.names) or bool(_DEFINITE.match(self.words))

    @property
    def plural(self) -> bool:
        """Whether it is more than one, as far as the words tell."""
        words = self.first.split() or [""]
        return words[-1] in _PLURAL or bool(_MANY.search(words[-1]))

    @property
    def first(self) -> str:
        """The phrase up to what is only added to its noun."""
        return re.split(r"\s(?:of|in|on|at|from|for|to|with|near|who|which|that)\s|,", self.words)[0].lower()


@dataclass(frozen=True, slots=True)
class Account:
    """One clause of what a source says. `kinds` are those of the deed, `phase` whether it is told to begin, end or
    last; `words` are the clause, `rest` what stands behind its verb; `at` counts the sentences before it."""

    claim: Claim
    statement: Statement
    kinds: frozenset[str]
    phase: str
    doers: tuple[Thing, ...]
    objects: tuple[Thing, ...]
    words: str
    rest: str
    at: int
    holder: str
    telling: Telling

    @property
    def names(self) -> frozenset[str]:
        """The names in the clause."""
        return names_in(self.words)


def accounts_of(pile: Pile, tellings: Tellings, report: str) -> list[Account]:
    """The accounts that sources give in a report, in the order of its text."""
    return list(_accounts(pile, tellings, report))


def _accounts(pile: Pile, tellings: Tellings, report: str) -> Iterator[Account]:
    text, claims = pile.reports[report].text, pile.annotations[report].claims
    ends = [m.end() for m in _END.finditer(text) if not _NUMBER.search(text[max(0, m.start() - 4) : m.start() + 1])]
    for claim in claims:
        statement = pile.statements[claim.statement]
        if claim.polarity is not Polarity.POSITIVE or claim.modality not in _HELD or not is_account(statement):
            continue
        words = claim.spans[0].text
        if (
            OPEN.search(words)
            or len(words) > _LONG
            or _GOVERNED.search(text[max(0, claim.trigger.start - 30) : claim.trigger.start])
        ):
            continue
        behind = words[max(0, claim.trigger.end - claim.spans[0].start) :]
        doers, objects = things_of(pile, text, claim.agent), things_of(pile, text, claim.patient)
        if not objects and (pronoun := _PRONOUN_NEXT.match(behind)):
            objects = (Thing(pronoun[1], head_noun(pronoun[1]), frozenset(), None),)
        if not doers and (by := _BY.match(behind)):
            doers = (Thing(by[1], head_noun(by[1]), names_in(f"x {by[1]}"), None),)
        if claim.predicate in _TOLD and not doers:
            doers, objects = objects, ()  # who is told learns it
        kinds, phase = _kinds(claim, doers, objects, behind)
        if phase:
            doers, objects = (tuple(t for t in things if not of_noun(t.head)) for things in (doers, objects))
        at = sum(end <= claim.trigger.start for end in ends)
        if claim.predicate in STATES:
            behind = _to_the_end(statement, claim) or behind
        yield Account(
            claim, statement, kinds, phase, doers, objects, words, behind, at, pile.holder_key(statement),
            tellings.of_claim(claim),
        )  # fmt: skip


def _to_the_end(statement: Statement, claim: Claim) -> str:
    """What a statement says behind a verb that only links ("were farmers")."""
    piece = next((p for p in statement.content if p.covers(claim.trigger)), None)
    return piece.text[claim.trigger.end - piece.start :] if piece else ""


def is_account(statement: Statement) -> bool:
    """Whether a source asserts it."""
    told = statement.manner is not Manner.NARRATION and bool(statement.sources)
    return told and statement.act not in NO_ACCOUNT


def things_of(pile: Pile, text: str, whos: tuple[Who, ...]) -> tuple[Thing, ...]:
    """Whoever or whatever fills a slot of a claim, as the words of its report have them."""
    found = []
    for who in whos:
        words = " ".join((who.span.text if who.span else who.name).split())
        entity = pile.entity(who)
        if words:
            before = text[max(0, who.span.start - 2) : who.span.start] if who.span else ""
            inside = before.endswith(" ") and before[0] not in '.!?"”'
            names = names_in(f"x {words}" if inside else words)
            if entity and entity.name.lower() in words.lower():
                names |= names_in(f"x {entity.name}")
            found.append(Thing(words, head_noun(words), names, entity.id if entity else None))
    return tuple(found)


@functools.lru_cache(maxsize=1 << 14)
def names_in(words: str) -> frozenset[str]:
    """The names in some words, in lower case, without what only a sentence begins with."""
    return frozenset(name.lower().removesuffix("'s").removesuffix("’s") for name in _NAME.findall(words)) - _NO_NAMES


_NO_NAMES = frozenset(
    "the a an in on at it he she they we monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december".split()
)


def _kinds(
    claim: Claim, doers: tuple[Thing, ...], objects: tuple[Thing, ...], behind: str
) -> tuple[frozenset[str], str]:
    """The kinds of a claim's deed and its phase; of "the raid began" those of the raid."""
    verb = claim.predicate
    if verb in {"break", "force", "prise", "pry"} and _OPENED.match(behind):
        verb = "open"
    if (particle := _PARTICLE.match(behind)) and f"{verb} {particle[1]}" in _verbs():
        verb = f"{verb} {particle[1]}"
    phase = next((name for name, verbs in _phases().items() if verb in verbs), "")
    nouns = {thing.head for thing in (*doers, *objects)}
    events = frozenset(kind for noun in nouns for kind in of_noun(noun))
    if phase and (events or phase == "last"):
        return events or of_verb(verb), phase
    if claim.trigger.text.lower() != verb and verb in _nominal() and not _verbs().get(verb):
        return of_noun(verb), ""
    begun = re.match(r"[^,;]{0,60}?\b(began|begun|started|ended|stopped|lasted|went on|took place)\b", behind)
    if begun:
        word = begun[1]
        phase = "begin" if word in {"began", "begun", "started"} else "last" if word in {"lasted", "went on"} else ""
        phase = phase or ("end" if word in {"ended", "stopped"} else "be")
        return of_noun(head_noun(claim.trigger.text)) | of_verb(verb), phase
    return of_verb(verb), ""


_PARTICLE = re.compile(r"\s+(out|off|down|up|in|over|dead)\b")
_OPENED = re.compile(r"(?:\s+[\w’'-]+){0,3}?\s+open\b")


def of_verb(verb: str) -> frozenset[str]:
    """The kinds of deed that a verb may tell; its own name where it is of none."""
    return _verbs().get(verb, frozenset({verb}))


def of_noun(noun: str) -> frozenset[str]:
    """The kinds of deed that a noun names."""
    return _nominal().get(noun, frozenset())


@functools.cache
def _verbs() -> dict[str, frozenset[str]]:
    return _turned("verbs")


@functools.cache
def _nominal() -> dict[str, frozenset[str]]:
    return _turned("nouns")


@functools.cache
def _phases() -> dict[str, frozenset[str]]:
    return {name: frozenset(verbs) for name, verbs in wording("accounts")["phases"].items()}


def _turned(key: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, words in wording("accounts")["kinds"].items():
        for word in words[key]:
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def shown_span(account: Account) -> Span:
    """The words that an answer rests on."""
    return account.claim.spans[0]
