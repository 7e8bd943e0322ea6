"""How the time of linking entities grows with the number of names.

    .venv/bin/python benchmarks/entities_speed.py [--names 200 400 800 1600]

Every name is an invented person of a report of its own, so that as many pairs as there can be have to be kept apart.
What to quote is the growth from one line to the next: twice as many names should take little more than twice the time.
"""

from __future__ import annotations

import argparse
import random
import time

from counterclaim.link.entities import link_entities
from counterclaim.records import (
    Annotations,
    EntityKind,
    LocalEntity,
    Mention,
    MentionForm,
    Report,
    Span,
    content_id,
    report_id,
)


def invented(draw: random.Random) -> str:
    """A word of four syllables."""
    return "".join(draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") for _ in range(4)).title()


def naming(name: str, day: int) -> tuple[Report, Annotations]:
    """A report that names one person and says no more."""
    published = f"2021-05-{day:02}"
    id_ = report_id("Coast Herald", None, published, None, name)
    report = Report(
        id=id_,
        path=None,
        row=None,
        key=None,
        url=None,
        outlet="Coast Herald",
        title=None,
        byline=None,
        credit=None,
        dateline=None,
        published=published,
        published_from=None,
        dates=(),
        language="en",
        text=name,
        sha256="",
        passages=(),
    )
    entity = LocalEntity(content_id("entity", id_, name), id_, name, EntityKind.PERSON, (name,), (), None, 1)
    span = Span(0, len(name), name)
    mention = Mention(content_id("mention", id_, 0), id_, entity.id, span, MentionForm.NAME)
    return report, Annotations(id_, entities=(entity,), mentions=(mention,))


def main() -> None:
    """Print a line for each number of names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, nargs="+", default=[200, 400, 800, 1600])
    for count in parser.parse_args().names:
        draw = random.Random(count)
        made = [naming(f"{invented(draw)} {invented(draw)}", number % 28 + 1) for number in range(count)]
        start = time.process_time()
        link_entities([report for report, _ in made], {report.id: found for report, found in made})
        print(f"{count:6} names  {time.process_time() - start:6.2f} s")


if __name__ == "__main__":
    main()
