"""Why: one has a prisoner die of a heart attack, the other of blows; one has a gas leak, the other a bomb."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from counterclaim.link.compare.accounts.alike import Pair, any_same, cores_fit, other_day
from counterclaim.link.compare.accounts.findings import finding
from counterclaim.link.compare.accounts.read import Account
from counterclaim.link.compare.causes.struck import Struck
from counterclaim.link.compare.finding import Finding
from counterclaim.link.compare.wording import wording
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Slot

#: Of what a clause tells, by its words.
_EFFECTS = {
    "die": r"died|dead|death|killed",
    "sink": r"sank|sunk|sinking|went down|capsized|shipwreck|hull",
    "road": r"crash\w*|left the road|left the rails|overturned|derail\w+|accident|plunged|went (?:into|off|over)",
    "down": r"crash\w*|came down|brought down|shot down|went down",
    "burn": r"fire|blaze|burn(?:ed|t)?|flames?|inferno",
    "blast": r"explosion|blast|exploded|blew up",
}
_EFFECT = {name: Sought(rf"\b(?:{words})\b", re.I) for name, words in _EFFECTS.items()}
#: What a sinking, a crash and a fire happen to.
_OF = {
    "sink": Sought(
        r"\b(?:ships?|vessels?|boats?|ferry|trawlers?|tankers?|dinghy|yacht|barge|freighter|launch|tug|canoe|raft|"
        r"cutter|liner|submarine)\b",
        re.I,
    ),
    "road": Sought(r"\b(?:bus(?:es)?|coach|trains?|lorry|lorries|trucks?|cars?|trams?|minibus|van)\b", re.I),
    "down": Sought(r"\b(?:planes?|jets?|aircraft|airliners?|helicopters?|drones?|flight)\b", re.I),
}
_CRAFT = ("helicopter", "plane", "drone")
#: What brought an aircraft down, as far as accounts are compared by means.
_BY_MEANS = frozenset({"attack", "fault", "error"})
_THE_EVENT = re.compile(r"\bthe (?:blaze|fire|explosion|blast|crash|sinking|shipwreck|collapse|derailment)\b", re.I)
_QUESTIONS = {
    "die": "What was the cause of death",
    "sink": "Why did it sink",
    "road": "What caused the accident",
    "down": "What brought it down",
    "burn": "What caused the fire",
    "blast": "What caused the blast",
}
#: What a clause says nothing of but the cause ("it was arson", "he had been strangled").
_POINTS_BACK = re.compile(r"^(?:it|he|she|they|this|that)\b", re.I)
#: What says that it is the cause.
_CAUSED = re.compile(
    r"\b(?:because|caus\w+|due to|owing to|after|of|from|started|set|result\w*|brought down|by|was|had|shot|fired|"
    r"in (?:\w+ )?(?:fog|mist|storms?|a storm|bad weather|icing))\b",
    re.I,
)
#: What is no cause: of what there was none ("not a shot was heard"), where the dead lie ("lay where they fell"), what
#: came down or went out ("as night fell", "the toll fell").
_NO_CAUSE = re.compile(
    r"\b(?:no|not an?|not one|without(?: an?)?|nobody|none|never)\s(?:[\w’'-]+\s){0,3}?[\w’'-]+\b|"
    r"\bwhere (?:he|she|they|it)\s(?:had )?fell(?:en)?\b|"
    r"\b(?:night|darkness|dusk|silence|shells?|bombs?|rockets?|rain|snow|toll|prices?|number|city|town|village)\s"
    r"(?:had )?fell(?:en)?\b",
    re.I,
)
#: A plain account of a cause is no longer than this, in characters.
_PLAIN = 150


@functools.cache
def _causes() -> dict[str, dict[str, Sought]]:
    rows = wording("accounts")["causes"]
    return {
        effect: {name: Sought(rf"\b(?:{words})\b", re.I) for name, words in causes.items()}
        for effect, causes in rows.items()
    }


def compare_given_causes(pile: Pile, pair: Pair) -> Iterator[Finding]:
    """Compare what two voices give as the cause of one thing."""
    left, right = pair.left, pair.right
    if other_day(left, right) or {left.statement.id, right.statement.id} in pile.once(Struck, Struck).pairs:
        return
    words = _said(left), _said(right)
    for effect, of_effect in _EFFECT.items():
        if not any(of_effect.search(text) for text in words) or not _of_one(pair, effect, words):
            continue
        if any(len(text) > _PLAIN or not _CAUSED.search(text) for text in words):
            continue
        causes = [_cause(effect, text) for text in words]
        if effect == "down" and {"attack"} < {cause[0] for cause in causes if cause} <= _BY_MEANS:
            return  # `causes/means.py` compares these, in larger piles too
        if causes[0] and causes[1] and causes[0][0] != causes[1][0]:
            said = _named(causes[0][1]), _named(causes[1][1])
            why = f"One gives “{said[0]}” as the cause, the other “{said[1]}”."
            yield finding(pile, pair, Slot.CAUSE, f"{_QUESTIONS[effect]}: {said[0]} or {said[1]}?", said, why)
            return


def _named(words: str) -> str:
    return "a shooting down" if "down" in words.lower().split() else words


def _said(account: Account) -> str:
    return " ".join(piece.text for piece in account.statement.content)


def _cause(effect: str, words: str) -> tuple[str, str] | None:
    """The one cause that some words give, with its words; None for none or several."""
    words = _NO_CAUSE.sub(" ", words)
    found = [(name, match.group()) for name, cause in _causes()[effect].items() if (match := cause.search(words))]
    return found[0] if len(found) == 1 else None


def _of_one(pair: Pair, effect: str, words: tuple[str, str]) -> bool:
    """Whether both speak of one death, sinking, crash, fire or blast."""
    left, right = pair.left, pair.right
    both = all(_EFFECT[effect].search(text) for text in words)
    if effect in _OF and not any(_OF[effect].search(text) for text in words):
        return False
    kinds = [{craft for craft in _CRAFT if craft in text.lower()} for text in words]
    if effect == "down" and kinds[0] and kinds[1] and kinds[0].isdisjoint(kinds[1]):
        return False  # a cargo plane in fog, and the helicopter that was shot down
    subjects = [(*account.doers, *account.objects) for account in (left, right)]
    shared = any_same(subjects[0], subjects[1], near=pair.near)
    if pair.near:
        return shared or bool(_POINTS_BACK.match(words[1])) or (both and cores_fit(pair))
    of_it = all(_THE_EVENT.search(text) for text in words)
    return both and (shared or of_it)
