"""Tiny steps for builds: every line of a file is a report, every sentence of it a statement.

What a report says may make trouble for whoever annotates it: see `annotate`.
"""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from counterclaim.records import (
    Act,
    Annotations,
    Dispute,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Judgement,
    Links,
    LocalEntity,
    Manner,
    Passage,
    PassageKind,
    Rejected,
    Report,
    Side,
    Slot,
    Span,
    Statement,
    Status,
    Verdict,
    Who,
    content_id,
    report_id,
)
from counterclaim.records.kept import Kept
from counterclaim.records.known import KnownEntity
from counterclaim.run.steps import Steps

#: A file in which every annotated report leaves a line with the process that annotated it.
LOG = "FAKE_STEPS_LOG"


def read(paths: Sequence[str], *, columns: object = None, stdin: object = None) -> Iterator[Document | Rejected]:
    """A report of every line of every file; one of a folder's files; a line "bad …" is a rejection."""
    for path in paths:
        if os.path.isdir(path):
            yield from read(sorted(os.path.join(path, name) for name in os.listdir(path)))
        elif not os.path.exists(path):
            yield Rejected(path, None, "there is no such file")
        elif path.endswith((".db", "-wal", "-shm")):
            yield Rejected(path, None, "this is a database")
        else:
            for row, line in enumerate(Path(path).read_text("utf-8", "surrogateescape").splitlines(), 1):
                yield Rejected(path, row, line) if line.startswith("bad") else _document(path, row, line)


def _document(path: str, row: int, line: str) -> Document:
    outlet, _, text = line.partition(": ")
    original = line.encode("utf-8", "surrogateescape")
    return Document(
        Report(
            id=report_id(outlet, None, None, None, text),
            path=path,
            row=row,
            key=None,
            url=None,
            outlet=outlet,
            title=None,
            byline=None,
            credit=None,
            dateline=None,
            published="2021-05-04" if "dated" in text else None,
            published_from=None,
            dates=(),
            language="de" if "Guten Tag" in text else "en",
            text=text,
            sha256=hashlib.sha256(original).hexdigest(),
            passages=(Passage(0, len(text), text, PassageKind.PARAGRAPH),),
        ),
        original,
    )


def annotate(report: Report) -> Annotations:
    """A statement for every sentence. KILL ends the process, RAISE raises, TWICE gives two records of one id;
    `KILL-ONCE path` and `RAISE-ONCE path` do so while there is no file at that path, and make it."""
    if LOG in os.environ:
        with open(os.environ[LOG], "a") as log:
            log.write(f"{report.id} {os.getpid()}\n")
    _trouble(report.text.split())
    local = LocalEntity(
        content_id("local", report.id, "who"), report.id, "Ada", EntityKind.PERSON, ("Ada",), (), None, 1
    )
    statements = []
    start = 0
    for sentence in report.text.split(". "):
        statements.append(
            Statement(
                content_id("statement", report.id, start),
                report.id,
                None,
                Manner.INDIRECT,
                Act.ASSERT,
                sources=(Who(local.id, "Ada"),),
                via=(),
                cue=None,
                content=(Span.of(report.text, start, start + len(sentence)),),
            )
        )
        start += len(sentence) + 2
    if "TWICE" in report.text:
        statements.append(replace(statements[0], said="2021"))
    return Annotations(report.id, entities=(local,), statements=tuple(statements))


def _trouble(words: list[str]) -> None:
    for word, argument in zip(words, [*words[1:], ""], strict=True):
        if word.endswith("-ONCE"):
            if os.path.exists(argument):
                continue
            Path(argument).touch()
        if word.startswith("KILL"):
            os.kill(os.getpid(), signal.SIGKILL)
        if word.startswith("RAISE"):
            raise ValueError("this report\nis trouble")


def annotate_slowly(report: Report) -> Annotations:
    """As `annotate`, a fifth of a second later: long enough to be stopped in the middle on a busy machine."""
    time.sleep(0.2)
    return annotate(report)


def link(
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    judged: Sequence[Judgement] = (),
    known: Sequence[KnownEntity] = (),
    kept: Kept | None = None,
) -> Links:
    """One Ada in all reports, and one dispute between the first two statements there are."""
    if LOG in os.environ:
        with open(os.environ[LOG], "a") as log:
            log.write("link\n")
    found = [annotations[report.id] for report in sorted(reports, key=lambda report: report.id)]
    members = tuple(local.id for one in found for local in one.entities)
    statements = [statement for one in found for statement in one.statements][:2]
    origins = {report.id: f"origin of {len(report.text)}" for report in reports}
    if len(statements) < 2:
        return Links(origins)
    ada = Entity("ada", "Ada", EntityKind.PERSON, ("Ada",), None, (), len(members), members)
    sides = tuple(
        Side(one.content[0].text, (Who("ada", "Ada"),), (one.id,), (Evidence.at(one.report, one.content[0]),), 1)
        for one in statements
    )
    judgement = Judgement(
        "j",
        "compare",
        statements[0].id,
        statements[1].id,
        Verdict.CONFLICT,
        0.5,
        ("they differ",),
        sides[0].evidence,
        "fake",
    )
    dispute = Dispute(
        "d", (), None, "Which?", Slot.COUNT, 0.5, ("they differ",), False, sides, Status.SUGGESTED, ("j",)
    )
    return Links(origins, (ada,), (judgement,), disputes=(dispute,), compared={"answers": 2, "counts": 1})


FAKE = Steps(read, annotate, link, "1", "1")
SLOW = Steps(read, annotate_slowly, link, "1", "1")


def main() -> None:
    """`python fake_steps.py LEDGER WORKERS PATH…`: a slow build, for tests that stop it."""
    from counterclaim.run import build

    build(sys.argv[3:], sys.argv[1], workers=int(sys.argv[2]), steps=SLOW)


if __name__ == "__main__":
    # A shell that runs the tests in the background has its children ignore SIGINT; this one is to be interrupted.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # A worker must find the steps under the name of a module, not of the script that was started.
    import fake_steps

    fake_steps.main()
