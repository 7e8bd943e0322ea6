"""What the rules find: who is said to have said what, as offsets into the report."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.records import Manner

Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words or a view that a report attributes to somebody. Offsets are code points of the report's text.

    `sources` holds one item a source (joint sources are several), each in pieces; it is empty where none is given.
    A relative pronoun follows, as a piece of its own, what it stands for. `via` is the chain the words came
    through, nearest the speaker first ("the president said", according to *the press service*). `cue_lemma` is
    what `act_of` reads ("say", "call for", "express readiness"). `parent` is the index, in the list this one is
    in, of the attribution it stands inside of. `confidence` is how likely it is right, between 0 and 1; None where
    nothing but the rules looked at it.
    """

    sources: tuple[tuple[Piece, ...], ...]
    via: tuple[Piece, ...]
    addressee: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    cue_lemma: str
    content: tuple[Piece, ...]
    manner: Manner
    parent: int | None
    negated: bool
    confidence: float | None = None
