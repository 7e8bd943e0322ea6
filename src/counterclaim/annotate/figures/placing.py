"""Place figures among what a report claims: whose statement and claim, by whom, where, and on whose side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.annotate.names import Names
from counterclaim.annotate.parse import Parsed
from counterclaim.records import Claim, EntityKind, Figure, Statement, Who


def place_figures(
    parsed: Parsed,
    names: Names,
    figures: Sequence[Figure],
    claims: Mapping[int, Claim],
    statement_at: Callable[[int], Statement | None],
) -> list[Figure]:
    """The figures with their claim, statement, doer, place and side.

    `claims` has the claim that each token of the parse is the trigger of, `statement_at` gives whose words stand at a
    character.
    """
    placed = []
    for figure in figures:
        token = parsed.tokens(figure.span.start, figure.span.end).root
        governor = token
        while governor.i not in claims and governor.head != governor:
            governor = governor.head
        statement = statement_at(figure.span.start)
        placed.append(_placed(parsed, names, figure, token, claims.get(governor.i), statement))
    return placed


def _placed(
    parsed: Parsed, names: Names, figure: Figure, token: Token, claim: Claim | None, statement: Statement | None
) -> Figure:
    sent = token.sent
    places = claim.place if claim else ()
    if not places:
        near = list(names.named_in(sent.start, sent.end, frozenset({EntityKind.PLACE})))
        places = tuple(Who(e, names.entities[e].name) for e in near[:1])
    counted = set(names.named_in(token.left_edge.i, token.right_edge.i + 1))
    by = next((who for who in claim.agent if who.entity not in counted), None) if claim else None
    return replace(
        figure,
        claim=claim.id if claim else None,
        statement=statement.id if statement else None,
        by=by if by is not None and by.span is not None and not by.span.overlaps(figure.span) else None,
        place=places[0] if places else None,
        side=_side(parsed, names, token),
        since=figure.since or (claim.time if claim and figure.until else None),
    )


def _side(parsed: Parsed, names: Names, token: Token) -> Who | None:
    """On whose side the counted are: the country or body that their own words name ("six Kenyan soldiers")."""
    noun = token if token.pos_ in {"NOUN", "PROPN"} else token.head
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "poss"}:
            entity = names.state_of(names.country_at(child))
            if entity:
                return Who(entity, names.entities[entity].name, parsed.span_of(child))
    return None
