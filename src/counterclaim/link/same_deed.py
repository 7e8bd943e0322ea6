"""What one claim tells of a deed, and what it says that another one shares it.

What two claims share is weighed: a body, a group or a person that few reports name says much, a state little; so do a
place that few reports name, an exact day, the same number, one incident, and telling words of their sentences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.link.compare.charges import CLASS_OF
from counterclaim.link.compare.nouns import head_noun, modifiers, tells
from counterclaim.link.incidents.bags import cosine
from counterclaim.link.incidents.likeness import Likeness, set_apart
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.scenes import Scene
from counterclaim.link.when import days_between, within
from counterclaim.records import Claim, EntityKind, Polarity, Who

#: Verbs and nouns of one deed, beside those of charges; of what has no class of its own its PLOVER root decides.
_KINDS = {
    "kill": "kill die murder execute slaughter massacre assassinate behead lynch perish slay death killing execution",
    "wound": "wound injure hurt maim",
    "attack": "explode explosion blast detonate blow bombing bombardment bombard shelling airstrike launch drop slam "
    "pound batter offensive assault barrage rock blow strike clash fight battle fighting ambush",
    "capture": "capture seize take retake recapture overrun storm liberate conquer control recover",
    "arrest": "arrest detain round",
    "meet": "meet convene gather session",
    "arrive": "arrive arrival",
    "free": "free release",
    "flee": "flee evacuate evacuation displace",
    "withdraw": "withdraw withdrawal retreat pullout",
    "agree": "agree agreement sign truce ceasefire deal",
    "destroy": "destroy demolish damage burn wreck raze gut",
    "besiege": "besiege siege blockade encircle surround",
}
KIND_OF = CLASS_OF | {word: kind for kind, words in _KINDS.items() for word in words.split()}
_QUANTITIES = frozenset("hundred thousand dozen score ten number most rest half third all".split())
_NOBODY = frozenset({"he", "she", "it", "they", "who", "which", "that", "this", "one", "we", "i", "you"})
_ARMED = frozenset("rebel militant terrorist insurgent gunman jihadist extremist fighter opposition separatist".split())
#: Those to whom it is done in most news.
_ANYBODY = frozenset("people person civilian man woman child victim area region city town village house home".split())
_BODIES = frozenset({EntityKind.GROUP, EntityKind.ORGANIZATION, EntityKind.STATE})
#: What more than this share of the reports name does not tell one happening from another.
_COMMON, _SMALL = 0.12, 12.0
#: Reports no further apart than this, in days, can tell of one happening whose day only one of them gives.
DAYS = 2
#: How likely one happening has to be, and what is taken for it where gathering has made one incident of them.
_LIKELY, _GATHERED = 0.5, 0.9
#: What two claims must share to say the same.
_ENOUGH = 4.0
#: How much shared words say at the most, and by what their cosine is multiplied.
_WORDS, _WORDS_MOST = 4.0, 2.0


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with what decides whether another one says the same. `agents` and `patients` are keys of those who take
    part, entities or nouns; `number` counts those to whom it is done."""

    claim: Claim
    published: date | None
    scene: Scene
    kind: str
    agents: frozenset[str]
    patients: frozenset[str]
    places: frozenset[str]
    number: float | None

    @property
    def day(self) -> date | None:
        """The day that its own sentence gives."""
        return None if self.scene.carried else self.scene.day


def kind_of(claim: Claim) -> str:
    """The kind of deed that a claim tells of, or says was not done."""
    kind = _kind(claim)
    return f"not {kind}" if claim.polarity is Polarity.NEGATIVE else kind


def _kind(claim: Claim) -> str:
    word = claim.predicate.split()[0]
    if claim.event and claim.event.startswith("ASSAULT"):
        return KIND_OF.get(word, "attack") if word not in {"use"} else "use"
    return KIND_OF.get(word, word)


def parts_of(pile: Pile, report: str, whos: Sequence[Who]) -> frozenset[str]:
    """Who takes part: entities, and nouns."""
    return frozenset(part for who in whos if (part := _part(pile, report, who)))


def _part(pile: Pile, report: str, who: Who) -> str | None:
    """The entity, the one body that the words name ("militants of the Front"), or the noun with its adjectives."""
    actor = pile.actor(who)
    if actor is not None:
        return actor
    if who.span is not None:
        named = {e.id: e for e in pile.named_in(report, who.span) if e.kind in _BODIES}
        if len(named) == 1:
            (body,) = named.values()
            return pile.actor(Who(body.members[0], body.name))
    words = who.span.text if who.span else who.name
    noun = head_noun(words)
    if not tells(noun) or noun in _QUANTITIES or who.name.lower() in _NOBODY:
        return None
    if noun in _ARMED:
        return "rebel"  # accounts call the same ones by any of these
    return " ".join([*sorted(modifiers(words) - {noun}), noun])


@dataclass(frozen=True, slots=True)
class Weights:
    """What it says that two claims share something: the less often it is named, the more."""

    nouns: Mapping[str, int]
    entities: Mapping[str, int]
    most: float
    tellings: Tellings
    likeness: Likeness

    @classmethod
    def of(cls, pile: Pile, tellings: Tellings, told: Sequence[Told]) -> Weights:
        """The weights in a pile of which these are all claims that are looked at."""
        seen: dict[str, set[str]] = defaultdict(set)
        for one in told:
            for part in one.agents | one.patients:
                seen[part.split()[-1]].add(one.claim.report)
        nouns = Counter({noun: len(where) for noun, where in seen.items()})
        most = max(_SMALL, _COMMON * len(pile.reports))
        return cls(nouns, pile.frequency, most, tellings, Likeness.of(pile, tellings))

    def same(self, left: Told, right: Told, *, one: bool) -> bool:
        """Whether two claims of one kind say the same; `one` if they are of one incident."""
        shared = self.shared(left, right, one=one)
        return shared is not None and shared >= _ENOUGH and self.likely(left, right, one=one) >= _LIKELY

    def plain(self, told: Told, others: Sequence[Told]) -> bool:
        """Whether what a claim says of who did it, and to whom, another one says as well."""
        who = not told.agents or any(self._shared(told.agents, o.agents) for o in others if o is not told)
        return who and (
            not told.patients or any(self._shared(told.patients, o.patients) for o in others if o is not told)
        )

    def likely(self, left: Told, right: Told, *, one: bool) -> float:
        """How likely two claims tell of one happening: 0 if they name other days, places or means."""
        if left.claim.report == right.claim.report:
            return 0.0
        if left.day and right.day and left.day != right.day:
            return 0.0
        same_day = left.day is not None and left.day == right.day
        if not same_day and not near(left.published, right.published):
            return 0.0
        tellings = self.tellings.of_claim(left.claim), self.tellings.of_claim(right.claim)
        if set_apart(*tellings) and not (one and not _other_places(left, right)):
            return 0.0
        chance = self.likeness.chance_of(self.likeness.signs(*tellings))
        return max(chance, _GATHERED) if one else chance

    def shared(self, left: Told, right: Told, *, one: bool) -> float | None:
        """How much two claims share of what they say; None where one says what the other does not: another doer,
        another object, another number."""
        if left.number is not None and right.number is not None and left.number != right.number:
            return None
        who, whom = self._shared(left.agents, right.agents), self._shared(left.patients, right.patients)
        if who is None and self._names(left.agents) and self._names(right.agents):
            return None
        if whom is None and left.number is None:
            return None
        if left.kind == "capture" and not who:
            return None  # each side says that it holds the town
        places = {p for p in left.places & right.places if self.entities.get(p, 0) <= self.most}
        number = left.number if left.number == right.number else None
        if not (who or whom or places or (number or 0) > 1):
            return None
        told = (
            (who or 0.0)
            + (whom or 0.0)
            + 1.5 * bool(places)
            + (1.5 if number is not None and number > 1 else 0.0)
            + 1.0 * (left.day is not None and left.day == right.day)
            + 1.0 * one
        )
        return told + self._words(left, right) if told + _WORDS_MOST >= _ENOUGH else told

    def _words(self, left: Told, right: Told) -> float:
        """What the words say that the two sentences share."""
        one, other = (self.tellings.of_claim(told.claim).words for told in (left, right))
        return min(_WORDS_MOST, _WORDS * cosine(one, other))

    def _shared(self, left: frozenset[str], right: frozenset[str]) -> float | None:
        """What the parts that two claims share say; None if both tell of somebody and share nobody."""
        if not left or not right:
            return 0.0
        return max(self._weight(one, other) for one in left for other in right) or None

    def _names(self, parts: frozenset[str]) -> bool:
        return any(self._is_named(part) for part in parts)

    def _is_named(self, part: str) -> bool:
        return part in self.entities or part.startswith("state ")

    def _weight(self, left: str, right: str) -> float:
        if left == right and self._is_named(left):
            common = left.startswith("state ") or self.entities.get(left, 0) > self.most
            return 1.0 if common else 2.0
        if self._is_named(left) or self._is_named(right) or left.split()[-1] != right.split()[-1]:
            return 0.0
        noun = left.split()[-1]
        if left == right and " " in left and noun not in _ANYBODY:
            return 1.5 if self.nouns.get(noun, 0) > self.most else 2.0
        if noun in _ANYBODY or self.nouns.get(noun, 0) > self.most:
            return 0.5
        return 2.0 if set(left.split()[:-1]) & set(right.split()[:-1]) else 1.5


def near(left: date | None, right: date | None) -> bool:
    """Whether two reports came out within a few days."""
    return within(days_between(left, right), DAYS, unknown=False)


def _other_places(left: Told, right: Told) -> bool:
    placed = left.scene.placed and right.scene.placed
    return placed and bool(left.scene.places and right.scene.places) and not left.scene.places & right.scene.places
