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
        "kill slay murder execute behead massacre martyr assassinate slaughter decapitate lynch hang eliminate "
        "neutralize neutralise gun-down incinerate liquidate bury",
    ),
    (Happened.INJURED, "wound injure hurt maim"),
    (Happened.CAPTURED, "capture kidnap abduct hold imprison seize snatch"),
    (Happened.DISPLACED, "displace uproot evacuate expel evict"),
    (Happened.ARRESTED, "arrest detain apprehend jail"),
    (Happened.RELEASED, "release free liberate"),
    (Happened.DEPLOYED, "deploy send dispatch station mobilize mobilise"),
    (Happened.DESTROYED, "destroy demolish wreck down sink level torch burn raze flatten gut obliterate"),
    (Happened.PRESENT, "besiege trap strand"),
    (
        Happened.OTHER,
        "damage hit loot threaten poison rescue remove dismantle rebuild reconstruct repair ransack vandalise "
        "vandalize intercept",
    ),
)
#: Lemmas of verbs that their subject undergoes or does.
UNDERGONE: Final = _table(
    (Happened.KILLED, "die perish drown suffocate starve"),
    (Happened.MISSING, "disappear vanish"),
    (Happened.DISPLACED, "flee escape"),
    (Happened.PRESENT, "live remain reside fight stay"),
)
#: Adjectives and participles that say what became of whoever stands before or after them.
STATES: Final = _table(
    (
        Happened.KILLED,
        "dead killed slain murdered executed beheaded massacred martyred assassinated died perished drowned deceased "
        "suffocated",
    ),
    (Happened.INJURED, "wounded injured hurt maimed hospitalized hospitalised"),
    (Happened.CAPTURED, "captured kidnapped abducted captive hostage prisoner"),
    (Happened.MISSING, "missing disappeared unaccounted"),
    (Happened.DISPLACED, "displaced homeless uprooted evacuated fled"),
    (Happened.ARRESTED, "arrested detained jailed imprisoned"),
    (Happened.RELEASED, "released freed"),
    (Happened.DEPLOYED, "deployed dispatched"),
    (Happened.DESTROYED, "destroyed demolished wrecked downed burned razed flattened gutted"),
    (Happened.PRESENT, "besieged trapped stranded"),
)
#: Nouns for what happens to those who stand after their "of" ("the killing of 12 people").
DEEDS: Final = _table(
    (
        Happened.KILLED,
        "death killing execution murder massacre martyrdom beheading assassination slaughter slaying body corpse "
        "burial",
    ),
    (Happened.INJURED, "injury wounding"),
    (Happened.CAPTURED, "capture abduction kidnapping"),
    (Happened.MISSING, "disappearance fate"),
    (Happened.DISPLACED, "displacement evacuation"),
    (Happened.ARRESTED, "arrest detention"),
    (Happened.RELEASED, "release liberation freeing"),
    (Happened.DEPLOYED, "deployment dispatch"),
    (Happened.DESTROYED, "destruction demolition"),
)
#: Counted nouns that say by themselves what happened.
FATES: Final[dict[str, tuple[Happened, ...]]] = {
    **dict.fromkeys("death fatality body corpse martyr burial coffin casket funeral".split(), (Happened.KILLED,)),
    "drowning": (Happened.KILLED,),
    "casualty": (Happened.KILLED, Happened.INJURED),
    "injury": (Happened.INJURED,),
    **dict.fromkeys("prisoner hostage captive abductee".split(), (Happened.CAPTURED,)),
    **dict.fromkeys("detainee arrest".split(), (Happened.ARRESTED,)),
    **dict.fromkeys("refugee evacuee".split(), (Happened.DISPLACED,)),
}


def _forms(lemma: str) -> tuple[str, ...]:
    """The regular forms of a verb, which a tagger misses in headlines ("Airstrikes Kill 12")."""
    stem = lemma.removesuffix("e")
    return (lemma, f"{lemma}s", f"{stem}ed", f"{stem}ing")


#: The same by form, so that nothing depends on a tagger that takes a headline's verb for a name.
DONE_TO_FORMS: Final = {
    form: happened for lemma, happened in DONE_TO.items() for form in _forms(lemma) if lemma != "hold"
} | {
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
    "both confirmed reported found feared believed said to left listed others so far either immediately still now "
    "thought presumed known officially instantly may might could forced estimated among those understood".split()
)

PERSONS: Final = frozenset(
    "activist adult adviser aid-worker assailant assassin athlete attacker aunt baby bandit blogger bomber boy "
    "brother bystander cameraman captain captive casualty chief child citizen civilian cleric climber colonel "
    "combatant commander commando commuter compatriot conscript convict cook cousin crew crewman daughter defector "
    "demonstrator dentist deputy detainee diplomat docker doctor driver elder element employee engineer evacuee "
    "exile expert extremist family farmer father fighter firefighter fisherman follower foreigner fugitive gendarme "
    "general girl grandchild grandfather grandmother guard guerrilla gunman herder herdsman hiker hostage husband "
    "imam individual infant inhabitant inmate inspector instructor insurgent islamist jihadi jihadist journalist "
    "judge kid kidnapper laborer labourer lawmaker lawyer leader lieutenant looter loyalist man marine martyr medic "
    "member mercenary merchant midwife migrant militant militia militiaman miner minister monitor mother motorist "
    "mourner mutineer national neighbor neighbour nephew newborn niece nomad nurse observer officer official "
    "operative orphan pair paramedic paramilitary paratrooper parent partisan passenger passerby patient "
    "peacekeeper peasant pedestrian pensioner people person personnel photographer pilgrim pilot pirate player "
    "police policeman policewoman politician preacher priest prisoner professor protester protestor pupil raider "
    "rebel recruit refugee relative reporter rescuer resident responder returnee ringleader rioter robber sailor "
    "scholar schoolboy schoolchild schoolchildren schoolgirl separatist sergeant serviceman settler shepherd "
    "shopkeeper sibling sister smuggler sniper soldier son spokesman staff staffer student supporter surgeon "
    "survivor suspect sympathizer teacher technician teenager terrorist thug toddler tourist trader trainer "
    "tribesman troop troops uncle vendor victim vigilante villager volunteer wife witness woman worker worshipper "
    "youngster youth townspeople townsfolk tribespeople compatriot kinsman kinsfolk patrolman ranger reservist "
    "trooper sapper gunner cadet legionnaire cossack fedayeen janjaweed warlord chieftain sheikh monk nun friar "
    "missionary caretaker janitor porter conductor stallholder vendor customer shopper guest patron parishioner "
    "believer returnee deportee pilgrim hostage-taker onlooker picnicker reveller commissioner councillor "
    "counsellor councilman mayor governor senator envoy delegate consul ambassador spokesperson airman seaman "
    "crewmember oilman woodcutter beekeeper fruit-picker reaper ploughman goatherd boatman ferryman lorry-driver "
    "signatory household dependant dependent invalid amputee occupant brigadier private minor juvenile criminal "
    "defender bodyguard comrade corporal cadre enemy infidel apostate gangster motorcyclist clerk waiter barber "
    "widow trainee apprentice escapee soul accomplice assistant colleague client traveller traveler lady gentleman "
    "spectator fan marcher camper hijacker kidnapper hunter voter elector mediator spy offender lifeguard stevedore "
    "docker welder bather swimmer cyclist rider skier dweller latecomer newcomer counter-demonstrator superior "
    "infantry pallbearer bearer heir".split()
)
#: What is fired, driven, flown or sailed, and what is done with it.
_ARMS_AND_ATTACKS: Final = frozenset(
    "airstrike aircraft ambulance ambush armored armoured assault attack barrel-bomb battle blast boat bomb "
    "bombardment bomber bombing bulldozer bullet bus cannon car carrier clash drone explosion explosive grenade "
    "gun helicopter howitzer incident jeep jet launcher machinegun massacre mine missile mortar munition "
    "operation pickup plane projectile raid rifle rocket round shell shelling ship shot skirmish sortie strike tank "
    "truck van vehicle vessel violation warhead warplane warship weapon impact detonation".split()
)
#: What drives or sails.
VEHICLES: Final = frozenset(
    "ambulance boat bulldozer bus car carrier helicopter jeep pickup plane ship tank truck van vehicle vessel lorry "
    "minibus motorcycle motorbike tanker trailer tractor ferry trawler canoe barge dinghy craft gunboat frigate wagon "
    "locomotive train tram taxi bicycle bike speedboat".split()
)
ARMS_AND_ATTACKS: Final = _ARMS_AND_ATTACKS | VEHICLES
#: Buildings and works, which are lost when they are destroyed.
BUILDINGS: Final = frozenset(
    "apartment barricade barrack bridge building bungalow camp checkpoint church clinic cottage dwelling factory farm "
    "flat granary home hospital hostel hotel house hut kiosk library mill mosque office outpost post residence "
    "school shack "
    "shelter shop shrine stall store tent tower warehouse workshop".split()
)
#: Measures; what they count is never a figure.
MEASURES: Final = frozenset(
    "acre age billion calibre cent centimeter centimetre century day decade degree dollar euro foot gram "
    "hectare hour inch kg kilo kilogram kilometer kilometre km knot lira liter litre m meter metre mile minute "
    "millimeter millimetre mm month mph page pct percent percentage point pound round-trip rouble ruble second shekel "
    "story time ton tonne week yard year yen rupee dinar dirham peso franc naira shilling riyal rial krona hryvnia "
    "tenge yuan birr kyat baht".split()
)
#: What news gains, loses, crosses and votes in rather than counting: areas, seats, and what is no thing at all.
UNCOUNTED: Final = frozenset(
    "area borough city constituency continent country county department district governorate hamlet land "
    "municipality nation neighborhood neighbourhood parish prefecture province quarter region settlement site "
    "suburb territory town village zone seat point goal place position side front direction part half third "
    "fifth tenth percent step stage phase way reason kind sort type aspect respect term condition demand option "
    "thing matter issue question factor chance occasion time evening morning afternoon night midnight noon "
    "spring summer autumn winter season generation game match set race round lap level degree magnitude category "
    "row line page chapter article section verse word letter language version grave unit division corps brigade "
    "regiment battalion company platoon delegation o'clock turn lot pair couple dozen hundred thousand million "
    "billion figure number vote mandate loss street block state mind choice click floor tour job pick view crown "
    "rand pence cent bn mn shoe trouser mouth hand leg eye ear arm wing".split()
)
#: Nouns that stay the same in the plural, or are counted by members.
UNCHANGED: Final = frozenset("aircraft craft crew livestock people personnel police staff cattle infantry head".split())
#: Persons by sex or age: "killing one woman and injuring four others" does not say that the others are women.
BY_SEX_OR_AGE: Final = frozenset("baby boy child girl infant kid man person teenager toddler woman youth".split())
#: Words that stand for those who were named before.
ANAPHORS: Final = frozenset({"others", "more", "other", "them", "whom", "ones"})
#: Heads that say nothing without what follows their "of".
EMPTY_HEADS: Final = frozenset(
    {"member", "element", "part", "piece", "group", "unit", "number", "resident", "prisoner", "body", "case"}
)

#: Nouns for what kills, beside weapons: whoever is named with them did it.
ATTACKS: Final = (
    ARMS_AND_ATTACKS
    | frozenset(
        "action aggression airpower airstrikes artillery barrage blaze campaign cannonade counterattack "
        "counteroffensive crackdown crossfire fighting fire fusillade gunfire hail hostility incursion "
        "intervention invasion offensive onslaught salvo shooting sniping stabbing terrorism torture violence "
        "warfare".split()
    )
) - frozenset(
    "ambulance bus car incident ship truck van violation lorry minibus motorcycle motorbike tanker trailer tractor "
    "ferry trawler canoe barge dinghy craft wagon locomotive train tram taxi bicycle bike".split()
)
#: Prepositions between what happened and the attack in which it did.
CAUSAL: Final = frozenset("because in by during from after following under amid amidst through to of with".split())
#: Verbs by whose "by" an attack gets its author.
AUTHORS_OF_ATTACKS: Final = frozenset(
    "aim belong blame carry claim commit conduct detonate direct drop execute fire fly launch lead mount operate "
    "perpetrate plant plan set stage throw wage".split()
)
#: What else than "by" stands between an attack and whoever carried it out: "fire from", "clashes with".
FROM_ACTORS: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys("fire gunfire shelling artillery rocket shell missile".split(), frozenset({"from"})),
    **dict.fromkeys("clash battle fighting skirmish fight".split(), frozenset({"with", "against"})),
}
#: Verbs and participles whose object is followed by what became of it ("leaving three dead").
LEAVING: Final = frozenset({"leave", "leaves", "left", "leaving"})
#: Nouns for those who act together, beside persons.
ACTORS: Final = PERSONS | frozenset(
    "administration alliance army authority battalion bloc brigade branch cell coalition column contingent command "
    "commandos corps faction force forces front gang government group guards guerrilla insurgency junta military "
    "militia mob movement navy network opposition organization organisation outfit patrol party police regime "
    "resistance separatist side squad state troops unit airforce".split()
)
#: Persons whose name before an attack only tells its kind.
NOT_BEHIND_ATTACKS: Final = frozenset(
    "terrorist suicide sniper bomber criminal civilian general hostage chief family child prisoner state party terror "
    "front gunman group".split()
)
#: Verbs of attack, in clauses that tell how it came about ("when police opened fire", "after rebels shelled").
ATTACKING: Final = frozenset(
    "ambush attack blow bomb bombard carpet-bomb charge clash crush detonate drop explode fire hit launch open pound "
    "raid ram respond retaliate rocket set shell shoot shot stage storm strafe strike target throw torpedo".split()
)
#: Verbs that bring a deed about ("led to the death of five").
BRINGING: Final = frozenset("bring cause claim lead provoke result".split())
#: Verbs whose subject did nothing to those who are counted.
NO_DEEDS: Final = frozenset(
    "accuse acknowledge add admit affirm allege announce appear assert be bury call cite claim comprise condemn "
    "confirm contain count declare demand deny describe document estimate exceed expect fear find give have hear "
    "include involve know learn list lose mourn number pass pull put quote raise reach receive record recover "
    "report rescue retrieve reveal save say see show speak state suffer surpass sustain talk tell treat verify wait "
    "warn witness".split()
)
#: Nouns that only say how many attacks there were ("a series of strikes").
SERIES: Final = frozenset("barrage round series spate string succession total wave".split())
