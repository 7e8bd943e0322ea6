"""The three steps of a build and how each tells how far it is, so that all of them can be seen at one place."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO, Protocol

from counterclaim.records import Annotations, Document, Gazetteer, Judgement, Links, Rejected, Report
from counterclaim.records.kept import Kept
from counterclaim.records.known import KnownEntity


class Read(Protocol):
    """The first step."""

    def __call__(
        self, paths: Sequence[str], *, columns: Mapping[str, str] | None, stdin: BinaryIO | None
    ) -> Iterator[Document | Rejected]:
        """Gives a document or a rejection for everything that `paths` name; `-` is `stdin`."""


class Progress(Protocol):
    """Whoever shows how far a build is."""

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Is told how much of a `stage` (read, annotate, link) is done; `total` is None while it is not known."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What a build does, and the versions that tell whether it was done already.

    `annotate` takes a report, and a user's list of places as `gazetteer` where there is one. It is sent to other
    processes: it must be a function of a module, not one made inside another.
    """

    read: Read
    annotate: Callable[..., Annotations]
    link: Callable[
        [Sequence[Report], Mapping[str, Annotations], Sequence[Judgement], Sequence[KnownEntity], Kept], Links
    ]
    annotate_version: str
    link_version: str

    @classmethod
    def of_counterclaim(cls) -> Steps:
        """The steps of Counterclaim itself. Their rooms load parsers only when they are called."""
        from counterclaim import annotate, link, read

        return cls(read.read, annotate.annotate, link.link, annotate.VERSION, link.VERSION)

    def with_gazetteer(self, gazetteer: Gazetteer | None) -> Steps:
        """These steps with a user's list of places. With another list, reports count as not annotated yet."""
        if gazetteer is None:
            return self
        annotate = functools.partial(self.annotate, gazetteer=gazetteer)
        return replace(self, annotate=annotate, annotate_version=f"{self.annotate_version} places {gazetteer.id}")


def no_progress(stage: str, done: int, total: int | None) -> None:
    """Tells nobody."""
