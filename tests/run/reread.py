"""Annotators of a later version, as a test has them: they find the same in other words' places, or less, or elsewhere.

A build sends the function to other processes, so it is one of a module.
"""

from __future__ import annotations

from dataclasses import replace

from counterclaim.annotate import annotate
from counterclaim.records import Annotations, Report


def under_other_ids(report: Report, **options: object) -> Annotations:
    """The same as today's annotators find, every record under another id: no id that a ledger knew is left."""
    found = annotate(report)

    def new(id_: str | None) -> str | None:
        return None if id_ is None else f"x{id_[1:]}"

    def who(one):  # type: ignore[no-untyped-def]
        return replace(one, entity=new(one.entity)) if one else one

    def whos(several):  # type: ignore[no-untyped-def]
        return tuple(map(who, several))

    return replace(
        found,
        entities=tuple(replace(e, id=new(e.id) or "") for e in found.entities),
        mentions=tuple(replace(m, id=new(m.id) or "", entity=new(m.entity)) for m in found.mentions),
        statements=tuple(
            replace(
                s, id=new(s.id) or "", parent=new(s.parent), sources=whos(s.sources), via=whos(s.via),
                addressee=whos(s.addressee),
            )
            for s in found.statements
        ),
        claims=tuple(
            replace(
                c, id=new(c.id) or "", statement=new(c.statement) or "", figure=new(c.figure), agent=whos(c.agent),
                patient=whos(c.patient), place=whos(c.place), condition_of=new(c.condition_of),
                responds_to=new(c.responds_to),
                arguments=tuple(replace(a, who=who(a.who)) for a in c.arguments),
            )
            for c in found.claims
        ),
        figures=tuple(
            replace(
                f, id=new(f.id) or "", statement=new(f.statement), claim=new(f.claim), side=who(f.side), by=who(f.by),
                place=who(f.place), part_of=new(f.part_of), supersedes=new(f.supersedes),
            )
            for f in found.figures
        ),
    )  # fmt: skip


def nothing_in_the_mail(report: Report, **options: object) -> Annotations:
    """What today's annotators find, but for one outlet, of which they understand nothing any more."""
    return Annotations(report.id) if report.outlet == "Coast Mail" else annotate(report)
