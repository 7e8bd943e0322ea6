"""Saved web pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counterclaim.records import PassageKind, PublishedFrom, Rejected, Report

One = Callable[..., Report]

HEAD = """<title>Two sides meet at the river | The Northern Courier</title>
<meta property="og:site_name" content="The Northern Courier">
<meta property="og:title" content="Two sides meet at the river">
<meta property="article:published_time" content="2031-03-05T08:00:00+02:00">
<meta property="article:modified_time" content="2031-03-09T08:00:00+02:00">
<meta name="author" content="Ada Marsh">
<link rel="canonical" href="https://courier.example/2031/two-sides">"""
BODY = """<nav><a href="/">Home</a> <a href="/w">World</a></nav><p class="clock">Tuesday, 2 March 2032, 08:15</p>
<article><h1>Two sides meet at the river</h1>
<p>The two governments said on Wednesday that their delegations had met at the river crossing for the first time.</p>
<h2>What was said</h2>
<p>“We asked them for a truce,” the minister said. The other side said that it was the minister who was asked.</p>
<p>Observers counted 31 people in the hall, among them four generals and a bishop who did not speak.</p></article>
<footer>Copyright 2031. <a href="#">Share</a></footer>"""


def page(head: str = HEAD, body: str = BODY) -> str:
    return f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.txt", "page"])
def test_the_article_of_a_page_and_what_the_page_says_of_it(one: One, name: str) -> None:
    report = one(page(), name)
    assert (report.title, report.outlet, report.byline) == (
        "Two sides meet at the river",
        "The Northern Courier",
        "Ada Marsh",
    )
    assert report.url == "https://courier.example/2031/two-sides"
    assert (report.published, report.published_from) == ("2031-03-05", PublishedFrom.METADATA)
    assert "2032" not in report.text
    kinds = [passage.kind for passage in report.passages]
    assert kinds == [
        PassageKind.HEADLINE,
        PassageKind.PARAGRAPH,
        PassageKind.HEADING,
        PassageKind.PARAGRAPH,
        PassageKind.PARAGRAPH,
    ]
    assert report.cleaning[0] == "decoded as utf-8"
    assert report.cleaning[1].startswith("trafilatura ")


@pytest.mark.parametrize(
    ("encoding", "bishop"),
    [("windows-1252", "évêque"), ("utf-16", "évêque"), ("iso-8859-2", "biskup Łoś"), ("windows-1251", "епископ")],
)
def test_a_page_names_its_encoding(one: One, encoding: str, bishop: str) -> None:
    content = page().replace("utf-8", encoding).replace("bishop", bishop).replace("“", '"').replace("”", '"')
    report = one(content.encode(encoding), "page.html")
    assert bishop in report.text
    assert report.broken == 0


def test_a_page_without_a_name_of_its_own_has_no_outlet_and_no_invented_date(one: One) -> None:
    report = one(page("<title>x</title>", BODY.replace("Copyright 2031", "Copyright")), "page.html")
    assert report.outlet is None
    assert report.published is None


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<nav><a href='/'>Home</a> <a href='/w'>World</a> <a href='/s'>Sports</a></nav>",
        "<form>Name <input> Password <input></form><div>Login</div>",
        "<script>var x = 'He said that it was so and that it would be so.';</script>",
        "\x00" * 5,
        "<div>" * 20_000 + "The minister said that the bridge was open again.",
    ],
)
def test_a_page_without_an_article_is_rejected(
    all_of: Callable[..., tuple[list[Report], list[Rejected]]], body: str
) -> None:
    reports, (reject,) = all_of(page("<title>News</title>", body), "page.html")
    assert not reports
    assert "no article" in reject.reason


def test_nothing_is_printed_while_pages_are_read(one: One, capfd: pytest.CaptureFixture[str]) -> None:
    one(page(), "page.html")
    assert capfd.readouterr() == ("", "")
