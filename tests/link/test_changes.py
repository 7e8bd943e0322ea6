"""One speaker who answers a question one way on one day and the other way on another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Paper, linked

from counterclaim.records import Act, Change, Judgement, Modality, Polarity, Status, Verdict, Who


def answer(
    words: str,
    published: str,
    *,
    speaker: str = "Pavel Dorn",
    other: str = "Anna Bell",
    verb: str = "recognise",
    yes: bool = True,
    modality: Modality = Modality.PLAN,
    act: Act = Act.ASSERT,
    outlet: str = "Coast Herald",
) -> Paper:
    """A report of what a speaker says that they would do to another."""
    paper = Paper(f"{speaker} said {words} on the coast road.", published, outlet)
    who, whom = paper.who(speaker), paper.who(other)
    statement = replace(paper.says(words, who, act=act), said=published)
    paper.statements = [statement]
    polarity = Polarity.POSITIVE if yes else Polarity.NEGATIVE
    paper.claim(statement, verb, verb, agent=[who], patient=[whom], polarity=polarity, modality=modality)
    return paper


NO = answer("he would not recognise Anna Bell", "2021-05-04", yes=False)
YES = answer("he will recognise Anna Bell", "2021-11-04", outlet="B")


def changes(*papers: Paper, judged: tuple[Judgement, ...] = ()) -> list[Change]:
    """The changes of position in these papers."""
    return list(linked(*papers, judged=judged).changes)


def test_opposite_answers_on_two_dates_are_a_change() -> None:
    for papers in ((NO, YES), (YES, NO)):
        (change,) = changes(*papers)
        assert change.who.name == "Pavel Dorn"
        assert change.question == "Would Pavel Dorn recognise Anna Bell?"
        assert (change.earlier.date, change.earlier.answer) == ("2021-05-04", "no")
        assert (change.later.date, change.later.answer) == ("2021-11-04", "yes")
        assert "184 days apart" in change.reasons[1]
        assert change.status is Status.SUGGESTED


@pytest.mark.parametrize(
    "later",
    [
        answer("he would not recognise Anna Bell", "2021-11-04", yes=False, outlet="B"),
        answer("he will recognise Anna Bell", "2021-05-04", outlet="B"),
        answer("he will recognise Anna Bell", "2021-11-04", speaker="Ilo Marn", outlet="B"),
        answer("he will recognise Ruth Kell", "2021-11-04", other="Ruth Kell", outlet="B"),
        answer("he will thank Anna Bell", "2021-11-04", verb="thank", outlet="B"),
        answer("he did recognise Anna Bell", "2021-11-04", modality=Modality.FACT, outlet="B"),
        answer("he could recognise Anna Bell", "2021-11-04", modality=Modality.HYPOTHESIS, outlet="B"),
    ],
)
def test_what_is_no_opposite_answer_to_the_question_is_no_change(later: Paper) -> None:
    assert changes(NO, later) == []


def test_a_refusal_and_a_promise_are_opposite_answers() -> None:
    refused = answer("to recognise Anna Bell", "2021-05-04", yes=False, modality=Modality.FACT, act=Act.REFUSE)
    promised = answer("to recognise Anna Bell", "2021-11-04", act=Act.PROMISE, outlet="B")
    assert len(changes(refused, promised)) == 1


def test_a_day_with_both_answers_tells_of_no_change() -> None:
    both = answer("he will recognise Anna Bell", "2021-05-04", outlet="C")
    again = answer("he would not recognise Anna Bell", "2021-11-04", yes=False, outlet="D")
    assert changes(NO, both, YES, again) == []


def test_a_meeting_ruled_out_and_then_offered_is_a_change() -> None:
    never = answer("he will never meet Anna Bell", "2021-05-04", verb="meet", yes=False)
    ready = answer("he is ready to meet Anna Bell", "2021-11-04", verb="meet", outlet="B")
    (change,) = changes(never, ready)
    assert change.question == "Is Pavel Dorn ready to meet Anna Bell?"
    assert [change.earlier.answer, change.later.answer] == ["no (refused)", "yes (offered)"]


@pytest.mark.parametrize(
    ("verdict", "status"), [(Verdict.SAME, Status.CONFIRMED), (Verdict.DIFFERENT, Status.REJECTED)]
)
def test_a_persons_word_stays(verdict: Verdict, status: Status) -> None:
    (change,) = changes(NO, YES)
    evidence = change.earlier.evidence
    ruling = Judgement("r", "change", change.id, change.id, verdict, 1.0, ("I read both.",), evidence, "reader")
    (ruled,) = changes(NO, YES, judged=(ruling,))
    assert (ruled.id, ruled.status) == (change.id, status)


def test_those_who_speak_for_one_state_speak_with_one_voice() -> None:
    def said(words: str, published: str, speaker: str, *, yes: bool) -> Paper:
        paper = Paper(f"{speaker} said {words}.", published, published)
        doer = paper.state("Arvel", "ARV")
        who, whom = paper.who(speaker, side="ARV", titles=("Minister",)), paper.place("Lumo")
        statement = replace(paper.says(words, who), said=published)
        paper.statements = [statement]
        polarity = Polarity.POSITIVE if yes else Polarity.NEGATIVE
        paper.claim(
            statement, "recognise", "recognise", agent=[doer], patient=[whom], polarity=polarity, modality=Modality.PLAN
        )
        return paper

    no = said("Arvel will not recognise Lumo", "2021-05-04", "Ada Rohn", yes=False)
    yes = said("Arvel will recognise Lumo", "2021-09-04", "Ilo Marn", yes=True)
    (change,) = changes(no, yes)
    assert (change.who.name, change.question) == ("Arvel", "Would Arvel recognise Lumo?")


@pytest.mark.parametrize("bond", ["before the border is open", "until May", "if the fleet stays", "today"])
def test_a_no_that_is_bound_to_something_is_no_position(bond: str) -> None:
    bound = answer(f"he would not recognise Anna Bell {bond}", "2021-05-04", yes=False)
    assert changes(bound, YES) == []


def view(verb: str, published: str, thing: str = "the Lumo plan") -> Paper:
    """A report that a body rejected or accepted something."""
    paper = Paper(f"Arvel {verb} {thing} on Monday.", published, published)
    statement = replace(paper.tells(f"Arvel {verb} {thing} on Monday"), said=published)
    paper.statements = [statement]
    arvel = paper.state("Arvel", "ARV")
    paper.claim(statement, verb.removesuffix("ed"), verb, agent=[arvel], patient=[Who(None, thing, paper.span(thing))])
    return paper


def test_what_was_rejected_and_is_accepted_is_a_change() -> None:
    (change,) = changes(view("rejected", "2021-05-04"), view("accepted", "2021-08-04"))
    assert change.question == "Is Arvel for or against the Lumo plan?"
    assert (change.earlier.answer, change.later.answer) == ("no (reject)", "yes (accept)")
    assert changes(view("rejected", "2021-05-04"), view("accepted", "2021-08-04", "the coastal plan")) == []


def words_of(text: str, earlier: tuple[str, str, str | None], later: tuple[str, str, str | None]) -> Paper:
    """A report in which one speaker says two things; each is the words, their cue, and the day that the text gives."""
    paper = Paper(text, "2021-05-04")
    who = paper.who("Pavel Dorn")
    for words, cue, day in (earlier, later):
        statement = paper.says(words, who, cue=cue)
        told = replace(statement, said=day or "2021-05-04", said_from="text" if day else "report")
        paper.statements = [told if s is statement else s for s in paper.statements]
    return paper


@pytest.mark.parametrize(
    ("text", "earlier", "later"),
    [
        (
            "Pavel Dorn, who had said that the bridge would never be given up, wrote that it may be left this week.",
            ("the bridge would never be given up", "had said", None),
            ("it may be left this week", "wrote", None),
        ),
        (
            "Pavel Dorn said last Monday that no shot was fired; asked again, he said that two guards had fired.",
            ("no shot was fired", "said last Monday", "2021-04-26"),
            ("two guards had fired", "he said", None),
        ),
        (
            "On 2 April Pavel Dorn told envoys that the siege would stop. On Tuesday he announced that it would go on.",
            ("the siege would stop", "told", "2021-04-02"),
            ("it would go on", "announced", "2021-05-04"),
        ),
    ],
)
def test_what_somebody_had_said_before_is_set_beside_what_is_said_now(
    text: str, earlier: tuple[str, str, str | None], later: tuple[str, str, str | None]
) -> None:
    (change,) = changes(words_of(text, earlier, later))
    assert (change.earlier.answer, change.later.answer) == (earlier[0], later[0])
    assert change.question == f"Does Pavel Dorn still say: “{earlier[0]}”?"


@pytest.mark.parametrize(
    ("text", "earlier", "later"),
    [
        (
            "Pavel Dorn, who had said that the bridge would not be given up, repeated that it will be held.",
            ("the bridge would not be given up", "had said", None),
            ("it will be held", "repeated", None),
        ),
        (
            "Pavel Dorn, who had said that nobody was hurt, said that the road would be open by noon, not before.",
            ("nobody was hurt", "had said", None),
            ("not before", "said", None),
        ),
        (
            "On 2 April Pavel Dorn said that nine were hurt. On Tuesday he could not say who fired.",
            ("nine were hurt", "said", "2021-04-02"),
            ("not say who fired", "could", "2021-05-04"),
        ),
    ],
)
def test_a_restatement_or_a_doubt_is_no_change(
    text: str, earlier: tuple[str, str, str | None], later: tuple[str, str, str | None]
) -> None:
    assert changes(words_of(text, earlier, later)) == []


def test_a_report_may_say_itself_that_somebody_turned_round() -> None:
    paper = Paper("In the end Pavel Dorn dropped his demand for a second vote.", "2021-05-04")
    paper.who("Pavel Dorn")
    (change,) = changes(paper)
    assert (change.who.name, change.later.answer) == ("Pavel Dorn", "dropped his demand")


@pytest.mark.parametrize(
    ("text", "who", "earlier", "later"),
    [
        (
            "The government, which at first said it had sunk a raft and later blamed a squall, kept to its count.",
            "the government",
            "at first said it had sunk a raft",
            "later blamed a squall",
        ),
        (
            "Pavel Dorn initially denied that any ferry had sailed, before admitting that two had left the quay.",
            "Pavel Dorn",
            "initially denied that any ferry had sailed",
            "before admitting that two had left the quay",
        ),
        ("Pavel Dorn first said a prayer and then ate.", "Pavel Dorn", None, None),
        ("Pavel Dorn said the ferry first called at Lumo and later at Arvel.", "Pavel Dorn", None, None),
    ],
)
def test_a_report_may_tell_in_one_breath_what_was_said_first_and_later(
    text: str, who: str, earlier: str | None, later: str | None
) -> None:
    paper = Paper(text, "2021-05-04")
    if who in text:
        paper.who(who)
    paper.tells(text)
    found = [(change.who.name, change.earlier.answer, change.later.answer) for change in changes(paper)]
    assert found == ([(who, earlier, later)] if earlier else [])


def test_a_denial_of_what_others_say_takes_nothing_back() -> None:
    text = "Pavel Dorn, who had called the ferry a mistake, denied knowledge of any raid. "
    paper = words_of(
        text, ("the ferry a mistake", "had called", None), ("knowledge of any raid", "denied", "2021-05-04")
    )
    assert changes(paper) == []


def test_a_river_that_changes_its_course_is_no_position() -> None:
    paper = Paper("Arvel and Tosk have quarrelled since the river changed its course.", "2021-05-04")
    for state in ("Arvel", "Tosk"):
        paper.state(state, state.lower())
    assert changes(paper) == []


def deed(
    words: str,
    published: str,
    *,
    yes: bool,
    thing: str = "weapons",
    act: Act = Act.ASSERT,
    cue: str = "said",
    **more: str,
) -> Paper:
    """A report of what a speaker says that a ship did."""
    paper = Paper(f"Pavel Dorn {cue} {words} on the coast road.", published, more.get("outlet", "Coast Herald"))
    statement = replace(paper.says(words, paper.who("Pavel Dorn"), act=act, cue=cue), said=published)
    paper.statements = [statement]
    polarity = Polarity.POSITIVE if yes else Polarity.NEGATIVE
    ship, load = Who(None, "the Argo"), Who(None, thing)
    paper.claim(statement, "carry", "carried", agent=[ship], patient=[load], polarity=polarity, time=more.get("time"))
    return paper


DENIED = deed("the Argo had not carried any weapons", "2021-05-04", yes=False, thing="any weapons")


def test_what_is_denied_on_one_day_and_said_on_another_is_a_change() -> None:
    (change,) = changes(DENIED, deed("the Argo had carried weapons", "2021-05-11", yes=True, outlet="B"))
    assert change.question == "Did the Argo carry weapons?"
    assert (change.earlier.answer, change.later.answer) == ("no", "yes")


@pytest.mark.parametrize(
    "later",
    [
        deed("the Argo had carried wheat", "2021-05-11", yes=True, thing="wheat", outlet="B"),
        deed("the Argo had carried weapons", "2021-12-11", yes=True, outlet="B"),
        deed("the Argo carried weapons in May, if the papers are right", "2021-05-11", yes=True, outlet="B"),
        deed("keeping what it carried weapons for", "2021-05-11", yes=True, cue="avoided", outlet="B"),
    ],
)
def test_what_is_said_of_another_deed_is_no_change(later: Paper) -> None:
    assert changes(DENIED, later) == []


def test_who_rejected_a_thing_and_would_support_it_changed_position() -> None:
    first = answer("he rejects Anna Bell", "2021-05-04", verb="reject", modality=Modality.FACT)
    later = answer("he would support Anna Bell", "2021-05-14", verb="support", outlet="B")
    assert [change.later.answer for change in changes(first, later)] == ["yes (support)"]
