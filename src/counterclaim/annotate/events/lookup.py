"""Which event a word tells: the lexicon's first row that holds of it, with the mode that the words around it show."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from counterclaim.annotate.events.conditions import Condition, Row, conditions
from counterclaim.annotate.events.nouns import MEANS, NOUNS
from counterclaim.annotate.events.slots import fillers, is_slot, is_verb, lemmas, plain_lemma, prepositions, theme
from counterclaim.annotate.events.verbs import HAPPENING, HOSTILE, LIGHT, VERBS

#: "The conflict began in March", "the May 5 attack": names of times tell nothing.
_TIMES = frozenset({"DATE", "TIME"})

#: The mode of what is demanded, refused or threatened, by the event that is.
_MODES: dict[str, dict[str, str]] = {
    "REQUEST": {
        "AID": "assist",
        "COOPERATE": "assist",
        "SUPPORT": "assist",
        "CONCEDE": "change",
        "RETREAT": "yield",
        "CONSULT": "meet",
        "AGREE": "meet",
    },
    "REJECT": {
        "AID": "assist",
        "COOPERATE": "assist",
        "CONCEDE": "change",
        "RETREAT": "yield",
        "CONSULT": "meet",
        "AGREE": "meet",
    },
    "THREATEN": {
        "ASSAULT": "violence",
        "COERCE": "restrict",
        "SANCTION": "relations",
        "PROTEST": "relations",
    },
}
_CHANGES = frozenset("reform resignation resign change election right freedom justice independence autonomy".split())


#: Before what an assault is done with.
_BY_MEANS = ("in", "by", "with", "from", "during")
#: What tells that a report's strikes are of workers, and means that such a report may tell of as well.
_STOPPAGES = frozenset("walkout stoppage picket striker unionist".split())
_FEW = frozenset("helicopter gas gunshot pistol rifle shot shooting bullet plane aircraft tank cluster gun jet".split())
_ON = frozenset({"on", "general"})
_CARRIES = frozenset(word.split("_")[0] for word in LIGHT | HAPPENING)


@dataclass(frozen=True, slots=True)
class EventType:
    """A root of PLOVER and, where it is clear, its mode. As text "ROOT" or "ROOT:mode", as `Claim.event` has it."""

    root: str
    mode: str | None = None

    def __str__(self) -> str:
        return f"{self.root}:{self.mode}" if self.mode else self.root


@dataclass(frozen=True, slots=True)
class _Entry:
    type: EventType | None
    conditions: tuple[Condition, ...]


def _index(rows: Sequence[Row]) -> dict[str, tuple[_Entry, ...]]:
    """The rows of each word, those without conditions last."""
    index: dict[str, list[_Entry]] = {}
    for root, mode, condition, words in sorted(rows, key=lambda row: not row[2]):
        entry = _Entry(EventType(root, mode) if root else None, conditions(condition))
        for word in words.split():
            index.setdefault(word, []).append(entry)
    return {word: tuple(entries) for word, entries in index.items()}


@functools.cache
def _lexicon() -> tuple[dict[str, tuple[_Entry, ...]], dict[str, tuple[_Entry, ...]]]:
    return _index(VERBS), _index(NOUNS)


@functools.cache
def _means() -> dict[str, tuple[int, str]]:
    """For each word of a means its rank and mode."""
    return {word: (rank, mode) for rank, (mode, words) in reversed(list(enumerate(MEANS))) for word in words.split()}


class Lookup:
    """Looks up the words of one parsed report. What was found of a word is kept, as many rows ask about the same."""

    def __init__(self) -> None:
        self._types: dict[int, EventType | None] = {}
        self._of_work: bool | None = None
        self._fillers: dict[tuple[int, str], list[Token]] = {}
        self._prepositions: dict[int, dict[str, list[Token]]] = {}

    def event_of(self, token: Token) -> EventType | None:
        """The event that a verb or noun tells, None if it tells none."""
        found = self._plain(token)
        if found is None or found.mode is not None:
            return found
        if found.root in _MODES:
            return replace(found, mode=self._mode_of_what(token, found.root))
        return replace(found, mode=self._by_means(token)) if found.root == "ASSAULT" else found

    def named(self, token: Token, predicate: str) -> EventType | None:
        """The event of what a word that is not tagged as a verb and is in no row has been read as: "capture" for the
        noun in "took control", "injure" in "BLAST INJURES THREE"."""
        if is_verb(token) or any(True for _ in _entries(token)):
            return None
        last = _lexicon()[0].get(predicate.replace(" ", "_"), ())[-1:]
        return next((entry.type for entry in last if not entry.conditions), None)

    def is_event(self, token: Token) -> bool:
        """Whether a word tells an event."""
        return self._plain(token) is not None

    def carried_by(self, token: Token) -> Token | None:
        """The noun that tells the event of a verb that tells none itself ("carried out an attack", "clashes broke
        out", "there was an attack"); None if there is no such noun."""
        if not is_verb(token):
            return None
        nouns: list[Token] = []
        first = plain_lemma(token)
        if first == "be":
            nouns = [c for c in token.children if c.dep_ == "attr" and any(e.dep_ == "expl" for e in token.children)]
        elif first in _CARRIES:
            words = list(lemmas(token))
            if any(word in LIGHT for word in words):
                nouns = self.fillers(token, "obj") or self.fillers(token, "in")
            if not nouns and any(word in HAPPENING for word in words):
                about = theme(token)
                nouns = [about] if about is not None else []
        return next((noun for noun in nouns if not is_verb(noun) and self._plain(noun)), None)

    def fillers(self, token: Token, slot: str) -> list[Token]:
        """What fills a slot of a word."""
        if not is_slot(slot):
            if token.i not in self._prepositions:
                self._prepositions[token.i] = prepositions(token)
            return self._prepositions[token.i].get(slot, [])
        key = token.i, slot
        if key not in self._fillers:
            self._fillers[key] = fillers(token, slot)
        return self._fillers[key]

    def root_of(self, token: Token) -> str | None:
        """The root of what a complement tells; "HOSTILE" if it tells no event, but could be threatened with."""
        found = self._plain(token)
        if found is not None:
            return found.root
        return "HOSTILE" if is_verb(token) and token.lemma_.lower() in HOSTILE else None

    def _plain(self, token: Token) -> EventType | None:
        """The event by the lexicon alone. A word that is asked about again while its own rows are read tells none."""
        if token.i in self._types:
            return self._types[token.i]
        self._types[token.i] = None
        for entry in _entries(token):
            if all(condition.holds(token, self) for condition in entry.conditions):
                self._types[token.i] = entry.type
                break
        if (
            self._types[token.i] == EventType("ASSAULT")
            and token.lemma_.lower() == "strike"
            and self._is_of_work(token)
        ):
            self._types[token.i] = EventType("PROTEST", "boycott")
        return self._types[token.i]

    def _is_of_work(self, strike: Token) -> bool:
        """Whether a strike of which nothing is said is one of workers: the report tells of walkouts or of who is "on
        strike", and of no bombs."""
        if is_verb(strike) and self.fillers(strike, "obj"):
            return False
        if self._of_work is None:
            lemmas_told = {token.lemma_.lower() for token in strike.doc}
            on_strike = any(t.lower_ == "strike" and t.i and t.nbor(-1).lower_ in _ON for t in strike.doc)
            of_union = any(t.lemma_ == "union" and any(_is_strike(w) for w in t.sent) for t in strike.doc)
            bombs = set(_means()) - _FEW
            self._of_work = (on_strike or of_union or bool(_STOPPAGES & lemmas_told)) and not bombs & lemmas_told
        return self._of_work

    def _mode_of_what(self, token: Token, root: str) -> str | None:
        modes = _MODES[root]
        for what in self.fillers(token, "what"):
            found = self._plain(what)
            if found is not None and found.root in modes:
                return modes[found.root]
            lemma = what.lemma_.lower()
            if root == "THREATEN" and lemma in HOSTILE and is_verb(what):
                return "violence"
            if root != "THREATEN" and lemma in _CHANGES:
                return "change"
        return None

    def _by_means(self, token: Token) -> str | None:
        """The mode of an assault by what its own clause or noun phrase says it is done with: the subject, what stands
        before a noun, and phrases with "in", "by", "with", "from" and "during"."""
        known = _means()
        near = [token, *self.fillers(token, "subj"), *self.fillers(token, "mod")]
        near += [noun for word in _BY_MEANS for noun in self.fillers(token, word)]
        words = (part for each in near for part in (each, *_own(each)))
        found = [known[word.lemma_.lower()] for word in words if word.lemma_.lower() in known and not _mild(word)]
        if found:
            return min(found)[1]
        told = (self._plain(each) for each in near if each != token)  # "killed in an air strike"
        return next((each.mode for each in told if each is not None and each.root == "ASSAULT" and each.mode), None)


def _entries(token: Token) -> Iterator[_Entry]:
    """The rows of a word: a verb's, or a noun's where the tagger takes one for a verb ("airstrikes")."""
    words = _words()
    if (token.lower_ not in words and plain_lemma(token) not in words) or token.ent_type_ in _TIMES:
        return
    verbs, nouns = _lexicon()
    keys = list(lemmas(token))
    for table in (verbs, nouns) if is_verb(token) else (nouns,):
        rows = [entry for key in keys for entry in table.get(key, ())]
        if rows:
            yield from rows
            return


@functools.cache
def _words() -> frozenset[str]:
    """The first words of all that is in the lexicon."""
    return frozenset(key.split("_")[0] for table in _lexicon() for key in table)


def _is_strike(word: Token) -> bool:
    return word.lemma_.lower() == "strike" and word.pos_ == "NOUN"


def _mild(word: Token) -> bool:
    """Whether it is the gas of riot police."""
    return any(child.lower_ == "tear" for child in word.children)


def _own(token: Token) -> Iterator[Token]:
    """What stands before a noun in its phrase."""
    return (child for child in token.children if child.dep_ in {"compound", "amod", "nmod"})
