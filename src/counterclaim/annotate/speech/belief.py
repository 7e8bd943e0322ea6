"""What the tagger thinks of each token of a report."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.annotate.speech.tree import Tree
from counterclaim.models.attribution.decode import Answer
from counterclaim.models.attribution.labels import ROLES, first
from counterclaim.models.attribution.windows import Pieces


class Belief:
    """For each token how likely it belongs to a source, a cue, a content: `roles`, by the name of the role."""

    def __init__(self, tree: Tree, pieces: Pieces, answer: Answer) -> None:
        self.roles: dict[str, list[float]] = {}
        for role in ROLES:
            label = first(role)
            shares = (answer.labels[:, label] + answer.labels[:, label + 1]).tolist()
            of_tokens = [0.0] * tree.size
            for token, share in zip(pieces.tokens, shares, strict=True):
                of_tokens[token] = max(of_tokens[token], share)
            self.roles[role] = of_tokens

    def mean(self, role: str, tokens: Iterable[int]) -> float:
        """The mean over `tokens`, 0 for none."""
        shares = [self.roles[role][token] for token in tokens]
        return sum(shares) / len(shares) if shares else 0.0

    def best(self, role: str, tokens: Iterable[int]) -> float:
        """The largest over `tokens`, 0 for none."""
        return max((self.roles[role][token] for token in tokens), default=0.0)
