"""What each volume of a pile finds: what is kept of it, and what is found now, by as many processes as there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from counterclaim.link.volumes.cut import Volumes
from counterclaim.link.volumes.errand import find
from counterclaim.link.volumes.found import Found
from counterclaim.link.volumes.inside import Inside, Whole
from counterclaim.records.kept import Kept


class Begun:
    """The volumes of a pile. Those of which nothing is kept are begun at once, so that others may be at work on them
    while the entities of the whole ledger are made; but if persons named some of these, all wait to be told."""

    def __init__(self, whole: Whole, volumes: Volumes, kept: Kept, version: str) -> None:
        self.volumes = volumes
        self._whole = whole
        self._kept = kept
        self._version = version
        self._inside: list[tuple[str, Inside]] = []
        self._held: dict[str, bytes] = {}
        self._made: Iterator[tuple[str, bytes]] | None = None
        if not any(judgement.kind == "name" for judgement in whole.judged):
            self._begin()

    def _begin(self) -> None:
        """Looks up what is kept of each volume and has the others worked out, the largest first, so that no process is
        at work long after the others have ended."""
        inside = [Inside.of(self._whole, volume) for volume in self.volumes.all]
        self._inside = [(one.key(self._version), one) for one in inside]
        self._held = {key: held for key, _ in self._inside if (held := self._kept.get(key)) is not None}
        missing = {key: one for key, one in self._inside if key not in self._held}
        largest = sorted(missing, key=lambda key: -len(missing[key].volume.reports))
        self._made = self._kept.doing(find, {key: missing[key].packed for key in largest})

    def note(self, judged_in: Sequence[Sequence[str]]) -> None:
        """Notes what was judged in each volume (by id), which a ledger that has it need not write again."""
        for (key, _), ids in zip(self._inside, judged_in, strict=True):
            self._kept.gives.setdefault(key, []).extend(ids)

    def found(self, given: Mapping[str, str]) -> Iterator[tuple[int, Found]]:
        """What the volumes found, each with its number: first all of which something is kept, while others are at work,
        then those others. `given` are the names that persons gave to entities of the ledger, by the reports' own
        entities that these are."""
        if self._made is None:
            self._whole = replace(self._whole, given=given)
            self._begin()
        assert self._made is not None
        new = []
        for number, (key, inside) in enumerate(self._inside):
            if key in self._held:
                yield number, Found.from_bytes(self._held[key]) or self._again(key, inside)
            else:
                new.append(number)
        # What is new is read when all of it is there: while others are at work memory is short.
        for key, piece in self._made:
            self._kept.put(key, piece)
            self._held[key] = piece
        for number in new:
            key, inside = self._inside[number]
            yield number, Found.from_bytes(self._held[key]) or self._again(key, inside)

    def _again(self, key: str, inside: Inside) -> Found:
        """What a volume finds of which what was kept cannot be read."""
        piece = find(inside.packed())
        self._kept.put(key, piece)
        found = Found.from_bytes(piece)
        assert found is not None  # what was just written can be read
        return found
