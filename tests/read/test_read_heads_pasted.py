"""Heads as people paste them from pages, papers, mails and releases: who gives the text out, when, who wrote it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counterclaim.records import Report

One = Callable[..., Report]

STORY = (
    "The gates of the dam were opened on Monday night without a warning, villagers told reporters on the spot.\n\n"
    "The keepers say that the sirens had been sounded for an hour, and that nobody was at home to hear them.\n"
)
TITLE = "Villagers blame keepers of dam for flood"


@pytest.mark.parametrize(
    ("head", "outlet", "published", "title", "byline"),
    [
        # Date lines with what stands around a date.
        (f"{TITLE}\n4 March 2031 - For immediate release\n", None, "2031-03-04", TITLE, None),
        (f"{TITLE}\nIssued 16 May 2031, based on information as of 19:30, 15 May\n", None, "2031-05-16", TITLE, None),
        (f"{TITLE}\n15.05.2031 09:12 | by Pavel Dunn | 46 comments\n", None, "2031-05-15", TITLE, "Pavel Dunn"),
        (f"{TITLE}\n10.07.2034 - 18:55 | Jonas Wirth | 3 min read\n", None, "2034-07-10", TITLE, "Jonas Wirth"),
        (f"{TITLE}\nPosted on July 9, 2034 by Lena Moor\nLeave a comment\n", None, "2034-07-09", TITLE, "Lena Moor"),
        (f"{TITLE}\nWed, May 7, 2031 at 6:03 PM EST · 2 min read\n", None, "2031-05-07", TITLE, None),
        (
            f"{TITLE}\nPublished 3 May 2031 | Last updated: 4 May 2031 7:02 AM | 4 min read\n",
            None,
            "2031-05-03",
            TITLE,
            None,
        ),
        (
            f"Weekly Update No. 31\nReporting period: 27 February - 5 March 2031\nReleased: 6 March 2031\n{TITLE}\n",
            None,
            "2031-03-06",
            "Weekly Update No. 31",
            None,
        ),
        ("Ostrel: Situation Report No. 4 (as of 12 May 2031)\n", None, "2031-05-12", None, None),
        (f"{TITLE}\nThursday, 8 May 2031 | 12°C Ostrel\n\n7 May 2031 • 6:20pm\n", None, "2031-05-07", TITLE, None),
        # What the outlet is, in brackets.
        (f"The Lever (paper of the dam workers) | 2031-05-07\n{TITLE}\n", "The Lever", "2031-05-07", TITLE, None),
        (f"The Ladle, organ of the Cooks' Union | 2031-05-07\n{TITLE}\n", "The Ladle", "2031-05-07", TITLE, None),
        (
            f"Voice of Ostrel radio, evening bulletin | 2031-05-07\n{TITLE}\n",
            "Voice of Ostrel radio",
            "2031-05-07",
            TITLE,
            None,
        ),
        (f"la Provincia Nueva | 2031-05-07\n{TITLE}\n", "la Provincia Nueva", "2031-05-07", TITLE, None),
        (f"Ostrel Courier (state daily), 7 May 2031\n{TITLE}\n", "Ostrel Courier", "2031-05-07", TITLE, None),
        # The outlet, with its sections and menus.
        (
            f"{TITLE}\nThe Ostrel Tribune\nHome | Politics | Sport | Opinion\n7 May 2031\n",
            "The Ostrel Tribune",
            "2031-05-07",
            TITLE,
            None,
        ),
        (f"{TITLE}\nThe Anchor - World - 14 May 2031\n", "The Anchor", "2031-05-14", TITLE, None),
        (f"OSTREL TODAY > News > Valley\n{TITLE}\n7 May 2031\n", "Ostrel Today", "2031-05-07", TITLE, None),
        (
            f"Ostrel Mail\nNews  Sport  Lifestyle  Jobs\nHome / News / Courts\n{TITLE}\n7 May 2031\n",
            "Ostrel Mail",
            "2031-05-07",
            TITLE,
            None,
        ),
        (f"{TITLE}\nHalm Press Agency, Ostrel, May 15\n", "Halm Press Agency", None, TITLE, None),
        (f"Valley Review: {TITLE}\nSunday 18 May 2031\n", "Valley Review", "2031-05-18", TITLE, None),
        (f"{TITLE} - Ostrel Chronicle\n\n{TITLE}\n7 May 2031\n", "Ostrel Chronicle", "2031-05-07", TITLE, None),
        (
            "Valley Monitor - Daily Bulletin No. 212\nWednesday, 7 May 2031 (covering 5-7 May)\n",
            "Valley Monitor",
            "2031-05-07",
            "Daily Bulletin No. 212",
            None,
        ),
        # Writers without "by", with what they are.
        (
            f"{TITLE}\nOlga Stern and Mats Lind\nPublished: 7 May 2031\n",
            None,
            "2031-05-07",
            TITLE,
            "Olga Stern and Mats Lind",
        ),
        (f"{TITLE}\nDora Vint, Water Correspondent\n7 May 2031\n", None, "2031-05-07", TITLE, "Dora Vint"),
        (
            f"{TITLE}\nBETH AMSEL Staff Writer Ostrel Courier\n7 May 2031\n",
            "Ostrel Courier",
            "2031-05-07",
            TITLE,
            "Beth Amsel",
        ),
        (f"{TITLE}\nBy Rhea Solano | Edited by Karl Benn\n7 May 2031\n", None, "2031-05-07", TITLE, "Rhea Solano"),
        # The page's head goes on below a sentence or two.
        (
            f"{TITLE}\nThe river rose by three metres in an hour, and nobody was told.\nBy Ann Lee\n"
            "Published: 7 May 2031\nShare\n",
            None,
            "2031-05-07",
            TITLE,
            "Ann Lee",
        ),
        (f"{TITLE}\nValley correspondent Ann Lee and staff\n7 May 2031\n", None, "2031-05-07", TITLE, "Ann Lee"),
        ("Minister Rejects Reports of\nTwenty Drowned Children\n7 May 2031\n", None, "2031-05-07", None, None),
        # What pages print above their news.
        (
            "Ostrel News Online\nYou are in: World: Valley\nPublish date: 7 May 2031 - 13:54\nStory Code: 2637\n"
            f"{TITLE}\n",
            "Ostrel News Online",
            "2031-05-07",
            TITLE,
            None,
        ),
        (
            f"The Ostrel Valley Register\nLOCAL\n{TITLE}\nMay 7, 2031\n",
            "The Ostrel Valley Register",
            "2031-05-07",
            TITLE,
            None,
        ),
        (f"Dam Watch\nReports / Halm\n7 May 2031 | Report\n{TITLE}\n", "Dam Watch", "2031-05-07", TITLE, None),
        (
            f"HNA0412 4 GEN 0210 HLM /HNA-12\n{TITLE}\nMay 7, 2031 4:41 PM GMT Updated 2 hours ago\n",
            None,
            "2031-05-07",
            TITLE,
            None,
        ),
        (f"{TITLE}\nNoor Hadd in Ostrel\nSat 7 May 2033 06.00 GMT\n", None, "2033-05-07", TITLE, "Noor Hadd"),
        (f"{TITLE}\nDate of issue: 11 May 2031\nPeriod covered: 3 to 10 May 2031\n", None, "2031-05-11", TITLE, None),
        # Mails.
        (
            "From: Free Harbour Union <press@union.example>\nDate: Thu, 1 May 2031 10:12:45 +0200\n"
            f"To: undisclosed recipients\nSubject: FW: {TITLE}\n",
            "Free Harbour Union",
            "2031-05-01",
            TITLE,
            None,
        ),
        (
            f"From: Tom Reyle <tom@dam.example>\nSent: Friday, May 2, 2031 3:12 PM\nTo: News desk\nSubject: {TITLE}\n",
            None,
            "2031-05-02",
            TITLE,
            "Tom Reyle",
        ),
    ],
)
def test_heads_as_they_are_pasted(
    one: One, head: str, outlet: str | None, published: str | None, title: str | None, byline: str | None
) -> None:
    report = one(f"{head}\n{STORY}")
    title = title or report.title
    assert (report.outlet, report.published, report.title, report.byline) == (outlet, published, title, byline)


@pytest.mark.parametrize(
    ("head", "issuer", "published", "title"),
    [
        (
            "HALM NATIONAL POLICE\nDirectorate of Public Affairs, P.O. Box 114, Ostrel\nPRESS RELEASE No. 18/2031\n"
            "4 March 2031 - For immediate release\n\nSTATEMENT ON THE EVENTS AT THE DAM\n",
            "Halm National Police",
            "2031-03-04",
            "STATEMENT ON THE EVENTS AT THE DAM",
        ),
        (
            "GENERAL STAFF OF THE ARMED FORCES OF HALM\nPress Service, Ostrel\n"
            "Situation report as of 18:00, 15 May 2031\n",
            "General Staff of the Armed Forces of Halm",
            "2031-05-15",
            "Situation report",
        ),
        (
            "ORGANIZATION FOR RIVER SECURITY\nMonitoring Mission to Halm\nDaily Report 113/2031\nIssued 16 May 2031\n",
            "Organization for River Security",
            "2031-05-16",
            "Daily Report 113/2031",
        ),
        (
            f"REPUBLIC OF HALM\nMINISTRY OF FOREIGN AFFAIRS\nNo. 114/31\n{TITLE}\n21 May 2031\n",
            "Ministry of Foreign Affairs",
            "2031-05-21",
            TITLE,
        ),
        (
            "HSR Monitoring Mission to Halm (HMM) Daily Report 181/2031 issued on 31 July 2031\nAttachments\n",
            "HSR Monitoring Mission to Halm",
            "2031-07-31",
            "Daily Report 181/2031 issued on 31 July 2031",
        ),
        (f"Lake Rail plc\nRegulatory announcement\n20 April 2031\n\n{TITLE}\n", "Lake Rail plc", "2031-04-20", TITLE),
        ("Ministry of Defence of Halm\n12.02.2031, 08:40\n", "Ministry of Defence of Halm", "2031-02-12", None),
        (
            "Halm Water plc: update on the situation at Ostrel\n5 March 2031\nCompany announcement\n",
            "Halm Water plc",
            "2031-03-05",
            "Halm Water plc: update on the situation at Ostrel",
        ),
    ],
)
def test_a_letterhead_names_who_gives_the_text_out(
    one: One, head: str, issuer: str, published: str, title: str | None
) -> None:
    report = one(f"{head}\n{STORY}")
    assert (report.outlet, report.published, report.title) == (issuer, published, title)


@pytest.mark.parametrize(
    "headline",
    [
        "ARMY ATTACKS POLICE\nThree hurt in barracks row over pay",
        "POLICE CLASH WITH UNION",
        "RULING PARTY LOSES COUNCIL\nOpposition takes 14 of 20 seats in Halm",
        "National Salvation Front Splits\nTwo leaders claim to lead it",
        "Union Rejects Offer",
        "Sky News: minister lied about dam",
        "Defence Ministry: no troops crossed the river",
        "Two dead in blast - Interior Ministry",
        "Minister's statement on dam angers villagers",
        "Nine die at dam\nUnion Anger",
        "Rebels take hill above dam\nNorthern Velia",
    ],
)
def test_a_headline_is_no_letterhead_and_names_no_writer(one: One, headline: str) -> None:
    report = one(f"{headline}\n14 May 2031\n\n{STORY}")
    assert (report.title, report.outlet, report.byline) == (headline.split("\n")[0], None, None)
    assert report.published == "2031-05-14"


def test_the_first_days_of_a_timeline_are_no_date_of_it(one: One) -> None:
    report = one(
        f"The flood, hour by hour\n\n{STORY}\n3 March 2031, 10:15\nThe gates are opened and the water comes.\n\n"
        "4 March 2031, 09:00\nThe first boats come to the village and take away the children.\n"
    )
    assert report.published is None


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("HNN | 04/03/2031 | 16:22 GMT", "2031-03-04"),
        ("Tue 04/03/2031", "2031-03-04"),
        ("Thu 04/03/2031", "2031-04-03"),
    ],
)
def test_a_date_in_numbers_is_read_as_the_dateline_or_the_weekday_has_it(one: One, line: str, published: str) -> None:
    filed = "OSTREL, 4 March (HNN) -- " if line.startswith("HNN") else ""
    assert one(f"{TITLE}\n{line}\n\n{filed}{STORY}").published == published
