"""Themes: what can be told to have come off or not, with the words for either, whatever the conflict.

"The convoy reached the town" and "the lorries were turned back at the last checkpoint" tell of one theme, with other
words and to opposite ends. A theme lists lemmas for the one end (`so`) and for the other (`not_so`), and the nouns of
what it happens to, in classes: food is not a patrol. A negation turns one end into the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from counterclaim.link.sought import Sought


def _words(words: str) -> frozenset[str]:
    """Lemmas, a particle or object joined by an underscore."""
    return frozenset(word.replace("_", " ") for word in words.split())


@dataclass(frozen=True)
class Theme:
    """A theme. `classes` are nouns of what it happens to, a class a line, as beginnings of words; without them it
    happens to anything that both tell of. `states` are words that say with "be" that it is so, or not so."""

    name: str
    so: frozenset[str]
    not_so: frozenset[str]
    classes: tuple[str, ...] = ()
    so_states: str = ""
    not_so_states: str = ""
    #: Whom each end happens to: "agent", "patient", or either.
    so_to: str = ""
    not_so_to: str = ""
    #: Whoever is known to be a person is of the first class.
    of_persons: bool = False
    #: It may happen to what is in no class, if both accounts have the same noun for it.
    of_any: bool = False

    @cached_property
    def nouns(self) -> tuple[re.Pattern[str], ...]:
        """A pattern a class."""
        return tuple(re.compile(rf"\b(?:{'|'.join(c.split())})(?:s|es|ies)?\b", re.I) for c in self.classes)

    @cached_property
    def states(self) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
        """Patterns of what stands with "be", for so and for not so."""
        found = (self.so_states, self.not_so_states)
        so, not_so = (re.compile(rf"\b(?:{words})\b", re.I) if words else None for words in found)
        return so, not_so


_PERSONS = """he she him her leader commander general colonel major captain minister governor mayor president chief
deputy
    spokesman journalist reporter activist aid[\\s-]?worker official officer priest bishop imam sheikh activist pilot
    suspect attacker gunman gunmen hostage prisoner soldier fighter militant troop villager student protester
    demonstrator lawyer doctor nurse boy girl man men woman women people civilian crew member brother son wife"""
THEMES = (
    Theme(
        "passage",
        _words(
            """reach enter arrive get get_through get_in come come_in go go_in pass pass_through deliver distribute
            bring
            bring_in let_in let_through let allow admit tour visit receive make cross dock unload take_in send supply
            access convoy delivery"""
        ),
        _words(
            """turn_back turn_away send_back block bar prevent stop halt deny refuse obstruct hinder hold_up detain
            strand
            impede intercept return lock close_off delay cancel"""
        ),
        (
            """aid food medicine medicament drug relief assistance supply supplie flour fuel convoy lorry lorrie truck
            vehicle humanitarian shipment parcel""",
            """patrol mission team inspector monitor observer delegation journalist reporter peacekeeper expert
            investigator ambulance rescuer agency agencie""",
            "civilian resident famil people bus patient wounded refugee inhabitant",
            "ship vessel boat tanker flight freighter",
        ),
    ),
    Theme(
        "custody",
        _words(
            """arrest detain capture seize abduct kidnap imprison jail hold nab take_prisoner round_up apprehend
            arrestation"""
        ),
        _words("release free escape set_free let_go"),
        (_PERSONS,),
        so_to="patient",
        so_states=r"in custody|under arrest|behind bars|in detention|in prison|in jail|in captivity|held|captives?|"
        r"in (?:their|its|our|the|his|her) (?:hands|custody)|still (?:hostages?|prisoners?)",
        not_so_states=r"at large|on the run|free|freed|at liberty|back home|safe at home",
        of_persons=True,
        of_any=True,
    ),
    Theme(
        "life",
        _words("kill die assassinate execute slay murder perish behead martyr death"),
        _words("survive escape"),
        (_PERSONS,),
        so_to="patient",
        so_states=r"dead",
        not_so_states=r"alive|unharmed|unhurt|in good health|safe and well|safe and sound",
        of_persons=True,
    ),
    Theme(
        "harm",
        _words("wound injure hurt stab maim beat beat_up assault"),
        frozenset(),
        (_PERSONS + " passenger protester detainee inmate guard victim",),
        so_to="patient",
        not_so_states=r"unharmed|unhurt|uninjured|unscathed|in good health|safe and well|safe and sound",
        of_persons=True,
        of_any=True,
    ),
    Theme(
        "arms",
        _words("lay_down surrender hand_over hand_in give_up turn_in lay_arms disarm"),
        _words("keep retain hold_on cling hold_onto"),
        ("weapon arm gun rifle rocket missile",),
        so_states=r"unarmed|disarmed|without (?:weapons|arms)",
        not_so_states=r"(?:still |heavily )armed",
    ),
    Theme(
        "permission",
        _words("permit allow authorise authorize approve license licence give_permit grant_permit give_permission"),
        _words("ban forbid prohibit outlaw bar give_ban refuse_permit refuse_permission"),
        ("march rally rallie demonstration protest meeting gathering event visit concert party newspaper",),
        so_states=r"legal|authorised|authorized|allowed|permitted",
        not_so_states=r"illegal|unauthorised|unauthorized|banned|forbidden",
        of_any=True,
    ),
    Theme(
        "fairness",
        frozenset(),
        _words("rig steal falsify stuff buy fake doctor manipulate tamper buy_vote rigging fraud"),
        ("vote election ballot poll referendum count result",),
        so_states=r"free|fair|clean|honest|transparent|orderly|regular|without (?:fraud|irregularities|incident)",
        not_so_states=r"rigged|stolen|fraudulent|unfair|a (?:sham|farce|fraud)|marred",
    ),
    Theme(
        "deal",
        _words(
            """sign agree accept reach conclude approve ratify endorse adopt finalize finalise sign_up initial commit
            agreement deal accord strike clinch broker join"""
        ),
        _words(
            "reject refuse turn_down rebuff decline fail collapse fall_through break_down spurn boycott scupper deny"
        ),
        (
            """agreement deal accord truce ceasefire pact treaty memorandum settlement plan(?!e) proposal term offer
            draft armistice""",
        ),
    ),
    Theme(
        "truce",
        _words("hold respect observe honour honor abide uphold take_effect come_into_force comply adhere stick keep"),
        _words("violate break breach collapse ignore flout break_down unravel violation"),
        ("truce ceasefire cease-fire cessation lull armistice",),
        so_states=r"holding|in force|in effect|largely quiet|being observed",
        not_so_states=r"over|dead|broken",
    ),
    Theme(
        "talks",
        _words(
            """meet talk negotiate hold take_place occur happen begin resume attend participate sit meeting negotiation
            contact discuss"""
        ),
        _words("cancel boycott skip postpone call_off break_off suspend collapse stay_away"),
        ("talk negotiation meeting contact dialogue session round summit conversation",),
    ),
    Theme(
        "damage",
        _words(
            """damage destroy burn burn_down demolish hit strike target wreck ruin raze level flatten gut sink
            blow_up loot
            bomb shell bombard rob plunder torch
            burst collapse explode rupture inflict_damage cause_damage suffer_damage sustain_damage"""
        ),
        _words("miss spare survive escape"),
        (
            """depot house home building school hospital clinic mosque church shop market plant station bridge factory
            warehouse store tower pipeline dam refinery port terminal base airport runway hangar ship vessel frigate
            boat
            tanker prison cent(?:er|re) camp vehicle tank bus train hotel museum monastery cathedral office
            residence""",
        ),
        not_so_states=r"intact|undamaged|unharmed|unscathed|untouched|not hit|standing",
        so_to="patient",
    ),
    Theme(
        "interception",
        _words("shoot_down down intercept bring_down neutralise neutralize take_down shoot destroy repel"),
        _words("hit strike reach land fall penetrate impact get_through come_down slam explode"),
        ("missile rocket projectile shell", "drone uav quadcopter"),
        so_to="patient",
        not_so_to="agent",
    ),
    Theme(
        "downing",
        _words("shoot_down down bring_down take_down shoot destroy"),
        _words("return land"),
        ("plane jet helicopter aircraft warplane airliner bomber fighter[\\s-]jet chopper",),
        so_to="patient",
        not_so_to="agent",
    ),
    Theme(
        "route",
        _words("open reopen unblock operate function lift unlock"),
        _words(
            "close shut cut sever block seal cut_off blockade barricade besiege encircle surround lock bolt shutter"
        ),
        ("road highway route motorway crossing border bridge airport port gate corridor passage pass railway line",),
        so_states=r"open|passable|usable|in use|unlocked",
        not_so_states=r"closed|cut|shut|blocked|impassable|locked|bolted|(?:effectively |now )+(?:cut|closed)",
        of_any=True,
    ),
    Theme(
        "presence",
        _words("stay remain keep station deploy maintain"),
        _words(
            "withdraw leave pull_out depart evacuate vacate retreat go_out move_out go pull pull_back withdrawal quit"
        ),
        (
            """troop force army soldier fighter unit militia rebel militant garrison mercenary mercenaries battalion
            brigade
            tank gun weapon artillery adviser advisor instructor checkpoint peacekeeper delegation envoy diplomat
            men""",
            "ship vessel boat cutter frigate tanker trawler destroyer",
        ),
        so_states=r"still (?:in|there|at)|present|stationed",
        not_so_states=r"gone|no longer (?:in|there|at)",
    ),
    Theme(
        "service",
        _words("operate work function run restore resume connect reconnect repair"),
        _words("shut_down knock_out stop cut go_out break_down collapse disconnect fail shut"),
        (
            "power electricity grid plant reactor substation",
            "water pump",
            "network internet telephone phone",
            "hospital clinic bakery bakeries",
        ),
        so_states=r"in service|operational|in operation|working|running|back on|on again|restored",
        not_so_states=r"out of (?:service|action|order|operation)|without (?:power|electricity|water|light)|cut off|"
        r"defective|broken",
        of_any=True,
    ),
)
#: By these what was shut or stopped is so no longer.
AGAIN = _words("reopen resume restore reconnect unblock reinstate")
#: The fight for ground: who gains it, or who keeps it from them.
GAINING = _words(
    """capture seize retake recapture overrun conquer take reclaim regain liberate wrest occupy take_over overtake enter
    penetrate breach advance break_into break_through break push_into move_into march_into gain_ground make_gain
    make_advance make_progress achieve_gain achieve_progress achieve_advance gain secure clear purge storm win_control
    move_in push_forward push_on recover reach make_inroad retook capturing"""
)
LOSING = _words(
    """retreat withdraw pull_back pull_out suffer_reverse suffer_setback suffer_defeat lose_ground fall_back
    abandon_attack stall falter"""
)
#: The defender does these to an attack or to who makes it.
BEATING = _words(
    """repel repulse foil thwart beat_back beat_off fend_off push_back drive_back hold_off fight_off ward_off rebuff
    drive_off stop halt contain crush defeat drive_out push_out break_up disrupt frustrate abort"""
)
#: Who does these to others "from" ground gains it.
OUSTING = _words(
    "push drive force clear expel oust flush dislodge evict eject sweep push_back drive_back drive_out push_out"
)
KEEPING = _words("hold retain keep control defend maintain")
#: Who had it does these.
GIVING_UP = _words("lose surrender abandon cede relinquish yield")
#: Verbs that tell of ground only with ground as their object.
NEEDS_GROUND = (
    _words(
        """take enter gain secure clear reach break recover seize capture liberate occupy win storm recapture breach
        purge"""
    )
    | KEEPING
    | GIVING_UP
)
GROUND = re.compile(
    r"\b(?:towns?|villages?|city|cities|districts?|areas?|neighbou?rhoods?|bases?|airports?|airbases?|airfields?|"
    r"hills?|heights?|"
    r"bridges?|roads?|highways?|provinces?|crossings?|islands?|ports?|control|strongholds?|territor\w+|positions?|"
    r"suburbs?|"
    r"farms?|camps?|dams?|factor\w+|stations?|ridges?|cent(?:er|re)|quarters?|junctions?|outposts?|barracks|"
    r"checkpoints?|"
    r"garrisons?|settlements?|points?|fields?|buildings?|valleys?|mountains?|lines?|headquarters|ground)\b",
    re.I,
)
#: What keeps on being so in spite of others: "is still holding", "repulsed and retained".
STILL = re.compile(
    r"\b(?:still|firm(?:ly)?|continu\w+|remain\w*|retain\w*|(?:has|have) held|"
    r"despite|kept|keeps?|steadfast|successfully|in full)\b",
    re.I,
)
ATTACK = re.compile(
    r"\b(?:attacks?|assaults?|offensives?|advances?|attempts?|incursions?|raids?|ambush(?:es)?|infiltrations?|push|"
    r"sorties?|"
    r"counter-?attacks?|counter-?offensives?|storming|operation|onslaught)\b",
    re.I,
)
#: What is attempted without gaining ground: "an attempt to set off a car bomb".
OTHER_AIM = re.compile(
    r"\b(?:attempts?|bids?|efforts?)\s+(?:\w+\s+){0,3}?(?:to|at)\s+(?!(?:re)?(?:take|capture|enter|seize|storm|advance|"
    r"break|push|cross|infiltrate|penetrate|reach|overrun|gain|occupy|conquer|move|attack|open|cut|encircle|besiege)\w*\b)\w+",
    re.I,
)
#: "Is under the control of", "is still in the hands of", "is ours": who has ground.
HELD_BY = Sought(
    r"\b(?:under (?:the )?(?:full |complete |total )?(?:control|command)(?: of)?|in (?:the )?(?:firm )?hands? of|"
    r"in (?:our|its|their) hands|under (?:our|its|their) (?:full |complete |total )?control)"
    r"(?P<who>[^.,;]{0,60})",
    re.I,
)
OURS = Sought(r"\b(?:is|are|was|were)\s+(?:still\s+|now\s+|firmly\s+|again\s+)*(?:ours|theirs)\b", re.I)
REVERSE = re.compile(r"\b(?:reverses?|setbacks?|defeats?)\b", re.I)
FAILED = Sought(
    r"\b(?:failed|unsuccessful|abortive|botched)\s+(?P<whose>(?:[\w-]+\s+){0,3}?)"
    r"(?:assault|attack|offensive|attempt|advance|bid|counterattack)\b",
    re.I,
)
BACK_FROM = re.compile(r"\b(?:back|out)\b.{0,40}\bfrom\b", re.I)
