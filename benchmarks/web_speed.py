"""How long the server takes for each page, and what each page weighs, on one ledger in one run.

    .venv/bin/python benchmarks/web_speed.py LARGE.db [--rounds 20]

`benchmarks/web_ledger.py` makes a ledger of 50,000 statements. A request goes straight to the application, without a
network: the time is that of everything between the request and the last byte of its answer, and begins with the second
round, when templates are compiled, as they are in a server that runs all day. `cpu` is the median of the processor's
time, which holds on a busy machine; `median` and `95 %` are by the clock. The weight is that of the page, its sheets
and its scripts; `as sent` is all of that compressed, as browsers ask for it.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import statistics
import time
from pathlib import Path

import httpx
from fastapi import FastAPI

from counterclaim.apps.web import create_app
from counterclaim.store import View, open_view
from counterclaim.store.filters import Filter
from counterclaim.store.parts import part

_LINKED = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"')


def pages(view: View) -> dict[str, str]:
    """What each page is called, and its address, for what is heaviest in this ledger."""
    first = {
        name: part(view, name, Filter(), None, 0, 1).records[0].id for name in ("incidents", "entities", "statements")
    }
    dispute = next(view.records("disputes")).id
    longest = max(view.reports(), key=lambda report: len(report.text)).id
    most, some = (part(view, "entities", Filter(), None, start, 1).records[0].name for start in (0, 200))
    return {
        "disputes": "/",
        "one dispute": f"/disputes/{dispute}",
        "reports": "/reports",
        "the longest report": f"/reports/{longest}",
        "the same, all marked": f"/reports/{longest}?show=names,times,figures,places",
        "statements": "/statements",
        "statements by date, far down": "/statements?sort=date&start=30000",
        "one statement": f"/statements/{first['statements']}",
        "who and where": "/entities",
        "the most mentioned": f"/entities/{first['entities']}",
        "time line": "/timeline",
        "about the 200th most mentioned": f"/timeline?about={some}",
        "about the most mentioned": f"/timeline?about={most}",
        "incidents": "/incidents",
        "the most told incident": f"/incidents/{first['incidents']}",
        "figures": "/figures",
        "figures of the killed": "/figures?happened=killed",
        "changes": "/changes",
        "processes": "/processes",
        "near misses": "/near-misses",
        "places": "/places",
        "events": "/events",
        "statements as JSON": "/statements.json",
        "time line as JSON": "/timeline.json",
    }


def _sent(answer: httpx.Response) -> int:
    """The bytes of an answer as they go over the wire, compressed as a browser asks for."""
    return int(answer.headers.get("content-length", len(answer.content)))


async def measure(app: FastAPI, addresses: dict[str, str], rounds: int) -> None:
    """Asks for every page `rounds` times and prints a line for each."""
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        weights: dict[str, tuple[int, int]] = {}
        columns = ("median", "95 %", "cpu", "page", "with sheets and scripts", "as sent")
        print(f"{'page':30} {' '.join(f'{column:>9}' for column in columns)}")
        for name, address in addresses.items():
            by_clock, by_cpu, body = [], [], b""
            for _ in range(rounds + 1):
                clock, cpu = time.perf_counter(), time.process_time()
                answer = await client.get(address)
                by_clock.append(time.perf_counter() - clock)
                by_cpu.append(time.process_time() - cpu)
                answer.raise_for_status()
                body = answer.content
            total, sent = len(body), _sent(answer)
            for linked in _LINKED.findall(body.decode()):
                if linked not in weights:
                    found = await client.get(linked)
                    weights[linked] = (len(found.content), _sent(found))
                total, sent = total + weights[linked][0], sent + weights[linked][1]
            times = sorted(by_clock[1:])
            print(
                f"{name:30} {1000 * statistics.median(times):6.0f} ms"
                f" {1000 * times[min(len(times) - 1, int(len(times) * 0.95))]:6.0f} ms"
                f" {1000 * statistics.median(by_cpu[1:]):6.0f} ms {len(body) / 1000:6.1f} kB {total / 1000:20.1f} kB"
                f" {sent / 1000:6.1f} kB"
            )


def main() -> None:
    """Opens the ledger, chooses the pages, measures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args()
    with open_view(asked.ledger) as view:
        counts = view.counts()
        addresses = pages(view)
    print(f"{counts['statements']:,} statements, {counts['reports']:,} reports, {counts['disputes']:,} disputes")
    asyncio.run(measure(create_app(asked.ledger), addresses, asked.rounds))


if __name__ == "__main__":
    main()
