"""The words by which counts in news are told apart: what happens to those who are counted, and what is counted.

General English only: no word here belongs to one side, place or conflict.
"""

from __future__ import annotations

from typing import Final

from counterclaim.records import Happened


def _table(*rows: tuple[Happened, str]) -> dict[str, Happened]:
    return {word: happened for happened, words in rows for word in words.split()}


#: Lemmas of verbs that do it to their object.
DONE_TO: Final = _table(
    (
        Happened.KILLED,
        "kill slay murder execute behead massacre martyr assassinate slaughter decapitate lynch hang eliminate",
    ),
    (Happened.INJURED, "wound injure hurt maim"),
    (Happened.CAPTURED, "capture kidnap abduct hold imprison"),
    (Happened.DISPLACED, "displace uproot evacuate expel evict"),
    (Happened.ARRESTED, "arrest detain apprehend"),
    (Happened.RELEASED, "release free liberate"),
    (Happened.DEPLOYED, "deploy send dispatch station mobilize mobilise"),
    (Happened.DESTROYED, "destroy demolish wreck down sink level torch"),
    (Happened.PRESENT, "besiege trap strand"),
)
#: Lemmas of verbs that their subject undergoes or does.
UNDERGONE: Final = _table(
    (Happened.KILLED, "die perish drown"),
    (Happened.MISSING, "disappear vanish"),
    (Happened.DISPLACED, "flee escape"),
    (Happened.PRESENT, "live remain reside fight stay"),
)
#: Adjectives and participles that say what became of whoever stands before or after them.
STATES: Final = _table(
    (
        Happened.KILLED,
        "dead killed slain murdered executed beheaded massacred martyred assassinated died perished drowned",
    ),
    (Happened.INJURED, "wounded injured hurt maimed"),
    (Happened.CAPTURED, "captured kidnapped abducted captive hostage prisoner"),
    (Happened.MISSING, "missing disappeared unaccounted"),
    (Happened.DISPLACED, "displaced homeless uprooted evacuated fled"),
    (Happened.ARRESTED, "arrested detained"),
    (Happened.RELEASED, "released freed"),
    (Happened.DEPLOYED, "deployed dispatched"),
    (Happened.DESTROYED, "destroyed demolished wrecked downed"),
    (Happened.PRESENT, "besieged trapped stranded"),
)
#: Nouns for what happens to those who stand after their "of" ("the killing of 12 people").
DEEDS: Final = _table(
    (
        Happened.KILLED,
        "death killing execution murder massacre martyrdom beheading assassination slaughter slaying body corpse",
    ),
    (Happened.INJURED, "injury wounding"),
    (Happened.CAPTURED, "capture abduction kidnapping"),
    (Happened.MISSING, "disappearance"),
    (Happened.DISPLACED, "displacement evacuation"),
    (Happened.ARRESTED, "arrest detention"),
    (Happened.RELEASED, "release liberation freeing"),
    (Happened.DEPLOYED, "deployment dispatch"),
    (Happened.DESTROYED, "destruction demolition"),
)
#: Counted nouns that say by themselves what happened.
FATES: Final[dict[str, tuple[Happened, ...]]] = {
    **dict.fromkeys("death fatality body corpse martyr".split(), (Happened.KILLED,)),
    "casualty": (Happened.KILLED, Happened.INJURED),
    "injury": (Happened.INJURED,),
    **dict.fromkeys("prisoner hostage captive abductee".split(), (Happened.CAPTURED,)),
    "detainee": (Happened.ARRESTED,),
    **dict.fromkeys("refugee evacuee".split(), (Happened.DISPLACED,)),
}


def _forms(lemma: str) -> tuple[str, ...]:
    """The regular forms of a verb, which a tagger misses in headlines ("Airstrikes Kill 12")."""
    stem = lemma.removesuffix("e")
    return (lemma, f"{lemma}s", f"{stem}ed", f"{stem}ing")


#: The same by form, so that nothing depends on a tagger that takes a headline's verb for a name.
DONE_TO_FORMS: Final = {form: happened for lemma, happened in DONE_TO.items() for form in _forms(lemma)} | {
    "slain": Happened.KILLED,
    "slew": Happened.KILLED,
    "hanged": Happened.KILLED,
    "held": Happened.CAPTURED,
    "kidnapped": Happened.CAPTURED,
    "kidnapping": Happened.CAPTURED,
    "sent": Happened.DEPLOYED,
    "sank": Happened.DESTROYED,
    "sunk": Happened.DESTROYED,
    "levelled": Happened.DESTROYED,
    "trapped": Happened.PRESENT,
    "driven": Happened.DISPLACED,
}
#: Verbs that speak of dead when their objects are persons ("the blast claimed nine civilians", "lost 12 soldiers").
CLAIM_FORMS: Final = frozenset({"claim", "claims", "claimed", "claiming", "lose", "loses", "lost", "losing"})

#: What may stand between those who are counted and what became of them ("25 people have been reported killed").
BETWEEN: Final = frozenset(
    "was were is are be been being have has had having who that which also reportedly allegedly later then all "
    "both confirmed reported found feared believed said to left listed others so far either immediately "
    "instantly may might could forced estimated among those".split()
)

PERSONS: Final = frozenset(
    "activist adult adviser aid-worker athlete attacker baby bomber boy brother cameraman captive captain "
    "casualty chief child citizen civilian cleric colonel combatant commander commando conscript cousin crew "
    "daughter defector demonstrator deputy detainee diplomat doctor driver elder element employee engineer "
    "evacuee expert extremist family farmer father fighter firefighter fisherman follower foreigner gendarme "
    "general girl guard gunman hostage husband imam individual infant inhabitant inmate inspector instructor "
    "insurgent jihadist journalist judge kid lawmaker lawyer leader lieutenant loyalist man marine martyr medic "
    "member mercenary migrant militant militia militiaman minister monitor mother national nurse observer "
    "official officer operative orphan pair paramedic paratrooper parent partisan passenger patient peacekeeper "
    "people person personnel photographer pilgrim pilot player police policeman policewoman politician preacher "
    "priest prisoner professor protester protestor pupil rebel recruit refugee relative reporter rescuer "
    "resident ringleader scholar sergeant serviceman settler sibling sister sniper soldier son staff student "
    "supporter surgeon survivor suspect sympathizer teacher technician teenager terrorist trader trainer troop "
    "troops victim villager volunteer wife witness woman worker worshipper youngster youth".split()
)
#: What is fired, driven, flown or sailed, and what is done with it.
ARMS_AND_ATTACKS: Final = frozenset(
    "airstrike aircraft ambulance ambush armored armoured assault attack barrel-bomb battle blast boat bomb "
    "bombardment bomber bombing bulldozer bullet bus cannon car carrier clash drone explosion explosive grenade "
    "gun helicopter howitzer incident jeep jet launcher machinegun massacre mine missile mortar munition "
    "operation pickup plane projectile raid rifle rocket round shell shelling ship skirmish sortie strike tank "
    "truck van vehicle vessel violation warhead warplane warship weapon".split()
)
#: Measures; what they count is never a figure.
MEASURES: Final = frozenset(
    "acre age billion calibre cent centimeter centimetre century day decade degree dollar euro foot gram "
    "hectare hour inch kg kilo kilogram kilometer kilometre km knot lira liter litre m meter metre mile minute "
    "mm month mph page pct percent percentage point pound round-trip rouble ruble second shekel story time ton "
    "tonne week yard year yen".split()
)
#: Nouns that stay the same in the plural, or are counted by members.
UNCHANGED: Final = frozenset("aircraft crew livestock people personnel police staff".split())
#: Persons by sex or age: "killing one woman and injuring four others" does not say that the others are women.
BY_SEX_OR_AGE: Final = frozenset("baby boy child girl infant kid man person teenager toddler woman youth".split())
#: Words that stand for those who were named before.
ANAPHORS: Final = frozenset({"others", "more", "other", "them", "whom", "ones"})
#: Heads that say nothing without what follows their "of".
EMPTY_HEADS: Final = frozenset(
    {"member", "element", "part", "piece", "group", "unit", "number", "resident", "prisoner", "body", "case"}
)
