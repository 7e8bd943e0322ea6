"""The steps of a build, run on this machine: read, annotate on all cores, link, so that nothing is done twice.

`build(paths, ledger)` is the one function to call; read `building.py` first. `steps.py` names what a step is,
`annotating.py` says how work is cut into shards and what happens when a worker is lost, `linking.py` how parts of a
large pile are linked, `pool.py` and `worker.py` how workers start and end. A report's marker in the ledger says that it
was annotated, a part's key that it was found, and the ledger's state that all was linked: a build that is stopped at
any moment goes on from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from counterclaim.run.building import BuildSummary, build
    from counterclaim.run.steps import Progress, Steps

__all__ = ["BuildSummary", "Progress", "Steps", "build"]


def __getattr__(name: str) -> Any:
    # Every worker loads this package to find `worker.py`, and needs neither the ledger nor what it is made with:
    # that is 0.15 s of CPU time instead of 0.65 s for each of them.
    if name in ("BuildSummary", "build"):
        from counterclaim.run import building

        return getattr(building, name)
    if name in ("Progress", "Steps"):
        from counterclaim.run import steps

        return getattr(steps, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
