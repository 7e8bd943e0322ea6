"""There was none of a kind: what one account says there was not one of, and another has there."""

from __future__ import annotations

import pytest
from test_piles_of_denials import shown

from counterclaim.link.compare.existence.absent import absences_in
from counterclaim.link.compare.existence.present import presences_in
from counterclaim.records import Slot

DIFFER = [
    ("Government aircraft on Monday hit a school in the town of Tellin in which militants had stored rockets, the "
     "General "
     "Staff said.",
     "The headmistress of the school in Tellin, Marta Ovec, said lessons were being held. \"There was not a "
      "single weapon "
     "in the school,\" she said.", "Were there weapons in the school in Tellin?"),
    ("The Eastern Corps said it had returned fire against two howitzers which the enemy had placed behind the "
     "clinic at "
     "Ledno.",
     "Monitors visited the clinic at Ledno at noon. They saw no gun behind the building, the mission said.",
     "Were there guns in the clinic in Ledno?"),
    ("The Liberation League said it had struck the Harbour Hotel because officers of the garrison were lodged on "
     "its third "
     "floor.",
     "A spokesman for the Ministry of Defence said that no member of the forces had been staying at the hotel.",
     "Were there members of the forces at the hotel?"),
    ("Prime Minister Edda Lund said on Sunday there were no foreign troops on the island.",
     "Fishermen from the north of the island said that Valdian soldiers were camped on the island.",
     "Were there foreign troops on the island?"),
    ("The First Corps said its guns had destroyed an ammunition store that the enemy had concealed in the cellar "
     "of a bakery "
     "in Vare.",
     "The mission said its team had inspected the bakery in Vare and seen no sign of a store, nor any cellar under the "
     "building.", "Was there a cellar in the bakery in Vare?"),
    ("The mayor of Ketta demanded that the army's soldiers leave the secondary school.",
     "No soldiers are in the secondary school of Ketta, the army's press office said.",
     "Are there soldiers in the secondary school of Ketta?"),
    ("The Governor, Pal Renn, said the rebels have no drones and that the refinery had a short circuit.",
     "Rebels of the Delta Front attacked the Onne refinery with four drones on Friday, their spokesman said.",
     "Do the rebels have drones?"),
]  # fmt: skip
DO_NOT = [
    # two schools
    ("The army found rifles and mines in a school in Tellin on Monday, the General Staff said.",
     "In Port Ovel police searched the union's school on Tuesday. There was no weapon in the school, said Ana Rell."),
    # the weapons of who attacked it
    ("Jets dropped four bombs on the hospital in Tellin on Monday, residents said. The missiles tore the roof off.",
     "The director of the hospital in Tellin, Ivo Mar, said: \"There were no weapons in the hospital.\""),
    # any longer
    ("Rebel fighters had been sheltering in the hospital of Meru since Tuesday, a doctor said.",
     "A delegate said on Saturday there were no fighters in the hospital of Meru any longer."),
    # only looked for
    ("The army said it was looking for weapons in the monastery of Sant.",
     "The abbot said there were no weapons in the monastery of Sant."),
    # later
    ("Soldiers cordoned off the market in Meru after the blast, the police said.",
     "There were no soldiers at the market at the time, a trader in Meru said."),
    # of another kind
    ("There are no heavy weapons in the town of Atta, the mission said.",
     "Policemen in the town of Atta carried rifles, a shopkeeper said."),
    # aboard what flew, and not in what it flew over
    ("A reconnaissance plane was over Tellin on Monday and carried no bombs, Colonel Mar said. The depot burnt.",
     "Inspectors found fragments of a bomb in the ruins of the depot in Tellin, the mission said."),
    # long ago
    ("In 1998 rebels stored rifles in the monastery at Oshan, an old monk said.",
     "There are no weapons in the monastery at Oshan, the abbot, Dor, said."),
]  # fmt: skip


def _questions(one: str, other: str) -> list[str]:
    reports = [
        {"outlet": "Elm Post", "date": "2033-03-15", "text": one},
        {"outlet": "Karel Wire", "date": "2033-03-16", "text": other},
    ]
    return [dispute.question for dispute in shown(reports) if dispute.slot is Slot.EXISTENCE]


@pytest.mark.parametrize(("one", "other", "question"), DIFFER, ids=[row[2] for row in DIFFER])
def test_there_was_none_where_another_has_one(one: str, other: str, question: str) -> None:
    assert _questions(one, other) == [question]


@pytest.mark.parametrize(("one", "other"), DO_NOT)
def test_nothing_is_denied_of_another_thing_place_or_time(one: str, other: str) -> None:
    assert _questions(one, other) == []


@pytest.mark.parametrize(
    ("words", "things"),
    [
        ("There was not one weapon and not one fighter who was not lying in a bed", ["weapon", "fighter"]),
        ("militia units had no mortars or guns anywhere", ["mortars", "guns"]),
        ("Listening gear had not been found by the divers", ["Listening gear"]),
        ("nor did it find any gun or trace of one there", ["gun"]),
        ("their guns are nowhere within two kilometres", ["guns"]),
        ("Not a fighter was in it, nor any weapon", ["fighter", "weapon"]),
        ("the army denied that there were soldiers in the school", ["soldiers"]),
        ("there was no rebel attack", []),
        ("there was no firing at prisoners", []),
        ("no rockets were fired from the school", []),
        ("if there are no weapons in the zone", []),
        ("there were no fighters in the hospital any longer", []),
    ],
)
def test_what_there_is_said_to_be_none_of(words: str, things: list[str]) -> None:
    assert [absence.thing.words for absence in absences_in(words)] == things


@pytest.mark.parametrize(
    ("words", "things"),
    [
        ("ammunition unlawfully stored in the hospital yard", ["ammunition"]),
        ("observed a battery of the S-75 type in the hospital grounds", ["battery of the S-75 type"]),
        ("soldiers had moved into the third floor a week before", ["soldiers"]),
        ("soldiers opened fire from the roof of the school", ["soldiers"]),
        ("a rocket hit the school", []),
        ("looking for weapons in the monastery", []),
        ("soldiers cordoned off the market", []),
        ("it had fired rockets at the hospital", []),
    ],
)
def test_what_there_is_said_to_be(words: str, things: list[str]) -> None:
    assert [thing.words for thing in presences_in(words)] == things
