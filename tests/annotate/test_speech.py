"""Who is said to have said what by the rules: one small text a rule, read through the real parse."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pytest
from build import by_rules_alone, make_report, parse_text
from hypothesis import example, given, settings
from hypothesis import strategies as st

from counterclaim.annotate.parse import parse
from counterclaim.annotate.speech import Attribution, act_of
from counterclaim.records import Act, Manner, Passage, PassageKind


@dataclass(frozen=True)
class Said:
    """An attribution in words instead of offsets."""

    who: tuple[str, ...]
    what: str
    cue: str
    lemma: str
    manner: Manner
    told: tuple[str, ...]
    via: tuple[str, ...]
    parent: int | None
    negated: bool


def words(text: str, found: Attribution) -> Said:
    def at(pieces: tuple[tuple[int, int], ...]) -> str:
        return " // ".join(text[start:end] for start, end in pieces)

    return Said(
        who=tuple(at(source) for source in found.sources),
        what=at(found.content),
        cue=at(found.cue),
        lemma=found.cue_lemma,
        manner=found.manner,
        told=tuple(text[start:end] for start, end in found.addressee),
        via=tuple(text[start:end] for start, end in found.via),
        parent=found.parent,
        negated=found.negated,
    )


def speech(text: str) -> list[Said]:
    return [words(text, found) for found in by_rules_alone(parse_text(text))]


def only(text: str) -> Said:
    (said,) = speech(text)
    return said


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("The mayor said that the bridge had fallen.", "The mayor", "the bridge had fallen"),
        ("The bridge had fallen, the mayor said.", "the mayor", "The bridge had fallen"),
        ("The bridge, the mayor said, had fallen.", "the mayor", "The bridge // had fallen"),
        ("The bridge had fallen, as the mayor said.", "the mayor", "The bridge had fallen"),
        ("According to the harbour office, the bridge had fallen.", "the harbour office", "the bridge had fallen"),
        ("The bridge had fallen, according to the harbour office.", "the harbour office", "The bridge had fallen"),
        ("In the mayor's words, the bridge is gone.", "the mayor", "the bridge is gone"),
        ("It was reported by the agency that three people had died.", "the agency", "three people had died"),
        ("The plan was criticised by the union.", "the union", "The plan"),
        ("The mayor accused the army of shelling the port.", "The mayor", "the army // shelling the port"),
        ("The army was accused by the council of war crimes.", "the council", "The army // war crimes"),
        ("The governor threatened to close the border.", "The governor", "to close the border"),
        ("The governor demanded the withdrawal of the troops.", "The governor", "the withdrawal of the troops"),
        ("The council called for a ceasefire.", "The council", "a ceasefire"),
        ("The council called on both sides to stop.", "The council", "both sides to stop"),
        ("The president expressed readiness for new talks.", "The president", "new talks"),
        ("The president ruled out any concession.", "The president", "any concession"),
        ("The ministers reaffirmed their readiness to help.", "The ministers", "to help"),
        ("The envoy described the talks as useless.", "The envoy", "the talks // useless"),
        ("The army launched what it described as a counteroffensive.", "it", "a counteroffensive"),
        ("The envoy called the attack a crime.", "The envoy", "the attack a crime"),
        ("He spoke for an hour, adding that more would come.", "He", "more would come"),
        ("Residents marched, blaming the mayor for the flood.", "Residents", "the mayor // the flood"),
        ("Both governments consider this to be a betrayal.", "Both governments", "this to be a betrayal"),
        ("The doctor believes that the war will end.", "The doctor", "the war will end"),
        ("The minister's statement that the truce holds was welcome.", "The minister", "the truce holds"),
        ("The group claimed responsibility for the attack.", "The group", "the attack"),
        ("The monitor put the death toll at 58.", "The monitor", "the death toll // 58"),
        ("Studies show that the river is rising.", "Studies", "the river is rising"),
        ("The mayor grumbled that the harbour was dead.", "The mayor", "the harbour was dead"),
        ("The mayor went on to say that he was tired.", "The mayor", "he was tired"),
    ],
)
def test_what_is_reported_has_its_speaker(text: str, who: str, what: str) -> None:
    said = only(text)
    assert (said.who, said.what, said.manner) == ((who,), what, Manner.INDIRECT)


@pytest.mark.parametrize(
    "text",
    [
        "The army attacked the town and backed the rebels.",
        "The door showed that the lock was broken.",
        "The wind meant that the boats stayed.",
        "The group of so-called observers left.",
        "The boats stayed in the harbour.",
    ],
)
def test_what_nobody_says_is_no_speech(text: str) -> None:
    assert speech(text) == []


@pytest.mark.parametrize(
    "text",
    [
        '"We want peace," the mayor said.',
        '"We want peace," said the mayor.',
        "“We want peace,” the mayor said.",
        "„We want peace“, the mayor said.",
        "«We want peace», said the mayor.",
        "''We want peace,'' the mayor said.",
        "'We want peace,' the mayor said.",
        "The mayor said: “We want peace.”",
        "The mayor said, “We want peace.”",
        "The mayor told reporters on Sunday: “We want peace.”",
        "“We want peace.” the mayor said.",
        "“We want peace,” the mayor vented.",
    ],
)
def test_a_quotation_in_any_marks_has_its_speaker(text: str) -> None:
    said = only_outermost(text)
    assert [w.casefold() for w in said.who] == ["the mayor"]
    assert "We want peace" in said.what
    assert "mayor" not in said.what
    assert said.manner is Manner.DIRECT


def only_outermost(text: str) -> Said:
    (said,) = (s for s in speech(text) if s.parent is None)
    return said


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("“We want peace,” she said. “We will have it.”", "“We want peace,” // “We will have it.”"),
        ("“Peace,” she said, “is near.”", "“Peace,” // “is near.”"),
        ("She said the war was over. “We have won.”", "the war was over // “We have won.”"),
        ("“First, we rest.\n“Then we go on,” she said.", "“First, we rest. // “Then we go on,”"),
        (
            "“First, we rest,” she said. “It was long.\n“Then we go on.”",
            "“First, we rest,” // “It was long. // “Then we go on.”",
        ),
        ("The road “is open,” she said, and “will stay so.”", "The road “is open,” // “will stay so.”"),
    ],
)
def test_quotations_go_on_after_their_cue(text: str, what: str) -> None:
    said = only_outermost(text)
    assert [w.casefold() for w in said.who] == ["she"]
    assert said.what == what


def test_two_speakers_keep_their_own_quotations() -> None:
    first, second = (s for s in speech("“Go,” the mayor said.\n“No,” the bishop replied.") if s.parent is None)
    assert (first.who, first.what) == (("the mayor",), "“Go,”")
    assert (second.who, second.what) == (("the bishop",), "“No,”")


def test_a_question_and_the_answer_below_it_are_not_one_speech() -> None:
    text = "“Will you go home now, or will you stay?” the mayor asked.\n“I will stay here for as long as it takes.”"
    assert "I will stay" not in next(s for s in speech(text) if s.lemma == "ask").what


def test_a_sentence_introduces_the_speaker_of_the_quotation_after_it() -> None:
    said = only_outermost("The general walked up to the fence. “We will not leave.”")
    assert (said.who, said.what, said.cue) == (("The general",), "“We will not leave.”", "")


def test_a_cue_without_a_subject_belongs_to_who_spoke_before() -> None:
    text = "Doe was glad about the offer. “I am ready to go,” told the Northern Wire news agency."
    said = next(s for s in speech(text) if s.lemma == "tell")
    assert said.who == ("Doe",)
    assert said.told == ("the Northern Wire news agency",)


def test_an_unclosed_quotation_ends_where_its_speaker_is_named() -> None:
    said = only_outermost("“We want peace. We will have it, he said.")
    assert (said.who, said.what) == (("he",), "“We want peace. We will have it,")


def test_a_paragraph_that_lost_its_marks_is_a_quotation() -> None:
    said = only_outermost("But we buy it. We sign contracts. Everything is legal, he said.")
    assert (said.who, said.manner) == (("he",), Manner.DIRECT)
    assert said.what == "But we buy it. We sign contracts. Everything is legal,"


def test_without_a_we_the_last_sentence_alone_is_reported() -> None:
    said = only("The town lies on a hill. Its walls are old. The gate is closed, he said.")
    assert (said.what, said.manner) == ("The gate is closed", Manner.INDIRECT)


def test_part_of_a_clause_in_marks_is_mixed() -> None:
    said = only("The mayor said the towns should “move forward with small steps” this year.")
    assert said.manner is Manner.MIXED
    assert said.what == "the towns should “move forward with small steps” this year"


def test_words_without_commas_keep_their_speaker() -> None:
    said = only("At least 20 people were killed in the port on Friday a monitoring group said.")
    assert (said.who, said.what) == (
        ("a monitoring group",),
        "At least 20 people were killed in the port on Friday",
    )


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Five boats sank the harbour office said on Friday.", "the harbour office", "Five boats sank"),
        ("Five boats sank in Kenya the Bureau for Ports reported.", "the Bureau for Ports", "Five boats sank in Kenya"),
        (
            "Five boats sank on Friday Sailors Without Borders said.",
            "Sailors Without Borders",
            "Five boats sank on Friday",
        ),
        (
            "Fire killed two people said the harbour office adding that it was out.",
            "the harbour office",
            "Fire killed two people",
        ),
        (
            '"Rescue teams go on" Mary Said a northern activist told reporters.',
            "Mary Said a northern activist",
            '"Rescue teams go on"',
        ),
        (
            '"It was a miracle" said rescue chief Rashid Omar adding that all lived.',
            "rescue chief Rashid Omar",
            '"It was a miracle"',
        ),
    ],
)
def test_cues_at_the_end_of_sentences_without_commas(text: str, who: str, what: str) -> None:
    first = speech(text)[0]
    assert (first.who, first.what) == ((who,), what)


@pytest.mark.parametrize(
    ("headline", "who", "what"),
    [
        ("Army kills 32 rebels in ambush: NGO", "NGO", "Army kills 32 rebels in ambush"),
        ("Doe says Kenya opens “hot line” with Uganda", "Doe", "Kenya opens “hot line” with Uganda"),
        ("Kenya: Talks have failed again", "Kenya", "Talks have failed again"),
    ],
)
def test_headlines(headline: str, who: str, what: str) -> None:
    said = only(headline)
    assert (said.who, said.what) == ((who,), what)


@pytest.mark.parametrize(
    ("subject", "who"),
    [
        ("The mayor and the governor", ("The mayor", "the governor")),
        ("The mayor, the governor and the bishop", ("The mayor", "the governor", "the bishop")),
        ("Kenya and Uganda", ("Kenya", "Uganda")),
        ("The mayor or the governor", ("The mayor or the governor",)),
        ("Jane Doe, a doctor and activist,", ("Jane Doe, a doctor and activist",)),
        ("The Kenyan and Ugandan ministers", ("The Kenyan and Ugandan ministers",)),
    ],
)
def test_joint_sources_are_several_and_open_ones_are_one(subject: str, who: tuple[str, ...]) -> None:
    assert only(f"{subject} said that the bridge had fallen.").who == who


def test_a_relative_pronoun_follows_what_it_stands_for() -> None:
    said = only("The man, who said that he had seen it, left.")
    assert said.who == ("The man // who",)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor did not say who was responsible.",
        "The mayor never said that the bridge was safe.",
        "The mayor left without saying who was responsible.",
        "Nobody said that the bridge was safe.",
        "No group has claimed responsibility for the attack.",
    ],
)
def test_what_was_not_said_is_negated(text: str) -> None:
    assert only(text).negated


def test_nobody_is_no_source() -> None:
    assert only("No group has claimed responsibility for the attack.").who == ()


def test_the_chain_runs_from_the_speaker_outwards() -> None:
    outer, inner = speech('"We are ready," the president said, according to the press service.')
    assert (outer.who, outer.parent) == (("the press service",), None)
    assert (inner.who, inner.what, inner.parent) == (("the president",), '"We are ready,"', 0)
    assert inner.via == ("the press service",)


def test_who_is_cited_speaks_through_who_cites() -> None:
    outer, inner = speech("Two rebels were killed, the agency reported on Sunday, citing witnesses.")
    assert (outer.who, inner.who, inner.via, inner.parent) == (("the agency",), ("witnesses",), ("the agency",), 0)
    assert outer.what == inner.what == "Two rebels were killed"


@pytest.mark.parametrize(
    "text",
    [
        "The agency quoted Doe as saying that the war is over.",
        "Doe was quoted by the agency as saying that the war is over.",
    ],
)
def test_who_is_quoted_speaks_through_who_quotes(text: str) -> None:
    said = next(s for s in speech(text) if s.lemma == "say")
    assert (said.who, [w.casefold() for w in said.via]) == (("Doe",), ["the agency"])


def test_speech_within_speech_names_its_parent() -> None:
    outer, inner = speech("The aide said that the mayor had told the bishop to leave the town.")
    assert (outer.who, inner.who, inner.parent) == (("The aide",), ("the mayor",), 0)
    assert inner.told == ("the bishop",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mayor told reporters that the bridge had fallen.", ("reporters",)),
        ("The mayor told residents to leave.", ("residents",)),
        ("The mayor said to the bishop that the bridge had fallen.", ("the bishop",)),
        ("“It fell,” the mayor told Northern Wire.", ("Northern Wire",)),
    ],
)
def test_who_is_told(text: str, told: tuple[str, ...]) -> None:
    assert only(text).told == told


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        (
            "The mayor claimed that the maps are wrong and said the army should bring better ones.",
            ["claimed", "said"],
        ),
        ("The ministry said there were no troops, calling the report a lie.", ["said", "calling"]),
        ("The mayor said the bridge was safe, and the union said it was not.", ["said", "said"]),
    ],
)
def test_a_second_verb_of_the_speaker_is_a_second_statement(text: str, cues: list[str]) -> None:
    found = speech(text)
    assert [said.cue for said in found] == cues
    assert [said.parent for said in found] == [None, None]


def test_a_relative_clause_at_the_end_is_the_outlets_own() -> None:
    said = only("The army said it had taken the town, which lies on the road to the coast.")
    assert said.what == "it had taken the town"


def test_silent_passages_are_not_read() -> None:
    text = "The mayor said the bridge fell.\nThe mayor said the bridge fell."
    report = make_report(text)
    second = text.index("\n") + 1
    passages = (Passage(second, len(text), text[second:], PassageKind.REPEAT),)
    silenced = type(report)(**{field: getattr(report, field) for field in report.__slots__} | {"passages": passages})
    assert len(by_rules_alone(parse(report))) == 2
    assert len(by_rules_alone(parse(silenced))) == 1


@pytest.mark.parametrize("text", ["", "\n", "”", "“", "“““", "said", "said.", "He said", "“ said", "''", ": “a”"])
def test_scraps_are_no_trouble(text: str) -> None:
    assert all(said.what for said in speech(text))


def test_the_order_is_that_of_the_text_and_parents_come_first() -> None:
    text = (
        "The aide said that the mayor had promised to resign. “I will go,” the mayor said. "
        "According to the bishop, the union has demanded that he leave."
    )
    found = by_rules_alone(parse_text(text))
    starts = [min(start for start, _ in one.content) for one in found]
    assert starts == sorted(starts)
    assert all(one.parent is None or one.parent < number for number, one in enumerate(found))


@pytest.mark.parametrize(
    ("lemma", "act"),
    [
        ("say", Act.ASSERT),
        ("deny", Act.DENY),
        ("confirm", Act.CONFIRM),
        ("accuse of", Act.ACCUSE),
        ("demand", Act.DEMAND),
        ("tell to", Act.DEMAND),
        ("tell", Act.ASSERT),
        ("call for", Act.CALL_FOR),
        ("call", Act.ASSERT),
        ("ask", Act.ASK),
        ("offer", Act.OFFER),
        ("express readiness", Act.OFFER),
        ("promise", Act.PROMISE),
        ("make promise", Act.PROMISE),
        ("threaten", Act.THREATEN),
        ("refuse", Act.REFUSE),
        ("rule out", Act.REFUSE),
        ("agree", Act.AGREE),
        ("believe", Act.EXPRESS),
        ("express concern", Act.EXPRESS),
        ("statement", Act.ASSERT),
        ("", Act.ASSERT),
        ("grumble", Act.ASSERT),
    ],
)
def test_the_act_of_a_cue(lemma: str, act: Act) -> None:
    assert act_of(lemma) is act


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("The mayor threatened to open a “corridor” through the hills to the sea.", Manner.INDIRECT),
        ("The mayor said he was tired of what he described as the council's “odd behaviour.”", Manner.INDIRECT),
        ("The mayor said the towns should “move forward with small steps.”", Manner.MIXED),
        ("The mayor said “yes” and “no.”", Manner.DIRECT),
    ],
)
def test_manner_is_that_of_the_speaker(text: str, manner: Manner) -> None:
    assert only_outermost(text).manner is manner


def test_what_follows_a_name_in_marks_is_no_part_of_it() -> None:
    said = only("The army launched what it described as a “counteroffensive” along the entire front.")
    assert said.what == "a “counteroffensive”"


def test_what_somebody_called_something_is_inside_what_is_said_of_it() -> None:
    outer, inner = speech("The minister rejected what the mayor called “an invented story” about the port.")
    assert (outer.who, outer.lemma, inner.who, inner.parent) == (("The minister",), "reject", ("the mayor",), 0)


FRAGMENTS = (
    "the mayor",
    "said",
    "that",
    "“we go”",
    '"',
    "''",
    "”",
    "who has",
    "told reporters",
    "according to",
    "a claim by Doe",
    "citing",
    ",",
    ".",
    ":",
    "\n",
    "and",
    "the bridge fell",
    "was accused of",
    "did not",
    "Kenya",
    "described as",
)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map(" ".join))
@example("that according to the mayor : the mayor")
@settings(max_examples=80, deadline=None)
def test_whatever_is_found_lies_in_the_text_and_in_order(text: str) -> None:
    found = by_rules_alone(parse_text(text))
    starts = [min(start for start, _ in one.content) for one in found]
    assert starts == sorted(starts)
    for number, one in enumerate(found):
        assert one.parent is None or one.parent < number
        for pieces in (one.content, one.cue, one.via, one.addressee, *one.sources):
            assert all(0 <= start < end <= len(text) for start, end in pieces)
        assert all(text[start:end] == text[start:end].strip() for start, end in one.content)
        assert all(left[1] <= right[0] for left, right in pairwise(one.content))
