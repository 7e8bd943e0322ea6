"""How much CPU time and memory a whole build takes, against bare spaCy on the same texts in the same run.

    .venv/bin/python benchmarks/build_speed.py REPORTS [--rounds 3]

"Bare spaCy" is the whole pipeline as shipped, names included, through `nlp.pipe` on one core, loading left out. The
build is the command as a user types it (reading, annotating on all cores, linking, writing), loading included; its
CPU time is that of all its processes, its memory the largest sum of resident sizes seen (Linux only). The two take
turns, and the median of the ratios is what to quote: a ratio holds when the machine's speed drifts.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

BARE = """
import sys, time
import spacy
from counterclaim.models.parser import DEFAULT_PIPELINE
from counterclaim.read import read
from counterclaim.records import Document
texts = {d.report.id: d.report.text for d in read(sys.argv[1:]) if isinstance(d, Document)}
nlp = spacy.load(DEFAULT_PIPELINE)
start = time.process_time()
for _ in nlp.pipe(texts.values()):
    pass
print(time.process_time() - start, len(texts), sum(map(len, texts.values())))
"""


def bare(paths: list[str]) -> tuple[float, int, int]:
    """CPU seconds of bare spaCy, the number of texts and of their characters."""
    done = subprocess.run([sys.executable, "-c", BARE, *paths], capture_output=True, text=True, check=True)
    seconds, texts, characters = done.stdout.split()
    return float(seconds), int(texts), int(characters)


def resident(pid: int) -> int:
    """Resident kilobytes of a process and all its descendants."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        tasks = sorted(Path(f"/proc/{pid}/task").glob("*/children"))
        children = [child for task in tasks for child in task.read_text(encoding="utf-8").split()]
    except OSError:  # it ended while we looked
        return 0
    own = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0)
    return own + sum(resident(int(child)) for child in children)


def build(paths: list[str]) -> tuple[float, float, float]:
    """CPU seconds of a whole build in all its processes, wall seconds, and megabytes at the most."""
    with tempfile.TemporaryDirectory() as folder:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.monotonic()
        command = [sys.executable, "-m", "counterclaim", "build", *paths, "--ledger", f"{folder}/bench.db"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        most = 0
        done = threading.Event()

        def watch() -> None:
            nonlocal most
            while not done.wait(0.25):
                most = max(most, resident(process.pid))

        watcher = threading.Thread(target=watch)
        watcher.start()
        code = process.wait()
        done.set()
        watcher.join()
        if code != 0:
            sys.exit(f"the build ended with code {code}")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    return cpu, time.monotonic() - start, most / 1024


def main() -> None:
    """Take turns, print each round and the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    ratios, peaks = [], []
    for round_ in range(1, arguments.rounds + 1):
        seconds, texts, characters = bare(arguments.reports)
        cpu, wall, memory = build(arguments.reports)
        ratios.append(cpu / seconds)
        peaks.append(memory)
        print(
            f"round {round_}: {texts} texts, {characters / 1000:.0f} kB; bare spaCy {seconds:.1f} s CPU; "
            f"build {cpu:.1f} s CPU, {wall:.1f} s wall, {memory:.0f} MB; ratio {cpu / seconds:.2f}",
            flush=True,
        )
    print(f"median ratio {statistics.median(ratios):.2f}, most memory {max(peaks):.0f} MB")


if __name__ == "__main__":
    main()
