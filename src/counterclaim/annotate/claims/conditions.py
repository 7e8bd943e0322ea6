"""What depends on a condition: the claim of "if weapons were laid down" belongs to "the siege would end"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from counterclaim.records import Claim, Modality

_VERBS = frozenset({"VERB", "AUX"})
_BELOW = frozenset({"xcomp", "ccomp", "acomp", "attr", "dobj"})


def conditions_of(doc: Doc, of_token: Mapping[int, Claim]) -> dict[str, str]:
    """For each claim that is a condition, by its id, the id of the claim that depends on it.

    `of_token` holds the claims by the index of their words in `doc`. A condition whose main clause claims nothing is
    left out.
    """
    found: dict[str, str] = {}
    for i in sorted(of_token):
        claim = of_token[i]
        if claim.modality is Modality.CONDITION and claim.id not in found:
            depends = _dependent(doc[i], of_token)
            if depends is not None and depends.id != claim.id:
                found[claim.id] = depends.id
    return found


def _dependent(clause: Token, of_token: Mapping[int, Claim]) -> Claim | None:
    """The claim of the clause that a conditional clause hangs on, itself no condition."""
    current = clause
    while current.head != current:
        current = current.head
        if current.pos_ not in _VERBS:
            continue
        for verb in (current, *_complements(current)):
            claim = of_token.get(verb.i)
            if claim is not None and claim.modality is not Modality.CONDITION and verb not in _within(clause):
                return claim
    return None


def _complements(verb: Token) -> Iterator[Token]:
    """What carries a verb's meaning where it claims nothing itself: "would be ready to talk", "would hold talks"."""
    for child in verb.children:
        if child.dep_ in _BELOW:
            yield child
            yield from _complements(child)


def _within(clause: Token) -> frozenset[Token]:
    return frozenset(clause.subtree)
