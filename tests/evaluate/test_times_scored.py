"""The scorer of times, on reports made by hand, and on GUM and a few real labels where they are there."""

import dataclasses
import json
from pathlib import Path

import pytest
from hand_made import report, span

from counterclaim.evaluate.gum import Article, Marked, fits, read_articles
from counterclaim.evaluate.labelled import Collected
from counterclaim.evaluate.times import best, evaluate_times, label_cases, read_label, score_gum, score_times
from counterclaim.records import Annotations, PublishedFrom, TimeExpression, TimexType, UnreadableInput

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
TEXT = "A road opens\n\nMonday, May 4, 2020\n\nThe road opened on Friday night, two weeks after June 30."
READ = report("7", TEXT, row=1, published="2020-05-04", published_from=PublishedFrom.TEXT)
LINE = {"report": "7", "span": [54, 60], "type": "DATE", "value": "2020-05-01"}


def time(words, value, kind=TimexType.DATE):
    return TimeExpression(words, READ.id, span(READ, words), kind, value)


def label(**changed):
    return read_label(LINE | changed, Collected(READ, TEXT))


def marked(words, alone=False, **when):
    return Marked(span(READ, words), when, alone)


def is_right(wanted, *times):
    (case,) = label_cases([wanted], {"7": Annotations(READ.id, times=times)})
    return case.right


@pytest.mark.parametrize(
    ("when", "right", "wrong"),
    [
        ({"when": "2015-09-11"}, ["2015-09-11", "2015-09-11TAF", "2015-W37-5"], ["2015-09-10", "2015-09", "P1D"]),
        ({"when": "2010-09"}, ["2010-09", "2010-09-XX"], ["2010", "2010-09-01", "XXXX-09"]),
        ({"when": "2008"}, ["2008"], ["2008-05", "200", "PAST_REF"]),
        ({"when": "15:11:00"}, ["2008-01-18T15:11", "XXXX-XX-XXT15:11Z", "T15:11:00"], ["2008-01-18T15:12", "T15"]),
        ({"when": "06:00:00"}, ["2008-01-18T06", "2008-01-18T06:00"], ["2008-01-18TMO", "2008-01-18"]),
        ({"when": "00:00:00"}, ["2008-01-18T24:00", "2008-01-18T00:00"], ["2008-01-18TNI"]),
        ({"when": "2010-09-04T22:30:00"}, ["2010-09-04T22:30"], ["2010-09-05T22:30", "2010-09-04", "T22:30"]),
        ({"from": "2017-07-10", "to": "2017-07-16"}, ["2017-W28"], ["2017-07", "2017-W28-1", "P1W"]),
        ({"from": "2016-09-03", "to": "2016-09-04"}, ["2016-W35-WE"], ["2016-09-03", "2016-W35"]),
        ({"notBefore": "1994", "notAfter": "2008"}, ["P15Y", "P14Y", "1994", "2001-05"], ["P8Y", "2009", "P15M"]),
        ({"notAfter": "2008-01-19"}, ["2008-01-19"], ["2008-01-20", "2008-01", "2008-01-18", "P1D", "PAST_REF"]),
        ({"notBefore": "2008-01-19"}, ["2008-01-19"], ["2008-01-18", "FUTURE_REF"]),
    ],
)
def test_a_value_is_right_if_it_covers_what_gum_marks(when, right, wrong):
    assert [value for value in right if not fits(value, when)] == []
    assert [value for value in wrong if fits(value, when)] == []


def test_a_label_is_right_by_its_value_or_another_that_a_reader_might_give():
    assert is_right(label(), time("Friday", "2020-05-01"))
    assert not is_right(label(), time("Friday", "2020-05-08"))
    assert not is_right(label()), "what is not found is wrong"
    both = label(also=[["TIME", "2020-05-01TNI"]])
    assert is_right(both, time("Friday night", "2020-05-01TNI", TimexType.TIME))


def test_what_a_reader_cannot_tell_must_not_be_made_up():
    unknown = label(span=[TEXT.index("June"), TEXT.index("June") + 7], value=None)
    assert is_right(unknown)
    assert is_right(unknown, time("June 30", "XXXX-06-30"))
    assert not is_right(unknown, time("June 30", "2020-06-30"))


def test_the_expression_that_shares_most_counts():
    near, far = time("Friday night", "2020-05-01TNI"), time("The road opened on Friday", "2020-05-01")
    assert best(span(READ, "Friday"), [far, near]) == near
    assert best(span(READ, "two weeks"), [near]) is None


def test_gum_counts_what_is_found_its_values_and_its_precision():
    article = Article("x", "build", TEXT, (marked("Friday", when="2020-05-01"), marked("June 30", when="2019-06-30")))
    times = (
        time("Friday night", "2020-05-01TNI", TimexType.TIME),
        time("Monday, May 4, 2020", "2020-05-04"),
        time("two weeks", "P2W", TimexType.DURATION),
    )
    halves = score_gum([article], lambda _: (READ, Annotations(READ.id, times=times)))
    scores = score_times(halves, []).table.scores
    assert scores["times.gum_build.recall"] == 50
    assert scores["times.gum_build.right_of_found"] == 100
    assert scores["times.gum_build.right"] == 50
    assert scores["times.gum_build.precision"] == 50, (
        "the duration is not asked for, the date at the head is not marked"
    )
    assert "times.gum_report.recall" not in scores


@pytest.mark.parametrize("how", [PublishedFrom.TEXT, PublishedFrom.METADATA])
def test_the_date_that_a_report_is_dated_by_needs_no_expression(how):
    read = dataclasses.replace(READ, published_from=how)
    article = Article("x", "build", TEXT, (marked("Monday, May 4, 2020", alone=True, when="2020-05-04"),))
    (half, _) = score_gum([article], lambda _: (read, Annotations(READ.id)))
    assert half.cases[0].right == (how is PublishedFrom.TEXT)


def test_only_what_is_wrong_in_the_half_for_building_is_listed():
    articles = [Article(half, half, TEXT, (marked("Friday", when="2020-04-24"),)) for half in ("build", "report")]
    halves = score_gum(articles, lambda _: (READ, Annotations(READ.id, times=(time("Friday", "2020-05-01"),))))
    assert score_times(halves, []).table.more == ()
    (listed,) = score_times(halves, [], worst=5).table.more
    assert listed.rows == (("times: gum build build 54", "Friday", "when 2020-04-24", "2020-05-01"),)


def test_every_expression_is_a_case():
    cases = label_cases([label(), label(value="2019")], {"7": Annotations(READ.id, times=(time("Friday", "2019"),))})
    assert score_times([], cases).table.scores["times.syria.right"] == 50
    assert [case.name for case in cases] == ["times: syria 7 54"] * 2


def gum(folder, xml, *sentences):
    (folder / "one.xml").write_text(xml)
    (folder / "one.conllu").write_text("".join(f"# text = {sentence}\n" for sentence in sentences))
    return folder


def test_the_text_of_gum_is_laid_out_as_it_was_printed(tmp_path):
    xml = """<text><head><s>\nA\tDT\nroad\tNN\n</s></head>
        <p><s><hi>\n<date when="2020-05-04">\nMay\tNP\n4\tCD\n</date>\n</hi></s></p>
        <p><s>\nIt\tPP\nopened\tVVD\n<date when="2020-05-01">\nFri\tNP\n.\t.\n</date>\n</s>
        <s>\nSo\tRB\n</s></p></text>"""
    (article,) = read_articles(gum(tmp_path, xml, "A road", "May 4", "It opened Fri.", "So"))
    assert article.text == "A road\n\nMay 4\n\nIt opened Fri. So"
    assert [(m.span.text, m.alone, m.when["when"]) for m in article.times] == [
        ("May 4", True, "2020-05-04"),
        ("Fri.", False, "2020-05-01"),
    ]


@pytest.mark.parametrize(("xml", "sentence"), [("<text><s>\nA\n</s></text>", "B"), ("<text>", "B"), ("<text/>", "B")])
def test_files_of_gum_that_do_not_agree_are_refused(tmp_path, xml, sentence):
    with pytest.raises(UnreadableInput, match="fetch it anew"):
        read_articles(gum(tmp_path, xml, sentence))


def test_a_folder_without_gum_is_told_of(tmp_path):
    with pytest.raises(UnreadableInput, match="no reports of GUM"):
        evaluate_times(tmp_path)


def test_the_halves_are_those_of_the_hash():
    folder = SHARED / "data" / "gum_news"
    if not folder.is_dir():
        pytest.skip("GUM's news are not here")
    articles = read_articles(folder)
    assert [article.name for article in articles if article.half == "build"] == [
        "asylum",
        "hackers",
        "expo",
        "crane",
        "election",
        "afghan",
    ]
    assert sum(len(article.times) for article in articles) == 77
    assert all(article.text[t.span.start : t.span.end] == t.span.text for article in articles for t in article.times)


def test_the_labels_have_the_words_of_their_reports():
    labels = ROOT / "benchmarks" / "labels" / "times.jsonl"
    reports = SHARED / "data" / "syria" / "reports.jsonl"
    if not labels.is_file() or not reports.is_file():
        pytest.skip("the Syrian reports and their labels are not here")
    texts = {row["id"]: row["text"] for row in map(json.loads, reports.read_text().splitlines())}
    entries = [json.loads(line) for line in labels.read_text().splitlines()]
    assert len({(entry["report"], *entry["span"]) for entry in entries}) == 120
    for entry in entries:
        words = texts[entry["report"]][slice(*entry["span"])]
        assert words
        assert words == words.strip()
        assert TimexType(entry["type"])
