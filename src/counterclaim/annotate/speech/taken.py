"""Which words are somebody else's, asked word by word: to gather all that everybody says, for each who says something,
would cost the square of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from counterclaim.annotate.speech.scene import Draft


class Owners:
    """For each token the drafts that name somebody or something with it, and those whose content it is part of.

    `named` has for each draft the tokens of its cue and of all who are named with it. Contents may change between
    questions: `changed` says of which draft.
    """

    def __init__(self, drafts: Sequence[Draft], named: Sequence[Set[int]]) -> None:
        self.drafts, self.named = drafts, named
        self._naming = _by_token(named)
        self._saying = _by_token(draft.content for draft in drafts)
        self._known = [frozenset(draft.content) for draft in drafts]

    def changed(self, number: int) -> None:
        """Take in what the content of a draft has become."""
        before, now = self._known[number], self.drafts[number].content
        for token in before - now:
            self._saying[token].discard(number)
        for token in now - before:
            self._saying[token].add(number)
        self._known[number] = frozenset(now)

    def others(self, number: int, token: int) -> Iterable[int]:
        """The drafts that have a token as a name, a cue or content, but for draft `number`."""
        found = self._naming.get(token, set()) | self._saying.get(token, set())
        return found - {number}

    def says(self, number: int, token: int) -> bool:
        """Whether a token is content of a draft and no name there."""
        return number in self._saying.get(token, ()) and number not in self._naming.get(token, ())


class Taken:
    """The tokens that are no part of what a draft says: its own names and cue, and what others have, but for those who
    are quoted in its content as it now is."""

    def __init__(self, owners: Owners, number: int) -> None:
        self._owners, self._number = owners, number
        self._content = frozenset(owners.drafts[number].content)

    def __contains__(self, token: int) -> bool:
        owners = self._owners
        if token in owners.named[self._number]:
            return True
        return any(
            owners.drafts[other].head not in self._content
            and not (token in self._content and owners.says(other, token))
            for other in owners.others(self._number, token)
        )

    def isdisjoint(self, tokens: Iterable[int]) -> bool:
        """Whether none of the tokens is taken."""
        return not any(token in self for token in tokens)


def _by_token(sets: Iterable[Set[int]]) -> dict[int, set[int]]:
    found = defaultdict[int, set[int]](set)
    for number, tokens in enumerate(sets):
        for token in tokens:
            found[token].add(number)
    return found
