"""What holds of the annotations of any text whatever."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import replace

import pytest
from build import make_report
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from counterclaim.annotate import annotate
from counterclaim.records import Annotations, Passage, PassageKind, Report, Span, Who

_WORDS = (
    "Kenya Kenyan Kenyas Nairobi Zorvia Zorvian Peter Otieno Grace Wanjiru president minister the The a no never he "
    "She we it they said told asked denied demanded accused of that for to by killed shelled were was is there are "
    "troops army ceasefire proposal withdrawal village in on Monday Friday 3 May 2021 12 31 2,000 dozens at least "
    "according and or not if would should"
).split()
_MARKS = ("“", "”", '"', "'", "’", "‘", "«", "»", ",", ".", ":", ";", "…", "-", "–", "(", ")", "?", "!", "/", "%")
_SPACES = (" ", " ", " ", "\n", "\n\n", "\t", "\xa0", "\u2028", "\r\n", "")
_ODD = ("é", "Ж", "日本", "🕊", "e\u0301", "\u200b", "\ufeff", "\ufffd", "\x00", "\x07", "ß", "İ")
_piece = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_MARKS), st.sampled_from(_ODD), st.text(max_size=4))
_newslike = st.lists(st.tuples(_piece, st.sampled_from(_SPACES)), max_size=40).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)


def _spans(record: object) -> Iterator[Span]:
    """Every span inside a record, however deep."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from _spans(item)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from _spans(getattr(record, field.name))


def _whos(record: object) -> Iterator[Who]:
    if isinstance(record, Who):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from _whos(item)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from _whos(getattr(record, field.name))


def _prove(report: Report, found: Annotations) -> None:
    """Every span is the text, every id is the only one, and every reference leads somewhere."""
    assert found.report == report.id
    for span in _spans(found):
        assert report.text[span.start : span.end] == span.text
    lists = {
        "entities": found.entities,
        "mentions": found.mentions,
        "times": found.times,
        "statements": found.statements,
        "claims": found.claims,
        "figures": found.figures,
    }
    ids = {name: {record.id for record in records} for name, records in lists.items()}  # type: ignore[attr-defined]
    for name, records in lists.items():
        assert len(ids[name]) == len(records), name
        assert all(record.report == report.id for record in records)  # type: ignore[attr-defined]
    assert {m.entity for m in found.mentions} - {None} <= ids["entities"]
    assert {w.entity for w in _whos((found.statements, found.claims, found.figures))} - {None} <= ids["entities"]
    assert {s.parent for s in found.statements} - {None} <= ids["statements"]
    assert {c.statement for c in found.claims} <= ids["statements"]
    assert {c.time_id for c in found.claims} - {None} <= ids["times"]
    assert {c.figure for c in found.claims} - {None} <= ids["figures"]
    assert {f.claim for f in found.figures} - {None} <= ids["claims"]
    assert {f.statement for f in found.figures} - {None} <= ids["statements"]
    assert {f.part_of for f in found.figures} | {f.supersedes for f in found.figures} <= ids["figures"] | {None}
    assert all(s.parent != s.id for s in found.statements)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=_newslike)
@example(text="")
@example(text=" \n\t ")
@example(text=".")
@example(text="“")
@example(text="“Peter Otieno said: “We")
@example(text="12")
@example(text="Kenya said that Kenya said that Kenya said")
@example(text="\ufeffThe army killed 12.\r\nNo.")
def test_any_text_has_annotations_that_are_anchored_in_it(text: str) -> None:
    report = make_report(text, "2021-05-04", "Coast Herald")
    _prove(report, annotate(report))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(head=_newslike, body=_newslike, kind=st.sampled_from(PassageKind))
def test_passages_of_any_kind_may_stand_anywhere(head: str, body: str, kind: PassageKind) -> None:
    text = f"{head}\n\n{body}"
    passages = tuple(
        Passage(start, end, text[start:end], k)
        for start, end, k in (
            (0, len(head), PassageKind.HEADLINE),
            (len(head) + 2, len(text), kind),
        )
        if end > start
    )
    report = replace(make_report(text), passages=passages)
    found = annotate(report)
    _prove(report, found)
    if kind in {PassageKind.BOILERPLATE, PassageKind.REPEAT}:
        assert all(s.content[0].start <= len(head) + 2 for s in found.statements)


@pytest.mark.parametrize("published", [None, "2021", "2021-05", "2021-05-04", "9999-12-31", "0001-01-01"])
def test_a_report_may_be_dated_as_it_likes(published: str | None) -> None:
    report = make_report("Peter Otieno said on Monday that 12 people had died.", published)
    found = annotate(report)
    _prove(report, found)
    assert [figure.best for figure in found.figures] == [12]


def test_the_same_report_gives_the_same_annotations() -> None:
    text = "Peter Otieno met Kenyan troops. “We lost 12 men,” he said on Monday. Kenya asked Uganda for a ceasefire."
    report = make_report(text, "2021-05-04", "Coast Herald")
    first = annotate(report)
    annotate(make_report("Grace Wanjiru denied that the army had left Kenya.", "2020-01-01"))
    assert annotate(report) == first
