"""What verbs and nouns of events are done with: classes of nouns that decide which event is told.

General English. "Seized the town" takes ground and "seized the weapons" goods; "suspended ties", "suspended talks" and
"suspended aid" are three sanctions. `conditions.py` says how the tables of the lexicon name a class.
"""

from __future__ import annotations

#: Lemmas by class. A noun is of a class by its head or by a noun that stands before it ("aid convoy").
CLASSES: dict[str, frozenset[str]] = {
    name: frozenset(lemmas.split())
    for name, lemmas in {
        "ground": """town city village district area hill hilltop base airport airbase airfield checkpoint territory
        region province neighborhood neighbourhood suburb position post outpost crossing bridge headquarters stronghold
        building ground land front enclave island capital dam barracks port road highway quarter locality countryside
        camp garrison mountain ridge valley border field pocket corridor part point compound station facility site
        foothold prison square""",
        "people": """people person man woman child civilian soldier fighter rebel militant activist journalist
        protester protestor demonstrator dissident leader official member suspect prisoner detainee hostage captive
        worker officer commander refugee migrant villager resident student politician lawyer opponent critic terrorist
        insurgent gunman policeman troop pilot sailor fisherman citizen national foreigner crew family boy girl
        inmate convict reporter monk priest teacher doctor nurse aide minister mayor governor boss spy smuggler
        supporter guerrilla extremist jihadist militiaman pow blogger editor tourist he she they we i who us""",
        "site": """hospital school mosque church market hideout factory depot bus convoy clinic bakery building house
        home warehouse refinery position headquarters checkpoint base airport station vehicle truck funeral wedding
        ambulance bridge embassy consulate plant target""",
        "captive": "prisoner detainee hostage captive inmate dissident pow abductee remains body convict",
        "goods": """weapon arm ammunition property asset fund money drug ship vessel tanker boat shipment equipment oil
        cargo document copy house home car vehicle passport goods cattle account computer phone explosive""",
        "arms": "weapon arm ammunition munition missile rocket rifle tank weaponry warhead",
        "aid": """aid assistance relief food medicine supply loan grant blanket tent vaccine donation credit
        humanitarian medical fuel wheat flour generator ambulance help funding shelter weapon arm ammunition weaponry
        munition financing subsidy money cash fund""",
        "forces": """troop soldier force tank warship army paratrooper marine battalion brigade division unit jet
        warplane aircraft reinforcement navy carrier frigate destroyer fleet armor armour artillery police policeman
        militia fighter convoy regiment reservist guard bomber submarine helicopter contingent missile squadron
        commando gunboat battery column""",
        "police": "police policeman gendarme constable",
        "keepers": "peacekeeper observer monitor inspector",
        "envoys": "ambassador diplomat envoy consul attache attaché staff mission embassy",
        "leaders": """president minister premier chancellor king queen prince emir envoy ambassador delegation secretary
        leader counterpart official general pope chief delegate chairman representative governor mediator negotiator
        mission diplomat team prime-minister monarch sultan senator mayor commissioner""",
        "ties": "tie relation link relationship contact",
        "embassy": "embassy consulate mission",
        "talks": """talk negotiation meeting summit dialogue conference consultation discussion mediation
        conversation round""",
        "visit": "visit trip tour mission",
        "deal": """deal agreement accord pact treaty memorandum contract protocol convention charter settlement
        communique""",
        "plan": """plan proposal deal agreement offer truce ceasefire cease-fire term condition invitation resolution
        initiative demand roadmap mediation request recommendation settlement""",
        "truce": "truce ceasefire cease-fire armistice cessation moratorium lull pause",
        "curbs": """sanction embargo blockade restriction ban curb tariff boycott quota moratorium penalty measure
        closure""",
        "siege": "siege blockade encirclement cordon",
        "curfew": "curfew",
        "emergency": "emergency",
        "martial": "martial",
        "access": "access corridor entry passage inspection delivery",
        "border": "border crossing frontier airport airspace port strait",
        "party": "party opposition movement rally demonstration protest gathering union",
        "media": "newspaper channel station website magazine broadcaster paper press media internet radio outlet",
        "rights": """right autonomy amnesty independence citizenship freedom vote pardon concession reform suffrage
        immunity self-rule""",
        "power": "power office post presidency throne premiership seat position control leadership",
        "rules": "law policy decision constitution decree order ban plan rule bill reform measure tax",
        "control": "control hold possession",
        "fire": "fire shot round bullet",
        "gas": "gas sarin chlorine mustard agent chemical nerve toxic phosphorus",
        "bombs": "bomb explosive landmine mine device grenade ied car truck vest belt explosion blast",
        "shells": "rocket missile shell mortar bomb barrel barrage salvo projectile airstrike torpedo drone",
        "planes": """plane jet warplane helicopter aircraft drone airstrike bomber rocket missile shell mortar artillery
        airplane gunship tank shelling raid bombardment round bomb raid warship""",
        "fighters": """force army troop soldier militant rebel gunman insurgent bomber attacker militia police
        fighter warplane jet coalition regime guerrilla terrorist extremist jihadist militiaman militants navy marine
        air raider commando assailant mob sniper group helicopter plane aircraft tank paramilitary opposition""",
        "workers": """worker union teacher miner driver employee staff labor labour student nurse doctor pilot farmer
        civil trucker transport shopkeeper merchant docker lawyer prisoner inmate general hunger crew unionist police
        postal steelworker hunger-striker opposition seafarer dockworker fisherman railwayman cleaner porter
        builder baker printer taxi bus rail tube port dock ferry""",
        "stoppage": """sympathy solidarity wildcat indefinite nationwide national sit-down token wage pay warning
        industrial one-day two-day 24-hour 48-hour lightning""",
        "crowd": "protester protestor demonstrator crowd demonstration protest rally marcher rioter",
        "hunger": "hunger",
        "streets": "street square",
        "lives": "life",
        "harm": """consequence retaliation response revenge war force action bloodshed reprisal annihilation destruction
        strike attack sanction punishment escalation measure vengeance""",
        "disaster": """storm flood flooding earthquake quake hurricane cyclone typhoon tornado avalanche landslide
        mudslide wildfire blaze crash accident collision derailment virus disease outbreak epidemic pandemic cholera
        heatwave drought famine volcano eruption tsunami stampede lightning covid-19 ebola malaria inferno
        collapse leak""",
        "ill": """inflation outbreak disease crime corruption wildfire poverty virus cancer climate change blaze flame
        epidemic pandemic hunger recession unemployment racism misinformation smuggling trafficking cholera ebola
        malaria discrimination fire""",
        "joint": "joint",
        "secrets": "intelligence information data evidence",
        "refugees": "refugee asylum migrant evacuee exile",
        "views": "view opinion idea",
        "alert": "alert readiness footing standby",
        "no_meeting": """demand need target goal deadline criterion requirement condition expectation standard challenge
        fate resistance end obligation cost quota death objective threshold""",
        "reporters": "press news video telephone phone audience",
        "wing": """air military bombing ground naval aerial bombardment terrorist terror army security rebel suicide
        missile rocket cross-border counter-terrorism clearance search-and-destroy""",
        "support_aid": "military financial humanitarian logistical air material economic medical technical food budget",
        "phone": "phone telephone telephonic call",
        "asylum": "asylum refuge",
        "debts": "debt loan",
        "protest_words": "slogan banner placard tyre tire barricade",
        "thing_said": "statement remark comment claim report allegation accusation suggestion idea",
        "permission": "request access permission entry visa passage bail appeal right approval",
    }.items()
}

#: Kinds of names (OntoNotes) that belong to a class though their words are in no list.
NAMED: dict[str, frozenset[str]] = {
    "ground": frozenset({"GPE", "LOC", "FAC"}),
    "people": frozenset({"PERSON", "NORP"}),
    "leaders": frozenset({"PERSON"}),
    "country": frozenset({"GPE", "NORP", "ORG"}),
    "somebody": frozenset({"GPE", "NORP", "ORG", "PERSON"}),
    "amount": frozenset({"MONEY"}),
}

#: What only measures or holds what is told of: looked through ("dozens of prisoners", "control of the town").
MEASURES = frozenset(
    """number dozen hundred thousand million part most all some many group series lot ton tonne round member couple
    handful score half shipment convoy package delivery set string wave list piece rest remainder batch total
    majority several type kind body state""".split()
)
