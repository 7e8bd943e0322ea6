"""What other reports say to the words of one: disputes, agreements, the same incident told by others, shared words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.apps.lookup import Lookup
from counterclaim.apps.web.marks import Block
from counterclaim.apps.web.rendering import place
from counterclaim.apps.wording import counted, day, names, outlet, quoted
from counterclaim.records import Dispute, Evidence, Report
from counterclaim.store import View, beside

#: As many notes of one kind as stand beside one passage.
_MOST = 4


@dataclass(frozen=True, slots=True)
class Aside:
    """What another report says to a passage: its `kind` (differs, agrees, incident, copy), where the words that it
    is about begin in the report, a few words with the address they lead to, and further places."""

    kind: str
    start: int
    words: str
    address: str
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """A block of a report with what stands in its margin; `left_out` is how many asides were too many."""

    block: Block
    asides: tuple[Aside, ...]
    left_out: int


def asides(view: View, lookup: Lookup, report: Report) -> list[Aside]:
    """All that other reports say to this one, in the order of its text."""
    found = [*_differing(view, report), *_agreeing(view, lookup, report)]
    found += [*_told_elsewhere(view, report), *_copied(view, lookup, report)]
    return sorted(found, key=lambda aside: (aside.start, aside.kind, aside.address))


def shelves(found: Sequence[Block], beside_them: Sequence[Aside]) -> list[Shelf]:
    """Blocks with what belongs beside each."""
    result = []
    for number, block in enumerate(found):
        end = found[number + 1].start if number + 1 < len(found) else block.end
        here = list(dict.fromkeys(aside for aside in beside_them if block.start <= aside.start < end))
        kept = [aside for kind in _KINDS for aside in _of_kind(here, kind)[:_MOST]]
        result.append(Shelf(block, tuple(kept), len(here) - len(kept)))
    return result


_KINDS = ("differs", "agrees", "incident", "copy")


def _of_kind(found: Sequence[Aside], kind: str) -> list[Aside]:
    once = {(aside.address, aside.words): aside for aside in reversed(found) if aside.kind == kind}
    return sorted(once.values(), key=lambda aside: (aside.start, aside.address))


def _differing(view: View, report: Report) -> Iterator[Aside]:
    for dispute in beside.disputes_with(view, report.id):
        for number, side in enumerate(dispute.sides):
            here = [piece.start for piece in side.evidence if piece.report == report.id]
            if here:
                yield Aside(
                    "differs", min(here), dispute.question, f"/disputes/{dispute.id}", tuple(_answers(dispute, number))
                )


def _answers(dispute: Dispute, but: int) -> Iterator[tuple[str, str]]:
    """What is answered on the other sides, and where."""
    for number, side in enumerate(dispute.sides):
        if number != but:
            holders = names(side.holders) or "somebody not known"
            where = place(side.evidence[0]) if side.evidence else f"/disputes/{dispute.id}"
            yield f"{holders}: {side.answer}", where


def _agreeing(view: View, lookup: Lookup, report: Report) -> Iterator[Aside]:
    for agreement in beside.agreements_in(view, report.id):
        here = [piece for piece in agreement.evidence if piece.report == report.id]
        others = [piece for piece in agreement.evidence if piece.report != report.id]
        if here and others:
            words = f"{counted(agreement.origins, 'independent origin')} tell this: {agreement.claim}"
            yield Aside("agrees", here[0].start, words, place(here[0]), tuple(_places(lookup, others)))


def _told_elsewhere(view: View, report: Report) -> Iterator[Aside]:
    starts: dict[str, int] = {}
    for claim in view.claims(report.id):
        if claim.incident is not None:
            starts[claim.incident] = min(starts.get(claim.incident, claim.spans[0].start), claim.spans[0].start)
    for incident in view.records("incidents", sorted(starts)):
        others = len(set(incident.reports) - {report.id})
        if others:
            words = f"Also told by {counted(others, 'other report')}: {incident.label}"
            yield Aside("incident", starts[incident.id], words, f"/incidents/{incident.id}#tellings")


def _copied(view: View, lookup: Lookup, report: Report) -> Iterator[Aside]:
    for judgement in beside.copying(view, report.id):
        here = [piece for piece in judgement.evidence if piece.report == report.id]
        others = [piece for piece in judgement.evidence if piece.report != report.id]
        if here and others:
            other = lookup.report(others[0].report)
            date = day(other.published if other else None)
            yield Aside("copy", here[0].start, f"The same words in {outlet(other)}, {date}", place(others[0]))


def _places(lookup: Lookup, pieces: Sequence[Evidence]) -> Iterator[tuple[str, str]]:
    once = {piece.report: piece for piece in pieces}
    for piece in once.values():
        report = lookup.report(piece.report)
        yield f"{outlet(report)}, {day(report.published if report else None)}: {quoted(piece.text[:90])}", place(piece)
