"""Twelve short reports of an invented conflict, as clean prose: people, bodies and places under several names.

By turns with titles, initials, bare surnames, transliterations, acronyms, and names given in brackets.
"""

from __future__ import annotations

from counterclaim.records import Passage, PassageKind, Report, report_id

TEXTS = (
    "President Tamara Velikova met General Osman Dargo in Port Halim on Monday. Velikova said the Northern "
    "Coastal Front (NCF) had broken the truce. The NCF did not comment.",
    "The Northern Coastal Front denied the claim. “We did not fire first,” said Front spokesman Idris Kelemu. "
    "Kelemu spoke in Port Halim, where NCF fighters hold the harbour.",
    "T. Velikova, who has been president since 2014, called the attack on Port Haleem a crime. Gen. Osman Dargo "
    "said that twelve soldiers were wounded.",
    "Militants of the NCF shelled the Marrat Bridge, the Halim Relief Committee said. The Halim Relief Committee "
    "(HRC) counted five dead. Its director, Sofia Anselm, asked for access.",
    "The HRC said on Friday that two nurses were killed. Sofia Anselm, director of the Halim Relief Committee, "
    "blamed NCF militants. Ms. Anselm named no witness.",
    "Foreign Minister Pavel Rostan of Keldia resigned in May 2019. Mr. Rostan had been appointed in 2016. "
    "President Velikova thanked Rostan.",
    "Pavel Rostan, the former foreign minister, told the Keldia Herald that the Coastal Front was finished. "
    "General Dargo agreed with Rostan.",
    "The army of General Ousman Dargo took the town of Shara-Banu, also known as Sharabanu, on Tuesday. Residents"
    " of Shara-Banu fled to Port Halim.",
    "The Dawn Brigades, formerly known as the Army of the Hills, joined the Northern Coastal Front. Fighters of "
    "the Dawn Brigades entered Marrat.",
    "Dawn Brigades militants clashed with soldiers near Marrat. Idris Kelemu, a spokesman for the Northern "
    "Coastal Front, said that the front had lost nobody.",
    "Peter Anselm, a fisherman, saw the shelling of the Marrat Bridge. Peter Anselm said that he saw no fighters.",
    "Tamara Velikova and Osman Dargo flew to Port Halim. Velikova said the army of the hills would be disarmed. "
    "The Keldia Herald was told to leave.",
)


def reports() -> list[Report]:
    """The reports, one a day, each of one paragraph."""
    made = []
    for day, text in enumerate(TEXTS, start=1):
        published = f"2021-03-{day:02}"
        id_ = report_id("Keldia Herald", None, published, None, text)
        passages = (Passage(0, len(text), text, PassageKind.PARAGRAPH),)
        made.append(
            Report(
                id_,
                None,
                None,
                None,
                None,
                "Keldia Herald",
                None,
                None,
                None,
                None,
                published,
                None,
                (),
                "en",
                text,
                "",
                passages,
            )
        )
    return made
