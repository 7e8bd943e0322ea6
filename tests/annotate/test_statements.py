"""Who says what, when and where by a report, and what the outlet tells itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import make_report

from counterclaim.annotate.report import annotate_report
from counterclaim.records import Act, Hedge, Manner, Passage, PassageKind, Report, Statement, Unnamed, Who

OUTLET = "Coast Herald"
PUBLISHED = "2021-05-04"  # a Tuesday


def statements_of(text: str | Report, published: str | None = PUBLISHED) -> tuple[Statement, ...]:
    report = make_report(text, published, OUTLET) if isinstance(text, str) else text
    return annotate_report(report).statements


def spoken(text: str, published: str | None = PUBLISHED) -> Statement:
    """The one statement of a text that is not the outlet's own."""
    (found,) = (s for s in statements_of(text, published) if s.manner is not Manner.NARRATION)
    return found


def told(text: str | Report) -> list[str]:
    """What the outlet tells in its own voice."""
    return [s.content[0].text for s in statements_of(text) if s.manner is Manner.NARRATION]


def named(whos: tuple[Who, ...]) -> list[str]:
    assert all(who.entity is not None for who in whos)
    return [who.name for who in whos]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Peter Otieno said that the harvest was poor.", "Peter Otieno", "the harvest was poor"),
        ("According to Grace Wanjiru, the harvest was poor.", "Grace Wanjiru", "the harvest was poor"),
        ("The harvest was poor, Peter Otieno said.", "Peter Otieno", "The harvest was poor"),
        ("Kenya said that the talks had failed.", "Kenya", "the talks had failed"),
        ("The head of the agency, Peter Otieno, said that he was tired.", "Peter Otieno", "he was tired"),
    ],
)
def test_sources_that_are_named(text: str, source: str, content: str) -> None:
    statement = spoken(text)
    assert named(statement.sources) == [source]
    assert [piece.text for piece in statement.content] == [content]
    assert statement.manner is Manner.INDIRECT


def test_he_who_added_is_the_one_who_spoke_before() -> None:
    text = "Peter Otieno said that the road was open. He added that the bridge was closed."
    assert [named(s.sources) for s in statements_of(text)] == [["Peter Otieno"], ["Peter Otieno"]]


def test_joint_sources_are_several() -> None:
    statement = spoken("Peter Otieno and Grace Wanjiru said that the road was open.")
    assert named(statement.sources) == ["Peter Otieno", "Grace Wanjiru"]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Officials", Unnamed.OFFICIAL),
        ("A diplomat", Unnamed.OFFICIAL),
        ("A spokesman for Peter Otieno", Unnamed.OFFICIAL),
        ("Witnesses", Unnamed.GROUP),
        ("Local residents", Unnamed.GROUP),
        ("Some people", Unnamed.ANYONE),
        ("The newspaper", Unnamed.MEDIA),
        ("The letter", Unnamed.DOCUMENT),
    ],
)
def test_sources_that_are_not_named_keep_their_words_and_kind(source: str, kind: Unnamed) -> None:
    (who,) = spoken(f"{source} said that the bridge had collapsed.").sources
    assert (who.entity, who.name, who.unnamed) == (None, source, kind)


@pytest.mark.parametrize(
    ("text", "said", "said_from"),
    [
        ("Grace Wanjiru said on Monday that the bridge was closed.", "2021-05-03", "text"),
        ("On Monday, Grace Wanjiru said that the bridge was closed.", "2021-05-03", "text"),
        ("Grace Wanjiru said that the bridge was closed on Sunday.", PUBLISHED, "report"),
        ("Grace Wanjiru said that the bridge was closed.", PUBLISHED, "report"),
    ],
)
def test_it_was_said_when_the_cue_says_so_else_when_the_report_appeared(text: str, said: str, said_from: str) -> None:
    statement = spoken(text)
    assert (statement.said, statement.said_from) == (said, said_from)


def test_in_an_undated_report_it_is_not_known_when_it_was_said() -> None:
    statement = spoken("Grace Wanjiru said that the bridge was closed.", published=None)
    assert (statement.said, statement.said_from) == (None, None)


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("Grace Wanjiru said in an interview that the bridge was closed.", "an interview"),
        (
            "Grace Wanjiru said in an interview with the Daily Post that the bridge was closed.",
            "an interview with the Daily Post",
        ),
        ("Grace Wanjiru said in Mombasa that the bridge was closed.", None),
        ("Grace Wanjiru said that the bridge was closed in an interview.", None),
    ],
)
def test_the_setting_is_the_occasion_of_the_cue(text: str, setting: str | None) -> None:
    found = spoken(text).setting
    assert (found.text if found else None) == setting


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Peter Otieno said that the bridge was closed.", Hedge.NONE),
        ("Peter Otieno alleged that the bridge was closed.", Hedge.ALLEGED),
        ("Peter Otieno allegedly said that the bridge was closed.", Hedge.ALLEGED),
    ],
)
def test_hedges(text: str, hedge: Hedge) -> None:
    assert spoken(text).hedge is hedge


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Peter Otieno denied that the army had shelled the village.", Act.DENY),
        ("Peter Otieno accused Grace Wanjiru of closing the bridge.", Act.ACCUSE),
        ("Peter Otieno demanded that the army leave the village.", Act.DEMAND),
        ("Peter Otieno promised to open the bridge.", Act.PROMISE),
        ("Peter Otieno refused to comment on the bridge.", Act.REFUSE),
        ("Peter Otieno asked the farmers to leave the village.", Act.ASK),
    ],
)
def test_acts(text: str, act: Act) -> None:
    statement = spoken(text)
    assert statement.act is act
    assert named(statement.sources) == ["Peter Otieno"]


@pytest.mark.parametrize(
    "text",
    [
        "Peter Otieno said that the harvest was poor.",
        "“The river is calm,” Peter Otieno told reporters.",
        "According to Grace Wanjiru, the harvest was poor.",
        "Peter Otieno denied that the army had shelled the village.",
    ],
)
def test_what_is_only_reported_is_not_told_by_the_outlet(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The river rose by two metres.",
        "Peter Otieno demanded that the army leave the village.",
        "Peter Otieno promised to open the bridge.",
    ],
)
def test_what_happened_is_told_by_the_outlet_also_that_somebody_demanded_it(text: str) -> None:
    assert told(text) == [text]


def test_the_outlet_is_the_source_of_what_it_tells() -> None:
    report = make_report("The river rose by two metres.", PUBLISHED, OUTLET)
    found = annotate_report(report)
    (statement,) = found.statements
    assert named(statement.sources) == [OUTLET]
    assert statement.sources[0].entity in {entity.id for entity in found.entities}
    (unknown,) = annotate_report(make_report("The river rose by two metres.", PUBLISHED)).statements[0].sources
    assert (unknown.entity, unknown.name) == (None, "outlet not known")


def _page(headline: str, body: str, foot: str) -> Report:
    text = f"{headline}\n\n{body}\n\n{foot}"
    second, third = len(headline) + 2, len(headline) + len(body) + 4
    passages = (
        Passage(0, len(headline), headline, PassageKind.HEADLINE),
        Passage(second, third - 2, body, PassageKind.PARAGRAPH),
        Passage(third, len(text), foot, PassageKind.BOILERPLATE),
    )
    return replace(make_report(text, PUBLISHED, OUTLET), passages=passages)


def test_a_headline_that_paraphrases_is_told_by_the_outlet_and_said_by_the_speaker() -> None:
    headline = "Bridge stays closed, says Peter Otieno"
    page = _page(headline, "The minister Peter Otieno said on Monday that it was closed.", "Share this with friends.")
    found = statements_of(page)
    assert told(page) == [headline]
    assert [named(s.sources) for s in found] == [[OUTLET], ["Peter Otieno"], ["Peter Otieno"]]
    assert found[1].content[0].text == "Bridge stays closed"


def test_furniture_of_the_page_is_nobodys_statement() -> None:
    page = _page("Bridge closed", "The river rose by two metres.", "Peter Otieno said that you must subscribe.")
    assert told(page) == ["Bridge closed", "The river rose by two metres."]
    assert len(statements_of(page)) == 2


def test_words_inside_words_have_their_parent() -> None:
    text = "Peter Otieno said that Grace Wanjiru had told him that the bridge was closed."
    outer, inner = statements_of(text)
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert (named(outer.sources), named(inner.sources)) == (["Peter Otieno"], ["Grace Wanjiru"])
    assert named(inner.addressee) == ["Peter Otieno"]
    assert outer.content[0].covers(inner.content[0])


def test_a_quotation_that_goes_on_after_its_cue_is_one_statement_in_pieces() -> None:
    statement = spoken("“The river is calm,” Peter Otieno told reporters. “We can cross.”")
    assert statement.manner is Manner.DIRECT
    assert [piece.text for piece in statement.content] == ["“The river is calm,”", "“We can cross.”"]
    assert [who.name for who in statement.addressee] == ["reporters"]


def test_statements_come_in_the_order_of_the_text_each_with_an_id_of_its_own() -> None:
    text = (
        "The river rose by two metres. Peter Otieno said that the river was calm. The bridge fell. "
        "Grace Wanjiru demanded that the road be closed."
    )
    found = statements_of(text)
    starts = [s.content[0].start for s in found]
    assert starts == sorted(starts)
    assert len({s.id for s in found}) == len(found) == 5
