"""From what a reader found (`Item`) to a `Document`: the text cleaned and laid out, its head read, its date settled."""

from __future__ import annotations

import hashlib

from counterclaim.read.characters import clean, tidy
from counterclaim.read.dating import date_report
from counterclaim.read.head import read_head
from counterclaim.read.language import detect
from counterclaim.read.layout import lay_out
from counterclaim.read.parts import Role, passages
from counterclaim.read.source import MAX_CHARACTERS, TOO_LARGE, Item, Source
from counterclaim.read.wrapped import unwrapped
from counterclaim.records import Document, Rejected, Report, report_id


def document(source: Source, item: Item) -> Document | Rejected:
    """The report in `item`, or why there is none."""
    if len(item.text) > MAX_CHARACTERS:
        return source.rejected(TOO_LARGE, item.row)
    cleaned = clean(item.text)
    text = unwrapped(cleaned.text)
    steps = (*cleaned.steps, "lines of wrapped paragraphs joined") if text != cleaned.text else cleaned.steps
    if not any(char.isalnum() for char in text):
        return source.rejected("there is no text in it: nothing but white space and signs", item.row)
    title = tidy(item.title)
    parts = lay_out(text, title)
    head = read_head(text, parts, title, tidy(item.outlet), tidy(item.byline))
    dating = date_report(text, parts, head.dateline, item.published, item.dates_from)
    story = "\n".join(text[part.start : part.end] for part in parts if part.role is Role.BODY)
    report = Report(
        id=report_id(head.outlet, tidy(item.key), tidy(item.published), title, text),
        path=source.path,
        row=item.row,
        key=tidy(item.key),
        url=tidy(item.url),
        outlet=head.outlet,
        title=head.title,
        byline=head.byline,
        credit=head.credit,
        dateline=head.dateline.place if head.dateline else None,
        published=dating.published,
        published_from=dating.published_from,
        dates=dating.candidates,
        language=detect(story or text),
        text=text,
        sha256=hashlib.sha256(item.original).hexdigest(),
        passages=passages(text, parts),
        cleaning=(*item.cleaning, *steps),
        broken=text.count("\ufffd"),
    )
    return Document(report, item.original)
