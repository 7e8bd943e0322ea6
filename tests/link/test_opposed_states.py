"""Two short reports put together by a user: opposed states of one thing are asked about, changes and others are not."""

from __future__ import annotations

import pytest
from test_piles_of_denials import shown

OPPOSED = [
    (
        "Mayor Lena Horvat was arrested on Monday at her home, prosecutors said. She is held in the district jail.",
        "Horvat is at work in the town hall, her deputy said. Nobody has detained her.",
        "Is Lena Horvat held or free?",
    ),
    (
        "The pilot, Tomas Reyk, died on impact, the ministry said.",
        "Reyk survived and was pulled out by shepherds, a doctor at the clinic said.",
        "Is Tomas Reyk alive?",
    ),
    (
        "The media law was adopted by the senate on Monday by 44 votes.",
        "The law failed in the senate on Monday, since two senators changed sides.",
        "Was the law approved?",
    ),
    (
        "The motion of no confidence was carried by 51 votes, the opposition said.",
        "The motion was defeated, the speaker's office said.",
        "Was the motion approved?",
    ),
    (
        "Finance Minister Paula Ndege has resigned, two officials said.",
        "Ms Ndege remains minister and will present the budget, her office said.",
        "Does Paula Ndege still hold office?",
    ),
    (
        "The Golan refinery was shut down after the fire, workers said.",
        "The refinery is operating normally, the company said.",
        "Is the refinery working?",
    ),
    (
        "Governor Samir Badou fled across the border on Saturday, residents said.",
        "Badou is in his residence and receives guests, an aide said.",
        "Has Samir Badou fled?",
    ),
    (
        "A ransom of two million dollars was paid for the engineers, a negotiator said.",
        "No ransom was paid for the hostages, the company said.",
        "Was a ransom paid?",
    ),
    (
        "Anthrax was confirmed in three cows near Belno, the laboratory said.",
        "All samples tested negative for anthrax, the ministry of agriculture said.",
        "Was anthrax found?",
    ),
    (
        "The defendant, Boris Lunt, pleaded guilty, a court clerk said.",
        "My client denies everything, Lunt's lawyer said.",
        "Has Boris Lunt confessed?",
    ),
    (
        "The dockers' strike is over, the port authority said.",
        "The strike goes on, Karl Benn said.",
        "Is the strike over?",
    ),
    (
        "Governor Petr Ilan was detained at the airport, two officers said. The governor is in custody.",
        "Ilan is at work and received a delegation, his press office said.",
        "Is Petr Ilan held or free?",
    ),
    (
        "Prosecutor Mira Vogel has stepped down, a ministry source said.",
        "The prosecutor is still in office, the justice minister said.",
        "Does Mira Vogel still hold office?",
    ),
    (
        "Militiamen surrendered their weapons to the UN on Friday, the mission said.",
        "We keep our weapons, a militia leader said.",
        "Were the weapons handed in?",
    ),
]
COMPATIBLE = {
    "freed later": (
        "Mayor Lena Horvat was arrested on Monday at her home, prosecutors said.",
        "Horvat was released on Wednesday, her lawyer said.",
    ),
    "let go in the evening": (
        "Ivo Marek was detained in the morning, police said.",
        "Marek was let go in the evening, his lawyer said.",
    ),
    "two pilots": (
        "The pilot, Tomas Reyk, died on impact, the ministry said.",
        "The co-pilot, Jan Oldak, survived, a doctor said.",
    ),
    "two bridges": (
        "The Orlo bridge was closed on Tuesday, the army said.",
        "The bridge at Senna remained open, drivers said.",
    ),
    "two bills": (
        "The budget was adopted by the senate on Monday.",
        "The media bill was rejected by the lower house on Monday.",
    ),
    "a part of it": (
        "The law was adopted on first reading on Monday.",
        "An amendment to the law was rejected on Monday.",
    ),
    "his brother": (
        "Samir Badou's brother was killed in the raid, police said.",
        "Samir Badou is alive, his lawyer said.",
    ),
    "his deputy": (
        "Among the dead is the deputy of commander Odo Pemba, the army said.",
        "Pemba survived the strike, the defence minister said.",
    ),
    "two gates": (
        "The main gate was locked at night, guards said.",
        "The gate of the eastern park stood open, a walker said.",
    ),
    "his office and another's": (
        "President Oko Bela was re-elected. The president of the court, Ines Daro, resigned on Monday.",
        "President Bela remains in charge of the party.",
    ),
    "a second crash": (
        "Two drivers were killed in the crash on the coastal road. The driver of the bus survived.",
        "The driver died at the scene, police said of a second crash near Ulm.",
    ),
    "open again": (
        "The Orlo bridge was closed on Monday, the army said.",
        "The Orlo bridge reopened on Tuesday, the army said.",
    ),
    "died since": (
        "Colonel Idris Bako was wounded and is alive, an aide said.",
        "Bako died of his wounds on Wednesday, the hospital said.",
    ),
    "a plan": (
        "Ms Paula Ndege will resign next week, two officials said.",
        "Ms Ndege remains minister, her office said.",
    ),
    "a demand": (
        "Ana Fiori was arrested on Monday, police said. She is in custody.",
        "Hundreds demanded that Ana Fiori be released. She must be freed, a priest said.",
    ),
    "two strikes": (
        "The nurses' strike is over, the ministry said.",
        "The dockers' strike goes on, union chief Karl Benn said.",
    ),
    "some of many": (
        "Three of the prisoners were released on Sunday, the governor said.",
        "Eleven prisoners are still held in the fort, relatives said.",
    ),
    "an older one": (
        "The truce collapsed in January. A new truce has been in force since Sunday.",
        "The truce is holding, the mediator said.",
    ),
    "paid in the end": (
        "The captors want a ransom of two million. No ransom was paid so far, an uncle said.",
        "The ransom was paid on Thursday and the boy came home, the family said.",
    ),
}


def asked(first: str, second: str) -> list[str]:
    """What is asked of two reports, the second of the day after."""
    pile = [
        {"outlet": "Coast Post", "date": "2031-03-04", "text": first},
        {"outlet": "Radio Sever", "date": "2031-03-05", "text": second},
    ]
    return [dispute.question for dispute in shown(pile)]


@pytest.mark.parametrize(("first", "second", "question"), OPPOSED, ids=[entry[2] for entry in OPPOSED])
def test_opposed_states_of_one_thing_are_asked_about(first: str, second: str, question: str) -> None:
    assert asked(first, second) == [question]


@pytest.mark.parametrize("name", COMPATIBLE)
def test_changes_and_other_things_are_no_dispute(name: str) -> None:
    assert asked(*COMPATIBLE[name]) == []
