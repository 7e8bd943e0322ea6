"""Charges: words of a report that say of an actor that it did something, and the kinds of deed they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.nouns import singular
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Act, EntityKind, Manner, Modality, Polarity, Span, Statement, Who

_VIOLENCE = {
    "attack": "attack assault raid storm ambush strike hit target shell bomb bombard pound fire shoot airstrike launch",
    "use": "use deploy employ drop",
    "kill": "kill massacre murder execute slaughter",
    "violate": "violate break breach",
    "support": "support back arm fund finance supply",
    "capture": "capture seize take retake overrun control recapture",
    "down": "down shoot",
}
#: The kinds of which a plain telling is a charge.
CHARGED = frozenset({"attack", "use", "kill", "violate", "down"})
CLASS_OF = {verb: name for name, verbs in _VIOLENCE.items() for verb in verbs.split()}
#: Kinds of deed, by the words that tell them.
_DEEDS = {
    "attack": r"attack\w*|assault\w*|raid\w*",
    "strike": r"strik\w+|struck|airstrike\w*|air raid\w*|warplane\w*|bomb(?:ed|ing|ings|ardment|s)?",
    "chemical": r"chemical|gas|sarin|chlorine|toxic|poison\w*",
    "cluster": r"cluster (?:bomb|munition)\w*",
    "barrel": r"barrel bomb\w*",
    "shell": r"shell\w*|artillery|mortar\w*|open(?:ed)? fire|fired? (?:on|at)",
    "burn": r"burn(?:t|ed|ing)?|torch\w*|arson|ablaze|alight|on fire|set fire|fires|lit",
    "massacre": r"massacre\w*|execut\w+",
    "siege": r"sieg\w+|besieg\w+|blockad\w+",
    "ceasefire": r"cease-?fire\w*|truce\w*",
    "convoy": r"convoy\w*",
    "hospital": r"hospital\w*|clinic\w*",
    "school": r"school\w*",
    "down": r"(?:shot|shoot\w*|brought|downed) (?:down )?(?:\w+ ){0,3}(?:plane|jet|helicopter|aircraft)|downing",
    "hold": r"hold\w*|held|detain\w*|prisoner\w*|hostage\w*",
}
_DEED = {kind: Sought(rf"\b(?:{words})\b", re.I) for kind, words in _DEEDS.items()}
#: Kinds that tell one deed from another; "attack" and "strike" alone do not.
TELLING = frozenset(_DEEDS) - {"attack", "strike"}
BLAMES = re.compile(
    r"\b(?:responsible for|was behind|were behind|is behind|to blame|carried out by|committed by)\b", re.I
)
_ON_THEIR_WORD = re.compile(r"\b(?:accus\w+|alleg\w+|blam\w+|claim\w*|suspect\w*|suggest\w*)\b", re.I)
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied)|reject\w*|refut\w+)\b", re.I)
#: Words for armed men of whom a report says no more; accounts call the same ones by any of them.
_ARMED = frozenset({"rebel", "militant", "terrorist", "insurgent", "opposition", "gunman", "jihadist", "extremist"})
ARMED_GROUPS = "armed groups"
_WORD = re.compile(r"[^\W\d_]+")
_ACCUSING = re.compile(r"\b(?:accus|blam|alleg|charg|implicat|point(?:ed|s|ing)? (?:the|a) finger|held?\b|hold)", re.I)
#: Whom words of blame are about stands no further from them than this, in characters.
_BESIDE = 60


@dataclass(frozen=True, slots=True)
class Charge:
    """Words of a report that say of an actor that it did something. `accused` is the actor's name as it is shown; `by`
    tells whose charge it is, by the actors that stand for it."""

    record: str
    statement: Statement
    actor: str
    accused: str
    span: Span
    score: float
    by: frozenset[str]
    plain: bool


def charges_of(pile: Pile, report: str) -> Iterator[Charge]:
    """The charges of a report: what claims say that somebody did, and what statements accuse somebody of."""
    found = pile.annotations[report]
    for claim in found.claims:
        kind = CLASS_OF.get(claim.predicate.split()[0])
        if kind is None or claim.modality is not Modality.FACT or claim.polarity is not Polarity.POSITIVE:
            continue
        told = pile.statements[claim.statement]
        words = " ".join(piece.text for piece in told.content)
        if kind not in CHARGED or _DENIES.search(words) or claim.agent_any:
            continue
        if told.manner is Manner.NARRATION and _ON_THEIR_WORD.search(words):
            continue  # "accused of using …": not what the outlet itself says
        for who in claim.agent:
            actor = _actor(pile, report, who)
            if actor is not None:
                name = pile.resolved(who).name
                yield Charge(claim.id, told, actor, name, claim.spans[0], 0.7, _voices(pile, told), plain=True)
    for statement in found.statements:
        accuses = statement.act is Act.ACCUSE
        text = pile.reports[report].text
        whole = Span.of(text, statement.content[0].start, max(piece.end for piece in statement.content))
        if statement.act is Act.DENY or _DENIES.search(whole.text) or not (accuses or BLAMES.search(whole.text)):
            continue
        accused = _accused(pile, report, whole, blamed_by_cue=accuses and _names_whom(statement))
        if accused is not None:
            score = 0.8 if accuses else 0.7
            yield Charge(statement.id, statement, *accused, whole, score, _voices(pile, statement), plain=False)


def _names_whom(statement: Statement) -> bool:
    """Whether what follows the cue is whom it accuses ("accused the army of …"), and not what it is about ("condemned
    the attack on the town")."""
    return statement.cue is not None and bool(_ACCUSING.search(statement.cue.text))


def _accused(pile: Pile, report: str, words: Span, *, blamed_by_cue: bool) -> tuple[str, str] | None:
    """Whom an accusation names, as actor and name: whom it begins with after a cue of accusing, else whoever stands
    beside the words of blame ("the army was behind it", "carried out by the army")."""
    if blamed_by_cue:
        return _first_named(pile, report, words.start, words.end)
    blame = BLAMES.search(words.text)
    if blame is None:
        return None
    before, past = words.start + blame.start(), words.start + blame.end()
    if blame.group().lower().endswith(" by"):
        return _first_named(pile, report, past, min(words.end, past + _BESIDE))
    return _first_named(pile, report, max(words.start, before - _BESIDE), before, backwards=True)


def _first_named(pile: Pile, report: str, start: int, end: int, *, backwards: bool = False) -> tuple[str, str] | None:
    """The first (or last) actor that is named between two characters, or armed men where no actor is."""
    if start >= end:
        return None
    near = Span.of(pile.reports[report].text, start, end)
    named = [e for e in pile.named_in(report, near) if e.kind is not EntityKind.PLACE]
    for entity in reversed(named) if backwards else named:
        actor = pile.actor(Who(entity.id, entity.name))
        if actor is not None:
            return actor, entity.name
    armed = next((word for word in _WORD.findall(near.text.lower()) if singular(word) in _ARMED), None)
    return (ARMED_GROUPS, armed) if armed else None


def _actor(pile: Pile, report: str, who: Who) -> str | None:
    actor = pile.actor_in(report, who)
    if actor is None and pile.entity(who) is None:
        words = _WORD.findall((who.span.text if who.span else who.name).lower())
        return ARMED_GROUPS if any(singular(word) in _ARMED for word in words) else None
    return actor


def _voices(pile: Pile, statement: Statement) -> frozenset[str]:
    """The actors that stand for a statement, or whom it is no more than a key of."""
    return frozenset(pile.actor_in(statement.report, who) or pile.key(who) for who in statement.sources)


def kinds_of(words: str) -> frozenset[str]:
    """The kinds of deed that some words speak of."""
    return frozenset(kind for kind, pattern in _DEED.items() if pattern.search(words))


def shortened(words: str, most: int = 90) -> str:
    """Words for a question or a reason, cut at a word where they are long."""
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"
