"""Measures Counterclaim against what people found: `counterclaim evaluate NAME DATA`.

Read `table.py` first (what every scorer gives), then `gold.py` (what a person found), `found.py` (what a ledger
holds, and when it is the same) and `score.py`. Each scorer has a place of its own: `polnear/`, `seeds.py`,
`example.py`, `disputes.py` (with `reading.py`, `beside.py`, `verdicts.py`), `piles.py`,
`clusters.py`, `speakers.py`,
`chains.py`, `claims.py`, `figures.py`, `events.py` with `petr.py`, `times.py` with `gum.py`, `places.py`,
`coreference.py`.
`labelled.py` is what those share that have labels in `benchmarks/labels`.
`gate.py` holds all figures to floors that only rise; `attribution/` is what the learned parts are made with.
`docs/evaluation.md` says what the figures mean.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from counterclaim.evaluate.claims import evaluate_claims
from counterclaim.evaluate.clusters import evaluate_clusters
from counterclaim.evaluate.disputes import evaluate_disputes
from counterclaim.evaluate.example import evaluate_example
from counterclaim.evaluate.figures import evaluate_figures
from counterclaim.evaluate.gate import evaluate_gate
from counterclaim.evaluate.piles import evaluate_piles
from counterclaim.evaluate.places import evaluate_places
from counterclaim.evaluate.score import Scored
from counterclaim.evaluate.seeds import evaluate_seeds
from counterclaim.evaluate.speakers import evaluate_speakers
from counterclaim.evaluate.table import Table
from counterclaim.evaluate.times import evaluate_times
from counterclaim.records import UsageError

__all__ = ["NAMES", "Table", "run"]


def _polnear(data: Path, **options: Any) -> Scored:
    """PolNeAR's own folder, or one that holds it among other data. Its table has no cases."""
    from counterclaim.evaluate.polnear import evaluate_polnear  # loads the parser

    inside = data / "data" / "polnear"
    return Scored(evaluate_polnear(inside if inside.is_dir() else data, **options), {})


def _chains(data: Path, **options: Any) -> Scored:
    """Its table has no cases either: who works on the rules shall not read them."""
    from counterclaim.evaluate.chains import evaluate_chains  # loads the parser

    return evaluate_chains(data, **options)


def _events(data: Path, **options: Any) -> Scored:
    from counterclaim.evaluate.events import evaluate_events  # loads the parser

    return evaluate_events(data, **options)


def _coreference(data: Path, **options: Any) -> Scored:
    from counterclaim.evaluate.coreference import evaluate_coreference  # loads networkx

    return evaluate_coreference(data, **options)


def _example(_data: Path) -> Scored:
    return evaluate_example()


_SCORERS: dict[str, Callable[..., Scored]] = {
    "polnear": _polnear,
    "seeds": evaluate_seeds,
    "example": _example,
    "disputes": evaluate_disputes,
    "piles": evaluate_piles,
    "clusters": evaluate_clusters,
    "speakers": evaluate_speakers,
    "chains": _chains,
    "claims": evaluate_claims,
    "figures": evaluate_figures,
    "events": _events,
    "times": evaluate_times,
    "places": evaluate_places,
    "coreference": _coreference,
}

#: What can be evaluated.
NAMES = (*_SCORERS, "gate")


def run(name: str, data: Path, **options: Any) -> Table:
    """Run the scorer `name` over `data` (the bundled example needs none) and give its table.

    `options` are those of the scorer: `split`, `limit`, `ids` and `worst` of `polnear`, `ledger` of `disputes` and
    `piles`, `labels` of those that have labels, `worst` of `events` and `times` too, `floors`, `last` and
    `raise_floors` of `gate`. Raises `UsageError` for a name or option that does not exist and `UnreadableInput` if
    `data` does not hold what the scorer needs.
    """
    if name not in NAMES:
        raise UsageError(f"There is no scorer {name}: choose among {', '.join(NAMES)}.")
    if name == "gate":
        return evaluate_gate(data, _SCORERS, **options)
    return _SCORERS[name](data, **options).table
