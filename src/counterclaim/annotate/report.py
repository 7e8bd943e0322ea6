"""The steps of annotating one report, in order."""

from __future__ import annotations

from counterclaim.annotate.claims import make_claims
from counterclaim.annotate.events import Lookup, code_events
from counterclaim.annotate.figures import find_figures
from counterclaim.annotate.names import Names, name_entities
from counterclaim.annotate.parse import parse
from counterclaim.annotate.places import find_places
from counterclaim.annotate.speech import find_speech
from counterclaim.annotate.statements import make_statements
from counterclaim.annotate.times import find_times
from counterclaim.records import Annotations, EntityKind, Gazetteer, LocalEntity, Report, Who, content_id


def annotate_report(report: Report, gazetteer: Gazetteer | None = None) -> Annotations:
    """Parse a report and find all that the ledger holds of it. `gazetteer` is the user's own list of places."""
    parsed = parse(report)
    names = name_entities(parsed)
    times = find_times(parsed)
    speech = find_speech(parsed)
    statements = make_statements(parsed, names, speech, times, _outlet(report, names))
    events = Lookup()
    claims, figures = make_claims(parsed, names, statements, times, find_figures(parsed, times), events.is_event)
    return Annotations(
        report=report.id,
        entities=tuple(names.entities.values()),
        mentions=tuple(names.mentions),
        times=tuple(times),
        places=tuple(find_places(parsed, names, gazetteer)),
        statements=tuple(statements),
        claims=tuple(code_events(parsed, claims, events)),
        figures=tuple(figures),
    )


def _outlet(report: Report, names: Names) -> Who | None:
    """The outlet as an entity of the report: the source of what it tells in its own voice."""
    if report.outlet is None:
        return None
    entity = LocalEntity(
        content_id("entity", report.id, "outlet", report.outlet),
        report.id,
        report.outlet,
        EntityKind.ORGANIZATION,
        (report.outlet,),
        (),
        None,
        0,
    )
    names.entities[entity.id] = entity
    return Who(entity.id, report.outlet)
