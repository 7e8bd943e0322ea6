"""Questions in whole sentences, or none."""

from __future__ import annotations

import pytest
from by_hand import Paper

from counterclaim.link.compare.names_inside import lowered
from counterclaim.link.compare.whole_questions import ask_whether, be_of, ended
from counterclaim.link.pile import Pile
from counterclaim.records import Polarity, Who


def asked(
    text: str,
    predicate: str,
    trigger: str,
    *,
    agent: str = "",
    patient: str = "",
    polarity: Polarity = Polarity.POSITIVE,
) -> str:
    """The question on the only claim of a sentence, with its doer and what it is done to by their words."""
    paper = Paper(f"{text}.")
    statement = paper.tells(text)
    doers, whom = ([Who(None, words, paper.span(words))] if words else [] for words in (agent, patient))
    claim = paper.claim(statement, predicate, trigger, agent=doers, patient=whom, polarity=polarity)
    return ask_whether(pile_of(paper), claim)


def pile_of(paper: Paper) -> Pile:
    return Pile.of([paper.report], {paper.report.id: paper.found}, {paper.report.id: paper.report.id}, [])


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        (asked("Rebels entered the town", "enter", "entered", agent="Rebels", patient="the town"), "Did rebels enter"),
        (asked("No lorry reached the camp", "reach", "reached", agent="No lorry", patient="the camp"), "Did any lorry"),
        (asked("The doors were locked", "lock", "locked", patient="The doors"), "Were the doors locked?"),
        (asked("Fighters were making progress", "make", "making", agent="Fighters"), "Were fighters making progress?"),
        (asked("The truce was in force", "be", "was", patient="The truce"), "Was the truce in force?"),
        (asked("There are mercenaries", "exist", "are", patient="mercenaries"), "Are there mercenaries?"),
        (asked("The crew burned down the mill", "burn down", "burned", agent="The crew"), "Did the crew burn down the"),
        (asked("Lorries came to the camp", "come", "came", patient="Lorries"), "Did lorries come to the camp?"),
        (asked("nobody was shot", "shoot", "shot", patient="nobody"), "Was anybody shot?"),
    ],
)
def test_a_claim_is_asked_about_in_a_whole_sentence(question: str, wanted: str) -> None:
    assert question.startswith(wanted)
    assert question.endswith("?")


@pytest.mark.parametrize(
    "question",
    [
        asked("with 120 killed and 65 taken", "take", "taken", agent="65"),
        asked("through a passage opened for them", "open", "opened", patient="them"),
        asked("The two surveyors kidnapped at Orne", "kidnap", "kidnapped", agent="The two surveyors"),
        asked("they took it", "take", "took", agent="they", patient="it"),
        asked("nobody forced anybody", "force", "forced", agent="nobody", patient="anybody"),
        asked("shells struck from the hill", "shell", "shells", agent="shells"),
    ],
)
def test_pieces_that_make_no_sentence_are_not_asked_about(question: str) -> None:
    assert question == ""


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Did “shaken by the release of the film happen", ""),
        ('Did the "massacre happen', ""),
        ("Did There was no raid on the mill happen", ""),
        ("Did no ferry had been sunk happen", ""),
        ("Did orders come from Tarn not", ""),
        ("Did the “raid” on the mill happen", "Did the “raid” on the mill happen?"),
        ("Did the raid on the mill happen", "Did the raid on the mill happen?"),
        ("Was the crew told not to leave", "Was the crew told not to leave?"),
        ("Was the mill that had been shut attacked", "Was the mill that had been shut attacked?"),
        ("Did an exchange agree on in 2021", ""),
    ],
)
def test_no_question_is_shown_rather_than_a_broken_one(words: str, wanted: str) -> None:
    assert ended(words) == wanted


def test_a_question_agrees_with_whom_it_asks_about() -> None:
    assert [be_of(name) for name in ("the army", "soldiers of the brigade", "22 of his men", "Tosk and Ostrel")] == [
        "Was",
        "Were",
        "Were",
        "Were",
    ]


def test_only_names_keep_their_capital_letter() -> None:
    assert lowered("Officers of the Tosk police") == "officers of the Tosk police"
    assert lowered("Military trucks") == "military trucks"
    assert lowered("Tosk trucks") == "Tosk trucks"
