"""The same claim from origins that do not depend on one another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from by_hand import Paper, count, linked

from counterclaim.link.agreed.counted import sentence_of
from counterclaim.link.pile import Pile
from counterclaim.records import Agreement, EntityKind, Figure, Happened, Modality, Polarity, Who


def agreements(*papers: Paper) -> list[Agreement]:
    """The agreements of these papers."""
    return list(linked(*papers).agreements)


def test_equal_counts_of_one_happening_agree() -> None:
    (agreement,) = agreements(count(31), count(31, speaker="the army", outlet="B", how="artillery"))
    assert agreement.claim == "31 people were killed in Dorvik on 3 May 2021."
    assert agreement.origins == 2
    assert len(agreement.evidence) == 2


@pytest.mark.parametrize(("of", "agree"), [("people", True), ("more people", False), ("others", True)])
def test_as_many_more_are_not_the_same(of: str, agree: bool) -> None:
    found = agreements(count(31), count(31, of=of, speaker="the army", outlet="B", how="artillery"))
    assert any("31" in agreement.claim for agreement in found) is agree


@pytest.mark.parametrize(
    ("texts", "place", "said"),
    [
        (
            (
                "The fire at the Orne mill killed [31] workers.",
                "They say [31] workers died in the fire at the Orne mill.",
            ),
            None,
            "31 workers were killed in the fire at the Orne mill on 3 May 2021.",
        ),
        (
            (
                "The fire at the Orne mill killed [31] workers.",
                "They say [31] workers died in the flood of the Orne mill.",
            ),
            "Orne Valley",
            "31 workers were killed in the Orne Valley on 3 May 2021.",
        ),
        (
            ("The fire at the Orne mill killed [31] workers.", "At the mill, [31] workers were killed."),
            "Dorvik",
            "31 workers were killed in Dorvik on 3 May 2021.",
        ),
    ],
)
def test_an_equal_count_says_of_what_where_two_reports_do(texts: tuple[str, str], place: str | None, said: str) -> None:
    papers, figures = [Paper(text.replace("[", "").replace("]", "")) for text in texts], []
    for paper in papers:
        span = paper.span("31")
        figure = Figure("figure", paper.report.id, None, None, span, 31, 31, 31, approximate=False, of="workers",
                        happened=(Happened.KILLED,))  # fmt: skip
        figures.append(figure)
    pile = Pile.of(
        [p.report for p in papers],
        {p.report.id: p.found for p in papers},
        {p.report.id: p.report.id for p in papers},
        [],
    )
    assert sentence_of(pile, 31, figures, place, date(2021, 5, 3)) == said


@pytest.mark.parametrize(
    "other",
    [
        count(12, speaker="the army", outlet="B"),
        count(29, speaker="the army", outlet="B", bound="at least"),
        count(31, speaker="the army", outlet="B", place="Ostrel"),
        count(31, speaker="the army", outlet="B", time="2021-04-20"),
    ],
)
def test_other_counts_do_not_agree(other: Paper) -> None:
    assert agreements(count(31), other) == []


@pytest.mark.parametrize(
    "other",
    [count(31, outlet="B"), count(31, how="the shelling of houses", outlet="Coast Herald", published="2021-05-05")],
)
def test_a_reprint_and_another_report_of_one_outlet_are_no_second_origin(other: Paper) -> None:
    assert agreements(count(31), other) == []


def downed(
    words: str = "{agent} shot down {patient} over {place} on Monday",
    *,
    agent: str = "Tosk",
    patient: str = "a transport plane",
    place: str = "Dorvik",
    day: str = "2021-05-03",
    published: str = "2021-05-04",
    outlet: str = "Coast Herald",
    polarity: Polarity = Polarity.POSITIVE,
    modality: Modality = Modality.FACT,
) -> Paper:
    """A report of one deed."""
    text = words.format(agent=agent, patient=patient, place=place)
    paper = Paper(f"{text}.", published, outlet)
    doer, where = paper.state(agent, agent.lower()), paper.place(place)
    hit = replace(paper.unnamed(patient, None))
    paper.time("Monday", day)
    statement = paper.tells(text)
    paper.claim(
        statement,
        "shoot down",
        "shot down",
        agent=[doer],
        patient=[hit],
        place=[where],
        time=day,
        polarity=polarity,
        modality=modality,
    )
    return paper


OTHER = "On Monday the forces of {agent}, as one could see from the hills, shot down {patient} near {place}"


def test_one_deed_told_by_two_in_their_own_words_is_an_agreement() -> None:
    (agreement,) = agreements(downed(), downed(OTHER, outlet="B"))
    assert agreement.claim == "Tosk shot down a transport plane over Dorvik on Monday."
    assert agreement.origins == 2


@pytest.mark.parametrize(
    "other",
    [
        downed(outlet="B"),
        downed(OTHER, outlet="B", agent="Arvel"),
        downed(OTHER, outlet="B", patient="a troop carrier"),
        downed(OTHER, outlet="B", place="Ostrel"),
        downed(OTHER, outlet="B", day="2021-05-10"),
        downed(OTHER, outlet="B", polarity=Polarity.NEGATIVE),
        downed(OTHER, outlet="B", modality=Modality.HYPOTHESIS),
    ],
)
def test_what_is_not_the_same_claim_of_another_origin_does_not_agree(other: Paper) -> None:
    assert agreements(downed(), other) == []


def test_agreements_do_not_depend_on_the_order_of_reports() -> None:
    papers = [downed(), downed(OTHER, outlet="B"), count(31), count(31, speaker="the army", outlet="D")]
    assert agreements(*papers) == agreements(*reversed(papers))


def test_two_outlets_that_have_it_from_one_source_are_one_origin() -> None:
    assert agreements(count(31), count(31, outlet="B", how="artillery")) == []


def test_two_bodies_of_one_state_are_one_origin() -> None:
    left, right = (
        count(31, speaker="Arvel Army"),
        count(31, speaker="Arvel Health Ministry", outlet="B", of="civilians"),
    )
    for paper in (left, right):
        paper.entities = {
            id_: replace(entity, side="ARV") if "Arvel" in entity.name else entity
            for id_, entity in paper.entities.items()
        }
    assert list(linked(left, right).agreements) == []


def test_what_is_shown_for_an_agreement_tells_no_number_of_one_account() -> None:
    def told(words: str, outlet: str) -> Paper:
        paper = Paper(words, outlet=outlet)
        rohn, marn = paper.who("Ada Rohn"), paper.who("Ilo Marn")
        paper.claim(paper.tells(words), "kill", "killed", agent=[rohn], patient=[marn], time="2021-05-03")
        return paper

    first = told("Ada Rohn killed Ilo Marn on the third day of a siege that cost nine lives.", "A")
    second = told("It was Ada Rohn who killed Ilo Marn in the harbour.", "B")
    (agreement,) = linked(first, second).agreements
    assert agreement.claim == "It was Ada Rohn who killed Ilo Marn in the harbour."
    assert list(linked(first, told("Ada Rohn killed Ilo Marn and two of his men.", "C")).agreements) == []


def test_what_is_counted_and_told_is_one_agreement() -> None:
    left, right = count(31), count(31, speaker="the mayor", outlet="B", how="rockets")
    (agreement,) = linked(left, right).agreements
    assert agreement.claim.startswith("31 ")


def test_two_numbers_of_one_sentence_are_two_agreements() -> None:
    papers = []
    for outlet, source in (("A", "the clinic"), ("B", "the mayor")):
        paper = count(31, speaker=source, outlet=outlet)
        claim = paper.claims[0]
        paper.figures.append(replace(paper.figures[0], id=f"{outlet} hurt", low=44, best=44, high=44, claim=claim.id))
        papers.append(paper)
    found = linked(*papers).agreements
    assert len({agreement.id for agreement in found}) == len(found)


def struck(words: str, *, outlet: str, place: str = "Dorvik", published: str = "2021-05-04") -> Paper:
    """A report of a strike whose day and place stand in its sentence."""
    paper = Paper(words, published, outlet)
    where = paper.place(place)
    paper.time("Monday", "2021-05-03")
    verb = next(verb for verb in ("struck", "hit", "pounded", "tore", "killed") if verb in words)
    paper.claim(paper.tells(words), "strike", verb, place=[where], time="2021-05-03")
    return paper


@pytest.mark.parametrize(
    ("left", "right", "claim"),
    [
        (
            "Rockets struck a crowded market in Dorvik on Monday morning, residents told us.",
            "A market hall was hit when a volley of rockets fell on Dorvik on Monday, the mayor wrote.",
            "Rockets hit a market in Dorvik on 3 May 2021.",
        ),
        (
            "A drone hit the refinery of Dorvik on Monday and set two tanks on fire.",
            "On Monday the oil terminal in Dorvik was struck from the air; a crew filmed the drone.",
            "A drone hit a refinery in Dorvik on 3 May 2021.",
        ),
        (
            "On Monday a suicide bomber killed guests of a wedding in Dorvik, children among them.",
            "The suicide attack that hit a wedding party in Dorvik on Monday cost the lives of women and children.",
            "A suicide bombing hit a wedding in Dorvik on 3 May 2021; children were among the victims.",
        ),
    ],
)
def test_the_plain_facts_that_two_sentences_share_are_an_agreement(left: str, right: str, claim: str) -> None:
    (agreement,) = agreements(struck(left, outlet="A"), struck(right, outlet="B"))
    assert agreement.claim == claim


def test_facts_of_two_places_or_of_former_times_are_no_agreement() -> None:
    here = struck("Rockets struck a crowded market in Dorvik on Monday morning.", outlet="A")
    there = struck("Rockets hit the market of Ostrel on Monday.", outlet="B", place="Ostrel")
    assert agreements(here, there) == []
    again = struck("The market of Dorvik was previously hit by rockets, not only on Monday.", outlet="B")
    assert agreements(here, again) == []


def test_one_state_of_a_process_from_two_reports_is_an_agreement() -> None:
    papers = []
    for outlet, words in (
        ("A", "The truce between Arvel and Tosk came into force on Monday."),
        ("B", "Guns fell silent along the river as the Monday ceasefire of Arvel and Tosk took effect."),
    ):
        paper = Paper(words, outlet=outlet)
        for state in ("Arvel", "Tosk"):
            paper.state(state, state.lower())
        paper.time("Monday", "2021-05-03")
        paper.tells(words)
        papers.append(paper)
    (agreement,) = agreements(*papers)
    assert agreement.claim.startswith("Ceasefire of 3 May 2021")
    assert agreement.claim.endswith("in force.")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Nothing is shared but that there was violence near a bridge that is called by its name.
        (
            "The militants fired mortars at positions near Long Bridge in Dorvik on Monday and killed two soldiers.",
            "Government troops hit rebel positions near Long Bridge in Dorvik with howitzers on Monday.",
        ),
        # Each side tells of the other's fire.
        (
            "Rebels shelled and hit a market in Dorvik on Monday, the ministry wrote.",
            "Army artillery hit a market in Dorvik on Monday, the rebels' office told us.",
        ),
    ],
)
def test_attacks_of_which_neither_how_nor_by_whom_is_told_alike_are_no_agreement(left: str, right: str) -> None:
    papers = []
    for outlet, words in (("A", left), ("B", right)):
        paper = struck(words.replace("fired", "hit").replace("shelled and hit", "shelled and struck"), outlet=outlet)
        doer = words.split(" fired")[0].split(" hit")[0].split(" shelled")[0]
        paper.claims[0] = replace(paper.claims[0], agent=(paper.unnamed(doer, None),))
        if "Long Bridge" in words:
            paper.place("Long Bridge")
        papers.append(paper)
    assert agreements(*papers) == []


@pytest.mark.parametrize(("other", "published"), [("2021-05-03", "2021-05-25"), ("2021-05-24", "2021-05-25")])
def test_a_small_number_of_another_week_is_of_another_happening(other: str, published: str) -> None:
    later = count(8, speaker="the mayor", outlet="B", how="artillery", published=published, time=other)
    found = agreements(count(8), later)
    assert bool(found) == (other == "2021-05-03")


def test_what_is_only_counted_needs_a_number_that_two_do_not_share_by_chance() -> None:
    def spoken(number: int, outlet: str, speaker: str) -> Paper:
        paper = count(number, speaker=speaker, outlet=outlet, of="lorries")
        paper.figures[0] = replace(paper.figures[0], happened=())
        return paper

    assert agreements(spoken(2, "A", "the clinic"), spoken(2, "B", "the mayor")) == []


@pytest.mark.parametrize(
    ("one", "other", "origins"),
    [("the army", "the government", 0), ("the army", "the mayor", 2), ("rebel government", "the army", 2)],
)
def test_bodies_of_a_state_that_is_not_known_are_one_source(one: str, other: str, origins: int) -> None:
    found = agreements(count(31, speaker=one), count(31, speaker=other, outlet="B", how="artillery"))
    assert [agreement.origins for agreement in found] == ([origins] if origins else [])


@pytest.mark.parametrize(
    ("one", "other", "origins"),
    [
        # Whoever speaks for rebels and the rebels themselves are one; a clinic in their town is not, nor two fronts.
        ("the rebels", "Arvel Liberation Front", 0),
        ("the rebels", "the insurgents", 0),
        ("Tosk Islamic Front", "Arvel Liberation Front", 2),
        ("the rebels", "the clinic", 2),
        ("the rebels", "the army", 2),
    ],
)
def test_rebels_and_the_front_they_are_of_are_one_source(one: str, other: str, origins: int) -> None:
    found = agreements(count(31, speaker=one), count(31, speaker=other, outlet="B", how="artillery"))
    assert [agreement.origins for agreement in found] == ([origins] if origins else [])


def passed_on(words: str, *, said_before: str) -> Paper:
    """A report that passes on a number in its own voice, after somebody was quoted in it."""
    paper = Paper(f"It was a long night, {said_before} said. {words}", "2021-05-04", "B")
    paper.says("It was a long night", paper.who(said_before))
    place, claimed = paper.place("Dorvik"), paper.tells(words)
    claim = paper.claim(claimed, "kill", "dead", patient=[Who(None, "31")], place=[place], time="2021-05-03")
    paper.figure(claim, "31", 31, 31, 31, of="people", happened=Happened.KILLED)
    return paper


@pytest.mark.parametrize(
    ("words", "said_before", "origins"),
    [
        ("On Monday she had spoken of 31 dead in Dorvik.", "Ilka Rohn", 0),
        ("On Monday she had spoken of 31 dead in Dorvik.", "Mara Tesk", 2),
        ("On Monday neighbours laid out 31 dead in Dorvik.", "Ilka Rohn", 2),
    ],
)
def test_what_an_outlet_passes_on_is_of_whom_it_has_it_from(words: str, said_before: str, origins: int) -> None:
    first = count(31, speaker="Ilka Rohn", how="rockets")
    first.entities = {
        id_: replace(entity, kind=EntityKind.PERSON) if entity.name == "Ilka Rohn" else entity
        for id_, entity in first.entities.items()
    }
    found = agreements(first, passed_on(words, said_before=said_before))
    assert [agreement.origins for agreement in found] == ([origins] if origins else [])


@pytest.mark.parametrize(
    ("other", "agree"),
    [
        ("On Monday the attack on an arms depot of Dorvik struck children and women, a clerk wrote.", True),
        ("On Monday leaking fuel in a depot of Dorvik tore women and children to death, a clerk wrote.", False),
    ],
)
def test_what_may_be_an_accident_is_not_agreed_to_be_an_attack(other: str, *, agree: bool) -> None:
    first = struck("An attack hit a depot in Dorvik on Monday, and children and women were killed.", outlet="A")
    found = agreements(first, struck(other, outlet="B"))
    assert any("attack hit a depot" in agreement.claim for agreement in found) == agree
