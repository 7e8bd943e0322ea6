"""Counterclaim reads a pile of news reports and shows who said what, and where the accounts differ.

    import counterclaim

    counterclaim.build("reports/", "news.db")
    with counterclaim.open("news.db") as ledger:
        for dispute in ledger.disputes():
            print(dispute.question)

What `open` gives is a `counterclaim.store.View`; what it lists are the records of `counterclaim.records`.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping

    from counterclaim.run import BuildSummary, Progress
    from counterclaim.store import Person, View

    __version__: str

__all__ = ["__version__", "build", "judge", "open"]


def build(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    ledger: str | os.PathLike[str],
    *,
    workers: int | None = None,
    columns: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    known: str | os.PathLike[str] | None = None,
    gazetteer: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> BuildSummary:
    """Reads reports into a ledger, annotates and links them; see `counterclaim.run.build` for the options.

    In a script, call it below `if __name__ == "__main__":`, because workers load the script as well.
    """
    from counterclaim.run import build as run_build

    return run_build(
        paths,
        ledger,
        workers=workers,
        columns=columns,
        stdin=stdin,
        known=known,
        gazetteer=gazetteer,
        progress=progress,
    )


def open(ledger: str | os.PathLike[str]) -> View:
    """Opens a ledger for reading. Raises an error of `counterclaim.records.errors` where it cannot be."""
    from counterclaim.store import open_view

    return open_view(ledger)


@contextmanager
def judge(ledger: str | os.PathLike[str], by: str) -> Iterator[Person]:
    """Opens a ledger for the word of somebody called `by`; see `counterclaim.store.Person` for what can be said.

    Raises an error of `counterclaim.records.errors` where it cannot be opened or there is no name.
    """
    from counterclaim.store import open_writer

    with open_writer(ledger) as writer:
        yield writer.person(by)


def __getattr__(name: str) -> str:
    if name == "__version__":
        from importlib.metadata import version

        return version("counterclaim")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
