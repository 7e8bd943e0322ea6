"""What it costs to add a few reports to a ledger that was linked without them.

    .venv/bin/python benchmarks/link_adding.py LEDGER [--add 10] [--workers 2] [--check] [--keep FILE]

LEDGER is an annotated ledger, as `link_growth.py --write` makes them; nothing is written to it: a copy is used. All but
some reports (those next to each other in the middle, by date) are linked from nothing; then all are, with what was
kept, the way a build does it. What the first of these finds is written to FILE as it is found, so that a run that was
stopped goes on from there. With `--check` all are also linked from nothing, to prove that both give the same links.
"""

from __future__ import annotations

import argparse
import gc
import resource
import shutil
import tempfile
import time
from pathlib import Path

from link_growth import linked, used

from counterclaim.link.steps import in_order
from counterclaim.store import open_writer


class Clock:
    """Prints how long each step took."""

    def __init__(self) -> None:
        self._cpu, self._wall = used(), time.perf_counter()

    def told(self, step: str) -> None:
        """Says what the time since the last call was spent on."""
        cpu, wall = used(), time.perf_counter()
        here, worker = (
            resource.getrusage(of).ru_maxrss // 1024 for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        print(f"{step}: {cpu - self._cpu:.1f} s CPU, {wall - self._wall:.1f} s, {here} and {worker} MB", flush=True)
        self._cpu, self._wall = cpu, wall


def main() -> None:
    """Prints one line a step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--add", type=int, default=10)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    gc.disable()  # as a build does
    with tempfile.TemporaryDirectory(dir=asked.ledger.parent) as folder:
        path = asked.keep or Path(folder) / "ledger.db"
        if not path.exists():
            shutil.copy(asked.ledger, path)
        open_writer(path).close()  # brings an older ledger to the present tables
        clock = Clock()
        with open_writer(path) as writer:
            linkable = writer.linkable()
            reports = in_order(linkable.reports)
            middle = len(reports) // 2
            fewer = reports[:middle] + reports[middle + asked.add :]
            clock.told(f"loading {len(reports)} reports")
            # Not the state that these links are of: what is timed is only how long it takes to write them.
            before, _ = linked(fewer, {r.id: linkable.annotations[r.id] for r in fewer}, asked.workers, linkable.kept)
            clock.told(f"linking {len(fewer)} ({sum(before.compared.values()):,} pairs)")
            writer.relink(before, state=linkable.state, version="growth", kept=linkable.kept)
            clock.told("writing these links")
        del linkable, before
        with open_writer(path) as writer:
            linkable = writer.linkable()
            clock.told(f"loading {len(reports)} reports again")
            links, _ = linked(linkable.reports, linkable.annotations, asked.workers, linkable.kept)
            clock.told(f"linking {asked.add} more")
            writer.relink(links, state=linkable.state, version="growth", kept=linkable.kept)
            clock.told("writing what changed")
            if asked.check:
                same = linked(linkable.reports, linkable.annotations, asked.workers)[0] == links
                clock.told("linking all from nothing")
                print("the same links" if same else "OTHER LINKS")


if __name__ == "__main__":
    main()
