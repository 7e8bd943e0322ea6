"""Two voices on one thing in plain words: what differs is in dispute, what only looks alike is not."""

from __future__ import annotations

import pytest

from counterclaim.annotate import annotate
from counterclaim.link import link
from counterclaim.records import Dispute, Passage, PassageKind, Report, report_id

#: Who did it, to whom, who first, when, where and why: slot, words of either answer, and one or two reports.
DIFFER = [
    ("agent", "hooligans", "guards",
     "The stand at Marl was burned by hooligans, the club said. Fans said guards had set it alight."),
    ("agent", "couriers", "officers",
     "Couriers broke the seal, the bank said. It was officers who broke it, a courier said."),
    ("agent", "poachers", "soldiers",
     "Poachers killed the ranger Odo Faye, the park said.|Soldiers killed Odo Faye, his sister said."),
    ("agent", "front", "police",
     "The government blamed the Liberation Front for the killings of nine road workers near Karda.|"
     "The Liberation Front said that police had killed the workers."),
    ("agent", "soldiers", "watchman",
     "Soldiers opened the sluice gates at Tarn, farmers said.|It was the night watchman who opened the sluice."),
    ("agent", "army deserters", "bandits",
     "Men broke into a granary and took the maize. The theft was the work of army deserters, the chairman said.|"
     "Bandits from across the river did it, an army spokesman said."),
    ("agent", "troops", "miners",
     "Our troops alone freed the hostages from the mine at Orrin.|The hostages were freed by miners, who came up "
     "through an old shaft."),
    ("agent", "paratroopers", "militiamen",
     "Paratroopers captured the airport of Menda, the ministry said.|It was tribal militiamen who took the airport, "
     "diplomats said."),
    ("agent", "soldiers", "infiltrators",
     "Forty villagers were killed at Nuru by soldiers, survivors said.|Infiltrators are the authors of the massacre."),
    ("roles", "express", "goods train",
     "The express struck the goods train from behind.|It was the goods train that ran into the express."),
    ("roles", "mayor", "odo marr",
     "The mayor telephoned the strike leader Odo Marr, her office said.|Odo Marr rang the mayor himself."),
    ("roles", "herders", "farmers",
     "Herders attacked farmers at Luma, the chief said.|Farmers had attacked the herders first, a herder said."),
    ("patient", "weapons depot", "orphanage",
     "The missile hit a weapons depot, the army said. It hit an orphanage, nuns said."),
    ("patient", "bandits", "pickers",
     "The men shot on the ridge were bandits, police said. Neighbours said they were fruit pickers."),
    ("roles", "barge hit", "launch hit",
     "The barge hit the launch, the pilot said. The barge's owner said the launch had hit the barge."),
    ("roles", "drove into", "rammed",
     "The dinghy Ida drove into the cutter, the navy said.|The cutter rammed the dinghy Ida, migrants said."),
    ("roles", "employers", "union",
     "Employers asked for the meeting, the union said. Employers said the union had asked for the meeting."),
    ("roles", "resigned", "sacked",
     "Minister Ada Roth resigned, her office said.|The president sacked Ada Roth, an aide said."),
    ("time", "3 a.m.", "7 a.m.",
     "The storming of the jail began at 3 a.m., inmates said. The ministry said it started at 7 a.m."),
    ("time", "monday", "wednesday",
     "The dam collapsed on Monday, the mayor said.|Farmers said the dam had collapsed on Wednesday."),
    ("time", "twenty minutes", "four hours",
     "The shooting lasted twenty minutes, police said. Traders said it went on for four hours."),
    ("time", "fed before", "searched before",
     "The animals were fed before the barn was searched, police said. The farmer said the barn had been searched "
     "before the animals were fed."),
    ("place", "hotel", "street",
     "The envoy was seized in a hotel, police said. His wife said he had been seized in the street."),
    ("place", "inside", "outside",
     "The yacht sank inside the harbour, the pilot said. It sank outside the harbour, sailors said."),
    ("count", "10", "8",
     "Air strikes on the road to Orlo killed ten civilians on Friday, the rescue service said. “Most of them were on a "
     "bus,” it said. Eight people were killed when the strikes hit the road to Orlo, the Observers' Group reported. In "
     "May a raid on Kesh killed six people, and a blast in Dara killed eleven people. Twenty people died in Lund."),
    ("cause", "heart attack", "beaten",
     "The cook died of a heart attack, the jail said. His brother said he had been beaten."),
    ("cause", "wiring", "arson", "The blaze was caused by faulty wiring, the owner said. Tenants said it was arson."),
]  # fmt: skip

#: Two deeds, days, parts or places; a general word and a kind; what may both hold.
BOTH_HOLD = [
    "Hooligans burned the stand at Marl, the club said. Fans said guards had burned two flags.",
    "The barge hit the launch, the pilot said. The launch hit a pier, sailors said.",
    "The missile hit a weapons depot on Monday, the army said. A second missile hit an orphanage, nuns said.",
    "The storming of the jail began at 3 a.m., inmates said. It ended at 7 a.m., the ministry said.",
    "The delegation of the union left on Friday, a driver said. The delegation of the bank "
    "left on Monday, a porter said.",
    "A strike at the port lasted two weeks, the union said. A strike at the mill lasted three days, a clerk said.",
    "The boy was shot in the street, his mother said. He died in hospital, doctors said.",
    "Gunmen killed the ranger, the park said. Police said poachers had killed the ranger.",
    "The blaze was caused by faulty wiring, the owner said. Tenants said it spread because of the wind.",
    "The envoy was seized in a hotel, police said. His wife said he had been held in a camp since May.",
    "Soldiers stormed the hotel at Dara, a clerk said.|Soldiers and police stormed the hotel at Dara, a governor said.",
    "Rebels burned the school in Dara, teachers said.|Soldiers burned the market in Kesh, traders said.",
    "The army said rebels had planted the bomb under the bridge.|Militants laid the bomb, the governor said.",
    "Customs officers found the painting in a lorry at Sorn.|A farmer found the frame in a ditch, his wife said.",
    "Police arrested eleven teachers in Menda, their union said.|Soldiers arrested two union leaders in Menda.",
    "Villagers beat a tax collector in Oro, police said.|The crowd killed the tax collector's guard, the mayor said.",
    "Militants kidnapped the engineer, his firm said.|The rebels took the engineer. The kidnappers were young men.",
    "The mayor called the governor on Sunday.|The governor called a doctor, his wife said.",
    "A lorry hit a bus near Luma, police said.|The bus hit a wall after that. An ambulance hit the lorry.",
    "Rebels shelled the camp of the army for the first time.|The army shelled rebel positions on Tuesday.",
    "The trawler rammed the patrol boat, the navy said.|The patrol boat was rammed by the trawler, its captain said.",
    "The opposition blamed the government for the shortage of bread.|The minister blamed bakers for it.",
    "Customs men accuse four Tarvians of spying.|Soldiers in field dress did it, the porter said.",
    "Two women were released on Monday at the request of the church. “We had tea and blankets,” said Ana Torv, a "
    "clerk.\n\nPavo Lind, a foreman, disputed this. He said the captives were badly used: they were given no water on "
    "the first night, and a guard struck anyone who asked for it.",
    "Soldiers were holding a base at Orlo on Monday, a day after an election that both candidates say they won.|"
    "We act for soldiers held at the base of Orlo, the association said. We take no position on the election, it said.",
    "The mill burned down on Monday, the mayor said.|The mayor of Rask said a mill had burned down on Friday.",
]


def _disputes(texts: str) -> list[Dispute]:
    reports = []
    for number, text in enumerate(texts.split("|")):
        outlet, day = f"Paper {number}", f"2029-03-1{number + 1}"
        id_ = report_id(outlet, None, day, None, text)
        head = (id_, None, None, None, None, outlet, None, None, None, None, day, None, (), "en", text, "")
        reports.append(Report(*head, (Passage(0, len(text), text, PassageKind.PARAGRAPH),)))
    return list(link(reports, {report.id: annotate(report) for report in reports}, reading=False).disputes)


@pytest.mark.parametrize(("slot", "one", "other", "texts"), DIFFER, ids=[row[3][:40] for row in DIFFER])
def test_two_plain_accounts_of_one_thing_are_set_against_each_other(
    slot: str, one: str, other: str, texts: str
) -> None:
    answers = [[side.answer.lower() for side in d.sides] for d in _disputes(texts) if d.slot.value == slot]
    assert any(one in " ".join(found[:1]) and other in " ".join(found[1:]) for found in answers), answers


@pytest.mark.parametrize("texts", BOTH_HOLD)
def test_accounts_that_may_both_hold_are_no_dispute(texts: str) -> None:
    assert not [(dispute.question, dispute.reasons) for dispute in _disputes(texts)]


def test_a_name_keeps_its_capital_letter_in_a_question() -> None:
    text = (
        "Who shot him was in dispute. Grivoy said Dahlquer had been “murdered by his captors”. The Federation of Pit "
        "Workers said a gendarme's bullet killed him. Corvin Dahlquer was an engineer."
    )
    asked = [d.question for d in _disputes(text) if d.slot.value == "agent"]
    assert asked
    assert all("dahlquer" not in question for question in asked)


@pytest.mark.parametrize(
    ("texts", "asked"),
    [
        (
            "Colonel Artan Vesk, a spokesman, said radar showed that the fire had come from Tarn Ridge. “There is no "
            "doubt about the direction,” he told reporters. Pavo Drell, who speaks for the rebels, rejected that.",
            "Tarn Ridge",
        ),
        (
            "Seventeen peaceful citizens were killed today when illegal armed formations of the so-called Ubrin Free "
            "Districts opened fire on the market of Kelmsava, the General Staff announced this evening.|The tragedy at "
            "Kelmsava was the work of the Madrash army itself, the Defence Department of the Ubrin Free Districts "
            "established yesterday after a careful study of the facts.",
            "for the tragedy",
        ),
    ],
)
def test_a_question_asks_for_what_was_told(texts: str, asked: str) -> None:
    questions = [dispute.question for dispute in _disputes(texts)]
    assert any(asked in question for question in questions), questions
    assert not any("doubt" in question for question in questions)


def test_noon_that_came_is_no_hour_of_what_came() -> None:
    texts = (
        "The first explosion came at 9:40 a.m., according to the mayor, Hanne Orsik, when the market of Kelm was full."
        "|Noon came and went in Kelm and no buses appeared at the market after the explosion."
    )
    assert not [d.question for d in _disputes(texts) if d.slot.value == "time"]
