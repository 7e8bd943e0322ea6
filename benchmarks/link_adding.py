"""What it costs to add a few reports to a ledger that was linked without them.

    .venv/bin/python benchmarks/link_adding.py LEDGER [--add 10] [--check]

LEDGER is an annotated ledger, as `link_growth.py --write` makes them; nothing is written to it: a copy is used. All but
some reports (those next to each other in the middle, by date) are linked from nothing; then all are, with what was
kept. With `--check` all are also linked from nothing, to prove that both give the same links.
"""

from __future__ import annotations

import argparse
import gc
import resource
import shutil
import tempfile
import time
from pathlib import Path

from counterclaim.link.steps import in_order, link_pile
from counterclaim.records.kept import Kept
from counterclaim.store import open_writer


class Clock:
    """Prints how long each step took."""

    def __init__(self) -> None:
        self._cpu, self._wall = time.process_time(), time.perf_counter()

    def told(self, step: str) -> None:
        """Says what the time since the last call was spent on."""
        cpu, wall = time.process_time(), time.perf_counter()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{step}: {cpu - self._cpu:.1f} s CPU, {wall - self._wall:.1f} s, {memory} MB", flush=True)
        self._cpu, self._wall = cpu, wall


def main() -> None:
    """Prints one line a step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--add", type=int, default=10)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    gc.disable()  # as a build does
    with tempfile.TemporaryDirectory(dir=asked.ledger.parent) as folder:
        path = Path(shutil.copy(asked.ledger, folder))
        open_writer(path).close()  # brings an older ledger to the present tables
        with open_writer(path) as writer:
            clock = Clock()
            linkable = writer.linkable()
            clock.told(f"loading {len(linkable.reports)} reports")
            reports, found, digests = in_order(linkable.reports), linkable.annotations, linkable.kept.digests
            middle = len(reports) // 2
            fewer = reports[:middle] + reports[middle + asked.add :]
            kept = Kept(digests)
            before = link_pile(fewer, {report.id: found[report.id] for report in fewer}, (), (), kept)
            clock.told(f"linking {len(fewer)} from nothing ({sum(before.compared.values()):,} pairs)")
            # Not the state that these links are of: what is timed is only how long it takes to write them.
            writer.relink(before, state=linkable.state, version="fewer", kept=kept)
            clock.told("writing these links")
            more = Kept(digests, lambda key: kept.used.get(key))
            links = link_pile(reports, found, (), (), more)
            new = sum(piece is not None for piece in more.used.values())
            clock.told(f"linking {asked.add} more ({new} of {len(more.used)} volumes)")
            writer.relink(links, state=linkable.state, version="more", kept=more)
            clock.told("writing what changed")
            if asked.check:
                same = link_pile(reports, found, (), ()) == links
                clock.told("linking all from nothing")
                print("the same links" if same else "OTHER LINKS")


if __name__ == "__main__":
    main()
