"""Where what a figure counts happened: the place of its claim, of its clause, or of the account that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from counterclaim.annotate.figures.deeds import CountedTokens
from counterclaim.annotate.names import Names
from counterclaim.annotate.names.words import LOCATIVE
from counterclaim.annotate.parse import Parsed
from counterclaim.records import Claim, EntityKind, Who

_PLACES = frozenset({EntityKind.PLACE, EntityKind.STATE})
_AT = LOCATIVE | frozenset({"of", "outside", "against", "along", "over"})
#: An account goes on for so many sentences without naming its place again.
_NEAR = 3


class Places:
    """Finds where it happened, figure by figure in the order of the text."""

    def __init__(self, parsed: Parsed, names: Names) -> None:
        self._parsed, self._names = parsed, names
        self._last: tuple[int, Who] | None = None

    def of(self, counted: CountedTokens, governor: Token, claim: Claim | None, sentence: int) -> Who | None:
        """The place of a figure in sentence number `sentence`, or None."""
        place = next(self._found(counted, governor, claim), None)
        if place is not None:
            self._last = sentence, place
        elif self._last is not None and sentence - self._last[0] <= _NEAR:
            return self._last[1]
        return place

    def _found(self, counted: CountedTokens, governor: Token, claim: Claim | None) -> Iterator[Who]:
        """The places that the sentence names, the best first."""
        clause = governor
        while True:
            yield from self._within(clause, counted)
            if clause.head == clause:
                break
            clause = clause.head
        if claim is not None:
            yield from claim.place
        sent = counted.anchor.sent
        for token in sent:
            entity = self._names.at(token)
            if entity and self._names.entities[entity].kind is EntityKind.PLACE and not _is_based(token):
                yield Who(entity, self._names.entities[entity].name, self._parsed.span_of(token))

    def _within(self, clause: Token, counted: CountedTokens) -> Iterator[Who]:
        """The places after a preposition in the phrase of a token, what depends on other clauses left out."""
        queue = [clause]
        found = []
        while queue:
            token = queue.pop(0)
            for child in token.children:
                if child.dep_ in {"ccomp", "parataxis", "nsubj", "conj"} and child.pos_ in {"VERB", "AUX"}:
                    continue
                if child.dep_ == "pobj" and child.head.lower_ in _AT and (who := self._place_in(child)):
                    found.append((child.i, who))
                queue.append(child)
        found.sort(key=lambda at: (at[0] < counted.first, abs(at[0] - counted.first)))
        yield from (who for _, who in found)

    def _place_in(self, noun: Token) -> Who | None:
        """The place that a noun phrase names ("the town of Jayrud", "Aleppo")."""
        found: Who | None = None
        for token in (noun, *sorted(noun.subtree, key=lambda t: t.i)):
            if token != noun and token.dep_ not in {"pobj", "compound", "appos", "prep", "nmod", "poss"}:
                continue
            entity = self._names.at(token)
            if entity is None or self._names.entities[entity].kind not in _PLACES or _is_based(token):
                continue
            who = Who(entity, self._names.entities[entity].name, self._parsed.span_of(token))
            if self._names.entities[entity].kind is EntityKind.PLACE:
                return who
            found = found or who  # "Kenya's Garissa county" is in Garissa
        return found


def _is_based(token: Token) -> bool:
    """Whether a place only says where somebody else is from or who holds it ("Geneva-based")."""
    return token.i + 1 < len(token.doc) and token.nbor(1).text == "-"
