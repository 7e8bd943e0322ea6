"""A pile so small that it is linked in a moment, cut into volumes that are smaller still.

Run as a program it builds a ledger of it, slowly, for tests that stop it: `small_volumes.py LEDGER WORKERS`.
"""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from by_hand import Paper, count, proposal

from counterclaim.link.steps import link_pile
from counterclaim.link.volumes import Sizes, errand
from counterclaim.records import Annotations, Document, Judgement, Links, Rejected, Report
from counterclaim.records.kept import Errands, Function, Kept
from counterclaim.records.known import KnownEntity
from counterclaim.run.steps import Steps

#: So small that two dozen reports are a large pile.
SMALL = Sizes(whole=3, most=4, shortest=4, margin=(2, 6))
FIRST = date(2021, 5, 4)
#: Where every volume that is worked out leaves a line; the file of which the first worker that finds none is lost.
LOG, LOST = "SMALL_VOLUMES_LOG", "SMALL_VOLUMES_LOST"


@cache
def papers() -> tuple[Paper, ...]:
    """Reports of a year: tolls that differ, a body with two names, a wire story printed twice, proposals, a day that is
    told of again months later, and one report without a date."""
    made = []
    for number, after in enumerate((0, 1, 1, 2, 9, 10, 12, 40, 41, 41, 43, 90, 91, 120, 121, 200)):
        day = FIRST + timedelta(days=after)
        made.append(
            count(
                4 + number % 5,
                outlet=f"Paper {number}",
                speaker=("the hospital", "Coast Medical Committee", "the Committee")[number % 3],
                place=("Dorvik", "Port Halim")[after > 30],
                published=day.isoformat(),
                time=(day - timedelta(days=1)).isoformat(),
            )
        )
    made.append(count(4, outlet="Reprint", published="2021-05-05"))
    made.append(proposal("Norland", "Sudland", outlet="North", published="2021-05-20", time="2021-05-19"))
    made.append(proposal("Sudland", "Norland", outlet="South", published="2021-05-21", time="2021-05-19"))
    again = count(19, how="shelling on May 3, 2021", outlet="Looking Back", published="2022-01-09")
    again.time("May 3, 2021", "2021-05-03")
    made.append(again)
    made.append(count(31, place="Marrat", outlet="One", published="2021-07-04", time="2021-07-03"))
    other = {"of": "residents", "how": "rocket fire", "speaker": "Red Crescent", "outlet": "Two"}
    made.append(count(31, place="Marrat", published="2021-07-05", time="2021-07-03", **other))
    made.append(count(23, outlet="No Date", published=None))
    return tuple(made)


@cache
def documents() -> Mapping[str, tuple[Document, Annotations]]:
    """The same reports as they are read, with what is found in them, by id."""
    made = {}
    for paper in papers():
        original = paper.report.text.encode()
        report = replace(paper.report, sha256=hashlib.sha256(original).hexdigest())
        made[report.id] = Document(report, original), paper.found
    return made


def read(paths: Sequence[str], *, columns: object = None, stdin: object = None) -> Iterator[Document | Rejected]:
    """Those with these numbers; all of them where none are given."""
    wanted = {int(path) for path in paths} or range(len(documents()))
    yield from (document for number, (document, _) in enumerate(documents().values()) if number in wanted)


def annotate(report: Report) -> Annotations:
    """What stands in one."""
    return documents()[report.id][1]


def link(
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    judged: Sequence[Judgement],
    known: Sequence[KnownEntity],
    kept: Kept,
) -> Links:
    """The real thing in small volumes, each of which is logged."""
    doing = kept.doing

    def logged(function: Function, errands: Errands) -> Iterator[tuple[str, bytes]]:
        assert function is errand.find
        return doing(find, errands)

    kept.doing = logged
    return link_pile(reports, annotations, judged, known, kept, SMALL)


def find(packed: bytes) -> bytes:
    """What is in a volume, after a tenth of a second and a line in the log."""
    if os.environ.get(LOST) and not os.path.exists(os.environ[LOST]):
        open(os.environ[LOST], "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
    with open(os.environ[LOG], "a") as log:
        log.write(f"{os.getpid()} {hashlib.sha256(packed).hexdigest()}\n")
    time.sleep(0.1)
    return errand.find(packed)


def main() -> None:
    """Builds."""
    from counterclaim.run import build

    build([], sys.argv[1], workers=int(sys.argv[2]), steps=STEPS)


STEPS = Steps(read, annotate, link, "by hand", "small")

if __name__ == "__main__":
    # A shell that runs the tests in the background has its children ignore SIGINT; this one is to be interrupted.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # A worker must find the steps under the name of a module, not of the script that was started.
    import small_volumes

    small_volumes.main()
