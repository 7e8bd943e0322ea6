"""The reading pages: a report with what others say to it, people, the time line, processes, figures, places."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import small_ledger
from browsing import Browser, words
from small_ledger import (
    ANNOTATIONS,
    BERG,
    COUNT_DISPUTE,
    HERALD_REPORT,
    HOSTILE,
    HOSTILE_REPORT,
    INCIDENT,
    LINKS,
    PROCESS,
    REPORTS,
    REPRINT,
    ROLES_DISPUTE,
    WIRE_REPORT,
    claim,
    evidence,
    span,
    statement,
)

from counterclaim.apps.web.rendering import title
from counterclaim.apps.web.telling import by_day, ongoing_of
from counterclaim.records import (
    Annotations,
    Claim,
    Document,
    Judgement,
    Passage,
    PassageKind,
    Place,
    Polarity,
    ProcessState,
    ProcessStep,
    Report,
    Span,
    TimeExpression,
    TimexType,
    Verdict,
    content_id,
    report_id,
)
from counterclaim.store import Outcome, View, open_view, open_writer
from counterclaim.store.filters import Filter
from counterclaim.store.parts import part, timeline

_SENTENCE = "Officials said nothing new about the talks between both sides that day. "
_LONG_TEXT = "A long report\n\n" + "\n\n".join(f"Paragraph {number}. {_SENTENCE * 12}" for number in range(120))
LONG = replace(
    WIRE_REPORT,
    id=report_id("Tosk Wire", None, "2021-05-06", "A long report", _LONG_TEXT),
    title="A long report",
    published="2021-05-06",
    text=_LONG_TEXT,
    path="in/long.txt",
    sha256=hashlib.sha256(_LONG_TEXT.encode()).hexdigest(),
    passages=(Passage(0, len("A long report"), "A long report", PassageKind.HEADLINE),),
)
_DENIED = ANNOTATIONS[WIRE_REPORT.id].statements[1]


def _told(time: str, number: int, **more: object) -> Claim:
    """A claim of the long report with this time."""
    made = claim(_DENIED, "asked", time=time, **more)
    words_ = span(LONG, f"Paragraph {number}.")
    return replace(
        made, id=content_id("claim", time), report=LONG.id, statement="", trigger=words_, spans=(words_,), agent=()
    )


#: Times of all widths, given out of order.
TIMED = (
    _told("XXXX-11-16", 1),
    _told("2021", 2),
    _told("2021-05-07", 3, polarity=Polarity.NEGATIVE),
    _told("2021-05", 4),
    _told("PAST_REF", 5),
)
_PLACES = (
    Place(content_id("place", 1), LONG.id, span(LONG, "sides"), "Oldbridge", "GBR", 52.5, -1.25, "town"),
    Place(content_id("place", 2), LONG.id, span(LONG, "day"), "Newbridge", None, 53.0, -1.0, "near"),
    Place(content_id("place", 3), LONG.id, span(LONG, "talks"), "Elsewhere", None, None, None, None),
)
_LONG_STATEMENTS = tuple(
    replace(
        statement(LONG, f"Paragraph {number}.", None, (), said="2021-05-06"),
        id=content_id("statement", "long", number),
    )
    for number in range(10, 100)
)
COPY = Judgement(
    content_id("judgement", "copy"),
    "copy of passage",
    HERALD_REPORT.id,
    REPRINT.id,
    Verdict.PART,
    0.8,
    ("4 of 5 sentences of Coast Radio also stand in Arvel Herald.",),
    (evidence(HERALD_REPORT, "“We said yes.”"), evidence(REPRINT, "“We said yes.”")),
    "link 1",
)
CONTESTED = replace(
    PROCESS,
    id=content_id("process", "contested"),
    name="Truce of May 2021",
    states=(
        ProcessStep(ProcessState.AGREED, "2021-05-02", (), None, None, (evidence(HERALD_REPORT, "a truce"),)),
        ProcessStep(ProcessState.IN_FORCE, "2021-05-03", (), None, None, (evidence(WIRE_REPORT, "a truce"),), True),
        ProcessStep(ProcessState.VIOLATED, "2021-05-09", (), None, None, (evidence(WIRE_REPORT, "The talks"),)),
    ),
)


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small ledger with a long report, claims of all kinds of time, places and a contested process."""
    path = tmp_path_factory.mktemp("reading") / "wide.db"
    annotations = ANNOTATIONS | {
        LONG.id: Annotations(LONG.id, places=_PLACES, statements=_LONG_STATEMENTS, claims=TIMED)
    }
    links = replace(
        LINKS,
        origins=LINKS.origins | {LONG.id: LONG.id},
        judgements=(*LINKS.judgements, COPY),
        processes=(PROCESS, CONTESTED),
    )
    with open_writer(path) as writer:
        for report in (*REPORTS, LONG):
            writer.add(Document(report, report.text.encode()))
        outcomes = [Outcome(report, annotations[report.id]) for report in (*REPORTS, LONG)]
        writer.annotate(outcomes, "by hand")
        writer.relink(links, state=writer.state(), version="by hand")
    return path


@pytest.fixture(scope="module")
def browser(wide: Path) -> Browser:
    return Browser(wide)


@pytest.fixture
def wide_view(wide: Path) -> Iterator[View]:
    with open_view(wide) as opened:
        yield opened


# A report


def test_the_margin_has_what_other_reports_say(browser: Browser) -> None:
    page = browser.page(f"/reports/{HERALD_REPORT.id}")
    asides = {aside.get("class"): words(aside) for aside in page.find_class("aside")}
    assert set(asides) == {"aside differs", "aside agrees", "aside incident", "aside copy"}
    assert "Pavel Dorn: Arvel asked Tosk" in words(page.find_class("differs")[0])
    assert "2 independent origins tell this: People were killed in Oldbridge." in asides["aside agrees"]
    assert "Also told by 1 other report: People killed in Oldbridge" in asides["aside incident"]
    assert "The same words in Coast Radio, 2021-05-04 Tue" in asides["aside copy"]
    assert COPY.reasons[0] in words(page)


def test_an_aside_stands_beside_the_passage_it_is_about(browser: Browser) -> None:
    page = browser.page(f"/reports/{HERALD_REPORT.id}")
    for block in page.find_class("block"):
        text = " ".join(words(part) for part in block.find_class("text"))
        for aside in block.find_class("differs"):
            assert ("truce" in text) == ("truce" in words(aside))


def test_what_is_marked_is_asked_for(browser: Browser) -> None:
    path = f"/reports/{HERALD_REPORT.id}"
    assert browser.page(path).xpath("//article//span[contains(@class, 'm ')]") == []
    page = browser.page(f"{path}?show=names,figures&show=times")
    marked = {mark.get("class"): (words(mark), mark.get("title")) for mark in page.xpath("//article//span[@title]")}
    assert marked == {
        "m name": ("Anna Berg", "Anna Berg (person)"),
        "m figure": ("At least 31", "at least 31 civilians: killed"),
        "m time": ("Sunday", "date: 2021-05-02 Sun"),
    }
    assert page.xpath("//input[@checked]/@value") == ["names", "times", "figures"]
    places = browser.page(f"/reports/{LONG.id}?show=places").xpath("//article//span[@class='m place']/@title")
    assert places == [
        "Elsewhere, country not known: where it lies is not known",
        "Oldbridge, GBR: 52.500, -1.250 (town)",
        "Newbridge, country not known: 53.000, -1.000 (near)",
    ]
    assert browser.ask(f"{path}?show=faces").status_code == 400


def test_speakers_are_told_apart_by_letters(browser: Browser) -> None:
    page = browser.page(f"/reports/{HERALD_REPORT.id}")
    assert [words(one) for one in page.find_class("speakers")[0]] == ["AAnna Berg 2", "Bhealth ministry 1"]
    assert [words(ref) for ref in page.find_class("ref")] == ["A1", "A2", "B3"]


@pytest.mark.parametrize("report", [HERALD_REPORT, HOSTILE_REPORT])
def test_the_original_is_text_and_a_file_and_never_a_page(browser: Browser, report: Report) -> None:
    shown = browser.ask(f"/reports/{report.id}/original")
    assert shown.headers["content-type"] == "text/plain; charset=utf-8"
    assert any("sandbox" in policy for policy in shown.headers.get_list("content-security-policy"))
    assert shown.headers["x-content-type-options"] == "nosniff"
    assert shown.text == report.text
    kept = browser.ask(f"/reports/{report.id}/original?download=1")
    assert kept.headers["content-disposition"].startswith("attachment")
    assert kept.content == report.text.encode()
    assert browser.ask("/reports/nothing/original").status_code == 404
    assert "<script>" in HOSTILE


def test_a_long_report_comes_in_parts_and_a_mark_leads_to_its_part(browser: Browser) -> None:
    path, seen = f"/reports/{LONG.id}", ""
    address: str | None = path
    pages = 0
    while address:
        answer = browser.ask(address)
        assert len(answer.content) < 90_000
        page = browser.page(address)
        for text in page.find_class("text"):
            for aside in (*text.find_class("ref"), *text.find_class("kind")):
                aside.drop_tree()
            seen += text.text_content()
        address = next(iter(page.xpath("//a[@rel='next']/@href")), None)
        pages += 1
    assert pages > 1
    assert "".join(seen.split()) == "".join(LONG.text.split())
    last = span(LONG, "Paragraph 119.")
    page = browser.page(f"{path}?mark={last.start}-{last.end}")
    assert [words(mark) for mark in page.iter("mark")] == ["Paragraph 119."]
    assert page.xpath(f"//mark[@id='s{last.start}']")
    assert browser.page(f"{path}?part=999").find_class("block")


# Statements and people


def test_a_statement_has_its_speaker_claims_figures_and_differences(browser: Browser) -> None:
    killed = ANNOTATIONS[HERALD_REPORT.id].statements[3]
    shown = words(browser.page(f"/statements/{killed.id}"))
    assert "health ministry (via hospital staff) said: “At least 31 civilians were killed" in shown
    assert COUNT_DISPUTE.question in shown
    assert "at least 31 civilians: killed, as of 2021-05-02 Sun" in shown
    found = browser.json(f"/statements/{killed.id}.json")
    assert found["id"] == killed.id
    assert [row["statement"] for row in found["claims"]] == [killed.id]
    assert [row["statement"] for row in found["figures"]] == [killed.id]
    assert browser.ask(f"/statements/{killed.id[:8]}").status_code == 307


def test_a_person_s_page_has_opponents_positions_and_what_others_say(browser: Browser) -> None:
    page = browser.page(f"/entities/{BERG.id}")
    assert "Gives another answer" in words(page)
    assert "Pavel Dorn" in words(page.xpath("//h2[@id='differ']/following-sibling::div[1]")[0])
    dorn = browser.page(f"/entities/{small_ledger.DORN.id}")
    assert "Will the talks go on?" in words(dorn.find_class("change")[0])
    assert [words(one)[:14] for one in dorn.find_class("positions")[0]] == ["2021-05-04 Tue", "2021-05-09 Sun"]
    arvel = next(one for one in small_ledger.ENTITIES if one.name == "Arvel")
    assert "Truce between Arvel and Tosk" in words(browser.page(f"/entities/{arvel.id}"))


def test_what_a_person_says_can_be_filtered(browser: Browser) -> None:
    path = f"/entities/{BERG.id}"
    assert browser.json(f"{path}.json?outlet=herald")["statements"] != browser.json(f"{path}.json")["statements"]
    assert "as asked for" in words(browser.page(f"{path}?about=nothing+of+the+kind"))


# What happened


def test_the_time_line_goes_by_day_then_longer_times_then_none(browser: Browser) -> None:
    page = browser.page("/timeline")
    headings = [words(heading).partition(" no ")[0].partition(" only ")[0] for heading in page.xpath("//h2")]
    days = [heading.partition(" ≠")[0] for heading in headings if heading[0] in "2N"]
    assert days == ["2021-05", "2021-05-02 Sun", "2021-05-07 Fri", "2021", "No year is known"]
    assert "said not to be so" in words(page.find_class("day")[2])
    undated = page.find_class("day")[-1]
    assert [words(one).partition("”")[0] for one in undated.iter("li")] == ["“Paragraph 1.", "“Paragraph 5."]


def test_accounts_of_one_incident_stand_together_with_what_differs(browser: Browser) -> None:
    (happening,) = browser.page("/timeline?since=2021-05-02&until=2021-05-02").find_class("differing")
    shown = words(happening)
    assert INCIDENT.label in shown
    assert COUNT_DISPUTE.question in shown
    assert "2 independent origins tell this: People were killed in Oldbridge." in shown


def test_an_incident_is_named_on_its_own_days_only() -> None:
    told = replace(TIMED[2], incident=INCIDENT.id, time="2011-03")
    own = replace(told, id=content_id("claim", "own"), time="2021-05-02")
    earlier, then = by_day([told, own], {INCIDENT.id: INCIDENT}, [COUNT_DISPUTE], [])
    assert [one.incident for one in earlier.happenings] == [None]
    assert not earlier.differing
    assert [one.incident for one in then.happenings] == [INCIDENT]
    assert then.differing == 1


@pytest.mark.parametrize(
    ("words_", "ongoing"),
    [
        ("Many have left since March 2011.", True),
        ("Since the outbreak of the crisis in March 2011 many have left.", True),
        ("Many left in March 2011 and have not been heard of since.", False),
        ("They have not been heard of since. Many left in March 2011.", False),
    ],
)
def test_what_has_gone_on_since_a_day_did_not_happen_then(words_: str, ongoing: bool) -> None:
    told = replace(TIMED[2], time="2011-03", spans=(Span(0, len(words_), words_),))
    at = words_.index("March 2011")
    march = TimeExpression("t", told.report, Span(at, at + 10, "March 2011"), TimexType.DATE, "2011-03")
    found = ongoing_of([told], lambda _: [march])
    assert found == ({told.id} if ongoing else set())
    later = replace(told, id=content_id("claim", "later"), time="2012-01-01")
    headings = [day.words for day in by_day([told, later], {}, [], [], found)]
    assert headings == (["2012-01-01 Sun", "Since 2011-03"] if ongoing else ["2011-03", "2012-01-01 Sun"])


def test_figures_about_a_place_are_also_those_of_its_incidents(browser: Browser) -> None:
    at = INCIDENT.place
    assert at is not None
    found = {row["id"] for row in browser.json(f"/figures.json?about={at.name}")["figures"]}
    assert found >= set(INCIDENT.figures)


def test_reports_can_be_had_newest_first(browser: Browser) -> None:
    dates = [
        [row["published"] for row in browser.json(f"/reports.json{by}")["reports"]] for by in ("", "?by=newest first")
    ]
    known = [[date for date in some if date] for some in dates]
    assert known[0] == sorted(known[0])
    assert known[1] == sorted(known[1], reverse=True)
    assert dates[1][: len(known[1])] == known[1]
    assert browser.ask("/reports?by=chance").status_code == 400


@pytest.mark.parametrize(
    ("given", "outlet", "shown"),
    [
        ("Car bomb kills six - Region - World - The Wire Online", "wire", "Car bomb kills six"),
        ("Dozens dead | The Wire", "wire", "Dozens dead"),
        ("Talks fail - again", "The Wire", "Talks fail - again"),
        ("Talks fail - and both sides say why - The Wire", "The Wire", "Talks fail - and both sides say why"),
        ("Talks fail | and go on", None, "Talks fail | and go on"),
        ("The Wire", "The Wire", "The Wire"),
    ],
)
def test_a_title_is_shown_without_its_site(given: str, outlet: str | None, shown: str) -> None:
    assert title(replace(WIRE_REPORT, title=given, outlet=outlet)) == shown


def test_a_bar_of_the_chart_leads_to_its_days(browser: Browser) -> None:
    bars = browser.page("/timeline").xpath("//*[contains(@class, 'bars')]//a")
    assert [bar.get("aria-label") for bar in bars] == ["2021-05-02: 3, accounts differ", "2021-05-07: 1"]
    found = browser.json(bars[1].get("href").replace("/timeline", "/timeline.json"))
    assert found["timeline"][0]["time"] in ("2021-05", "2021-05-07")


def test_incidents_come_most_told_first_with_their_figures(browser: Browser) -> None:
    (row,) = browser.page("/incidents").xpath("//tbody/tr")
    assert "at least 31 killed health ministry (via hospital staff)" in words(row)
    assert "≠ 1 difference = 1 agreement" in words(row)
    assert browser.json("/incidents.json?by=date")["total"] == 1
    assert browser.ask("/incidents?by=chance").status_code == 400


def test_an_undated_incident_says_when_it_was_first_told(tmp_path: Path) -> None:
    undated = replace(small_ledger.LINKS, incidents=(replace(INCIDENT, since=None, until=None),))
    browser = Browser(small_ledger.write(tmp_path / "undated.db", undated))
    for address in ("/incidents", f"/incidents/{INCIDENT.id}"):
        assert "undated, told 2021-05-03 Mon" in words(browser.page(address))


def test_an_incident_is_told_by_origin(browser: Browser) -> None:
    tellings = [words(one) for one in browser.page(f"/incidents/{INCIDENT.id}").find_class("telling")]
    assert [telling[:12] for telling in tellings] == ["Arvel Herald", "Tosk Wire, 2"]


def test_processes_are_lanes_with_contested_states_marked(browser: Browser) -> None:
    first, second = browser.page("/processes").find_class("process")
    assert words(first.find("h2")) == CONTESTED.name  # more states come first
    assert len(first.xpath(".//*[contains(@class, 'stretch')]")) == 2
    assert first.xpath(".//*[contains(@class, 'stretch') and contains(@class, 'contested')]")
    assert "in force contested" in words(first.xpath(".//tbody/tr")[1])
    assert not second.find_class("lane")  # nothing to draw of a month and no day
    assert "if the shelling stops" in words(second)


def test_figures_are_chosen_by_what_happened_and_drawn_by_who_gives_them(browser: Browser) -> None:
    page = browser.page("/figures?happened=killed")
    assert [words(one) for one in page.xpath("//*[@class='point']/*[local-name()='text']")] == ["A", "A", "B"]
    assert [words(key) for key in page.find_class("key")] == [
        "Ahealth ministry (via hospital staff)",
        "Bpolice",
    ]
    assert browser.json("/figures.json?happened=injured")["total"] == 0
    assert "happened injured" in words(browser.page("/figures?happened=injured"))
    assert browser.ask("/figures?happened=eaten").status_code == 400


def test_places_are_plotted_and_listed(browser: Browser, wide_view: View) -> None:
    page = browser.page("/places")
    # As the reports spell it, with the gazetteer's name beside it.
    assert {words(cell) for cell in page.xpath("//tbody/tr/td[1]/b")} == {"sides", "day", "talks"}
    rows = {words(row.find("td")).split()[-1]: words(row) for row in page.xpath("//tbody/tr")}
    assert set(rows) == {"Oldbridge", "Newbridge", "Elsewhere"}
    assert "52.5000 -1.2500" in rows["Oldbridge"].replace("0-", "0 -")
    assert rows["Elsewhere"].count("not known") == 4
    assert len(page.find_class("spot")) == 2
    assert browser.json("/places.json")["places"] == json.loads(json.dumps(list(wide_view.table("places"))))
    assert browser.json("/places.json?about=old")["total"] == 1


def test_events_are_those_of_the_export(browser: Browser, wide_view: View) -> None:
    found = browser.json("/events.json")
    assert found["events"] == json.loads(json.dumps(list(wide_view.table("events"))))
    assert browser.page("/events") is not None


# Long lists


def test_a_page_leads_to_those_before_and_after_it_with_its_filters(browser: Browser) -> None:
    page = browser.page("/statements?about=paragraph&limit=30&start=30&sort=text")
    assert "31 to 60 of 90." in words(page)
    assert page.xpath("//a[@rel='next']/@href") == ["/statements?about=paragraph&start=60&sort=text&limit=30"]
    assert page.xpath("//a[@rel='prev']/@href") == ["/statements?about=paragraph&sort=text&limit=30"]


@pytest.mark.parametrize(
    "wish",
    [
        {},
        {"who": "dorn"},
        {"who": BERG.id},
        {"about": "oldbridge"},
        {"about": "TRÚCE"},
        {"since": "2021-05-04"},
        {"until": "2021-05-03", "outlet": "coast"},
    ],
)
@pytest.mark.parametrize("kind", ["statements", "figures"])
def test_parts_of_a_list_are_the_list(wide_view: View, kind: str, wish: dict[str, str]) -> None:
    whole = [one.id for one in getattr(wide_view, kind)(**wish)]
    for order in ("text", "date") if kind == "statements" else ("date",):
        ids: list[str] = []
        while True:
            found = part(wide_view, kind, Filter(**wish), order, len(ids), 7)
            assert found.total == len(whole)
            ids += [one.id for one in found.records]
            if not found.records:
                break
        assert sorted(ids) == sorted(whole)
        if order == "text":
            assert ids == whole


@pytest.mark.parametrize("wish", [{}, {"about": "oldbridge"}, {"since": "2021-05-02", "until": "2021-05-02"}])
def test_parts_of_the_time_line_are_the_time_line(wide_view: View, wish: dict[str, str]) -> None:
    whole = {one.id for one in wide_view.timeline(**wish)}
    found, times = timeline(wide_view, Filter(**wish), 0, 1000)
    assert {one.id for one in found.records} == whole
    assert found.total == len(whole) == sum(one.claims for one in times)
    in_parts = [timeline(wide_view, Filter(**wish), start, 2)[0].records for start in range(0, len(whole), 2)]
    assert [one for some in in_parts for one in some] == found.records


def test_disputes_named_in_the_margin_are_those_of_the_report(browser: Browser) -> None:
    hrefs = browser.page(f"/reports/{WIRE_REPORT.id}").xpath("//li[contains(@class, 'differs')]/span/a/@href")
    assert hrefs == [f"/disputes/{ROLES_DISPUTE.id}", f"/disputes/{COUNT_DISPUTE.id}"]
