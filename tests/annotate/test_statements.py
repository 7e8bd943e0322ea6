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


def spoken_all(text: str) -> list[Statement]:
    return [s for s in statements_of(text) if s.manner is not Manner.NARRATION]


@pytest.mark.parametrize(
    ("headline", "source", "content", "act"),
    [
        ("Minister: talks failed in Nairobi", "Minister", "talks failed in Nairobi", Act.ASSERT),
        ("Army says it shot down drone", "Army", "it shot down drone", Act.ASSERT),
        ("Kenya Denies Shelling Village", "Kenya", "Shelling Village", Act.DENY),
        ("Kenya Accuses Rebels of Using Gas", "Kenya", "Rebels of Using Gas", Act.ACCUSE),
        (
            "Coastal Coalition Condemns Attack on Headquarters",
            "Coastal Coalition",
            "Attack on Headquarters",
            Act.ACCUSE,
        ),
        ("Death toll from storm rises to 76: monitor", "monitor", "Death toll from storm rises to 76", Act.ASSERT),
        ("Rebels clash near airport: aid agencies", "aid agencies", "Rebels clash near airport", Act.ASSERT),
    ],
)
def test_a_headline_gives_two_rows(headline: str, source: str, content: str, act: Act) -> None:
    page = _page(headline, "The river rose by two metres.", "Share this with friends.")
    own, said = statements_of(page)[:2]
    assert (own.manner, own.content[0].text, named(own.sources)) == (Manner.NARRATION, headline, [OUTLET])
    assert (said.manner, said.act, said.parent) == (Manner.INDIRECT, act, None)
    assert [who.span and who.span.text for who in said.sources] == [source]
    assert [piece.text for piece in said.content] == [content]


def test_a_headline_that_only_tells_what_happened_is_the_outlets_alone() -> None:
    for headline in ("Terrorist Bomb Hits Damascus School, Claims 11 Lives", "Bridge Collapses in Norwick"):
        page = _page(headline, "The river rose by two metres.", "Share this with friends.")
        assert {s.manner for s in statements_of(page)} == {Manner.NARRATION}


@pytest.mark.parametrize(
    "text",
    [
        "Peter Otieno did not say when the bridge would open.",
        "The ministry would not confirm that the bridge was closed.",
        "No group has claimed responsibility for the attack.",
        "The army did not rule out an attack.",
        "Peter Otieno spoke about the bridge.",
        "Peter Otieno is going to say that the bridge is closed.",
    ],
)
def test_what_was_not_said_is_told_by_the_outlet_and_attributed_to_nobody(text: str) -> None:
    assert spoken_all(text) == []
    assert told(text) == [text]


def test_who_does_not_believe_it_denies_it() -> None:
    statement = spoken("Peter Otieno does not believe that the bridge will open.")
    assert (statement.act, statement.content[0].text) == (Act.DENY, "the bridge will open")


@pytest.mark.parametrize(
    ("answer", "source", "act", "content"),
    [
        ("The rebels denied it.", "The rebels", Act.DENY, "it"),
        ("The rebels' commander, Kim Odera, denies this.", "Kim Odera", Act.DENY, "this"),
        ("Colonel Kim Odera confirmed this.", "Kim Odera", Act.CONFIRM, "this"),
    ],
)
def test_an_answer_that_only_points_back_is_said_by_who_gives_it(
    answer: str, source: str, act: Act, content: str
) -> None:
    _, said = [s for s in statements_of(f"The army said that shells hit Garissa. {answer}") if s.cue]
    assert ([who.name for who in said.sources], said.act, said.content[0].text) == ([source], act, content)
    assert told(f"The army said that shells hit Garissa. {answer}") == []


@pytest.mark.parametrize("words", ["It would not confirm this.", "The mayor did not deny it.", "That confirmed it."])
def test_what_was_not_answered_by_anybody_is_no_answer(words: str) -> None:
    assert [s.act for s in statements_of(f"The army said that shells hit Garissa. {words}") if s.cue] == [Act.ASSERT]


def test_who_declined_to_say_refused() -> None:
    statement = spoken("Peter Otieno declined to say whether the bridge was closed.")
    assert (statement.act, statement.content[0].text) == (Act.REFUSE, "whether the bridge was closed")


@pytest.mark.parametrize(
    "text",
    [
        "Peter Otieno said that he believes that the bridge is closed.",
        "“We call on all sides to stop,” Peter Otieno said.",
        "“I don’t think that the bridge is closed,” Peter Otieno said.",
    ],
)
def test_a_speakers_own_view_is_not_said_twice(text: str) -> None:
    assert spoken(text).parent is None


def test_that_somebody_once_said_something_stands_inside_what_he_says() -> None:
    text = "Peter Otieno said that he had told Grace Wanjiru that the bridge was closed."
    outer, inner = spoken_all(text)
    assert inner.parent == outer.id
    assert named(inner.sources) == ["Peter Otieno"]
    assert inner.via == ()


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        (
            "The bridge was closed, the Daily Post reported, citing two officials.",
            "two officials",
            ["the Daily Post"],
        ),
        (
            "An air strike killed ten fighters in the province, Coast television cited the defence ministry as saying "
            "on Thursday.",
            "the defence ministry",
            ["Coast television"],
        ),
        (
            "“The bridge is closed,” Peter Otieno was quoted as saying by the Coast News Agency.",
            "Peter Otieno",
            ["the Coast News Agency"],
        ),
        (
            "The Coast News Agency quoted Peter Otieno as saying that the bridge was closed.",
            "Peter Otieno",
            ["The Coast News Agency"],
        ),
    ],
)
def test_words_that_a_medium_passes_on_are_one_statement_of_the_speaker(text: str, source: str, via: list[str]) -> None:
    statement = spoken(text)
    assert [who.span and who.span.text for who in statement.sources] == [source]
    assert [who.span and who.span.text for who in statement.via] == via


def test_the_chain_of_a_statement_inside_another() -> None:
    text = "The press service said that the president told the defence secretary by phone that the talks had failed."
    outer, inner = spoken_all(text)
    assert inner.parent == outer.id
    assert [who.name for who in inner.via] == ["The press service"]
    assert [who.name for who in inner.addressee] == ["the defence secretary"]
    assert inner.setting is not None
    assert inner.setting.text == "phone"


@pytest.mark.parametrize(
    ("text", "setting", "said"),
    [
        ("Speaking at a news conference on Monday, Peter Otieno said it was shut.", "a news conference", "2021-05-03"),
        ("In an interview aired on Monday, Peter Otieno said it was shut.", "an interview", "2021-05-03"),
        ("In a statement on Monday, Peter Otieno reacted, saying that it was shut.", "a statement", "2021-05-03"),
        ("Peter Otieno wrote on his Facebook page that it was shut.", "his Facebook page", None),
        ("Peter Otieno said on Twitter that it was shut.", "Twitter", None),
        ("Peter Otieno said by telephone that it was shut.", "telephone", None),
        ("Peter Otieno said on Monday that it was shut.", None, "2021-05-03"),
        ("Peter Otieno said in Nairobi that it was shut.", None, None),
    ],
)
def test_the_occasion(text: str, setting: str | None, said: str | None) -> None:
    statement = spoken(text)
    assert (statement.setting is not None) == (setting is not None)
    if statement.setting is not None and setting is not None:
        assert statement.setting.text.startswith(setting)
    assert (statement.said if statement.said_from == "text" else None) == said


def test_a_participle_goes_on_from_the_cue_before_it() -> None:
    text = "Peter Otieno told reporters on Monday that the bridge was closed, adding that the road was open."
    for statement in spoken_all(text):
        assert [who.name for who in statement.addressee] == ["reporters"]
        assert statement.said == "2021-05-03"


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The army shelled the village.", Hedge.NONE),
        ("The army allegedly shelled the village.", Hedge.ALLEGED),
        ("The army sent its “peacekeepers” to the village.", Hedge.DISTANCED),
        ("The army marched into the so-called republic.", Hedge.DISTANCED),
    ],
)
def test_the_outlets_own_distance(text: str, hedge: Hedge) -> None:
    (statement,) = statements_of(text)
    assert (statement.manner, statement.hedge) == (Manner.NARRATION, hedge)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Peter Otieno called the talks a disaster.", Hedge.NONE),
        ("The talks ended in what Peter Otieno called a disaster.", Hedge.DISTANCED),
    ],
)
def test_a_name_is_left_to_whoever_gave_it(text: str, hedge: Hedge) -> None:
    assert spoken(text).hedge is hedge


def test_a_condition_stays_inside_the_content() -> None:
    statement = spoken("Peter Otieno said the army would stop if the rebels withdrew.")
    assert statement.content[0].text == "the army would stop if the rebels withdrew"


def test_an_answer_is_not_the_question() -> None:
    statement = spoken("Asked why, Peter Otieno said that the bridge was closed.")
    assert named(statement.sources) == ["Peter Otieno"]
    assert statement.content[0].text == "the bridge was closed"


def test_what_a_medium_only_passes_on_is_the_speakers_but_a_body_says_it_too() -> None:
    statement = spoken("Peter Otieno said that the bridge was closed, the Coast news agency reported.")
    assert named(statement.sources) == ["Peter Otieno"]
    assert [who.span and who.span.text for who in statement.via] == ["the Coast news agency"]
    outer, inner = spoken_all("The council said that residents said that the bridge was closed.")
    assert inner.parent == outer.id


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Doe said nine sailors were killed and accused the port of neglect.", ["Doe", "Doe"]),
        ("Doe said that the navy was shelling the quay and denied any part in it.", ["Doe", "Doe"]),
        ("Doe said two boats had sunk and blamed the port for it.", ["Doe", "Doe"]),
        ("Doe said nine sailors were beaten and accused of theft.", ["Doe", "nine sailors"]),
        ("Doe said the minister had met the sailors and promised them help.", ["Doe", "the minister"]),
    ],
)
def test_a_second_cue_is_the_speakers_where_the_first_content_has_another_form(text: str, sources: list[str]) -> None:
    assert [who.name for found in spoken_all(text) for who in found.sources] == sources


@pytest.mark.parametrize(
    "text",
    [
        "Doe urged the port to make a statement about the fire.",
        "Doe said the port would welcome an inquiry.",
        "Doe said the council may reject the plan on Monday.",
        "“It is they who asked for a delay,” Doe said.",
        "“A port always wants a bigger port,” Doe said.",
    ],
)
def test_what_nobody_in_particular_has_said_yet_stands_inside_no_statement(text: str) -> None:
    assert [found.parent for found in spoken_all(text)] == [None]


def test_what_stands_inside_came_through_whoever_he_is() -> None:
    text = "Minister Ann Doe said the port was shut. “It was the council that rejected the offer,” she told reporters."
    inner = next(found for found in spoken_all(text) if found.parent is not None)
    assert named(inner.via) == ["Ann Doe"]


@pytest.mark.parametrize("verb", ["admitted", "acknowledged", "conceded"])
def test_who_admits_something_confirms_it(verb: str) -> None:
    assert spoken(f"The port {verb} that two of its doors had been locked.").act is Act.CONFIRM
