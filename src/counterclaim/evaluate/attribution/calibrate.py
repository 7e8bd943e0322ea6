"""Fit how far attributions are to be trusted: `python -m counterclaim.evaluate.attribution.calibrate DATA`.

DATA is the folder of PolNeAR. On the articles of `train` that the tagger was not trained on, as they are and damaged,
every attribution that the rules or the tagger propose is right or wrong; a logistic regression learns to tell which
from its signs. The least probability worth telling is the one with the best F1 on the undamaged ones. Writes
`models/attribution/trust.json` and prints how well the probabilities hold: in ten groups of articles, each judged by
weights that were fitted on the other nine.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from counterclaim.annotate.parse import parse
from counterclaim.annotate.speech.belief import Belief
from counterclaim.annotate.speech.evidence import evidence_of
from counterclaim.annotate.speech.finish import finish
from counterclaim.annotate.speech.join import candidates
from counterclaim.annotate.speech.rules import by_rules
from counterclaim.annotate.speech.scene import Scene, read_scene
from counterclaim.evaluate.attribution.damage import damage
from counterclaim.evaluate.polnear import Marked, as_report, read_articles, score_article
from counterclaim.models.attribution import decode, model, trust
from counterclaim.models.attribution.split import held_out

Floats = NDArray[np.float64]

_RIDGE = 1.0
_ROUNDS = 30
_GROUPS = 10
_WIDTH = len(trust.Signs(*[0.0] * len(trust.SIGNS)).features())


@dataclass(frozen=True, slots=True)
class Judged:
    """One version of an article: the features of what was proposed, what of it is right, and how much gold it has."""

    features: Floats
    right: Floats
    gold: int
    damaged: bool


def judge(text: str, gold: Sequence[Marked], *, damaged: bool) -> Judged:
    """Propose attributions for a text and compare them with its gold."""
    scene = read_scene(parse(as_report(text)))
    ruled = by_rules(scene)
    pieces, answer = model.load().read(evidence_of(scene, finish(scene, ruled)))
    belief = Belief(scene.tree, pieces, answer)
    proposed = candidates(scene, ruled, belief, pieces, decode.decode(answer))
    marked = [_marked(scene, one.draft.sources, one.draft.cue, one.draft.content) for one in proposed]
    return Judged(
        np.array([one.signs.features() for one in proposed]).reshape(len(proposed), _WIDTH),
        np.array([float(score_article(text, gold, [one])["all", "relation"].found) for one in marked]),
        len(gold),
        damaged,
    )


def _marked(
    scene: Scene, sources: Sequence[Sequence[tuple[int, int]]], cue: Sequence[int], content: set[int]
) -> Marked:
    return Marked(tuple(piece for source in sources for piece in source), scene.pieces(cue), scene.pieces(content))


def judge_all(data: Path) -> Iterator[Judged]:
    """All held-out articles, each as it is and damaged."""
    for article in read_articles(data, "train"):
        if held_out(article.id):
            yield judge(article.text, article.gold, damaged=False)
            yield judge(*damage(article.id, article.text, article.gold), damaged=True)


def fit(features: Floats, right: Floats) -> Floats:
    """The weights of a logistic regression with a ridge penalty, by Newton's method."""
    weights = np.zeros(features.shape[1])
    penalty = np.full(features.shape[1], _RIDGE)
    penalty[0] = 0
    for _ in range(_ROUNDS):
        chance = predicted(features, weights)
        slope = features.T @ (right - chance) - penalty * weights
        bend = (features * (chance * (1 - chance))[:, None]).T @ features + np.diag(penalty + 1e-9)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def predicted(features: Floats, weights: Floats) -> Floats:
    """The probability of each row."""
    chance: Floats = 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))
    return chance


def best_least(chances: Floats, right: Floats, gold: int) -> tuple[float, float]:
    """The threshold with the best F1, and that F1 in percent."""
    best = (0.5, 0.0)
    for least in np.arange(0.1, 0.9, 0.01):
        told = chances >= least
        f1 = 200 * right[told].sum() / max(1.0, told.sum() + gold)
        if f1 > best[1]:
            best = (round(float(least), 2), float(f1))
    return best


def crossed(judged: Sequence[Judged]) -> list[Floats]:
    """The probabilities for each article, by weights fitted on the articles of the other groups."""
    chances: list[Floats] = [np.zeros(0)] * len(judged)
    for group in range(_GROUPS):
        others = [one for number, one in enumerate(judged) if number // 2 % _GROUPS != group]
        weights = fit(np.concatenate([one.features for one in others]), np.concatenate([one.right for one in others]))
        for number, one in enumerate(judged):
            if number // 2 % _GROUPS == group:
                chances[number] = predicted(one.features, weights)
    return chances


def table(chances: Floats, right: Floats) -> str:
    """How often attributions of like probability are right."""
    lines = ["said    right   attributions"]
    for low in np.arange(0, 1, 0.1):
        here = (chances >= low) & (chances < low + 0.1 + 1e-9)
        if here.any():
            lines.append(f"{chances[here].mean():.2f}    {right[here].mean():.2f}    {int(here.sum())}")
    return "\n".join(lines)


def main() -> None:
    """Read the command line, fit, write the weights and print what they are worth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path(trust.__file__).with_name("trust.json"))
    options = parser.parse_args()
    judged = list(judge_all(options.data))
    chances = crossed(judged)
    intact = [number for number, one in enumerate(judged) if not one.damaged]
    right = np.concatenate([judged[number].right for number in intact])
    least, f1 = best_least(
        np.concatenate([chances[number] for number in intact]), right, sum(judged[number].gold for number in intact)
    )
    weights = fit(np.concatenate([one.features for one in judged]), np.concatenate([one.right for one in judged]))
    options.out.write_text(
        json.dumps({"weights": [round(float(weight), 5) for weight in weights], "least": least}) + "\n"
    )
    print(table(np.concatenate(chances), np.concatenate([one.right for one in judged])))  # noqa: T201 - a script
    print(f"relation F1 on {len(intact)} articles held out: {f1:.1f}, telling what is at least {least} sure")  # noqa: T201


if __name__ == "__main__":
    main()
