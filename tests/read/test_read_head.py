"""The head of a report, and the passages it is laid out in."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from counterclaim.read.dateline import find_dateline
from counterclaim.records import Rejected, Report

One = Callable[..., Report]
AllOf = Callable[..., tuple[list[Report], list[Rejected]]]

FIRST = "The minister told reporters in the capital that the bridge over the river was open again for everybody."
SECOND = "Observers said that they had seen no soldiers there since the weekend, and that the market was full."
STORY = f"{FIRST}\n\n{SECOND}\n"


def laid_out(report: Report) -> list[tuple[str, str]]:
    """The passages, each with its first words."""
    return [(passage.kind.value, " ".join(passage.text.split()[:3])) for passage in report.passages]


@pytest.mark.parametrize(
    ("text", "place", "credit", "story"),
    [
        (
            "YEREVAN (Courier News / Agency - 28th September, 2020) The minister",
            "YEREVAN",
            "Courier News / Agency",
            "The minister",
        ),
        ("HALM BRIDGE, Aug 30 (Meridian) - Prisoners were", "HALM BRIDGE", "Meridian", "Prisoners were"),
        ("OSTREL, June 4, 2031 (Meridian) - Fourteen people", "OSTREL", "Meridian", "Fourteen people"),
        ("OSTREL — The minister", "OSTREL", None, "The minister"),
        ("BEIRUT (AP) — Ten people", "BEIRUT", "AP", "Ten people"),
        ("KABUL, Afghanistan (AP) - A man", "KABUL, Afghanistan", "AP", "A man"),
        ("DEIR EZ-ZOR (Syria) (Agency) Reportedly the", "DEIR EZ-ZOR", "Agency", "Reportedly the"),
        ("Moscow (Reuters) - The", "Moscow", "Reuters", "The"),
        ("Beirut London- Warplanes", "Beirut London", None, "Warplanes"),
        ("Halm ANA-Fighters in Halm", "Halm", "ANA", "Fighters in Halm"),
        ("BEIRUT At least 70", "BEIRUT", None, "At least 70"),
        ("QAMISHLI Syria A massive", "QAMISHLI Syria", None, "A massive"),
        ("PORT HALM/OSTREL (Meridian) - Two were", "PORT HALM/OSTREL", "Meridian", "Two were"),
        ("Kampala / Juba, May 3 (Agency) — Two were", "Kampala / Juba", "Agency", "Two were"),
        ("(Nairobi) - People had", "Nairobi", None, "People had"),
        ("(Halm Bridge, March 3, 2031) – The army", "Halm Bridge", None, "The army"),
        ("OSTREL, May 15 /HPA-D/. The number", "OSTREL", "HPA-D", "The number"),
        ("OSTREL, December 1, 2034. /HalmTASS/. Troops", "OSTREL", "HalmTASS", "Troops"),
        ("OSTREL, February 11. Nine civilians", "OSTREL", None, "Nine civilians"),
        ("Old Ostrel, June 14: The authority", "Old Ostrel", None, "The authority"),
        ("SRINAGAR, India: Troops", "SRINAGAR, India", None, "Troops"),
        ("Ostrel, Oct 30, HPA -- Troops", "Ostrel", "HPA", "Troops"),
        ("Ostrel/Halm, 6 September 2031 - Troops", "Ostrel/Halm", None, "Troops"),
        ("Ostrel, December 2, HNA: Forces", "Ostrel", "HNA", "Forces"),
        ("OLD OSTREL: Villagers below the Ostrel dam", "OLD OSTREL", None, "Villagers below the Ostrel dam"),
    ],
)
def test_datelines(text: str, place: str, credit: str | None, story: str) -> None:
    found = find_dateline(text, 0, len(text))
    assert found is not None
    assert (found.place, found.credit, text[found.end :]) == (place, credit, story)


@pytest.mark.parametrize(
    "text",
    [
        "SDF (Syrian Democratic Forces) Spokesman Ann Lee said",
        "AFP At least 11 people",
        "Exclusive - The minister said",
        "Regional ANA - The blast heard",
        "Ann Lee - the minister of",
        "Al-Qaeda-linked fighters have",
        "US President: We will",
        "The 5-3 vote was",
        "Two people – One of them",
        "Baku will end its",
        "(Exclusive) - The minister said",
        "(a) - The minister said",
        "Either/or - The minister said",
        "BREAKING: The minister said",
        "Halm Voice Agency (HVA) - Ostrel: Troops",
        "Monday, May 3. The minister said",
        "Ann Lee, May 3. She said",
        "HALM: Who did it?\n\nOSTREL: Nobody at Halm did.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert find_dateline(text, 0, len(text)) is None


HEAD = "Ostrel Courier\n\nBridge open again today\n\n12 May 2031\n\n"
NAMED = "Title: Bridge open again\nSource: The Herald\nBy: Ann Lee\nDate: 5 May 2031\n\n"
UNA = "The UNA writes this, citing the press service of the ministry of transport."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STORY, {}),
        (f"Bridge open again\n\n{STORY}", {"title": "Bridge open again"}),
        (
            f"Courier.com\n\nBridge open again today\n\nBy Ann Lee\n\n{STORY}",
            {"title": "Bridge open again today", "outlet": "Courier.com", "byline": "Ann Lee"},
        ),
        (
            f"{HEAD}By Ann Lee\n\nOSTREL - {STORY}",
            {"title": "Bridge open again today", "outlet": "Ostrel Courier", "byline": "Ann Lee", "dateline": "OSTREL"},
        ),
        (
            f"{HEAD}Meridian\n\n{STORY}",
            {"title": "Bridge open again today", "outlet": "Ostrel Courier", "credit": "Meridian"},
        ),
        (f"{NAMED}{STORY}", {"title": "Bridge open again", "outlet": "The Herald", "byline": "Ann Lee"}),
        (
            f"HALM (Herald / Agency - 5th May, 2031) {STORY}",
            {"outlet": "Herald / Agency", "credit": "Agency", "dateline": "HALM"},
        ),
        (f"HALM (Meridian) - {STORY}", {"outlet": "Meridian", "credit": "Meridian", "dateline": "HALM"}),
        (f"{STORY}\n--ANA", {"credit": "ANA"}),
        (f"{STORY}(With Meridian)", {"credit": "Meridian"}),
        (f"{FIRST} {UNA}\n{SECOND}", {"credit": "UNA"}),
    ],
)
def test_the_head_of_a_text(one: One, text: str, expected: dict[str, str]) -> None:
    report = one(text)
    fields = ("title", "outlet", "byline", "credit", "dateline")
    assert {field: getattr(report, field) for field in fields if getattr(report, field)} == expected


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Bridge open again | The Herald", "The Herald"),
        ("Bridge open again - Region - Herald Online", "Herald Online"),
        ("Bridge open", None),
    ],
)
def test_an_outlet_that_is_only_in_the_title(all_of: AllOf, title: str, outlet: str | None) -> None:
    ((report,), _) = all_of(json.dumps({"title": title, "text": STORY}), "rows.jsonl")
    assert report.outlet == outlet


def test_a_page_of_lines_is_laid_out(one: One) -> None:
    report = one(
        "Courier.com\n\nBridge open again today\n\n6 November 2020 12:17 (UTC+04:00)\n"
        "Bridge Open Again Today\n\nBy Ann Lee\n\nPeople walk across the bridge in the town of Halm. (ANA Photo)\n\n"
        f"{FIRST}\n\nWhat observers saw\n\n{SECOND}\n\n"
        f"HALM (ANA) - {FIRST}\n\n--\n\nFollow us on Twitter @Courier\n\nSlider Image 1\n"
        "Bridge open again today - Gallery Image\nShare Tweet Print\nLoading...\nLatest See more\n"
    )
    assert [kind for kind, _ in laid_out(report)] == [
        "boilerplate", "headline", "boilerplate", "repeat", "boilerplate", "caption", "paragraph", "heading",
        "paragraph", "repeat", *["boilerplate"] * 7,
    ]  # fmt: skip


def test_a_body_that_is_printed_twice(one: One) -> None:
    report = one(f"Bridge open again\n\nBridge Open Again\n\n{STORY}\n\xa0\n\n{STORY}")
    assert [kind for kind, _ in laid_out(report)] == [
        "headline",
        "repeat",
        "paragraph",
        "paragraph",
        "repeat",
        "repeat",
    ]


def test_hard_wrapped_paragraphs_are_one_passage(one: One) -> None:
    words = (FIRST + " " + SECOND).split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) + 1 > 60:
            lines, line = [*lines, line], word
        else:
            line = f"{line} {word}".strip()
    wrapped = "\n".join([*lines, line])
    report = one(f"Bridge open again\n\n{wrapped}\n\n{wrapped.replace('bridge', 'tunnel')}\n")
    assert [kind for kind, _ in laid_out(report)] == ["headline", "paragraph", "paragraph"]
    # A parser takes a line break for the end of a sentence.
    assert len(report.text.strip().split("\n")) == len("headline, blank, story, blank, story".split(","))
    assert report.text.split() == f"Bridge open again {wrapped} {wrapped.replace('bridge', 'tunnel')}".split()
    assert "lines of wrapped paragraphs joined" in report.cleaning


WRAPPED = """\
Troops were still in control of Orm, the army said. There was no truth
in reports that rebels captured the town of Orm, it said.
"""
FILED = "ORM, Halm, March 18, 2029 (Coast Press) - Two men of the Orne mine and one of their guards"
LEFT = """\
left with the governor, Tam Veld, who said that shops had opened again
in Orm and that Colonel Bern had told him that the road was clear. Two
buses left for the coast at noon.
"""
TOLD = """\
The governor, Tam Veld, said on Wednesday that shops had opened again in
Orm and that Colonel Bern had told him that the road was clear. He said
four buses left for the coast at noon.
"""


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (f"Bridge open again\n\n{WRAPPED}\n{TOLD}", [WRAPPED, TOLD]),
        # The lines of a mail's head and a long headline say nothing of how the story was wrapped.
        (
            "From: desk@agency.example\nTo: all subscribers, and those who take only the weekly digest of "
            f"it\nSubject: Bridge open again\nDate: Thu, 15 May 2031 09:12:00 +0000\n\n{WRAPPED}\n{TOLD}",
            [WRAPPED, TOLD],
        ),
        # A mail that is quoted in another.
        ("> " + f"{WRAPPED}\n{TOLD}".strip().replace("\n", "\n> ") + "\n", [WRAPPED, TOLD]),
        # A line with the place, the day and the agency that was left whole, right below headline and writer.
        (f"Bridge open again\nBy Ann Lee\n{FILED}\n{LEFT}\n{WRAPPED}", [f"{FILED} {LEFT}", WRAPPED]),
        # Paragraphs that are set in instead of set apart.
        (f"   {WRAPPED}   {TOLD}", [WRAPPED, TOLD]),
    ],
)
def test_wrapped_paragraphs_are_found_whatever_stands_above_them(one: One, text: str, paragraphs: list[str]) -> None:
    report = one(text)
    found = [" ".join(passage.text.split()) for passage in report.passages if passage.kind == "paragraph"]
    assert found == [" ".join(paragraph.split()) for paragraph in paragraphs]
    assert len(report.text) == len(text)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2031 Coast Herald. All rights reserved.", "Coast Herald"),
        ("Copyright (c) 2031 Coast Herald", "Coast Herald"),
        ("(c) Coast Herald 2031", "Coast Herald"),
        ("All rights reserved.", None),
    ],
)
def test_who_has_the_rights_in_a_text_published_it_where_nobody_else_is_named(
    one: One, line: str, outlet: str | None
) -> None:
    report = one(f"Bridge open again\n\n{FIRST}\n\n{SECOND}\n\n{line}\n")
    assert report.outlet == outlet
    assert [passage.kind for passage in report.passages][-1] == "boilerplate"
    assert "Coast" not in "".join(passage.text for passage in report.passages if passage.kind == "paragraph")


def test_short_lines_of_a_story_stay_paragraphs(one: One) -> None:
    report = one(f"Bridge open again\n\n{FIRST}\n\n“No.”\n\nHe said:\n\n- one\n- two\n\n{SECOND}\n")
    assert [kind for kind, _ in laid_out(report)][1:] == ["paragraph"] * 6


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"Wed 05 Apr 2017 Bridge open again. {FIRST}", "b h p"),
        (f"Bridge open again ANA Wednesday 5 Apr 2017 Print Tweet {FIRST}", "h b b b p"),
        (f"5 April 2017 {FIRST} Tags Halm bridge river The {SECOND}", "b p b p"),
        (f"{FIRST} {SECOND} Read Also", "p b"),
        (f"{FIRST} {SECOND} (Source: Press Office) Twitter", "p b"),
        (f"{FIRST} {SECOND} Reporting by Ann Lee; Editing by Bo Day Our Standards: Trust.", "p b"),
        (f"05-04-2017 Bridge open again. {FIRST} {FIRST} {SECOND}", "b h p r p"),
        (f"05-04-2017 Bridge open again. {FIRST[:-1]} {FIRST} {SECOND}", "b h p r p"),
        (f"{FIRST} {SECOND}", "p"),
        ("5 April 2017 Bridge open again", "b h"),
        ("5 April 2017", "p"),
    ],
)
def test_a_text_in_one_line_is_cut_where_it_is_clear(all_of: AllOf, text: str, kinds: str) -> None:
    ((report,), _) = all_of(json.dumps({"title": "Bridge open again", "text": text}), "rows.jsonl")
    assert " ".join(kind[0] for kind, _ in laid_out(report)) == kinds


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Harbour Courier, 4 March 2031", "Harbour Courier"),
        ("Halm State News Agency | March 4, 2031 10:15", "Halm State News Agency"),
        ("2031-03-04 - HNN", "HNN"),
        ("Ministry of Defence of the Coast, 4 March 2031", "Ministry of Defence of the Coast"),
        ("Nurses Without Harbours, 4 March 2031", "Nurses Without Harbours"),
        ("Published by Harbour Times on 4 March 2031", "Harbour Times"),
        ("Published by Ann Lee on 4 March 2031", None),
        ("Port Halm, 4 March 2031", None),
        ("Ann Lee, 4 March 2031", None),
        ("By Ann Lee, 4 March 2031", None),
        ("Published: 4 March 2031", None),
        ("Tuesday, 4 March 2031", None),
        ("The Hague, 4 March 2031", None),
        ("Halm Press said on 4 March 2031 that nobody was hurt.", None),
    ],
)
def test_the_outlet_beside_the_date(one: One, line: str, outlet: str | None) -> None:
    assert one(f"The bridge is open again\n{line}\n\n{STORY}").outlet == outlet


@pytest.mark.parametrize(
    ("text", "outlet", "published", "title"),
    [
        (
            f"Dam overflows above Ostrel\n\nHalm Herald live updates, Thursday 12 May 2033\n\n{STORY}",
            "Halm Herald",
            "2033-05-12",
            "Dam overflows above Ostrel",
        ),
        (
            f"Dam overflows above Ostrel\n\n{STORY}\n\nThe Evening Dispatch, Thursday 12 May 2033, page A4",
            "The Evening Dispatch",
            "2033-05-12",
            "Dam overflows above Ostrel",
        ),
        (
            f"Dam overflows above Ostrel\n\nBy Ann Lee\nThe Southern Gazette\n12 May 2033\n\n{STORY}",
            "The Southern Gazette",
            "2033-05-12",
            "Dam overflows above Ostrel",
        ),
        (
            "KINGDOM OF HALM\nMINISTRY OF WATER AND POWER\nPress release\n\nOstrel, 12 May 2033\n\n"
            f"Statement by the Minister on the level of the reservoir\n\n{STORY}",
            "Ministry of Water and Power",
            "2033-05-12",
            "Statement by the Minister on the level of the reservoir",
        ),
        (
            f"RIVER COUNCIL REFUSES TO OPEN GATES\n\nVillages above Ostrel are cut off\n\n12 May 2033\n\n{STORY}",
            None,
            "2033-05-12",
            "RIVER COUNCIL REFUSES TO OPEN GATES",
        ),
        (
            f"El Diario de Halm\nThursday 12 May 2033\n\nTear gas caused the panic, doctors say\n\n{STORY}",
            "El Diario de Halm",
            "2033-05-12",
            "Tear gas caused the panic, doctors say",
        ),
        (
            f"The Nation (Port Halm)\nMay 12, 2033\n\nDam, not rain, led to flood, minister tells deputies\n\n{STORY}",
            "The Nation",
            "2033-05-12",
            "Dam, not rain, led to flood, minister tells deputies",
        ),
        (
            f"MEDIA RELEASE – FOR IMMEDIATE RELEASE\n\nDam overflows above Ostrel\n\n12 May 2033\n\n{STORY}",
            None,
            "2033-05-12",
            "Dam overflows above Ostrel",
        ),
    ],
)
def test_who_published_it_and_when(one: One, text: str, outlet: str | None, published: str, title: str) -> None:
    report = one(text)
    assert (report.outlet, report.published, report.title) == (outlet, published, title)


@pytest.mark.parametrize(
    "tail",
    [
        "ENDS",
        "Comments (46) - Log in to comment",
        "(Additional reporting by Ann Lee in Ostrel; editing by Bo Day)",
        "Related stories\n\nSeven dead in quarry\n\nFuel prices to rise again in April",
    ],
)
def test_what_stands_below_a_story_is_no_part_of_it(one: One, tail: str) -> None:
    report = one(f"Dam overflows above Ostrel\n\n{STORY}\n\n{tail}")
    below = [passage.kind.value for passage in report.passages if passage.text in tail.split("\n\n")]
    assert below == ["boilerplate"] * len(tail.split("\n\n"))


def test_a_dateline_with_its_date_in_brackets_is_read_whole(one: One) -> None:
    report = one(f"Dam overflows above Ostrel\n\nHALM (8 May 2031) – {STORY}")
    assert (report.dateline, report.published) == ("HALM", "2031-05-08")


def test_whom_to_ask_is_no_part_of_the_story(one: One) -> None:
    report = one(f"Dam overflows above Ostrel\n\n{STORY}\n\nContact: press office, 4 Mill Road, Ostrel")
    assert report.passages[-1].kind.value == "boilerplate"


MARKED = f"""# Water: four villages cut off above Ostrel

**Halm River Watch**, 12 May 2033

*Old Ostrel* – {FIRST}

## What we ask

- The ministry should [open the gates](https://example.org/gates).
- It costs 3 * 4 = 12 crowns; my_own_name stays.
"""


def test_the_marks_of_markdown_are_taken_off(one: One) -> None:
    report = one(MARKED, "report.md")
    assert report.title == "Water: four villages cut off above Ostrel"
    assert (report.outlet, report.published) == ("Halm River Watch", "2033-05-12")
    assert [passage.text for passage in report.passages][2:] == [
        f"Old Ostrel – {FIRST}",
        "What we ask",
        "The ministry should open the gates.",
        "It costs 3 * 4 = 12 crowns; my_own_name stays.",
    ]


def test_a_text_without_such_marks_stays_as_it_is(one: One) -> None:
    text = f"Dam overflows\n\n- {FIRST}\n\n* {SECOND}\n\n#ostrel trended, and *he* did not answer.\n"
    assert one(text).text == text
