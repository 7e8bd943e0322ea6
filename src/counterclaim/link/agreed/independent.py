"""How many origins have told it, where reports have it from one source or in one another's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from counterclaim.link.groups import components
from counterclaim.link.pile import Pile
from counterclaim.records import EntityKind, Evidence, Who

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


#: Words by which an outlet passes on what somebody has told ("she had spoken of 41", "its count stood at 23").
_PASSED_ON = re.compile(
    r"\b(?:sa(?:id|ys?)|spoken?|speaks?|told|tells?|put|puts|counts?|counted|tolls?|figures?|reported|reports?|according"
    r"|recorded|announced|number(?:ed)?|given|gave|gives|cited|citing)\b",
    re.I,
)
#: Whoever is meant by these was told of before.
_SAME_ONE = re.compile(r"\b(?:he|she|it|they) (?:had |has |have |also |later |then |earlier )*(?=\w)", re.I)
_WHO_SPEAK = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.ORGANIZATION, EntityKind.STATE})
#: Voices that are any one of their kind, unless there are more of it ("rebels" and their two fronts).
_STATE, _REBEL = "a state", "rebels"


def independent(pile: Pile, told: Sequence[tuple[Evidence, str]], *, own_word: bool = False) -> int:
    """How many origins there are: reports of one origin or one outlet are one, and so are those that have it from the
    same source, or have words in a row in common there."""
    first: dict[tuple[str, ...], str] = {}
    reports = list(dict.fromkeys(piece.report for piece, _ in told))
    pairs: list[tuple[str, str]] = []
    voices = [[] if own_word else list(_all_voices(pile, piece, statement)) for piece, statement in told]
    one = _only_ones(voice for each in voices for voice in each)
    for (piece, _), each in zip(told, voices, strict=True):
        report = pile.reports[piece.report]
        keys = [("origin", pile.origins[report.id]), *(("run", *run) for run in _runs(report.text, piece))]
        keys += [("source", one.get(voice, voice)) for voice in each]
        keys += [("outlet", report.outlet)] if report.outlet else []
        pairs.extend((first.setdefault(key, report.id), report.id) for key in keys)
    return len(components(reports, pairs))


def _only_ones(voices: Iterable[str]) -> Mapping[str, str]:
    """ "A state" and "rebels" as the one state and the one body of rebels that also speaks, where there is one."""
    found = set(voices)
    states = {voice for voice in found if voice.startswith("state ")}
    fronts = {voice for voice in found if voice.startswith(f"{_REBEL} ")}
    one = {_STATE: min(states)} if len(states) == 1 else {}
    return one | ({_REBEL: min(fronts)} if len(fronts) == 1 else {})


def _all_voices(pile: Pile, piece: Evidence, statement: str) -> Iterator[str]:
    """The voices of a piece: those of its sources; for what the outlet tells itself, of those it has it from."""
    said = pile.statements[statement]
    for who in said.sources:
        yield from _voices(pile, piece.report, who)
    if not pile.outlet_says(said) and said.sources:
        return
    text = pile.reports[piece.report].text
    start = max(text.rfind(end, 0, piece.start) for end in (". ", "\n", '" ', "; ")) + 1
    words = text[start : piece.end]
    if not _PASSED_ON.search(words):
        return
    for mention in pile.annotations[piece.report].mentions:
        if mention.entity and start <= mention.span.start < piece.end:
            who = Who(mention.entity, mention.span.text)
            entity = pile.entity(who)
            if entity is not None and entity.kind in _WHO_SPEAK:
                yield from _voices(pile, piece.report, who)
    if any(_PASSED_ON.match(words, at.end()) for at in _SAME_ONE.finditer(words)):
        before = [s for s in pile.annotations[piece.report].statements if s.sources and s.content[0].start < start]
        for who in max(before, key=lambda s: (s.content[0].start, s.id)).sources if before else ():
            yield from _voices(pile, piece.report, who)


def _voices(pile: Pile, report: str, who: Who) -> Iterator[str]:
    """What a source is counted by: the entity, the state or body that it speaks for, and two words or more for a body
    ("the civil defence"), which is taken for the same one in another report."""
    entity = pile.entity(who)
    bodies = [role.of for role in entity.roles if role.of] if entity else []
    if entity is not None:
        yield entity.id
        yield from (pile.key(of) for of in bodies if not pile.side(of) and _speaks(pile, of))
    actor = pile.actor_in(report, who)
    if actor is not None:
        yield actor
    if (actor is None or not actor.startswith("state ")) and pile.side(who) is None and _is_official(pile, who):
        yield _STATE  # which one is not known, as a rule since the reports are of one
    words = [word for word in _WORD.findall(who.name.lower()) if word not in {"the", "a", "an"}]
    if len(words) > 1 and (entity is None or entity.kind is EntityKind.ORGANIZATION):
        yield " ".join(words)
    for name, key in ((who.name, pile.key(who)), *((of.name, pile.key(of)) for of in bodies)):
        if _REBELS.search(name):
            named = any(word[:1].isupper() for word in _WORD.findall(name)[1:])
            yield f"{_REBEL} {key}" if named else _REBEL


def _speaks(pile: Pile, body: Who) -> bool:
    """Whether a body can have a voice of its own: no place or state has one for all who have an office there."""
    entity = pile.entity(body)
    return entity is not None and entity.kind in {EntityKind.GROUP, EntityKind.ORGANIZATION}


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
