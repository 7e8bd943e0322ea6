"""Accounts that look as if they answered one question and do not, beside accounts that do: read, annotated and linked
as a user would have them."""

from __future__ import annotations

import pytest
from test_piles_of_denials import report

from counterclaim.annotate import annotate
from counterclaim.link import link
from counterclaim.records import Slot


def shown(*texts: str) -> list[tuple[Slot, str, list[str]]]:
    """The disputes over reports a day apart: slot, question and answers."""
    reports = [report(f"Coast Wire {n}", f"2031-05-0{n + 2}", text) for n, text in enumerate(texts, 1)]
    links = link(reports, {each.id: annotate(each) for each in reports}, (), reading=False)
    return [(d.slot, d.question, [side.answer for side in d.sides]) for d in links.disputes]


MARINES = (
    "Marines shot dead six fishermen off Tarvo on Friday, the fishermen's union said. Navy spokesman Peter Lanz said "
    "that four people were killed and that three marines were wounded."
)
REBELS = (
    "Rebels killed 11 soldiers in an attack on a post near Oslat on Friday, a rebel commander, Ivo Tann, said. The "
    "rebels lost one fighter, he said.",
    "Two women died in the shelling of Oslat on Friday, the hospital said.",
)


@pytest.mark.parametrize("texts", [(MARINES,), REBELS], ids=["own men hurt", "another fight"])
def test_who_else_was_hit_is_no_answer_to_whom_a_deed_hit(texts: tuple[str, ...]) -> None:
    assert not [row for row in shown(*texts) if row[0] is Slot.PATIENT]


def test_who_the_dead_were_is_asked_once() -> None:
    text = (
        "Police killed five gunmen in the suburb of Linden on Friday, the interior ministry said. All five were "
        "students of the technical college, the rector, Anna Weil, said."
    )
    ((slot, _, answers),) = shown(text)
    assert slot is Slot.PATIENT
    assert answers == ["gunmen", "students of the technical college"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels freed 31 hostages on Friday, the Red Cross said. The rebels said that nine of the hostages were sick.",
        "Floods killed 120 people in the valley of the Ran on Friday, the civil guard said.\n\nIn the village of Bern, "
        "34 people died, the mayor, Lina Orso, said.",
        "A ship with 88 people on board sank off Oslat on Friday, the coast guard said. The owner said that the ship "
        "was carrying 77 passengers and 11 crew.",
        "Tarvia said it lost nine soldiers in the clash on Friday. Moldia put its own dead at 14.",
        "AT LEAST 21 MINERS KILLED\n\nAt least 21 miners were killed in a blast at a mine in Oslat on Friday, a union "
        "said.\n\nHours later, gunmen shot dead three soldiers at a post in Oslat, the army said.",
    ],
    ids=["of the counted", "one place of many", "crew and passengers", "own losses", "a headline's nouns"],
)
def test_numbers_of_others_are_no_dispute(text: str) -> None:
    assert not [row for row in shown(text) if row[0] is Slot.COUNT]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "A fire at a mill in Bern killed 12 workers on Friday, the owner said.\n\nIn Bern, the mayor, Lina Orso, "
            "said that 19 workers were killed in the fire.",
            ["12 killed", "19 killed"],
        ),
        (
            "A ship with 88 people on board sank off Oslat on Friday, the coast guard said. The owner, Lars Holm, said "
            "that 71 people were on board.",
            ["88 people", "71 people"],
        ),
    ],
)
def test_numbers_of_the_same_are(text: str, answers: list[str]) -> None:
    assert [row[2] for row in shown(text)] == [answers]


NO_TEST = "The navy said that no missile was tested on Thursday."
NO_TALKS = "Foreign Minister Jan Brod denied that there had been a meeting with the rebels."


@pytest.mark.parametrize(
    "texts",
    [
        (NO_TEST, "The missile was tested on Friday, the harbour master, Ole Krug, said."),
        (f"{NO_TALKS} A meeting held in 2027 in Geneva broke up without a result.",),
        ("The clerk said that no files were burned at the ministry; a guard said that files were taken from there.",),
        (
            "The chief, Amos Bello, said that two children had died. A doctor denied that the children died of bad "
            "water.",
        ),
        (
            "The People's Army said that it killed 30 soldiers in Bern. Major Hans Roth said that the army had not "
            "burned any house in Bern.",
        ),
    ],
    ids=["another day", "another year", "another deed", "the cause alone", "another deed of another"],
)
def test_a_denial_of_something_else_is_no_dispute(texts: tuple[str, ...]) -> None:
    assert shown(*texts) == []


@pytest.mark.parametrize(
    "texts",
    [
        (NO_TEST, "A missile was tested on Thursday, the harbour master, Ole Krug, said."),
        (f"{NO_TALKS} Rebel spokesman Otto Kern said that a meeting was held in Geneva on Friday.",),
    ],
)
def test_a_denial_of_the_same_is(texts: tuple[str, ...]) -> None:
    ((_, _, answers),) = shown(*texts)
    assert sorted(answers) == ["no", "yes"]


def test_whether_and_how_many_is_asked_once() -> None:
    text = (
        "Shells killed six villagers in Bern on Friday, the mayor, Lina Orso, said. The army said that no villager was "
        "killed in Bern."
    )
    assert len(shown(text)) == 1


def test_two_tolls_of_two_places_do_not_differ_on_the_day() -> None:
    one = (
        "Nine soldiers were killed on Tuesday when gunmen ambushed an army convoy near the town of Lisk, the army said."
    )
    other = (
        "The number of soldiers killed in Tuesday's ambush near Lisk has risen to 11, the army said. On Wednesday "
        "morning, a roadside bomb killed four soldiers near Ossa, 60 km south of Lisk, the governor, Sam Hadani, said."
    )
    assert not [row for row in shown(one, other) if row[0] is Slot.TIME]


def test_nobody_is_set_against_his_own_count() -> None:
    text = (
        "Army raids village, 12 killed\n\nSoldiers looking for five engineers raided the village of Ebede "
        "on Friday. Residents said that 12 people were killed.\n\nArmy spokesman Major Tunde Bello said that soldiers "
        "had killed six kidnappers in Ebede. He said no civilian was hurt. Two soldiers were wounded, he said."
    )
    assert [row[2] for row in shown(text) if row[0] is Slot.COUNT] == [["12 killed", "6 killed"]]


def test_what_a_report_tells_besides_is_another_happening() -> None:
    one = "A fire at a shoe factory in Bern killed at least 33 workers on Friday, firefighters said."
    other = (
        "Forty-one people died in Friday's fire at a shoe factory in Bern, a ministry said.\n\nAlso on Friday, "
        "four prisoners died in a fire at the prison of Bern, the justice ministry said."
    )
    assert not [row for row in shown(one, other) if row[0] is Slot.COUNT]


def test_a_number_that_is_denied_agrees_with_none() -> None:
    texts = (
        "At least 30 rebels were killed in the fighting near Lisk on Friday, the army said.",
        "The Mountain Front denied having lost 30 fighters near Lisk on Friday.",
    )
    reports = [report(f"Coast Wire {n}", f"2031-05-0{n + 2}", text) for n, text in enumerate(texts, 1)]
    assert not link(reports, {each.id: annotate(each) for each in reports}, (), reading=False).agreements


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Nurse Ilma Rask said not a shot was heard in Oslat until noon. Colonel Per Lund said the Front had let "
            "nobody near the mill and the dead still lay where they fell.",
        ),
        (
            '"Both parties signed. I have the two copies in my bag," envoy Hela Rand said. Ina Kold said the '
            'cabinet would speak of a stop. "It is neither a truce nor a peace," she said.',
        ),
        (
            "Under the plan the guns would be quiet for five days and the captives would go free in two groups, the "
            "envoy said.",
            "Four of the captives were freed on Saturday, seven hours after the time set, the mayor of Oslat said.",
        ),
        (
            'Sedd Yarn said that Berta Lind died on Monday. "We had no medicine for her. None was ever sent," '
            "he said.\n\nSpokeswoman Ina Kold said the body, handed over on Tuesday morning, had two bullet wounds.",
        ),
        (
            "The Coral Dawn went down shortly after seven, Commander Ilse Lund of the coastguard said.",
            "The crane barge Anvil put its first chain under the Coral Dawn at noon, the salvage master said.",
        ),
    ],
    ids=["no shot, and where they fell", "no peace, and signed", "planned days", "none of something else", "one ship"],
)
def test_one_word_of_another_thing_is_no_answer(texts: tuple[str, ...]) -> None:
    assert not shown(*texts)


def test_what_there_was_none_of_stands_before_it() -> None:
    (row,) = shown(
        "Berta Lind takes tablets for her heart. The company has sent a month's supply to the Brotherhood.",
        "Sedd Yarn said that Berta Lind's heart gave out on Monday. \"We had no medicine for her. None was ever "
        'sent," he said.',
    )
    assert row == (Slot.POLARITY, "Did the company send a month's supply to the Brotherhood?", ["yes", "no"])


def test_whether_there_was_a_thing_is_asked_of_a_place() -> None:
    (row,) = shown(
        'Teacher Ada Rolm sat in the yard on Monday. "It was a bad night," she said. She had seen no garden.',
        "Spokesman Odo Marr said they lived in a farmhouse in the town of Oslat, with a garden and a well.",
    )
    assert row[:2] == (Slot.EXISTENCE, "Was there any garden in Oslat?")


def test_what_it_had_none_of_is_not_what_the_press_has() -> None:
    assert not shown(
        '"I lashed the load myself," docker Perrin Sloan said. "It had no papers. The foreman told me to look away."',
        "The owners' papers speak of an accident, the union leader, Gow Marrin, said.",
    )


def test_to_go_down_a_ladder_is_no_sinking() -> None:
    assert not shown(
        "The Coral Dawn went down shortly after seven, Commander Ilse Lund of the coastguard said.",
        "At noon today every deckhand of the Sable Line went down the gangway.",
    )


def test_millimetres_of_rain_are_not_the_dead() -> None:
    assert not shown(
        "The river institute said 70 millimetres of rain had fallen on the hills on Thursday. Fire Chief Otto Renn put "
        "the dead at three."
    )
