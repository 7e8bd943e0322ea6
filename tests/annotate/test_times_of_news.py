"""Time expressions as news words them, each with the value that a reader would give it."""

from __future__ import annotations

import pytest
from build import parse_text

from counterclaim.annotate.times import find_times

#: A Wednesday.
PUBLISHED = "2019-08-14"


def times_of(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(time.span.text, time.value) for time in find_times(parse_text(text, published))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # weekdays, by tense and by what stands before them
        ("The minister resigned on Tuesday.", [("Tuesday", "2019-08-13")]),
        ("Rescuers reached the village Sunday.", [("Sunday", "2019-08-11")]),
        ("The court will rule on Monday.", [("Monday", "2019-08-19")]),
        ("He is expected in the capital on Friday.", [("Friday", "2019-08-16")]),
        ("The talks resume on Thursday.", [("Thursday", "2019-08-15")]),
        ("It comes on the heels of raids on Monday.", [("Monday", "2019-08-12")]),
        ("Ministers are meeting on Saturday to discuss it.", [("Saturday", "2019-08-17")]),
        ("The hearing was scheduled for Thursday.", [("Thursday", "2019-08-15")]),
        ("They called a strike for Friday.", [("Friday", "2019-08-16")]),
        ("The two sides agreed on Sunday to stop firing.", [("Sunday", "2019-08-11")]),
        ("The deal was agreed on Sunday.", [("Sunday", "2019-08-11")]),
        ("The two sides agreed to meet on Sunday.", [("Sunday", "2019-08-18")]),
        ("Friday's bombing will be investigated.", [("Friday", "2019-08-09")]),
        ("Friday's summit will discuss the border.", [("Friday", "2019-08-16")]),
        ("The mayor cancelled Friday's meeting.", [("Friday", "2019-08-16")]),
        ("They extended the ceasefire until Sunday.", [("Sunday", "2019-08-18")]),
        ("The rebels have until Friday to leave the town.", [("Friday", "2019-08-16")]),
        ("Fighting went on until Monday.", [("Monday", "2019-08-12")]),
        ("The army must withdraw by Saturday.", [("Saturday", "2019-08-17")]),
        ("By Saturday at the latest the troops must be gone.", [("Saturday", "2019-08-17")]),
        ("The army set a deadline of Saturday.", [("Saturday", "2019-08-17")]),
        ("The envoy could not reach the camp on Monday.", [("Monday", "2019-08-12")]),
        ("Smoke could be seen on Monday.", [("Monday", "2019-08-12")]),
        ("Next Tuesday they vote.", [("Next Tuesday", "2019-08-20")]),
        ("He was freed last Wednesday.", [("last Wednesday", "2019-08-07")]),
        ("This Sunday the bridge reopens.", [("This Sunday", "2019-08-11")]),
        ("Police fired on Monday and Tuesday.", [("Monday", "2019-08-12"), ("Tuesday", "2019-08-13")]),
        ("They had met on Friday of last week.", [("Friday of last week", "2019-08-09")]),
        ("It reopens on Thursday next week.", [("Thursday next week", "2019-08-22")]),
        # parts of days
        ("Shells fell early Saturday.", [("early Saturday", "2019-08-10")]),
        ("Shells fell late on Monday.", [("late on Monday", "2019-08-12")]),
        ("He was shot on Monday night.", [("Monday night", "2019-08-12TNI")]),
        ("He spoke on Tuesday afternoon.", [("Tuesday afternoon", "2019-08-13TAF")]),
        ("The raid began this morning.", [("this morning", "2019-08-14TMO")]),
        ("They fled last night.", [("last night", "2019-08-13TNI")]),
        ("Two drones were shot down overnight.", [("overnight", "2019-08-13TNI")]),
        ("He will speak tonight.", [("tonight", "2019-08-14TNI")]),
        ("They will return tomorrow morning.", [("tomorrow morning", "2019-08-15TMO")]),
        ("He fled on the night of 3 August.", [("night of 3 August", "2019-08-03TNI")]),
        ("On the morning of July 20 the guns fell silent.", [("morning of July 20", "2019-07-20TMO")]),
        ("Shells fell early Friday, August 9.", [("Friday, August 9", "2019-08-09")]),
        (
            "He left on 2 July. The following Friday, 5 July, he died.",
            [("2 July", "2019-07-02"), ("Friday, 5 July", "2019-07-05")],
        ),
        ("Last Sunday, 4 August 2019, it fell.", [("Sunday, 4 August 2019", "2019-08-04")]),
        ("It was put off until after Christmas.", [("Christmas", "2019-12-25")]),
        # near days, weeks, months and years
        ("He died yesterday.", [("yesterday", "2019-08-13")]),
        ("The day before yesterday it rained.", [("The day before yesterday", "2019-08-12")]),
        ("They return the day after tomorrow.", [("the day after tomorrow", "2019-08-16")]),
        ("It was announced earlier today.", [("earlier today", "2019-08-14")]),
        ("Fighting resumed last week.", [("last week", "2019-W32")]),
        ("They will sign it next week.", [("next week", "2019-W34")]),
        ("Ten soldiers died this week.", [("this week", "2019-W33")]),
        ("Prices doubled last month.", [("last month", "2019-07")]),
        ("He leaves office next month.", [("next month", "2019-09")]),
        ("She was elected last year.", [("last year", "2018")]),
        ("They hope to finish by the end of the year.", [("the end of the year", "2019")]),
        ("The vote was due later this month.", [("later this month", "2019-08")]),
        ("They clashed over the weekend.", [("weekend", "2019-W32-WE")]),
        ("They clashed last weekend.", [("last weekend", "2019-W32-WE")]),
        ("The talks will go on until the weekend.", [("weekend", "2019-W33-WE")]),
        ("It fell to the army two years ago.", [("two years ago", "2017")]),
        ("The siege began six months ago.", [("six months ago", "2019-02")]),
        ("He vanished three days ago.", [("three days ago", "2019-08-11")]),
        ("He vanished 24 hours ago.", [("24 hours ago", "2019-08-13")]),
        ("The strike hit an hour ago.", [("an hour ago", "2019-08-14TXX:XX")]),
        ("It closed a year and a half ago.", [("a year and a half ago", "2018-02")]),
        ("They split decades ago.", [("decades ago", "PAST_REF")]),
        ("They split several years ago.", [("several years ago", "PAST_REF")]),
        ("The border opens in two weeks' time.", [("two weeks' time", "2019-W35")]),
        ("The border opens ten days from now.", [("ten days from now", "2019-08-24")]),
        ("He was arrested recently.", [("recently", "PAST_REF")]),
        ("Some 300 families are currently there.", [("currently", "PRESENT_REF")]),
        # days and months without their year
        ("He was born on 12 May.", [("12 May", "2019-05-12")]),
        ("The mine was laid on December 3.", [("December 3", "2018-12-03")]),
        ("The election will be held on 2 October.", [("2 October", "2019-10-02")]),
        ("The army launched an offensive to retake it on July 31.", [("July 31", "2019-07-31")]),
        ("On the first of May they marched.", [("the first of May", "2019-05-01")]),
        ("The twenty-third of June was a holiday.", [("The twenty-third of June", "2019-06-23")]),
        ("He was jailed in September.", [("September", "2018-09")]),
        ("He will be tried in September.", [("September", "2019-09")]),
        ("The camp was emptied in mid-March.", [("mid-March", "2019-03")]),
        ("The camp was emptied in late June.", [("late June", "2019-06")]),
        ("It was signed on the 15th of last month.", [("the 15th of last month", "2019-07-15")]),
        ("It stopped after the 22nd, when it rained.", [("22nd", "2019-07-22")]),
        ("They had fought since the tenth.", [("tenth", "2019-08-10")]),
        ("The raid was on Tuesday the 30th in the port.", [("Tuesday the 30th", "2019-07-30")]),
        ("He came home on the 9th.", [("9th", "2019-08-09")]),
        ("He was seized in March 2013 and freed in June.", [("March 2013", "2013-03"), ("June", "2013-06")]),
        (
            "Seized on 3 March 2013, she was freed on 9 June.",
            [("3 March 2013", "2013-03-03"), ("9 June", "2013-06-09")],
        ),
        # lists and ranges
        (
            "The truces of 3, 9 and 21 July were broken.",
            [("3", "2019-07-03"), ("9", "2019-07-09"), ("21 July", "2019-07-21")],
        ),
        ("From 4 to 6 August no shot was fired.", [("4", "2019-08-04"), ("6 August", "2019-08-06")]),
        ("Between May 3 and June 4 it was shut.", [("May 3", "2019-05-03"), ("June 4", "2019-06-04")]),
        ("It was shut on 1-3 August.", [("1", "2019-08-01"), ("3 August", "2019-08-03")]),
        ("Between March and June 2014 it was shut.", [("March", "2014-03"), ("June 2014", "2014-06")]),
        ("It was shut from March until June 2014.", [("March", "2014-03"), ("June 2014", "2014-06")]),
        ("In 2011, 2013 and 2017 it was shut.", [("2011", "2011"), ("2013", "2013"), ("2017", "2017")]),
        ("It was shut from Friday to Monday.", [("Friday", "2019-08-09"), ("Monday", "2019-08-12")]),
        # told from a time before
        ("He fell ill on Friday. The next day he died.", [("Friday", "2019-08-09"), ("The next day", "2019-08-10")]),
        ("He fled on 3 May. Two weeks later he died.", [("3 May", "2019-05-03"), ("Two weeks later", "2019-05-17")]),
        ("He fled on 3 May. A month earlier he had wed.", [("3 May", "2019-05-03"), ("A month earlier", "2019-04")]),
        ("It fell in 2015. Two years later it rose.", [("2015", "2015"), ("Two years later", "2017")]),
        ("It fell in 2015. The previous year it stood.", [("2015", "2015"), ("The previous year", "2014")]),
        (
            "In May 2015 he led. The month before, he had not.",
            [("May 2015", "2015-05"), ("The month before", "2015-04")],
        ),
        ("Exports fell. The previous month they had risen.", [("The previous month", "2019-07")]),
        (
            "He left on 5 July. The following Monday he came.",
            [("5 July", "2019-07-05"), ("following Monday", "2019-07-08")],
        ),
        ("He left on 5 July. That night it burned.", [("5 July", "2019-07-05"), ("That night", "2019-07-05TNI")]),
        ("He left on 5 July and came back the same day.", [("5 July", "2019-07-05"), ("the same day", "2019-07-05")]),
        ("He left on Monday. That week 20 died.", [("Monday", "2019-08-12"), ("That week", "2019-W33")]),
        ("He left on 5 July. Days later he came back.", [("5 July", "2019-07-05"), ("Days later", "XXXX-XX-XX")]),
        # told from a happening
        (
            "A week after the ministers met on 10 July, shelling resumed.",
            [("A week after", "2019-07-17"), ("10 July", "2019-07-10")],
        ),
        (
            "The ministers met on 10 July. A week after the ministers met, shelling resumed.",
            [("10 July", "2019-07-10"), ("A week after", "2019-07-17")],
        ),
        (
            "Jets bombed the market on 2 August. Three days after the market was bombed, it reopened.",
            [("2 August", "2019-08-02"), ("Three days after", "2019-08-05")],
        ),
        ("They fled two days before Monday's attack.", [("two days before", "2019-08-10"), ("Monday", "2019-08-12")]),
        (
            "It came three months after the accord of 14 July 2015.",
            [("three months after", "2015-10"), ("14 July 2015", "2015-07-14")],
        ),
        ("A week after the ministers met, shelling resumed.", [("A week", "P1W")]),
        (
            "The mayor met nurses of the Ministers Club on 10 July. A week after club ministers met, he resigned.",
            [("10 July", "2019-07-10"), ("A week", "P1W")],
        ),
        ("On the eve of Friday's vote he quit.", [("the eve of", "2019-08-08"), ("Friday", "2019-08-09")]),
        # by the clock
        ("At noon on Tuesday the guns fell silent.", [("noon", "2019-08-13T12:00"), ("Tuesday", "2019-08-13")]),
        (
            "They left on Friday and were back at noon Monday.",
            [("Friday", "2019-08-09"), ("noon", "2019-08-12T12:00"), ("Monday", "2019-08-12")],
        ),
        ("The guns fell silent at noon.", [("noon", "2019-08-14T12:00")]),
        ("They met on Tuesday. At noon they left.", [("Tuesday", "2019-08-13"), ("noon", "2019-08-13T12:00")]),
        ("A truce that was agreed on Sunday began at noon.", [("Sunday", "2019-08-11"), ("noon", "2019-08-14T12:00")]),
        ("The blast hit at 6:30 a.m. Monday.", [("6:30 a.m.", "2019-08-12T06:30"), ("Monday", "2019-08-12")]),
        ("The blast hit on Monday at 18:45.", [("Monday", "2019-08-12"), ("18:45", "2019-08-12T18:45")]),
        ("The truce was to begin at 6 a.m. on Tuesday.", [("6 a.m.", "2019-08-13T06:00"), ("Tuesday", "2019-08-13")]),
        ("The truce was to begin on Sunday.", [("Sunday", "2019-08-18")]),
        ("The truce began at midnight.", [("midnight", "2019-08-13T24:00")]),
        ("It takes effect at midnight on Friday.", [("midnight", "2019-08-16T24:00"), ("Friday", "2019-08-16")]),
        (
            "At 3 pm local time (1200 GMT) a bomb went off.",
            [("3 pm", "2019-08-14T15:00"), ("1200 GMT", "2019-08-14T12:00")],
        ),
        ("He woke at 5 o'clock on 2 July.", [("5 o'clock", "2019-07-02T05:00"), ("2 July", "2019-07-02")]),
        # years and more
        ("The 2011 protests became a war.", [("2011", "2011")]),
        ("Halmia's 2013 elections were put off.", [("2013", "2013")]),
        ("Since 2011 more than 300000 people have died.", [("2011", "2011")]),
        ("Troops stayed on the pre-1967 lines.", [("1967", "1967")]),
        ("Two towns (besieged since 2013) were named.", [("2013", "2013")]),
        ("By 2025 the dam will be finished.", [("2025", "2025")]),
        ("In 1453 the city fell.", [("1453", "1453")]),
        ("The war of the early 1990s is remembered.", [("1990s", "199")]),
        ("In the '80s he lived abroad.", [("'80s", "198")]),
        ("In the seventies he lived abroad.", [("seventies", "197")]),
        ("A seventh-century church was hit.", [("seventh-century", "06")]),
        ("In the 19th century it was a port.", [("19th century", "18")]),
        ("In the first half of 2018 trade fell.", [("the first half of 2018", "2018-H1")]),
        ("Trade fell in the fourth quarter of last year.", [("the fourth quarter of last year", "2018-Q4")]),
        ("In the spring of 2014 they left.", [("spring of 2014", "2014-SP")]),
        ("They left last summer.", [("last summer", "2018-SU")]),
        ("They left in the winter.", [("the winter", "2018-WI")]),
        ("They left over the summer.", [("the summer", "2019-SU")]),
        # days with a name
        ("He died on Christmas Day.", [("Christmas Day", "2018-12-25")]),
        ("They will be home by Christmas.", [("Christmas", "2019-12-25")]),
        ("They met on Christmas Eve 2015.", [("Christmas Eve 2015", "2015-12-24")]),
        ("On New Year's Day 2017 a club was attacked.", [("New Year's Day 2017", "2017-01-01")]),
        ("Churches were bombed on Easter Sunday.", [("Easter Sunday", "2019-04-21")]),
        ("Nobody worked on Good Friday 2018.", [("Good Friday 2018", "2018-03-30")]),
    ],
)
def test_values_in_a_report_of_a_wednesday(text: str, expected: list[tuple[str, str]]) -> None:
    assert times_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the past 24 hours 20 people died.", [("the past 24 hours", "PT24H")]),
        ("Over the last three weeks they gained ground.", [("the last three weeks", "P3W")]),
        ("He was held for 44 days.", [("44 days", "P44D")]),
        ("The five-year-old conflict goes on.", [("five-year", "P5Y")]),
        ("The month-long siege ended.", [("month-long", "P1M")]),
        ("A decades-old dispute flared up.", [("decades", "PXDE")]),
        ("After years of war they talked.", [("years", "PXY")]),
        ("Hours after the vote shots were heard.", [("Hours", "PTXH")]),
        ("A 72-hour truce held.", [("72-hour", "PT72H")]),
        ("It took two and a half years.", [("two and a half years", "P2.5Y")]),
        ("For weeks nobody came.", [("weeks", "PXW")]),
        ("Since then a week of fighting has passed.", [("a week", "P1W")]),
        ("They took four days after the blast to find him.", [("four days", "P4D")]),
        ("Every Friday they march.", [("Every Friday", "XXXX-WXX-5")]),
        ("On Sundays they march.", [("Sundays", "XXXX-WXX-7")]),
        ("They march every two weeks.", [("every two weeks", "P2W")]),
        ("They march every other day.", [("every other day", "P2D")]),
        ("They march twice a month.", [("a month", "P1M")]),
        ("They march each year.", [("each year", "P1Y")]),
        ("Daily bombing drove them out.", [("Daily", "P1D")]),
    ],
)
def test_lengths_and_habits(text: str, expected: list[tuple[str, str]]) -> None:
    assert times_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Russia Today broadcast it.",
        "He writes for the Daily Herald.",
        "It is the biggest daily newspaper there.",
        "The Six-Day War changed the map.",
        "Resolutions 2042 and 2043 were adopted.",
        "Jets killed 1531 and wounded 2012 more.",
        "Some 1900 fighters surrendered.",
        "Bloody Sunday is remembered.",
        "The Christmas tree was lit.",
        "Her two-year-old daughter was hurt.",
        "He is in his 60s.",
        "Second Lieutenant March may fall.",
        "Brigade 2016 was disbanded.",
        "They walked 2000 km to the border.",
        "The bill came to $1995.",
        "Nobody was hurt, and the bridge still stands.",
    ],
)
def test_what_looks_like_a_time_and_is_none(text: str) -> None:
    assert times_of(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guns fell silent at noon.", ["XXXX-XX-XXT12:00"]),
        ("He vanished three days ago.", ["XXXX-XX-XX"]),
        ("It fell to the army two years ago.", ["XXXX"]),
        ("He vanished 24 hours ago.", ["XXXX-XX-XX"]),
        ("The strike hit an hour ago.", ["XXXX-XX-XXTXX:XX"]),
        ("It was signed on the 15th of last month.", ["XXXX-XX-15"]),
        ("They will vote by the end of the month.", ["XXXX-XX"]),
        ("Two weeks later he died.", ["XXXX-XX-XX"]),
        ("The previous month exports had risen.", ["XXXX-XX"]),
        ("The following Monday he came back.", ["XXXX-WXX-1"]),
        ("He died on Christmas Day.", ["XXXX-12-25"]),
        ("Churches were bombed on Easter Sunday.", ["XXXX-XX-XX"]),
        ("They clashed over the weekend.", ["XXXX-WXX-WE"]),
        ("Trade fell in the fourth quarter of last year.", ["XXXX-Q4"]),
        ("They fled two days before Monday's attack.", ["P2D", "XXXX-WXX-1"]),
        ("He was freed on 12 May.", ["XXXX-05-12"]),
        ("They left over the summer.", ["XXXX-SU"]),
        ("He fled on the night of 3 August.", ["XXXX-08-03"]),
    ],
)
def test_a_sentence_without_a_date_invents_none(text: str, expected: list[str]) -> None:
    assert [value for _, value in times_of(text, None)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shells fell at three minutes past eleven in the evening.", "2019-08-14T23:03"),
        ("They were heard about half past two in the morning.", "2019-08-14T02:30"),
        ("The market was hit at about one in the afternoon on Tuesday.", "2019-08-13T13:00"),
        ("The gates were lifted at 5.30 in the evening.", "2019-08-14T17:30"),
        ("The hall was bombed at 7.35 on Tuesday morning.", "2019-08-13T07:35"),
        ("The last shot fell on Saturday at ten at night.", "2019-08-10T22:00"),
        ("It was a quarter to nine in the evening when it fell.", "2019-08-14T20:45"),
        ("The mayor put the hour at 21.17.", "2019-08-14T21:17"),
        ("The prices rose by 7.10 percent.", None),
        ("They killed five in the morning.", "2019-08-14TMO"),
    ],
)
def test_an_hour_in_words_is_one_of_the_part_of_the_day_beside_it(text: str, expected: str | None) -> None:
    assert expected in ([value for _, value in times_of(text)] or [None])


def test_a_time_of_day_is_not_on_a_day_of_the_background() -> None:
    far = "The war began on 15 March 2011. " + "Nobody knows how many have died in the valleys of the north. " * 8
    assert times_of(far + "At noon shells fell.")[-1] == ("noon", "2019-08-14T12:00")
    assert times_of("The war began on 15 March 2011. At noon shells fell.")[-1] == ("noon", "2011-03-15T12:00")
