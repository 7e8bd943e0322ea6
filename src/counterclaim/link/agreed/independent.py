"""How many origins have told it, where reports have it from one source or in one another's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterclaim.link.groups import components
from counterclaim.link.pile import Pile
from counterclaim.records import Evidence, Who

#: So many words in a row are not alike by chance; they are looked for so far on each side of the evidence, in
#: characters.
_RUN, _BESIDE = 6, 80
_WORD = re.compile(r"[^\W_]+")
#: Bodies and offices of a state.
_OFFICIAL = re.compile(
    r"\b(?:governments?|army|military|armed forces|ministry|minister|air force|navy|state (?:media|television|tv|news)"
    r"|presidency|president|prime minister|interior|defen[cs]e)\b",
    re.I,
)
_REBELS = re.compile(r"\b(?:rebels?|opposition|insurgents?|militants?|front|movement|militia|resistance)\b", re.I)


def independent(pile: Pile, told: Sequence[tuple[Evidence, str]], *, own_word: bool = False) -> int:
    """How many origins there are: reports of one origin or one outlet are one, and so are those that have it from the
    same source, or have words in a row in common there."""
    first: dict[tuple[str, ...], str] = {}
    reports = list(dict.fromkeys(piece.report for piece, _ in told))
    pairs: list[tuple[str, str]] = []
    for piece, statement in told:
        report = pile.reports[piece.report]
        keys = [("origin", pile.origins[report.id]), *(("run", *run) for run in _runs(report.text, piece))]
        sources = () if own_word else pile.statements[statement].sources
        keys += [("source", key) for who in sources for key in _voices(pile, report.id, who)]
        keys += [("outlet", report.outlet)] if report.outlet else []
        pairs.extend((first.setdefault(key, report.id), report.id) for key in keys)
    return len(components(reports, pairs))


def _voices(pile: Pile, report: str, who: Who) -> Iterator[str]:
    """What a source is counted by: the entity, the state it speaks for, or two words or more for an unnamed body ("the
    civil defence"), which is taken for the same one in another report."""
    entity = pile.entity(who)
    if entity is not None:
        yield entity.id
    actor = pile.actor_in(report, who)
    if actor is not None and actor.startswith("state "):
        yield actor
    elif pile.side(who) is None and _is_official(pile, who):
        yield "a state"  # which one is not known, as a rule since the reports are of one
    words = [word for word in _WORD.findall(who.name.lower()) if word not in {"the", "a", "an"}]
    if entity is None and len(words) > 1:
        yield " ".join(words)


def _is_official(pile: Pile, who: Who) -> bool:
    """Whether a source speaks for a state, by what it is called or by its offices."""
    entity = pile.entity(who)
    offices = [role.title for role in entity.roles] if entity else []
    of = [role.of.name for role in entity.roles if role.of] if entity else []
    return not any(_REBELS.search(words) for words in (who.name, *of)) and any(
        _OFFICIAL.search(words) for words in (who.name, *offices, *of)
    )


def _runs(text: str, piece: Evidence) -> Iterator[tuple[str, ...]]:
    """The runs of words in a piece and around it: two reports may both say "killing five", but not much more alike."""
    words = [w.lower() for w in _WORD.findall(text[max(0, piece.start - _BESIDE) : piece.end + _BESIDE])]
    return (tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1))
