"""A report made of a text alone, and its parse, for the tests of this room."""

from __future__ import annotations

from counterclaim.annotate.parse import Parsed, parse
from counterclaim.annotate.speech import Attribution
from counterclaim.annotate.speech.finish import finish
from counterclaim.annotate.speech.rules import by_rules
from counterclaim.annotate.speech.scene import read_scene
from counterclaim.records import Report, report_id


def make_report(text: str, published: str | None = None, outlet: str | None = None) -> Report:
    """A report with nothing known about it but its text, date and outlet."""
    return Report(
        id=report_id(outlet, None, published, None, text),
        path=None,
        row=None,
        key=None,
        url=None,
        outlet=outlet,
        title=None,
        byline=None,
        credit=None,
        dateline=None,
        published=published,
        published_from=None,
        dates=(),
        language="en",
        text=text,
        sha256="",
        passages=(),
    )


def parse_text(text: str, published: str | None = None) -> Parsed:
    """The parse of a text as one report."""
    return parse(make_report(text, published))


def by_rules_alone(parsed: Parsed) -> list[Attribution]:
    """What the rules find before the tagger has looked."""
    scene = read_scene(parsed)
    return finish(scene, by_rules(scene))
