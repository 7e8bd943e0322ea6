"""What one volume is made of, sent to whichever process finds what is in it, and finding that."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from counterclaim.link.entities import link_entities, with_sides
from counterclaim.link.guests import Guests
from counterclaim.link.origins import Copies, find_copies
from counterclaim.link.pile import Pile
from counterclaim.link.ruled import with_names
from counterclaim.link.volumes.found import Found
from counterclaim.records import Annotations, Judgement, Report
from counterclaim.records.known import KnownEntity


@dataclass(frozen=True, slots=True)
class Errand:
    """A volume's reports in the order of their dates and what was found in them; the ids of those that belong to it
    (`home`); what persons judged of it, the latest first; what a file of known entities holds; the names that persons
    gave to its entities, by the reports' own; and the days that its dated guests came out on, with how many days after
    its own every volume sees (`reach`)."""

    reports: tuple[Report, ...]
    annotations: tuple[Annotations, ...]
    home: tuple[str, ...]
    judged: tuple[Judgement, ...]
    known: tuple[KnownEntity, ...]
    given: dict[str, str]
    guests: dict[str, int]
    reach: int

    def to_bytes(self) -> bytes:
        """As it is sent: a quarter of the time and twice the bytes of a pickle."""
        return _ENCODER.encode(self)

    def pile(self) -> tuple[Pile, Copies]:
        """The pile of this volume's reports alone, and which of them are copies."""
        annotations = {found.report: found for found in self.annotations}
        copies = find_copies(self.reports, annotations)
        annotations = with_sides(self.reports, annotations)
        entities, _ = link_entities(self.reports, annotations, self.judged, self.known)
        given = {e.id: name for e in entities if (name := next(filter(None, map(self.given.get, e.members)), None))}
        pile = Pile.of(self.reports, annotations, dict(copies.origins), with_names(entities, given))
        pile.guests = Guests(self.guests, self.reach)
        return pile, copies


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Errand)


def find(packed: bytes) -> bytes:
    """What is found in the volume of an errand, as it is kept."""
    errand = _DECODER.decode(packed)
    return Found.of(*errand.pile(), frozenset(errand.home), errand.judged).to_bytes()
